//! Text for a terminal: wrapped at its width, with parts of it styled, and harmless.
//!
//! Only a terminal gets this. The text's own line breaks stay; longer lines are broken at spaces. A
//! line without spaces, as in Chinese or Thai, is left to the terminal.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::shown;

/// How a part of a text looks: an SGR sequence.
pub type Look = &'static str;

/// Ends every look.
pub const PLAIN: Look = "\x1b[0m";

/// A text whose bytes have looks; where ranges overlap, the later one counts.
pub struct Styled<'a> {
    pub text: &'a str,
    pub looks: Vec<(Range<usize>, Look)>,
}

impl Styled<'_> {
    /// The text, each line at most `width` columns where it can be broken.
    pub fn wrapped(&self, width: usize) -> String {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let broken = broken(line.trim_end_matches('\r'), width).into_iter();
            lines.extend(broken.map(|range| self.line(start + range.start..start + range.end)));
            start += line.len() + 1; // with the line break itself
        }
        lines.join("\n")
    }

    /// A line, with the look changed where it changes.
    fn line(&self, line: Range<usize>) -> String {
        let mut out = String::new();
        let mut now = None;

        for (offset, c) in self.text[line.clone()].char_indices() {
            let look = self.look(line.start + offset);
            if look != now {
                // A look is added to the one before, unless that ends first.
                out.push_str(if now.is_some() { PLAIN } else { "" });
                out.push_str(look.unwrap_or(""));
                now = look;
            }
            out.push(shown::of_text(c));
        }

        out.push_str(if now.is_some() { PLAIN } else { "" });
        out
    }

    fn look(&self, at: usize) -> Option<Look> {
        self.looks
            .iter()
            .rev()
            .find(|(range, _)| range.contains(&at))
            .map(|(_, look)| *look)
    }
}

/// The parts of a line that get a line each.
fn broken(line: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let mut used = 0; // columns
    let mut at = 0;

    for piece in line.split_inclusive(' ') {
        let word = piece.trim_end_matches(' ');
        let columns = word.width();

        if end > start && used + columns > width {
            lines.push(start..end);
            start = at;
            used = 0;
        }
        // Spaces may hang over the edge: they count when a word follows, and are left out at the end.
        if !word.is_empty() {
            end = at + word.len();
        }
        at += piece.len();
        used += columns + piece.len() - word.len();
    }

    // After the last word may come spaces enough to have begun a line of their own.
    lines.push(start..end.max(start));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_the_text_keeps_its_own_breaks() {
        let text = "One two three four\nfive\n\n  six seven-eight nine";
        let styled = Styled {
            text,
            looks: vec![],
        };
        assert_eq!(
            styled.wrapped(10),
            "One two\nthree four\nfive\n\n  six\nseven-eight\nnine"
        );
        assert_eq!(styled.wrapped(1000), text);
        assert_eq!(
            Styled {
                text: "ab  cd   ",
                looks: vec![]
            }
            .wrapped(4),
            "ab\ncd"
        );
        assert_eq!(
            Styled {
                text: "灯台 守",
                looks: vec![]
            }
            .wrapped(6),
            "灯台\n守"
        );
        assert_eq!(
            Styled {
                text: "",
                looks: vec![]
            }
            .wrapped(5),
            ""
        );
    }

    #[test]
    fn looks_end_at_each_line_and_later_ones_count() {
        let looks = vec![(0..7, "<d>"), (4..5, "<h>")];
        assert_eq!(
            Styled {
                text: "abc def ghi",
                looks
            }
            .wrapped(8),
            "<d>abc \x1b[0m<h>d\x1b[0m<d>ef\x1b[0m\nghi"
        );
    }

    #[test]
    fn a_text_cannot_steer_the_terminal() {
        let text = "a\x1b[2Jb\u{9b}c\td\re\r\nf";
        assert_eq!(
            Styled {
                text,
                looks: vec![]
            }
            .wrapped(80),
            "a\u{fffd}[2Jb\u{fffd}c d e\nf"
        );
    }
}
