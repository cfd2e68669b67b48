//! The words of a text or a quotation as they are compared: what people change when they copy is
//! left out.
//!
//! In: a text. Out: its words, signs such as `£` and `%` among them, since `£4` is not `$4`.
//! Scripts without spaces are compared letter by letter: where a dictionary cuts them depends on
//! what stands around, which differs between a text and a piece of it.

use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::analyze::spelling::{UMLAUTS, spell_out_umlauts, strip_possessive};
use crate::analyze::{ampersand_word, fold, is_stop_word, split_words, tokens};
use crate::language::{Language, is_unspaced};

/// Signs that are compared as words are.
const SIGNS: &str = "£$€¥₹₽¢%‰&";
/// Ends a sentence.
const STOPS: &str = ".!?…。！？";
/// Begins what need not go on with the words before.
const BREAKS: [char; 7] = ['(', '[', '（', '［', '【', ':', '：'];
/// Joins the parts of a word, at the end of a line too.
const HYPHENS: &str = "-‐‑\u{ad}¬";
/// Inside a word they are nothing to see.
const INVISIBLE: [char; 4] = ['\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// So many words of the text around a quotation are looked at, within its sentence.
const AROUND: usize = 12;

/// A word, with what stands between it and the next.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Without capitals, accents and punctuation.
    pub folded: String,
    /// The same with umlauts spelt out, where there are any.
    spelt: Option<String>,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// It says little of its own.
    pub light: bool,
    /// It is a letter of a script without spaces.
    pub is_letter: bool,
    /// An ellipsis follows: any words may stand there.
    pub ellipsis: bool,
    /// A sentence or a paragraph ends with it.
    pub ends: bool,
    /// A bracket, a colon or an emoji follows, or the sentence ends: what comes then need not go on
    /// with it.
    pub breaks: bool,
    /// Nothing but a hyphen parts it from the next.
    hyphen: bool,
}

impl Word {
    pub fn is(&self, other: &Word) -> bool {
        self.folded == other.folded || self.spelt() == other.spelt()
    }

    fn spelt(&self) -> &str {
        self.spelt.as_deref().unwrap_or(&self.folded)
    }
}

pub(super) fn parse_words(text: &str, language: Language) -> Vec<Word> {
    let mut places: Vec<(Range<usize>, bool)> = Vec::new();
    for (at, word) in split_words(text, language) {
        let end = places.last().map_or(0, |(last, _)| last.end);
        places.extend(collect_signs(text, end..at));
        if word.starts_with(is_unspaced) {
            let letters = word.grapheme_indices(true);
            let letters = letters.filter(|(_, letter)| letter.contains(char::is_alphanumeric));
            places.extend(letters.map(|(n, one)| (at + n..at + n + one.len(), true)));
        } else {
            places.push((at..at + word.len(), false));
        }
    }
    let end = places.last().map_or(0, |(last, _)| last.end);
    places.extend(collect_signs(text, end..text.len()));

    let starts = places.iter().skip(1).map(|(place, _)| place.start);
    let nexts: Vec<usize> = starts.chain([text.len()]).collect();
    let found = places.into_iter().zip(nexts);
    let found = found.map(|((range, is_letter), next)| {
        let gap = text.get(range.end..next).unwrap_or_default();
        build_word(text, range, gap, is_letter, language)
    });
    join_initials(text, found.collect())
}

fn collect_signs(text: &str, gap: Range<usize>) -> Vec<(Range<usize>, bool)> {
    let signs = text.get(gap.clone()).unwrap_or_default().char_indices();
    let signs = signs.filter(|(_, c)| SIGNS.contains(*c));
    signs
        .map(|(at, c)| (gap.start + at..gap.start + at + c.len_utf8(), false))
        .collect()
}

fn build_word(
    text: &str,
    range: Range<usize>,
    gap: &str,
    is_letter: bool,
    language: Language,
) -> Word {
    let written = text[range.clone()].trim_matches('_').replace(INVISIBLE, "");
    let folded = match (written.as_str(), ampersand_word(language)) {
        ("&", Some(and)) => and.to_owned(),
        _ if written.starts_with(|c| SIGNS.contains(c)) => written.clone(),
        _ => compared_form(&written),
    };

    let ends = gap.contains(|c| STOPS.contains(c)) || ends_paragraph(gap);
    let without_lines = gap.trim_matches(|c: char| c.is_whitespace());
    Word {
        spelt: without_umlauts(&written),
        light: !is_letter && is_stop_word(&fold(&written), language),
        is_letter,
        ellipsis: gap.contains('…') || gap.contains(".."),
        breaks: ends || gap.contains(BREAKS) || gap.contains(is_drawn),
        hyphen: without_lines.chars().count() <= 1
            && (without_lines.contains(|c| HYPHENS.contains(c)) || written.ends_with('\u{ad}')),
        ends,
        folded,
        range,
    }
}

/// Whether this is an emoji.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether a paragraph ends here.
fn ends_paragraph(gap: &str) -> bool {
    gap.lines().count() > 2 || gap.matches('\n').count() > 1
}

/// The word with its umlauts spelled out, if it has any.
fn without_umlauts(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let is_umlaut = |c: char| UMLAUTS.iter().any(|(umlaut, _)| *umlaut == c);
    lower
        .contains(is_umlaut)
        .then(|| compared_form(&spell_out_umlauts(&lower)))
}

/// A word as it is compared: `there's` is not `there`, but may lack its apostrophe.
fn compared_form(written: &str) -> String {
    let stem = strip_possessive(written);
    if stem == written {
        fold(written)
    } else {
        format!("{}s", fold(stem))
    }
}

/// `J. R. R.` as one word, as `J.R.R.` and `JRR` are.
fn join_initials(text: &str, words: Vec<Word>) -> Vec<Word> {
    let is_initial = |word: &Word| {
        let mut letters = text[word.range.clone()].chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let mut joined: Vec<Word> = Vec::new();
    let mut is_open = false;

    for word in words {
        let is_one = is_initial(&word) && text[word.range.end..].starts_with('.');
        match joined.last_mut().filter(|last| {
            let gap = text.get(last.range.end..word.range.start);
            is_open && is_one && gap.is_some_and(|gap| gap.trim() == ".")
        }) {
            Some(last) => {
                last.folded += &word.folded;
                *last = Word {
                    folded: std::mem::take(&mut last.folded),
                    range: last.range.start..word.range.end,
                    light: false,
                    ..word
                };
            }
            None => joined.push(word),
        }
        is_open = is_one;
    }
    joined
}

/// The words with those put together that a hyphen parts, where the other side has them as one.
pub(super) fn join_hyphenated(words: Vec<Word>, others: &[Word]) -> Vec<Word> {
    if !words.iter().any(|word| word.hyphen) {
        return words;
    }
    let known: HashSet<&str> = others.iter().map(|word| word.folded.as_str()).collect();

    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        let whole = joined
            .last()
            .filter(|last| last.hyphen)
            .map(|last| format!("{}{}", last.folded, word.folded))
            .filter(|whole| known.contains(whole.as_str()));
        match (whole, joined.last_mut()) {
            (Some(folded), Some(last)) => {
                *last = Word {
                    folded,
                    spelt: None,
                    range: last.range.start..word.range.end,
                    ..word
                };
            }
            _ => joined.push(word),
        }
    }
    joined
}

/// The numbers of a text, in figures, each with its bytes.
pub(super) fn collect_numbers(text: &str, language: Language) -> Vec<(String, Range<usize>)> {
    let numbers = tokens(text, language).filter(|one| one.term.bytes().all(|c| c.is_ascii_digit()));
    numbers.map(|one| (one.term, one.range)).collect()
}

/// The words with those put together that are a number which the other side has, too: `forty-two`
/// is `42`, and `Ten thousand` is `10,000`.
pub(super) fn join_numbers(
    words: Vec<Word>,
    numbers: &[(String, Range<usize>)],
    others: &[(String, Range<usize>)],
) -> Vec<Word> {
    let is_shared = |number: &str| others.iter().any(|(other, _)| other == number);
    let shared = numbers.iter().filter(|(number, _)| is_shared(number));
    let shared: Vec<&(String, Range<usize>)> = shared.collect();

    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        let number = shared
            .iter()
            .find(|(_, range)| range.start <= word.range.start && word.range.end <= range.end);
        let Some((number, range)) = number else {
            joined.push(word);
            continue;
        };
        let start = match joined.last() {
            Some(last) if range.contains(&last.range.start) => last.range.start,
            _ => word.range.start,
        };
        joined.pop_if(|last| range.contains(&last.range.start));
        joined.push(Word {
            folded: number.clone(),
            spelt: None,
            range: start..word.range.end,
            light: false,
            ..word
        });
    }
    joined
}

/// The range with the punctuation that stands at its edges.
pub(super) fn widen_to_punctuation(text: &str, range: Range<usize>) -> Range<usize> {
    let is_mark = |c: &char| !c.is_whitespace() && !c.is_alphanumeric() && !"([{-–—".contains(*c);
    let after: usize = text[range.end..]
        .chars()
        .take_while(is_mark)
        .map(char::len_utf8)
        .sum();

    let is_opening = |c: &char| "“‘„«»\"'「_".contains(*c);
    let before: usize = text[..range.start]
        .chars()
        .rev()
        .take_while(is_opening)
        .map(char::len_utf8)
        .sum();

    range.start - before..range.end + after
}

/// The words of a text by which two are the same, a space between.
pub(super) fn fold_words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(fold);
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Words of the sentences that some words are of, not far from them.
pub(super) fn surrounding_sentences(there: &[Word], words: &Range<usize>) -> Range<usize> {
    let least = words.start.saturating_sub(AROUND);
    let most = (words.end + AROUND).min(there.len());
    let start = (least..words.start).rev().find(|word| there[*word].ends);
    let end = (words.end.saturating_sub(1)..most).find(|word| there[*word].ends);
    start.map_or(least, |word| word + 1)..end.map_or(most, |word| word + 1)
}
