//! What a message is checked against, and what was found of it so far.

use std::collections::HashMap;

use super::parts::Found;
use crate::index::Library;

/// Most quotations of a message that are looked for one by one.
pub(super) const MOST: usize = 12;
/// Fewer words than this are no part of a quotation that stands by itself.
pub(super) const FEWEST: usize = 3;

/// The place that is most like a quotation: found, or not like it enough.
#[derive(Clone, Default)]
pub(super) struct Closest {
    pub found: Option<Found>,
    pub unlike: Option<Found>,
}

/// Looks for quotations in some libraries.
pub(super) struct Checker<'a> {
    pub libraries: &'a [&'a Library],
    /// What was looked for already, and the place that is most like it.
    pub known: HashMap<String, Closest>,
    /// How many words that were.
    pub spent: usize,
}

impl<'a> Checker<'a> {
    pub fn of(libraries: &'a [&'a Library]) -> Checker<'a> {
        Checker {
            libraries,
            known: HashMap::new(),
            spent: 0,
        }
    }
}
