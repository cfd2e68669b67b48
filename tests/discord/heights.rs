//! How much room replies take on a phone: a no that is read at a glance, a place in one line.

use pullquote::internals::index::Library;
use pullquote::internals::locale::{Locale, Locales};
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::card::find_shown_question;
use pullquote::internals::render::discord::height::{ANSWER, NO, estimate_height};
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::state::{Action, State};
use pullquote::internals::reply::press::{Outcome, Press};
use pullquote::internals::reply::view::setting::Setting;
use unicode_width::UnicodeWidthStr;

use crate::pure::{SETTING, library, press, request};

/// What is answered to a question, without looking at which buttons there are.
fn ask(library: &Library, question: &str) -> Message {
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

const TRUMPET: &str = "Beneath which pear tree of the rectory garden was the silver trumpet of the old town band buried?";

/// A parish where the trumpet is buried in a sentence so many times longer, and is spoken of again.
fn parish(times: usize) -> Library {
    let more = ", while the rain ran down his collar and nobody held the lamp".repeat(times);
    let text = format!(
        "# The Complete and Unabridged Chronicle of the Parish of Upper Wexcombe\n\n\
        ## Book the Second\n\n### The Silver Trumpet\n\n\
        The silver trumpet of the old town band was buried beneath the third pear tree of the rectory \
        garden{more}.\n\n\
        ### The Rain\n\nIn the rectory garden no pear tree was left, nor any trumpet of the old town band.\n"
    );
    library(&[("parish.md", text)])
}

/// What comes of a press on the button that does something, by the person who asked.
fn pressed(library: &Library, shown: &Message, action: Action, setting: Setting) -> Message {
    let mut states = shown
        .buttons()
        .filter_map(|one| State::decode(&one.custom_id));
    let (_, state) = states.find(|(does, _)| *does == action).unwrap();
    let asked = find_shown_question(&shown.content);
    let press = Press {
        setting,
        private: setting.private,
        ..press(action, state, asked, shown.clone(), "")
    };
    match press.outcome(library, Effort::default()).unwrap() {
        Outcome::Update(message) => message,
        other => panic!("{other:?}"),
    }
}

/// What a reply looks like, a line each: how high it is, what was asked, its quote, its place and its
/// buttons.
fn outline(message: &Message) -> String {
    let line = |line: &str| match line.strip_prefix("> ") {
        Some(quote) => {
            let size = if quote.starts_with("-# ") {
                "small"
            } else {
                "large"
            };
            let letters = quote.chars().count();
            let bold = quote
                .split("**")
                .nth(1)
                .map_or(0, |bold| bold.chars().count());
            format!("> {size}, {letters} letters, {bold} bold")
        }
        None => line.to_owned(),
    };
    let lines: Vec<String> = message.content.lines().map(line).collect();
    let labels = message.buttons().map(|one| format!("[{}]", one.label));
    let labels: Vec<String> = labels.collect();
    format!(
        "{} px\n{}\n{}\n",
        estimate_height(message),
        lines.join("\n"),
        labels.join(" ")
    )
}

#[test]
fn what_is_around_a_long_quote_gives_way_where_that_lets_it_fit() {
    let shown = (0..8).map(|times| outline(&ask(&parish(times), TRUMPET)));
    let shown: Vec<String> = shown.collect();
    insta::assert_snapshot!("answers of longer and longer sentences", shown.join("\n"));
}

#[test]
fn a_short_place_still_tells_the_chapter() {
    let more = ", while the rain ran down his collar and nobody held the lamp".repeat(3);
    for (other, needs_book) in [("Chapter VI", false), ("Chapter V", true)] {
        let text = format!(
            "# The Chronicle of the Parish of Upper Wexcombe\n\n## Book the First of Things Lost\n\n\
            ### {other}\n\nNothing happened.\n\n\
            ## Book the Second of Things Found\n\n### Chapter V\n\n\
            The sexton buried the silver trumpet beneath the pear tree{more}.\n"
        );
        let library = library(&[("parish.md", text)]);
        let question = "Who buried the silver trumpet beneath the pear tree in the rain, and who held the lamp?";

        let shown = ask(&library, question);
        let place = shown.content.lines().last().unwrap_or_default();
        assert!(
            place.starts_with("-# The Chron") && place.ends_with(" › Chapter V"),
            "{place}"
        );
        assert!(place.width() <= 40, "{}", outline(&shown));
        assert_eq!(place.contains("Book"), needs_book, "{place}");
    }
}

#[test]
fn an_answer_with_less_around_it_fits_and_leads_to_all_that_others_do() {
    for locale in Locale::ALL {
        for private in [false, true] {
            let setting = Setting {
                locales: Locales {
                    member: locale,
                    everyone: locale,
                },
                private,
                ..SETTING
            };
            let mut smaller = 0;
            for times in 0..8 {
                let library = parish(times);
                let asked = request("ask", TRUMPET, None, None);
                let shown = asked.reply(&library, setting, Effort::default()).unwrap();
                let is_whole = shown.buttons().count() == 3
                    && shown.content.contains("Book the Second")
                    && shown.content.contains(TRUMPET);
                assert!(is_whole || estimate_height(&shown) <= ANSWER, "{shown:?}");
                smaller += usize::from(!is_whole);

                let context = pressed(&library, &shown, Action::Context, setting);
                let others = pressed(&library, &context, Action::Others, setting);
                let again = pressed(&library, &others, Action::Front, setting);
                assert_eq!(again.content, shown.content);
                let ids = |message: &Message| message.buttons().count();
                assert_eq!(ids(&again), ids(&shown));
            }
            assert!(smaller > 0, "{locale:?}");
        }
    }
}
