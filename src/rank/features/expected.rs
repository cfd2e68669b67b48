//! Whether the kind of answer a question wants is there at all: a date for a when, a sum for a how
//! much, a name for a who. A passage on the same subject that lacks it is a near miss.

use std::ops::Range;

use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Seen, Word};
use crate::rank::features::cues::{goes_with, is_number, is_year};
use crate::rank::features::marks::Terms;

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
    let cue = || words.iter().any(|(at, w)| goes_with(asked, w, *at));
    let marks = asked.marks;
    let (there, likely) = match asked.kind {
        // Without capitals a name cannot be seen, nor seen to be missing.
        Kind::Who | Kind::Name | Kind::Where if !asked.language.has_capitals() && !cue() => return Expected::Unknown,
        Kind::Who | Kind::Name | Kind::Where => (name(), cue()),
        Kind::When => (any(&|w| is_year(&w.term) || marks.dates.contains(&w.term)), cue()),
        Kind::Money => (any(&|w| w.money), any(&|w| is_number(&w.term))),
        Kind::Count => (counted(asked, seen, sentences), any(&|w| is_number(&w.term))),
        Kind::Duration => (measured(asked, seen, sentences, &marks.durations), any(&|w| is_number(&w.term))),
        Kind::Measure => (measured(asked, seen, sentences, &marks.measures), any(&|w| is_number(&w.term))),
        Kind::Colour => (any(&|w| marks.colours.contains(&w.term)), false),
        Kind::Why => (any(&|w| marks.causes.contains(&w.term)), cue()),
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
fn measured(asked: &Asked, seen: &Seen, sentences: Range<usize>, units: &Terms) -> bool {
    let words: Vec<_> = seen.words(sentences).collect();
    words.iter().enumerate().any(|(i, (_, word, _))| {
        let numeric = is_number(&word.term) || asked.marks.some.contains(&word.term);
        numeric && words[i + 1..].iter().take(2).any(|(_, w, _)| units.contains(&w.term))
    })
}
