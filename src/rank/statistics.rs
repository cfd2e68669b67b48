//! How much a term tells: inverse document frequency in the passages asked, and its blends.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::background;
use crate::index::Library;
use crate::language::Language;

/// Passages a term's background frequency counts for, against those really asked. Small, so that a
/// story soon speaks for itself; but an article of four passages says nothing about how common a
/// word is. 8 was better than 1 on the short texts and the sample story, and the same on stories.
const PRIOR_PASSAGES: f32 = 8.0;

/// The passages a question is asked of, and what is common among them.
#[derive(Debug, Clone)]
pub struct Collection {
    /// Passages by position in the library.
    pub passages: Range<u32>,
    /// Their mean length in words.
    pub average_words: f32,
    /// How many of them can be read.
    open: usize,
    whole: bool,
    several: bool,
}

impl Collection {
    /// Any run of passages: the whole library, a part of it, or one document.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn new(library: &Library, passages: Range<u32>) -> Result<Collection> {
        let whole = passages.len() as u32 == library.passage_count() && !library.is_cut();
        let open = library.open_passages(passages.clone());
        let words = if whole {
            library.manifest().words
        } else {
            let mut words = 0;
            for id in open.clone() {
                words += u64::from(library.passage(id)?.words);
            }
            words
        };
        let count = if whole {
            passages.len()
        } else {
            open.clone().count()
        };
        let average_words = (words as f32 / count.max(1) as f32).max(1.0);
        let several = match (open.clone().next(), open.clone().next_back()) {
            (Some(first), Some(last)) => {
                library.passage(first)?.span.document != library.passage(last)?.span.document
            }
            _ => false,
        };
        Ok(Collection {
            passages,
            average_words,
            open: count,
            whole,
            several,
        })
    }

    /// Whether this is the whole library.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether it has more than one document.
    pub fn is_library(&self) -> bool {
        self.several
    }

    /// In how many of the passages a term stands.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn passages_with(&self, library: &Library, language: Language, term: &str) -> Result<u32> {
        if self.whole {
            return Ok(library.postings(language).passages_with(term));
        }
        let mut found = 0;
        library
            .postings(language)
            .for_each(term, self.passages.clone(), |_, _| found += 1)?;
        Ok(found)
    }

    /// Inverse document frequency of a term found in `found` passages: the surprise, in nats, of finding
    /// it in a passage, with the language at large as the prior (Bayesian smoothing of the document
    /// frequency).
    pub fn idf_of(&self, found: f32, language: Language, term: &str) -> f32 {
        let prior = 1.0 - (-background::frequency(term, language) * self.average_words).exp();
        let expected =
            (found + PRIOR_PASSAGES * prior + 0.2) / (self.open as f32 + PRIOR_PASSAGES + 0.4);
        -expected.min(0.999).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Silent, open};

    fn library(chapters: u32) -> Library {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        let chapter = |n: u32| {
            let length = 4 * n as usize;
            format!(
                "# Chapter {n}\n\nThe ferry left. {}\n\n",
                "It rained. ".repeat(length)
            )
        };
        let text: String = (1..=chapters).map(chapter).collect();
        std::fs::write(corpus.join("story.md"), text).unwrap();
        open(&corpus, &dir.path().join("index"), &Silent).unwrap()
    }

    #[test]
    fn what_is_behind_a_gate_counts_as_if_it_was_not_there() {
        let whole = library(9);
        for chapters in 1..=9 {
            let cut = whole.ending_before(&[(0, chapters as usize, chapters)]);
            let cut = cut.unwrap();
            let short = library(chapters);

            let figures = |library: &Library, passages: Range<u32>| {
                let collection = Collection::new(library, passages).unwrap();
                let found = collection.passages_with(library, Language::English, "ferri");
                let found = found.unwrap();
                let idf = collection.idf_of(found as f32, Language::English, "ferri");
                (collection.average_words, found, idf)
            };
            let expected = figures(&short, 0..short.passage_count());
            assert!(expected.1 > 0, "{chapters}");
            assert_eq!(
                figures(&cut, 0..whole.passage_count()),
                expected,
                "{chapters}"
            );
        }
    }
}
