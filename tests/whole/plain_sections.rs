//! Plain texts: numbered sections, title pages, lists of stories, and lines that other programs end
//! otherwise.

use crate::support::plain::{blocks, document, places};

const PROSE: &str =
    "The keeper was called Anna Berg, and she had kept the light for nineteen years.";

/// Each line is a heading with text under it.
fn sections(headings: &[&str]) -> String {
    let section = |heading: &&str| format!("{heading}\n\n{PROSE}\n\n");
    headings.iter().map(section).collect()
}

#[test]
fn numbers_with_points_are_headings_where_their_neighbours_are() {
    for (headings, expected) in [
        (
            &[
                "1.  Introduction",
                "2.1.  Hello",
                "2.2.  Goodbye now",
                "3.  Security",
            ][..],
            &[
                "1. Introduction",
                "2.1. Hello",
                "2.2. Goodbye now",
                "3. Security",
            ][..],
        ),
        (
            &[
                "Глава 5",
                "5.1. Файл README",
                "5.2. Файлы пакет.cron.*",
                "5.2.1. rules",
                "Глава 6",
                "6.1. Ещё",
            ],
            &[
                "Глава 5",
                "Глава 5 › 5.1. Файл README",
                "Глава 5 › 5.2. Файлы пакет.cron.",
                "Глава 5 › 5.2. Файлы пакет.cron. › 5.2.1. rules",
                "Глава 6",
                "Глава 6 › 6.1. Ещё",
            ],
        ),
        (
            &[
                "1 Lamps",
                "1.1 Oil or gas?",
                "1.2 The wick",
                "2 Gulls",
                "Appendix A. More",
                "A.1 Lists",
                "A.2 Tables",
            ],
            &[
                "1 Lamps",
                "1 Lamps › 1.1 Oil or gas?",
                "1 Lamps › 1.2 The wick",
                "2 Gulls",
                "Appendix A. More",
                "Appendix A. More › A.1 Lists",
                "Appendix A. More › A.2 Tables",
            ],
        ),
        (
            &["1 Lamps", "2 Oil", "2.1 Buying"],
            &["1 Lamps", "2 Oil", "2 Oil › 2.1 Buying"],
        ),
        (
            &["第5章 ファイル", "5.1. README", "5.2. その他"],
            &[
                "第5章 ファイル",
                "第5章 ファイル › 5.1. README",
                "第5章 ファイル › 5.2. その他",
            ],
        ),
        (
            &[
                "1. The lamp",
                "2. A gull comes",
                "3. Storm",
                "Acknowledgements",
            ],
            &[
                "1. The lamp",
                "2. A gull comes",
                "3. Storm",
                "Acknowledgements",
            ],
        ),
    ] {
        let source = sections(headings).replace("2.1.  Hello", "2.  Messages\n\n2.1.  Hello");
        let expected: Vec<String> = expected
            .iter()
            .map(|place| match *place {
                "2.1. Hello" | "2.2. Goodbye now" => format!("2. Messages › {place}"),
                place => place.to_owned(),
            })
            .collect();
        assert_eq!(places(&source), expected, "{source}");
    }
}

#[test]
fn what_is_only_numbered_stays_text() {
    for numbered in [
        // paragraphs of a law
        &[
            "1.1 The tenant pays the rent.",
            "1.2 The keeper lights the lamp.",
            "1.3 No gulls",
        ][..],
        &["3.14 The number of the circle", "7.30 Nils woke"],
        &[
            "1. Wind the clock.",
            "2. Trim the lamp",
            "3. Feed the gull.",
        ],
        &["12. The lamp", "15. A gull"],
        // announced
        &["1. Wind the clock", "2. Trim the lamp", "3. Feed the gull"],
        // days of which most are no titles
        &["January 3, 1871", "January 4, 1871", "Tuesday, 5th"],
    ] {
        let source = format!("The Rock\n\n{PROSE} Anna wrote:\n\n{}", sections(numbered));
        assert_eq!(places(&source), [""], "{source}");
        for line in numbered {
            assert!(blocks(&source).contains(&(*line).to_owned()), "{source}");
        }
    }
}

#[test]
fn clauses_that_go_on_below_their_first_line_stay_text() {
    let clauses = [
        "1.1 Either party may end this agreement by a letter to\nthe other three months before.",
        "1.2 The tenant keeps the lamp\nand the clock in order.",
        "2.1 The keeper will ask three firms for what they want for the oil",
    ];
    let source = format!("{PROSE}\n\n{}", sections(&clauses));
    assert_eq!(places(&source), [""]);
    for clause in clauses {
        assert!(blocks(&source).contains(&clause.to_owned()), "{source}");
    }
}

#[test]
fn a_title_above_numbered_rules_is_a_heading() {
    let source = "Rules of Lamps\n\n100. Setup\n\n100.1. Each player takes one of the lamps.\n\n100.2. Nobody \
                  lights it yet.\n\n101. Players\n\n101.1. A player is whoever sits at the table.\n\n101.1a \
                  Guests are no players.\n\n200. Oil\n\n200.1. Oil is counted in drops.";
    let document = document(source);
    let found: Vec<_> = document
        .sections
        .iter()
        .map(|s| s.path.join(" › "))
        .collect();
    assert_eq!(
        found,
        ["100. Setup", "101. Players", "200. Oil"],
        "{found:?}"
    );
    assert!(blocks(source).contains(&"101.1a Guests are no players.".to_owned()));
}

#[test]
fn sections_may_count_from_zero() {
    let source = sections(&["0.1. Notices", "0.2. Thanks", "1. Lamps", "1.1. Oil"]);
    let places = places(&source);
    assert_eq!(places[..2], ["0.1. Notices", "0.2. Thanks"], "{places:?}");
}

#[test]
fn a_title_in_capitals_with_a_number_is_one_among_numbered_lines() {
    let lines = "3 eggs\n\n2 onions\n\n1 litre of milk\n\n";
    let source = format!(
        "OMELETTE FOR 4\n\n{lines}{PROSE}\n\n12 MINUTE STEW\n\n{lines}{PROSE}\n\nFISH SOUP\n\n{PROSE}\n"
    );
    assert!(
        places(&source).contains(&"12 MINUTE STEW".to_owned()),
        "{:?}",
        places(&source)
    );
}

#[test]
fn a_title_with_a_number_in_it_stays_one_among_captions() {
    let captions = "Figure 1: a lamp\n\nFigure 2: a gull\n\nFigure 3: a wick\n\n";
    let source =
        format!("The Rock\n\n{PROSE}\n\nThe 10 Best Lamps\n\n{PROSE}\n\n{captions}{PROSE}\n");
    assert_eq!(places(&source), ["", "The 10 Best Lamps"]);
}

#[test]
fn what_stands_behind_the_chapters_has_its_place() {
    for headings in [
        ["Chapter 1", "Chapter 2", "Acknowledgements"],
        ["CHAPTER I", "CHAPTER II", "THE APPENDIX"],
        ["Erstes Kapitel", "Zweites Kapitel", "Danksagung"],
        ["Chapitre 1", "Chapitre 2", "Remerciements"],
        ["Глава 1", "Глава 2", "Приложение"],
        ["第一章", "第二章", "附录"],
        ["卷一 灯火", "卷二：海鸥", "后记"],
        ["上", "中", "下"],
    ] {
        assert_eq!(places(&sections(&headings)), headings);
    }
}

#[test]
fn a_text_may_begin_with_its_preface() {
    for first in ["THE PREFACE", "PREFACE", "The Introduction", "Die Vorrede"] {
        let source = sections(&[first, "Chapter 1", "Chapter 2"]);
        assert_eq!(places(&source), [first, "Chapter 1", "Chapter 2"]);
        assert_eq!(document(&source).title, "A text");
    }
}

#[test]
fn a_list_of_the_stories_is_no_text_and_takes_no_place() {
    let stories = sections(&["THE LAMP", "THE GULL", "THE STORM"]);
    let all = ["THE LAMP", "THE GULL", "THE STORM"];
    for list in [
        "  THE LAMP\n  THE GULL\n  THE STORM",
        "THE LAMP\n\nTHE GULL\n\nTHE STORM",
        "The Lamp ..... 1\nThe Gull ..... 12\nThe Storm ..... 30",
    ] {
        let source = format!("TALES OF THE ROCK\n\nby Nils Lund\n\n{list}\n\n{stories}");
        let places = places(&source);
        assert!(
            places.ends_with(&all.map(str::to_owned)),
            "{source}: {places:?}"
        );
        let text = blocks(&source).concat().to_lowercase();
        assert!(!text.contains("the gull"), "{source}");
    }

    // Persons of a play speak more than once, and a refrain is no title.
    let play = format!(
        "ANNA\n\nNILS\n\nOTTO\n\nANNA\n\n{PROSE}\n\nNILS\n\n{PROSE}\n\nOTTO\n\nNo.\n\nANNA\n\nYes.\n"
    );
    assert!(blocks(&play).contains(&"NILS".to_owned()));

    let chapters = ["I. THE KEEPER", "II. THE GULL"];
    let source = format!(
        "THE LAMP\n\n[Illustration: Contents]\n\nPart First.\n\nCHAPTER\n\n{}\n\n{}",
        chapters.join("\n\n"),
        sections(&chapters)
    );
    assert_eq!(places(&source), chapters);

    let pages = "CONTENTS\n\n  I.   THE KEEPER       1\n  II.  THE GULL        12\n\n";
    let chapters = sections(&["CHAPTER I\n\nTHE KEEPER", "CHAPTER II\n\nTHE GULL"]);
    let source = format!("THE LAMP\n\n{pages}{chapters}");
    assert_eq!(
        places(&source),
        ["CHAPTER I THE KEEPER", "CHAPTER II THE GULL"]
    );
    assert!(!blocks(&source).concat().contains("12"));
}

#[test]
fn a_title_page_names_the_text_however_it_is_set() {
    let rest = format!("Chapter 1\n\n{PROSE}\n\nChapter 2\n\n{PROSE}\n");
    for (front, title, author) in [
        (
            "THE MILL AT COLDWATER\nA Novel\nBY ANNA BERG",
            "THE MILL AT COLDWATER",
            Some("ANNA BERG"),
        ),
        ("The Mill\nby Anna Berg", "The Mill", Some("Anna Berg")),
        (
            "Die Mühle\nErzählungen\nvon\nAnna Berg",
            "Die Mühle",
            Some("Anna Berg"),
        ),
        (
            "Анна Лисина\n\nМАЯК\n\nПовесть",
            "МАЯК",
            Some("Анна Лисина"),
        ),
        (
            "Anna Berg\n\nTHE MILL\n\nA Novel",
            "THE MILL",
            Some("Anna Berg"),
        ),
        ("The Mill\n========", "The Mill", None),
        (
            "The Mill\n--------\n\nBy Anna Berg",
            "The Mill",
            Some("Anna Berg"),
        ),
    ] {
        let document = document(&format!("{front}\n\n{rest}"));
        assert_eq!(document.title, title, "{front}");
        assert_eq!(document.author.as_deref(), author, "{front}");
        let sections = document
            .sections
            .iter()
            .map(|section| section.path.join(" › "));
        let sections: Vec<String> = sections.filter(|place| !place.is_empty()).collect();
        assert_eq!(sections, ["Chapter 1", "Chapter 2"], "{front}");
    }

    // A stanza names nothing.
    let verse = format!("The lamp is lit\nThe lamp is low\n\n{rest}");
    assert_eq!(document(&verse).title, "A text");
}

#[test]
fn underlined_lines_are_headings_and_their_rules_no_text() {
    let source = format!(
        "Lamp\n====\n\n{PROSE}\n\nUse\n---\n{PROSE}\n\nOil\n~~~\n\n{PROSE}\n\n* * *\n\nThe end.\n"
    );
    assert_eq!(places(&source), ["", "Use", "Oil"]);
    assert_eq!(blocks(&source), [PROSE, PROSE, PROSE, "* * *", "The end."]);

    let several =
        format!("Lamp\n====\n\n{PROSE}\n\nOil\n===\n\n{PROSE}\n\nWick\n----\n\n{PROSE}\n");
    assert_eq!(places(&several), ["Lamp", "Oil", "Oil › Wick"]);

    let right_below = format!("Lamp 2\n======\n\n{PROSE}\nLamp 1\n======\n\n{PROSE}\n");
    assert_eq!(places(&right_below), ["Lamp 2", "Lamp 1"]);
    let small = format!("lampd 2\n=======\n\n{PROSE}\n\nlampd 1: new?\n=============\n\n{PROSE}\n");
    assert_eq!(places(&small), ["lampd 2", "lampd 1: new?"]);

    let table = format!("{PROSE}\n\nlamp oil\n---- ---\n12   3\n");
    assert_eq!(blocks(&table), [PROSE, "lamp oil\n---- ---\n12   3"]);
}

#[test]
fn titles_between_marks_are_headings_and_the_marks_no_part_of_them() {
    let source = format!(
        "== Lamps ==\n{PROSE}\n\n===Oil===\n\n{PROSE}\n\n----- Of the Wick -----\n{PROSE}\n\n**Beware.**\n\n\
         *** She was never seen there again by anybody ***\n\n- 12 -\n\n==a==b==\n\n--\n\nThe end.\n"
    );
    assert_eq!(places(&source), ["Lamps", "Oil", "Oil › Of the Wick"]);
    assert_eq!(
        blocks(&source)[2..],
        [
            PROSE,
            "**Beware.**",
            "*** She was never seen there again by anybody ***",
            "- 12 -",
            "==a==b==",
            "--",
            "The end."
        ]
    );
}

#[test]
fn a_first_sentence_without_its_stop_can_be_quoted() {
    for first in [
        "Once upon a time there was a keeper who lived on a rock",
        "On my return I found a letter from my father",
        "Es war einmal ein Wärter auf einem Felsen im Meer",
        "Il était une fois un gardien qui vivait sur un rocher",
        "Жил на скале старый смотритель маяка и его чайка",
    ] {
        let source = format!("{first}\n\n{PROSE}\n");
        assert_eq!(blocks(&source), [first, PROSE]);
    }

    for title in [
        "The Keeper",
        "The Keeper Who Lived on a Rock and Wound the Clock",
        "The rock: a keeper who was afraid of the dark sea",
        "Meridian and the satellites that listened to the ice",
        "The vacuum cleaner that was afraid of the dark",
    ] {
        let source = format!("{title}\n\n{PROSE}\n");
        assert_eq!(blocks(&source), [PROSE], "{title}");
        assert_eq!(document(&source).title, title);
    }
}

#[test]
fn chapters_in_digits_begin_below_a_dedication() {
    let numbers = sections(&["1", "2", "3"]);
    assert_eq!(
        places(&format!("The Lamp\n\nfor Nils\nand\nthe gull\n\n{numbers}")),
        ["", "1", "2", "3"]
    );
}

#[test]
fn lines_end_as_other_programs_end_them() {
    let expected = [PROSE, "The gull\nfell.", "Nils came."];
    for (line, paragraph) in [
        ("\n", "\n\n"),
        ("\r\n", "\r\n\r\n"),
        ("\r", "\r\r"),
        ("\u{2028}", "\u{2029}"),
        ("\u{2028}", "\u{2028}\u{2028}"),
        ("\u{85}", "\u{85}\u{85}"),
        ("\u{b}", "\n\n"),
        ("\n\u{c}", "\n\n"),
        ("\n", "\n\u{c}\n"),
    ] {
        let source = format!(
            "Chapter 1{paragraph}{PROSE}{paragraph}The gull{line}fell.{paragraph}Nils came.{line}"
        );
        let found: Vec<String> = blocks(&source)
            .iter()
            .map(|block| block.replace(line, "\n"))
            .collect();
        assert_eq!(found, expected, "{source:?}");
        assert_eq!(places(&source), ["Chapter 1"], "{source:?}");
    }
}

#[test]
fn what_was_prepared_for_project_gutenberg_is_not_quoted() {
    let source = format!(
        "Title: The Lamp\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\nE-text prepared by Anna\nand others\n\nNote: Project Gutenberg also has an HTML version of this\n      file which includes the original illustrations.\n      See 12345-h.htm\n\nImages of the original pages are available through\nthe Internet Archive. See https://example.org/lamp\n\n{PROSE}\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n"
    );
    assert_eq!(blocks(&source), [PROSE]);
}
