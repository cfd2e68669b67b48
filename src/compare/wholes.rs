//! What a word of the quotation replaces in the text, where that is several words: `712` for `seven
//! hundred and twelve`, `we're` for `we are`.
//!
//! In: the pairs as they are shown. Out: the same with all of those words. Between words that are
//! paired all of the text is shown anyway, so only the edges are looked at.

use std::ops::Range;

use super::align::Pair;
use super::edges::find_same_ends;
use super::words::{Word, surrounding_sentences};
use crate::analyze::tokens;
use crate::language::Language;

/// What follows the apostrophe of two words that are written as one.
const SECOND: [&str; 6] = ["re", "ve", "ll", "d", "m", "s"];
/// The same, apostrophe included, where it takes letters of the second word with it.
const DENIED: &str = "n't";

/// A text whose words are paired.
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub language: Language,
    pub words: &'a [Word],
}

impl Side<'_> {
    /// The pairs, with the rest of what is replaced at the edges.
    pub fn filled(&self, pairs: Vec<Pair>, wanted: &[Word]) -> Vec<Pair> {
        let Some((first, last)) = find_same_ends(&pairs) else {
            return pairs;
        };

        let head = &pairs[..first];
        let tail = &pairs[last + 1..];
        let before = self
            .replaced(head, wanted)
            .map(|(all, shown)| all.start..shown.start);
        let after = self
            .replaced(tail, wanted)
            .map(|(all, shown)| shown.end..all.end);
        let before = before.into_iter().flatten().map(Pair::TextOnly);
        let after = after.into_iter().flatten().map(Pair::TextOnly);
        before.chain(pairs.iter().copied()).chain(after).collect()
    }

    /// The words that an edge replaces, and those of them that are shown; `None` if it replaces
    /// none.
    fn replaced(&self, edge: &[Pair], wanted: &[Word]) -> Option<(Range<usize>, Range<usize>)> {
        let shown = edge.iter().filter_map(Pair::text_word);
        let shown = shown.clone().min()?..shown.max()? + 1;
        let mut all = shown.clone();

        let alone = edge
            .iter()
            .filter(|pair| matches!(pair, Pair::QuotationOnly(_)));
        let alone: Vec<&Word> = alone
            .filter_map(Pair::quotation_word)
            .map(|word| &wanted[word])
            .collect();
        if alone.is_empty() {
            return None;
        }

        // A contraction stands for two words.
        if alone.iter().any(|word| is_contracted(&word.folded)) {
            let count: usize = alone
                .iter()
                .map(|word| 1 + usize::from(is_contracted(&word.folded)))
                .sum();
            let missing = count.saturating_sub(shown.len());
            let sentence = surrounding_sentences(self.words, &shown);
            all.start = all.start.saturating_sub(missing).max(sentence.start);
            all.end = (all.end + missing).min(sentence.end);
        }

        for number in self.numbers(&shown) {
            let is_touched = |word: &usize| number.contains(&self.words[*word].range.start);
            if shown.clone().any(|word| is_touched(&word)) {
                let inside = || (0..self.words.len()).filter(is_touched);
                all.start = all.start.min(inside().next()?);
                all.end = all.end.max(inside().next_back()? + 1);
            }
        }
        Some((all, shown))
    }

    /// The numbers around some words, within their sentence, by their bytes.
    fn numbers(&self, words: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let sentence = &self.words[surrounding_sentences(self.words, words)];
        let ends = sentence.first().zip(sentence.last());
        let range = ends.map_or(0..0, |(first, last)| first.range.start..last.range.end);

        let tokens = tokens(&self.text[range.clone()], self.language);
        let numbers = tokens.filter(|token| token.term.starts_with(|c: char| c.is_ascii_digit()));
        numbers.map(move |token| range.start + token.range.start..range.start + token.range.end)
    }
}

fn is_contracted(folded: &str) -> bool {
    let folded = folded.replace('’', "'");
    let second = folded.split_once('\'').map(|(_, second)| second);
    folded.ends_with(DENIED) || second.is_some_and(|second| SECOND.contains(&second))
}
