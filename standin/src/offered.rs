//! The commands a person can use: those registered, in the places and with the options that the
//! registration offers.
//!
//! Discord's client lets nobody send anything else, so this panics, with the reason, when a test
//! tries: that a command is offered in direct messages is thereby tested by using it there.

use super::event;
use super::form::units;
use super::interaction::{Action, Command, Interaction};
use super::people::{self, Place};
use super::state::State;
use serde_json::{Value, json};

/// Whether the user can do it already: the command must have been registered.
pub fn is_offered(interaction: &Interaction, state: &State) -> bool {
    match &interaction.action {
        Action::Command(command) => registered(command, interaction, state).is_some(),
        _ => true,
    }
}

fn registered<'a>(command: &Command, by: &Interaction, state: &'a State) -> Option<&'a Value> {
    state
        .commands
        .find(&command.name, command.kind, by.place.guild())
}

/// The `data` of a command or an autocomplete.
pub fn command_data(command: &Command, by: &Interaction, state: &State) -> Value {
    let known = registered(command, by, state).expect("waited for by the sender");
    check_place(known, by);
    let mut data = json!({"id": known["id"], "name": command.name, "type": command.kind});
    if known["guild_id"].is_string() {
        data["guild_id"] = known["guild_id"].clone();
    }
    if let Some(target) = &command.target {
        let id = target["id"].as_str().expect("a message has an id");
        data["target_id"] = json!(id);
        data["resolved"] = json!({"messages": {id: target}});
        return data;
    }
    let mut resolved = json!({});
    let options = options(&known["options"], &command.path, command, by, &mut resolved);
    data["options"] = json!(options);
    if resolved != json!({}) {
        data["resolved"] = resolved;
    }
    data
}

/// The command must be meant for this place, this kind of installation and this member.
fn check_place(known: &Value, by: &Interaction) {
    let name = &known["name"];
    let context = event::context(by.place.guild(), by.place.channel(by.user), by.user);
    let offered =
        |list: &Value, n: u64| list.as_array().is_none_or(|list| list.contains(&json!(n)));
    assert!(
        offered(&known["contexts"], context),
        "{name} is not offered in context {context}"
    );
    let dm_permission = by.place != Place::Dm || known["dm_permission"] != false;
    assert!(dm_permission, "{name} has dm_permission false");
    let installation = u64::from(by.user_installed);
    let installed = offered(&known["integration_types"], installation);
    assert!(
        installed,
        "{name} is not offered to installation type {installation}"
    );
    let needed = known["default_member_permissions"]
        .as_str()
        .and_then(|digits| digits.parse().ok());
    let needed: u64 = needed.unwrap_or(0);
    let may = by.place.guild().is_none() || by.permissions & needed == needed;
    assert!(
        may,
        "{name} needs permissions {needed}: the member has {}",
        by.permissions
    );
}

fn options(
    known: &Value,
    path: &[String],
    command: &Command,
    by: &Interaction,
    resolved: &mut Value,
) -> Vec<Value> {
    let known = known.as_array().map_or(&[][..], Vec::as_slice);
    let find = |name: &str| {
        let found = known.iter().find(|option| option["name"] == name);
        found.unwrap_or_else(|| panic!("/{} has no option {name:?}: {known:?}", command.name))
    };
    if let [sub, rest @ ..] = path {
        let nested = find(sub);
        let inner = options(&nested["options"], rest, command, by, resolved);
        return vec![json!({"name": sub, "type": nested["type"], "options": inner})];
    }
    let typing = command.focus.is_some();
    for option in known
        .iter()
        .filter(|option| option["required"] == true && !typing)
    {
        let given = command
            .options
            .iter()
            .any(|(name, _)| option["name"] == name.as_str());
        assert!(
            given,
            "/{}: required option {} is missing",
            command.name, option["name"]
        );
    }
    let given = command.options.iter();
    given
        .map(|(name, value)| self::option(find(name), name, value, command, by, resolved))
        .collect()
}

fn option(
    known: &Value,
    name: &str,
    value: &Value,
    command: &Command,
    by: &Interaction,
    resolved: &mut Value,
) -> Value {
    let kind = known["type"].as_u64().unwrap_or(0);
    let focused = command.focus.as_deref() == Some(name);
    if focused {
        assert!(
            known["autocomplete"] == true,
            "option {name:?} has no autocomplete"
        );
        return json!({"name": name, "type": kind, "value": value, "focused": true});
    }
    check_value(known, kind, name, value);
    resolve(kind, value, command, by, resolved);
    json!({"name": name, "type": kind, "value": value})
}

/// Discord's client lets nobody send a value of another type, length or list.
fn check_value(known: &Value, kind: u64, name: &str, value: &Value) {
    let right = match kind {
        4 => value.is_i64() || value.is_u64(),
        5 => value.is_boolean(),
        10 => value.is_number(),
        _ => value.is_string(),
    };
    assert!(right, "option {name:?} of type {kind} cannot be {value}");
    if let (Some(text), Some(max)) = (value.as_str(), known["max_length"].as_u64()) {
        let length = units(text) as u64;
        assert!(
            length <= max,
            "option {name:?} takes {max} characters, not {length}"
        );
    }
    let choices = known["choices"].as_array().map_or(&[][..], Vec::as_slice);
    let listed = choices.is_empty() || choices.iter().any(|choice| choice["value"] == *value);
    assert!(listed, "option {name:?} cannot be {value}: {choices:?}");
}

/// Ids in option values come with the things they name.
fn resolve(kind: u64, value: &Value, command: &Command, by: &Interaction, resolved: &mut Value) {
    let id = value.as_str().unwrap_or("");
    let number = id.parse().unwrap_or(0);
    match kind {
        6 => resolved["users"][id] = people::user(number),
        7 => {
            let mut channel = people::channel(number, by.place.guild());
            channel["permissions"] = json!(by.permissions.to_string());
            resolved["channels"][id] = channel;
        }
        11 => {
            let found = command
                .attachments
                .iter()
                .find(|attachment| attachment["id"] == id);
            resolved["attachments"][id] = found.expect("made by Interaction::attachment").clone();
        }
        _ => {}
    }
}
