//! What a piece of a message is, by its form: a name, a page, a time stamp, a tag, a remark to
//! others.
//!
//! In: a piece of a message. Out: whether it is one. Which words make it one stands in
//! `tables/frames.txt`; the decision that is not obvious: in doubt it is none, since what is none
//! of these counts as quoted.

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
            .map(fold_text)
            .filter(|phrase| !phrase.is_empty());
        table.entry(kind).or_default().extend(phrases);
    }
    table
});

/// Kinds of more than one word.
const PHRASES: [&str; 2] = ["lines", "remarks"];
/// Most words of a name with a title, of a remark, and of a time stamp.
pub(super) const NAME: usize = 12;
const REMARK: usize = 9;
pub(super) const STAMP: usize = 8;
/// Most letters of a name in a script without spaces.
const LETTERS: usize = 16;
/// Longest sign of a tone, in bytes.
const TONE: usize = 5;
/// What is laughed over and over: `hahahahah`.
const LAUGHED: [&str; 4] = ["ha", "he", "ja", "ах"];
pub(super) const STOPS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];
/// The same, and what ends a part of a sentence.
pub(super) const PAUSES: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', ',', '、'];
/// Quotation marks of every kind that no word has.
pub(super) const QUOTES: [char; 13] = [
    '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』',
];
const CLOSING: &str = "\"”“’'»«›‹」』*_`)|";
/// Words with which a sentence goes on, so that no name begins with them.
pub(super) const JOINING: [&str; 20] = [
    "and", "but", "or", "not", "nor", "so", "for", "then", "because", "except", "und", "aber",
    "oder", "nicht", "et", "mais", "pas", "y", "pero", "и",
];

fn fold_text(text: &str) -> String {
    let words = text.split_whitespace().map(fold);
    words.collect::<Vec<_>>().join(" ")
}

/// The words of some text as tables have them.
pub(super) fn collect_keys(text: &str) -> Vec<String> {
    let words = text.split_whitespace().filter(|word| has_words(word));
    words.map(|word| word_key(word).replace('’', "'")).collect()
}

/// Whether these words deny what they are said about, or ask who said it. Who begins with
/// "didn't" asks whether somebody did; "few" denies where it begins, unlike "a few".
pub(super) fn has_doubt(keys: &[String]) -> bool {
    let begins = |at: usize| at == 0 || is_listed("very", &keys[at - 1]);
    let is_doubt = |(at, key): (usize, &String)| {
        is_listed("doubts", key)
            || (at > 0 && is_listed("denials", key))
            || (begins(at) && is_listed("few", key))
    };
    keys.iter().enumerate().any(is_doubt)
}

pub(super) fn is_listed(kind: &str, word: &str) -> bool {
    let words = TABLE.get(kind);
    words.is_some_and(|words| words.iter().any(|known| known == word))
}

/// A word without the marks around it, folded.
pub(super) fn word_key(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The first word of a text so, or nothing.
pub(super) fn first_key(text: &str) -> String {
    let first = text.split_whitespace().next();
    first.map(word_key).unwrap_or_default()
}

pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| has_words(word))
        .count()
}

/// Whether a sentence ends with this.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(|c| CLOSING.contains(c));
    text.ends_with(STOPS)
}

fn is_unspaced_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    text.contains(is_unspaced) && letters <= LETTERS && !text.contains(PAUSES)
}

/// Whether some words can be a name, a title, a year and a page: nothing in them is written small
/// that is no word of those.
pub(super) fn is_name(text: &str) -> bool {
    if text.contains(is_unspaced) {
        return is_unspaced_name(text);
    }
    if !(1..=NAME).contains(&count_words(text)) || text.trim_end().ends_with(['!', '?']) {
        return false;
    }

    let mut has_name = false;
    for word in text.split_whitespace() {
        let is_named =
            word.contains(char::is_uppercase) || word.contains(|c: char| c.is_ascii_digit());
        let key = word_key(word);
        if !is_named
            && !key.is_empty()
            && !is_listed("particles", &key)
            && !is_listed("places", &key)
        {
            return false;
        }
        has_name |= is_named;
    }

    // A full stop is that of a short word, or ends a sentence.
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let is_short = last.chars().filter(|c| c.is_alphanumeric()).count() <= 3
        || last.contains(|c: char| c.is_ascii_digit());
    let first = first_key(text);
    has_name && (!last.ends_with('.') || is_short) && !JOINING.contains(&first.as_str())
}

/// Whether all longer words are written as names are, so that this says nothing of a part.
pub(super) fn is_titled(text: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let mut words = text.split_whitespace().filter(long);
    words.all(|word| word.contains(char::is_uppercase))
}

pub(super) fn is_name_beside(name: &str, rest: &str) -> bool {
    is_name(name) && (name.contains(is_unspaced) || !is_titled(rest))
}

/// Whether this is said to others about a quotation.
pub(super) fn is_remark(text: &str) -> bool {
    let said = fold_text(text.trim_matches(|c: char| !c.is_alphanumeric() && !is_unspaced(c)));
    let words = count_words(&said);
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

    starts
        || said
            .split(' ')
            .all(|word| is_listed("chat", &word_key(word)))
}

/// Whether a line is no part of the quotation below or above it.
pub(super) fn is_frame_line(line: &str) -> bool {
    let flat = fold_text(line);
    let is_added = |list: &Vec<String>| list.iter().any(|phrase| flat.contains(phrase.as_str()));
    let label = line
        .split([':', '：'])
        .next()
        .filter(|label| label.len() < line.len());

    TABLE.get("lines").is_some_and(is_added)
        || is_remark(line)
        || is_stamp(line)
        || is_place(line)
        || label.is_some_and(|label| is_listed("labels", &word_key(label)))
        || line.split_whitespace().all(is_tag)
}

pub(super) fn is_tag(word: &str) -> bool {
    // `/s` and `/srs` say in which tone something is meant.
    let is_tone = || word.starts_with('/') && word.len() <= TONE && !word[1..].contains('/');
    (word.starts_with(['#', '@']) || is_tone()) && has_words(word)
}

/// Whether somebody laughs, for as long as they like: `lmaooo`.
pub(super) fn is_laugh(word: &str) -> bool {
    let word = word_key(word);
    let drawn_out = |one: &str| {
        let last = one.chars().next_back();
        let rest = word.strip_prefix(one);
        rest.is_some_and(|rest| rest.chars().all(|letter| Some(letter) == last))
    };
    let words = TABLE.get("laughs");
    let is_repeated = |syllable: &str| word.len() > 3 && word.replace(syllable, "").len() < 2;

    words.is_some_and(|words| words.iter().any(|one| drawn_out(one)))
        || LAUGHED.into_iter().any(is_repeated)
}

/// `bob — Today at 12:03`, `[12:03] bob`.
fn is_stamp(line: &str) -> bool {
    let is_parted = line.contains([' ', '[']) && line.contains(['—', '–', '•', '|', '[', '-']);
    count_words(line) <= STAMP && is_parted && has_time(line)
}

/// `12:03`, `26/11/2026`, `26.11.26`.
pub(super) fn has_time(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut marks = text.match_indices([':', '/', '.']);
    marks.any(|(at, mark)| {
        let before = text[..at].chars().next_back();
        is_digit(before) && is_digit(text[at + mark.len()..].chars().next())
    })
}

/// `Chapter 4, page 33`.
pub(super) fn is_place(text: &str) -> bool {
    let first = first_key(text);
    let first = first.trim_end_matches(|c: char| c.is_ascii_digit());
    is_listed("places", first) && is_name(text)
}

/// What stands in brackets beside a quotation: a name, a year, a page, a remark.
pub(super) fn is_reference(inner: &str) -> bool {
    let small = |word: &&str| {
        let key = word_key(word);
        !word.contains(char::is_uppercase)
            && !word.contains(|c: char| c.is_ascii_digit())
            && !is_listed("particles", &key)
            && !is_listed("places", &key)
    };

    let is_numbered = inner.contains(|c: char| c.is_ascii_digit())
        && count_words(inner) <= STAMP
        && inner.split_whitespace().filter(small).count() <= 1;

    is_name(inner) || is_numbered || is_place(inner) || is_remark(inner)
}

pub(super) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
