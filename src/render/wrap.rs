//! Text for a terminal: wrapped at its width, with parts of it styled, and harmless.
//!
//! Only a terminal gets this. The text's own line breaks stay; longer lines are broken at spaces.
//! What is wider than a line without one, as in Chinese or Thai, is broken where its script allows,
//! and a long word anywhere. Only a web address is left to the terminal, as it could neither be
//! followed nor copied in pieces.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;
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
            let broken = break_line(line.trim_end_matches('\r'), width).into_iter();
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
            out.push(shown::to_terminal_char(c));
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

/// A text of our own, each line at most `width` columns; what goes on in a further line is indented
/// by `indent`.
pub fn wrap_indented(text: &str, width: usize, indent: usize) -> String {
    let indent = indent.min(width / 2); // or nothing would stand beside it
    let mut lines = Vec::new();

    for line in text.split('\n') {
        let mut parts = break_line_unevenly(line, width, width - indent).into_iter();
        lines.extend(parts.next().map(|range| shown::harmless_line(&line[range])));
        lines.extend(parts.map(|range| " ".repeat(indent) + &shown::harmless_line(&line[range])));
    }

    lines.join("\n")
}

/// The parts of a line that get a line each.
fn break_line(line: &str, width: usize) -> Vec<Range<usize>> {
    break_line_unevenly(line, width, width)
}

/// As [`break_line`], where all parts after the first have another width.
fn break_line_unevenly(line: &str, first: usize, others: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut width = first;
    let mut start = 0;
    let mut end = 0;
    let mut used = 0; // columns
    let mut at = 0;

    for piece in split_into_pieces(line, others) {
        let word = piece.trim_end_matches(' ');
        let columns = word.width();

        if !word.is_empty() && used > 0 && used + columns > width {
            // Where only spaces stand so far, the word does without them.
            if end > start {
                lines.push(start..end);
                width = others;
            }
            start = at;
            used = 0;
        }
        // Spaces may hang over the edge: they count when a word follows, and are left out at the
        // end.
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

/// The words of a line, each with the spaces behind it; of those that are wider than a line, pieces
/// that are not.
fn split_into_pieces(line: &str, width: usize) -> Vec<&str> {
    let mut pieces = Vec::new();

    for word in line.split_inclusive(' ') {
        if word.trim_end_matches(' ').width() <= width || word.contains("://") {
            pieces.push(word);
            continue;
        }
        for part in split_at_breaks(word) {
            if part.trim_end_matches(' ').width() <= width {
                pieces.push(part);
            } else {
                pieces.extend(part.graphemes(true));
            }
        }
    }

    pieces
}

/// A word in parts between which a line may end, as Unicode has it.
fn split_at_breaks(word: &str) -> Vec<&str> {
    static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
        LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

    let ends: Vec<usize> = SEGMENTER.segment_str(word).collect();
    ends.windows(2)
        .map(|ends| &word[ends[0]..ends[1]])
        .collect()
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
            "One two\nthree four\nfive\n\n  six\nseven-\neight nine"
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
    fn no_line_is_wider_than_the_terminal() {
        let cases = [
            ("donaudampfschifffahrtsgesellschaft", 10),
            ("one donaudampfschifffahrtsgesellschaft two", 12),
            ("灯台守は三十一年のあいだ、塔の灯を守りつづけた。", 7),
            ("see 灯台守は三十一年のあいだ塔の灯を守りつづけた now", 20),
            ("ผู้ดูแลประภาคารรักษาแสงไฟไว้นานสามสิบเอ็ดปี", 14),
            ("/srv/pullquote/corpus/novels/a-very-long-name.epub", 20),
            ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 4),
            ("👩‍🚒👩‍🚒👩‍🚒👩‍🚒", 5),
            ("          deep    in the   middle            ", 8),
        ];
        for (text, width) in cases {
            let looks = vec![];
            let wrapped = Styled { text, looks }.wrapped(width);
            assert!(
                wrapped.split('\n').all(|line| line.width() <= width),
                "{wrapped}"
            );

            let kept = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(kept(&wrapped), kept(text));
            assert!(
                wrap_indented(text, width, 3)
                    .split('\n')
                    .all(|line| line.width() <= width),
                "{text}"
            );
        }

        let address = "https://discord.com/oauth2/authorize?client_id=10";
        assert_eq!(
            wrap_indented(&format!("Open {address} now."), 20, 2),
            format!("Open\n  {address}\n  now.")
        );
    }

    #[test]
    fn what_goes_on_in_another_line_is_indented() {
        let text = "name  One two three\n\nfour five six seven eight";
        assert_eq!(
            wrap_indented(text, 14, 6),
            "name  One two\n      three\n\nfour five six\n      seven\n      eight"
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
