//! How much room replies take on a phone: a no that is read at a glance, a place in one line.

use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::height::{NO, estimate_height};
use pullquote::internals::render::discord::message::Message;
use unicode_width::UnicodeWidthStr;

use crate::pure::{SETTING, library, request};

/// What is answered to a question, without looking at which buttons there are.
fn ask(library: &pullquote::internals::index::Library, question: &str) -> Message {
    let asked = request("ask", question, None, None);
    asked.reply(library, SETTING, Effort::default()).unwrap()
}

/// Columns of the lines that begin like this.
fn columns(message: &Message, mark: &str) -> Vec<usize> {
    let lines = message.content.lines();
    let lines = lines.filter_map(|line| line.strip_prefix(mark));
    lines.map(|line| line.replace("**", "").width()).collect()
}

/// A sentence about the herring of a year, so many times as long.
fn sentence(year: &str, times: usize) -> String {
    let more = ", and the barrels stood along the wall until the frost was gone".repeat(times);
    format!("In the year of the {year} the herring came late to the harbour{more}.\n\n")
}

#[test]
fn a_no_shows_no_more_sentences_than_a_phone_has_room_for() {
    for (lengths, most) in [
        ([0, 0, 0], 3),
        ([3, 3, 0], 2),
        ([3, 3, 3], 1),
        ([9, 9, 9], 1),
    ] {
        let years = ["comet", "comet plague", "comet plague fire"];
        let pieces = years.iter().zip(lengths);
        let filler = "Nobody in the village spoke about the old lighthouse again. ".repeat(6);
        let text: String = pieces
            .map(|(year, times)| sentence(year, times) + &filler + "\n\n")
            .collect();
        let library = library(&[("harbour.txt", format!("The Harbour\n\n{text}"))]);
        let question = "What did the dentist Quigley say to the herring about the comet?";

        let shown = ask(&library, question);
        let text = &shown.content;
        assert!(text.contains("not an answer"), "{text}");
        let read = shown.buttons().filter(|one| one.label.starts_with("Read"));
        assert_eq!(read.count(), most, "{text}");
        assert_eq!(columns(&shown, "> ").len(), most, "{text}");
        assert!(columns(&shown, "> ").iter().sum::<usize>() < 500, "{text}");
        let mut quoted = text.lines().filter(|line| line.starts_with("> "));
        assert!(quoted.all(|line| line.ends_with(['.', '_'])), "{text}");
    }
}

#[test]
fn a_no_with_long_names_shows_fewer_sentences() {
    let answered = |title: &str, chapter: &str| {
        let years = ["comet", "comet plague", "comet plague fire"];
        let filler = "Nobody in the village spoke about the old lighthouse again. ".repeat(6);
        let chapters = years.map(|year| {
            let told = sentence(year, 1);
            format!("## {chapter} {year}\n\n{told}{filler}\n\n")
        });
        let text = format!("# {title}\n\n{}", chapters.concat());
        let library = library(&[("harbour.md", text)]);
        ask(
            &library,
            "What did the dentist Quigley say to the herring about the comet?",
        )
    };

    for (title, chapter, most) in [
        ("Harbour", "Of the", 3),
        (
            "A True History of the Harbour",
            "CONCERNING WHAT WAS SEEN FROM THE CHURCH TOWER IN THE YEAR OF THE",
            2,
        ),
    ] {
        let shown = answered(title, chapter);
        assert_eq!(columns(&shown, "> ").len(), most, "{}", shown.content);
        assert!(estimate_height(&shown) <= NO, "{}", shown.content);
        let read = shown.buttons().filter(|one| one.label.starts_with("Read"));
        assert_eq!(read.count(), most, "{}", shown.content);
    }
}

#[test]
fn the_place_takes_one_line_where_it_can_and_keeps_its_chapter() {
    let sentence = "The sexton buried the silver trumpet beneath the third pear tree.";
    for (title, part, chapter, expected) in [
        (
            "The Complete and Unabridged Chronicle of the Parish of Upper Wexcombe",
            "",
            "The Silver Trumpet",
            "The Complete and… › The Silver Trumpet",
        ),
        (
            "Chronicle of the Parish of Upper Wexcombe",
            "Book the Second of Things That Were Lost and Found",
            "The Silver Trumpet",
            "Chronicle of the… › Book the Second of… › The Silver Trumpet",
        ),
        (
            "Chronicle",
            "",
            "The Silver Trumpet",
            "Chronicle › The Silver Trumpet",
        ),
        // What tells it from the volume beside it stays.
        (
            "Annals of the Seventeen Harbours of the Coast, Volume 12",
            "",
            "The Silver Trumpet",
            "Annals of… Volume 12 › The Silver Trumpet",
        ),
    ] {
        let part = Some(part).filter(|part| !part.is_empty());
        let part = part.map_or(String::new(), |part| format!("## {part}\n\nIt begins.\n\n"));
        let text = format!("# {title}\n\n{part}### {chapter}\n\n{sentence}\n");
        let other =
            "# Annals of the Seventeen Harbours of the Coast, Volume 1\n\nNothing happened.\n";
        let library = library(&[("one.md", text.as_str()), ("two.md", other)]);

        let shown = ask(&library, "Who buried the silver trumpet?");
        let place = shown.content.lines().last().unwrap_or_default();
        assert_eq!(place, format!("-# {expected}"), "{}", shown.content);
    }
}
