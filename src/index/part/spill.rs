//! What grows with the texts until a part is finished: a file that no name leads to, so that a build that is killed leaves
//! nothing of it.

use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result};

/// Bytes that are added one behind the other, and read again from the first.
pub struct Spill {
    file: BufWriter<File>,
    bytes: u64,
}

impl Spill {
    /// An empty one on the disk of `folder`.
    pub fn create(folder: &Path) -> Result<Spill> {
        let file = tempfile::tempfile_in(folder).context("creating a file for the texts")?;
        Ok(Spill {
            file: BufWriter::new(file),
            bytes: 0,
        })
    }

    /// Adds bytes and says where they begin.
    pub fn add(&mut self, bytes: &[u8]) -> Result<u64> {
        let start = self.bytes;
        let written = self.file.write_all(bytes);
        written.context("writing the texts of the index")?;
        self.bytes += bytes.len() as u64;
        Ok(start)
    }

    /// All of them, from the first.
    pub fn read(self) -> Result<File> {
        let mut file = self
            .file
            .into_inner()
            .context("writing the texts of the index")?;
        file.rewind()?;
        Ok(file)
    }
}
