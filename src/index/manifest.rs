//! What a generation was made of and with: decides whether it can be used and what must be read again.

use std::ops::Range;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use crate::analyze::ANALYZER_VERSION;
use crate::corpus::{Limits, Listing, Reading, Skipped, SourceFile};
use crate::document::Section;
use crate::index::files::hash;
use crate::index::parts::Part;
use crate::language::Language;

/// Changes whenever the files of a generation, or how texts are read and cut, change.
const FORMAT_VERSION: u32 = 8;

/// How far a time stamp may be off: where there are parts of a second, and where there are none.
const FINE: Duration = Duration::from_millis(100);
const COARSE: Duration = Duration::from_secs(2);

/// Everything about a generation that is not text or postings.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// See [`Versions::current`].
    pub versions: Versions,
    /// The corpus folder: time stamps say nothing about files of another one.
    pub corpus: String,
    /// When the build began: a file changed since may differ although its time stamp does not.
    pub started: Duration,
    /// What reading a file was allowed to cost: with more, what was skipped may be read.
    pub limits: Limits,
    /// Every file that was looked at, in the order of the corpus listing.
    pub files: Vec<FileEntry>,
    /// Documents in the order of their passages.
    pub documents: Vec<DocumentInfo>,
    /// Files that are no documents.
    pub skipped: Vec<Skipped>,
    /// Files that are checked when the generation is opened.
    pub parts: Vec<Part>,
    /// Rows of the sentence table.
    pub sentences: u32,
    /// Words of all passages.
    pub words: u64,
}

/// What an index must have been made with to be usable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    format: u32,
    analyzer: u32,
    tantivy: String,
}

impl Versions {
    /// The versions of this program.
    pub fn current() -> Versions {
        Versions {
            format: FORMAT_VERSION,
            analyzer: ANALYZER_VERSION,
            tantivy: tantivy::version_string().to_owned(),
        }
    }
}

/// A file of the corpus as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Path relative to the corpus folder.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Last change, since the Unix epoch.
    pub modified: Duration,
    /// BLAKE3 of the bytes, if they could be read.
    pub hash: Option<String>,
    /// Its document, unless it was skipped.
    pub document: Option<u32>,
}

/// A document of the library.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DocumentInfo {
    /// Path relative to the corpus folder: its name.
    pub path: String,
    pub title: String,
    /// Who wrote it, if the text says.
    pub author: Option<String>,
    /// Its language, by its metadata or its words.
    pub language: Language,
    /// When its text was read from its file, in seconds since the epoch.
    pub indexed: u64,
    /// Byte of the text where each page begins; empty without pages.
    pub pages: Vec<usize>,
    /// Pages, from 1, whose text could not be read and is missing.
    pub unread: Vec<u32>,
    /// Sections in reading order.
    pub sections: Vec<Section>,
    /// Its passages, by their positions in the library.
    pub passages: Range<u32>,
    /// Its sentences, as rows of the sentence table.
    pub sentences: Range<u32>,
    /// Words of its passages.
    pub words: u32,
    /// Where its canonical text stands in the generation's text file.
    pub text: Range<u64>,
    /// BLAKE3 of its text, passages, sentences and words as they are stored.
    pub checksum: String,
}

impl DocumentInfo {
    /// How many of its sections have a heading.
    pub fn chapters(&self) -> usize {
        self.sections
            .iter()
            .filter(|section| !section.path.is_empty())
            .count()
    }

    /// The first and the last page, from 1, that hold something of `range`; `None` without pages.
    pub fn pages_of(&self, range: Range<usize>) -> Option<(u32, u32)> {
        let page = |at: usize| self.pages.partition_point(|start| *start <= at).max(1) as u32;
        (!self.pages.is_empty()).then(|| {
            (
                page(range.start),
                page(range.end.saturating_sub(1).max(range.start)),
            )
        })
    }
}

impl Manifest {
    /// Whether the corpus still is what this generation was made of.
    pub fn is_fresh(&self, listing: &Listing) -> bool {
        let was_listed = |skipped: &&Skipped| {
            self.files
                .binary_search_by(|entry| entry.path.cmp(&skipped.path))
                .is_ok()
        };

        // The listing knows only what it skipped itself, not what turned out to be unreadable.
        let unlisted = self.skipped.iter().filter(|skipped| !was_listed(skipped));
        let mut pairs = self.files.iter().zip(&listing.files);

        self.files.len() == listing.files.len()
            && pairs.all(|(entry, file)| self.is_unchanged(entry, listing, file))
            && unlisted.eq(&listing.skipped)
    }

    /// The entry of a file that has not changed since.
    pub fn unchanged(&self, listing: &Listing, file: &SourceFile) -> Option<&FileEntry> {
        let at = self
            .files
            .binary_search_by(|entry| entry.path.cmp(&file.path))
            .ok()?;
        Some(&self.files[at]).filter(|entry| self.is_unchanged(entry, listing, file))
    }

    fn is_unchanged(&self, entry: &FileEntry, listing: &Listing, file: &SourceFile) -> bool {
        if entry.path != file.path || entry.bytes != file.bytes {
            return false;
        }

        // With other limits, what was too costly may be read now.
        if entry.document.is_none() && self.limits != Reading::current().limits {
            return false;
        }

        let modified = since_epoch(file.modified);
        // Time stamps are coarse: one from just before the build may hide a later change.
        let coarse = if modified.subsec_nanos() == 0 {
            COARSE
        } else {
            FINE
        };
        let same = entry.modified == modified && modified + coarse < self.started;

        // When the clock was set back since the build, what it says now it may have said before.
        let same = same && self.started <= since_epoch(SystemTime::now());

        match &entry.hash {
            // The right to read a file can come without a change of the file.
            None => file.bytes().is_err(),
            Some(_) if same && self.corpus == listing.root => true,
            // Only touched, perhaps; reading costs much less than a build.
            Some(known) => file.bytes().is_ok_and(|bytes| hash(&bytes) == *known),
        }
    }
}

/// A time stamp as the manifest keeps it.
pub fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
}
