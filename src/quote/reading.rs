//! Runs of sentences, chosen by where the reader sees the answer.
//!
//! The sentence that holds the reader's answer is the quote, unless the words speak strongly against it; what
//! counts for how much is fitted, as everywhere.

use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::marks::Marks;
use crate::quote::{MAX_SENTENCES, MAX_WORDS, Window, features, shipped as by_words, span};
use crate::rank::Ranked;
use crate::rank::candidate::Word;
use crate::rank::model::{Model, Weights};

/// An answer this many logits above or below another says no more.
const SURE: f32 = 12.0;

/// An answer this many logits below the best is not near it.
const NEAR: f32 = 3.0;
/// What [`answer`] gives where the reader sees none.
const NOTHING: [f32; 5] = [-SURE, -NEAR, 0.0, 0.0, -SURE];

/// Names of what is measured about a window of a passage that was read.
const NAMES: [&str; 13] = [
    "passage",
    "passage: share",
    "words",
    "answer",
    "answer, if near",
    "holds the answer",
    "cuts the answer",
    "margin",
    "length",
    "two sentences",
    "three sentences",
    "opens with pronoun",
    "asks",
];

/// Names of what is measured, in the order of a row.
pub fn names() -> &'static [&'static str] {
    &NAMES
}

/// The shipped model that chooses.
pub fn shipped() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("quote, read", names()));
    &MODEL
}

/// Measures windows, a row each; those of passages that were not read get what says least for them.
pub fn measure(windows: &[Window], ranked: &[Ranked]) -> Vec<Vec<f32>> {
    let best = windows.iter().map(|window| &ranked[window.passage]);
    let top = best.clone().map(|p| p.score).fold(f32::MIN, f32::max);
    let mut passages: Vec<usize> = windows.iter().map(|window| window.passage).collect();
    passages.dedup();
    let total: f32 = passages
        .iter()
        .map(|at| (ranked[*at].score - top).exp())
        .sum();

    windows
        .iter()
        .map(|window| {
            let passage = &ranked[window.passage];
            let below = passage.score - top;
            let mut row = vec![below, below.exp() / total, by_words().score(&window.row)];
            row.extend(answer(window, passage));
            row.extend(look(window));
            row
        })
        .collect()
}

/// How the window stands to the reader's answer.
fn answer(window: &Window, passage: &Ranked) -> [f32; 5] {
    let Some(read) = &passage.read else {
        return NOTHING;
    };
    let bytes = bytes(window, passage);
    let (best, inside) = (read.verdict.best(), read.verdict.best_in(bytes.clone()));
    let (Some(best), Some(inside)) = (best, inside) else {
        return NOTHING;
    };

    let below = (inside.score - best.score).max(-SURE);
    let holds = bytes.start <= best.place.start && best.place.end <= bytes.end;
    let touches = bytes.start < best.place.end && best.place.start < bytes.end;
    [
        below,
        below.max(-NEAR),
        f32::from(holds),
        f32::from(touches && !holds),
        (inside.score - read.verdict.none).clamp(-SURE, SURE),
    ]
}

/// Bytes of the passage's text that a window covers.
pub fn bytes(window: &Window, passage: &Ranked) -> Range<usize> {
    let (span, start) = (
        span(passage, &window.sentences),
        passage.passage().span.start,
    );
    span.start - start..span.end - start
}

/// What it looks like.
fn look(window: &Window) -> [f32; 5] {
    static COLUMNS: LazyLock<Vec<usize>> =
        LazyLock::new(|| features::columns(&["opens with pronoun", "asks"]));
    let count = window.sentences.len();
    [
        (window.words.max(1) as f32).ln(),
        f32::from(count == 2),
        f32::from(count == 3),
        window.row[COLUMNS[0]],
        window.row[COLUMNS[1]],
    ]
}

/// The window with the sentence before it, where it opens with a pronoun and that sentence may hold the name.
pub fn with_name(window: &Window, ranked: &[Ranked]) -> Window {
    let seen = &ranked[window.passage].candidate;
    let start = window.sentences.start;
    let first = seen.words(window.sentences.clone()).first();
    if start == 0
        || window.sentences.len() == MAX_SENTENCES
        || !first.is_some_and(|word| word.marks.has(Marks::PRONOUN))
    {
        return window.clone();
    }

    let before = seen.words(start - 1..start);
    let is_name = |word: &Word| word.capital && !word.stop && !word.marks.has(Marks::PRONOUN);
    let words = window.words + before.len() as u32;
    if words > MAX_WORDS || !before.iter().any(is_name) {
        return window.clone();
    }
    Window {
        sentences: start - 1..window.sentences.end,
        words,
        ..window.clone()
    }
}
