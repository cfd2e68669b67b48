//! A quotation with what people write before and behind it -> the quotation.
//!
//! In: a message, or a piece of one. Out: the readings of it, from the whole to the barest. What is taken off has a form
//! that tells what it is (a name, a page, a time stamp, a tag, a remark to others), never just any words: those are quoted,
//! too, and that they do not stand in the text must be said.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analyze::fold;
use crate::language::is_unspaced;

/// Words and phrases by their kind, folded; see the file.
static TABLE: LazyLock<HashMap<&str, Vec<String>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<String>> = HashMap::new();
    let mut kind = "";
    for line in include_str!("tables/frames.txt").lines() {
        if let Some((name, _)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            kind = name;
            continue;
        }
        let mark = if PHRASES.contains(&kind) { '|' } else { ' ' };
        let phrases = line
            .split(mark)
            .map(folded)
            .filter(|phrase| !phrase.is_empty());
        table.entry(kind).or_default().extend(phrases);
    }
    table
});

/// Kinds of more than one word.
const PHRASES: [&str; 2] = ["lines", "remarks"];
/// Most words of a name with a title, of a remark, and of a time stamp.
const NAME: usize = 12;
const REMARK: usize = 9;
const STAMP: usize = 8;
/// Most words before or behind a quotation that are no name by their form.
const WRITTEN_SMALL: usize = 4;
/// Most letters of a name in a script without spaces.
const LETTERS: usize = 16;
/// Most frames on each side of a quotation.
const MOST: usize = 8;
const DASHES: [char; 6] = ['—', '–', '-', '~', '―', '⸺'];
const STOPS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];
/// The same, and what ends a part of a sentence.
const PAUSES: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', ',', '、'];
const CLOSING: &str = "\"”“’'»«›‹」』*_`)|";
/// Words with which a sentence goes on, so that no name begins with them.
const JOINING: [&str; 20] = [
    "and", "but", "or", "not", "nor", "so", "for", "then", "because", "except", "und", "aber",
    "oder", "nicht", "et", "mais", "pas", "y", "pero", "и",
];

/// A reading of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub text: String,
    /// What is taken off though its form does not tell for sure: it counts only where a sentence of the text begins or ends
    /// there, or where it names the text.
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
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let text = text.trim();
    let both = peeled(peeled(text, &BEHIND), &BEFORE);
    let all = [
        text,
        peeled(text, &BEHIND),
        peeled(text, &BEFORE),
        both,
        once(both),
    ];
    let strict = all.into_iter().map(|text| (text, None));
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
        let text = bare(text).to_owned();
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
    number,
    bracket_first,
    tag_first,
    laugh_first,
    line_first,
    headed,
    remark_first,
];
const BEHIND: [Frame; 7] = [
    tag_last,
    laugh_last,
    bracket_last,
    line_last,
    signed,
    placed,
    remark_last,
];
/// What is left and what is taken off, if that is one.
const DOUBTFUL: [fn(&str) -> Option<(&str, &str)>; 4] =
    [by, names_last, signed_small, headed_small];

fn peeled<'a>(text: &'a str, frames: &[Frame]) -> &'a str {
    let mut text = text.trim();
    for _ in 0..MOST {
        let mut less = frames.iter().filter_map(|frame| frame(text));
        let Some(rest) = less.find(|rest| has_words(rest)) else {
            break;
        };
        text = rest.trim();
    }
    text
}

/// Without the white space, quotation marks and emphasis around it.
pub(super) fn bare(text: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || "\"“”„«»‹›‘’‚'「」『』<>*_`|".contains(c);
    text.trim_matches(is_mark)
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

fn folded(text: &str) -> String {
    let words = text.split_whitespace().map(fold);
    words.collect::<Vec<_>>().join(" ")
}

fn is_of(kind: &str, word: &str) -> bool {
    let words = TABLE.get(kind);
    words.is_some_and(|words| words.iter().any(|known| known == word))
}

/// A word without the marks around it, folded.
fn key(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The words of some text with the byte where each begins.
fn placed_words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - start, word))
}

fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| has_words(word))
        .count()
}

/// Whether a sentence ends with this.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(|c| CLOSING.contains(c));
    text.ends_with(STOPS)
}

fn is_unspaced_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    text.contains(is_unspaced) && letters <= LETTERS && !text.contains(PAUSES)
}

/// Whether some words can be a name, a title, a year and a page: nothing in them is written small that is no word of those.
fn is_name(text: &str) -> bool {
    if text.contains(is_unspaced) {
        return is_unspaced_name(text);
    }
    if !(1..=NAME).contains(&count(text)) || text.trim_end().ends_with(['!', '?']) {
        return false;
    }

    let mut has_name = false;
    for word in text.split_whitespace() {
        let is_named =
            word.contains(char::is_uppercase) || word.contains(|c: char| c.is_ascii_digit());
        let key = key(word);
        if !is_named && !key.is_empty() && !is_of("particles", &key) && !is_of("places", &key) {
            return false;
        }
        has_name |= is_named;
    }

    // A full stop is that of a short word, or ends a sentence.
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let is_short = last.chars().filter(|c| c.is_alphanumeric()).count() <= 3
        || last.contains(|c: char| c.is_ascii_digit());
    let first = text.split_whitespace().map(key).next().unwrap_or_default();
    has_name && (!last.ends_with('.') || is_short) && !JOINING.contains(&first.as_str())
}

/// Whether all longer words are written as names are, so that this says nothing of a part.
fn is_titled(text: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let mut words = text.split_whitespace().filter(long);
    words.all(|word| word.contains(char::is_uppercase))
}

fn is_name_beside(name: &str, rest: &str) -> bool {
    is_name(name) && (name.contains(is_unspaced) || !is_titled(rest))
}

/// Whether this is said to others about a quotation.
fn is_remark(text: &str) -> bool {
    let said = folded(text.trim_matches(|c: char| !c.is_alphanumeric() && !is_unspaced(c)));
    let words = count(&said);
    if words == 0
        || words > REMARK
        || (text.contains(is_unspaced) && said.chars().count() > LETTERS)
    {
        return words == 0;
    }
    let begins = |phrase: &String| {
        let rest = said.strip_prefix(phrase.as_str());
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() && !is_unspaced(c)))
    };
    let starts = TABLE
        .get("remarks")
        .is_some_and(|list| list.iter().any(begins));
    starts || said.split(' ').all(|word| is_of("chat", &key(word)))
}

/// Whether a line is no part of the quotation below or above it.
fn is_frame_line(line: &str) -> bool {
    let flat = folded(line);
    let is_added = |list: &Vec<String>| list.iter().any(|phrase| flat.contains(phrase.as_str()));
    let label = line
        .split([':', '：'])
        .next()
        .filter(|label| label.len() < line.len());

    TABLE.get("lines").is_some_and(is_added)
        || is_remark(line)
        || is_stamp(line)
        || is_place(line)
        || label.is_some_and(|label| is_of("labels", &key(label)))
        || line.split_whitespace().all(is_tag)
}

fn is_tag(word: &str) -> bool {
    word.starts_with(['#', '@']) && has_words(word)
}

/// `bob — Today at 12:03`, `[12:03] bob`.
fn is_stamp(line: &str) -> bool {
    let is_parted = line.contains([' ', '[']) && line.contains(['—', '–', '•', '|', '[', '-']);
    count(line) <= STAMP && is_parted && has_time(line)
}

/// `12:03`, `26/11/2026`, `26.11.26`.
fn has_time(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut marks = text.match_indices([':', '/', '.']);
    marks.any(|(at, mark)| {
        let before = text[..at].chars().next_back();
        is_digit(before) && is_digit(text[at + mark.len()..].chars().next())
    })
}

/// `Chapter 4, page 33`.
fn is_place(text: &str) -> bool {
    let first = text.split_whitespace().next().map(key).unwrap_or_default();
    let first = first.trim_end_matches(|c: char| c.is_ascii_digit());
    is_of("places", first) && is_name(text)
}

/// What stands in brackets beside a quotation: a name, a year, a page, a remark.
fn is_reference(inner: &str) -> bool {
    let small = |word: &&str| {
        let key = key(word);
        !word.contains(char::is_uppercase)
            && !word.contains(|c: char| c.is_ascii_digit())
            && !is_of("particles", &key)
            && !is_of("places", &key)
    };
    let is_numbered = inner.contains(|c: char| c.is_ascii_digit())
        && count(inner) <= STAMP
        && inner.split_whitespace().filter(small).count() <= 1;
    is_name(inner) || is_numbered || is_place(inner) || is_remark(inner)
}

/// `1. `, `(2) `, `#3 `.
fn number(text: &str) -> Option<&str> {
    let inner = text.trim_start_matches(['(', '#', '[']);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let is_one = (1..=3).contains(&digits);
    let rest = inner.get(digits..)?;
    let after = rest.trim_start_matches(['.', ')', ']', ':']);
    let is_marked = inner.len() < text.len() || after.len() < rest.len();
    (is_one && is_marked && after.starts_with(char::is_whitespace)).then_some(after)
}

fn bracket_first(text: &str) -> Option<&str> {
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
            .filter(|(name, _)| count(name) <= WRITTEN_SMALL);
        return Some(said.map_or(rest, |(_, said)| said));
    }
    is_reference(inner).then_some(rest)
}

fn bracket_last(text: &str) -> Option<&str> {
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

fn tag_first(text: &str) -> Option<&str> {
    let word = text.split_whitespace().next().filter(|word| is_tag(word))?;
    text.get(word.len()..)
}

fn tag_last(text: &str) -> Option<&str> {
    let (at, _) = placed_words(text)
        .next_back()
        .filter(|(_, word)| is_tag(word))?;
    text.get(..at)
}

fn laugh_first(text: &str) -> Option<&str> {
    let word = text.split_whitespace().next()?;
    is_of("laughs", &key(word)).then(|| &text[word.len()..])
}

fn laugh_last(text: &str) -> Option<&str> {
    let (at, word) = placed_words(text).next_back()?;
    is_of("laughs", &key(word)).then(|| &text[..at])
}

fn line_first(text: &str) -> Option<&str> {
    let (line, rest) = text.split_once('\n')?;
    (is_frame_line(line) || is_name_beside(line, rest)).then_some(rest)
}

fn line_last(text: &str) -> Option<&str> {
    let (rest, line) = text.rsplit_once('\n')?;
    (is_frame_line(line) || is_name_beside(line, rest)).then_some(rest)
}

/// `Bram Stoker: …`, `Bram Stoker — …`, `Chapter 4, page 33: …`.
fn headed(text: &str) -> Option<&str> {
    let line = text.lines().next()?;
    let colon = line.find([':', '：']);
    let dash = line
        .find(" — ")
        .or_else(|| line.find(" – "))
        .or_else(|| line.find(" - "));
    let at = colon.into_iter().chain(dash.map(|at| at + 1)).min()?;
    let (head, rest) = (
        &text[..at],
        text[at..].trim_start_matches([':', '：', '—', '–', '-']),
    );
    (is_name_beside(head, rest) || is_remark(head) || is_place(head)).then_some(rest)
}

fn remark_first(text: &str) -> Option<&str> {
    let mut ends = text.match_indices(PAUSES);
    let (at, mark) = ends.find(|(at, mark)| {
        let rest = text[at + mark.len()..].chars().next();
        rest.is_some_and(|c| c.is_whitespace() || is_unspaced(c))
    })?;
    let (head, rest) = text.split_at(at + mark.len());
    (is_remark(head) && !is_remark(rest)).then_some(rest)
}

fn remark_last(text: &str) -> Option<&str> {
    let inner = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let end = inner.rfind(PAUSES)?;
    let end = end + inner[end..].chars().next()?.len_utf8();
    is_remark(&text[end..]).then(|| &text[..end])
}

/// The places of dashes that are no hyphens, the last first.
fn dashes(text: &str) -> impl Iterator<Item = (&str, &str)> {
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
fn signed(text: &str) -> Option<&str> {
    let is_one = |(rest, tail): &(&str, &str)| {
        let first = tail.split_whitespace().next().map(key).unwrap_or_default();
        let is_apart = rest.ends_with('\n') || ends_sentence(rest);
        let is_small = is_apart
            && (1..=WRITTEN_SMALL + 1).contains(&count(tail))
            && !tail.trim_end().ends_with(STOPS)
            && !JOINING.contains(&first.as_str());
        is_name_beside(tail, rest) || is_remark(tail) || is_small || (is_apart && is_name(tail))
    };
    dashes(text).take(3).find(is_one).map(|(rest, _)| rest)
}

/// Without a page or a chapter at the end.
fn placed(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['.', ')', ' ']);
    let mut words = placed_words(text).rev();
    let (at, last) = words.next()?;
    let last = key(last);
    let place = last.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '.');
    if place.len() < last.len() && is_of("places", place) {
        return Some(&text[..at]);
    }

    let is_number = last.starts_with(|c: char| c.is_ascii_digit())
        || last.chars().all(|c| "ivxlc".contains(c))
        || is_of("particles", &last);
    let (at, before) = words.next()?;
    (is_number && is_of("places", &key(before)))
        .then(|| text[..at].trim_end_matches([',', ' ', ';', '(']))
}

/// `… by Bram Stoker`.
fn by(text: &str) -> Option<(&str, &str)> {
    let is_one = |(at, word): &(usize, &str)| {
        is_of("by", &key(word)) && is_name_beside(&text[at + word.len()..], &text[..*at])
    };
    let mut words = placed_words(text).rev().take(NAME + 1);
    let (at, word) = words.find(is_one)?;
    Some((&text[..at], &text[at + word.len()..]))
}

/// `…, Bram Stoker`: as many words as a name can have.
fn names_last(text: &str) -> Option<(&str, &str)> {
    let mut start = None;
    for (at, word) in placed_words(text).rev().take(NAME) {
        let key = key(word);
        if !word.contains(char::is_uppercase) && !is_of("particles", &key) {
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
fn signed_small(text: &str) -> Option<(&str, &str)> {
    let is_one = |(_, tail): &(&str, &str)| {
        let first = tail.split_whitespace().next().map(key).unwrap_or_default();
        (1..=WRITTEN_SMALL).contains(&count(tail))
            && !tail.contains(STOPS)
            && !JOINING.contains(&first.as_str())
    };
    dashes(text).next().filter(is_one)
}

/// The same before a colon.
fn headed_small(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(':')?;
    (1..=WRITTEN_SMALL)
        .contains(&count(head))
        .then_some((rest, head))
}

/// What is said twice, once.
fn once(text: &str) -> &str {
    let words: Vec<(usize, &str)> = placed_words(text).collect();
    let (first, second) = words.split_at(words.len() / 2);
    let keys = |words: &[(usize, &str)]| -> Vec<String> {
        words
            .iter()
            .map(|(_, word)| key(word))
            .filter(|key| !key.is_empty())
            .collect()
    };
    match second.first() {
        Some((at, _)) if !first.is_empty() && keys(first) == keys(second) => &text[..*at],
        _ => text,
    }
}
