//! Words that go with the kind of answer wanted: *because* for a why, a month for a when.

use crate::analyze::marks::Marks;
use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Word};

/// How many kinds there are.
const KINDS: usize = Kind::ALL.len();

/// Names of [`measure_cues`].
pub const CUES: [&str; KINDS] = [
    "cues: who",
    "cues: name",
    "cues: when",
    "cues: where",
    "cues: why",
    "cues: money",
    "cues: count",
    "cues: duration",
    "cues: measure",
    "cues: colour",
    "cues: how",
    "cues: feeling",
    "cues: outcome",
    "cues: what",
];

/// How many words of the passage go with the wanted kind of answer, on a logarithmic scale, in the
/// column of that kind.
pub fn measure_cues(asked: &Asked, seen: &Candidate) -> [f32; KINDS] {
    let mut row = [0.0; KINDS];
    let words = seen.words.iter().enumerate();
    let count = words
        .filter(|(at, word)| word.hit.is_none() && goes_with(asked.kind, word, *at == 0))
        .count();
    row[asked.kind as usize] = (count as f32).ln_1p();
    row
}

/// Whether a word that the question does not have may be (part of) the answer to it; `opens` says
/// that it opens the text shown, where a capital says nothing.
pub fn goes_with(kind: Kind, word: &Word, opens: bool) -> bool {
    let name = || word.capital && !opens && !word.stop;
    let marks = match kind {
        Kind::Who | Kind::Name => return name() || word.marks.has(Marks::PEOPLE),
        Kind::Where => return name() || word.marks.has(Marks::PLACE),
        Kind::What => return name(),
        Kind::Money => return word.money || word.marks.has(Marks::NUMBER),
        Kind::When => Marks::TIME.or(Marks::YEAR),
        Kind::Why => Marks::REASON,
        Kind::Count | Kind::Duration | Kind::Measure => Marks::NUMBER.or(Marks::AMOUNT),
        Kind::Colour => Marks::COLOUR,
        Kind::How => Marks::WAY,
        Kind::Feeling => Marks::FEELING,
        Kind::Outcome => Marks::OUTCOME,
    };

    word.marks.has(marks)
}
