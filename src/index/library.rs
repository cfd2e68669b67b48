//! An opened generation: everything that answering and reading need, without the corpus.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result, bail, ensure};
use memmap2::Mmap;

use crate::corpus::Skipped;
use crate::document::{Section, Span};
use crate::index::dictionary::Dictionary;
use crate::index::files::{self, checksum, map};
use crate::index::forward::{self, Occurrence};
use crate::index::generation::Name;
use crate::index::manifest::{DocumentInfo, Manifest};
use crate::index::open::Open;
use crate::index::parts::Part;
use crate::index::postings::{AllPostings, Postings};
use crate::index::scope::{Folder, folders};
use crate::index::table::Table;
use crate::index::whole::Lengths;
use crate::index::words::Words;
use crate::language::Language;
use crate::sentence::{Cut, Sentence};

/// Columns of a passage row: document, section, first sentence, words.
pub(super) const PASSAGE_COLUMNS: usize = 4;
/// Columns of a sentence row: start, end, cut edges (1 before, 2 after), first word.
pub(super) const SENTENCE_COLUMNS: usize = 4;

/// A library that can be asked and read, whole or as far as it is open.
pub struct Library {
    stored: Arc<Stored>,
    folders: Vec<Folder>,
    /// What is left of the documents, if some of them end before their time.
    pub(super) open: Option<Open>,
}

/// A generation as it is stored.
struct Stored {
    name: Name,
    manifest: Manifest,
    folder: PathBuf,
    lengths: Lengths,
    texts: Mmap,
    passages: Table<PASSAGE_COLUMNS>,
    sentences: Table<SENTENCE_COLUMNS>,
    forward: Table<{ forward::COLUMNS }>,
    dictionary: Dictionary,
    words: Words,
    postings: AllPostings,
    /// Whether a document's bytes are those that were written, checked before its first use.
    intact: Vec<OnceLock<bool>>,
}

/// A passage of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageInfo {
    /// Position in the library, in reading order.
    pub id: u32,
    /// Index into the document's sections.
    pub section: usize,
    /// Where its text stands in the document.
    pub span: Span,
    /// Rows of its sentences.
    pub sentences: Range<u32>,
    /// Words, as the analyzer counts them.
    pub words: u32,
}

impl Library {
    /// Opens a complete generation.
    ///
    /// # Errors
    /// When files are missing, damaged or not as long as the manifest says; the text of a document is
    /// checked when it is first used.
    pub fn open(name: Name, folder: &Path, manifest: Manifest) -> Result<Library> {
        manifest
            .parts
            .iter()
            .try_for_each(|part| part.check(folder))?;

        // Before they are mapped: what is cut from now on is noticed.
        let tables = [
            files::TEXTS,
            files::PASSAGES,
            files::SENTENCES,
            files::FORWARD,
        ];
        let parts = manifest.parts.iter().map(Part::path);
        let lengths = Lengths::of(folder, parts.chain(tables))?;

        let passages = manifest.documents.last().map_or(0, |d| d.passages.end);
        let texts = map(&folder.join(files::TEXTS))?;
        let end = manifest.documents.last().map_or(0, |d| d.text.end);
        ensure!(
            texts.len() as u64 == end,
            "the texts of the index are incomplete"
        );

        let folders = folders(&manifest.documents);
        let stored = Stored {
            name,
            folder: folder.to_owned(),
            lengths,
            texts,
            passages: Table::open(&folder.join(files::PASSAGES), passages as usize)?,
            sentences: Table::open(&folder.join(files::SENTENCES), manifest.sentences as usize)?,
            forward: Table::open(&folder.join(files::FORWARD), manifest.words as usize)?,
            dictionary: Dictionary::open(folder)?,
            words: Words::open(&folder.join(files::WORDS))?,
            postings: AllPostings::open(
                &folder.join(files::POSTINGS),
                passages,
                manifest.documents.len() as u32,
            )?,
            intact: manifest.documents.iter().map(|_| OnceLock::new()).collect(),
            manifest,
        };
        Ok(Library {
            stored: Arc::new(stored),
            folders,
            open: None,
        })
    }

    /// The same library with no more of its documents than this.
    pub(super) fn opened_to(&self, open: Open) -> Library {
        Library {
            stored: Arc::clone(&self.stored),
            folders: self.folders.clone(),
            open: Some(open),
        }
    }

    /// Whether some documents end before their time.
    pub fn is_cut(&self) -> bool {
        self.open.is_some()
    }

    /// The generation it was opened from.
    pub(super) fn name(&self) -> &Name {
        &self.stored.name
    }

    /// The documents in the order of their paths.
    pub fn documents(&self) -> &[DocumentInfo] {
        match &self.open {
            Some(open) => &open.documents,
            None => &self.stored.manifest.documents,
        }
    }

    /// Passages that cannot be read.
    pub(super) fn hidden(&self) -> &[Range<u32>] {
        self.open.as_ref().map_or(&[], |open| &open.hidden)
    }

    /// The folders that the documents lie in, by path.
    pub fn folders(&self) -> &[Folder] {
        &self.folders
    }

    /// Files of the corpus that are not in the library.
    pub fn skipped(&self) -> &[Skipped] {
        &self.stored.manifest.skipped
    }

    /// The manifest the library was opened with.
    pub fn manifest(&self) -> &Manifest {
        &self.stored.manifest
    }

    /// Which passages in a language hold which terms.
    pub fn postings(&self, language: Language) -> Postings<'_> {
        self.stored.postings.of(language, self.hidden())
    }

    /// The languages of the documents that `passages` are of, each once, in no order that means anything.
    pub fn languages(&self, passages: &Range<u32>) -> Vec<Language> {
        let documents = self.documents().iter();
        let asked = documents
            .filter(|d| d.passages.start < passages.end && passages.start < d.passages.end);

        let mut languages: Vec<Language> = asked.map(|d| d.language).collect();
        languages.sort_unstable();
        languages.dedup();
        languages
    }

    /// The words of all texts.
    pub fn words(&self) -> &Words {
        &self.stored.words
    }

    /// How many passages there are.
    pub fn passage_count(&self) -> u32 {
        self.stored.passages.len() as u32
    }

    /// The document a span or passage speaks of.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn document(&self, document: u32) -> Result<&DocumentInfo> {
        self.documents()
            .get(document as usize)
            .context("no such document in the index")
    }

    /// A passage by its position in the library.
    ///
    /// # Errors
    /// When there is no such passage or the index is damaged.
    pub fn passage(&self, id: u32) -> Result<PassageInfo> {
        let [document, section, first, words] = self
            .stored
            .passages
            .row(id as usize)
            .context("no such passage in the index")?;

        let info = self.document(document)?;
        // A passage ends where the next one begins.
        let end = match self.stored.passages.row(id as usize + 1) {
            Some([_, _, next, _]) => next,
            None => self.stored.manifest.sentences,
        };

        ensure!(
            info.passages.contains(&id) && first < end,
            "the passages of the index are damaged"
        );
        let span = Span {
            document,
            start: self.sentence(first)?.range.start,
            end: self.sentence(end - 1)?.range.end,
        };

        Ok(PassageInfo {
            id,
            section: section as usize,
            span,
            sentences: first..end,
            words,
        })
    }

    /// A sentence by its row; its range is in bytes of its document.
    ///
    /// # Errors
    /// When there is no such row or it makes no sense.
    pub fn sentence(&self, row: u32) -> Result<Sentence> {
        ensure!(
            self.open.as_ref().is_none_or(|open| open.has_row(row)),
            "a sentence that is not to be read"
        );
        let [start, end, cut, _] = self
            .stored
            .sentences
            .row(row as usize)
            .context("no such sentence in the index")?;

        ensure!(start < end, "the sentences of the index are damaged");

        Ok(Sentence {
            range: start as usize..end as usize,
            cut: Cut {
                before: cut & 1 != 0,
                after: cut & 2 != 0,
            },
        })
    }

    /// The words of a sentence by its row, in order.
    ///
    /// # Errors
    /// When there is no such sentence or the index is damaged.
    pub fn occurrences(&self, row: u32) -> Result<impl Iterator<Item = Occurrence>> {
        ensure!(
            self.open.as_ref().is_none_or(|open| open.has_row(row)),
            "a sentence that is not to be read"
        );
        let words = self.words_from(row)?..self.words_from(row + 1)?;
        Ok(self
            .stored
            .forward
            .rows(words)
            .context("the words of the index are damaged")?
            .map(Occurrence::from_row))
    }

    /// Row of the first word of a sentence; for one past the last sentence, one past the last word.
    fn words_from(&self, sentence: u32) -> Result<usize> {
        match self.stored.sentences.row(sentence as usize) {
            Some([.., first_word]) => Ok(first_word as usize),
            None if sentence == self.stored.manifest.sentences => Ok(self.stored.forward.len()),
            None => bail!("no such sentence in the index"),
        }
    }

    /// The terms of all texts.
    pub fn dictionary(&self) -> &Dictionary {
        &self.stored.dictionary
    }

    /// The headings above a passage, outermost first.
    pub fn section(&self, passage: &PassageInfo) -> &Section {
        static NOWHERE: Section = Section {
            path: Vec::new(),
            start: 0,
        };

        let document = self.documents().get(passage.span.document as usize);
        document
            .and_then(|d| d.sections.get(passage.section))
            .unwrap_or(&NOWHERE)
    }

    /// The bytes of a span, as text.
    ///
    /// # Errors
    /// When the span is no piece of its document, or the stored document is not the one indexed.
    pub fn text(&self, span: Span) -> Result<&str> {
        let info = self.check(span.document)?;

        let document = self
            .stored
            .texts
            .get(info.text.start as usize..info.text.end as usize);

        let bytes = document
            .and_then(|text| text.get(span.range()))
            .context("a place outside its document")?;

        std::str::from_utf8(bytes).context("a place that cuts a character")
    }

    /// A document whose bytes are those that were written; checked before its first use only.
    ///
    /// # Errors
    /// When they are not, or there is no such document.
    pub fn check(&self, document: u32) -> Result<&DocumentInfo> {
        let info = self.document(document)?;
        let whole = &self.stored.manifest.documents[document as usize];
        let intact = self.stored.intact[document as usize]
            .get_or_init(|| self.checksum(whole).is_ok_and(|sum| sum == whole.checksum));
        ensure!(*intact, "the stored text of {} is damaged", info.path);
        Ok(info)
    }

    /// A document's whole canonical text.
    ///
    /// # Errors
    /// As [`Library::text`].
    pub fn full_text(&self, document: u32) -> Result<&str> {
        let text = &self.document(document)?.text;
        self.text(Span {
            document,
            start: 0,
            end: (text.end - text.start) as usize,
        })
    }

    /// Makes sure that no file was cut short since it was opened; to be called before any other part of it is used.
    ///
    /// # Errors
    /// When one was.
    pub fn ensure_whole(&self) -> Result<()> {
        self.stored.lengths.check()
    }

    /// Checks every byte of the generation.
    ///
    /// # Errors
    /// When something is not what was written.
    pub fn verify(&self) -> Result<()> {
        self.ensure_whole()?;
        self.stored
            .manifest
            .parts
            .iter()
            .try_for_each(|part| part.verify(&self.stored.folder))?;

        for info in &self.stored.manifest.documents {
            ensure!(
                self.checksum(info)? == info.checksum,
                "the stored text of {} is damaged",
                info.path
            );
        }

        Ok(())
    }

    fn checksum(&self, info: &DocumentInfo) -> Result<String> {
        let rows = |range: &Range<u32>| range.start as usize..range.end as usize;

        let text = self
            .stored
            .texts
            .get(info.text.start as usize..info.text.end as usize)
            .context("text")?;
        let passages = self
            .stored
            .passages
            .bytes(rows(&info.passages))
            .context("passages")?;
        let sentences = self
            .stored
            .sentences
            .bytes(rows(&info.sentences))
            .context("sentences")?;

        let words = self.words_from(info.sentences.start)?..self.words_from(info.sentences.end)?;
        let words = self.stored.forward.bytes(words).context("words")?;

        Ok(checksum([text, passages, sentences, words]))
    }
}
