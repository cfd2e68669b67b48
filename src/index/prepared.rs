//! A text cut and ready to be stored: read just now, or as the former generation has it.

use std::ops::Range;
use std::time::SystemTime;

use anyhow::Result;

use crate::document::Document;
use crate::ids::{DocumentId, Ids};
use crate::index::library::Library;
use crate::index::manifest::{Behind, DocumentInfo, since_epoch};
use crate::index::part::Words;
use crate::language::Language;
use crate::passage::{Passage, passages};

/// A text ready to be stored: read just now, or taken from the former generation.
pub struct Prepared {
    /// What is known of it; where it is stored, nobody knows yet.
    pub info: DocumentInfo,
    pub text: String,
    pub passages: Vec<Passage>,
    /// Those of the passages; `None` of a long text, whose words take far more memory than the text.
    pub words: Option<Box<Words>>,
}

/// Passages whose words are kept: half a megabyte of text.
pub const MOST_PASSAGES: usize = 1024;

/// A text that was read just now is cut into passages.
impl From<Document> for Prepared {
    fn from(document: Document) -> Prepared {
        let language = Language::of(&document);
        let passages = passages(&document, language);
        let indexed = since_epoch(SystemTime::now()).as_secs();

        Prepared {
            info: DocumentInfo {
                path: document.path,
                title: document.title,
                author: document.author,
                language,
                indexed,
                pages: document.pages,
                unread: document.unread,
                sections: document.sections,
                passages: Range::default(),
                sentences: 0..0,
                words: 0,
                text: 0..0,
                checksum: String::new(),
                behind: Behind::default(),
            },
            text: document.text,
            passages,
            words: None,
        }
    }
}

impl Prepared {
    /// A text as the former generation has it, cut already.
    pub fn stored(library: &Library, document: DocumentId) -> Result<Prepared> {
        let info = library.document(document)?;

        let passage = |id| -> Result<Passage> {
            let passage = library.passage(id)?;
            let sentences = passage
                .sentences
                .clone()
                .map(|row| library.sentence(row))
                .collect::<Result<_>>()?;
            Ok(Passage {
                section: passage.section,
                sentences,
            })
        };

        let prepared = Prepared {
            text: library.full_text(document)?.to_owned(),
            passages: info.passages.ids().map(passage).collect::<Result<_>>()?,
            info: info.clone(),
            words: None,
        };
        library.ensure_whole()?;
        Ok(prepared)
    }

    /// The same with its words, unless it is long.
    ///
    /// # Errors
    /// See [`Words::of`].
    pub fn with_words(mut self) -> Result<Prepared> {
        if self.passages.len() <= MOST_PASSAGES {
            let words = Words::of(&self.text, &self.passages, self.info.language)?;
            self.words = Some(Box::new(words));
        }
        Ok(self)
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.text.len() + self.words.as_ref().map_or(0, |words| words.bytes())
    }
}
