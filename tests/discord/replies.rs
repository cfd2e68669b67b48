//! What each kind of reply looks like, as it is sent: snapshots of whole messages.

use crate::pure::{self, SETTING};
use crate::world::HOSTILE;
use pullquote::internals::index::Library;
use pullquote::internals::locale::{Locale, Locales};
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::{Outcome, Press};
use pullquote::internals::reply::request::Request;
use pullquote::internals::reply::view::setting::Setting;
use serde_json::Value;

const STORY: &str = "\
# The Ferry

## The Crossing

The ferry Margarete crossed the strait of Holm every morning. It carried mail, sheep and a piano teacher. \
Nobody paid, because the ferryman had lost the key of his cash box.

## The Storm

In March a storm broke the mast. The piano teacher played until the harbour was in sight.
";
const PLAIN: &str =
    "A Plain Text\n\nThe plumber of Holm slept through the storm. He dreamt of a quiet sea.\n";

/// Verse, and prose that was set in narrow lines.
const SET: &str = "The Set Text\n\nThe wallaby was set in lines of fifty columns or so, as\nbooks of the last century are, and nobody reads on a\ntelephone what is broken twice.\n\nO wallaby of Holm,\nWhose lines must never end\nBut where the poet meant.\n";

pub fn library() -> Library {
    pure::library(&[
        ("ferry.md", STORY),
        ("hostile.txt", HOSTILE),
        ("plain.txt", PLAIN),
        ("set.txt", SET),
    ])
}

fn request(name: &str, text: &str) -> Request {
    Request {
        ids: vec![("ask".to_owned(), 77)],
        ..pure::request(name, text, None, None)
    }
}

fn json(message: &Message) -> String {
    serde_json::to_string_pretty(message).unwrap()
}

macro_rules! snapshot {
    ($name:literal, $message:expr) => {
        insta::assert_snapshot!($name, json(&$message));
    };
}

const QUESTION: &str = "Who had lost the key of his cash box?";

#[test]
fn every_kind_of_reply() {
    let library = library();
    let told = |name, text, setting| {
        let reply = request(name, text).reply(&library, setting, Effort::default());
        reply.unwrap()
    };
    let beneath = Setting {
        beneath: true,
        ..SETTING
    };
    let private = Setting {
        private: true,
        ..SETTING
    };

    snapshot!("answer", told("ask", QUESTION, SETTING));
    snapshot!(
        "answer beneath its question",
        told("ask", QUESTION, beneath)
    );
    snapshot!("private answer", told("ask", QUESTION, private));
    let misspelt = "Who was the ferrymann with the cash box?";
    snapshot!("corrected answer", told("ask", misspelt, SETTING));
    let unanswered = "Which zeppelin, kangaroo or volcano did the plumber inherit?";
    snapshot!("closest passages", told("ask", unanswered, SETTING));
    let nothing = "Zeppelin kangaroo volcano?";
    snapshot!("nothing close", told("ask", nothing, SETTING));
    snapshot!("no question", told("ask", "?", SETTING));
    snapshot!("small talk", told("ask", "Thank you so much!", SETTING));

    snapshot!("exact search", told("search", "the storm", SETTING));
    snapshot!("search in order", told("search", "plumber storm", SETTING));
    snapshot!("search by words", told("search", "storm plumber", SETTING));
    snapshot!(
        "search with a typing error",
        told("search", "ferrymann", SETTING)
    );
    snapshot!("search in vain", told("search", "kangaroo", SETTING));
    snapshot!("hostile text", told("search", "zanzibar list", SETTING));
    snapshot!("library", told("library", "", SETTING));
    snapshot!("help", told("help", "", SETTING));
    snapshot!("privacy", told("privacy", "", SETTING));

    let read = |document: &str, from: &str| {
        let request = Request {
            document: Some(document.to_owned()),
            from: Some(from.to_owned()),
            ..request("read", "")
        };
        request.reply(&library, SETTING, Effort::default()).unwrap()
    };
    snapshot!("reading", read("ferry", "storm"));
    snapshot!("reading lines", read("set", "wallaby"));
    let chapters = Request {
        document: Some("ferry".to_owned()),
        ..request("library", "")
    };
    let chapters = chapters.reply(&library, SETTING, Effort::default());
    snapshot!("chapters", chapters.unwrap());

    let exact = "“It carried mail,  sheep and a piano teacher.” — the ferryman";
    snapshot!("exact quotation", told("Check this quote", exact, private));
    let inexact = "It carried mail, goats and a piano teacher.";
    snapshot!(
        "inexact quotation",
        told("Check this quote", inexact, private)
    );
    let shortened = "The piano teacher played … in sight.";
    snapshot!(
        "shortened quotation",
        told("Check this quote", shortened, private)
    );
    let none = "Nothing of this kind was ever written anywhere.";
    snapshot!("no quotation", told("Check this quote", none, private));
}

/// A press on a message; the text of it is what Discord would give back.
fn press(message: &Message, label: &str, by: u64) -> Press {
    let button = message
        .buttons()
        .find(|button| button.label.contains(label));
    let button = button.unwrap_or_else(|| panic!("no {label}: {message:#?}"));
    let (action, state) = State::decode(&button.custom_id).unwrap();
    let private = message.is_private();
    Press {
        action,
        state,
        asked: pullquote::internals::render::discord::card::find_whole_question(&message.content),
        chosen: None,
        by,
        moderator: false,
        private,
        shown: message.clone(),
        setting: Setting {
            asker: by,
            private,
            ..SETTING
        },
    }
}

#[test]
fn what_buttons_do() {
    let library = library();
    let outcome = |press: Press| press.outcome(&library, Effort::default()).unwrap();
    let updated = |press| match outcome(press) {
        Outcome::Update(message) => message,
        other => panic!("{other:#?}"),
    };
    let sent = |press| match outcome(press) {
        Outcome::Send(message) => message,
        other => panic!("{other:#?}"),
    };
    let ask = |question: &str, setting| {
        let reply = request("ask", question).reply(&library, setting, Effort::default());
        reply.unwrap()
    };

    let answer = ask(QUESTION, SETTING);
    let context = updated(press(&answer, "Show context", 40));
    snapshot!("context", context);
    snapshot!("more context", updated(press(&context, "More", 40)));
    let copy = sent(press(&context, "Next", 41));
    snapshot!("copy for somebody else", copy);
    snapshot!("somebody else deletes", sent(press(&answer, "Delete", 41)));

    let mut gone = press(&answer, "Show context", 40);
    gone.state.matches[0].print = Default::default();
    snapshot!("changed text", sent(gone));

    let many = ask("Where was the piano teacher in the storm?", SETTING);
    let others = updated(press(&many, "Other passages", 40));
    snapshot!("other passages", others);
    let back = updated(press(&others, "Answer", 40));
    assert_eq!(back.content, many.content);

    let private = Setting {
        private: true,
        ..SETTING
    };
    let Outcome::Post(own, public) = outcome(press(&ask(QUESTION, private), "Post", 40)) else {
        panic!("it is posted");
    };
    snapshot!("what was posted", public);
    assert_eq!(own.buttons().last().unwrap().label, "Posted ✓");
}

/// The replies that the README shows, and how they look at their usual length.
#[test]
fn the_sample_story() {
    let library = pure::sample_story();
    let told = |name, text| {
        let reply = request(name, text).reply(&library, SETTING, Effort::default());
        reply.unwrap()
    };

    let answer = told("ask", "Who gave the green light for AWS?");
    snapshot!("sample answer", answer);
    let context = press(&answer, "Show context", 40);
    let Outcome::Update(context) = context.outcome(&library, Effort::default()).unwrap() else {
        panic!("it is the asker's own");
    };
    snapshot!("sample context", context);
    snapshot!(
        "sample no",
        told("ask", "Which university did Andy Jassy's sister attend?")
    );
    snapshot!("sample search", told("search", "two-pizza teams"));
    snapshot!("sample help", told("help", ""));
    let quotation = "Jeff Bezos, then Amazon's chief executive, gave a green light to AWS";
    snapshot!("sample quotation", told("Check this quote", quotation));
}

#[test]
fn a_passage_is_shown_by_the_rarest_words_that_fit() {
    let club = "The sailing club of Holm rows on Sundays, and the club sings on its way home.\n";
    let text = "The chess club meets in the room of the club, as no other club may. \
                Odile the treasurer keeps the box under her bed.\n";
    let library = pure::library(&[
        ("a.txt", text),
        ("b.txt", club),
        ("c.txt", club),
        ("d.txt", club),
        ("e.txt", club),
    ]);

    let asked = request(
        "ask",
        "How much did the treasurer of the club weigh in 1871?",
    );
    let reply = asked.reply(&library, SETTING, Effort::default()).unwrap();
    assert!(reply.content.contains("**treasurer**"), "{}", reply.content);
}

/// Takes out what is said in other languages, which stands in `locales/`.
fn in_english(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !name.ends_with("_localizations"));
            fields.values_mut().for_each(in_english);
        }
        Value::Array(list) => list.iter_mut().for_each(in_english),
        _ => {}
    }
}

#[test]
fn the_commands() {
    let mut table = Value::from(pullquote::internals::reply::commands::command_table());
    in_english(&mut table);
    insta::assert_snapshot!("commands", serde_json::to_string_pretty(&table).unwrap());
}

/// An answer, a no and the help, as those see them who speak another language.
#[test]
fn replies_in_every_other_language() {
    let library = library();
    for locale in Locale::ALL.into_iter().skip(1) {
        let setting = Setting {
            locales: Locales {
                member: locale,
                everyone: locale,
            },
            ..SETTING
        };
        let told = |name, text| {
            let reply = request(name, text).reply(&library, setting, Effort::default());
            reply.unwrap()
        };

        let tag = locale.tag();
        for (kind, message) in [
            ("answer", told("ask", QUESTION)),
            ("no", told("ask", "Which zeppelin did the plumber inherit?")),
            ("help", told("help", "")),
        ] {
            insta::assert_snapshot!(format!("{kind} in {tag}"), json(&message));
        }
    }
}
