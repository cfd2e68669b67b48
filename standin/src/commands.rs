//! The application's commands, global and by server: stored, listed, overwritten, counted.
//!
//! Ids survive an overwrite when name and type stay, as on Discord, so a test can see whether a
//! bot that starts a second time changes anything.

use super::command_limits::{self, kind};
use super::form::Form;
use super::reply::Reply;
use super::rest::{self, Call};
use super::state::State;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What is registered.
#[derive(Clone, Debug, Default)]
pub struct Commands {
    /// By server; the global ones have no server.
    pub scopes: BTreeMap<Option<u64>, Vec<Value>>,
    /// Successful PUT, POST, PATCH and DELETE requests.
    pub writes: usize,
}

impl Commands {
    /// A command that can be used in `guild`: its own first, then a global one.
    pub fn find(&self, name: &str, wanted: u64, guild: Option<u64>) -> Option<&Value> {
        let scopes = [guild.map(Some), Some(None)].into_iter().flatten();
        let commands = scopes.filter_map(|scope| self.scopes.get(&scope)).flatten();
        commands
            .into_iter()
            .find(|c| c["name"] == name && kind(c) == wanted)
    }

    /// Names of everything registered, for messages.
    pub fn names(&self) -> Vec<String> {
        let all = self.scopes.values().flatten();
        all.map(|command| format!("{} (type {})", command["name"], kind(command)))
            .collect()
    }
}

/// Handles everything below `.../commands`.
pub fn route(state: &mut State, call: &Call, guild: Option<&str>, rest: &[&str]) -> Reply {
    let scope = guild.map(|id| id.parse().unwrap_or(0));
    let body = &call.body.json;
    let reply = match (call.method.as_str(), rest) {
        ("GET", []) => return Reply::json(json!(listed(state, scope, &call.query))),
        ("GET", [id]) => {
            let commands = list(state, scope);
            let found = commands.into_iter().find(|command| command["id"] == *id);
            return found.map_or_else(|| Reply::discord(10063), Reply::json);
        }
        ("PUT", []) => overwrite(state, scope, body),
        ("POST", []) => create(state, scope, body),
        ("PATCH", [id]) => change(state, scope, id, body),
        ("DELETE", [id]) => delete(state, scope, id),
        _ => return rest::unknown(state, call),
    };
    if reply.status < 300 {
        state.commands.writes += 1;
    }
    reply
}

fn list(state: &State, scope: Option<u64>) -> Vec<Value> {
    state
        .commands
        .scopes
        .get(&scope)
        .cloned()
        .unwrap_or_default()
}

/// The list as Discord gives it: with what things are called in other languages only to those who
/// ask for that.
fn listed(state: &State, scope: Option<u64>, query: &str) -> Value {
    let mut listed = json!(list(state, scope));
    if !query.contains("with_localizations=true") {
        without_localizations(&mut listed);
    }
    listed
}

fn without_localizations(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !name.ends_with("_localizations"));
            fields.values_mut().for_each(without_localizations);
        }
        Value::Array(list) => list.iter_mut().for_each(without_localizations),
        _ => {}
    }
}

fn refuse(commands: &[Value]) -> Option<Reply> {
    let mut form = Form::default();
    command_limits::list(&mut form, commands);
    (!form.problems.is_empty()).then(|| Reply::invalid_form(&form.problems))
}

fn overwrite(state: &mut State, scope: Option<u64>, body: &Value) -> Reply {
    let bodies = body.as_array().cloned().unwrap_or_default();
    if let Some(reply) = refuse(&bodies) {
        return reply;
    }
    let old = list(state, scope);
    let new: Vec<Value> = bodies
        .iter()
        .map(|body| complete(state, scope, &old, body))
        .collect();
    state.commands.scopes.insert(scope, new.clone());
    Reply::json(json!(new))
}

/// Creates a command, or replaces the one of the same name and type (200 instead of 201).
fn create(state: &mut State, scope: Option<u64>, body: &Value) -> Reply {
    let mut commands = list(state, scope);
    let command = complete(state, scope, &commands, body);
    let before = commands.len();
    commands.retain(|old| old["id"] != command["id"]);
    let status = if commands.len() < before { 200 } else { 201 };
    let mut bodies = commands.clone();
    bodies.push(body.clone());
    if let Some(reply) = refuse(&bodies) {
        return reply;
    }
    commands.push(command.clone());
    state.commands.scopes.insert(scope, commands);
    Reply {
        status,
        ..Reply::json(command)
    }
}

fn change(state: &mut State, scope: Option<u64>, id: &str, body: &Value) -> Reply {
    let mut commands = list(state, scope);
    let version = state.next_id();
    let Some(command) = commands.iter_mut().find(|command| command["id"] == id) else {
        return Reply::discord(10063);
    };
    for (field, value) in body.as_object().into_iter().flatten() {
        command[field] = value.clone();
    }
    command["version"] = json!(version);
    let command = command.clone();
    if let Some(reply) = refuse(&commands) {
        return reply;
    }
    state.commands.scopes.insert(scope, commands);
    Reply::json(command)
}

fn delete(state: &mut State, scope: Option<u64>, id: &str) -> Reply {
    let mut commands = list(state, scope);
    let before = commands.len();
    commands.retain(|command| command["id"] != id);
    if commands.len() == before {
        return Reply::discord(10063);
    }
    state.commands.scopes.insert(scope, commands);
    Reply::no_content()
}

/// The command as Discord stores it: the body, its defaults, and ids.
fn complete(state: &mut State, scope: Option<u64>, old: &[Value], body: &Value) -> Value {
    let same = |old: &&Value| old["name"] == body["name"] && kind(old) == kind(body);
    let id = old.iter().find(same).map(|command| command["id"].clone());
    let id = id.unwrap_or_else(|| json!(state.next_id()));
    let mut command = json!({
        "type": kind(body), "description": "", "nsfw": false, "dm_permission": true,
        "default_member_permissions": null, "contexts": null, "integration_types": [0],
        "version": state.next_id(), "application_id": state.config.application_id.to_string(),
    });
    for (field, value) in body.as_object().unwrap_or(&Map::new()) {
        command[field] = value.clone();
    }
    command["id"] = id;
    if let Some(guild) = scope {
        command["guild_id"] = json!(guild.to_string());
    }
    command
}
