//! The corpus folder -> documents.
//!
//! [`list_corpus`] lists what is there; [`FileReader`] turns one file into a [`Document`]. A new format is a new file or
//! folder beside `epub/`, and its lines in `format.rs`. The program reads every file in a process that can do
//! nothing else, see `apart/`.

mod apart;
mod archive;
mod decode;
mod docx;
mod epub;
mod folder;
mod format;
mod formula;
mod given;
mod gutenberg;
mod html;
mod inside;
mod list_numbers;
mod manuscript;
mod markdown;
mod outline;
mod pdf;
mod plain;
mod programs;
mod xml;

use std::fmt;
use std::fs;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf, absolute};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

pub use apart::{Confinement, serve_file_requests};
pub use folder::{Corpus, Isolation, Limits};
pub use given::{AllGiven, FILE as GIVEN_FILE, Given, put_file, read_given, write_given};
pub use outline::comparable_letters;
pub use plain::{LINE_ENDS, numbers};

use crate::document::Document;
use crate::error::FORMATS;
use crate::shown;
use apart::Apart;
use format::Format;

/// A file of the corpus that could be indexed.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the corpus folder, with `/` between folders.
    pub path: String,
    /// Size in bytes when it was listed.
    pub bytes: u64,
    /// Last change of the file or of its entry, as the file system tells it.
    pub modified: SystemTime,
    /// What somebody says of it.
    pub given: Given,
    format: Format,
    /// The corpus folder, and where in it the file is, links resolved.
    root: PathBuf,
    inside: PathBuf,
}

/// A file that is not in the library, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Path relative to the corpus folder.
    pub path: String,
    /// What is wrong and what to do, for a person.
    pub reason: String,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, reason) = (
            shown::harmless_name(&self.path),
            shown::harmless_line(&self.reason),
        );
        write!(f, "{path} {reason}")
    }
}

/// What is in the corpus folder, by path.
#[derive(Debug, Default)]
pub struct Listing {
    /// The corpus folder as it was named, from the root of the file system.
    pub folder: PathBuf,
    /// The same, links resolved.
    pub root: String,
    /// What reading one of the files may cost.
    pub limits: Limits,
    /// Where they are to be read.
    pub isolation: Isolation,
    /// Files with a format we read.
    pub files: Vec<SourceFile>,
    /// Everything else, each with its reason.
    pub skipped: Vec<Skipped>,
}

/// Lists the corpus folder and its sub-folders, by path; hidden files are ignored, and links out of the folder
/// are not followed.
///
/// # Errors
/// When the folder itself cannot be read; anything inside that cannot is listed as skipped.
pub fn list_corpus(corpus: &Corpus) -> Result<Listing> {
    let Corpus {
        root: folder,
        limits,
        isolation,
    } = corpus;

    // Inside the folder, what cannot be read is listed as skipped; here it is an error.
    fs::read_dir(folder)
        .with_context(|| format!("reading the corpus folder {}", folder.display()))?;

    let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut listing = Listing {
        folder: absolute(folder).unwrap_or_else(|_| folder.to_owned()),
        root: root.to_string_lossy().into_owned(),
        limits: *limits,
        isolation: *isolation,
        ..Listing::default()
    };

    // The corpus folder itself may be hidden, or be given as `.`.
    let is_visible = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(is_visible);

    let mut given = given::read_given(folder);
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {
                let is_link = entry.path_is_symlink() && entry.depth() > 0;
                if is_link && inside::resolve(&root, entry.path()).is_none() {
                    entries.skip_current_dir();
                    listing.skip(relative_path(folder, entry.path()), LEADS_OUT);
                }
            }
            Ok(entry) => listing.add(folder, &root, &entry, &mut given),
            Err(error) => {
                let path = error
                    .path()
                    .map_or_else(String::new, |p| relative_path(folder, p));
                let reason = if error.loop_ancestor().is_some() {
                    "is a link to a folder above it"
                } else {
                    "cannot be read"
                };
                listing.skip(path, reason);
            }
        }
    }

    // The walk sorts within each folder, which is not the order of whole paths.
    listing.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(listing)
}

/// Paragraphs of a file: those of a hundred long novels.
const MOST_BLOCKS: usize = 1 << 21;
/// Headings of a file.
const MOST_SECTIONS: usize = 1 << 18;

/// What is said of a file whose ending promises no format.
fn unknown_format_reason() -> String {
    format!("is in no format Pullquote reads; save it as {FORMATS}")
}

/// Whether the ending of a name promises a format that is read.
pub fn is_readable(name: &str) -> bool {
    Format::of(Path::new(name)).is_some()
}

/// Why a link is not followed.
const LEADS_OUT: &str = "is a link that leads out of the corpus folder or to something hidden; put the text itself there";

impl Listing {
    fn add(&mut self, corpus: &Path, root: &Path, entry: &DirEntry, given: &mut AllGiven) {
        let path = relative_path(corpus, entry.path());
        let Some(format) = Format::of(entry.path()) else {
            return self.skip(path, &unknown_format_reason());
        };

        let metadata = match entry.metadata() {
            Ok(metadata) if metadata.is_file() => metadata,
            Ok(_) => return self.skip(path, "is not a regular file"),
            Err(_) => return self.skip(path, "cannot be read"),
        };

        let Some(inside) = inside::resolve(root, entry.path()) else {
            return self.skip(path, LEADS_OUT);
        };

        let modified = last_change(&metadata);
        self.files.push(SourceFile {
            given: given.remove(&path).unwrap_or_default(),
            path,
            bytes: metadata.len(),
            modified,
            format,
            root: root.to_owned(),
            inside,
        });
    }

    fn skip(&mut self, path: String, reason: &str) {
        self.skipped.push(Skipped {
            path,
            reason: reason.to_owned(),
        });
    }
}

impl SourceFile {
    /// Reads the file whole, within the limits.
    ///
    /// # Errors
    /// When it cannot be read or is larger than the limit.
    pub fn bytes(&self, limits: Limits) -> Result<Vec<u8>> {
        let large = || {
            anyhow!(
                "is larger than {} MiB; split it, or raise --max-file-mib",
                limits.file_mib
            )
        };
        ensure!(self.bytes <= limits.file_bytes(), large());

        let file = inside::open_file(&self.root, &self.inside).context("cannot be opened")?;
        let mut bytes = Vec::new();
        // It may have grown since it was listed: one byte more than allowed tells.
        file.take(limits.file_bytes() + 1)
            .read_to_end(&mut bytes)
            .context("cannot be read")?;

        ensure!(bytes.len() as u64 <= limits.file_bytes(), large());
        Ok(bytes)
    }

    /// Turns its bytes into a document in this process, within the usual limits.
    ///
    /// # Errors
    /// As [`FileReader::read`].
    #[cfg(any(test, feature = "measuring"))]
    pub fn read(&self, bytes: Vec<u8>) -> Result<Document> {
        FileReader::new(Limits::default(), Isolation::Here).read(self, bytes)
    }

    /// Reads the file and turns it into a document, likewise.
    ///
    /// # Errors
    /// As [`SourceFile::bytes`] and [`FileReader::read`].
    #[cfg(any(test, feature = "measuring"))]
    pub fn read_whole(&self) -> Result<Document> {
        self.read(self.bytes(Limits::default())?)
    }
}

/// Turns files into documents, one after the other; a thread that reads has one of its own.
pub struct FileReader {
    limits: Limits,
    isolation: Isolation,
    apart: Apart,
}

impl FileReader {
    /// Within these limits, and there.
    pub fn new(limits: Limits, isolation: Isolation) -> FileReader {
        FileReader {
            limits,
            isolation,
            apart: Apart::default(),
        }
    }

    /// What reading one file may cost.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Turns a file's bytes into a document.
    ///
    /// # Errors
    /// When the bytes are not a text in the format the file's name promises, hold no text, or take more
    /// than the limits to read. A reader that panics is an error too. What may be otherwise the next time is
    /// [`Passing`].
    pub fn read(&mut self, file: &SourceFile, bytes: Vec<u8>) -> Result<Document> {
        let document = self.read_as(&file.path, file.format, &bytes)?;
        Ok(file.given.clone().applied(document))
    }

    /// Turns bytes that are no file of a corpus into a document, as if they were a file of this name.
    ///
    /// # Errors
    /// As [`FileReader::read`]; also when the name promises no format.
    pub fn read_named(&mut self, name: &str, bytes: &[u8]) -> Result<Document> {
        let format = Format::of(Path::new(name)).ok_or_else(|| anyhow!(unknown_format_reason()))?;
        self.read_as(name, format, bytes)
    }

    fn read_as(&mut self, path: &str, format: Format, bytes: &[u8]) -> Result<Document> {
        let limits = self.limits;
        let document = match self.isolation {
            Isolation::Apart => self.apart.read(path, bytes, limits),
            Isolation::Here => {
                read_guarded(|| format.read(path, bytes.to_vec(), limits.file_bytes()))
            }
        };
        let document = document.map_err(|error| match error.downcast::<Passing>() {
            Ok(Passing(reason)) => Passing(cut_reason(&reason)).into(),
            Err(error) => anyhow!(cut_reason(&format!("{error:#}"))),
        })?;

        ensure!(!document.blocks.is_empty(), "holds no text");
        // A place inside a character would stop whoever quotes it later.
        ensure!(
            document.is_sound(),
            "could not be read: its reader contradicts itself"
        );
        Ok(document)
    }

    /// What a process that reads files may not do.
    ///
    /// # Errors
    /// When none can be started.
    pub fn confinement(limits: Limits) -> Result<Confinement> {
        Apart::confinement(limits)
    }
}

/// Why a file could not be read that may well be read the next time.
#[derive(Debug)]
pub struct Passing(String);

impl fmt::Display for Passing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Passing {}

/// A reason as one line: what a library says may hold pieces of the file.
fn cut_reason(reason: &str) -> String {
    const LONGEST: usize = 300;
    let words = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    shown::harmless_line(&words).chars().take(LONGEST).collect()
}

/// Reads, and makes an error of a panic.
fn read_guarded(read: impl FnOnce() -> Result<Document>) -> Result<Document> {
    let document = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        bail!(
            "could not be read: its reader stopped unexpectedly; save it again, or in another format"
        )
    })?;

    // Each of them takes memory of everybody who holds the document, however short it is.
    ensure!(
        document.blocks.len() <= MOST_BLOCKS && document.sections.len() <= MOST_SECTIONS,
        "has too many paragraphs or headings; split it"
    );
    Ok(document)
}

/// Content can be given any time of change, as `cp -p` and `rsync -t` do; an entry cannot, and no change of
/// content is later than that of its entry. Where it seems so, the clock was behind the time that was given, or
/// the file system keeps no such time: then no time is to be trusted, and the one we say is later than any build.
fn last_change(metadata: &fs::Metadata) -> SystemTime {
    const NEVER: Duration = Duration::from_secs(1 << 40);
    let content = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);

    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        let seconds = metadata.ctime().try_into().ok();
        let nanos = metadata.ctime_nsec().try_into().ok();
        // Both are signed; an entry that claims to be older than 1970 counts as of 1970.
        let since_epoch = seconds
            .zip(nanos)
            .map(|(seconds, nanos)| Duration::new(seconds, nanos))
            .unwrap_or_default();
        let entry = SystemTime::UNIX_EPOCH + since_epoch;

        if entry < content {
            SystemTime::UNIX_EPOCH + NEVER
        } else {
            entry
        }
    }
    #[cfg(not(unix))]
    content
}

fn relative_path(corpus: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(corpus).unwrap_or(path);
    inner
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}
