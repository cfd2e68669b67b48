//! BM25 of a passage, of a sentence with what stands beside it, of a passage with its neighbours.
//!
//! Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with our
//! blended idf. Scores are given in units of the weight of the question, so that they compare across
//! questions.

use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Candidate;

/// Saturation: a passage-sized text says a word again only when it matters.
const K1: f32 = 1.6;
/// Length normalisation, low because passages are of one size.
const B: f32 = 0.4;

/// What a term counts that only the sentence before has, which often has the name behind a pronoun,
/// or the one after.
const BEFORE: f32 = 0.4;
const AFTER: f32 = 0.2;

/// BM25 of one sentence with what its neighbours add, in units of the weight of the question.
pub fn score_in_context(asked: &Asked, seen: &Candidate, sentence: usize, usual_words: f32) -> f32 {
    let length = seen.length(sentence..sentence + 1) as f32 / usual_words;
    let has = |sentence: Option<usize>, term: usize| {
        sentence.is_some_and(|at| seen.count(at..at + 1, term) > 0)
    };
    let before = sentence.checked_sub(1);
    let after = Some(sentence + 1).filter(|after| *after < seen.sentences.len());
    let near = |term: usize| {
        if has(before, term) {
            BEFORE
        } else if has(after, term) {
            AFTER
        } else {
            0.0
        }
    };

    asked.share(|term| {
        let frequency = seen.count(sentence..sentence + 1, term) as f32 + near(term);
        saturate_frequency(frequency, length)
    })
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

/// As [`score_counts`] for content terms, in units of the weight of the question.
pub fn score_share(asked: &Asked, count: impl Fn(usize) -> u32, length: f32) -> f32 {
    asked.share(|term| saturate_frequency(count(term) as f32, length))
}

fn saturate_frequency(frequency: f32, length: f32) -> f32 {
    frequency / (frequency + K1 * (1.0 - B + B * length))
}
