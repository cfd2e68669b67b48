//! What stands around the text of a page: running heads and page numbers. They are taken off.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::page::{Line, Page};

/// The part of a page's height, at the top and at the bottom, in which they stand.
const MARGIN: f64 = 0.13;
/// So far in points from the text, a number alone stands around it wherever that is: wide margins are usual, too.
const APART: f64 = 20.0;
/// On how many pages the same words must stand at the same height, and numbers.
const REPEATED: (usize, usize) = (3, 2);
/// So few pages that the words on two are enough.
const FEW: usize = 5;
/// How far in points lines at the same height may be off.
const SAME_HEIGHT: f64 = 4.0;

/// Takes the frame off every page.
pub fn strip_frame(pages: &mut [Page]) {
    let seen = count_pages_with(pages, |_, line| vec![line_key(line)]);

    // Heights are rounded, so the same one may fall into either of two neighbours.
    let times = |(words, height): (String, i64)| -> usize {
        (height - 1..=height + 1)
            .map(|near| seen.get(&(words.clone(), near)).copied().unwrap_or(0))
            .sum()
    };

    let offsets = collect_number_offsets(pages);
    let repeated = if pages.len() <= FEW {
        REPEATED.1
    } else {
        REPEATED.0
    };

    for (number, page) in (1..).zip(pages.iter_mut()) {
        let is_frame = |line: &Line| {
            let needed = if is_page_number(&line.text) {
                REPEATED.1
            } else {
                repeated
            };
            let numbered =
                end_numbers(&line.text).any(|printed| offsets.contains(&(printed - number)));

            line.text.trim() == format!("{number}") || numbered || times(line_key(line)) >= needed
        };

        let edges = Edges::of(page);
        page.lines
            .retain(|line| !(edges.hold(line) && is_frame(line)));
    }
}

/// What the numbers printed on the pages differ by from the numbers of the pages: a running head may
/// change from page to page, but its number counts.
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

/// Its words, with every number as the same and none at its ends, since they change sides from page to page; and its
/// height.
fn line_key(line: &Line) -> (String, i64) {
    let text = line.text.to_lowercase();
    let mut words = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() { '#' } else { c };
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
    (
        key.to_owned(),
        i64::from((line.y / SAME_HEIGHT).round() as i32),
    )
}

/// What stands beside a number of a page.
const BESIDE: [&str; 9] = [
    "page", "of", "p", "seite", "von", "s", "pagina", "sida", "página",
];

/// `12`, `– 12 –`, `Page 3 of 20`, `xiv`.
fn is_page_number(text: &str) -> bool {
    let words = || {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let counts = |word: &str| word.chars().all(|c| c.is_ascii_digit()) || is_roman(word);

    // `page of` alone is no number.
    words().any(counts)
        && words().all(|word| counts(word) || BESIDE.contains(&word.to_lowercase().as_str()))
}

/// A number as pages are counted in front of a book: `xiv` or `XIV`, but neither `Civil` nor `mix`.
fn is_roman(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_one_case = word == lower || word == word.to_uppercase();

    // Hundreds, tens and ones, each as many letters as it has; more pages are not counted so.
    let rest = lower.trim_start_matches('c');
    let hundreds = lower.len() - rest.len();
    let rest = strip_roman_digit(
        rest,
        ["x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"],
    );
    let rest = strip_roman_digit(
        rest,
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"],
    );

    is_one_case && !lower.is_empty() && hundreds <= 3 && rest.is_empty()
}

/// What follows the longest of `digits` with which the letters begin, if any.
fn strip_roman_digit<'a>(letters: &'a str, digits: [&str; 9]) -> &'a str {
    digits
        .iter()
        .filter_map(|digit| letters.strip_prefix(digit))
        .min_by_key(|rest| rest.len())
        .unwrap_or(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_are_numbers_of_pages() {
        let numbers = [
            "12",
            "– 12 –",
            "Page 3 of 20",
            "xiv",
            "XIV",
            "iv",
            "i",
            "xc",
            "xcix",
            "cxlviii",
            "- ix -",
            "Seite 4",
        ];
        for text in numbers {
            assert!(is_page_number(text), "{text}");
        }

        let words = [
            "Civil", "CIVIL", "civil", "mix", "Mix", "vivid", "ill", "Xi", "civic", "page of",
            "iix", "vx", "ixi", "", "Will", "lil", "The 12", "iiii", "cccc", "Page", "xcx",
        ];
        for text in words {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
