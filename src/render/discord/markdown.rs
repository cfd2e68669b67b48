//! Text as Discord has to be given it, so that what it *displays* is that text again.
//!
//! In: any text. Out: Markdown. Discord shows a backslash and a punctuation mark as that mark
//! alone, so everything that could begin formatting, a mention, an emoji or a link gets a
//! backslash; what is not a mark (letters, spaces, controls, bidi) passes through untouched, since
//! altering it would alter the quote. The decision that is not obvious: `:` and `/` are escaped
//! everywhere. Inside a link Discord shows backslashes as they are, so a text must not contain one
//! that it recognises.

use std::ops::Range;

/// How long Discord thinks a text is: UTF-16 units, the strictest of its ways to count.
pub fn count_units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// As many of the lines as fit into so many units, and how many are left out.
pub fn take_fitting_lines(
    lines: impl ExactSizeIterator<Item = String>,
    most: usize,
) -> (Vec<String>, usize) {
    let count = lines.len();
    let mut length = 0;
    let fits = |line: &String| {
        length += count_units(line) + 1;
        length <= most
    };
    let fitting: Vec<String> = lines.take_while(fits).collect();

    let left = count - fitting.len();
    (fitting, left)
}

/// `text` as Markdown that displays as `text`.
pub fn escape(text: &str) -> String {
    embolden(text, &[])
}

/// `text` as Markdown that displays as `text`, with the given parts of it in bold. They are in
/// order, on character boundaries, and do not touch each other.
pub fn embolden(text: &str, bold: &[Range<usize>]) -> String {
    let is_edge = |at: usize| {
        bold.iter()
            .any(|r| !r.is_empty() && (r.start == at || r.end == at))
    };

    let mut out = String::with_capacity(text.len() + text.len() / 8);
    // Some characters make a list only where they stand first in their line.
    let mut line = Line::Start;
    for (at, c) in text.char_indices() {
        if is_edge(at) {
            out.push_str("**");
        }
        if is_special(c) || line.makes_special(c) {
            out.push('\\');
        }
        out.push(c);
        line = line.after(c);
    }

    // A bold part that reaches to the end of the text has no character after it.
    if is_edge(text.len()) {
        out.push_str("**");
    }
    out
}

/// Undoes [`escape`]: for text of our own messages that Discord gives back to us.
pub fn unescape(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

/// `text` in at most `max` units, with `…` in place of what does not fit.
pub fn cut_to_units(text: &str, max: usize) -> String {
    if count_units(text) <= max {
        return text.to_owned();
    }

    let end = fitting_prefix_length(text, max.saturating_sub(1));
    // A very long word is cut rather than left out with half of the text.
    let end = text[..end]
        .rfind(char::is_whitespace)
        .filter(|at| *at > end / 2)
        .unwrap_or(end);

    format!("{}…", text[..end].trim_end())
}

/// A name of ours for a place, in one line: without line breaks, controls and marks that turn the
/// direction of writing, which would spill over into what stands beside it.
pub fn to_plain_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_whitespace() || !is_invisible(*c))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` as a [`to_plain_line`] of at most `max` units, as Markdown.
pub fn render_name(text: &str, max: usize) -> String {
    escape(&cut_to_units(&to_plain_line(text), max))
}

/// Bytes of the longest prefix of `text` with at most `max` units.
pub fn fitting_prefix_length(text: &str, max: usize) -> usize {
    let mut left = max;
    for (at, c) in text.char_indices() {
        match left.checked_sub(c.len_utf16()) {
            Some(rest) => left = rest,
            None => return at,
        }
    }
    text.len()
}

fn is_special(c: char) -> bool {
    matches!(
        c,
        '\\' | '*'
            | '_'
            | '~'
            | '`'
            | '|'
            | '<'
            | '>'
            | '['
            | ']'
            | '('
            | ')'
            | '#'
            | '@'
            | ':'
            | '/'
    )
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What stands on the line so far, as far as lists care: `- x`, `+ x` and `12. x` are items.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    /// Nothing but white space.
    Start,
    /// After that, nothing but digits.
    Number,
    /// Anything else.
    Text,
}

impl Line {
    fn makes_special(self, c: char) -> bool {
        match self {
            Line::Start => matches!(c, '-' | '+'),
            Line::Number => c == '.',
            Line::Text => false,
        }
    }

    fn after(self, c: char) -> Line {
        match self {
            _ if c == '\n' || c == '\r' => Line::Start,
            Line::Start if c.is_whitespace() || is_invisible(c) => Line::Start,
            Line::Start | Line::Number if c.is_ascii_digit() => Line::Number,
            _ => Line::Text,
        }
    }
}
