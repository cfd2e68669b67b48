//! How often each term stands in each document, kept in a file until all passages are written:
//! Tantivy gets the documents after the last passage, and by then a large library's terms would
//! fill memory.

use std::io::{BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result};

use crate::index::part::spill::Spill;
use crate::index::part::table::write_row;

/// The counts of each document, by the number of the term.
pub struct DocumentTerms {
    /// How often each term stands in the document that is being read, by its number.
    current: Vec<u32>,
    /// Which terms that has.
    found: Vec<u32>,
    /// Rows of a term and a count, document after document.
    rows: Spill,
    /// How many rows each document has.
    lengths: Vec<usize>,
}

impl DocumentTerms {
    /// Starts with no document; `folder` holds what does not stay in memory, under no name.
    pub fn new(folder: &Path) -> DocumentTerms {
        DocumentTerms {
            current: Vec::new(),
            found: Vec::new(),
            rows: Spill::new(folder),
            lengths: Vec::new(),
        }
    }

    /// Counts a term of the document that is being read.
    pub fn count(&mut self, term: u32) {
        let at = term as usize;
        if at >= self.current.len() {
            self.current.resize(at + 1, 0);
        }
        if self.current[at] == 0 {
            self.found.push(term);
        }
        self.current[at] += 1;
    }

    /// Ends the document that is being read.
    pub fn end(&mut self) -> Result<()> {
        self.found.sort_unstable();
        let mut rows = Vec::with_capacity(self.found.len() * 8);
        for term in &self.found {
            let count = std::mem::take(&mut self.current[*term as usize]);
            write_row(&mut rows, [*term, count])?;
        }

        self.rows.add(&rows)?;
        self.lengths.push(self.found.len());
        self.found.clear();
        Ok(())
    }

    /// Calls `see` with the terms of each document, each with how often it stands there.
    pub fn documents(
        self,
        mut see: impl FnMut(&mut dyn Iterator<Item = (u32, u32)>) -> Result<()>,
    ) -> Result<()> {
        let mut rows = BufReader::new(self.rows.read()?);

        for length in self.lengths {
            let mut bytes = vec![0; length * 8];
            rows.read_exact(&mut bytes).context("reading the terms")?;

            let (pairs, _) = bytes.as_chunks::<4>().0.as_chunks::<2>();
            let mut counts = pairs
                .iter()
                .map(|[term, count]| (u32::from_le_bytes(*term), u32::from_le_bytes(*count)));
            see(&mut counts)?;
        }
        Ok(())
    }
}
