//! How sure we are of a quote in a language other than English.
//!
//! In: the question, the ranked passages and the quote. Out: a row of numbers that mean the same in
//! every language, whether we have lists of its words or not: shares of the question, what stands
//! out, how much evidence there is. A word counts as found as far as one of the text is written
//! like it, since many languages inflect what a question asks about. One model is fitted to several
//! languages at once; how sure its score makes us of one language is a calibration of that language
//! (Platt 1999), or that of all of them together.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::marks::Marks;
use crate::confidence::{EXPECTED, measure_expected, smallness};
use crate::language::Language;
use crate::quote::{Window, features as quoted};
use crate::rank::Ranked;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Candidate;
use crate::rank::features;
use crate::rank::features::expected::find_expected;
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::SearchSpace;

/// The model of all languages.
pub const MODEL: &str = "confidence, other languages";
/// How the names of the calibrations begin; the tag of a language follows, or [`OTHERS`].
pub const CALIBRATION: &str = "calibration, ";
/// What stands for a language without a calibration of its own.
pub const OTHERS: &str = "other";
/// What a calibration reads.
pub const SCORE: &str = "score";

/// Passages that are looked through for what the best one lacks.
const BEST: usize = 5;
/// Surprise at a word that some passages of a text have, but not most.
const USUAL_NATS: f32 = 2.0;

/// The probability that a window answers.
pub fn answer_probability(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    space: &SearchSpace,
) -> f32 {
    static SHIPPED: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model(MODEL, column_names()));
    let score = SHIPPED.score(&measure_answer(asked, ranked, window, space));
    calibration_model(asked.language).probability(&[score])
}

/// How a score is to be read in a language.
fn calibration_model(language: Language) -> &'static Model {
    static SHIPPED: LazyLock<HashMap<Language, Model>> = LazyLock::new(|| {
        let weights = Weights::shipped();
        let of = |tag: &str| weights.model(&format!("{CALIBRATION}{tag}"), &[SCORE]);
        let own = |language: Language| {
            let own = of(language.tag());
            let is_fitted = own.weights.iter().any(|weight| *weight != 0.0);
            (language, if is_fitted { own } else { of(OTHERS) })
        };
        Language::all().map(own).collect()
    });

    &SHIPPED[&language]
}

/// Names of what is measured, in the order of a row.
pub fn column_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let families: [&[&str]; 6] = [
            &SHARES, &EVIDENCE, &MISSING, &STANDING, &EXPECTED, &OF_OTHERS,
        ];
        families.concat()
    });
    &NAMES
}

/// Measures an answer: the ranked passages and the window chosen from them.
pub fn measure_answer(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    space: &SearchSpace,
) -> Vec<f32> {
    let found = Found {
        asked,
        seen: &ranked[window.passage].candidate,
        quote: window.sentences.clone(),
    };

    let mut row = Vec::with_capacity(column_names().len());
    row.extend(found.shares());
    row.extend(found.evidence());
    row.extend(found.missing(ranked));
    row.extend(measure_standing(&found, ranked, space));
    let in_passage = find_expected(asked, found.seen, found.seen.all());
    let in_quote = find_expected(asked, found.seen, found.quote.clone());
    row.extend(measure_expected(in_passage, in_quote));
    row.extend(measure_others(&ranked[window.passage], window));
    row
}

/// What a passage and the quote from it have of a question.
struct Found<'a> {
    asked: &'a Asked,
    seen: &'a Candidate,
    quote: Range<usize>,
}

const SHARES: [&str; 8] = [
    "share",
    "share alike",
    "share of terms alike",
    "share in best sentence",
    "share alike in best sentence",
    "share in quote",
    "share alike in quote",
    "share alike around quote",
];

const EVIDENCE: [&str; 5] = [
    "evidence",
    "evidence in best sentence",
    "evidence in quote",
    "terms in best sentence",
    "rarest in best sentence",
];

const MISSING: [&str; 10] = [
    "missing",
    "heaviest missing",
    "heaviest unlike",
    "heaviest unlike in quote",
    "heaviest unlike in best passages",
    "missing nowhere in text",
    "missing but in text",
    "unlike in best passages",
    "name missing",
    "number missing",
];

impl Found<'_> {
    /// Sum over the content terms of a question, each by how far it is found.
    fn sum(&self, of: impl Fn(usize, &Term) -> f32) -> f32 {
        self.asked.content().map(|(i, term)| of(i, term)).sum()
    }

    fn share(&self, like: impl Fn(usize) -> f32) -> f32 {
        self.sum(|i, term| term.weight() * like(i)) / self.asked.content_weight
    }

    /// The highest value of the sentences of the passage.
    fn best(&self, of: impl Fn(Range<usize>) -> f32) -> f32 {
        let sentences = self.seen.all().map(|at| of(at..at + 1));
        sentences.fold(0.0, f32::max)
    }

    fn has(&self, sentences: &Range<usize>, term: usize) -> f32 {
        f32::from(self.seen.count(sentences.clone(), term) > 0)
    }

    fn shares(&self) -> [f32; 8] {
        let (seen, all) = (self.seen, self.seen.all());
        let count = self
            .sum(|_, term| term_specificity(term))
            .max(f32::MIN_POSITIVE);
        let around =
            self.quote.start.saturating_sub(1)..(self.quote.end + 1).min(seen.sentences.len());

        [
            self.share(|i| self.has(&all, i)),
            self.share(|i| term_likeness(seen, &all, i)),
            self.sum(|i, term| term_specificity(term) * term_likeness(seen, &all, i)) / count,
            self.best(|at| self.share(|i| self.has(&at, i))),
            self.best(|at| self.share(|i| term_likeness(seen, &at, i))),
            self.share(|i| self.has(&self.quote, i)),
            self.share(|i| term_likeness(seen, &self.quote, i)),
            self.share(|i| term_likeness(seen, &around, i)),
        ]
    }

    /// How much was found, however much was asked.
    fn evidence(&self) -> [f32; 5] {
        let (seen, all) = (self.seen, self.seen.all());
        let nats = |at: &Range<usize>| {
            (self.sum(|i, term| term.weight() * term_likeness(seen, at, i)) / 10.0).min(3.0)
        };

        let rarest = |at: Range<usize>| {
            let found = self.asked.content();
            found
                .map(|(i, term)| term.weight() * self.has(&at, i))
                .fold(0.0, f32::max)
        };

        [
            nats(&all),
            self.best(|at| nats(&at)),
            nats(&self.quote),
            self.best(|at| {
                self.sum(|i, term| term_specificity(term) * term_likeness(seen, &at, i))
                    .ln_1p()
            }),
            self.best(rarest) / 5.0,
        ]
    }

    /// What of the question is lacking, and where.
    fn missing(&self, ranked: &[Ranked]) -> [f32; 10] {
        let (seen, all) = (self.seen, self.seen.all());
        let lost = |i: usize| 1.0 - self.has(&all, i);
        let heaviest = |like: &dyn Fn(usize) -> f32| {
            let unlike = self.asked.content();
            unlike
                .map(|(i, term)| term.weight() * (1.0 - like(i)))
                .fold(0.0, f32::max)
                / self.asked.content_weight
        };

        let anywhere = |i: usize| {
            let best = ranked.iter().take(BEST).map(|one| &one.candidate);
            best.map(|one| term_likeness(one, &one.all(), i))
                .fold(0.0, f32::max)
        };

        let lost_if = |holds: &dyn Fn(&Term) -> bool| {
            self.sum(|i, term| lost(i) * term.weight() * f32::from(holds(term)))
                / self.asked.content_weight
        };

        [
            (self.sum(|i, term| lost(i) * term.weight()) / 10.0).min(3.0),
            heaviest(&|i| self.has(&all, i)),
            heaviest(&|i| term_likeness(seen, &all, i)),
            heaviest(&|i| term_likeness(seen, &self.quote, i)),
            heaviest(&anywhere),
            lost_if(&|term| term.found == 0),
            lost_if(&|term| term.found > 0),
            1.0 - self.share(anywhere),
            lost_if(&|term| term.name),
            lost_if(&|term| term.marks.has(Marks::NUMBER)),
        ]
    }
}

/// Whether a term tells what is asked about, 0 to 1: common words do not, and no list knows them
/// all.
fn term_specificity(term: &Term) -> f32 {
    (term.weight() / USUAL_NATS).min(1.0)
}

/// How far a run of sentences has a term, or a word that is written like it.
fn term_likeness(seen: &Candidate, sentences: &Range<usize>, term: usize) -> f32 {
    if seen.count(sentences.clone(), term) > 0 {
        1.0
    } else {
        seen.written(sentences.clone(), term)
    }
}

const STANDING: [&str; 7] = [
    "content words",
    "weight",
    "small",
    "margin",
    "spread",
    "share above next",
    "share above mean",
];

/// How much is asked, of how much text, and how far the passage stands above the others.
fn measure_standing(found: &Found, ranked: &[Ranked], space: &SearchSpace) -> [f32; 7] {
    let asked = found.asked;
    let lead = |rank: usize| {
        let other = ranked.get(rank);
        other.map_or(1.0, |other| ranked[0].score - other.score)
    };

    let share = |seen: &Candidate| found.share(|i| term_likeness(seen, &seen.all(), i));
    let own = share(found.seen);
    let others = ranked.iter().map(|one| &one.candidate);
    let others: Vec<f32> = others
        .filter(|one| one.passage.id != found.seen.passage.id)
        .map(share)
        .collect();
    let mean = others.iter().sum::<f32>() / others.len().max(1) as f32;
    [
        (asked.content().count() as f32).ln(),
        (asked.content_weight / 10.0).min(4.0),
        smallness(space),
        lead(1).min(3.0),
        lead(3).min(4.0),
        own - others.iter().copied().fold(0.0, f32::max),
        own - mean,
    ]
}

/// Measurements of the passage and of the quote that count here, too.
const OF_OTHERS: [&str; 7] = [
    "pairs of words",
    "pairs in any order",
    "closeness",
    "bm25",
    "new words",
    "echo",
    "passage share",
];

fn measure_others(passage: &Ranked, window: &Window) -> Vec<f32> {
    static COLUMNS: LazyLock<[Vec<usize>; 2]> = LazyLock::new(|| {
        [
            features::find_columns(&OF_OTHERS[..4]),
            quoted::find_columns(&OF_OTHERS[4..]),
        ]
    });

    let [of_passage, of_quote] = &*COLUMNS;
    let of_passage = of_passage.iter().map(|column| passage.row[*column]);
    of_passage
        .chain(of_quote.iter().map(|column| window.row[*column]))
        .collect()
}
