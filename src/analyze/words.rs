//! Text -> words, each with its place.
//!
//! Unicode's rules (UAX #29) find the words of scripts that put spaces between them. Chinese, Japanese
//! and the scripts of South-East Asia do not; runs of those are cut with ICU's dictionary. In languages
//! that join an article to its noun (`l'île`, `dell'isola`) the two are two words.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use crate::language::vocabulary::Vocabulary;
use crate::language::{Language, is_unspaced};

/// Chinese figures, of which numbers are written.
const FIGURES: &str = "〇零一二三四五六七八九十百千万萬";

/// The words of a text with the byte where each begins.
pub fn words(text: &str, language: Language) -> impl Iterator<Item = (usize, &str)> {
    let elisions = Vocabulary::of(language).list("elision");
    runs(text).flat_map(move |(run, spaced)| {
        let found = if spaced {
            spaced_words(text, run, elisions)
        } else {
            unspaced_words(text, run)
        };
        found.into_iter()
    })
}

/// Stretches of the text of one manner of writing, and whether that puts spaces between words.
fn runs(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let spaced = !is_unspaced(rest.chars().next()?);
        let changes = |letter: char| is_unspaced(letter) == spaced;

        // Nothing in ASCII is unspaced, so its letters need no look one by one.
        let length = if rest.is_ascii() {
            rest.len()
        } else {
            rest.find(changes).unwrap_or(rest.len())
        };
        let end = start + length;

        Some((std::mem::replace(&mut start, end)..end, spaced))
    })
}

fn spaced_words<'a>(text: &'a str, run: Range<usize>, elisions: &[&str]) -> Vec<(usize, &'a str)> {
    let words = text[run.clone()]
        .unicode_word_indices()
        .map(|(at, word)| without_emphasis(run.start + at, word))
        .filter(|(_, word)| !word.is_empty());
    if elisions.is_empty() {
        return words.collect();
    }
    words
        .flat_map(|(at, word)| elided(at, word, elisions))
        .collect()
}

/// `_so_` as `so`: in plain text that is print for italics.
fn without_emphasis(at: usize, word: &str) -> (usize, &str) {
    let bare = word.trim_start_matches('_');
    (at + word.len() - bare.len(), bare.trim_end_matches('_'))
}

/// `l'île` as `l` and `île`; a word whose apostrophe is part of it, as in `aujourd'hui`, as it is.
fn elided<'a>(
    at: usize,
    word: &'a str,
    elisions: &[&str],
) -> impl Iterator<Item = (usize, &'a str)> {
    let cut = word
        .char_indices()
        .find(|(_, c)| matches!(c, '\'' | '’'))
        .map(|(cut, mark)| (cut, cut + mark.len_utf8()));
    let joined = cut.filter(|(cut, _)| elisions.contains(&word[..*cut].to_lowercase().as_str()));

    let (first, second) = match joined {
        Some((cut, next)) => ((at, &word[..cut]), Some((at + next, &word[next..]))),
        None => ((at, word), None),
    };
    std::iter::once(first).chain(second)
}

fn unspaced_words(text: &str, run: Range<usize>) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = run.start;
    // The dictionary would cut a number anywhere among its figures.
    while start < run.end {
        let number = next_number(&text[start..run.end]);
        let Range {
            start: from,
            end: to,
        } = start + number.start..start + number.end;
        found.extend(dictionary_words(text, start..from));
        if from < to {
            found.push((from, &text[from..to]));
        }
        start = to.max(from);
    }
    found
}

/// The first two or more Chinese figures in a row; an empty range at the end if there are none.
fn next_number(text: &str) -> Range<usize> {
    let is_figure = |c: char| FIGURES.contains(c);
    let mut start = 0;
    while let Some(at) = text[start..].find(is_figure) {
        let rest = &text[start + at..];
        let length = rest.find(|c| !is_figure(c)).unwrap_or(rest.len());
        if rest[..length].chars().count() > 1 {
            return start + at..start + at + length;
        }
        start += at + length;
    }
    text.len()..text.len()
}

fn dictionary_words(text: &str, run: Range<usize>) -> Vec<(usize, &str)> {
    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

    let text = &text[run.clone()];
    let ends: Vec<usize> = SEGMENTER.segment_str(text).collect();
    let pieces = ends
        .windows(2)
        .map(|ends| (run.start + ends[0], &text[ends[0]..ends[1]]));

    // Pieces are also what stands between the words: spaces and punctuation.
    pieces
        .filter(|(_, piece)| piece.chars().any(char::is_alphanumeric))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_script() {
        let check = |language, text: &str, expected: &[&str]| {
            let found: Vec<(usize, &str)> = words(text, language).collect();
            assert!(
                found.iter().all(|(at, word)| text[*at..].starts_with(word)),
                "{text}"
            );
            assert_eq!(
                found.into_iter().map(|(_, word)| word).collect::<Vec<_>>(),
                expected
            );
        };
        check(
            Language::English,
            "The keeper's two-pizza team",
            &["The", "keeper's", "two", "pizza", "team"],
        );
        check(
            Language::French,
            "L'île aujourd’hui, qu’il aime",
            &["L", "île", "aujourd’hui", "qu", "il", "aime"],
        );
        check(
            Language::Italian,
            "il faro dell'isola",
            &["il", "faro", "dell", "isola"],
        );
        check(
            Language::Chinese,
            "灯塔在小岛上。",
            &["灯塔", "在", "小岛", "上"],
        );
        check(
            Language::Japanese,
            "灯台は島にある。",
            &["灯台", "は", "島", "に", "ある"],
        );
        check(
            Language::English,
            "Tokyo (東京) is big",
            &["Tokyo", "東京", "is", "big"],
        );
        check(
            Language::Other,
            "המגדלור עמד על האי",
            &["המגדלור", "עמד", "על", "האי"],
        );
        check(Language::Other, "ไปโรงเรียน", &["ไป", "โรงเรียน"]);
        check(Language::English, "", &[]);
    }
}
