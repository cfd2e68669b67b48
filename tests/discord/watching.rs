//! What the operator sees: the log's lines, the figures, and whether the bot is well.

use crate::world::{World, ask};
use serde_json::Value;
use standin::{Bot, Fault, Interaction};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const QUESTION: &str = "Who sued because of the fog bell?";

/// Where the bot serves its figures.
pub async fn address(bot: &Bot) -> String {
    let line = bot.line("figures on http://").await;
    line.split_once("http://")
        .unwrap()
        .1
        .split('/')
        .next()
        .unwrap()
        .to_owned()
}

/// Status and body of an answer to GET.
pub async fn get(address: &str, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
}

/// One figure, by its name with its labels.
pub async fn figure(address: &str, name: &str) -> f64 {
    let (_, text) = get(address, "/metrics").await;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in\n{text}"))
        .parse()
        .unwrap()
}

/// Waits until the health is answered with this status, and returns what is said.
async fn health(address: &str, status: u16) -> String {
    let asked = async {
        loop {
            let (now, said) = get(address, "/healthz").await;
            if now == status {
                return said;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), asked)
        .await
        .expect("the health changes in time")
}

#[tokio::test]
async fn the_figures_tell_what_happened() {
    let world = World::new().await;
    let bot = world.start_with(&[("METRICS_ADDR", "127.0.0.1:0")]);
    let address = address(&bot).await;
    world.told(ask(QUESTION)).await;
    world
        .told(ask("What colour was the unicorn's saddle?"))
        .await;
    world.told(Interaction::command("help")).await;
    world
        .standin
        .send(Interaction::command("ask").focus("question", "fog"))
        .await
        .choices()
        .await;
    world.mention(QUESTION).await;
    world
        .standin
        .fault(Fault::on("POST", "/interactions/*/*/callback").code(50013));
    world.standin.send(ask(QUESTION)).await;
    bot.line("missing access").await;
    let expected = [
        (
            r#"pullquote_interactions_total{kind="command",outcome="answered"}"#,
            1.0,
        ),
        (
            r#"pullquote_interactions_total{kind="command",outcome="not_answered"}"#,
            1.0,
        ),
        (
            r#"pullquote_interactions_total{kind="command",outcome="done"}"#,
            1.0,
        ),
        (
            r#"pullquote_interactions_total{kind="command",outcome="undelivered"}"#,
            1.0,
        ),
        (
            r#"pullquote_interactions_total{kind="message",outcome="answered"}"#,
            1.0,
        ),
        (r#"pullquote_errors_total{kind="access"}"#, 1.0),
        (
            r#"pullquote_seconds_count{kind="command",stage="core"}"#,
            4.0,
        ),
        (r#"pullquote_gateway_shards{state="connected"}"#, 1.0),
        ("pullquote_index_documents", 5.0),
        ("pullquote_in_flight", 0.0),
        ("pullquote_queue", 0.0),
    ];
    // The line of the log comes after the figure, and the answer before both.
    bot.line("kind=\"message\"").await;
    for (name, value) in expected {
        assert_eq!(figure(&address, name).await, value, "{name}");
    }
    assert!(figure(&address, "pullquote_index_built_timestamp_seconds").await > 1e9);
    assert!(figure(&address, "pullquote_index_text_bytes").await > 5e3);
}

#[tokio::test]
async fn an_update_that_fails_is_told_once_counted_each_time_and_told_when_it_works_again() {
    let world = World::new().await;
    world.write("strange.xyz", "In no format of ours.");
    let bot = world.start_with(&[("METRICS_ADDR", "127.0.0.1:0")]);
    let address = address(&bot).await;
    bot.line("ready").await;
    assert_eq!(figure(&address, "pullquote_index_unread_files").await, 1.0);
    let build = format!(
        "pullquote_build_info{{version=\"{}\"}}",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(figure(&address, &build).await, 1.0);
    assert_eq!(
        figure(&address, "pullquote_failed_updates_total").await,
        0.0
    );

    let away = world.dir.path().join("away");
    std::fs::rename(world.corpus(), &away).unwrap();
    bot.line("library not updated, still 5 texts").await;
    assert!(figure(&address, "pullquote_failed_updates_total").await >= 1.0);
    std::fs::rename(&away, world.corpus()).unwrap();
    bot.line("library can be updated again, and is up to date: 5 texts")
        .await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_crowd_that_does_not_ask_leaves_health_answers_and_updates_untouched() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    // Our side of the connections takes files, too.
    let hard = getrlimit(Resource::Nofile).maximum;
    let most = Rlimit {
        current: hard,
        maximum: hard,
    };
    let world = World::new().await;
    let bot = world.start_with(&[("METRICS_ADDR", "127.0.0.1:0")]);
    let address = address(&bot).await;
    bot.line("ready").await;
    setrlimit(Resource::Nofile, most).unwrap();

    let mut crowd = Vec::new();
    for _ in 0..1_100 {
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        std::io::Write::write_all(&mut stream, b"GET /heal").unwrap();
        crowd.push(stream);
    }
    assert_eq!(health(&address, 200).await, "ok\n");
    world.told(ask(QUESTION)).await;
    world.write("new.txt", "The walrus plays chess.");
    bot.line("library updated: 1 text read").await;
    assert_eq!(health(&address, 200).await, "ok\n");
}

#[tokio::test]
async fn health_follows_the_gateway() {
    let world = World::new().await;
    let bot = world.start_with(&[("METRICS_ADDR", "127.0.0.1:0")]);
    let address = address(&bot).await;
    assert_eq!(health(&address, 200).await, "ok\n");
    world.standin.refuse_connections(true);
    world.standin.cut();
    assert!(health(&address, 503).await.contains("0 of 1 connections"));
    world.standin.refuse_connections(false);
    health(&address, 200).await;
    assert_eq!(get(&address, "/elsewhere").await.0, 404);
}

#[tokio::test]
async fn an_address_that_cannot_be_had_is_said_at_the_start() {
    let world = World::new().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken
        .local_addr()
        .map(|address| (address.to_string(), taken))
        .unwrap();
    for (address, said) in [
        (taken.0.as_str(), "is taken by another program"),
        (
            "here",
            "METRICS_ADDR is set to something that it cannot be. It must be",
        ),
        ("203.0.113.1:9100", "Use an address of this machine"),
    ] {
        let mut bot = world.start_with(&[("METRICS_ADDR", address)]);
        assert_eq!(bot.exited().await.code(), Some(2), "{}", bot.text());
        assert!(bot.text().contains(said), "{said}: {}", bot.text());
    }
}

#[tokio::test]
async fn a_line_of_json_has_kind_outcome_and_latencies_and_nothing_of_anyone() {
    let world = World::new().await;
    let mut bot = world.start_with(&[("PULLQUOTE_LOG_FORMAT", "json")]);
    bot.line("ready").await;
    world.told(ask(QUESTION).user(4_242)).await;
    bot.line("answered").await;
    bot.terminate();
    bot.exited().await;
    let mut seen = 0;
    for line in bot
        .lines()
        .iter()
        .filter_map(|line| line.strip_prefix("! {"))
    {
        let line: Value = serde_json::from_str(&format!("{{{line}")).unwrap();
        if line["kind"] == "command" {
            seen += 1;
            assert_eq!(
                (&line["message"], &line["outcome"]),
                (&Value::from("ask"), &Value::from("answered"))
            );
            let stages = ["queue_ms", "core_ms", "send_ms", "total_ms"]
                .map(|stage| line[stage].as_f64().unwrap());
            assert!(
                (stages[0] + stages[1] + stages[2] - stages[3]).abs() < 0.5,
                "{line}"
            );
        }
    }
    assert_eq!(seen, 1, "{}", bot.text());
    assert!(
        !bot.text().contains("fog") && !bot.text().contains("4242"),
        "{}",
        bot.text()
    );
}

#[tokio::test]
async fn with_a_higher_level_the_log_is_silent_about_what_went_well() {
    let world = World::new().await;
    let mut bot = world.start_with(&[("PULLQUOTE_LOG_LEVEL", "warn")]);
    world.told(ask(QUESTION)).await;
    bot.terminate();
    bot.exited().await;
    assert!(!bot.text().contains("INFO"), "{}", bot.text());
}
