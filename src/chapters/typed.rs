//! A place as somebody typed it -> the ways in which it may be read: `about 40% in`, `end of
//! chapter 3`, `chpater 3`.
//!
//! In: what was typed. Out: the same words, bare of what people say around a place, each perhaps
//! with the edge that is meant. What is not obvious: nothing here decides. A heading may be called
//! "At the End", so what was typed is tried first.

use super::words::{
    Word, find_kind_word, find_kind_word_nearly, is_article, is_listed, is_mark, listed_phrases,
    parse_words,
};
use crate::corpus::numbers::{fold_accents, parse_number};
use crate::language::{Language, is_unspaced};

/// Marks between the ends of a range.
const DASHES: [char; 6] = ['-', '–', '—', '−', '~', '～'];

/// Where in a chapter or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    Begin,
    Middle,
    End,
}

/// A way to read a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The edge that is meant of it.
    pub edge: Option<Edge>,
    pub place: String,
}

/// The ways to read what somebody typed, likeliest first; `last` is the number of the last chapter.
pub fn collect_readings(
    typed: &str,
    language: Language,
    last: impl Fn() -> Option<u32>,
) -> Vec<Reading> {
    let bare = strip_words_around(typed);
    let mut readings: Vec<Reading> = Vec::new();
    for place in [typed, &bare] {
        readings.extend(read_edge(place));
    }

    let all = [
        Some(typed.to_owned()),
        Some(bare.clone()),
        strip_end_of_range(&bare),
        strip_count(&bare, last),
        mend_kind_word(&bare, language),
    ];
    readings.extend(
        all.into_iter()
            .flatten()
            .map(|place| Reading { edge: None, place }),
    );
    let mut known: Vec<Reading> = Vec::new();
    for reading in readings {
        if !known.contains(&reading) {
            known.push(reading);
        }
    }
    known
}

/// The edge that a word names.
pub fn find_edge(word: &str) -> Option<Edge> {
    let lists = [
        ("begin", Edge::Begin),
        ("half", Edge::Middle),
        ("end", Edge::End),
    ];
    let found = lists.into_iter().find(|(list, _)| is_listed(list, word));
    found.map(|(_, edge)| edge)
}

/// A place without small words before and behind it, as in `at about 40% of the way through`.
fn strip_words_around(typed: &str) -> String {
    let mut rest: Vec<&str> = typed.split_whitespace().collect();
    while rest.len() > 1 && is_around(rest[0]) {
        rest.remove(0);
    }
    while let [.., before, last] = rest.as_slice() {
        let is_text = is_listed("whole", &plain_word(last)) && is_around(before);
        if !is_text && !is_around(last) {
            break;
        }
        rest.pop();
    }

    let joined = rest.join(" ");
    let ending = listed_phrases("around")
        .filter(|one| one.starts_with(is_unspaced) && joined.ends_with(one.as_str()))
        .max_by_key(String::len);
    let bare = ending.and_then(|ending| joined.strip_suffix(&ending));
    let bare = bare.filter(|bare| !bare.is_empty());
    bare.map_or(joined.clone(), str::to_owned)
}

fn is_around(word: &str) -> bool {
    is_listed("around", &plain_word(word))
}

fn plain_word(word: &str) -> String {
    fold_accents(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%'))
}

/// The edge of something named: `the end of chapter 3`, `chapter 3, middle`; of a whole text, the
/// edge alone.
fn read_edge(place: &str) -> Option<Reading> {
    let words: Vec<&str> = place.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let (last, before) = words.split_last()?;

    let at_start = find_edge(&plain_word(first)).map(|edge| (edge, rest));
    let (edge, rest) = at_start.or_else(|| Some((find_edge(&plain_word(last))?, before)))?;
    let small = rest.iter().take_while(|word| is_around(word)).count();
    let rest = &rest[small..];

    match rest {
        [] => None,
        [only] if is_listed("whole", &plain_word(only)) => Some(Reading {
            edge: None,
            place: plain_word(if at_start.is_some() { first } else { last }),
        }),
        rest => Some(Reading {
            edge: Some(edge),
            place: rest.join(" "),
        }),
    }
}

/// The first of several chapters: `chapters 3-5`, `chapter 3 to 5`.
fn strip_end_of_range(place: &str) -> Option<String> {
    let words = parse_words(place);
    let is_called = words
        .first()
        .is_some_and(|word| find_kind_word(word).is_some());
    let (before, _) = split_last_number(place).filter(|_| is_called)?;
    let dashed = || before.strip_suffix(DASHES).map(str::trim_end);
    let rest = strip_last_word(before, "until").or_else(dashed)?;
    ends_with_digit(rest).then(|| rest.to_owned())
}

/// A chapter without how many there are: `chapter 3 of 135`.
fn strip_count(place: &str, last: impl Fn() -> Option<u32>) -> Option<String> {
    let (before, count) = split_last_number(place)?;
    let slashed = || before.strip_suffix('/').map(str::trim_end);
    let rest = strip_last_word(before, "around").or_else(slashed)?;
    (ends_with_digit(rest) && last() == Some(count)).then(|| rest.to_owned())
}

/// The number that a place ends with, and what stands before it.
fn split_last_number(place: &str) -> Option<(&str, u32)> {
    let before = place.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = place[before.len()..].parse().ok()?;
    Some((before.trim_end(), number))
}

/// A place without its last word, if that is in a list.
fn strip_last_word<'a>(place: &'a str, list: &str) -> Option<&'a str> {
    let (rest, word) = place.rsplit_once(char::is_whitespace)?;
    is_listed(list, &plain_word(word)).then(|| rest.trim_end())
}

fn ends_with_digit(place: &str) -> bool {
    place.ends_with(|c: char| c.is_ascii_digit())
}

/// A place that has nothing but a number beside a word that is nearly what chapters or parts are
/// called.
fn mend_kind_word(place: &str, language: Language) -> Option<String> {
    let words = parse_words(place);
    let words: Vec<&Word> = words
        .iter()
        .filter(|word| !is_article(word) && !is_mark(word))
        .collect();
    let is_number =
        |word: &str| Language::all().any(|language| parse_number(word, language).is_some());
    let (number, word) = match words.as_slice() {
        [word, number @ ..] | [number @ .., word]
            if !number.is_empty() && number.iter().all(|one| is_number(&one.text)) =>
        {
            (number, word)
        }
        _ => return None,
    };

    let kind = find_kind_word_nearly(word, language)?;
    let number: Vec<&str> = number.iter().map(|one| one.raw.as_str()).collect();
    let number = number.join(" ");
    Some(if std::ptr::eq(words[0], *word) {
        format!("{kind} {number}")
    } else {
        format!("{number} {kind}")
    })
}
