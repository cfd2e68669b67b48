//! A hit -> the piece of its passage that is worth showing: the shortest that holds all that was
//! looked for.

use std::ops::Range;

use anyhow::Result;

use super::wording::Wanted;
use super::{Hits, Manner};
use crate::analyze::tokens;
use crate::ids::PassageId;
use crate::index::Library;

impl Hits {
    /// The shortest piece of a passage that holds what was looked for, in bytes of its document.
    ///
    /// # Errors
    /// When the passage is not of this library.
    pub fn core(&self, library: &Library, id: PassageId) -> Result<Option<Range<usize>>> {
        if self.manner == Manner::Phrase {
            return Ok(self.phrases(library, id)?.first().cloned());
        }
        let (span, text, Some(wording)) = self.open(library, id)? else {
            return Ok(None);
        };

        let wanted: Vec<&Wanted> = wording.wanted().collect();
        let found: Vec<(usize, Range<usize>)> = tokens(text, wording.language)
            .filter_map(|token| {
                let is_it =
                    |word: &&Wanted| word.term == token.term && word.is_signed(text, &token.range);
                Some((wanted.iter().position(is_it)?, token.range))
            })
            .collect();
        let windows = (0..found.len()).filter_map(|first| {
            let end = find_covered_end(&found[first..], &wanted, self.manner == Manner::Ordered)?;
            Some(span.start + found[first].1.start..span.start + end)
        });
        Ok(windows.min_by_key(Range::len))
    }
}

/// Where the words found, from the first on, have been all that are wanted.
fn find_covered_end(
    found: &[(usize, Range<usize>)],
    wanted: &[&Wanted],
    in_order: bool,
) -> Option<usize> {
    let mut left: Vec<&str> = wanted.iter().map(|word| word.term.as_str()).collect();
    // A word that is wanted twice is known by the number of the first.
    for (number, range) in found {
        let term = wanted[*number].term.as_str();
        match left.iter().position(|wanted| *wanted == term) {
            Some(at) if at == 0 || !in_order => {
                left.remove(at);
            }
            _ => {}
        }

        if left.is_empty() {
            return Some(range.end);
        }
    }

    None
}
