//! What is in a corpus folder, and the bytes of its files: nothing outside the folder is ever
//! opened.

use std::fmt;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, anyhow, ensure};
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use crate::corpus::folder::{Corpus, Isolation, Limits};
use crate::corpus::format::{Format, unknown_format_reason};
use crate::corpus::given::{self, AllGiven, Given};
use crate::corpus::inside::{self, FileId};
use crate::shown;
#[cfg(any(test, feature = "measuring"))]
use crate::{corpus::FileReader, document::Document};

/// Why a link is not followed.
const LEADS_OUT: &str = "is a link that leads out of the corpus folder or to something hidden; put the text itself there";

/// Why a file with the token, or with all settings, is not read.
const HOLDS_SETTINGS: &str =
    "holds settings of this program, such as the token, and is no text; keep it in another folder";

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
    /// It is left for now, whatever has changed: its reading goes on.
    pub postponed: bool,
    pub(super) format: Format,
    /// The corpus folder, and where in it the file is, links resolved.
    root: PathBuf,
    inside: PathBuf,
    /// See [`Listing::secret`].
    secret: Arc<[FileId]>,
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
    /// Files of the settings, which are not read.
    secret: Arc<[FileId]>,
    /// Files with a format we read.
    pub files: Vec<SourceFile>,
    /// Everything else, each with its reason.
    pub skipped: Vec<Skipped>,
}

/// Lists the corpus folder and its sub-folders, by path; hidden files are ignored, and links out of
/// the folder are not followed.
///
/// # Errors
/// When the folder itself cannot be read; anything inside that cannot is listed as skipped.
pub fn list_corpus(corpus: &Corpus) -> Result<Listing> {
    let Corpus {
        root: folder,
        limits,
        isolation,
        has_given,
        secret,
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
        secret: inside::identify_files(secret).into(),
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

    let mut given = match has_given {
        true => given::read_given(folder),
        false => AllGiven::new(),
    };
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
            Err(error) => listing.skip_unreadable(folder, &error),
        }
    }

    // The walk sorts within each folder, which is not the order of whole paths.
    listing.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(listing)
}

impl Listing {
    fn skip_unreadable(&mut self, corpus: &Path, error: &walkdir::Error) {
        let path = error.path().map(|path| relative_path(corpus, path));
        let reason = if error.loop_ancestor().is_some() {
            "is a link to a folder above it"
        } else {
            "cannot be read"
        };
        self.skip(path.unwrap_or_default(), reason);
    }

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
        if holds_settings(&self.secret, &metadata) {
            return self.skip(path, HOLDS_SETTINGS);
        }

        let modified = last_change(&metadata);
        self.files.push(SourceFile {
            given: given.remove(&path).unwrap_or_default(),
            path,
            bytes: metadata.len(),
            modified,
            postponed: false,
            format,
            root: root.to_owned(),
            inside,
            secret: Arc::clone(&self.secret),
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
        // By now another file may have its name.
        let metadata = file.metadata().context("cannot be read")?;
        ensure!(!holds_settings(&self.secret, &metadata), HOLDS_SETTINGS);

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

fn holds_settings(secret: &[FileId], file: &fs::Metadata) -> bool {
    inside::identify_file(file).is_some_and(|file| secret.contains(&file))
}

/// Content can be given any time of change, as `cp -p` and `rsync -t` do; an entry cannot, and no
/// change of content is later than that of its entry. Where it seems so, the clock was behind the
/// time that was given, or the file system keeps no such time: then no time is to be trusted, and
/// the one we say is later than any build.
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
