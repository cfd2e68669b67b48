//! After the first answer: deferred ones, edits, follow-ups.

use super::*;
use std::time::Duration;

#[tokio::test]
async fn a_deferred_answer_is_ephemeral_or_not_and_nothing_else() {
    let rows = [
        (json!({"flags": 4}), "flags", "STANDIN_FLAGS"),
        (json!({"content": "x"}), "content", "STANDIN_DEFERRED"),
        (
            json!({"embeds": [{"title": "t"}]}),
            "embeds",
            "STANDIN_DEFERRED",
        ),
        (json!({"components": []}), "components", "STANDIN_DEFERRED"),
    ];
    for (data, field, code) in rows {
        let standin = started().await;
        let exchange = asked(&standin).await;
        let answer = callback(&standin, &exchange, json!({"type": 5, "data": data})).await;
        assert_refused(&standin, field, answer, &format!("data.{field}"), code);
    }
}

#[tokio::test]
async fn a_deferred_answer_is_filled_in_and_stays_private() {
    for by_follow_up in [false, true] {
        let standin = started().await;
        let exchange = asked(&standin).await;
        let webhook = format!("/webhooks/10/{}", exchange.token());
        let (_, early) = standin.call("POST", &webhook, message("too early")).await;
        assert_eq!(early["code"], 10015);
        callback(
            &standin,
            &exchange,
            json!({"type": 5, "data": {"flags": 64}}),
        )
        .await;
        let original = format!("{webhook}/messages/@original");
        assert_eq!(
            standin.call("GET", &original, Value::Null).await.1["flags"],
            64 | 128
        );
        let text = message("  the answer\n");
        let (status, shown) = if by_follow_up {
            standin.call("POST", &webhook, text).await
        } else {
            standin.call("PATCH", &original, text).await
        };
        assert_eq!(
            (status, &shown["content"]),
            (200, &json!("the answer")),
            "trimmed"
        );
        let edited = exchange.edited().await;
        assert_eq!(edited.message["flags"], 64);
        assert_eq!(
            standin.only_for(shown["id"].as_str().unwrap()).as_deref(),
            Some("40")
        );
        assert_eq!(rules_broken(&standin), ["10015"]);
    }
}

#[tokio::test]
async fn edits_keep_what_they_do_not_name_and_leave_something() {
    let standin = started().await;
    let (message, press) = pressed(&standin).await;
    let gone = callback(
        &standin,
        &press,
        json!({"type": 7, "data": {"components": []}}),
    )
    .await;
    assert_eq!(
        gone.0, 204,
        "buttons can be taken away without naming mentions: {:#}",
        gone.1
    );
    let now = press.message().await;
    assert_eq!((&now["id"], &now["content"]), (&message["id"], &json!("x")));
    assert_eq!(now["components"], json!([]));
    let original = format!("/webhooks/10/{}/messages/@original", press.token());
    let (_, body) = standin
        .call("PATCH", &original, json!({"content": ""}))
        .await;
    assert_eq!(body["code"], 50006);
    assert_eq!(standin.call("DELETE", &original, Value::Null).await.0, 204);
    assert_eq!(
        standin.call("GET", &original, Value::Null).await.1["code"],
        10008
    );
    assert_eq!(rules_broken(&standin), ["50006"]);
}

#[tokio::test]
async fn follow_ups_are_messages_of_their_own() {
    let standin = started().await;
    let (exchange, webhook) = answered(&standin).await;
    let (status, body) = standin.call("POST", &webhook, message("second")).await;
    assert_eq!((status, &body["content"]), (200, &json!("second")));
    assert_eq!(exchange.followup(0).await["content"], "second");
    let one = format!("{webhook}/messages/{}", body["id"].as_str().unwrap());
    let (_, edited) = standin.call("PATCH", &one, message("changed")).await;
    assert_eq!(edited["content"], "changed");
    assert_eq!(exchange.message().await["content"], "first");
    assert_eq!(standin.call("DELETE", &one, Value::Null).await.0, 204);
}

#[tokio::test]
async fn a_user_installed_app_follows_up_five_times() {
    let standin = started().await;
    let ask = Interaction::command("ask")
        .option("question", "Who?")
        .user_install();
    let exchange = standin.send(ask).await;
    callback(
        &standin,
        &exchange,
        json!({"type": 4, "data": message("first")}),
    )
    .await;
    let webhook = format!("/webhooks/10/{}", exchange.token());
    for _ in 0..5 {
        assert_eq!(standin.call("POST", &webhook, message("more")).await.0, 200);
    }
    assert_eq!(
        standin.call("POST", &webhook, message("more")).await.1["code"],
        40094
    );
    assert_eq!(rules_broken(&standin), ["40094"]);
}

#[tokio::test]
async fn a_token_does_not_live_for_ever() {
    let standin = started_with(Config {
        token_lives: Duration::ZERO,
        ..Config::default()
    })
    .await;
    let (_, webhook) = answered(&standin).await;
    let (status, body) = standin.call("POST", &webhook, message("more")).await;
    assert_eq!((status, &body["code"]), (401, &json!(50027)));
    assert_eq!(rules_broken(&standin), ["50027"]);
}

#[tokio::test]
async fn an_answer_can_ask_for_its_message() {
    let standin = started().await;
    let exchange = asked(&standin).await;
    let id = exchange.event()["id"].as_str().unwrap().to_owned();
    let path = format!(
        "/interactions/{id}/{}/callback?with_response=true",
        exchange.token()
    );
    let answer = json!({"type": 4, "data": message("x")});
    let (status, body) = standin.call("POST", &path, answer).await;
    assert_eq!(
        (status, &body["resource"]["message"]["content"]),
        (200, &json!("x"))
    );
}

#[tokio::test]
async fn an_update_that_names_no_attachments_drops_them() {
    let standin = started().await;
    let (message, _) = pressed(&standin).await;
    let files = json!([{"id": "0", "filename": "a.txt", "size": 1, "url": "u", "proxy_url": "u"}]);
    let id = message["id"].as_str().unwrap().to_owned();
    let rows = [(json!([{"id": 0}]), 1), (json!([]), 0)];
    for (named, left) in rows {
        standin.shared.change(|state| {
            state.messages.get_mut(&id).unwrap().json["attachments"] = files.clone();
        });
        let press = standin.send(Interaction::press(&message, "next")).await;
        let data = message_with(json!({"attachments": named}));
        callback(&standin, &press, json!({"type": 7, "data": data})).await;
        assert_eq!(
            press.message().await["attachments"]
                .as_array()
                .unwrap()
                .len(),
            left
        );
    }
}
