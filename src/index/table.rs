//! Rows of `u32` in a file that is mapped, not read: the passages and sentences of a library of any
//! size in next to no memory.

use std::fs::File;
use std::io::Write;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use memmap2::Mmap;

/// A file of rows of `N` little-endian `u32` each.
pub struct Table<const N: usize> {
    bytes: Mmap,
}

impl<const N: usize> Table<N> {
    /// Opens a table whose number of rows is known.
    ///
    /// # Errors
    /// When the file cannot be mapped or does not hold `rows` rows.
    pub fn open(path: &Path, rows: usize) -> Result<Self> {
        let bytes = map(path)?;
        ensure!(
            bytes.len() == rows * N * 4,
            "{} has the wrong size",
            path.display()
        );
        Ok(Table { bytes })
    }

    pub fn len(&self) -> usize {
        self.bytes.len() / (N * 4)
    }

    /// Row `index`, or `None` past the end.
    pub fn row(&self, index: usize) -> Option<[u32; N]> {
        self.rows(index..index + 1)?.next()
    }

    /// Some rows in order, or `None` if there are not so many.
    pub fn rows(&self, rows: Range<usize>) -> Option<impl Iterator<Item = [u32; N]>> {
        let (rows, _) = self.bytes(rows)?.as_chunks::<4>().0.as_chunks::<N>();
        Some(rows.iter().map(|row| row.map(u32::from_le_bytes)))
    }

    /// The bytes of some rows, for checksums.
    pub fn bytes(&self, rows: Range<usize>) -> Option<&[u8]> {
        self.bytes.get(rows.start * N * 4..rows.end * N * 4)
    }
}

/// Appends one row in the layout of a [`Table`].
pub fn write_row<const N: usize>(out: &mut impl Write, row: [u32; N]) -> std::io::Result<()> {
    row.iter()
        .try_for_each(|value| out.write_all(&value.to_le_bytes()))
}

/// Maps a file of a finished generation.
#[allow(unsafe_code)]
pub fn map(path: &Path) -> Result<Mmap> {
    let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
    // SAFETY: files of a finished generation are never written again, only unlinked, which leaves a
    // mapping intact. One that is truncated all the same is found out before it is used (`whole.rs`); in the
    // very moment of its use, that ends the process, not its memory safety.
    unsafe { Mmap::map(&file) }.with_context(|| format!("mapping {}", path.display()))
}
