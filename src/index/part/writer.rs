//! Texts -> a new part.
//!
//! Only what is small stays in memory until the part is finished: its terms and words, and all of a
//! small part. The rows of a large one go to files without a name, and the postings to a folder
//! that is gone afterwards; at the end all is packed into the one file of the part.

use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::analyze::{Token, tokens};
use crate::index::files::{self, join_sums};
use crate::index::manifest::DocumentInfo;
use crate::index::part::PartInfo;
use crate::index::part::dictionary::DictionaryWriter;
use crate::index::part::forward::Occurrence;
use crate::index::part::package::Packer;
use crate::index::part::postings_writer::PostingsWriter;
use crate::index::part::spill::Spill;
use crate::index::part::table::write_row;
use crate::index::part::terms::DocumentTerms;
use crate::index::part::word_counts::WordCounts;
use crate::index::prepared::Prepared;
use crate::passage::Passage;

/// Bytes of rows of words that wait to be written.
const ROWS_BYTES: usize = 1 << 20;

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

        let mut rows = DocumentRows::default();
        for passage in &prepared.passages {
            self.add_passage(prepared, passage, &mut rows)?;
            if rows.words.waiting.len() > ROWS_BYTES {
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

    /// Indexes a passage and adds its rows.
    fn add_passage(
        &mut self,
        prepared: &Prepared,
        passage: &Passage,
        rows: &mut DocumentRows,
    ) -> Result<()> {
        let text = &prepared.text[passage.range()];
        let passage_start = passage.range().start;
        let tokens: Vec<Token> = tokens(text, prepared.info.language).collect();
        self.postings.add_passage(&tokens, prepared.info.language)?;

        let row = [
            self.counts.documents,
            passage.section as u32,
            self.counts.sentences,
            tokens.len() as u32,
        ];
        write_row(&mut rows.passages.waiting, row)?;

        let mut left = tokens.as_slice();
        for sentence in &passage.sentences {
            let cut = u32::from(sentence.cut.before) | u32::from(sentence.cut.after) << 1;
            let start = sentence.range.start;
            let end = sentence.range.end;
            let row = [start as u32, end as u32, cut, self.counts.words];
            write_row(&mut rows.sentences.waiting, row)?;

            // The row above is in bytes of the document; tokens are in bytes of their passage.
            let start = start - passage_start;
            let end = end - passage_start;
            let count = left.partition_point(|token| token.range.start < end);
            let (own, others) = left.split_at(count);

            for token in own {
                let term = self
                    .dictionary
                    .number(&token.term, prepared.info.language)?;
                self.terms.count(term);
                self.words.add(&text[token.range.clone()], 1)?;

                let word = Occurrence::new(text, token, start, prepared.info.language);
                write_row(&mut rows.words.waiting, [term, word.packed()])?;
            }

            left = others;
            self.counts.sentences += 1;
            self.counts.words = (self.counts.words.checked_add(own.len() as u32))
                .context("the texts have more words than an index can hold")?;
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
