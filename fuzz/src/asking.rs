//! Whatever is asked or pressed -> an answer that quotes what stands there, or a sentence that says
//! what is wrong. All of it on one small library: the sample story, and a text in each of three
//! other languages.

use std::fs;
use std::sync::LazyLock;

use pullquote::internals::UserError;
use pullquote::internals::cli::AskArgs;
use pullquote::internals::commands::batch::answer_lines;
use pullquote::internals::corpus::Corpus;
use pullquote::internals::engine::{Ask, Engine};
use pullquote::internals::index::Silent;
use pullquote::internals::locale::Locales;
use pullquote::internals::render::discord::card::Form;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::{Outcome, Press};
use pullquote::internals::reply::view::setting::{Offers, Setting};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::checks;

const TEXTS: [(&str, &str); 4] = [
    (
        "the-birth-of-aws.md",
        include_str!("../../corpus/the-birth-of-aws.md"),
    ),
    (
        "abroad/chaya.md",
        include_str!("../../tests/truth/languages/texts/chaya.md"),
    ),
    (
        "abroad/glockengiesser.md",
        include_str!("../../tests/truth/languages/texts/glockengiesser.md"),
    ),
    (
        "abroad/horloger.md",
        include_str!("../../tests/truth/languages/texts/horloger.md"),
    ),
];

/// Most characters of a button's `custom_id`; Discord takes no longer one.
const MAX_ID: usize = 100;

/// The library; what is open stays readable when its folder is gone.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for a library");
    let (corpus, index) = (folder.path().join("corpus"), folder.path().join("index"));
    fs::create_dir_all(corpus.join("abroad")).expect("a folder for texts");
    TEXTS
        .iter()
        .for_each(|(name, text)| fs::write(corpus.join(name), text).expect("a text"));
    Engine::open(&Corpus::here(&corpus), &index, Box::new(Silent)).expect("a library")
});

pub fn question(input: &[u8]) {
    match ENGINE.ask(Ask {
        question: &String::from_utf8_lossy(input),
        document: None,
        limit: 5,
    }) {
        Ok((library, answer)) => checks::answer(&library, &answer),
        Err(error) => assert!(error.is::<UserError>(), "no error of a person: {error:#}"),
    }
}

pub fn batch(input: &[u8]) {
    let mut lines = input.split(|byte| *byte == b'\n');
    let give = |reply: &str| {
        let line = lines.next().expect("an answer has a line");
        let reply = reply.strip_suffix('\n').expect("an answer is a line");
        let Ok(reply) = serde_json::from_str::<Value>(reply) else {
            // An id may be a number that no float can hold: it is given back as it came, and is
            // JSON.
            serde_json::from_str::<&RawValue>(reply)?;
            return Ok(());
        };
        let error = reply
            .get("error")
            .map(|error| error.as_str().expect("an error is a sentence"));
        match error {
            Some(error) => assert!(
                !error.is_empty() && !error.contains("unexpectedly"),
                "{error}"
            ),
            None => {
                checks::object(&ENGINE.library(), &reply);
                // A field that nobody asked for is not looked at, and may be anything.
                let line =
                    serde_json::from_slice(line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)).ok();
                let is_same = |line: Value| {
                    ["id", "question"]
                        .iter()
                        .all(|field| line[field] == reply[field])
                };
                assert!(line.is_none_or(is_same), "another line's answer: {reply}");
            }
        }
        Ok(())
    };
    answer_lines(&ENGINE, &AskArgs::default(), &mut &*input, give)
        .expect("every line has an answer");
    assert!(
        lines.next().unwrap_or_default().is_empty() && lines.next().is_none(),
        "every line has an answer"
    );
}

pub fn custom_id(input: &[u8]) {
    let id = String::from_utf8_lossy(input);
    let Some((action, state)) = State::decode(&id).filter(|_| id.len() <= MAX_ID) else {
        return;
    };
    assert_eq!(
        State::decode(&state.encode(action)),
        Some((action, state.clone())),
        "written and read again"
    );
    for (by, form) in [(state.asker, Form::Embed), (!state.asker, Form::Plain)] {
        let asked = Some("Who gave the green light for AWS?".to_owned());
        let (state, setting) = (
            state.clone(),
            Setting {
                asker: by,
                form,
                locales: Locales::ENGLISH,
                private: false,
                beneath: false,
                offers: Offers::NONE,
            },
        );
        let press = Press {
            action,
            asked,
            chosen: Some("p1".to_owned()),
            shown: Message::text("> A quote"),
            state,
            by,
            moderator: false,
            private: false,
            setting,
        };
        match press
            .outcome(&*ENGINE.library(), ENGINE.effort())
            .expect("a press has an outcome")
        {
            Outcome::Delete => assert!(press.is_own(), "deleted by somebody else"),
            Outcome::Update(message) | Outcome::Send(message) | Outcome::Post(_, message) => {
                for button in message.buttons() {
                    assert!(
                        State::decode(&button.custom_id).is_some()
                            && button.custom_id.len() <= MAX_ID
                    );
                }
            }
        }
    }
}
