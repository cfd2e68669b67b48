//! A stretch of text -> pages that fit into a message, cut at the edges of sentences.
//!
//! In: the stretch as sentences, and the room there is. Out: byte ranges in order that together
//! hold every sentence whole; only a sentence that fits on no page is cut, and then the piece says
//! so.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::markdown::fitting_prefix_length;
use super::quote::{Piece, count_quote_units};
use crate::sentence::{Cut, Sentence};

/// Cuts the `sentences` of `text`, at least one, into pages that as block quotes have at most
/// `room` units.
pub fn split_into_pages(text: &str, sentences: &[Sentence], room: usize) -> Vec<Piece> {
    let mut pages: Vec<Piece> = Vec::new();
    let all_pieces = sentences
        .iter()
        .flat_map(|sentence| split_sentence(text, sentence, room));

    for piece in all_pieces {
        match pages.last_mut() {
            Some(page)
                if fits_room(text, page.range.start..piece.range.end, room)
                    && can_follow(page.cut, piece.cut) =>
            {
                page.range.end = piece.range.end;
                page.cut.after = piece.cut.after;
            }
            _ => pages.push(piece),
        }
    }

    pages
}

/// Pieces of one cut sentence lie side by side and read on; a whole sentence may follow anything.
fn can_follow(before: Cut, piece: Cut) -> bool {
    before.after == piece.before
}

fn fits_room(text: &str, range: Range<usize>, room: usize) -> bool {
    count_quote_units(text, range) <= room
}

/// The sentence, in pieces if it must be.
fn split_sentence(text: &str, sentence: &Sentence, room: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = sentence.range.start;
    let end = sentence.range.end;
    let mut before = sentence.cut.before;

    while !fits_room(text, start..end, room) {
        let at = start + fitting_piece_length(&text[start..end], room);
        let stop = start + text[start..at].trim_end().len();
        pieces.push(Piece {
            range: start..stop,
            cut: Cut {
                before,
                after: true,
            },
        });

        // The white space at a cut is shown in neither piece.
        start = at + (text[at..end].len() - text[at..end].trim_start().len());
        before = true;
    }

    // Nothing is left when there was not even room for the last character.
    if start < end {
        pieces.push(Piece {
            range: start..end,
            cut: Cut {
                before,
                after: sentence.cut.after,
            },
        });
    }

    pieces
}

/// Bytes of the longest piece that fits: up to white space, else up to the edge of a character as a
/// reader sees it, else up to any character. At least one.
fn fitting_piece_length(text: &str, room: usize) -> usize {
    let mut limit = fitting_prefix_length(text, room);
    while limit > 0 && !fits_room(text, 0..limit, room) {
        let over = count_quote_units(text, 0..limit).saturating_sub(room);
        // A byte becomes two units at most, so taking away half of the excess never goes too far.
        limit = text.floor_char_boundary(limit.saturating_sub(over.div_ceil(2).max(1)));
    }

    let first = text.chars().next().map_or(0, char::len_utf8);
    let space = text[..limit]
        .rfind(char::is_whitespace)
        .filter(|at| *at >= first);
    if let Some(at) = space {
        return at;
    }

    let edge = match GraphemeCursor::new(limit, text.len(), true).is_boundary(text, 0) {
        Ok(true) => limit,
        _ => GraphemeCursor::new(limit, text.len(), true)
            .prev_boundary(text, 0)
            .ok()
            .flatten()
            .unwrap_or(limit),
    };
    // An empty piece would never bring the caller to the end of the sentence.
    if edge == 0 { limit.max(first) } else { edge }
}
