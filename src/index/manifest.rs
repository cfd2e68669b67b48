//! What a generation was made of and with: decides whether it can be used and what must be read
//! again.

use std::ops::Range;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use crate::analyze::ANALYZER_VERSION;
use crate::corpus::{Given, Limits, Listing, Skipped, SourceFile};
use crate::document::{Section, Table};
use crate::ids::{DocumentId, PassageId};
use crate::index::files::hash_bytes;
use crate::index::part::PartInfo;
use crate::language::Language;

/// Changes whenever the files of a generation, or how texts are read and cut, change.
const FORMAT_VERSION: u32 = 19;

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
    /// The way from the index folder to it; an index is replaced by one of the same corpus only.
    pub way: PathBuf,
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
    /// The parts that hold the documents, in the same order.
    pub parts: Vec<PartInfo>,
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
    pub document: Option<DocumentId>,
    /// Set when it could not be read for a reason that may pass.
    pub failed: Option<Failed>,
    /// Its reading goes on: its document is the one from before, if it has one.
    #[serde(default)]
    pub late: bool,
    /// What somebody said of it.
    #[serde(default)]
    pub given: Given,
}

impl FileEntry {
    /// A file that was not read yet.
    pub fn of(file: &SourceFile) -> FileEntry {
        FileEntry {
            path: file.path.clone(),
            bytes: file.bytes,
            modified: since_epoch(file.modified),
            hash: None,
            document: None,
            failed: None,
            late: false,
            given: file.given.clone(),
        }
    }

    /// A file that is as it was when it was read, or counts as that while its reading goes on.
    pub fn known(file: &SourceFile, before: &FileEntry) -> FileEntry {
        if file.postponed {
            return before.kept();
        }
        FileEntry {
            hash: before.hash.clone(),
            failed: before.failed,
            ..FileEntry::of(file)
        }
    }

    /// A file of which this is kept while its reading goes on.
    pub fn kept(&self) -> FileEntry {
        FileEntry {
            document: None,
            late: true,
            ..self.clone()
        }
    }
}

/// Tries to read a file that came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// How many there were.
    pub tries: usize,
    /// When the last one was, since the Unix epoch.
    pub at: Duration,
}

/// How long after a failed try the next one is made. After the last of them the reason has not
/// passed, and only a change of the file or `index --force` is one to try again.
const PAUSES: [Duration; 3] = [
    Duration::from_mins(1),
    Duration::from_mins(20),
    Duration::from_hours(6),
];

impl Failed {
    /// One more try that came to nothing, just now.
    pub fn again(before: Option<Failed>) -> Failed {
        Failed {
            tries: before.map_or(0, |before| before.tries) + 1,
            at: since_epoch(SystemTime::now()),
        }
    }

    /// Whether it is time for the next try.
    fn is_due(self, now: Duration) -> bool {
        let pause = PAUSES.get(self.tries.saturating_sub(1));
        // A clock that was set back must not put it off for ever.
        pause.is_some_and(|pause| now < self.at || now >= self.at + *pause)
    }
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
    /// Tables whose columns are named, in reading order.
    pub tables: Vec<Table>,
    /// Its passages.
    pub passages: Range<PassageId>,
    /// Its sentences, by their positions in the library.
    pub sentences: Range<u32>,
    /// Words of its passages.
    pub words: u32,
    /// Where its canonical text stands among the texts of its part.
    pub text: Range<u64>,
    /// BLAKE3 of its text, passages, sentences and words as they are stored.
    pub checksum: String,
    /// How much of it is not to be read.
    #[serde(skip)]
    pub behind: Behind,
}

/// What of a document is not to be read: it stands behind all that is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Behind {
    pub passages: u32,
    pub bytes: u64,
    /// The number of the last chapter that is.
    pub after_chapter: u32,
}

impl DocumentInfo {
    /// How many of its sections have a heading.
    pub fn chapters(&self) -> usize {
        let named = self.sections.iter().filter(|one| !one.path.is_empty());
        let pairs = self.sections.windows(2);
        named.count() - pairs.filter(|pair| pair[0].is_box_within(&pair[1])).count()
    }

    /// The byte of the text at which a section begins; for one that is not there, its end.
    pub fn start_of(&self, section: usize) -> usize {
        let section = self.sections.get(section);
        section.map_or((self.text.end - self.text.start) as usize, |it| it.start)
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
    /// The id of the document that is added next.
    pub fn next_document(&self) -> DocumentId {
        DocumentId(self.documents.len() as u32)
    }

    /// Adds a document behind the others: its passages and sentences, of which there are so many,
    /// count on from theirs.
    pub fn add(&mut self, document: DocumentInfo, passages: u32, sentences: u32) {
        let last = self.documents.last();
        let first_passage = last.map_or(PassageId(0), |last| last.passages.end);
        let first_sentence = last.map_or(0, |last| last.sentences.end);

        self.words += u64::from(document.words);
        self.documents.push(DocumentInfo {
            passages: first_passage..first_passage + passages,
            sentences: first_sentence..first_sentence + sentences,
            ..document
        });
    }

    /// Notes that a file is no document.
    pub fn skip(&mut self, path: &str, reason: Option<&str>) {
        self.skipped.push(Skipped {
            path: path.to_owned(),
            reason: reason.unwrap_or_default().to_owned(),
        });
    }

    /// Whether the corpus still is what this generation was made of.
    pub fn is_fresh(&self, listing: &Listing) -> bool {
        let was_listed = |skipped: &&Skipped| self.entry(&skipped.path).is_some();

        // The listing knows only what it skipped itself, not what turned out to be unreadable.
        let unlisted = self.skipped.iter().filter(|skipped| !was_listed(skipped));
        let mut pairs = self.files.iter().zip(&listing.files);

        // What has been read, or is as it was again, is not late any more.
        let is_right = |entry: &FileEntry, file: &SourceFile| file.postponed || !entry.late;
        self.files.len() == listing.files.len()
            && pairs.all(|(entry, file)| {
                is_right(entry, file) && self.is_unchanged(entry, listing, file)
            })
            && unlisted.eq(&listing.skipped)
    }

    /// Whether a file that could not be read is to be tried again by now.
    pub fn is_try_due(&self) -> bool {
        let now = since_epoch(SystemTime::now());
        let mut failed = self.files.iter().filter_map(|entry| entry.failed);
        failed.any(|failed| failed.is_due(now))
    }

    /// Earlier tries to read a file as it is now that came to nothing.
    pub fn failed(&self, path: &str, hash: &str) -> Option<Failed> {
        let entry = self.entry(path)?;
        entry.failed.filter(|_| entry.hash.as_deref() == Some(hash))
    }

    /// How many files of the corpus could not be read.
    pub fn count_unread(&self) -> usize {
        let late = self.files.iter().filter(|entry| entry.late);
        self.skipped.len() - late.filter(|entry| entry.document.is_none()).count()
    }

    /// Why a file is no document.
    pub fn reason(&self, path: &str) -> Option<&str> {
        let mut skipped = self.skipped.iter();
        let found = skipped.find(|skipped| skipped.path == path)?;
        Some(&found.reason)
    }

    pub fn entry(&self, path: &str) -> Option<&FileEntry> {
        let at = self
            .files
            .binary_search_by(|entry| entry.path.as_str().cmp(path))
            .ok()?;
        self.files.get(at)
    }

    /// The entry of a file that has not changed since, or is left for now.
    pub fn unchanged(&self, listing: &Listing, file: &SourceFile) -> Option<&FileEntry> {
        self.entry(&file.path)
            .filter(|entry| self.is_unchanged(entry, listing, file))
    }

    fn is_unchanged(&self, entry: &FileEntry, listing: &Listing, file: &SourceFile) -> bool {
        if entry.path == file.path && file.postponed {
            return true;
        }
        if entry.path != file.path || entry.bytes != file.bytes || entry.given != file.given {
            return false;
        }

        // With other limits, what was too costly may be read now.
        if entry.document.is_none() && self.limits != listing.limits {
            return false;
        }

        let now = since_epoch(SystemTime::now());
        if entry.failed.is_some_and(|failed| failed.is_due(now)) {
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
        // Of what is kept it is known that the file may have changed.
        let same = same && !entry.late;

        // When the clock was set back since the build, what it says now it may have said before.
        let same = same && self.started <= now;

        match &entry.hash {
            // The right to read a file can come without a change of the file.
            None => !entry.late && file.bytes(listing.limits).is_err(),
            Some(_) if same && self.corpus == listing.root => true,
            // Only touched, perhaps; reading costs much less than a build.
            Some(known) => file
                .bytes(listing.limits)
                .is_ok_and(|bytes| hash_bytes(&bytes) == *known),
        }
    }
}

/// A time stamp as the manifest keeps it.
pub fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_read_is_tried_again_a_few_times_at_growing_distance() {
        let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
        let at = minutes(1_000);
        for (tries, after, due) in [
            (1, minutes(0), false),
            (1, minutes(1), true),
            (2, minutes(1), false),
            (2, minutes(20), true),
            (3, minutes(20), false),
            (3, minutes(360), true),
            (4, minutes(100_000), false),
        ] {
            let failed = Failed { tries, at };
            assert_eq!(failed.is_due(at + after), due, "{tries} {after:?}");
        }

        let set_back = Failed { tries: 1, at };
        assert!(set_back.is_due(at - minutes(5)));
    }
}
