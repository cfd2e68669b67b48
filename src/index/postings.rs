//! Which passages of a library hold a term: what its [parts](super::part) say, in the
//! numbers of the library.

mod holders;
mod top;

use std::ops::Range;

use anyhow::Result;

use crate::ids::PassageId;
use crate::index::part::{Next, term_key};
use crate::index::parts::{Parts, Placed};
use crate::language::Language;

/// The postings of the texts in one language; what searches them fails when the index cannot be
/// read.
#[derive(Clone, Copy)]
pub struct Postings<'a> {
    pub(super) parts: &'a Parts,
    pub(super) language: Language,
    /// Words of all passages.
    pub(super) words: u64,
    /// Passages that are as if they were not there.
    pub(super) hidden: &'a [Range<PassageId>],
}

/// Of some passages, that which a passage is in.
fn find_hidden_range(hidden: &[Range<PassageId>], passage: PassageId) -> Option<&Range<PassageId>> {
    hidden.iter().find(|hidden| hidden.contains(&passage))
}

impl Postings<'_> {
    /// In how many passages a term stands.
    pub fn passages_with(&self, term: &str) -> u32 {
        if !self.hidden.is_empty() {
            let all = PassageId(0)..self.parts.end().passage;
            let mut count = 0;
            let counted = self.for_each(term, all, |_, _| count += 1);
            return counted.map_or(0, |()| count);
        }

        let key = term_key(term, self.language);
        let counts = self.parts.iter().map(|placed| {
            let found = placed.part.postings().passages_with(&key);
            found.unwrap_or(0)
        });
        counts.sum()
    }

    /// Calls `see` with each passage of `range` that holds `term`, in reading order, and how often.
    pub fn for_each(
        &self,
        term: &str,
        range: Range<PassageId>,
        mut see: impl FnMut(PassageId, u32),
    ) -> Result<()> {
        let key = term_key(term, self.language);
        for placed in self.parts.iter() {
            let first = placed.first.passage;
            let Some(own) = placed.own(&range) else {
                continue;
            };

            placed
                .part
                .postings()
                .for_each(&key, own, |passage, count| {
                    if let Some(hidden) = find_hidden_range(self.hidden, first + passage) {
                        return Next::From(hidden.end - first);
                    }
                    see(first + passage, count);
                    Next::Following
                })?;
        }
        Ok(())
    }

    /// How often `term` stands in each of some passages, which are in ascending order.
    pub fn in_passages(&self, term: &str, passages: &[PassageId]) -> Result<Vec<u32>> {
        let key = term_key(term, self.language);
        let mut counts = Vec::with_capacity(passages.len());
        for placed in self.parts.iter() {
            let first = placed.first.passage;
            let own = ids_within(passages, first..first + placed.part.passage_count());
            if !own.is_empty() {
                let mut own = own.iter().map(|id| *id - first);
                counts.extend(placed.part.postings().in_passages(&key, &mut own)?);
            }
        }

        // What stands behind all parts has none.
        counts.resize(passages.len(), 0);
        Ok(counts)
    }
}

/// Of some ids in ascending order, those in a range.
fn ids_within(ascending: &[PassageId], range: Range<PassageId>) -> &[PassageId] {
    let start = ascending.partition_point(|id| *id < range.start);
    let end = ascending.partition_point(|id| *id < range.end);
    &ascending[start..end]
}

impl Placed {
    /// What a part has of some passages of the library, in its own numbers; `None` if it has none
    /// of them.
    fn own(&self, range: &Range<PassageId>) -> Option<Range<u32>> {
        let first = self.first.passage;
        let start = range.start.max(first) - first;
        let end = (range.end.max(first) - first).min(self.part.passage_count());
        (start < end).then_some(start..end)
    }
}
