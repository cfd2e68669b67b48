//! Whatever is asked, pressed, or written in a text: the reply is within Discord's limits, and what it
//! shows of the text stands there.

use crate::display::displayed;
use crate::standin::form::Form as Body;
use crate::standin::limits;
use crate::world::HOSTILE;
use proptest::prelude::*;
use pullquote::index::{Library, Silent};
use pullquote::reader::Effort;
use pullquote::render::discord::card::Form;
use pullquote::render::discord::message::Message;
use pullquote::reply::commands::names;
use pullquote::reply::press::{Outcome, Press};
use pullquote::reply::request::Request;
use pullquote::reply::show::Setting;
use pullquote::reply::state::{Action, Kind, State};
use std::sync::LazyLock;

/// Texts of every shape: hostile, of marks only, without spaces, of long sentences, with long names.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    let chapter = format!("CHAPTER 1. {}", "*_`".repeat(20));
    let texts = [
        ("hostile.txt", HOSTILE.to_owned()),
        (
            "marks.txt",
            format!(
                "Marks\n\nword {}\n\n{chapter}\n\n{}",
                "*_~|".repeat(2_000),
                "## > - ".repeat(500)
            ),
        ),
        (
            "endless.txt",
            format!("Endless\n\nword{}", "🦀wörd".repeat(1_500)),
        ),
        (
            "sentences.txt",
            format!(
                "{}\n\n{}",
                "Long ".repeat(10),
                format!("A word {}. ", "and a word ".repeat(150)).repeat(9)
            ),
        ),
        (
            &format!("{}.txt", "long-name-".repeat(20)),
            "A word stands here.".to_owned(),
        ),
    ];
    for (name, text) in texts {
        std::fs::write(corpus.join(name), text).unwrap();
    }
    pullquote::index::open(&corpus, &dir.path().join("index"), &Silent).unwrap()
});

fn assert_within(message: &Message) {
    let body = serde_json::to_value(message).unwrap();
    let mut form = Body::default();
    limits::message(&mut form, &body, "");
    assert!(
        form.problems.is_empty() && !limits::is_empty(&body, 0),
        "{:#?}\n{body:#}",
        form.problems
    );
}

/// What is shown of a text stands in it, byte for byte, between the marks of cuts.
fn assert_verbatim(message: &Message) {
    let Some(state) = state(message).filter(|s| s.view.count > 0 && s.kind != Kind::Library) else {
        return;
    };
    let Some(embed) = message.embeds.first() else {
        return;
    };
    let shown = embed
        .description
        .trim_start_matches("_[the sentence began before]_ ");
    let shown = displayed(shown.trim_end_matches(" _[the sentence goes on]_"))
        .expect("only bold formatting");
    let holds = |id| LIBRARY.full_text(id).unwrap().contains(&shown);
    assert!(
        (0..LIBRARY.documents().len() as u32).any(holds),
        "{:?}: {shown}",
        state.view
    );
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(
            &[
                "word",
                "a word",
                "*_~|",
                "🦀wörd",
                "the zanzibar heading",
                "A word stands here.",
                "\"word\""
            ][..]
        )
        .prop_map(str::to_owned),
        "\\PC{0,40}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.join(" "))
}

fn setting() -> impl Strategy<Value = Setting> {
    let form = prop_oneof![Just(Form::Embed), Just(Form::Plain)];
    (form, any::<bool>(), any::<u64>()).prop_map(|(form, private, asker)| Setting {
        asker,
        form,
        private,
    })
}

fn action() -> impl Strategy<Value = Action> {
    use Action::*;
    prop::sample::select(
        &[
            Earlier,
            Later,
            Next,
            Wider,
            Post,
            AskAgain,
            Open(0),
            Open(4),
            Open(9),
        ][..],
    )
}

/// What the buttons of a reply remember.
fn state(message: &Message) -> Option<State> {
    let button = message.components.first()?.components.first()?;
    State::decode(&button.custom_id).map(|(_, state)| state)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_reply_and_every_press_on_it(
        name in prop::sample::select(&names::ALL[..]),
        text in text(),
        document in prop::option::of(0..6usize),
        from in prop::option::of(text()),
        setting in setting(),
        presses in prop::collection::vec((action(), any::<bool>()), 0..8),
    ) {
        let documents = ["hostile", "marks", "endless", "sentences", "long-name", "none"];
        let document = document.map(|n| documents[n].to_owned());
        let request = Request { name: name.to_owned(), text: text.clone(), document, from, private: setting.private };
        let mut message = request.reply(&LIBRARY, setting, Effort::default()).unwrap();
        assert_within(&message);
        assert_verbatim(&message);
        for (action, own) in presses {
            let Some(state) = state(&message) else { break };
            let by = if own { state.asker } else { 7 };
            let private = message.is_private();
            let setting = Setting { asker: by, private, ..setting };
            let press = Press { action, state, asked: Some(text.clone()), by, moderator: false, private, setting };
            match press.outcome(&LIBRARY, Effort::default()).unwrap() {
                Outcome::Update(next) | Outcome::Send(next) => message = next,
                Outcome::Delete => break,
            }
            assert_within(&message);
            assert_verbatim(&message);
        }
    }

    #[test]
    fn a_press_that_no_button_of_ours_makes(
        action in action(), first: u32, count: u8, page: u16, more: bool, current: u8, setting in setting(),
    ) {
        let read = Request { name: "ask".to_owned(), text: "word".to_owned(), document: None, from: None, private: false };
        let Some(mut state) = state(&read.reply(&LIBRARY, setting, Effort::default()).unwrap()) else { return Ok(()) };
        (state.view.first, state.view.count, state.view.page) = (first, count, page);
        (state.view.more, state.current) = (more, current);
        let press = Press { action, state, asked: None, by: 1, moderator: false, private: false, setting };
        if let Outcome::Update(message) | Outcome::Send(message) = press.outcome(&LIBRARY, Effort::default()).unwrap() {
            assert_within(&message);
        }
    }
}
