//! The number of a chapter -> where it is, and where a text ends for whoever has read so far.
//!
//! What is not obvious: where the numbers begin again, as in the parts of a work, they are counted
//! on, or nobody could say that they are in its second part. Otherwise, of several chapters with
//! one number the first is meant, as nobody is to read further than they said. Only what cannot be
//! a chapter is passed over: a line of the contents, and a part of a chapter.

use std::collections::BTreeMap;
use std::ops::Range;

use super::heads::{Head, collect_heads, section_after_heading, walk_headings};
use super::numbering::{Kind, parse_heading_numbers};
use super::rules::keep_possible_chapters;
use super::{is_around, is_named};
use crate::index::DocumentInfo;

/// The section that follows chapter `number` with all that it holds: where a text ends for whoever
/// has read so far. With 0, and where the text has no such chapter (it may have been replaced),
/// that is its first chapter.
pub fn section_after_chapter(info: &DocumentInfo, number: u32) -> usize {
    match find_chapter(info, number) {
        Some(section) => section_after_heading(info, section, find_depth(info, section)),
        None => find_chapter(info, 1).unwrap_or(0),
    }
}

/// The section of a chapter by its number; where a text has no chapters, what it has most of, such
/// as cantos, letters or headings, is counted as such.
pub fn find_chapter(info: &DocumentInfo, number: u32) -> Option<usize> {
    let mut chapters = collect_chapters(info).into_iter();
    let found = chapters.find(|(own, _)| *own == number);
    found.map(|(_, section)| section)
}

/// All chapters by their numbers, as [`find_chapter`] finds each: its section with all that it
/// holds.
pub fn chapters_by_number(info: &DocumentInfo) -> BTreeMap<u32, Range<usize>> {
    let mut by_number = BTreeMap::new();
    for chapter in count_on(info, &collect_heads(info)) {
        // Of several with one number, the first.
        let holds = || chapter.section..section_after_heading(info, chapter.section, chapter.depth);
        by_number.entry(chapter.number).or_insert_with(holds);
    }
    by_number
}

/// The chapters in their order, each with its number and its section: those that headings number,
/// or else all headings of a level, counted.
pub fn collect_chapters(info: &DocumentInfo) -> Vec<(u32, usize)> {
    collect_chapters_among(info, &collect_heads(info))
}

/// The same, where the numbered headings are known.
pub fn collect_chapters_among(info: &DocumentInfo, heads: &[Head]) -> Vec<(u32, usize)> {
    let all = count_on(info, heads).into_iter();
    all.map(|one| (one.number, one.section)).collect()
}

/// A chapter: its number, the section that it begins with, and the level of its heading, which may
/// have no text of its own, but headings below it.
struct Chapter {
    number: u32,
    section: usize,
    depth: usize,
}

fn count_on(info: &DocumentInfo, heads: &[Head]) -> Vec<Chapter> {
    let numbered = numbered_chapters(info, heads);
    let counted = counted_chapters(info);

    if let Some(counted) = counted.filter(|_| !is_numbered(&numbered)) {
        let counted = (1..).zip(counted);
        let chapter = |(number, (section, depth))| Chapter {
            number,
            section,
            depth,
        };
        counted.map(chapter).collect()
    } else {
        let numbered = numbered.into_iter();
        let chapter = |head: Head| Chapter {
            number: head.number.value,
            section: head.section,
            depth: head.depth,
        };
        continue_numbering(numbered.map(chapter).collect())
    }
}

/// The level of the chapter that begins with a section, or of its own heading.
pub(super) fn find_depth(info: &DocumentInfo, section: usize) -> usize {
    let chapters = count_on(info, &collect_heads(info));
    let chapter = chapters.iter().find(|one| one.section == section);
    chapter.map_or(info.sections[section].path.len(), |one| one.depth)
}

/// Numbers of parts that each begin anew, counted on from part to part. A part has two chapters at
/// least: a number that stands there once more begins nothing.
fn continue_numbering(mut all: Vec<Chapter>) -> Vec<Chapter> {
    let Some(mut first) = all.first().map(|one| one.number) else {
        return all;
    };

    // What the chapters of this part are counted on by, and its highest number.
    let mut by = 0_u32;
    let mut highest = first;
    for at in 0..all.len() {
        let number = all[at].number;
        let goes_on = all.get(at + 1).is_some_and(|next| next.number > number);
        if number <= first && first < highest && goes_on {
            by = by.saturating_add(highest - number + 1);
            (first, highest) = (number, number);
        }
        highest = highest.max(number);
        all[at].number = number.saturating_add(by);
    }
    all
}

/// How many chapters a text has, as [`find_chapter`] finds them by number; all its headings where
/// few of them have such a number.
pub fn count_chapters(info: &DocumentInfo) -> usize {
    let heads = collect_heads(info);
    let counted = count_on(info, &heads).len();
    let headings = info.chapters();
    if counted * 2 >= headings || !is_numbered(&numbered_chapters(info, &heads)) {
        counted
    } else {
        headings
    }
}

/// Whether headings number the chapters: a single number alone is mostly that of something else,
/// such as a year.
fn is_numbered(numbered: &[Head]) -> bool {
    numbered.len() > 1 || numbered.iter().any(Head::is_called)
}

/// The heading of the chapter that begins with a section, where that has another one of its own.
pub fn chapter_heading(info: &DocumentInfo, section: usize) -> Option<&str> {
    let path = &info.sections.get(section)?.path;
    let depth = find_depth(info, section);
    let heading = path.get(depth.checked_sub(1)?)?;
    (depth < path.len()).then_some(heading)
}

/// What a chapter is called: its heading, behind that of the part that it is in, if the parts have
/// numbers.
pub fn chapter_name(info: &DocumentInfo, section: usize) -> Option<String> {
    let path = &info.sections.get(section)?.path;
    let (own, around) = path[..find_depth(info, section)].split_last()?;
    let part = around.last();
    let part = part.filter(|part| !parse_heading_numbers(part, info.language).is_empty());
    Some(match part {
        Some(part) => format!("{part}, {own}"),
        None => own.clone(),
    })
}

/// The headings with numbers of one kind: chapters, or what else there is most of.
pub fn numbered_chapters(info: &DocumentInfo, heads: &[Head]) -> Vec<Head> {
    // A part without a line of its own begins with its first chapter, but a chapter may begin with
    // its first section.
    let is_chapter = |one: &Head| one.is_called() && one.number.kind.is_same(&Kind::Chapter);
    let own = heads
        .iter()
        .filter(|one| one.is_own(info) || is_chapter(one))
        .cloned();
    let (chapters, others): (Vec<Head>, Vec<Head>) =
        own.partition(|one| one.number.kind.is_same(&Kind::Chapter));

    let chapters = keep_possible_chapters(info, chapters);
    if chapters.len() > 1 {
        return chapters;
    }
    let most = choose_commonest_kind(&others);
    if most.len() > chapters.len() {
        keep_possible_chapters(info, most)
    } else {
        chapters
    }
}

/// Those of the kind of which there are most.
fn choose_commonest_kind(all: &[Head]) -> Vec<Head> {
    let mut kinds: Vec<(&Kind, usize)> = Vec::new();
    for kind in all.iter().map(|one| &one.number.kind) {
        match kinds.iter_mut().find(|(known, _)| known.is_same(kind)) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }

    let most = kinds.iter().max_by_key(|(_, count)| *count);
    let is_such = |one: &&Head| most.is_some_and(|(kind, _)| one.number.kind.is_same(kind));
    all.iter().filter(is_such).cloned().collect()
}

/// The headings of the first level that has several, each with its section and level. One without a
/// text of its own has others below it, and counts where another one of its level has a text.
fn counted_chapters(info: &DocumentInfo) -> Option<Vec<(usize, usize)>> {
    let headings: Vec<(usize, usize, &str)> = walk_headings(info)
        .filter(|(_, _, heading)| !is_around(heading))
        .collect();
    let deepest = headings.iter().map(|(_, depth, _)| *depth).max();

    (1..=deepest?).find_map(|level| {
        let on_level = || headings.iter().filter(|(_, depth, _)| *depth == level);
        let has_text = |section: usize| info.sections[section].path.len() == level;
        let told =
            on_level().filter(|(section, _, heading)| has_text(*section) && !is_named(heading));
        let own = on_level()
            .filter(|(section, ..)| has_text(*section))
            .count();
        let is_it = own > 1 || told.count() > 0 && on_level().count() > 1;
        is_it.then(|| {
            on_level()
                .map(|(section, depth, _)| (*section, *depth))
                .collect()
        })
    })
}
