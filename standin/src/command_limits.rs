//! What Discord accepts as an application command, and as autocomplete choices.
//!
//! Discord counts 8000 characters a command over names, descriptions and choice values, taking
//! the longest localisation of each; so does [`size`].

use super::form::{Form, units};
use serde_json::Value;
use std::collections::HashSet;

pub const NAME: usize = 32;
pub const DESCRIPTION: usize = 100;
pub const OPTIONS: usize = 25;
pub const CHOICES: usize = 25;
pub const CHOICE_TEXT: usize = 100;
pub const COMMAND_TOTAL: usize = 8000;
/// The languages of Discord's clients.
const LOCALES: [&str; 34] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko", "ar", "he",
];
/// How many commands of each type (chat input, user, message) one scope may have.
pub const COMMANDS: [(u64, usize); 3] = [(1, 100), (2, 15), (3, 15)];

// Where options can sit: at the top, in a subcommand, in a group (the last two are option types).
const TOP: u64 = 0;
const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;

/// Checks a whole list of commands (a bulk overwrite).
pub fn list(form: &mut Form, commands: &[Value]) {
    let mut names = HashSet::new();
    for (n, command) in commands.iter().enumerate() {
        self::command(form, command, &n.to_string());
        if !names.insert((kind(command), command["name"].to_string())) {
            let message = "Application command names must be unique";
            form.reject(
                &n.to_string(),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                message,
            );
        }
    }
    for (wanted, max) in COMMANDS {
        if commands
            .iter()
            .filter(|command| kind(command) == wanted)
            .count()
            > max
        {
            let message = format!("Maximum number of application commands reached ({max})");
            form.reject("", "APPLICATION_COMMANDS_MAX", message);
        }
    }
}

/// The type of a command body: chat input unless it says otherwise.
pub fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

/// Checks one command body.
pub fn command(form: &mut Form, command: &Value, at: &str) {
    let slash = kind(command) == 1;
    let check_name = |form: &mut Form, at: &str, value: &Value| name(form, value, at, slash);
    in_all_languages(form, command, "name", at, check_name);
    if slash {
        in_all_languages(form, command, "description", at, description);
    } else {
        // Context menu commands have neither description nor options.
        form.text_up_to(&format!("{at}.description"), &command["description"], 0);
        form.list(&format!("{at}.options"), &command["options"], 0, 0);
    }
    options(form, &command["options"], &format!("{at}.options"), TOP);
    if size(command) > COMMAND_TOTAL {
        let message = format!("Command exceeds maximum size ({COMMAND_TOTAL})");
        form.reject(at, "APPLICATION_COMMAND_TOO_LARGE", message);
    }
}

/// Checks a field, and what stands there for those who speak another language.
fn in_all_languages(
    form: &mut Form,
    part: &Value,
    field: &str,
    at: &str,
    check: impl Fn(&mut Form, &str, &Value),
) {
    check(form, &format!("{at}.{field}"), &part[field]);
    let localised = format!("{field}_localizations");
    for (locale, value) in part[&localised].as_object().into_iter().flatten() {
        let at = format!("{at}.{localised}.{locale}");
        if !LOCALES.contains(&locale.as_str()) {
            form.reject(&at, "BASE_TYPE_CHOICES", "Discord has no such language");
        }
        check(form, &at, value);
    }
}

fn description(form: &mut Form, at: &str, value: &Value) {
    form.text_required(at, value, DESCRIPTION);
}

/// What an option is called, in English and in other languages.
fn called(option: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let localised = option["name_localizations"].as_object();
    let localised = localised.into_iter().flatten();
    let localised = localised.map(|(locale, name)| (locale.as_str(), name));
    [("", &option["name"])].into_iter().chain(localised)
}

fn name(form: &mut Form, value: &Value, at: &str, slash: bool) {
    form.text_required(at, value, NAME);
    let text = value.as_str().unwrap_or("");
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    if slash && (!text.chars().all(good) || text.to_lowercase() != text) {
        form.reject(
            at,
            "APPLICATION_COMMAND_INVALID_NAME",
            "Command name is invalid",
        );
    }
}

fn options(form: &mut Form, list: &Value, at: &str, parent: u64) {
    let mut names = HashSet::new();
    let mut optional_seen = false;
    for (n, option) in form.list(at, list, 0, OPTIONS).iter().enumerate() {
        let at = format!("{at}.{n}");
        self::option(form, option, &at, parent);
        let is_new = |(locale, name): (&str, &Value)| names.insert(format!("{locale} {name}"));
        if !called(option).all(is_new) {
            let message = "Option names must be unique";
            form.reject(
                &at,
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                message,
            );
        }
        let required = option["required"].as_bool().unwrap_or(false);
        if required && optional_seen {
            let message = "Required options must be placed before non-required options";
            form.reject(&at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
        }
        optional_seen |= !required;
    }
}

fn option(form: &mut Form, option: &Value, at: &str, parent: u64) {
    let check_name = |form: &mut Form, at: &str, value: &Value| name(form, value, at, true);
    in_all_languages(form, option, "name", at, check_name);
    in_all_languages(form, option, "description", at, description);
    let kind = option["type"].as_u64().unwrap_or(0);
    // A group holds subcommands only, a subcommand holds values only.
    let fits = match kind {
        GROUP => parent == TOP,
        SUBCOMMAND => parent != SUBCOMMAND,
        3..=11 => parent != GROUP,
        _ => false,
    };
    if !fits {
        form.reject(
            &format!("{at}.type"),
            "BASE_TYPE_CHOICES",
            "This option type is not valid here",
        );
    }
    let choices = format!("{at}.choices");
    self::choices(form, &option["choices"], &choices);
    let some = option["choices"]
        .as_array()
        .is_some_and(|list| !list.is_empty());
    if some && option["autocomplete"] == true {
        let message = "Autocomplete options cannot have choices";
        form.reject(
            &choices,
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
            message,
        );
    }
    let nested = format!("{at}.options");
    match kind {
        SUBCOMMAND | GROUP => options(form, &option["options"], &nested, kind),
        _ => drop(form.list(&nested, &option["options"], 0, 0)),
    }
}

/// Checks choices, of an option or of an autocomplete answer.
pub fn choices(form: &mut Form, list: &Value, at: &str) {
    for (n, choice) in form.list(at, list, 0, CHOICES).iter().enumerate() {
        let check_name = |form: &mut Form, at: &str, value: &Value| {
            form.text_required(at, value, CHOICE_TEXT);
        };
        in_all_languages(form, choice, "name", &format!("{at}.{n}"), check_name);
        if !choice["value"].is_number() {
            form.text_required(&format!("{at}.{n}.value"), &choice["value"], CHOICE_TEXT);
        }
    }
}

/// Characters of a command as Discord adds them up.
fn size(part: &Value) -> usize {
    let own = longest(part, "name") + longest(part, "description");
    let value = part["value"].as_str().map_or(0, units);
    let nested = ["options", "choices"]
        .iter()
        .filter_map(|list| part[*list].as_array())
        .flatten();
    own + value + nested.map(size).sum::<usize>()
}

fn longest(part: &Value, field: &str) -> usize {
    let plain = part[field].as_str().map_or(0, units);
    let localised = part[format!("{field}_localizations")].as_object();
    let localised = localised.into_iter().flat_map(|texts| texts.values());
    localised
        .filter_map(Value::as_str)
        .map(units)
        .chain([plain])
        .max()
        .unwrap_or(0)
}
