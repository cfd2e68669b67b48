//! How sure we are that the quote answers: a calibrated probability.
//!
//! A logistic model over what is known when the quote has been chosen, fitted on questions asked of
//! their own text, of texts that do not answer them, and of their own text with the answer taken
//! out (Platt scaling, Platt 1999, is the case of one feature). Other languages than English have a
//! model together, and each a calibration of what its score is worth there ([`languages`]).

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
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Candidate;
use crate::rank::features::cover::soft_share;
use crate::rank::features::expected::holds_expected;
use crate::rank::features::{self, find_columns};
use crate::rank::model::{Model, Weights};
use crate::rank::statistics::SearchSpace;
use crate::reader::Verdict;

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
        answers: 0.45,
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
    if let Some(row) = read {
        return reading::shipped_model().probability(&row);
    }

    let row = measure_answer(asked, ranked, window, space);
    match asked.language {
        Language::English => shipped_model().probability(&row),
        language => languages::answer_probability(language, &row),
    }
}

/// The shipped model for English.
pub fn shipped_model() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("confidence", column_names()));
    &MODEL
}

/// Names of what is measured, in the order of a row.
pub fn column_names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let own = MEASUREMENTS.iter().map(|(name, _)| (*name).to_owned());
        let of_passage = OF_PASSAGE.iter().map(|name| (*name).to_owned());
        let of_quote = OF_QUOTE.iter().map(|name| format!("quote: {name}"));
        let kinds = Kind::ALL
            .iter()
            .map(|kind| format!("lacks: {}", kind.name()));
        own.chain(of_passage).chain(of_quote).chain(kinds).collect()
    });
    &NAMES
}

/// Measurements of the quote's passage that count here too.
const OF_PASSAGE: [&str; 6] = [
    "share of weight",
    "names missing",
    "bm25",
    "pairs of words",
    "soft",
    "soft best sentence",
];

/// Measurements of the quote that count here too.
const OF_QUOTE: [&str; 2] = ["soft", "echo"];

/// A name, and how what is called so is measured.
type Measurement = (&'static str, fn(&Quoted) -> f32);

/// What is measured here: what the passage lacks, how long and rare the question is, and how small
/// the search space.
const MEASUREMENTS: [Measurement; 6] = [
    ("heaviest missing term", |q| {
        let missing = q.missing().map(Term::weight);
        missing.fold(0.0, f32::max) / q.asked.content_weight
    }),
    ("number missing", |q| {
        f32::from(q.missing().any(|term| term.marks.has(Marks::NUMBER)))
    }),
    ("content words", |q| (q.asked.content().count() as f32).ln()),
    ("weight", |q| (q.asked.content_weight / 10.0).min(4.0)),
    // "How old is the mill?" has one word to find, which stands in many a sentence.
    ("evidence", |q| q.best_evidence().ln_1p()),
    ("small", |q| {
        1.0 / (1.0 + q.space.passages.len() as f32 / 8.0)
    }),
];

/// A quote from a passage.
struct Quoted<'a> {
    asked: &'a Asked,
    seen: &'a Candidate,
    space: &'a SearchSpace,
    /// Its sentence that has most of the question: a date or a number beside it is often of
    /// something else.
    best: Range<usize>,
}

impl Quoted<'_> {
    /// Content terms that the passage has not.
    fn missing(&self) -> impl Iterator<Item = &Term> {
        let missing = self.asked.content().filter(|(at, _)| !self.seen.has(*at));
        missing.map(|(_, term)| term)
    }

    /// Weight of the question that its best sentence holds.
    fn best_evidence(&self) -> f32 {
        soft_share(self.asked, self.seen, self.best.clone()) * self.asked.content_weight
    }
}

/// Which of some sentences has most of the question, the first of several.
fn find_best_sentence(asked: &Asked, seen: &Candidate, sentences: Range<usize>) -> Range<usize> {
    let soft = |at: usize| soft_share(asked, seen, at..at + 1);
    let start = sentences.start;
    let best = sentences
        .max_by(|a, b| soft(*a).total_cmp(&soft(*b)).then(b.cmp(a)))
        .unwrap_or(start);
    best..best + 1
}

/// Measures an answer: the ranked passages and the window chosen from them.
pub fn measure_answer(
    asked: &Asked,
    ranked: &[Ranked],
    window: &Window,
    space: &SearchSpace,
) -> Vec<f32> {
    static COLUMNS: LazyLock<[Vec<usize>; 2]> = LazyLock::new(|| {
        [
            find_columns(&OF_PASSAGE, features::column_names()),
            find_columns(&OF_QUOTE, quoted::column_names()),
        ]
    });
    let [of_passage, of_quote] = &*COLUMNS;
    let passage = &ranked[window.passage];
    let quoted = Quoted {
        asked,
        seen: &passage.candidate,
        space,
        best: find_best_sentence(asked, &passage.candidate, window.sentences.clone()),
    };

    let mut row = Vec::with_capacity(column_names().len());
    row.extend(MEASUREMENTS.iter().map(|(_, measure)| measure(&quoted)));
    row.extend(of_passage.iter().map(|column| passage.row[*column]));
    row.extend(of_quote.iter().map(|column| window.row[*column]));

    // Each kind of answer has a column of its own: how much is lost with it differs.
    let lacks = !holds_expected(asked, quoted.seen.words(quoted.best.clone()));
    let kinds = Kind::ALL.iter();
    row.extend(kinds.map(|kind| f32::from(lacks && *kind == asked.kind)));
    row
}
