//! A file of the corpus -> its text, cut and ready to be stored; what has not changed comes from
//! the former generation, and what comes later stays meanwhile as it is there.

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
use crate::index::late::{Hand, Late};
use crate::index::library::Library;
use crate::index::manifest::{Behind, DocumentInfo, Failed, FileEntry, since_epoch};
use crate::language::Language;
use crate::passage::{Passage, passages};

/// Different words that one text may have: more than those of prose of the size that a file may have.
const MOST_WORDS: usize = 500_000;

/// Bytes of a text whose words are counted at a time: they are listed for that, and a list of all
/// words of a large text takes far more memory than the text.
const COUNTED_BYTES: usize = 1 << 20;

/// Why a file has no text yet.
const COMES_LATER: &str = "is still being read";

/// A text ready to be stored: read just now, or taken from the former generation.
pub struct Prepared {
    /// What is known of it; where it is stored, nobody knows yet.
    pub info: DocumentInfo,
    pub text: String,
    pub passages: Vec<Passage>,
}

/// What comes of reading a file.
pub type Made = Result<Prepared, Unread>;

/// Why a file has no text.
pub struct Unread {
    pub reason: String,
    /// It may be otherwise the next time.
    pub is_passing: bool,
}

/// A file's entry, and its text or why it has none.
pub type Stored = (FileEntry, Result<Prepared, String>);

/// Reads a file and cuts its text, or takes both from the former generation: where its entry is
/// `known` to be right still, and where the file comes later.
pub fn prepare_file(
    file: &SourceFile,
    known: Option<&FileEntry>,
    former: Option<&Library>,
    hand: &mut Hand,
    late: &Late<Made>,
) -> Stored {
    if let Some((known, library)) = known.zip(former)
        && let Some(prepared) = reuse_former(library, known)
    {
        return (FileEntry::known(file, known), prepared);
    }

    let bytes = match file.bytes(hand.limits()) {
        Ok(bytes) => bytes,
        Err(error) => return (FileEntry::of(file), Err(format!("{error:#}"))),
    };
    // Known by its hash, a file without text is not read again until it changes.
    let hash = hash_bytes(&bytes);
    let source = file.clone();
    let read = move |reader: &mut FileReader| read_and_cut(&source, bytes, reader);

    match late.read(hand, &file.path, &hash, read) {
        Ok(Some(made)) => note_outcome(file, former, hash, made),
        Ok(None) => keep_former(file, former, &hash),
        Err(error) => (FileEntry::of(file), Err(error.to_string())),
    }
}

/// The entry of a file that was read: what must be known the next time.
fn note_outcome(file: &SourceFile, former: Option<&Library>, hash: String, made: Made) -> Stored {
    let mut entry = FileEntry::of(file);
    let prepared = made.map_err(|unread| {
        let before = former.and_then(|former| former.manifest().failed(&file.path, &hash));
        entry.failed = unread.is_passing.then(|| Failed::again(before));
        unread.reason
    });

    entry.hash = Some(hash);
    (entry, prepared)
}

/// What stands for a file whose reading goes on: its text from before, until then.
fn keep_former(file: &SourceFile, former: Option<&Library>, hash: &str) -> Stored {
    let before = former.and_then(|library| {
        let entry = library.manifest().entry(&file.path)?;
        // Why another file of this name had no text says nothing of this one.
        let says = entry.document.is_some() || entry.hash.as_deref() == Some(hash);
        let prepared = reuse_former(library, entry).filter(|_| says)?;
        Some((entry.outdated(), prepared))
    });
    before.unwrap_or_else(|| (FileEntry::of(file), Err(COMES_LATER.to_owned())))
}

/// Reads a file and cuts its text.
fn read_and_cut(file: &SourceFile, bytes: Vec<u8>, reader: &mut FileReader) -> Made {
    let cut = || -> Result<Prepared> {
        let document = reader.read(file, bytes)?;
        ensure!(
            has_fewer_words(&document.text, || Language::of(&document), MOST_WORDS),
            "has more than {MOST_WORDS} different words, as data and logs have; split it, or leave out what is no prose"
        );

        // Cut in this process: what goes wrong with one text is a line of the report, and the rest
        // goes on.
        catch_unwind(|| Prepared::from(document))
            .map_err(|_| anyhow!("could not be cut into passages; this is a fault of Pullquote's"))
    };

    cut().map_err(|error| Unread {
        reason: format!("{error:#}"),
        is_passing: error.is::<Passing>(),
    })
}

/// Whether a text has at most so many different words; each takes memory while it is indexed.
fn has_fewer_words(text: &str, language: impl FnOnce() -> Language, most: usize) -> bool {
    // Each takes a sign between, so that few texts are worth to be counted.
    if text.len() / 2 <= most {
        return true;
    }

    let hashes = RandomState::new();
    let mut seen = FxHashSet::default();
    let language = language();
    let words = split_pieces(text).flat_map(|piece| split_words(piece, language));
    let mut words = words
        .map(|(_, word)| word)
        .filter(|word| word.len() <= MAX_WORD_BYTES);
    words.all(|word| {
        seen.insert(hashes.hash_one(word));
        seen.len() <= most
    })
}

/// A text in pieces of at most [`COUNTED_BYTES`], parted between words where there are spaces.
fn split_pieces(mut rest: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let most = rest.floor_char_boundary(COUNTED_BYTES);
        let space = rest[..most].rfind(char::is_whitespace);
        let end = match space {
            Some(space) if most < rest.len() && space > 0 => space,
            _ => most,
        };

        let (piece, behind) = rest.split_at(end);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
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
        };
        library.ensure_whole()?;
        Ok(prepared)
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

        // In several pieces.
        let many: String = (0..300_000).map(|n| format!("w{n} ")).collect();
        assert!(has_fewer(&many, 300_000) && !has_fewer(&many, 299_999));
        let unspaced = "ä".repeat(COUNTED_BYTES);
        assert!(split_pieces(&unspaced).eq([&unspaced[..COUNTED_BYTES]; 2]));
        assert!(has_fewer(&format!("{} again", "data".repeat(100)), 1));
    }
}
