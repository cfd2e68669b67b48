//! A passage that is looked at closely: its words, each with its place and sentence.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::tokens;
use crate::index::{Library, PassageInfo};
use crate::sentence::Sentence;

/// A passage with its words.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Where it stands.
    pub passage: PassageInfo,
    /// Its sentences, in bytes of the document.
    pub sentences: Vec<Sentence>,
    /// Its words in order.
    pub words: Vec<Word>,
}

/// A word of a candidate.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its term.
    pub term: String,
    /// Bytes of the document.
    pub range: Range<usize>,
    /// Index into the candidate's sentences.
    pub sentence: usize,
}

impl Candidate {
    /// Reads a passage.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn read(library: &Library, passage: PassageInfo) -> Result<Candidate> {
        let sentences = passage.sentences.clone().map(|row| library.sentence(row)).collect::<Result<Vec<_>>>()?;
        let text = library.text(passage.span)?;
        let start = passage.span.start;
        let mut sentence = 0;
        let words = tokens(text)
            .map(|token| {
                let range = start + token.range.start..start + token.range.end;
                while sentence + 1 < sentences.len() && sentences[sentence].range.end <= range.start {
                    sentence += 1;
                }
                Word { term: token.term, range, sentence }
            })
            .collect();
        Ok(Candidate { passage, sentences, words })
    }

    /// The words of each sentence, in order.
    pub fn sentence_words(&self) -> impl Iterator<Item = &[Word]> {
        self.words.chunk_by(|a, b| a.sentence == b.sentence)
    }
}
