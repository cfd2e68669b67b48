//! Plain text -> paragraphs, each with its lines.
//!
//! Two kinds of file are common: hard-wrapped lines with blank lines between paragraphs, and one line a
//! paragraph. In: a stretch of a text. Out: byte ranges of it, without surrounding white space. The decision
//! that is not obvious: in Chinese and Japanese short lines are paragraphs of their own, too, when nearly every
//! one ends a sentence; elsewhere such lines are verse.

use std::ops::Range;

use super::headings::{HEADING_WIDTH, count_columns, ends_sentence, is_title};
use super::labels::Label;
use crate::corpus::outline::trim_range;
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
/// So many columns may such a rule be longer or shorter than its title.
const UNEVEN: usize = 2;
/// Rules that may be of any length, if there are so many of them below lines that stand alone.
const LONG_RULES: &[char] = &['=', '-', '~'];
const COMMON: usize = 2;

/// A paragraph: its lines, at least one, none of them empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub lines: Vec<Range<usize>>,
    /// What it is underlined with, if it is a title; that line is none of its own.
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
    let common = find_common_rules(text, &lines);

    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut open = false;
    let mut below = lines.clone().into_iter().skip(1);
    for line in lines {
        // What is parted by rules goes on right below them, as the clippings of an e-book reader do.
        let ends = below.next().is_none_or(|below| below.is_empty());
        let common = if ends { &common[..] } else { &[] };
        match paragraphs.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if open && is_rule_below_title(text, last, &line, common) => {
                let underline = text[line.clone()].chars().next();
                // A title may have a rule above it, too.
                if last.lines.len() == 2 && text[last.lines[0].clone()] == text[line] {
                    last.lines.remove(0);
                }
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

    // In prose a line may begin with "Chapter 3" by chance, but not after the end of a sentence, and alone;
    // in a table of contents few lines stand between.
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

/// What rules are made of that stand below so many lines which are alone that they underline titles, however long.
fn find_common_rules(text: &str, lines: &[Range<usize>]) -> Vec<char> {
    let rule_below_line = |at: usize| {
        let [line, rule] =
            [at, at + 1].map(|at| lines.get(at).map_or("", |line| &text[line.clone()]));
        let is_alone = at == 0
            || lines[at - 1].is_empty()
            || parse_rule(&text[lines[at - 1].clone()]).is_some();
        parse_rule(rule).filter(|_| is_alone && is_underlined(line))
    };
    let rules: Vec<char> = (0..lines.len()).filter_map(rule_below_line).collect();
    let count = |rule: char| rules.iter().filter(|other| **other == rule).count();
    // Equal signs are drawn below nothing else.
    LONG_RULES
        .iter()
        .copied()
        .filter(|rule| count(*rule) >= if *rule == '=' { 1 } else { COMMON })
        .collect()
}

/// The sign that a line is drawn with, if it is a rule.
fn parse_rule(line: &str) -> Option<char> {
    let first = line.chars().next().filter(|c| UNDERLINES.contains(c))?;
    (line.len() >= UNDERLINE && line.chars().all(|c| c == first)).then_some(first)
}

/// Whether a line is a rule below a title: as long as that, or one of those that are `common`.
fn is_rule_below_title(
    text: &str,
    above: &Paragraph,
    line: &Range<usize>,
    common: &[char],
) -> bool {
    let [before @ .., title] = &above.lines[..] else {
        return false;
    };

    let (title, rule) = (&text[title.clone()], &text[line.clone()]);
    let Some(sign) = parse_rule(rule) else {
        return false;
    };
    let is_title = is_title(title) || Label::of(title).is_some();
    let is_alone = match before {
        [] => true,
        [above] => text[above.clone()] == *rule,
        _ => false,
    };

    let is_as_long = rule.len().abs_diff(count_columns(title)) <= UNEVEN;
    (is_as_long && (is_title || is_alone && is_underlined(title)))
        || (is_alone && common.contains(&sign) && is_underlined(title))
}

/// Whether what stands alone above a rule is a title however it is written, and no sentence or row of a table.
fn is_underlined(line: &str) -> bool {
    line.starts_with(char::is_alphanumeric)
        && count_columns(line) <= HEADING_WIDTH
        && !line.ends_with(['.', ',', ';', ':'])
        && !line.contains("  ")
        && !line.contains('\t')
}
