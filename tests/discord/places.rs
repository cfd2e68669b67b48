//! `/read`, `/library` and the names of texts: the place that was meant, or a word on why there is
//! none.

use pullquote::internals::index::Library;
use pullquote::internals::reader::Effort;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::Outcome;
use pullquote::internals::reply::talk;
use pullquote::internals::servers::Libraries;

use crate::pure::{SETTING, json, library, press, request, shown};

fn told(library: &Library, command: &str, document: Option<&str>, from: Option<&str>) -> String {
    let request = request(
        command,
        "",
        document.map(str::to_owned),
        from.map(str::to_owned),
    );
    json(&request.reply(library, SETTING, Effort::default()).unwrap())
}

pub fn chapters(title: &str, headings: &[&str]) -> String {
    let chapter = |heading: &&str| {
        format!(
            "## {heading}\n\nPast nine the smith left for two hours; this is under {heading}.\n\n"
        )
    };
    let chapters: String = headings.iter().map(chapter).collect();
    format!("# {title}\n\n{chapters}")
}

#[test]
fn a_chapter_that_is_not_there_opens_nothing() {
    let library = library(&[
        (
            "mill.md",
            chapters("The Mill", &["Chapter I", "Chapter II"]),
        ),
        ("play.md", chapters("The Play", &["Act I", "Act II"])),
        ("diary.md", chapters("The Diary", &["Page One", "Page Two"])),
        (
            "notes.md",
            "# Notes\n\nThe smith left for two hours, past nine.\n".to_owned(),
        ),
    ]);
    for (document, from, expected) in [
        ("mill", "chapter 9", "There are 2 chapters in that text"),
        ("mill", "no. 9", "There are 2 chapters in that text"),
        ("mill", "Kapitel neun", "There are 2 chapters in that text"),
        ("mill", "last chapter", "this is under Chapter II."),
        ("mill", "past nine", "this is under Chapter I."),
        ("play", "act 3", "there it goes from “Act I” to “Act II”"),
        ("notes", "chapter 2", "That text has no chapters"),
        ("notes", "page 2", "I found no such place"),
        ("diary", "page two", "this is under Page Two."),
        ("notes", "150 %", "I found no such place"),
    ] {
        let told = told(&library, "read", Some(document), Some(from));
        assert!(told.contains(expected), "{document}, {from}: {told}");
    }
}

const PARTS: &str = "\
# The Glacier

A long valley, and nobody in it but the smith.

# PART ONE THE NORTH

## CHAPTER ONE

The smith forged a gate in the north.

## CHAPTER TWO

The gate was stolen by the miller's son.

# PART TWO THE SOUTH

## CHAPTER ONE

The miller's son sold the gate in the south.

## CHAPTER TWO THE EEL CATCHER'S OATH

Nobody ever saw the gate again, but for the eels.

# EPILOGUE

The smith forged another.
";

#[test]
fn a_place_is_found_however_it_is_typed() {
    let library = library(&[("glacier.md", PARTS)]);
    for (from, expected) in [
        ("the south", "sold the gate in the south"),
        ("part two", "sold the gate in the south"),
        ("eel catchers oath", "Nobody ever saw"),
        ("the eel catcher’s oath", "Nobody ever saw"),
        ("final chapter", "Nobody ever saw"),
        ("最後の章", "Nobody ever saw"),
        ("最后一章", "Nobody ever saw"),
        ("eighty percent", "Nobody ever saw"),
        ("achtzig Prozent", "Nobody ever saw"),
        ("half", "sold the gate"),
        ("halfway", "sold the gate"),
        ("die Hälfte", "sold the gate"),
        ("epilogue", "forged another"),
        ("Epilog", "forged another"),
        ("épilogue", "forged another"),
        ("エピローグ", "forged another"),
        ("page two", "I found no such place"),
    ] {
        let told = told(&library, "read", Some("glacier"), Some(from));
        assert!(told.contains(expected), "{from}: {told}");
    }
}

#[test]
fn several_words_of_a_title_open_that_text_and_no_number_among_them() {
    let library = library(&[
        (
            "tale.md",
            chapters("A Tale of Two Mills", &["Chapter I", "Chapter II"]),
        ),
        (
            "weir.md",
            chapters("The Weir", &["Two Eels", "The Tale of Mills"]),
        ),
    ]);
    for (from, expected) in [
        ("two mills", "this is under Chapter I."),
        ("two eels", "this is under Two Eels."),
        ("tale of mills", "this is under The Tale of Mills."),
        ("two mills chapter 2", "this is under Chapter II."),
    ] {
        let told = told(&library, "read", None, Some(from));
        assert!(told.contains(expected), "{from}: {told}");
    }
}

#[test]
fn where_several_texts_have_a_place_it_is_said_how_to_name_one_anywhere() {
    let tides = (1..8).map(|n| {
        let title = format!("Tide {n}; or, The Weir");
        (
            format!("tide{n}.md"),
            chapters(&title, &["Chapter I", "Chapter II"]),
        )
    });
    let library = library(&tides.collect::<Vec<_>>());
    let say = |said: &str| {
        let libraries = Libraries::from(&library);
        let reply = talk::reply_to_message(libraries, None, said, SETTING, Effort::default());
        reply.unwrap().content
    };

    let asked = say("chapter 2");
    assert!(asked.contains("as in “chapter 2, Tide 1”"), "{asked}");
    assert!(say("chapter 2, Tide 1").contains("this is under Chapter II."));
    let read = |from| told(&library, "read", None, Some(from));
    assert!(read("chapter 2").contains("as in “chapter 2, Tide 1”"));
    assert!(read("chapter 2, Tide 1").contains("this is under Chapter II."));
    for nowhere in ["chapter 9", "the purple walrus"] {
        assert!(read(nowhere).contains("no such place"), "{}", read(nowhere));
    }
}

#[test]
fn a_chapter_that_several_parts_have_is_listed_and_chosen_with_its_part() {
    let library = library(&[("glacier.md", PARTS)]);
    let told = told(&library, "library", Some("glacier"), None);
    for expected in [
        "PART ONE THE NORTH\\n\u{2003}CHAPTER ONE\\n\u{2003}CHAPTER TWO\\nPART TWO THE SOUTH\\n",
        "4 chapters",
        "\"PART ONE THE NORTH › CHAPTER ONE\"",
        "\"PART TWO THE SOUTH › CHAPTER ONE\"",
        "\"CHAPTER TWO\"",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }

    let typed = crate::pure::listed(&library, "from", "chapter");
    assert!(
        typed.contains(&"PART TWO THE SOUTH › CHAPTER ONE".to_owned()),
        "{typed:?}"
    );
}

#[test]
fn a_folder_stands_on_the_page_of_its_texts() {
    let text = |number: usize| {
        let folder = if number < 11 { "" } else { "sea/" };
        (
            format!("{folder}{number:02}.md"),
            format!("# Log {number}\n\nThe tide came.\n"),
        )
    };
    let files: Vec<(String, String)> = (0..30).map(text).collect();
    let library = library(&files);

    let request = request("library", "", None, None);
    let mut page = request.reply(&library, SETTING, Effort::default()).unwrap();
    assert!(
        page.content.contains("Log 10") && !page.content.contains("sea"),
        "{page:?}"
    );
    assert!(json(&page).contains("Page 2: sea/ … Log 21"), "{page:?}");

    for (first, last) in [("Log 11", "Log 21"), ("Log 22", "Log 29")] {
        let next = page
            .buttons()
            .find(|button| button.label.starts_with("Next"));
        let (action, state) = State::decode(&next.unwrap().custom_id).unwrap();
        let pressed = press(action, state, None, page, "");
        let Outcome::Update(next) = pressed.outcome(&library, Effort::default()).unwrap() else {
            panic!("{first}");
        };
        let head = format!("\n📁 sea\\/\n**{first}**");
        assert!(
            next.content.contains(&head) && next.content.contains(last),
            "{next:?}"
        );
        page = next;
    }
}

#[test]
fn places_of_one_name_in_several_texts_are_listed() {
    let library = library(&[
        (
            "a.md",
            chapters("The Mill", &["The Green Light", "Chapter II"]),
        ),
        (
            "b.md",
            chapters("The Ferry", &["A Light at Sea", "Chapter II"]),
        ),
        ("c.md", chapters("The Raft", &["Nobody", "The Reed"])),
    ]);
    let listed = told(&library, "read", None, Some("light"));
    for expected in [
        "Several places",
        "The Mill › The Green Light",
        "The Ferry › A Light at Sea",
        "Read 2",
    ] {
        assert!(listed.contains(expected), "{expected}: {listed}");
    }

    let request = request("read", "", None, Some("light".to_owned()));
    let list = request.reply(&library, SETTING, Effort::default()).unwrap();
    let second = list
        .buttons()
        .find(|button| button.label == "Read 2")
        .unwrap();
    let (action, state) = State::decode(&second.custom_id).unwrap();
    let press = press(action, state, Some("light".to_owned()), list.clone(), "");
    let read = shown(press.outcome(&library, Effort::default()).unwrap());
    assert!(
        read.contains("under A Light at Sea") && read.contains("The Ferry"),
        "{read}"
    );

    let one = told(&library, "read", None, Some("reed"));
    assert!(
        one.contains("under The Reed") && !one.contains("Several places"),
        "{one}"
    );
}

#[test]
fn a_text_is_found_by_a_name_that_the_list_would_offer() {
    let library = library(&[
        (
            "keeper.md",
            chapters("The Keeper of Port Isbel", &["One", "Two"]),
        ),
        (
            "x/notes.md",
            "# Notes on Chess\n\nA pawn moved.\n".to_owned(),
        ),
        (
            "y/notes.md",
            "# Notes on Rowing\n\nAn oar broke.\n".to_owned(),
        ),
    ]);
    for (document, expected) in [
        ("isbel keeper", "this is under One."),
        ("kepeer of port isbel", "this is under One."),
        (
            "notes on",
            "“notes on” fits more than one text: Notes on Chess, Notes on Rowing.",
        ),
        ("notse", "Notes on Chess, Notes on Rowing"),
        ("zeppelin", "I have no text called “zeppelin”"),
        ("???", "I have no text called “???”"),
    ] {
        let told = told(&library, "read", Some(document), None);
        assert!(told.contains(expected), "{document}: {told}");
    }
}

#[test]
fn texts_in_no_folder_stand_above_the_folders() {
    let library = library(&[
        ("clubs/chess.md", "# Chess\n\nA pawn moved.\n"),
        ("clubs/water/rowing.md", "# Rowing\n\nAn oar broke.\n"),
        ("clubs/zither.md", "# Zither\n\nA string broke.\n"),
        ("zebra.md", "# Zebra\n\nIt ran.\n"),
    ]);
    let listed = told(&library, "library", None, None);
    let order = [
        "**Zebra**",
        "📁 clubs\\\\/",
        "**Chess**",
        "**Zither**",
        "📁 clubs\\\\/water",
        "**Rowing**",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|name| {
            listed
                .find(name)
                .unwrap_or_else(|| panic!("{name}: {listed}"))
        })
        .collect();
    assert!(places.is_sorted(), "{listed}");
}

#[test]
fn a_search_says_how_often_words_stand_there_and_where_each_sentence_does() {
    let before =
        "The tide came in before noon, and the boats lay still in the harbour. ".repeat(12);
    let text = format!(
        "{before}A lamp, a lamp and one more lamp were lit by Tilda Orr.\n\n{before}A lamp went out.\n"
    );
    let library = library(&[("lamps.txt", &text)]);
    let asked = |command: &str, text: &str| {
        let request = request(command, text, None, None);
        json(&request.reply(&library, SETTING, Effort::default()).unwrap())
    };

    let found = asked("search", "lamp");
    assert!(
        found.contains("of 2, in 1 text · 4 times in all"),
        "{found}"
    );
    let once = asked("search", "lamp went");
    assert!(!once.contains("in all"), "{once}");
    let empty = asked("search", "@");
    assert!(empty.contains("Which words should I look for?"), "{empty}");

    // The place is that of the sentence, as where it is quoted, not that of its passage.
    let place = format!(
        "Lamps · {} %",
        text.find("A lamp, a").unwrap() * 100 / text.len()
    );
    let found = asked("search", "Tilda Orr");
    assert!(found.contains(&place), "{place}: {found}");
}

#[test]
fn a_title_and_a_place_are_read_together_and_an_author_names_a_text() {
    let text = |title: &str, author: &str, words: &str| {
        let body = chapters(title, &["Chapter I", "Chapter II"]).replace("the smith", words);
        format!("---\ntitle: {title}\nauthor: {author}\n---\n\n{body}")
    };
    let library = library(&[
        ("mill.md", text("The Mill; or, Bread", "Ada Quill", "Odile")),
        (
            "oars.md",
            text("A Year of Three Oars", "Tom Orrery", "Anselm"),
        ),
        (
            "fern.md",
            text("The Adventures of Fern Pike", "Mina Quay", "Fern"),
        ),
    ]);
    let (one, two) = ("this is under Chapter I.", "this is under Chapter II.");
    for (from, who, place) in [
        ("the mill", "Odile", one),
        ("The Mill; or, Bread", "Odile", one),
        ("mill chapter 2", "Odile", two),
        ("chapter 2 of the mill", "Odile", two),
        ("chapter 2, a year of 3 oars", "Anselm", two),
        ("A Year of Three Oars 2", "Anselm", two),
        ("fern pike chapter 2", "Fern", two),
        ("fern pike", "Fern", one),
        ("the end of a year of three oars", "Anselm", two),
        ("the mill by Ada Quill", "Odile", one),
    ] {
        let told = told(&library, "read", None, Some(from));
        let is_there = told.contains(&format!("{who} left")) && told.contains(place);
        assert!(is_there, "{from}: {told}");
    }
    for name in [
        "Orrery",
        "tom orrery",
        "three oars by Orrery",
        "year of 3 oars",
        "threeoars",
        "ayearofthree",
    ] {
        let told = told(&library, "read", Some(name), None);
        let is_there = told.contains("Anselm left");
        assert_eq!(is_there, name != "threeoars", "{name}: {told}");
    }
    assert!(told(&library, "library", Some("Quill"), None).contains("Chapter II"));
}
