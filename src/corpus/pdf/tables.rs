//! Rows of a table: lines whose cells stand below each other.
//!
//! In: the letters of each line. Out: the wide gaps in it, and which lines are rows. The decision that is not obvious: a
//! gap parts cells if the lines above or below have one at the same place. Prose that is spread to its full width has wide
//! gaps, too, and by chance two of them meet, but then they are the only spaces of the line.

use super::glyphs::Letter;
use super::joins::starts_with_lowercase;
use super::markers;
use super::page::{Line, Page};
use super::rows::is_space;

/// The gap between two cells is so wide, in sizes of the type.
const GAP: f64 = 0.9;
/// So much of it the rows of a table have in common, in the same.
const SHARED: f64 = 0.4;
/// Rows are no further apart, in the same.
const APART: f64 = 3.0;

/// So many lines with common gaps are rows, and so many where small letters begin one, as they do in prose.
const ROWS: usize = 3;
const SMALL_ROWS: usize = 4;
/// Longest number before an item of a list.
const NUMBER: usize = 2;

/// Where the wide gaps of a line begin and end, from left to right; the one behind the mark of an item is none.
pub fn measure_gaps(letters: &[Letter], size: f64) -> Vec<(f64, f64)> {
    let mut gaps = Vec::new();
    let mut before = String::new();
    let mut right: Option<f64> = None;

    for letter in letters.iter().filter(|letter| !is_space(letter)) {
        let end = right.unwrap_or(letter.left);
        if letter.left - end > GAP * size && !is_mark(&before) {
            gaps.push((end, letter.left));
        }
        before.push_str(&letter.text);
        right = Some(end.max(letter.right));
    }

    gaps
}

fn is_mark(text: &str) -> bool {
    let is_number = text.len() <= NUMBER && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number || markers::is_list_item(&format!("{text} "))
}

/// Which lines of each page are rows of a table, which may go on over the edge of a page.
pub fn find_table_rows(pages: &[Page]) -> Vec<Vec<bool>> {
    let lines: Vec<&Line> = pages.iter().flat_map(|page| &page.lines).collect();
    let mut rows = vec![false; lines.len()];
    let mut at = 0;

    while at < lines.len() {
        // What all lines from here on have in common, and how many these are.
        let mut common = lines[at].gaps.clone();
        let mut end = at + 1;
        while end < lines.len() && follows(lines[end - 1], lines[end]) {
            let shared = intersect_gaps(&common, &lines[end].gaps, lines[end].size);
            if shared.is_empty() {
                break;
            }
            common = shared;
            end += 1;
        }

        if are_rows(&lines[at..end]) {
            rows[at..end].fill(true);
        }
        at = end;
    }

    let mut rows = rows.into_iter();
    let of_page = |page: &Page| rows.by_ref().take(page.lines.len()).collect();
    pages.iter().map(of_page).collect()
}

/// Whether lines that have gaps in common are too many for prose, or have other spaces beside these gaps.
fn are_rows(lines: &[&Line]) -> bool {
    let is_spread = |line: &&Line| line.text.matches(' ').count() <= line.gaps.len();
    let is_small = |line: &&Line| starts_with_lowercase(&line.text);
    let enough = match () {
        () if lines.iter().any(is_small) => SMALL_ROWS,
        () if lines.iter().any(is_spread) => ROWS,
        () => 2,
    };
    lines.len() >= enough
}

/// Whether two rows may be of one table, even on two pages.
pub fn have_common_gap(a: &Line, b: &Line) -> bool {
    !intersect_gaps(&a.gaps, &b.gaps, b.size).is_empty()
}

/// Whether a line stands below another, or at the top of the next page.
fn follows(a: &Line, b: &Line) -> bool {
    b.y - a.y < APART * a.size && (a.size - b.size).abs() < 0.1 * a.size
}

/// What is wide enough of what lies in a gap of both.
fn intersect_gaps(a: &[(f64, f64)], b: &[(f64, f64)], size: f64) -> Vec<(f64, f64)> {
    let pairs = a
        .iter()
        .flat_map(|gap| b.iter().map(move |other| (gap, other)));
    pairs
        .map(|(gap, other)| (gap.0.max(other.0), gap.1.min(other.1)))
        .filter(|(left, right)| right - left > SHARED * size)
        .collect()
}
