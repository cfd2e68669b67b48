//! Connecting, staying connected, and stopping.

use crate::world::{World, ask, assert_stopped, quoted};
use standin::{Config, Fault};
use std::time::Duration;

const QUESTION: &str = "Who sued because of the fog bell?";
const CALLBACK: &str = "/interactions/*/*/callback";

async fn answers(world: &World) {
    assert!(quoted(&world.told(ask(QUESTION)).await).contains("**A fog bell"));
}

#[tokio::test]
async fn only_what_needs_no_privilege_is_asked_for() {
    let world = World::new().await;
    let bot = world.start();
    let identify = world.standin.identified(1).await;
    assert_eq!(
        (identify.intents, identify.shard),
        (1 | 1 << 9 | 1 << 12, (0, 1))
    );
    bot.line("ready").await;
}

#[tokio::test]
async fn op_7_a_cut_socket_and_op_9_are_survived() {
    let world = World::new().await;
    let bot = world.start();
    bot.line("ready").await;
    world.standin.ask_to_reconnect();
    let missed = world.standin.send(ask(QUESTION)).await;
    assert!(world.standin.resumed(1).await.accepted);
    assert!(quoted(&missed.message().await).contains("**A fog bell"));
    bot.line("resumed").await;
    world.standin.cut();
    assert!(world.standin.resumed(2).await.accepted);
    answers(&world).await;
    world.standin.invalidate_session(true);
    assert!(world.standin.resumed(3).await.accepted);
    answers(&world).await;
    world.standin.invalidate_session(false);
    world.standin.identified(2).await;
    answers(&world).await;
    assert_eq!(world.standin.command_writes(), 1);
}

#[tokio::test]
async fn it_comes_back_when_the_gateway_does() {
    let world = World::new().await;
    let bot = world.start();
    bot.line("ready").await;
    world.standin.refuse_connections(true);
    world.standin.cut();
    world.standin.connections(2).await;
    world.standin.refuse_connections(false);
    answers(&world).await;
}

#[tokio::test]
async fn it_reconnects_when_heartbeats_are_not_answered() {
    let world = World::configured(Config {
        heartbeat_interval: Duration::from_millis(250),
        ..Config::default()
    })
    .await;
    let bot = world.start();
    bot.line("ready").await;
    world.standin.heartbeats(1).await;
    world.standin.ignore_heartbeats(true);
    world.standin.connections(2).await;
}

#[tokio::test]
async fn shards_can_be_spread_over_processes() {
    let world = World::new().await;
    let _bot = world.start_args(&["bot", "--shards", "1-1/3"], &[]);
    assert_eq!(world.standin.identified(1).await.shard, (1, 3));
}

#[tokio::test]
async fn told_to_stop_it_finishes_what_it_is_at() {
    let world = World::new().await;
    let mut bot = world.start();
    bot.line("ready").await;
    world
        .standin
        .fault(Fault::on("POST", CALLBACK).delay(Duration::from_millis(700)));
    let under_way = world.standin.send(ask(QUESTION)).await;
    world.standin.arriving("POST", "/interactions/").await;
    bot.terminate();
    assert!(quoted(&under_way.message().await).contains("**A fog bell"));
    assert_stopped(bot.exited().await);
    assert_eq!(world.standin.closed().await, 1000);
}

#[tokio::test]
async fn an_answer_that_never_ends_does_not_keep_it_from_stopping() {
    let world = World::new().await;
    let mut bot = world.start();
    bot.line("ready").await;
    world
        .standin
        .fault(Fault::on("POST", "/channels/*/messages").delay(Duration::from_secs(25)));
    world
        .standin
        .say(standin::ChatMessage::new(QUESTION).mention_bot())
        .await;
    world.standin.arriving("POST", "/channels/").await;
    bot.terminate();
    let began = std::time::Instant::now();
    assert_stopped(bot.exited().await);
    assert!(
        began.elapsed() < Duration::from_secs(7),
        "{:?}",
        began.elapsed()
    );
}

#[tokio::test]
async fn it_stops_while_the_gateway_refuses_connections() {
    let world = World::new().await;
    let mut bot = world.start();
    bot.line("ready").await;
    world.standin.refuse_connections(true);
    world.standin.cut();
    world.standin.connections(2).await;
    bot.interrupt();
    assert_stopped(bot.exited().await);
}

#[tokio::test]
async fn it_can_be_stopped_while_it_starts() {
    let world = World::new().await;
    world
        .standin
        .fault(Fault::on("GET", "/users/@me").delay(Duration::from_secs(20)));
    let mut bot = world.start();
    world.standin.arriving("GET", "/users/@me").await;
    bot.terminate();
    assert_stopped(bot.exited().await);
}
