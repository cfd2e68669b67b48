//! Plain texts: lists in the middle of a chapter, the stories of a collection, those who wrote them, and plays.

use crate::support::{outline, read};

const PROSE: &str =
    "The keeper was called Anna Berg, and she had kept the light for nineteen years.";

/// The headings above each paragraph that begins a section.
fn places(source: &str) -> Vec<String> {
    let document = read("a-text.txt", source.as_bytes());
    let sections = outline(&document).into_iter();
    sections.map(|(place, _)| place).collect()
}

/// The paragraphs that can be quoted.
fn blocks(source: &str) -> Vec<String> {
    let document = read("a-text.txt", source.as_bytes());
    let ranges = document.blocks.iter().map(|block| block.range.clone());
    ranges
        .map(|range| document.text[range].to_owned())
        .collect()
}

#[test]
fn a_list_in_the_middle_of_a_chapter_is_no_table_of_contents() {
    let rules = [
        "I. Wind the clock.",
        "II. Trim the lamp.",
        "III. Feed the gull.",
    ];
    let apart = rules.join("\n\n");
    let packed = rules.join("\n");

    for (before, after) in [
        // announced, and one number or all of them come again
        (
            "Chapter 1\n\nAnna wrote:",
            "Chapter 2\n\nI. Wind the clock.\n\nThat was it.",
        ),
        (
            "Chapter 1\n\nAnna wrote:",
            "Chapter 2\n\nI.\n\nShe slept.\n\nII.\n\nHe slept.",
        ),
        ("I\n\nAnna wrote:", "II\n\nShe slept.\n\nIII\n\nHe slept."),
        (
            "The Light\n\nThree rules:",
            "I.\n\nAt six.\n\nII.\n\nAt nine.\n\nIII.\n\nAt noon.",
        ),
        // not announced: within a chapter, and sentences
        (
            "I\n\nAnna wrote her rules on the wall.",
            "II\n\nShe slept.\n\nIII\n\nHe slept.",
        ),
        (
            "The Rules",
            "So she wrote.\n\nI\n\nShe slept.\n\nII\n\nHe slept.",
        ),
    ] {
        for list in [&apart, &packed] {
            let source = format!("{before}\n\n{list}\n\nThen she slept.\n\n{after}\n");
            let text = blocks(&source).join("\n");
            for rule in rules {
                assert!(text.contains(rule), "{source}\n----\n{text}");
            }
            assert!(text.contains("Then she slept."), "{source}");
        }
    }
}

#[test]
fn numbers_that_begin_anew_stand_under_the_titles_of_their_stories() {
    let story = |title: &str, numbers: &[&str]| {
        let parts = numbers
            .iter()
            .map(|number| format!("{number}\n\n{PROSE}\n\n"));
        format!("{title}\n\n{PROSE}\n\n{}", parts.collect::<String>())
    };

    for [first, second] in [
        ["I", "II"],
        ["I.", "II."],
        ["1", "2"],
        ["PART I.", "PART II."],
        ["CHAPTER I", "CHAPTER II"],
    ] {
        let numbers = [first, second];
        let source = format!(
            "TALES OF THE ROCK\n\n{}{}{}",
            story("THE LAMP OF SANDHOLM", &numbers),
            story("THE RED GULL", &[]),
            story("A CASE OF OIL", &numbers)
        );
        let expected = [
            "THE LAMP OF SANDHOLM".to_owned(),
            format!("THE LAMP OF SANDHOLM › {first}"),
            format!("THE LAMP OF SANDHOLM › {second}"),
            "THE RED GULL".to_owned(),
            "A CASE OF OIL".to_owned(),
            format!("A CASE OF OIL › {first}"),
            format!("A CASE OF OIL › {second}"),
        ];
        assert_eq!(places(&source), expected, "{source}");
    }

    // The first story is the first line of its file.
    let source = story("The Blue Lamp", &["I", "II"]) + &story("The Grey Gull", &["I", "II"]);
    assert_eq!(
        places(&source),
        [
            "The Blue Lamp",
            "The Blue Lamp › I",
            "The Blue Lamp › II",
            "The Grey Gull",
            "The Grey Gull › I",
            "The Grey Gull › II"
        ]
    );
}

#[test]
fn whoever_wrote_a_story_does_not_take_the_place_of_its_title() {
    for (first, second) in [
        ("BY ANNA BERG", "BY NILS LUND"),
        ("By Anna Berg", "By Nils Lund"),
        ("VON ANNA BERG", "VON NILS LUND"),
        ("par Anna Berg", "par Nils Lund"),
    ] {
        let source = format!(
            "THE LAMP\n\n{first}\n\nI.\n\n{PROSE}\n\nII.\n\n{PROSE}\n\nTHE GULL\n\n{second}\n\n{PROSE}\n\nTHE STORM\n\n{first}\n\nI.\n\n{PROSE}\n"
        );
        assert_eq!(
            places(&source),
            [
                "THE LAMP",
                "THE LAMP › I.",
                "THE LAMP › II.",
                "THE GULL",
                "THE STORM",
                "THE STORM › I."
            ],
            "{source}"
        );
        assert!(blocks(&source).contains(&second.to_owned()), "{source}");
    }

    let source = format!("THE LIGHT\n\n{PROSE}\n\nBY THE SEA\n\n{PROSE}\n");
    assert_eq!(places(&source), ["", "BY THE SEA"]);
}

#[test]
fn few_speakers_of_a_play_are_no_headings() {
    let check = |source: &str, expected: &[&str]| assert_eq!(places(source), expected, "{source}");

    check(
        "ACT I\n\nSCENE I. The tower.\n\nANNA\n\nWho is there?\n\nNILS\n\nIt is I.\n\nACT II\n\nA storm.\n\nOTTO\n\nCaw.\n\nANNA\n\nGo.\n",
        &["ACT I › SCENE I. The tower.", "ACT II"],
    );
    check(
        "ДЕЙСТВИЕ ПЕРВОЕ\n\nКомната.\n\nАННА\n\nПришёл пароход.\n\nНИЛС\n\nСлава богу.\n",
        &["ДЕЙСТВИЕ ПЕРВОЕ"],
    );
    check(
        "ERSTER AUFZUG\n\nEin Turm am Meer.\n\nANNA\n\nWer ist da?\n\nNILS\n\nIch bin es.\n",
        &["ERSTER AUFZUG"],
    );
    // It does not say that it is a play.
    check(
        "NACHT\n\nEin hoher Turm am Meer.\n\nANNA:\nWer ist da?\n\nNILS:\nIch bin es.\n\nANNA:\nKomm herauf.\n\nVOR DEM TURM\n\nAlle gehen hinaus.\n\nOTTO.\n\nKrah.\n",
        &["", "VOR DEM TURM"],
    );
    // Titles in capitals in a book of chapters.
    check(
        &format!("CHAPTER I\n\n{PROSE}\n\nTHE LETTER\n\n{PROSE}\n"),
        &["CHAPTER I", "CHAPTER I › THE LETTER"],
    );
}
