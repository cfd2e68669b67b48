//! A passage that is looked at closely: its words, each with its place, and what the question finds
//! in each of its sentences.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::marks::Marks;
use crate::ids::{PassageId, TermId};
use crate::index::{Library, Occurrence, PassageInfo};
use crate::rank::asked::Asked;
use crate::rank::glossary::Glossary;
use crate::sentence::Sentence;

/// Room for the words that a passage and a question usually share, stop words too.
const USUAL_HITS: usize = 32;

/// A passage as a question sees it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Where it stands.
    pub passage: PassageInfo,
    /// Its sentences, in bytes of the document.
    pub sentences: Vec<Sentence>,
    /// Its words in order.
    pub words: Vec<Word>,
    /// The words that the question has, in order.
    hits: Vec<Hit>,
    /// Where in `words` each sentence begins, and the end of the last.
    starts: Vec<usize>,
    /// For each sentence and each of the question's terms, what was found; a row a sentence.
    found: Vec<Found>,
    /// The same for the whole passage.
    whole: Vec<Found>,
}

/// A word that the question has.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Position in the words of the candidate.
    pub at: usize,
    /// Which of the question's terms it is.
    pub term: usize,
    /// Bytes of the document.
    pub range: Range<usize>,
}

/// A word of a candidate. There are thousands to a question, so it is kept small.
#[derive(Debug, Clone)]
pub struct Word {
    /// Which of the question's terms it is.
    pub hit: Option<u16>,
    /// The kinds of answer that it marks.
    pub marks: Marks,
    /// Opens its sentence, where a capital says nothing.
    pub first: bool,
    /// Written with a capital.
    pub capital: bool,
    /// A sum of money: `$5`, `10 cents`.
    pub money: bool,
    /// It says how, not what; such a word stands for no other.
    pub stop: bool,
}

/// What a text has of a term of the question.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    /// How often it stands there.
    count: u32,
    /// How far another word stands for it: 1 for the term itself.
    like: f32,
}

impl Found {
    fn or(self, other: Found) -> Found {
        Found {
            count: self.count + other.count,
            like: self.like.max(other.like),
        }
    }
}

impl Candidate {
    /// Reads a passage.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn read(
        library: &Library,
        asked: &Asked,
        glossary: &mut Glossary,
        id: PassageId,
    ) -> Result<Candidate> {
        let passage = library.passage(id)?;
        library.check(passage.span.document)?;

        let terms = asked.terms.len();
        let rows = passage.sentences.clone();
        let mut candidate = Candidate {
            sentences: rows
                .clone()
                .map(|row| library.sentence(row))
                .collect::<Result<_>>()?,
            words: Vec::with_capacity(passage.words as usize),
            hits: Vec::with_capacity(USUAL_HITS),
            starts: Vec::with_capacity(rows.len() + 1),
            found: vec![Found::default(); terms * rows.len()],
            whole: vec![Found::default(); terms],
            passage,
        };

        for (sentence, row) in rows.enumerate() {
            candidate.starts.push(candidate.words.len());
            for (term, word) in library.occurrences(row)? {
                candidate.add(term, &word, sentence, glossary)?;
            }
            for term in 0..terms {
                candidate.whole[term] =
                    candidate.whole[term].or(candidate.found[sentence * terms + term]);
            }
        }
        candidate.starts.push(candidate.words.len());
        Ok(candidate)
    }

    /// Adds the next word of a sentence.
    fn add(
        &mut self,
        id: TermId,
        word: &Occurrence,
        sentence: usize,
        glossary: &mut Glossary,
    ) -> Result<()> {
        let first = self.starts[sentence] == self.words.len();
        let known = glossary.of(id)?;
        let terms = self.whole.len();
        let row = &mut self.found[sentence * terms..(sentence + 1) * terms];

        if let Some(term) = known.hit {
            let term = usize::from(term);
            let start = self.sentences[sentence].range.start;
            let range = start + word.range.start..start + word.range.end;
            self.hits.push(Hit {
                at: self.words.len(),
                term,
                range,
            });
            (row[term].count, row[term].like) = (row[term].count + 1, 1.0);
        }

        // By its meaning a name stands for nothing else, but at the start of a sentence any word may
        // have a capital.
        let is_name = word.stop || (word.capital && !first);
        for (term, like) in known.alike.iter().filter(|_| !known.by_meaning || !is_name) {
            let found = &mut row[usize::from(*term)].like;
            *found = found.max(*like);
        }

        self.words.push(Word {
            hit: known.hit,
            marks: known.marks,
            first,
            capital: word.capital,
            money: word.money,
            stop: word.stop,
        });
        Ok(())
    }

    /// How often a term stands in a run of sentences.
    pub fn count(&self, sentences: Range<usize>, term: usize) -> u32 {
        self.rows(&sentences, term).map(|found| found.count).sum()
    }

    /// The number of words of a run of sentences.
    pub fn length(&self, sentences: Range<usize>) -> u32 {
        (self.starts[sentences.end] - self.starts[sentences.start]) as u32
    }

    /// Whether a term stands anywhere in the passage.
    pub fn has(&self, term: usize) -> bool {
        self.whole[term].count > 0
    }

    /// How far a run of sentences stands for a term: 1 for the term itself.
    pub fn like(&self, sentences: Range<usize>, term: usize) -> f32 {
        self.rows(&sentences, term)
            .map(|found| found.like)
            .fold(0.0, f32::max)
    }

    /// The words of a run of sentences.
    pub fn words(&self, sentences: Range<usize>) -> &[Word] {
        &self.words[self.starts[sentences.start]..self.starts[sentences.end]]
    }

    /// The words of a run of sentences that the question has.
    pub fn hits(&self, sentences: Range<usize>) -> &[Hit] {
        let before = |sentence: usize| {
            self.hits
                .partition_point(|hit| hit.at < self.starts[sentence])
        };
        &self.hits[before(sentences.start)..before(sentences.end)]
    }

    /// All of its sentences.
    pub fn all(&self) -> Range<usize> {
        0..self.sentences.len()
    }

    fn rows(&self, sentences: &Range<usize>, term: usize) -> impl Iterator<Item = &Found> {
        let whole = *sentences == self.all();
        let (rows, sentences) = if whole {
            (&self.whole, 0..1)
        } else {
            (&self.found, sentences.clone())
        };
        sentences.map(move |sentence| &rows[sentence * self.whole.len() + term])
    }
}
