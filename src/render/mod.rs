//! Answers as a reader sees them. Everything here is pure: an answer and its library go in, text
//! comes out, and nothing is printed or sent.

pub mod about;
pub mod discord;
pub mod json;
pub mod library;
pub mod phrases;
pub mod terminal;
pub mod titles;
mod wrap;

use anyhow::Result;
use std::fmt;

use crate::document::Span;
use crate::ids::Ids;
use crate::index::{Library, PassageInfo};
use crate::locale::Locale;
use crate::render::discord::say::place as say;
use crate::shown;

/// Where a passage stands. To tell the place of one that is not of the library is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'a> {
    /// Path of the document, its name.
    pub document: &'a str,
    /// What the document calls itself.
    pub title: &'a str,
    /// What tells it from others of that title, if there are any.
    pub apart: Option<String>,
    /// Headings above it, outermost first.
    pub section: &'a [String],
    /// The first and the last page, from 1, if the document has pages.
    pub pages: Option<(u32, u32)>,
    /// How much of the document stands before it, in hundredths.
    pub percent: u8,
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

        Ok(Place {
            document: &document.path,
            title: &document.title,
            apart: titles::find_distinction(library, span.document),
            section: &library.section(passage).path,
            pages: document.pages_of(span.range()),
            percent: to_percent(
                span.start as u64,
                document.text.end - document.text.start + document.behind.bytes,
            ),
            count: document.passages.len() as u32 + document.behind.passages,
        })
    }
}

fn to_percent(at: u64, of: u64) -> u8 {
    u8::try_from(at * 100 / of.max(1)).unwrap_or(100).min(100)
}

impl Place<'_> {
    /// The place as a member looks it up: chapter and page, or how far into the text where it has
    /// neither.
    pub fn brief(&self, locale: Locale) -> String {
        let mut place = self.named();
        for heading in self.section {
            place.push_str(" › ");
            place.push_str(&cut_heading(heading));
        }

        let part = match self.pages {
            Some((first, last)) if first == last => say::page(locale, first),
            Some((first, last)) => say::pages(locale, first, last),
            None if self.is_nowhere_named() => say::percent(locale, u32::from(self.percent)),
            None => return place,
        };
        format!("{place} · {part}")
    }

    /// Whether only a share of the text says where it is.
    fn is_nowhere_named(&self) -> bool {
        self.section.is_empty() && self.count > 1
    }

    /// The title, with what tells it from others.
    fn named(&self) -> String {
        titles::append_distinction(self.title, self.apart.as_deref())
    }
}

/// A heading as long as a place line has room for.
fn cut_heading(heading: &str) -> String {
    const LONGEST: usize = 60;
    match heading.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", heading[..at].trim_end()),
        None => heading.to_owned(),
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown::harmless_name(&self.named()))?;
        self.section
            .iter()
            .try_for_each(|heading| write!(f, " › {}", shown::harmless_name(heading)))?;

        match self.pages {
            Some((first, last)) => write!(f, " · {}", phrases::page_range(first, last)),
            None if self.is_nowhere_named() => write!(f, " · {} %", self.percent),
            None => Ok(()),
        }
    }
}
