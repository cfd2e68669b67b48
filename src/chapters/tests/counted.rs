//! Which headings are chapters, and where each ends.

use super::*;
use crate::chapters::{find_chapter, section_after_chapter};

/// The headings of the last chapter that is read and of the first that is not, by the number of
/// the former.
fn ends(text: &str, number: u32) -> (Option<String>, Option<String>) {
    let library = library_of(&[("text.md", text)]);

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
    // A heading without a text of its own counts as those beside it do.
    let wiki = text(&["# Manual", "## Start"])
        + "## The Mains\n\n"
        + &text(&["### Fuses", "### Cables"])
        + "## Faults\n\n"
        + &text(&["### Hum", "## History"]);
    let numbered_wiki = text(&["# Manual", "## Chapter 1"])
        + "## Chapter 2\n\n"
        + &text(&["### Fuses", "### Cables", "## Chapter 3"]);
    let seasons = "# Preface\n\nA sentence.\n\n# Spring\n\n".to_owned()
        + &text(&["## Sowing", "## Rain"])
        + "# Summer\n\n"
        + &text(&["## Hay"]);
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
        (&wiki, 1, Some("Start"), Some("Fuses")),
        (&wiki, 2, Some("Fuses"), Some("Hum")),
        (&wiki, 3, Some("Hum"), Some("History")),
        (&wiki, 4, Some("History"), None),
        (&numbered_wiki, 2, Some("Fuses"), Some("Chapter 3")),
        (&seasons, 2, Some("Rain"), Some("Hay")),
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
