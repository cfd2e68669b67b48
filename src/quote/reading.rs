//! Runs of sentences, chosen by where the reader sees the answer.
//!
//! The sentence that holds the reader's answer is the quote, unless the words speak strongly
//! against it; what counts for how much is fitted, as everywhere.

use std::ops::Range;
use std::sync::LazyLock;

use anyhow::Result;

use crate::document::{Span, Table};
use crate::index::Library;
use crate::quote::{Window, features, shipped_model as by_words, window_span};
use crate::rank::Ranked;
use crate::rank::features::find_columns;
use crate::rank::model::{Model, Weights};
use crate::rank::reading::excerpt_of;
use crate::reader::{Excerpt, Reader, Verdict};

/// An answer this many logits below another says no more.
const SURE: f32 = 12.0;

/// Names of what is measured about a window of a passage that was read.
const NAMES: [&str; 7] = [
    "passage",
    "words",
    "answer",
    "cuts the answer",
    "two sentences",
    "three sentences",
    "asks",
];

/// Names of what is measured, in the order of a row.
pub fn column_names() -> &'static [&'static str] {
    &NAMES
}

/// The shipped model that chooses.
pub fn shipped_model() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("quote, read", column_names()));
    &MODEL
}

/// Measures windows, a row each; those of passages that were not read get what says least for them.
pub fn measure_windows(windows: &[Window], ranked: &[Ranked]) -> Vec<Vec<f32>> {
    static ASKS: LazyLock<usize> =
        LazyLock::new(|| find_columns(&["asks"], features::column_names())[0]);
    let scores = windows.iter().map(|window| ranked[window.passage].score);
    let top = scores.fold(f32::MIN, f32::max);

    let row = |window: &Window| {
        let passage = &ranked[window.passage];
        let (answer, cuts) = measure_answer(window, passage);
        let count = window.sentences.len();
        vec![
            passage.score - top,
            by_words().score(&window.row),
            answer,
            f32::from(cuts),
            f32::from(count == 2),
            f32::from(count == 3),
            window.row[*ASKS],
        ]
    };
    windows.iter().map(row).collect()
}

/// How far the best answer in the window is below the best in the passage, in logits, and whether
/// the window cuts that one.
fn measure_answer(window: &Window, passage: &Ranked) -> (f32, bool) {
    let Some(verdict) = passage.read.as_ref().map(|read| &read.verdict) else {
        return (-SURE, false);
    };
    let bytes = window_bytes(window, passage);
    let best = verdict.best();
    let inside = verdict.best_in(bytes.clone());
    let (Some(best), Some(inside)) = (best, inside) else {
        return (-SURE, false);
    };

    let holds = bytes.start <= best.place.start && best.place.end <= bytes.end;
    let touches = bytes.start < best.place.end && best.place.start < bytes.end;
    let below = (inside.score - best.score).max(-SURE);
    (below, touches && !holds)
}

/// Where the reader sees the answer in a window, in bytes of the document; `None` if it has not read
/// the passage.
pub fn find_answer(window: &Window, passage: &Ranked) -> Option<Range<usize>> {
    let verdict = &passage.read.as_ref()?.verdict;
    let place = verdict.best_in(window_bytes(window, passage))?.place;

    let start = passage.passage().span.start;
    Some(start + place.start..start + place.end)
}

/// Bytes of the passage's text that a window covers.
pub fn window_bytes(window: &Window, passage: &Ranked) -> Range<usize> {
    let (span, start) = (
        window_span(passage, &window.sentences),
        passage.passage().span.start,
    );
    span.start - start..span.end - start
}

/// Reads a window by itself, where nothing beside it can be taken for the answer.
///
/// # Errors
/// When the index cannot be read or the reader fails.
pub fn read_alone(
    reader: &Reader,
    library: &Library,
    question: &str,
    window: &Window,
    passage: &Ranked,
) -> Result<Option<Verdict>> {
    let quoted = window_span(passage, &window.sentences);
    let excerpt = excerpt_of(library, passage.passage(), quoted)?;
    let before = find_head_above(library, quoted)?.unwrap_or(excerpt.before);
    let excerpt = Excerpt { before, ..excerpt };
    Ok(reader.read(question, &[excerpt])?.pop())
}

/// The head of the table that some rows stand in, which says what their cells are.
fn find_head_above(library: &Library, rows: Span) -> Result<Option<&str>> {
    let tables = &library.document(rows.document)?.tables;
    let table = Table::find_at(tables, rows.start);
    let table = table.filter(|table| table.head.end <= rows.start && rows.end <= table.end);
    let text = library.full_text(rows.document)?;
    Ok(table.map(|table| &text[table.head.clone()]))
}
