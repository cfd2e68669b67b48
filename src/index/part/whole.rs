//! Whether the file of an opened part is still as long as it was.
//!
//! Files are mapped into memory, and a map of a file that somebody cuts short ends the process that
//! looks behind its new end (SIGBUS). Nobody is to write to a finished part, but a disk tool or a
//! wrong command may. So each file is kept open beside its map, and its length is asked for before
//! work on it begins: that takes microseconds, and what was cut is then damage like any other. A
//! file that is deleted keeps its bytes as long as it is open.

use std::fs::File;

use anyhow::{Result, ensure};

/// A file with the length that it had.
pub struct Length {
    file: File,
    bytes: u64,
}

impl Length {
    /// As it is now.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub fn of(file: File) -> Result<Length> {
        let bytes = file.metadata()?.len();
        Ok(Length { file, bytes })
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Asks for the length again.
    ///
    /// # Errors
    /// When it is shorter than it was.
    pub fn check(&self) -> Result<()> {
        let now = self.file.metadata();
        ensure!(
            now.is_ok_and(|found| found.len() >= self.bytes),
            "a file of the index was cut short while it was in use"
        );
        Ok(())
    }
}
