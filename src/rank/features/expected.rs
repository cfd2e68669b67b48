//! Whether the kind of answer a question wants is there at all: a date for a when, a sum for a how
//! much, a name for a who. A passage on the same subject that lacks it is a near miss.

use std::ops::Range;

use crate::analyze::marks::Marks;
use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Word};
use crate::rank::features::cues::goes_with;

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
pub fn find_expected(asked: &Asked, seen: &Candidate, sentences: Range<usize>) -> Expected {
    let words = seen.words(sentences.clone());
    let any =
        |fits: &dyn Fn(&Word) -> bool| words.iter().any(|word| word.hit.is_none() && fits(word));
    let marked = |marks: Marks| any(&|word| word.marks.has(marks));
    let name = || any(&|word| word.capital && !word.first && !word.stop);
    let cue = || any(&|word| goes_with(asked.kind, word, word.first));

    let (there, likely) = match asked.kind {
        // Without capitals a name cannot be seen, nor seen to be missing.
        Kind::Who | Kind::Name | Kind::Where if !asked.language.has_capitals() && !cue() => {
            return Expected::Unknown;
        }
        Kind::Who | Kind::Name | Kind::Where => (name(), cue()),
        Kind::When => (marked(Marks::YEAR.or(Marks::DATE)), cue()),
        Kind::Money => (any(&|word| word.money), marked(Marks::NUMBER)),
        Kind::Count => (holds_count(asked, words), marked(Marks::NUMBER)),
        Kind::Duration => (holds_measure(words, Marks::DURATION), marked(Marks::NUMBER)),
        Kind::Measure => (holds_measure(words, Marks::MEASURE), marked(Marks::NUMBER)),
        Kind::Colour => (marked(Marks::COLOUR), false),
        Kind::Why => (marked(Marks::CAUSE), cue()),
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
fn holds_count(asked: &Asked, words: &[Word]) -> bool {
    let Some(thing) = asked.counted else {
        return false;
    };
    let is_thing = |word: &Word| word.hit.is_some_and(|hit| usize::from(hit) == thing);
    words.iter().enumerate().any(|(i, word)| {
        word.marks.has(Marks::NUMBER) && words[i + 1..].iter().take(3).any(is_thing)
    })
}

/// A number with one of the units behind it.
fn holds_measure(words: &[Word], units: Marks) -> bool {
    words.iter().enumerate().any(|(i, word)| {
        let numeric = word.marks.has(Marks::NUMBER.or(Marks::SOME));
        numeric
            && words[i + 1..]
                .iter()
                .take(2)
                .any(|word| word.marks.has(units))
    })
}
