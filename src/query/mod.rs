//! A question -> the terms to look for.
//!
//! Stop words are kept but marked: they do not find passages, yet pairs of words and the kind of
//! answer wanted need them. A word the library does not have is corrected from the words it has, and
//! the correction is told to the reader.

mod kind;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{background, fold, is_stop_word, term, tokens};
use crate::index::{Library, Scope};
pub use kind::Kind;

/// A question is read this far; what comes behind is no question any more.
const MAX_WORDS: usize = 64;
/// Quoted phrases that are looked for, and words of each; to look for one can cost as much as all the rest.
const MAX_PHRASES: usize = 4;
const MAX_PHRASE: usize = 24;
/// Longest question looked at, in bytes.
const MAX_BYTES: usize = 4_000;

/// A question, analysed.
#[derive(Debug, Clone)]
pub struct Query {
    /// The question as it was asked, cut to a sane length.
    pub text: String,
    /// Its words in order.
    pub words: Vec<QueryWord>,
    /// Terms of each `"quoted phrase"`; an answer must hold all of them.
    pub phrases: Vec<Vec<String>>,
    /// What was taken for a typing error.
    pub corrections: Vec<Correction>,
    /// What kind of answer is wanted.
    pub kind: Kind,
}

/// One word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// What is looked for.
    pub term: String,
    /// The word, folded.
    pub folded: String,
    /// It says how the question is asked, not what about.
    pub stop: bool,
    /// Written like a name: with a capital, and not as the first word.
    pub name: bool,
}

/// A word that was replaced by one the library has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As the reader wrote it.
    pub from: String,
    /// The word that is looked for instead.
    pub to: String,
}

impl Query {
    /// Analyses a question for a search in `scope`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn new(library: &Library, question: &str, scope: Scope) -> Result<Query> {
        let text = &question[..question.floor_char_boundary(MAX_BYTES)];
        Query::within(library, text, library.passages_in(scope)?)
    }

    /// As [`Query::new`] for any run of passages.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn within(library: &Library, text: &str, scope: Range<u32>) -> Result<Query> {
        let mut words = Vec::new();
        let mut corrections = Vec::new();
        for (position, token) in tokens(text).take(MAX_WORDS).enumerate() {
            let surface = &text[token.range.clone()];
            let folded = fold(surface);
            let mut word = QueryWord {
                stop: token.stop,
                name: position > 0 && surface.starts_with(char::is_uppercase),
                term: token.term,
                folded,
            };
            if !word.stop
                && let Some(known) = correct(library, &word, scope.clone())?
            {
                corrections.push(Correction { from: surface.to_owned(), to: known.clone() });
                word.term = term(&known);
                word.stop = is_stop_word(&known); // "wher" asks, it is not asked about
                word.folded = known;
            }
            words.push(word);
        }
        let kind = Kind::of(&words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>());
        Ok(Query { text: text.to_owned(), words, phrases: phrases(text), corrections, kind })
    }
}

/// Terms of each part of the question between straight or curly double quotation marks.
fn phrases(text: &str) -> Vec<Vec<String>> {
    let parts: Vec<&str> = text.split(['"', '“', '”', '„']).collect();
    let closed = parts.len().saturating_sub(1) / 2 * 2; // an opening mark without its closing one opens nothing
    let terms = |part: &&str| tokens(part).map(|t| t.term).take(MAX_PHRASE).collect::<Vec<_>>();
    let mut phrases = Vec::new();
    for phrase in parts[..closed].iter().skip(1).step_by(2).map(terms).filter(|phrase| !phrase.is_empty()) {
        if phrases.len() < MAX_PHRASES && !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    phrases
}

/// The word of the library that was probably meant, if this one is neither in it nor an English word.
fn correct(library: &Library, word: &QueryWord, scope: Range<u32>) -> Result<Option<String>> {
    let letters = word.folded.chars().count();
    let is_word = word.folded.chars().all(char::is_alphabetic);
    if letters < 4 || !is_word || background::knows(&word.term) || occurs(library, &word.term, scope.clone())? {
        return Ok(None);
    }
    let distance = if letters < 8 { 1 } else { 2 };
    for neighbour in library.words().near(&word.folded, distance) {
        if occurs(library, &term(&neighbour.word), scope.clone())? {
            return Ok(Some(neighbour.word));
        }
    }
    Ok(None)
}

fn occurs(library: &Library, term: &str, scope: Range<u32>) -> Result<bool> {
    if scope.len() as u32 == library.passage_count() {
        return Ok(library.postings().passages_with(term) > 0);
    }
    let mut found = false;
    library.postings().for_each(term, scope, |_, _| found = true)?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_between_quotation_marks() {
        assert_eq!(
            phrases("who said \"let there be\" and “two pizzas”?"),
            [vec!["let", "there", "be"], vec!["2", "pizza"]]
        );
        assert_eq!(phrases("a 5\" screen"), Vec::<Vec<String>>::new());
        assert_eq!(phrases("\"\" x"), Vec::<Vec<String>>::new());
    }
}
