//! Is what stands around the quotations of a message of the text, too, or what somebody says about
//! them?
//!
//! In: the quotations, what is written around them, and where they stand. Out: whether the message
//! is one quotation, as somebody's speech with "he said" in it is. The decision that is not
//! obvious: what begins as the text goes on, and is no name or remark from there on, is quoted; the
//! speech alone must not lend its truth to it.

use std::collections::HashMap;

use anyhow::Result;

use super::Edit;
use super::attached::is_sentence_start;
use super::frames::DASHES;
use super::marks::{Marked, Quoted};
use super::parts::{Found, Part};
use super::shapes::{has_words, is_name, is_reference, is_remark};
use super::words::{Word, fold_words, parse_words};
use crate::index::Library;
use crate::language::Language;

/// So many words that go on as the text does are the text's own: behind a quotation, and before it,
/// where "and he said" is what anybody may write.
const BEHIND: usize = 2;
const BEFORE: usize = 3;
/// The same anywhere beside it.
const ANYWHERE: usize = 4;
/// Bytes of the text beside a quotation that are looked at.
const BESIDE: usize = 200;

/// Whether most of what stands between the quotations is of the text.
pub(super) fn is_told(whole: &Part, marked: &Marked) -> bool {
    let Some(found) = &whole.found else {
        return false;
    };
    // Who said it is often near in the text.
    let around = marked.around.trim();
    if around.starts_with(DASHES) && is_name(around.trim_start_matches(DASHES)) {
        return false;
    }
    let count = |text: &str| -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        for word in fold_words(text)
            .split(' ')
            .filter(|word| word.chars().count() > 3)
        {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
        counts
    };
    let same = found.comparison.edits.iter().filter_map(|edit| match edit {
        Edit::Same(_, word) | Edit::Respelt(_, word) => whole.quotation.get(word.clone()),
        _ => None,
    });
    let same = count(&same.collect::<Vec<_>>().join(" "));
    let quoted = count(&marked.text());
    let around = count(&marked.around);

    let told = around.iter().map(|(word, times)| {
        let same = same.get(word).copied().unwrap_or(0);
        same.saturating_sub(quoted.get(word).copied().unwrap_or(0))
            .min(*times)
    });
    let all: usize = around.values().sum();
    told.sum::<usize>() * 2 > all
}

/// What is written beside a quotation and goes on as the text does there, but not to its end.
pub(super) fn find_narration<'a>(
    library: &Library,
    found: &Found,
    quoted: &'a Quoted,
) -> Result<Option<&'a str>> {
    let [before, behind] = collect_sides(library, found, quoted)?;
    let is_behind = behind.goes_on(BEHIND) || behind.names_another() || behind.shares();
    let is_before = before.goes_on(BEFORE) || before.shares();

    Ok(match (is_behind, is_before) {
        (true, _) => Some(&quoted.after),
        (_, true) => Some(&quoted.before),
        _ => None,
    })
}

/// Whether behind a quotation follows who said it in the text, and then only what people say about
/// one.
pub(super) fn is_attributed(library: &Library, found: &Found, quoted: &Quoted) -> Result<bool> {
    let [_, behind] = collect_sides(library, found, quoted)?;
    Ok(behind.run() > 0 && behind.rest() == Some(true) && !behind.names_another())
}

/// Whether a sentence of the text is quoted behind a colon, and the words before that are not those
/// before it there.
pub(super) fn is_introduced(library: &Library, found: &Found, quoted: &Quoted) -> Result<bool> {
    let [before, _] = collect_sides(library, found, quoted)?;
    let span = found.comparison.span;
    let text = library.full_text(span.document)?;

    let leads_on = quoted.before.trim_end().ends_with([':', '：']);
    let is_alone = !has_words(&quoted.after);
    Ok(leads_on && is_alone && before.run() == 0 && is_sentence_start(text, span.start))
}

/// What stands before a quotation, and behind it.
fn collect_sides<'a>(
    library: &'a Library,
    found: &Found,
    quoted: &'a Quoted,
) -> Result<[Side<'a>; 2]> {
    let span = found.comparison.span;
    let text = library.full_text(span.document)?;
    let language = library.document(span.document)?.language;

    let start = text.ceil_char_boundary(span.start.saturating_sub(BESIDE));
    let end = text.floor_char_boundary(span.end + BESIDE);
    let mut before = Side::new(&quoted.before, &text[start..span.start], language);
    before.wanted.reverse();
    before.there.reverse();
    let behind = Side::new(&quoted.after, &text[span.end..end], language);
    Ok([before, behind])
}

/// What stands beside a quotation in the message and in the text, its words from the quotation
/// outwards.
struct Side<'a> {
    written: &'a str,
    text: &'a str,
    wanted: Vec<Word>,
    there: Vec<Word>,
}

impl<'a> Side<'a> {
    fn new(written: &'a str, text: &'a str, language: Language) -> Side<'a> {
        Side {
            written,
            text,
            wanted: parse_words(written, language),
            there: parse_words(text, language),
        }
    }

    /// How many words are the same before one is not.
    fn run(&self) -> usize {
        let both = self.wanted.iter().zip(&self.there);
        both.take_while(|(word, other)| word.is(other)).count()
    }

    /// Whether what comes after the words that are the same has the form of what people say about a
    /// quotation; `None` if nothing comes.
    fn rest(&self) -> Option<bool> {
        let rest = &self.wanted[self.run()..];
        let start = rest.iter().map(|word| word.range.start).min()?;
        let end = rest.iter().map(|word| word.range.end).max()?;
        let rest = &self.written[start..end];
        Some(is_name(rest) || is_remark(rest) || is_reference(rest))
    }

    /// Whether this is quoted as well, by so many words of the text.
    fn goes_on(&self, least: usize) -> bool {
        self.run() >= least && self.rest() == Some(false)
    }

    /// Whether words of the text stand there, though others come between.
    fn shares(&self) -> bool {
        let is_same = |(word, other): (&Word, &Word)| word.is(other);
        let mut runs = self.wanted.windows(ANYWHERE);
        runs.any(|run| {
            let mut others = self.there.windows(ANYWHERE);
            others.any(|other| run.iter().zip(other).all(is_same))
        })
    }

    /// Whether the speech is somebody else's here than in the text: `said Ann` for `said Ben`.
    fn names_another(&self) -> bool {
        let is_name = |text: &str, words: &[Word]| {
            let word = words.get(1).and_then(|word| text.get(word.range.clone()));
            word.is_some_and(|word| word.starts_with(char::is_uppercase))
        };
        self.run() == 1 && is_name(self.written, &self.wanted) && is_name(self.text, &self.there)
    }
}
