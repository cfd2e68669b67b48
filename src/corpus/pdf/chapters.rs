//! Which lines are headings: those that the bookmarks name, or else those in larger type.

use std::collections::HashMap;

use hayro_interpret::hayro_syntax::Pdf;

use super::bookmarks::bookmarks;
use super::page::{Line, Page};
use crate::corpus::plain;

/// Type larger than the body's by this much is that of a heading.
const LARGER: f64 = 1.15;
/// Most characters of a line of a heading.
const HEADING_CHARS: usize = 150;
/// Most lines that one heading runs over.
const HEADING_LINES: usize = 4;

/// Where the headings of a document are, and what they are told from.
#[derive(Debug, Default)]
pub struct Chapters {
    /// Level and number of lines of the heading that begins at a line, by page and line from 0.
    pub headings: HashMap<(usize, usize), (u8, usize)>,
    /// Sections that begin with a page, whose heading is not in its text, by page from 0.
    pub unwritten: HashMap<usize, Vec<(u8, String)>>,
    /// Size of the type of the body.
    pub body: f64,
}

/// Finds the headings in the first of three ways that finds any: bookmarks, large type, `Chapter 4`.
pub fn find(pdf: &Pdf, pages: &[Page]) -> Chapters {
    let mut chapters = Chapters {
        body: body_size(pages),
        ..Chapters::default()
    };

    chapters.find_bookmarks(pdf, pages);
    if chapters.headings.is_empty() && chapters.unwritten.is_empty() {
        chapters.find_large(pages);
    }
    if chapters.headings.is_empty() && chapters.unwritten.is_empty() {
        chapters.find_numbered(pages);
    }

    chapters
}

impl Chapters {
    fn find_bookmarks(&mut self, pdf: &Pdf, pages: &[Page]) {
        for bookmark in bookmarks(pdf) {
            let (level, number) = (bookmark.level, bookmark.page);
            let Some(page) = pages.get(number) else {
                continue;
            };

            match place_of(&bookmark.title, &page.lines) {
                Some((line, count)) => drop(self.headings.insert((number, line), (level, count))),
                None => self
                    .unwritten
                    .entry(number)
                    .or_default()
                    .push((level, bookmark.title)),
            }
        }
    }

    /// The larger the type, the higher the heading.
    fn find_large(&mut self, pages: &[Page]) {
        let is_large = |line: &Line| {
            line.size >= self.body * LARGER
                && line.text.chars().count() <= HEADING_CHARS
                && line.text.chars().filter(|c| c.is_alphanumeric()).count() > 1
        };

        let mut sizes: Vec<u32> = pages
            .iter()
            .flat_map(|page| &page.lines)
            .filter(|line| is_large(line))
            .map(size)
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();

        for (number, page) in pages.iter().enumerate() {
            let mut at = 0;
            while at < page.lines.len() {
                let first = &page.lines[at];
                let goes_on = |line: &&Line| size(line) == size(first) && is_large(line);

                let count = page.lines[at..]
                    .iter()
                    .take_while(goes_on)
                    .take(HEADING_LINES)
                    .count();

                if count > 0 {
                    let larger = sizes.iter().position(|other| *other == size(first));
                    // There are nine levels: the smallest sizes share the last.
                    let level = larger.unwrap_or(0).min(8) as u8 + 1;
                    self.headings.insert((number, at), (level, count));
                }
                at += count.max(1);
            }
        }
    }

    /// `Chapter 4` in the type of the body.
    fn find_numbered(&mut self, pages: &[Page]) {
        for (number, page) in pages.iter().enumerate() {
            for (at, line) in page.lines.iter().enumerate() {
                if let Some(level) = plain::chapter_level(&line.text).map(|(level, _)| level) {
                    self.headings.insert((number, at), (level, 1));
                }
            }
        }
    }
}

/// The line at which a heading begins, and how many lines it has.
fn place_of(title: &str, lines: &[Line]) -> Option<(usize, usize)> {
    // Spaces, punctuation and case may differ between a bookmark and the page.
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let title = letters(title);
    if title.is_empty() {
        return None;
    }

    let is_digit = |c: char| c.is_ascii_digit();
    (0..lines.len()).find_map(|at| {
        let mut seen = String::new();
        for (count, line) in (1..).zip(lines[at..].iter().take(HEADING_LINES)) {
            seen.push_str(&letters(&line.text));
            // A bookmark often leaves out the number that stands in the text, or the other way round.
            let unnumbered = seen.trim_start_matches(is_digit);
            let differs_in_number =
                unnumbered.len() > 3 && unnumbered == title.trim_start_matches(is_digit);
            if seen == title || differs_in_number {
                return Some((at, count));
            }
        }
        None
    })
}

/// The size in which most letters are set.
fn body_size(pages: &[Page]) -> f64 {
    let mut letters: HashMap<u32, usize> = HashMap::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        *letters.entry(size(line)).or_default() += line.text.len();
    }

    // The larger size where the numbers are equal: the order of the map is by chance.
    letters
        .into_iter()
        .max_by_key(|(size, letters)| (*letters, *size))
        .map_or(0.0, |(size, _)| f64::from(size) / 2.0)
}

/// In half points, since sizes are seldom exact.
fn size(line: &Line) -> u32 {
    (line.size * 2.0).round() as u32
}
