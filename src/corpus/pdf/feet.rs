//! Notes and captions at the foot of a page or a column, in the middle of a paragraph that goes on behind them.
//!
//! In: pages of lines in the order of reading. Out: where such small type begins, and the line with which the text goes
//! on. Whether the paragraph does go on there, `joins` tells.

use std::collections::HashMap;

use super::chapters::Chapters;
use super::joins::{Place, ends_sentence, starts_with_lowercase};
use super::notes::begins_note;
use super::page::{Line, Page};

/// Type of less than this part of the text's size is that of notes, if a mark stands before it.
const SMALLER: f64 = 0.95;
/// Such type is that of notes and captions, without a mark too.
const SMALL: f64 = 0.9;

/// The first line of each piece of small type at a foot -> the line with which the text goes on.
pub fn find_feet(pages: &[Page], chapters: &Chapters) -> HashMap<Place, Place> {
    let places = pages
        .iter()
        .enumerate()
        .flat_map(|(page, lines)| (0..lines.lines.len()).map(move |line| (page, line)));
    let places: Vec<Place> = places.collect();
    let line = |place: &Place| &pages[place.0].lines[place.1];
    let is_small = |place: &Place| line(place).size < SMALLER * chapters.body;

    let mut feet = HashMap::new();
    let mut at = 1;
    while at < places.len() {
        let count = places[at..].iter().take_while(|place| is_small(place));
        let end = at + count.count();
        let foot = &places[at..end];
        if let Some(next) = places.get(end).filter(|_| !foot.is_empty())
            && !is_small(&places[at - 1])
            && is_foot(foot, places[at - 1], *next, pages)
            && !(foot.iter().chain([next])).any(|place| chapters.headings.contains_key(place))
            && parts_text(
                line(&places[at - 1]),
                line(&foot[0]),
                line(next),
                chapters.body,
            )
        {
            feet.insert(foot[0], *next);
        }
        at = end.max(at + 1);
    }

    feet
}

/// Whether lines stand below one of their page, and the next one on the next page or in another column.
fn is_foot(foot: &[Place], before: Place, next: Place, pages: &[Page]) -> bool {
    let line = |(page, line): Place| &pages[page].lines[line];
    let (page, first) = (foot[0].0, line(foot[0]));

    let is_below = foot.iter().chain([&before]).all(|place| place.0 == page)
        && line(before).y < first.y
        && foot
            .windows(2)
            .all(|pair| line(pair[0]).y <= line(pair[1]).y);
    let is_in_next_column = next.0 == page && line(next).y < first.y - first.size;
    let is_on_next_page = next.0 == page + 1 && !pages[next.0].is_unread;
    is_below && (is_in_next_column || is_on_next_page)
}

/// Whether notes or a caption, of which a line is the first, part a sentence that does not end before it. Between two
/// sentences a list may stand in small type, too.
fn parts_text(before: &Line, first: &Line, next: &Line, body: f64) -> bool {
    let is_caption = || first.size < SMALL * body && starts_with_lowercase(&next.text);
    !ends_sentence(&before.text) && (begins_note(&first.text) || is_caption())
}
