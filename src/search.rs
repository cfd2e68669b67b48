//! Words -> where exactly they stand: as written or, failing that, all of them in a passage.
//!
//! What was found by stems is never passed off as what was written: a hit of the phrase holds the same
//! words in the same order, apart from capitals, accents and punctuation.
//!
//! The functions here fail only when the index cannot be read.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, is_stop_word, tokens, words};
use crate::document::Span;
use crate::index::{Library, Scope};
use crate::language::Language;

/// Longest text to search for, in characters; all of it is shown, so that a button can search again.
pub const MAX_TEXT: u16 = 120;
/// Passages read at most to see whether a phrase really stands there, and most hits that are counted. To read
/// so many takes some ten milliseconds.
pub const MAX_READ: usize = 1_000;
/// More words than fit into [`MAX_TEXT`].
const MAX_WORDS: usize = 64;

/// How the words stand in the passages found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// One after the other, as written.
    Phrase,
    /// All in the passage, in any order and form.
    Words,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Hits {
    /// How the words stand there.
    pub manner: Manner,
    /// The passages that hold them, in reading order.
    pub passages: Vec<u32>,
    /// How many documents those are of.
    pub documents: usize,
    /// There may be more.
    pub capped: bool,
    /// What was looked for, as the texts in each language have it.
    wordings: Vec<Wording>,
}

/// The words looked for, analysed as texts in one language are.
#[derive(Debug, Clone)]
struct Wording {
    language: Language,
    folded: Vec<String>,
    terms: Vec<String>,
}

impl Wording {
    fn new(text: &str, language: Language) -> Wording {
        let (folded, terms) = tokens(text, language)
            .take(MAX_WORDS)
            .map(|t| (fold(&text[t.range]), t.term))
            .unzip();

        Wording {
            language,
            folded,
            terms,
        }
    }

    /// The terms that must stand in a passage: all but those without meaning of their own.
    fn wanted(&self) -> Vec<String> {
        let meaning = |(folded, _): &(&String, &String)| !is_stop_word(folded, self.language);
        let some: Vec<String> = self
            .folded
            .iter()
            .zip(&self.terms)
            .filter(meaning)
            .map(|(_, term)| term.clone())
            .collect();

        // Of a search for nothing but stop words, all count.
        if some.is_empty() {
            self.terms.clone()
        } else {
            some
        }
    }
}

/// Finds the words of `text` in the texts of a scope.
pub fn find(library: &Library, text: &str, scope: Scope) -> Result<Hits> {
    let range = library.passages_in(scope)?;
    let wordings: Vec<Wording> = library
        .languages(&range)
        .into_iter()
        .map(|language| Wording::new(text, language))
        .collect();

    let mut hits = Hits {
        manner: Manner::Phrase,
        passages: vec![],
        documents: 0,
        capped: false,
        wordings,
    };

    // The index knows stems; only the text itself shows whether the words are the same.
    let likely = hits.holders(library, &range, |wording| vec![wording.terms.clone()])?;
    for id in likely {
        if !hits.phrases(library, id)?.is_empty() {
            hits.passages.push(id);
        }
    }

    if hits.passages.is_empty() {
        let all = |wording: &Wording| {
            wording
                .wanted()
                .into_iter()
                .map(|term| vec![term])
                .collect()
        };
        hits.passages = hits.holders(library, &range, all)?;
        hits.manner = Manner::Words;
    }

    let mut documents: Vec<u32> = Vec::new();
    for id in &hits.passages {
        documents.push(library.passage(*id)?.span.document);
    }

    // Passages come in reading order, so those of one document stand together.
    documents.dedup();
    hits.documents = documents.len();
    Ok(hits)
}

impl Hits {
    /// The first passages that hold the runs of terms of their language, in reading order; whether there are
    /// more is kept.
    fn holders(
        &mut self,
        library: &Library,
        range: &Range<u32>,
        runs: impl Fn(&Wording) -> Vec<Vec<String>>,
    ) -> Result<Vec<u32>> {
        let mut found = Vec::new();
        self.capped = false;

        for wording in &self.wordings {
            let mut holders = library
                .postings(wording.language)
                .holding(&runs(wording), range.clone())?;
            found.extend(holders.by_ref().take(MAX_READ - found.len()));
            // One more is enough to know that the count is not the whole of it.
            self.capped |= holders.next().is_some();
        }

        // They are in order within each language so far.
        found.sort_unstable();
        Ok(found)
    }

    /// A passage's place and text, and what is looked for in it.
    fn open<'a>(&self, library: &'a Library, id: u32) -> Result<(Span, &'a str, Option<&Wording>)> {
        let span = library.passage(id)?.span;
        let language = library.document(span.document)?.language;
        Ok((
            span,
            library.text(span)?,
            self.wordings
                .iter()
                .find(|wording| wording.language == language),
        ))
    }

    /// Bytes of the document where the phrase stands in a passage.
    fn phrases(&self, library: &Library, id: u32) -> Result<Vec<Range<usize>>> {
        let (span, text, Some(wording)) = self.open(library, id)? else {
            return Ok(Vec::new());
        };

        // No word was looked for, and there are no windows of that length.
        if wording.folded.is_empty() {
            return Ok(Vec::new());
        }

        // The words that the analyzer sees, without their stems: those would take most of the time.
        let words: Vec<(String, Range<usize>)> = words(text, wording.language)
            .map(|(at, word)| (fold(word), at..at + word.len()))
            .collect();

        let mut found: Vec<Range<usize>> = words
            .windows(wording.folded.len())
            .filter(|window| window.iter().map(|(word, _)| word).eq(&wording.folded))
            .map(|window| {
                let first = &window[0].1;
                let last = &window[window.len() - 1].1;
                span.start + first.start..span.start + last.end
            })
            .collect();

        // "So so so" holds "so so" once.
        found.dedup_by(|next, former| next.start < former.end);
        Ok(found)
    }

    fn single_words(&self, library: &Library, id: u32) -> Result<Vec<Range<usize>>> {
        let (span, text, Some(wording)) = self.open(library, id)? else {
            return Ok(Vec::new());
        };

        let wanted = wording.wanted();
        let places = tokens(text, wording.language).filter(|t| wanted.contains(&t.term));
        Ok(places
            .map(|t| span.start + t.range.start..span.start + t.range.end)
            .collect())
    }

    /// Where what was looked for stands in some passages of one document, in bytes of it.
    ///
    /// # Errors
    /// When the passages are not of this library.
    pub fn places(&self, library: &Library, passages: Range<u32>) -> Result<Vec<Range<usize>>> {
        let mut places = Vec::new();
        for id in passages {
            places.extend(match self.manner {
                Manner::Phrase => self.phrases(library, id)?,
                Manner::Words => self.single_words(library, id)?,
            });
        }
        Ok(places)
    }
}
