//! Words that are one: numbers of several words (`forty-two`, `twenty thousand`), and initials
//! (`J. R. R.`). Whoever types `42` or `JRR` means the same.

use std::iter::Peekable;

use crate::analyze::{MAX_WORD_BYTES, Token, fold, lexicon, numbers};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Words by which a number before them is multiplied, folded, in the languages that write them apart.
const SCALES: [(&str, u64); 16] = [
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("hundert", 100),
    ("tausend", 1_000),
    ("millionen", 1_000_000),
    ("cent", 100),
    ("cents", 100),
    ("mille", 1_000),
    ("millions", 1_000_000),
    ("mil", 1_000),
    ("cento", 100),
    ("mila", 1_000),
    ("millones", 1_000_000),
    ("milioni", 1_000_000),
];
/// Between the hundreds and the rest.
const AND: [&str; 2] = ["and", "und"];
/// Ordinals that end a number of several words, folded.
const ORDINALS: [(&str, u64); 9] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
];
/// Numbers with which a year in words begins: `seventeen forty-three`.
const CENTURIES: std::ops::RangeInclusive<u64> = 13..=20;
/// What is added to a number by a fraction behind it, in hundredths.
const FRACTIONS: [(&str, u64); 7] = [
    ("½", 50),
    ("¼", 25),
    ("¾", 75),
    ("and a half", 50),
    ("and a quarter", 25),
    ("und ein halb", 50),
    ("et demi", 50),
];
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
pub fn joined<I: Iterator<Item = Token>>(
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
        let first = self.groups(first);
        let found = match self.part(&first) {
            Some(Part::Number(value)) => self.number(first, value),
            _ => self.scaled(first),
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
    /// What a word is to a number, if it is written in letters or is digits before a scale.
    fn part(&self, token: &Token) -> Option<Part> {
        let word = &self.text[token.range.clone()];
        // Most words are longer than any of a number, or have an apostrophe.
        if word.len() > LONGEST {
            return None;
        }
        if token.term.starts_with(|c: char| c.is_ascii_digit()) {
            return token.term.parse().ok().map(Part::Number);
        }

        let folded = fold(word);
        let known = |list: &[(&str, u64)]| {
            let found = list.iter().find(|(known, _)| *known == folded);
            found.map(|(_, value)| *value)
        };
        match folded.as_str() {
            "one" if self.language == Language::English => Some(Part::Number(1)),
            _ if Vocabulary::of(self.language).list("number").is_empty() => None,
            _ => known(&SCALES)
                .map(Part::Scale)
                .or_else(|| known(&ORDINALS).map(Part::Ordinal)),
        }
    }

    /// A number with the words of it that follow.
    fn number(&mut self, first: Token, value: u64) -> Token {
        let (mut total, mut current) = (0u64, value);
        let mut whole = first.clone();

        while let Some(part) = self.next_part(&whole) {
            let written = self.is_written(&whole.range);
            current = match part {
                Part::Scale(scale) if scale > 100 => {
                    total = total.saturating_add(current.max(1).saturating_mul(scale));
                    0
                }
                Part::Scale(scale) if (1..100).contains(&current) => current * scale,
                Part::Number(tens) if written && self.begins_year(&whole, value, current, tens) => {
                    current * 100 + tens
                }
                Part::Number(value) | Part::Ordinal(value) if written && adds(current, value) => {
                    current + value
                }
                Part::Number(ones) if written && (1..10).contains(&ones) && ends_year(current) => {
                    current + ones
                }
                _ => break,
            };
            let Some(next) = self.tokens.next().filter(|_| total <= MOST) else {
                break;
            };
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
            && !adds(current, tens)
    }

    /// `eighteen-nineties`, with the decade behind its century.
    fn decade(&mut self, whole: &Token, century: u64) -> Option<Token> {
        let next = self.tokens.peek()?.clone();
        let gap = self.text.get(whole.range.end..next.range.start)?;
        let decade = next.term.strip_suffix('s')?.parse::<u64>().ok()?;
        let is_decade = decade < 100 && self.is_written(&next.range);
        if !is_decade || !CENTURIES.contains(&century) || !matches!(gap, " " | "-") {
            return None;
        }

        let end = self.tokens.next()?.range.end;
        Some(Token {
            term: format!("{}s", century * 100 + decade),
            stop: false,
            range: whole.range.start..end,
        })
    }

    /// Digits with the groups of three behind them that spaces part: `10 000`.
    fn groups(&mut self, first: Token) -> Token {
        let mut whole = first.clone();
        let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if first.range.len() > 3 || !is_digits(&self.text[first.range.clone()]) {
            return first;
        }

        let rest = &self.text[first.range.end..];
        let groups: Vec<&str> = rest
            .split([' ', '\u{a0}', '\u{202f}'])
            .skip(usize::from(rest.starts_with([' ', '\u{a0}', '\u{202f}'])))
            .map_while(|group| {
                group
                    .get(..3)
                    .filter(|digits| is_digits(digits))
                    .map(|_| group)
            })
            .take(4)
            .collect();
        // What is not three digits ends the number; a word may have its full stop or comma.
        let is_last = |group: &&str| !group[3..].starts_with(|c: char| c.is_alphanumeric());
        let count = groups.iter().take_while(|group| is_last(group)).count();
        let is_sure = count > 1 || groups.first().is_some_and(|group| group.starts_with("000"));
        let is_spaced = rest.starts_with(['\u{a0}', '\u{202f}']);
        if count == 0 || !(is_sure || is_spaced) {
            return first;
        }

        for _ in 0..count {
            let Some(next) = self.tokens.next_if(|next| next.range.len() == 3) else {
                break;
            };
            whole.term += &self.text[next.range.clone()];
            whole.range.end = next.range.end;
        }
        whole
    }

    /// A number with decimals and what it is multiplied by: `1.2 million`.
    fn scaled(&mut self, first: Token) -> Token {
        let next = self.tokens.peek().cloned();
        let scale = next.and_then(|next| {
            let gap = self.text.get(first.range.end..next.range.start)?;
            match self.part(&next).filter(|_| gap.trim().is_empty())? {
                Part::Scale(scale) if scale > 100 => Some((scale, next.range.end)),
                _ => None,
            }
        });
        let product = scale.and_then(|(scale, end)| {
            let number = numbers::scaled(&first.term, scale)?;
            Some((number, end))
        });
        let Some((number, end)) = product else {
            return first;
        };

        self.tokens.next();
        Token {
            term: number.to_string(),
            stop: false,
            range: first.range.start..end,
        }
    }

    /// A number with the fraction behind it: `4½`, `three and a half`.
    fn fraction(&mut self, whole: Token) -> Token {
        let rest = self.text.get(whole.range.end..).unwrap_or_default();
        let near = rest.trim_start_matches(' ');
        let is_end = |end: &str| !near[end.len()..].starts_with(char::is_alphanumeric);
        let found = FRACTIONS
            .iter()
            .find(|(written, _)| near.starts_with(written) && is_end(written));
        let number = whole.term.parse::<u64>().ok();
        let (Some((written, hundredths)), Some(number), None) = (found, number, &self.kept) else {
            return whole;
        };

        let end = whole.range.end + (rest.len() - near.len()) + written.len();
        while self.tokens.next_if(|next| next.range.start < end).is_some() {}
        let decimals = format!("{hundredths:02}");
        Token {
            term: format!("{number}.{}", decimals.trim_end_matches('0')),
            stop: false,
            range: whole.range.start..end,
        }
    }

    /// What the next word adds to a number, if it stands close behind it.
    fn next_part(&mut self, whole: &Token) -> Option<Part> {
        if self.kept.is_some() {
            return None;
        }
        let next = self.tokens.peek()?.clone();
        let gap = self.text.get(whole.range.end..next.range.start)?;
        let is_near = gap == "-" || gap.trim().is_empty() || AND.contains(&gap.trim());
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
        let is_and = |token: &Token| AND.contains(&fold(&self.text[token.range.clone()]).as_str());
        if value < 100 || !self.tokens.peek().is_some_and(is_and) {
            return;
        }
        let Some(and) = self.tokens.next() else {
            return;
        };

        let next = self.tokens.peek().cloned();
        let part = next.and_then(|next| {
            let gap = self.text.get(whole.range.end..next.range.start)?;
            let is_near = gap.split_whitespace().count() == 1;
            self.part(&next)
                .filter(|_| is_near && self.is_written(&next.range))
        });
        let adds = match part {
            Some(Part::Number(more) | Part::Ordinal(more)) => {
                more < 100 && value.is_multiple_of(100)
            }
            _ => false,
        };
        if !adds {
            self.kept = Some(and);
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
            whole.term = match lexicon::COUNTRY.contains(&&*letters) {
                true => lexicon::COUNTRY[0].to_lowercase(),
                false => fold(&letters),
            };
            whole.stop = false;
            return whole;
        }
        first
    }
}

/// Whether a number goes on with another: `forty` with `two`, `two hundred` with `ten`, `forty` not with `ten`.
fn adds(current: u64, value: u64) -> bool {
    let is_open = |unit: u64| current.is_multiple_of(unit) && value < unit;
    match current {
        0 => true,
        20..100 => is_open(10) && value > 0,
        _ => current >= 100 && is_open(100),
    }
}

/// Whether a year in words may go on with ones: `seventeen forty` with `three`.
fn ends_year(current: u64) -> bool {
    (1_320..2_100).contains(&current) && current.is_multiple_of(10) && current % 100 >= 20
}

/// Initials that are written close to their name, and that name, each with its place: `J.R.R.Hale`.
pub fn initials(word: &str) -> Option<[Option<(usize, &str)>; 3]> {
    let (initials, name) = word.rsplit_once('.')?;
    let is_initial = |part: &str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    let is_name = name.chars().count() > 2 && name.starts_with(char::is_uppercase);
    let found = is_name && initials.split('.').all(is_initial);
    found.then_some([Some((0, initials)), Some((initials.len() + 1, name)), None])
}
