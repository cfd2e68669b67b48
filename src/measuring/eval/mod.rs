//! How good the answers are: every question of a truth file is asked and the outcome is measured.

pub mod measures;
pub mod report;
pub mod truth;

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::answer::consider_texts;
use crate::ids::DocumentId;
use crate::index::{Library, Scope};
use crate::language::{Language, is_unspaced};
use crate::quote;
use crate::rank::statistics::SearchSpace;
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
    pub document: DocumentId,
    /// The language of that.
    pub language: Language,
    /// Whether the text answers it.
    pub answerable: bool,
    /// Whether the answer stands in the text in so many words.
    pub explicit: bool,
    /// Rank of the first right passage, from 1.
    pub rank: Option<usize>,
    /// Whether the best quote was right.
    pub right: bool,
    /// How long it is, if there is one.
    pub length: Option<Length>,
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

/// How long a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// In words.
    Words(usize),
    /// In characters, where no spaces stand between words.
    Characters(usize),
}

impl Length {
    /// `None` of nothing.
    fn of(text: &str) -> Option<Length> {
        let letters = || text.chars().filter(|c| c.is_alphanumeric());
        let unspaced = letters().filter(|c| is_unspaced(*c)).count();
        if text.is_empty() {
            return None;
        }

        // Names and figures stand among the letters of any script.
        Some(if unspaced * 5 > letters().count() {
            Length::Characters(text.chars().filter(|c| !c.is_whitespace()).count())
        } else {
            Length::Words(text.split_whitespace().count())
        })
    }
}

/// Asks one question; where its set has no near misses, also of a document that does not answer it.
///
/// # Errors
/// When the index cannot be read.
pub fn ask_case(
    library: &Library,
    case: &Case,
    at: Reach,
    near_misses: bool,
    effort: Effort,
) -> Result<Outcome> {
    let scope = if at == Reach::Story {
        Scope::Document(case.document)
    } else {
        Scope::Library
    };
    let begun = Instant::now();
    let space = SearchSpace::new(library, library.passages_in(scope)?)?;
    let considered = consider_texts(library, &case.question, &space, effort)?;
    let took = begun.elapsed();

    let rank = considered
        .ranked
        .iter()
        .take(10)
        .position(|r| case.is_hit(r.passage().span))
        .map(|at| at + 1);
    let mut right = false;
    let mut quoted = String::new();
    if let Some(window) = &considered.choice {
        let span = quote::window_span(&considered.ranked[window.passage], &window.sentences);
        library.text(span)?.clone_into(&mut quoted);
        right = case.is_right(span, &quoted);
    }
    // Where people wrote near misses, those are what a no is measured by.
    let elsewhere = match other_document(library, case) {
        Some(other) if at == Reach::Story && !near_misses => {
            Some(confidence_elsewhere(library, case, other, effort)?)
        }
        _ => None,
    };
    Ok(Outcome {
        document: case.document,
        language: case.language,
        answerable: !case.gold.is_empty(),
        explicit: case.explicit,
        rank,
        right,
        length: Length::of(&quoted),
        confidence: considered.confidence,
        threshold: considered.thresholds.answers,
        elsewhere,
        quoted,
        took,
    })
}

/// A document in the same language that a question is not about: always the same one, but another
/// for each question.
pub fn other_document(library: &Library, case: &Case) -> Option<DocumentId> {
    let documents = library.documents_with_ids();
    let alike: Vec<DocumentId> = documents
        .filter(|(_, info)| info.language == case.language)
        .map(|(id, _)| id)
        .collect();
    let own = alike.iter().position(|id| *id == case.document)?;
    let count = alike.len() as u32;

    let step = 1 + u32::from_le_bytes(
        *blake3::hash(case.id.as_bytes())
            .as_bytes()
            .first_chunk()
            .unwrap_or(&[0; 4]),
    ) % (count - 1).max(1);
    let other = alike[((own as u32 + step) % count) as usize];
    (other != case.document).then_some(other)
}

/// Whether some of the questions have no answer.
pub fn has_near_misses(cases: &[Case]) -> bool {
    cases.iter().any(|case| case.gold.is_empty())
}

fn confidence_elsewhere(
    library: &Library,
    case: &Case,
    other: DocumentId,
    effort: Effort,
) -> Result<f32> {
    let passages = library.passages_in(Scope::Document(other))?;
    Ok(consider_texts(
        library,
        &case.question,
        &SearchSpace::new(library, passages)?,
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
