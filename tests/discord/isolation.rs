//! No byte of a server's own texts reaches another: whatever is asked, typed or pressed there, with
//! whatever ids.
//!
//! The text of the other server has words that stand nowhere else. What is asked may hold some of
//! them (whoever asks may know what the text is about), but never the secret ones beside them.

use std::sync::LazyLock;

use proptest::prelude::*;
use pullquote::internals::index::Library;
use pullquote::internals::locale::Locale;
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::autocomplete::suggest_choices;
use pullquote::internals::reply::commands::names;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::Press;
use pullquote::internals::reply::talk;
use pullquote::internals::servers::Libraries;

use crate::own_texts::{ELSEWHERE, HERE, two_servers};
use crate::pure::{SETTING, chapter, json, library, press, request, shown};
use crate::world::ask;
use standin::people::{MANAGE_GUILD, MEMBER};
use standin::{Exchange, Interaction};

/// A text with secrets of its own: `{}` stands for what tells it from others.
fn text(mark: &str) -> String {
    format!(
        "# The Book of {mark}

## The Moonstone of secret{mark}heading

The moonstone was hidden by Captain Secret{mark}name under the floor. Nobody knew that the key of secret{mark}key lay \
in the well. In 1872 the moonstone was sold for secret{mark}price crowns.

## The Ferry

The ferry of secret{mark}harbour sank in a storm, and forty secret{mark}animals swam ashore. The ferryman wept.

Moonstones are found in secret{mark}land only.
"
    )
}

static OURS: LazyLock<Library> = LazyLock::new(|| library(&[("10.md", text("ours"))]));
static THEIRS: LazyLock<Library> = LazyLock::new(|| {
    library(&[
        ("20.md", text("theirs")),
        ("21.txt", text("theirs").replace('#', "")),
        ("theirs/22.md", text("theirs").replace("ferry", "barge")),
    ])
});
static SHARED: LazyLock<Library> = LazyLock::new(|| {
    library(&[
        ("shared.md", text("shared")),
        (
            "a/notes.md",
            "# Notes\n\nThe moonstone is a feldspar.\n".to_owned(),
        ),
    ])
});

/// A line of a menu, and the message that a press is on.
static CHOSEN: LazyLock<String> = LazyLock::new(|| chapter(1, &["The Ferry"]));
fn before() -> Message {
    Message::text("> what was shown")
}

/// What the members of each server may read.
fn ours() -> Libraries<'static> {
    Libraries::new(Some(&OURS), Some(&SHARED))
}
fn theirs() -> Libraries<'static> {
    Libraries::new(Some(&THEIRS), Some(&SHARED))
}
fn nobodys() -> Libraries<'static> {
    Libraries::new(None, Some(&SHARED))
}

/// What the secret words end with; none of them is typed whole below.
const SECRETS: [&str; 7] = [
    "heading", "name", "key", "price", "harbour", "animals", "land",
];

/// Whether a secret of a text is in what is shown or remembered, in whatever case.
fn tells(shown: &str, mark: &str) -> bool {
    let shown = shown.to_lowercase();
    let mut secrets = SECRETS.iter().map(|end| format!("secret{mark}{end}"));
    secrets.any(|secret| shown.contains(&secret))
}

fn words() -> impl Strategy<Value = String> {
    let known = [
        "moonstone",
        "Who hid the moonstone?",
        "key",
        "1872",
        "ferry",
        "barge",
        "the ferryman wept",
        "The Book of theirs",
        "How long is The Book of theirs?",
        "What happens in chapter 1?",
        "20.md",
        "theirs/",
        "secret",
        "secrettheirs",
        "secrettheir",
        "sekrettheirskey",
        "secrettheirsnam",
        "Captain",
        "\"The moonstone was hidden by Captain\"",
        "hi",
        "own:",
        "shared:",
    ];
    let piece = prop::sample::select(known.to_vec()).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![6 => piece, 1 => "\\PC{0,12}"], 1..4)
        .prop_map(|pieces| pieces.join(" "))
}

/// The ids that the buttons of a server's messages have, and those behind its lists.
static THEIR_IDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut ids = Vec::new();
    for (name, text) in [
        (names::ASK, "Who hid the moonstone?"),
        (names::ASK, "Which zeppelin sank with the moonstone?"),
        (names::SEARCH, "moonstone"),
        (names::RANDOM, ""),
        (names::LIBRARY, ""),
        (
            names::CHECK,
            "The moonstone was hidden by Captain Secrettheirsname",
        ),
    ] {
        let message = request(name, text, None, None).reply(theirs(), SETTING, Effort::default());
        let message = message.unwrap();
        assert!(!json(&message).is_empty());
        ids.extend(message.buttons().map(|button| button.custom_id.clone()));
    }
    for choice in suggest_choices(
        theirs(),
        names::QUESTION,
        "moonstone",
        None,
        Locale::English,
    )
    .unwrap()
    {
        let id = choice.value.split(' ').next().unwrap_or_default();
        ids.extend(State::decode(id).map(|_| id.to_owned()));
    }
    assert!(ids.len() > 12, "{ids:?}");
    ids
});

/// An id of theirs, perhaps with a letter changed and another action.
fn id() -> impl Strategy<Value = String> {
    let any_id = (0..THEIR_IDS.len()).prop_map(|at| THEIR_IDS[at].clone());
    let letter = prop::sample::select("0123456789ABCJelwcofspda_-QZ".chars().collect::<Vec<_>>());
    let changes = prop::collection::vec((0usize..60, letter), 0..3);
    (any_id, changes).prop_map(|(id, changes)| {
        let mut letters: Vec<char> = id.chars().collect();
        for (at, letter) in changes {
            let at = at % letters.len();
            letters[at] = letter;
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_asked_or_typed_leads_to_another_servers_texts(
        name in prop::sample::select(&names::ALL[..]),
        text in prop_oneof![4 => words(), 1 => id()],
        document in prop::option::of(words()),
        from in prop::option::of(prop_oneof![words(), id()]),
    ) {
        for libraries in [ours(), nobodys()] {
            let request = request(name, &text, document.clone(), from.clone());
            let message = request.reply(libraries, SETTING, Effort::default()).unwrap();
            prop_assert!(!tells(&json(&message), "theirs"), "{message:#?}");

            let usual = document.as_deref();
            let said = talk::reply_to_message(libraries, usual, &text, SETTING, Effort::default()).unwrap();
            prop_assert!(!tells(&json(&said), "theirs"), "{said:#?}");

            for field in [names::QUESTION, names::DOCUMENT, names::FROM] {
                for choice in suggest_choices(libraries, field, &text, usual, Locale::English).unwrap() {
                    prop_assert!(!tells(&choice.name, "theirs"), "{choice:?}");
                }
            }
        }
    }

    #[test]
    fn no_button_leads_to_another_servers_texts(
        id in id(), asked in prop::option::of(words()), by in 40u64..42,
    ) {
        let Some((action, state)) = State::decode(&id) else { return Ok(()) };
        for libraries in [ours(), nobodys()] {
            let press = Press { by, ..press(action, state.clone(), asked.clone(), before(), &CHOSEN) };
            let outcome = shown(press.outcome(libraries, Effort::default()).unwrap());
            prop_assert!(!tells(&outcome, "theirs"), "{outcome}");
        }
    }
}

/// The same uses do lead to the texts where they are, or the tests above would show nothing.
#[test]
fn the_same_buttons_lead_to_the_texts_on_their_own_server() {
    let opened = THEIR_IDS.iter().filter(|id| {
        let (action, state) = State::decode(id).unwrap();
        let press = press(
            action,
            state,
            Some("moonstone".to_owned()),
            before(),
            &CHOSEN,
        );
        tells(
            &shown(press.outcome(theirs(), Effort::default()).unwrap()),
            "theirs",
        )
    });
    assert!(opened.count() > 8);

    for (name, text) in [
        (names::ASK, "Who hid the moonstone?"),
        (names::SEARCH, "moonstone"),
    ] {
        let request = request(name, text, None, None);
        let told = request.reply(ours(), SETTING, Effort::default()).unwrap();
        assert!(tells(&json(&told), "ours"), "{told:#?}");
    }
}

/// Discord never says that somebody is on another server than they are; whatever else an event
/// holds may be made up.
#[tokio::test]
async fn forged_presses_and_commands_from_another_server_show_nothing_of_it() {
    let world = two_servers().await;
    let _bot = world.start_with(&[
        ("PULLQUOTE_USER_LIMIT", "0"),
        ("PULLQUOTE_SERVER_LIMIT", "0"),
    ]);
    for (guild, mark) in [(HERE, "theirs"), (ELSEWHERE, "ours")] {
        let text = text(mark);
        let url = world.standin.keep("book.md", text.as_bytes());
        let add = Interaction::command("texts").subcommand("add").guild(guild);
        let add = add.attachment("file", "book.md", text.len() as u64, &url);
        world.told(add.permissions(MEMBER | MANAGE_GUILD)).await;
    }

    let question = "Who hid the moonstone?";
    let answer = world.told(ask(question)).await;
    assert!(tells(&answer.to_string(), "theirs"), "{answer:#}");
    let from_elsewhere = |event: &mut serde_json::Value| {
        event["guild_id"] = ELSEWHERE.to_string().into();
        event["guild"]["id"] = ELSEWHERE.to_string().into();
    };
    let told = |exchange: Exchange| async move { exchange.message().await.to_string() };

    let list = Interaction::command("library");
    let search = Interaction::command("search").option("text", "moonstone");
    let mut pressed = 0;
    for asked in [ask(question), search, list, Interaction::command("random")] {
        let exchange = world.standin.send(asked).await;
        let message = exchange.message().await;
        let forged = told(world.standin.forge(&exchange, from_elsewhere)).await;
        assert!(!tells(&forged, "theirs"), "{forged}");

        let buttons = standin::components(&message);
        for button in buttons.iter().filter(|button| button["type"] == 2) {
            let id = button["custom_id"].as_str().unwrap();
            // Posting shows what the message holds, and deleting takes it away.
            if id.starts_with("2p") || id.starts_with("2d") {
                continue;
            }
            // Somebody else's press leaves the message as it is.
            let press = Interaction::press(&message, id).user(77);
            let real = world.standin.send(press).await;
            real.message().await;
            let forged = world.standin.forge(&real, |event| {
                from_elsewhere(event);
                event["message"]["content"] = "-# moonstone".into();
                event["message"]["embeds"] = serde_json::json!([]);
                event["member"]["user"]["id"] = "78".into();
            });
            let forged = told(forged).await;
            assert!(!tells(&forged, "theirs"), "{id}: {forged}");
            pressed += 1;
        }
    }
    assert!(pressed > 3, "{pressed}");
}
