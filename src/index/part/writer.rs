//! Texts -> a new part.
//!
//! Only what is small stays in memory until the part is finished: its terms and words, and all of a
//! small part. The rows of a large one go to files without a name, and the postings to a folder
//! that is gone afterwards; at the end all is packed into the one file of the part.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::index::files::{self, join_sums};
use crate::index::manifest::DocumentInfo;
use crate::index::part::PartInfo;
use crate::index::part::dictionary::{DictionaryWriter, term_key};
use crate::index::part::lines::push_line;
use crate::index::part::package::Packer;
use crate::index::part::postings_writer::PostingsWriter;
use crate::index::part::spill::Spill;
use crate::index::part::table::write_row;
use crate::index::part::terms::DocumentTerms;
use crate::index::part::word_counts::WordCounts;
use crate::index::part::words::Words;
use crate::index::prepared::{MOST_PASSAGES, Prepared};
use crate::language::Language;
use crate::passage::Passage;

/// Writes the texts of a part, one after the other.
pub struct PartWriter {
    folder: PathBuf,
    texts: Spill,
    passages: Spill,
    sentences: Spill,
    forward: Spill,
    postings: PostingsWriter,
    dictionary: DictionaryWriter,
    terms: DocumentTerms,
    words: WordCounts,
    counts: Counts,
}

/// How much there is so far.
#[derive(Default)]
struct Counts {
    documents: u32,
    sentences: u32,
    words: u32,
}

/// A text as it was stored.
pub struct StoredText {
    pub passages: u32,
    pub sentences: u32,
    pub words: u32,
    /// Where it stands among the texts of the part.
    pub text: Range<u64>,
    /// BLAKE3 of its text, passages, sentences and words as they are stored.
    pub checksum: String,
}

impl StoredText {
    /// What is known of the text, with where and how it is stored.
    pub fn complete(self, info: DocumentInfo) -> DocumentInfo {
        DocumentInfo {
            words: self.words,
            text: self.text,
            checksum: self.checksum,
            ..info
        }
    }
}

impl PartWriter {
    /// A part in `folder` of about so many bytes of text.
    pub fn create(folder: &Path, text_bytes: u64) -> Result<PartWriter> {
        Ok(PartWriter {
            folder: folder.to_owned(),
            texts: Spill::new(folder),
            passages: Spill::new(folder),
            sentences: Spill::new(folder),
            forward: Spill::new(folder),
            postings: PostingsWriter::create(folder, text_bytes)?,
            dictionary: DictionaryWriter::default(),
            terms: DocumentTerms::new(folder),
            words: WordCounts::default(),
            counts: Counts::default(),
        })
    }

    /// Stores a text as the next document.
    pub fn add(&mut self, prepared: &Prepared) -> Result<StoredText> {
        let first_sentence = self.counts.sentences;
        let first_word = self.counts.words;

        let language = prepared.info.language;
        let mut rows = DocumentRows::default();
        if let Some(words) = &prepared.words {
            self.add_passages(&prepared.passages, words, language, &mut rows)?;
        } else {
            for passages in prepared.passages.chunks(MOST_PASSAGES) {
                let words = Words::of(&prepared.text, passages, language)?;
                self.add_passages(passages, &words, language, &mut rows)?;
                self.write_rows(&mut rows)?;
            }
        }
        self.write_rows(&mut rows)?;
        self.terms.end()?;

        let text = prepared.text.as_bytes();
        let start = self.texts.add(text)?;
        self.counts.documents += 1;

        Ok(StoredText {
            passages: prepared.passages.len() as u32,
            sentences: self.counts.sentences - first_sentence,
            words: self.counts.words - first_word,
            text: start..start + text.len() as u64,
            checksum: rows.checksum(text),
        })
    }

    /// Writes the rows that wait, so that those of a large text do not fill memory.
    fn write_rows(&mut self, rows: &mut DocumentRows) -> Result<()> {
        rows.passages.write(&mut self.passages)?;
        rows.sentences.write(&mut self.sentences)?;
        rows.words.write(&mut self.forward)
    }

    /// How many terms the texts have so far.
    pub fn term_count(&self) -> usize {
        self.dictionary.len()
    }

    /// Indexes some passages and adds their rows.
    fn add_passages(
        &mut self,
        passages: &[Passage],
        words: &Words,
        language: Language,
        rows: &mut DocumentRows,
    ) -> Result<()> {
        let keys: Vec<Cow<str>> = words
            .terms
            .all()
            .map(|term| term_key(term, language))
            .collect();
        let numbers = words.terms.all();
        let numbers = numbers.map(|term| self.dictionary.number(term, language));
        let numbers: Vec<u32> = numbers.collect::<Result<_>>()?;
        for (word, count) in words.written.all().zip(&words.counts) {
            self.words.add(word, *count)?;
        }

        let mut lengths = words.sentences.iter();
        let mut left = words.rows.as_slice();
        for passage in passages {
            let first_sentence = self.counts.sentences;
            let first_word = self.counts.words;
            let mut lines = String::new();

            for (sentence, length) in passage.sentences.iter().zip(&mut lengths) {
                let cut = u32::from(sentence.cut.before) | u32::from(sentence.cut.after) << 1;
                let Range { start, end } = sentence.range;
                let row = [start as u32, end as u32, cut, self.counts.words];
                write_row(&mut rows.sentences.waiting, row)?;

                let (own, others) = left.split_at(*length);
                for [term, packed] in own {
                    push_line(&mut lines, &keys[*term as usize]);
                    let number = numbers[*term as usize];
                    self.terms.count(number);
                    write_row(&mut rows.words.waiting, [number, *packed])?;
                }

                left = others;
                self.counts.sentences += 1;
                self.counts.words = (self.counts.words.checked_add(*length as u32))
                    .context("the texts have more words than an index can hold")?;
            }

            self.postings.add_passage(lines)?;
            let row = [
                self.counts.documents,
                passage.section as u32,
                first_sentence,
                self.counts.words - first_word,
            ];
            write_row(&mut rows.passages.waiting, row)?;
        }
        Ok(())
    }

    /// Writes what has to wait until every text was added, and packs it all.
    pub fn finish(mut self) -> Result<PartInfo> {
        let dictionary = &self.dictionary;
        let keyed = |(term, count): (u32, u32)| (dictionary.key(term), count);
        self.terms
            .documents(|terms| self.postings.add_document(terms.map(keyed)))?;

        let mut packer = Packer::create(&self.folder)?;
        packer.add(files::TEXTS, self.texts.read()?)?;
        packer.add(files::PASSAGES, self.passages.read()?)?;
        packer.add(files::SENTENCES, self.sentences.read()?)?;
        packer.add(files::FORWARD, self.forward.read()?)?;

        packer.check_from_here();
        self.dictionary.write(&mut packer)?;
        packer.add(files::WORDS, &self.words.into_map()?[..])?;
        let postings = self.postings.finish(&mut packer);
        postings.context("writing the postings")?;

        Ok(PartInfo {
            documents: self.counts.documents,
            contents: packer.finish()?,
        })
    }
}

/// The rows of a document.
#[derive(Default)]
struct DocumentRows {
    passages: Rows,
    sentences: Rows,
    words: Rows,
}

impl DocumentRows {
    /// See [`files::checksum_sections`].
    fn checksum(&self, text: &[u8]) -> String {
        let sum = |rows: &Rows| rows.sum.finalize();
        let [passages, sentences, words] = [&self.passages, &self.sentences, &self.words].map(sum);
        join_sums([blake3::hash(text), passages, sentences, words])
    }
}

/// Rows of one kind: those that are not written yet, and the sum of the others.
#[derive(Default)]
struct Rows {
    waiting: Vec<u8>,
    sum: blake3::Hasher,
}

impl Rows {
    fn write(&mut self, to: &mut Spill) -> Result<()> {
        self.sum.update(&self.waiting);
        to.add(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }
}
