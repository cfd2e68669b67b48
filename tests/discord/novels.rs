//! Answers from a novel, whose sentences go on and on: seen at once on a phone, with all of the
//! sentence one press away.

use pullquote::internals::index::Library;
use pullquote::internals::reader::{Effort, Reader, USUAL_PASSAGES};
use pullquote::internals::render::discord::height::{ANSWER, estimate_height};
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::state::{
    Action, Kind, Match, Print, State, Within, Words,
};
use pullquote::internals::reply::press::{Outcome, Press};
use pullquote::internals::reply::view::setting::Setting;

use crate::display::displayed;
use crate::pure::{SETTING, json, library, press, request};
use crate::world::{quoted, squeezed};

const NAME: &str = "skerry-vane.md";
const NOVEL: &str = include_str!("texts/skerry-vane.md");

fn novel() -> Library {
    library(&[(NAME, NOVEL)])
}

/// What a reply shows of the novel.
fn shown(message: &Message) -> String {
    let body = serde_json::from_str(&json(message)).unwrap();
    let text = quoted(&body).replace("_[…]_", "");
    squeezed(&displayed(&text).expect("only bold formatting"))
}

/// What comes of a press on a reply.
fn pressed(library: &Library, message: &Message, action: Action, setting: Setting) -> Message {
    let button = message.buttons().next().unwrap();
    let (_, state) = State::decode(&button.custom_id).unwrap();
    let (asked, text) = message.content.split_once('\n').unwrap();
    let asked = asked.strip_prefix("-# ").map(str::to_owned);
    let mut message = message.clone();
    if setting.beneath {
        message.content = text.to_owned();
    }
    let press = Press {
        setting,
        ..press(action, state, asked, message, "")
    };
    match press.outcome(library, Effort::default()).unwrap() {
        Outcome::Update(message) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_answers_in_a_long_sentence_stands_out() {
    let library = novel();
    let reader = Reader::shipped().unwrap();
    let effort = Effort {
        reader: Some(&reader),
        passages: USUAL_PASSAGES,
    };

    for (question, answer, begins) in [
        (
            "How much did Barnaby pay for the lugger?",
            "eleven guineas",
            "It was in the spring of that wet and windy year",
        ),
        (
            "What was the name of the cook?",
            "Tobias Quill",
            "Of the crossing I remember little",
        ),
        (
            "Why did Quill sing hymns to the kettle?",
            "water boiled the faster for being praised",
            "Of the crossing I remember little",
        ),
        ("How old was Anselm?", "nine years old", "The boy Anselm"),
        (
            "What did the keeper give to each of them to eat?",
            "a bowl of barley broth",
            "The keeper, a tall woman of sixty",
        ),
        (
            "What was the letter written on?",
            "upon the back of a bill for candles",
            "He told nobody why",
        ),
        (
            "Who gave the keeper the silver scissors?",
            "a shipwrecked dentist",
            "She kept the lamp for eleven winters more",
        ),
    ] {
        let asked = request("ask", question, None, None);
        let message = asked.reply(&library, SETTING, effort).unwrap();
        let context = pressed(&library, &message, Action::Context, SETTING);
        let bold = format!("**{begins}");
        assert!(context.content.contains(&bold), "{}", context.content);

        let beneath = Setting {
            beneath: true,
            ..SETTING
        };
        for setting in [SETTING, beneath] {
            let again = pressed(&library, &context, Action::Front, setting);
            assert!(setting.beneath || again.content == message.content);
            assert_set_around(&again, answer, begins);
        }
    }
}

/// A sentence of the novel is shown whole, with what answers in bold; if it is too high for a phone,
/// the rest of it is small, if it is so even then, all but the clause, and at last that as well.
fn assert_set_around(message: &Message, answer: &str, begins: &str) {
    let text = shown(message);
    let content = &message.content;
    assert!(squeezed(NOVEL).contains(&text), "{content}");
    assert!(text.starts_with(&squeezed(begins)), "{content}");
    assert!(text.ends_with('.') && !content.contains("[…]"), "{content}");

    let quote = content.lines().filter_map(|line| line.strip_prefix("> "));
    let (small, large): (Vec<&str>, Vec<&str>) = quote.partition(|line| line.starts_with("-# "));
    let loud = match large.as_slice() {
        [loud] => loud.strip_prefix("**"),
        [] => small.iter().find_map(|line| line.split("**").nth(1)),
        _ => None,
    };
    let loud = loud.unwrap_or_else(|| panic!("{content}"));
    assert!(loud.contains(answer), "{content}");
    // What answers may stand in two clauses.
    let is_least = !small.is_empty() && loud.matches(';').count() <= 2;
    assert!(estimate_height(message) <= ANSWER || is_least, "{content}");
}

/// The reply that quotes some sentences of a passage, and knows which of their words answer.
fn quote(library: &Library, first: &str, sentences: u8, answer: &str) -> Message {
    let at = NOVEL.find(first).unwrap();
    let from = NOVEL[at..].find(answer).unwrap();
    let sentence = pullquote::internals::sentences(
        NOVEL,
        at..at + NOVEL[at..].find("\n\n").unwrap(),
        pullquote::internals::Language::English,
    );
    let state = State {
        asker: SETTING.asker,
        kind: Kind::Answer,
        matches: vec![Match {
            document: Within::of(NAME),
            passage: 0,
            print: Print::of(&NOVEL[sentence[0].range.clone()]),
            sentences,
        }],
        answer: Some(Words {
            from: from as u32,
            length: answer.len() as u32,
        }),
        ..State::default()
    };

    let asked = Some("What became of them that night?".to_owned());
    let press = press(Action::Front, state, asked, Message::default(), "");
    match press.outcome(library, Effort::default()).unwrap() {
        Outcome::Update(message) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_several_sentences_those_are_shown_that_hold_the_answer() {
    let library = novel();
    for (first, sentences, answer, expected) in [
        (
            "On the fourth night the mast",
            3,
            "lashed the lantern to it",
            "The boy Anselm, who was nine years old, and who had been forbidden to leave the cabin, \
             crawled out upon the stump in the dark and lashed the lantern to it with his own two braces.",
        ),
        (
            "The boy Anselm",
            2,
            "eleven miles",
            "By that lantern the pilot of the mail-boat found us, an hour before the dawn, eleven miles \
             to the west of where we believed ourselves to be.",
        ),
        (
            "“A cow would have stayed",
            2,
            "we could have eaten her",
            "“A cow would have stayed where it was put. She would have given milk, and when she gave none we could have eaten her; whereas that boat \
             will eat us, Barnaby, plank by plank and sail by sail, until there is nothing left upon the \
             table but the bill.”",
        ),
        (
            "“Which of you lit that lamp?”",
            3,
            "as a spoon goes through an egg",
            "“Then it was the devil,” said he, “and I am obliged to him; for I had put my helm over, not \
             seeing you; in the half of a minute I should have gone through you as a spoon goes through \
             an egg, and never known until the morning why there was a Sunday coat hanging from my \
             bowsprit.”",
        ),
    ] {
        let message = quote(&library, first, sentences, answer);
        assert_eq!(shown(&message), squeezed(expected), "{}", message.content);
        let fits = estimate_height(&message) <= ANSWER;
        assert!(
            fits || message.content.contains("> -# "),
            "{}",
            message.content
        );
        let loud = message.content.split("**").nth(1).unwrap();
        assert!(loud.contains(answer), "{}", message.content);
    }
}

#[test]
fn a_long_sentence_that_words_alone_find_is_bold_as_a_whole() {
    let library = novel();
    for (question, begins) in [
        (
            "What did the keeper's blanket smell of?",
            "The keeper, a tall woman of sixty",
        ),
        (
            "Which hens were in the crate?",
            "Of the crossing I remember little",
        ),
    ] {
        let asked = request("ask", question, None, None);
        let message = asked.reply(&library, SETTING, Effort::default()).unwrap();
        let text = shown(&message);
        assert!(text.starts_with(&squeezed(begins)), "{text}");

        // Which of its clauses answers, nobody knows.
        let quote = message.content.lines();
        let quote: Vec<&str> = quote.filter_map(|line| line.strip_prefix("> ")).collect();
        assert!(
            matches!(quote[..], [line] if line.starts_with("**") && line.ends_with(".**")),
            "{quote:?}"
        );
    }
}
