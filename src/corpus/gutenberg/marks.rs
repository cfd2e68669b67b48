//! A text -> the lines that say where its books begin and end.
//!
//! The decision that is not obvious: a text that tells of such lines shows them, and they are no
//! marks there.

use std::ops::Range;

use super::tables::{END_WORDS, LICENCES, OURS, STARRED_END, STARRED_START};

/// What may stand before the words of a mark.
const SPACE_AND_STARS: [char; 4] = ['*', ' ', '\t', '\u{a0}'];
/// Lines that a mark which begins with stars may run over.
const MARK_LINES: usize = 4;
/// A line with a colon that has fewer words is a field of a header.
const ANNOUNCING_WORDS: usize = 4;

/// A line that Project Gutenberg puts around a book.
pub enum Mark {
    /// A book begins behind it.
    Start(Range<usize>),
    /// A book has ended before it.
    End(Range<usize>),
}

/// The marks of a text, in order.
pub fn collect_marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].to_ascii_lowercase();
        let bare = line.trim_start_matches(SPACE_AND_STARS);

        // Each of those marks begins with stars, and hardly a line has any.
        let has_stars = line.contains("***");
        if has_stars && is_quoted(text, at, &line) {
            at = end;
            continue;
        }

        let inside = |table: &[&str]| {
            let marks = table.iter().filter(|_| has_stars);
            marks.filter_map(|mark| line.find(mark)).min()
        };
        let is_ours = |text: &str| {
            let text = text.to_ascii_lowercase();
            OURS.iter().any(|name| text.contains(name))
        };
        // A line of prose may begin with "end of" because the one above was full.
        let capital = text[at..end].trim_start_matches(SPACE_AND_STARS);
        let says = || is_ours(bare) && capital.starts_with(char::is_uppercase);

        if let Some(start) = inside(STARRED_START).map(|start| at + start) {
            let mark = start..mark_end(text, start);
            if is_ours(&text[mark.clone()]) && !line.contains("small print") {
                marks.push(Mark::Start(mark));
                at = end;
                continue;
            }
        }
        let small_print = bare.starts_with("end") && bare.contains("the small print");
        if small_print || (bare.starts_with("start of th") && says()) {
            marks.push(Mark::Start(at..end));
        } else if let Some(start) = inside(STARRED_END).map(|start| at + start)
            && is_ours(&text[start..mark_end(text, start)])
        {
            marks.push(Mark::End(start..end));
        } else if (END_WORDS.iter().any(|word| bare.starts_with(word)) && says())
            || is_licence(bare)
        {
            marks.push(Mark::End(at..end));
        }
        at = end;
    }
    marks
}

/// Whether a text that tells of such a mark shows it: behind a quotation mark, or below a line that
/// announces it.
fn is_quoted(text: &str, at: usize, line: &str) -> bool {
    let starred = STARRED_START.iter().chain(STARRED_END);
    let Some(mark) = starred.filter_map(|mark| line.find(mark)).min() else {
        return false;
    };
    let before = line[..mark].trim_end();
    let above = text[..at]
        .trim_end()
        .lines()
        .next_back()
        .unwrap_or_default();
    let announces = above.ends_with(':') && above.split_whitespace().count() >= ANNOUNCING_WORDS;

    before.ends_with(['"', '“', '„', '«', '‘', '`', '\'']) || (before.is_empty() && announces)
}

/// Whether a line in small letters begins a licence.
pub fn is_licence(line: &str) -> bool {
    LICENCES.iter().any(|begin| line.starts_with(begin))
}

/// Where the line that is around a byte ends, with its line end.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find(['\n', '\r']);
    end.map_or(text.len(), |end| at + end + 1)
}

/// Where a mark that begins with stars ends: behind the stars that close it, which may stand some
/// lines below.
fn mark_end(text: &str, start: usize) -> usize {
    let first = line_end(text, start);
    let begun = start + 3;
    let mut end = first;

    for _ in 0..MARK_LINES {
        if let Some(stars) = text[begun..end].find("***") {
            let behind = begun + stars + 3;
            let rest = &text[behind..end];
            return behind + rest.len() - rest.trim_start_matches('*').len();
        }

        if end == text.len() {
            break;
        }
        end = line_end(text, end);
    }
    first
}
