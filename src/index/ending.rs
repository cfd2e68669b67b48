//! A library -> the same library with some documents ending early.

use std::ops::Range;

use anyhow::Result;

use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::library::Library;
use crate::index::open::{End, Open};

impl Library {
    /// The same library with some documents ending early: each before a section, by its position in
    /// the document, with the number of the last chapter before it. Nothing of what is behind can
    /// be found or read there; of a document that ends before its first passage nothing is left.
    ///
    /// # Errors
    /// When there is no such document, or the index cannot be read.
    pub fn ending_before(&self, ends: &[(DocumentId, usize, u32)]) -> Result<Library> {
        let all = || Open::all(self.documents());
        let mut open = self.open.clone().unwrap_or_else(all);
        for (document, section, after_chapter) in ends {
            if let Some(end) = self.end(*document, *section, *after_chapter)? {
                open.end(*document, &end);
            }
        }

        Ok(self.opened_to(open))
    }

    /// Where a document ends that ends before a section; `None` if that is not before its time.
    fn end(&self, document: DocumentId, section: usize, after_chapter: u32) -> Result<Option<End>> {
        let info = self.document(document)?;
        let Some(start) = info.sections.get(section).map(|section| section.start) else {
            return Ok(None);
        };

        let passages = info.passages.clone();
        let first = self.first_where(passages, |passage| passage.section >= section)?;
        let (passage, row, byte) = match first {
            Some(first) => {
                let passage = self.passage(first)?;
                (
                    first,
                    passage.sentences.start,
                    start.min(passage.span.start),
                )
            }
            // A heading may be the last of a text.
            None => (info.passages.end, info.sentences.end, start),
        };
        Ok(Some(End {
            section,
            passage,
            row,
            byte,
            after_chapter,
        }))
    }

    /// The passages of a run that can be read.
    pub fn open_passages(
        &self,
        run: Range<PassageId>,
    ) -> impl DoubleEndedIterator<Item = PassageId> + Clone {
        let hidden = self.hidden();
        run.ids()
            .filter(move |id| !hidden.iter().any(|hidden| hidden.contains(id)))
    }
}
