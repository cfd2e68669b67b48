//! Whether the kind of answer a question wants is there at all: a date for a when, a sum for a how
//! much, a name for a who. A passage on the same subject that lacks it is a near miss.

use std::ops::Range;

use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Seen, Word};
use crate::rank::features::cues::{COLOURS, goes_with, is_number, is_year};

/// How sure the wanted kind of answer can be seen in a run of sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The kind leaves no mark in a text.
    Unknown,
    /// It would leave one, and there is none.
    Lacking,
    /// There is a word that may be it.
    Likely,
    /// There is what was asked for.
    There,
}

/// Looks for the wanted kind of answer among the words that the question does not have.
pub fn expected(asked: &Asked, seen: &Seen, sentences: Range<usize>) -> Expected {
    let words: Vec<(usize, &Word)> =
        seen.words(sentences.clone()).filter(|(_, _, hit)| hit.is_none()).map(|(at, word, _)| (at, word)).collect();
    let any = |fits: &dyn Fn(&Word) -> bool| words.iter().any(|(_, w)| fits(w));
    let name = || words.iter().any(|(at, w)| w.capital && *at > 0 && !w.stop);
    let cue = || words.iter().any(|(at, w)| goes_with(asked.kind, w, *at));
    let (there, likely) = match asked.kind {
        Kind::Who | Kind::Name => (name(), cue()),
        Kind::Where => (name(), cue()),
        Kind::When => (any(&|w| is_year(&w.term) || is_date(&w.term)), cue()),
        Kind::Money => (any(&|w| w.money), any(&|w| is_number(&w.term))),
        Kind::Count => (counted(asked, seen, sentences), any(&|w| is_number(&w.term))),
        Kind::Duration => (measured(seen, sentences, DURATIONS), any(&|w| is_number(&w.term))),
        Kind::Measure => (measured(seen, sentences, MEASURES), any(&|w| is_number(&w.term))),
        Kind::Colour => (any(&|w| COLOURS.contains(&w.term.as_str())), false),
        Kind::Why => (any(&|w| matches!(w.term.as_str(), "becaus" | "sinc" | "reason" | "therefor" | "caus")), cue()),
        Kind::Feeling => (cue(), cue()),
        Kind::How | Kind::Outcome | Kind::What => return Expected::Unknown,
    };
    match (there, likely) {
        (true, _) => Expected::There,
        (false, true) => Expected::Likely,
        (false, false) => Expected::Lacking,
    }
}

/// A number right before the thing the question counts: "three users" for "how many users".
fn counted(asked: &Asked, seen: &Seen, sentences: Range<usize>) -> bool {
    let Some(thing) = asked.counted else { return false };
    let words: Vec<_> = seen.words(sentences).collect();
    words.iter().enumerate().any(|(i, (_, word, _))| {
        let behind = words[i + 1..].iter().take(3);
        is_number(&word.term) && behind.into_iter().any(|(_, _, hit)| *hit == Some(thing))
    })
}

/// A number with one of the units behind it.
fn measured(seen: &Seen, sentences: Range<usize>, units: &[&str]) -> bool {
    let words: Vec<_> = seen.words(sentences).collect();
    words.iter().enumerate().any(|(i, (_, word, _))| {
        let numeric = is_number(&word.term) || matches!(word.term.as_str(), "a" | "an" | "sever" | "few" | "hundr");
        numeric && words[i + 1..].iter().take(2).any(|(_, w, _)| units.contains(&w.term.as_str()))
    })
}

fn is_date(term: &str) -> bool {
    const DATES: &[&str] = &[
        "januari",
        "februari",
        "april",
        "june",
        "juli",
        "august",
        "septemb",
        "octob",
        "novemb",
        "decemb",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morn",
        "night",
        "noon",
        "midnight",
        "winter",
        "summer",
        "autumn",
        "spring",
        "centuri",
        "o'clock",
        "christma",
        "today",
        "yesterday",
        "tomorrow",
    ];
    DATES.contains(&term)
}

const DURATIONS: &[&str] =
    &["year", "month", "week", "day", "hour", "minut", "second", "centuri", "decad", "old", "night"];
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "mile", "meter", "kilomet", "feet", "foot", "inch", "yard", "leagu", "acr", "ton", "pound", "kilo", "gram", "liter", "gallon", "per",
    "percent", "time", "size", "degre", "cent", "gigabyt", "terabyt", "petabyt", "megabyt", "pace", "step",
];
