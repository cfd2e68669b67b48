//! A file of the corpus -> its text, cut and ready to be stored; what has not changed comes from the former
//! generation.

use std::time::SystemTime;

use anyhow::Result;

use crate::corpus::{Listing, SourceFile};
use crate::document::{Document, Section};
use crate::index::files::hash;
use crate::index::library::Library;
use crate::index::manifest::{FileEntry, since_epoch};
use crate::language::Language;
use crate::passage::{Passage, passages};

/// A text ready to be stored: read just now, or taken from the former generation.
pub struct Prepared {
    pub path: String,
    pub title: String,
    pub author: Option<String>,
    pub language: Language,
    /// When the text was read from its file, in seconds since the epoch.
    pub indexed: u64,
    pub text: String,
    pub pages: Vec<usize>,
    pub unread: Vec<u32>,
    pub sections: Vec<Section>,
    pub passages: Vec<Passage>,
}

/// Reads a file and cuts its text, or takes both from the former generation; or says why it has no text.
pub fn prepare(
    file: &SourceFile,
    listing: &Listing,
    former: Option<&Library>,
) -> (FileEntry, Result<Prepared, String>) {
    let mut entry = FileEntry {
        path: file.path.clone(),
        bytes: file.bytes,
        modified: since_epoch(file.modified),
        hash: None,
        document: None,
    };

    let prepared = match former.and_then(|library| reuse(library, listing, file)) {
        Some((hash, prepared)) => {
            entry.hash = Some(hash);
            prepared
        }
        None => file
            .bytes()
            .and_then(|bytes| {
                // Known by its hash, a file without text is not read again until it changes.
                entry.hash = Some(hash(&bytes));
                Ok(Prepared::from(file.read(bytes)?))
            })
            .map_err(|error| format!("{error:#}")),
    };

    (entry, prepared)
}

/// What the former generation has of a file that is still the same: its hash, and its text or why it has
/// none.
fn reuse(
    former: &Library,
    listing: &Listing,
    file: &SourceFile,
) -> Option<(String, Result<Prepared, String>)> {
    let entry = former.manifest().unchanged(listing, file)?;

    let prepared = match entry.document {
        // When the stored text is damaged, the file is read again instead.
        Some(document) => Ok(Prepared::stored(former, document).ok()?),
        None => Err(former
            .skipped()
            .iter()
            .find(|skipped| skipped.path == file.path)?
            .reason
            .clone()),
    };

    Some((entry.hash.clone()?, prepared))
}

/// A text that was read just now is cut into passages.
impl From<Document> for Prepared {
    fn from(document: Document) -> Prepared {
        let language = Language::of(&document);
        let passages = passages(&document, language);
        let indexed = since_epoch(SystemTime::now()).as_secs();

        let Document {
            path,
            title,
            author,
            text,
            pages,
            unread,
            sections,
            ..
        } = document;

        Prepared {
            path,
            title,
            author,
            language,
            indexed,
            text,
            pages,
            unread,
            sections,
            passages,
        }
    }
}

impl Prepared {
    /// A text as the former generation has it, cut already.
    fn stored(library: &Library, document: u32) -> Result<Prepared> {
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

        Ok(Prepared {
            path: info.path.clone(),
            title: info.title.clone(),
            author: info.author.clone(),
            language: info.language,
            indexed: info.indexed,
            pages: info.pages.clone(),
            unread: info.unread.clone(),
            text: library.full_text(document)?.to_owned(),
            sections: info.sections.clone(),
            passages: info.passages.clone().map(passage).collect::<Result<_>>()?,
        })
    }
}
