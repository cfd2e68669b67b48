//! How a line follows the one before it: in the same sentence, as a verse, or as another paragraph.
//!
//! In: two lines, and what stands around them. Out: a [`Join`]. The decision that is not obvious:
//! an indent begins a paragraph in a story, and goes on with one in a glossary or a list of books.
//! Which it is, the end of the line above tells, and the entries before.

use super::columns::{self, Edge, FEW, SAME_LEFT};
use super::hyphens;
use super::markers::{self, BULLETS};
use super::page::{Line, Page};
use super::verses;

/// Lines this much further apart than usual are of different paragraphs.
const GAP: f64 = 1.3;
/// Distance of lines where there are too few to tell, in sizes of their type.
const LEADING: f64 = 1.25;
/// An indent of this part of the type size begins a paragraph.
const INDENT: f64 = 0.9;
/// An indent is narrower than so many sizes.
const WIDEST_INDENT: f64 = 8.0;

/// Lines of code are no further apart, in sizes.
const CODE_GAP: f64 = 1.9;
/// The same with an empty line between them.
const EMPTY_GAP: f64 = 3.2;

/// A line of so many words, without such signs, is prose in the type of code.
const PROSE_WORDS: usize = 6;
const CODE_SIGNS: [char; 11] = ['{', '}', '=', ';', '_', '#', '<', '>', '|', '$', '/'];

/// How a line follows the one before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Join {
    /// Not at all: it begins another paragraph.
    No,
    /// After a space, as lines of prose do.
    Space,
    /// On a new line, as verses do.
    Break,
    /// The same in code, where what a line is set in by counts; an empty line may be between.
    Code { is_apart: bool },
}

/// A line by its page and its number there, from 0.
pub type Place = (usize, usize);

/// Tells how the lines of a document follow each other.
pub struct Joins<'p> {
    pages: &'p [Page],
    /// Of each line of each page.
    edges: Vec<Vec<Edge>>,
    /// Usual distance of lines, in sizes of their type.
    leading: f64,
    /// Lines set as code is are code: most of the text is not set so.
    has_code: bool,
    /// Where the first line of the paragraph begins, while that stands above.
    first: Option<f64>,
    /// The list that goes on, if one does.
    list: Option<Hanging>,
}

/// A list whose entries begin further left than their other lines: where these begin.
#[derive(Debug, Clone, Copy)]
struct Hanging {
    outer: f64,
    inner: f64,
}

impl<'p> Joins<'p> {
    pub fn of(pages: &'p [Page]) -> Joins<'p> {
        Joins {
            pages,
            edges: pages
                .iter()
                .map(|page| columns::measure_edges(&page.lines))
                .collect(),
            leading: measure_leading(pages),
            has_code: has_code(pages),
            first: None,
            list: None,
        }
    }

    /// How a line follows the one `before` it, with which the `paragraph` so far ends; that may be
    /// none, or stand on an earlier page.
    pub fn next(&mut self, before: Option<Place>, at: Place, paragraph: &str) -> Join {
        let line = self.line(at);
        let join = match before {
            None => {
                self.list = None;
                Join::No
            }
            Some(before) if self.is_code_below(before, at) => Join::Code {
                is_apart: self.is_apart(before, at),
            },
            Some(before) if is_other_kind(self.line(before), line, paragraph) => Join::No,
            Some(before) if self.is_elsewhere(before, at) => {
                self.first = None;
                self.join_elsewhere(before, at)
            }
            Some(before) => self.join_below(before, at, paragraph),
        };

        if join == Join::No {
            self.first = Some(line.left);
        }
        join
    }

    fn line(&self, (page, line): Place) -> &'p Line {
        &self.pages[page].lines[line]
    }

    fn edge(&self, (page, line): Place) -> Edge {
        self.edges[page][line]
    }

    /// Whether a line is on another page or in another column than the one before it.
    fn is_elsewhere(&self, before: Place, at: Place) -> bool {
        let a = self.line(before);
        let b = self.line(at);
        before.0 != at.0 || b.y < a.y - a.size
    }

    /// Whether two lines are of one piece of code, which may go on at the top of the next page.
    fn is_code_below(&self, before: Place, at: Place) -> bool {
        let a = self.line(before);
        let b = self.line(at);
        let is_even = match (a.pitch, b.pitch) {
            (Some(a), Some(b)) => (a - b).abs() < 0.01 * a,
            _ => false,
        };

        let is_below = before.0 == at.0 && (0.0..EMPTY_GAP * b.size).contains(&(b.y - a.y));
        let is_last = before.1 + 1 == self.pages[before.0].lines.len();
        let is_over_page = before.0 + 1 == at.0 && is_last && at.1 == 0;
        let is_typed = a.is_typed() || b.is_typed();

        self.has_code && is_even && (is_below || is_over_page) && is_typed && !reads_as_prose(a)
    }

    /// Whether an empty line is between two lines of code.
    fn is_apart(&self, before: Place, at: Place) -> bool {
        let b = self.line(at);
        b.y - self.line(before).y >= CODE_GAP * b.size
    }

    /// On another page or in another column only the line after the first tells of an indent.
    fn join_elsewhere(&mut self, before: Place, at: Place) -> Join {
        let a = self.line(before);
        let b = self.line(at);
        let edge = self.edge(before);
        let below = self.pages[at.0].lines.get(at.1 + 1);
        let left = below.filter(|next| next.y > b.y).unwrap_or(b).left;

        let is_listed = self.list.take().is_some();
        if is_listed && left - b.left > INDENT * b.size && ends_sentence(&a.text) {
            return Join::No;
        }

        // A heading at the top of a page keeps its distance from what is below it.
        let apart = |next: &Line| next.y - b.y > self.leading * next.size.max(b.size) * GAP;
        if below.is_some_and(apart) && ends_sentence(&a.text) && !ends_sentence(&b.text) {
            return Join::No;
        }

        let is_full = a.is_full(b, edge.right) && edge.lines >= FEW;
        if sentence_goes_on(a, b) || (is_full && !self.is_indented(left, at)) {
            Join::Space
        } else {
            Join::No
        }
    }

    fn join_below(&mut self, before: Place, at: Place, paragraph: &str) -> Join {
        let a = self.line(before);
        let b = self.line(at);
        let edge = self.edge(before);
        // A line ends early where a paragraph or a verse does.
        let is_full = a.is_full(b, edge.right);
        let is_inside = !ends_sentence(&a.text) && starts_with_lowercase(&b.text);

        // Beside something large, such as an initial, a line may be further from the next.
        let usual = self.leading * a.size.max(b.size);
        let is_number = b.text.starts_with(|c: char| c.is_ascii_digit());
        let is_told = is_number && !ends_sentence(&a.text) && !markers::is_list_item(&b.text);
        let gap = if is_full && (is_inside || is_told) {
            GAP * GAP
        } else {
            GAP
        };
        if b.y - a.y > usual * gap {
            self.list = None;
            return Join::No;
        }

        let is_likely = edge.is_guess && is_inside && is_same_left(a.left, b.left, b);
        let reaches = is_full || is_likely || hyphens::is_broken(a, b);
        let page = &self.pages[before.0];
        let is_verse =
            || !a.text.ends_with('-') && verses::is_verse_line(before.1, page, edge.right);
        let is_row = is_in_contents(a, b) || is_next_row(a, b, paragraph);
        let flows = reaches && !is_row && !is_verse();

        if flows && self.hangs(a, b) {
            Join::Space
        } else if self.begins_entry(a, b)
            || (!markers::is_list_item(&a.text) && self.is_indented(a.left, at))
            || stands_aside(a, b, paragraph, flows)
        {
            Join::No
        } else if flows {
            Join::Space
        } else if ends_sentence(&a.text) {
            Join::No
        } else {
            Join::Break
        }
    }

    /// Whether a line is further in than the one above and goes on from it all the same.
    fn hangs(&mut self, a: &Line, b: &Line) -> bool {
        if b.left - a.left <= INDENT * b.size {
            return false;
        }
        if !self
            .first
            .is_some_and(|first| is_same_left(first, a.left, a))
        {
            return starts_with_lowercase(&b.text);
        }

        let is_known = self.list.is_some_and(|list| {
            is_same_left(list.outer, a.left, a) && is_same_left(list.inner, b.left, b)
        });
        let hangs = is_known || sentence_goes_on(a, b);
        if hangs {
            self.list = Some(Hanging {
                outer: a.left,
                inner: b.left,
            });
        }
        hangs
    }

    /// Whether a line begins the next entry of a list, or what follows the list.
    fn begins_entry(&mut self, a: &Line, b: &Line) -> bool {
        let Some(list) = self
            .list
            .filter(|list| b.left < list.outer + SAME_LEFT * b.size)
        else {
            return false;
        };

        // An entry may have one line only; prose that follows a list has many that begin there.
        let is_outer = is_same_left(list.outer, a.left, a);
        let begins = ends_sentence(&a.text) || !(is_outer || starts_with_lowercase(&b.text));
        if !begins || b.left < list.outer - SAME_LEFT * b.size {
            self.list = None;
        }
        begins
    }

    /// Whether a line is indented from `edge` as the first of a paragraph is: the one after it is
    /// not.
    fn is_indented(&self, edge: f64, at: Place) -> bool {
        let b = self.line(at);
        let indent = b.left - edge;

        let below = self.pages[at.0].lines.get(at.1 + 1);
        let next = below.filter(|next| next.y > b.y && next.y - b.y < self.leading * GAP * b.size);
        // If the next line is as far in, this is no first line but an indented passage, unless it
        // ends early.
        let edge = self.edge(at).right;
        let hangs = next
            .is_some_and(|next| next.left > b.left - SAME_LEFT * b.size && b.is_full(next, edge));

        indent > INDENT * b.size && indent < WIDEST_INDENT * b.size && !hangs
    }
}

/// Whether a line is in other type than the one before, or an item of a list.
fn is_other_kind(a: &Line, b: &Line, paragraph: &str) -> bool {
    (a.size - b.size).abs() > 0.1 * a.size.max(b.size)
        || b.text.starts_with(BULLETS)
        || markers::is_next_item(&b.text, paragraph)
}

/// Whether a line is at the other side of the page from the next, as the date of a letter is.
fn stands_aside(a: &Line, b: &Line, paragraph: &str, flows: bool) -> bool {
    // The first line of a paragraph may stand there, and reach the edge.
    let is_last = !flows || paragraph.trim() == a.text.trim();
    let is_centered = ((a.left + a.right) - (b.left + b.right)).abs() < 2.0 * a.size;
    let is_far = a.left - b.left > WIDEST_INDENT * b.size;
    is_last && is_far && !is_centered && verses::starts_with_capital(&b.text)
}

/// Whether two lines, of which one is given, begin at the same place.
fn is_same_left(left: f64, other: f64, line: &Line) -> bool {
    (left - other).abs() < SAME_LEFT * line.size
}

/// Whether a sentence goes on over the end of a line, as far as its last and first letters tell.
fn sentence_goes_on(a: &Line, b: &Line) -> bool {
    starts_with_lowercase(&b.text) || !ends_sentence(&a.text)
}

/// Whether a line is one of a table, which does not flow into the next: `Introduction . . . . . 1`,
/// or `2 The Gull 12` before such a line.
fn is_in_contents(a: &Line, b: &Line) -> bool {
    let has_leader = |line: &Line| line.text.contains(". . . .") || line.text.contains(".....");
    has_leader(a) || (has_leader(b) && a.text.ends_with(char::is_numeric))
}

/// Whether a line is the next of numbered rows or verses: `2 Anna 1911`.
fn is_next_row(a: &Line, b: &Line, paragraph: &str) -> bool {
    let number = |text: &str| text.split_once(' ')?.0.parse::<u32>().ok();
    let is_next = |text: &str| {
        let before = number(text).and_then(|number| number.checked_add(1));
        before.is_some() && before == number(&b.text)
    };
    is_next(&a.text) || (ends_sentence(&a.text) && is_next(paragraph))
}

/// Whether a text begins with a small letter.
pub fn starts_with_lowercase(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

/// Whether a text ends with a stop, perhaps before quotation marks and brackets.
pub fn ends_sentence(text: &str) -> bool {
    let text = text
        .trim_end()
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '“']);
    text.ends_with(['.', '!', '?', ':', '…', '。', '！', '？'])
}

/// Whether some lines are set as code is, and most are not.
fn has_code(pages: &[Page]) -> bool {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let all: usize = lines().map(|line| line.text.len()).sum();
    let typed = lines().filter(|line| line.is_typed());
    typed.map(|line| 2 * line.text.len()).sum::<usize>() < all
}

/// Whether a line set as code is has words alone, as a licence has that is quoted so: it may flow
/// into the next.
fn reads_as_prose(line: &Line) -> bool {
    line.text.split_whitespace().count() >= PROSE_WORDS
        && !line.text.starts_with('-')
        && !line.text.contains(CODE_SIGNS)
}

/// The usual distance of lines of the same size, in sizes. Where a sentence ends, so may a
/// paragraph.
fn measure_leading(pages: &[Page]) -> f64 {
    let pairs = pages.iter().flat_map(|page| page.lines.windows(2));
    let same = pairs
        .filter(|pair| (pair[0].size - pair[1].size).abs() < 0.1 && pair[0].size > 0.0)
        .filter(|pair| !ends_sentence(&pair[0].text));

    let mut distances: Vec<f64> = same
        .map(|pair| (pair[1].y - pair[0].y) / pair[0].size)
        .collect();
    // The next column, or the gap around a heading, is not a distance of lines.
    distances.retain(|distance| (0.8..3.0).contains(distance));
    distances.sort_by(f64::total_cmp);

    distances
        .get(distances.len() / 2)
        .copied()
        .unwrap_or(LEADING)
}
