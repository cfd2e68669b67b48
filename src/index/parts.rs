//! The files of a generation that no document's checksum covers: postings, terms and words.
//!
//! Damage in them could make Tantivy panic, or an answer be missed. They are checked when a
//! generation is opened, except that of a very large file only the length is: reading gigabytes
//! before each question would cost more than the rare damage does.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::index::files::{self, hash, map};

/// Files up to this size are checked whole at each opening; that takes about 10 ms.
const SMALL: u64 = 32 << 20;

/// A file as it was when the generation was finished.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Part {
    /// Path inside the generation.
    path: String,
    bytes: u64,
    /// BLAKE3 of the bytes.
    checksum: String,
}

/// The parts of the generation in `folder`.
pub fn parts(folder: &Path) -> Result<Vec<Part>> {
    let mut paths = [
        files::WORDS,
        files::TERMS,
        files::TERM_NUMBERS,
        files::TERM_ROWS,
    ]
    .map(str::to_owned)
    .to_vec();

    for entry in fs::read_dir(folder.join(files::POSTINGS))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // Hidden ones are Tantivy's locks and notes.
        if !name.starts_with('.') {
            paths.push(format!("{}/{name}", files::POSTINGS));
        }
    }

    // Folders list their files in any order; the manifest should not depend on it.
    paths.sort_unstable();
    paths
        .into_iter()
        .map(|path| Part::new(folder, path))
        .collect()
}

impl Part {
    /// Path inside the generation.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn new(folder: &Path, path: String) -> Result<Part> {
        let bytes = map(&folder.join(&path))?;
        Ok(Part {
            bytes: bytes.len() as u64,
            checksum: hash(&bytes),
            path,
        })
    }

    /// Checks the length, and what is small whole.
    ///
    /// # Errors
    /// When the file is not what was written.
    pub fn check(&self, folder: &Path) -> Result<()> {
        // A file that is gone counts as one of another length.
        let length = fs::metadata(folder.join(&self.path)).map(|data| data.len());
        ensure!(
            length.is_ok_and(|n| n == self.bytes),
            "{} of the index is incomplete",
            self.path
        );

        if self.bytes <= SMALL {
            self.verify(folder)
        } else {
            Ok(())
        }
    }

    /// Checks every byte, however large the file is.
    ///
    /// # Errors
    /// When the file is not what was written.
    pub fn verify(&self, folder: &Path) -> Result<()> {
        let bytes = map(&folder.join(&self.path)).context("checking the index")?;
        ensure!(
            hash(&bytes) == self.checksum,
            "{} of the index is damaged",
            self.path
        );
        Ok(())
    }
}
