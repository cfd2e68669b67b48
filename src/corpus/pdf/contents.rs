//! A printed table of contents: it says where the text is, and is no text.
//!
//! In: the pages, without what runs along their edges. Out: the same without such tables. The
//! decision that is not obvious: the bill of an inn has dots before its numbers, too, so a table
//! must list what the text says in lines of its own, whatever it is called.

use std::collections::HashSet;
use std::ops::Range;

use super::page::{Line, Page};
use crate::corpus::html::is_contents_name;
use crate::corpus::outline::comparable_letters;

/// So many entries make a table.
const FEW: usize = 3;
/// So many dots lead from an entry to its page.
const LEADER: usize = 3;
/// What they are made of.
const DOTS: [char; 5] = ['.', '…', '·', '‥', ' '];
/// Most characters of the number of a page.
const LONGEST: usize = 5;

/// Takes the tables of contents off the pages.
pub fn strip_contents(pages: &mut [Page]) {
    let lines = pages.iter().flat_map(|page| &page.lines);
    let others = lines.filter(|line| !has_leader(line));
    let written: HashSet<String> = others.map(|line| bare_letters(&line.text)).collect();

    // A table may go on over pages.
    let mut is_open = false;
    for page in pages {
        let table = find_table(&page.lines, &written, is_open);
        is_open = table
            .as_ref()
            .is_some_and(|table| table.end == page.lines.len());
        if let Some(table) = table {
            page.lines.drain(table);
        }
    }
}

/// The lines of a table of contents, with its name.
fn find_table(lines: &[Line], written: &HashSet<String>, is_open: bool) -> Option<Range<usize>> {
    let name = lines.iter().position(|line| is_contents_name(&line.text));
    let below = name.map_or(0, |name| name + 1);
    let is_entry =
        |line: &Line| has_leader(line) || (name.is_some() && split_number(line).is_some());

    // A long title may have a line of its own above its number.
    let ends = |at: &usize| lines[*at..].iter().take(2).any(is_entry);
    let table = if name.is_some() {
        below
            ..(below..lines.len())
                .find(|at| !ends(at))
                .unwrap_or(lines.len())
    } else {
        let first = lines.iter().position(is_entry)?;
        first..lines.iter().rposition(is_entry)? + 1
    };

    let entries: Vec<&Line> = lines[table.clone()]
        .iter()
        .filter(|line| is_entry(line))
        .collect();
    let is_written = |line: &&&Line| {
        split_number(line).is_some_and(|title| written.contains(&bare_letters(title)))
    };
    let is_known = is_open || 2 * entries.iter().filter(is_written).count() > entries.len();
    let is_table =
        is_known && (is_open || entries.len() >= FEW) && 2 * entries.len() >= table.len();
    is_table.then(|| name.unwrap_or(table.start)..table.end)
}

/// Whether dots lead from a line to the number of a page.
fn has_leader(line: &Line) -> bool {
    let Some(title) = split_number(line) else {
        return false;
    };

    let dots = title.chars().rev().take_while(|c| DOTS.contains(c));
    dots.map(|c| {
        if c == '…' {
            LEADER
        } else {
            usize::from(c != ' ')
        }
    })
    .sum::<usize>()
        >= LEADER
}

/// What stands before the number of a page with which a line ends.
fn split_number(line: &Line) -> Option<&str> {
    let title = line
        .text
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit() || "ivxlc".contains(c));
    let number = line.text[title.len()..].trim();
    let is_apart = title.ends_with(DOTS) && title.contains(char::is_alphabetic);
    (is_apart && (1..=LONGEST).contains(&number.len())).then_some(title)
}

/// The letters of a title without its number.
fn bare_letters(title: &str) -> String {
    comparable_letters(title)
        .trim_matches(|c: char| c.is_ascii_digit())
        .to_owned()
}
