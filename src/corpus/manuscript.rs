//! The canonical text of a marked-up document while it is being written.
//!
//! In: pieces of text, line breaks, ends of paragraphs and headings, in reading order. Out: a text
//! of paragraphs separated by blank lines, and their outline. Every format with markup writes here,
//! so that a paragraph looks the same wherever it came from.

use std::ops::Range;

use crate::corpus::gutenberg::{self, Book};
pub use crate::corpus::outline::{Headings, Row};
use crate::corpus::outline::{Metadata, Outline};
use crate::corpus::{plain, programs};
use crate::document::{Document, trim_range};
use crate::language::is_unspaced;

/// Shows only where a line is broken at it.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// From here on letters are Chinese, Japanese or Korean: twice as wide as others, and mostly
/// without spaces between words. In the scripts before it that put none, the end of a line is one
/// all the same.
pub const FIRST_WIDE: char = '\u{2e80}';
/// Marks that Chinese and Japanese share with other languages.
const MARKS: &[char] = &['“', '”', '‘', '’', '…', '—', '·'];

/// A text and its outline, so far.
#[derive(Debug, Default)]
pub struct Manuscript {
    text: String,
    outline: Outline,
    /// Where the paragraph that is being written begins.
    start: usize,
    /// Where a space ends that is only the end of a line.
    line_end: usize,
    /// Where the mark of a list item ends, if the paragraph began with one.
    mark: usize,
    /// The title that stands at the top of the text.
    title: Option<String>,
    /// Whether a heading of level 1 at the top is the title, see [`Manuscript::new`].
    titled: bool,
    /// The title as it is known from elsewhere; a heading at the top that repeats it is the title.
    name: Option<String>,
}

impl Manuscript {
    /// A manuscript in which a heading at the top is the title of the whole, which stands above
    /// every place and so is no section: one that repeats the `title` as it is known, or, when the
    /// text has `only_one` heading of level 1, that one if it comes before any text.
    pub fn new(only_one: bool, title: Option<&str>) -> Manuscript {
        Manuscript {
            titled: only_one,
            name: title.map(str::to_owned),
            ..Manuscript::default()
        }
    }

    /// Writes `text` as it is, line breaks and all.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes `text` as it flows: each run of white space is one space, none begins a line, and a
    /// soft hyphen, which shows only where a line is broken, is gone. In Chinese and Japanese the
    /// end of a line parts no word.
    pub fn flow(&mut self, text: &str) {
        for piece in text.split_inclusive(is_space) {
            let word = piece.trim_end_matches(is_space);
            if self.line_end == self.text.len() && self.parts_no_word(word) {
                self.text.pop();
            }
            self.text.extend(word.chars().filter(|c| *c != SOFT_HYPHEN));

            if word.len() < piece.len() {
                self.space();
            }
            if piece.ends_with(['\n', '\r']) {
                self.line_end = self.text.len();
            }
        }
    }

    /// Whether the space just written, which is the end of a line, stands within Chinese or
    /// Japanese.
    fn parts_no_word(&self, next: &str) -> bool {
        let before = self.paragraph().strip_suffix(' ');
        let ends = before.and_then(|text| text.chars().next_back());
        let Some((last, first)) = ends.zip(next.chars().next()) else {
            return false;
        };
        let fits = |c: char| is_wide(c) || MARKS.contains(&c);
        fits(last) && fits(first) && (is_wide(last) || is_wide(first))
    }

    /// Writes a space unless there is one, or nothing yet on the line.
    pub fn space(&mut self) {
        let written = self.paragraph();
        if !written.is_empty() && !written.ends_with([' ', '\n', '\t']) {
            self.text.push(' ');
        }
    }

    /// Goes to a new line of the same paragraph.
    pub fn line_break(&mut self) {
        if !self.paragraph().is_empty() {
            self.trim_line();
            self.text.push('\n');
        }
    }

    /// Bytes written so far; after [`Manuscript::end_block`], where the next paragraph begins.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// What has been written of the paragraph.
    pub fn paragraph(&self) -> &str {
        &self.text[self.start..]
    }

    /// Whether nothing of the paragraph has been written but the mark of an item.
    pub fn is_at_begin(&self) -> bool {
        self.text[self.start.max(self.mark)..].trim().is_empty()
    }

    /// Begins a paragraph. Right after the mark of a list item it goes on in the same line.
    pub fn begin_block(&mut self) {
        if self.text.len() != self.mark {
            self.end_block();
        }
    }

    /// Begins a list item with its mark, such as `•` or `3.`.
    pub fn begin_item(&mut self, mark: &str) {
        self.end_block();
        self.text.push_str(mark);
        self.text.push(' ');
        self.mark = self.text.len();
    }

    /// Ends the paragraph being written, if any; a mark without an item is taken back.
    pub fn end_block(&mut self) {
        let written = self.trim_block();
        self.outline.block(written);
        self.separate();
    }

    /// The same for a row of a table, or a cell of one.
    pub fn end_row(&mut self, row: Row) {
        let written = self.trim_block();
        self.outline.row(written, row);
        self.separate();
    }

    /// What follows stands in no table, or in another one.
    pub fn end_table(&mut self) {
        self.outline.end_table();
    }

    /// Where the paragraph being written stands; nowhere, if there is nothing in it.
    fn trim_block(&mut self) -> Range<usize> {
        if self.mark > self.start && self.text[self.mark..].trim().is_empty() {
            self.text.truncate(self.start);
        }

        // White space at the beginning stays in the text, but no block begins with it.
        let written = self.paragraph();
        let start = self.start + (written.len() - written.trim_start().len());
        let end = self.start + written.trim_end().len();
        start..end.max(start)
    }

    /// Ends the paragraph being written, which is a heading; `level` 1 is the outermost.
    pub fn end_heading(&mut self, level: u8) {
        match one_line(self.paragraph()) {
            Some(title) => self.end_heading_as(level, title),
            None => self.separate(),
        }
    }

    /// The same for a heading that is known under another title; its own text may be empty.
    pub fn end_heading_as(&mut self, level: u8, title: String) {
        // Before `separate`, which begins the next paragraph.
        let start = self.start;
        self.separate();

        let is_title = level == 1 && self.titled && self.outline.is_empty();
        let repeats = self
            .name
            .as_ref()
            .is_some_and(|name| name.to_lowercase() == title.to_lowercase());

        if is_title || (repeats && !self.outline.has_headings()) {
            self.titled = false;
            self.title = Some(title);
        } else {
            self.outline.heading(level, &title, start);
        }
    }

    /// Ends the paragraph being written, which is a further line of the heading before it.
    pub fn end_line_of_heading(&mut self) {
        self.separate();
    }

    /// Begins a section that the text itself has no heading for.
    pub fn begin_section(&mut self, level: u8, title: &str) {
        self.end_block();
        self.outline.heading(level, title, self.start);
    }

    /// Ends all sections: what follows stands under no heading but one that nothing stands under
    /// yet.
    pub fn end_sections(&mut self) {
        self.end_block();
        self.outline.end_headings(self.start);
    }

    /// The headings that what is written stands under.
    pub fn headings(&self) -> Headings {
        self.outline.headings()
    }

    /// What follows stands under these headings again.
    pub fn go_back_to(&mut self, headings: Headings) {
        self.end_block();
        self.outline.go_back_to(headings, self.start);
    }

    /// The title that stood at the top, if any.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The finished document, without what Project Gutenberg adds to a book. What the metadata says
    /// of the title counts more than the text's own top.
    pub fn finish(mut self, path: &str, metadata: Metadata) -> Document {
        self.end_block();
        if self.outline.is_one_section() {
            self.outline
                .add_headings(&self.text, plain::find_typed_chapters(&self.text));
        }

        let mut metadata = programs::strip_programs(metadata);
        metadata.title = metadata.title.or(self.title.take());
        if let Some(books) = gutenberg::split_books(&self.text) {
            metadata = self.take_out(books, metadata);
        }
        self.outline.finish(path, metadata, self.text)
    }

    /// Leaves only the books, and completes what is said of them.
    fn take_out(&mut self, books: Vec<Book>, said: Metadata) -> Metadata {
        let bodies: Vec<_> = books
            .iter()
            .map(|book| trim_range(&self.text, book.body.clone()))
            .collect();
        self.outline
            .keep(&mut self.text, &bodies, |title| !gutenberg::is_frame(title));

        let found = gutenberg::shared_metadata(books);
        let named = said.title.as_deref().and_then(gutenberg::title_and_author);
        let (title, author) = match named {
            Some((title, author)) => (found.title.or(Some(title)), author),
            None => (said.title.or(found.title), None),
        };
        Metadata {
            title,
            author: said.author.or(author).or(found.author),
            language: said.language.or(found.language),
        }
    }

    fn separate(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.start = self.text.len();
        self.mark = 0;
    }

    fn trim_line(&mut self) {
        let written = self.paragraph().trim_end_matches([' ', '\t']).len();
        self.text.truncate(self.start + written);
    }
}

/// A text in one line, with single spaces; `None` if there is none.
pub fn one_line(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// Whether a character is one of Chinese or Japanese, or a mark that only these have.
fn is_wide(c: char) -> bool {
    let is_mark = matches!(c, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}');
    is_mark || (c >= FIRST_WIDE && is_unspaced(c))
}

/// White space that a browser collapses; a no-break space is text.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
