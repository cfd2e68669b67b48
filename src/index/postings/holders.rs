//! Passages that hold every one of some runs of terms.

use std::ops::Range;

use anyhow::Result;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, Scorer, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::{Postings, find_hidden_range};
use crate::ids::PassageId;
use crate::index::part::{PartPostings, seek_forward, term_key};

impl Postings<'_> {
    /// The passages of `range` that hold every one of `runs`: terms that follow each other
    /// directly. They are found one by one, in reading order, so whoever takes only some does only
    /// that much work.
    pub fn holding(&self, runs: &[Vec<String>], range: Range<PassageId>) -> Result<Holders> {
        let runs: Vec<Vec<String>> = runs
            .iter()
            .filter(|run| !run.is_empty())
            .map(|run| {
                run.iter()
                    .map(|term| term_key(term, self.language).into_owned())
            })
            .map(Iterator::collect)
            .collect();

        let mut holders = Holders {
            parts: Vec::new(),
            hidden: self.hidden.to_vec(),
        };

        // Asked for nothing, it finds nothing, rather than every passage.
        if runs.is_empty() {
            return Ok(holders);
        }

        for placed in self.parts.iter() {
            let Some(own) = placed.own(&range) else {
                continue;
            };
            let postings = placed.part.postings();
            let mut found = postings.matching(&build_query(&runs, postings))?;
            seek_forward(&mut *found, own.start);

            holders.parts.push(InPart {
                found,
                first: placed.first.passage,
                end: own.end,
            });
        }

        // The next is taken from the end.
        holders.parts.reverse();
        Ok(holders)
    }
}

fn build_query(runs: &[Vec<String>], postings: &PartPostings) -> BooleanQuery {
    let one = |run: &Vec<String>| -> Box<dyn Query> {
        match run.as_slice() {
            // A phrase needs two terms at least.
            [single] => Box::new(TermQuery::new(
                postings.term(single),
                IndexRecordOption::Basic,
            )),
            several => Box::new(PhraseQuery::new(
                several.iter().map(|key| postings.term(key)).collect(),
            )),
        }
    };

    BooleanQuery::new(runs.iter().map(|run| (Occur::Must, one(run))).collect())
}

/// The passages that [`Postings::holding`] finds, each when it is asked for.
pub struct Holders {
    /// Those that are not used up, the first at the end.
    parts: Vec<InPart>,
    hidden: Vec<Range<PassageId>>,
}

/// What one part has of them.
struct InPart {
    found: Box<dyn Scorer>,
    /// Its first passage.
    first: PassageId,
    /// One past the last passage that is looked at, in its own numbers.
    end: u32,
}

impl InPart {
    /// The one that it stands on.
    fn passage(&self) -> Option<PassageId> {
        let own = self.found.doc();
        (own < self.end).then(|| self.first + own)
    }
}

impl Iterator for Holders {
    type Item = PassageId;

    fn next(&mut self) -> Option<PassageId> {
        loop {
            let part = self.parts.last_mut()?;
            let Some(passage) = part.passage() else {
                self.parts.pop();
                continue;
            };

            part.found.advance();
            if find_hidden_range(&self.hidden, passage).is_none() {
                return Some(passage);
            }
        }
    }
}

impl Holders {
    /// Whether a passage is one of them; to be asked in ascending order.
    pub fn holds(&mut self, passage: PassageId) -> bool {
        let is_over = |part: &InPart| part.first + part.end <= passage;
        while self.parts.last().is_some_and(is_over) {
            self.parts.pop();
        }
        let Some(part) = self.parts.last_mut() else {
            return false;
        };

        if passage < part.first {
            return false;
        }
        let own = passage - part.first;
        seek_forward(&mut *part.found, own) == own
            && find_hidden_range(&self.hidden, passage).is_none()
    }
}
