//! What is measured about a candidate: a table of names, each with how it is measured. Only what
//! adds something when the others are there is in it (`docs/measuring.md`).

pub mod bm25;
pub mod cover;
pub mod expected;
mod neighbours;

use std::sync::LazyLock;

use anyhow::Result;

use crate::index::Library;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::{Candidate, Hit};
use crate::rank::statistics::SearchSpace;
use cover::{pairs_share, soft_share, soft_share_in_context};
use neighbours::Neighbours;

/// A name, and how what is called so is measured.
type Measurement = (&'static str, fn(&Passage) -> f32);

/// All measurements in the order of a row.
const MEASUREMENTS: [Measurement; 12] = [
    ("bm25", |p| p.bm25(Term::weight) / p.asked.content_weight),
    ("bm25 of all words", |p| {
        p.bm25(|term| term.idf) / p.asked.total_weight
    }),
    ("best sentence in context", |p| p.best_sentence()),
    ("pairs of words", |p| pairs_share(p.asked, p.all_hits())),
    ("share of weight", |p| {
        p.asked.share(|term| f32::from(p.seen.has(term)))
    }),
    ("names missing", |p| {
        let is_missing = |at: usize| p.asked.terms[at].name && !p.seen.has(at);
        p.asked.share(|term| f32::from(is_missing(term)))
    }),
    ("soft", |p| soft_share(p.asked, p.seen, p.seen.all())),
    ("soft best sentence", |p| {
        p.best_of(|at| soft_share(p.asked, p.seen, at..at + 1))
    }),
    ("soft in context", |p| {
        p.best_of(|at| soft_share_in_context(p.asked, p.seen, at..at + 1))
    }),
    ("length", |p| {
        (p.seen.words.len().max(1) as f32 / p.average_words).ln()
    }),
    ("with neighbours", |p| {
        bm25::score_share(p.asked, |term| p.together[term], 2.0)
    }),
    ("share with neighbours", |p| {
        p.asked.share(|term| f32::from(p.together[term] > 0))
    }),
];

/// A candidate, with what is around it.
struct Passage<'a> {
    asked: &'a Asked,
    seen: &'a Candidate,
    /// Words of the average passage.
    average_words: f32,
    /// How often each of the question's terms stands in it and in the passages on both sides.
    together: Vec<u32>,
}

impl Passage<'_> {
    /// BM25, in units of the weight of the question.
    fn bm25(&self, weight: impl Fn(&Term) -> f32) -> f32 {
        let length = self.seen.words.len() as f32 / self.average_words;
        let count = |term| self.seen.count(self.seen.all(), term);
        bm25::score_counts(self.asked, count, length, weight)
    }

    fn best_sentence(&self) -> f32 {
        let usual = self.average_words / 4.0;
        self.best_of(|at| bm25::score_in_context(self.asked, self.seen, at, usual))
    }

    /// The highest value of its sentences.
    fn best_of(&self, of: impl Fn(usize) -> f32) -> f32 {
        self.seen.all().map(of).fold(0.0, f32::max)
    }

    fn all_hits(&self) -> &[Hit] {
        self.seen.hits(self.seen.all())
    }
}

/// Names of all measurements in the order of a row.
pub fn column_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> =
        LazyLock::new(|| MEASUREMENTS.iter().map(|(name, _)| *name).collect());
    &NAMES
}

/// Where some measurements stand among all that there are.
///
/// # Panics
/// When there is no such name, as all later columns would be others than they are taken for.
pub fn find_columns(wanted: &[&str], all: &[&str]) -> Vec<usize> {
    let place = |name: &&str| {
        let found = all.iter().position(|known| known == name);
        found.unwrap_or_else(|| panic!("nothing that is measured is called {name}"))
    };
    wanted.iter().map(place).collect()
}

/// Measures all candidates of a question, a row each.
///
/// # Errors
/// When the index cannot be read.
pub fn measure_passages(
    library: &Library,
    asked: &Asked,
    space: &SearchSpace,
    candidates: &[Candidate],
) -> Result<Vec<Vec<f32>>> {
    let neighbours = Neighbours::new(library, asked, space, candidates)?;
    let row = |seen: &Candidate| {
        let passage = Passage {
            asked,
            seen,
            average_words: space.average_words,
            together: neighbours.count_together(seen),
        };
        let values = MEASUREMENTS.iter().map(|(_, measure)| measure(&passage));
        values.collect()
    };
    Ok(candidates.iter().map(row).collect())
}
