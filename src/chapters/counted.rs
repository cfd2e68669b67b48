//! The number of a chapter -> where it is, and where a text ends for whoever has read so far.
//!
//! What is not obvious: where the numbers begin again, as in the parts of a work, they are counted
//! on, or nobody could say that they are in its second part. Otherwise, of several chapters with
//! one number the first is meant, as nobody is to read further than they said. Only what cannot be
//! a chapter is passed over: a line of the contents, and a part of a chapter.

use std::collections::BTreeMap;
use std::ops::Range;

use super::heads::{Head, collect_heads, section_after_heading};
use super::is_around;
use super::numbering::{Kind, parse_heading_numbers};
use super::rules::keep_possible_chapters;
use crate::index::DocumentInfo;

/// The section that follows chapter `number` with all that it holds: where a text ends for whoever
/// has read so far. With 0, and where the text has no such chapter (it may have been replaced),
/// that is its first chapter.
pub fn section_after_chapter(info: &DocumentInfo, number: u32) -> usize {
    match find_chapter(info, number) {
        Some(section) => section_after_heading(info, section, info.sections[section].path.len()),
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
    for (number, section) in collect_chapters(info) {
        // Of several with one number, the first.
        let holds =
            || section..section_after_heading(info, section, info.sections[section].path.len());
        by_number.entry(number).or_insert_with(holds);
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
    let numbered = numbered_chapters(info, heads);
    let counted = counted_chapters(info);

    // A single number alone is mostly that of something else, such as a year.
    let is_numbered = numbered.len() > 1 || numbered.iter().any(Head::is_called);

    if let Some(counted) = counted.filter(|_| !is_numbered) {
        (1..).zip(counted).collect()
    } else {
        let numbered = numbered.into_iter();
        continue_numbering(
            numbered
                .map(|one| (one.number.value, one.section))
                .collect(),
        )
    }
}

/// Numbers of parts that each begin anew, counted on from part to part. A part has two chapters at
/// least: a number that stands there once more begins nothing.
fn continue_numbering(mut all: Vec<(u32, usize)>) -> Vec<(u32, usize)> {
    let Some(mut first) = all.first().map(|(number, _)| *number) else {
        return all;
    };

    // What the chapters of this part are counted on by, and its highest number.
    let mut by = 0_u32;
    let mut highest = first;
    for at in 0..all.len() {
        let (number, _) = all[at];
        let goes_on = all.get(at + 1).is_some_and(|(next, _)| *next > number);
        if number <= first && first < highest && goes_on {
            by = by.saturating_add(highest - number + 1);
            (first, highest) = (number, number);
        }
        highest = highest.max(number);
        all[at].0 = number.saturating_add(by);
    }
    all
}

/// How many chapters a text has, as [`find_chapter`] finds them by number; all its headings where
/// few of them are chapters.
pub fn count_chapters(info: &DocumentInfo) -> usize {
    let counted = collect_chapters(info).len();
    let headings = info.chapters();
    if counted * 2 >= headings {
        counted
    } else {
        headings
    }
}

/// What a chapter is called: its heading, behind that of the part that it is in, if the parts have
/// numbers.
pub fn chapter_name(info: &DocumentInfo, section: usize) -> Option<String> {
    let (own, around) = info.sections.get(section)?.path.split_last()?;
    let part = around.last();
    let part = part.filter(|part| !parse_heading_numbers(part, info.language).is_empty());
    Some(match part {
        Some(part) => format!("{part}, {own}"),
        None => own.clone(),
    })
}

/// The headings with numbers of one kind: chapters, or what else there is most of.
pub fn numbered_chapters(info: &DocumentInfo, heads: &[Head]) -> Vec<Head> {
    // A part without a line of its own begins with its first chapter.
    let own = heads.iter().filter(|one| one.is_own(info)).cloned();
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

/// The headings of the first level that has several.
fn counted_chapters(info: &DocumentInfo) -> Option<Vec<usize>> {
    let is_chapter = |heading: &String| !is_around(heading);
    let at_depth = |depth: usize| -> Vec<usize> {
        let sections = info.sections.iter().enumerate();
        let headed = sections.filter(|(_, section)| section.path.len() == depth);
        let chapters = headed.filter(|(_, s)| s.path.last().is_some_and(is_chapter));
        chapters.map(|(at, _)| at).collect()
    };

    let deepest = info.sections.iter().map(|section| section.path.len()).max();
    (1..=deepest?)
        .map(at_depth)
        .find(|chapters| chapters.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::index::{Silent, open_library};

    /// The headings of the last chapter that is read and of the first that is not, by the number of
    /// the former.
    fn ends(text: &str, number: u32) -> (Option<String>, Option<String>) {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("text.md"), text).unwrap();
        let library =
            open_library(&Corpus::here(&corpus), &dir.path().join("index"), &Silent).unwrap();

        let info = &library.documents()[0];
        let heading = |section: usize| info.sections.get(section)?.path.last().cloned();
        (
            find_chapter(info, number).and_then(heading),
            heading(section_after_chapter(info, number)),
        )
    }

    #[test]
    fn a_chapter_ends_where_the_next_begins_and_one_that_is_not_there_ends_before_the_first() {
        let section = |heading: &str| format!("{heading}\n\nA sentence stands in this one.\n\n");
        let text = |headings: &[&str]| headings.iter().map(|h| section(h)).collect::<String>();
        let numbered = text(&[
            "# Story",
            "## Chapter 1",
            "### At sea",
            "## Chapter 2",
            "## Chapter 3",
        ]);
        let named = text(&[
            "# Story",
            "## The Ferry",
            "### At sea",
            "## The Storm",
            "## The End",
        ]);
        let parts = text(&[
            "# Part 1", "## I", "## II", "# Part 2", "## I", "## II", "## III",
        ]);
        let cantos = text(&[
            "# Inferno",
            "## Canto I",
            "## Canto II",
            "# Paradiso",
            "## Canto III",
        ]);
        let long = |text: String| text.replace("A sentence", &"A long sentence ".repeat(300));
        let uneven = format!(
            "{}{}",
            text(&["# Part 1", "## I", "## II", "## III"])
                .replace("A sentence", &"A long sentence ".repeat(40)),
            long(text(&["# Part 2", "## I", "## II", "## III", "## IV"]))
        );
        let flat_uneven = format!(
            "{}{}",
            text(&["# Chapter 1"]) + &long(text(&["# Chapter 2", "# Interlude"])),
            long(text(&["# Chapter 1", "# Chapter 2"]))
        );
        let scenes = text(&[
            "# Chapter 1",
            "## 1",
            "## 2",
            "## 3",
            "# Chapter 2",
            "## 1",
            "# Chapter 3",
        ]);
        let bare_scenes = scenes.replace("Chapter ", "");
        let unnamed_contents = format!(
            "{}{}",
            text(&["# Chapter 1", "# Chapter 2", "# Chapter 3"]),
            long(text(&["# Chapter 1", "# Chapter 2", "# Chapter 3"]))
        );
        let prefaced = text(&["# Vorwort", "# Erstes Kapitel", "# Zweites Kapitel"]);
        let ordinals = text(&[
            "# PREFACE",
            "# CHAPTER THE TWELFTH",
            "# CHAPTER THE THIRTEENTH",
        ]);
        let poems = text(&["# Part 1", "## I", "## II", "# Part 2", "## I", "## II"]);
        let scenes_of_acts = text(&[
            "# Act I",
            "## Scene 1",
            "## Scene 2",
            "# Act II",
            "## Scene 1",
            "# Act III",
            "## Scene 1",
            "## Scene 2",
            "# Act IV",
            "## Scene 1",
            "## Scene 2",
        ]);
        let prologues = text(&[
            "# Chapter 0",
            "# Chapter 1",
            "# Chapter 2",
            "# Chapter 0",
            "# Chapter 1",
        ]);
        let volumes = text(&[
            "# Part 4",
            "## Chapter 10",
            "## Chapter 11",
            "## Chapter 12",
            "# Part 5",
            "## Chapter 10",
            "## Chapter 11",
        ]);
        let without_first = text(&[
            "# Part 1",
            "## Chapter 2",
            "## Chapter 3",
            "# Part 2",
            "## Chapter 1",
            "## Chapter 2",
        ]);
        let repeated = text(&[
            "# Chapter 1",
            "# Chapter 1",
            "# Chapter 2",
            "# Chapter 3",
            "# Chapter 3",
            "# Chapter 4",
            "# Chapter 1",
        ]);
        let contents = format!(
            "# Contents\n\n## Chapter 1\n\nx\n\n## Chapter 2\n\nx\n\n{}",
            text(&["# Chapter 1", "# Chapter 2", "# Chapter 3"])
                .replace("A sentence", &"A long sentence ".repeat(15))
        );

        for (text, number, last, next) in [
            (&numbered, 0, None, Some("Chapter 1")),
            (&numbered, 1, Some("Chapter 1"), Some("Chapter 2")),
            (&numbered, 3, Some("Chapter 3"), None),
            (&numbered, 4, None, Some("Chapter 1")),
            (&named, 1, Some("The Ferry"), Some("The Storm")),
            (&named, 3, Some("The End"), None),
            (&named, 9, None, Some("The Ferry")),
            (&parts, 2, Some("II"), Some("Part 2")),
            // Numbers that begin again are counted on.
            (&parts, 3, Some("I"), Some("II")),
            (&parts, 5, Some("III"), None),
            (&parts, 6, None, Some("I")),
            (&poems, 3, Some("I"), Some("II")),
            (&uneven, 4, Some("I"), Some("II")),
            (&flat_uneven, 3, Some("Chapter 1"), Some("Chapter 2")),
            (&scenes_of_acts, 3, Some("Scene 1"), Some("Scene 2")),
            (&scenes_of_acts, 6, Some("Scene 2"), None),
            (&prologues, 3, Some("Chapter 0"), Some("Chapter 1")),
            (&volumes, 13, Some("Chapter 10"), Some("Chapter 11")),
            (&without_first, 3, Some("Chapter 3"), Some("Part 2")),
            (&without_first, 4, Some("Chapter 1"), Some("Chapter 2")),
            // One that stands there once more begins nothing.
            (&repeated, 1, Some("Chapter 1"), Some("Chapter 1")),
            (&repeated, 3, Some("Chapter 3"), Some("Chapter 3")),
            (&repeated, 4, Some("Chapter 4"), Some("Chapter 1")),
            (&repeated, 5, None, Some("Chapter 1")),
            (&cantos, 2, Some("Canto II"), Some("Paradiso")),
            (&contents, 1, Some("Chapter 1"), Some("Chapter 2")),
            (&"No heading at all.".to_owned(), 0, None, None),
            // The first of several, however much longer another is.
            (&uneven, 3, Some("III"), Some("Part 2")),
            (&uneven, 1, Some("I"), Some("II")),
            (&flat_uneven, 2, Some("Chapter 2"), Some("Interlude")),
            // What is numbered in a chapter is none.
            (&scenes, 2, Some("Chapter 2"), Some("Chapter 3")),
            (&scenes, 3, Some("Chapter 3"), None),
            (&bare_scenes, 2, Some("2"), Some("3")),
            // Contents are no chapters, with a heading or without.
            (&unnamed_contents, 2, Some("Chapter 2"), Some("Chapter 3")),
            (&unnamed_contents, 3, Some("Chapter 3"), None),
            (&poems, 2, Some("II"), Some("Part 2")),
            // A number that a heading names counts more than its place, in whichever words.
            (
                &prefaced,
                1,
                Some("Erstes Kapitel"),
                Some("Zweites Kapitel"),
            ),
            (&prefaced, 2, Some("Zweites Kapitel"), None),
            (&ordinals, 13, Some("CHAPTER THE THIRTEENTH"), None),
            (&ordinals, 1, None, Some("PREFACE")),
        ] {
            let (got_last, got_next) = ends(text, number);
            assert_eq!(
                (got_last.as_deref(), got_next.as_deref()),
                (last, next),
                "{number}\n{text}"
            );
        }
    }
}
