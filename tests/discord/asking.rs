//! Every command and option, as members use them.

use crate::display::displayed;
use crate::world::{World, ask, assert_stopped, is_private, labels, quoted, small_print, whole};
use serde_json::json;
use standin::Interaction;

const EMBED_LINKS: u64 = 1 << 14;

#[tokio::test]
async fn a_question_is_answered_with_the_quote_in_its_context() {
    let world = World::new().await;
    let bot = world.start_with(&[("PULLQUOTE_READER", "")]); // the one in the program
    let message = world
        .told(ask("Who took over the light from her father in 1902?"))
        .await;
    let text = quoted(&message);
    assert!(
        text.starts_with("**")
            && text.contains("Hester Quayle, who took over from her father in 1902"),
        "{text}"
    );
    let shown = displayed(&text).expect("only bold formatting");
    assert!(world.holds(&shown), "not verbatim: {shown}");
    assert_eq!(
        small_print(&message),
        "Who took over the light from her father in 1902?\nThe Light on Skarrow Point · 36 %"
    );
    assert_eq!(message["embeds"], json!([]));
    let labels = labels(&message);
    assert!(labels[0] == "Show context" && labels.contains(&"Delete".to_owned()));
    assert!(!labels.iter().any(|l| l.contains("Post")));
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
    assert!(small_print(&world.told(scoped).await).contains("Skarrow"));
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
        small_print(&message).contains("Hester") && small_print(&message).contains("Hestr"),
        "{}",
        small_print(&message)
    );
}

#[tokio::test]
async fn a_search_tells_exact_words_from_others() {
    let world = World::new().await;
    let _bot = world.start();
    let search = |text: &str| Interaction::command("search").option("text", text);
    let exact = world.told(search("thirty-four people drowned")).await;
    assert!(
        quoted(&exact).contains("**thirty-four people drowned**"),
        "{exact:#}"
    );
    assert!(
        whole(&exact).contains("**Exactly these words**: 1 of 1, in 1 text"),
        "{exact:#}"
    );
    let words = world.told(search("drowned people barque")).await;
    assert!(whole(&words).contains("all of them"), "{words:#}");
    let none = world
        .told(search("unicorn submarine").option("private", true))
        .await;
    assert!(
        is_private(&none) && whole(&none).contains("stand nowhere"),
        "{none:#}"
    );
    let many = world.told(search("the")).await;
    assert_eq!(
        labels(&many),
        ["Read 1", "Read 2", "Read 3", "Next ▶", "Delete"]
    );
    let scoped = world
        .told(search("the").option("document", "seed-beetle.txt"))
        .await;
    assert!(whole(&scoped).contains("in 1 text"), "{scoped:#}");
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
        quoted(&start).starts_with("Skarrow Point lighthouse stands"),
        "{start:#}"
    );
    let end = world.told(read("100%")).await;
    assert!(quoted(&end).contains("dogs must wait below"), "{end:#}");
    let words = world.told(read("silver watch")).await;
    assert!(quoted(&words).contains("silver watch"), "{words:#}");
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
    let anywhere = Interaction::command("read").option("from", "silver watch");
    let anywhere = world.told(anywhere).await;
    assert!(quoted(&anywhere).contains("silver watch"), "{anywhere:#}");
    let random = world
        .told(Interaction::command("random").option("document", "night-train.txt"))
        .await;
    assert!(small_print(&random).contains(" %"), "{random:#}");
}

#[tokio::test]
async fn the_library_help_and_privacy_are_told() {
    let world = World::new().await;
    let _bot = world.start();
    let library = world.told(Interaction::command("library")).await;
    assert!(
        whole(&library).contains("Skarrow Point") && small_print(&library).contains("5 texts"),
        "{library:#}"
    );
    let privacy = Interaction::command("privacy").subcommand("show");
    for asked in [Interaction::command("help"), privacy] {
        let told = world.told(asked).await;
        assert!(is_private(&told) && whole(&told).len() > 200, "{told:#}");
    }
    let help = whole(&world.told(Interaction::command("help")).await);
    assert!(help.contains("</ask:") && help.contains("Try: "), "{help}");
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
        assert!(quoted(&world.told(asked).await).contains("farmer sued"));
    }
}

#[tokio::test]
async fn only_what_is_longer_than_a_message_is_an_embed() {
    let long = "A sentence about the numbat stands here, and it is not short. ".repeat(90);
    let world = World::with(&[("long.txt", &format!("Long\n\n{long}"))]).await;
    let _bot = world.start();
    let read = || Interaction::command("read").option("document", "long");
    let without = standin::people::MEMBER & !EMBED_LINKS;
    for (permissions, is_embed) in [(standin::people::MEMBER, true), (without, false)] {
        let mut message = world.told(read().app_permissions(permissions)).await;
        assert_eq!(message["embeds"], json!([]), "a passage is short");
        while crate::world::has_button(&message, "More") {
            let more = standin::button(&message, "More");
            let press = Interaction::press(&message, &more).app_permissions(permissions);
            message = world.told(press).await;
        }
        assert_eq!(message["embeds"] != json!([]), is_embed, "{message:#}");
        assert!(quoted(&message).contains("numbat"));
    }
}

#[tokio::test]
async fn hostile_texts_are_shown_as_they_are_and_ping_nobody() {
    let world = World::new().await;
    let _bot = world.start();
    let searched = [
        "zanzibar heading",
        "zanzibar list",
        "quuxfence sentence",
        "xylophone",
    ];
    for words in searched {
        let message = world
            .told(Interaction::command("search").option("text", words))
            .await;
        let read = standin::button(&message, "Read 1");
        let message = world.told(Interaction::press(&message, &read)).await;
        let shown = displayed(&quoted(&message)).expect("only bold formatting");
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
        let page = quoted(&message).to_owned();
        text += &page.replace("_[…]_", "").replace(' ', "");
        if !crate::world::has_button(&message, "Next") {
            break;
        }
        let later = standin::button(&message, "Next");
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
    let said = |text: &str| standin::ChatMessage::new(text);
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
        is_private(&answer) && quoted(&answer).contains("silver watch"),
        "{answer:#}"
    );
    let exact = world
        .standin
        .say(said("> “A fog bell was added in 1890,\n> which frightened the sheep so badly that a farmer sued.”"))
        .await;
    let exact = world.told(check(&exact.message)).await;
    assert!(
        whole(&exact).starts_with("✅ **Word for word**\n> “A fog bell")
            || whole(&exact).starts_with("✅ **Word for word**\n> A fog bell"),
        "{exact:#}"
    );
    let nearly = world
        .standin
        .say(said(
            "A fog horn was added in 1891, which frightened the sheep so badly that a farmer sued.",
        ))
        .await;
    let nearly = world.told(check(&nearly.message)).await;
    let text = whole(&nearly);
    assert!(
        text.starts_with("🟡 **Almost**: 2 places differ\n**In the text**\n> "),
        "{text}"
    );
    assert!(
        text.contains("A fog **bell** was added in **1890**, which"),
        "{text}"
    );
    assert!(
        text.contains("A fog ~~horn~~ was added in ~~1891~~, which"),
        "{text}"
    );
    assert!(small_print(&nearly).contains("Skarrow"), "{nearly:#}");
    let read = world
        .told(Interaction::press(
            &nearly,
            &standin::button(&nearly, "Show context"),
        ))
        .await;
    assert!(quoted(&read).contains("**A fog bell was added"), "{read:#}");
    assert!(
        whole(&read).starts_with("🟡 **Almost**: 2 places differ\n> "),
        "{read:#}"
    );
    // The verdict stays where it is, and what it leads to is posted with it.
    assert!(read["id"] != nearly["id"] && is_private(&read), "{read:#}");
    let not = world
        .standin
        .say(said(
            "The submarine was painted green by a committee of seven dentists.",
        ))
        .await;
    let not = world.told(check(&not.message)).await;
    assert!(
        whole(&not).starts_with("❌ **Not in these texts**\nI looked in 5 texts."),
        "{not:#}"
    );
    let posted = standin::button(&not, "Post to channel");
    let exchange = world.standin.send(Interaction::press(&not, &posted)).await;
    let public = exchange.followup(0).await;
    assert!(
        !is_private(&public) && whole(&public).contains("Not in these texts"),
        "{public:#}"
    );
    let empty = world.standin.say(said(" ")).await;
    assert!(whole(&world.told(check(&empty.message)).await).contains("no text"));
}

#[tokio::test]
async fn a_message_is_checked_in_all_its_pieces() {
    let world = World::new().await;
    let _bot = world.start();
    let quote = "fog bell was added in 1890";
    let remark = standin::ChatMessage::new("I cannot stop thinking of it");
    let remark = world.standin.say(remark).await.message;
    let check =
        |message: &serde_json::Value| Interaction::message_command("Check this quote", message);

    for embed in [
        json!({"type": "rich", "description": quote}),
        json!({"type": "rich", "title": "A page", "description": quote}),
        json!({"type": "rich", "author": {"name": quote}}),
        json!({"type": "rich", "fields": [{"name": "Quote", "value": quote, "inline": false}]}),
        // The same once more, as a preview of a link shows it.
        json!({"type": "rich", "title": quote, "description": quote}),
    ] {
        let mut message = remark.clone();
        message["embeds"] = json!([embed]);
        let told = world.told(check(&message)).await;
        let text = whole(&told);
        assert!(
            text.starts_with("✅ **Word for word**\n> fog bell"),
            "{embed}: {text}"
        );

        // In its passage, the words are bold, and not their sentence.
        let context = standin::button(&told, "Show context");
        let read = world.told(Interaction::press(&told, &context)).await;
        let text = quoted(&read);
        assert!(
            text.contains("A **fog bell was added in 1890,** which"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_question_is_asked_without_the_mark_of_a_quote() {
    let world = World::new().await;
    let _bot = world.start();
    let said = standin::ChatMessage::new("> who sold the silver watch to buy a boat?");
    let said = world.standin.say(said).await.message;
    let answer = world
        .told(Interaction::message_command("Find in the library", &said))
        .await;
    assert!(quoted(&answer).contains("silver watch"), "{answer:#}");
    assert!(!whole(&answer).contains("\\>"), "{answer:#}");
}
