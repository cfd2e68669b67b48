//! Whether the file of an opened part is still as long as it was.
//!
//! Nobody is to write to a finished part, but a disk tool or a wrong command may cut it short. So
//! each file is kept open beside its map, and its length is asked for when work on it is done: that
//! takes microseconds, and what was cut is then damage like any other. What the work saw of it
//! meanwhile is in `map.rs`. A file that is deleted keeps its bytes as long as it is open.

use std::fs::File;

use anyhow::{Result, ensure};

/// What is said of a file that is not as long as it was.
pub const CUT: &str = "a file of the index was cut short while it was in use";

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
        ensure!(now.is_ok_and(|found| found.len() >= self.bytes), CUT);
        Ok(())
    }
}
