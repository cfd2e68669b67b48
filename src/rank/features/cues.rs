//! Words that go with the kind of answer wanted: *because* for a why, a month for a when.

use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Seen, Word};

/// How many kinds there are.
const KINDS: usize = Kind::ALL.len();

/// Names of [`cues`].
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
pub fn cues(asked: &Asked, seen: &Seen) -> [f32; KINDS] {
    let mut row = [0.0; KINDS];
    let words = seen.candidate.words.iter().zip(&seen.hits);
    let count = words.enumerate().filter(|(at, (word, hit))| hit.is_none() && goes_with(asked, word, *at)).count();
    row[asked.kind as usize] = (count as f32).ln_1p();
    row
}

/// Whether a word that the question does not have may be (part of) the answer to it; `at` is its
/// position in the text shown, where a capital says nothing at 0.
pub fn goes_with(asked: &Asked, word: &Word, at: usize) -> bool {
    let term = word.term.as_str();
    let marks = asked.marks;
    match asked.kind {
        Kind::Who | Kind::Name => (word.capital && at > 0 && !word.stop) || marks.people.contains(term),
        Kind::When => marks.times.contains(term) || is_year(term),
        Kind::Where => marks.places.contains(term) || (word.capital && at > 0 && !word.stop),
        Kind::Why => marks.reasons.contains(term),
        Kind::Money => word.money || is_number(term),
        Kind::Count | Kind::Duration | Kind::Measure => is_number(term) || marks.amounts.contains(term),
        Kind::Colour => marks.colours.contains(term),
        Kind::How => marks.ways.contains(term),
        Kind::Feeling => marks.feelings.contains(term),
        Kind::Outcome => marks.outcomes.contains(term),
        Kind::What => word.capital && at > 0 && !word.stop,
    }
}

/// Whether a term is written in digits, ours or Chinese ones.
pub fn is_number(term: &str) -> bool {
    term.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万两".contains(c))
}

/// Whether a term is a year.
pub fn is_year(term: &str) -> bool {
    term.len() == 4 && matches!(term.parse(), Ok(1000..=2999))
}
