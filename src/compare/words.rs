//! The words of a text or a quotation as they are compared: what people change when they copy is left out.

use std::ops::Range;

use crate::analyze::{fold, words};
use crate::language::Language;

/// A word, or an ellipsis with the word before it.
pub(super) struct Word {
    /// Without capitals, accents and punctuation.
    pub folded: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// An ellipsis follows: any words may stand there.
    pub ellipsis: bool,
}

pub(super) fn words_of(text: &str, language: Language) -> Vec<Word> {
    let found: Vec<(usize, &str)> = words(text, language).collect();
    let next = found.iter().skip(1).map(|(at, _)| *at);
    let ends = next.chain([text.len()]);

    let word = |((at, word), next): (&(usize, &str), usize)| {
        let between = text.get(at + word.len()..next).unwrap_or_default();
        Word {
            folded: fold(word.trim_matches('_')),
            range: *at..at + word.len(),
            ellipsis: between.contains('…') || between.contains("..."),
        }
    };
    found.iter().zip(ends).map(word).collect()
}

/// The range with the punctuation that stands at its edges.
pub(super) fn with_punctuation(text: &str, range: Range<usize>) -> Range<usize> {
    let is_mark = |c: &char| !c.is_whitespace() && !c.is_alphanumeric() && !"([{-–—".contains(*c);
    let after: usize = text[range.end..]
        .chars()
        .take_while(is_mark)
        .map(char::len_utf8)
        .sum();
    let is_opening = |c: &char| "“‘„«»\"'「_".contains(*c);
    let before: usize = text[..range.start]
        .chars()
        .rev()
        .take_while(is_opening)
        .map(char::len_utf8)
        .sum();
    range.start - before..range.end + after
}
