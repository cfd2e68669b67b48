//! The passages that score highest.
//!
//! The same passages come out however the library is cut into parts: lengths and counts are those
//! of the whole library, and scores are rounded, since Tantivy adds up the terms of a passage in an
//! order that depends on the part, and what differs in its last bit only must not be told apart.

use std::ops::Range;

use anyhow::Result;
use tantivy::Term;
use tantivy::query::{Bm25StatisticsProvider, BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::{Postings, find_hidden_range};
use crate::ids::PassageId;
use crate::index::part::term_key;

/// Steps that a score of 1 is rounded to.
const STEPS: f32 = 256.0;
/// In how many passages Tantivy is told that each term stands: then its own weight of a term is
/// known beforehand.
const SUPPOSED: f32 = 1.0;

impl Postings<'_> {
    /// The passages that score highest for a weighted sum of terms, best first: Tantivy's BM25 with
    /// its idf replaced by our weights. Those that are as if they were not there take no place.
    pub fn top(&self, terms: &[(&str, f32)], limit: usize) -> Result<Vec<PassageId>> {
        let statistics = self.statistics();
        // Tantivy multiplies by this idf, so dividing by it leaves our weight alone.
        let supposed = statistics.idf(SUPPOSED);
        let boosted = |(term, weight): &(&str, f32)| {
            let boost = weight / supposed.max(f32::MIN_POSITIVE);
            (term_key(term, self.language).into_owned(), boost)
        };
        let terms: Vec<(String, f32)> = terms.iter().map(boosted).collect();

        let mut best = Best::new(limit);
        for placed in self.parts.iter() {
            let postings = placed.part.postings();
            let clause = |(key, boost): &(String, f32)| -> (Occur, Box<dyn Query>) {
                let term = TermQuery::new(postings.term(key), IndexRecordOption::WithFreqs);
                (
                    Occur::Should,
                    Box::new(BoostQuery::new(Box::new(term), *boost)),
                )
            };

            let query = BooleanQuery::new(terms.iter().map(clause).collect());
            let first = placed.first.passage;
            let threshold = best.threshold();
            postings.for_each_above(&query, &statistics, threshold, &mut |passage, score| {
                best.offer(first + passage, score, self.hidden)
            })?;
        }
        Ok(best.passages())
    }

    /// The passages that Tantivy's own BM25 scores highest, best first: what our answers are timed
    /// against.
    #[cfg(feature = "measuring")]
    pub fn plain(&self, terms: &[String], limit: usize) -> Result<Vec<PassageId>> {
        let statistics = self.statistics();
        let weighted = terms.iter().map(|term| {
            let found = self.passages_with(term) as f32;
            (term.as_str(), statistics.idf(found))
        });
        self.top(&weighted.collect::<Vec<_>>(), limit)
    }

    fn statistics(&self) -> Statistics {
        let end = self.parts.end();
        Statistics {
            words: self.words,
            texts: u64::from(end.passage.0) + u64::from(end.document.0),
        }
    }
}

/// What Tantivy is told of the library.
struct Statistics {
    words: u64,
    /// Passages and documents.
    texts: u64,
}

impl Statistics {
    /// Tantivy's inverse document frequency of a term that stands in `found` of them.
    fn idf(&self, found: f32) -> f32 {
        (1.0 + (self.texts as f32 - found + 0.5) / (found + 0.5)).ln()
    }
}

impl Bm25StatisticsProvider for Statistics {
    fn total_num_tokens(&self, _: Field) -> tantivy::Result<u64> {
        Ok(self.words)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.texts)
    }

    fn doc_freq(&self, _: &Term) -> tantivy::Result<u64> {
        Ok(SUPPOSED as u64)
    }
}

/// The best passages so far.
struct Best {
    limit: usize,
    /// Rounded score and passage, best first; of the same score the first in reading order.
    found: Vec<(i64, PassageId)>,
}

impl Best {
    fn new(limit: usize) -> Best {
        Best {
            limit,
            found: Vec::with_capacity(limit + 1),
        }
    }

    /// Takes a passage behind all before it if it is good enough, and says above which score the
    /// next one is.
    fn offer(&mut self, passage: PassageId, score: f32, hidden: &[Range<PassageId>]) -> f32 {
        if find_hidden_range(hidden, passage).is_none() {
            let rounded = (score * STEPS).round() as i64;
            let at = self.found.partition_point(|(other, _)| *other >= rounded);
            self.found.insert(at, (rounded, passage));
            self.found.truncate(self.limit);
        }
        self.threshold()
    }

    /// No passage to come is good enough with this score: with one that is rounded to the same as
    /// the last of a full list it comes too late.
    fn threshold(&self) -> f32 {
        match self.found.last() {
            Some((last, _)) if self.found.len() >= self.limit => {
                // A little lower, for what lies on the edge may be rounded either way.
                (*last as f32 + 0.499) / STEPS
            }
            _ => f32::MIN,
        }
    }

    fn passages(self) -> Vec<PassageId> {
        self.found.into_iter().map(|(_, passage)| passage).collect()
    }
}
