//! BM25 over the passage, over its best sentences, and of its neighbours and document.
//!
//! Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with our
//! blended idf. Scores are shares of the highest possible score, so that they compare across
//! questions; the raw score is kept too, as long questions are surer ones.

use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Candidate;

/// Saturation: a passage-sized text says a word again only when it matters.
const K1: f32 = 1.6;
/// Length normalisation, low because passages are of one size.
const B: f32 = 0.4;

/// Names of [`measure_passage`].
pub const PASSAGE: [&str; 4] = ["bm25", "bm25 raw", "bm25 of all words", "bm25 of names"];

/// BM25 of the passage: content terms (share, raw), all terms, names only.
pub fn measure_passage(asked: &Asked, seen: &Candidate, average: f32) -> [f32; 4] {
    let length = seen.length(seen.all()) as f32 / average;
    let of = |weight: &dyn Fn(&Term) -> f32| {
        score_counts(asked, |term| seen.count(seen.all(), term), length, weight)
    };

    let content = of(&Term::weight);
    let all = of(&|t| t.idf);
    let names = of(&|t| if t.name { t.weight() } else { 0.0 });
    let best = asked.content_weight * (K1 + 1.0);

    [
        content / best,
        content,
        all / (asked.total_weight * (K1 + 1.0)),
        names / best,
    ]
}

/// Names of [`measure_windows`].
pub const WINDOWS: [&str; 4] = [
    "best sentence",
    "best sentence raw",
    "best 3 sentences",
    "best sentence in context",
];

/// BM25 of the passage's best sentence (share, raw), of its best run of three, and of its best
/// sentence with what its neighbours add.
pub fn measure_windows(asked: &Asked, seen: &Candidate, average: f32) -> [f32; 4] {
    let count = seen.sentences.len();
    let sentence_words = average / 4.0;
    let best = asked.content_weight * (K1 + 1.0);
    let of = |range: std::ops::Range<usize>, usual: f32| {
        score_counts(
            asked,
            |term| seen.count(range.clone(), term),
            seen.length(range.clone()) as f32 / usual,
            Term::weight,
        )
    };

    let one = (0..count)
        .map(|i| of(i..i + 1, sentence_words))
        .fold(0.0, f32::max);
    let three = (0..count)
        .map(|i| of(i..(i + 3).min(count), 3.0 * sentence_words))
        .fold(0.0, f32::max);
    let context = (0..count)
        .map(|i| score_in_context(asked, seen, i, sentence_words))
        .fold(0.0, f32::max);

    [one / best, one, three / best, context / best]
}

/// What a term counts that only the sentence before has, which often has the name behind a pronoun,
/// or the one after.
const BEFORE: f32 = 0.4;
const AFTER: f32 = 0.2;

/// BM25 of one sentence with what its neighbours add.
pub fn score_in_context(asked: &Asked, seen: &Candidate, sentence: usize, usual_words: f32) -> f32 {
    let length = seen.length(sentence..sentence + 1) as f32 / usual_words;
    let count = |sentence: usize, term: usize| seen.count(sentence..sentence + 1, term);

    let near = |term: usize| {
        let before = sentence
            .checked_sub(1)
            .is_some_and(|before| count(before, term) > 0);
        let after = sentence + 1 < seen.sentences.len() && count(sentence + 1, term) > 0;
        if before {
            BEFORE
        } else if after {
            AFTER
        } else {
            0.0
        }
    };

    let frequency = |(i, _): &(usize, &Term)| count(sentence, *i) as f32 + near(*i);
    asked
        .content()
        .map(|term| term.1.weight() * saturate_frequency(frequency(&term), length))
        .sum()
}

/// BM25 of a text with these counts of the question's terms; `length` is relative to the average.
pub fn score_counts(
    asked: &Asked,
    count: impl Fn(usize) -> u32,
    length: f32,
    weight: impl Fn(&Term) -> f32,
) -> f32 {
    let terms = asked.terms.iter().enumerate();
    terms
        .map(|(at, term)| weight(term) * saturate_frequency(count(at) as f32, length))
        .sum()
}

/// As [`score_counts`] for content terms, as a share of the highest possible score.
pub fn score_share(asked: &Asked, count: impl Fn(usize) -> u32, length: f32) -> f32 {
    as_share(asked, score_counts(asked, count, length, Term::weight))
}

/// A score as a share of the highest possible one.
pub fn as_share(asked: &Asked, score: f32) -> f32 {
    score / (asked.content_weight * (K1 + 1.0))
}

fn saturate_frequency(frequency: f32, length: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
}
