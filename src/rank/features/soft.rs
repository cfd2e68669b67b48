//! Other words for the same thing: each of the question's terms against its nearest word in the
//! text.
//!
//! Late interaction (Khattab & Zaharia, "ColBERT", 2020) with static vectors: see
//! [`crate::analyze::meaning`]. Inside BM25 soft counts do harm; beside it they help.

use std::ops::Range;

use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Candidate;

/// Names of [`measure_soft`].
pub const SOFT: [&str; 5] = [
    "soft",
    "soft best sentence",
    "soft in context",
    "soft by English",
    "found by English",
];

/// How much a neighbouring sentence counts for what a sentence lacks.
const NEIGHBOUR: f32 = 0.3;

/// Soft share of the question's weight in the passage, in its best sentence, in its best sentence
/// with its neighbours; in the passage with weights from general English, soft and exact.
pub fn measure_soft(asked: &Asked, seen: &Candidate) -> [f32; 5] {
    let count = seen.sentences.len();
    let best = |of: &dyn Fn(usize) -> f32| (0..count).map(of).fold(0.0, f32::max);
    [
        soft_share(asked, seen, 0..count, Term::weight),
        best(&|i| soft_share(asked, seen, i..i + 1, Term::weight)),
        best(&|i| soft_share_in_context(asked, seen, i..i + 1)),
        soft_share(asked, seen, 0..count, |t| t.bits),
        found_by_english(asked, seen),
    ]
}

/// Soft share of the question's weight in a run of sentences.
pub fn soft_share(
    asked: &Asked,
    seen: &Candidate,
    sentences: Range<usize>,
    weight: impl Fn(&Term) -> f32,
) -> f32 {
    let all: f32 = asked.content().map(|(_, t)| weight(t)).sum();
    let held: f32 = asked
        .content()
        .map(|(i, t)| weight(t) * seen.like(sentences.clone(), i))
        .sum();
    held / all.max(f32::MIN_POSITIVE)
}

/// As [`soft_share`], with what the neighbouring sentences add.
pub fn soft_share_in_context(asked: &Asked, seen: &Candidate, sentences: Range<usize>) -> f32 {
    let around = sentences.start.saturating_sub(1)..(sentences.end + 1).min(seen.sentences.len());
    let like = |i: usize| {
        seen.like(sentences.clone(), i)
            .max(NEIGHBOUR * seen.like(around.clone(), i))
    };

    asked
        .content()
        .map(|(i, t)| t.weight() * like(i))
        .sum::<f32>()
        / asked.content_weight
}

fn found_by_english(asked: &Asked, seen: &Candidate) -> f32 {
    let all: f32 = asked.content().map(|(_, t)| t.bits).sum();
    let held: f32 = asked
        .content()
        .filter(|(i, _)| seen.has(*i))
        .map(|(_, t)| t.bits)
        .sum();
    held / all.max(f32::MIN_POSITIVE)
}
