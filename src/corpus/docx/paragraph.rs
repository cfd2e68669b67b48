//! A paragraph of a Word document: while it is read, and as it has been read.

use std::ops::Range;

use super::numbering::Counters;
use super::styles::Styles;
use crate::corpus::formula;
use crate::corpus::manuscript::{FIRST_WIDE, Row, SOFT_HYPHEN};

/// A paragraph as it is read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    pub kind: Kind,
    /// What is printed before it, up to where its text begins: a bullet, a number.
    pub mark: String,
    /// The notes that it refers to.
    pub notes: Vec<Reference>,
    /// Whether it is a row of a table with a head.
    pub row: Option<Row>,
}

/// What a paragraph is to the outline of the document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Text,
    Title,
    /// A heading, with its level from 1 to 9.
    Heading(u8),
    /// The text of a file in the archive; the paragraph's own is the number of that file.
    Chunk,
}

/// A place in the text that a note belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub story: Story,
    pub id: String,
    /// Whether it has a mark of its own instead of a number.
    pub has_own_mark: bool,
}

/// Where notes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    /// At the foot of the page.
    Foot,
    /// At the end of the document.
    End,
}

/// A paragraph that is being read, and what its properties say.
#[derive(Debug, Default)]
pub struct Draft {
    pub text: String,
    pub style: String,
    pub outline: Option<u8>,
    pub list: Option<String>,
    pub list_level: Option<usize>,
    pub notes: Vec<Reference>,
    /// Text boxes anchored in it; they are read after it.
    pub boxes: Vec<Paragraph>,
    /// Whether its end is not printed, so that the next paragraph goes on in its line: it has been
    /// deleted, or the whole is the initial of the next.
    pub goes_on: bool,
    /// Whether its end is hidden, if that is said; without text it is then not there at all.
    pub hidden_end: Option<bool>,
    /// The last of its text that is raised.
    raised: Raised,
    /// How high the last of its text stands that is not raised.
    height: i32,
    /// Whether the last of its text is a raised number behind a space, as that of a verse is.
    counts_verse: bool,
}

/// A stretch of text that is raised.
#[derive(Debug, Default)]
struct Raised {
    range: Range<usize>,
    /// As it would be read if it were not raised.
    plain: String,
}

impl Draft {
    /// The paragraph that goes on after this one, whose own properties do not count.
    pub fn continued(self) -> Draft {
        Draft {
            text: self.text,
            notes: self.notes,
            boxes: self.boxes,
            ..Draft::default()
        }
    }

    /// Writes a piece of text, raised if that is said or if it stands higher than what is before
    /// it.
    pub fn push(&mut self, text: &str, is_raised: bool, height: i32) {
        let text: String = text.chars().filter(|c| *c != SOFT_HYPHEN).collect();
        let is_raised = is_raised || height > self.height.max(0);
        if is_raised && let Some(raised) = raise_behind(&self.text, &text) {
            let end = self.text.len() + raised.len();
            if self.raised.range.end != self.text.len() {
                self.raised = Raised::default();
                self.raised.range.start = self.text.len();
            }
            self.raised.range.end = end;
            self.raised.plain.push_str(&text);
            return self.text.push_str(&raised);
        }

        if text.starts_with(['/', '⁄']) {
            self.lower();
        }
        let is_apart = self
            .text
            .ends_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
        let number = self.text.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_word = text.starts_with(char::is_alphabetic) && !formula::is_isotope(number, &text);
        if self.counts_verse && is_word && !is_raised {
            self.text.push(' ');
        }
        self.counts_verse = is_raised
            && (self.text.is_empty() || is_apart)
            && text.chars().all(|c| c.is_ascii_digit());
        self.height = height;
        self.text.push_str(&text);
    }

    /// The raised number at the end is the upper half of a fraction.
    fn lower(&mut self) {
        let Raised { range, plain } = std::mem::take(&mut self.raised);
        if plain.is_empty() || range.end != self.text.len() {
            return;
        }
        self.text.truncate(range.start);
        if self.text.ends_with(char::is_numeric) {
            self.text.push(' ');
        }
        self.text.push_str(&plain);
    }

    /// The paragraph with its kind and mark; `None` if there is nothing to read in it.
    pub fn finished(self, styles: &Styles, counters: &mut Counters) -> Option<Paragraph> {
        let is_empty = self.text.trim().is_empty();
        let is_hidden = || self.hidden_end.unwrap_or_else(|| styles.hides(&self.style));
        if styles.is_contents(&self.style) || (is_empty && is_hidden()) {
            return None;
        }

        let kind = self.kind(styles);
        // An empty item is counted. A heading may be nothing but its number.
        let mark = self
            .mark(styles, counters)
            .filter(|_| !is_empty || matches!(kind, Kind::Heading(_)));
        if is_empty && mark.is_none() && self.notes.is_empty() {
            return None;
        }

        Some(Paragraph {
            mark: mark.map_or_else(String::new, |mark| separate_mark(mark, &self.text)),
            text: self.text,
            kind,
            notes: self.notes,
            row: None,
        })
    }

    fn kind(&self, styles: &Styles) -> Kind {
        let level = match self.outline {
            // Counted from 0; a level past the ninth is that of the body.
            Some(level) => Some(level.saturating_add(1)).filter(|level| *level <= 9),
            None => styles.heading(&self.style),
        };

        match level {
            _ if styles.is_title(&self.style) => Kind::Title,
            Some(level) => Kind::Heading(level),
            None => Kind::Text,
        }
    }

    /// What is printed before it, by its own list or by that of its style.
    fn mark(&self, styles: &Styles, counters: &mut Counters) -> Option<String> {
        let bases = || styles.bases(&self.style);
        let of_style = || bases().find_map(|style| style.list.as_ref());
        let list = self.list.as_ref().or_else(of_style)?;

        let meant = || bases().find_map(|style| counters.level_of(list, &style.id));
        let said = || bases().find_map(|style| style.list_level);
        let level = self.list_level.or_else(meant).or_else(said).unwrap_or(0);

        counters.next(list, level)
    }
}

/// A raised piece of text as it is written behind another; `None` where it is text like any other.
fn raise_behind(before: &str, text: &str) -> Option<String> {
    match before.chars().next_back()? {
        c if c.is_numeric() || matches!(c, '⁺' | '⁻') => formula::to_superscript(text),
        c if c.is_alphabetic() || matches!(c, ')' | ']') => {
            formula::to_superscript(text).filter(|_| !text.contains(char::is_alphabetic))
        }
        _ => None,
    }
}

/// A number that Word prints right before a word, only moved aside; together they would be another
/// word.
fn separate_mark(mut mark: String, text: &str) -> String {
    // Chinese and Japanese have no spaces between words.
    let is_letter = |c: char| c.is_alphanumeric() && c < FIRST_WIDE;
    if mark.ends_with(is_letter) && text.starts_with(is_letter) {
        mark.push(' ');
    }
    mark
}

impl Paragraph {
    /// A row of a table whose cells hold one paragraph each, as one line.
    pub fn row(cells: Vec<Paragraph>, row: Option<Row>) -> Paragraph {
        let line = |cell: &Paragraph| format!("{}{}", cell.mark, cell.text.trim());
        let lines: Vec<String> = cells.iter().map(line).collect();

        Paragraph {
            text: lines.join(" "),
            notes: cells.into_iter().flat_map(|cell| cell.notes).collect(),
            row,
            ..Paragraph::default()
        }
    }
}
