//! A question of what happens in a part of a text: `what happens in chapter 3?`, `summary of the
//! last chapter`.

use super::About;
use super::wording::{Wording, folded_words};
use crate::analyze::numbers;
use crate::corpus::numbers as parts;
use crate::language::Language;

/// Whether some words name a part of a text.
pub fn is_named(asked: &[String], wording: &Wording) -> bool {
    wording.has("part", asked)
        || wording.has("named", asked)
        || (wording.has("happens", asked) && asked.iter().any(|word| is_roman(word)))
}

/// Marks of words that are looked for as they stand.
const QUOTED: [char; 4] = ['"', '“', '„', '«'];

/// What is asked about a part of a text; `rest` is the question without the title.
pub fn parse_part_question(
    question: &str,
    rest: &[String],
    title: Option<String>,
    wording: &Wording,
) -> Option<About> {
    let found = |rest: &[String]| {
        let (start, end) = find_part(rest, wording)?;
        let before = &rest[..start];
        let after = &rest[end..];
        let is_around = |word: &String| {
            ["any", "itself", "noun", "happens", "beside"]
                .iter()
                .any(|list| wording.is_in(list, word))
        };
        let asks = |list: &str| wording.has(list, before) || wording.has(list, after);

        // "Chapter 3" alone is asked of the text: it may be words of it, and so may "the second
        // part".
        let is_called = wording.is_in("part", &rest[start]) && asks("beside");
        // "What is the first line?" asks for nothing that happened.
        let is_line = wording.is_in("line", &rest[end - 1])
            && !wording.has("past", rest)
            && !question.contains(QUOTED);
        let is_asked =
            asks("happens") || is_called || is_line || title.is_some() && before.is_empty();
        let is_all = before.iter().chain(after).all(is_around);
        (is_asked && is_all).then(|| rest[start..end].join(" "))
    };

    // Behind a comma somebody may say which part that is: "in chapter three, the one with the
    // boat".
    let first = question.split([',', '(', ';']).next().map(folded_words);
    let part = found(rest).or_else(|| found(&first.filter(|_| title.is_none())?));
    part.map(|part| About::Part(part, title))
}

/// Where some words name a part, or one in another: `part two, chapter 1`, `chapter 1 of part two`.
fn find_part(words: &[String], wording: &Wording) -> Option<(usize, usize)> {
    let (start, mut end) =
        find_numbered_part(words, wording).or_else(|| find_named_part(words, wording))?;

    while let Some((next, length)) = find_numbered_part(&words[end..], wording) {
        let between = &words[end..end + next];
        if !between.iter().all(|word| wording.is_in("any", word)) {
            break;
        }
        end += length;
    }

    Some((start, end))
}

/// What a part is called, with its number before or behind.
fn find_numbered_part(words: &[String], wording: &Wording) -> Option<(usize, usize)> {
    let is = |list: &str, at: usize| words.get(at).is_some_and(|word| wording.is_in(list, word));
    let counts = |at: usize| words.get(at).is_some_and(|word| is_number(word, wording));
    let before = |at: usize| {
        // Where no spaces stand between words, each figure is one, and a mark stands before them.
        let figures = words[..at]
            .iter()
            .rev()
            .take_while(|word| is_number(word, wording) && !wording.is_in("any", word));
        let start = at - figures.count();
        let is_marked = start > 0 && is("mark", start - 1);
        start - usize::from(is_marked)
    };

    (0..words.len())
        .filter(|at| is("part", *at))
        .find_map(|at| {
            if counts(at + 1) && !is("mark", before(at)) {
                let more = usize::from(counts(at + 2));
                Some((at, at + 2 + more))
            } else if at > 0 && !is("soft", at) && counts(at - 1) {
                Some((before(at), at + 1))
            } else if at > 0 && !is("soft", at) && is("last", at - 1) {
                Some((at - 1, at + 1))
            } else {
                is("last", at + 1).then_some((at, at + 2))
            }
        })
}

/// What has a name of its own, as an epilogue, or a Roman number alone.
fn find_named_part(words: &[String], wording: &Wording) -> Option<(usize, usize)> {
    let mut all = words.iter();
    let at =
        all.position(|word| wording.is_in("named", word) || is_roman(word) && word.len() > 1)?;
    Some((at, at + 1))
}

/// Whether a word is the number of a part, however it is written.
pub fn is_number(word: &str, wording: &Wording) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let in_digits = !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(ending, "" | "st" | "nd" | "rd" | "th" | "e" | "er" | "eme");
    let is_written =
        || Language::all().any(|language| numbers::number_word_digits(word, language).is_some());
    in_digits || is_roman(word) || wording.is_in("number", word) || is_written()
}

fn is_roman(word: &str) -> bool {
    parts::parse_roman(word).is_some()
}
