//! How much a term tells: inverse document frequency in the passages asked, and its blends.

use std::ops::Range;

use anyhow::Result;

use crate::ids::{Ids, PassageId};
use crate::index::Library;
use crate::language::{Language, background};
use crate::reader::MOST_PASSAGES;

/// Passages a term's background frequency counts for, against those really asked. Small, so that a
/// story soon speaks for itself; but an article of four passages says nothing about how common a
/// word is. 8 was better than 1 on the short texts and the sample story, and the same on stories.
const PRIOR_PASSAGES: f32 = 8.0;

/// Passages that are looked at closely: all of them can be read.
const CANDIDATES: usize = MOST_PASSAGES;
/// As many are of a [`LARGE`] one, where Tantivy's own search takes its share of the time. Among
/// 255 stories the right quote would be found for 46.1 instead of 46.5 % of the questions.
const CANDIDATES_OF_MANY: usize = 32;
/// Passages of some forty novels.
const LARGE: usize = 50_000;

/// The passages a question is asked of, and what is common among them.
#[derive(Debug, Clone)]
pub struct SearchSpace {
    pub passages: Range<PassageId>,
    /// Their mean length in words.
    pub average_words: f32,
    /// Passages that are looked at closely.
    pub candidates: usize,
    /// How many of them can be read.
    open: usize,
    whole: bool,
}

impl SearchSpace {
    /// Any run of passages: the whole library, a part of it, or one document.
    pub fn new(library: &Library, passages: Range<PassageId>) -> Result<SearchSpace> {
        let whole = passages == library.passages() && !library.is_cut();
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
        let candidates = match passages.len() {
            0..LARGE => CANDIDATES,
            _ => CANDIDATES_OF_MANY,
        };

        Ok(SearchSpace {
            passages,
            average_words,
            candidates,
            open: count,
            whole,
        })
    }

    /// The same, of which no more than so many passages are looked at closely.
    pub fn looking_at(&self, most: usize) -> SearchSpace {
        SearchSpace {
            candidates: self.candidates.min(most),
            ..self.clone()
        }
    }

    /// Whether this is the whole library.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// In how many of the passages a term stands.
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
}

/// How rare the words of a language are in a search space.
pub struct Rarity<'a> {
    library: &'a Library,
    space: &'a SearchSpace,
    language: Language,
    /// Passages in the language: of the search space and of the whole library.
    passages: f32,
    everywhere: f32,
}

impl<'a> Rarity<'a> {
    /// Counts what is written in the language.
    pub fn new(library: &'a Library, space: &'a SearchSpace, language: Language) -> Rarity<'a> {
        let asked = &space.passages;
        let mut inside = 0;
        let mut everywhere = 0;
        let documents = library.documents().iter();
        for info in documents.filter(|info| info.language == language) {
            everywhere += info.passages.len();
            let start = info.passages.start.max(asked.start);
            inside += (start..info.passages.end.min(asked.end)).len();
        }

        Rarity {
            library,
            space,
            language,
            passages: match language {
                Language::English => space.open as f32,
                _ => inside as f32,
            },
            everywhere: everywhere as f32,
        }
    }

    /// Inverse document frequency of a term found in `found` passages: the surprise, in nats, of
    /// finding it in a passage, with the language at large as the prior (Bayesian smoothing of the
    /// document frequency).
    pub fn idf(&self, found: u32, term: &str) -> f32 {
        let expected = (found as f32 + PRIOR_PASSAGES * self.prior(term) + 0.2)
            / (self.passages + PRIOR_PASSAGES + 0.4);
        -expected.min(0.999).ln()
    }

    /// How likely a passage of the language has a term. Of languages without a table the other
    /// texts tell it.
    fn prior(&self, term: &str) -> f32 {
        match self.language {
            Language::English => {
                let words = background::word_frequency(term) * self.space.average_words;
                1.0 - (-words).exp()
            }
            language => {
                let found = self.library.postings(language).passages_with(term) as f32;
                found / (self.everywhere + PRIOR_PASSAGES)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::DocumentId;
    use crate::index::library_of;

    fn library(chapters: u32) -> Library {
        let chapter = |n: u32| {
            let length = 4 * n as usize;
            format!(
                "# Chapter {n}\n\nThe ferry left. {}\n\n",
                "It rained. ".repeat(length)
            )
        };
        let text: String = (1..=chapters).map(chapter).collect();
        library_of(&[("story.md", &text)])
    }

    #[test]
    fn what_is_behind_a_gate_counts_as_if_it_was_not_there() {
        let whole = library(9);
        for chapters in 1..=9 {
            let cut = whole.ending_before(&[(DocumentId(0), chapters as usize, chapters)]);
            let cut = cut.unwrap();
            let short = library(chapters);

            let figures = |library: &Library, passages: Range<PassageId>| {
                let space = SearchSpace::new(library, passages).unwrap();
                let found = space.passages_with(library, Language::English, "ferri");
                let found = found.unwrap();
                let rarity = Rarity::new(library, &space, Language::English);
                let idf = rarity.idf(found, "ferri");
                (space.average_words, found, idf)
            };
            let expected = figures(&short, short.passages());
            assert!(expected.1 > 0, "{chapters}");
            assert_eq!(figures(&cut, whole.passages()), expected, "{chapters}");
        }
    }
}
