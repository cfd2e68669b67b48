//! Those who ask too much are told so, and nobody else notices.

use crate::watching::{address, figure};
use crate::world::{World, ask, has_button, is_private, quoted};
use serde_json::Value;
use standin::{ChatMessage, Interaction, button};
use std::time::Duration;

const QUESTION: &str = "Who sued because of the fog bell?";

fn content(message: &Value) -> &str {
    message["content"].as_str().unwrap()
}

#[tokio::test]
async fn one_person_cannot_take_the_bot_from_the_others() {
    let world = World::new().await;
    let bot = world.start_with(&[
        ("PULLQUOTE_USER_LIMIT", "2"),
        ("METRICS_ADDR", "127.0.0.1:0"),
    ]);
    let mut answer = world.told(ask(QUESTION)).await;
    world.told(Interaction::command("help")).await;
    let refused = world.told(ask(QUESTION)).await;
    assert!(
        is_private(&refused) && content(&refused).contains("one person"),
        "{refused:#}"
    );
    assert!(
        content(&refused).contains("again in 30 seconds")
            || content(&refused).contains("again in 2")
    );
    assert!(quoted(&world.told(ask(QUESTION).user(41)).await).contains("**A fog bell"));
    // Buttons have more room, and lists more again; over that, a list is empty.
    for _ in 0..8 {
        answer = world.told(Interaction::press(&answer, &on(&answer))).await;
    }
    let press = Interaction::press(&answer, &on(&answer));
    let refused = world.standin.send(press).await.response().await;
    assert!(
        refused.data["content"]
            .as_str()
            .unwrap()
            .contains("one person"),
        "{refused:?}"
    );
    for _ in 0..20 {
        world
            .standin
            .send(Interaction::command("ask").focus("question", "fog"))
            .await
            .choices()
            .await;
    }
    assert_eq!(
        world
            .standin
            .send(Interaction::command("ask").focus("question", "fog"))
            .await
            .choices()
            .await,
        []
    );
    let address = address(&bot).await;
    for (kind, limited) in [("command", 1.0), ("press", 1.0), ("typing", 1.0)] {
        let name =
            format!("pullquote_interactions_total{{kind=\"{kind}\",outcome=\"person_limited\"}}");
        bot.line(&format!("kind=\"{kind}\" outcome=\"person_limited\""))
            .await;
        assert_eq!(figure(&address, &name).await, limited);
    }
}

#[tokio::test]
async fn one_server_cannot_take_the_bot_from_the_others() {
    let world = World::new().await;
    let _bot = world.start_with(&[("PULLQUOTE_SERVER_LIMIT", "2")]);
    world.told(ask(QUESTION).user(41)).await;
    world.told(ask(QUESTION).user(42)).await;
    let refused = world.told(ask(QUESTION).user(43)).await;
    assert!(
        is_private(&refused) && content(&refused).contains("This server"),
        "{refused:#}"
    );
    assert!(quoted(&world.told(ask(QUESTION).user(43).dm()).await).contains("**A fog bell"));
}

#[tokio::test]
async fn in_a_channel_it_is_said_once() {
    let world = World::new().await;
    let bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "1")]);
    bot.line("ready").await;
    let say = || world.standin.say(ChatMessage::new(QUESTION).mention_bot());
    let first = say().await;
    first.reply().await;
    say().await;
    let replies = first.replies(2).await;
    assert!(content(&replies[1]).contains("one person"), "{replies:#?}");
    for _ in 0..3 {
        say().await;
    }
    // Another person's question is answered behind them, and nothing else was said meanwhile.
    world.told(ask(QUESTION).user(41)).await;
    let all = async {
        while bot
            .lines()
            .iter()
            .filter(|line| line.contains("person_limited"))
            .count()
            < 4
        {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), all)
        .await
        .expect("all four are logged");
    assert_eq!(
        first.replies(2).await.len(),
        3,
        "the question, the notice, and the answer to the other"
    );
}

/// A button that leads on from an answer and back again.
fn on(message: &Value) -> String {
    let labels = ["Show context", "Next", "Back"];
    let label = labels.into_iter().find(|label| has_button(message, label));
    button(message, label.expect("something leads on"))
}
