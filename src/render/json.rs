//! The JSON contract of `ask --json` and `--batch`, as `docs/json.md` documents it.
//!
//! The order of the fields below is their order in the output. All offsets are bytes of the
//! document's canonical text.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::answer::{Answer, Found};
use crate::document::Span;
use crate::index::{Library, PassageInfo};
use crate::render::Place;

#[derive(Serialize)]
struct Object<'a> {
    id: Option<&'a RawValue>,
    question: &'a str,
    answered: bool,
    confidence: f32,
    perhaps: bool,
    quote: Option<Quote<'a>>,
    passages: Vec<Passage<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    late: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation<'a>>,
}

#[derive(Serialize)]
struct Piece<'a> {
    document: &'a str,
    title: &'a str,
    section: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(flatten)]
    piece: Piece<'a>,
    highlights: Vec<[usize; 2]>,
    answer: Option<[usize; 2]>,
}

#[derive(Serialize)]
struct Passage<'a> {
    #[serde(flatten)]
    piece: Piece<'a>,
    score: f32,
}

#[derive(Serialize)]
struct Explanation<'a> {
    threshold: f32,
    terms: &'a [(String, f32)],
    corrections: Vec<[&'a str; 2]>,
    /// Of each passage: what each feature adds to its score.
    shares: Vec<BTreeMap<&'static str, f32>>,
    /// Of each passage: what the reader made of it; null where it was not read.
    reader: Vec<Option<Reading>>,
}

/// Logits, and the bytes of the document that the reader takes for the answer.
#[derive(Serialize)]
struct Reading {
    relevance: f32,
    answerable: f32,
    margin: f32,
    answer: Option<[usize; 2]>,
}

#[derive(Serialize)]
struct Failure<'a> {
    id: Option<&'a RawValue>,
    error: &'a str,
}

/// One answer as one line without its line end; `id` is handed back as it came.
///
/// # Errors
/// When the library is not the one that was asked, or is damaged.
pub fn render_answer(
    library: &Library,
    answer: &Answer,
    id: Option<&RawValue>,
    explain: bool,
) -> Result<String> {
    let object = Object {
        id,
        question: &answer.question,
        answered: answer.is_answered(),
        confidence: answer.confidence,
        perhaps: answer.is_perhaps(),
        quote: build_quote(library, answer)?,
        passages: answer
            .passages
            .iter()
            .map(|found| build_passage(library, found))
            .collect::<Result<_>>()?,
        late: Some(answer.late).filter(|late| *late > 0),
        explanation: explain.then(|| build_explanation(answer)),
    };

    Ok(serde_json::to_string(&object)?)
}

/// What stands in place of an answer that could not be given.
///
/// # Errors
/// Never, as far as we know.
pub fn render_failure(error: &str, id: Option<&RawValue>) -> Result<String> {
    Ok(serde_json::to_string(&Failure { id, error })?)
}

fn build_quote<'a>(library: &'a Library, answer: &Answer) -> Result<Option<Quote<'a>>> {
    let Some((quote, found)) = answer
        .quote
        .as_ref()
        .and_then(|q| Some((q, answer.passages.get(q.passage)?)))
    else {
        return Ok(None);
    };

    let highlights = quote.highlights.iter().map(|r| [r.start, r.end]).collect();
    Ok(Some(Quote {
        piece: build_piece(library, &found.passage, quote.span)?,
        highlights,
        answer: quote.answer.as_ref().map(|r| [r.start, r.end]),
    }))
}

fn build_passage<'a>(library: &'a Library, found: &Found) -> Result<Passage<'a>> {
    Ok(Passage {
        piece: build_piece(library, &found.passage, found.passage.span)?,
        score: found.score,
    })
}

fn build_piece<'a>(library: &'a Library, passage: &PassageInfo, span: Span) -> Result<Piece<'a>> {
    let Place {
        document,
        title,
        section,
        pages,
        ..
    } = Place::of_span(library, passage, span)?;
    let page = pages.map(|(first, _)| first);

    Ok(Piece {
        document,
        title,
        section,
        page,
        start: span.start,
        end: span.end,
        text: library.text(span)?,
    })
}

fn build_explanation(answer: &Answer) -> Explanation<'_> {
    Explanation {
        threshold: answer.thresholds.answers,
        terms: &answer.terms,
        corrections: answer
            .corrections
            .iter()
            .map(|c| [c.from.as_str(), c.to.as_str()])
            .collect(),
        shares: answer
            .passages
            .iter()
            .map(|found| found.shares().into_iter().collect())
            .collect(),
        reader: answer.passages.iter().map(build_reading).collect(),
    }
}

fn build_reading(found: &Found) -> Option<Reading> {
    let verdict = &found.read.as_ref()?.verdict;
    let start = found.passage.span.start;
    let answer = verdict.best().map(|answer| answer.place);
    Some(Reading {
        relevance: verdict.relevance,
        answerable: verdict.answerable,
        margin: verdict.margin(),
        answer: answer.map(|place| [start + place.start, start + place.end]),
    })
}
