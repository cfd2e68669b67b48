//! Mentions, replies and direct messages; and everything else, which is not answered.

use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::card::find_whole_question;
use pullquote::internals::render::discord::message::Button;
use pullquote::internals::reply::memory::state::State;
use pullquote::internals::reply::press::Outcome;

use crate::pure::{self, SETTING, request, sample_story};
use crate::world::{World, ask, press, quoted, whole};
use standin::{ChatMessage, Fault, Interaction, button};

const QUESTION: &str = "Who sued because of the fog bell?";

#[tokio::test]
async fn a_mention_a_reply_and_a_direct_message_are_answered() {
    let world = World::new().await;
    let _bot = world.start();
    let mentioned = world
        .standin
        .say(ChatMessage::new(QUESTION).mention_bot())
        .await;
    let reply = mentioned.reply().await;
    assert!(quoted(&reply).contains("**A fog bell"), "{reply:#}");
    // Discord shows the question above it.
    assert!(!whole(&reply).contains(QUESTION), "{reply:#}");
    assert_eq!(
        reply["message_reference"]["message_id"],
        mentioned.message["id"]
    );
    let further = world
        .standin
        .say(ChatMessage::new("Who sold the silver watch?").reply_to(&reply))
        .await;
    assert!(quoted(&further.reply().await).contains("silver watch"));
    let direct = world.standin.say(ChatMessage::new(QUESTION).dm()).await;
    assert!(quoted(&direct.reply().await).contains("**A fog bell"));
    let wordless = world.mention("").await;
    assert!(whole(&wordless).contains("Ask me about the texts"));
    let next = world.told(press(&reply, "Show context")).await;
    assert!(
        next["id"] == reply["id"] && !whole(&next).contains(QUESTION),
        "{next:#}"
    );
    world
        .standin
        .send(Interaction::press(&reply, &button(&next, "Delete")))
        .await;
    world.standin.deleted(&reply).await;
}

#[tokio::test]
async fn nothing_else_is_answered() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let talk = [
        ChatMessage::new(QUESTION),
        ChatMessage::new(&format!("@everyone {QUESTION}")),
        ChatMessage::new(QUESTION).reply_to(&answer).without_ping(),
    ];
    for message in talk {
        world.standin.say(message).await;
    }
    // Events are served as they come, so once this one is answered the others would have been.
    world.mention(QUESTION).await;
    let posts = world
        .standin
        .requests()
        .into_iter()
        .filter(|r| r.method == "POST" && r.path.starts_with("/channels/"));
    assert_eq!(posts.count(), 1);
}

#[tokio::test]
async fn the_example_is_of_a_text_in_the_language_of_whoever_reads_it() {
    let german = "# Die Glocke\n\nIm Frühling kam Käthe Brünjes, die Glockengießerin von Holm, und sie blieb. \
        Jeder mochte sie. Als Käthe Brünjes die Glocke goss, half er ihr.\n";
    let english = "# The Ferry\n\nIn spring came Isolde Vanterpool, the keeper of the ferry, and she stayed. \
        Everyone liked her. When Isolde Vanterpool left, he wept.\n";
    let world = World::with(&[("a.md", german), ("b.md", english)]).await;
    let _bot = world.start();

    for (locale, name) in [("en-GB", "Isolde Vanterpool"), ("de", "Käthe Brünjes")] {
        let help = Interaction::command("help").locale(locale);
        let text = whole(&world.told(help).await);
        assert!(text.contains(name), "{locale}: {text}");
    }
}

#[tokio::test]
async fn who_asks_nothing_is_greeted_with_an_example_that_is_answered() {
    let world = World::new().await;
    let bot = world.start();
    let mut example = String::new();
    for talk in [
        "thanks!",
        "good morning",
        "help",
        "lol",
        "",
        "I love this bot so much",
        "why not?",
        "what can you do?",
        "Wie geht's?",
        "あなたは誰ですか",
    ] {
        let reply = world.mention(talk).await;
        let text = whole(&reply);
        assert!(
            text.starts_with("Hello!") && quoted(&reply).is_empty(),
            "{talk}: {text}"
        );
        assert_eq!(text.lines().count(), 1);
        let (_, question) = text.rsplit_once("example: ").expect("an example");
        example = question.trim_matches('_').to_owned();
    }
    assert!(!quoted(&world.told(ask(&example)).await).is_empty());

    // Key words are no question, but found.
    let reply = world.mention("fog bell farmer").await;
    assert!(quoted(&reply).contains("fog bell"), "{reply:#}");

    let reply = world.mention("I want to know about the silver watch").await;
    assert!(!whole(&reply).starts_with("Hello!"), "{reply:#}");

    world
        .standin
        .fault(Fault::on("POST", "/channels/*/messages").code(50001));
    world
        .standin
        .say(ChatMessage::new(QUESTION).mention_bot())
        .await;
    bot.line("missing access").await;
}

#[tokio::test]
async fn a_reply_to_an_answer_takes_up_whom_it_was_about() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask("Who is Harald Quist?")).await;
    let further = ChatMessage::new("What did he build?").reply_to(&answer);
    let reply = world.standin.say(further).await.reply().await;
    let first = whole(&reply).lines().next().unwrap().to_owned();
    assert_eq!(first, "-# What did Harald Quist build?", "{reply:#}");

    // Beneath its question an answer does not say it again.
    let answer = world.mention("Who is Harald Quist?").await;
    assert!(!whole(&answer).contains("Who is"), "{answer:#}");
    let further = ChatMessage::new("What did he build?").reply_to(&answer);
    let next = world.standin.say(further).await.reply().await;
    assert!(whole(&next).starts_with(&first), "{next:#}");
    let further = ChatMessage::new("Where was he born?").reply_to(&next);
    let reply = world.standin.say(further).await.reply().await;
    assert!(
        whole(&reply).starts_with("-# Where was Harald Quist born?"),
        "{reply:#}"
    );

    let answer = world.told(ask("Vem är Harald Quist?")).await;
    let further = ChatMessage::new("När kom han?").reply_to(&answer);
    let reply = world.standin.say(further).await.reply().await;
    let first = whole(&reply).lines().next().unwrap().to_owned();
    assert_eq!(first, "-# När kom Harald Quist?", "{reply:#}");

    // Nobody was named, so it stays as it was typed.
    let answer = world.told(ask(QUESTION)).await;
    let further = ChatMessage::new("What did he build?").reply_to(&answer);
    let reply = world.standin.say(further).await.reply().await;
    assert!(!whole(&reply).starts_with("-# "), "{reply:#}");
}

#[tokio::test]
async fn what_is_asked_about_a_text_itself_is_told_as_it_is() {
    let world = World::new().await;
    let _bot = world.start();
    for (question, told) in [
        ("What happens in chapter 99?", "`/read` opens the text"),
        ("what is it about?", "`/read` opens the text"),
        ("how many books do you have?", "5 texts here: "),
        ("when was it published?", "I do not know when"),
        ("who published it?", "I do not know when"),
        ("what language is it in?", " is in English."),
    ] {
        let reply = world.told(ask(question)).await;
        let text = reply["content"].as_str().unwrap();
        assert!(text.contains(told), "{question}: {text}");
    }
}

#[tokio::test]
async fn a_question_too_long_to_be_shown_whole_stays_as_far_as_it_is() {
    let world = World::new().await;
    let _bot = world.start();
    let long = format!(
        "{QUESTION} I ask as I have heard {}",
        "so many things about it, ".repeat(6)
    );
    let answer = world.told(ask(&long)).await;
    let shown = whole(&answer).lines().next().unwrap().to_owned();
    assert!(shown.ends_with('…'), "{shown}");

    let context = world.told(press(&answer, "Read 1")).await;
    assert_eq!(whole(&context).lines().next(), Some(shown.as_str()));
}

#[test]
fn a_list_beneath_a_message_says_on_every_page_what_was_searched_for() {
    let library = sample_story();
    let list = request("search", "Amazon", None, None);
    let list = list.reply(&library, SETTING, Effort::default()).unwrap();

    // Each press is of the asker, and changes the message.
    let mut shown = list.clone();
    for label in ["Next", "Read 6", "List", "Back", "Read 1", "Next", "List"] {
        let on_it = |button: &&Button| button.label.contains(label);
        let id = &shown.buttons().find(on_it).expect(label).custom_id;
        let (action, state) = State::decode(id).unwrap();
        let mut press = pure::press(
            action,
            state,
            find_whole_question(&shown.content),
            shown.clone(),
            "",
        );
        press.setting.beneath = true;

        shown = match press.outcome(&library, Effort::default()).unwrap() {
            Outcome::Update(message) => message,
            other => panic!("{label}: {other:#?}"),
        };
        assert!(
            shown.content.starts_with("-# Amazon\n"),
            "{label}: {shown:#?}"
        );
    }
    assert_eq!(shown.content, list.content);
}

#[tokio::test]
async fn the_title_of_a_text_opens_it() {
    let title = "---\ntitle: The Lantern Maker\n---\n\nOdile sold lamps to the ferrymen of Holm.\n";
    let world = World::with(&[("maker.md", title)]).await;
    let _bot = world.start();
    for named in [
        "the lantern maker",
        "The Lantern Maker",
        "lantern maker",
        "“Lantern Maker”",
    ] {
        let reply = world.mention(named).await;
        assert!(
            quoted(&reply).starts_with("Odile sold lamps"),
            "{named}: {reply:#}"
        );
    }
    for other in ["maker", "the lantern"] {
        let reply = world.mention(other).await;
        assert!(!quoted(&reply).starts_with("Odile"), "{other}: {reply:#}");
    }
}

#[test]
fn a_part_that_no_text_has_is_said_to_be_in_none() {
    let chapter = |n: u32| format!("# Chapter {n}\n\nThe ferry {n} crossed to Holm.\n\n");
    let story: String = (1..=3).map(chapter).collect();
    let notes = "Some notes\n\nThe lamps were lit.\n";
    let alone = pure::library(&[("story.md", &story)]);
    let several = pure::library(&[("story.md", story.as_str()), ("notes.txt", notes)]);

    for (question, is_counted) in [
        ("What is on page 7?", false),
        ("Tell me about the epilogue", false),
        ("What is the preface about?", false),
        ("what happens in the appendix?", false),
        ("What happens in chapter 99?", true),
        ("Summary of chapter twelve", true),
    ] {
        for (library, none) in [
            (&alone, " has no such part."),
            (&several, "None of the texts has such a part."),
        ] {
            let asked = request("ask", question, None, None);
            let reply = asked.reply(library, SETTING, Effort::default()).unwrap();
            let text = &reply.content;
            assert!(text.contains(none), "{question}: {text}");
            assert_eq!(
                text.contains("3 chapters"),
                is_counted,
                "{question}: {text}"
            );
        }
    }
}
