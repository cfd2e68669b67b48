//! Message limits: for each, the longest text that passes and the shortest that does not.

use super::*;

/// Sends both bodies as the first answer to an interaction.
async fn check(row: &str, passes: Value, refused: Value, path: &str, code: &str) {
    let standin = started().await;
    let exchange = asked(&standin).await;
    let answer = callback(&standin, &exchange, json!({"type": 4, "data": refused})).await;
    assert_refused(&standin, row, answer, &format!("data.{path}"), code);
    let (status, body) = callback(&standin, &exchange, json!({"type": 4, "data": passes})).await;
    assert_eq!(status, 204, "{row}: {body:#}");
}

fn embed(embed: Value) -> Value {
    json!({"embeds": [embed], "allowed_mentions": {"parse": []}})
}

fn field(name: &str, value: &str) -> Value {
    embed(json!({"fields": [{"name": name, "value": value, "inline": false}]}))
}

fn fields(n: usize) -> Value {
    embed(json!({"fields": vec![json!({"name": "n", "value": "v"}); n]}))
}

/// Two embeds with `total` units between them, which no limit of one embed forbids.
fn embeds_of(total: usize) -> Value {
    let one = |n: usize| json!({"description": "d".repeat(n)});
    json!({"embeds": [one(4000), one(total - 4000)], "allowed_mentions": {"parse": []}})
}

#[tokio::test]
async fn every_text_of_a_message_has_its_limit() {
    let long = |n: usize| "a".repeat(n);
    let too_long = "BASE_TYPE_MAX_LENGTH";
    type Make = fn(&str) -> Value;
    let rows: [(&str, Make, usize, &str); 5] = [
        ("content", |text| message(text), 2000, "content"),
        (
            "title",
            |text| embed(json!({"title": text})),
            256,
            "embeds.0.title",
        ),
        (
            "description",
            |text| embed(json!({"description": text})),
            4096,
            "embeds.0.description",
        ),
        (
            "footer",
            |text| embed(json!({"footer": {"text": text}})),
            2048,
            "embeds.0.footer.text",
        ),
        (
            "author",
            |text| embed(json!({"author": {"name": text}})),
            256,
            "embeds.0.author.name",
        ),
    ];
    for (row, make, max, path) in rows {
        check(row, make(&long(max)), make(&long(max + 1)), path, too_long).await;
    }
}

#[tokio::test]
async fn lengths_are_counted_in_utf16_units() {
    // A thousand of these are 1000 characters and 2000 units.
    let (passes, refused) = ("😀".repeat(1000), "😀".repeat(1000) + "a");
    check(
        "emoji",
        message(&passes),
        message(&refused),
        "content",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
}

#[tokio::test]
async fn embed_fields_are_limited_in_number_name_and_value() {
    let long = |n: usize| "a".repeat(n);
    let bad = "BASE_TYPE_BAD_LENGTH";
    check("25 fields", fields(25), fields(26), "embeds.0.fields", bad).await;
    let name = "embeds.0.fields.0.name";
    check(
        "name",
        field(&long(256), "v"),
        field(&long(257), "v"),
        name,
        bad,
    )
    .await;
    check(
        "no name",
        field("n", "v"),
        field(" ", "v"),
        name,
        "BASE_TYPE_REQUIRED",
    )
    .await;
    let value = "embeds.0.fields.0.value";
    check(
        "value",
        field("n", &long(1024)),
        field("n", &long(1025)),
        value,
        bad,
    )
    .await;
}

#[tokio::test]
async fn embeds_are_limited_in_number_and_together() {
    let many = |n: usize| json!({"embeds": vec![json!({"title": "t"}); n], "allowed_mentions": {"parse": []}});
    check(
        "10 embeds",
        many(10),
        many(11),
        "embeds",
        "BASE_TYPE_BAD_LENGTH",
    )
    .await;
    let code = "MAX_EMBED_SIZE_EXCEEDED";
    check(
        "6000 in all",
        embeds_of(6000),
        embeds_of(6001),
        "embeds",
        code,
    )
    .await;
    let all = |extra: usize| {
        embed(
            json!({"title": "t".repeat(256), "description": "d".repeat(4096),
            "author": {"name": "a".repeat(256)}, "footer": {"text": "f".repeat(1000)},
            "fields": [{"name": "n".repeat(192), "value": "v".repeat(200 + extra)}]}),
        )
    };
    check("every part counts", all(0), all(1), "embeds", code).await;
    let empty = embed(json!({"color": 1}));
    check(
        "nothing in it",
        all(0),
        empty,
        "embeds.0.description",
        "BASE_TYPE_REQUIRED",
    )
    .await;
}

#[tokio::test]
async fn every_message_says_that_nobody_is_mentioned() {
    let code = "STANDIN_ALLOWED_MENTIONS";
    let with = |allowed: Value| json!({"content": "@everyone", "allowed_mentions": allowed});
    let good = || with(json!({"parse": [], "users": [], "roles": [], "replied_user": true}));
    let rows = [
        (
            "absent",
            json!({"content": "@everyone"}),
            "allowed_mentions",
        ),
        ("null", with(Value::Null), "allowed_mentions"),
        ("no parse", with(json!({})), "allowed_mentions"),
        (
            "everyone",
            with(json!({"parse": ["everyone"]})),
            "allowed_mentions",
        ),
        (
            "a user",
            with(json!({"parse": [], "users": ["40"]})),
            "allowed_mentions.users",
        ),
        (
            "a role",
            with(json!({"parse": [], "roles": ["40"]})),
            "allowed_mentions.roles",
        ),
        (
            "embeds too",
            json!({"embeds": [{"title": "t"}]}),
            "allowed_mentions",
        ),
    ];
    for (row, refused, path) in rows {
        check(row, good(), refused, path, code).await;
    }
}

#[tokio::test]
async fn unknown_flags_are_refused() {
    let flags = |flags: u64| message_with(json!({"flags": flags}));
    check("flags", flags(64), flags(128), "flags", "STANDIN_FLAGS").await;
}

#[tokio::test]
async fn an_empty_message_is_refused() {
    let standin = started().await;
    for data in [
        json!({}),
        message(""),
        message(" \n"),
        json!({"embeds": []}),
    ] {
        let data = if data["content"].is_null() {
            data
        } else {
            message_with(data)
        };
        let exchange = asked(&standin).await;
        let (_, body) = callback(&standin, &exchange, json!({"type": 4, "data": data})).await;
        assert_eq!(body["code"], 50006, "{data}");
        assert_eq!(rules_broken(&standin), ["50006"], "{data}");
    }
}

#[tokio::test]
async fn the_same_limits_hold_for_follow_ups_edits_and_channel_messages() {
    let standin = started().await;
    let (_, webhook) = answered(&standin).await;
    let original = format!("{webhook}/messages/@original");
    let rows = [
        ("POST", webhook.as_str()),
        ("PATCH", &original),
        ("POST", "/channels/30/messages"),
    ];
    for (method, path) in rows {
        let row = format!("{method} {path}");
        let answer = standin.call(method, path, message(&"a".repeat(2001))).await;
        assert_refused(&standin, &row, answer, "content", "BASE_TYPE_MAX_LENGTH");
        let answer = standin.call(method, path, json!({"content": "x"})).await;
        assert_refused(
            &standin,
            &row,
            answer,
            "allowed_mentions",
            "STANDIN_ALLOWED_MENTIONS",
        );
        let (status, _) = standin.call(method, path, message("fits")).await;
        assert_eq!(status, 200, "{row}");
    }
}
