//! The ZIP file that an EPUB or a DOCX is.
//!
//! A small archive can unpack to more than any machine holds, and its headers may lie about it. So before
//! anything is used, everything is unpacked once, counted and thrown away: it costs a few milliseconds,
//! and whoever reads the archive afterwards, a library too, cannot meet more than what was counted.

use std::io::{self, Cursor, Read};

use anyhow::{Context, Result, ensure};
use zip::ZipArchive;
use zip::result::ZipError;

/// An archive that unpacks to a bearable size.
pub struct Archive(ZipArchive<Cursor<Vec<u8>>>);

impl Archive {
    /// Opens an archive that unpacks to at most `most` bytes.
    ///
    /// # Errors
    /// When the bytes are no whole archive, or it unpacks to more.
    pub fn open(bytes: Vec<u8>, most: u64) -> Result<Archive> {
        let mut zip = ZipArchive::new(Cursor::new(bytes))
            .ok()
            .context("is damaged or not whole: what it holds cannot be listed; get it anew")?;

        let mut left = most;
        for entry in 0..zip.len() {
            // What cannot be unpacked does no harm either; it is an error where it is needed.
            let Ok(file) = zip.by_index(entry) else {
                continue;
            };

            // One byte more than is left tells that there is too much. A part that breaks off midway
            // still counts as far as it went.
            let mut file = file.take(left + 1);
            let _ = io::copy(&mut file, &mut io::sink());
            let used = left + 1 - file.limit();

            let large = || {
                format!(
                    "unpacks to more than {} MiB; split it, or raise --max-file-mib",
                    most >> 20
                )
            };
            left = left.checked_sub(used).with_context(large)?;
        }

        Ok(Archive(zip))
    }

    /// A file of the archive; `None` when there is none of that name.
    ///
    /// # Errors
    /// When it cannot be unpacked.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let damaged = || format!("is damaged: its part {name} cannot be unpacked; get it anew");

        let mut file = match self.0.by_name(name) {
            Err(ZipError::FileNotFound) => return Ok(None),
            file => file.ok().with_context(damaged)?,
        };

        ensure!(
            !file.encrypted(),
            "is protected with a password; save a copy without one"
        );

        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok().with_context(damaged)?;
        Ok(Some(bytes))
    }

    /// The bytes that the archive was opened with, for a library that opens it itself.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner().into_inner()
    }
}
