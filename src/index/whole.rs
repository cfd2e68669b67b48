//! Whether the files of an opened generation are still as long as they were.
//!
//! Files are mapped into memory, and a map of a file that somebody cuts short ends the process that looks behind its
//! new end (SIGBUS). Nobody is to write to a finished generation, but a disk tool or a wrong command may. So each file
//! is kept open beside its map, and its length is asked for before work on it begins: that takes microseconds, and
//! what was cut is then damage like any other. A file that is deleted keeps its bytes as long as it is open.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The files of a generation with the lengths that they had.
pub struct Lengths(Vec<(File, u64)>);

impl Lengths {
    /// Opens files of the generation in `folder` by their names there.
    ///
    /// # Errors
    /// When one of them is missing.
    pub fn of<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> Result<Lengths> {
        let open = |name: &str| -> Result<(File, u64)> {
            let file = File::open(folder.join(name)).with_context(|| format!("opening {name}"))?;
            let length = file.metadata()?.len();
            Ok((file, length))
        };
        names
            .into_iter()
            .map(open)
            .collect::<Result<_>>()
            .map(Lengths)
    }

    /// Asks for the length of each.
    ///
    /// # Errors
    /// When one is shorter than it was.
    pub fn check(&self) -> Result<()> {
        let is_whole = |(file, length): &(File, u64)| {
            file.metadata().is_ok_and(|found| found.len() >= *length)
        };
        ensure!(
            self.0.iter().all(is_whole),
            "a file of the index was cut short while it was in use"
        );
        Ok(())
    }
}
