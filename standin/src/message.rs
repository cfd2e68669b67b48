//! Messages as people see them: made from what the bot sends, kept, edited and shown again.
//!
//! Discord trims leading and trailing white space of every text it shows. So does [`shown`],
//! because a bot that quotes byte for byte must know.

use super::form::Form;
use super::limits;
use super::people::{self, Place};
use super::reply::Reply;
use super::state::{State, Stored};
use serde_json::{Map, Value, json};

pub const EPHEMERAL: u64 = 1 << 6;
pub const LOADING: u64 = 1 << 7;
pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
pub const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// The only moment that messages of a test are sent at: nothing may depend on it.
const TIMESTAMP: &str = "2026-01-02T03:04:05.000000+00:00";

/// A message about to appear.
pub struct Draft<'a> {
    pub body: &'a Value,
    pub files: &'a [String],
    pub channel: &'a str,
    pub guild: Option<u64>,
    /// Discord's message type: 0 ordinary, 19 reply, 20 slash response, 23 context menu response.
    pub kind: u64,
    /// The user who alone sees it.
    pub only_for: Option<String>,
    /// Further fields of the message.
    pub extra: Value,
}

/// Refuses what Discord would refuse; `at` is where the message sits in the request, `flags` are
/// the ones allowed here.
pub fn refuse(body: &Value, files: usize, at: &str, flags: u64) -> Option<Reply> {
    let mut form = Form::default();
    limits::message(&mut form, body, at);
    if body["flags"].as_u64().unwrap_or(0) & !flags != 0 {
        let message = format!("Only flags within {flags} are allowed here");
        form.reject(&format!("{at}.flags"), "STANDIN_FLAGS", message);
    }
    if !form.problems.is_empty() {
        return Some(Reply::invalid_form(&form.problems));
    }
    limits::is_empty(body, files).then(|| Reply::discord(50006))
}

/// Makes the message visible and returns its id.
pub fn publish(state: &mut State, draft: Draft<'_>) -> String {
    let id = state.next_id();
    let app = state.config.application_id;
    let mut json = json!({
        "id": id, "channel_id": draft.channel, "type": draft.kind, "author": people::bot(app),
        "application_id": app.to_string(), "content": "", "embeds": [], "components": [],
        "attachments": [], "flags": 0, "timestamp": TIMESTAMP, "edited_timestamp": null,
        "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "pinned": false,
    });
    merge(&mut json, shown(draft.body, draft.files));
    merge(
        &mut json,
        draft.extra.as_object().cloned().unwrap_or_default(),
    );
    let loading = json["flags"].as_u64().unwrap_or(0) & LOADING != 0;
    let (guild, only_for) = (draft.guild, draft.only_for);
    state.messages.insert(
        id.clone(),
        Stored {
            json,
            guild,
            only_for,
            loading,
        },
    );
    id
}

/// Changes the fields that `body` names; refuses an edit that would leave nothing to see.
pub fn edit(
    state: &mut State,
    id: &str,
    body: &Value,
    files: &[String],
    at: &str,
) -> Result<Value, Reply> {
    let stored = state
        .messages
        .get_mut(id)
        .ok_or_else(|| Reply::discord(10008))?;
    let mut edited = stored.json.clone();
    // Neither flag can be changed by an edit: ephemeral stays, and loading ends by itself.
    let kept = edited["flags"].as_u64().unwrap_or(0) & EPHEMERAL;
    merge(&mut edited, shown(body, files));
    keep_listed(&mut edited, &stored.json["attachments"], body);
    edited["flags"] = json!(kept | body["flags"].as_u64().unwrap_or(0) & SUPPRESS_EMBEDS);
    if !stored.loading {
        edited["edited_timestamp"] = json!(TIMESTAMP);
    }
    if let Some(reply) = refuse(&with_mentions_of(&edited, body), files.len(), at, u64::MAX) {
        return Err(reply);
    }
    stored.loading = false;
    stored.json = edited.clone();
    Ok(edited)
}

/// The merged message as it has to pass the limits. An edit that carries no text (say, one that
/// only takes the buttons away) need not repeat `allowed_mentions`.
fn with_mentions_of(edited: &Value, body: &Value) -> Value {
    let mut whole = edited.clone();
    let silent = body["content"].is_null() && body["embeds"].is_null();
    whole["allowed_mentions"] = if silent {
        json!({"parse": []})
    } else {
        body["allowed_mentions"].clone()
    };
    whole
}

fn merge(into: &mut Value, fields: Map<String, Value>) {
    for (name, value) in fields {
        into[name] = value;
    }
}

/// The fields of a request body as they appear in a message; absent ones are left out.
fn shown(body: &Value, files: &[String]) -> Map<String, Value> {
    let mut fields = Map::new();
    for name in ["content", "embeds", "components", "flags"] {
        match &body[name] {
            Value::Null => {}
            value => drop(fields.insert(name.to_owned(), value.clone())),
        }
    }
    if body["content"].is_null() && body.get("content").is_some() {
        fields.insert("content".to_owned(), json!(""));
    }
    if let Some(content) = fields.get_mut("content") {
        trim(content);
    }
    for embed in fields
        .get_mut("embeds")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        trim_embed(embed);
    }
    if !files.is_empty() {
        fields.insert("attachments".to_owned(), attachments(files));
    }
    fields
}

fn trim(text: &mut Value) {
    if let Some(trimmed) = text.as_str().map(|text| json!(text.trim())) {
        *text = trimmed;
    }
}

fn trim_embed(embed: &mut Value) {
    embed["type"] = json!("rich");
    for pointer in ["/title", "/description", "/footer/text", "/author/name"] {
        embed.pointer_mut(pointer).into_iter().for_each(trim);
    }
    // `get_mut`, because indexing would put `"fields": null` there, which serenity cannot read.
    let fields = embed.get_mut("fields").and_then(Value::as_array_mut);
    for field in fields.into_iter().flatten() {
        trim(&mut field["name"]);
        trim(&mut field["value"]);
    }
}

/// An edit that names attachments drops the ones it does not name. Serenity names none in every
/// update of a message, which therefore loses its files.
fn keep_listed(edited: &mut Value, before: &Value, body: &Value) {
    let (Some(listed), Some(before)) = (body["attachments"].as_array(), before.as_array()) else {
        return;
    };
    let id = |attachment: &Value| attachment["id"].to_string().replace('"', "");
    let named = |old: &&Value| listed.iter().any(|new| id(new) == id(old));
    let uploaded = edited["attachments"]
        .as_array()
        .filter(|all| *all != before);
    let kept: Vec<Value> = before
        .iter()
        .filter(named)
        .chain(uploaded.into_iter().flatten())
        .cloned()
        .collect();
    edited["attachments"] = json!(kept);
}

fn attachments(files: &[String]) -> Value {
    let one = |(n, name): (usize, &String)| {
        let url = format!("https://cdn.discordapp.com/attachments/30/{n}/{name}");
        json!({"id": n.to_string(), "filename": name, "size": 1, "url": url, "proxy_url": url})
    };
    files.iter().enumerate().map(one).collect()
}

/// An ordinary message of a person, before it is put into the store.
pub fn from_person(id: &str, author: u64, place: Place, content: &str) -> Value {
    json!({
        "id": id, "channel_id": place.channel(author).to_string(), "type": 0,
        "author": people::user(author), "content": content, "embeds": [], "components": [],
        "attachments": [], "flags": 0, "timestamp": TIMESTAMP, "edited_timestamp": null,
        "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "pinned": false,
    })
}
