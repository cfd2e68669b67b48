//! What grows with the texts until a part is finished: in memory while it is small, then in a file
//! that no name leads to, so that a build that is killed leaves nothing of it.

use std::io::{BufWriter, Read, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::{SpooledTempFile, spooled_tempfile_in};

/// Bytes that stay in memory: what becomes of half a megabyte of text, as much as a part of a small
/// library has.
const IN_MEMORY: usize = 2 << 20;

/// Bytes that are added one behind the other, and read again from the first.
pub struct Spill {
    file: BufWriter<SpooledTempFile>,
    bytes: u64,
}

impl Spill {
    /// An empty one, which goes to the disk of `folder` when it grows.
    pub fn new(folder: &Path) -> Spill {
        Spill {
            file: BufWriter::new(spooled_tempfile_in(IN_MEMORY, folder)),
            bytes: 0,
        }
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
    pub fn read(self) -> Result<impl Read> {
        let written = self.file.into_inner();
        let mut file = written.context("writing the texts of the index")?;
        file.rewind()?;
        Ok(file)
    }
}
