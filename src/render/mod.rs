//! Answers as a reader sees them. Everything here is pure: an answer and its library go in, text comes
//! out, and nothing is printed or sent.

pub mod discord;
pub mod json;
pub mod library;
pub mod terminal;
pub mod words;
mod wrap;

use std::fmt;
use std::ops::Range;

use anyhow::Result;

use crate::document::Span;
use crate::index::{Library, PassageInfo};
use crate::shown;

/// Where a passage, or several that follow one another, stand. To tell the place of passages that are
/// not of the library is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'a> {
    /// Path of the document, its name.
    pub document: &'a str,
    /// What the document calls itself.
    pub title: &'a str,
    /// Headings above the first passage, outermost first.
    pub section: &'a [String],
    /// The first and the last page, from 1, if the document has pages.
    pub pages: Option<(u32, u32)>,
    /// Position of the first passage among the document's, from 1.
    pub number: u32,
    /// Position of the last one.
    pub last: u32,
    /// How many passages the document has.
    pub count: u32,
}

impl<'a> Place<'a> {
    /// The place of a whole passage.
    pub fn of(library: &'a Library, passage: &PassageInfo) -> Result<Place<'a>> {
        Place::of_span(library, passage, passage.span)
    }

    /// The place of a part of a passage: only its own pages are named.
    pub fn of_span(library: &'a Library, passage: &PassageInfo, span: Span) -> Result<Place<'a>> {
        let document = library.document(span.document)?;
        let number = passage.id - document.passages.start + 1;

        Ok(Place {
            document: &document.path,
            title: &document.title,
            section: &library.section(passage).path,
            pages: document.pages_of(span.range()),
            number,
            last: number,
            count: document.passages.len() as u32,
        })
    }

    /// The place of several passages of one document; `passages` is not empty.
    pub fn of_stretch(library: &'a Library, passages: Range<u32>) -> Result<Place<'a>> {
        let first = library.passage(passages.start)?;
        let last = library.passage(passages.end.saturating_sub(1))?;
        let whole = Span {
            end: last.span.end,
            ..first.span
        };

        // The section is that of the first passage, the pages are those of all of them.
        let place = Place::of_span(library, &first, whole)?;
        Ok(Place {
            last: place.number + (last.id - first.id),
            ..place
        })
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown::name(self.title))?;
        self.section
            .iter()
            .try_for_each(|heading| write!(f, " › {}", shown::name(heading)))?;

        if let Some((first, last)) = self.pages {
            write!(f, " · {}", words::pages(first, last))?;
        }
        let passages = words::passages(self.number, self.last, self.count);
        write!(f, " · {passages}")
    }
}
