//! What stands around the text of a page: running heads and page numbers. They are taken off.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::chapters::LARGER;
use super::joins::ends_sentence;
use super::page::{Line, Page};
use super::page_numbers::is_page_number;
use crate::corpus::outline::comparable_letters;

/// The part of a page's height, at the top and at the bottom, in which they stand.
const MARGIN: f64 = 0.13;
/// So far in points from the text, a number alone stands around it wherever that is: wide margins
/// are usual, too.
const APART: f64 = 20.0;
/// On how many pages the same words must stand at the same height, and numbers.
const REPEATED: (usize, usize) = (3, 2);
/// So few pages that the words on two are enough.
const FEW: usize = 5;
/// How far in points lines at the same height may be off.
const SAME_HEIGHT: f64 = 4.0;
/// How far from the text, in its sizes, a running head stands that is told by more than its words.
const HEAD_GAP: f64 = 1.8;

/// Takes the frame off every page. Of the text most is in type of the size `body`, in points, and
/// `titles` are the letters of its headings.
pub fn strip_frame(pages: &mut [Page], body: f64, titles: &HashSet<String>) {
    let known = Frame::of(pages, body);
    let mut taken: Vec<Vec<bool>> = (1..)
        .zip(&*pages)
        .map(|(number, page)| known.find_repeated(number, page))
        .collect();

    let heads = Heads::of(pages, &taken, body, titles);
    for (page, taken) in pages.iter().zip(&mut taken) {
        heads.find_further(page, taken);
    }

    for (page, taken) in pages.iter_mut().zip(taken) {
        let mut taken = taken.into_iter();
        page.lines.retain(|_| taken.next() != Some(true));
    }
}

/// What repeats at the edges of the pages.
struct Frame {
    /// On how many pages each line stands at each height.
    seen: HashMap<(String, i64), usize>,
    /// What the numbers printed on the pages differ by from the numbers of the pages.
    offsets: Vec<i64>,
    /// On how many pages words must stand at the same height.
    repeated: usize,
    body: f64,
}

impl Frame {
    fn of(pages: &[Page], body: f64) -> Frame {
        Frame {
            seen: count_pages_with(pages, |_, line| vec![line_key(line, body)]),
            offsets: collect_number_offsets(pages),
            repeated: if pages.len() <= FEW {
                REPEATED.1
            } else {
                REPEATED.0
            },
            body,
        }
    }

    /// Which lines of a page are part of the frame: they repeat, or their numbers count the pages.
    fn find_repeated(&self, number: i64, page: &Page) -> Vec<bool> {
        let edges = Edges::of(page);
        let counts = |line: &Line| {
            let mut printed = end_numbers(&line.text);
            printed.any(|printed| self.offsets.contains(&(printed - number)))
        };

        // The number of a chapter is as large as its title, and the page has its own elsewhere.
        let is_large = |line: &Line| line.size >= self.body * LARGER && line.y < page.height / 2.0;
        let has_number = page
            .lines
            .iter()
            .any(|line| edges.hold(line) && !is_large(line) && counts(line));

        let is_frame = |line: &Line| match is_page_number(&line.text) {
            true if is_large(line) => counts(line) && !has_number,
            true => {
                counts(line)
                    || line.text.trim() == format!("{number}")
                    || self.count_times(line) >= REPEATED.1
            }
            false => (counts(line) && !is_large(line)) || self.count_times(line) >= self.repeated,
        };
        page.lines
            .iter()
            .map(|line| edges.hold(line) && is_frame(line))
            .collect()
    }

    /// Heights are rounded, so the same one may fall into either of two neighbours.
    fn count_times(&self, line: &Line) -> usize {
        count_near(&self.seen, line_key(line, self.body))
    }
}

/// Running heads that change with the chapter, which may stand on a page or two only.
struct Heads<'t> {
    /// On how many pages a line of the frame stands at a height, by its type in half points.
    places: HashMap<(u32, i64), usize>,
    /// On how many pages the first or the last words of a line are the same at a height.
    halves: HashMap<(String, i64), usize>,
    titles: &'t HashSet<String>,
    body: f64,
    /// On how many pages lines must stand at a height for another one there to be a head, too.
    needed: usize,
}

impl Heads<'_> {
    fn of<'t>(
        pages: &[Page],
        taken: &[Vec<bool>],
        body: f64,
        titles: &'t HashSet<String>,
    ) -> Heads<'t> {
        let mut places = HashMap::new();
        for (page, taken) in pages.iter().zip(taken) {
            let lines = page.lines.iter().zip(taken);
            let words = lines.filter(|(line, taken)| **taken && !is_page_number(&line.text));
            let own: HashSet<_> = words.map(|(line, _)| place_key(line)).collect();
            for place in own {
                *places.entry(place).or_default() += 1;
            }
        }

        Heads {
            places,
            halves: count_pages_with(pages, |_, line| half_keys(line)),
            titles,
            body,
            needed: REPEATED.0.max(pages.len() / 4),
        }
    }

    /// Adds the lines of a page that stand where others have a head, or say what a heading says,
    /// apart from the text.
    fn find_further(&self, page: &Page, taken: &mut [bool]) {
        let edges = Edges::of(page);
        let is_head = |line: &Line| {
            edges.hold(line)
                && line.size < self.body * LARGER
                && !ends_sentence(&line.text)
                && (count_near(&self.places, place_key(line)) >= self.needed || self.is_title(line))
                && is_apart(line, page)
        };

        for (line, taken) in page.lines.iter().zip(taken) {
            *taken = *taken || is_head(line);
        }
    }

    /// Whether a line is a heading of the text, alone or beside words that repeat.
    fn is_title(&self, line: &Line) -> bool {
        let own = comparable_letters(&line.text);
        let own = own.trim_matches(|c: char| c.is_ascii_digit());
        let half_repeats = || {
            let mut keys = half_keys(line).into_iter();
            keys.any(|key| count_near(&self.halves, key) >= REPEATED.0)
        };

        let has_title = || {
            let mut titles = self.titles.iter();
            let is_end = titles.any(|title| own.ends_with(title) || own.starts_with(title));
            // A chapter may be called by its number alone.
            let is_number = split_at_gap(line).is_some_and(|(_, right)| is_page_number(right));
            is_end || is_number
        };

        self.titles.contains(own) || (half_repeats() && has_title())
    }
}

/// Whether nothing stands close above or below a line.
fn is_apart(line: &Line, page: &Page) -> bool {
    let distances = page.lines.iter().map(|other| (other.y - line.y).abs());
    let mut others = distances.filter(|distance| *distance > SAME_HEIGHT);
    others.all(|distance| distance > HEAD_GAP * line.size)
}

fn place_key(line: &Line) -> (u32, i64) {
    ((line.size * 2.0).round() as u32, height_key(line))
}

/// The first two words of a line and the last two, where there are more; and its halves, if they
/// stand at the two edges of a page.
fn half_keys(line: &Line) -> Vec<(String, i64)> {
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let mut halves = Vec::new();
    if let [first, second, .., last_but_one, last] = words[..] {
        halves.push(format!("^{first} {second}"));
        halves.push(format!("{last_but_one} {last}$"));
    }
    if let Some((left, right)) = split_at_gap(line) {
        halves.push(format!("^{left}"));
        halves.push(format!("{right}$"));
    }

    halves.sort_unstable();
    halves.dedup();
    let height = height_key(line);
    halves.into_iter().map(|half| (half, height)).collect()
}

/// What stands before the wide gap of a line, and behind it.
fn split_at_gap(line: &Line) -> Option<(&str, &str)> {
    let signs = line.text.char_indices();
    let mut signs = signs.filter(|(_, c)| !c.is_whitespace());
    let (at, _) = signs.nth(line.gap?)?;
    let (left, right) = line.text.split_at(at);
    left.ends_with(' ').then(|| (left.trim_end(), right))
}

/// On how many pages something stands at this height or so.
fn count_near<T: Eq + Hash + Clone>(
    pages: &HashMap<(T, i64), usize>,
    (said, height): (T, i64),
) -> usize {
    (height - 1..=height + 1)
        .filter_map(|near| pages.get(&(said.clone(), near)))
        .sum()
}

/// What the numbers printed on the pages differ by from the numbers of the pages: a running head
/// may change from page to page, but its number counts.
fn collect_number_offsets(pages: &[Page]) -> Vec<i64> {
    let votes = count_pages_with(pages, |number, line| {
        let printed = end_numbers(&line.text);
        printed.map(|printed| printed - number).collect()
    });

    let needed = REPEATED.0.max(pages.len() / 3);
    votes
        .into_iter()
        .filter(|(_, votes)| *votes >= needed)
        .map(|(offset, _)| offset)
        .collect()
}

/// On how many pages a line at the edge says each thing; a page that says it twice is still one.
fn count_pages_with<T: Eq + Hash>(
    pages: &[Page],
    said: impl Fn(i64, &Line) -> Vec<T>,
) -> HashMap<T, usize> {
    let mut times: HashMap<T, usize> = HashMap::new();
    for (number, page) in (1..).zip(pages) {
        let edges = Edges::of(page);
        let around = page.lines.iter().filter(|line| edges.hold(line));
        let own: HashSet<T> = around.flat_map(|line| said(number, line)).collect();
        for thing in own {
            *times.entry(thing).or_default() += 1;
        }
    }

    times
}

/// The numbers at the ends of a line.
fn end_numbers(text: &str) -> impl Iterator<Item = i64> {
    let mut words = text.split_whitespace();
    let ends = [words.next(), words.next_back()].into_iter().flatten();
    // `i32`, since a longer number counts no pages.
    ends.filter_map(|word| word.parse::<i32>().ok())
        .map(i64::from)
}

/// Where the text of a page ends and what stands around it may begin, in points from its top.
struct Edges {
    top: f64,
    bottom: f64,
    /// What stands on its side was put below the page, see `glyphs`.
    page: f64,
}

impl Edges {
    fn of(page: &Page) -> Edges {
        let mut edges = Edges {
            top: page.height * MARGIN,
            bottom: page.height * (1.0 - MARGIN),
            page: page.height,
        };

        let on_page = || page.lines.iter().filter(|line| line.y <= page.height);
        let last = on_page().max_by(|a, b| a.y.total_cmp(&b.y));
        if let Some(last) = last.filter(|last| is_page_number(&last.text)) {
            let is_apart = |line: &Line| line.y >= last.y - SAME_HEIGHT || line.y < last.y - APART;
            if on_page().all(is_apart) {
                edges.bottom = edges.bottom.min(last.y);
            }
        }
        edges
    }

    fn hold(&self, line: &Line) -> bool {
        line.y < self.top || (self.bottom..=self.page).contains(&line.y)
    }
}

/// Its words, with every number as the same and none at its ends, since they change sides from page
/// to page; and its height. In type larger than the body's numbers tell chapters apart, and behind
/// the number of a note its source.
fn line_key(line: &Line, body: f64) -> (String, i64) {
    let text = line.text.to_lowercase();
    let is_large = line.size >= body * LARGER;
    let is_note = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with('.');

    let mut words = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let is_first = words.is_empty() || words == "#";
        let is_told = is_large || (is_note && !is_first);
        let c = if c.is_ascii_digit() && !is_told {
            '#'
        } else {
            c
        };
        if c != '#' || !words.ends_with('#') {
            words.push(c);
        }
    }

    // Roman numbers differ in their letters, so every number is the same.
    let inner = words.trim_matches('#');
    let key = if inner.is_empty() || is_page_number(&line.text) {
        "#"
    } else {
        inner
    };
    (key.to_owned(), height_key(line))
}

fn height_key(line: &Line) -> i64 {
    i64::from((line.y / SAME_HEIGHT).round() as i32)
}
