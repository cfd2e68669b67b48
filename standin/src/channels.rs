//! Ordinary channels: the messages the bot posts by itself, typing, and direct messages.

use super::form::Form;
use super::message::{self, Draft, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS};
use super::people;
use super::reply::Reply;
use super::rest::{self, Call};
use super::state::{State, Stored};
use serde_json::{Value, json};
use std::cmp::Reverse;

/// Handles everything below `/channels/CHANNEL`.
pub fn route(state: &mut State, call: &Call, channel: &str, rest: &[&str]) -> Reply {
    match (call.method.as_str(), rest) {
        ("GET", []) => Reply::json(describe(state, channel)),
        ("POST", ["typing"]) => Reply::no_content(),
        ("POST", ["messages"]) => post(state, call, channel),
        ("GET", ["messages"]) => list(state, call, channel),
        (method @ ("GET" | "PATCH" | "DELETE"), ["messages", id]) => {
            on_message(state, call, method, channel, id)
        }
        _ => rest::unknown(state, call),
    }
}

/// `POST /users/@me/channels`.
pub fn open_dm(body: &Value) -> Reply {
    let user = body["recipient_id"].as_str().and_then(|id| id.parse().ok());
    match user {
        Some(user) => Reply::json(people::channel(people::dm_channel(user), None)),
        None => Reply::discord(50035),
    }
}

/// Channels come into being by being named; above a certain number they are direct messages.
fn guild_of(state: &State, channel: &str) -> Option<u64> {
    let id: u64 = channel.parse().unwrap_or(0);
    (id < people::dm_channel(0))
        .then(|| state.config.guilds.first().copied())
        .flatten()
}

fn describe(state: &State, channel: &str) -> Value {
    let id = channel.parse().unwrap_or(0);
    let mut described = people::channel(id, guild_of(state, channel));
    if let Some(parent) = state.threads.get(&id) {
        described["type"] = json!(11);
        described["parent_id"] = json!(parent.to_string());
    }
    described
}

fn post(state: &mut State, call: &Call, channel: &str) -> Reply {
    let (body, files) = (&call.body.json, &call.body.files);
    let flags = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS;
    if let Some(reply) = message::refuse(body, files.len(), "", flags) {
        return reply;
    }
    if let Some(known) = sent_before(state, body) {
        return Reply::json(known);
    }
    let reference = &body["message_reference"];
    let referenced = reference["message_id"]
        .as_str()
        .and_then(|id| state.messages.get(id));
    let referenced = referenced.map(|stored| stored.json.clone());
    if reference.is_object() && referenced.is_none() && reference["fail_if_not_exists"] != false {
        let mut form = Form::default();
        form.reject(
            "message_reference",
            "REPLIES_UNKNOWN_MESSAGE",
            "Unknown message",
        );
        return Reply::invalid_form(&form.problems);
    }
    let guild = guild_of(state, channel);
    let extra = match &referenced {
        // As Discord completes it: serenity reads no reference without a channel.
        Some(message) => json!({"message_reference": {"type": 0, "message_id": message["id"],
            "channel_id": channel, "guild_id": guild.map(|id| id.to_string())}, "referenced_message": message}),
        None => json!({}),
    };
    let kind = if referenced.is_some() { 19 } else { 0 };
    let draft = Draft {
        body,
        files,
        channel,
        guild,
        kind,
        only_for: None,
        extra,
    };
    let id = message::publish(state, draft);
    let nonce = body["nonce"]
        .as_str()
        .filter(|_| body["enforce_nonce"] == true);
    if let Some(nonce) = nonce {
        state.nonces.insert(nonce.to_owned(), id.clone());
    }
    Reply::json(state.messages[&id].json.clone())
}

/// With `enforce_nonce`, a message that was sent before is given back and not posted again.
fn sent_before(state: &State, body: &Value) -> Option<Value> {
    let nonce = body["nonce"]
        .as_str()
        .filter(|_| body["enforce_nonce"] == true)?;
    let stored = state.messages.get(state.nonces.get(nonce)?)?;
    Some(stored.json.clone())
}

/// What stands in a channel, the newest first: of the whole channel the newest page, of what came
/// after a message the oldest.
fn list(state: &State, call: &Call, channel: &str) -> Reply {
    let given = |name: &str| {
        let mut pairs = call
            .query
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        let value = pairs.find(|(key, _)| *key == name)?.1;
        value.parse::<u64>().ok()
    };
    let limit = given("limit").unwrap_or(50) as usize;
    if !(1..=100).contains(&limit) {
        return Reply::discord(50035);
    }

    let id = |stored: &&Stored| {
        stored.json["id"]
            .as_str()
            .map_or(0, |id| id.parse().unwrap_or(0))
    };
    let after = given("after");
    let here = state.messages.values();
    let here = here.filter(|one| one.json["channel_id"] == channel && one.only_for.is_none());
    let mut here: Vec<&Stored> = here.filter(|one| id(one) > after.unwrap_or(0)).collect();

    here.sort_by_key(id);
    if after.is_none() {
        here.reverse();
    }
    here.truncate(limit);
    here.sort_by_key(|one| Reverse(id(one)));
    Reply::json(here.iter().map(|one| one.json.clone()).collect())
}

fn on_message(state: &mut State, call: &Call, method: &str, channel: &str, id: &str) -> Reply {
    let stored = state
        .messages
        .get(id)
        .filter(|stored| stored.json["channel_id"] == channel);
    // Ephemeral messages live outside the channel: the bot cannot fetch them this way either.
    let Some(stored) = stored.filter(|stored| stored.only_for.is_none()) else {
        return Reply::discord(10008);
    };
    let app = state.config.application_id.to_string();
    let own = stored.json["author"]["id"] == app.as_str();
    match method {
        "GET" => Reply::json(stored.json.clone()),
        "PATCH" if !own => Reply::discord(50005),
        "PATCH" => match message::edit(state, id, &call.body.json, &call.body.files, "") {
            Ok(message) => Reply::json(message),
            Err(reply) => reply,
        },
        _ if !own && stored.guild.is_none() => Reply::discord(50003),
        _ => {
            state.messages.remove(id);
            Reply::no_content()
        }
    }
}
