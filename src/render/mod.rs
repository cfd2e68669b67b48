//! Answers as a reader sees them. Everything here is pure: an answer and its library go in, text comes
//! out, and nothing is printed or sent.

pub mod discord;
pub mod json;
pub mod library;
pub mod terminal;
pub mod words;
mod wrap;

use std::fmt;

use anyhow::Result;

use crate::index::{Library, PassageInfo};

/// A name or title for a terminal: without the control characters that could steer it.
pub fn harmless(text: &str) -> String {
    text.chars().map(wrap::harmless).collect()
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'a> {
    /// Path of the document, its name.
    pub document: &'a str,
    /// Title of the document.
    pub title: &'a str,
    /// Headings above the passage, outermost first.
    pub section: &'a [String],
    /// Position among the document's passages, from 1.
    pub number: u32,
    /// How many passages the document has.
    pub count: u32,
}

impl<'a> Place<'a> {
    /// The place of a passage.
    ///
    /// # Errors
    /// When the passage is not of this library.
    pub fn of(library: &'a Library, passage: &PassageInfo) -> Result<Place<'a>> {
        let document = library.document(passage.span.document)?;
        Ok(Place {
            document: &document.path,
            title: &document.title,
            section: &library.section(passage).path,
            number: passage.id - document.passages.start + 1,
            count: document.passages.len() as u32,
        })
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title)?;
        self.section.iter().try_for_each(|heading| write!(f, " › {heading}"))?;
        write!(f, " · passage {} of {}", self.number, self.count)
    }
}
