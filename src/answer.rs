//! Ranked passages -> an answer: a quote, or an honest no with the closest passages.

use std::ops::Range;

use anyhow::{Context, Result};

use crate::confidence;
use crate::document::Span;
use crate::index::{Library, PassageInfo, Scope};
use crate::language::Language;
use crate::query::{Correction, Query};
use crate::quote::{self, Window};
use crate::rank::asked::Asked;
use crate::rank::model::Model;
use crate::rank::statistics::Collection;
use crate::rank::{self, Ranked};
use crate::sentence::Cut;

/// Below this confidence the text is said not to answer.
pub const THRESHOLD: f32 = 0.5;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// In the reader's words.
    pub text: &'a str,
    /// The texts to look in.
    pub scope: Scope,
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
    /// What was measured, in the order of [`rank::features::names`].
    pub row: Vec<f32>,
    /// What weighed it.
    pub model: &'static Model,
}

impl Found {
    /// Name of each feature and what it adds to the score, largest first; those that add nothing are left out.
    pub fn shares(&self) -> Vec<(&'static str, f32)> {
        let named = rank::features::names()
            .iter()
            .map(String::as_str)
            .zip(self.model.shares(&self.row));
        let mut shares: Vec<(&'static str, f32)> =
            named.filter(|(_, share)| share.abs() >= 0.005).collect();
        shares.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        shares
    }
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
    let collection = Collection::new(library, library.passages_in(question.scope)?)?;
    let model = rank::shipped(&collection);
    let Considered {
        query,
        asked,
        mut ranked,
        choice,
        confidence,
    } = consider(library, question.text, &collection)?;
    let quote = choice
        .filter(|_| confidence >= THRESHOLD)
        .map(|window| Quote {
            passage: window.passage,
            span: quote::span(&ranked[window.passage], &window.sentences),
            highlights: Vec::new(),
            cut: quote::cut(&ranked[window.passage], &window.sentences),
        });
    ranked.truncate(
        question
            .limit
            .max(quote.as_ref().map_or(1, |q| q.passage + 1)),
    );
    let quote = quote.map(|q| Quote {
        highlights: highlights(&ranked[q.passage], &asked, q.span.range()),
        ..q
    });
    let mut terms: Vec<(String, f32)> = asked
        .content()
        .map(|(_, t)| (t.text.clone(), t.weight()))
        .collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(Answer {
        question: query.text,
        corrections: query.corrections,
        confidence,
        quote,
        passages: ranked
            .into_iter()
            .map(|r| found(r, &asked, model))
            .collect(),
        terms,
    })
}

/// Everything that is known about a question before it is decided whether it is answered.
#[derive(Debug)]
pub struct Considered {
    /// The question, analysed as the texts that answer it best.
    pub query: Query,
    /// The question in front of its collection.
    pub asked: Asked,
    /// The passages, best first.
    pub ranked: Vec<Ranked>,
    /// The best quote, if any passage was found.
    pub choice: Option<Window>,
    /// How sure we are that it answers, 0 to 1.
    pub confidence: f32,
}

/// Asks the texts of a collection, those in each language by themselves, and keeps what answers best.
///
/// # Errors
/// When the index cannot be read.
pub fn consider(library: &Library, question: &str, collection: &Collection) -> Result<Considered> {
    let languages = library.languages(&collection.passages);
    let (first, others) = languages
        .split_first()
        .context("a question was asked of no text")?;
    let mut best = consider_in(library, question, collection, *first)?;
    for language in others {
        let next = consider_in(library, question, collection, *language)?;
        if next.confidence > best.confidence {
            best = next;
        }
    }
    Ok(best)
}

/// Ranks, chooses the quote and weighs the confidence among the texts in one language.
fn consider_in(
    library: &Library,
    question: &str,
    collection: &Collection,
    language: Language,
) -> Result<Considered> {
    let query = Query::new(library, question, &collection.passages, language)?;
    let (asked, ranked) =
        rank::measure(library, &query, collection)?.rank(rank::shipped(collection));
    let text = |span| library.text(span).unwrap_or_default();
    let mut windows = quote::windows(&asked, &ranked, &text);
    let choice = quote::choose(&windows, quote::shipped()).map(|at| windows.swap_remove(at));
    let confidence = choice.as_ref().map_or(0.0, |window| {
        confidence::shipped(collection)
            .probability(&confidence::measure(&asked, &ranked, window, collection))
    });
    Ok(Considered {
        query,
        asked,
        ranked,
        choice,
        confidence,
    })
}

fn found(ranked: Ranked, asked: &Asked, model: &'static Model) -> Found {
    let highlights = highlights(&ranked, asked, ranked.passage().span.range());
    Found {
        score: ranked.score,
        row: ranked.row,
        model,
        passage: ranked.candidate.passage,
        highlights,
    }
}

/// Matching words inside `range`.
fn highlights(ranked: &Ranked, asked: &Asked, range: Range<usize>) -> Vec<Range<usize>> {
    let seen = &ranked.candidate;
    let hits = seen
        .hits(seen.all())
        .iter()
        .filter(|hit| !asked.terms[hit.term].stop);
    let inside = |r: &Range<usize>| range.start <= r.start && r.end <= range.end;
    hits.map(|hit| hit.range.clone()).filter(inside).collect()
}
