//! How sure we are of a quote from a passage that was read: the words' confidence and the reader's
//! together.
//!
//! The reader sees the quote twice, in its passage and alone. Beside other sentences it is often
//! surer than it should be, since one of them holds what the question names and another something
//! like the answer.

use std::sync::LazyLock;

use crate::confidence;
use crate::quote::{Window, reading};
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::SearchSpace;
use crate::reader::Verdict;

/// A logit beyond this says no more.
const SURE: f32 = 12.0;

/// Names of what is measured; the words' own confidence is the first.
const NAMES: [&str; 6] = [
    "words",
    "relevance",
    "answerable",
    "margin of the quote",
    "answerable alone",
    "margin alone",
];

/// Names of what is measured, in the order of a row.
pub fn column_names() -> &'static [&'static str] {
    &NAMES
}

/// The shipped model.
pub fn shipped_model() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("confidence, read", column_names()));
    &MODEL
}

/// Measures an answer, with what the reader makes of it `alone`; `None` if the passage of the quote
/// was not read.
pub fn measure_read_answer(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    space: &SearchSpace,
    alone: &Verdict,
) -> Option<Vec<f32>> {
    let passage = &ranked[window.passage];
    let verdict = &passage.read.as_ref()?.verdict;
    let answer = verdict.best_in(reading::window_bytes(window, passage));
    let margin = answer.map_or(-SURE, |answer| answer.score - verdict.none);

    let words = confidence::measure_answer(asked, ranked, window, space);
    Some(vec![
        confidence::shipped_model().score(&words),
        verdict.relevance,
        verdict.answerable,
        margin.clamp(-SURE, SURE),
        alone.answerable,
        alone.margin().clamp(-SURE, SURE),
    ])
}
