//! Questions that only name what is looked for: a phrase in quotation marks, a single name, a date of which
//! somebody wants to know what happened. There is nothing in them that a reader could judge.

use super::{Query, QueryWord};

/// Words that say something was the case, and nothing of what.
const HAPPENED: [&str; 10] = [
    "happen",
    "happens",
    "happened",
    "happening",
    "occur",
    "occurs",
    "occurred",
    "took",
    "taken",
    "place",
];
const MONTHS: [&str; 23] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
];

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
}

/// Of "what happened on 14 March" only the date is looked for.
pub fn leave_date(words: &mut [QueryWord]) {
    if is_of_date(words) {
        let happened = |word: &&mut QueryWord| HAPPENED.contains(&word.folded.as_str());
        words
            .iter_mut()
            .filter(happened)
            .for_each(|word| word.stop = true);
    }
}

/// Whether what happened at a time is asked, and nothing else.
fn is_of_date(words: &[QueryWord]) -> bool {
    let is = |list: &[&str], word: &QueryWord| list.contains(&word.folded.as_str());
    let is_number = |word: &QueryWord| word.folded.starts_with(|c: char| c.is_ascii_digit());
    let is_told = |word: &QueryWord| is_number(word) || is(&MONTHS, word);

    let asks = words.first().is_some_and(|word| word.folded == "what");
    let happened = words.iter().any(|word| is(&HAPPENED, word));
    let rest = |word: &QueryWord| word.stop || is_told(word) || is(&HAPPENED, word);
    asks && happened && words.iter().any(is_number) && words.iter().all(rest)
}
