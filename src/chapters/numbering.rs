//! The number of a chapter, however it is written: `Chapter III`, `IV.`, `Kapitel zwei`, `the third chapter`.

use crate::analyze::{Token, fold, tokens};
use crate::language::Language;

/// What a part of a text is called, before or behind its number; folded.
const PARTS: [&str; 30] = [
    "chapter",
    "chap",
    "ch",
    "kapitel",
    "kap",
    "chapitre",
    "capitulo",
    "cap",
    "capitolo",
    "hoofdstuk",
    "глава",
    "letter",
    "part",
    "book",
    "act",
    "scene",
    "canto",
    "section",
    "story",
    "tale",
    "stave",
    "volume",
    "vol",
    "brief",
    "teil",
    "buch",
    "partie",
    "livre",
    "parte",
    "libro",
];
/// Of these, the first so many mean a chapter, however it is called in the text.
pub const CHAPTERS: usize = 11;
/// Ordinals that people type; the numbers are in the tables of the languages.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The number that a heading or a place has, with the kind of part that it numbers: `Chapter III`, `IV.`,
/// `Kapitel zwei`, `the third chapter`.
pub fn number_of(name: &str, language: Language) -> Option<(Option<usize>, u32)> {
    let words = words(name, language);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let part_of = |word: &str| PARTS.iter().position(|part| *part == word);

    let (part, rest) = match words.as_slice() {
        ["the", rest @ ..] => (None, rest),
        [first, rest @ ..] if part_of(first).is_some() => (part_of(first), rest),
        all => (None, all),
    };
    let (number, used) = number(rest)?;

    // "The third chapter" has its name behind it. Without one, a number is marked as one: "IV. The Storm" is
    // the fourth, but "I saw a wolf" and "Three men in a boat" are none.
    let part = part.or_else(|| rest.get(used).and_then(|word| part_of(word)));
    let is_alone = rest.len() == used;
    if part.is_some() || is_alone || is_marked(name, roman(rest[0]).is_some()) {
        Some((part, number))
    } else {
        None
    }
}

/// Whether a heading marks the number that it begins with.
fn is_marked(name: &str, is_roman: bool) -> bool {
    let name = name.trim_start();
    let behind = name.trim_start_matches(char::is_alphanumeric);
    let is_short = name.len() - behind.len() <= 6;

    is_short && behind.starts_with(['.', ')', ':'])
        || name.starts_with(|c: char| c.is_ascii_digit())
        || is_roman && is_upper(name)
}

/// Whether a heading is printed in capitals, so that a capital is no sign of a Roman number.
fn is_upper(name: &str) -> bool {
    let first: String = name.split_whitespace().take(1).collect();
    first.len() > 1 && first.chars().all(|c| !c.is_lowercase())
}

/// A number at the start of some words, and how many of them it takes.
fn number(words: &[&str]) -> Option<(u32, usize)> {
    let first = words.first()?;
    if let Some(at) = ORDINALS.iter().position(|word| word == first) {
        return Some((at as u32 + 1, 1));
    }
    let digits = first.trim_end_matches(|c: char| c.is_alphabetic());
    let Some(tens) = digits.parse::<u32>().ok() else {
        return match *first {
            "one" | "eins" | "un" | "uno" => Some((1, 1)),
            word => Some((roman(word)?, 1)),
        };
    };

    // "Twenty-one" is two words.
    let ones = words.get(1).and_then(|word| word.parse::<u32>().ok());
    let ones = match words.get(1) {
        Some(&"one") => Some(1),
        _ => ones,
    };
    match ones.filter(|ones| (1..10).contains(ones) && tens >= 20 && tens.is_multiple_of(10)) {
        Some(ones) => Some((tens + ones, 2)),
        None => Some((tens, 1)),
    }
}

/// A Roman number, in lower case.
fn roman(word: &str) -> Option<u32> {
    const VALUES: [(&str, u32); 13] = [
        ("m", 1000),
        ("cm", 900),
        ("d", 500),
        ("cd", 400),
        ("c", 100),
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ];
    let mut rest = word;
    let mut number = 0;
    for (letters, value) in VALUES {
        let most = if letters.len() > 1 { 1 } else { 3 };
        for _ in 0..most {
            if let Some(shorter) = rest.strip_prefix(letters) {
                rest = shorter;
                number += value;
            }
        }
    }

    // Of the longer ones most are words: "mix", "dim".
    (rest.is_empty() && (1..200).contains(&number)).then_some(number)
}

/// The words of a name, folded; numbers written out as digits.
pub fn words(name: &str, language: Language) -> Vec<String> {
    let token = |token: Token| {
        let is_number = token.term.starts_with(|c: char| c.is_ascii_digit());
        if is_number {
            token.term
        } else {
            fold(name[token.range].trim_matches('_'))
        }
    };
    tokens(name, language).map(token).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_chapters_are_read_however_they_are_written() {
        let check = |name: &str, expected: Option<u32>| {
            let number = number_of(name, Language::English).map(|(_, number)| number);
            assert_eq!(number, expected, "{name}");
        };
        for (name, number) in [
            ("chapter 3", 3),
            ("Chapter III", 3),
            ("CHAPTER III.", 3),
            ("ch. iii", 3),
            ("Chapter Three", 3),
            ("chapter twenty-one", 21),
            ("Chapter One", 1),
            ("The Third Chapter", 3),
            ("Kapitel 3", 3),
            ("XIV", 14),
            ("IV. The Storm", 4),
            ("3. The Storm", 3),
            ("3", 3),
            ("Letter 4", 4),
            ("Stave Two", 2),
        ] {
            check(name, Some(number));
        }
        for name in [
            "The Storm",
            "I saw a wolf",
            "Three Men in a Boat",
            "",
            "Mix",
            "chapter",
        ] {
            check(name, None);
        }
    }
}
