//! The numbers that a heading or a place has: `Chapter III`, `IV.`, `Erstes Kapitel`, `book 2,
//! chapter 3`.
//!
//! In: a heading of a text, or what somebody typed. Out: the numbers in it, each with what it
//! numbers. What is not obvious: a heading is read strictly, as many of them only begin like a
//! number; what is typed as a place may be in any language, and say more than its numbers.

use super::words::{Called, Word, find_kind_word, is_article, is_mark, parse_words};
use crate::analyze::{is_stop_word, money};
use crate::corpus::numbers::{is_cardinal, parse_han_number, parse_number, parse_roman};
use crate::language::Language;

/// Most words that a number is written in: `One Hundred and Twelve`.
const NUMBER_WORDS: usize = 4;
/// Longest number before a title: `1001. The Last Night`.
const LONGEST: usize = 4;
/// What "the last" is in the tables of the languages: it has no other number.
pub const LAST: u32 = 999;

/// What a number numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// It stands alone.
    Alone,
    /// A chapter, in whichever language.
    Chapter,
    /// A part, a letter, a scene: by the word for it, folded.
    Called(String, Called),
}

impl Kind {
    fn of(word: &Word) -> Option<Kind> {
        let called = find_kind_word(word)?;
        Some(if called.is_chapter {
            Kind::Chapter
        } else {
            Kind::Called(word.text.clone(), called)
        })
    }

    /// Whether it holds chapters.
    pub fn is_part(&self) -> bool {
        matches!(self, Kind::Called(_, called) if called.is_part)
    }

    /// Whether two are the same to readers: a number alone is that of a chapter.
    pub fn is_same(&self, other: &Kind) -> bool {
        match (self, other) {
            (Kind::Called(one, _), Kind::Called(other, _)) => one == other,
            (Kind::Called(..), _) | (_, Kind::Called(..)) => false,
            _ => true,
        }
    }
}

/// A number, and what it numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    pub kind: Kind,
    /// [`LAST`] for the last one.
    pub value: u32,
}

/// What a place that somebody typed has of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// In the order in which they stand there.
    pub numbers: Vec<Number>,
    /// It says nothing else.
    pub is_whole: bool,
}

/// The numbers of a heading, the outermost first.
pub fn parse_heading_numbers(heading: &str, language: Language) -> Vec<Number> {
    let words = parse_words(heading);
    let mut numbers = Vec::new();
    let mut rest = words.as_slice();

    while let Some((number, used)) = parse_called_number(rest, language) {
        let behind = &rest[used..];
        let last = &rest[used - 1];
        // "Part of him wanted to go" is a sentence, "Part 2" and "Part Two: Home" are not.
        let is_one = last.is_ended
            || last.is_digits()
            || parse_called_number(behind, language).is_some()
            || behind.first().is_none_or(|word| !word.is_small());
        let goes_on = is_behind(rest, used)
            && !last.is_ended
            && behind
                .first()
                .is_some_and(|next| !last.is_sign() || !next.is_apart && !is_mark(&rest[0]));
        if !is_one || goes_on {
            break;
        }
        numbers.push(number);
        rest = behind;
    }

    if numbers.is_empty() {
        numbers.extend(parse_number_alone(&words, language));
    }
    numbers
}

/// The numbers of a place that somebody typed; `None` if it has none that could be meant as such.
pub fn parse_place_numbers(place: &str, language: Language) -> Option<Typed> {
    // A sum is looked for as it stands.
    if place.contains(money::SIGNS) {
        return None;
    }
    let words = parse_words(place);
    let mut numbers: Vec<Number> = Vec::new();
    let mut is_whole = true;
    let mut has_fillers = false;

    let mut rest = words.as_slice();
    while let Some(word) = rest.first() {
        let is_called = numbers.iter().any(|one| one.kind != Kind::Alone);
        // Of what is called something, only a figure is a further number: "chapter 3 I think" has
        // none.
        let is_figure = word.is_digits() || word.raw.chars().all(char::is_uppercase);
        let bare = || {
            let found = parse_bare_number(rest, &[language, Language::English]);
            found.filter(|_| !is_called || is_figure)
        };

        if let Some((number, used)) = parse_called_number(rest, language) {
            numbers.push(number);
            rest = &rest[used..];
        } else if let Some((value, used)) = bare() {
            let kind = Kind::Alone;
            numbers.push(Number { kind, value });
            rest = &rest[used..];
        } else if is_article(word) || is_mark(word) {
            rest = &rest[1..];
        } else if Language::all().any(|language| is_stop_word(&word.text, language)) {
            has_fillers = true;
            rest = &rest[1..];
        } else {
            is_whole = false;
            break;
        }
    }

    let is_called = numbers.iter().any(|one| one.kind != Kind::Alone);
    // "Wait for a second" asks for no chapter, nor does "chapter and verse".
    let is_meant = is_called || is_whole && !has_fillers && numbers.len() <= 2;
    (is_meant && !numbers.is_empty()).then_some(Typed { numbers, is_whole })
}

/// Whether some words of a place number something that they call a chapter, a part or the like.
pub fn has_called_number(place: &str, language: Language) -> bool {
    let words = parse_words(place);
    (0..words.len()).any(|at| parse_called_number(&words[at..], language).is_some())
}

/// What some words number at their start, and how many of them that takes.
fn parse_called_number(words: &[Word], language: Language) -> Option<(Number, usize)> {
    parse_kind_then_number(words, language).or_else(|| parse_number_then_kind(words, language))
}

/// `Chapter 3`, `Book the Second`, `Chapitre premier`, `Part No. 4`.
fn parse_kind_then_number(words: &[Word], language: Language) -> Option<(Number, usize)> {
    let (first, rest) = words.split_first()?;
    let kind = Kind::of(first)?;
    let skipped = rest.iter().take(2);
    let skipped = skipped.take_while(|word| is_article(word) || is_mark(word));
    let skipped = skipped.count();

    let (value, used) = parse_leading_number(&rest[skipped..], &languages_of(first, language))?;
    Some((Number { kind, value }, 1 + skipped + used))
}

/// `Erstes Kapitel`, `the third chapter`, `4th letter`, `第二章`; "two letters" only says how many.
fn parse_number_then_kind(words: &[Word], language: Language) -> Option<(Number, usize)> {
    let skipped = words.iter().take(2);
    let skipped = skipped.take_while(|word| is_article(word) || is_mark(word));
    let skipped = skipped.count();
    let rest = &words[skipped..];

    (1..rest.len().min(NUMBER_WORDS + 1)).find_map(|at| {
        let kind = Kind::of(&rest[at])?;
        let languages = languages_of(&rest[at], language);
        let (value, used) = parse_leading_number(&rest[..at], &languages)?;
        let counted = join_words(&rest[..at]);
        let is_cardinal = parse_han_number(&counted).is_none()
            && languages
                .iter()
                .any(|language| is_cardinal(&counted, *language));
        (used == at && !is_cardinal).then_some((Number { kind, value }, skipped + at + 1))
    })
}

/// Whether of some words that are used the last one is what the number calls so.
fn is_behind(words: &[Word], used: usize) -> bool {
    find_kind_word(&words[0]).is_none() && find_kind_word(&words[used - 1]).is_some()
}

/// The languages in which a number beside a word may be written.
fn languages_of(word: &Word, language: Language) -> Vec<Language> {
    let mut languages = find_kind_word(word).map_or_else(Vec::new, |called| called.languages);
    languages.extend([language, Language::English]);
    languages
}

/// A number at the start of some words, and how many of them it takes.
pub(super) fn parse_leading_number(words: &[Word], languages: &[Language]) -> Option<(u32, usize)> {
    (1..=words.len().min(NUMBER_WORDS)).rev().find_map(|count| {
        let counted = &words[..count];
        // Within a number there is no point.
        if counted[..count - 1].iter().any(|word| word.is_ended) {
            return None;
        }
        let joined = join_words(counted);
        let written = || languages.iter().find_map(|one| parse_number(&joined, *one));
        Some((parse_han_number(&joined).or_else(written)?, count))
    })
}

/// The same of a number that nothing calls a chapter: a letter that is one in Roman figures is
/// mostly a word.
fn parse_bare_number(words: &[Word], languages: &[Language]) -> Option<(u32, usize)> {
    let (value, used) = parse_leading_number(words, languages)?;
    let first = &words[0].raw;
    let is_word = used == 1 && matches!(first.as_str(), "c" | "l" | "C" | "L");
    let is_mixed = parse_roman(&words[0].text).is_some() && parse_roman(first).is_none();
    (!is_word && !is_mixed).then_some((value, used))
}

fn join_words(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    words.join(" ")
}

/// The number of a heading that calls it nothing: `IV`, `Three`, `The Third`, `IV. The Storm`, `3.
/// The Storm`.
fn parse_number_alone(words: &[Word], language: Language) -> Option<Number> {
    let articles = usize::from(words.len() > 1 && is_article(&words[0]));
    let whole = parse_bare_number(&words[articles..], &[language]);
    let whole = whole.filter(|(_, used)| articles + used == words.len());

    let value = whole
        .map(|(value, _)| value)
        .or_else(|| parse_number_before_title(words))?;
    let kind = Kind::Alone;
    Some(Number { kind, value })
}

/// The number before a title. "IV. The Storm" is the fourth, but "I saw a wolf" and "Three men in a
/// boat" are none.
fn parse_number_before_title(words: &[Word]) -> Option<u32> {
    let [first, second, ..] = words else {
        return None;
    };
    if first.is_digits() {
        // "2.1 Tools" and "20,000 Leagues" have another number.
        let goes_on = second.is_digits() && !second.is_apart;
        return (first.raw.len() <= LONGEST && !goes_on)
            .then(|| parse_number(&first.raw, Language::Other))?;
    }
    if let Some(value) = parse_han_number(&first.raw) {
        return first.is_ended.then_some(value);
    }

    let is_marked = first.is_ended || first.raw.len() > 1;
    let is_large = first.raw.chars().all(char::is_uppercase);
    let is_name = first.raw.len() == 1 && !matches!(first.raw.as_str(), "I" | "V" | "X");
    (is_marked && is_large && !is_name).then(|| parse_roman(&first.raw))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings_are_read_however_they_are_written() {
        let check = |language: Language, heading: &str, expected: &[u32]| {
            let numbers = parse_heading_numbers(heading, language);
            let values: Vec<u32> = numbers.iter().map(|one| one.value).collect();
            assert_eq!(values, expected, "{heading}");
        };
        for (heading, number) in [
            ("chapter 3", 3),
            ("Chapter III", 3),
            ("CHAPTER III.", 3),
            ("ch. iii", 3),
            ("Chapter Three", 3),
            ("chapter twenty-one", 21),
            ("Chapter One", 1),
            ("The Third Chapter", 3),
            ("CHAPTER THE THIRTEENTH", 13),
            ("LETTER THE SECOND", 2),
            ("Book the Second--the Golden Thread", 2),
            ("Chapter The Last.", LAST),
            ("Kapitel 3", 3),
            ("XIV", 14),
            ("IV. The Storm", 4),
            ("3. The Storm", 3),
            ("3", 3),
            ("Three", 3),
            ("The Third", 3),
            ("Letter 4", 4),
            ("Stave Two", 2),
            ("SCENE 1. A cobbler's shop.", 1),
            ("The Second Part", 2),
        ] {
            check(Language::English, heading, &[number]);
        }
        for (language, heading, number) in [
            (Language::German, "Erstes Kapitel", 1),
            (Language::German, "3. Kapitel. Der Turm", 3),
            (Language::French, "Chapitre premier", 1),
            (Language::French, "Chapitre deuxième", 2),
            (Language::French, "Première partie", 1),
            (Language::Russian, "Глава вторая", 2),
            (Language::Spanish, "Capítulo decimoquinto", 15),
            (Language::Japanese, "第二章 手紙", 2),
            (Language::Chinese, "第十二回", 12),
            (Language::Korean, "제3장 바다", 3),
        ] {
            check(language, heading, &[number]);
        }
        check(Language::English, "PART ONE, CHAPTER IX", &[1, 9]);
        check(Language::Japanese, "第二部 第三章", &[2, 3]);

        for heading in [
            "The Storm",
            "I saw a wolf",
            "Three Men in a Boat",
            "",
            "Mix",
            "chapter",
            "Part of him wanted to go",
            "The Second Act of Kindness",
            "Two Letters",
            "20,000 Leagues",
            "2.1 Tools",
            "C. S. Lewis",
            "二人の旅",
        ] {
            check(Language::English, heading, &[]);
        }
    }

    #[test]
    fn numbers_of_places_are_read_as_people_type_them() {
        let check = |place: &str, expected: Option<(&[u32], bool)>| {
            let typed = parse_place_numbers(place, Language::English);
            let got = typed.map(|typed| {
                let values: Vec<u32> = typed.numbers.iter().map(|one| one.value).collect();
                (values, typed.is_whole)
            });
            let expected = expected.map(|(values, is_whole)| (values.to_vec(), is_whole));
            assert_eq!(got, expected, "{place}");
        };
        for (place, numbers) in [
            ("4", &[4][..]),
            ("ch4", &[4]),
            ("Kapitel II", &[2]),
            ("2. Kapitel", &[2]),
            ("zweites Kapitel", &[2]),
            ("Kapitel zwei", &[2]),
            ("глава вторая", &[2]),
            ("第2章", &[2]),
            ("２章", &[2]),
            ("第二部第三章", &[2, 3]),
            ("no. 7", &[7]),
            ("chapter no. 7", &[7]),
            ("chapter #7", &[7]),
            ("last chapter", &[LAST]),
            ("the last chapter", &[LAST]),
            ("4th letter", &[4]),
            ("letter two", &[2]),
            ("the fourth letter", &[4]),
            ("book 2 chapter 3", &[2, 3]),
            ("Book the Second, Chapter III", &[2, 3]),
            ("chapter III of part two", &[3, 2]),
            ("the third chapter of the second book", &[3, 2]),
            ("Act 2 scene 2", &[2, 2]),
            ("from chapter 3 on, please", &[3]),
            ("II.ii", &[2, 2]),
        ] {
            check(place, Some((numbers, true)));
        }
        check("chapter three, the one with the boat", Some((&[3], false)));

        for place in [
            "the storm",
            "wait for a second",
            "two hours",
            "one of the two hours",
            "chapter",
            "chapter and verse",
            "",
        ] {
            check(place, None);
        }
    }
}
