//! A part of a generation: some documents that follow one another, in one file that is never
//! changed.
//!
//! A library is its parts in the order of its documents. When a text changes, the part that has it
//! is written again and the others are linked, so a change costs what a part costs, however large
//! the library is, and no word of a text that is gone stays in any file. Passages, sentences and
//! terms have numbers of their own in each part; the [library](super::Library) counts on from part
//! to part.

mod dictionary;
mod forward;
mod interner;
mod lines;
mod map;
mod package;
mod postings;
mod postings_writer;
mod read_only;
mod spill;
mod table;
mod terms;
mod whole;
mod word_counts;
mod words;
mod writer;

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail, ensure};
use fst::Map;
use serde::{Deserialize, Serialize};
use tantivy::directory::OwnedBytes;

pub use dictionary::{Dictionary, Entry, term_key};
pub use forward::Occurrence;
pub use package::Contents;
pub use postings::{Next, PartPostings, seek_forward};
pub use words::Words;
pub use writer::PartWriter;

use crate::index::files::{self, checksum_sections};
use crate::sentence::{Cut, Sentence};
use package::Package;
use read_only::ReadOnly;
use table::Table;

/// Columns of a passage row: document, section, first sentence, words.
const PASSAGE_COLUMNS: usize = 4;
/// Columns of a sentence row: start, end, cut edges (1 before, 2 after), first word.
const SENTENCE_COLUMNS: usize = 4;

/// A part as the manifest knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartInfo {
    /// How many documents it has.
    pub documents: u32,
    /// Its file.
    pub contents: Contents,
}

/// An opened part. All numbers are those that passages, sentences, terms and documents have in it.
pub struct Part {
    package: Package,
    texts: OwnedBytes,
    passages: Table<PASSAGE_COLUMNS>,
    sentences: Table<SENTENCE_COLUMNS>,
    forward: Table<{ forward::COLUMNS }>,
    dictionary: Dictionary,
    words: Map<OwnedBytes>,
    postings: PartPostings,
    /// Whether a document's bytes are those that were written, checked before its first use.
    intact: Vec<OnceLock<bool>>,
    /// The same of what no document's checksum covers.
    checked: OnceLock<bool>,
}

/// A passage of a part.
pub struct PassageRow {
    pub document: u32,
    /// Index into the document's sections.
    pub section: u32,
    /// Rows of its sentences.
    pub sentences: Range<u32>,
    /// Words, as the analyzer counts them.
    pub words: u32,
}

/// What of a part belongs to a document.
pub struct Rows {
    pub passages: Range<u32>,
    pub sentences: Range<u32>,
    /// Bytes of the texts.
    pub text: Range<u64>,
}

impl Part {
    /// Opens a part of the generation in `folder`; what no document's checksum covers is checked
    /// where this is asked.
    ///
    /// # Errors
    /// When its file is missing, damaged or not as long as the manifest says.
    pub fn open(folder: &Path, info: &PartInfo, is_checked: bool) -> Result<Part> {
        let package = Package::open(folder, &info.contents)?;
        let checked = OnceLock::new();
        if is_checked {
            package.check()?;
            checked.get_or_init(|| true);
        }

        let passages: Table<PASSAGE_COLUMNS> = Table::new(package.section(files::PASSAGES)?)?;
        let words = Map::new(package.section(files::WORDS)?);
        let directory = ReadOnly::new(&package)?;

        Ok(Part {
            texts: package.section(files::TEXTS)?,
            sentences: Table::new(package.section(files::SENTENCES)?)?,
            forward: Table::new(package.section(files::FORWARD)?)?,
            dictionary: Dictionary::open(&package)?,
            words: words.context("reading the words of the index")?,
            postings: PartPostings::open(directory, passages.len() as u32, info.documents)?,
            intact: (0..info.documents).map(|_| OnceLock::new()).collect(),
            checked,
            passages,
            package,
        })
    }

    /// Its file.
    pub fn contents(&self) -> &Contents {
        self.package.contents()
    }

    /// Which of its passages and documents hold a term.
    pub fn postings(&self) -> &PartPostings {
        &self.postings
    }

    /// Its terms.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Its words, folded, and how often each occurs.
    pub fn words(&self) -> &Map<OwnedBytes> {
        &self.words
    }

    /// How many documents it has.
    pub fn document_count(&self) -> u32 {
        self.intact.len() as u32
    }

    /// How many passages it has.
    pub fn passage_count(&self) -> u32 {
        self.passages.len() as u32
    }

    /// How many sentences it has.
    pub fn sentence_count(&self) -> u32 {
        self.sentences.len() as u32
    }

    /// A passage.
    ///
    /// # Errors
    /// When there is no such passage or the part is damaged.
    pub fn passage(&self, passage: u32) -> Result<PassageRow> {
        let row = self.passages.row(passage as usize);
        let [document, section, first, words] = row.context("no such passage in the index")?;

        // A passage ends where the next one begins.
        let end = match self.passages.row(passage as usize + 1) {
            Some([_, _, next, _]) => next,
            None => self.sentence_count(),
        };
        ensure!(first < end, "the passages of the index are damaged");

        Ok(PassageRow {
            document,
            section,
            sentences: first..end,
            words,
        })
    }

    /// A sentence; its range is in bytes of its document.
    ///
    /// # Errors
    /// When there is no such row or it makes no sense.
    pub fn sentence(&self, row: u32) -> Result<Sentence> {
        let found = self.sentences.row(row as usize);
        let [start, end, cut, _] = found.context("no such sentence in the index")?;
        ensure!(start < end, "the sentences of the index are damaged");

        Ok(Sentence {
            range: start as usize..end as usize,
            cut: Cut {
                before: cut & 1 != 0,
                after: cut & 2 != 0,
            },
        })
    }

    /// The words of a sentence, in order, each with the number of its term.
    ///
    /// # Errors
    /// When there is no such sentence or the part is damaged.
    pub fn occurrences(&self, row: u32) -> Result<impl Iterator<Item = (u32, Occurrence)>> {
        let words = self.words_from(row)?..self.words_from(row + 1)?;
        let rows = self.forward.rows(words);
        let rows = rows.context("the words of the index are damaged")?;
        Ok(rows.map(|[term, packed]| (term, Occurrence::unpacked(packed))))
    }

    /// Row of the first word of a sentence; for one past the last sentence, one past the last word.
    fn words_from(&self, sentence: u32) -> Result<usize> {
        match self.sentences.row(sentence as usize) {
            Some([.., first_word]) => Ok(first_word as usize),
            None if sentence == self.sentence_count() => Ok(self.forward.len()),
            None => bail!("no such sentence in the index"),
        }
    }

    /// Bytes of the texts.
    pub fn text(&self, range: Range<u64>) -> Option<&[u8]> {
        self.texts.get(range.start as usize..range.end as usize)
    }

    /// Whether the bytes of a document are those that were written, as `sum` says; found out once.
    pub fn is_intact(&self, document: u32, rows: &Rows, sum: &str) -> bool {
        let Some(intact) = self.intact.get(document as usize) else {
            return false;
        };
        *intact.get_or_init(|| self.checksum(rows).is_ok_and(|found| found == sum))
    }

    fn checksum(&self, rows: &Rows) -> Result<String> {
        let range = |rows: &Range<u32>| rows.start as usize..rows.end as usize;

        let text = self.text(rows.text.clone()).context("text")?;
        let passages = self.passages.bytes(range(&rows.passages));
        let sentences = self.sentences.bytes(range(&rows.sentences));
        let words = self.words_from(rows.sentences.start)?..self.words_from(rows.sentences.end)?;
        let words = self.forward.bytes(words);

        Ok(checksum_sections([
            text,
            passages.context("passages")?,
            sentences.context("sentences")?,
            words.context("words")?,
        ]))
    }

    /// Makes sure that its terms are those that were written; found out once.
    ///
    /// # Errors
    /// When they are not.
    pub fn ensure_terms(&self) -> Result<()> {
        let checked = self.checked.get_or_init(|| self.package.check().is_ok());
        ensure!(*checked, "the terms of the index are damaged");
        Ok(())
    }

    /// Makes sure that its file was not cut short since it was opened; to be called when it has been
    /// used.
    ///
    /// # Errors
    /// When it was.
    pub fn ensure_whole(&self) -> Result<()> {
        self.package.ensure_whole()
    }

    /// Checks every byte, as it is in the folder by now.
    ///
    /// # Errors
    /// When something is not what was written.
    pub fn verify(&self) -> Result<()> {
        self.package.verify()
    }
}
