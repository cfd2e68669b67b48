//! `.pdf`: a page is letters at places, nothing more. Lines, paragraphs and headings are found
//! again from where they stand and how large they are.
//!
//! `file` opens it, `page` makes lines of letters, `frame` takes off running heads and page numbers
//! and `contents` tables of contents, `chapters` finds the headings, and `flow` joins lines to
//! paragraphs, across pages too.

mod bookmarks;
mod chapters;
mod collector;
mod columns;
mod contents;
mod file;
mod flow;
mod fonts;
mod forms;
mod fractions;
mod frame;
mod glyphs;
mod hyphens;
mod initials;
mod joins;
mod line_numbers;
mod markers;
mod marks;
mod notes;
mod order;
mod page;
mod page_numbers;
mod rows;
mod spacing;
mod typed;
mod verses;

use anyhow::{Result, ensure};

use crate::document::Document;

/// What to do about letters that are only pictures.
const OCR: &str = "run text recognition (OCR) over it, for example with ocrmypdf";
/// Which part of the characters may be none that anyone can read.
const MOST_UNREADABLE: f64 = 0.3;

/// Reads a PDF in the steps that the module names.
///
/// # Errors
/// When it is damaged, needs a password, or holds pictures of text only. Text that its fonts do not
/// tell is an error too: it would be quoted as noise.
pub fn read_pdf(path: &str, bytes: &[u8]) -> Result<Document> {
    let pdf = file::open_pdf(bytes)?;
    let (mut pages, language) = page::read_pages(&pdf)?;

    let letters = || {
        pages
            .iter()
            .flat_map(|page| &page.lines)
            .flat_map(|line| line.text.chars())
    };
    let shown = letters().filter(|c| !c.is_whitespace()).count();
    ensure!(
        shown > 0,
        "holds no text, only pictures, as a scan does; {OCR}"
    );

    let unreadable = letters().filter(|c| is_unreadable(*c)).count();
    ensure!(
        unreadable as f64 <= shown as f64 * MOST_UNREADABLE,
        "does not tell which letters it shows; {OCR}"
    );

    let (body, titles) = chapters::find_titles(&pages);
    frame::strip_frame(&mut pages, body, &titles);
    contents::strip_contents(&mut pages);
    let metadata = file::read_metadata(&pdf);
    let chapters = chapters::find_chapters(&pdf, &pages);
    let title = metadata.title.as_deref();
    let (manuscript, starts) = flow::write_pages(&pages, &chapters, language, title);
    let document = manuscript.finish(path, metadata);

    // Measured before `finish` ended the last paragraph, so kept within the text.
    let end = document.text.len();
    let unread = (1..)
        .zip(&pages)
        .filter(|(_, page)| page.is_unread)
        .map(|(number, _)| number)
        .collect();
    Ok(Document {
        pages: starts.into_iter().map(|start| start.min(end)).collect(),
        unread,
        ..document
    })
}

fn is_unreadable(c: char) -> bool {
    c.is_control() && !c.is_whitespace() || matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')
}
