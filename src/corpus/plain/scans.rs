//! The numbers and running heads of pages in a book that was read from pictures: `24 TOWER BOOK` above an even page, `THE
//! LAMP 25` above an odd one, or a number alone.
//!
//! In: a text. Out: the text without them, a sentence that ran over the edge of a page in one piece. The decision that is
//! not obvious: headings may be numbered alike, but none of them stands in the middle of a sentence; so lines are those of
//! pages if their numbers count on and many of them part a sentence.

use std::ops::Range;

use super::headings::{count_columns, is_upper};
use super::labels::Label;
use super::pages::{is_blank, is_continued};

/// So many of them tell that a text has pages, and of so many one at least parts a sentence.
const FEW: usize = 5;
const PARTING: usize = 3;
/// Pages between two of them may have been left out or misread, up to so many.
const MISSING: u32 = 4;
/// Among so many lines that look so the one of the page before is looked for.
const LOOK_BACK: usize = 24;
/// Longest head, in columns, and highest number.
const WIDTH: usize = 60;
const HIGHEST: u32 = 2_000;
/// A line that a page ends with is no shorter: entries of lists are.
const FULL: usize = 40;

/// What may be the head of a page.
struct Head {
    /// Its lines, with the blank ones around them.
    lines: Range<usize>,
    number: u32,
    /// Whether it stands in the middle of a sentence.
    parts: bool,
}

/// The text without what pages are numbered by; `None` if it has no such pages.
pub fn strip_page_heads(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let heads = find_heads(&lines);
    let pages = longest_count(&heads);
    let parting = pages.iter().filter(|at| heads[**at].parts).count();
    if pages.len() < FEW || parting * PARTING < pages.len() {
        return None;
    }

    let mut out: Vec<&str> = Vec::with_capacity(lines.len());
    let mut done = 0;
    for head in pages.into_iter().map(|at| &heads[at]) {
        out.extend(&lines[done..head.lines.start]);
        if !head.parts {
            out.push("");
        }
        done = head.lines.end;
    }
    out.extend(&lines[done..]);
    Some(out.join("\n") + "\n")
}

/// All lines that may be heads: alone, with a number that is no chapter's, and perhaps a name in capitals.
fn find_heads(lines: &[&str]) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut at = 0;

    while at < lines.len() {
        if is_blank(lines[at]) {
            at += 1;
            continue;
        }
        let above = (0..at).rev().find(|above| !is_blank(lines[*above]));
        let end = find_head_end(lines, at);
        let is_apart = above.is_none_or(|above| above + 1 < at);
        match end.filter(|_| is_apart) {
            Some((number, end)) => {
                let below = (end..lines.len()).find(|below| !is_blank(lines[*below]));
                let below = below.unwrap_or(lines.len());
                let (first, last) = above.zip(lines.get(below)).unwrap_or((at, &""));
                heads.push(Head {
                    lines: above.map_or(0, |above| above + 1)..below,
                    number,
                    parts: count_columns(lines[first].trim()) >= FULL
                        && is_continued(lines[first], last),
                });
                at = end;
            }
            None => at += 1,
        }
    }

    heads
}

/// The number of a head that begins with a line, and where it ends: the number may stand on a line of its own.
fn find_head_end(lines: &[&str], at: usize) -> Option<(u32, usize)> {
    let is_alone = |at: usize| lines.get(at + 1).is_none_or(|below| is_blank(below));
    let line = lines[at].trim();
    if !is_alone(at) || count_columns(line) > WIDTH {
        return None;
    }

    let next = (at + 1..lines.len()).find(|next| !is_blank(lines[*next]));
    let next = next.filter(|next| is_alone(*next));
    let next_line = next.map_or("", |next| lines[next].trim());
    if let Some(number) = parse_page_number(line) {
        let end = next.filter(|_| is_name(next_line)).unwrap_or(at);
        return Some((number, end + 1));
    }
    if is_name(line)
        && let Some(number) = parse_page_number(next_line)
    {
        return next.map(|next| (number, next + 1));
    }

    let (first, behind) = line.split_once(char::is_whitespace)?;
    let (before, last) = line.rsplit_once(char::is_whitespace)?;
    let number = parse_page_number(first).filter(|_| is_name(behind.trim()));
    let number = number.or_else(|| parse_page_number(last).filter(|_| is_name(before.trim())));
    number
        .filter(|_| Label::of(line).is_none_or(|label| !label.says_so()))
        .map(|number| (number, at + 1))
}

/// `24`, `- 24 -`, `[24]`
fn parse_page_number(line: &str) -> Option<u32> {
    let number = line.trim_matches(['-', '–', '—', '[', ']', '(', ')', ' ', '|', '.']);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    number
        .parse()
        .ok()
        .filter(|number| is_number && (1..=HIGHEST).contains(number))
}

/// Whether a line is a name in capitals, that of a book or a chapter.
fn is_name(line: &str) -> bool {
    is_upper(line) && Label::of(line).is_none_or(|label| !label.says_so())
}

/// The longest run of heads of which each counts on from the one before.
fn longest_count(heads: &[Head]) -> Vec<usize> {
    let mut longest: Vec<(usize, Option<usize>)> = Vec::with_capacity(heads.len());
    for (at, head) in heads.iter().enumerate() {
        let before = (at.saturating_sub(LOOK_BACK)..at).filter(|before| {
            let step = head.number.checked_sub(heads[*before].number);
            step.is_some_and(|step| (1..=MISSING).contains(&step))
        });
        let best = before.max_by_key(|before| longest[*before].0);
        longest.push((best.map_or(1, |best| longest[best].0 + 1), best));
    }

    let last = (0..heads.len()).max_by_key(|at| longest[*at].0);
    let mut run: Vec<usize> = std::iter::successors(last, |at| longest[*at].1).collect();
    run.reverse();
    run
}
