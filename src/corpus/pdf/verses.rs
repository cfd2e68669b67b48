//! Lines that are verses, among which even one that reaches the edge of the page does not flow into
//! the next.
//!
//! In: a line and its page. Out: whether it is one. The decision that is not obvious: the lines
//! around it tell, since the longest of a poem looks like a line of prose.

use super::page::{Line, Page};

/// So many lines on either side tell whether one is a verse.
const STANZA: usize = 6;
/// What may stand before the first letter of a line.
const OPENING: [char; 9] = ['"', '\'', '“', '„', '‘', '«', '»', '(', '—'];
/// Digits of the longest number of a stanza.
const DIGITS: usize = 3;
/// Of a ballad every other line reaches the edge, and before the last one of a stanza two of three:
/// one of so many ends before it.
const SHORT: usize = 3;
/// Fewer lines are no verses.
const FEW_VERSES: usize = 3;

/// Whether a line, even one that reaches the `edge`, is one of verses: each begins with a capital,
/// and some end before it, which of prose only the last does.
pub fn is_verse_line(at: usize, page: &Page, edge: f64) -> bool {
    let above = collect_stanza(page.lines[..=at].iter().rev());
    let below = collect_stanza(page.lines[at..].iter());
    let lines: Vec<&Line> = above.into_iter().skip(1).rev().chain(below).collect();

    let short = lines
        .windows(2)
        .filter(|pair| !pair[0].is_full(pair[1], edge));
    lines.len() >= FEW_VERSES
        && lines
            .iter()
            .all(|line| starts_with_capital(without_number(&line.text)))
        && short.count() * SHORT >= lines.len() - 1
}

/// The lines that stand with the first of these, from it on.
fn collect_stanza<'p>(lines: impl Iterator<Item = &'p Line>) -> Vec<&'p Line> {
    let mut stanza: Vec<&Line> = Vec::new();
    for line in lines.take(STANZA) {
        let is_apart = stanza.last().is_some_and(|last| {
            (last.left - line.left).abs() > 3.0 * line.size
                || (last.size - line.size).abs() > 1.0
                || (last.y - line.y).abs() > 2.0 * line.size
        });
        if is_apart {
            break;
        }
        stanza.push(line);
    }

    stanza
}

/// A line without the number of its stanza, `3.`; that of a clause, `3.1`, belongs to prose.
fn without_number(line: &str) -> &str {
    let numbered = line.split_once(' ').filter(|(number, _)| {
        let number = number.trim_end_matches('.');
        (1..=DIGITS).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    numbered.map_or(line, |(_, rest)| rest)
}

/// Whether a text begins with a capital, perhaps behind a quotation mark.
pub fn starts_with_capital(text: &str) -> bool {
    text.trim_start_matches(OPENING)
        .starts_with(char::is_uppercase)
}
