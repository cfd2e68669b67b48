//! INTERACTION_CREATE: what Discord sends when a user does what an [`Interaction`] says.
//!
//! A person can press only what is there, so this refuses (by panicking, with the reason) a
//! component that is gone, disabled, or on a message that the user cannot see. What a command
//! may carry is checked in `offered.rs`.

use super::interaction::{Action, Interaction, components};
use super::offered;
use super::people;
use super::state::{State, Stored};
use serde_json::{Value, json};

const ATTACHMENT_SIZE_LIMIT: u64 = 10 << 20;

/// Interaction types.
const COMMAND: u64 = 2;
const COMPONENT: u64 = 3;
const AUTOCOMPLETE: u64 = 4;
const MODAL: u64 = 5;

/// The event's data.
pub fn create(interaction: &Interaction, state: &State, id: &str, token: &str) -> Value {
    let (kind, data) = match &interaction.action {
        Action::Command(command) => {
            let kind = if command.focus.is_some() {
                AUTOCOMPLETE
            } else {
                COMMAND
            };
            (kind, offered::command_data(command, interaction, state))
        }
        Action::Component {
            message,
            custom_id,
            values,
        } => {
            let stored = visible(state, message, interaction.user);
            (
                COMPONENT,
                component_data(stored, custom_id, values.as_deref()),
            )
        }
        Action::Submit { modal, fields, .. } => (MODAL, submit_data(modal, fields)),
    };
    let mut event = frame(interaction, state);
    event["id"] = json!(id);
    event["token"] = json!(token);
    event["type"] = json!(kind);
    event["data"] = data;
    event
}

/// Everything but id, token, type and data.
fn frame(interaction: &Interaction, state: &State) -> Value {
    let under = match &interaction.action {
        Action::Component { message, .. }
        | Action::Submit {
            message: Some(message),
            ..
        } => Some(visible(state, message, interaction.user)),
        _ => None,
    };
    let place = interaction.place;
    let guild = under.map_or(place.guild(), |stored| stored.guild);
    let channel = match under {
        Some(stored) => stored.json["channel_id"].as_str().unwrap_or("").to_owned(),
        None => place.channel(interaction.user).to_string(),
    };
    let channel_number = channel.parse().unwrap_or(0);
    let user = interaction.user;
    let mut event = json!({
        "application_id": state.config.application_id.to_string(), "version": 1,
        "channel_id": channel, "channel": people::channel(channel_number, guild),
        "locale": interaction.locale, "entitlements": [], "entitlement_sku_ids": [],
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
        "app_permissions": interaction.app_permissions.to_string(),
        "authorizing_integration_owners": owners(interaction, guild, under),
        "context": context(guild, channel_number, user),
    });
    if let Some(parent) = state.threads.get(&channel_number) {
        event["channel"]["type"] = json!(11);
        event["channel"]["parent_id"] = json!(parent.to_string());
    }
    match guild {
        Some(guild) => {
            event["guild_id"] = json!(guild.to_string());
            let locale = &interaction.guild_locale;
            event["guild_locale"] = json!(locale);
            event["guild"] = json!({"id": guild.to_string(), "locale": locale, "features": []});
            event["member"] = people::member(user, interaction.permissions);
            event["channel"]["permissions"] = json!(interaction.permissions.to_string());
        }
        None => event["user"] = people::user(user),
    }
    if let Some(stored) = under {
        event["message"] = stored.json.clone();
    }
    event
}

/// 0 a server, 1 the user's direct messages with the bot, 2 direct messages between people.
pub fn context(guild: Option<u64>, channel: u64, user: u64) -> u64 {
    match guild {
        Some(_) => 0,
        None if channel == people::dm_channel(user) => 1,
        None => 2,
    }
}

/// Keys are installation types: 0 the server's (id "0" in direct messages), 1 the user's. On a
/// message they are those of the interaction that made it, whoever presses.
fn owners(interaction: &Interaction, guild: Option<u64>, under: Option<&Stored>) -> Value {
    let made_by = under.map(|stored| &stored.json["interaction_metadata"]);
    match made_by.map(|metadata| &metadata["authorizing_integration_owners"]) {
        Some(owners) if owners.is_object() => owners.clone(),
        _ if interaction.user_installed => json!({"1": interaction.user.to_string()}),
        _ => json!({"0": guild.unwrap_or(0).to_string()}),
    }
}

fn visible<'a>(state: &'a State, id: &str, user: u64) -> &'a Stored {
    let stored = state.messages.get(id);
    let stored = stored.unwrap_or_else(|| panic!("message {id} is not (or no longer) there"));
    let hidden = stored
        .only_for
        .as_ref()
        .is_some_and(|only| *only != user.to_string());
    assert!(!hidden, "user {user} cannot see the ephemeral message {id}");
    stored
}

fn component_data(stored: &Stored, custom_id: &str, values: Option<&[String]>) -> Value {
    let all = components(&stored.json);
    let component = all
        .iter()
        .find(|component| component["custom_id"] == custom_id);
    let component = component.unwrap_or_else(|| {
        panic!(
            "no component {custom_id:?} on {:#}",
            stored.json["components"]
        )
    });
    assert!(
        component["disabled"] != true,
        "component {custom_id:?} is disabled"
    );
    let mut data = json!({"component_type": component["type"], "custom_id": custom_id});
    if let Some(values) = values {
        let options = component["options"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let known = |value: &String| {
            options
                .iter()
                .any(|option| option["value"] == value.as_str())
        };
        assert!(
            values.iter().all(known),
            "{values:?} are not all among {options:?}"
        );
        data["values"] = json!(values);
    }
    data
}

fn submit_data(modal: &Value, fields: &[(String, String)]) -> Value {
    let inputs = components(modal);
    let row = |(id, value): &(String, String)| {
        assert!(
            inputs.iter().any(|input| input["custom_id"] == id.as_str()),
            "no input {id:?}"
        );
        json!({"type": 1, "components": [{"type": 4, "custom_id": id, "value": value}]})
    };
    let rows: Vec<Value> = fields.iter().map(row).collect();
    json!({"custom_id": modal["custom_id"], "components": rows})
}
