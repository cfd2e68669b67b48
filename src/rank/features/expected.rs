//! Whether the kind of answer a question wants is there at all: a date for a when, a sum for a how
//! much, a name for a who. A sentence on the same subject that lacks it is a near miss.

use crate::analyze::marks::Marks;
use crate::query::Kind;
use crate::rank::asked::Asked;
use crate::rank::candidate::Word;

/// Looks for the wanted kind of answer among the words that the question does not have. Some kinds
/// leave no mark in a text, and a name leaves none where there are no capitals.
pub fn holds_expected(asked: &Asked, words: &[Word]) -> bool {
    let any =
        |fits: &dyn Fn(&Word) -> bool| words.iter().any(|word| word.hit.is_none() && fits(word));
    let marked = |marks: Marks| any(&|word| word.marks.has(marks));

    match asked.kind {
        Kind::Who | Kind::Name | Kind::Where => {
            any(&|word| word.capital && !word.first && !word.stop)
        }
        Kind::When => marked(Marks::YEAR.or(Marks::DATE)),
        Kind::Money => any(&|word| word.money),
        Kind::Count => holds_count(asked, words),
        Kind::Duration => holds_measure(words, Marks::DURATION),
        Kind::Measure => holds_measure(words, Marks::MEASURE),
        Kind::Colour => marked(Marks::COLOUR),
        Kind::Why => marked(Marks::CAUSE),
        Kind::Feeling => marked(Marks::FEELING),
        Kind::How | Kind::Outcome | Kind::What => false,
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
