//! Discord in trouble, Discord refusing, and everyone at once.

use crate::world::{World, ask, quoted};
use serde_json::json;
use standin::{Fault, Interaction};
use std::time::Duration;

const QUESTION: &str = "Who sued because of the fog bell?";
const CALLBACK: &str = "/interactions/*/*/callback";

#[tokio::test]
async fn passing_failures_are_tried_again() {
    let world = World::new().await;
    let _bot = world.start();
    for fault in [
        Fault::on("POST", CALLBACK).rate_limited(0.1),
        Fault::on("POST", CALLBACK).status(500),
        Fault::on("POST", CALLBACK).status(503).times(2),
        Fault::on("POST", CALLBACK).status(500).after_work(), // it was heard, and its answer lost
    ] {
        world.standin.fault(fault);
        let answer = world.told(ask(QUESTION)).await;
        assert!(quoted(&answer).contains("**A fog bell"));
    }
    // The second try of an answer that was heard is refused, which the stand-in notes.
    world.standin.request("POST", CALLBACK, 2 + 2 + 3 + 2).await;
    let broken: Vec<_> = world
        .standin
        .take_violations()
        .into_iter()
        .map(|v| v.rule)
        .collect();
    assert_eq!(broken, ["40060"]);
}

#[tokio::test]
async fn lasting_failures_are_logged_and_left() {
    let world = World::new().await;
    let bot = world.start();
    for (code, line) in [
        (10062, "10062"),
        (40060, "outcome=\"answered\""),
        (50013, "missing access"),
        (50035, "code 50035"),
    ] {
        let before = callbacks(&world);
        world.standin.fault(Fault::on("POST", CALLBACK).code(code));
        world.standin.send(ask(QUESTION)).await;
        bot.line(line).await;
        assert_eq!(callbacks(&world), before + 1, "code {code} was tried again");
    }
    assert!(quoted(&world.told(ask(QUESTION)).await).contains("**A fog bell"));
    assert!(!bot.text().contains("fog bell"), "{}", bot.text());
}

fn callbacks(world: &World) -> usize {
    world
        .standin
        .requests()
        .iter()
        .filter(|seen| seen.path.ends_with("/callback"))
        .count()
}

#[tokio::test]
async fn one_slow_answer_delays_no_other() {
    let world = World::new().await;
    let _bot = world.start();
    world.told(ask(QUESTION)).await;
    world
        .standin
        .fault(Fault::on("POST", CALLBACK).delay(Duration::from_millis(2_000)));
    let slow = world.standin.send(ask(QUESTION)).await;
    world.standin.arriving("POST", "/interactions/").await;
    let quick = world.standin.send(ask(QUESTION)).await;
    assert!(quick.response().await.latency < Duration::from_secs(1));
    assert!(slow.response().await.latency >= Duration::from_secs(2));
}

#[tokio::test]
async fn two_hundred_at_once_are_all_answered_in_time() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let wider = standin::button(&answer, "Show context");
    let mut sent = Vec::new();
    for n in 0..200u64 {
        let interaction = match n % 4 {
            0 => ask(QUESTION),
            1 => Interaction::command("search").option("text", "the"),
            2 => Interaction::press(&answer, &wider).user(1000 + n),
            _ => Interaction::command("ask").focus("question", "fog"),
        };
        sent.push(world.standin.send(interaction.user(1000 + n)).await);
    }
    let mut slowest = Duration::ZERO;
    for exchange in sent {
        slowest = slowest.max(exchange.response().await.latency);
    }
    println!("the slowest of 200 took {slowest:?}");
    assert!(slowest < Duration::from_secs(3));
}

#[tokio::test]
async fn an_interaction_that_cannot_be_read_is_counted_and_answered() {
    let world = World::new().await;
    let bot = world.start();
    bot.line("ready").await;
    let event = json!({"id": "77", "token": "standin-interaction-token-x", "type": 99, "version": 1, "application_id": "10"});
    world.standin.dispatch("INTERACTION_CREATE", event);
    bot.line("could not be read; 1 since the start").await;
    let call = world
        .standin
        .request("POST", "/interactions/77/*/callback", 1)
        .await;
    assert!(
        call.body["data"]["content"]
            .as_str()
            .unwrap()
            .contains("could not read"),
        "{call:?}"
    );
    world.standin.take_violations(); // the stand-in knows no such interaction
}

#[tokio::test]
async fn a_command_that_is_not_ours_is_told_so() {
    let world = World::new().await;
    let bot = world.start();
    bot.line("ready").await;
    let other = json!([{"type": 1, "name": "other", "description": "Of an older version"}]);
    world
        .standin
        .call("PUT", "/applications/10/commands", other)
        .await;
    let told = world.told(Interaction::command("other")).await;
    assert!(
        told["content"].as_str().unwrap().contains("could not read"),
        "{told:#}"
    );
    bot.line("could not be read; 1 since the start").await;
}

#[tokio::test]
async fn a_button_of_another_time_is_told_so() {
    let world = World::new().await;
    let bot = world.start();
    bot.line("ready").await;
    let row = |id: &str| json!([{"type": 1, "components": [{"type": 2, "style": 2, "label": "Old", "custom_id": id}]}]);
    for id in ["0eAAAA", "1eAAAA", "2eAAAA", "other-bot:7", "1"] {
        let body = json!({"content": "an old message", "components": row(id), "allowed_mentions": {"parse": []}});
        let (_, message) = world
            .standin
            .call("POST", "/channels/30/messages", body)
            .await;
        let told = world.told(Interaction::press(&message, id)).await;
        assert!(
            told["content"].as_str().unwrap().contains("no longer know"),
            "{told:#}"
        );
    }
}

#[tokio::test]
async fn no_word_and_no_token_gets_into_the_log() {
    let world = World::new().await;
    let mut bot = world.start();
    let secret = "xyzzyplugh";
    world.told(ask(&format!("What is {secret}?"))).await;
    world
        .told(Interaction::command("search").option("text", secret))
        .await;
    world.mention(secret).await;
    world.told(ask("Who?").option("document", secret)).await;
    world
        .standin
        .dispatch("MESSAGE_CREATE", json!({"content": secret, "broken": true}));
    world
        .standin
        .send(Interaction::command("ask").focus("question", secret))
        .await
        .choices()
        .await;
    bot.terminate();
    bot.exited().await; // looks for the tokens itself
    assert!(!bot.text().contains(secret), "{}", bot.text());
}
