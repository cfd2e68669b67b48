//! How much of the question a text holds: its words, other words for the same thing, its pairs of
//! words.
//!
//! Other words are a late interaction (Khattab & Zaharia, "ColBERT", 2020) of each of the
//! question's terms with its nearest word in the text. Inside BM25 such soft counts do harm; beside
//! it they help most of all that is measured.

use std::ops::Range;

use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Hit};

/// How much a neighbouring sentence counts for what a sentence lacks.
const NEIGHBOUR: f32 = 0.3;

/// Soft share of the question's weight in a run of sentences.
pub fn soft_share(asked: &Asked, seen: &Candidate, sentences: Range<usize>) -> f32 {
    asked.share(|term| seen.like(sentences.clone(), term))
}

/// As [`soft_share`], with what the neighbouring sentences add.
pub fn soft_share_in_context(asked: &Asked, seen: &Candidate, sentences: Range<usize>) -> f32 {
    let around = sentences.start.saturating_sub(1)..(sentences.end + 1).min(seen.sentences.len());
    asked.share(|term| {
        let beside = NEIGHBOUR * seen.like(around.clone(), term);
        seen.like(sentences.clone(), term).max(beside)
    })
}

/// Share of the pairs of words of the question that stand next to each other in a text, too.
///
/// Pairs of *all* words, stop words included ("gave the", "light for"), were the best single idea
/// on children's stories; sequential dependence is from Metzler & Croft, "A Markov Random Field
/// Model for Term Dependencies" (2005).
pub fn pairs_share(asked: &Asked, hits: &[Hit]) -> f32 {
    let weight = |(a, b): (usize, usize)| asked.terms[a].idf + asked.terms[b].idf;
    let stands_there = |(a, b): &(usize, usize)| {
        let mut neighbours = hits.windows(2);
        neighbours.any(|two| (two[0].term, two[1].term, two[0].at + 1) == (*a, *b, two[1].at))
    };
    let found: f32 = asked.pairs().filter(stands_there).map(weight).sum();
    let wanted: f32 = asked.pairs().map(weight).sum();
    found / wanted.max(1.0)
}
