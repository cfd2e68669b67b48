//! How sure we are that the quote answers: a calibrated probability.
//!
//! A logistic model over what is known when the quote has been chosen, fitted on questions asked of
//! their own text, of texts that do not answer them, and of their own text with the answer taken out
//! (Platt scaling is the one-feature case: Platt 1999).

use std::sync::LazyLock;

use crate::query::Kind;
use crate::quote::Window;
use crate::rank::asked::Asked;
use crate::rank::candidate::Seen;
use crate::rank::features::cues::is_number;
use crate::rank::features::expected::{Expected, expected};
use crate::rank::features::{self, letters};
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::Collection;
use crate::rank::Ranked;

const NAMES: &[&str] = &[
    "share of weight", "share squared", "share in quote", "heaviest missing term", "missing nowhere in text", "names missing", "bm25", "best sentence",
    "pairs of words", "content words", "margin", "similar letters", "quote bm25", "quote in context", "cue", "small", "small: share of weight",
    "closeness", "weight", "missing weight", "spread", "soft", "soft by English", "found by English", "soft in quote",
    "soft in quote by English", "soft best sentence", "share in one sentence", "expected lacking", "expected there", "expected lacking in quote", "expected there in quote", "number missing",
    "lacking: who", "lacking: name", "lacking: when", "lacking: where", "lacking: why", "lacking: money", "lacking: count", "lacking: duration", "lacking: measure", "lacking: feeling",
    "there: who", "there: when", "there: where", "there: money", "there: count", "there: duration",
    "small: soft by English", "small: found by English", "heaviest missing by English", "fresh words", "passage share", "echo", "heaviest unlike", "heaviest unlike in quote", "unlike", "heaviest unlike in text",
];

/// Names of what is measured, in the order of a row.
pub fn names() -> Vec<String> {
    NAMES.iter().map(|name| (*name).to_owned()).collect()
}

/// A text of this many passages is short: its own term statistics say little, so it has its own model.
const SHORT: usize = 12;

/// Whether a collection is a short text.
pub fn is_short(collection: &Collection) -> bool {
    collection.passages.len() <= SHORT
}

/// The shipped model for a collection.
pub fn shipped(collection: &Collection) -> &'static Model {
    static LONG: LazyLock<Model> = LazyLock::new(|| Weights::shipped().model("confidence", &names()));
    static SHORT: LazyLock<Model> = LazyLock::new(|| Weights::shipped().model("confidence in a short text", &names()));
    if is_short(collection) { &SHORT } else { &LONG }
}

/// Measures an answer: the ranked passages and the window chosen from them.
pub fn measure(asked: &Asked, ranked: &[Ranked], window: &Window, collection: &Collection) -> Vec<f32> {
    let best = &ranked[window.passage];
    let of = |name: &str| features::column(name).map_or(0.0, |column| best.row[column]);
    let quote = |name: &str| crate::quote::column(name).map_or(0.0, |column| window.row[column]);
    let seen = Seen::new(&best.candidate, asked);
    // The passages beside the quote's may hold what it takes for granted (who "she" is).
    let near = |term: usize| seen.has(term);
    let missing = |t: &(usize, &crate::rank::asked::Term)| !near(t.0);
    let absent: f32 = asked.content().filter(|t| t.1.found == 0).map(|(_, t)| t.weight()).sum();
    let lost: f32 = asked.content().filter(missing).map(|(_, t)| t.weight()).sum();
    let margin = match ranked {
        [first, second, ..] => first.score - second.score,
        _ => 1.0,
    };
    let alike = asked
        .content()
        .filter(missing)
        .map(|(_, t)| seen.candidate.words.iter().map(|w| letters::dice(&t.text, &w.term)).fold(0.0, f32::max) * t.weight())
        .sum::<f32>();
    let share = of("share of weight");
    let small = 1.0 / (1.0 + collection.passages.len() as f32 / 8.0);
    let third = ranked.get(3).map_or(0.0, |r| r.score);
    let passage = 0..seen.counts.len();
    let in_passage = expected(asked, &seen, passage.clone());
    let in_quote = expected(asked, &seen, window.sentences.clone());
    let weakly = |kind: Kind| f32::from(asked.kind == kind && in_quote != Expected::There);
    let surely = |kind: Kind| f32::from(asked.kind == kind && in_quote == Expected::There);
    let number_missing = asked.content().any(|(i, t)| is_number(&t.text) && !seen.has(i));
    let unlike = |sentences: std::ops::Range<usize>| {
        asked.content().map(|(i, t)| t.bits * (1.0 - seen.like(sentences.clone(), i))).fold(0.0, f32::max)
    };
    let elsewhere: Vec<Seen> = ranked.iter().take(5).map(|r| Seen::new(&r.candidate, asked)).collect();
    let nowhere = asked
        .content()
        .map(|(i, t)| t.bits * (1.0 - elsewhere.iter().map(|s| s.like(0..s.counts.len(), i)).fold(0.0, f32::max)))
        .fold(0.0, f32::max);
    let heaviest_bits = asked.content().filter(missing).map(|(_, t)| t.bits).fold(0.0, f32::max);
    vec![
        share,
        share * share,
        quote("share of weight"),
        of("heaviest missing term"),
        absent / asked.content_weight,
        of("names missing"),
        of("bm25"),
        of("best sentence"),
        of("pairs of words"),
        (asked.content().count() as f32).ln(),
        margin.min(3.0),
        alike / asked.content_weight,
        quote("bm25"),
        quote("bm25 in context"),
        quote("cue"),
        small,
        small * share,
        of("closeness"),
        (asked.content_weight / 10.0).min(4.0),
        (lost / 5.0).min(4.0),
        (ranked[0].score - third).min(4.0),
        of("soft"),
        of("soft by English"),
        of("found by English"),
        quote("soft"),
        quote("soft by English"),
        of("soft best sentence"),
        of("share in one sentence"),
        f32::from(in_passage == Expected::Lacking),
        f32::from(in_passage == Expected::There),
        f32::from(in_quote == Expected::Lacking),
        f32::from(in_quote == Expected::There),
        f32::from(number_missing),
        weakly(Kind::Who),
        weakly(Kind::Name),
        weakly(Kind::When),
        weakly(Kind::Where),
        weakly(Kind::Why),
        weakly(Kind::Money),
        weakly(Kind::Count),
        weakly(Kind::Duration),
        weakly(Kind::Measure),
        weakly(Kind::Feeling),
        surely(Kind::Who),
        surely(Kind::When),
        surely(Kind::Where),
        surely(Kind::Money),
        surely(Kind::Count),
        surely(Kind::Duration),
        small * of("soft by English"),
        small * of("found by English"),
        heaviest_bits / 10.0,
        quote("new words"),
        quote("passage share"),
        quote("echo"),
        unlike(passage.clone()) / 10.0,
        unlike(window.sentences.clone()) / 10.0,
        asked.content().map(|(i, t)| t.bits * (1.0 - seen.like(passage.clone(), i))).sum::<f32>() / 20.0,
        nowhere / 10.0,
    ]
}
