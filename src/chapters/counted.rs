//! The number of a chapter -> where it is, and where a text ends for whoever has read so far.
//!
//! What is not obvious: where the numbers begin again, as in the parts of a work, they are counted on, or nobody could say
//! that they are in its second part. Otherwise, of several chapters with one number the first is meant, as nobody is to
//! read further than they said. Only what cannot be a chapter is passed over: a line of the contents, and a part of a
//! chapter.

use std::collections::BTreeMap;
use std::ops::Range;

use super::is_around;
use super::numbering::{CHAPTERS, number_of};
use crate::index::DocumentInfo;

/// A chapter is no shorter than this, in bytes, where there are contents that it could be a line of.
const SHORT: usize = 200;

/// A section with a number.
#[derive(Debug, Clone, Copy)]
struct Numbered {
    section: usize,
    number: u32,
    /// It is called a chapter, and not numbered alone.
    is_called: bool,
}

/// Of sections with numbers, those that may be chapters.
type Rule = fn(&DocumentInfo, &[Numbered]) -> Vec<Numbered>;

/// The section that follows chapter `number` with all that it holds: where a text ends for whoever has read so far. With 0,
/// and where the text has no such chapter (it may have been replaced), that is its first chapter.
pub fn behind(info: &DocumentInfo, number: u32) -> usize {
    match chapter(info, number) {
        Some(section) => following(info, section),
        None => chapter(info, 1).unwrap_or(0),
    }
}

/// The section of a chapter by its number; where a text has no chapters, what it has most of, such as cantos, letters or
/// headings, is counted as such.
pub fn chapter(info: &DocumentInfo, number: u32) -> Option<usize> {
    let numbers = numbered_chapters(info);
    if numbers.len() > 1 {
        let found = numbers.iter().find(|one| one.number == number);
        return found.map(|one| one.section);
    }

    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    counted_chapters(info)?.get(at).copied()
}

/// All chapters by their numbers, as [`chapter`] finds each: its section with all that it holds.
pub fn by_number(info: &DocumentInfo) -> BTreeMap<u32, Range<usize>> {
    let numbers = numbered_chapters(info);
    let sections: Vec<(u32, usize)> = if numbers.len() > 1 {
        let numbers = numbers.into_iter();
        numbers.map(|one| (one.number, one.section)).collect()
    } else {
        (1..)
            .zip(counted_chapters(info).unwrap_or_default())
            .collect()
    };

    let mut chapters = BTreeMap::new();
    for (number, section) in sections {
        // Of several with one number, the first.
        let holds = || section..following(info, section);
        chapters.entry(number).or_insert_with(holds);
    }
    chapters
}

/// What a chapter is called: its heading, behind that of the part that it is in, if the parts have numbers.
pub fn heading(info: &DocumentInfo, section: usize) -> Option<String> {
    let (own, around) = info.sections.get(section)?.path.split_last()?;
    let part = around.last();
    let part = part.filter(|part| number_of(part, info.language).is_some());
    Some(match part {
        Some(part) => format!("{part}, {own}"),
        None => own.clone(),
    })
}

/// The section that follows one and all that it holds.
fn following(info: &DocumentInfo, section: usize) -> usize {
    let depth = info.sections[section].path.len();
    let mut following = section + 1..info.sections.len();
    let is_next = |at: &usize| info.sections[*at].path.len() <= depth;
    following.find(is_next).unwrap_or(info.sections.len())
}

/// The sections with numbers of one kind: chapters, or what else there is most of.
fn numbered_chapters(info: &DocumentInfo) -> Vec<Numbered> {
    let mut kinds: BTreeMap<usize, Vec<Numbered>> = BTreeMap::new();
    for (at, section) in info.sections.iter().enumerate() {
        let heading = section.path.last();
        let Some((part, number)) = heading.and_then(|h| number_of(h, info.language)) else {
            continue;
        };
        // A number alone is that of a chapter, however a chapter is called.
        let kind = part.filter(|part| *part >= CHAPTERS).unwrap_or(0);
        kinds.entry(kind).or_default().push(Numbered {
            section: at,
            number,
            is_called: part.is_some(),
        });
    }

    let chapters = chapters_alone(info, kinds.remove(&0).unwrap_or_default());
    if chapters.len() > 1 {
        return counted_on(chapters);
    }
    let most = kinds.into_values().max_by_key(Vec::len);
    counted_on(chapters_alone(info, most.unwrap_or_default()))
}

/// The numbers of parts that each begin anew, counted on from part to part. A part has two chapters at least: a number
/// that stands there once more begins nothing.
fn counted_on(mut all: Vec<Numbered>) -> Vec<Numbered> {
    let Some(mut first) = all.first().map(|one| one.number) else {
        return all;
    };

    // What the chapters of this part are counted on by, and its highest number.
    let (mut by, mut highest) = (0_u32, first);
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

/// Without what cannot be a chapter, unless that is all there is.
fn chapters_alone(info: &DocumentInfo, all: Vec<Numbered>) -> Vec<Numbered> {
    let rules: [Rule; 3] = [outside_contents, behind_contents, outside_chapters];
    rules.iter().fold(all, |all, rule| {
        let left = rule(info, &all);
        if left.len() > 1 { left } else { all }
    })
}

/// Without what stands under a heading such as "Contents".
fn outside_contents(info: &DocumentInfo, all: &[Numbered]) -> Vec<Numbered> {
    let is_outside =
        |one: &&Numbered| !info.sections[one.section].path.iter().any(|h| is_around(h));
    all.iter().filter(is_outside).copied().collect()
}

/// Without contents that no heading names: short sections, each of them, whose numbers begin again with those of a text
/// that is not short. A text of short chapters alone is one without contents.
fn behind_contents(info: &DocumentInfo, all: &[Numbered]) -> Vec<Numbered> {
    let mut left = all;
    while let [first, rest @ ..] = left {
        let again = rest.iter().position(|one| one.number == first.number);
        let Some((run, text)) = again.map(|at| left.split_at(at + 1)) else {
            break;
        };
        let is_short = |one: &Numbered| length(info, one.section) < SHORT;
        if !run.iter().all(is_short) || text.iter().all(is_short) {
            break;
        }
        left = text;
    }
    left.to_vec()
}

/// Without the numbered parts of what is called a chapter.
fn outside_chapters(info: &DocumentInfo, all: &[Numbered]) -> Vec<Numbered> {
    // They are in order: what is inside of one comes before what follows it.
    let mut inside = 0;
    let mut is_outside = |one: &&Numbered| {
        let is_outside = one.section >= inside;
        if one.is_called {
            inside = inside.max(following(info, one.section));
        }
        is_outside
    };
    all.iter().filter(|one| is_outside(one)).copied().collect()
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

/// Bytes of a section with all that it holds.
fn length(info: &DocumentInfo, section: usize) -> usize {
    let end = info.text.end - info.text.start;
    let next = info.sections.get(following(info, section));
    let next = next.map_or(end as usize, |next| next.start);
    next.saturating_sub(info.sections[section].start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Silent, open};

    /// The headings of the last chapter that is read and of the first that is not, by the number of the former.
    fn ends(text: &str, number: u32) -> (Option<String>, Option<String>) {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("text.md"), text).unwrap();
        let library = open(&corpus, &dir.path().join("index"), &Silent).unwrap();

        let info = &library.documents()[0];
        let heading = |section: usize| info.sections.get(section)?.path.last().cloned();
        (
            chapter(info, number).and_then(heading),
            heading(behind(info, number)),
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
