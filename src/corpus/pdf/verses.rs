//! Lines that are verses, among which even one that reaches the edge of the page does not flow into the next.
//!
//! In: a line and its page. Out: whether it is one. The decision that is not obvious: the lines around it tell, since
//! the longest of a poem looks like a line of prose.

use super::page::{Line, Page};

/// So many lines on either side tell whether one is a verse, and so many sizes that end early.
const STANZA: usize = 6;
const SHORT: f64 = 2.0;
/// Fewer lines are no verses.
const FEW_VERSES: usize = 3;

/// Whether a line, even one that reaches the `edge`, is one of verses: each begins with a capital, and most end early.
pub fn holds(at: usize, page: &Page, edge: f64) -> bool {
    let above = stanza(page.lines[..=at].iter().rev());
    let below = stanza(page.lines[at..].iter());
    let lines = || above.iter().skip(1).chain(&below);

    let count = lines().count();
    let short = lines().filter(|line| line.right + SHORT * line.size < edge);
    count >= FEW_VERSES && lines().all(|line| begins_high(&line.text)) && short.count() * 2 >= count
}

/// The lines that stand with the first of these, from it on.
fn stanza<'p>(lines: impl Iterator<Item = &'p Line>) -> Vec<&'p Line> {
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

/// Whether a text begins with a capital, perhaps behind a quotation mark.
fn begins_high(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.starts_with(char::is_uppercase)
}
