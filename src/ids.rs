//! Where things stand in a library, each kind as a type of its own, so that none is taken for
//! another.
//!
//! An id counts through the whole library. What counts from the start of a part, a document or a
//! list is no id but a bare number: added to the id of what comes first there it gives an id, and
//! the difference of two ids is such a number. In files and JSON an id is written as a bare number,
//! too.

use std::ops::{Add, Range, Sub};

use serde::{Deserialize, Serialize};

/// What all ids have in common.
pub trait Id:
    Copy + Ord + Add<u32, Output = Self> + Sub<u32, Output = Self> + Sub<Output = u32>
{
}

macro_rules! ids {
    ($($(#[$about:meta])* $id:ident)*) => {$(
        $(#[$about])*
        #[derive(
            Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $id(pub u32);

        impl Id for $id {}

        impl Add<u32> for $id {
            type Output = $id;

            fn add(self, further: u32) -> $id {
                $id(self.0 + further)
            }
        }

        impl Sub<u32> for $id {
            type Output = $id;

            fn sub(self, back: u32) -> $id {
                $id(self.0 - back)
            }
        }

        impl Sub for $id {
            type Output = u32;

            fn sub(self, first: $id) -> u32 {
                self.0 - first.0
            }
        }
    )*};
}

ids! {
    /// A document, in the order of the paths.
    DocumentId
    /// A passage, in reading order, document after document.
    PassageId
    /// A term of a part: the same term has another id in each part that has it.
    TermId
}

impl DocumentId {
    /// Its place in a list of all documents.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl PassageId {
    /// The passage so many further on, without overflow.
    pub fn saturating_add(self, further: u32) -> PassageId {
        PassageId(self.0.saturating_add(further))
    }

    /// The passage so many before, or the first of all.
    pub fn saturating_sub(self, back: u32) -> PassageId {
        PassageId(self.0.saturating_sub(back))
    }

    /// The passage so many further on or before; `None` before the first.
    pub fn checked_add_signed(self, step: i32) -> Option<PassageId> {
        self.0.checked_add_signed(step).map(PassageId)
    }
}

/// A run of ids: what a range can do with numbers only.
#[cfg_attr(
    feature = "measuring", // only what others may use is told so
    expect(clippy::len_without_is_empty, reason = "a range has that itself")
)]
pub trait Ids<I> {
    /// Each of them, in order.
    fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, Self>;

    /// How many there are.
    fn len(&self) -> usize;
}

impl<I: Id> Ids<I> for Range<I> {
    fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I> {
        let first = self.start;
        (0..self.len() as u32).map(move |further| first + further)
    }

    fn len(&self) -> usize {
        if self.is_empty() {
            0
        } else {
            (self.end - self.start) as usize
        }
    }
}
