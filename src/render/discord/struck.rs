//! A quotation as a message has it, in one line, with what only stands there struck out.
//!
//! In: the quotation, and which bytes of it stand nowhere. Out: Markdown. Of a long one as much is
//! shown as fits, around what is struck out.

use std::ops::Range;

use super::markdown::{count_units, escape, to_plain_line};
use super::quote::{Piece, add_cut_marks, cut_around_focus};
use crate::sentence::Cut;

/// Most of a quotation that is shown, and the least it is cut down to, in characters.
const LONGEST: usize = 700;
const SHORTEST: usize = 40;

/// The quotation as a block quote of at most `room` units.
pub fn render_struck_quote(quotation: &str, alone: &[Range<usize>], room: usize) -> String {
    let alone = merge_adjacent_words(quotation, alone);
    let mut most = LONGEST;
    loop {
        let whole = Piece {
            range: 0..quotation.len(),
            cut: Cut::default(),
        };
        let piece = cut_around_focus(quotation, whole, &alone, most);
        let shown = render_struck_line(quotation, &piece, &alone);

        if count_units(&shown) <= room || most < SHORTEST {
            return shown;
        }
        most = most * 2 / 3;
    }
}

/// Words with nothing but white space between them are one.
fn merge_adjacent_words(quotation: &str, alone: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for range in alone {
        match parts.last_mut() {
            Some(last) if quotation[last.end..range.start].trim().is_empty() => {
                last.end = range.end;
            }
            _ => parts.push(range.clone()),
        }
    }

    parts
}

fn render_struck_line(quotation: &str, piece: &Piece, alone: &[Range<usize>]) -> String {
    let mut out = String::new();
    let mut at = piece.range.start;
    for range in alone {
        let range = range.start.max(at)..range.end.min(piece.range.end);
        if range.is_empty() {
            continue;
        }
        out += &escape(&to_spaced_line(&quotation[at..range.start]));
        out.extend([
            "~~",
            &escape(&to_plain_line(&quotation[range.clone()])),
            "~~",
        ]);
        at = range.end;
    }
    out += &escape(&to_spaced_line(&quotation[at..piece.range.end]));

    format!("> {}", add_cut_marks(piece.cut, out.trim()))
}

/// The text in one line, with a space at each end that has white space.
fn to_spaced_line(text: &str) -> String {
    let space = |is: bool| if is { " " } else { "" };
    let inner = to_plain_line(text);
    let start = space(text.starts_with(char::is_whitespace));
    let end = space(text.ends_with(char::is_whitespace) && !inner.is_empty());
    format!("{start}{inner}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_nowhere_is_struck_out_and_shown_however_long_the_rest_is() {
        let shown = render_struck_quote("a big\nred *dog* ran", &[2..5, 6..9], 200);
        assert_eq!(shown, "> a ~~big red~~ \\*dog\\* ran");

        let long = format!("{}horse {}", "word ".repeat(300), "word ".repeat(300));
        let shown = render_struck_quote(&long, std::slice::from_ref(&(1_500..1_505)), 300);
        assert!(shown.contains("word ~~horse~~ word"), "{shown}");
        assert!(
            count_units(&shown) <= 300 && shown.starts_with("> _[…]_"),
            "{shown}"
        );
    }
}
