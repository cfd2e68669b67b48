//! Texts of any size that look like prose to an index: real sentences, half of their content words
//! replaced.
//!
//! In: a library to learn from, and a seed. Out: chapters of paragraphs, the same for the same
//! seed. Half of a sentence's content words stay; the others are words written before, so common
//! words stay common (Simon, "On a Class of Skew Distribution Functions", 1955), now and then a
//! word of the same document, as a story says its names again and again, or one never seen: their
//! number grows with a power of the length (Heaps' law).

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use anyhow::{Result, ensure};

use crate::analyze::tokens;
use crate::index::Library;
use crate::language::Language;
use crate::random::Random;

/// The exponent of Heaps' law; English prose has 0.5 to 0.7.
const HEAPS: f64 = 0.6;
/// Words remembered to be written again.
const MEMORY: usize = 1 << 20;
/// A paragraph of so many sentences, a chapter of so many paragraphs.
const PARAGRAPH: Range<usize> = 2..7;
const CHAPTER: usize = 30;

/// A sentence to fill in.
struct Pattern {
    text: String,
    /// Its content words, each by its place and number.
    slots: Vec<(Range<usize>, usize)>,
    words: usize,
}

/// Writes texts that imitate those of a library.
pub struct Prose {
    random: Random,
    patterns: Vec<Pattern>,
    vocabulary: Vec<String>,
    /// Numbers of content words written last; the oldest is overwritten first.
    memory: Vec<usize>,
    written: f64,
    /// New words at word *n* are these times *n* to the power of `HEAPS - 1`.
    growth: f64,
}

impl Prose {
    /// Learns sentences, words and how fast new words come.
    ///
    /// # Errors
    /// When the index cannot be read or holds no word.
    pub fn new(library: &Library, seed: u64) -> Result<Prose> {
        let mut numbers = HashMap::new();
        let mut patterns = Vec::new();
        let mut memory = Vec::new();

        for (document, info) in library.documents_with_ids() {
            let text = library.full_text(document)?;
            for row in info.sentences.clone() {
                let pattern = Pattern::new(&text[library.sentence(row)?.range], &mut numbers);
                memory.extend(pattern.slots.iter().map(|(_, number)| *number));
                patterns.push(pattern);
            }
        }

        ensure!(!memory.is_empty(), "there are no words to write texts from");
        let written = memory.len() as f64;

        // So that their rate, summed up over the library, gives the words that the library has.
        let growth = numbers.len() as f64 * HEAPS / written.powf(HEAPS);

        let mut vocabulary = vec![String::new(); numbers.len()];
        for (word, number) in numbers {
            vocabulary[number] = word;
        }

        Ok(Prose {
            random: Random::new(seed),
            patterns,
            vocabulary,
            memory,
            written,
            growth,
        })
    }

    /// A document of about `words` words in chapters.
    pub fn document(&mut self, title: &str, words: usize) -> String {
        let mut text = format!("{title}\n\n");
        let mut own = Vec::new();
        let mut done = 0;
        let mut paragraphs = 0;

        while done < words {
            if paragraphs % CHAPTER == 0 {
                let _ = write!(text, "Chapter {}\n\n", paragraphs / CHAPTER + 1);
            }

            for _ in 0..self.random.within(PARAGRAPH) {
                done += self.sentence(&mut text, &mut own);
                text.push(' ');
            }
            // Each sentence left a space after it, the last one, too.
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
            paragraphs += 1;
        }
        text
    }

    /// Writes a sentence and tells its length in words; `own` are the words that are the document's
    /// own.
    fn sentence(&mut self, out: &mut String, own: &mut Vec<usize>) -> usize {
        let at = self.random.below(self.patterns.len());
        let mut from = 0;

        for slot in 0..self.patterns[at].slots.len() {
            let (place, usual) = self.patterns[at].slots[slot].clone();
            let number = if self.random.chance(0.5) {
                usual
            } else {
                self.word(own)
            };

            self.remember(number, own);
            // Taken again in each turn, for drawing a word needs all of `self`.
            let pattern = &self.patterns[at];
            out.push_str(&pattern.text[from..place.start]);
            let capital = pattern.text[place.clone()].starts_with(char::is_uppercase);
            push_word(out, &self.vocabulary[number], capital);
            from = place.end;
        }

        out.push_str(&self.patterns[at].text[from..]);
        self.patterns[at].words
    }

    fn word(&mut self, own: &[usize]) -> usize {
        if self
            .random
            .chance(self.growth * self.written.powf(HEAPS - 1.0))
        {
            self.vocabulary.push(self.random.word());
            return self.vocabulary.len() - 1;
        }

        let among = if !own.is_empty() && self.random.chance(0.4) {
            own
        } else {
            &self.memory
        };

        among[self.random.below(among.len())]
    }

    fn remember(&mut self, number: usize, own: &mut Vec<usize>) {
        self.written += 1.0;
        own.push(number);
        if self.memory.len() < MEMORY {
            return self.memory.push(number);
        }
        let oldest = self.written as usize % MEMORY;
        self.memory[oldest] = number;
    }
}

impl Pattern {
    fn new(text: &str, numbers: &mut HashMap<String, usize>) -> Pattern {
        let mut slots = Vec::new();
        let mut words = 0;

        for token in tokens(text, Language::English) {
            words += 1;
            if !token.stop {
                let next = numbers.len();
                let word = text[token.range.clone()].to_lowercase();
                slots.push((token.range, *numbers.entry(word).or_insert(next)));
            }
        }

        Pattern {
            text: text.replace(['\n', '\r'], " "),
            slots,
            words,
        }
    }
}

fn push_word(out: &mut String, word: &str, capital: bool) {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if capital => out.extend(first.to_uppercase().chain(letters)),
        _ => out.push_str(word),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::corpus::Corpus;
    use crate::index::{Silent, open_library};

    #[test]
    fn texts_are_as_long_as_asked_and_the_same_for_the_same_seed() {
        let folder = tempfile::tempdir().unwrap();
        let library = open_library(
            &Corpus::here(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")),
            folder.path(),
            &Silent,
        )
        .unwrap();

        let text = |seed| Prose::new(&library, seed).unwrap().document("Tale", 20_000);
        let distinct = |text: &str| {
            tokens(text, Language::English)
                .map(|t| t.term)
                .collect::<std::collections::HashSet<_>>()
                .len()
        };

        let one = text(1);
        let half = Prose::new(&library, 1).unwrap().document("Tale", 10_000);
        assert_eq!(one, text(1));
        assert_ne!(one, text(2));
        assert!((20_000..21_000).contains(&tokens(&one, Language::English).count()));
        // New words go on coming, but ever more slowly.
        let early = distinct(&half);
        let all = distinct(&one);
        assert!(early < all && all < 2 * early, "{early} {all}");
    }
}
