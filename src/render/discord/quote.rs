//! A piece of a document as a block quote: its lines joined, what stands out in bold, and marks of
//! ours where it is cut.
//!
//! What is displayed between the marks is `text[range]`, letter for letter; only white space may
//! differ.

use std::ops::Range;
use std::slice;

use super::lines::join_wrapped_lines;
use super::markdown::{count_units, embolden, escape};
use super::words;
use crate::sentence::Cut;

/// Begins each line of a quote.
const MARK: &str = "> ";
/// Behind that, begins a line in small print.
const SMALL: &str = "-# ";
/// Letters of the longest line of verse.
const VERSE: usize = 80;
/// What leads up to the first word that matters is one part in so many.
const LEAD: usize = 4;

/// A piece of a document: which bytes, and at which ends it is cut.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    pub range: Range<usize>,
    pub cut: Cut,
}

/// The piece as a block quote of at most `room` units, `prefix` before its first word. If the marks
/// of bold text do not fit, the text stays whole and is shown without them.
pub fn render_block_quote(
    document: &str,
    piece: &Piece,
    bold: &[Range<usize>],
    prefix: &str,
    room: usize,
) -> String {
    let marked = render_quote_lines(document, piece, bold, prefix);
    if count_units(&marked) <= room {
        marked
    } else {
        render_quote_lines(document, piece, &[], prefix)
    }
}

fn render_quote_lines(
    document: &str,
    piece: &Piece,
    bold: &[Range<usize>],
    prefix: &str,
) -> String {
    let shown = join_wrapped_lines(document, piece.range.clone(), &merge_touching(bold));
    let bold = split_bold_at_lines(&shown.text, &shown.bold);
    let text = add_cut_marks(piece.cut, &embolden(&shown.text, &bold));

    let indent = if piece.cut.before { "" } else { &shown.indent };
    let lines = format!("{prefix}{indent}{text}");
    let lines: Vec<String> = lines
        .split('\n')
        .map(|line| format!("{MARK}{line}"))
        .collect();
    lines.join("\n")
}

/// The piece as a block quote in small print, `loud` in bold.
pub fn render_small_quote(document: &str, piece: &Piece, loud: &Range<usize>) -> String {
    let quote = render_quote_lines(document, piece, slice::from_ref(loud), "");
    let lines = quote.split('\n').map(|line| match line.strip_prefix(MARK) {
        Some(text) if !text.trim().is_empty() => format!("{MARK}{SMALL}{text}"),
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The piece as a block quote with `loud` in bold, and what stands around it in small print, on lines
/// of its own.
pub fn render_quote_around(document: &str, piece: &Piece, loud: &Range<usize>) -> String {
    let shown = join_wrapped_lines(document, piece.range.clone(), slice::from_ref(loud));
    let loud = shown.bold.first().cloned().unwrap_or_default();
    let loud = widen_to_lines(&shown.text, loud);
    let parts = split_lines_around(&shown.text, &loud);
    let last = parts.len().saturating_sub(1);

    let lines = parts.into_iter().enumerate().map(|(number, part)| {
        let cut = Cut {
            before: piece.cut.before && number == 0,
            after: piece.cut.after && number == last,
        };
        let indent = if number == 0 && !cut.before {
            &*shown.indent
        } else {
            ""
        };
        let line = shown.text[part.clone()].trim_end_matches(['\n', '\r']);

        let is_loud = part.start < loud.end && loud.start < part.end;
        let bold = is_loud.then(|| split_bold_at_lines(line, slice::from_ref(&(0..line.len()))));
        let size = if is_loud || line.trim().is_empty() {
            ""
        } else {
            SMALL
        };
        let markdown = add_cut_marks(cut, &embolden(line, &bold.unwrap_or_default()));
        format!("{MARK}{size}{indent}{markdown}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A part of verse with the rest of its first and its last line, which it would break.
fn widen_to_lines(text: &str, part: Range<usize>) -> Range<usize> {
    let start = text[..part.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[part.end..].find('\n');
    let end = end.map_or(text.len(), |at| part.end + at);

    let is_short = |line: &str| line.chars().count() <= VERSE;
    let is_verse = text.contains('\n') && text[start..end].lines().all(is_short);
    if is_verse { start..end } else { part }
}

/// The lines of a text, of which a part begins and ends with its line. White space between them
/// stays with what is before it.
fn split_lines_around(text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
    let behind = &text[part.end..];
    let space = behind.trim_start_matches([' ', '\t', '\r']);
    let space = behind.len() - space.strip_prefix('\n').unwrap_or(space).len();

    let line_ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut ends: Vec<usize> = line_ends.collect();
    ends.extend([part.start, part.end + space, text.len()]);
    ends.sort_unstable();

    let mut lines = Vec::new();
    let mut start = 0;
    for end in ends {
        let line = &text[start..end];
        // A line's indent stays with it.
        if line.ends_with('\n') || !line.trim().is_empty() {
            lines.push(start..end);
            start = end;
        }
    }
    lines
}

/// Units that a piece takes as a block quote without bold, at most.
pub fn count_quote_units(document: &str, range: Range<usize>) -> usize {
    let text = &document[range];
    let lines = 1 + text.matches('\n').count();
    count_units(&escape(text)) + lines * MARK.len()
}

/// Ranges that touch are one.
fn merge_touching(bold: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for range in bold {
        match parts.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => parts.push(range.clone()),
        }
    }
    parts
}

/// Bold text that ends with its line and begins again with the next, without white space at its
/// edges: Discord shows the marks of any other.
fn split_bold_at_lines(text: &str, bold: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for range in bold {
        let mut start = range.start;
        for line in text[range.clone()].split_inclusive(['\n', '\r']) {
            let from = start + (line.len() - line.trim_start().len());
            let to = start + line.trim_end().len();
            if from < to {
                parts.push(from..to);
            }
            start += line.len();
        }
    }

    parts
}

/// Says at which ends of `markdown` a sentence goes on.
pub(super) fn add_cut_marks(cut: Cut, markdown: &str) -> String {
    let before = if cut.before {
        format!("{} ", words::GOES_ON)
    } else {
        String::new()
    };

    let after = if cut.after {
        format!(" {}", words::GOES_ON)
    } else {
        String::new()
    };

    format!("{before}{markdown}{after}")
}

/// The part of a piece of at most `most` characters that holds what matters first, cut between
/// words; the whole piece if it is no longer.
pub fn cut_around_focus(
    document: &str,
    piece: Piece,
    focus: &[Range<usize>],
    most: usize,
) -> Piece {
    let text = &document[piece.range.clone()];
    if text.chars().count() <= most {
        return piece;
    }

    // Of the places where the cut may begin, the first that shows most of what matters.
    let words = focus
        .iter()
        .filter(|word| piece.range.start <= word.start && word.end <= piece.range.end)
        .map(|word| word.start - piece.range.start..word.end - piece.range.start);
    let words: Vec<Range<usize>> = words.collect();
    let starts = words
        .iter()
        .map(|word| find_lead_start(text, word.start, most / LEAD));
    let shown = |start: usize| {
        let end = start + byte_after_chars(&text[start..], most);
        let inside = |word: &&Range<usize>| start <= word.start && word.end <= end;
        words.iter().filter(inside).count()
    };
    // Of equal ones `max_by_key` takes the last.
    let starts: Vec<usize> = [0].into_iter().chain(starts).collect();
    let best = starts.into_iter().rev().max_by_key(|start| shown(*start));
    let start = best.unwrap_or(0);

    let end = start + byte_after_chars(&text[start..], most);
    let end = find_word_end(text, start, end);
    Piece {
        cut: Cut {
            before: piece.cut.before || start > 0,
            after: piece.cut.after || end < text.len(),
        },
        range: piece.range.start + start..piece.range.start + end,
    }
}

/// The start of a word at most `count` characters before `at`.
fn find_lead_start(text: &str, at: usize, count: usize) -> usize {
    let mut letters = text[..at].char_indices().rev();
    let Some((from, _)) = letters.nth(count) else {
        return 0;
    };
    let space = text[from..at].find(char::is_whitespace);
    space.map_or(at, |space| at - text[from + space..at].trim_start().len())
}

/// The byte behind the first `count` characters.
fn byte_after_chars(text: &str, count: usize) -> usize {
    text.char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at)
}

/// The last place up to `at` where a word ends, unless that is far; never before `start`.
fn find_word_end(text: &str, start: usize, at: usize) -> usize {
    if at == text.len() {
        return at;
    }
    let piece = &text[start..at];
    let space = piece.rfind(char::is_whitespace);
    match space.filter(|space| *space > piece.len() / 2) {
        Some(space) => start + piece[..space].trim_end().len(),
        None => at,
    }
}

#[cfg(test)]
mod tests;
