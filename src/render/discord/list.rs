//! Numbered sentences, each with its place below: what comes closest, what else fits, where words stand.

use std::ops::Range;

use anyhow::Result;

use super::card::small;
use super::quote::{Piece, block, clipped};
use crate::document::Span;
use crate::index::Library;
use crate::locale::Locale;
use crate::render::Place;

/// Longest piece of a sentence shown, in characters: six lines on a phone. Few sentences are longer.
const LONGEST: usize = 240;
/// Units that a piece may take with its marks; far from any limit of a message.
const ROOM: usize = 600;

/// A sentence to list.
#[derive(Debug, Clone)]
pub struct Item {
    /// The passage it stands in, by its position in the library.
    pub passage: u32,
    /// Its bytes in the document, and where it is cut.
    pub piece: Piece,
    /// What stands out in it, in bytes of the document.
    pub bold: Vec<Range<usize>>,
}

/// The items as Markdown, the first one with this number.
///
/// # Errors
/// When an item is not of this library.
pub fn list(library: &Library, items: &[Item], first: usize, locale: Locale) -> Result<String> {
    let mut lines = Vec::new();
    for (number, item) in (first..).zip(items) {
        let passage = library.passage(item.passage)?;
        let text = library.full_text(passage.span.document)?;
        let piece = clipped(text, item.piece.clone(), &item.bold, LONGEST);
        // Where the sentence stands, as a quote of it says, not where its passage begins.
        let span = Span {
            start: item.piece.range.start,
            end: item.piece.range.end,
            ..passage.span
        };
        let place = Place::of_span(library, &passage, span)?;

        // Discord would make an item of its own list of a number without the backslash.
        lines.push(block(
            text,
            &piece,
            &item.bold,
            &format!("{number}\\. "),
            ROOM,
        ));
        lines.push(small(&place.brief(locale)));
    }
    Ok(lines.join("\n"))
}
