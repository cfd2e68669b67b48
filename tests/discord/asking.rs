//! Every command and option, as members use them.

use crate::display::displayed;
use crate::standin::Interaction;
use crate::world::{World, ask, assert_stopped, description, footer, is_private, labels, whole};
use serde_json::json;

const EMBED_LINKS: u64 = 1 << 14;

#[tokio::test]
async fn a_question_is_answered_with_the_quote_in_its_context() {
    let world = World::new().await;
    let bot = world.start_with(&[("PULLQUOTE_READER", "")]); // the one in the program
    let message = world
        .told(ask("Who took over the light from her father in 1902?"))
        .await;
    let text = description(&message);
    let bold = text.split("**").nth(1).unwrap_or_default();
    assert!(
        bold.contains("Hester Quayle, who took over from her father in 1902"),
        "{text}"
    );
    let shown = displayed(text).expect("only bold formatting");
    assert!(world.holds(&shown), "not verbatim: {shown}");
    assert_eq!(
        message["embeds"][0]["author"]["name"],
        "Who took over the light from her father in 1902?"
    );
    assert!(
        footer(&message).contains("The Light on Skarrow Point")
            && footer(&message).contains("match"),
        "{message:#}"
    );
    assert!(
        labels(&message).iter().any(|l| l == "Delete")
            && !labels(&message).iter().any(|l| l.contains("Post"))
    );
    assert!(!is_private(&message));
    assert_eq!(message["allowed_mentions"], json!(null)); // the stand-in checks the request
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn options_choose_the_document_and_privacy() {
    let world = World::new().await;
    let _bot = world.start();
    let private = world
        .told(ask("When did it begin?").option("private", true))
        .await;
    assert!(
        is_private(&private) && labels(&private).iter().any(|l| l.contains("Post")),
        "{private:#}"
    );
    let scoped = ask("Who climbed the steps alone?").option("document", "lighthouse.txt");
    assert!(footer(&world.told(scoped).await).contains("Skarrow"));
    let unknown = world
        .told(ask("Who?").option("document", "no such_text"))
        .await;
    assert!(
        is_private(&unknown) && whole(&unknown).contains(r"no such\_text"),
        "{unknown:#}"
    );
    let endless = world
        .told(ask("Who?").option("document", "*".repeat(100)))
        .await;
    assert!(
        is_private(&endless) && whole(&endless).contains("no text called"),
        "{endless:#}"
    );
    let several = world.told(ask("Who?").option("document", "t")).await;
    assert!(
        is_private(&several) && whole(&several).contains("more than one"),
        "{several:#}"
    );
    let empty = world.told(ask(" ?! ")).await;
    assert!(is_private(&empty), "{empty:#}");
}

#[tokio::test]
async fn an_unanswered_question_says_so_and_shows_what_comes_closest() {
    let world = World::new().await;
    let _bot = world.start();
    let message = world
        .told(ask(
            "What did the lighthouse astronaut eat on Jupiter with Napoleon?",
        ))
        .await;
    let all = whole(&message);
    assert!(
        all.contains("The text does not say.") && all.contains("not an answer"),
        "{all}"
    );
    assert!(
        labels(&message).iter().any(|label| label == "Read 1"),
        "{:?}",
        labels(&message)
    );
    let nothing = world.told(ask("qqqqqq zzzzzz?")).await;
    assert!(whole(&nothing).contains("The text does not say."));
}

#[tokio::test]
async fn a_typing_error_is_corrected_and_said() {
    let world = World::new().await;
    let _bot = world.start();
    let message = world.told(ask("Who was Hestr Quayle?")).await;
    assert!(
        footer(&message).contains("hester") && footer(&message).contains("Hestr"),
        "{}",
        footer(&message)
    );
}

#[tokio::test]
async fn a_search_tells_exact_words_from_others() {
    let world = World::new().await;
    let _bot = world.start();
    let search = |text: &str| Interaction::command("search").option("text", text);
    let exact = world.told(search("thirty-four people drowned")).await;
    assert!(
        description(&exact).contains("**thirty-four people drowned**"),
        "{exact:#}"
    );
    assert!(
        footer(&exact).contains("Exact words: match 1 of 1"),
        "{}",
        footer(&exact)
    );
    let words = world.told(search("drowned people barque")).await;
    assert!(
        footer(&words).contains("Not in these exact words"),
        "{}",
        footer(&words)
    );
    let none = world
        .told(search("unicorn submarine").option("private", true))
        .await;
    assert!(
        is_private(&none) && whole(&none).contains("no passage"),
        "{none:#}"
    );
    let many = world.told(search("the")).await;
    assert!(
        labels(&many)
            .iter()
            .any(|label| label.starts_with("Match 2 of")),
        "{:?}",
        labels(&many)
    );
    let scoped = world
        .told(search("the").option("document", "seed-beetle.txt"))
        .await;
    assert!(footer(&scoped).contains("in 1 text"), "{}", footer(&scoped));
}

#[tokio::test]
async fn texts_are_read_from_any_place() {
    let world = World::new().await;
    let _bot = world.start();
    let read = |from: &str| {
        Interaction::command("read")
            .option("document", "lighthouse.txt")
            .option("from", from)
    };
    let start = world
        .told(Interaction::command("read").option("document", "lighthouse.txt"))
        .await;
    assert!(
        description(&start).starts_with("Skarrow Point lighthouse stands"),
        "{start:#}"
    );
    let end = world.told(read("100%")).await;
    assert!(
        description(&end).contains("dogs must wait below"),
        "{end:#}"
    );
    let words = world.told(read("silver watch")).await;
    assert!(description(&words).contains("silver watch"), "{words:#}");
    let nowhere = world.told(read("xyzzy")).await;
    assert!(
        is_private(&nowhere)
            && nowhere["content"]
                .as_str()
                .unwrap()
                .contains("no such place"),
        "{nowhere:#}"
    );
    let which = world.told(Interaction::command("read")).await;
    assert!(is_private(&which), "{which:#}");
    let random = world
        .told(Interaction::command("random").option("document", "night-train.txt"))
        .await;
    assert!(footer(&random).contains("passage"), "{random:#}");
}

#[tokio::test]
async fn the_library_help_and_privacy_are_told() {
    let world = World::new().await;
    let _bot = world.start();
    let library = world.told(Interaction::command("library")).await;
    assert!(
        description(&library).contains("Skarrow Point") && footer(&library).contains("5 texts"),
        "{library:#}"
    );
    for name in ["help", "privacy"] {
        let told = world.told(Interaction::command(name)).await;
        assert!(
            is_private(&told) && description(&told).len() > 200,
            "{told:#}"
        );
    }
}

#[tokio::test]
async fn it_answers_in_direct_messages_in_groups_and_for_its_users() {
    let world = World::new().await;
    let _bot = world.start();
    let question = || ask("Who sued because of the fog bell?");
    for asked in [
        question().dm(),
        question().private_channel(77),
        question().user_install(),
    ] {
        assert!(description(&world.told(asked).await).contains("farmer sued"));
    }
}

#[tokio::test]
async fn without_embed_links_it_answers_in_plain_text() {
    let world = World::new().await;
    let _bot = world.start();
    let permissions = crate::standin::people::MEMBER & !EMBED_LINKS;
    let message = world
        .told(ask("Who sued because of the fog bell?").app_permissions(permissions))
        .await;
    assert_eq!(message["embeds"], json!([]));
    let content = message["content"].as_str().unwrap();
    assert!(
        content.contains("a farmer sued") && content.starts_with("> Who sued"),
        "{content}"
    );
}

#[tokio::test]
async fn hostile_texts_are_shown_as_they_are_and_ping_nobody() {
    let world = World::new().await;
    let _bot = world.start();
    let quoted = [
        "zanzibar heading",
        "zanzibar list",
        "quuxfence sentence",
        "xylophone",
    ];
    for words in quoted {
        let message = world
            .told(Interaction::command("search").option("text", words))
            .await;
        let shown = displayed(description(&message)).expect("only bold formatting");
        assert!(world.holds(&shown), "not verbatim: {shown:?}");
    }
}

#[tokio::test]
async fn a_text_of_one_enormous_word_is_paged_and_its_cuts_are_marked() {
    let word = "wordwithoutend".repeat(720);
    let world = World::with(&[(
        "enormous.txt",
        &format!("Enormous\n\nBefore it stands this: {word} and that is all."),
    )])
    .await;
    let _bot = world.start();
    let mut message = world
        .told(Interaction::command("read").option("document", "enormous.txt"))
        .await;
    let mut text = String::new();
    for _ in 0..20 {
        let page = description(&message).to_owned();
        text += &page
            .replace("_[the sentence goes on]_", "")
            .replace("_[the sentence began before]_", "")
            .replace(' ', "");
        if crate::world::is_disabled(&message, "Later") {
            break;
        }
        let later = crate::standin::button(&message, "Later");
        message = world.told(Interaction::press(&message, &later)).await;
    }
    assert_eq!(
        text,
        format!("Beforeitstandsthis:{word}andthatisall.").replace(':', r"\:")
    );
}

#[tokio::test]
async fn a_message_is_looked_for_and_a_quotation_checked() {
    let world = World::new().await;
    let _bot = world.start();
    let said = |text: &str| crate::standin::ChatMessage::new(text);
    let check =
        |message: &serde_json::Value| Interaction::message_command("Check this quote", message);
    let found = world
        .standin
        .say(said("who sold the silver watch to buy a boat?"))
        .await;
    let answer = world
        .told(Interaction::message_command(
            "Find in the library",
            &found.message,
        ))
        .await;
    assert!(
        is_private(&answer) && description(&answer).contains("silver watch"),
        "{answer:#}"
    );
    let exact = world
        .standin
        .say(said("> “A fog bell was added in 1890,\n> which frightened the sheep so badly that a farmer sued.”"))
        .await;
    let exact = world.told(check(&exact.message)).await;
    assert!(footer(&exact).contains("Exact"), "{exact:#}");
    let nearly = world
        .standin
        .say(said(
            "A fog horn was added in 1891, which frightened the sheep so badly that a farmer sued.",
        ))
        .await;
    let nearly = world.told(check(&nearly.message)).await;
    assert!(
        description(&nearly).contains("**bell** ~~horn~~"),
        "{nearly:#}"
    );
    assert!(footer(&nearly).contains("Skarrow"), "{nearly:#}");
    let read = world
        .told(Interaction::press(
            &nearly,
            &crate::standin::button(&nearly, "Read there"),
        ))
        .await;
    assert!(
        description(&read).contains("**A fog bell was added"),
        "{read:#}"
    );
    let not = world
        .standin
        .say(said(
            "The submarine was painted green by a committee of seven dentists.",
        ))
        .await;
    assert!(whole(&world.told(check(&not.message)).await).contains("Not found"));
    let empty = world.standin.say(said(" ")).await;
    assert!(whole(&world.told(check(&empty.message)).await).contains("no text"));
}
