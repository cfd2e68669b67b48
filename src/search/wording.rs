//! The words that are looked for, as the texts of one language have them.
//!
//! In: what somebody searches for. Out: its words as they are compared and as the index has them,
//! with the signs that belong to them.

use std::ops::Range;

use crate::analyze::dates::{day_number, is_month_term};
use crate::analyze::{Token, ampersand_word, fold, is_stop_word, tokens};
use crate::language::Language;
use crate::search::figures::respell_figures;

/// More words than fit into [`MAX_TEXT`](super::MAX_TEXT).
const MAX_WORDS: usize = 64;
/// More words than this are not joined otherwise.
const MOST_RESPELT: usize = 5;
/// What stands behind an apostrophe, and with it.
const ENDINGS: [&str; 7] = ["n't", "'s", "'ll", "'re", "'ve", "'d", "'m"];
/// Signs that belong to the word beside them.
const SIGNS: &str = "£$€¥¢₹₽%‰#@+=§°©®™&";
/// Signs that belong to a number also over a space, as many languages write them.
const SPACED: &str = "£$€¥¢₹₽%‰§°";
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The words looked for, analysed as texts in one language are.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    pub language: Language,
    pub words: Vec<Wanted>,
}

/// A word looked for.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub folded: String,
    pub term: String,
    /// It says something of its own.
    weighty: bool,
    /// It was typed with a possessive *s*, which neither of the two forms has.
    possessive: bool,
    /// The signs at its sides.
    pub signs: (Option<char>, Option<char>),
}

impl Wording {
    pub fn new(text: &str, language: Language) -> Wording {
        let mut tokens = spoken_tokens(text, language);
        tokens.truncate(MAX_WORDS);
        let dates: Vec<usize> = find_dates(&tokens, language)
            .flat_map(|date| date.words)
            .collect();

        let wanted = tokens.into_iter().enumerate().map(|(at, token)| {
            let folded = compared_form(text, &token);
            Wanted {
                // "May" is a small word, but for the month.
                weighty: !is_stop_word(&folded, language) || dates.contains(&at),
                possessive: is_possessive(&text[token.range.clone()]),
                folded,
                term: token.term,
                signs: signs_beside(text, &token.range),
            }
        });

        Wording {
            language,
            words: wanted.collect(),
        }
    }

    /// Whether there are words without meaning of their own beside others.
    pub fn has_small(&self) -> bool {
        self.wanted().count() < self.words.len()
    }

    /// The runs of words that stand one behind the other where `&` may stand for one between them;
    /// `None` if it cannot.
    pub fn runs_around_and(&self) -> Option<Vec<Vec<String>>> {
        let and = ampersand_word(self.language)?;
        let runs = self.words.split(|word| word.folded == and);
        let runs = runs.map(|run| run.iter().map(|word| word.term.clone()).collect::<Vec<_>>());
        let runs: Vec<_> = runs.filter(|run| !run.is_empty()).collect();
        (runs.len() > 1).then_some(runs)
    }

    /// The words that must stand in a passage: all but those without meaning of their own, unless
    /// there are no others.
    pub fn wanted(&self) -> impl Iterator<Item = &Wanted> {
        let some = self.words.iter().any(|word| word.weighty);
        self.words.iter().filter(move |word| word.weighty || !some)
    }
}

impl Wanted {
    /// Whether a word of a text has the ending that is looked for; without one, any will do.
    pub fn is_ended(&self, word: &str) -> bool {
        !self.possessive || is_possessive(word)
    }

    /// Whether a word of a text at `range` has the signs that are looked for.
    pub fn is_signed(&self, text: &str, range: &Range<usize>) -> bool {
        let (before, after) = signs_beside(text, range);
        (self.signs.0.is_none() || self.signs.0 == before)
            && (self.signs.1.is_none() || self.signs.1 == after)
    }
}

/// Whether a word ends with an apostrophe and *s*.
fn is_possessive(word: &str) -> bool {
    let end = word.strip_suffix(['s', 'S']);
    end.is_some_and(|end| end.ends_with(['\'', '’']))
}

/// The signs that belong to the word at `range`.
fn signs_beside(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    let is_number = text[range.clone()].starts_with(char::is_numeric);
    let sign = |beside: Option<char>, behind: Option<char>| {
        let over = behind.filter(|c| is_number && SPACED.contains(*c));
        match beside {
            Some(space) if SPACES.contains(&space) => over,
            _ => beside.filter(|c| SIGNS.contains(*c)),
        }
    };

    let mut before = text[..range.start].chars().rev();
    let mut after = text[range.end..].chars();
    (
        sign(before.next(), before.next()),
        sign(after.next(), after.next()),
    )
}

/// The words of a text, `&` among them as it is read aloud.
pub(super) fn spoken_tokens(text: &str, language: Language) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    for token in tokens(text, language) {
        let end = all.last().map_or(token.range.start, |last| last.range.end);
        let gap = text.get(end..token.range.start).unwrap_or_default();

        if let (Some(at), Some(and)) = (gap.find('&'), ampersand_word(language)) {
            all.push(Token {
                term: and.to_owned(),
                stop: true,
                range: end + at..end + at + 1,
            });
        }
        all.push(token);
    }

    all
}

/// The same words with their dates in another order, or with figures in other ways.
pub(super) fn respell_numbers(text: &str, language: Language) -> Vec<String> {
    let found = read_respellable(text, language);
    let mut others = reorder_dates(text, &found, language);
    others.extend(respell_figures(text, &found, language));
    others
}

/// The words of a text; none if they are too many to be spelt otherwise.
fn read_respellable(text: &str, language: Language) -> Vec<Token> {
    let found: Vec<Token> = tokens(text, language).take(MOST_RESPELT + 1).collect();
    if found.len() > MOST_RESPELT {
        Vec::new()
    } else {
        found
    }
}

/// The same words with apostrophes, or joined otherwise: `webservices` for `web services`, and the
/// reverse. Small words are in many longer ones by chance.
pub(super) fn respell_joins(text: &str, language: Language) -> Vec<String> {
    /// Of words with fewer letters than this there are no parts.
    const SHORTEST: usize = 4;
    const LONGEST: usize = 24;
    let found = read_respellable(text, language);

    let mut others = add_apostrophes(text, &found, language);
    let mut instead = |range: Range<usize>, with: &str| {
        others.push(format!(
            "{}{with}{}",
            &text[..range.start],
            &text[range.end..]
        ));
    };
    let is_small = |word: &str| is_stop_word(&fold(word), language);
    let is_digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    for pair in found.windows(2) {
        let parts = [&text[pair[0].range.clone()], &text[pair[1].range.clone()]];
        let gap = &text[pair[0].range.end..pair[1].range.start];
        // "17:00" is not 1700; "12 500" is one number where nothing stands behind it that says so.
        let is_one =
            !is_digits(parts[0]) || gap == " " && is_digits(parts[1]) && parts[1].len() == 3;
        if is_one && !parts.iter().any(|part| is_small(part)) {
            instead(pair[0].range.start..pair[1].range.end, &parts.concat());
        }
    }
    for token in &found {
        let word = &text[token.range.clone()];
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if ends.len() < SHORTEST || ends.len() > LONGEST || is_digits(word) {
            continue;
        }
        for at in &ends[1..] {
            let (first, second) = word.split_at(*at);
            // A colon is the only mark that two words have inside one.
            instead(token.range.clone(), &format!("{first}:{second}"));
            if !is_small(first) && !is_small(second) {
                instead(token.range.clone(), &format!("{first} {second}"));
            }
        }
    }
    others
}

/// The same words with one that may be the day of a date as that is found there: `3` for `dritten`.
pub(super) fn write_days_in_figures(text: &str, language: Language) -> Vec<String> {
    let found = tokens(text, language).take(MOST_RESPELT);
    let respelt = found.filter_map(|token| {
        let number = day_number(&fold(&text[token.range.clone()]), language)?;
        let (before, behind) = (&text[..token.range.start], &text[token.range.end..]);
        Some(format!("{before}{number}{behind}"))
    });
    respelt.collect()
}

/// A day and a month in a text.
struct Date {
    /// The numbers of the two words.
    words: [usize; 2],
    day: Range<usize>,
    month: Range<usize>,
}

/// The days and months that stand beside each other, with at most a small word between them.
fn find_dates(tokens: &[Token], language: Language) -> impl Iterator<Item = Date> {
    let is_day = |at: usize| {
        tokens[at]
            .term
            .parse()
            .is_ok_and(|day: u32| (1..=31).contains(&day))
    };
    let is_month = move |at: usize| is_month_term(&tokens[at].term, language);

    let pairs = (1..tokens.len()).flat_map(move |at| {
        let over = at
            .checked_sub(2)
            .filter(|_| tokens[at - 1].stop && !is_month(at - 1));
        [Some((at - 1, at)), over.map(|before| (before, at))]
    });

    pairs.flatten().filter_map(move |(one, other)| {
        let (day, month) = if is_day(one) && is_month(other) {
            (one, other)
        } else if is_month(one) && is_day(other) {
            (other, one)
        } else {
            return None;
        };

        Some(Date {
            words: [day, month],
            day: tokens[day].range.clone(),
            month: tokens[month].range.clone(),
        })
    })
}

/// The same words with a date in the other ways to write one: `3 May`, `May 3`, `3rd of May`.
fn reorder_dates(text: &str, tokens: &[Token], language: Language) -> Vec<String> {
    let Some(date) = find_dates(tokens, language).next() else {
        return Vec::new();
    };
    let day = &text[date.day.clone()];
    let month = &text[date.month.clone()];
    let first = date.words[0].min(date.words[1]);
    // The article before it goes with it: "the third of May".
    let article = first.checked_sub(1).filter(|at| tokens[*at].stop);
    let start = tokens[article.unwrap_or(first)].range.start;
    let end = date.day.end.max(date.month.end);

    let mut ways = vec![format!("{day} {month}"), format!("{month} {day}")];
    let between = match language {
        Language::English => &["of", "the"][..],
        Language::Spanish | Language::Portuguese => &["de"],
        _ => &[],
    };
    ways.extend(between.iter().flat_map(|small| {
        [
            format!("{day} {small} {month}"),
            format!("{month} {small} {day}"),
        ]
    }));
    let instead = |way: String| format!("{}{way}{}", &text[..start], &text[end..]);
    ways.into_iter().map(instead).collect()
}

/// The same words with the apostrophes that people leave out: in one of them, and in all. Of what
/// may be two words only what is a small one: `dont`, but not `well`.
fn add_apostrophes(text: &str, words: &[Token], language: Language) -> Vec<String> {
    let whole = |word: &str| {
        let ending = ENDINGS.iter().find(|ending| {
            let plain = ending.replace('\'', "");
            word.len() > plain.len() + 1 && word.ends_with(&plain)
        })?;
        let whole = format!("{}{ending}", &word[..word.len() - (ending.len() - 1)]);
        let is_small = |word: &str| is_stop_word(&fold(word), language);
        let is_no_other = *ending == "n't" || !is_small(word);
        (*ending == "'s" || is_small(&whole) && is_no_other).then_some(whole)
    };

    let mut all = text.to_owned();
    let mut others = Vec::new();
    for token in words.iter().rev() {
        let range = token.range.clone();
        if let Some(whole) = whole(&text[range.clone()]) {
            others.push(format!(
                "{}{whole}{}",
                &text[..range.start],
                &text[range.end..]
            ));
            all.replace_range(range, &whole);
        }
    }
    if others.len() > 1 {
        others.push(all);
    }
    others
}

/// A word as it is compared: without its endings cut off, but a number in figures however it is
/// written, and initials in one.
pub(super) fn compared_form(text: &str, token: &Token) -> String {
    let word = &text[token.range.clone()];
    if word == "&" {
        return token.term.clone();
    }

    let is_number = token.term.starts_with(|c: char| c.is_ascii_digit());
    if is_number || word.contains(char::is_whitespace) {
        token.term.clone()
    } else {
        fold(word)
    }
}

/// The range of a word with the full stop that belongs to it, as in `B.B.C.`
pub(super) fn widen_to_full_stop(text: &str, range: Range<usize>) -> Range<usize> {
    let is_short = text[range.clone()].contains('.');
    let stop = usize::from(is_short && text[range.end..].starts_with('.'));
    range.start..range.end + stop
}
