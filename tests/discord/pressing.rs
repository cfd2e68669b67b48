//! Every button: by the asker, by others, a restart later, and when the text has changed.

use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::Outcome;

use crate::display::displayed;
use crate::pure::{self, SETTING, library, request};
use crate::world::{
    World, ask, assert_stopped, has_button, is_private, labels, press, quoted, small_print,
    squeezed, whole,
};
use serde_json::Value;
use standin::Interaction;

const QUESTION: &str = "Who sued because of the fog bell?";
const MANAGE_MESSAGES: u64 = 1 << 13;

#[tokio::test]
async fn reading_on_and_back_goes_through_the_whole_text() {
    let world = World::new().await;
    let _bot = world.start();
    let mut message = world
        .told(Interaction::command("read").option("document", "lighthouse.txt"))
        .await;
    let mut read = vec![quoted(&message)];
    assert!(!has_button(&message, "Back"));
    while has_button(&message, "Next") {
        message = world.told(press(&message, "Next")).await;
        read.push(quoted(&message));
    }
    let text = std::fs::read_to_string(world.corpus().join("lighthouse.txt")).unwrap();
    let text = squeezed(&text);
    let mut rest = text.as_str();
    for passage in &read {
        let shown = squeezed(&displayed(passage).unwrap());
        let at = rest
            .find(&shown)
            .expect("in the text, and behind what came before");
        assert!(at < 200, "nothing but a title is left out");
        rest = &rest[at + shown.len()..];
    }
    assert!(rest.is_empty() && read.len() > 3);
    while has_button(&message, "Back") {
        message = world.told(press(&message, "Back")).await;
    }
    assert_eq!(quoted(&message), read[0]);
}

#[test]
fn buttons_find_a_text_again_that_was_renamed() {
    let sentence = |n: u32| format!("Gull {n} sat on the quay and looked at boat {n} for a while.");
    let gulls: Vec<String> = (100..160).map(sentence).collect();
    let gulls = format!("# Gulls\n\n{}\n", gulls.join(" "));
    let other = "# Tides\n\nThe tide came in and went out again, as tides do.\n".to_owned();
    let texts = |name: &str| {
        [
            (name.to_owned(), gulls.clone()),
            ("tides.md".to_owned(), other.clone()),
        ]
    };
    let before = library(&texts("gulls.md"));
    let after = library(&texts("birds/seagulls.md"));

    let ask = |command: &str, text: &str, from: Option<&str>| {
        let request = request(
            command,
            text,
            Some("gulls".to_owned()),
            from.map(str::to_owned),
        );
        request.reply(&before, SETTING, Effort::default()).unwrap()
    };
    let press_in = |message: &Message, label: &str, asked: &str| {
        let buttons = message.components.iter().flat_map(|row| &row.components);
        let json = serde_json::to_value(buttons.collect::<Vec<_>>()).unwrap();
        let id = json
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["label"].as_str().is_some_and(|own| own.contains(label)));
        let (action, state) = State::decode(id.unwrap()["custom_id"].as_str().unwrap()).unwrap();
        let press = pure::press(action, state, Some(asked.to_owned()), message.clone(), "");
        match press.outcome(&after, Effort::default()).unwrap() {
            Outcome::Update(message) => message,
            other => panic!("{label}: {other:?}"),
        }
    };

    let question = "What did gull 130 look at?";
    let context = press_in(&ask("ask", question, None), "Show context", question);
    assert!(
        context.content.contains("**Gull 130 sat"),
        "{}",
        context.content
    );
    let next = press_in(&ask("read", "", Some("40 %")), "Next", "");
    assert!(next.content.contains("-# Gulls"), "{}", next.content);

    let page = press_in(
        &ask("search", "sat on the quay", None),
        "Next",
        "sat on the quay",
    );
    assert!(page.content.contains("4–6 of 12"), "{}", page.content);
    let hit = press_in(&page, "Read 5", "sat on the quay");
    let list = press_in(&hit, "List", "sat on the quay");
    assert!(list.content.contains("4–6 of 12"), "{}", list.content);
}

#[tokio::test]
async fn an_answer_leads_to_its_context_and_to_other_passages() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let context = world.told(press(&answer, "Show context")).await;
    let quote = quoted(&answer);
    assert!(quoted(&context).contains(&quote) && quoted(&context) != quote);
    let place = |message: &Value| small_print(message).lines().last().unwrap().to_owned();
    assert!(place(&context).contains("Skarrow Point"));
    // However much is shown, the place is that of the quote.
    let wider = world.told(press(&context, "More")).await;
    assert!(quoted(&wider).len() > quoted(&context).len());
    assert_eq!(place(&wider), place(&answer));
    assert!(small_print(&wider).starts_with(QUESTION));

    let many = world.told(ask("What did the keepers do?")).await;
    let others = world.told(press(&many, "Other passages")).await;
    assert!(quoted(&others).starts_with("1\\. "), "{others:#}");
    let one = world.told(press(&others, "Read 1")).await;
    assert!(quoted(&one).contains("**"), "{one:#}");
    let others_again = world.told(press(&one, "Other passages")).await;
    assert_eq!(whole(&others_again), whole(&others));
    let back = world.told(press(&others_again, "Answer")).await;
    assert_eq!(whole(&back), whole(&many));
}

#[tokio::test]
async fn a_search_goes_from_page_to_page_and_into_the_text() {
    let world = World::new().await;
    let _bot = world.start();
    let search = |text: &str| Interaction::command("search").option("text", text);
    let one = world.told(search("the museum")).await;
    assert!(whole(&one).contains("1 of 1, in 1 text"), "{one:#}");

    let mut message = world.told(search("in the")).await;
    let first = whole(&message);
    let mut seen = Vec::new();
    loop {
        for item in quoted(&message).lines() {
            assert!(item.to_lowercase().contains("**in the**"), "{item}");
            seen.push(item.to_owned());
        }
        if !has_button(&message, "Next") {
            break;
        }
        message = world.told(press(&message, "Next")).await;
    }
    assert!(seen.len() > 3 && whole(&message).contains(&format!("of {}", seen.len())));

    let label = format!("Read {}", seen.len());
    let read = world.told(press(&message, &label)).await;
    assert!(quoted(&read).to_lowercase().contains("**in the**"));
    let list = world.told(press(&read, "List")).await;
    assert_eq!(whole(&list), whole(&message), "the page that it is on");
    let mut message = list;
    while has_button(&message, "Back") {
        message = world.told(press(&message, "Back")).await;
    }
    assert_eq!(whole(&message), first);
}

const UNANSWERED: &str = "What did the lighthouse astronaut eat on Jupiter with Napoleon?";

#[tokio::test]
async fn a_closest_passage_is_read_and_still_called_no_answer() {
    let world = World::new().await;
    let _bot = world.start();
    let message = world.told(ask(UNANSWERED)).await;
    let opened = world.told(press(&message, "Read 1")).await;
    assert!(whole(&opened).contains("not an answer"), "{opened:#}");
    assert_eq!(opened["id"], message["id"]);
    let list = world.told(press(&opened, "List")).await;
    assert_eq!(whole(&list), whole(&message));
}

#[tokio::test]
async fn what_one_person_sees_can_be_posted_and_says_by_whom() {
    let world = World::new().await;
    let _bot = world.start();
    for question in [QUESTION, UNANSWERED] {
        let private = world.told(ask(question).option("private", true)).await;
        let exchange = world.standin.send(press(&private, "Post")).await;
        let posted = exchange.followup(0).await;
        assert!(!is_private(&posted) && posted["id"] != private["id"]);
        let shared = format!("{}\n-# Shared by <@40>", whole(&private));
        assert_eq!(whole(&posted), shared);
        assert!(labels(&posted).contains(&"Delete".to_owned()));

        let own = exchange.message().await;
        assert!(has_button(&own, "Posted ✓") && own["id"] == private["id"]);
        world.standin.send(press(&posted, "Delete")).await;
        world.standin.deleted(&posted).await;
    }
}

#[tokio::test]
async fn another_members_press_gives_them_a_copy_of_their_own() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let answer = world.told(press(&answer, "Show context")).await;
    let copy = world.told(press(&answer, "Next").user(41)).await;
    assert!(is_private(&copy) && copy["id"] != answer["id"], "{copy:#}");
    assert_ne!(quoted(&copy), quoted(&answer));
    let further = world.told(press(&copy, "Back").user(41)).await;
    assert_eq!(
        (&further["id"], quoted(&further)),
        (&copy["id"], quoted(&answer))
    );
    let asker = world.told(press(&answer, "More")).await;
    assert_eq!(asker["id"], answer["id"]);
}

#[tokio::test]
async fn the_asker_and_moderators_delete() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let refused = world.standin.send(press(&answer, "Delete").user(41)).await;
    let refused = refused.response().await;
    assert_eq!(
        (refused.kind, refused.data["flags"].as_u64()),
        (4, Some(64))
    );
    assert!(
        world
            .standin
            .message(answer["id"].as_str().unwrap())
            .is_some()
    );
    world.standin.send(press(&answer, "Delete")).await;
    world.standin.deleted(&answer).await;
    let answer = world.told(ask(QUESTION)).await;
    world
        .standin
        .send(
            press(&answer, "Delete")
                .user(41)
                .permissions(MANAGE_MESSAGES),
        )
        .await;
    world.standin.deleted(&answer).await;
}

#[tokio::test]
async fn buttons_work_after_a_restart() {
    let world = World::new().await;
    let bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let search = world
        .told(Interaction::command("search").option("text", "in the"))
        .await;
    let library = world.told(Interaction::command("library")).await;
    assert_stopped(bot.stop().await);
    std::fs::remove_dir_all(world.index()).unwrap(); // even the index is another one
    let bot = world.start();
    bot.line("ready").await;
    let context = world.told(press(&answer, "Show context")).await;
    assert!(quoted(&context).contains("**A fog bell"), "{context:#}");
    assert!(whole(&world.told(press(&search, "Next")).await).contains("4–6 of"));
    world.standin.send(press(&library, "Delete")).await;
    world.standin.deleted(&library).await;
}

#[tokio::test]
async fn an_edit_elsewhere_in_the_text_is_no_matter_and_one_of_the_sentence_is_said() {
    let world = World::new().await;
    let bot = world.start();
    let answer = world
        .told(ask(QUESTION).option("document", "lighthouse"))
        .await;
    let context = world.told(press(&answer, "Show context")).await;
    let answer = world.told(ask(QUESTION)).await;
    bot.stop().await;

    // What is added before it and behind it moves the sentence, but it is the same.
    let text = std::fs::read_to_string(world.corpus().join("lighthouse.txt")).unwrap();
    let (title, rest) = text.split_once('\n').unwrap();
    let before = "A new paragraph stands here, of a dozen words or so in all.";
    let edited = format!("{title}\n\n{before}\n\n{before}\n{rest}\n\nAnd one at the end.\n");
    world.write("lighthouse.txt", &edited);
    let first = "A new one\n\nIt stands before all others and moves their numbers.\n";
    world.write("a-new-one.txt", first);
    let bot = world.start();
    bot.line("ready").await;
    let wider = world.told(press(&context, "More")).await;
    assert!(quoted(&wider).contains("**A fog bell"), "{wider:#}");
    bot.stop().await;

    let changed = text.replace("a farmer sued", "a farmer called Jebb sued");
    world.write("lighthouse.txt", &changed);
    let bot = world.start();
    bot.line("ready").await;
    let said = world.told(press(&answer, "Show context").user(41)).await;
    assert!(
        is_private(&said) && whole(&said).contains("The text has changed"),
        "{said:#}"
    );
    let again = world.told(press(&said, "Ask again").user(41)).await;
    assert!(
        quoted(&again).contains("a farmer called Jebb sued"),
        "{again:#}"
    );
}

#[tokio::test]
async fn a_long_library_turns_its_pages_and_leads_to_chapters() {
    let files: Vec<(String, String)> = (0..25)
        .map(|n| {
            (
                format!("text-{n:02}.txt"),
                format!("Text {n}\n\nA few words of text {n}.\n"),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    files.push((
        "book.md",
        "# Book\n\n## One\n\nIt rang.\n\n## Two\n\nThey slept.\n",
    ));
    let world = World::with(&files).await;
    let _bot = world.start();
    let first = world.told(Interaction::command("library")).await;
    let second = world.told(press(&first, "Next")).await;
    assert!(
        small_print(&second).contains("page 2 of 3"),
        "{}",
        small_print(&second)
    );
    assert_ne!(whole(&first), whole(&second));
    assert_eq!(
        whole(&world.told(press(&second, "Back")).await),
        whole(&first)
    );

    let menu = |message: &Value| {
        let row = message["components"].as_array().unwrap().last().unwrap();
        row["components"][0]["custom_id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let jump = Interaction::select(&first, &menu(&first), &["p2"]);
    assert!(small_print(&world.told(jump).await).contains("page 3 of 3"));

    let chapters = Interaction::command("library").option("document", "book");
    let chapters = world.told(chapters).await;
    assert!(whole(&chapters).contains("One\nTwo"), "{chapters:#}");
    let value = line(&chapters, 1);
    let read = Interaction::select(&chapters, &menu(&chapters), &[&value]);
    let read = world.told(read).await;
    assert_eq!(quoted(&read), "They slept.");
}

/// The value of a line of the menu that stands last under a message.
fn line(message: &Value, at: usize) -> String {
    let row = message["components"].as_array().unwrap().last().unwrap();
    let value = row["components"][0]["options"][at]["value"].as_str();
    value.unwrap().to_owned()
}

#[test]
fn a_chapter_that_was_chosen_after_an_edit_is_the_one_that_was_meant() {
    use crate::pure::{SETTING, library, press, request, shown};
    use pullquote::internals::reader::Effort;
    use pullquote::internals::reply::memory::state::State;

    let chapter = |name: &str| format!("## {name}\n\nThis stands in {name} alone.\n\n");
    let book = |names: &[&str]| {
        let chapters: String = names.iter().map(|name| chapter(name)).collect();
        library(&[("book.md", format!("# Book\n\n{chapters}"))])
    };

    let before = book(&["Chapter I", "Chapter II", "Chapter III"]);
    let list = request("library", "", Some("book".to_owned()), None);
    let list = list.reply(&before, SETTING, Effort::default()).unwrap();
    let message = serde_json::to_value(&list).unwrap();
    let row = message["components"].as_array().unwrap().last().unwrap();
    let (action, state) =
        State::decode(row["components"][0]["custom_id"].as_str().unwrap()).unwrap();
    let value = line(&message, 2);

    for (names, expected) in [
        (
            &["Preface", "Chapter I", "Chapter II", "Chapter III"][..],
            "in Chapter III alone",
        ),
        (&["Chapter III", "Chapter I"], "in Chapter III alone"),
        (&["Chapter I", "Chapter II", "Chapter IV"], "has changed"),
    ] {
        let after = book(names);
        let press = press(action, state.clone(), None, list.clone(), &value);
        let shown = shown(press.outcome(&after, Effort::default()).unwrap());
        assert!(shown.contains(expected), "{names:?}: {shown}");
    }
}
