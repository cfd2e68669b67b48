//! A source text as a reader sees it, and places in it.
//!
//! A [`Document`] owns its canonical text: the markup is gone, every character a reader would see
//! is there, and for a UTF-8 `.txt` file it is the file's own bytes. Everything later in the
//! pipeline speaks of byte ranges of that text, so a quote can only ever be a piece of it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::ids::DocumentId;

/// One text of the library, read but not yet cut into passages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Path relative to the corpus folder, with `/` between folders.
    pub path: String,
    /// What the text calls itself, or a readable form of the file name.
    pub title: String,
    /// Who wrote it, if the text says.
    pub author: Option<String>,
    /// BCP 47 tag from the text's own metadata, if it has one.
    pub language: Option<String>,
    /// The canonical text: what a reader sees, without markup.
    pub text: String,
    /// Byte where each page begins, the first one included; empty where a format has no pages.
    pub pages: Vec<usize>,
    /// Pages, from 1, whose text could not be read and is missing.
    pub unread: Vec<u32>,
    /// Sections in reading order; there is always at least one.
    pub sections: Vec<Section>,
    /// Paragraphs in reading order, each inside one section; headings are not blocks.
    pub blocks: Vec<Block>,
    /// Tables whose columns are named, in reading order, none inside another.
    pub tables: Vec<Table>,
}

impl Document {
    /// Whether its places are places of its text, in reading order.
    pub fn is_sound(&self) -> bool {
        let is_place = |at: usize| self.text.is_char_boundary(at);
        let follow = |pair: &[Block]| {
            pair[0].range.end <= pair[1].range.start && pair[0].section <= pair[1].section
        };
        let is_table = |table: &Table| {
            self.text.get(table.head.clone()).is_some()
                && table.head.end <= table.end
                && is_place(table.end)
        };

        self.sections.iter().all(|section| is_place(section.start))
            && self.pages.iter().all(|page| is_place(*page))
            && self.pages.is_sorted()
            && self.blocks.iter().all(|b| {
                self.text.get(b.range.clone()).is_some() && b.section < self.sections.len()
            })
            && self.blocks.windows(2).all(follow)
            && self.tables.iter().all(is_table)
            && self
                .tables
                .windows(2)
                .all(|pair| pair[0].end <= pair[1].head.start)
    }
}

/// A chapter or a part of one: where a passage is said to stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Headings from the outermost inwards; empty for text before any heading.
    pub path: Vec<String>,
    /// Byte where the section's heading (or its text, without one) begins.
    pub start: usize,
}

impl Section {
    /// Whether the section behind it begins with no heading of its own, but goes on with what stood
    /// before it, which was a box in that.
    pub fn is_box_within(&self, next: &Section) -> bool {
        !next.path.is_empty()
            && next.path.len() < self.path.len()
            && self.path.starts_with(&next.path)
    }
}

/// A paragraph: bytes of the canonical text without surrounding white space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// First byte, to one past the last, in [`Document::text`].
    pub range: Range<usize>,
    /// Index into [`Document::sections`].
    pub section: usize,
}

/// A table whose first row says what stands in its columns. Each row of it is a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Bytes of that row, or of several, in [`Document::text`].
    pub head: Range<usize>,
    /// One past the last byte of its last row.
    pub end: usize,
}

impl Table {
    /// The table among those of a document that the byte `at` a place is in, its head included.
    pub fn find_at(tables: &[Table], at: usize) -> Option<&Table> {
        let next = tables.partition_point(|table| table.head.start <= at);
        let table = &tables[next.checked_sub(1)?];
        (at < table.end).then_some(table)
    }
}

/// A byte range of one document's canonical text, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    pub document: DocumentId,
    /// First byte, in [`Document::text`].
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes as a range, to slice the text with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A range without the white space at its ends.
pub fn trim_range(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..start.max(range.start + piece.trim_end().len())
}
