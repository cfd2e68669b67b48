//! Plain texts: chapters where they stand, nothing taken for a heading that is text, and nothing
//! quoted that is no part of the text.

use crate::support::plain::places;
use crate::support::{outline, read};

/// Each line is a heading with text under it.
fn book(headings: &[&str], text: &str) -> String {
    headings
        .iter()
        .map(|heading| format!("{heading}\n\n{text}\n\n"))
        .collect()
}

const PROSE: &str = "The keeper was called Anna Berg, and she had kept the light for nineteen years.\n\nNobody helped her.";

#[test]
fn chapters_are_found_however_a_language_counts_them() {
    let cases: &[(&str, &[&str])] = &[
        (
            PROSE,
            &[
                "BOOK THE FIRST",
                "CHAPTER THE FIRST",
                "Chapter Thirteen",
                "CHAPTER TWENTY-TWO",
                "Chapter Forty Two: The Storm",
                "Chapter 100",
                "STAVE ONE",
                "Letter IV",
                "EPILOGUE",
            ],
        ),
        (
            "Die Wärterin hieß Anna.\n\nSie war alt.",
            &[
                "Erster Teil",
                "Erstes Kapitel.",
                "Kapitel 2: Der Sturm",
                "3. Kapitel",
                "Einundzwanzigstes Kapitel",
                "Nachwort",
            ],
        ),
        (
            "La gardienne s'appelait Anna.\n\nElle était vieille.",
            &[
                "Première partie",
                "CHAPITRE PREMIER",
                "CHAPITRE II",
                "CHAPITRE TROISIEME",
                "Chapitre vingt et unième",
                "ÉPILOGUE",
            ],
        ),
        (
            "La farera se llamaba Ana.\n\nEra vieja.",
            &[
                "PRIMERA PARTE",
                "CAPÍTULO PRIMERO",
                "Capítulo II",
                "CAPITULO III. DE LA TORMENTA",
                "Capítulo vigésimo primero",
            ],
        ),
        (
            "La guardiana si chiamava Anna.\n\nEra vecchia.",
            &[
                "PARTE PRIMA",
                "CAPITOLO PRIMO",
                "Capitolo secondo",
                "Capitolo ventunesimo",
            ],
        ),
        (
            "A faroleira chamava-se Ana.\n\nEra velha.",
            &[
                "PRIMEIRA PARTE",
                "CAPÍTULO PRIMEIRO",
                "CAPÍTULO II",
                "Capítulo Terceiro",
            ],
        ),
        (
            "De wachter heette Anna.\n\nZij was oud.",
            &[
                "EERSTE DEEL",
                "EERSTE HOOFDSTUK",
                "Hoofdstuk 2",
                "HOOFDSTUK EENENTWINTIG",
            ],
        ),
        (
            "Fyrvaktaren hette Anna.\n\nHon var gammal.",
            &[
                "FÖRSTA DELEN",
                "FÖRSTA KAPITLET",
                "Kapitel 2",
                "Tredje kapitlet. Stormen",
            ],
        ),
        (
            "Смотрительницу звали Анна.\n\nОна была стара.",
            &[
                "ЧАСТЬ ПЕРВАЯ",
                "ГЛАВА ПЕРВАЯ",
                "Глава 2. Буря",
                "Глава двадцать первая",
                "Эпилог",
            ],
        ),
        (
            "守灯人名叫安娜。\n\n她老了。",
            &[
                "楔子",
                "第一卷 灯塔",
                "第一章 守灯人",
                "第二十三回 归来",
                "第一百零二章",
                "尾声",
            ],
        ),
        (
            "灯台守の名はアンナといった。\n\n年を取っていた。",
            &["序章", "第一章　灯台", "第１２章", "第十三話　嵐", "終章"],
        ),
        (
            "灯台守の名はアンナといった。\n\n年を取っていた。",
            &["一", "二", "三"],
        ),
        (PROSE, &["I", "II", "III", "IV"]),
        (PROSE, &["I.", "II.", "III."]),
        (PROSE, &["1", "2", "3"]),
    ];

    for (text, headings) in cases {
        let found = places(&book(headings, text));
        let innermost: Vec<String> = found
            .iter()
            .map(|place| place.rsplit(" › ").next().unwrap_or_default().to_owned())
            .collect();
        let expected: Vec<String> = headings
            .iter()
            .map(|h| h.replace('\u{3000}', " "))
            .collect();
        assert_eq!(innermost, expected);
    }
}

#[test]
fn chapters_stand_in_their_parts_and_stories() {
    let check = |source: String, expected: &[&str]| assert_eq!(places(&source), expected);
    let parts = |title: &str, numbers: &[&str]| format!("{title}\n\n{}", book(numbers, PROSE));

    let novel =
        parts("BOOK ONE", &["CHAPTER I", "CHAPTER II"]) + &parts("BOOK TWO", &["CHAPTER I"]);
    check(
        novel,
        &[
            "BOOK ONE › CHAPTER I",
            "BOOK ONE › CHAPTER II",
            "BOOK TWO › CHAPTER I",
        ],
    );

    let stories = "Tales of the Rock\n\n".to_owned()
        + &parts("THE BLUE DOOR", &["I.", "II."])
        + &book(&["THE RED LANTERN"], PROSE)
        + &parts("THE GREY GULL", &["I.", "II."]);
    check(
        stories,
        &[
            "THE BLUE DOOR › I.",
            "THE BLUE DOOR › II.",
            "THE RED LANTERN",
            "THE GREY GULL › I.",
            "THE GREY GULL › II.",
        ],
    );

    let numbered =
        parts("I. THE BLUE DOOR", &["I.", "II."]) + &parts("II. THE GREY GULL", &["I.", "II."]);
    check(
        numbered,
        &[
            "I. THE BLUE DOOR › I.",
            "I. THE BLUE DOOR › II.",
            "II. THE GREY GULL › I.",
            "II. THE GREY GULL › II.",
        ],
    );

    let mixed = parts("ADVENTURE I. THE BLUE DOOR", &["I.", "II."])
        + &book(
            &["ADVENTURE II. THE GREY GULL", "III. THE WHITE SHIP"],
            PROSE,
        );
    check(
        mixed,
        &[
            "ADVENTURE I. THE BLUE DOOR › I.",
            "ADVENTURE I. THE BLUE DOOR › II.",
            "ADVENTURE II. THE GREY GULL",
            "III. THE WHITE SHIP",
        ],
    );

    // The same title above several chapters is nobody who speaks.
    let diary = |number: &str| format!("CHAPTER {number}\n\nMINA'S JOURNAL\n\n{PROSE}\n\n");
    check(
        ["I", "II", "III"].map(diary).concat(),
        &[
            "CHAPTER I MINA'S JOURNAL",
            "CHAPTER II MINA'S JOURNAL",
            "CHAPTER III MINA'S JOURNAL",
        ],
    );

    let other = parts("Der blaue Leuchtturm", &["I.", "II."]) + &parts("Die rote Laterne", &["I."]);
    check(
        other,
        &[
            "Der blaue Leuchtturm › I.",
            "Der blaue Leuchtturm › II.",
            "Die rote Laterne › I.",
        ],
    );
}

#[test]
fn a_table_of_contents_is_no_list_of_chapters() {
    let chapters = book(&["I", "II", "III"], PROSE);
    let contents = [
        "Contents\n\nI. The Tower\nII. The Storm\nIII. The Gull\n\n",
        "Table des matières\n\nI LA TOUR\n\nII LA TEMPÊTE QUI DURA TROIS\nJOURS\n\nIII LA MOUETTE\n\n",
        "I. THE TOWER\n\nII. THE STORM\n\nIII. THE GULL\n\n",
        "目次\n\n一　灯台\n二　嵐\n三　鴎\n\n",
    ];
    for contents in contents {
        let found = places(&format!("The Light\n\n{contents}{chapters}"));
        assert!(
            found
                .iter()
                .filter(|place| !place.is_empty())
                .eq(["I", "II", "III"]),
            "{contents}: {found:?}"
        );
    }

    let titled = book(&["THE TOWER", "THE STORM"], PROSE);
    let found = places(&format!(
        "The Light\n\nCONTENTS\n\nThe Tower .... 3\nThe Storm .... 9\n\n{titled}"
    ));
    assert_eq!(found, ["THE TOWER", "THE STORM"]);
}

#[test]
fn a_list_of_something_else_stays_text() {
    let rules = "Rules\n\nI. Be Kind\n\nII. Be Quiet\n\nIII. No Spam\n\nAsk when in doubt, we are friendly.\n";
    let document = read("rules.txt", rules.as_bytes());
    assert_eq!(document.blocks.len(), 4);

    let stubs =
        "Chapter 1: Greeting\n\nChapter 2: Posting\n\nChapter 3: Leaving\n\nAsk when in doubt.\n";
    let document = read("stubs.txt", stubs.as_bytes());
    assert_eq!(
        outline(&document),
        [(String::new(), 2), ("Chapter 3: Leaving".to_owned(), 1)]
    );
}

#[test]
fn what_looks_like_a_heading_and_is_none_can_be_quoted() {
    let lines = [
        // under a number, but a sentence, or something follows it
        (
            "Chapter 1\n\n",
            "Anna found the following letter from her brother:—",
        ),
        ("Chapter 1\n\n", "Nils whispered to the keeper--"),
        ("IV.\n\n", "It was dark…"),
        ("第一章\n\n", "灯台守の名はアンナといった。"),
        (
            "Chapter 1\n",
            "Anna found the letter on the stairs, and she read it.",
        ),
        // first in its file, in a script with other full stops
        ("", "灯台守の名はアンナといい、岩の上で暮らしていた。"),
        ("", "守灯人名叫安娜！"),
        ("", "दीपक की रखवाली अन्ना करती थी।"),
        // parts of letters
        ("Chapter 1\n\nThe letter came in May.\n\n", "\"DEAR ANNA:"),
        (
            "Chapter 1\n\nDEAR ANNA,\n\nThe boat is sold.\n\n",
            "YOUR BROTHER NILS",
        ),
        (
            "Chapter 1\n\nShe wrote it at once.\n\nYour sister,\n\n",
            "ANNA BERG",
        ),
        (
            "Liebe Anna!\n\nDas Boot ist verkauft.\n\n",
            "DEIN BRUDER NILS",
        ),
        ("The Letters\n\nI have sold the boat.\n\n", "L."),
        // what is written on a wall
        (
            "Chapter 1\n\nOn the door stood:\n\n",
            "KEEP OUT OF THE TOWER",
        ),
    ];
    for (before, line) in lines {
        let source = format!(
            "{before}{line}\n\nThe storm began, and it was a long one.\n\nChapter 2\n\nIt ended.\n"
        );
        let document = read("a-text.txt", source.as_bytes());
        let blocks = document
            .blocks
            .iter()
            .map(|block| &document.text[block.range.clone()]);
        assert!(blocks.into_iter().any(|block| block == line), "{source}");
    }

    let play = "The Lamp\n\nACT I\n\nANNA.\n\nWho is there?\n\nNILS.\n\nIt is I.\n\nANNA.\n\nGo away.\n\nOTTO.\n\nCaw.\n\nNILS.\n\nI go.\n";
    assert_eq!(places(play), ["ACT I"]);
}

#[test]
fn a_title_in_the_middle_of_a_text_is_a_heading() {
    let source = "Village Tales\n\nThe baker opens at six.\n\nThe Theft of the Blue Lantern\n\nOne evening the blue lantern was gone from its hook.\n";
    let document = read("tales.txt", source.as_bytes());
    assert_eq!(document.title, "Village Tales");
    assert_eq!(
        outline(&document),
        [
            (String::new(), 1),
            ("The Theft of the Blue Lantern".to_owned(), 1)
        ]
    );
}

#[test]
fn lines_are_paragraphs_only_where_they_are_meant_to_be() {
    let count = |source: &str| read("a-text.txt", source.as_bytes()).blocks.len();

    // Hard-wrapped Russian has as few letters in a line as English, and twice the bytes.
    let russian = "Смотрительницу маяка звали Анна Берг, и она прожила на скале девятнадцать\nлет, и никто не помогал ей зажигать по вечерам большую лампу, кроме чайки\nпо имени Отто.\n";
    assert_eq!(count(russian), 1);

    let novel = "第一章\n　　守灯人名叫安娜。\n　　“谁在那里？”她问。\n　　她把灯点亮了。\n第二章\n　　风暴来了。\n";
    assert_eq!(count(novel), 4);
    assert_eq!(places(novel), ["第一章", "第二章"]);

    let verse = "The abbot rose before the day.\nHe went into the wood to pray.\nThe lake was dark.\nThe hills were gray.\n";
    assert_eq!(count(verse), 1);
    assert_eq!(
        places("Chapter 4\r\rThe Well\r\rIt was deep.\r\rVery deep.\r"),
        ["Chapter 4 The Well"]
    );
}

#[test]
fn the_text_of_a_file_is_its_bytes() {
    let source = "\u{feff}The ship was the _Marit_.\r\n\r\nChapter 1\r\n\r\nShe sank.\r\n";
    assert_eq!(read("a-text.txt", source.as_bytes()).text, source);
}

#[test]
fn books_of_project_gutenberg_in_one_file_are_told_apart() {
    let one = |name: &str| {
        format!(
            "Title: {name}\n\nAuthor: A. Nonym\n\n*** START OF THE PROJECT GUTENBERG EBOOK {name}\nOF SANDHOLM ***\n\nProduced by Nobody\n\nCHAPTER I\n\nIt was {name}.\n\n*** END OF THE PROJECT GUTENBERG EBOOK {name} ***\n\nThe licence says much.\n\n"
        )
    };
    let document = read("both.txt", (one("Light") + &one("Dark")).as_bytes());
    assert_eq!(
        outline(&document),
        [
            ("Light › CHAPTER I".to_owned(), 1),
            ("Dark › CHAPTER I".to_owned(), 1)
        ]
    );
    assert_eq!(document.author.as_deref(), Some("A. Nonym"));
}

#[test]
fn a_line_that_is_called_the_title_is_one_without_that_word() {
    for (top, title) in [
        ("Title: The Lamp\nAuthor: Anna Berg", "The Lamp"),
        ("TITRE : Le phare\n\nAuteur: Anna Berg", "Le phare"),
        ("The Lamp: A Story\nby Anna Berg", "The Lamp: A Story"),
    ] {
        let source = format!("{top}\n\nIt was the night of the storm.\n\nThe lamp went out.\n");
        let document = read("x.txt", source.as_bytes());
        assert_eq!(document.title, title);
        assert_eq!(document.author.as_deref(), Some("Anna Berg"));
        assert_eq!(document.text, source);
    }
}
