//! What each kind of reply looks like, as it is sent: snapshots of whole messages.

use crate::world::HOSTILE;
use pullquote::index::{Library, Silent};
use pullquote::reader::Effort;
use pullquote::render::discord::card::Form;
use pullquote::render::discord::message::Message;
use pullquote::reply::press::{Outcome, Press};
use pullquote::reply::request::Request;
use pullquote::reply::show::Setting;
use pullquote::reply::state::{Action, State};

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

const EMBED: Setting = Setting {
    asker: 40,
    form: Form::Embed,
    private: false,
};

pub fn library() -> Library {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    for (name, text) in [
        ("ferry.md", STORY),
        ("hostile.txt", HOSTILE),
        ("plain.txt", PLAIN),
    ] {
        std::fs::write(corpus.join(name), text).unwrap();
    }
    // The index is mapped, so it can be read although its folder goes.
    pullquote::index::open(&corpus, &dir.path().join("index"), &Silent).unwrap()
}

fn request(name: &str, text: &str) -> Request {
    Request {
        name: name.to_owned(),
        text: text.to_owned(),
        document: None,
        from: None,
        private: false,
    }
}

fn json(message: &Message) -> String {
    let text = serde_json::to_string_pretty(message).unwrap();
    let mut parts = text.split("<t:");
    let first = parts.next().unwrap_or_default().to_owned();
    // When the texts were read is another time in each run.
    parts.fold(first, |out, part| {
        out + "<t:0" + part.trim_start_matches(|c: char| c.is_ascii_digit())
    })
}

macro_rules! snapshot {
    ($name:literal, $message:expr) => {
        insta::assert_snapshot!($name, json(&$message));
    };
}

#[test]
fn every_kind_of_reply() {
    let library = library();
    let told = |name, text, setting| {
        request(name, text)
            .reply(&library, setting, Effort::default())
            .unwrap()
    };
    snapshot!(
        "answer",
        told("ask", "Who had lost the key of his cash box?", EMBED)
    );
    snapshot!(
        "answer in plain text",
        told(
            "ask",
            "Who had lost the key of his cash box?",
            Setting {
                form: Form::Plain,
                ..EMBED
            }
        )
    );
    snapshot!(
        "private answer",
        told(
            "ask",
            "Who had lost the key of his cash box?",
            Setting {
                private: true,
                ..EMBED
            }
        )
    );
    snapshot!(
        "corrected answer",
        told("ask", "Who was the ferrymann with the cash box?", EMBED)
    );
    snapshot!(
        "closest passages",
        told(
            "ask",
            "Which zeppelin, kangaroo or volcano did the plumber inherit?",
            EMBED
        )
    );
    snapshot!(
        "nothing close",
        told("ask", "Zeppelin kangaroo volcano?", EMBED)
    );
    snapshot!("no question", told("ask", "?", EMBED));
    snapshot!("exact search", told("search", "the storm", EMBED));
    snapshot!("search by words", told("search", "storm plumber", EMBED));
    snapshot!("search in vain", told("search", "kangaroo", EMBED));
    snapshot!("hostile text", told("search", "zanzibar heading", EMBED));
    snapshot!("library", told("library", "", EMBED));
    snapshot!("help", told("help", "", EMBED));
    snapshot!("privacy", told("privacy", "", EMBED));
    let read = Request {
        document: Some("ferry".to_owned()),
        from: Some("storm".to_owned()),
        ..request("read", "")
    };
    snapshot!(
        "reading",
        read.reply(&library, EMBED, Effort::default()).unwrap()
    );
    snapshot!(
        "exact quotation",
        told(
            "Check this quote",
            "“It carried mail,  sheep and a piano teacher.”",
            EMBED
        )
    );
    snapshot!(
        "inexact quotation",
        told(
            "Check this quote",
            "It carried mail, goats and a piano.",
            EMBED
        )
    );
    snapshot!(
        "no quotation",
        told(
            "Check this quote",
            "Nothing of this kind was ever written anywhere.",
            EMBED
        )
    );
}

#[test]
fn what_buttons_do() {
    let library = library();
    let answer = request("ask", "Who had lost the key of his cash box?")
        .reply(&library, EMBED, Effort::default())
        .unwrap();
    let (_, state) = State::decode(&answer.components[0].components[0].custom_id).unwrap();
    let asked = Some("Who had lost the key of his cash box?".to_owned());
    let press = |action, state: &State, by| Press {
        action,
        state: state.clone(),
        asked: asked.clone(),
        by,
        moderator: false,
        private: false,
        setting: Setting { asker: by, ..EMBED },
    };
    let Outcome::Update(wider) = press(Action::Wider, &state, 40)
        .outcome(&library, Effort::default())
        .unwrap()
    else {
        panic!()
    };
    snapshot!("wider", wider);
    let Outcome::Send(copy) = press(Action::Later, &state, 41)
        .outcome(&library, Effort::default())
        .unwrap()
    else {
        panic!()
    };
    snapshot!("copy for somebody else", copy);
    let mut gone = state.clone();
    gone.view.document = Default::default();
    let Outcome::Send(changed) = press(Action::Later, &gone, 40)
        .outcome(&library, Effort::default())
        .unwrap()
    else {
        panic!()
    };
    snapshot!("changed text", changed);
    let Outcome::Send(refused) = press(Action::Delete, &state, 41)
        .outcome(&library, Effort::default())
        .unwrap()
    else {
        panic!()
    };
    snapshot!("somebody else deletes", refused);
}

#[test]
fn the_commands() {
    insta::assert_snapshot!(
        "commands",
        serde_json::to_string_pretty(&pullquote::reply::commands::table()).unwrap()
    );
}
