//! An opened generation: everything that answering and reading need, without the corpus.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};

use crate::corpus::Skipped;
use crate::document::{Section, Span};
use crate::ids::{DocumentId, PassageId, TermId};
use crate::index::generation::Name;
use crate::index::manifest::{DocumentInfo, Manifest};
use crate::index::open::Open;
use crate::index::part::{Entry, Occurrence, Rows};
use crate::index::parts::{Parts, Placed};
use crate::index::postings::Postings;
use crate::index::scope::{Folder, collect_folders};
use crate::index::spellings::Words;
use crate::language::Language;
use crate::sentence::Sentence;

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
    parts: Parts,
}

/// A passage of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageInfo {
    pub id: PassageId,
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
    /// Opens a complete generation; the parts that `known` has already are taken from there.
    ///
    /// # Errors
    /// When files are missing, damaged or not as long as the manifest says; the text of a document
    /// is checked when it is first used.
    pub fn open(
        name: Name,
        folder: &Path,
        manifest: Manifest,
        known: Option<&Library>,
    ) -> Result<Library> {
        let known = known.map(|library| &library.stored.parts);
        let parts = Parts::open(folder, &manifest.parts, known)?;

        let end = parts.end();
        let last = manifest.documents.last();
        let ends = last.map(|last| (last.passages.end, last.sentences.end));
        let ends = ends.unwrap_or_default();
        ensure!(
            end.document == manifest.next_document() && (end.passage, end.sentence) == ends,
            "the parts of the index do not fit together"
        );

        Ok(Library {
            folders: collect_folders(&manifest.documents),
            stored: Arc::new(Stored {
                name,
                manifest,
                parts,
            }),
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

    /// The documents with their ids.
    pub fn documents_with_ids(&self) -> impl Iterator<Item = (DocumentId, &DocumentInfo)> {
        (0..).map(DocumentId).zip(self.documents())
    }

    /// Passages that cannot be read.
    pub(super) fn hidden(&self) -> &[Range<PassageId>] {
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
        Postings {
            parts: &self.stored.parts,
            language,
            words: self.stored.manifest.words,
            hidden: self.hidden(),
        }
    }

    /// The languages of the documents that `passages` are of, each once, in no order that means
    /// anything.
    pub fn languages(&self, passages: &Range<PassageId>) -> Vec<Language> {
        let documents = self.documents().iter();
        let asked = documents
            .filter(|d| d.passages.start < passages.end && passages.start < d.passages.end);

        let mut languages: Vec<Language> = asked.map(|d| d.language).collect();
        languages.sort_unstable();
        languages.dedup();
        languages
    }

    /// The words of all texts.
    pub fn words(&self) -> Words<'_> {
        Words(&self.stored.parts)
    }

    /// All passages, also those that cannot be read.
    pub fn passages(&self) -> Range<PassageId> {
        PassageId(0)..self.stored.parts.end().passage
    }

    /// How many passages there are.
    pub fn passage_count(&self) -> u32 {
        self.stored.parts.end().passage.0
    }

    /// The document a span or passage speaks of.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn document(&self, document: DocumentId) -> Result<&DocumentInfo> {
        self.documents()
            .get(document.index())
            .context("no such document in the index")
    }

    /// A passage.
    ///
    /// # Errors
    /// When there is no such passage or the index is damaged.
    pub fn passage(&self, id: PassageId) -> Result<PassageInfo> {
        let (Placed { part, first }, own) = self.stored.parts.with_passage(id)?;
        let row = part.passage(own)?;

        let document = first.document + row.document;
        ensure!(
            self.document(document)?.passages.contains(&id),
            "the passages of the index are damaged"
        );
        let span = Span {
            document,
            start: part.sentence(row.sentences.start)?.range.start,
            end: part.sentence(row.sentences.end - 1)?.range.end,
        };

        Ok(PassageInfo {
            id,
            section: row.section as usize,
            span,
            sentences: first.sentence + row.sentences.start..first.sentence + row.sentences.end,
            words: row.words,
        })
    }

    /// A sentence by its row; its range is in bytes of its document.
    ///
    /// # Errors
    /// When there is no such row or it makes no sense.
    pub fn sentence(&self, row: u32) -> Result<Sentence> {
        let (placed, own) = self.with_row(row)?;
        placed.part.sentence(own)
    }

    /// The words of a sentence by its row, in order, each with its term.
    ///
    /// # Errors
    /// When there is no such sentence or the index is damaged.
    pub fn occurrences(&self, row: u32) -> Result<impl Iterator<Item = (TermId, Occurrence)>> {
        let (placed, own) = self.with_row(row)?;
        let first = placed.first.term;
        let words = placed.part.occurrences(own)?;
        Ok(words.map(move |(number, word)| (first + number, word)))
    }

    /// The part that has a sentence which can be read, and its row there.
    fn with_row(&self, row: u32) -> Result<(&Placed, u32)> {
        ensure!(
            self.open.as_ref().is_none_or(|open| open.has_row(row)),
            "a sentence that is not to be read"
        );
        self.stored.parts.with_sentence(row)
    }

    /// The ids of a term, one for each part of the library that has it.
    pub fn term_ids(&self, term: &str, language: Language) -> Vec<TermId> {
        let ids = self.stored.parts.iter().filter_map(|placed| {
            let own = placed.part.dictionary().number(term, language)?;
            Some(placed.first.term + own)
        });
        ids.collect()
    }

    /// What is known of a term by one of its ids.
    ///
    /// # Errors
    /// When there is no such term.
    pub fn term(&self, id: TermId) -> Result<Entry<'_>> {
        let (placed, own) = self.stored.parts.with_term(id)?;
        placed.part.dictionary().entry(own)
    }

    /// The headings above a passage, outermost first.
    pub fn section(&self, passage: &PassageInfo) -> &Section {
        static NOWHERE: Section = Section {
            path: Vec::new(),
            start: 0,
        };

        let document = self.documents().get(passage.span.document.index());
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
        let (placed, _) = self.stored.parts.with_document(span.document)?;
        let document = placed.part.text(info.text.clone());

        let bytes = document
            .and_then(|text| text.get(span.range()))
            .context("a place outside its document")?;

        std::str::from_utf8(bytes).context("a place that cuts a character")
    }

    /// A document whose bytes are those that were written; checked before its first use only.
    ///
    /// # Errors
    /// When they are not, or there is no such document.
    pub fn check(&self, document: DocumentId) -> Result<&DocumentInfo> {
        let info = self.document(document)?;
        let whole = &self.stored.manifest.documents[document.index()];
        let (Placed { part, first }, own) = self.stored.parts.with_document(document)?;

        let rows = Rows {
            passages: whole.passages.start - first.passage..whole.passages.end - first.passage,
            sentences: whole.sentences.start - first.sentence..whole.sentences.end - first.sentence,
            text: whole.text.clone(),
        };
        ensure!(
            part.is_intact(own, &rows, &whole.checksum),
            "the stored text of {} is damaged",
            info.path
        );
        Ok(info)
    }

    /// Makes sure that the words of a document are those that were written, with their terms.
    ///
    /// # Errors
    /// When they are not, or there is no such document.
    pub fn check_words(&self, document: DocumentId) -> Result<()> {
        self.check(document)?;
        let (placed, _) = self.stored.parts.with_document(document)?;
        placed.part.ensure_terms()
    }

    /// A document's whole canonical text.
    ///
    /// # Errors
    /// As [`Library::text`].
    pub fn full_text(&self, document: DocumentId) -> Result<&str> {
        let text = &self.document(document)?.text;
        self.text(Span {
            document,
            start: 0,
            end: (text.end - text.start) as usize,
        })
    }

    /// Makes sure that no file was cut short since it was opened; to be called when something has
    /// been made of it, which is worth nothing otherwise.
    ///
    /// # Errors
    /// When one was.
    pub fn ensure_whole(&self) -> Result<()> {
        let mut parts = self.stored.parts.iter();
        parts.try_for_each(|placed| placed.part.ensure_whole())
    }

    /// Checks every byte of the generation.
    ///
    /// # Errors
    /// When something is not what was written.
    pub fn verify(&self) -> Result<()> {
        self.ensure_whole()?;
        let mut parts = self.stored.parts.iter();
        parts.try_for_each(|placed| placed.part.verify())
    }
}
