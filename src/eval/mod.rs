//! How good the answers are: every question of a truth file is asked and the outcome is measured.

pub mod measures;
pub mod report;
pub mod truth;

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::answer::consider;
use crate::index::{Library, Scope};
use crate::quote;
use crate::rank::statistics::Collection;
use crate::reader::Effort;
use truth::Case;

/// Where a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Reach {
    /// Only in its own document.
    Story,
    /// In the whole library.
    Library,
}

/// What came of one question.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The document it is about.
    pub document: u32,
    /// Whether the text answers it.
    pub answerable: bool,
    /// Whether the answer stands in the text in so many words.
    pub explicit: bool,
    /// Rank of the first right passage, from 1.
    pub rank: Option<usize>,
    /// Whether the best quote was right.
    pub right: bool,
    /// Its length in words.
    pub words: usize,
    /// Confidence in it.
    pub confidence: f32,
    /// What it is held against.
    pub threshold: f32,
    /// Confidence when the question is asked of a document that is not its own.
    pub elsewhere: Option<f32>,
    /// The best quote.
    pub quoted: String,
    /// How long the answer took.
    pub took: Duration,
}

/// Asks one question.
///
/// # Errors
/// When the index cannot be read.
pub fn ask(library: &Library, case: &Case, at: Reach, effort: Effort) -> Result<Outcome> {
    let scope = if at == Reach::Story {
        Scope::Document(case.document)
    } else {
        Scope::Library
    };
    let begun = Instant::now();
    let collection = Collection::new(library, library.passages_in(scope)?)?;
    let considered = consider(library, &case.question, &collection, effort)?;
    let took = begun.elapsed();

    let rank = considered
        .ranked
        .iter()
        .take(10)
        .position(|r| case.is_hit(r.passage().span))
        .map(|at| at + 1);
    let (mut right, mut quoted) = (false, String::new());
    if let Some(window) = &considered.choice {
        let span = quote::span(&considered.ranked[window.passage], &window.sentences);
        quoted = library.text(span)?.to_owned();
        right = case.is_right(span, &quoted);
    }
    // Where people wrote near misses, those are what a no is measured by.
    let elsewhere = if at == Reach::Story && !case.exact && library.documents().len() > 1 {
        Some(confidence_elsewhere(library, case, effort)?)
    } else {
        None
    };
    Ok(Outcome {
        document: case.document,
        answerable: !case.gold.is_empty(),
        explicit: case.explicit,
        rank,
        right,
        words: quoted.split_whitespace().count(),
        confidence: considered.confidence,
        threshold: considered.thresholds.answers,
        elsewhere,
        quoted,
        took,
    })
}

/// A document that a question is not about: always the same one, but another for each question.
pub fn other_document(library: &Library, case: &Case) -> u32 {
    let count = library.documents().len() as u32;
    let step = 1 + u32::from_le_bytes(
        *blake3::hash(case.id.as_bytes())
            .as_bytes()
            .first_chunk()
            .unwrap_or(&[0; 4]),
    ) % (count - 1).max(1);
    (case.document + step) % count
}

fn confidence_elsewhere(library: &Library, case: &Case, effort: Effort) -> Result<f32> {
    let passages = library.passages_in(Scope::Document(other_document(library, case)))?;
    Ok(consider(
        library,
        &case.question,
        &Collection::new(library, passages)?,
        effort,
    )?
    .confidence)
}

impl Outcome {
    /// Whether a reader would have been given the quote.
    pub fn is_answered(&self) -> bool {
        self.confidence >= self.threshold
    }
}
