//! A file of the corpus -> its text, cut and ready to be stored; what has not changed comes from
//! the former generation.

use std::ops::Range;
use std::panic::catch_unwind;
use std::time::SystemTime;

use ahash::RandomState;
use anyhow::{Result, anyhow, ensure};
use rustc_hash::FxHashSet;

use crate::analyze::{MAX_WORD_BYTES, split_words};
use crate::corpus::{FileReader, Passing, SourceFile};
use crate::document::Document;
use crate::ids::{DocumentId, Ids};
use crate::index::files::hash_bytes;
use crate::index::library::Library;
use crate::index::manifest::{Behind, DocumentInfo, Failed, FileEntry, since_epoch};
use crate::language::Language;
use crate::passage::{Passage, passages};

/// Different words that one text may have: more than those of prose of the size that a file may have.
const MOST_WORDS: usize = 500_000;

/// A text ready to be stored: read just now, or taken from the former generation.
pub struct Prepared {
    /// What is known of it; where it is stored, nobody knows yet.
    pub info: DocumentInfo,
    pub text: String,
    pub passages: Vec<Passage>,
}

/// Reads a file and cuts its text, or takes both from the former generation, where its entry is
/// `known` to be right still; or says why it has no text.
pub fn prepare_file(
    file: &SourceFile,
    known: Option<&FileEntry>,
    former: Option<&Library>,
    reader: &mut FileReader,
) -> (FileEntry, Result<Prepared, String>) {
    if let Some((known, library)) = known.zip(former)
        && let Some(prepared) = reuse_former(library, known)
    {
        return (FileEntry::known(file, known), prepared);
    }

    let mut entry = FileEntry::of(file);
    let prepared = read_and_cut(file, former, reader, &mut entry);
    (entry, prepared.map_err(|error| format!("{error:#}")))
}

/// Reads a file and cuts its text, and notes what must be known the next time.
fn read_and_cut(
    file: &SourceFile,
    former: Option<&Library>,
    reader: &mut FileReader,
    entry: &mut FileEntry,
) -> Result<Prepared> {
    let bytes = file.bytes(reader.limits())?;
    // Known by its hash, a file without text is not read again until it changes.
    let hash = hash_bytes(&bytes);
    let before = former.and_then(|former| former.manifest().failed(&file.path, &hash));
    entry.hash = Some(hash);

    let document = reader.read(file, bytes).inspect_err(|error| {
        if error.is::<Passing>() {
            entry.failed = Some(Failed::again(before));
        }
    })?;
    ensure!(
        has_fewer_words(&document.text, || Language::of(&document), MOST_WORDS),
        "has more than {MOST_WORDS} different words, as data and logs have; split it, or leave out what is no prose"
    );

    // Cut in this process: what goes wrong with one text is a line of the report, and the rest goes
    // on.
    catch_unwind(|| Prepared::from(document))
        .map_err(|_| anyhow!("could not be cut into passages; this is a fault of Pullquote's"))
}

/// Whether a text has at most so many different words; each takes memory while it is indexed.
fn has_fewer_words(text: &str, language: impl FnOnce() -> Language, most: usize) -> bool {
    // Each takes a sign between, so that few texts are worth to be counted.
    if text.len() / 2 <= most {
        return true;
    }

    let hashes = RandomState::new();
    let mut seen = FxHashSet::default();
    let words = split_words(text, language()).map(|(_, word)| word);
    let mut words = words.filter(|word| word.len() <= MAX_WORD_BYTES);
    words.all(|word| {
        seen.insert(hashes.hash_one(word));
        seen.len() <= most
    })
}

/// What the former generation has of a file that is still the same: its text or why it has none.
fn reuse_former(former: &Library, known: &FileEntry) -> Option<Result<Prepared, String>> {
    match known.document {
        // When the stored text is damaged, the file is read again instead.
        Some(document) => Some(Ok(Prepared::stored(former, document).ok()?)),
        None => Some(Err(former.manifest().reason(&known.path)?.to_owned())),
    }
}

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
        }
    }
}

impl Prepared {
    /// A text as the former generation has it, cut already.
    fn stored(library: &Library, document: DocumentId) -> Result<Prepared> {
        library.ensure_whole()?;
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
            text: library.full_text(document)?.to_owned(),
            passages: info.passages.ids().map(passage).collect::<Result<_>>()?,
            info: info.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_words_are_counted_and_not_those_that_come_again() {
        let different: String = (0..100).map(|n| format!("w{n} ")).collect();
        let has_fewer = |text: &str, most| has_fewer_words(text, || Language::English, most);
        assert!(has_fewer(&different, 100));
        assert!(!has_fewer(&different, 99));
        assert!(has_fewer(&"the same again ".repeat(100), 3));
        assert!(has_fewer(&format!("{} again", "data".repeat(100)), 1));
    }
}
