//! A quotation as a message has it, in one line, with what only stands there struck out.
//!
//! In: the quotation, and which bytes of it stand nowhere. Out: Markdown. Of a long one as much is shown as fits, around what is
//! struck out.

use std::ops::Range;

use super::markdown::{escape, label, units};
use super::quote::{Piece, clipped, cut_marks};
use crate::sentence::Cut;

/// Most of a quotation that is shown, and the least it is cut down to, in characters.
const LONGEST: usize = 700;
const SHORTEST: usize = 40;

/// The quotation as a block quote of at most `room` units.
pub fn struck(quotation: &str, alone: &[Range<usize>], room: usize) -> String {
    let alone = merged(quotation, alone);
    let mut most = LONGEST;
    loop {
        let whole = Piece {
            range: 0..quotation.len(),
            cut: Cut::default(),
        };
        let piece = clipped(quotation, whole, &alone, most);
        let shown = line(quotation, &piece, &alone);
        if units(&shown) <= room || most < SHORTEST {
            return shown;
        }
        most = most * 2 / 3;
    }
}

/// Words with nothing but white space between them are one.
fn merged(quotation: &str, alone: &[Range<usize>]) -> Vec<Range<usize>> {
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

fn line(quotation: &str, piece: &Piece, alone: &[Range<usize>]) -> String {
    let (mut out, mut at) = (String::new(), piece.range.start);
    for range in alone {
        let range = range.start.max(at)..range.end.min(piece.range.end);
        if range.is_empty() {
            continue;
        }
        out += &escape(&spaced(&quotation[at..range.start]));
        out.extend(["~~", &escape(&label(&quotation[range.clone()])), "~~"]);
        at = range.end;
    }
    out += &escape(&spaced(&quotation[at..piece.range.end]));

    format!("> {}", cut_marks(piece.cut, out.trim()))
}

/// The text in one line, with a space at each end that has white space.
fn spaced(text: &str) -> String {
    let space = |is: bool| if is { " " } else { "" };
    let inner = label(text);
    let start = space(text.starts_with(char::is_whitespace));
    let end = space(text.ends_with(char::is_whitespace) && !inner.is_empty());
    format!("{start}{inner}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_nowhere_is_struck_out_and_shown_however_long_the_rest_is() {
        let shown = struck("a big\nred *dog* ran", &[2..5, 6..9], 200);
        assert_eq!(shown, "> a ~~big red~~ \\*dog\\* ran");

        let long = format!("{}horse {}", "word ".repeat(300), "word ".repeat(300));
        let shown = struck(&long, std::slice::from_ref(&(1_500..1_505)), 300);
        assert!(shown.contains("word ~~horse~~ word"), "{shown}");
        assert!(
            units(&shown) <= 300 && shown.starts_with("> _[…]_"),
            "{shown}"
        );
    }
}
