//! What is typed so far -> what it may become when its last word is whole.

use std::ops::RangeInclusive;

use anyhow::Result;

use crate::analyze::{fold, to_term};
use crate::index::Scope;
use crate::servers::View;

/// Letters that go on with a word, folded, of the scripts whose words are typed letter by letter.
const LETTERS: [RangeInclusive<char>; 3] = ['a'..='z', 'а'..='я', 'α'..='ω'];
/// Fewer letters than this begin too many names.
const BEGUN: usize = 2;

/// What is typed, its last word replaced by one that begins so if it is no word of the texts yet.
pub fn complete_last_word(library: &View, typed: &str) -> String {
    let (before, last) = split_last_word(typed);
    let last = fold(last);
    let languages = library.languages(&library.passages());

    // A word of the texts may be meant as it stands, even if longer ones begin so.
    let completed = library
        .words()
        .completed(&last, &languages)
        .filter(|_| !last.is_empty() && !library.words().contains(&last));
    match completed {
        Some(word) => format!("{before}{word}"),
        None => typed.to_owned(),
    }
}

/// What is typed, its last word replaced by one that stands behind the word before it somewhere in
/// the texts, as `sydney cart` by `sydney carton`; `None` if there is none, or if the word that is
/// typed stands there itself.
pub fn complete_name(library: &View, scope: Scope, typed: &str) -> Result<Option<String>> {
    let (before, last) = split_last_word(typed);
    let begun = fold(last);
    let (_, first) = split_last_word(before.trim_end());
    let is_begun = begun.chars().count() >= BEGUN && library.words().contains(&begun);
    if first.is_empty() || !is_begun {
        return Ok(None);
    }

    let passages = library.passages_in(scope)?;
    let languages = library.languages(&passages);
    let stands_behind = |word: &str| -> Result<bool> {
        for language in &languages {
            let run = [first, word].map(|word| to_term(word, *language));
            let postings = library.postings(*language);
            let mut holding = postings.holding(&[run.to_vec()], passages.clone())?;
            if holding.next().is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    };

    if stands_behind(&begun)? {
        return Ok(None);
    }
    let letters = LETTERS
        .iter()
        .find(|letters| begun.ends_with(|c| letters.contains(&c)));
    for letter in letters.cloned().into_iter().flatten() {
        let longer = library
            .words()
            .completed(&format!("{begun}{letter}"), &languages);
        if let Some(word) = longer
            && stands_behind(&word)?
        {
            return Ok(Some(format!("{before}{word}")));
        }
    }
    Ok(None)
}

/// What is typed before its last word, and that word.
fn split_last_word(typed: &str) -> (&str, &str) {
    // The character before the last word may be longer than a byte.
    let start = typed
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| typed.ceil_char_boundary(at + 1));
    typed.split_at(start)
}
