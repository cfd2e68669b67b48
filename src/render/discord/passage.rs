//! A stretch of a document as a reply: the quoted sentences in bold, the context around them plain.
//!
//! What is displayed between the marks of a cut is `text[range]`, byte for byte.

use std::ops::Range;

use anyhow::{Context, Result, ensure};

use super::card::{Card, Form};
use super::markdown::{embolden, escape, units};
use super::message::Message;
use super::page::{Page, pages};
use crate::index::Library;
use crate::render::Place;
use crate::render::discord::words;
use crate::sentence::{Cut, Sentence};

/// Units kept free for the marks of cuts and of bold text.
const MARKS: usize = 100;

/// Passages that follow one another in one document.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// Position of the document in the library.
    pub document: u32,
    /// Positions of its passages in the library; never empty.
    pub passages: Range<u32>,
    /// Bytes of the document that stand out.
    pub bold: Vec<Range<usize>>,
}

/// A page of a stretch, ready to be sent.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The reply, without buttons.
    pub message: Message,
    /// Which page it is, from 0.
    pub page: usize,
    /// How many pages the stretch has.
    pub pages: usize,
}

/// Which page of a stretch to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// This one, or the last one if there are fewer.
    To(usize),
    /// The one on which what stands out begins, or the first.
    ToBold,
}

/// Renders a page of `stretch` inside `card`, with its place as the first line below.
///
/// # Errors
/// When the stretch is not of this library.
pub fn passage(
    library: &Library,
    stretch: &Stretch,
    turn: Turn,
    card: Card,
    form: Form,
) -> Result<Shown> {
    let text = library.full_text(stretch.document)?;
    let place = Place::of_stretch(library, stretch.passages.clone())?;
    let mut card = card;
    card.footer.insert(0, place.to_string());

    // The line that says which page it is takes room from the pages, before it is known how many
    // there are: it is measured at its longest.
    card.footer.push(words::page(usize::MAX, usize::MAX));
    let room = card.room(form).saturating_sub(MARKS);
    card.footer.pop();

    let pages = pages(text, &sentences(library, stretch)?, room);
    let page = turn
        .page(&pages, stretch)
        .min(pages.len().saturating_sub(1));
    if pages.len() > 1 {
        card.footer.push(words::page(page + 1, pages.len()));
    }

    let shown = pages.get(page).context("a stretch without text")?;
    let text = marked(text, shown, &stretch.bold, card.room(form));
    Ok(Shown {
        message: card.message(form, text),
        page,
        pages: pages.len(),
    })
}

impl Turn {
    fn page(self, pages: &[Page], stretch: &Stretch) -> usize {
        match (self, stretch.bold.first()) {
            (Turn::To(page), _) => page,
            (Turn::ToBold, Some(bold)) => pages
                .iter()
                .position(|p| bold.start < p.range.end)
                .unwrap_or(0),
            (Turn::ToBold, None) => 0,
        }
    }
}

fn sentences(library: &Library, stretch: &Stretch) -> Result<Vec<Sentence>> {
    ensure!(!stretch.passages.is_empty(), "a stretch without passages");

    let first = library.passage(stretch.passages.start)?;
    let last = library.passage(stretch.passages.end - 1)?;
    ensure!(
        first.span.document == stretch.document && last.span.document == stretch.document,
        "a stretch astray"
    );

    (first.sentences.start..last.sentences.end)
        .map(|row| library.sentence(row))
        .collect()
}

/// The page's text with what stands out in bold, and marks of ours where a sentence is cut. If all the
/// marks do not fit, the text stays whole and the last ones are left out.
fn marked(text: &str, page: &Page, bold: &[Range<usize>], room: usize) -> String {
    let shown = &text[page.range.clone()];
    let spare = room.saturating_sub(units(&cut_marks(page.cut, escape(shown)))) / units("****");
    let bold: Vec<Range<usize>> = on_page(bold, page).into_iter().take(spare).collect();
    cut_marks(page.cut, embolden(shown, &bold))
}

/// The parts of `bold` that lie on a page, counted from its start; those that touch are one.
fn on_page(bold: &[Range<usize>], page: &Page) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let here = bold
        .iter()
        .filter(|r| r.start < page.range.end && page.range.start < r.end);

    for range in here {
        let start = range.start.max(page.range.start) - page.range.start;
        let end = range.end.min(page.range.end) - page.range.start;
        match parts.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => parts.push(start..end),
        }
    }

    parts
}

/// Says at which ends of `markdown` a sentence goes on.
pub fn cut_marks(cut: Cut, markdown: String) -> String {
    let before = if cut.before {
        format!("{} ", words::GOES_ON_BEFORE)
    } else {
        String::new()
    };
    let after = if cut.after {
        format!(" {}", words::GOES_ON_AFTER)
    } else {
        String::new()
    };

    format!("{before}{markdown}{after}")
}

/// A passage from its sentence number `from` on, as Markdown of at most `room` units; if it is longer, as
/// many whole sentences as fit, and the mark that more follows.
///
/// # Errors
/// When the passage is not of this library.
pub fn excerpt(library: &Library, passage: u32, from: usize, room: usize) -> Result<String> {
    let info = library.passage(passage)?;
    let text = library.full_text(info.span.document)?;
    let rows = info
        .sentences
        .clone()
        .map(|row| library.sentence(row))
        .collect::<Result<Vec<_>>>()?;
    // Even a `from` past the end leaves a sentence to show.
    let rows = rows.get(from.min(rows.len() - 1)..).unwrap_or(&rows);

    let all = pages(text, rows, room.saturating_sub(MARKS));
    let first = all.first().context("a passage without text")?;
    // A sentence that is cut says itself that it goes on.
    let mark = if all.len() > 1 && !first.cut.after {
        format!(" {}", words::MORE_FOLLOWS)
    } else {
        String::new()
    };

    Ok(format!("{}{mark}", marked(text, first, &[], room)))
}
