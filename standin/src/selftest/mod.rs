//! The stand-in's own tests: every rule is shown to fire, and to let the last allowed value pass.
//!
//! No bot and (but for one file) no socket is involved: requests go straight to the function that
//! answers them, so the whole set runs in a moment.

mod commands;
mod components;
mod http;
mod interactions;
mod later;
mod messages;
mod modals;
mod registry;
mod routes;
mod spec;
mod world;

use super::session::{DIRECT_MESSAGES, GUILD_MESSAGES, GUILDS, Identify};
use super::{Config, Exchange, Interaction, Standin};
use serde_json::{Value, json};

/// A stand-in whose bot is this test: identified, with `/ask` registered.
async fn started() -> Standin {
    started_with(Config::default()).await
}

async fn started_with(config: Config) -> Standin {
    let standin = Standin::start(config).await;
    standin.shared.change(|state| {
        let intents = GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES;
        let token = state.config.token.clone();
        state.session.begin(Identify {
            token,
            intents,
            shard: (0, 1),
            presence: Value::Null,
        });
    });
    let (status, body) = standin
        .call("PUT", "/applications/10/commands", json!([ask()]))
        .await;
    assert_eq!(status, 200, "{body:#}");
    standin
}

/// A slash command as serenity writes it, with the nulls and empty lists.
fn ask() -> Value {
    json!({"name": "ask", "name_localizations": {}, "description": "Ask the story",
        "description_localizations": {}, "integration_types": [0, 1], "contexts": [0, 1, 2],
        "nsfw": false, "options": [
        option("question", json!({"required": true, "max_length": 300})),
        option("story", json!({"autocomplete": true})),
    ]})
}

fn option(name: &str, fields: Value) -> Value {
    let option = json!({"type": 3, "name": name, "description": "Words", "required": false,
        "choices": [], "options": [], "channel_types": [], "min_value": null, "max_value": null,
        "min_length": null, "max_length": null, "autocomplete": false});
    with_fields(option, fields)
}

async fn asked(standin: &Standin) -> Exchange {
    standin
        .send(Interaction::command("ask").option("question", "Who?"))
        .await
}

async fn callback(standin: &Standin, exchange: &Exchange, body: Value) -> (u16, Value) {
    let event = exchange.event();
    let id = event["id"].as_str().unwrap_or("");
    standin
        .call(
            "POST",
            &format!("/interactions/{id}/{}/callback", exchange.token()),
            body,
        )
        .await
}

/// A question that was answered with "first", and the webhook by which more can be said.
async fn answered(standin: &Standin) -> (Exchange, String) {
    let exchange = asked(standin).await;
    let first = json!({"type": 4, "data": message("first")});
    callback(standin, &exchange, first).await;

    let webhook = format!("/webhooks/10/{}", exchange.token());
    (exchange, webhook)
}

/// A message with a button, and a press of it that waits for an answer.
async fn pressed(standin: &Standin) -> (Value, Exchange) {
    let exchange = asked(standin).await;
    let button = json!({"type": 2, "style": 1, "custom_id": "next", "label": "Next"});
    let data = message_with(json!({"components": [{"type": 1, "components": [button]}]}));
    assert_eq!(
        callback(standin, &exchange, json!({"type": 4, "data": data}))
            .await
            .0,
        204
    );
    let message = exchange.message().await;
    let press = standin.send(Interaction::press(&message, "next")).await;
    (message, press)
}

/// `base` with the given fields set.
fn with_fields(mut base: Value, fields: Value) -> Value {
    for (field, value) in fields.as_object().into_iter().flatten() {
        base[field] = value.clone();
    }
    base
}

/// The body of a message that breaks no rule.
fn message(content: &str) -> Value {
    json!({"content": content, "allowed_mentions": {"parse": []}})
}

/// `message("x")` with more fields.
fn message_with(fields: Value) -> Value {
    with_fields(message("x"), fields)
}

/// Takes the violations of Discord's rules, leaving out what the specification says besides.
fn rules_broken(standin: &Standin) -> Vec<String> {
    let violations = standin.take_violations().into_iter();
    violations
        .map(|violation| violation.rule)
        .filter(|rule| rule != "openapi")
        .collect()
}

/// Asserts that `answer` is 50035 with `code` at the dotted `path`, and that it was recorded.
fn assert_refused(standin: &Standin, row: &str, answer: (u16, Value), path: &str, code: &str) {
    let (status, body) = answer;
    assert_eq!(
        (status, &body["code"]),
        (400, &json!(50035)),
        "{row}: {body:#}"
    );
    let pointer = format!("/errors/{}/_errors", path.replace('.', "/"));
    let errors = body
        .pointer(&pointer.replace("//", "/"))
        .unwrap_or(&Value::Null);
    let found = errors
        .as_array()
        .is_some_and(|all| all.iter().any(|error| error["code"] == code));
    assert!(found, "{row}: no {code} at {path:?} in {body:#}");
    assert_eq!(rules_broken(standin), ["50035"], "{row}");
}
