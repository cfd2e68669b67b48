//! Which lines are headings: those that the bookmarks name, or else those in larger type.

use std::collections::{HashMap, HashSet};

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::Point;

use super::bookmarks::{Bookmark, collect_bookmarks};
use super::markers::BULLETS;
use super::page::{Line, Page};
use super::spacing::is_unspaced;
use crate::corpus::outline::comparable_letters;
use crate::corpus::plain;

/// Type larger than the body's by this much is that of a heading.
pub const LARGER: f64 = 1.15;
/// A bookmark leads to a line whose foot is no more than this much, in its sizes, above the place
/// that it names.
const ABOVE: f64 = 0.1;
/// Most characters of a line of a heading.
const HEADING_CHARS: usize = 150;
/// Most lines that one heading runs over.
const HEADING_LINES: usize = 4;
/// A sentence of so many words, or of so many characters where words have no spaces between them,
/// is no heading.
const SENTENCE: (usize, usize) = (8, 24);
/// Lines this far apart, in sizes of their type, are two headings where they do not stand below
/// each other, and where the second begins with a number.
const APART: (f64, f64) = (1.4, 1.7);
/// So many single letters in the order of the alphabet are the headings of an index, or fewer that
/// begin with it.
const LETTERS: usize = 5;
/// Fewest letters of a title that running heads are told by.
const TITLE_LETTERS: usize = 4;

/// Where the headings of a document are, and what they are told from.
#[derive(Debug, Default)]
pub struct Chapters {
    /// Level and number of lines of the heading that begins at a line, by page and line from 0.
    pub headings: HashMap<(usize, usize), (u8, usize)>,
    /// Sections whose heading is not in the text, by the page and line before which they begin,
    /// from 0.
    pub unwritten: HashMap<(usize, usize), Vec<(u8, String)>>,
    /// Size of the type of the body.
    pub body: f64,
    /// Whether single letters in large type are the headings of an index or a glossary: `A`, `B`,
    /// `C`.
    is_lettered: bool,
}

/// Finds the headings in the first of three ways that finds any: bookmarks, large type, `Chapter
/// 4`.
pub fn find_chapters(pdf: &Pdf, pages: &[Page]) -> Chapters {
    let mut chapters = Chapters::of(pages);

    chapters.find_bookmarks(pdf, pages);
    if chapters.headings.is_empty() && chapters.unwritten.is_empty() {
        chapters.find_large(pages);
    }
    if chapters.headings.is_empty() && chapters.unwritten.is_empty() {
        chapters.find_numbered(pages);
    }

    chapters
}

/// The size of the type of the body, in points, and the letters of the lines in larger type.
/// Bookmarks tell nothing here: a heading that one names may be in the type of the body, and stand
/// where a running head does.
pub fn find_titles(pages: &[Page]) -> (f64, HashSet<String>) {
    let chapters = Chapters::of(pages);

    let lines = pages.iter().flat_map(|page| &page.lines);
    let large = lines.filter(|line| chapters.is_large(line));
    let bare = large.map(|line| strip_number(&comparable_letters(&line.text)).to_owned());
    let long = bare.filter(|title| title.chars().count() >= TITLE_LETTERS);

    (chapters.body, long.collect())
}

impl Chapters {
    /// What the type of some pages tells, and no heading yet.
    fn of(pages: &[Page]) -> Chapters {
        let body = measure_body_size(pages);
        let lines = pages.iter().flat_map(|page| &page.lines);
        let large = lines.filter(|line| line.size >= body * LARGER);
        let mut letters: Vec<char> = large.filter_map(|line| single_letter(&line.text)).collect();
        letters.dedup();

        let is_enough = letters.len() >= LETTERS || letters.starts_with(&['A', 'B', 'C']);
        Chapters {
            body,
            is_lettered: is_enough && letters.is_sorted(),
            ..Chapters::default()
        }
    }

    fn find_bookmarks(&mut self, pdf: &Pdf, pages: &[Page]) {
        let mut others = Vec::new();
        let mut written: HashMap<usize, Vec<String>> = HashMap::new();
        for bookmark in collect_bookmarks(pdf) {
            let Some(page) = pages.get(bookmark.target.page) else {
                continue;
            };
            let target = bookmark.target.at;
            let first = target.map_or(0, |at| find_first_below(&page.lines, page.place * at));

            let written = written.entry(bookmark.target.page).or_insert_with(|| {
                let lines = page.lines.iter();
                lines.map(|line| comparable_letters(&line.text)).collect()
            });
            match find_title_lines(&bookmark.title, written, first) {
                Some((line, count)) => {
                    let number = bookmark.target.page;
                    let begin = self.find_begin(&page.lines, first, line);
                    let begin = begin.filter(|at| !self.headings.contains_key(&(number, *at)));
                    let begin = begin.unwrap_or(line);
                    let heading = (bookmark.level, count + line - begin);
                    self.headings.insert((number, begin), heading);
                }
                None => others.push((bookmark, first)),
            }
        }

        // Now that it is known which headings have a bookmark of their own.
        for (bookmark, first) in others {
            self.place(bookmark, first, pages);
        }
    }

    /// Where the heading begins whose title is line `at`: `Chapter 2` may stand above it, where the
    /// bookmark leads to.
    fn find_begin(&self, lines: &[Line], first: usize, at: usize) -> Option<usize> {
        let above = lines.get(first..at).filter(|above| above.len() == 1)?;
        let is_number =
            |line: &Line| self.is_large(line) && plain::chapter_level(&line.text).is_some();
        above.iter().all(is_number).then_some(first)
    }

    /// Places a bookmark that says something else than the line to which it leads.
    fn place(&mut self, bookmark: Bookmark, first: usize, pages: &[Page]) {
        let place = (bookmark.target.page, first);
        let below = &pages[place.0].lines[first..];
        let is_led_to = bookmark.target.at.is_some() && !self.headings.contains_key(&place);

        let count = below.first().map_or(0, |line| {
            if self.is_large(line) {
                count_large_lines(below, |line| self.is_large(line))
            } else {
                usize::from(has_same_number(&bookmark.title, &line.text))
            }
        });
        if is_led_to && count > 0 {
            self.headings.insert(place, (bookmark.level, count));
        } else {
            let own = self.unwritten.entry(place).or_default();
            own.push((bookmark.level, bookmark.title));
        }
    }

    fn is_large(&self, line: &Line) -> bool {
        line.size >= self.body * LARGER
            && line.text.chars().count() <= HEADING_CHARS
            && (line.text.chars().filter(|c| c.is_alphanumeric()).count() > 1
                || is_chapter_number(&line.text)
                || (self.is_lettered && single_letter(&line.text).is_some()))
    }

    /// The larger the type, the higher the heading.
    fn find_large(&mut self, pages: &[Page]) {
        let mut sizes: Vec<u32> = pages
            .iter()
            .flat_map(|page| &page.lines)
            .filter(|line| self.is_large(line))
            .map(half_points)
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();

        // The level of the last heading that is more than a letter.
        let mut above = 0;
        for (number, page) in pages.iter().enumerate() {
            let mut at = 0;
            while at < page.lines.len() {
                let count = self.count_run(&page.lines[at..]);
                if is_heading(&page.lines[at..at + count]) {
                    let own = half_points(&page.lines[at]);
                    let larger = sizes.iter().position(|other| *other == own);
                    // There are nine levels: the smallest sizes share the last.
                    let mut level = larger.unwrap_or(0).min(8) as u8 + 1;
                    if self.is_lettered && single_letter(&page.lines[at].text).is_some() {
                        level = level.max(above + 1);
                    } else {
                        above = level;
                    }
                    self.headings.insert((number, at), (level, count));
                }
                at += count.max(1);
            }
        }
    }

    /// How many lines in large type, of one size, follow each other from the first of these.
    fn count_run(&self, lines: &[Line]) -> usize {
        let goes_on = |line: &Line| half_points(line) == half_points(&lines[0]);
        let large = lines
            .iter()
            .take_while(|line| goes_on(line) && self.is_large(line));
        let count = large.count();

        let is_letter = |line: &Line| self.is_lettered && single_letter(&line.text).is_some();
        let is_next = |pair: &[Line]| is_letter(&pair[1]) || begins_other(&pair[0], &pair[1]);
        let own = lines[..count].windows(2).position(is_next);
        own.map_or(count, |last| last + 1)
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

/// The letter that a line consists of, if it is a capital.
fn single_letter(text: &str) -> Option<char> {
    let mut chars = text.trim().chars();
    let letter = chars.next().filter(|c| c.is_uppercase())?;
    chars.next().is_none().then_some(letter)
}

/// Whether a single letter or digit counts chapters; others are initials.
fn is_chapter_number(text: &str) -> bool {
    let number = text.trim_matches(|c: char| !c.is_alphanumeric());
    number.chars().count() == 1
        && number.starts_with(|c: char| "IVXLC".contains(c) || c.is_ascii_digit())
}

/// Whether lines in large type are a heading: few, and no item of a list and no sentence.
fn is_heading(lines: &[Line]) -> bool {
    let text: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
    let text = text.join(" ");
    let is_long = text.split(' ').count() >= SENTENCE.0
        || (is_unspaced(&text) && text.chars().count() >= SENTENCE.1);
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
    let is_sentence = is_long && end.ends_with(['.', '…', '。']);

    (1..=HEADING_LINES).contains(&lines.len())
        && !text.starts_with(BULLETS)
        && (!is_sentence || plain::chapter_level(&lines[0].text).is_some())
}

/// Whether a large line below another is a heading of its own.
fn begins_other(a: &Line, b: &Line) -> bool {
    let is_aligned = (a.left - b.left).abs() < a.size
        || ((a.left + a.right) - (b.left + b.right)).abs() < 2.0 * a.size;
    let has_number = b.text.starts_with(|c: char| c.is_ascii_digit());
    let distance = (b.y - a.y).abs() / a.size;
    (!is_aligned && distance > APART.0) || (has_number && distance > APART.1)
}

/// How many lines a heading in large type has that begins with the first of these.
fn count_large_lines(lines: &[Line], is_large: impl Fn(&Line) -> bool) -> usize {
    let goes_on = |line: &&Line| half_points(line) == half_points(&lines[0]) && is_large(line);
    lines.iter().take_while(goes_on).take(HEADING_LINES).count()
}

/// The line that a place on the page leads to: the uppermost below it, and of columns the first
/// that is not left of it.
fn find_first_below(lines: &[Line], target: Point) -> usize {
    let is_below = |line: &Line| line.y >= target.y - ABOVE * line.size && line.right > target.x;
    let below = lines.iter().filter(|line| is_below(line));
    let Some(upper) = below.min_by(|a, b| a.y.total_cmp(&b.y)) else {
        return lines.len();
    };

    let is_level = |line: &Line| line.y < upper.y + upper.size;
    lines
        .iter()
        .position(|line| is_below(line) && is_level(line))
        .unwrap_or(lines.len())
}

/// The line at which a heading begins, and how many lines it has, by the letters of each line: of
/// several that say the same, the one nearest to line `first`.
fn find_title_lines(title: &str, lines: &[String], first: usize) -> Option<(usize, usize)> {
    // Spaces, punctuation and case may differ between a bookmark and the page.
    let title = comparable_letters(title);
    if title.is_empty() {
        return None;
    }

    // A bookmark often leaves out the number that stands in the text, or the other way round.
    let bare = strip_number(&title);
    let lines_of = |at: usize| {
        let begins = strip_number(&lines[at]);
        let mut seen = String::new();
        (1..)
            .zip(lines[at..].iter().take(HEADING_LINES))
            .take_while(|_| bare.starts_with(begins))
            .find_map(|(count, line)| {
                seen.push_str(line);
                let own = strip_number(&seen);
                let differs_in_number = own.len() > 3 && own == bare;
                (seen == title || differs_in_number).then_some((at, count))
            })
    };
    (0..lines.len())
        .filter_map(lines_of)
        .min_by_key(|(at, _)| at.abs_diff(first))
}

fn strip_number(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit())
}

/// Whether a title and a line begin with the same number, such as `2.2`.
fn has_same_number(title: &str, line: &str) -> bool {
    let number = |text: &str| {
        let first = text.split_whitespace().next().unwrap_or_default();
        let first = first.trim_end_matches(['.', ')', ':']).to_owned();
        first
            .starts_with(|c: char| c.is_ascii_digit())
            .then_some(first)
    };
    number(title).is_some_and(|own| number(line) == Some(own))
}

/// The size in which most letters are set.
fn measure_body_size(pages: &[Page]) -> f64 {
    let mut letters: HashMap<u32, usize> = HashMap::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        *letters.entry(half_points(line)).or_default() += line.text.len();
    }

    // The larger size where the numbers are equal: the order of the map is by chance.
    letters
        .into_iter()
        .max_by_key(|(size, letters)| (*letters, *size))
        .map_or(0.0, |(size, _)| f64::from(size) / 2.0)
}

/// In half points, since sizes are seldom exact.
fn half_points(line: &Line) -> u32 {
    (line.size * 2.0).round() as u32
}
