//! The last entries of a table of contents: those behind the numbered ones, such as an epilogue.
//!
//! What is not obvious: only a title that comes once more, and that the table does not name itself, belongs to it. The first
//! chapter, which may stand close below, is named in the table.

use std::collections::HashSet;

use super::{Finder, Listed, entry_name};
use crate::corpus::plain::headings::{fold_letters, is_title};

impl Finder<'_> {
    /// Marks the titles that follow the entries of a table.
    pub(super) fn find_ends(&self, listed: &mut [Listed]) {
        let mut named: HashSet<String> = HashSet::new();
        for at in 1..self.paragraphs.len() {
            if listed[at - 1] != Listed::Contents {
                named.clear();
                continue;
            }
            named.extend(
                self.lines(at - 1)
                    .map(|line| fold_letters(entry_name(line))),
            );
            if listed[at] == Listed::No && self.is_end(at, &named) {
                listed[at] = Listed::Contents;
            }
        }
    }

    /// Whether a paragraph is a title that comes once more.
    fn is_end(&self, at: usize, named: &HashSet<String>) -> bool {
        let mut lines = self.lines(at);
        let (Some(line), None) = (lines.next(), lines.next()) else {
            return false;
        };
        let name = fold_letters(line);
        let comes_again = |(last, times): &(usize, usize)| *last > at && *times == 2;
        is_title(line)
            && !named.contains(&name)
            && self.last_line.get(&name).is_some_and(comes_again)
    }
}
