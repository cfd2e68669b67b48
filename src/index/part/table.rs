//! Rows of `u32` in a file that is mapped, not read: the passages and sentences of a library of any
//! size in next to no memory.

use std::io::Write;
use std::ops::Range;

use anyhow::{Result, ensure};
use tantivy::directory::OwnedBytes;

/// Rows of `N` little-endian `u32` each.
pub struct Table<const N: usize> {
    bytes: OwnedBytes,
}

impl<const N: usize> Table<N> {
    /// A section of whole rows.
    ///
    /// # Errors
    /// When it does not end with a row.
    pub fn new(bytes: OwnedBytes) -> Result<Self> {
        ensure!(
            bytes.len().is_multiple_of(N * 4),
            "a table of the index has the wrong size"
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
