//! Lines -> paragraphs, as a reader sees them: lines flow into each other, words that were broken at the
//! end of a line are whole again, and a paragraph goes on over the edge of a page.

use std::collections::HashSet;

use super::chapters::Chapters;
use super::markers::{self, BULLETS};
use super::page::{Line, Page};
use super::spacing::is_unspaced;
use super::verses;
use crate::corpus::manuscript::{Manuscript, SOFT_HYPHEN};

/// Lines this much further apart than usual are of different paragraphs.
const GAP: f64 = 1.3;
/// Distance of lines where there are too few to tell, in sizes of their type.
const LEADING: f64 = 1.25;
/// An indent of this part of the type size begins a paragraph.
const INDENT: f64 = 0.9;

/// What a broken word ends with at the end of a line.
const HYPHENS: [char; 3] = ['-', '\u{2010}', SOFT_HYPHEN];
/// More lines than this part end with a hyphen where words are broken.
const BROKEN: f64 = 0.02;

/// Fewer lines do not tell how wide a column is.
const FEW: usize = 4;
/// An indent is narrower than so many sizes.
const WIDEST_INDENT: f64 = 8.0;

/// Words before which a hyphen stands for the rest of a word.
const CONJUNCTIONS: [&str; 10] = [
    "and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "en",
];

/// Writes the pages; also where each of them begins.
pub fn write(pages: &[Page], chapters: &Chapters, title: Option<&str>) -> (Manuscript, Vec<usize>) {
    let tops = chapters
        .headings
        .values()
        .filter(|(level, _)| *level == 1)
        .count();

    let mut flow = Flow {
        manuscript: Manuscript::new(tops == 1, title),
        starts: vec![None; pages.len()],
        paragraph: String::new(),
        begun: Vec::new(),
        words: words(pages),
        breaks_words: breaks_words(pages),
        leading: leading(pages),
    };

    // The page and line before, where the next line may go on from it.
    let mut before = None;
    for (number, page) in pages.iter().enumerate() {
        for (level, title) in chapters.unwritten.get(&number).into_iter().flatten() {
            flow.end_paragraph(None);
            flow.manuscript.begin_section(*level, title);
            before = None;
        }
        // What comes after a page that is missing does not go on from what came before it.
        if page.is_unread {
            before = None;
        }

        let mut at = 0;
        while let Some(line) = page.lines.get(at) {
            if let Some((level, count)) = chapters.headings.get(&(number, at)) {
                flow.end_paragraph(None);
                for line in &page.lines[at..at + count] {
                    flow.add(line, Join::Space, number);
                }
                flow.end_paragraph(Some(*level));
                at += count;
                before = None;
                continue;
            }

            let join = before.map_or(Join::No, |before| flow.join(before, at, page, pages));
            flow.add(line, join, number);
            before = Some((number, at));
            at += 1;
        }
    }

    flow.end_paragraph(None);
    flow.finish()
}

/// How a line follows the one before it.
#[derive(Clone, Copy, PartialEq)]
enum Join {
    /// Not at all: it begins another paragraph.
    No,
    /// After a space, as lines of prose do.
    Space,
    /// On a new line, as verses do.
    Break,
}

struct Flow {
    manuscript: Manuscript,
    /// Where each page begins in the text, as far as that is known.
    starts: Vec<Option<usize>>,
    /// The paragraph that is being written.
    paragraph: String,
    /// Pages that begin in it, and where.
    begun: Vec<(usize, usize)>,
    /// Every word that stands within a line, in lower case.
    words: HashSet<String>,
    /// Whether words are broken at all.
    breaks_words: bool,
    /// Usual distance of lines, in sizes of their type.
    leading: f64,
}

impl Flow {
    fn add(&mut self, line: &Line, join: Join, page: usize) {
        let text = line.text.trim();

        match join {
            Join::No => self.end_paragraph(None),
            _ if self.paragraph.is_empty() => {}
            Join::Break => self.paragraph.push('\n'),
            Join::Space => match self.unbroken(text) {
                Some(end) => self.paragraph.truncate(end),
                None if joins_unspaced(&self.paragraph, text) => {}
                None => self.paragraph.push(' '),
            },
        }

        // Where the paragraph stands in the text is known only when it ends.
        if self.starts[page].is_none() && self.begun.last().is_none_or(|(begun, _)| *begun != page)
        {
            self.begun.push((page, self.paragraph.len()));
        }

        self.paragraph.push_str(text);
    }

    /// Where the paragraph ends if its last word, broken by a hyphen, goes on with `next`: before the
    /// hyphen, or after it if it belongs to the word.
    fn unbroken(&self, next: &str) -> Option<usize> {
        let hyphen = self
            .paragraph
            .chars()
            .last()
            .filter(|c| HYPHENS.contains(c))?;
        let end = self.paragraph.len() - hyphen.len_utf8();

        // "1893-" and "1911", "02-" and "123": what a hyphen joins.
        let is_number = self.paragraph[..end].ends_with(char::is_numeric);
        if is_number && next.starts_with(char::is_numeric) {
            return Some(self.paragraph.len());
        }

        let head = self.paragraph[..end]
            .rsplit(|c: char| !c.is_alphabetic())
            .next()?;
        let tail = next.split(|c: char| !c.is_alphabetic()).next()?;
        // "pre- and post-war": this hyphen belongs to no word that goes on.
        if head.is_empty() || tail.is_empty() || CONJUNCTIONS.contains(&tail) {
            return None;
        }

        let has = |word: String| self.words.contains(&word.to_lowercase());
        // "third" and "party" are words, "exam" may be one, but "ple" is none.
        let compound = has(format!("{head}-{tail}"))
            || (has(head.to_owned()) && has(tail.to_owned()))
            || !self.breaks_words;
        let keeps =
            tail.starts_with(char::is_uppercase) || (compound && !has(format!("{head}{tail}")));

        Some(if keeps && hyphen != SOFT_HYPHEN {
            self.paragraph.len()
        } else {
            end
        })
    }

    fn end_paragraph(&mut self, heading: Option<u8>) {
        self.manuscript.end_block();
        let start = self.manuscript.len();

        for (page, at) in self.begun.drain(..) {
            self.starts[page].get_or_insert(start + at);
        }

        self.manuscript.push(&self.paragraph);
        self.paragraph.clear();

        match heading {
            Some(level) => self.manuscript.end_heading(level),
            None => self.manuscript.end_block(),
        }
    }

    /// How line `at` of a page follows the line before, which may stand on an earlier page.
    fn join(&self, before: (usize, usize), at: usize, page: &Page, pages: &[Page]) -> Join {
        let former = &pages[before.0];
        let a = &former.lines[before.1];
        let b = &page.lines[at];

        // In other type, or an item of a list.
        if (a.size - b.size).abs() > 0.1 * a.size.max(b.size) {
            return Join::No;
        }
        if b.text.starts_with(BULLETS) || markers::follows(&b.text, &self.paragraph) {
            return Join::No;
        }

        let goes_on = starts_low(&b.text) || !ends_sentence(&a.text);

        let (edge, lines) = right_edge(a, former);
        // A line ends early where a paragraph or a verse does.
        let is_full = a.is_full(b, edge);

        let is_elsewhere = !std::ptr::eq(former, page) || b.y < a.y - a.size;
        if is_elsewhere {
            // On another page or in another column only the line after it tells of an indent.
            let next = page.lines.get(at + 1).filter(|next| next.y > b.y);
            let left = next.unwrap_or(b).left;
            let joins = goes_on || (is_full && lines >= FEW && !self.is_indented(left, at, page));
            return if joins { Join::Space } else { Join::No };
        }

        let indented = !markers::is_item(&a.text) && self.is_indented(a.left, at, page);
        // Beside something large, such as an initial, a line may be further from the next.
        let is_inside = is_full && !ends_sentence(&a.text) && starts_low(&b.text);
        let usual = self.leading * a.size.max(b.size);
        let apart = b.y - a.y > usual * if is_inside { GAP * GAP } else { GAP };
        if apart || indented || self.stands_aside(a, b) {
            Join::No
        } else if is_full && !has_leader(&a.text) && !verses::holds(before.1, former, edge) {
            Join::Space
        } else if ends_sentence(&a.text) {
            Join::No
        } else {
            Join::Break
        }
    }

    /// Whether line `at` is indented from `edge` as the first of a paragraph is: the one after it is not.
    fn is_indented(&self, edge: f64, at: usize, page: &Page) -> bool {
        let b = &page.lines[at];
        let indent = b.left - edge;

        let next = page
            .lines
            .get(at + 1)
            .filter(|next| next.y > b.y && next.y - b.y < self.leading * GAP * b.size);
        // If the next line is as far in, this is no first line but an indented passage.
        let hangs = next.is_some_and(|next| next.left > b.left - 0.5 * b.size);

        indent > INDENT * b.size && indent < WIDEST_INDENT * b.size && !hangs
    }

    /// Whether a line is a paragraph at the other side of the page from the next, as the date of a letter is.
    fn stands_aside(&self, a: &Line, b: &Line) -> bool {
        let is_first = self.paragraph.trim() == a.text.trim();
        let is_centered = ((a.left + a.right) - (b.left + b.right)).abs() < 2.0 * a.size;
        let is_far = a.left - b.left > WIDEST_INDENT * b.size;
        is_first && is_far && !is_centered && verses::begins_high(&b.text)
    }

    fn finish(self) -> (Manuscript, Vec<usize>) {
        // A page without text begins where the next one does.
        let mut next = self.manuscript.len();
        let mut starts: Vec<usize> = self
            .starts
            .into_iter()
            .rev()
            .map(|start| {
                next = start.unwrap_or(next).min(next);
                next
            })
            .collect();
        starts.reverse();

        // Whatever comes before the first letter is on the first page too.
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }

        (self.manuscript, starts)
    }
}

/// Whether both sides of the end of a line are of a script that has no spaces.
fn joins_unspaced(before: &str, after: &str) -> bool {
    let is_of_it = |c: Option<char>| c.is_some_and(|c| is_unspaced(&c.to_string()));
    is_of_it(before.chars().next_back()) && is_of_it(after.chars().next())
}

/// `Introduction . . . . . 1`: a line of a table, which does not flow into the next.
fn has_leader(text: &str) -> bool {
    text.contains(". . . .") || text.contains(".....")
}

fn starts_low(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

fn ends_sentence(text: &str) -> bool {
    let text = text
        .trim_end()
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '“']);
    text.ends_with(['.', '!', '?', ':', '…', '。', '！', '？'])
}

/// How far right lines reach that begin near where this one does, and how many there are.
fn right_edge(line: &Line, page: &Page) -> (f64, usize) {
    let is_near = |l: &&Line| {
        (l.left - line.left).abs() < 3.0 * line.size && (l.size - line.size).abs() < 1.0
    };
    page.lines
        .iter()
        .filter(is_near)
        .fold((line.right, 0), |(edge, lines), l| {
            (edge.max(l.right), lines + 1)
        })
}

/// The usual distance of lines of the same size, in sizes. Where a sentence ends, so may a paragraph.
fn leading(pages: &[Page]) -> f64 {
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

/// Whether words are broken at the ends of lines, which shows in how many end so: a few do in compounds alone.
fn breaks_words(pages: &[Page]) -> bool {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let broken = lines().filter(|line| line.text.ends_with(HYPHENS));
    broken.count() as f64 > BROKEN * lines().count() as f64
}

/// Words that stand within a line, so that neither they nor their hyphens come from breaking it.
fn words(pages: &[Page]) -> HashSet<String> {
    let mut words = HashSet::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        let mut own: Vec<&str> = line
            .text
            .split(|c: char| !c.is_alphabetic() && !HYPHENS.contains(&c))
            .collect();
        // The last may be broken, and the first may be the rest of a word that was.
        own.pop();
        let written = own.into_iter().skip(1).map(str::to_lowercase);
        words.extend(written.map(|word| word.replace('\u{2010}', "-").replace(SOFT_HYPHEN, "")));
    }

    words
}
