//! Dates, however they are written: `14.03.2006`, `3/14/2006`, `2006-03-14` and `14 Mar. 2006` are
//! the terms of `14 March 2006`.
//!
//! In: a word of a text and what stands around it. Out: the term it is in a date. The decision that
//! is not obvious: where both numbers may be the month, English reads `3/4/2006` as it is written
//! in America, and all others the day first.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analyze::numbers::{Pairs, vocabulary_pairs};
use crate::analyze::{fold, to_term};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Letters between a month and its number, as in `Mar. of the year 2006`.
const REACH: usize = 12;
/// What parts the numbers of a date.
const PARTS: [char; 3] = ['.', '/', '-'];

/// The names of the months in a language, each with its number.
pub fn month_names(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let listed = Vocabulary::of(language).list("month").iter();
    listed.filter_map(|month| month.split_once('='))
}

/// The number of a month, by its folded name in a language.
pub fn month_number(folded: &str, language: Language) -> Option<&'static str> {
    static MONTHS: LazyLock<FxHashMap<Language, FxHashMap<String, &str>>> = LazyLock::new(|| {
        let of = |language| month_names(language).map(|(name, number)| (fold(name), number));
        Language::all()
            .map(|language| (language, of(language).collect()))
            .collect()
    });
    MONTHS.get(&language)?.get(folded).copied()
}

/// Whether a folded word is the name of a month in a language.
pub fn is_month(folded: &str, language: Language) -> bool {
    month_number(folded, language).is_some()
}

/// Whether a term stands for a month.
pub fn is_month_term(term: &str, language: Language) -> bool {
    month_names(language).any(|(name, _)| super::to_term(name, language) == term)
}

/// The month that a folded word is short for: `sept`.
pub fn short_month_number(folded: &str, language: Language) -> Option<&'static str> {
    static SHORT: LazyLock<Pairs> = LazyLock::new(|| vocabulary_pairs("short month"));
    SHORT.get(&language)?.get(folded).copied()
}

/// The term of a word that is short for a month, if a number stands beside it.
pub fn month_beside_number(text: &str, range: &Range<usize>, language: Language) -> Option<String> {
    let number = short_month_number(&fold(&text[range.clone()]), language)?;
    let is_number = |c: char| c.is_ascii_digit();
    let (before, after) = words_around(text, range);

    let is_dated = before.ends_with(is_number)
        || before.ends_with(|c: char| c.is_alphabetic())
            && ["st", "nd", "rd", "th", "of"]
                .iter()
                .any(|end| before.ends_with(end))
            && before.contains(is_number)
        || after.starts_with(is_number);
    is_dated.then(|| month_term(number, language)).flatten()
}

/// The day of a month that a folded word may say: `dritten`.
pub fn day_number(folded: &str, language: Language) -> Option<&'static str> {
    static DAYS: LazyLock<Pairs> = LazyLock::new(|| vocabulary_pairs("day"));
    DAYS.get(&language)?.get(folded).copied()
}

/// The number of a day in words, if its month stands right behind it: `dritten März`, `primero de
/// mayo`.
pub fn day_before_month(text: &str, range: &Range<usize>, language: Language) -> Option<String> {
    let number = day_number(&fold(&text[range.clone()]), language)?;
    let end = text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let behind = &text[range.end..end];

    let between = Vocabulary::of(language).list("day of");
    let mut words = behind.split_whitespace();
    let month = words.find(|word| !between.contains(word))?;
    let month = month.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_near = behind.starts_with(char::is_whitespace);
    (is_near && is_month(&fold(month), language)).then(|| number.to_owned())
}

/// The words before and behind a word, a short way, without what parts them from it.
fn words_around<'a>(text: &'a str, range: &Range<usize>) -> (&'a str, &'a str) {
    let start = text.floor_char_boundary(range.start.saturating_sub(REACH));
    let end = text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let parts =
        |c: char| c == ' ' || c == '.' || c == ',' || c == '\u{a0}' || c == '\n' || c == '\r';
    let before = text[start..range.start].trim_end_matches(parts);
    let after = text[range.end..end].trim_start_matches(parts);
    (before, after)
}

/// The term of one of the numbers of a date in figures.
pub fn date_figure_term(text: &str, range: &Range<usize>, language: Language) -> Option<String> {
    let whole = find_whole_date(text, range);
    let mark = text[whole.clone()].chars().find(|c| PARTS.contains(c))?;
    let numbers: Vec<&str> = text[whole.clone()].split(mark).collect();
    let [first, second, third] = *<&[&str; 3]>::try_from(numbers.as_slice()).ok()?;

    let month = find_month_position([first, second, third], mark, language)?;
    let start = range.start - whole.start;
    let at = match start {
        0 => 0,
        start if start == first.len() + 1 => 1,
        start if start == first.len() + second.len() + 2 => 2,
        _ => return None,
    };
    let number: u32 = [first, second, third][at].parse().ok()?;
    if at == month {
        return month_term(&number.to_string(), language).or_else(|| Some(number.to_string()));
    }
    Some(number.to_string())
}

/// Which number of a date is the month, if the three are one.
fn find_month_position(numbers: [&str; 3], mark: char, language: Language) -> Option<usize> {
    let value = |at: usize| numbers[at].parse::<u32>().ok();
    let is_short = |at: usize| (1..=2).contains(&numbers[at].len());
    let is_month = |at: usize| is_short(at) && value(at).is_some_and(|n| (1..=12).contains(&n));
    let is_day = |at: usize| is_short(at) && value(at).is_some_and(|n| (1..=31).contains(&n));
    let is_year = |at: usize| numbers[at].len() == 4;

    let month_first = is_year(2) && is_month(0) && is_day(1);
    let day_first = is_year(2) && is_day(0) && is_month(1);
    let is_american = mark != '.' && language == Language::English;
    if is_year(0) && is_month(1) && is_day(2) {
        Some(1)
    } else if month_first && (is_american || !day_first) && mark != '.' {
        Some(0)
    } else {
        day_first.then_some(1)
    }
}

/// The figures and marks of a date that a number stands in.
fn find_whole_date(text: &str, range: &Range<usize>) -> Range<usize> {
    let is_inside = |c: char| c.is_ascii_digit() || PARTS.contains(&c);
    let start = text.floor_char_boundary(range.start.saturating_sub(REACH));
    let end = text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let before = text[start..range.start].trim_end_matches(is_inside).len();
    let after = text[range.end..end].trim_start_matches(is_inside).len();

    let whole = start + before..end - after;
    let inner = text[whole.clone()].trim_matches(PARTS);
    let from = whole.start + text[whole].find(inner).unwrap_or(0);
    from..from + inner.len()
}

fn month_term(number: &str, language: Language) -> Option<String> {
    let name = month_names(language).find(|(_, other)| *other == number)?.0;
    Some(to_term(name, language))
}

/// The numbers of a date that is one word, each with its place in it: `14.03.2006`.
pub fn split_date(word: &str) -> Option<[(usize, &str); 3]> {
    let is_number =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }

    let (first, rest) = word.split_once('.')?;
    let (second, third) = rest.split_once('.')?;
    if ![first, second, third].iter().all(|part| is_number(part)) {
        return None;
    }
    find_month_position([first, second, third], '.', Language::Other)?;

    let at = first.len() + 1;
    Some([(0, first), (at, second), (at + second.len() + 1, third)])
}
