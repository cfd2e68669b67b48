//! Mentions, replies and direct messages; and everything else, which is not answered.

use crate::standin::{ChatMessage, Fault, Interaction, button};
use crate::world::{World, ask, description, footer, whole};
use serde_json::json;

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
    assert!(description(&reply).contains("**A fog bell"), "{reply:#}");
    assert_eq!(reply["embeds"][0]["author"]["name"], QUESTION);
    assert_eq!(
        reply["message_reference"]["message_id"],
        mentioned.message["id"]
    );
    let further = world
        .standin
        .say(ChatMessage::new("Who sold the silver watch?").reply_to(&reply))
        .await;
    assert!(description(&further.reply().await).contains("silver watch"));
    let direct = world.standin.say(ChatMessage::new(QUESTION).dm()).await;
    assert!(description(&direct.reply().await).contains("**A fog bell"));
    let wordless = world.standin.say(ChatMessage::new("").mention_bot()).await;
    assert!(whole(&wordless.reply().await).contains("Ask in your own words"));
    let next = world
        .told(Interaction::press(&reply, &button(&reply, "Match 2")))
        .await;
    assert!(
        next["id"] == reply["id"] && footer(&next).contains("Match 2"),
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
    let last = world
        .standin
        .say(ChatMessage::new(QUESTION).mention_bot())
        .await;
    last.reply().await;
    let posts = world
        .standin
        .requests()
        .into_iter()
        .filter(|r| r.method == "POST" && r.path.starts_with("/channels/"));
    assert_eq!(posts.count(), 1);
}

#[tokio::test]
async fn where_embeds_are_not_allowed_a_mention_is_answered_in_plain_text() {
    let world = World::new().await;
    let bot = world.start();
    world
        .standin
        .fault(Fault::on("POST", "/channels/*/messages").code(50013));
    let said = world
        .standin
        .say(ChatMessage::new(QUESTION).mention_bot())
        .await;
    let reply = said.reply().await;
    assert_eq!(reply["embeds"], json!([]));
    assert!(
        reply["content"].as_str().unwrap().contains("a farmer sued"),
        "{reply:#}"
    );
    world.standin.fault(
        Fault::on("POST", "/channels/*/messages")
            .code(50001)
            .times(2),
    );
    world
        .standin
        .say(ChatMessage::new(QUESTION).mention_bot())
        .await;
    bot.line("missing access").await;
}
