//! How much of the question the passage holds, and what it lacks.

use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Hit};

/// Names of [`measure_coverage`].
pub const COVERAGE: [&str; 6] = [
    "share of weight",
    "share of terms",
    "heaviest missing term",
    "names missing",
    "share in one sentence",
    "closeness",
];

/// Share of the content weight and of the content terms in the passage, the heaviest missing term
/// and the missing names (as shares of the weight), the share in the fullest sentence, and how
/// close together the found terms stand.
pub fn measure_coverage(asked: &Asked, seen: &Candidate) -> [f32; 6] {
    let missing = || asked.content().filter(|(i, _)| !seen.has(*i));
    let lost: f32 = missing().map(|(_, t)| t.weight()).sum();
    let heaviest = missing().map(|(_, t)| t.weight()).fold(0.0, f32::max);
    let names: f32 = missing()
        .filter(|(_, t)| t.name)
        .map(|(_, t)| t.weight())
        .sum();

    let in_sentence = |sentence: usize| -> f32 {
        let held = asked
            .content()
            .filter(|(i, _)| seen.count(sentence..sentence + 1, *i) > 0);
        held.map(|(_, t)| t.weight()).sum()
    };
    let fullest = seen.all().map(in_sentence).fold(0.0, f32::max);

    let whole = asked.content_weight;
    let content = asked.content().count();
    let missing = missing().count();
    [
        1.0 - lost / whole,
        (content - missing) as f32 / content.max(1) as f32,
        heaviest / whole,
        names / whole,
        fullest / whole,
        measure_closeness(asked, seen),
    ]
}

/// Weight of neighbouring different hits over the words between them, as a share of the content
/// weight: Rasolofo & Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems" (2003).
fn measure_closeness(asked: &Asked, seen: &Candidate) -> f32 {
    let mut best = vec![0.0_f32; asked.terms.len()];
    let mut last: Option<(usize, usize)> = None;

    for &Hit { at, term, .. } in seen
        .hits(seen.all())
        .iter()
        .filter(|hit| !asked.terms[hit.term].stop)
    {
        if let Some((before, other)) = last.filter(|(_, other)| *other != term) {
            let near = 1.0 / (at - before) as f32;
            best[term] = best[term].max(near);
            best[other] = best[other].max(near);
        }
        last = Some((at, term));
    }

    let weight = asked
        .terms
        .iter()
        .zip(&best)
        .map(|(t, near)| t.weight() * near.sqrt())
        .sum::<f32>();
    weight / asked.content_weight
}

/// Names of [`measure_letters`].
pub const LETTERS: [&str; 1] = ["similar letters"];

/// Weight of the question's terms, each counted by the word most like it in its letters, as a
/// share: inflections that the stemmer does not join, compounds, typing errors.
pub fn measure_letters(asked: &Asked, seen: &Candidate) -> [f32; 1] {
    let likeness = |i: usize| {
        if seen.has(i) {
            1.0
        } else {
            seen.written(seen.all(), i)
        }
    };

    [asked
        .content()
        .map(|(i, term)| term.weight() * likeness(i))
        .sum::<f32>()
        / asked.content_weight]
}
