//! What has a number and is no chapter -> its heading: `rule 3`, `section 2`, `Artikel 4`, `第4条`.
//!
//! In: a place as somebody typed it. Out: where it leads. The decision that is not obvious: such a
//! word is only what people call a heading that has a number and nothing else, as in `3. Spoken
//! channels`; what a text itself calls so counts first, and what it calls chapters does not count.

use super::by_number::{Led, Missing, missing_outside_range};
use super::heads::{Head, collect_heads, walk_headings};
use super::numbering::{Kind, LAST, Number, parse_leading_number};
use super::rules::keep_possible_chapters;
use super::words::{Word, is_article, is_listed, is_mark, parse_words};
use crate::corpus::numbers::is_cardinal;
use crate::index::DocumentInfo;
use crate::language::Language;

/// Where something with a number leads; `None` if a place names none, or if it is what the text
/// calls its chapters.
pub fn find_item(info: &DocumentInfo, place: &str) -> Option<Led> {
    let (word, value) = parse_item(place, info.language)?;
    let heads = collect_heads(info);
    let is_called = |head: &Head| matches!(&head.number.kind, Kind::Called(own, _) if *own == word);
    if heads.iter().any(is_called) {
        return None;
    }

    let called = collect_called(info);
    let bare = heads.iter().filter(|head| !head.is_called()).cloned();
    let bare = keep_possible_chapters(info, bare.collect());
    let alike = if called.is_empty() { bare } else { called };
    let found = alike.iter().find(|head| head.number.value == value);
    let last = || alike.last().filter(|_| value == LAST);
    if let Some(head) = found.or_else(last) {
        return Some(Led::To(head.section));
    }

    // Without such headings it may be an item of a list, which its words find.
    if alike.is_empty() {
        return None;
    }
    Some(Led::Nowhere(if info.behind.bytes > 0 {
        Missing::NotOpen
    } else {
        missing_outside_range(info, &alike)
    }))
}

/// Whether a place is something with a number, and nothing else.
pub fn is_item(place: &str, language: Language) -> bool {
    parse_item(place, language).is_some()
}

/// The headings that begin with a word for something with a number, and that number.
fn collect_called(info: &DocumentInfo) -> Vec<Head> {
    let headings = walk_headings(info);
    let heads = headings.filter_map(|(section, depth, heading)| {
        let words = parse_words(heading);
        let (first, rest) = words.split_first()?;
        let (value, _) = parse_behind_word(first, rest, info.language)?;

        let kind = Kind::Alone;
        Some(Head {
            section,
            depth,
            number: Number { kind, value },
            around: Vec::new(),
        })
    });
    heads.collect()
}

/// The word for something with a number, folded, and its number: `rule no. 3`, `the third rule`.
fn parse_item(place: &str, language: Language) -> Option<(String, u32)> {
    let words = parse_words(place);
    let start = words
        .iter()
        .position(|word| !is_article(word) && !is_mark(word))?;
    let words = &words[start..];

    let (first, behind) = words.split_first()?;
    let (last, before) = words.split_last()?;

    if let Some((value, rest)) = parse_behind_word(first, behind, language) {
        return rest.is_empty().then(|| (first.text.clone(), value));
    }
    let (value, used) = parse_leading_number(before, &[language, Language::English])?;
    // "Three rules" only says how many, and so does "3 rules".
    let number = &before[0];
    let is_ordinal = if number.is_digits() {
        start > 0 || number.is_ended || number.raw.contains(char::is_alphabetic)
    } else {
        ![language, Language::English]
            .iter()
            .any(|language| is_cardinal(&number.text, *language))
    };
    (is_named(last) && used == before.len() && is_ordinal).then(|| (last.text.clone(), value))
}

/// The number behind such a word, and what follows it.
fn parse_behind_word<'a>(
    first: &Word,
    behind: &'a [Word],
    language: Language,
) -> Option<(u32, &'a [Word])> {
    if !is_named(first) {
        return None;
    }

    let skipped = behind.iter().take_while(|word| is_mark(word)).count();
    let rest = &behind[skipped..];
    let (value, used) = parse_leading_number(rest, &[language, Language::English])?;
    Some((value, &rest[used..]))
}

fn is_named(word: &Word) -> bool {
    is_listed("item", &word.text)
}
