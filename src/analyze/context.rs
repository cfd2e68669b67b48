//! Words that mean something else beside others: the numbers of a date, short months, `the Eighth`,
//! `XIV`, `$600M`.
//!
//! In: a word that may be one of these, where it stands. Out: its term there, or `None` where it is
//! what it always is.

use std::ops::Range;

use crate::analyze::numbers::{self, SMALL_ORDINALS};
use crate::analyze::{dates, fold};
use crate::language::{Language, Script};

/// Roman numbers in small letters that are words, or names.
const WORDS: [&str; 2] = ["vi", "xi"];
/// How far a word looks, in bytes.
const REACH: usize = 24;

/// Whether a word may mean something else beside others.
pub fn may_depend(word: &str, folded: &str, language: Language) -> bool {
    folded.starts_with(|c: char| c.is_ascii_digit())
        || dates::short_month_number(folded, language).is_some()
        || dates::day_number(folded, language).is_some()
        || language == Language::English && parse_small_ordinal(folded).is_some()
        || parse_roman_word(word, language).is_some()
}

/// What a word means where it stands.
pub fn term_in_context(text: &str, range: &Range<usize>, language: Language) -> Option<String> {
    let word = &text[range.clone()];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return dates::date_figure_term(text, range, language)
            .or_else(|| parse_money_sum(text, range));
    }
    if let Some(month) = dates::month_beside_number(text, range, language) {
        return Some(month);
    }
    if let Some(day) = dates::day_before_month(text, range, language) {
        return Some(day);
    }

    let before = words_before(text, range.start);
    if let Some(number) = parse_roman_word(word, language) {
        let follows_name = before.last().is_some_and(|name| is_capital(name));
        let is_plain = word.chars().all(char::is_lowercase) && !before.is_empty();
        return (follows_name || is_plain).then(|| number.to_string());
    }
    let digit = parse_small_ordinal(&fold(word)).filter(|_| language == Language::English)?;
    (is_day(text, range, &before) || is_of_king(word, &before)).then(|| digit.to_string())
}

/// Those of everyday life are numbers only as days and in the names of kings.
fn parse_small_ordinal(folded: &str) -> Option<u64> {
    let found = SMALL_ORDINALS.iter().find(|(word, _)| *word == folded);
    found.map(|(_, digit)| *digit)
}

/// Whether an ordinal is the day of a month: `the fifth of July`, `July the fifth`.
fn is_day(text: &str, range: &Range<usize>, before: &[&str]) -> bool {
    let is_month = |word: &str| {
        dates::is_month(&fold(word), Language::English) && is_capital(word)
            || dates::is_month(word, Language::English) && word != "may" && word != "march"
    };
    let end = text.ceil_char_boundary((range.end + REACH).min(text.len()));
    let behind: Vec<&str> = text[range.end..end].split_whitespace().take(4).collect();
    let behind = behind
        .iter()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut behind = behind.skip_while(|word| *word == "day").peekable();
    // "Third of march" is typed; without "of" the word may be the verb.
    let is_month_of = |word: &str| dates::is_month(&fold(word), Language::English);
    let of_month = match behind.next_if(|word| *word == "of") {
        Some(_) => behind.find(|word| *word != "day").is_some_and(is_month_of),
        None => behind.next().is_some_and(is_month),
    };

    let mut before = before.iter().rev().filter(|word| **word != "the");
    of_month || before.next().is_some_and(|word| is_month(word))
}

/// Whether an ordinal goes with a name: `Henry the Eighth`.
fn is_of_king(word: &str, before: &[&str]) -> bool {
    match before {
        [.., name, the] => is_capital(word) && the.eq_ignore_ascii_case("the") && is_capital(name),
        _ => false,
    }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The two words right before a place, with nothing but white space between them.
fn words_before(text: &str, at: usize) -> Vec<&str> {
    let start = text.floor_char_boundary(at.saturating_sub(REACH));
    let mut near = text[start..at]
        .rsplit(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !"'’".contains(c));
    let near = near.next().unwrap_or_default();
    let mut words: Vec<&str> = near.split_whitespace().collect();
    words.split_off(words.len().saturating_sub(2))
}

/// A Roman number of two letters or more below forty; of longer ones and those with other letters
/// most are words.
fn parse_roman_word(word: &str, language: Language) -> Option<u32> {
    if word.len() < 2 || word.len() > 7 || language.script() != Script::Latin {
        return None;
    }
    let is_upper = word.bytes().all(|b| b"IVX".contains(&b));
    let is_lower = word.bytes().all(|b| b"ivx".contains(&b)) && !WORDS.contains(&word);
    (is_upper || is_lower)
        .then(|| numbers::parse_small_roman(&word.to_ascii_lowercase()))
        .flatten()
}

/// `$600M`, which is a sum only behind the sign of a currency.
fn parse_money_sum(text: &str, range: &Range<usize>) -> Option<String> {
    const SIGNS: [char; 4] = ['$', '£', '€', '¥'];
    const SCALES: [(&str, u64); 5] = [
        ("bn", 1_000_000_000),
        ("b", 1_000_000_000),
        ("mn", 1_000_000),
        ("m", 1_000_000),
        ("k", 1_000),
    ];

    let word = text[range.clone()].to_ascii_lowercase();
    if !text[..range.start].ends_with(SIGNS) {
        return None;
    }
    let (digits, scale) = SCALES
        .iter()
        .find_map(|(end, scale)| Some((word.strip_suffix(end)?, *scale)))?;
    numbers::parse_scaled_number(digits, scale).map(|sum| sum.to_string())
}
