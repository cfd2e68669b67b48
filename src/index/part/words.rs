//! The words of some passages with their terms, each kept once: what takes longest of storing a
//! text. It hangs on no other text, so that several threads can do it at once.

use anyhow::Result;

use crate::analyze::{Token, tokens};
use crate::index::part::forward::{COLUMNS, Occurrence};
use crate::index::part::interner::Interner;
use crate::language::Language;
use crate::passage::Passage;

/// Words of passages that follow one another.
#[derive(Default)]
pub struct Words {
    /// The different terms, in the order in which they come.
    pub terms: Interner,
    /// The different words as they are written.
    pub written: Interner,
    /// How often each of those comes.
    pub counts: Vec<u64>,
    /// The term that each of those had when it came first.
    usual: Vec<u32>,
    /// Each word: its term, and where and how it is written.
    pub rows: Vec<[u32; COLUMNS]>,
    /// How many words each sentence has.
    pub sentences: Vec<usize>,
    /// How many all of those have.
    ended: usize,
}

impl Words {
    /// The words of some passages of a text.
    ///
    /// # Errors
    /// When all different words together take more than 4 GiB.
    pub fn of(text: &str, passages: &[Passage], language: Language) -> Result<Words> {
        let mut words = Words::default();
        for passage in passages {
            words.add_passage(text, passage, language)?;
        }
        Ok(words)
    }

    fn add_passage(&mut self, text: &str, passage: &Passage, language: Language) -> Result<()> {
        let text = &text[passage.range()];
        let passage_start = passage.range().start;
        let tokens: Vec<Token> = tokens(text, language).collect();

        let mut left = tokens.as_slice();
        for sentence in &passage.sentences {
            // Sentences are in bytes of the document, tokens in bytes of their passage.
            let start = sentence.range.start - passage_start;
            let end = sentence.range.end - passage_start;
            let count = left.partition_point(|token| token.range.start < end);
            let (own, others) = left.split_at(count);

            for token in own {
                let word = Occurrence::new(text, token, start, language);
                self.add(&text[token.range.clone()], &token.term, &word)?;
            }
            self.end_sentence();
            left = others;
        }
        Ok(())
    }

    /// Adds a word as it is written, with its term.
    pub fn add(&mut self, written: &str, term: &str, word: &Occurrence) -> Result<()> {
        let term = self.add_word(written, term)?;
        self.rows.push([term, word.packed()]);
        Ok(())
    }

    /// Ends a sentence: what was added since the one before is of it.
    pub fn end_sentence(&mut self) {
        self.sentences.push(self.rows.len() - self.ended);
        self.ended = self.rows.len();
    }

    /// Counts a word; the number of its term.
    fn add_word(&mut self, word: &str, term: &str) -> Result<u32> {
        let Some(known) = self.written.find(word) else {
            let term = self.number_term(term)?;
            self.written.add(word)?;
            self.counts.push(1);
            self.usual.push(term);
            return Ok(term);
        };

        self.counts[known as usize] += 1;
        let usual = self.usual[known as usize];
        if self.terms.word(usual) == term {
            Ok(usual)
        } else {
            self.number_term(term)
        }
    }

    fn number_term(&mut self, term: &str) -> Result<u32> {
        match self.terms.find(term) {
            Some(number) => Ok(number),
            None => self.terms.add(term),
        }
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.rows)
    }
}
