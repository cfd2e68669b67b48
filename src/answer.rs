//! Ranked passages -> an answer: a quote, or an honest no with the closest passages.

use std::ops::Range;

use anyhow::Result;

use crate::document::Span;
use crate::index::{Library, PassageInfo};
use crate::query::{Correction, Query};
use crate::rank::{Ranked, Weights, rank};
use crate::sentence::Cut;

/// Below this confidence the text is said not to answer.
pub const THRESHOLD: f32 = 0.5;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// In the reader's words.
    pub text: &'a str,
    /// The only document to look in.
    pub document: Option<u32>,
    /// How many passages to return.
    pub limit: usize,
}

/// The outcome of a question.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The question as it was asked.
    pub question: String,
    /// Words that were taken for typing errors.
    pub corrections: Vec<Correction>,
    /// How sure we are that the quote answers, 0 to 1.
    pub confidence: f32,
    /// The answer; `None` when the text does not answer.
    pub quote: Option<Quote>,
    /// The passages that fit best, best first; the quote lies in one of them.
    pub passages: Vec<Found>,
    /// Weight of each term that was looked for, heaviest first.
    pub terms: Vec<(String, f32)>,
}

/// One to three sentences that answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Which of the answer's passages it lies in.
    pub passage: usize,
    /// Its bytes.
    pub span: Span,
    /// Matching words, in bytes of the document, inside the span.
    pub highlights: Vec<Range<usize>>,
    /// Edges that are not edges of a sentence.
    pub cut: Cut,
}

/// A passage that fits the question.
#[derive(Debug, Clone)]
pub struct Found {
    /// Where it stands.
    pub passage: PassageInfo,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// Matching words, in bytes of the document.
    pub highlights: Vec<Range<usize>>,
    /// Name and share of each feature in the score.
    pub shares: Vec<(&'static str, f32)>,
}

impl Answer {
    /// Whether the text answers the question.
    pub fn is_answered(&self) -> bool {
        self.quote.is_some()
    }
}

/// Answers a question from the library.
///
/// # Errors
/// When the index cannot be read.
pub fn answer(library: &Library, question: &Question) -> Result<Answer> {
    let query = Query::new(library, question.text, question.document)?;
    let (mut ranked, weights) = rank(library, &query, question.document)?;
    ranked.truncate(question.limit.max(1));
    let confidence = ranked.first().map_or(0.0, |best| best.coverage.clamp(0.0, 1.0));
    let quote = ranked.first().filter(|_| confidence >= THRESHOLD).and_then(|best| quote(best, &weights));
    let mut terms: Vec<(String, f32)> = weights.iter().map(|(term, weight)| (term.clone(), *weight)).collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(Answer {
        question: query.text,
        corrections: query.corrections,
        confidence,
        quote,
        passages: ranked.into_iter().map(|r| found(r, &weights)).collect(),
        terms,
    })
}

fn found(ranked: Ranked, weights: &Weights) -> Found {
    let highlights = highlights(&ranked, weights, ranked.candidate.passage.span.range());
    Found { passage: ranked.candidate.passage, score: ranked.score, highlights, shares: ranked.shares }
}

/// Matching words inside `range`.
fn highlights(ranked: &Ranked, weights: &Weights, range: Range<usize>) -> Vec<Range<usize>> {
    let inside = |r: &Range<usize>| range.start <= r.start && r.end <= range.end;
    let words = ranked.candidate.words.iter().filter(|w| inside(&w.range) && weights.contains_key(&w.term));
    words.map(|w| w.range.clone()).collect()
}

/// The best sentence of the best passage.
fn quote(ranked: &Ranked, weights: &Weights) -> Option<Quote> {
    let candidate = &ranked.candidate;
    let value = |index: usize| -> f32 {
        let words: Vec<_> = candidate.words.iter().filter(|w| w.sentence == index).collect();
        let held = |(term, weight): (&String, &f32)| if words.iter().any(|w| w.term == *term) { *weight } else { 0.0 };
        weights.iter().map(held).sum()
    };
    let best = (0..candidate.sentences.len()).max_by(|a, b| value(*a).total_cmp(&value(*b)).then(b.cmp(a)))?;
    let sentence = &candidate.sentences[best];
    let span = Span { document: candidate.passage.span.document, start: sentence.range.start, end: sentence.range.end };
    Some(Quote { passage: 0, span, highlights: highlights(ranked, weights, span.range()), cut: sentence.cut })
}
