//! How far texts are open: nothing behind a gate is told, whatever is asked, typed or pressed, with
//! whatever ids.

use std::sync::LazyLock;

use proptest::prelude::*;
use pullquote::internals::DocumentId;
use pullquote::internals::index::Library;
use pullquote::internals::locale::Locale;
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::markdown::unescape;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::autocomplete::suggest_choices;
use pullquote::internals::reply::commands::names;
use pullquote::internals::reply::memory::state::{Action, State};
use pullquote::internals::reply::press::Outcome;
use pullquote::internals::reply::talk;
use pullquote::internals::section_after_chapter;
use pullquote::internals::servers::Libraries;

use crate::pure::{self, SETTING, json, library, press, request, sample_story};

/// A line of a menu that leads behind the gate.
static CHOSEN: LazyLock<String> =
    LazyLock::new(|| pure::chapter(5, &["Chapter 3: The secret3heading"]));

pub const CHAPTERS: u32 = 6;

/// A story whose chapters each have words that stand nowhere else: the secrets of the chapter.
pub fn story() -> String {
    let chapter = |n: u32| {
        format!(
            "# Chapter {n}: The secret{n}heading

The moonstone was moved by Captain Secret{n}name to the cellar. Nobody knew the key of secret{n}key, and the ferryman \
of secret{n}harbour wept.

## A part of secret{n}part

In 187{n} the moonstone was sold for secret{n}price crowns, and the moonstones secret{n}glittered. He walked, and she \
was walking{n}secretly home.

"
        )
    };
    format!(
        "A title page.\n\n{}",
        (1..=CHAPTERS).map(chapter).collect::<String>()
    )
}

static WHOLE: LazyLock<Library> = LazyLock::new(|| {
    library(&[
        (
            "a.md",
            "# Before\n\nThe moonstone is a feldspar. The barge sank.\n".to_owned(),
        ),
        ("f/story.md", story()),
        (
            "f/z.md",
            "# Behind\n\nA moonstone is not a diamond. The ferry sank.\n".to_owned(),
        ),
    ])
});

/// The library with the story open up to each chapter, from none on.
static OPEN: LazyLock<Vec<Library>> = LazyLock::new(|| {
    let story = WHOLE.find_document("f/story.md").unwrap();
    let open = |chapter| {
        let section = section_after_chapter(WHOLE.document(story).unwrap(), chapter);
        WHOLE.ending_before(&[(story, section, chapter)]).unwrap()
    };
    (0..=CHAPTERS).map(open).collect()
});

/// The first chapter whose secrets are told, of those behind `chapter`.
pub fn told(shown: &str, chapter: u32) -> Option<u32> {
    let shown = shown.to_lowercase();
    (chapter + 1..=CHAPTERS).find(|n| {
        let secrets = [
            "heading",
            "name",
            "key",
            "harbour",
            "part",
            "price",
            "glittered",
        ];
        let mut secrets = secrets.iter().map(|end| format!("secret{n}{end}"));
        secrets.any(|secret| shown.contains(&secret))
            || shown.contains(&format!("walking{n}secretly"))
    })
}

fn words() -> impl Strategy<Value = String> {
    let known = [
        "moonstone",
        "Who moved the moonstone?",
        "Who moved the moonstone in chapter 5?",
        "key",
        "1874",
        "ferryman wept",
        "What happens in chapter 6?",
        "How long is the story?",
        "chapter 4",
        "ch. VI",
        "90 %",
        "100 %",
        "story",
        "f/",
        "secret",
        "secret5heading",
        "What is a part of secret5part?",
        "Is there chapter 6: the secret6heading?",
        "secret6nam",
        "secret4pric",
        "wakling5secretly",
        "walking6secret",
        "Captain Secret",
        "\"The moonstone was moved by Captain\"",
        "moonstones glittered. In the cellar nobody knew the key",
        "zeppelin",
        "hello",
    ];
    let piece = prop::sample::select(known.to_vec()).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![8 => piece, 1 => "\\PC{0,12}"], 1..4)
        .prop_map(|pieces| pieces.join(" "))
}

/// What is shown of the whole library, with buttons that lead everywhere.
static SHOWN: LazyLock<Vec<Message>> = LazyLock::new(|| {
    let mut shown = Vec::new();
    let mut uses = vec![
        request(names::ASK, "Who moved the moonstone?", None, None),
        request(
            names::ASK,
            "Which zeppelin sank with the moonstone?",
            None,
            None,
        ),
        request(names::SEARCH, "moonstone", None, None),
        request(names::LIBRARY, "", Some("story".to_owned()), None),
        request(
            names::CHECK,
            "Nobody knew the key of secret5key, and the ferryman",
            None,
            None,
        ),
    ];
    for n in 1..=CHAPTERS {
        let from = Some(format!("chapter {n}"));
        uses.push(request(names::READ, "", Some("story".to_owned()), from));
        let question = format!("Who knew the key of secret{n}key?");
        uses.push(request(names::ASK, &question, None, None));
    }
    for one in uses {
        shown.push(one.reply(&*WHOLE, SETTING, Effort::default()).unwrap());
    }
    shown
});

/// An id of a button there, perhaps with letters changed.
fn id() -> impl Strategy<Value = String> {
    let ids: Vec<String> = SHOWN
        .iter()
        .flat_map(|message| message.buttons().map(|b| b.custom_id.clone()))
        .collect();
    assert!(ids.len() > 30);
    let letters: Vec<char> = "0123456789ABCJelwcofspda_-QZ".chars().collect();
    let changes = prop::collection::vec((0usize..60, prop::sample::select(letters)), 0..3);
    (prop::sample::select(ids), changes).prop_map(|(id, changes)| {
        let mut letters: Vec<char> = id.chars().collect();
        for (at, letter) in changes {
            let at = at % letters.len();
            letters[at] = letter;
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_asked_or_typed_leads_behind_a_gate(
        chapter in 0..=CHAPTERS,
        own: bool,
        name in prop::sample::select(&names::ALL[..]),
        text in prop_oneof![5 => words(), 1 => id()],
        document in prop::option::of(words()),
        from in prop::option::of(prop_oneof![words(), id()]),
    ) {
        let library = &OPEN[chapter as usize];
        let libraries = match own {
            true => Libraries::new(Some(library), None),
            false => Libraries::from(library),
        };
        // What they typed themselves is no news to them.
        let typed = [Some(&text), document.as_ref(), from.as_ref()];
        let typed: String = typed.into_iter().flatten().cloned().collect();
        prop_assume!(told(&typed, 0).is_none());

        let message = request(name, &text, document.clone(), from.clone());
        let message = message.reply(libraries, SETTING, Effort::default()).unwrap();
        prop_assert_eq!(told(&json(&message), chapter), None, "{:#?}", message);
        for button in message.buttons() {
            let Some((action, state)) = State::decode(&button.custom_id) else { continue };
            let press = press(action, state, Some(text.clone()), message.clone(), &CHOSEN);
            let next = pure::shown(press.outcome(libraries, Effort::default()).unwrap());
            prop_assert_eq!(told(&next, chapter), None, "{}", next);
        }

        let usual = document.as_deref();
        let said = talk::reply_to_message(libraries, usual, &text, SETTING, Effort::default()).unwrap();
        prop_assert_eq!(told(&json(&said), chapter), None, "{:#?}", said);
        for field in [names::QUESTION, names::DOCUMENT, names::FROM] {
            for choice in suggest_choices(libraries, field, &text, usual, Locale::English).unwrap() {
                prop_assert_eq!(told(&choice.name, chapter), None, "{:?}", choice);
            }
        }
    }

    #[test]
    fn no_button_leads_behind_a_gate(
        chapter in 0..=CHAPTERS, id in id(), asked in prop::option::of(words()), shown in 0..SHOWN.len(),
    ) {
        let Some((action, state)) = State::decode(&id) else { return Ok(()) };
        prop_assume!(asked.as_deref().is_none_or(|asked| told(asked, 0).is_none()));
        let library = &OPEN[chapter as usize];
        // What a message shows already is not news; posting it is tried below.
        let shown = if action == Action::Post { Message::text("> nothing") } else { SHOWN[shown].clone() };
        // A question says what its asker knew.
        let question = pullquote::internals::render::discord::card::find_whole_question(&shown.content);
        let press = press(action, state, asked, shown, &CHOSEN);
        let outcome = pure::shown(press.outcome(library, Effort::default()).unwrap());
        let outcome = outcome.replace(question.as_deref().unwrap_or("\0"), "");
        prop_assert_eq!(told(&outcome, chapter), None, "{}", outcome);
    }
}

#[test]
fn what_was_shown_before_is_posted_only_as_far_as_it_is_open() {
    let mut posted = 0;
    for message in SHOWN.iter() {
        let Some((_, state)) = message.buttons().find_map(|b| State::decode(&b.custom_id)) else {
            continue;
        };
        let asked =
            pullquote::internals::render::discord::card::find_whole_question(&message.content);
        for chapter in 0..=CHAPTERS {
            let library = &OPEN[chapter as usize];
            let press = press(
                Action::Post,
                state.clone(),
                asked.clone(),
                message.clone(),
                &CHOSEN,
            );
            let outcome = press.outcome(library, Effort::default()).unwrap();
            posted += usize::from(matches!(outcome, Outcome::Post(..)));
            let shown = pure::shown(outcome);
            // A question says what its asker knew.
            let shown = shown.replace(asked.as_deref().unwrap_or("\0"), "");
            assert_eq!(told(&shown, chapter), None, "{shown}");
        }
    }
    assert!(posted > 20, "{posted}");
}

/// The sample story, where everything is as in a real text: what is asked are words of the
/// sentences behind the gate.
#[test]
fn no_sentence_of_the_sample_story_is_told_before_its_time() {
    let whole = sample_story();
    let info = &whole.documents()[0];
    let text = whole.full_text(DocumentId(0)).unwrap();
    let sentences: Vec<_> = (info.sentences.clone())
        .map(|row| whole.sentence(row).unwrap().range)
        .collect();

    for number in [0, 1, 4, 9] {
        let section = section_after_chapter(info, number);
        let end = info.sections[section].start;
        let library = whole
            .ending_before(&[(DocumentId(0), section, number)])
            .unwrap();
        let hidden: Vec<&str> = sentences
            .iter()
            .filter(|range| range.start >= end)
            .map(|range| &text[range.clone()])
            .filter(|sentence| sentence.len() > start_of(sentence) + 30)
            .collect();
        assert!(hidden.len() > 50, "{number}");

        assert_eq!(leaked(&library, &hidden), 0, "{number}");
        // The same in the whole library, or this would show nothing.
        assert!(leaked(&whole, &hidden) > 10, "{number}");
    }
}

/// Asks for sentences in many ways, and counts how many of the questions showed one.
fn leaked(library: &Library, hidden: &[&str]) -> usize {
    let shows_some = |asked: &&&str| {
        let start: String = asked.split(' ').take(6).collect::<Vec<_>>().join(" ");
        let mut shown = String::new();
        for name in [
            names::ASK,
            names::SEARCH,
            names::FIND,
            names::CHECK,
            names::READ,
        ] {
            let message = request(name, &start, None, Some(start.clone()));
            let message = message.reply(library, SETTING, Effort::default()).unwrap();
            shown += &unescape(&json(&message));
            for button in message.buttons() {
                let Some((action, state)) = State::decode(&button.custom_id) else {
                    continue;
                };
                let press = press(action, state, Some(start.clone()), message.clone(), &CHOSEN);
                let outcome = press.outcome(library, Effort::default()).unwrap();
                shown += &unescape(&pure::shown(outcome));
            }
        }
        for choice in
            suggest_choices(library, names::QUESTION, &start, None, Locale::English).unwrap()
        {
            shown += &choice.name;
        }

        let shown = shown.replace("**", "");
        let is_shown = |sentence: &&str| shown.contains(&sentence[start_of(sentence)..]);
        hidden.iter().any(is_shown)
    };
    let asked = hidden.iter().step_by(hidden.len() / 20);
    asked.filter(shows_some).count()
}

/// Where the part of a sentence begins that nobody has typed above.
fn start_of(sentence: &str) -> usize {
    let spaces = sentence.match_indices(' ').map(|(at, _)| at);
    spaces.take(6).last().unwrap_or_default()
}

#[test]
fn what_is_open_is_told_as_ever() {
    for chapter in 0..=CHAPTERS {
        let library = &OPEN[chapter as usize];
        for n in 1..=CHAPTERS {
            let question = format!("Who knew the key of secret{n}key?");
            let message = request(names::ASK, &question, None, None);
            let message = message.reply(library, SETTING, Effort::default()).unwrap();
            let is_told = message.answers == Some(true);
            assert_eq!(is_told, n <= chapter, "{n} of {chapter}: {message:#?}");
        }
        // What stands behind the story in the library is as open as what stands before it.
        let message = request(names::SEARCH, "not a diamond", None, None);
        let message = message.reply(library, SETTING, Effort::default()).unwrap();
        assert!(json(&message).contains("**not a diamond**"), "{message:#?}");
    }
}
