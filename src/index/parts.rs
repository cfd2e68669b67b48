//! The parts of an opened generation, and which of them has a document, passage, sentence or term.
//!
//! In the library all of these are numbered from part to part, so a number leads to a part and a
//! number in it.

use std::ops::Sub;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};

use crate::ids::{DocumentId, PassageId, TermId};
use crate::index::part::{Part, PartInfo};

/// Bytes that are checked at each opening, which takes about 20 ms; of parts beyond that only the
/// length is. Reading gigabytes before each question would cost more than the rare damage does.
const CHECKED_BYTES: u64 = 64 << 20;

/// The parts in the order of their documents.
pub struct Parts(Vec<Placed>);

/// A part and where it stands in the library.
pub struct Placed {
    pub part: Arc<Part>,
    pub first: Firsts,
}

/// The numbers in the library of what comes first in a part.
#[derive(Debug, Clone, Copy, Default)]
pub struct Firsts {
    pub document: DocumentId,
    pub passage: PassageId,
    pub sentence: u32,
    pub term: TermId,
}

impl Parts {
    /// Opens the parts of the generation in `folder`; those that are `known` already stay as they
    /// are.
    ///
    /// # Errors
    /// When one of them cannot be used.
    pub fn open(folder: &Path, infos: &[PartInfo], known: Option<&Parts>) -> Result<Parts> {
        let mut placed = Vec::with_capacity(infos.len());
        let mut first = Firsts::default();
        let mut checked = 0;

        for info in infos {
            let part = if let Some(part) = known.and_then(|known| known.find(info)) {
                part
            } else {
                checked += info.contents.checked_bytes();
                Arc::new(Part::open(folder, info, checked <= CHECKED_BYTES)?)
            };

            let next = first.behind(&part);
            placed.push(Placed { part, first });
            first = next;
        }

        Ok(Parts(placed))
    }

    fn find(&self, info: &PartInfo) -> Option<Arc<Part>> {
        let mut parts = self.iter().map(|placed| &placed.part);
        let found = parts.find(|part| *part.contents() == info.contents)?;
        Some(Arc::clone(found))
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Placed> {
        self.0.iter()
    }

    /// The numbers of what would come next.
    pub fn end(&self) -> Firsts {
        let last = self.0.last();
        last.map_or_else(Firsts::default, |last| last.first.behind(&last.part))
    }

    /// The part that has a document, and its number there.
    pub fn with_document(&self, document: DocumentId) -> Result<(&Placed, u32)> {
        self.with(document, |first| first.document)
    }

    /// The part that has a passage, and its number there.
    pub fn with_passage(&self, passage: PassageId) -> Result<(&Placed, u32)> {
        self.with(passage, |first| first.passage)
    }

    /// The part that has a sentence, and its number there.
    pub fn with_sentence(&self, sentence: u32) -> Result<(&Placed, u32)> {
        self.with(sentence, |first| first.sentence)
    }

    /// The part that has a term, and its number there.
    pub fn with_term(&self, term: TermId) -> Result<(&Placed, u32)> {
        self.with(term, |first| first.term)
    }

    /// The last part that does not begin behind a number; it may be too large for it.
    fn with<Number>(
        &self,
        number: Number,
        first: impl Fn(&Firsts) -> Number,
    ) -> Result<(&Placed, u32)>
    where
        Number: Copy + Ord + Sub<Output = u32>,
    {
        let behind = self
            .0
            .partition_point(|placed| first(&placed.first) <= number);
        let placed = behind.checked_sub(1).and_then(|at| self.0.get(at));
        let placed = placed.context("the index has no parts")?;

        Ok((placed, number - first(&placed.first)))
    }
}

impl Firsts {
    fn behind(self, part: &Part) -> Firsts {
        Firsts {
            document: self.document + part.document_count(),
            passage: self.passage + part.passage_count(),
            sentence: self.sentence + part.sentence_count(),
            term: self.term + part.dictionary().len() as u32,
        }
    }
}
