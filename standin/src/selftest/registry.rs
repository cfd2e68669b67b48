//! What registering commands does to the list, and what one scope may hold.

use super::*;

fn with(fields: Value) -> Value {
    with_fields(ask(), fields)
}

#[tokio::test]
async fn a_scope_takes_each_name_once_and_100_slash_commands() {
    let standin = started().await;
    let put = |list: Value| standin.call("PUT", "/applications/10/commands", list);
    let answer = put(json!([ask(), ask()])).await;
    assert_refused(
        &standin,
        "twice",
        answer,
        "1",
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
    );
    let many = |n: usize| {
        (0..n)
            .map(|n| with(json!({"name": format!("c{n}")})))
            .collect::<Value>()
    };
    let answer = put(many(101)).await;
    assert_refused(&standin, "101", answer, "", "APPLICATION_COMMANDS_MAX");
    assert_eq!(put(many(100)).await.0, 200);
}

#[tokio::test]
async fn registering_keeps_ids_and_counts_writes() {
    let standin = started().await;
    let path = "/applications/10/guilds/20/commands";
    let first = standin.call("PUT", path, json!([ask()])).await.1;
    let again = standin.call("PUT", path, json!([ask()])).await.1;
    assert_eq!(first[0]["id"], again[0]["id"]);
    assert_ne!(first[0]["version"], again[0]["version"]);
    assert_eq!(standin.call("POST", path, ask()).await.0, 200, "replaced");
    let (status, other) = standin
        .call("POST", path, with(json!({"name": "other"})))
        .await;
    assert_eq!(status, 201, "created");
    assert_eq!(standin.commands(Some(20)).await.len(), 2);
    let one = format!("{path}/{}", other["id"].as_str().unwrap());
    let (_, changed) = standin
        .call("PATCH", &one, json!({"description": "new"}))
        .await;
    assert_eq!(changed["description"], "new");
    assert_eq!(
        standin.call("GET", &one, Value::Null).await.1["description"],
        "new"
    );
    assert_eq!(standin.call("DELETE", &one, Value::Null).await.0, 204);
    assert_eq!(
        standin.call("DELETE", &one, Value::Null).await.1["code"],
        10063
    );
    assert_eq!(
        standin
            .call("GET", path, Value::Null)
            .await
            .1
            .as_array()
            .unwrap()
            .len(),
        1
    );
    // The one of `started`, then PUT, PUT, POST, POST, PATCH, DELETE; the failed ones do not count.
    assert_eq!(standin.command_writes(), 7);
}

#[tokio::test]
async fn only_who_asks_for_it_is_told_what_things_are_called_in_other_languages() {
    let standin = started().await;
    let path = "/applications/10/commands";
    let german = json!({"de": "frage"});
    let command = with(json!({"name_localizations": german}));
    standin.call("PUT", path, json!([command])).await;
    let plain = standin.call("GET", path, Value::Null).await.1;
    assert_eq!(plain[0]["name_localizations"], Value::Null);
    let whole = format!("{path}?with_localizations=true");
    let whole = standin.call("GET", &whole, Value::Null).await.1;
    assert_eq!(whole[0]["name_localizations"], german);
}
