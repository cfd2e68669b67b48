//! Text -> words, each with its place.
//!
//! Unicode's rules (UAX #29) find the words of scripts that put spaces between them. Chinese,
//! Japanese and the scripts of South-East Asia do not; runs of those are cut with ICU's dictionary.
//! In languages that join an article to its noun (`l'île`, `dell'isola`) the two are two words.
//!
//! A plain text is shown as it stands, but what its typesetting put into a word is no part of it:
//! the marks of `_italics_`, a soft hyphen, the end of a line inside a Chinese word.
//! [`strip_word_breaks`] is the word without.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use crate::language::vocabulary::Vocabulary;
use crate::language::{Language, is_unspaced};

/// Chinese figures, of which numbers are written.
const FIGURES: &str = "〇零一二三四五六七八九十百千万萬";

/// What a number before them counts in a date.
const DATES: [char; 3] = ['年', '月', '日'];

/// What a single figure before them counts in Japanese.
const COUNTERS: &str = "隻艘匹頭羽冊枚軒歳才個台本名丁人回度番階時円里尺寸畳";
/// Words of everyday life that begin as if something were counted.
const NOT_COUNTED: [&str; 12] = [
    "一人",
    "二人",
    "一回",
    "一度",
    "二度",
    "一番",
    "一時",
    "一名",
    "一円",
    "一寸",
    "一里",
    "一本気",
];
/// What makes another word of a figure behind it: `統一`.
const BEFORE_FIGURES: &str = "統同唯均専単万第随画";

/// The words of a text with the byte where each begins.
pub fn split_words(text: &str, language: Language) -> impl Iterator<Item = (usize, &str)> {
    let elisions = Vocabulary::of(language).list("elision");
    split_script_runs(text).flat_map(move |(run, spaced)| {
        let found = if spaced {
            spaced_words(text, run, elisions)
        } else {
            unspaced_words(text, run, language)
        };
        found.into_iter()
    })
}

/// What may divide a word and is no letter of it.
const SOFT_HYPHEN: char = '\u{ad}';

/// A word as it is without the end of a line, soft hyphens and the end of italics in it.
pub fn strip_word_breaks(word: &str) -> Cow<'_, str> {
    let divides = |c: char| matches!(c, SOFT_HYPHEN | '\n' | '\r');
    if !word.contains(divides) && !word.contains("_'") && !word.contains("_’") {
        return Cow::Borrowed(word);
    }
    let word = word.replace(divides, "");
    Cow::Owned(word.replace("_'", "'").replace("_’", "’"))
}

/// Stretches of the text of one manner of writing, and whether that puts spaces between words.
fn split_script_runs(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let spaced = !is_unspaced(rest.chars().next()?);
        let changes = |letter: char| is_unspaced(letter) == spaced;

        // Nothing in ASCII is unspaced, so its letters need no look one by one.
        let mut length = if rest.is_ascii() {
            rest.len()
        } else {
            rest.find(changes).unwrap_or(rest.len())
        };
        // Where no spaces stand between words, the end of a line parts none either.
        while let Some(next) = line_end_length(&rest[length..]).filter(|_| !spaced)
            && rest[length + next..].starts_with(is_unspaced)
        {
            let after = &rest[length + next..];
            length += next + after.find(changes).unwrap_or(after.len());
        }
        let end = start + length;

        Some((std::mem::replace(&mut start, end)..end, spaced))
    })
}

/// Bytes of the end of a line that a text begins with.
fn line_end_length(text: &str) -> Option<usize> {
    ["\r\n", "\n", "\r"]
        .iter()
        .find(|end| text.starts_with(**end))
        .map(|end| end.len())
}

fn spaced_words<'a>(text: &'a str, run: Range<usize>, elisions: &[&str]) -> Vec<(usize, &'a str)> {
    let words = join_divided_words(text, run);
    if elisions.is_empty() {
        return words;
    }
    words
        .into_iter()
        .flat_map(|(at, word)| split_elision(at, word, elisions))
        .collect()
}

/// The words of a run without the marks of italics around them, and each that was divided as one.
fn join_divided_words(text: &str, run: Range<usize>) -> Vec<(usize, &str)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    for (at, piece) in text[run.clone()].unicode_word_indices() {
        let start = run.start + at + (piece.len() - piece.trim_start_matches('_').len());
        let word = piece.trim_matches('_');

        match words.last_mut() {
            Some((before, last)) if is_word_continued(text, *before + last.len(), start, word) => {
                *last = &text[*before..start + word.len()];
            }
            _ => words.push((start, word)),
        }
    }
    words
}

/// Whether a word goes on from where another ended: after a soft hyphen at the end of a line, or
/// with the *s* of `_Merlin_’s`.
fn is_word_continued(text: &str, end: usize, start: usize, word: &str) -> bool {
    let between = &text[end..start];
    let is_divided =
        text[..end].ends_with(SOFT_HYPHEN) && line_end_length(between) == Some(between.len());
    let is_owner = matches!(between, "_'" | "_’") && word == "s";
    is_divided || is_owner
}

/// `l'île` as `l` and `île`; a word whose apostrophe is part of it, as in `aujourd'hui`, as it is.
fn split_elision<'a>(
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

fn unspaced_words(text: &str, run: Range<usize>, language: Language) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = run.start;

    // The dictionary would cut a number anywhere among its figures.
    while start < run.end {
        let number = find_next_number(&text[start..run.end], language);
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

/// The first two or more Chinese figures in a row, or one before a part of a date or what it counts;
/// an empty range at the end if there are none.
fn find_next_number(text: &str, language: Language) -> Range<usize> {
    let is_figure = |c: char| FIGURES.contains(c);
    let mut start = 0;
    while let Some(at) = text[start..].find(is_figure) {
        let rest = &text[start + at..];
        let length = rest.find(|c| !is_figure(c)).unwrap_or(rest.len());
        let counts = || language == Language::Japanese && is_counting(&text[..start + at], rest);
        let is_number = rest[..length].chars().count() > 1;
        if is_number || rest[length..].starts_with(DATES) || counts() {
            return start + at..start + at + length;
        }
        start += at + length;
    }

    text.len()..text.len()
}

/// Whether a single figure that a text begins with counts what stands behind it: `七隻`.
fn is_counting(before: &str, text: &str) -> bool {
    let is_word = before.ends_with(|c: char| BEFORE_FIGURES.contains(c))
        || NOT_COUNTED.iter().any(|word| text.starts_with(word));
    let counter = text.chars().nth(1);
    counter.is_some_and(|c| COUNTERS.contains(c)) && !is_word
}

fn dictionary_words(text: &str, run: Range<usize>) -> Vec<(usize, &str)> {
    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

    let text = &text[run.clone()];
    let line: String = text.chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
    let ends: Vec<usize> = SEGMENTER.segment_str(&line).collect();
    let places = Places::new(text);
    let pieces = ends
        .windows(2)
        .map(|ends| places.of(ends[0])..places.before(ends[1]))
        .map(|place| (run.start + place.start, &text[place]));

    // Pieces are also what stands between the words: spaces and punctuation.
    pieces
        .filter(|(_, piece)| piece.chars().any(char::is_alphanumeric))
        .collect()
}

/// Where the bytes of a text without its line ends are in the text.
struct Places {
    /// Bytes of the ends before each line, and where the line begins without them.
    lines: Vec<(usize, usize)>,
}

impl Places {
    fn new(text: &str) -> Places {
        let mut lines = vec![(0, 0)];
        let mut dropped = 0;
        for (at, byte) in text.bytes().enumerate() {
            if matches!(byte, b'\n' | b'\r') {
                dropped += 1;
                lines.push((at + 1 - dropped, dropped));
            }
        }
        Places { lines }
    }

    /// Where the character at `at` begins.
    fn of(&self, at: usize) -> usize {
        let next = self.lines.partition_point(|(start, _)| *start <= at);
        at + self.lines[next - 1].1
    }

    /// Where the character before `at` ends.
    fn before(&self, at: usize) -> usize {
        let next = self.lines.partition_point(|(start, _)| *start < at);
        at + self.lines[next.saturating_sub(1)].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_script() {
        let check = |language, text: &str, expected: &[&str]| {
            let found: Vec<(usize, &str)> = split_words(text, language).collect();
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

    #[test]
    fn what_typesetting_puts_into_a_word_is_no_part_of_it() {
        let check = |language, text: &str, expected: &[&str]| {
            let found: Vec<_> = split_words(text, language)
                .map(|(_, word)| strip_word_breaks(word))
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            Language::English,
            "the _Merlin_, _Sailor's Almanack_--_continued_ snake_case __x__",
            &[
                "the",
                "Merlin",
                "Sailor's",
                "Almanack",
                "continued",
                "snake_case",
                "x",
            ],
        );
        check(
            Language::English,
            "_Merlin_’s crew and _Marit_'s",
            &["Merlin’s", "crew", "and", "Marit's"],
        );
        check(
            Language::German,
            "Der Leucht\u{ad}turm\u{ad}\r\nwärter war-\nda",
            &["Der", "Leuchtturmwärter", "war", "da"],
        );
        check(Language::French, "_L'île_", &["L", "île"]);
        check(
            Language::Chinese,
            "在灯\n塔下\r\n面。\n\n灯\n",
            &["在", "灯塔", "下面", "灯"],
        );
        check(
            Language::Japanese,
            "灯\n台は島にある。",
            &["灯台", "は", "島", "に", "ある"],
        );
    }
}
