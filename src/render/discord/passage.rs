//! A stretch of a document as a reply: the quoted sentences in bold, the context around them plain.

use std::ops::Range;

use anyhow::{Context, Result, ensure};

use super::card::{Card, Form};
use super::message::Message;
use super::page::split_into_pages;
use super::quote::{Piece, render_block_quote};
use crate::document::Span;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Library;
use crate::locale::Locale;
use crate::render::Place;
use crate::render::discord::say::place as say;
use crate::sentence::Sentence;

/// Units kept free for the marks of cuts and of bold text.
const MARKS: usize = 100;

/// Passages that follow one another in one document.
#[derive(Debug, Clone)]
pub struct Stretch {
    pub document: DocumentId,
    /// Never empty.
    pub passages: Range<PassageId>,
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

/// Renders a page of `stretch` inside `card`, with its place as the first line below: where the
/// quote stands if it is on the page, else what it was opened at.
///
/// # Errors
/// When the stretch is not of this library.
pub fn render_stretch_page(
    library: &Library,
    stretch: &Stretch,
    turn: Turn,
    card: Card,
    form: Form,
    locale: Locale,
) -> Result<Shown> {
    let text = library.full_text(stretch.document)?;
    let longest = render_page_place(library, stretch, &Piece::default(), locale)?;
    let mut card = card;

    // The place takes room from the pages before it is known which it is, so it is measured at its
    // longest.
    let part = |number, count| format!(" · {}", say::part(locale, number, count));
    card.foot.insert(0, longest + &part(usize::MAX, usize::MAX));
    let room = card.room(form).saturating_sub(MARKS);
    let pages = split_into_pages(text, &collect_sentences(library, stretch)?, room);

    let number = turn
        .page(&pages, stretch)
        .min(pages.len().saturating_sub(1));
    let page = pages.get(number).context("a stretch without text")?;
    card.foot[0] = render_page_place(library, stretch, page, locale)?;
    if pages.len() > 1 {
        card.foot[0] += &part(number + 1, pages.len());
    }

    let block = render_block_quote(text, page, &stretch.bold, "", card.room(form));
    Ok(Shown {
        message: card.message(form, &block),
        page: number,
        pages: pages.len(),
    })
}

impl Turn {
    fn page(self, pages: &[Piece], stretch: &Stretch) -> usize {
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

/// The place of what stands out on a page, or of the passage in the middle of the stretch, which it
/// was opened at; of the beginning of a page without either.
fn render_page_place(
    library: &Library,
    stretch: &Stretch,
    page: &Piece,
    locale: Locale,
) -> Result<String> {
    let bold = stretch.bold.iter().find(|bold| {
        page.range.is_empty() || bold.start < page.range.end && page.range.start < bold.end
    });
    let opened = library.passage(find_middle(library, stretch)?)?.span;
    let is_shown = opened.start < page.range.end && page.range.start < opened.end;
    let at = match bold {
        Some(bold) => bold.start,
        None if is_shown => opened.start,
        None => page.range.start,
    };

    let mut here = library.passage(stretch.passages.start)?;
    for id in stretch.passages.ids().skip(1) {
        let next = library.passage(id)?;
        if next.span.start > at {
            break;
        }
        here = next;
    }

    let span = match bold {
        Some(bold) => Span {
            start: bold.start.max(here.span.start),
            end: bold.end.min(here.span.end).max(bold.start),
            ..here.span
        },
        None => here.span,
    };
    Ok(Place::of_span(library, &here, span)?.brief(locale))
}

/// The passage that has as many before it as behind it: a stretch grows on both sides, but not
/// beyond the ends of its document.
fn find_middle(library: &Library, stretch: &Stretch) -> Result<PassageId> {
    let Range { start, end } = stretch.passages.clone();
    let before = (end - start) / 2;
    let is_first = start == library.document(stretch.document)?.passages.start;
    let is_even = (end - start) % 2 == 0;
    Ok(start + before - u32::from(is_first && is_even && before > 0))
}

fn collect_sentences(library: &Library, stretch: &Stretch) -> Result<Vec<Sentence>> {
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
