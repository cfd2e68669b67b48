//! Whatever is asked, pressed, or written in a text: the reply is within Discord's limits, and what
//! it shows of the text stands there.

use crate::display::displayed;
use crate::pure::library;
use crate::world::{HOSTILE, quoted, squeezed};
use proptest::prelude::*;
use pullquote::internals::index::Library;
use pullquote::internals::locale::{Locale, Locales};
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::card::Form;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::render::discord::say;
use pullquote::internals::reply::commands::names;
use pullquote::internals::reply::memory::state::{Action, Kind, State, Words};
use pullquote::internals::reply::press::{Outcome, Press};
use pullquote::internals::reply::request::Request;
use pullquote::internals::reply::view::setting::{Offers, Setting};
use standin::form::Form as Body;
use standin::limits;
use std::sync::LazyLock;

/// Texts of every shape: hostile, of marks only, without spaces, of long sentences, with long
/// names.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let chapter = format!("CHAPTER 1. {}", "*_`".repeat(20));
    library(&[
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
    ])
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

/// What is shown of a text stands in it, letter for letter, between the marks of cuts; lines may be
/// joined.
fn assert_verbatim(message: &Message) {
    let body = serde_json::to_value(message).unwrap();
    let whole = quoted(&body).replace("_[…]_", "");
    let mut items = vec![String::new()];
    for line in whole.lines() {
        // Each item of a list is a quote of its own, behind its number.
        let item = line.split_once("\\. ");
        let item = item.filter(|(number, _)| number.parse::<u32>().is_ok());
        match (item, items.last_mut()) {
            (Some((_, text)), _) => items.push(text.to_owned()),
            (None, Some(last)) => *last += &format!("\n{line}"),
            (None, None) => {}
        }
    }
    // What somebody else wrote is a quote, too.
    let is_of_a_message = |locale| message.content.contains(&say::quote::in_message(locale));
    if Locale::ALL.into_iter().any(is_of_a_message) {
        return;
    }

    for item in items {
        let shown = squeezed(&displayed(&item).expect("only bold formatting"));
        let holds = |(id, _)| squeezed(LIBRARY.full_text(id).unwrap()).contains(&shown);
        assert!(LIBRARY.documents_with_ids().any(holds), "{shown}\n{body:#}");
    }
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
    let locale = || prop::sample::select(&Locale::ALL[..]);
    let locales = (locale(), locale()).prop_map(|(member, everyone)| Locales { member, everyone });
    (form, any::<(bool, bool)>(), any::<u64>(), locales).prop_map(
        |(form, (private, beneath), asker, locales)| Setting {
            asker,
            form,
            locales,
            private,
            beneath,
            offers: Offers::NONE,
        },
    )
}

fn action() -> impl Strategy<Value = Action> {
    use Action::*;
    prop::sample::select(
        &[
            Earlier,
            Later,
            Wider,
            Context,
            Others,
            Front,
            Choose,
            Post,
            AskAgain,
            Open(0),
            Open(4),
            Open(9),
            Hit(0),
            Hit(2),
        ][..],
    )
}

/// What the buttons of a reply remember.
fn state(message: &Message) -> Option<State> {
    let button = message.buttons().next()?;
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
        let request = Request { name: name.to_owned(), text: text.clone(), document, usual: None, from, private: setting.private, ids: vec![] };
        let mut message = request.reply(&*LIBRARY, setting, Effort::default()).unwrap();
        assert_within(&message);
        assert_verbatim(&message);
        for (action, own) in presses {
            let Some(state) = state(&message) else { break };
            let by = if own { state.asker } else { 7 };
            let private = message.is_private();
            let setting = Setting { asker: by, private, ..setting };
            let (asked, chosen) = (Some(text.clone()), Some("p1".to_owned()));
            let shown = message.clone();
            let press = Press { action, state, asked, chosen, by, moderator: false, private, shown, setting };
            match press.outcome(&*LIBRARY, Effort::default()).unwrap() {
                Outcome::Update(next) | Outcome::Send(next) | Outcome::Post(_, next) => message = next,
                Outcome::Delete => break,
            }
            assert_within(&message);
            assert_verbatim(&message);
        }
    }

    #[test]
    fn a_press_that_no_button_of_ours_makes(
        action in action(), first: u32, count in 0u8..16, page: u16, more: bool, current in 0u8..16, setting in setting(),
        document in prop::sample::select(&["marks", "endless", "sentences"][..]), answer in (0..3_000u32, 0..400u32),
    ) {
        let read = Request { name: "ask".to_owned(), text: "word".to_owned(), document: Some(document.to_owned()), usual: None, from: None, private: false, ids: vec![] };
        let Some(mut state) = state(&read.reply(&*LIBRARY, setting, Effort::default()).unwrap()) else { return Ok(()) };
        (state.view.first, state.view.count, state.view.page) = (first, count, page);
        (state.view.more, state.current) = (more, current);
        let (from, length) = answer;
        state.answer = Some(Words { from, length }).filter(|_| state.kind == Kind::Answer);
        let shown = Message::text("> word");
        let press = Press {
            action, state, asked: None, chosen: None, by: 1, moderator: false, private: false, shown, setting,
        };
        if let Outcome::Update(message) | Outcome::Send(message) = press.outcome(&*LIBRARY, Effort::default()).unwrap() {
            assert_within(&message);
            assert_verbatim(&message);
        }
    }
}
