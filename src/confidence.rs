//! How sure we are that the quote answers: a calibrated probability.
//!
//! A logistic model over what is known when the quote has been chosen, fitted on questions asked of
//! their own text, of texts that do not answer them, and of their own text with the answer taken out
//! (Platt scaling, Platt 1999, is the case of one feature). Short texts have a model of their own.

use std::ops::Range;
use std::sync::LazyLock;

use crate::query::Kind;
use crate::quote::{Window, features as quoted};
use crate::rank::Ranked;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Seen;
use crate::rank::features::cues::is_number;
use crate::rank::features::expected::{Expected, expected};
use crate::rank::features::{self, letters};
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::Collection;

/// A text of at most this many passages is short: its own term statistics say little.
const SHORT: usize = 12;

/// Whether a collection is a short text.
pub fn is_short(collection: &Collection) -> bool {
    collection.passages.len() <= SHORT
}

/// The shipped model for a collection.
pub fn shipped(collection: &Collection) -> &'static Model {
    static LONG: LazyLock<Model> = LazyLock::new(|| Weights::shipped().model("confidence", names()));
    static SHORT: LazyLock<Model> = LazyLock::new(|| Weights::shipped().model("confidence in a short text", names()));
    if is_short(collection) { &SHORT } else { &LONG }
}

/// Names of what is measured, in the order of a row.
pub fn names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let of_quote = OF_QUOTE.iter().map(|name| format!("quote: {name}"));
        let small = SMALL.iter().map(|name| format!("small: {name}"));
        let kinds = Kind::ALL.iter().map(|kind| kind.name());
        let lacking = kinds.clone().map(|kind| format!("not there: {kind}"));
        let plain = OF_PASSAGE.iter().chain(&WHOLE).chain(&MISSING).chain(&EXPECTED).map(|name| (*name).to_owned());
        plain.chain(of_quote).chain(small).chain(lacking).chain(kinds.map(|kind| format!("there: {kind}"))).collect()
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
/// Measurements of the passage that mean less in a small collection.
const SMALL: [&str; 3] = ["share of weight", "soft by English", "found by English"];

/// Measures an answer: the ranked passages and the window chosen from them.
pub fn measure(asked: &Asked, ranked: &[Ranked], window: &Window, collection: &Collection) -> Vec<f32> {
    let best = &ranked[window.passage];
    let of_passage = |name: &&str| features::column(name).map_or(0.0, |column| best.row[column]);
    let of_quote = |name: &&str| quoted::column(name).map_or(0.0, |column| window.row[column]);
    let seen = Seen::new(&best.candidate, asked);
    let in_quote = expected(asked, &seen, window.sentences.clone());
    let small = smallness(collection);
    let mut row = Vec::with_capacity(names().len());
    row.extend(OF_PASSAGE.iter().map(of_passage));
    row.extend(whole(asked, ranked, collection));
    row.extend(missing(asked, ranked, &seen, window.sentences.clone()));
    row.extend(wanted(expected(asked, &seen, 0..seen.counts.len()), in_quote));
    row.extend(OF_QUOTE.iter().map(of_quote));
    row.extend(SMALL.iter().map(|name| small * of_passage(name)));
    row.extend(by_kind(asked, in_quote != Expected::There));
    row.extend(by_kind(asked, in_quote == Expected::There));
    row
}

fn smallness(collection: &Collection) -> f32 {
    1.0 / (1.0 + collection.passages.len() as f32 / 8.0)
}

const WHOLE: [&str; 5] = ["content words", "weight", "small", "margin", "spread"];

/// How long and rare the question is, how small the collection, and how far the best passage leads.
fn whole(asked: &Asked, ranked: &[Ranked], collection: &Collection) -> [f32; 5] {
    let lead = |rank: usize| ranked.get(rank).map_or(1.0, |other| ranked[0].score - other.score);
    [
        (asked.content().count() as f32).ln(),
        (asked.content_weight / 10.0).min(4.0),
        smallness(collection),
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

/// What of the question the passage lacks: by letter, by meaning, and by how much English misses it.
fn missing(asked: &Asked, ranked: &[Ranked], seen: &Seen, quote: Range<usize>) -> [f32; 9] {
    let passage = 0..seen.counts.len();
    let lacks = || asked.content().filter(|(i, _)| !seen.has(*i));
    let similar =
        |term: &Term| seen.candidate.words.iter().map(|w| letters::dice(&term.text, &w.term)).fold(0.0, f32::max);
    let unlike =
        |like: &dyn Fn(usize) -> f32| asked.content().map(|(i, t)| t.bits * (1.0 - like(i))).collect::<Vec<f32>>();
    let heaviest = |bits: Vec<f32>| bits.into_iter().fold(0.0, f32::max) / 10.0;
    let others: Vec<Seen> = ranked.iter().take(5).map(|r| Seen::new(&r.candidate, asked)).collect();
    let in_any = |i: usize| others.iter().map(|s| s.like(0..s.counts.len(), i)).fold(0.0, f32::max);
    [
        (lacks().map(|(_, t)| t.weight()).sum::<f32>() / 5.0).min(4.0),
        asked.content().filter(|(_, t)| t.found == 0).map(|(_, t)| t.weight()).sum::<f32>() / asked.content_weight,
        lacks().map(|(_, t)| similar(t) * t.weight()).sum::<f32>() / asked.content_weight,
        f32::from(lacks().any(|(_, t)| is_number(&t.text))),
        heaviest(lacks().map(|(_, t)| t.bits).collect()),
        heaviest(unlike(&|i| seen.like(passage.clone(), i))),
        heaviest(unlike(&|i| seen.like(quote.clone(), i))),
        heaviest(unlike(&in_any)),
        unlike(&|i| seen.like(passage.clone(), i)).iter().sum::<f32>() / 20.0,
    ]
}

const EXPECTED: [&str; 4] =
    ["expected lacking", "expected there", "expected lacking in quote", "expected there in quote"];

/// Whether the kind of answer wanted is in the passage and in the quote.
fn wanted(in_passage: Expected, in_quote: Expected) -> [f32; 4] {
    [
        f32::from(in_passage == Expected::Lacking),
        f32::from(in_passage == Expected::There),
        f32::from(in_quote == Expected::Lacking),
        f32::from(in_quote == Expected::There),
    ]
}

/// `holds`, in the column of the kind of answer wanted.
fn by_kind(asked: &Asked, holds: bool) -> [f32; Kind::ALL.len()] {
    let mut row = [0.0; Kind::ALL.len()];
    row[asked.kind as usize] = f32::from(holds);
    row
}
