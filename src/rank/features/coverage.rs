//! How much of the question the passage holds, and what it lacks.

use crate::rank::asked::Asked;
use crate::rank::candidate::Seen;

/// Names of [`coverage`].
pub const COVERAGE: [&str; 6] = [
    "share of weight",
    "share of terms",
    "heaviest missing term",
    "names missing",
    "share in one sentence",
    "closeness",
];

/// Share of the content weight and of the content terms in the passage, the heaviest missing term
/// and the missing names (as shares of the weight), the share in the fullest sentence, and how close
/// together the found terms stand.
pub fn coverage(asked: &Asked, seen: &Seen) -> [f32; 6] {
    let content: Vec<_> = asked.content().collect();
    let missing = || content.iter().filter(|(i, _)| !seen.has(*i));
    let lost: f32 = missing().map(|(_, t)| t.weight()).sum();
    let heaviest = missing().map(|(_, t)| t.weight()).fold(0.0, f32::max);
    let names: f32 = missing().filter(|(_, t)| t.name).map(|(_, t)| t.weight()).sum();
    let in_sentence =
        |counts: &Vec<u32>| -> f32 { content.iter().filter(|(i, _)| counts[*i] > 0).map(|(_, t)| t.weight()).sum() };
    let fullest = seen.counts.iter().map(in_sentence).fold(0.0, f32::max);
    let whole = asked.content_weight;
    let found = content.len() - missing().count();
    [
        1.0 - lost / whole,
        found as f32 / content.len().max(1) as f32,
        heaviest / whole,
        names / whole,
        fullest / whole,
        closeness(asked, seen),
    ]
}

/// Weight of neighbouring different hits over the words between them, as a share of the content
/// weight: Rasolofo & Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems" (2003).
fn closeness(asked: &Asked, seen: &Seen) -> f32 {
    let mut best = vec![0.0_f32; asked.terms.len()];
    let mut last: Option<(usize, usize)> = None;
    for (at, hit) in seen.hits.iter().enumerate() {
        let Some(term) = hit.filter(|term| !asked.terms[*term].stop) else { continue };
        if let Some((before, other)) = last.filter(|(_, other)| *other != term) {
            let near = 1.0 / (at - before) as f32;
            best[term] = best[term].max(near);
            best[other] = best[other].max(near);
        }
        last = Some((at, term));
    }
    let weight = asked.terms.iter().zip(&best).map(|(t, near)| t.weight() * near.sqrt()).sum::<f32>();
    weight / asked.content_weight
}
