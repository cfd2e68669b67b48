//! Places that people name, against texts of several makes.

use super::*;
use crate::index::library_of;

mod counted;
mod typed;

/// A text whose chapters have these headings, with a paragraph of its own under each.
fn text(title: &str, headings: &[&str]) -> String {
    let chapter = |heading: &&str| {
        format!(
            "{heading}\n\nUnder the heading {heading:?} the smith counted two hours, past nine o'clock, and \
             went home through the wet grass of the meadow, as he did each night before the last boat came.\n\n\n"
        )
    };
    let chapters: String = headings.iter().map(chapter).collect();
    format!("{title}\n\n\n{chapters}")
}

/// What each place leads to in a text: the whole path of headings, or what is missing.
fn led(name: &str, text: &str, places: &[(&str, &str)]) {
    let library = library_of(&[(name, text)]);

    for (place, expected) in places {
        let found = match find_place(&library, DocumentId(0), place).unwrap() {
            Place::At(id) => {
                let section = library.passage(id).unwrap().section;
                library.documents()[0].sections[section].path.join(" / ")
            }
            other => format!("{other:?}"),
        };
        assert_eq!(found, *expected, "{place} in {text}");
    }
}

#[test]
fn a_number_that_a_heading_names_counts_more_than_its_place() {
    led(
        "de.txt",
        &text(
            "Die Mühle",
            &["Vorwort", "Erstes Kapitel", "Zweites Kapitel"],
        ),
        &[
            ("Kapitel 1", "Erstes Kapitel"),
            ("Kapitel 2", "Zweites Kapitel"),
            ("chapter 2", "Zweites Kapitel"),
            ("Kapitel zwei", "Zweites Kapitel"),
            ("Kapitel II", "Zweites Kapitel"),
            ("2. Kapitel", "Zweites Kapitel"),
            ("zweites kapitel", "Zweites Kapitel"),
            ("2", "Zweites Kapitel"),
            ("Vorwort", "Vorwort"),
            ("das Vorwort", "Vorwort"),
            ("letztes Kapitel", "Zweites Kapitel"),
            ("Kapitel 3", "Missing(Chapter(2))"),
        ],
    );

    led(
        "fr.txt",
        &text(
            "Le moulin",
            &["Préface", "Chapitre premier", "Chapitre deuxième"],
        ),
        &[
            ("chapitre 1", "Chapitre premier"),
            ("chapitre deux", "Chapitre deuxième"),
            ("chapter 2", "Chapitre deuxième"),
        ],
    );

    led(
        "ru.txt",
        &text("Мельница", &["Предисловие", "Глава первая", "Глава вторая"]),
        &[
            ("глава 1", "Глава первая"),
            ("вторая глава", "Глава вторая"),
            ("chapter 2", "Глава вторая"),
        ],
    );

    led(
        "ja.txt",
        "水車\n\n\n第一章 霧の夜\n\n鍛冶屋は二時間数えて、湿った草の中を家に帰った。それは毎晩のことであった。\n\n\n第二章 手紙\n\n\
         手紙は朝に届いた。鍛冶屋はそれを読まずに火に入れて、村を出て行った。\n",
        &[
            ("第2章", "第二章 手紙"),
            ("２章", "第二章 手紙"),
            ("手紙", "第二章 手紙"),
            ("chapter 1", "第一章 霧の夜"),
        ],
    );
}

#[test]
fn ordinals_of_any_size_and_names_without_a_number_are_found() {
    let ordinals = [
        "PREFACE",
        "CHAPTER THE FIRST",
        "CHAPTER THE SECOND",
        "CHAPTER THE THIRD",
        "CHAPTER THE FOURTH",
        "CHAPTER THE FIFTH",
        "CHAPTER THE SIXTH",
        "CHAPTER THE SEVENTH",
        "CHAPTER THE EIGHTH",
        "CHAPTER THE NINTH",
        "CHAPTER THE TENTH",
        "CHAPTER THE ELEVENTH",
        "CHAPTER THE TWELFTH",
        "CHAPTER THE THIRTEENTH",
        "EPILOGUE",
    ];

    led(
        "ordinals.txt",
        &text("The Mill", &ordinals),
        &[
            ("chapter 1", "CHAPTER THE FIRST"),
            ("ch13", "CHAPTER THE THIRTEENTH"),
            ("the thirteenth chapter", "CHAPTER THE THIRTEENTH"),
            ("last chapter", "CHAPTER THE THIRTEENTH"),
            ("the final chapter", "CHAPTER THE THIRTEENTH"),
            ("the epilogue", "EPILOGUE"),
            ("beginning", "PREFACE"),
            ("the end", "EPILOGUE"),
            ("chapter 14", "Missing(Chapter(13))"),
            ("no. 99", "Missing(Chapter(13))"),
            ("150 %", "Missing(Place)"),
            ("page 3", "Missing(Place)"),
            ("two hours", "Words"),
            ("1984", "Words"),
        ],
    );

    led(
        "words.txt",
        &text("The Stair", &["One", "Two", "Three", "Four"]),
        &[
            ("chapter 3", "Three"),
            ("3", "Three"),
            ("chapter five", "Missing(Chapter(4))"),
        ],
    );

    led(
        "letters.txt",
        &text(
            "Letters",
            &["LETTER THE FIRST", "LETTER THE SECOND", "LETTER THE THIRD"],
        ),
        &[
            ("letter 2", "LETTER THE SECOND"),
            ("letter two", "LETTER THE SECOND"),
            ("the 3rd letter", "LETTER THE THIRD"),
            ("2", "LETTER THE SECOND"),
            ("chapter 2", "LETTER THE SECOND"),
            ("2. Brief", "LETTER THE SECOND"),
            (
                "letter 4",
                "Missing(Outside(\"LETTER THE FIRST\", \"LETTER THE THIRD\"))",
            ),
        ],
    );

    led(
        "last.txt",
        &text(
            "The Raft",
            &["Chapter I.", "Chapter II.", "Chapter The Last."],
        ),
        &[
            ("last chapter", "Chapter The Last."),
            ("chapter 3", "Chapter The Last."),
        ],
    );

    led(
        "bare.txt",
        &text("The Ferry", &[]),
        &[("chapter 2", "Missing(Chapter(0))")],
    );
    led(
        "bare.md",
        "No heading stands here, and it took two hours.\n",
        &[("chapter 2", "Missing(Chapter(0))")],
    );
}

#[test]
fn of_chapters_in_parts_the_first_is_meant_unless_the_part_is_named() {
    let parts = [
        "PART ONE",
        "CHAPTER I",
        "CHAPTER II",
        "CHAPTER III",
        "PART TWO",
        "CHAPTER I",
        "CHAPTER II",
        "EPILOGUE",
    ];
    led(
        "parts.txt",
        &text("The Orchard", &parts)
            .replace("PART TWO\n", "PART TWO\n\n\n")
            .replacen(
                "CHAPTER III\n\n",
                &format!("CHAPTER III\n\n{}", "The pears fell. ".repeat(30)),
                1,
            ),
        &[
            ("chapter 1", "PART ONE / CHAPTER I"),
            ("CHAPTER I", "PART ONE / CHAPTER I"),
            ("part II", "PART TWO"),
            ("part 2 chapter 2", "PART TWO / CHAPTER II"),
            ("part II, chapter II", "PART TWO / CHAPTER II"),
            ("chapter II of part two", "PART TWO / CHAPTER II"),
            (
                "the second chapter of the second part",
                "PART TWO / CHAPTER II",
            ),
            ("Teil 2 Kapitel 1", "PART TWO / CHAPTER I"),
            ("last chapter of part one", "PART ONE / CHAPTER III"),
            (
                "part II chapter 3",
                "Missing(Outside(\"CHAPTER I\", \"CHAPTER II\"))",
            ),
            ("part three", "Missing(Outside(\"PART ONE\", \"PART TWO\"))"),
        ],
    );

    let uneven = ["CHAPTER II", "CHAPTER III", "CHAPTER IV"];
    led(
        "uneven.txt",
        &text("The Orchard", &uneven),
        &[(
            "chapter 1",
            "Missing(Outside(\"CHAPTER II\", \"CHAPTER IV\"))",
        )],
    );
    let advertised = "# The Orchard\n\n## I. Pears\n\nA.\n\n## II. Plums\n\nB.\n\n## III. Apples\n\nC.\n\n\
                      ### 7. A Pear for Jill\n\nBy the same author.\n\n### 8. Plum Tales\n\nBy the same author.\n";
    led(
        "advertised.md",
        advertised,
        &[
            ("last chapter", "III. Apples"),
            ("chapter 8", "Missing(Chapter(3))"),
        ],
    );

    let flat = "# The Cobbler\n\n## Book the First: Leather\n\nHe cut it.\n\n## Chapter I\n\nA.\n\n## Chapter II\n\nB.\n\n\
                ## Book the Second: Thread\n\nHe spun it.\n\n## Chapter I\n\nC.\n\n## Chapter II\n\nD.\n";
    led(
        "flat.md",
        flat,
        &[
            ("book 2", "Book the Second: Thread"),
            ("book the second", "Book the Second: Thread"),
            ("Book the Second, Chapter II", "Chapter II"),
        ],
    );

    let play = "THE COBBLER KING\n\nACT I\n\nSCENE 1. A cobbler's shop.\n\nMARTIN. The boots are here again.\n\n\
                SCENE 2. The palace.\n\nKING. Where is my cobbler?\n\nACT II\n\nSCENE 1. The street.\n\nMARTIN. No more boots.\n\n\
                SCENE 2. The shop at night.\n\nKING. I have come in my stockings.\n";
    led(
        "play.txt",
        play,
        &[
            ("act 2", "ACT II / SCENE 1. The street."),
            ("Act 2 scene 2", "ACT II / SCENE 2. The shop at night."),
            ("act ii, scene i", "ACT II / SCENE 1. The street."),
            ("II.ii", "ACT II / SCENE 2. The shop at night."),
            ("scene 2", "ACT I / SCENE 2. The palace."),
            ("act 3", "Missing(Outside(\"ACT I\", \"ACT II\"))"),
            (
                "act 2 scene 3",
                "Missing(Outside(\"SCENE 1. The street.\", \"SCENE 2. The shop at night.\"))",
            ),
        ],
    );
}

#[test]
fn a_text_begins_behind_its_title_page() {
    let front = "THE ORCHARD\n\nA Novel\n\nBy Ada Quill\n\nWith more than 200 pictures by Tom Orr\n\n\
                 Copyright 1931 by Ada Quill. All rights reserved.\n\n[Illustration: The pear tree]\n\n\n";
    let chapters = text("", &["CHAPTER I", "CHAPTER II"]);
    led(
        "front.txt",
        &format!("{front}{chapters}"),
        &[("beginning", "CHAPTER I")],
    );

    let opening = "The Orchard\n\nThe pears of the orchard had no names until the year in which the smith came home, and \
                   nobody had asked for any before that.\n\n\n";
    led(
        "opening.txt",
        &format!("{opening}{chapters}"),
        &[("beginning", "")],
    );
    led(
        "prologue.md",
        "# The Owl Year\n\n## Prologue\n\nThe owl came at night.\n\n## 1. The Attic\n\nIt sat there.\n\n## 2. The Roof\n\nIt left.\n",
        &[("start", "Prologue"), ("chapter 1", "1. The Attic")],
    );
}

#[test]
fn a_preface_without_a_heading_is_what_stands_before_the_first_chapter() {
    let preface = "The Mill\n\n\nWhoever reads this is asked to forgive the miller, as he had no light to write by and no \
                   paper but the backs of old letters.";
    let places = ["preface", "the preface", "Vorwort", "the foreword"];
    let chapters = ["CHAPTER I", "CHAPTER II", "CHAPTER III"];

    led(
        "bare.txt",
        &text(preface, &chapters),
        &places.map(|place| (place, "")),
    );
    led(
        "none.txt",
        &text("The Mill", &chapters),
        &places.map(|place| (place, "Words")),
    );

    let headed = ["PREFACE", "CHAPTER I", "CHAPTER II"];
    led(
        "headed.txt",
        &text(preface, &headed),
        &places.map(|place| (place, "PREFACE")),
    );
    led("whole.txt", preface, &places.map(|place| (place, "Words")));
}

#[test]
fn what_has_a_name_and_no_number_is_called_so_in_many_languages() {
    let names = [
        "PREFACE",
        "PROLOGUE",
        "CHAPTER I",
        "CHAPTER II",
        "EPILOGUE",
        "APPENDIX",
    ];
    led(
        "named.txt",
        &text("", &names),
        &[
            ("preface", "PREFACE"),
            ("read the foreword", "PREFACE"),
            ("voorwoord", "PREFACE"),
            ("prefácio", "PREFACE"),
            ("l'introduzione", "PREFACE"),
            ("förord", "PREFACE"),
            ("przedmowa", "PREFACE"),
            ("önsöz", "PREFACE"),
            ("proloog", "PROLOGUE"),
            ("the appendix", "APPENDIX"),
            ("Anhang", "APPENDIX"),
            ("bijlage", "APPENDIX"),
            ("приложение", "APPENDIX"),
            ("epiloog", "EPILOGUE"),
            ("conclusion", "Words"),
        ],
    );
}
