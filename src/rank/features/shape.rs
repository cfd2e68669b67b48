//! What kind of passage it is, whatever the question: long or short, early or late, talk or
//! telling.

use crate::analyze::marks::Marks;
use crate::ids::Ids;
use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::Candidate;
use crate::rank::statistics::SearchSpace;

/// Names of [`measure_shape`].
pub const SHAPE: [&str; 6] = [
    "length",
    "position",
    "first passage",
    "names",
    "numbers",
    "why and how: position",
];

/// Length relative to the average, place in the search space (0 first, 1 last), whether it opens
/// it, capitalised words and numbers per word.
pub fn measure_shape(asked: &Asked, seen: &Candidate, space: &SearchSpace) -> [f32; 6] {
    let words = seen.words.len().max(1) as f32;
    let at = (seen.passage.id - space.passages.start) as f32;
    let position = if space.is_library() {
        0.0
    } else {
        at / space.passages.len() as f32
    };

    let names = seen.words.iter().filter(|w| w.capital).count() as f32;
    let numbers = seen
        .words
        .iter()
        .filter(|w| w.marks.has(Marks::NUMBER))
        .count() as f32;

    let late = matches!(asked.kind, Kind::Why | Kind::How | Kind::Outcome);
    let opens = !space.is_library() && at == 0.0;

    [
        (words / space.average_words).ln(),
        position,
        f32::from(opens),
        names / words,
        numbers / words,
        if late { position } else { 0.0 },
    ]
}
