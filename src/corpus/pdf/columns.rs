//! How far to the right the lines of a column reach, which tells whether one is full.
//!
//! In: the lines of a page in the order in which they were drawn. Out: the edge of each. The
//! decision that is not obvious: a title or a summary above two columns begins where the left one
//! does and reaches far over its edge, so a line is measured by those only that end before whatever
//! stands beside it or its neighbours.

use std::collections::HashMap;

use super::page::Line;
use super::spacing::is_unspaced;

/// Fewer lines do not tell how wide a column is.
pub const FEW: usize = 4;
/// Lines that begin so near each other, in sizes, may be those of one column: a paragraph may be
/// indented.
const NEAR: f64 = 3.0;
/// Lines that begin no further apart, in sizes, begin at the same place.
pub const SAME_LEFT: f64 = 0.5;
/// Lines are of one type that differ in size by less.
const SAME_SIZE: f64 = 1.0;
/// In a narrower column, in sizes, no text flows: labels stand there, and cells of tables.
const NARROW: f64 = 10.0;
/// So far below each other, in sizes, stand the lines of a passage.
const BELOW: f64 = 2.0;
/// Lines of prose are longer than this part of the longest, and have so many words.
const LONG: f64 = 0.75;
const WORDS: usize = 3;
/// So far above or below a line, in sizes, another one stands beside it.
const BESIDE: f64 = 0.8;
/// Among so many lines above and below one what stands beside it is looked for.
const LOOK: usize = 64;

/// How far to the right lines reach that begin near where one does, and how many there are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edge {
    pub right: f64,
    pub lines: usize,
    /// They are too few or too short to tell: the edge is that of all lines of the page, or none.
    pub is_guess: bool,
}

/// The edge of each line of a page.
pub fn measure_edges(lines: &[Line]) -> Vec<Edge> {
    let limits = measure_limits(lines);
    let all = Rights::of(lines.iter().map(|line| line.right));
    let mut edges = vec![Edge::default(); lines.len()];

    let mut by_size: Vec<usize> = (0..lines.len()).collect();
    by_size.sort_by(|a, b| lines[*a].size.total_cmp(&lines[*b].size));
    let is_like = |a: &usize, b: &usize| lines[*b].size - lines[*a].size < SAME_SIZE;
    for like in by_size.chunk_by(is_like) {
        let columns = Columns::of(lines, like);
        for at in like {
            let near = columns.near(&lines[*at], limits[*at]);
            edges[*at] = choose_edge(&lines[*at], near, all.up_to(limits[*at]));
        }
    }

    let is_next = |a: &Line, b: &Line| {
        (b.left - a.left).abs() < SAME_LEFT * b.size
            && (b.size - a.size).abs() < SAME_SIZE
            && (0.0..BELOW * b.size).contains(&(b.y - a.y))
    };
    let mut start = 0;
    for passage in lines.chunk_by(is_next) {
        let end = start + passage.len();
        set_own_edge(passage, &mut edges[start..end]);
        start = end;
    }

    edges
}

/// Gives the lines of a passage that is set in on both sides their own edge. Verses end before the
/// usual one, too, and so do lists of names, but neither as evenly nor within a sentence.
fn set_own_edge(passage: &[Line], edges: &mut [Edge]) {
    let rights = passage.iter().map(|line| line.right);
    let own = rights.fold(f64::NEG_INFINITY, f64::max);

    let is_long = |line: &Line| line.right - line.left > LONG * (own - line.left);
    let is_full = |pair: &[Line]| is_long(&pair[0]) && pair[0].is_full(&pair[1], own);
    let goes_on = |pair: &&[Line]| {
        let next = &pair[1].text;
        next.starts_with(char::is_lowercase) && next.split(' ').count() >= WORDS
    };

    let steps = || passage.windows(2);
    let inside = steps().filter(goes_on).count();
    if inside >= 2 && inside * 2 >= steps().count() && steps().all(is_full) {
        for edge in edges {
            edge.right = edge.right.min(own);
        }
    }
}

/// The edge of a line: of those that begin near it, or, where these do not tell, of all.
fn choose_edge(line: &Line, near: Near, all: &[f64]) -> Edge {
    let is_narrow = near.right - line.left < NARROW * line.size && !is_unspaced(&line.text);
    let is_even = near.right - near.second < line.size;
    let is_guess = is_narrow || (near.lines < FEW && !is_even);

    Edge {
        right: match all.last() {
            _ if is_narrow => f64::INFINITY,
            Some(widest) if is_guess => *widest,
            _ => near.right,
        },
        lines: near.lines,
        is_guess,
    }
}

/// Lines of one type by where they begin, in steps of half a size.
struct Columns {
    step: f64,
    rights: HashMap<i64, Rights>,
}

/// Where the lines end that begin near another: the last and the last but one, and how many there
/// are.
#[derive(Clone, Copy)]
struct Near {
    right: f64,
    second: f64,
    lines: usize,
}

impl Columns {
    fn of(lines: &[Line], which: &[usize]) -> Columns {
        let step = SAME_LEFT * which.first().map_or(1.0, |at| lines[*at].size);
        let mut rights: HashMap<i64, Vec<f64>> = HashMap::new();
        for line in which.iter().map(|at| &lines[*at]) {
            let own = rights.entry(left_step(line.left, step)).or_default();
            own.push(line.right);
        }

        let sorted = |(place, rights): (i64, Vec<f64>)| (place, Rights::of(rights.into_iter()));
        Columns {
            step,
            rights: rights.into_iter().map(sorted).collect(),
        }
    }

    /// What is near a line and ends before a limit.
    fn near(&self, line: &Line, limit: f64) -> Near {
        let place = left_step(line.left, self.step);
        let reach = (NEAR / SAME_LEFT) as i64;
        let mut near = Near {
            right: f64::NEG_INFINITY,
            second: f64::NEG_INFINITY,
            lines: 0,
        };

        for at in place.saturating_sub(reach)..=place.saturating_add(reach) {
            let rights = self.rights.get(&at).map_or(&[][..], |own| own.up_to(limit));
            near.lines += rights.len();
            for right in rights.iter().rev().take(2) {
                near.second = near.second.max(right.min(near.right));
                near.right = near.right.max(*right);
            }
        }
        near
    }
}

/// In which step from the left side something stands.
fn left_step(left: f64, step: f64) -> i64 {
    (left / step).floor() as i64
}

/// Where some lines end, the leftmost first.
struct Rights(Vec<f64>);

impl Rights {
    fn of(rights: impl Iterator<Item = f64>) -> Rights {
        let mut rights: Vec<f64> = rights.collect();
        rights.sort_by(f64::total_cmp);
        Rights(rights)
    }

    /// Those before a limit.
    fn up_to(&self, limit: f64) -> &[f64] {
        &self.0[..self.0.partition_point(|right| *right <= limit)]
    }
}

/// How far each line may reach: up to what stands to the right of it, or of its neighbours in the
/// same column. These stand below each other, and none reaches over what stands beside another.
fn measure_limits(lines: &[Line]) -> Vec<f64> {
    let mut limits = measure_own_limits(lines);
    let mut start = 0;
    let mut reach = f64::NEG_INFINITY;
    let mut limit = f64::INFINITY;

    for at in 0..lines.len() {
        let line = &lines[at];
        let is_below = at == 0 || line.y > lines[at - 1].y - line.size;
        if !is_below || line.right > limit || reach > limits[at] {
            limits[start..at].fill(limit);
            (start, reach, limit) = (at, f64::NEG_INFINITY, f64::INFINITY);
        }
        reach = reach.max(line.right);
        limit = limit.min(limits[at]);
    }

    limits[start..].fill(limit);
    limits
}

/// Where what stands to the right of each line begins.
fn measure_own_limits(lines: &[Line]) -> Vec<f64> {
    let mut by_height: Vec<usize> = (0..lines.len()).collect();
    by_height.sort_by(|a, b| lines[*a].y.total_cmp(&lines[*b].y));

    let mut limits = vec![f64::INFINITY; lines.len()];
    for (place, at) in by_height.iter().enumerate() {
        let line = &lines[*at];
        let near = place.saturating_sub(LOOK)..(place + LOOK).min(lines.len());
        let beside = by_height[near].iter().map(|other| &lines[*other]);
        limits[*at] = beside
            .filter(|other| (other.y - line.y).abs() < BESIDE * line.size)
            .map(|other| other.left)
            .filter(|left| *left >= line.right)
            .fold(f64::INFINITY, f64::min);
    }

    limits
}
