//! Words that are broken at the end of a line -> whole words, with or without the hyphen.
//!
//! In: a paragraph as far as it is written, and the next line. Out: where the paragraph ends for
//! the word to go on. The decision that is not obvious: whether the hyphen belongs to the word is
//! told by the words of the same text, and where these do not know the word, by the common ones of
//! English, and in languages that write compounds as one word by the language.

use std::collections::HashSet;

use super::page::{Line, Page};
use crate::corpus::manuscript::SOFT_HYPHEN;
use crate::language::Language;
use crate::language::background::is_common_word;

/// What a broken word ends with at the end of a line.
const HYPHENS: [char; 3] = ['-', '\u{2010}', SOFT_HYPHEN];
/// More lines than this part end with a hyphen where words are broken.
const BROKEN: f64 = 0.02;

/// First halves of words that are written with a hyphen, whatever follows.
const HEADS: [&str; 11] = [
    "well", "self", "half", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety",
];
/// Endings that have none even behind those.
const ENDINGS: [&str; 3] = ["ish", "fish", "ing"];

/// Words before which a hyphen stands for the rest of a word, in the languages that write it so.
const CONJUNCTIONS: [(Language, &[&str]); 10] = [
    (Language::English, &["and", "or", "to"]),
    (Language::German, &["und", "oder", "bis", "sowie"]),
    (Language::French, &["et", "ou"]),
    (Language::Spanish, &["y"]),
    (Language::Dutch, &["en", "of"]),
    (Language::Swedish, &["och", "eller"]),
    (Language::Danish, &["og", "eller"]),
    (Language::Norwegian, &["og", "eller"]),
    (Language::Finnish, &["ja", "tai"]),
    (Language::Hungarian, &["és"]),
];

/// Those of German, as a text in another language quotes it.
const GERMAN: [&str; 2] = ["und", "oder"];

/// Languages whose compounds have no hyphen before a small letter.
const ONE_WORD: [Language; 7] = [
    Language::Danish,
    Language::Dutch,
    Language::Finnish,
    Language::German,
    Language::Hungarian,
    Language::Norwegian,
    Language::Swedish,
];

/// How the words of a text are broken.
pub struct Hyphens {
    /// Every word that stands within a line, in lower case.
    words: HashSet<String>,
    /// Whether words are broken at all, and whether with the usual hyphen.
    breaks_words: bool,
    breaks_with_usual: bool,
    /// Whether compounds are written as one word.
    joins_compounds: bool,
    /// Whether the common words of English count, too.
    is_english: bool,
    /// Words before which a hyphen stands for the rest of a word.
    conjunctions: &'static [&'static str],
    /// Whether a hyphen that is not the usual one stands within a line, where it breaks no word.
    has_other_hyphens: bool,
}

impl Hyphens {
    /// How they are broken in pages of a language.
    pub fn of(pages: &[Page], language: Language) -> Hyphens {
        let lists = CONJUNCTIONS.iter();
        let own = lists.filter(|(other, _)| *other == language);
        let breaks_words = breaks_words(pages);
        Hyphens {
            words: collect_inner_words(pages),
            breaks_words,
            breaks_with_usual: breaks_words && !breaks_with_others(pages),
            joins_compounds: ONE_WORD.contains(&language),
            is_english: language == Language::English,
            conjunctions: own.map(|(_, words)| *words).next().unwrap_or_default(),
            has_other_hyphens: has_other_hyphens(pages),
        }
    }

    /// Where the paragraph ends if its last word, broken by a hyphen, goes on with `next`: before
    /// the hyphen, or after it if it belongs to the word.
    pub fn unbroken(&self, paragraph: &str, next: &str) -> Option<usize> {
        let (before, hyphen) = split_hyphen(paragraph)?;

        // "1893-" and "1911", "02-" and "123": what a hyphen joins.
        if before.ends_with(char::is_numeric) && next.starts_with(char::is_numeric) {
            return Some(paragraph.len());
        }

        // "lamp/-" and "wick": a name of a file has none there.
        if before.ends_with('/') && next.starts_with(char::is_alphabetic) {
            return Some(before.len());
        }

        let head = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let tail = next.split(|c: char| !c.is_alphabetic()).next()?;
        // "pre- and post-war": this hyphen belongs to no word that goes on; "up-" and "to-date"
        // does.
        let is_conjunction = (self.conjunctions.contains(&tail) || GERMAN.contains(&tail))
            && !self.is_sure_break(head, tail, hyphen);
        let is_chained = is_conjunction && next[tail.len()..].starts_with(HYPHENS);
        if head.is_empty() || tail.is_empty() || (is_conjunction && !is_chained) {
            return None;
        }

        let is_kept = hyphen != SOFT_HYPHEN
            && (is_chained
                || ends_in_path(before)
                || self.is_linked(before, head, tail)
                || self.is_compound(head, tail, hyphen == '-'));
        Some(if is_kept {
            paragraph.len()
        } else {
            before.len()
        })
    }

    /// Whether a hyphen can only break a word, whatever its second half means alone: it is one that
    /// stands nowhere else, or the whole word does, or is a common one of which the first half is
    /// none.
    fn is_sure_break(&self, head: &str, tail: &str, hyphen: char) -> bool {
        let is_other = hyphen != '-' && !self.has_other_hyphens;
        let is_word = || self.has(&format!("{head}{tail}"));
        let is_half =
            || self.is_common_whole(head, tail) && !self.has(head) && !is_common_word(head);
        hyphen == SOFT_HYPHEN || is_other || is_word() || is_half()
    }

    /// Whether two halves are written with a hyphen. One that is not the usual one was mostly set
    /// to break the word.
    fn is_compound(&self, head: &str, tail: &str, is_usual: bool) -> bool {
        // "third" and "party" are words, "exam" may be one, but "ple" is none.
        let is_written = self.has(&format!("{head}-{tail}"));
        let is_known = !self.joins_compounds && is_known_compound(head, tail);
        // So are "how" and "ever".
        let are_words = !self.joins_compounds && self.has(head) && self.has(tail);
        let are_apart = are_words && !self.is_common_whole(head, tail);
        let is_likely =
            is_written || is_known || are_apart || (is_usual && !self.breaks_with_usual);

        tail.starts_with(char::is_uppercase) || (is_likely && !self.has(&format!("{head}{tail}")))
    }

    /// Whether two words go on a chain of some: "mother-in-" and "law".
    fn is_linked(&self, before: &str, head: &str, tail: &str) -> bool {
        let is_chain = before[..before.len() - head.len()].ends_with(HYPHENS);
        let are_words = || is_common_word(head) && is_common_word(tail);
        let whole = || format!("{head}{tail}");
        self.is_english
            && is_chain
            && are_words()
            && !is_common_word(&whole())
            && !self.has(&whole())
    }

    /// Whether a word stands within a line of the text.
    fn has(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }

    /// Whether two halves are a common word in a text that breaks its words.
    fn is_common_whole(&self, head: &str, tail: &str) -> bool {
        self.is_english && self.breaks_words && is_common_word(&format!("{head}{tail}"))
    }
}

/// Whether two halves are those of a word that always has a hyphen.
fn is_known_compound(head: &str, tail: &str) -> bool {
    HEADS.contains(&&*head.to_lowercase()) && !ENDINGS.contains(&tail)
}

/// A text before the hyphen that it ends with, and that hyphen. A browser draws one beside a soft
/// one, which breaks a word for certain.
fn split_hyphen(text: &str) -> Option<(&str, char)> {
    let last = text.chars().next_back().filter(|c| HYPHENS.contains(c))?;
    let before = &text[..text.len() - last.len_utf8()];
    let drawn = if last == SOFT_HYPHEN {
        before.strip_suffix(&HYPHENS[..2])
    } else {
        before.strip_suffix(SOFT_HYPHEN)
    };
    Some(drawn.map_or((before, last), |before| (before, SOFT_HYPHEN)))
}

/// Whether a line ends with a hyphen behind a letter, or within a path, and the next goes on with a
/// small one.
pub fn is_broken(line: &Line, next: &Line) -> bool {
    let head = split_hyphen(line.text.trim_end()).map(|(head, _)| head);
    head.is_some_and(|head| head.ends_with(|c: char| c.is_alphabetic() || c == '/'))
        && next.text.starts_with(char::is_lowercase)
}

/// Whether a text ends within the name of a file or an address, where each sign counts.
fn ends_in_path(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    word.contains("://")
        || word.contains(['_', '@'])
        || word.starts_with("www.")
        || word
            .trim_start_matches(['(', '~', '.', '‘', '“', '<'])
            .starts_with('/')
        || word.matches('/').count() > 1
}

/// Whether words are broken at the ends of lines, which shows in how many end so: a few do in
/// compounds alone.
fn breaks_words(pages: &[Page]) -> bool {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let broken = lines().filter(|line| line.text.ends_with(HYPHENS));
    broken.count() as f64 > BROKEN * lines().count() as f64
}

/// Whether a program broke the words, with a hyphen of its own: the usual one belongs to what stands
/// before it.
fn breaks_with_others(pages: &[Page]) -> bool {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let others = lines()
        .filter(|line| line.text.ends_with(&HYPHENS[1..]))
        .count();
    let usual = lines()
        .filter(|line| line.text.ends_with(HYPHENS[0]))
        .count();
    others > usual && !has_other_hyphens(pages)
}

/// Whether some line has a hyphen within it that is not the usual one.
fn has_other_hyphens(pages: &[Page]) -> bool {
    let mut lines = pages.iter().flat_map(|page| &page.lines);
    lines.any(|line| line.text.trim_end_matches(HYPHENS).contains(HYPHENS[1]))
}

/// Words that stand within a line, so that neither they nor their hyphens come from breaking it.
fn collect_inner_words(pages: &[Page]) -> HashSet<String> {
    let mut words = HashSet::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        let mut own: Vec<&str> = line
            .text
            .split(|c: char| !c.is_alphabetic() && !HYPHENS.contains(&c))
            .collect();
        // The last may be broken, and the first may be the rest of a word that was.
        own.pop();
        let written = own.into_iter().skip(1).map(str::to_lowercase);
        words.extend(written.map(|word| word.replace('\u{2010}', "-").replace(SOFT_HYPHEN, "")));
    }

    words
}
