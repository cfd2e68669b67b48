//! How sure we are that the quote answers: a calibrated probability.
//!
//! A logistic model over what is known when the quote has been chosen, fitted on questions asked of
//! their own text, of texts that do not answer them, and of their own text with the answer taken
//! out (Platt scaling, Platt 1999, is the case of one feature). Short texts have a model of their
//! own.

pub mod languages;
pub mod reading;

use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::marks::Marks;
use crate::ids::Ids;
use crate::language::Language;
use crate::query::Kind;
use crate::quote::{Window, features as quoted};
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::candidate::Candidate;
use crate::rank::features;
use crate::rank::features::expected::{Expected, find_expected};
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::SearchSpace;
use crate::reader::Verdict;

/// A text of at most this many passages is short: its own term statistics say little.
const SHORT: usize = 12;

/// Whether a search space is a short text.
pub fn is_short(space: &SearchSpace) -> bool {
    space.passages.len() <= SHORT
}

/// The shipped model for a search space.
pub fn shipped_model(space: &SearchSpace) -> &'static Model {
    static LONG: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("confidence", column_names()));
    static SHORT: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("confidence in a short text", column_names()));
    if is_short(space) { &SHORT } else { &LONG }
}

/// What a confidence is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// From here on the text is said to answer.
    pub answers: f32,
    /// From here on without a "perhaps".
    pub sure: f32,
}

impl Thresholds {
    /// For a passage that was read. A quote that is right one time in three is worth showing, with
    /// a "perhaps", since people see at once whether it answers.
    pub const READ: Thresholds = Thresholds {
        answers: 0.27,
        sure: 0.5,
    };
    /// For one that was not: by words alone, a low confidence says little.
    pub const UNREAD: Thresholds = Thresholds {
        answers: 0.5,
        sure: 0.65,
    };
}

/// The probability that a window answers, by what the reader made of its passage and of it `alone`
/// or, unread, by words alone.
pub fn answer_probability(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    space: &SearchSpace,
    alone: Option<&Verdict>,
) -> f32 {
    let read =
        alone.and_then(|alone| reading::measure_read_answer(asked, ranked, window, space, alone));

    match read {
        Some(row) => reading::shipped_model().probability(&row),
        None if asked.language != Language::English => {
            languages::answer_probability(asked, ranked, window, space)
        }
        None => shipped_model(space).probability(&measure_answer(asked, ranked, window, space)),
    }
}

/// Names of what is measured, in the order of a row.
pub fn column_names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let of_quote = OF_QUOTE.iter().map(|name| format!("quote: {name}"));
        let small = SMALL.iter().map(|name| format!("small: {name}"));
        let kinds = Kind::ALL.iter().map(|kind| kind.name());
        let lacking = kinds.clone().map(|kind| format!("not there: {kind}"));
        let plain = OF_PASSAGE
            .iter()
            .chain(&WHOLE)
            .chain(&MISSING)
            .chain(&EXPECTED)
            .map(|name| (*name).to_owned());
        let there = kinds.clone().map(|kind| format!("there: {kind}"));
        let missed = kinds
            .clone()
            .map(|kind| format!("not in best sentence: {kind}"));
        plain
            .chain(of_quote)
            .chain(small)
            .chain(lacking)
            .chain(there)
            .chain(missed)
            .collect()
    });

    &NAMES
}

/// Measurements of the quote's passage that count here too.
const OF_PASSAGE: [&str; 12] = [
    "share of weight",
    "heaviest missing term",
    "names missing",
    "bm25",
    "best sentence",
    "pairs of words",
    "closeness",
    "soft",
    "soft by English",
    "found by English",
    "soft best sentence",
    "share in one sentence",
];
/// Measurements of the quote that count here too.
const OF_QUOTE: [&str; 9] = [
    "share of weight",
    "bm25",
    "bm25 in context",
    "cue",
    "soft",
    "soft by English",
    "new words",
    "passage share",
    "echo",
];
/// Measurements of the passage that mean less in a small search space.
const SMALL: [&str; 3] = ["share of weight", "soft by English", "found by English"];

/// Measures an answer: the ranked passages and the window chosen from them.
pub fn measure_answer(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    space: &SearchSpace,
) -> Vec<f32> {
    static COLUMNS: LazyLock<[Vec<usize>; 3]> = LazyLock::new(|| {
        [
            features::find_columns(&OF_PASSAGE),
            quoted::find_columns(&OF_QUOTE),
            features::find_columns(&SMALL),
        ]
    });

    let [of_passage, of_quote, small] = &*COLUMNS;
    let best = &ranked[window.passage];
    let seen = &best.candidate;
    let in_quote = find_expected(asked, seen, window.sentences.clone());
    let mut row = Vec::with_capacity(column_names().len());
    row.extend(of_passage.iter().map(|column| best.row[*column]));
    row.extend(measure_whole(asked, ranked, space));
    row.extend(measure_missing(
        asked,
        ranked,
        seen,
        window.sentences.clone(),
    ));
    row.extend(measure_expected(
        find_expected(asked, seen, seen.all()),
        in_quote,
    ));
    row.extend(of_quote.iter().map(|column| window.row[*column]));
    row.extend(
        small
            .iter()
            .map(|column| smallness(space) * best.row[*column]),
    );

    row.extend(mark_kind_column(asked, in_quote != Expected::There));
    row.extend(mark_kind_column(asked, in_quote == Expected::There));
    let in_best = find_expected(
        asked,
        seen,
        choose_best_sentence(asked, seen, window.sentences.clone()),
    );

    row.extend(mark_kind_column(asked, in_best != Expected::There));
    row
}

/// The sentence of a quote that has most of the question: a date or a number beside it is often of
/// something else.
fn choose_best_sentence(asked: &Asked, seen: &Candidate, quote: Range<usize>) -> Range<usize> {
    let weight = |at: usize| {
        asked
            .content()
            .map(|(i, t)| seen.like(at..at + 1, i) * t.weight())
            .sum::<f32>()
    };

    let best = quote
        .clone()
        .max_by(|a, b| weight(*a).total_cmp(&weight(*b)).then(b.cmp(a)))
        .unwrap_or(quote.start);
    best..best + 1
}

fn smallness(space: &SearchSpace) -> f32 {
    1.0 / (1.0 + space.passages.len() as f32 / 8.0)
}

const WHOLE: [&str; 5] = ["content words", "weight", "small", "margin", "spread"];

/// How long and rare the question is, how small the search space, and how far the best passage
/// leads.
fn measure_whole(asked: &Asked, ranked: &[Ranked], space: &SearchSpace) -> [f32; 5] {
    let lead = |rank: usize| {
        ranked
            .get(rank)
            .map_or(1.0, |other| ranked[0].score - other.score)
    };

    [
        (asked.content().count() as f32).ln(),
        (asked.content_weight / 10.0).min(4.0),
        smallness(space),
        lead(1).min(3.0),
        lead(3).min(4.0),
    ]
}

const MISSING: [&str; 9] = [
    "missing weight",
    "missing nowhere in text",
    "missing but similar letters",
    "number missing",
    "heaviest missing by English",
    "heaviest unlike",
    "heaviest unlike in quote",
    "heaviest unlike in best passages",
    "unlike",
];

/// What of the question the passage lacks: by letter, by meaning, and by how much English misses
/// it.
fn measure_missing(
    asked: &Asked,
    ranked: &[Ranked],
    seen: &Candidate,
    quote: Range<usize>,
) -> [f32; 9] {
    let lacks = || asked.content().filter(|(i, _)| !seen.has(*i));
    let unlike = |like: &dyn Fn(usize) -> f32| {
        asked
            .content()
            .map(|(i, t)| t.bits * (1.0 - like(i)))
            .collect::<Vec<f32>>()
    };

    let heaviest = |bits: Vec<f32>| bits.into_iter().fold(0.0, f32::max) / 10.0;
    let others = || ranked.iter().take(5).map(|r| &r.candidate);
    let in_any = |i: usize| {
        others()
            .map(|other| other.like(other.all(), i))
            .fold(0.0, f32::max)
    };

    [
        (lacks().map(|(_, t)| t.weight()).sum::<f32>() / 5.0).min(4.0),
        asked
            .content()
            .filter(|(_, t)| t.found == 0)
            .map(|(_, t)| t.weight())
            .sum::<f32>()
            / asked.content_weight,
        lacks()
            .map(|(i, t)| seen.written(seen.all(), i) * t.weight())
            .sum::<f32>()
            / asked.content_weight,
        f32::from(lacks().any(|(_, t)| t.marks.has(Marks::NUMBER))),
        heaviest(lacks().map(|(_, t)| t.bits).collect()),
        heaviest(unlike(&|i| seen.like(seen.all(), i))),
        heaviest(unlike(&|i| seen.like(quote.clone(), i))),
        heaviest(unlike(&in_any)),
        unlike(&|i| seen.like(seen.all(), i)).iter().sum::<f32>() / 20.0,
    ]
}

const EXPECTED: [&str; 4] = [
    "expected lacking",
    "expected there",
    "expected lacking in quote",
    "expected there in quote",
];

/// Whether the kind of answer wanted is in the passage and in the quote.
fn measure_expected(in_passage: Expected, in_quote: Expected) -> [f32; 4] {
    [
        f32::from(in_passage == Expected::Lacking),
        f32::from(in_passage == Expected::There),
        f32::from(in_quote == Expected::Lacking),
        f32::from(in_quote == Expected::There),
    ]
}

/// `holds`, in the column of the kind of answer wanted.
fn mark_kind_column(asked: &Asked, holds: bool) -> [f32; Kind::ALL.len()] {
    let mut row = [0.0; Kind::ALL.len()];
    row[asked.kind as usize] = f32::from(holds);
    row
}
