//! A file of the corpus -> its text, cut and ready to be stored; what has not changed comes from
//! the former generation, and what comes later stays meanwhile as it is there.
//!
//! The decision that is not obvious: a large text that others are not to wait for is not only read
//! beside the rest, but stored there, too, for storing takes as long as reading. A part does not
//! hang on those before it, so a part of one text can be made anywhere, and a build links it.

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ahash::RandomState;
use anyhow::{Result, bail, ensure};
use rustc_hash::FxHashSet;

use crate::analyze::{MAX_WORD_BYTES, split_words};
use crate::corpus::{FileReader, Passing, SourceFile};
use crate::ids::DocumentId;
use crate::index::aside::Aside;
use crate::index::files::hash_bytes;
use crate::index::late::{Hand, Late};
use crate::index::library::Library;
use crate::index::manifest::{DocumentInfo, Failed, FileEntry};
use crate::index::part::{PartInfo, PartWriter};
use crate::index::plan::find_lone_part;
use crate::index::prepared::Prepared;
use crate::language::Language;

/// Different words that one text may have: more than those of prose of the size that a file may have.
const MOST_WORDS: usize = 500_000;

/// Bytes of a text whose words are counted at a time: they are listed for that, and a list of all
/// words of a large text takes far more memory than the text.
const COUNTED_BYTES: usize = 1 << 20;

/// Why a file has no text yet.
const COMES_LATER: &str = "is still being read";

/// What comes of reading a file.
pub type Made = Result<Ready, Unread>;

/// A text that was read.
pub enum Ready {
    /// It is to be stored.
    Text(Prepared),
    /// It is stored already.
    Stored(LonePart),
}

/// A finished part of one text.
pub struct LonePart {
    pub part: PartInfo,
    pub info: DocumentInfo,
    pub passages: u32,
    pub sentences: u32,
    /// Where its file is.
    pub folder: PathBuf,
    /// Keeps the folder, unless it is that of a generation.
    _aside: Option<Aside>,
}

/// Why a file has no text.
pub struct Unread {
    pub reason: String,
    /// It may be otherwise the next time.
    pub is_passing: bool,
}

/// A file's entry, and its text or why it has none.
pub type Stored = (FileEntry, Result<Ready, String>);

/// Where texts come from, beside their files.
pub struct Sources<'a> {
    /// The former generation and its folder.
    pub former: Option<(&'a Library, &'a Path)>,
    /// Texts that come later.
    pub late: &'a Late<Made>,
    /// Where parts are made beside a build, and of how many bytes a text has one of its own there.
    pub aside: (&'a Path, usize),
}

impl Sources<'_> {
    /// Reads a file and cuts its text, or takes both from the former generation: where its entry is
    /// `known` to be right still, and where the file comes later.
    pub fn prepare_file(
        &self,
        file: &SourceFile,
        known: Option<&FileEntry>,
        hand: &mut Hand,
    ) -> Stored {
        let former = self.former.map(|(library, _)| library);
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
        // Where all is waited for, nothing is gained by it.
        let aside = (!self.late.waits_for_all()).then(|| (self.aside.0.to_owned(), self.aside.1));
        let read = move |reader: &mut FileReader| -> Made {
            let prepared = read_and_cut(&source, bytes, reader)?;
            Ok(match aside {
                Some((root, large)) if prepared.text.len() >= large => store_aside(prepared, &root),
                _ => Ready::Text(prepared),
            })
        };

        match self.late.read(hand, &file.path, &hash, read) {
            Ok(Some(made)) => note_outcome(file, former, hash, made),
            Ok(None) => self.keep_former(file, &hash),
            Err(error) => (FileEntry::of(file), Err(error.to_string())),
        }
    }

    /// What stands for a file whose reading goes on: its text from before, until then.
    fn keep_former(&self, file: &SourceFile, hash: &str) -> Stored {
        let before = self.former.and_then(|(library, folder)| {
            let entry = library.manifest().entry(&file.path)?;
            // Why another file of this name had no text says nothing of this one.
            let says = entry.document.is_some() || entry.hash.as_deref() == Some(hash);
            let lone = || LonePart::find(library, folder, entry.document?);
            let kept = match lone() {
                Some(lone) => Ok(Ready::Stored(lone)),
                None => reuse_former(library, entry).filter(|_| says)?,
            };
            Some((entry.kept(), kept))
        });
        before.unwrap_or_else(|| {
            let entry = FileEntry::of(file).kept();
            (entry, Err(COMES_LATER.to_owned()))
        })
    }
}

/// Stores a large text as a part of its own, which waits in a folder below `root`.
fn store_aside(prepared: Prepared, root: &Path) -> Ready {
    // One at a time: each takes memory.
    static STORING: Mutex<()> = Mutex::new(());
    let _storing = STORING.lock().unwrap_or_else(PoisonError::into_inner);

    match LonePart::store(&prepared, root) {
        Ok(part) => Ready::Stored(part),
        // Why not, whoever stores it in a build will hear.
        Err(_) => Ready::Text(prepared),
    }
}

impl LonePart {
    fn store(prepared: &Prepared, root: &Path) -> Result<LonePart> {
        let aside = Aside::create(root)?;
        let mut writer = PartWriter::create(aside.path(), prepared.text.len() as u64)?;
        let stored = writer.add(prepared)?;

        Ok(LonePart {
            part: writer.finish()?,
            passages: stored.passages,
            sentences: stored.sentences,
            info: stored.complete(prepared.info.clone()),
            folder: aside.path().to_owned(),
            _aside: Some(aside),
        })
    }

    /// The part of the former generation that has this document alone.
    fn find(library: &Library, folder: &Path, document: DocumentId) -> Option<LonePart> {
        let part = find_lone_part(library, document)?;
        let info = library.document(document).ok()?;
        Some(LonePart {
            part: library.manifest().parts.get(part)?.clone(),
            passages: info.passages.end - info.passages.start,
            sentences: info.sentences.end - info.sentences.start,
            info: info.clone(),
            folder: folder.to_owned(),
            _aside: None,
        })
    }
}

/// The entry of a file that was read: what must be known the next time.
fn note_outcome(file: &SourceFile, former: Option<&Library>, hash: String, made: Made) -> Stored {
    let mut entry = FileEntry::of(file);
    let ready = made.map_err(|unread| {
        let before = former.and_then(|former| former.manifest().failed(&file.path, &hash));
        entry.failed = unread.is_passing.then(|| Failed::again(before));
        unread.reason
    });

    entry.hash = Some(hash);
    (entry, ready)
}

/// Reads a file and cuts its text.
fn read_and_cut(
    file: &SourceFile,
    bytes: Vec<u8>,
    reader: &mut FileReader,
) -> Result<Prepared, Unread> {
    let cut = || -> Result<Prepared> {
        let document = reader.read(file, bytes)?;
        ensure!(
            has_fewer_words(&document.text, || Language::of(&document), MOST_WORDS),
            "has more than {MOST_WORDS} different words, as data and logs have; split it, or leave out what is no prose"
        );

        // Cut in this process: what goes wrong with one text is a line of the report, and the rest
        // goes on.
        catch_unwind(|| Prepared::from(document).with_words()).unwrap_or_else(|_| {
            bail!("could not be cut into passages; this is a fault of Pullquote's")
        })
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
fn reuse_former(former: &Library, known: &FileEntry) -> Option<Result<Ready, String>> {
    match known.document {
        // When the stored text is damaged, the file is read again instead.
        Some(document) => {
            let prepared = Prepared::stored(former, document).ok()?;
            Some(Ok(Ready::Text(prepared.with_words().ok()?)))
        }
        None => Some(Err(former.manifest().reason(&known.path)?.to_owned())),
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
