//! What comes of a check: the quotations of a message, each with the place where it stands.

use super::frames::strip_outer_marks;
use super::{Comparison, Edit, Verdict, weigh_comparison};

/// More words than this of the text between two parts of a quotation are a wide gap.
const GAP: usize = 12;

/// What a message quotes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Check {
    /// Those behind Discord's mark for quotes first, then in their order; none if the message has
    /// no words.
    pub parts: Vec<Part>,
    /// They are parts of one quotation, but do not stand in this order near one another.
    pub apart: bool,
}

/// A quotation of a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// As it was read out of the message.
    pub quotation: String,
    /// Where it stands; `None` if nothing like it does.
    pub found: Option<Found>,
}

/// Where a quotation stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// In which of the libraries.
    pub library: usize,
    pub comparison: Comparison,
}

impl Part {
    /// A quotation like which nothing stands in the texts.
    pub(super) fn nowhere(quotation: &str) -> Part {
        Part {
            quotation: strip_outer_marks(quotation).to_owned(),
            found: None,
        }
    }

    pub(super) fn verdict(&self) -> Option<Verdict> {
        self.found.as_ref().map(|found| found.comparison.verdict)
    }

    /// It stands there word for word.
    pub fn is_exact(&self) -> bool {
        matches!(self.verdict(), Some(Verdict::Exact | Verdict::Shortened))
    }

    /// More than some of its words stand there.
    pub(super) fn is_near(&self) -> bool {
        self.is_exact() || self.verdict() == Some(Verdict::Nearly)
    }

    /// How many of its words stand there.
    pub(super) fn same(&self) -> usize {
        self.found
            .as_ref()
            .map_or(0, |found| found.comparison.same())
    }

    /// Much of the text stands between its parts, which are then more likely two quotations.
    pub(super) fn has_wide_gap(&self) -> bool {
        let edits = self.found.as_ref().map(|found| &found.comparison.edits);
        let is_gap = |edit: &Edit| matches!(edit, Edit::TextOnly(_));
        edits.is_some_and(|edits| {
            let mut runs = edits.chunk_by(|a, b| is_gap(a) == is_gap(b));
            runs.any(|run| is_gap(&run[0]) && run.len() > GAP)
        })
    }

    pub(super) fn weight(&self) -> f32 {
        let found = self.found.as_ref();
        found.map_or(0.0, |found| weigh_comparison(&found.comparison))
    }
}
