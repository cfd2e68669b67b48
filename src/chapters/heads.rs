//! The numbered headings of a text, each with the numbers of what it is in.
//!
//! What is not obvious: a part may hold its chapters by its level, or only by standing before them,
//! as in a text whose headings are all of one level.

use super::numbering::{Kind, LAST, Number, parse_heading_numbers};
use crate::document::Section;
use crate::index::DocumentInfo;

/// A chapter or section is no shorter than this, in bytes, where there are contents that it could
/// be a line of.
pub const SHORT: usize = 200;

/// A heading with a number.
#[derive(Debug, Clone)]
pub struct Head {
    /// The section that begins with it.
    pub section: usize,
    /// Its level there, 1 for the outermost.
    pub depth: usize,
    /// Its own number.
    pub number: Number,
    /// Those of what it is in, the outermost first.
    pub around: Vec<Number>,
}

impl Head {
    /// Whether its section begins with it alone, and not with the heading of something in it.
    pub fn is_own(&self, info: &DocumentInfo) -> bool {
        info.sections[self.section].path.len() == self.depth
    }

    /// Whether it is called something, and not numbered alone.
    pub fn is_called(&self) -> bool {
        self.number.kind != Kind::Alone
    }

    /// Its words.
    pub fn heading<'a>(&self, info: &'a DocumentInfo) -> &'a str {
        &info.sections[self.section].path[self.depth - 1]
    }
}

/// All numbered headings of a text, in order.
pub fn collect_heads(info: &DocumentInfo) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    // What is being read, with the level of each.
    let mut open: Vec<(usize, Number)> = Vec::new();

    for (section, depth, heading) in walk_headings(info) {
        let numbers = parse_heading_numbers(heading, info.language);
        // What is on a deeper level ends here, with a number or without.
        open.retain(|(level, _)| *level <= depth);

        for number in numbers {
            let number = resolve_last_number(number, &heads);
            open.retain(|(level, one)| {
                *level < depth || holds_kind(&one.kind, &number.kind, &heads)
            });
            heads.push(Head {
                section,
                depth,
                number: number.clone(),
                around: open.iter().map(|(_, number)| number.clone()).collect(),
            });
            open.push((depth, number));
        }
    }
    heads
}

/// All headings of a text in order, also those without text of their own: each with the section
/// that begins with it, and its level there, 1 for the outermost.
pub fn walk_headings(info: &DocumentInfo) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut before: Option<&Section> = None;
    let sections = info.sections.iter().enumerate();
    sections.flat_map(move |(section, one)| {
        let path = one.path.as_slice();
        let first = before.map_or(0, |before| count_shared_levels(before, one)) + 1;
        before = Some(one);
        (first..=path.len()).map(move |depth| (section, depth, path[depth - 1].as_str()))
    })
}

/// How many levels a section has from the one before it; a heading that is said again begins
/// another.
fn count_shared_levels(before: &Section, next: &Section) -> usize {
    let headings = before.path.iter().zip(&next.path);
    let same = headings.take_while(|(one, other)| one == other);
    let own = usize::from(!before.is_box_within(next));
    same.count().min(next.path.len().saturating_sub(own))
}

/// A number that only says that it is the last, as it is counted.
fn resolve_last_number(number: Number, heads: &[Head]) -> Number {
    let mut alike = heads.iter().rev();
    let before = alike.find(|head| head.number.kind.is_same(&number.kind));
    match before.filter(|_| number.value == LAST) {
        Some(before) => Number {
            value: before.number.value.saturating_add(1),
            ..number
        },
        None => number,
    }
}

/// Whether one kind holds another of the same level: parts hold chapters, and smaller parts that
/// came after them.
fn holds_kind(kind: &Kind, other: &Kind, heads: &[Head]) -> bool {
    let first = |kind: &Kind| heads.iter().position(|head| head.number.kind.is_same(kind));
    let came_first = || match (first(kind), first(other)) {
        (Some(one), Some(other)) => one < other,
        (one, _) => one.is_some(),
    };
    kind.is_part() && (!other.is_part() || !kind.is_same(other) && came_first())
}

/// The section that follows a heading of this level and all that it holds.
pub fn section_after_heading(info: &DocumentInfo, section: usize, depth: usize) -> usize {
    let own = &info.sections[section].path[..depth];
    let mut following = section + 1..info.sections.len();
    let is_next = |at: &usize| {
        let path = &info.sections[*at].path;
        path.len() <= depth || path[..depth] != *own
    };
    following.find(is_next).unwrap_or(info.sections.len())
}

/// Bytes of what a heading holds.
pub fn head_length(info: &DocumentInfo, head: &Head) -> usize {
    let next = info.start_of(section_after_heading(info, head.section, head.depth));
    next.saturating_sub(info.sections[head.section].start)
}
