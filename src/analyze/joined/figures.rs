//! Numbers of several words in which there are figures, or decimals: `10 000`, `1.2 million`, `4½`,
//! `eighteen-nineties`, and those that count their ones first: `five-and-twenty`.

use super::{CENTURIES, Joined, LONGEST, Part};
use crate::analyze::dates::{is_month, short_month_number};
use crate::analyze::{Token, fold, numbers, to_term};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

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
/// Signs behind an amount.
const SIGNS: [char; 7] = ['£', '$', '€', '¥', '₽', '%', '°'];
/// Marks behind the last word of a sentence or a part of one.
const ENDS: [char; 8] = ['.', ',', ';', ':', '!', '?', ')', '”'];

impl<I: Iterator<Item = Token>> Joined<'_, I> {
    /// The first word of a number with what is one with it: `10 000`, `five-and-twenty`, as one
    /// counted before.
    pub(super) fn begin_number(&mut self, first: Token) -> Token {
        let first = self.groups(first);
        let ones = match first.term.as_str() {
            "one" => Some(1),
            term => term.parse::<u64>().ok(),
        };
        let behind = &self.text[first.range.end..];
        let tens = behind
            .strip_prefix("-and-")
            .or_else(|| {
                behind
                    .strip_prefix(" and ")
                    .filter(|_| self.is_one_number(&first))
            })
            .and_then(|behind| behind.split(|c: char| !c.is_alphabetic()).next())
            .and_then(|word| to_term(word, self.language).parse::<u64>().ok());
        let (Some(ones @ 1..10), Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90))) =
            (ones, tens)
        else {
            return first;
        };

        self.tokens.next();
        let last = self.tokens.next();
        Token {
            term: (tens + ones).to_string(),
            stop: false,
            range: first.range.start..last.map_or(first.range.end, |last| last.range.end),
        }
    }

    /// Whether a number may be the ones of the next, which no hyphen joins to it: `four and twenty`
    /// in words, but not `between four and twenty`.
    fn is_one_number(&self, first: &Token) -> bool {
        let start = self
            .text
            .floor_char_boundary(first.range.start.saturating_sub(LONGEST));
        let before = fold(self.text[start..first.range.start].trim_end());
        let is_word = self.text[first.range.clone()].starts_with(char::is_alphabetic);
        is_word
            && !["between", "from"]
                .iter()
                .any(|word| before.ends_with(word))
    }

    /// `eighteen-nineties`, with the decade behind its century.
    pub(super) fn decade(&mut self, whole: &Token, century: u64) -> Option<Token> {
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
        let is_amount = || {
            let behind = rest.get(" 500".len()..).unwrap_or_default();
            count == 1 && rest.starts_with(' ') && self.is_amount(&first, behind)
        };
        if count == 0 || !(is_sure || is_spaced || is_amount()) {
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

    /// Whether two groups of digits can only be one number by what stands around them: `4 500
    /// crowns`, but not those of `July 4 250 crowns` and `chapter 4 250`, nor of a row of figures.
    fn is_amount(&self, first: &Token, behind: &str) -> bool {
        let goes_on = behind.trim_start_matches(' ');
        let is_counted = goes_on.starts_with(|c: char| {
            c.is_alphabetic() || SIGNS.contains(&c) || behind.starts_with(c) && ENDS.contains(&c)
        });

        let before = self.text[..first.range.start].trim_end_matches([' ', '\u{a0}']);
        let start = before
            .rfind(|c: char| !c.is_alphanumeric())
            .map_or(0, |at| before.ceil_char_boundary(at + 1));
        let word = fold(&before[start..]);
        let is_numbered = [self.language, Language::English].iter().any(|language| {
            let lists = ["chapter", "chapter part"].iter();
            let mut called = lists.flat_map(|list| Vocabulary::of(*language).list(list));
            is_month(&word, *language)
                || short_month_number(&word, *language).is_some()
                || called.any(|own| *own == word)
        });
        is_counted && !is_numbered && !word.ends_with(|c: char| c.is_numeric())
    }

    /// A number with decimals and what it is multiplied by: `1.2 million`.
    pub(super) fn scaled(&mut self, first: Token) -> Token {
        let next = self.tokens.peek().cloned();
        let scale = next.and_then(|next| {
            let gap = self.text.get(first.range.end..next.range.start)?;
            match self.part(&next).filter(|_| gap.trim().is_empty())? {
                Part::Scale(scale) if scale > 100 => Some((scale, next.range.end)),
                _ => None,
            }
        });
        let product = scale.and_then(|(scale, end)| {
            let number = numbers::parse_scaled_number(&first.term, scale)?;
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
    pub(super) fn fraction(&mut self, whole: Token) -> Token {
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
}
