//! What stands around the text of a page: running heads and page numbers. They are taken off.

use std::collections::HashMap;

use super::page::{Line, Page};

/// The part of a page's height, at the top and at the bottom, in which they stand.
const MARGIN: f64 = 0.13;
/// On how many pages the same words must stand at the same height, and numbers.
const REPEATED: (usize, usize) = (3, 2);
/// So few pages that the words on two are enough.
const FEW: usize = 5;
/// How far in points lines at the same height may be off.
const SAME_HEIGHT: f64 = 4.0;

/// Takes the frame off every page.
pub fn strip(pages: &mut [Page]) {
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages.iter() {
        let mut own: Vec<(String, i64)> = page
            .lines
            .iter()
            .filter(|line| is_at_edge(line, page))
            .map(key)
            .collect();

        // Pages are counted: a line that stands on one of them twice is still on one.
        own.sort_unstable();
        own.dedup();
        for key in own {
            *seen.entry(key).or_default() += 1;
        }
    }

    // Heights are rounded, so the same one may fall into either of two neighbours.
    let times = |(words, height): (String, i64)| -> usize {
        (height - 1..=height + 1)
            .map(|near| seen.get(&(words.clone(), near)).copied().unwrap_or(0))
            .sum()
    };

    let offsets = offsets(pages);
    let repeated = if pages.len() <= FEW {
        REPEATED.1
    } else {
        REPEATED.0
    };

    for (number, page) in (1..).zip(pages.iter_mut()) {
        let is_frame = |line: &Line| {
            let needed = if is_number(&line.text) {
                REPEATED.1
            } else {
                repeated
            };
            let numbered = numbers(&line.text).any(|printed| offsets.contains(&(printed - number)));

            line.text.trim() == format!("{number}") || numbered || times(key(line)) >= needed
        };

        // Decided before any line goes, since `retain` does not let its closure see the page.
        let kept: Vec<bool> = page
            .lines
            .iter()
            .map(|line| !(is_at_edge(line, page) && is_frame(line)))
            .collect();
        let mut kept = kept.into_iter();
        page.lines.retain(|_| kept.next().unwrap_or(true));
    }
}

/// What the numbers printed on the pages differ by from the numbers of the pages: a running head may
/// change from page to page, but its number counts.
fn offsets(pages: &[Page]) -> Vec<i64> {
    let mut votes: HashMap<i64, usize> = HashMap::new();
    for (number, page) in (1..).zip(pages) {
        let edges = page.lines.iter().filter(|line| is_at_edge(line, page));
        let mut own: Vec<i64> = edges
            .flat_map(|line| numbers(&line.text))
            .map(|printed| printed - number)
            .collect();

        // One vote a page, however often it prints its number.
        own.sort_unstable();
        own.dedup();
        for offset in own {
            *votes.entry(offset).or_default() += 1;
        }
    }

    let needed = REPEATED.0.max(pages.len() / 3);
    votes
        .into_iter()
        .filter(|(_, votes)| *votes >= needed)
        .map(|(offset, _)| offset)
        .collect()
}

/// The numbers at the ends of a line.
fn numbers(text: &str) -> impl Iterator<Item = i64> {
    let mut words = text.split_whitespace();
    let ends = [words.next(), words.next_back()].into_iter().flatten();
    // `i32`, since a longer number counts no pages.
    ends.filter_map(|word| word.parse::<i32>().ok())
        .map(i64::from)
}

fn is_at_edge(line: &Line, page: &Page) -> bool {
    line.y < page.height * MARGIN || line.y > page.height * (1.0 - MARGIN)
}

/// Its words, with every number as the same, and its height.
fn key(line: &Line) -> (String, i64) {
    let text = line.text.to_lowercase();
    let mut words = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !words.ends_with('#') {
            words.push(c);
        }
    }

    // Roman numbers differ in their letters, so these go too.
    if is_number(&line.text) {
        words = words.chars().filter(|c| !"ivxlc".contains(*c)).collect();
    }

    (words, i64::from((line.y / SAME_HEIGHT).round() as i32))
}

/// `12`, `– 12 –`, `Page 3 of 20`, `xiv`.
fn is_number(text: &str) -> bool {
    // Whether one of its words counts; `page of` alone is no number.
    let mut counts = false;
    let known = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            let word = word.to_lowercase();
            let number = word.chars().all(|c| c.is_ascii_digit())
                || word.chars().all(|c| "ivxlc".contains(c));
            counts |= number;
            number
                || matches!(
                    word.as_str(),
                    "page" | "of" | "p" | "seite" | "von" | "s" | "pagina" | "sida" | "página"
                )
        });

    known && counts
}
