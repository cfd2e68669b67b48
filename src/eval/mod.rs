//! How good the answers are: every question of a truth file is asked and the outcome is measured.

pub mod measures;
pub mod report;
pub mod truth;

use anyhow::Result;

use crate::answer::{THRESHOLD, consider};
use crate::index::{Library, Scope};
use crate::quote;
use crate::rank::statistics::Collection;
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
    /// Confidence when the question is asked of a document that is not its own.
    pub elsewhere: Option<f32>,
    /// The best quote.
    pub quoted: String,
}

/// Asks one question.
///
/// # Errors
/// When the index cannot be read.
pub fn ask(library: &Library, case: &Case, at: Reach) -> Result<Outcome> {
    let scope = if at == Reach::Story {
        Scope::Document(case.document)
    } else {
        Scope::Library
    };
    let considered = consider(
        library,
        &case.question,
        &Collection::new(library, library.passages_in(scope)?)?,
    )?;
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
    let elsewhere = if at == Reach::Story && library.documents().len() > 1 {
        Some(confidence_elsewhere(library, case)?)
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
        elsewhere,
        quoted,
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

fn confidence_elsewhere(library: &Library, case: &Case) -> Result<f32> {
    let passages = library.passages_in(Scope::Document(other_document(library, case)))?;
    Ok(consider(
        library,
        &case.question,
        &Collection::new(library, passages)?,
    )?
    .confidence)
}

impl Outcome {
    /// Whether a reader would have been given the quote.
    pub fn is_answered(&self) -> bool {
        self.confidence >= THRESHOLD
    }
}
