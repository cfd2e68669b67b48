//! The feet and heads of printed pages, as papers of the Internet have them: `Lind Informational
//! [Page 3]`, and on the next page the name of the paper.
//!
//! In: a text. Out: the text without them, a sentence that ran over the edge of a page in one
//! piece. The decision that is not obvious: the canonical text is not the file itself, as a quote
//! is whole and would hold the foot and the head else.

use std::collections::HashMap;

use crate::corpus::manuscript::one_line;

/// So many feet tell that a text has pages.
const FEW: usize = 2;
/// What ends a foot, before its number.
const FOOT: &str = "[Page ";

/// The text without feet and heads; `None` if it has none.
pub fn strip_page_marks(text: &str) -> Option<String> {
    if text.lines().filter(|line| is_page_foot(line)).count() < FEW {
        return None;
    }

    let lines: Vec<&str> = text.lines().collect();
    let is_foot: Vec<bool> = lines.iter().map(|line| is_page_foot(line)).collect();

    let heads = count_heads(&lines, &is_foot);
    let mut out: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if !is_foot[at] {
            out.push(lines[at]);
            at += 1;
            continue;
        }

        at = find_written(&lines, at + 1);
        let head = lines.get(at).and_then(|line| one_line(line));
        if head.is_some_and(|head| heads.get(&head) > Some(&1)) {
            at = find_written(&lines, at + 1);
        }
        let open = out.iter().rposition(|line| !is_blank(line));
        let above = open.map_or("", |open| out[open]);
        let goes_on = lines.get(at).is_some_and(|line| is_continued(above, line));
        out.truncate(open.map_or(0, |open| open + 1));
        if !goes_on {
            out.push("");
        }
    }
    Some(out.join("\n") + "\n")
}

/// How often the first line of a page is what it is.
fn count_heads(lines: &[&str], is_foot: &[bool]) -> HashMap<String, usize> {
    let mut heads = HashMap::new();
    for at in (0..lines.len()).filter(|at| is_foot[*at]) {
        let head = lines.get(find_written(lines, at + 1));
        if let Some(head) = head.and_then(|line| one_line(line)) {
            *heads.entry(head).or_default() += 1;
        }
    }
    heads
}

/// `Lind & Orr                Standards Track                [Page 12]`
fn is_page_foot(line: &str) -> bool {
    let number = line
        .trim_end()
        .strip_suffix(']')
        .and_then(|line| line.rsplit_once(FOOT));
    number.is_some_and(|(_, number)| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The first line that is not blank.
fn find_written(lines: &[&str], from: usize) -> usize {
    (from..lines.len())
        .find(|at| !is_blank(lines[*at]))
        .unwrap_or(lines.len())
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Whether a sentence runs over the edge of the page.
fn is_continued(above: &str, below: &str) -> bool {
    let is_open = above
        .trim_end()
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-'));
    is_open && below.trim_start().starts_with(char::is_lowercase)
}
