//! Plain text -> paragraphs, each with its lines.
//!
//! Two kinds of file are common: hard-wrapped lines with blank lines between paragraphs, and one
//! line a paragraph. In: a stretch of a text. Out: byte ranges of it, without surrounding white
//! space. The decision that is not obvious: in Chinese and Japanese short lines are paragraphs of
//! their own, too, when nearly every one ends a sentence; elsewhere such lines are verse.

use std::ops::Range;

use super::headings::{HEADING_WIDTH, count_columns, ends_sentence, is_sentence, is_title};
use super::labels::Label;
use crate::document::trim_range;
use crate::language::is_unspaced;

/// A line of more columns means that the file is not hard-wrapped.
const WRAPPED_LINE: usize = 120;
/// With so many lines it shows whether each ends a sentence.
const ENOUGH_LINES: usize = 3;
/// The space that opens a paragraph in Chinese and Japanese.
const INDENT: char = '\u{3000}';
/// What opens speech there, which has a paragraph of its own.
const SPEECH: &[char] = &['「', '『'];
/// What ends a line: also that of a page, and what word processors and typesetters write.
pub const LINE_ENDS: &[char] = &[
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];
const PARAGRAPH_END: &str = "\u{2029}";
/// What a title is underlined with, and how often at least.
const UNDERLINES: &[char] = &['=', '-', '~', '_', '*', '^', '#', '"'];
const UNDERLINE: usize = 3;
/// A title stands between so many of them on its line, as in wikis: `== The Lamp ==`.
const AROUND: usize = 2;
/// So many columns may such a rule be longer or shorter than its title.
const UNEVEN: usize = 2;

/// A paragraph: its lines, at least one, none of them empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub lines: Vec<Range<usize>>,
    /// What it is underlined with, or stands between, if it is a title; that is no part of it.
    pub underline: Option<char>,
}

impl Paragraph {
    /// From the first line to the last.
    pub fn range(&self) -> Range<usize> {
        self.lines[0].start..self.lines[self.lines.len() - 1].end
    }
}

/// The paragraphs of `text[body]`.
pub fn split_paragraphs(text: &str, body: Range<usize>) -> Vec<Paragraph> {
    let lines = split_lines(text, body);
    let by_line = !is_wrapped(text, &lines);

    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut open = false;
    for line in lines {
        if let Some((title, mark)) = find_marked_title(text, &line) {
            paragraphs.push(Paragraph {
                lines: vec![title],
                underline: Some(mark),
            });
            open = false;
            continue;
        }

        match paragraphs.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if open && is_rule_below_title(text, last, &line) => {
                let underline = text[line].chars().next();
                // The title may stand right below a paragraph.
                if last.lines.len() > 1
                    && let Some(title) = last.lines.pop()
                {
                    let lines = vec![title];
                    paragraphs.push(Paragraph { lines, underline });
                } else {
                    last.underline = underline;
                }
                open = false;
            }
            Some(last) if open && !by_line && is_same_paragraph(text, last, &line) => {
                last.lines.push(line);
            }
            _ => {
                paragraphs.push(Paragraph {
                    lines: vec![line],
                    underline: None,
                });
                open = true;
            }
        }
    }

    paragraphs
}

/// Lines of `text[body]`, trimmed. What ends a paragraph is followed by an empty line.
fn split_lines(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = body.start;
    for (at, end) in text[body.clone()].match_indices(LINE_ENDS) {
        let at = body.start + at;
        let line = trim_range(text, start..at);
        // The second half of an end, or the end of a page behind that of a line.
        let is_no_line = match end {
            "\n" => start == at && text[body.start..at].ends_with('\r'),
            "\u{b}" | "\u{c}" => line.is_empty(),
            _ => false,
        };
        start = at + end.len();

        if !is_no_line {
            lines.push(line);
        }
        if end == PARAGRAPH_END {
            lines.push(at..at);
        }
    }
    lines.push(trim_range(text, start..body.end));
    lines
}

fn is_wrapped(text: &str, lines: &[Range<usize>]) -> bool {
    let written = || lines.iter().filter(|line| !line.is_empty());
    let mut widths: Vec<usize> = written()
        .map(|line| count_columns(&text[line.clone()]))
        .collect();
    widths.sort_unstable();
    let is_long = |width: &usize| *width > WRAPPED_LINE;
    if widths.get(widths.len() * 9 / 10).is_some_and(is_long) {
        return false;
    }

    // Of the lines with another right below, those that end a sentence.
    let followed = lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
        .map(|pair| &text[pair[0].clone()]);
    let unspaced: Vec<&str> = followed
        .filter(|line| !line.is_ascii() && line.contains(is_unspaced))
        .filter(|line| Label::of(line).is_none())
        .collect();
    let ended = unspaced.iter().filter(|line| ends_sentence(line)).count();
    unspaced.len() < ENOUGH_LINES || ended * 10 < unspaced.len() * 7
}

/// Whether a line belongs to the paragraph above it, with no blank line between.
fn is_same_paragraph(text: &str, above: &Paragraph, line: &Range<usize>) -> bool {
    let before = &text[above.lines[above.lines.len() - 1].clone()];
    let indented = text[..line.start].ends_with(INDENT);

    // In prose a line may begin with "Chapter 3" by chance, but not after the end of a sentence,
    // and alone; in a table of contents few lines stand between.
    let stands_alone = |line: &str| Label::of(line).is_some_and(|label| label.says_so());
    let is_text = || {
        let last = above.lines.iter().rev().take(ENOUGH_LINES + 1);
        let since = last.take_while(|line| Label::of(&text[(*line).clone()]).is_none());
        before.contains(is_unspaced) || since.count() > ENOUGH_LINES
    };
    let begins_chapter = ends_sentence(before) && stands_alone(&text[line.clone()]) && is_text();
    let below_chapter = indented && above.lines.len() == 1 && stands_alone(before);
    let is_said = text[line.clone()].starts_with(SPEECH) && ends_sentence(before);

    !indented && !begins_chapter && !below_chapter && !is_said
}

/// The title between marks on a line, and the mark: `== The Lamp ==`, `--- The Lamp ---`.
fn find_marked_title(text: &str, line: &Range<usize>) -> Option<(Range<usize>, char)> {
    let whole = &text[line.clone()];
    let mark = whole.chars().next().filter(|c| UNDERLINES.contains(c))?;
    let before = whole.len() - whole.trim_start_matches(mark).len();
    let behind = whole.len() - whole.trim_end_matches(mark).len();
    if before.min(behind) < AROUND || before + behind >= whole.len() {
        return None;
    }

    let inside = line.start + before..line.end - behind;
    let title = trim_range(text, inside.clone());
    // Words in bold stand so, too, without spaces.
    let is_apart = mark == '=' || (inside.start < title.start && title.end < inside.end);
    let said = &text[title.clone()];
    let is_whole = !said.contains(&whole[..before]);
    let is_title = is_underlined(said) && said.contains(char::is_alphabetic) && !is_sentence(said);
    (is_apart && is_whole && is_title).then_some((title, mark))
}

/// Whether a line is a rule below a title that is as long.
fn is_rule_below_title(text: &str, above: &Paragraph, line: &Range<usize>) -> bool {
    let [before @ .., title] = &above.lines[..] else {
        return false;
    };

    let title = &text[title.clone()];
    let rule = &text[line.clone()];
    let first = rule.chars().next().filter(|c| UNDERLINES.contains(c));
    let is_title = is_title(title) || Label::of(title).is_some();

    first.is_some_and(|first| rule.chars().all(|c| c == first))
        && rule.len() >= UNDERLINE
        && rule.len().abs_diff(count_columns(title)) <= UNEVEN
        && (is_title || before.is_empty() && is_underlined(title))
}

/// Whether what stands alone above a rule is a title however it is written, and no sentence or row
/// of a table.
fn is_underlined(line: &str) -> bool {
    line.starts_with(char::is_alphanumeric)
        && count_columns(line) <= HEADING_WIDTH
        && !line.ends_with(['.', ',', ';', ':'])
        && !line.contains("  ")
        && !line.contains('\t')
}
