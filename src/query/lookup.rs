//! Questions that only name what is looked for: a phrase in quotation marks, a single name, a date
//! of which somebody wants to know what happened. There is nothing in them that a reader could
//! judge.

use super::{Query, QueryWord};
use crate::analyze::dates::{is_month, is_month_term, short_month_number};
use crate::analyze::marks::Marks;
use crate::language::Language;

/// Words that say something was the case, and nothing of what.
const HAPPENED: [&str; 9] = [
    "happen",
    "happens",
    "happened",
    "happening",
    "occur",
    "occurs",
    "occurred",
    "took",
    "place",
];
/// Words beside a date.
const BESIDE: [&str; 7] = ["what", "on", "in", "at", "the", "of", "day"];
impl Query {
    /// Whether it only names what is looked for.
    pub fn is_lookup(&self) -> bool {
        let quoted: usize = self.phrases.iter().map(Vec::len).sum();
        let is_name = || self.asked.trim_start().starts_with(char::is_uppercase);
        match self.words.as_slice() {
            [] => false,
            [word] => quoted > 0 || (!word.stop && is_name()),
            words => quoted == words.len() || is_of_date(words),
        }
    }

    /// Which words are numbers with a unit of money or measure behind them: the 15 of "15 cents".
    pub fn amounts(&self) -> impl Iterator<Item = usize> {
        let units = Marks(Marks::MONEY.0 | Marks::MEASURE.0);
        let pairs = self.words.windows(2).enumerate();
        let amounts = pairs.filter(move |(_, pair)| {
            let is_number = pair[0].term.starts_with(|c: char| c.is_ascii_digit());
            is_number && !pair[0].stop && Marks::of(&pair[1].term, self.language).has(units)
        });
        amounts.map(|(at, _)| at)
    }

    /// Of a date that is looked for, which words are the day and the month, if it has both.
    pub fn day_and_month(&self) -> Option<(usize, usize)> {
        let place = |holds: &dyn Fn(&QueryWord) -> bool| self.words.iter().position(holds);
        let day = |word: &QueryWord| is_of_calendar(word) && !is_of_month(word) && !is_year(word);
        let both = place(&day).zip(place(&is_of_month));
        both.filter(|_| is_of_date(&self.words))
    }
}

/// Of "what happened on 2 May 1847" only the date is looked for, and all of it.
pub fn keep_only_date(words: &mut [QueryWord]) {
    if is_of_date(words) {
        for word in words {
            // Which century `'06` is of is not said.
            let is_short_year = word.folded.len() == 2 && word.folded.starts_with('0')
                || word.term.parse().is_ok_and(|n: u32| (32..100).contains(&n));
            word.stop = !is_of_calendar(word) || is_short_year && !is_of_month(word);
        }
    }
}

/// Whether what happened at a time is asked, and nothing else.
fn is_of_date(words: &[QueryWord]) -> bool {
    let is = |list: &[&str], word: &QueryWord| list.contains(&word.folded.as_str());
    let is_exact = |word: &QueryWord| is_of_month(word) || is_year(word);
    let is_rest =
        |word: &QueryWord| is(&BESIDE, word) || is(&HAPPENED, word) || is_of_calendar(word);

    let asks = words.first().is_some_and(|word| word.folded == "what");
    let happened = words.iter().any(|word| is(&HAPPENED, word));
    asks && happened && words.iter().any(is_exact) && words.iter().all(is_rest)
}

fn is_of_calendar(word: &QueryWord) -> bool {
    is_of_month(word) || word.term.starts_with(|c: char| c.is_ascii_digit())
}

fn is_of_month(word: &QueryWord) -> bool {
    is_month_name(&word.folded) || is_month_term(&word.term, Language::English)
}

/// Whether a word in small letters is a month.
pub fn is_month_name(word: &str) -> bool {
    short_month_number(word, Language::English).is_some() || is_month(word, Language::English)
}

fn is_year(word: &QueryWord) -> bool {
    word.term.len() == 4 && word.term.bytes().all(|b| b.is_ascii_digit())
}
