//! The first answer to an interaction: in time, once, of a type that fits, within the limits.
//!
//! A refused answer leaves the interaction unanswered, as on Discord, so a bot may try again with
//! a shorter text while its three seconds last.

use super::form::Form;
use super::message::{self, Draft, EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS};
use super::reply::Reply;
use super::rest::Call;
use super::state::{Live, Response, State};
use super::{command_limits, components};
use serde_json::{Value, json};

pub const MESSAGE: u64 = 4;
pub const DEFERRED: u64 = 5;
pub const DEFERRED_UPDATE: u64 = 6;
pub const UPDATE: u64 = 7;
pub const CHOICES: u64 = 8;
pub const MODAL: u64 = 9;

/// Handles `POST /interactions/ID/TOKEN/callback`.
pub fn answer(state: &mut State, call: &Call, id: &str, token: &str) -> Reply {
    let within = state.config.answer_within;
    let Some(live) = state
        .interaction(token)
        .filter(|live| live.id == id)
        .map(|live| live.clone())
    else {
        return Reply::discord(10062);
    };
    let latency = call.arrived.duration_since(live.sent);
    if live.response.is_some() {
        return Reply::discord(40060);
    }
    if latency > within {
        return Reply::discord(10062);
    }
    let (kind, data) = (
        call.body.json["type"].as_u64().unwrap_or(0),
        &call.body.json["data"],
    );
    if let Some(reply) = refuse(&live, kind, data, call.body.files.len()) {
        return reply;
    }
    let original = match apply(state, &live, kind, call) {
        Ok(original) => original,
        Err(reply) => return reply,
    };
    let shown = original
        .as_ref()
        .and_then(|id| state.messages.get(id))
        .map(|m| m.json.clone());
    let live = state.interaction(token).expect("found above");
    live.original = original;
    live.response = Some(Response {
        kind,
        data: data.clone(),
        latency,
    });
    if call.query.contains("with_response=true") {
        return Reply::json(with_response(live, kind, shown));
    }
    Reply::no_content()
}

fn with_response(live: &Live, kind: u64, message: Option<Value>) -> Value {
    json!({"interaction": {"id": live.id, "type": live.kind},
           "resource": {"type": kind, "message": message}})
}

/// The callback types that an interaction of type `kind` may be answered with.
fn allowed(live: &Live) -> &'static [u64] {
    let on_message = live.event["message"].is_object();
    match live.kind {
        2 => &[MESSAGE, DEFERRED, MODAL],
        3 => &[MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL],
        4 => &[CHOICES],
        5 if on_message => &[MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE],
        5 => &[MESSAGE, DEFERRED],
        _ => &[],
    }
}

fn refuse(live: &Live, kind: u64, data: &Value, files: usize) -> Option<Reply> {
    let mut form = Form::default();
    if !allowed(live).contains(&kind) {
        let message = format!(
            "Type {kind} does not answer an interaction of type {}",
            live.kind
        );
        form.reject("type", "INTERACTION_CALLBACK_TYPE_INVALID", message);
        return Some(Reply::invalid_form(&form.problems));
    }
    match kind {
        MESSAGE => return message::refuse(data, files, "data", sending()),
        DEFERRED => deferred(&mut form, data),
        CHOICES => command_limits::choices(&mut form, &data["choices"], "data.choices"),
        MODAL => components::modal(&mut form, data, "data"),
        // An update is checked after it is merged into the message that it changes.
        _ => {}
    }
    (!form.problems.is_empty()).then(|| Reply::invalid_form(&form.problems))
}

fn sending() -> u64 {
    EPHEMERAL | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS
}

/// A deferred answer shows nothing yet; all it can say is who will see it.
fn deferred(form: &mut Form, data: &Value) {
    if data["flags"].as_u64().unwrap_or(0) & !EPHEMERAL != 0 {
        form.reject(
            "data.flags",
            "STANDIN_FLAGS",
            "A deferred answer takes only the ephemeral flag",
        );
    }
    for field in ["content", "embeds", "components"] {
        if !data[field].is_null() {
            let message = "A deferred answer shows nothing: Discord drops this";
            form.reject(&format!("data.{field}"), "STANDIN_DEFERRED", message);
        }
    }
}

/// Does what the answer says; returns the message that `@original` names from now on.
fn apply(state: &mut State, live: &Live, kind: u64, call: &Call) -> Result<Option<String>, Reply> {
    let data = &call.body.json["data"];
    let pressed = live.event["message"]["id"].as_str().map(str::to_owned);
    match kind {
        MESSAGE => Ok(Some(publish(state, live, data, &call.body.files))),
        DEFERRED => {
            let flags = data["flags"].as_u64().unwrap_or(0) | LOADING;
            Ok(Some(publish(state, live, &json!({"flags": flags}), &[])))
        }
        UPDATE => {
            let id = pressed.ok_or_else(|| Reply::discord(10008))?;
            message::edit(state, &id, data, &call.body.files, "data")?;
            Ok(Some(id))
        }
        DEFERRED_UPDATE => Ok(pressed),
        _ => Ok(None),
    }
}

/// Shows a message that answers `live`; also used for follow-ups.
pub fn publish(state: &mut State, live: &Live, body: &Value, files: &[String]) -> String {
    let event = &live.event;
    let ephemeral = body["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
    let user = user_id(event);
    let kind = match (live.kind, event["data"]["type"].as_u64()) {
        (2, Some(1)) => 20,
        (2, _) => 23,
        _ => 0,
    };
    let draft = Draft {
        body,
        files,
        channel: event["channel_id"].as_str().unwrap_or(""),
        guild: event["guild_id"].as_str().and_then(|id| id.parse().ok()),
        kind,
        only_for: ephemeral.then(|| user.to_owned()),
        extra: extra(live),
    };
    message::publish(state, draft)
}

fn extra(live: &Live) -> Value {
    let event = &live.event;
    let mut extra = json!({"webhook_id": event["application_id"]});
    let mut metadata = json!({
        "id": live.id, "type": live.kind, "user": user(event),
        "authorizing_integration_owners": event["authorizing_integration_owners"],
    });
    match live.kind {
        2 => metadata["name"] = event["data"]["name"].clone(),
        3 => metadata["interacted_message_id"] = event["message"]["id"].clone(),
        // A modal's metadata nests those of the interaction that opened it; nobody reads them.
        _ => return extra,
    }
    extra["interaction_metadata"] = metadata;
    extra
}

/// The user of an interaction, in a server or in direct messages.
pub fn user(event: &Value) -> &Value {
    if event["member"].is_object() {
        &event["member"]["user"]
    } else {
        &event["user"]
    }
}

pub fn user_id(event: &Value) -> &str {
    user(event)["id"].as_str().unwrap_or("")
}
