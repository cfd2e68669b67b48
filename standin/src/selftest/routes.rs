//! Routes, the token, faults, channels.

use super::super::rest::{self, Call};
use super::*;
use crate::Fault;
use std::time::Duration;

/// The status with which it is taken that the bot types.
async fn typing(standin: &Standin) -> u16 {
    let path = "/channels/30/typing";
    standin.call("POST", path, Value::Null).await.0
}

#[tokio::test]
async fn an_unknown_path_is_a_violation() {
    let standin = started().await;
    let rows = [
        ("GET", "/guilds/20/members"),
        ("PUT", "/channels/30/messages"),
        ("GET", "/webhooks/11/t"),
        ("DELETE", "/applications/10/commands"),
    ];
    for (method, path) in rows {
        assert_eq!(
            standin.call(method, path, Value::Null).await.0,
            404,
            "{method} {path}"
        );
        assert_eq!(rules_broken(&standin), ["404"], "{method} {path}");
    }
}

#[tokio::test]
async fn the_routes_of_a_starting_bot_are_there() {
    let standin = started().await;
    let get = |path: &'static str| standin.call("GET", path, Value::Null);
    assert!(
        get("/gateway").await.1["url"]
            .as_str()
            .unwrap()
            .starts_with("ws://127.0.0.1:")
    );
    assert_eq!(
        get("/gateway/bot").await.1["session_start_limit"]["max_concurrency"],
        1
    );
    assert_eq!(get("/users/@me").await.1["id"], "10");
    for path in ["/applications/@me", "/oauth2/applications/@me"] {
        assert_eq!(get(path).await.1["id"], "10");
    }
    assert_eq!(typing(&standin).await, 204);
    let dm = standin
        .call("POST", "/users/@me/channels", json!({"recipient_id": "40"}))
        .await
        .1;
    assert_eq!(
        (&dm["type"], &dm["recipients"][0]["id"]),
        (&json!(1), &json!("40"))
    );
}

#[tokio::test]
async fn a_request_needs_the_right_token() {
    let standin = started().await;
    let right = format!("Bot {}", standin.token());
    let rows = [
        (None, "/users/@me", 401),
        (None, "/gateway/bot", 401),
        (None, "/gateway", 200),
        (Some("Bot wrong".to_owned()), "/gateway", 200),
        (Some("Bot wrong".to_owned()), "/webhooks/10/t", 401),
        (Some(standin.token()), "/users/@me", 401),
        (Some(right), "/users/@me", 200),
    ];
    for (authorization, path, status) in rows {
        let row = format!("{path} with {authorization:?}");
        let call = Call {
            method: "GET".to_owned(),
            path: path.to_owned(),
            query: String::new(),
            authorization,
            body: Default::default(),
            arrived: tokio::time::Instant::now(),
        };
        let reply = rest::answer(&standin.shared, call).await;
        assert_eq!(reply.status, status, "{row}");
        let broken = if status == 401 { vec!["401"] } else { vec![] };
        assert_eq!(rules_broken(&standin), broken, "{row}");
    }
}

#[tokio::test]
async fn faults_hit_their_route_as_often_as_told() {
    let standin = started().await;
    standin.fault(
        Fault::on("POST", "/channels/*/messages")
            .code(50013)
            .times(2),
    );
    standin.fault(Fault::on("GET", "/users/@me").status(500).always());
    let post = || standin.call("POST", "/channels/30/messages", message("x"));
    assert_eq!(typing(&standin).await, 204);
    for (status, code) in [(403, json!(50013)), (403, json!(50013)), (200, Value::Null)] {
        let (got, body) = post().await;
        assert_eq!((got, &body["code"]), (status, &code));
    }
    for _ in 0..3 {
        assert_eq!(
            standin.call("GET", "/users/@me", Value::Null).await,
            (500, Value::Null)
        );
    }
    standin.clear_faults();
    assert_eq!(standin.call("GET", "/users/@me", Value::Null).await.0, 200);
    assert_eq!(
        standin
            .request("POST", "/channels/*/messages", 3)
            .await
            .status,
        200
    );
    assert_eq!(
        rules_broken(&standin),
        Vec::<String>::new(),
        "an injected fault is not the bot's"
    );
}

#[tokio::test]
async fn every_kind_of_fault_has_discords_form() {
    let standin = started().await;
    let on = || Fault::on("*", "/users/@me");
    let rows = [
        (
            on().rate_limited(0.25),
            429,
            json!({"retry_after": 0.25, "global": false,
            "message": "You are being rate limited."}),
        ),
        (
            on().rate_limited_globally(1.0),
            429,
            json!({"retry_after": 1.0, "global": true,
            "message": "You are being rate limited."}),
        ),
        (
            on().code(10062),
            404,
            json!({"code": 10062, "message": "Unknown interaction"}),
        ),
        (
            on().code(50001),
            403,
            json!({"code": 50001, "message": "Missing Access"}),
        ),
        (on().status(502), 502, Value::Null),
    ];
    for (fault, status, body) in rows {
        standin.fault(fault);
        assert_eq!(
            standin.call("GET", "/users/@me", Value::Null).await,
            (status, body)
        );
    }
}

#[tokio::test]
async fn work_can_be_done_and_its_answer_lost() {
    let standin = started().await;
    let exchange = asked(&standin).await;
    standin.fault(
        Fault::on("POST", "/interactions/*/*/callback")
            .status(500)
            .after_work(),
    );
    let answer = json!({"type": 4, "data": message("x")});
    assert_eq!(callback(&standin, &exchange, answer.clone()).await.0, 500);
    assert_eq!(exchange.message().await["content"], "x");
    assert_eq!(callback(&standin, &exchange, answer).await.1["code"], 40060);
    assert_eq!(rules_broken(&standin), ["40060"]);
}

#[tokio::test]
async fn a_delay_can_make_an_answer_late() {
    let answer_within = Duration::from_millis(5);
    let standin = started_with(Config {
        answer_within,
        ..Config::default()
    })
    .await;
    let exchange = asked(&standin).await;
    let fault = Fault::on("POST", "/interactions/*/*/callback").delay(answer_within * 2);
    standin.fault(fault);
    let answer = json!({"type": 4, "data": message("x")});
    assert_eq!(callback(&standin, &exchange, answer).await.1["code"], 10062);
    assert_eq!(rules_broken(&standin), ["10062"]);
}

#[tokio::test]
async fn channel_messages_can_be_read_edited_deleted_and_answered() {
    let standin = started().await;
    let said = standin
        .say(crate::ChatMessage::new("hello").mention_bot())
        .await;
    let reference = json!({"message_id": said.message["id"], "channel_id": "30"});
    let reply = message_with(json!({"message_reference": reference}));
    let (_, sent) = standin.call("POST", "/channels/30/messages", reply).await;
    assert_eq!(
        (&sent["type"], said.reply().await),
        (&json!(19), sent.clone())
    );
    let path = format!("/channels/30/messages/{}", sent["id"].as_str().unwrap());
    assert_eq!(
        standin.call("PATCH", &path, message("y")).await.1["content"],
        "y"
    );
    assert_eq!(
        standin.call("GET", &path, Value::Null).await.1["content"],
        "y"
    );
    assert_eq!(standin.call("DELETE", &path, Value::Null).await.0, 204);
    assert_eq!(
        standin.call("GET", &path, Value::Null).await.1["code"],
        10008
    );
    let theirs = format!(
        "/channels/30/messages/{}",
        said.message["id"].as_str().unwrap()
    );
    assert_eq!(
        standin.call("PATCH", &theirs, message("y")).await.1["code"],
        50005
    );
    assert_eq!(rules_broken(&standin), ["50005"]);
    let lost = json!({"message_reference": {"message_id": "1", "channel_id": "30"}});
    let answer = standin
        .call("POST", "/channels/30/messages", message_with(lost))
        .await;
    assert_refused(
        &standin,
        "lost",
        answer,
        "message_reference",
        "REPLIES_UNKNOWN_MESSAGE",
    );
}

#[tokio::test]
#[should_panic(expected = "the real Discord")]
async fn the_gateways_address_cannot_be_made_to_fail() {
    started()
        .await
        .fault(Fault::on("*", "/gateway").status(500));
}
