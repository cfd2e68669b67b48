//! Answering interactions: once, in time, with a fitting type.

use super::*;
use std::time::Duration;

#[tokio::test]
async fn an_interaction_is_answered_once() {
    let standin = started().await;
    let exchange = asked(&standin).await;
    assert_eq!(standin.unanswered().len(), 1);
    let answer = json!({"type": 4, "data": message("x")});
    assert_eq!(callback(&standin, &exchange, answer.clone()).await.0, 204);
    let (status, body) = callback(&standin, &exchange, answer).await;
    assert_eq!((status, &body["code"]), (400, &json!(40060)));
    assert_eq!(rules_broken(&standin), ["40060"]);
    assert!(standin.unanswered().is_empty());
}

#[tokio::test]
async fn an_answer_that_is_late_or_for_nobody_is_unknown() {
    let standin = started_with(Config {
        answer_within: Duration::ZERO,
        ..Config::default()
    })
    .await;
    let exchange = asked(&standin).await;
    let answer = json!({"type": 4, "data": message("x")});
    let (status, body) = callback(&standin, &exchange, answer.clone()).await;
    assert_eq!((status, &body["code"]), (404, &json!(10062)));
    let standin2 = started().await;
    let exchange = asked(&standin2).await;
    let id = exchange.event()["id"].as_str().unwrap().to_owned();
    for (id, token) in [(id.as_str(), "wrong"), ("1", exchange.token())] {
        let path = format!("/interactions/{id}/{token}/callback");
        assert_eq!(
            standin2.call("POST", &path, answer.clone()).await.1["code"],
            10062
        );
    }
    assert_eq!(rules_broken(&standin), ["10062"]);
    assert_eq!(rules_broken(&standin2), ["10062", "10062"]);
}

#[tokio::test]
async fn the_type_of_an_answer_fits_the_interaction() {
    let answers = [
        json!({"type": 4, "data": message("x")}),
        json!({"type": 5, "data": {}}),
        json!({"type": 6, "data": null}),
        json!({"type": 7, "data": message("y")}),
        json!({"type": 8, "data": {"choices": []}}),
        json!({"type": 9, "data": {"title": "t", "custom_id": "m", "components": [{"type": 1,
            "components": [{"type": 4, "custom_id": "i", "style": 1, "label": "l"}]}]}}),
    ];
    let fitting: [(&str, &[u64]); 4] = [
        ("command", &[4, 5, 9]),
        ("press", &[4, 5, 6, 7, 9]),
        ("typing", &[8]),
        ("modal", &[4, 5]),
    ];
    for (kind, allowed) in fitting {
        for answer in &answers {
            let standin = started().await;
            let exchange = match kind {
                "command" => asked(&standin).await,
                "press" => pressed(&standin).await.1,
                "typing" => {
                    standin
                        .send(Interaction::command("ask").focus("story", "a"))
                        .await
                }
                _ => {
                    standin
                        .send(Interaction::submit(&answers[5]["data"], &[("i", "v")]))
                        .await
                }
            };
            let row = format!("{kind} answered with {}", answer["type"]);
            let given = callback(&standin, &exchange, answer.clone()).await;
            if allowed.contains(&answer["type"].as_u64().unwrap()) {
                assert_eq!(given.0, 204, "{row}: {:#}", given.1);
            } else {
                let code = "INTERACTION_CALLBACK_TYPE_INVALID";
                assert_refused(&standin, &row, given, "type", code);
            }
        }
    }
}
