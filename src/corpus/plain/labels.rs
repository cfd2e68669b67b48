//! What a line numbers: `Chapter 4. The Well`, `Erstes Kapitel`, `第一章 灯塔`, `IV.`
//!
//! In: a line. Out: a [`Label`] with its number. The words of chapters are tables of the languages;
//! as a text's language is not known yet, those of all count, each with the numbers of its own
//! language.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::headings::{
    HEADING_WIDTH, PAUSES, count_columns, fold_letters, is_capitals, is_title, strip_line_marks,
};
use super::numerals::{self, fold_accents};
use super::{sections, unspaced};
use crate::language::vocabulary::Vocabulary;
use crate::language::{Language, is_unspaced};

/// Most words that a number is written in: `One Hundred and Twelve`.
const NUMBER_WORDS: usize = 4;

/// Most words of the name in a line that says who wrote something.
const NAME_WORDS: usize = 6;

/// What a heading is called by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What holds chapters, with its word: a part, a volume.
    Part(String),
    Chapter,
    /// A prologue or the like: a chapter without a number.
    Alone,
    /// A number and nothing else, or with a title.
    Numeral,
    /// A number with points and a title, as `5.1. The Lamp`: what stands before its last point,
    /// that with it.
    Section(String),
}

impl Kind {
    /// Whether it holds chapters.
    pub fn is_part(&self) -> bool {
        matches!(self, Kind::Part(_))
    }
}

/// A line that numbers what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub kind: Kind,
    pub number: Option<u32>,
    /// Whether a title follows the number on the line.
    pub titled: bool,
    /// Whether it is no word, even where no other number is around: `IV.`
    pub sure: bool,
}

impl Label {
    /// What a line says it is.
    pub fn of(line: &str) -> Option<Label> {
        let line = strip_line_marks(line);
        if line.is_empty() || count_columns(&line) > 2 * HEADING_WIDTH {
            return None;
        }

        let counts = |c: char| is_unspaced(c) || c.is_numeric();
        if let Some(label) = line
            .trim_start_matches('（')
            .starts_with(counts)
            .then(|| unspaced::parse_unspaced_label(&line))
            .flatten()
        {
            return Some(label);
        }
        let line = space_out_dashes(&line);
        let words: Vec<&str> = line.split_whitespace().collect();
        Label::of_joined(&line)
            .or_else(|| Label::of_word(&words))
            .or_else(|| Label::of_number(&words))
            .or_else(|| Label::of_numeral(&words))
            .or_else(|| sections::parse_section_label(&words))
    }

    /// Whether it says so with a word, and is not only a number.
    pub fn says_so(&self) -> bool {
        !matches!(self.kind, Kind::Numeral | Kind::Section(_))
    }

    /// `제1장 도착`, `제 1 장`, `3화`: a number in digits with the word joined to it, as in Korean.
    fn of_joined(line: &str) -> Option<Label> {
        let mut ordinals = Vocabulary::of(Language::Korean)
            .list("chapter ordinal")
            .iter();
        let ordinal = ordinals.find_map(|word| line.strip_prefix(*word));
        let rest = ordinal.unwrap_or(line).trim_start();
        let end = rest.find(|c: char| !c.is_numeric())?;
        let number = numerals::parse_digits(&rest[..end])?;
        let behind = rest[end..].trim_start_matches(|c| ordinal.is_some() && c == ' ');

        let unit = behind.chars().next().filter(|c| is_hangul(*c))?;
        let (_, kind) = WORDS
            .chapters
            .get(&fold_accents(&unit.to_string()))?
            .first()?;
        let title = &behind[unit.len_utf8()..];
        let apart = title.is_empty() || title.starts_with([' ', '.', ',']);
        let title = title.trim_matches([' ', '.', ',', '—']);
        (apart && (title.is_empty() || is_title(title))).then(|| Label {
            kind: kind.clone(),
            number: Some(number),
            titled: !title.is_empty(),
            sure: true,
        })
    }

    /// `Chapter 4. The Well`, `PART TWO`, `Book the First`, `Capítulo XII`, and `Prologue` alone.
    fn of_word(words: &[&str]) -> Option<Label> {
        let first = fold_accents(words.first()?.trim_end_matches(['.', ':']));
        if is_alone(words) || is_lettered(words) {
            return Some(Label {
                kind: Kind::Alone,
                number: None,
                titled: words.len() > 2,
                sure: true,
            });
        }

        let entries = WORDS.chapters.get(&first)?;
        entries.iter().find_map(|(language, kind)| {
            let mut rest = &words[1..];
            let articles = Vocabulary::of(*language).list("chapter article");
            if articles.contains(&fold_accents(rest.first()?).as_str()) {
                rest = &rest[1..];
            }

            let (number, after) = parse_leading_number(rest, *language)?;
            let title = &rest[after..];
            // "Part of him wanted to go" is a sentence, "Part 2" and "Part Two: Home" are not.
            let ended = !rest[after - 1].ends_with(char::is_alphanumeric);
            let fits = title
                .first()
                .is_none_or(|word| ended || !word.starts_with(char::is_lowercase));

            fits.then(|| Label {
                kind: kind.clone(),
                number: Some(number),
                titled: title.iter().any(|word| word.contains(char::is_alphabetic)),
                sure: true,
            })
        })
    }

    /// `Erstes Kapitel`, `3. Kapitel. Der Turm`, `Première partie`, `Första kapitlet`.
    fn of_number(words: &[&str]) -> Option<Label> {
        (1..words.len().min(NUMBER_WORDS + 1)).find_map(|at| {
            let word = words[at].trim_end_matches(['.', ':', ',']);
            let entries = WORDS.chapters.get(&fold_accents(word))?;
            let ends =
                at + 1 == words.len() || word.len() < words[at].len() || is_dash(words[at + 1]);

            entries
                .iter()
                .filter(|_| ends)
                .find_map(|(language, kind)| {
                    let articles = Vocabulary::of(*language).list("chapter article");
                    let skip =
                        usize::from(at > 1 && articles.contains(&fold_accents(words[0]).as_str()));
                    let counted = words[skip..at].join(" ");
                    let counted = counted.trim_end_matches('.');

                    // "Two letters" and "one book" only say how many.
                    let orders = !numerals::is_cardinal(counted, *language);
                    let number = numerals::parse_number(counted, *language).filter(|_| orders)?;
                    Some(Label {
                        kind: kind.clone(),
                        number: Some(number),
                        titled: words[at + 1..]
                            .iter()
                            .any(|w| w.contains(char::is_alphabetic)),
                        sure: true,
                    })
                })
        })
    }

    /// `IV`, `IV.`, `(4)`, `IV. THE WELL`, `Four`. Whether it numbers anything, its neighbours
    /// tell.
    fn of_numeral(words: &[&str]) -> Option<Label> {
        let words = words.strip_prefix(&["§"]).unwrap_or(words);
        if let Some(number) = parse_written_cardinal(words) {
            return Some(Label {
                kind: Kind::Numeral,
                number: Some(number),
                titled: false,
                sure: false,
            });
        }

        let first = *words.first()?;
        let number = first.trim_matches(['.', ')', '(', ':', '—', '-', '[', ']']);
        let title = &words[1..];
        let ended = number.len() < first.len() || title.first().is_some_and(|word| is_dash(word));

        let is_plain = |c: char| c.is_ascii_digit();
        let value = if number.chars().all(is_plain) {
            // A number with a title is an item of a list.
            numerals::parse_digits(number).filter(|_| title.is_empty())?
        } else {
            numerals::parse_roman(number).filter(|_| !number.contains(char::is_lowercase))?
        };

        let joined = title.join(" ");
        let is_name = is_capitals(&joined) || (ended && is_title(joined.trim_end_matches('.')));
        (title.is_empty() || is_name).then(|| Label {
            kind: Kind::Numeral,
            number: Some(value),
            titled: !title.is_empty(),
            sure: title.is_empty() && ended && number.len() > 1 && !number.contains(is_plain),
        })
    }
}

/// Words that call a chapter something, of all languages, folded.
pub struct Words {
    /// What a chapter or what holds chapters is called, with the languages that call it so.
    pub chapters: HashMap<String, Vec<(Language, Kind)>>,
    pub alone: Vec<String>,
    /// What stands before the number of a part of a story, as `その` does.
    pub ordinal: Vec<String>,
    /// What numbers the volumes of a work of two or three: `上`.
    pub halves: Vec<(String, u32)>,
    /// Those of `chapters` that only plays have.
    plays: Vec<String>,
    /// What stands before the name of whoever wrote something.
    by: Vec<String>,
    articles: Vec<String>,
    /// Words of dates, as the names of months and days are.
    pub dates: HashSet<String>,
    pub contents: Vec<String>,
    pub salutations: Vec<String>,
}

/// The words of all languages.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut chapters: HashMap<String, Vec<(Language, Kind)>> = HashMap::new();
    for language in Language::all() {
        let vocabulary = Vocabulary::of(language);
        let parts = vocabulary
            .list("chapter part")
            .iter()
            .map(|word| fold_accents(word));
        let parts = parts.map(|word| (word.clone(), Kind::Part(word)));
        let words = vocabulary.list("chapter").iter();
        let words = words.map(|word| (fold_accents(word), Kind::Chapter));
        for (word, kind) in parts.chain(words) {
            chapters.entry(word).or_default().push((language, kind));
        }
    }

    let all = |list: &str| -> Vec<String> {
        Language::all()
            .flat_map(|language| Vocabulary::of(language).list(list))
            .map(|word| fold_letters(&word.replace('_', " ")))
            .collect()
    };
    Words {
        chapters,
        alone: all("chapter alone"),
        ordinal: all("chapter ordinal"),
        halves: Language::all()
            .flat_map(|language| Vocabulary::of(language).list("chapter half"))
            .filter_map(|half| half.split_once('='))
            .filter_map(|(half, number)| Some((half.to_owned(), number.parse().ok()?)))
            .collect(),
        plays: all("chapter play"),
        by: all("chapter by"),
        articles: all("chapter article"),
        dates: all("date").into_iter().collect(),
        contents: all("contents"),
        salutations: all("salutation"),
    }
});

/// `ACT II`, `Zweiter Aufzug`: a label that only a play has.
pub fn is_play_label(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_alphabetic()).map(fold_accents);
    let mut chapters = words.filter(|word| WORDS.chapters.contains_key(word));
    chapters
        .next()
        .is_some_and(|word| WORDS.plays.contains(&word))
}

/// `BY NILS LUND`, `von Anna Berg`, and not `By the Sea`.
pub fn is_byline(line: &str) -> bool {
    let line = strip_line_marks(line);
    let mut words = line.split_whitespace();
    let begins = words
        .next()
        .is_some_and(|by| WORDS.by.contains(&fold_accents(by)));

    let name: Vec<&str> = words.collect();
    let is_article = |word: &&str| WORDS.articles.contains(&fold_accents(word));
    let is_cased = |word: &&&str| word.starts_with(char::is_uppercase);
    begins
        && (1..=NAME_WORDS).contains(&name.len())
        && !name.first().is_some_and(is_article)
        && name.iter().filter(is_cased).count() * 3 >= name.len() * 2
        && !line.ends_with(PAUSES)
}

/// `Prologue`, `THE PREFACE`.
pub fn is_alone(words: &[&str]) -> bool {
    // Asked of every line, most of which are longer.
    if words.len() > 3 {
        return false;
    }

    let is_article = |word: &&str| WORDS.articles.contains(&fold_accents(word));
    let article = usize::from(words.first().is_some_and(is_article));
    let is_listed = |words: &[&str]| WORDS.alone.contains(&fold_letters(&words.join(" ")));
    words.len() <= 2 + article && (is_listed(words) || is_listed(&words[article..]))
}

/// `Appendix A`, `Appendix B: Gulls`.
fn is_lettered(words: &[&str]) -> bool {
    let [word, letter, title @ ..] = words else {
        return false;
    };
    let bare = letter.trim_end_matches(['.', ':']);
    let is_letter = bare.chars().count() == 1 && bare.chars().all(char::is_uppercase);
    let is_ended = title.is_empty() || bare.len() < letter.len() || is_dash(title[0]);
    is_letter && is_ended && WORDS.alone.contains(&fold_letters(word))
}

/// The number that words begin with, and how many of them it is written in.
fn parse_leading_number(words: &[&str], language: Language) -> Option<(u32, usize)> {
    const ENDS: [char; 5] = ['.', ':', ',', ')', ']'];
    (1..=words.len().min(NUMBER_WORDS)).rev().find_map(|count| {
        let (last, before) = words[..count].split_last()?;
        // Within a number there is no point.
        if before.iter().any(|word| word.ends_with(ENDS)) {
            return None;
        }

        let joined = [before, &[last.trim_end_matches(ENDS)]].concat().join(" ");
        Some((numerals::parse_number(&joined, language)?, count))
    })
}

/// The number that words are, and nothing else: `Four`, `Twenty-One.`
fn parse_written_cardinal(words: &[&str]) -> Option<u32> {
    let is_cased = words.first()?.starts_with(char::is_uppercase);
    if words.len() > NUMBER_WORDS || !is_cased {
        return None;
    }

    let joined = words.join(" ");
    let joined = joined.trim_end_matches('.');
    Language::all().find_map(|language| {
        let is_cardinal = numerals::is_cardinal(joined, language);
        numerals::parse_number(joined, language).filter(|_| is_cardinal)
    })
}

/// The line with dashes and colons as words of their own.
fn space_out_dashes(line: &str) -> Cow<'_, str> {
    if !line.contains(['—', '–', ':']) && !line.contains("--") {
        return Cow::Borrowed(line);
    }
    let parted = line
        .replace("--", "—")
        .replace(['—', '–'], " — ")
        .replace(':', ": ");
    Cow::Owned(parted)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "-" | "|" | "·")
}
