//! What comes after the first answer: reading, editing and deleting it, and follow-ups.
//!
//! All of it goes through `/webhooks/APP/TOKEN`, where the token is the interaction's. It works
//! only after the first answer and for fifteen minutes.

use super::callback;
use super::message::{self, EPHEMERAL, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS};
use super::reply::Reply;
use super::rest::{self, Call};
use super::state::{Live, State};
use serde_json::Value;

/// Follow-ups of an interaction in a server where the app is not installed.
const USER_INSTALL_FOLLOWUPS: usize = 5;

/// Handles everything below `/webhooks/APP/TOKEN`.
pub fn route(state: &mut State, call: &Call, token: &str, rest: &[&str]) -> Reply {
    let lives_for = state.config.token_lives;
    let Some(live) = state.interaction(token).map(|live| live.clone()) else {
        return Reply::discord(50027);
    };
    if call.arrived.duration_since(live.sent) > lives_for {
        return Reply::discord(50027);
    }
    if live.response.is_none() {
        return Reply::discord(10015);
    }
    match (call.method.as_str(), rest) {
        ("POST", []) => follow_up(state, call, &live),
        (method, ["messages", id]) => match target(&live, id) {
            Some(id) => on_message(state, call, &live, method, &id),
            None => Reply::discord(10008),
        },
        _ => rest::unknown(state, call),
    }
}

/// The message that the path names, if it belongs to this interaction.
fn target(live: &Live, id: &str) -> Option<String> {
    match id {
        "@original" => live.original.clone(),
        id if live.original.as_deref() == Some(id) => live.original.clone(),
        id => live
            .followups
            .iter()
            .find(|followup| *followup == id)
            .cloned(),
    }
}

fn on_message(state: &mut State, call: &Call, live: &Live, method: &str, id: &str) -> Reply {
    match method {
        "GET" => match state.messages.get(id) {
            Some(stored) => Reply::json(stored.json.clone()),
            None => Reply::discord(10008),
        },
        "PATCH" => edit(state, call, live, id),
        "DELETE" => match state.messages.remove(id) {
            Some(_) => Reply::no_content(),
            None => Reply::discord(10008),
        },
        _ => rest::unknown(state, call),
    }
}

fn edit(state: &mut State, call: &Call, live: &Live, id: &str) -> Reply {
    match message::edit(state, id, &call.body.json, &call.body.files, "") {
        Ok(message) => {
            note_edit(state, call, live, id);
            Reply::json(message)
        }
        Err(reply) => reply,
    }
}

/// Remembers when a deferred answer was filled in; later edits do not change that.
fn note_edit(state: &mut State, call: &Call, live: &Live, id: &str) {
    let live = state.interaction(&live.token).expect("the caller found it");
    if live.original.as_deref() == Some(id) && live.edited.is_none() {
        live.edited = Some(call.arrived.duration_since(live.sent));
    }
}

fn follow_up(state: &mut State, call: &Call, live: &Live) -> Reply {
    // Discord keeps an old promise: the first follow-up of a deferred answer fills that in.
    let original = live.original.clone();
    if let Some(id) = original.filter(|id| state.messages.get(id).is_some_and(|m| m.loading)) {
        return edit(state, call, live, &id);
    }
    if user_installed(&live.event) && live.followups.len() >= USER_INSTALL_FOLLOWUPS {
        return Reply::discord(40094);
    }
    let flags = EPHEMERAL | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS;
    if let Some(reply) = message::refuse(&call.body.json, call.body.files.len(), "", flags) {
        return reply;
    }
    let id = callback::publish(state, live, &call.body.json, &call.body.files);
    let message = state.messages[&id].json.clone();
    let live = state.interaction(&live.token).expect("the caller found it");
    live.followups.push(id);
    Reply::json(message)
}

/// Whether only the user, and not the server, has the app.
fn user_installed(event: &Value) -> bool {
    event["guild_id"].is_string() && event["authorizing_integration_owners"]["0"].is_null()
}
