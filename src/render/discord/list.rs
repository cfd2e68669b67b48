//! Numbered sentences, each with its place below: what comes closest, what else fits, where words
//! stand.

use std::ops::Range;

use anyhow::Result;

use super::card::render_small_print;
use super::markdown::count_units;
use super::quote::{Piece, cut_around_focus, render_block_quote};
use crate::document::Span;
use crate::ids::PassageId;
use crate::index::Library;
use crate::locale::Locale;
use crate::render::Place;

/// Longest piece of a sentence shown, in characters: six lines on a phone. Few sentences are
/// longer.
pub const LONGEST: usize = 240;
/// Shortest piece that a sentence is cut to where marks and marked letters leave little room, in
/// characters.
const SHORTEST: usize = 30;

/// A sentence to list.
#[derive(Debug, Clone)]
pub struct Item {
    /// The passage it stands in.
    pub passage: PassageId,
    /// Its bytes in the document, and where it is cut.
    pub piece: Piece,
    /// What stands out in it, in bytes of the document.
    pub bold: Vec<Range<usize>>,
    /// Most characters of it that are shown, as [`LONGEST`].
    pub most: usize,
}

/// The items as Markdown of at most `room` units, the first one with this number.
///
/// # Errors
/// When an item is not of this library.
pub fn render_sentence_list(
    library: &Library,
    items: &[Item],
    first: usize,
    locale: Locale,
    room: usize,
) -> Result<String> {
    let share = room / items.len().max(1);
    let mut lines = Vec::new();
    for (number, item) in (first..).zip(items) {
        let passage = library.passage(item.passage)?;
        let text = library.full_text(passage.span.document)?;
        // Where the sentence stands, as a quote of it says, not where its passage begins.
        let span = Span {
            start: item.piece.range.start,
            end: item.piece.range.end,
            ..passage.span
        };
        let place = Place::of_span(library, &passage, span)?;

        let place = render_small_print(&place.brief(locale));
        // Discord would make an item of its own list of a number without the backslash.
        let number = format!("{number}\\. ");
        // Both lines end.
        let left = share.saturating_sub(count_units(&place) + 2);
        lines.push(render_item(text, item, &number, left));
        lines.push(place);
    }
    Ok(lines.join("\n"))
}

/// As much of an item as a list shows of it, within so many units.
fn render_item(text: &str, item: &Item, number: &str, room: usize) -> String {
    let mut longest = item.most;
    loop {
        let piece = cut_around_focus(text, item.piece.clone(), &item.bold, longest);
        let shown = render_block_quote(text, &piece, &item.bold, number, room);
        if count_units(&shown) <= room || longest <= SHORTEST {
            return shown;
        }
        longest /= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::Cut;

    #[test]
    fn an_item_is_cut_to_its_room() {
        let text = "🦀wörd ".repeat(60);
        let item = Item {
            passage: PassageId(0),
            piece: Piece {
                range: 0..text.len(),
                cut: Cut::default(),
            },
            bold: text
                .match_indices("wörd")
                .map(|(at, word)| at..at + word.len())
                .collect(),
            most: LONGEST,
        };
        for room in [60, 120, 300, 600] {
            let shown = render_item(&text, &item, "1\\. ", room);
            assert!(count_units(&shown) <= room, "{room}: {shown}");
            assert!(shown.ends_with("_[…]_"), "{shown}");
        }
    }
}
