//! The lines of a hard-wrapped text -> running text, so that a narrow screen does not break each
//! line twice.
//!
//! In: a place in a document. Out: its text with a space for each line end that a typesetter's
//! width put there, and one empty line for several. What stands in the document stays what it is;
//! only what is shown is joined. The decision that is not obvious: a line end is kept unless its
//! whole paragraph looks wrapped, because a poem or a list whose lines are joined is damaged, while
//! prose whose lines are not is only ugly.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::language::is_unspaced;

/// Bytes before and after a place that tell how wide the document was set.
const AROUND: usize = 6_000;
/// A paragraph set narrower than this, in columns, is more likely verse.
const NARROWEST: usize = 40;
/// The same where a line holds the end of a sentence of Chinese or Japanese, which verse does
/// without.
const NARROWEST_UNSPACED: usize = 20;
/// From this width on, a second and a third line with a capital are no sign of verse.
const WIDE: usize = 60;
/// So much shorter than it could be may a wrapped line be, in columns.
const SLACK: usize = 3;
/// Most white space that a first line is given to stand to the others as in the document, in
/// characters.
const DEEPEST: usize = 20;
/// Of so many lines one may be shorter than that, by less than one part in so many of the width.
const FEW: usize = 3;
const UNEVEN: usize = 3;

/// Text with the line ends of a typesetter taken out, and what stands out in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    pub text: String,
    /// White space before the text: how much deeper its first line is set than others that are
    /// kept.
    pub indent: String,
    /// Bytes of `text`.
    pub bold: Vec<Range<usize>>,
}

/// The bytes `range` of a document, joined; `bold` is in bytes of the document.
pub fn join_wrapped_lines(document: &str, range: Range<usize>, bold: &[Range<usize>]) -> Joined {
    let mut gaps = find_line_gaps(document, &range);
    let indent = strip_shared_indent(document, &range, &mut gaps);

    let mut text = String::with_capacity(range.len());
    let mut at = range.start;
    for gap in &gaps {
        text.push_str(&document[at..gap.bytes.start]);
        text.push_str(gap.filled);
        at = gap.bytes.end;
    }
    text.push_str(&document[at..range.end]);

    let bold = bold
        .iter()
        .map(|bold| bold.start.max(range.start)..bold.end.min(range.end))
        .filter(|bold| bold.start < bold.end)
        .map(|bold| {
            to_joined_byte(bold.start, range.start, &gaps)
                ..to_joined_byte(bold.end, range.start, &gaps)
        })
        .collect();
    Joined { text, indent, bold }
}

/// Takes from the lines that are kept the white space that all of them begin with; what the first
/// has beyond that. A stanza would be shown crooked, as its first line is quoted from its first
/// letter on.
fn strip_shared_indent(document: &str, range: &Range<usize>, gaps: &mut Vec<Gap>) -> String {
    let ends = document[range.clone()].match_indices('\n');
    let ends = ends.map(|(at, _)| range.start + at);
    let is_kept = |end: &usize| !gaps.iter().any(|gap| gap.bytes.contains(end));
    let kept = ends
        .filter(is_kept)
        .map(|end| indent_range(document, end + 1));
    let is_empty = |at: usize| document[at..].starts_with(['\n', '\r']) || at >= range.end;
    let kept: Vec<Range<usize>> = kept.filter(|indent| !is_empty(indent.end)).collect();
    if kept.is_empty() {
        return String::new();
    }

    let start = document[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let first = Some(indent_range(document, start)).filter(|first| range.start <= first.end);
    let shared = kept.iter().chain(&first).map(Range::len).min().unwrap_or(0);

    let shared_by = |indent: Range<usize>| indent.start..indent.start + shared;
    let own = first.clone().map(|first| range.start..first.end);
    let gone = kept.into_iter().map(shared_by).chain(own);
    gaps.extend(gone.map(|bytes| Gap { bytes, filled: "" }));
    gaps.retain(|gap| !gap.bytes.is_empty());
    gaps.sort_by_key(|gap| gap.bytes.start);
    " ".repeat(first.map_or(0, |first| first.len() - shared).min(DEEPEST))
}

/// The white space that a line begins with.
fn indent_range(document: &str, start: usize) -> Range<usize> {
    let rest = &document[start..];
    start..start + (rest.len() - rest.trim_start_matches([' ', '\t']).len())
}

/// A line end between two lines of a paragraph, with the white space around it.
struct Gap {
    bytes: Range<usize>,
    /// What is shown in its place.
    filled: &'static str,
}

/// Where a byte of the document stands in the joined text.
fn to_joined_byte(at: usize, start: usize, gaps: &[Gap]) -> usize {
    let mut to = at - start;
    for gap in gaps.iter().take_while(|gap| gap.bytes.start < at) {
        let gone = gap.bytes.end.min(at) - gap.bytes.start;
        to = to - gone + gap.filled.len().min(gone);
    }
    to
}

fn find_line_gaps(document: &str, range: &Range<usize>) -> Vec<Gap> {
    if !document[range.clone()].contains('\n') {
        return Vec::new();
    }

    let start = document.floor_char_boundary(range.start.saturating_sub(AROUND));
    let end = document.ceil_char_boundary((range.end + AROUND).min(document.len()));
    let lines = split_lines(document, start..end);
    let usual = usual_width(document, &lines);

    let mut gaps = Vec::new();
    for paragraph in lines.split(Range::is_empty) {
        let is_wrapped = is_wrapped(document, paragraph, usual);
        for pair in paragraph.windows(2) {
            let bytes = pair[0].end..pair[1].start;
            if !is_wrapped && !is_within_word(document, &bytes) {
                continue;
            }
            if range.start <= bytes.start && bytes.end <= range.end {
                let filled = choose_filler(document, &bytes);
                gaps.push(Gap { bytes, filled });
            }
        }
    }
    gaps.extend(find_empty_gaps(document, range, &lines));
    gaps.sort_by_key(|gap| gap.bytes.start);
    gaps
}

/// All but one of several empty lines in a row, which would only take room.
fn find_empty_gaps(document: &str, range: &Range<usize>, lines: &[Range<usize>]) -> Vec<Gap> {
    let filled = lines.iter().filter(|line| !line.is_empty());
    let filled: Vec<&Range<usize>> = filled.collect();
    let pairs = filled.windows(2).map(|pair| (pair[0].end, pair[1].start));
    let between = pairs.filter(|(end, start)| range.start <= *end && *start <= range.end);

    between
        .filter_map(|(end, start)| {
            // The last line end stays before what the next line begins with.
            let last = document[end..start].rfind('\n')?;
            let is_long = document[end..start].matches('\n').count() > 2;
            is_long.then(|| Gap {
                bytes: end..end + last,
                filled: "\n",
            })
        })
        .collect()
}

/// The lines of a stretch without the white space around them; an empty line is an empty range.
fn split_lines(document: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut at = stretch.start;
    document[stretch]
        .split_inclusive('\n')
        .map(|line| {
            let start = at + (line.len() - line.trim_start().len());
            let end = at + line.trim_end().len();
            at += line.len();
            start.min(end)..end
        })
        .collect()
}

/// The width of most lines that another one follows, in columns.
fn usual_width(document: &str, lines: &[Range<usize>]) -> usize {
    let mut widths: Vec<usize> = lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
        .map(|pair| document[pair[0].clone()].width())
        .collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// Whether the lines but the last are as long as they can be: the next line's first word did not
/// fit.
fn is_wrapped(document: &str, paragraph: &[Range<usize>], usual: usize) -> bool {
    let text = |line: &Range<usize>| &document[line.clone()];
    let widest = paragraph.iter().map(|line| text(line).width()).max();
    let width = widest.unwrap_or_default().max(usual);
    let has_stops = paragraph.iter().any(|line| text(line).contains('。'));
    let narrowest = if has_stops {
        NARROWEST_UNSPACED
    } else {
        NARROWEST
    };
    if paragraph.len() < 2 || width < narrowest {
        return false;
    }

    let room = |pair: &[Range<usize>]| {
        let first = first_word(text(&pair[1]));
        width.saturating_sub(text(&pair[0]).width() + 1 + first.width())
    };
    let goes_on = |pair: &[Range<usize>]| text(&pair[1]).starts_with(char::is_lowercase);
    let is_begun = |line: &Range<usize>| {
        let letter = text(line).chars().find(|c| c.is_alphabetic());
        letter.is_some_and(char::is_uppercase)
    };

    // Each line of verse begins with a capital; of prose, here and there one does.
    let is_verse = paragraph[1..].iter().all(is_begun) && (paragraph.len() > 3 || width < WIDE);
    if is_verse {
        return false;
    }

    // One line may be shorter, as after a change by hand, if it goes on within its sentence or is
    // nearly as long.
    let pairs = paragraph.windows(2);
    let short: Vec<_> = pairs.filter(|pair| room(pair) >= SLACK).collect();
    let is_slip = |pair: &&[Range<usize>]| {
        room(pair) * UNEVEN < width && (goes_on(pair) || room(pair) < 2 * SLACK)
    };
    short.len() * FEW <= paragraph.len() && short.iter().all(is_slip)
}

/// As much of a line as could not be cut from the line before.
fn first_word(line: &str) -> &str {
    match line.chars().next() {
        Some(letter) if is_unspaced(letter) => &line[..letter.len_utf8()],
        _ => line.split_whitespace().next().unwrap_or_default(),
    }
}

/// Whether a line end stands within a word: behind its hyphen, and before a small letter.
fn is_within_word(document: &str, gap: &Range<usize>) -> bool {
    let mut before = document[..gap.start].chars().rev();
    let after = document[gap.end..].chars().next();
    is_hyphen(before.next())
        && before.next().is_some_and(char::is_alphabetic)
        && after.is_some_and(char::is_lowercase)
}

fn is_hyphen(letter: Option<char>) -> bool {
    matches!(letter, Some('-' | '\u{2010}'))
}

/// What joins two lines: nothing within a word or between words without spaces, else a space.
fn choose_filler(document: &str, gap: &Range<usize>) -> &'static str {
    let mut before = document[..gap.start].chars().rev();
    let after = document[gap.end..].chars().next();

    let last = before.next();
    let last_but_one = before.next();
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_compound = is_hyphen(last) && is_letter(last_but_one);
    let unspaced = |letter: Option<char>| letter.is_some_and(is_unspaced);

    if is_compound && is_letter(after) || unspaced(last) && unspaced(after) {
        ""
    } else {
        " "
    }
}

#[cfg(test)]
mod tests;
