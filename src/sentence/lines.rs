//! Lines that begin anew inside a paragraph: items of a list, messages of a chat, entries of a log,
//! `KEY: value`.
//!
//! In: a paragraph. Out: stretches of it, each of which is read for itself. The decision that is
//! not obvious: a line of wrapped prose may begin with anything by chance, so a mark counts where
//! the line above was broken before it was full, or where lines before it begin with such a mark,
//! too.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::corpus::LINE_ENDS;

/// What stands before the items of a list, with a space behind it.
const BULLETS: &[&str] = &[
    "-", "*", "+", "•", "·", "–", "—", "o", "◦", "▪", "■", "●", "○", "‣", "►", "→", "☐", "☑", "✓",
];
/// Most digits of the number of an item.
const DIGITS: usize = 3;
/// A key, or the name of who writes in a chat, has no more words and bytes.
const KEY_WORDS: usize = 3;
const KEY_BYTES: usize = 40;
/// Words before the time of a message or an entry: of a date, at most.
const DATE_WORDS: usize = 4;
/// With so many lines it shows that each is a statement, if none is longer than so many columns.
const ENOUGH_LINES: usize = 3;
const STATEMENT: usize = 60;

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark<'a> {
    Bullet(&'a str),
    /// `3.`, `3)`, `(3)`.
    Number(u32),
    /// `3.1`: what stands before the last point, and the last number.
    Section(&'a str, u32),
    /// `b)`
    Letter,
    /// `[20:04]`, `09:01 <anna>`, `2024-03-04 10:00:01`
    Time,
    /// `anna: `, `NAME: `, `<anna> `
    Key,
}

/// The stretches of a paragraph that begin with a line of their own, in order; together they are
/// the whole.
pub fn split_stretches(paragraph: &str) -> Vec<Range<usize>> {
    let lines = collect_lines(paragraph);
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for begin in find_beginnings(paragraph, &lines) {
        stretches.push(start..begin);
        start = begin;
    }
    stretches.push(start..paragraph.len());
    stretches
}

/// The lines that are not empty, trimmed.
fn collect_lines(paragraph: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    if !paragraph.contains(LINE_ENDS) {
        return lines;
    }

    let mut start = 0;
    for line in paragraph.split(LINE_ENDS) {
        let at = start + (line.len() - line.trim_start().len());
        if !line.trim().is_empty() {
            lines.push(at..at + line.trim().len());
        }
        start += line.len();
        start += paragraph[start..].chars().next().map_or(0, char::len_utf8);
    }
    lines
}

/// Where lines begin anew, the first line left out.
fn find_beginnings(paragraph: &str, lines: &[Range<usize>]) -> Vec<usize> {
    let line = |at: usize| &paragraph[lines[at].clone()];
    let marks: Vec<Option<Mark>> = (0..lines.len()).map(|at| parse_mark(line(at))).collect();
    let (widest, broken) = measure_lines(paragraph, lines);

    if widest <= STATEMENT && are_statements(paragraph, lines, &broken) {
        return lines.iter().skip(1).map(|line| line.start).collect();
    }

    let mut begun: Vec<Mark> = marks.first().copied().flatten().into_iter().collect();
    let mut beginnings = Vec::new();
    for at in 1..lines.len() {
        let Some(mark) = marks[at] else {
            continue;
        };
        let is_free = broken[at] || ends_before_item(line(at - 1));
        let goes_on = begun.iter().any(|before| leads_to(*before, mark));
        let is_item = match mark {
            Mark::Key => is_frequent(&marks, mark),
            Mark::Time => is_free || (goes_on && is_frequent(&marks, mark)),
            _ => is_free || goes_on,
        };

        if is_item {
            beginnings.push(lines[at].start);
            begun.retain(|before| !is_same_kind(*before, mark));
            begun.push(mark);
        }
    }
    beginnings
}

/// How wide the widest line is, in columns, and of each line whether its first word had found room
/// in the line above.
fn measure_lines(paragraph: &str, lines: &[Range<usize>]) -> (usize, Vec<bool>) {
    let line = |at: usize| &paragraph[lines[at].clone()];
    let widths: Vec<usize> = (0..lines.len()).map(|at| line(at).width()).collect();
    let widest = widths.iter().copied().max().unwrap_or_default();

    let is_broken = |at: usize| {
        let word = line(at).split_whitespace().next().unwrap_or_default();
        at > 0 && widths[at - 1] + 1 + word.width() <= widest
    };
    (widest, (0..lines.len()).map(is_broken).collect())
}

/// Whether each of some short lines says something for itself: none is full, none goes on, and none
/// has a stop, as verses do.
fn are_statements(paragraph: &str, lines: &[Range<usize>], broken: &[bool]) -> bool {
    let line = |at: usize| &paragraph[lines[at].clone()];
    let stands_alone = |at: usize| {
        !line(at).starts_with(char::is_lowercase)
            && line(at).ends_with(|c: char| c.is_alphanumeric() || matches!(c, '!' | '?' | '%'))
    };
    let count = broken.iter().filter(|broken| **broken).count();

    lines.len() >= ENOUGH_LINES
        && (0..lines.len()).all(stands_alone)
        && count * 2 >= lines.len() - 1
}

/// Whether a line ends as one does above a list, or as a sentence.
fn ends_before_item(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    line.ends_with([':', '.', '!', '?', '…', '。', '！', '？', '：'])
}

/// Whether lines with this kind of mark are several, and at least half of all.
fn is_frequent(marks: &[Option<Mark>], mark: Mark) -> bool {
    let alike = marks.iter().flatten().filter(|m| is_same_kind(**m, mark));
    let count = alike.count();
    count > 1 && count * 2 >= marks.len()
}

fn is_same_kind(one: Mark, other: Mark) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// Whether a line with one mark may be followed by one with another in the same list.
fn leads_to(before: Mark, mark: Mark) -> bool {
    match (before, mark) {
        (Mark::Bullet(one), Mark::Bullet(other)) => one == other,
        (Mark::Number(one), Mark::Number(other)) => other == one + 1,
        (Mark::Section(above, one), Mark::Section(beside, other)) => {
            above == beside && other == one + 1
        }
        _ => is_same_kind(before, mark),
    }
}

fn parse_mark(line: &str) -> Option<Mark<'_>> {
    let time = || begins_with_time(line).then_some(Mark::Time);
    let key = || begins_with_key(line).then_some(Mark::Key);
    parse_item_mark(line).or_else(time).or_else(key)
}

/// The mark of an item of a list.
fn parse_item_mark(line: &str) -> Option<Mark<'_>> {
    let (first, rest) = line.split_once(char::is_whitespace)?;
    let bullet = Some(Mark::Bullet(first)).filter(|_| BULLETS.contains(&first));
    let mark = bullet.or_else(|| parse_item(first));
    mark.filter(|_| !rest.trim().is_empty())
}

/// Whether a line is an item of a list, or begins with when something was said.
pub fn is_item(line: &str) -> bool {
    parse_item_mark(line).is_some() || begins_with_time(line)
}

/// `3.`, `3)`, `(3)`, `3.1`, `3.1.`, `b)`, `(b)`.
fn parse_item(word: &str) -> Option<Mark<'_>> {
    let bare = word.strip_suffix(['.', ')']).unwrap_or(word);
    if let Some((above, last)) = bare.rsplit_once('.') {
        let is_section = above.split('.').all(|part| parse_number(part).is_some());
        return parse_number(last)
            .filter(|_| is_section)
            .map(|last| Mark::Section(above, last));
    }

    let inner = bare.strip_prefix('(').unwrap_or(bare);
    if let Some(number) = parse_number(inner).filter(|_| bare.len() < word.len()) {
        return Some(Mark::Number(number));
    }
    let mut letters = inner.chars();
    let is_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    (is_letter && word.ends_with(')')).then_some(Mark::Letter)
}

/// A number of an item; a year is none.
fn parse_number(word: &str) -> Option<u32> {
    let is_number = word.len() <= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| is_number)
}

/// Whether a line begins with when something was said or done: the time, or a date and the time.
fn begins_with_time(line: &str) -> bool {
    let mut words = line.split_whitespace().take(DATE_WORDS + 1);
    let is_of_date =
        |word: &str| word.contains(|c: char| c.is_ascii_digit()) || word.chars().count() <= DIGITS;

    for word in &mut words {
        if is_time(word) {
            return true;
        }
        if !is_of_date(word) {
            return false;
        }
    }

    false
}

/// `20:04`, `[20:04]`, `09:01:33,120`, `2024-03-04T10:00:01Z`.
fn is_time(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let clock = word.rsplit_once('T').map_or(word, |(_, clock)| clock);

    let mut parts = clock.split(':');
    let is_of_two =
        |part: &str| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    let hour = parts.next().unwrap_or_default();
    let minutes: Vec<&str> = parts.collect();

    matches!(hour.len(), 1 | 2)
        && hour.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(minutes.len(), 1 | 2)
        && minutes.iter().all(|part| is_of_two(part))
}

/// `anna: `, `<anna> `, `NAME: `.
fn begins_with_key(line: &str) -> bool {
    if let Some((name, _)) = line.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        return name.len() <= KEY_BYTES && !name.is_empty();
    }

    let Some((key, _)) = line
        .split_once(':')
        .filter(|(_, value)| value.is_empty() || value.starts_with([' ', '\t']))
    else {
        return false;
    };

    let is_of_key = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '-' | '_' | '\'' | '’' | '.' | '/' | '&' | '(' | ')'
            )
    };

    key.len() <= KEY_BYTES
        && key.starts_with(char::is_alphabetic)
        && key.split_whitespace().count() <= KEY_WORDS
        && key.chars().all(is_of_key)
}
