//! The `index/` folder: complete generations beside each other, and one name that says which
//! serves.
//!
//! A generation is a folder that is never changed once it is complete. `current` holds its name and
//! the checksum of its manifest; replacing that file is the switch. Readers take no lock: they read
//! `current` and open what it names, and try again if a newer one took its place meanwhile.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf, absolute};

use anyhow::{Context, Result, ensure};

use crate::index::aside::delete_abandoned;
use crate::index::files::hash_bytes;
use crate::index::manifest::{Manifest, Versions};
use crate::index::sizes::Sizes;

const CURRENT: &str = "current";
const LOCK: &str = ".lock";
const MANIFEST: &str = "manifest.json";
const PREFIX: &str = "generation-";

/// The index folder with all its generations.
#[derive(Debug, Clone)]
pub struct Generations {
    root: PathBuf,
    /// How large the parts of a new one are.
    pub sizes: Sizes,
}

/// What `current` says: a generation, by its folder and the checksum of its manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    folder: String,
    checksum: String,
}

/// Held while building; released when dropped or when the process ends.
pub struct BuildLock {
    _file: File,
}

impl Generations {
    /// The generations below `root`, which need not exist.
    pub fn new(root: &Path) -> Generations {
        Generations {
            root: root.to_owned(),
            sizes: Sizes::default(),
        }
    }

    /// The folder of the index.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The way from here to the corpus, links as they are: it stays the same when both are moved
    /// together.
    pub fn way_to(&self, corpus: &Path) -> PathBuf {
        let here = absolute(&self.root).unwrap_or_else(|_| self.root.clone());
        let common = here
            .components()
            .zip(corpus.components())
            .take_while(|(a, b)| a == b)
            .count();

        let up = here.components().skip(common).map(|_| Component::ParentDir);
        up.chain(corpus.components().skip(common)).collect()
    }

    /// Waits until no other process builds here.
    ///
    /// # Errors
    /// When the folder cannot be made or written.
    pub fn lock(&self) -> Result<BuildLock> {
        let doing = || {
            format!(
                "preparing the index folder {}; it must be writable",
                self.root.display()
            )
        };

        fs::create_dir_all(&self.root).with_context(doing)?;

        // What is locked is the open file, so it goes free with the process that holds it.
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.root.join(LOCK))
            .with_context(doing)?;
        file.lock().with_context(doing)?;

        Ok(BuildLock { _file: file })
    }

    /// Which generation serves; `None` before the first build.
    ///
    /// # Errors
    /// When that cannot be read or is no name of a generation.
    pub fn serving(&self) -> Result<Option<Name>> {
        let line = match fs::read_to_string(self.root.join(CURRENT)) {
            Ok(line) => line,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).context("reading which index is current"),
        };

        let (folder, checksum) = line
            .trim()
            .split_once(' ')
            .context("the index does not say which generation is current")?;

        // The name becomes part of a path, so it must not lead out of the index folder.
        let number = folder.strip_prefix(PREFIX).unwrap_or_default();
        ensure!(
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()),
            "the index names no generation"
        );

        Ok(Some(Name {
            folder: folder.to_owned(),
            checksum: checksum.to_owned(),
        }))
    }

    /// The folder of a generation.
    pub fn folder_of(&self, name: &Name) -> PathBuf {
        self.root.join(&name.folder)
    }

    /// The folder and manifest of a generation.
    ///
    /// # Errors
    /// When it cannot be used: damaged, or made by another version.
    pub fn manifest(&self, name: &Name) -> Result<(PathBuf, Manifest)> {
        let folder = self.folder_of(name);
        let bytes =
            fs::read(folder.join(MANIFEST)).context("the manifest of the index cannot be read")?;
        ensure!(
            hash_bytes(&bytes) == name.checksum,
            "the manifest of the index is damaged"
        );

        // The versions are read first: the rest may have another shape in another version.
        let versions: VersionsOnly = serde_json::from_slice(&bytes)
            .context("the index was made by another version of Pullquote")?;
        ensure!(
            versions.versions == Versions::current(),
            "the index was made by another version of Pullquote"
        );

        let manifest =
            serde_json::from_slice(&bytes).context("the manifest of the index cannot be read")?;
        Ok((folder, manifest))
    }

    /// A new empty folder to build in; needs the lock.
    pub fn create(&self, _lock: &BuildLock) -> Result<PathBuf> {
        let number = self.numbers()?.last().map_or(1, |n| n + 1);
        let folder = self.root.join(format!("{PREFIX}{number:06}"));

        fs::create_dir(&folder).with_context(|| {
            format!(
                "creating {}; the index folder must be writable",
                folder.display()
            )
        })?;
        Ok(folder)
    }

    /// Makes a finished generation the serving one and deletes the others.
    ///
    /// # Errors
    /// When anything cannot be written; the former generation then still serves.
    pub fn publish(&self, _lock: &BuildLock, folder: &Path, manifest: &Manifest) -> Result<()> {
        let bytes = serde_json::to_vec(manifest)?;
        write_synced(&folder.join(MANIFEST), &bytes)?;

        // What `current` names must be on the disk before it is named: the files, and the folder
        // that names them.
        for entry in fs::read_dir(folder)? {
            sync_path(&entry?.path())?;
        }
        sync_path(folder)?;
        sync_path(&self.root)?;

        let name = folder
            .file_name()
            .context("a generation has a name")?
            .to_string_lossy();
        let next = self.root.join(format!("{CURRENT}.next"));
        write_synced(&next, format!("{name} {}\n", hash_bytes(&bytes)).as_bytes())?;

        fs::rename(&next, self.root.join(CURRENT)).context("switching to the new index")?;
        // Syncing a folder is not possible everywhere; the rename is atomic all the same.
        let _ = File::open(&self.root).and_then(|root| root.sync_all());

        // One that cannot be deleted now is deleted after the next build.
        let _ = self.delete_except(&name);
        Ok(())
    }

    /// Deletes all generations but the one that serves; needs the lock.
    ///
    /// # Errors
    /// When one of them cannot be deleted, or it cannot be told which serves.
    pub fn delete_former(&self, _lock: &BuildLock) -> Result<()> {
        let serving = self.serving()?;
        self.delete_except(serving.as_ref().map_or("", |name| &name.folder))
    }

    /// Old and unfinished generations, and what else was left: as many as can be deleted.
    fn delete_except(&self, name: &str) -> Result<()> {
        delete_abandoned(&self.root);
        let mut outcome = Ok(());
        for number in self.numbers()? {
            let other = format!("{PREFIX}{number:06}");
            if other != name {
                let deleted = fs::remove_dir_all(self.root.join(&other));
                outcome = outcome.and(deleted.with_context(|| format!("deleting {other}")));
            }
        }
        outcome
    }

    fn numbers(&self) -> Result<Vec<u64>> {
        let entries =
            fs::read_dir(&self.root).with_context(|| format!("reading {}", self.root.display()))?;

        // What has no name of ours is not a generation, and stays untouched.
        let mut numbers: Vec<u64> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter_map(|name| name.strip_prefix(PREFIX)?.parse().ok())
            .collect();

        numbers.sort_unstable();
        Ok(numbers)
    }
}

/// The part of a manifest that every version can read.
#[derive(serde::Deserialize)]
struct VersionsOnly {
    versions: Versions,
}

fn sync_path(path: &Path) -> Result<()> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .with_context(|| format!("syncing {}", path.display()))
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || -> std::io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().with_context(|| format!("writing {}", path.display()))
}
