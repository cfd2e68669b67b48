//! A quotation with what people write before and behind it -> the quotation.
//!
//! In: a message, or a piece of one. Out: the readings of it, from the whole to the barest. What is
//! taken off has a form that tells what it is (a name, a page, a time stamp, a tag, a remark to
//! others), never just any words: those are quoted, too, and that they do not stand in the text
//! must be said.

use super::shapes::{
    JOINING, NAME, PAUSES, STOPS, collect_keys, count_words, ends_sentence, first_key, has_doubt,
    has_time, has_words, is_frame_line, is_laugh, is_listed, is_name, is_name_beside, is_place,
    is_reference, is_remark, is_tag, word_key,
};
use crate::language::is_unspaced;

/// Most words before or behind a quotation that are no name by their form.
const WRITTEN_SMALL: usize = 4;
/// Most frames on each side of a quotation.
const MOST: usize = 8;
/// What stands before the name of whoever said it.
pub(super) const DASHES: [char; 9] = ['—', '–', '-', '~', '―', '⸺', '|', '•', '·'];
/// A reading of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub text: String,
    /// What is taken off though its form does not tell for sure: it counts only where a sentence of
    /// the text begins or ends there, or where it names the text.
    pub doubtful: Option<Taken>,
}

/// Words that were taken off a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taken {
    pub words: String,
    /// They stood before it, else behind.
    pub is_before: bool,
}

/// The readings of a message, the whole first; none is empty.
pub(super) fn collect_readings(text: &str) -> Vec<Reading> {
    let text = text.trim();
    let both = strip_frames(strip_frames(text, &BEHIND), &BEFORE);
    // A half of a sentence may look like who said the other, so what is least bare comes first.
    let all = strip_frames_one_by_one(text, &BEHIND).chain([
        strip_frames(text, &BEFORE),
        both,
        strip_repetition(both),
    ]);
    let strict = all.map(|text| (text, None));
    let doubtful = DOUBTFUL.iter().filter_map(|part| part(both));
    let doubtful = doubtful.map(|(text, words)| {
        let taken = Taken {
            words: words.to_owned(),
            is_before: words.as_ptr() < text.as_ptr(),
        };
        (text, Some(taken))
    });

    let mut readings: Vec<Reading> = Vec::new();
    for (text, doubtful) in strict.chain(doubtful) {
        let text = strip_outer_marks(text).to_owned();
        let is_known = readings.iter().any(|known| known.text == text);
        if !is_known && has_words(&text) {
            readings.push(Reading { text, doubtful });
        }
    }
    readings
}

/// What is left when a frame is taken off; `None` when there is none.
type Frame = fn(&str) -> Option<&str>;

const BEFORE: [Frame; 7] = [
    strip_number,
    strip_first_bracket,
    strip_first_tag,
    strip_first_laugh,
    strip_first_line,
    strip_heading,
    strip_first_remark,
];
const BEHIND: [Frame; 7] = [
    strip_last_tag,
    strip_last_laugh,
    strip_last_bracket,
    strip_last_line,
    strip_signature,
    strip_place,
    strip_last_remark,
];
/// What is left and what is taken off, if that is one.
type Doubtful = fn(&str) -> Option<(&str, &str)>;

const DOUBTFUL: [Doubtful; 4] = [
    split_byline,
    split_last_names,
    split_small_signature,
    split_small_heading,
];

fn strip_frames<'a>(text: &'a str, frames: &[Frame]) -> &'a str {
    strip_frames_one_by_one(text, frames).last().unwrap_or(text)
}

/// A text as it is, then with one frame less each.
fn strip_frames_one_by_one<'a>(text: &'a str, frames: &[Frame]) -> impl Iterator<Item = &'a str> {
    let strip_one = move |text: &&'a str| {
        let mut less = frames.iter().filter_map(|frame| frame(text));
        less.find(|rest| has_words(rest)).map(str::trim)
    };
    std::iter::successors(Some(text.trim()), strip_one).take(MOST + 1)
}

/// Without the white space, quotation marks and emphasis around it.
pub(super) fn strip_outer_marks(text: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || "\"“”„«»‹›‘’‚'「」『』<>*_`|".contains(c);
    text.trim_matches(is_mark)
}

/// The words of some text with the byte where each begins.
fn placed_words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// `1. `, `(2) `, `#3 `, `1/`, `2/5 `, `5:12 `.
fn strip_number(text: &str) -> Option<&str> {
    let inner = text.trim_start_matches(['(', '#', '[']);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let is_one = (1..=3).contains(&digits);
    let rest = inner.get(digits..)?;

    // Of how many it is, or which verse of a chapter.
    let second = rest.strip_prefix(['/', ':']);
    let second = second.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let after = second
        .unwrap_or(rest)
        .trim_start_matches(['.', ')', ']', ':']);

    let is_marked = inner.len() < text.len() || after.len() < rest.len();
    (is_one && is_marked && after.starts_with(char::is_whitespace)).then_some(after)
}

fn strip_first_bracket(text: &str) -> Option<&str> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        '（' => '）',
        '【' => '】',
        _ => return None,
    };

    let end = text.find(close)?;
    let inner = text.get(text.chars().next()?.len_utf8()..end)?;
    let rest = text[end + close.len_utf8()..].trim_start_matches([':', ' ']);

    if has_time(inner) {
        // Whoever said it stands before a colon.
        let said = rest
            .split_once(':')
            .filter(|(name, _)| count_words(name) <= WRITTEN_SMALL);
        return Some(said.map_or(rest, |(_, said)| said));
    }
    is_reference(inner).then_some(rest)
}

fn strip_last_bracket(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['.', ',', ';', ' ']);
    let open = match text.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        '】' => '【',
        _ => return None,
    };

    let start = text.rfind(open)?;
    let inner = text[start + open.len_utf8()..].trim_end_matches([')', ']', '）', '】']);
    is_reference(inner).then(|| &text[..start])
}

fn strip_first_tag(text: &str) -> Option<&str> {
    let word = text.split_whitespace().next().filter(|word| is_tag(word))?;
    text.get(word.len()..)
}

fn strip_last_tag(text: &str) -> Option<&str> {
    let (at, _) = placed_words(text)
        .next_back()
        .filter(|(_, word)| is_tag(word))?;
    text.get(..at)
}

fn strip_first_laugh(text: &str) -> Option<&str> {
    let word = text.split_whitespace().next()?;
    is_laugh(word).then(|| &text[word.len()..])
}

fn strip_last_laugh(text: &str) -> Option<&str> {
    let (at, word) = placed_words(text).next_back()?;
    is_laugh(word).then(|| &text[..at])
}

fn strip_first_line(text: &str) -> Option<&str> {
    let (line, rest) = text.split_once('\n')?;
    (is_frame_line(line) || is_name_beside(line, rest)).then_some(rest)
}

fn strip_last_line(text: &str) -> Option<&str> {
    let (rest, line) = text.rsplit_once('\n')?;
    (is_frame_line(line) || is_name_beside(line, rest)).then_some(rest)
}

/// `Bram Stoker: …`, `Bram Stoker — …`, `Chapter 4, page 33: …`.
fn strip_heading(text: &str) -> Option<&str> {
    let line = text.lines().next()?;
    let colon = line.find([':', '：']);
    let dash = [" — ", " – ", " - ", " | ", " • "];
    let dash = dash.iter().find_map(|dash| line.find(dash));
    let at = colon.into_iter().chain(dash.map(|at| at + 1)).min()?;
    let (head, rest) = (
        &text[..at],
        text[at..].trim_start_matches([':', '：', '—', '–', '-', '|', '•']),
    );
    (is_name_beside(head, rest) || is_remark(head) || is_place(head)).then_some(rest)
}

fn strip_first_remark(text: &str) -> Option<&str> {
    let mut ends = text.match_indices(PAUSES);
    let (at, mark) = ends.find(|(at, mark)| {
        let rest = text[at + mark.len()..].chars().next();
        rest.is_some_and(|c| c.is_whitespace() || is_unspaced(c))
    })?;
    let (head, rest) = text.split_at(at + mark.len());
    // "Is it true that he left, since he was ill": before the comma something is quoted, too.
    let quotes = head.split_whitespace().any(|word| word_key(word) == "that");
    (is_remark(head) && !is_remark(rest) && !(quotes && mark == ",")).then_some(rest)
}

fn strip_last_remark(text: &str) -> Option<&str> {
    let inner = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let end = inner.rfind(PAUSES)?;
    let end = end + inner[end..].chars().next()?.len_utf8();
    is_remark(&text[end..]).then(|| &text[..end])
}

/// The places of dashes that are no hyphens, the last first.
fn split_at_dashes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let dashes = text.rmatch_indices(DASHES);
    let parts = dashes.map(|(at, dash)| (&text[..at], &text[at + dash.len()..]));
    let is_dash = |(rest, tail): &(&str, &str)| {
        !(rest.ends_with(char::is_alphanumeric) && tail.starts_with(char::is_alphanumeric))
    };
    parts
        .filter(is_dash)
        .map(|(rest, tail)| (rest.trim_end_matches(DASHES), tail))
}

/// Without a name behind a dash at the end.
fn strip_signature(text: &str) -> Option<&str> {
    let is_one = |(rest, tail): &(&str, &str)| {
        let first = first_key(tail);
        let is_apart = rest.ends_with('\n') || ends_sentence(rest);
        let is_small = is_apart
            && (1..=WRITTEN_SMALL + 1).contains(&count_words(tail))
            && !tail.trim_end().ends_with(STOPS)
            && !JOINING.contains(&first.as_str());
        is_name_beside(tail, rest) || is_remark(tail) || is_small || (is_apart && is_name(tail))
    };

    split_at_dashes(text)
        .take(3)
        .find(is_one)
        .map(|(rest, _)| rest)
}

/// Without a page or a chapter at the end.
fn strip_place(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['.', ')', ' ']);
    let mut words = placed_words(text).rev();
    let (at, last) = words.next()?;
    let last = word_key(last);
    let place = last.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '.');
    if place.len() < last.len() && is_listed("places", place) {
        return Some(&text[..at]);
    }

    let is_number = last.starts_with(|c: char| c.is_ascii_digit())
        || last.chars().all(|c| "ivxlc".contains(c))
        || is_listed("particles", &last);
    let (at, before) = words.next()?;
    (is_number && is_listed("places", &word_key(before)))
        .then(|| text[..at].trim_end_matches([',', ' ', ';', '(']))
}

/// `… by Bram Stoker`.
fn split_byline(text: &str) -> Option<(&str, &str)> {
    let is_one = |(at, word): &(usize, &str)| {
        is_listed("by", &word_key(word)) && is_name_beside(&text[at + word.len()..], &text[..*at])
    };
    let mut words = placed_words(text).rev().take(NAME + 1);
    let (at, word) = words.find(is_one)?;
    Some((&text[..at], &text[at + word.len()..]))
}

/// `…, Bram Stoker`: as many words as a name can have.
fn split_last_names(text: &str) -> Option<(&str, &str)> {
    let mut start = None;
    for (at, word) in placed_words(text).rev().take(NAME) {
        let key = word_key(word);
        if !word.contains(char::is_uppercase) && !is_listed("particles", &key) {
            break;
        }
        if word.contains(char::is_uppercase) && is_name_beside(&text[at..], &text[..at]) {
            start = Some(at);
        }

        // A name does not reach over the end of a sentence.
        if ends_sentence(&text[..at]) {
            break;
        }
    }
    start.map(|at| (text[..at].trim_end_matches([',', ' ']), &text[at..]))
}

/// The same behind a dash, written small.
fn split_small_signature(text: &str) -> Option<(&str, &str)> {
    let is_one = |(_, tail): &(&str, &str)| {
        let first = first_key(tail);
        (1..=WRITTEN_SMALL).contains(&count_words(tail))
            && !tail.contains(STOPS)
            && !JOINING.contains(&first.as_str())
    };

    split_at_dashes(text).next().filter(is_one)
}

/// The same before a colon.
fn split_small_heading(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(':')?;
    let is_small = (1..=WRITTEN_SMALL).contains(&count_words(head));
    (is_small && !has_doubt(&collect_keys(head))).then_some((rest, head))
}

/// What is said twice, once.
fn strip_repetition(text: &str) -> &str {
    let words: Vec<(usize, &str)> = placed_words(text).collect();
    let (first, second) = words.split_at(words.len() / 2);
    let keys = |words: &[(usize, &str)]| -> Vec<String> {
        words
            .iter()
            .map(|(_, word)| word_key(word))
            .filter(|key| !key.is_empty())
            .collect()
    };

    match second.first() {
        Some((at, _)) if !first.is_empty() && keys(first) == keys(second) => &text[..*at],
        _ => text,
    }
}
