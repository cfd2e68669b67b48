//! How sure we are of a quote from a passage that was read: the words' confidence and the reader's together.

use std::sync::LazyLock;

use crate::confidence::{self, is_short};
use crate::quote::{Window, reading};
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::Collection;
use crate::reader::Verdict;

/// A logit beyond this says no more.
const SURE: f32 = 12.0;

/// Names of what is measured; the words' own confidence is the first.
const NAMES: [&str; 14] = [
    "words",
    "relevance",
    "relevance above next",
    "relevance above mean",
    "answerable",
    "answerable elsewhere",
    "margin",
    "margin below 0",
    "margin elsewhere",
    "margin of the quote",
    "score above next",
    "short text",
    "short text: margin",
    "short text: answerable",
];

/// Names of what is measured, in the order of a row.
pub fn names() -> &'static [&'static str] {
    &NAMES
}

/// The shipped model.
pub fn shipped() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("confidence, read", names()));
    &MODEL
}

/// Measures an answer from passages of which the best were read; `None` if that of the quote was not.
pub fn measure(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    collection: &Collection,
) -> Option<Vec<f32>> {
    let chosen = &ranked[window.passage];
    let verdict = &chosen.read.as_ref()?.verdict;
    let others: Vec<_> = ranked
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != window.passage)
        .filter_map(|(_, passage)| Some((passage.score, &passage.read.as_ref()?.verdict)))
        .collect();

    let most = |value: fn(&(f32, &Verdict)) -> f32| others.iter().map(value).reduce(f32::max);
    // With nothing beside it, a passage stands above others as far as counts.
    let above =
        |own: f32, next: Option<f32>| next.map_or(SURE, |next| (own - next).clamp(-SURE, SURE));
    let elsewhere = |next: Option<f32>| next.unwrap_or(-SURE).clamp(-SURE, SURE);

    let margin = verdict.margin().clamp(-SURE, SURE);
    let quoted = verdict
        .best_in(reading::bytes(window, chosen))
        .map_or(-SURE, |answer| {
            (answer.score - verdict.none).clamp(-SURE, SURE)
        });
    let mean = others.iter().map(|(_, v)| v.relevance).sum::<f32>() / others.len().max(1) as f32;
    let short = f32::from(is_short(collection));

    let words = confidence::measure(asked, ranked, window, collection);
    Some(vec![
        confidence::shipped(collection).score(&words),
        verdict.relevance,
        above(verdict.relevance, most(|(_, v)| v.relevance)),
        verdict.relevance - mean,
        verdict.answerable,
        elsewhere(most(|(_, v)| v.answerable)),
        margin,
        margin.min(0.0),
        elsewhere(most(|(_, v)| v.margin())),
        quoted,
        above(chosen.score, most(|(score, _)| *score)),
        short,
        short * margin,
        short * verdict.answerable,
    ])
}
