//! Words that are one: numbers of several words (`forty-two`, `twenty thousand`), and initials
//! (`J. R. R.`). Whoever types `42` or `JRR` means the same.

mod figures;

use std::iter::Peekable;

use crate::analyze::numbers::SMALL_ORDINALS;
use crate::analyze::{MAX_WORD_BYTES, Token, fold, lexicon};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Words by which a number before them is multiplied, folded, in the languages that write them
/// apart; those of English are in texts of any.
const SCALES: [(Language, &[(&str, u64)]); 7] = [
    (
        Language::English,
        &[
            ("hundred", 100),
            ("thousand", 1_000),
            ("million", 1_000_000),
            ("billion", 1_000_000_000),
        ],
    ),
    (
        Language::German,
        &[
            ("hundert", 100),
            ("tausend", 1_000),
            ("millionen", 1_000_000),
        ],
    ),
    (
        Language::French,
        &[
            ("cent", 100),
            ("cents", 100),
            ("mille", 1_000),
            ("millions", 1_000_000),
        ],
    ),
    (
        Language::Spanish,
        &[
            ("mil", 1_000),
            ("millon", 1_000_000),
            ("millones", 1_000_000),
        ],
    ),
    (
        Language::Portuguese,
        &[
            ("mil", 1_000),
            ("milhao", 1_000_000),
            ("milhoes", 1_000_000),
        ],
    ),
    (
        Language::Italian,
        &[
            ("cento", 100),
            ("mila", 1_000),
            ("milione", 1_000_000),
            ("milioni", 1_000_000),
        ],
    ),
    (
        Language::Russian,
        &[
            ("тысяча", 1_000),
            ("тысячи", 1_000),
            ("тысяч", 1_000),
            ("миллион", 1_000_000),
            ("миллиона", 1_000_000),
            ("миллионов", 1_000_000),
        ],
    ),
];
/// One, where it is part of a larger number: alone it is mostly a pronoun or an article.
const ONES: [(Language, &[&str]); 6] = [
    (Language::English, &["one"]),
    (Language::French, &["un", "une"]),
    (Language::Spanish, &["un", "uno", "una"]),
    (Language::Portuguese, &["um", "uma"]),
    (Language::Italian, &["un", "uno", "una"]),
    (Language::Russian, &["один", "одна", "одно"]),
];
/// Between the parts of a number.
const AND: [(Language, &str); 5] = [
    (Language::English, "and"),
    (Language::German, "und"),
    (Language::French, "et"),
    (Language::Spanish, "y"),
    (Language::Portuguese, "e"),
];
/// Numbers with which a year in words begins: `seventeen forty-three`.
const CENTURIES: std::ops::RangeInclusive<u64> = 13..=20;
/// Longer words, in bytes, are none of these.
const LONGEST: usize = 24;
/// Larger numbers are no numbers of a story.
const MOST: u64 = 1_000_000_000_000;

/// The tokens of `text` with those that are one put together.
pub struct Joined<'a, I: Iterator<Item = Token>> {
    text: &'a str,
    language: Language,
    tokens: Peekable<I>,
    /// A word that was read too far.
    kept: Option<Token>,
}

/// Puts together the tokens of `text` that are one.
pub fn join_tokens<I: Iterator<Item = Token>>(
    text: &str,
    language: Language,
    tokens: I,
) -> Joined<'_, I> {
    Joined {
        text,
        language,
        tokens: tokens.peekable(),
        kept: None,
    }
}

impl<I: Iterator<Item = Token>> Iterator for Joined<'_, I> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let first = self.kept.take().or_else(|| self.tokens.next())?;
        if self.initial(&first).is_some() {
            return Some(self.initials(first));
        }

        // Of most words this is known at a glance, and this is asked of every word of a library.
        let is_number = first.term.starts_with(|c: char| c.is_ascii_digit()) || first.term == "one";
        if !is_number {
            return Some(first);
        }

        let first = self.begin_number(first);
        let value = if first.term == "one" {
            (self.language == Language::English).then_some(1)
        } else {
            first.term.parse().ok()
        };
        let found = match value {
            Some(value) => self.number(first, value),
            None => self.scaled(first),
        };
        Some(self.fraction(found))
    }
}

/// A word of a number.
#[derive(Clone, Copy)]
enum Part {
    Number(u64),
    Scale(u64),
    /// The last word of an ordinal.
    Ordinal(u64),
}

impl<I: Iterator<Item = Token>> Joined<'_, I> {
    /// What a word is to a number before it, if written in letters or as digits before a scale.
    fn part(&self, token: &Token) -> Option<Part> {
        let word = &self.text[token.range.clone()];
        // Most words are longer than any of a number, or have an apostrophe.
        if word.len() > LONGEST || Vocabulary::of(self.language).list("number").is_empty() {
            return None;
        }

        let folded = fold(word);
        let known = |list: &[(&str, u64)]| {
            let found = list.iter().find(|(known, _)| *known == folded);
            found.map(|(_, value)| *value)
        };
        let mut scales = SCALES.iter().filter(|(language, _)| self.has(*language));
        let scale = scales.find_map(|(_, scales)| known(scales));
        let is_one = || {
            let mut ones = ONES
                .iter()
                .filter(|(language, _)| *language == self.language);
            ones.any(|(_, ones)| ones.contains(&folded.as_str()))
        };
        let number = || token.term.parse().ok().or_else(|| is_one().then_some(1));

        scale
            .map(Part::Scale)
            .or_else(|| number().map(Part::Number))
            .or_else(|| known(&SMALL_ORDINALS).map(Part::Ordinal))
    }

    /// Whether words of a language are to be expected in the text.
    fn has(&self, language: Language) -> bool {
        language == self.language || language == Language::English
    }

    /// Whether a word stands between the parts of a number.
    fn is_and(&self, word: &str) -> bool {
        let known = AND.iter().filter(|(language, _)| self.has(*language));
        let folded = fold(word);
        let mut known = known.map(|(_, and)| *and);
        known.any(|and| and == folded)
    }

    /// A number with the words of it that follow.
    fn number(&mut self, first: Token, value: u64) -> Token {
        // "Mille deux cents" begins with what other languages count: one thousand.
        let is_thousand = value == 1_000 && self.is_written(&first.range);
        let (mut total, mut current) = if is_thousand { (value, 0) } else { (0, value) };
        let mut whole = first.clone();
        if self.is_written(&first.range) {
            self.step_over_and(&whole, value);
        }

        while let Some(part) = self.next_part(&whole) {
            let written = self.is_written(&whole.range);
            let mut sum = total;
            let rest = match part {
                Part::Scale(scale) if scale > 100 && current > 0 => {
                    sum = total.saturating_add(current.saturating_mul(scale));
                    0
                }
                Part::Scale(scale) if (1..100).contains(&current) => current * scale,
                Part::Scale(100) if current == 0 && total > 0 => 100,
                Part::Number(tens) if written && self.begins_year(&whole, value, current, tens) => {
                    current * 100 + tens
                }
                Part::Number(20) if self.language == Language::French && current % 100 == 4 => {
                    current - 4 + 80
                }
                Part::Number(value) | Part::Ordinal(value)
                    if written && self.adds(current, value) =>
                {
                    current + value
                }
                _ => break,
            };
            // What is too large stays in its words.
            if sum > MOST {
                break;
            }
            let Some(next) = self.tokens.next() else {
                break;
            };
            (total, current) = (sum, rest);
            whole.range.end = next.range.end;
            self.step_over_and(&whole, total + current);
        }

        if let Some(decade) = self.decade(&whole, total + current) {
            return decade;
        }
        if whole.range == first.range {
            return first;
        }
        whole.term = (total + current).to_string();
        whole.stop = false;
        whole
    }

    /// Whether a number is the century of a year that goes on with these tens, all in words.
    fn begins_year(&self, whole: &Token, first: u64, current: u64, tens: u64) -> bool {
        let is_first = current == first && self.is_written(&whole.range);
        is_first
            && CENTURIES.contains(&current)
            && (10..100).contains(&tens)
            && !self.adds(current, tens)
    }

    /// What the next word adds to a number, if it stands close behind it.
    fn next_part(&mut self, whole: &Token) -> Option<Part> {
        if self.kept.is_some() {
            return None;
        }
        let next = self.tokens.peek()?.clone();
        let gap = self.text.get(whole.range.end..next.range.start)?;
        let between = gap.trim_matches(|c: char| c.is_whitespace() || c == '-');
        let is_near = gap == "-" || gap.trim().is_empty() || self.is_and(between);
        let fits = next.range.end - whole.range.start <= MAX_WORD_BYTES;
        if !is_near || !fits {
            return None;
        }
        let part = self.part(&next)?;
        let is_digits = matches!(part, Part::Number(_)) && !self.is_written(&next.range);
        (!is_digits).then_some(part)
    }

    /// Whether a word is written in letters.
    fn is_written(&self, range: &std::ops::Range<usize>) -> bool {
        !self.text[range.clone()].contains(|c: char| c.is_ascii_digit())
    }

    /// Takes the "and" of `one hundred and five`; what follows it decides whether it was one.
    fn step_over_and(&mut self, whole: &Token, value: u64) {
        let may_go_on = (1..100).any(|more| self.goes_on(value, more));
        let next = self.tokens.peek().map(|next| next.range.clone());
        let is_and = next.is_some_and(|next| self.is_and(&self.text[next]));
        if !may_go_on || self.kept.is_some() || !is_and {
            return;
        }
        let Some(and) = self.tokens.next() else {
            return;
        };

        let next = self.tokens.peek().cloned();
        let part = next.and_then(|next| {
            let gap = self.text.get(whole.range.end..next.range.start)?;
            let is_near = gap
                .split([' ', '-'])
                .filter(|part| !part.is_empty())
                .count()
                == 1;
            self.part(&next)
                .filter(|_| is_near && self.is_written(&next.range))
        });
        let adds = match part {
            Some(Part::Number(more) | Part::Ordinal(more)) => self.goes_on(value, more),
            _ => false,
        };
        if !adds {
            self.kept = Some(and);
        }
    }

    /// Whether "and" and another number may follow one: `one hundred and five`, `cuarenta y dos`,
    /// `vingt et un`.
    fn goes_on(&self, value: u64, more: u64) -> bool {
        let is_round = value >= 100 && value.is_multiple_of(100) && more < 100;
        let has_tens = value.is_multiple_of(10) && value % 100 >= 20 && more < 10;
        match self.language {
            Language::Spanish => has_tens,
            Language::Portuguese => is_round || has_tens,
            Language::French => has_tens && more == 1 || value % 100 == 60 && more == 11,
            _ => is_round,
        }
    }

    /// Whether a number goes on with another: `forty` with `two`, but not with `ten`.
    fn adds(&self, current: u64, value: u64) -> bool {
        let is_open = |unit: u64| current.is_multiple_of(unit) && value < unit;
        match (self.language, current, current % 100) {
            (_, 0, _) => true,
            // From 60 on, twenties are counted: `soixante-dix-sept`, `quatre-vingt-onze`.
            (Language::French, _, 10 | 70 | 90) => (7..10).contains(&value),
            (Language::French, _, 60 | 80) => (1..20).contains(&value),
            (_, 20..100, _) => is_open(10) && value > 0,
            (_, 100.., tens) => is_open(100) || tens >= 20 && is_open(10) && value > 0,
            _ => false,
        }
    }

    /// The letter of an initial: one capital with a full stop behind it.
    fn initial(&self, token: &Token) -> Option<char> {
        let word = &self.text[token.range.clone()];
        let mut letters = word.chars();
        let letter = letters.next().filter(|c| c.is_uppercase())?;
        let is_dotted = self.text[token.range.end..].starts_with('.');
        (letters.next().is_none() && is_dotted).then_some(letter)
    }

    /// An initial with those that follow it, as one word.
    fn initials(&mut self, first: Token) -> Token {
        let mut whole = first.clone();
        let mut letters: String = self.initial(&first).into_iter().collect();

        while let Some(next) = self.tokens.peek().cloned() {
            let gap = self.text.get(whole.range.end..next.range.start);
            let is_near = gap.is_some_and(|gap| gap.trim() == "." && gap.len() <= 2);
            let fits = next.range.end - whole.range.start <= MAX_WORD_BYTES;
            let Some(letter) = self.initial(&next).filter(|_| is_near && fits) else {
                break;
            };
            letters.push(letter);
            whole.range.end = next.range.end;
            self.tokens.next();
        }

        if letters.chars().count() > 1 {
            whole.term = if lexicon::COUNTRY.contains(&&*letters) {
                lexicon::COUNTRY[0].to_lowercase()
            } else {
                fold(&letters)
            };
            whole.stop = false;
            return whole;
        }
        first
    }
}

/// Initials that are written close to their name, and that name, each with its place: `J.R.R.Hale`.
pub fn split_initials(word: &str) -> Option<[Option<(usize, &str)>; 3]> {
    let (initials, name) = word.rsplit_once('.')?;
    let is_initial = |part: &str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    let is_name = name.chars().count() > 2 && name.starts_with(char::is_uppercase);
    let found = is_name && initials.split('.').all(is_initial);
    found.then_some([Some((0, initials)), Some((initials.len() + 1, name)), None])
}
