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
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::document::Span;
use crate::ids::{DocumentId, Ids};
use crate::index::{Library, PassageInfo};
use crate::locale::Locale;
use crate::render::discord::say::place as say;
use crate::shown;

/// Columns of a heading at most, and between two names.
const HEADING: usize = 60;
const BETWEEN: usize = 3;

/// How far a place is cut, in columns.
struct Cut {
    /// A line of small print on a phone.
    line: usize,
    /// What is left at least of a name that is cut for the line.
    name: usize,
}

/// As a line mostly holds.
const USUAL: Cut = Cut { line: 48, name: 20 };
/// As it holds of capitals, too.
const NARROW: Cut = Cut { line: 36, name: 10 };

/// Where a passage stands. To tell the place of one that is not of the library is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'a> {
    /// Path of the document, its name.
    pub document: &'a str,
    /// What the document calls itself.
    pub title: &'a str,
    /// What tells it from others of that title, if there are any.
    pub apart: Option<String>,
    /// Bytes of the title that another one begins with, too.
    shared: usize,
    /// Headings above it, outermost first.
    pub section: &'a [String],
    /// Whether another section of the text has the last of them, too.
    is_repeated: bool,
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
        let id = passage.span.document;
        let document = library.document(id)?;
        let section = &library.section(passage).path;
        let mut others = document.sections.iter().map(|other| &other.path);

        let place = Place {
            document: &document.path,
            title: &document.title,
            apart: titles::find_distinction(library, id),
            shared: titles::find_shared_start(library, &document.title),
            section,
            is_repeated: others.any(|other| other.last() == section.last() && other != section),
            pages: None,
            percent: 0,
            count: document.passages.len() as u32 + document.behind.passages,
        };
        place.narrowed(library, id, passage.span.range())
    }

    /// The place of a part of a passage: only its own pages are named.
    pub fn of_span(library: &'a Library, passage: &PassageInfo, span: Span) -> Result<Place<'a>> {
        Place::of(library, passage)?.narrowed(library, span.document, span.range())
    }

    /// The same of another part of its passage, by its document and its bytes there.
    pub fn narrowed(
        self,
        library: &Library,
        document: DocumentId,
        part: Range<usize>,
    ) -> Result<Place<'a>> {
        let document = library.document(document)?;
        let length = document.text.end - document.text.start + document.behind.bytes;
        Ok(Place {
            percent: to_percent(part.start as u64, length),
            pages: document.pages_of(part),
            ..self
        })
    }
}

fn to_percent(at: u64, of: u64) -> u8 {
    u8::try_from(at * 100 / of.max(1)).unwrap_or(100).min(100)
}

impl Place<'_> {
    /// The place as a member looks it up: chapter and page, or how far into the text where it has
    /// neither. It is cut to a line of a phone, the title first and the last heading not at all, if
    /// that does.
    pub fn brief(&self, locale: Locale) -> String {
        self.fit_line(self.section, &USUAL, locale)
    }

    /// The same in as few words as tell the chapter: the last heading alone, if no other is the same,
    /// and as much of the title as the line has room for.
    pub fn briefest(&self, locale: Locale) -> String {
        let outer = self.section.len().saturating_sub(1);
        let first = if self.is_repeated { 0 } else { outer };
        self.fit_line(&self.section[first..], &NARROW, locale)
    }

    fn fit_line(&self, section: &[String], cut: &Cut, locale: Locale) -> String {
        let part = match self.pages {
            Some((first, last)) if first == last => say::page(locale, first),
            Some((first, last)) => say::pages(locale, first, last),
            None if self.is_nowhere_named() => say::percent(locale, u32::from(self.percent)),
            None => String::new(),
        };
        let headings = section.iter().map(|heading| cut_name(heading, HEADING));
        let mut headings: Vec<String> = headings.collect();
        let mut title = self.named();
        let mut over = (measure_line(&title, &headings) + part.width()).saturating_sub(cut.line);

        if over > 0 {
            let room = title.width().saturating_sub(over).max(cut.name);
            let shorter = titles::cut_title(self.title, self.shared, room);
            let shorter = titles::append_distinction(&shorter, self.apart.as_deref());
            over = over.saturating_sub(title.width().saturating_sub(shorter.width()));
            title = shorter;
        }
        let outer = headings.len().saturating_sub(1);
        for heading in &mut headings[..outer] {
            let shorter = cut_name(heading, heading.width().saturating_sub(over).max(cut.name));
            over = over.saturating_sub(heading.width().saturating_sub(shorter.width()));
            *heading = shorter;
        }

        let place = [title].into_iter().chain(headings).collect::<Vec<_>>();
        let place = place.join(" › ");
        if part.is_empty() {
            place
        } else {
            format!("{place} · {part}")
        }
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

/// Columns of a title and its headings in one line, with what stands between them and before the
/// page.
fn measure_line(title: &str, headings: &[String]) -> usize {
    let names = headings.iter().map(|heading| BETWEEN + heading.width());
    title.width() + names.sum::<usize>() + BETWEEN
}

/// A name of so many columns.
fn cut_name(name: &str, most: usize) -> String {
    let mut columns = 0;
    let cut = name.char_indices().find(|(_, letter)| {
        columns += letter.width().unwrap_or(0);
        columns > most
    });

    match cut {
        Some((at, _)) => {
            let word = name[..at].rfind(char::is_whitespace);
            let end = word.filter(|end| *end > at / 2).unwrap_or(at);
            format!("{}…", name[..end].trim_end())
        }
        None => name.to_owned(),
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
