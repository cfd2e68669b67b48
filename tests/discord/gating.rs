//! `/progress` and `/gate` as members use them.

use crate::gates::story;
use crate::own_texts::{manager, names, said, two_servers, upload};
use crate::world::{World, ask, press, quoted, whole};
use standin::people::MEMBER;
use standin::{ChatMessage, Fault, Interaction};

/// Somebody says how far they have read.
fn progress(sub: &str) -> Interaction {
    Interaction::command("progress").subcommand(sub)
}

fn gate(sub: &str) -> Interaction {
    Interaction::command("gate")
        .subcommand(sub)
        .permissions(MEMBER | 1 << 13)
}

const QUESTION: &str = "Who knew the key of secret5key?";

fn is_told(message: &serde_json::Value) -> bool {
    quoted(message).contains("secret5key")
}

#[tokio::test]
async fn the_narrowest_of_server_channel_and_person_counts() {
    let world = World::with(&[("story.md", &story())]).await;
    let bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")]);
    let asked = || ask(QUESTION);
    let at = |sub: Interaction, chapter: u32| {
        sub.option("document", "story.md")
            .option("chapter", chapter)
    };
    assert!(is_told(&world.told(asked()).await));

    let set = said(&world, at(progress("set"), 3)).await;
    assert!(
        set.contains("up to chapter 3, **Chapter 3\\: The secret3heading**"),
        "{set}"
    );
    let no = world.told(asked()).await;
    assert!(
        !is_told(&no) && whole(&no).contains("As far as the texts are open"),
        "{no:#}"
    );
    let no = world.told(asked().option("document", "story.md")).await;
    assert!(
        whole(&no).contains("Up to chapter 3, the text does not say"),
        "{no:#}"
    );
    // Everywhere, but to nobody else.
    assert!(!is_told(&world.told(asked().dm()).await));
    assert!(!is_told(&world.told(asked().channel(31)).await));
    assert!(!is_told(&world.mention(QUESTION).await));
    let other = world.told(asked().user(41)).await;
    assert!(is_told(&other));
    // Whoever has not read so far sees nothing by pressing somebody else's button.
    let pressed = world.told(press(&other, "Show context")).await;
    assert!(!quoted(&pressed).contains("secret5key"));

    // A private answer is not posted where it is not open.
    let private = world.told(asked().user(41).option("private", true)).await;
    said(&world, at(gate("set"), 4)).await;
    let post = press(&private, "Post").user(41);
    assert!(
        said(&world, post)
            .await
            .contains("further than this channel")
    );
    assert!(!is_told(&world.told(asked().user(41)).await));
    assert!(is_told(&world.told(asked().user(41).channel(31)).await));
    let shown = said(&world, gate("show")).await;
    assert!(shown.contains("up to chapter 4"), "{shown}");

    said(&world, at(gate("set"), 2).option("whole-server", true)).await;
    assert!(!is_told(&world.told(asked().user(41).channel(31)).await));
    assert!(is_told(&world.told(asked().user(41).dm()).await));
    // The heading of a chapter that is not open here is not told to whoever says that they have
    // read it.
    let known = said(&world, at(progress("set"), 2)).await;
    assert!(known.contains("secret2heading"), "{known}");
    for chapter in 3..=6 {
        let behind = said(&world, at(progress("set"), chapter)).await;
        assert!(
            behind.contains(&format!("up to chapter {chapter}.")) && !behind.contains("secret"),
            "{behind}"
        );
    }
    let dm = said(&world, at(progress("set"), 3).dm()).await;
    assert!(dm.contains("secret3heading"), "{dm}");
    let none = said(&world, at(progress("set"), 99)).await;
    assert!(none.contains("no chapter 99"), "{none}");

    // Whoever opens a gate further names what is behind it.
    let wider = at(gate("set"), 3).option("whole-server", true);
    let wider = said(&world, wider).await;
    assert!(wider.contains("up to chapter 3, **"), "{wider}");

    // It stays so after a restart.
    crate::world::assert_stopped(bot.stop().await);
    let _bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")]);
    assert!(!is_told(&world.told(asked().user(41).channel(31)).await));
    said(&world, gate("clear")).await;
    said(&world, gate("clear").option("whole-server", true)).await;
    assert!(is_told(&world.told(asked().user(41)).await));
    said(&world, at(progress("set"), 0)).await;
    let closed = Interaction::command("read").option("document", "story.md");
    let closed = whole(&world.told(closed.option("from", "chapter 1")).await);
    assert!(!closed.contains("secret1"), "{closed}");
    said(&world, progress("clear").option("document", "story.md")).await;
    assert!(is_told(&world.told(asked()).await));
}

#[tokio::test]
async fn a_thread_is_no_way_around_the_gate_of_its_channel() {
    let world = World::with(&[("story.md", &story())]).await;
    let _bot = world.start();
    let (channel, thread) = (30, 35);
    world.standin.thread(thread, channel);
    let mention = |channel| ChatMessage::new(QUESTION).mention_bot().channel(channel);
    let asked = |channel| ask(QUESTION).channel(channel);
    assert!(is_told(
        &world.standin.say(mention(thread)).await.reply().await
    ));

    let set = gate("set").option("document", "story.md");
    said(&world, set.option("chapter", 4)).await;
    for place in [channel, thread] {
        assert!(!is_told(&world.told(asked(place)).await), "{place}");
        let said = world.standin.say(mention(place)).await;
        assert!(!is_told(&said.reply().await), "{place}");
    }
    assert!(is_told(&world.standin.say(mention(31)).await.reply().await));

    // Where Discord does not say what a channel is, all gates count.
    let fault = Fault::on("GET", "/channels/36").code(50_001).always();
    world.standin.fault(fault);
    let said = world.standin.say(mention(36)).await;
    assert!(!is_told(&said.reply().await));
}

#[tokio::test]
async fn a_replaced_text_is_closed_where_its_chapter_is_gone() {
    let world = World::with(&[("story.md", &story())]).await;
    let bot = world.start();
    let set = progress("set").option("document", "story.md");
    said(&world, set.option("chapter", 5)).await;
    assert!(is_told(&world.told(ask(QUESTION)).await));

    // It ends earlier now, and what stood in the fifth chapter stands in the second.
    let other = story().replace("secret2key", "secret5key");
    let other = other.split("# Chapter 4").next().unwrap();
    world.write("story.md", other);
    bot.line("library updated").await;
    assert!(!is_told(&world.told(ask(QUESTION)).await));
    let shown = said(&world, progress("show")).await;
    assert!(shown.contains("has no chapter 5 any more"), "{shown}");

    // Whatever another gate says that is further by its chapter.
    let wider = gate("set").option("document", "story.md");
    said(&world, wider.option("chapter", 3)).await;
    assert!(!is_told(&world.told(ask(QUESTION)).await));
    let shown = said(&world, gate("show")).await;
    assert!(shown.contains("up to chapter 3, **Chapter 3"), "{shown}");
    said(&world, progress("clear")).await;
    assert!(is_told(&world.told(ask(QUESTION)).await));
}

#[tokio::test]
async fn a_corrected_edition_of_a_servers_text_is_as_open_as_the_former() {
    let world = two_servers().await;
    let _bot = world.start_with(&[("PULLQUOTE_SERVER_UPLOADS", "0")]);
    let edition = |text: String| {
        let upload = upload(&world, "story.md", text.as_bytes());
        upload.option("title", "The Moonstones")
    };
    said(&world, edition(story())).await;
    let set = gate("set").option("document", "The Moonstones");
    let set = set.option("chapter", 4).option("whole-server", true);
    said(&world, set).await;
    assert!(!is_told(&world.told(ask(QUESTION)).await));

    // Removed first, or after the next one is there.
    let remove = |name: &str| manager("texts", "remove").option("text", name);
    let first = names(&world).await.remove(0);
    said(&world, remove(&first)).await;
    said(&world, edition(story().replace("wept", "laughed"))).await;
    assert!(!is_told(&world.told(ask(QUESTION)).await));
    let second = names(&world).await.remove(0);
    said(&world, edition(story().replace("wept", "sang"))).await;
    assert!(!is_told(&world.told(ask(QUESTION)).await));
    said(&world, remove(&second)).await;
    assert!(!is_told(&world.told(ask(QUESTION)).await));

    said(&world, gate("clear").option("whole-server", true)).await;
    assert!(is_told(&world.told(ask(QUESTION)).await));
}
