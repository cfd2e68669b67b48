//! Neighbouring words of the question that stand next to each other in the passage too.
//!
//! Pairs of *all* words, stop words included ("gave the", "light for"), were the best single idea
//! on children's stories; sequential dependence is from Metzler & Croft, "A Markov Random Field
//! Model for Term Dependencies" (2005).

use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Hit};

/// Names of [`measure_pairs`].
pub const PAIRS: [&str; 4] = [
    "pairs of words",
    "pairs raw",
    "pairs of content words",
    "pairs in any order",
];

/// Pairs found: share by weight, raw weight, content words in their order with at most two words
/// between, and in any order with at most four.
pub fn measure_pairs(asked: &Asked, seen: &Candidate) -> [f32; 4] {
    let weight = |(a, b): (usize, usize)| asked.terms[a].idf + asked.terms[b].idf;
    let hits = seen.hits(seen.all());
    let next = |(a, b): (usize, usize)| is_close(hits, a, b, 1);
    let (found, wanted) = weigh_pairs(asked.pairs(), weight, next);

    let content: Vec<usize> = asked
        .sequence
        .iter()
        .copied()
        .filter(|i| !asked.terms[*i].stop)
        .collect();
    let content_pairs = || content.windows(2).map(|w| (w[0], w[1]));

    let near = |(a, b): (usize, usize)| is_close(hits, a, b, 3);
    let any = |(a, b): (usize, usize)| is_close(hits, a, b, 5) || is_close(hits, b, a, 5);
    let (ordered, all) = weigh_pairs(content_pairs(), weight, near);
    let (unordered, _) = weigh_pairs(content_pairs(), weight, any);

    [found / wanted, found, ordered / all, unordered / all]
}

/// Weight of the pairs that are there, and of all (never 0).
fn weigh_pairs(
    pairs: impl Iterator<Item = (usize, usize)>,
    weight: impl Fn((usize, usize)) -> f32,
    there: impl Fn((usize, usize)) -> bool,
) -> (f32, f32) {
    let mut found = 0.0;
    let mut all = 0.0;
    for pair in pairs {
        all += weight(pair);
        if there(pair) {
            found += weight(pair);
        }
    }

    (found, f32::max(all, 1.0))
}

/// Whether `b` stands at most `reach` words behind `a`.
fn is_close(hits: &[Hit], a: usize, b: usize, reach: usize) -> bool {
    hits.iter()
        .enumerate()
        .filter(|(_, hit)| hit.term == a)
        .any(|(i, hit)| {
            hits[i + 1..]
                .iter()
                .take_while(|next| next.at - hit.at <= reach)
                .any(|next| next.term == b)
        })
}
