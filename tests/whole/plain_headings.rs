//! Plain texts: lists in the middle of a chapter, the stories of a collection, those who wrote
//! them, and plays.

use crate::support::plain::{blocks, places};
use crate::support::{outline, read};

const PROSE: &str =
    "The keeper was called Anna Berg, and she had kept the light for nineteen years.";

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
fn contents_end_with_what_has_no_number_and_comes_again() {
    let numbers = ["CHAPTER 1. Rope", "CHAPTER 2. Tar", "CHAPTER 3. Salt"];
    let headings = numbers.iter().chain([&"Epilogue"]);
    let body: String = headings
        .map(|heading| format!("{heading}\n\n{PROSE}\n\n"))
        .collect();
    let contents = [
        format!("{}\n\nEpilogue\n\n", numbers.join("\n\n")),
        format!("{}\n\nEpilogue\n\n", numbers.join("\n")),
        format!(
            "CONTENTS\n\nA LIST OF KNOTS.\n\nROPES (Lent by a Sailor).\n\n{}\n\nEpilogue\n\n",
            numbers.join("\n\n")
        ),
    ];
    for contents in contents {
        let front = "Notes of the Printer:\n\nThis text was set twice, from two old copies of it.\n\n\
            \u{20}A LIST OF KNOTS.\n\nA bowline holds, and a granny slips.\n\n\
            \u{20}ROPES. (Lent by a Sailor).\n\nHemp is the best of them.\n\n";
        let text = format!("The Light\n\n{contents}{front}{body}");
        let found = places(&text);
        assert!(
            !found[..found.len() - 4].concat().contains("Epilogue"),
            "{contents}: {found:?}"
        );
        assert!(found.ends_with(&["CHAPTER 3. Salt", "Epilogue"].map(String::from)));
    }
}

#[test]
fn contents_end_behind_the_epilogue_that_they_name() {
    let prose =
        "The keeper lit the lamp again, and nobody came down\nfrom the hill all that night.\n\n"
            .repeat(6);
    let names = [
        "CHAPTER 1. The Hill.",
        "CHAPTER 2. The Lamp.",
        "CHAPTER 3. The Lamp.",
        "CHAPTER 4. The Net.",
        "CHAPTER 5. The Stair.",
        "CHAPTER 6. The Door.",
        "Epilogue",
    ];
    let contents = format!(
        "CONTENTS\n\nORIGINS.\n\nEXTRACTS (Chosen by Another).\n\n{}",
        names.join("\n\n")
    );
    let chapters = names.map(|name| format!("\n\n{name}\n\n{prose}")).concat();

    let found = places(&format!(
        "THE LIGHT\n\n\n{contents}\n\n\n\n{prose}{chapters}"
    ));
    let epilogues = found.iter().filter(|place| place.ends_with("Epilogue"));
    assert_eq!(epilogues.count(), 1, "{found:?}");
}

#[test]
fn contents_take_nothing_with_them_that_comes_but_once() {
    let chapters = |names: [&str; 2]| {
        let list = names.map(|name| format!("{name}\n\n")).concat();
        list + &names.map(|name| format!("{name}\n\n{PROSE}\n\n")).concat()
    };

    let preface = format!(
        "PREFACE\n\nThis is an old book.\n\n{}",
        chapters(["I. The Tower", "II. The Gull"])
    );
    assert_eq!(
        places(&preface),
        ["PREFACE", "I. The Tower", "II. The Gull"]
    );

    let books = format!(
        "BOOK ONE\n\n{}BOOK TWO\n\n{}",
        chapters(["I. The Tower", "II. The Storm"]),
        chapters(["I. The Gull", "II. The End"])
    );
    assert_eq!(
        places(&books),
        [
            "BOOK ONE › I. The Tower",
            "BOOK ONE › II. The Storm",
            "BOOK TWO › I. The Gull",
            "BOOK TWO › II. The End"
        ]
    );
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
        "ACTE PREMIER\n\nScène I.\n\nANNE\n\nQui est là ?\n\nScène II.\n\nANNE\n\nViens.\n",
        &["ACTE PREMIER › Scène I.", "ACTE PREMIER › Scène II."],
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

#[test]
fn a_title_over_two_lines_is_whole_and_a_sentence_without_its_stop_is_none() {
    let check = |source: &str, expected: &[&str]| assert_eq!(places(source), expected, "{source}");
    let titled = "CHAPTER I. The Gull--A Storm--The\nEnd of the Light";
    let bare = "CHAPTER II.\n\nThe Wreck of the Marit, with Some\nAccount of the Gull";
    check(
        &format!("{titled}\n\n{PROSE}\n\n{bare}\n\n{PROSE}\n"),
        &[
            "CHAPTER I. The Gull--A Storm--The End of the Light",
            "CHAPTER II. The Wreck of the Marit, with Some Account of the Gull",
        ],
    );

    for sentence in [
        "On my return I found a letter from my father",
        "It was so. She said that",
    ] {
        let source = format!(
            "Chapter 7\n\n{sentence}\n\n“My dear, you have waited.”\n\nChapter 8\n\n{PROSE}\n"
        );
        check(&source, &["Chapter 7", "Chapter 8"]);
    }
    // Where all have one, it is the title.
    let source = ["I", "II", "III"].map(|number| {
        format!("CHAPTER {number}\n\nIn which the keeper climbs the tower and finds a gull\n\n{PROSE}\n\n")
    });
    let first = "CHAPTER I In which the keeper climbs the tower and finds a gull";
    assert_eq!(places(&source.concat())[0], first);
    check(
        &format!("CHAPTER I\n\nDR. SEWARD'S DIARY--_continued_\n\n{PROSE}\n"),
        &["CHAPTER I DR. SEWARD'S DIARY--continued"],
    );
}

#[test]
fn chapters_are_counted_as_old_books_and_serials_do() {
    let chinese = "守灯人名叫安娜，她老了。";
    let japanese = "灯台守の名はアンナといった。";
    let russian = "Смотрительницу звали Анна, и она была стара.";
    let cases: &[(&str, &[&str])] = &[
        (chinese, &["第壹章", "第貳章", "番外一", "番外二"]),
        (chinese, &["學而第一", "為政第二", "八佾第三"]),
        (chinese, &["一、开头", "二、风暴", "三、结尾"]),
        (chinese, &["上卷", "下卷"]),
        (japanese, &["其の一", "其の二", "その三"]),
        (japanese, &["上巻", "中巻", "下巻"]),
        (japanese, &["第一夜", "第二夜", "第参夜"]),
        (japanese, &["第壱話", "第弐話"]),
        (japanese, &["（一）", "（二）", "（三）"]),
        (russian, &["От автора", "1-я глава", "2-я глава"]),
    ];
    for (text, headings) in cases {
        let source: String = headings
            .iter()
            .map(|heading| format!("{heading}\n\n{text}\n\n"))
            .collect();
        assert_eq!(places(&source), *headings);
    }
}

#[test]
fn the_first_story_below_a_byline_has_its_place() {
    let stories = "THE HERON\n\nThe heron stood in the marsh all night.\n\nTHE SEXTON\n\nThe sexton dug until \
        the morning came.\n\nTHE BRIDGE\n\nThe bridge was old when he was young.\n";
    let expected = ["THE HERON", "THE SEXTON", "THE BRIDGE"];
    for front in [
        "MARSH SONGS\n\nby Hester Pym",
        "MARSH SONGS\nby Hester Pym",
        "MARSH SONGS",
    ] {
        let found = places(&format!("{front}\n\n{stories}"));
        assert!(
            found.ends_with(&expected.map(str::to_owned)),
            "{front}: {found:?}"
        );
    }
}

#[test]
fn chapters_stand_between_marks_and_numbers_of_pages_do_not_count() {
    let source = "--- Chapter 1: The Kettle ---\n\nIt leaked.\n\n- 12 -\n\nIt was mended.\n\n- 13 -\n\n\
                  — Chapter 2 —\n\nIt boiled.\n\n- Chapter 3 tells of it\n- Chapter 4 does not\n";
    assert_eq!(places(source), ["Chapter 1: The Kettle", "Chapter 2"]);

    let fields = "Session 1 - The Kettle\nDate: 3 May 1911\n\nIt leaked.\n\nSession 2 - The Well\nPlayers: Oda, \
                  Per\n\nIt was deep.\n";
    assert_eq!(
        places(fields),
        ["Session 1 - The Kettle", "Session 2 - The Well"]
    );
    assert!(blocks(fields).contains(&"Players: Oda, Per".to_owned()));
}

#[test]
fn chapters_are_numbered_as_each_language_numbers_them() {
    for headings in [
        ["제1장 주전자", "제 2 장 우물", "제3화"],
        ["บทที่ ๑ กา", "บทที่ ๒ บ่อน้ำ", "บทที่ ๓ ฝน"],
        ["الفصل الأول: الغلاية", "الفصل الثاني: البئر", "الفصل الثالث"],
        ["פרק ראשון: הקומקום", "פרק שני: הבאר", "פרק ג': הגשם"],
        ["פרק ט״ו", "פרק ט״ז", "פרק י״ז"],
        ["פרק קכ״ג: הבאר", "פרק קכד", "פרק קכה"],
        ["ROZDZIAŁ PIERWSZY", "ROZDZIAŁ DRUGI", "Rozdział trzeci"],
        ["РОЗДІЛ ПЕРШИЙ", "РОЗДІЛ ДРУГИЙ", "Розділ п'ятий"],
        ["ΚΕΦΑΛΑΙΟ ΠΡΩΤΟ", "ΚΕΦΑΛΑΙΟ Β΄", "Κεφάλαιο Τρίτο"],
        ["ΚΕΦΑΛΑΙΟ ΝΣΤ΄", "ΚΕΦΑΛΑΙΟ ΝΖ΄", "Κεφάλαιο ΡΚΓ΄"],
        ["पहला अध्याय", "दूसरा अध्याय", "अध्याय तीन"],
        ["KAPITOLA PRVNÍ", "KAPITOLA DRUHÁ", "Kapitola třetí"],
    ] {
        let text = headings.map(|heading| format!("{heading}\n\n{PROSE}\n\n"));
        let document = read("a-text.txt", text.concat().as_bytes());
        let found: Vec<String> = outline(&document).into_iter().map(|s| s.0).collect();
        assert_eq!(found, headings);
        assert_eq!(document.title, "A text");
    }
    // How often, and how many.
    let text = format!("3회 우승한 그는 웃었다.\n\n{PROSE}\n");
    assert_eq!(outline(&read("a-text.txt", text.as_bytes())).len(), 1);
}
