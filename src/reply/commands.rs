//! The commands as data: what is registered with Discord, and whether that must be done at all.

use serde_json::{Value, json};

use crate::render::discord::words::commands as say;
use crate::reply::ask::MAX_QUESTION;
use crate::search::MAX_TEXT;
use crate::servers::LONGEST_TITLE;
use names::subs;

mod schedule;

/// Names that interactions come with.
pub mod names {
    pub const ASK: &str = "ask";
    pub const SEARCH: &str = "search";
    pub const READ: &str = "read";
    pub const RANDOM: &str = "random";
    pub const LIBRARY: &str = "library";
    pub const HELP: &str = "help";
    pub const PRIVACY: &str = "privacy";
    pub const TEXTS: &str = "texts";
    pub const SETTINGS: &str = "settings";
    pub const PROGRESS: &str = "progress";
    pub const GATE: &str = "gate";
    pub const SCHEDULE: &str = "schedule";
    pub const FIND: &str = "Find in the library";
    pub const CHECK: &str = "Check this quote";
    pub const ALL: [&str; 14] = [
        ASK, SEARCH, READ, RANDOM, LIBRARY, HELP, PRIVACY, TEXTS, SETTINGS, PROGRESS, GATE,
        SCHEDULE, FIND, CHECK,
    ];
    pub const QUESTION: &str = "question";
    pub const TEXT: &str = "text";
    pub const FROM: &str = "from";
    pub const DOCUMENT: &str = "document";
    pub const PRIVATE: &str = "private";
    pub const FILE: &str = "file";
    pub const TITLE: &str = "title";
    pub const LANGUAGE: &str = "language";
    pub const SHARED: &str = "shared";
    pub const CONFIRM: &str = "confirm";
    pub const CHAPTER: &str = "chapter";
    pub const WHOLE_SERVER: &str = "whole-server";
    pub const TIME: &str = "time";
    pub const ZONE: &str = "zone";
    pub const WEEKDAYS: &str = "weekdays";
    pub const WORDS: &str = "words";
    pub const MOVE_GATE: &str = "move-gate";

    /// Subcommands.
    pub mod subs {
        pub const ADD: &str = "add";
        pub const REMOVE: &str = "remove";
        pub const RENAME: &str = "rename";
        pub const LIST: &str = "list";
        pub const QUOTA: &str = "quota";
        pub const SHOW: &str = "show";
        pub const SET: &str = "set";
        pub const CLEAR: &str = "clear";
        pub const SERVER: &str = "server";
        pub const CHANNEL: &str = "channel";
        pub const DELETE_SERVER: &str = "delete-server";
        pub const QUOTE: &str = "quote";
        pub const PLAN: &str = "plan";
        pub const PAUSE: &str = "pause";
        pub const TEST: &str = "test";
    }
}

const SUBCOMMAND: u8 = 1;
const STRING: u8 = 3;
const INTEGER: u8 = 4;
const BOOLEAN: u8 = 5;
const ATTACHMENT: u8 = 11;
/// The permission *Manage Server*, as a bit: who may use a command, until a server's owners say otherwise.
const MANAGE_SERVER: &str = "32";
/// *Manage Messages*, the same.
const MANAGE_MESSAGES: &str = "8192";

/// The commands as a single server takes them: where they can be used is no question there.
pub fn table_for_a_server() -> Vec<Value> {
    let mut table = table();
    for command in table.iter_mut().filter_map(Value::as_object_mut) {
        command.remove("contexts");
        command.remove("integration_types");
    }
    table
}

/// Every command, as Discord's bulk overwrite takes them.
pub fn table() -> Vec<Value> {
    // Several commands take these two, so each makes its own.
    let document = || {
        let more = json!({"autocomplete": true, "max_length": 100});
        option(STRING, names::DOCUMENT, say::DOCUMENT, more)
    };
    let private = || option(BOOLEAN, names::PRIVATE, say::PRIVATE, json!({}));

    let more = json!({"required": true, "autocomplete": true, "max_length": MAX_QUESTION});
    let question = option(STRING, names::QUESTION, say::QUESTION, more);

    // No list while typing: its choices carry places, and a search takes words.
    let more = json!({"required": true, "max_length": MAX_TEXT});
    let text = option(STRING, names::TEXT, say::TEXT, more);

    let more = json!({"autocomplete": true, "max_length": 100});
    let from = option(STRING, names::FROM, say::FROM, more);

    vec![
        slash(names::ASK, say::ASK, vec![question, document(), private()]),
        slash(
            names::SEARCH,
            say::SEARCH,
            vec![text, document(), private()],
        ),
        slash(names::READ, say::READ, vec![document(), from, private()]),
        slash(names::RANDOM, say::RANDOM, vec![document(), private()]),
        slash(names::LIBRARY, say::LIBRARY, vec![document(), private()]),
        slash(names::HELP, say::HELP, vec![]),
        slash(
            names::PRIVACY,
            say::PRIVACY,
            vec![
                sub(subs::SHOW, say::PRIVACY_SHOW, vec![]),
                sub(subs::DELETE_SERVER, say::DELETE_SERVER, vec![confirm()]),
            ],
        ),
        for_managers(MANAGE_SERVER, slash(names::TEXTS, say::TEXTS, texts())),
        for_managers(
            MANAGE_SERVER,
            slash(names::SETTINGS, say::SETTINGS, settings(document())),
        ),
        slash(names::PROGRESS, say::PROGRESS, gates(document, None)),
        for_managers(
            MANAGE_MESSAGES,
            slash(
                names::GATE,
                say::GATE,
                gates(document, Some(whole_server())),
            ),
        ),
        for_managers(
            MANAGE_SERVER,
            slash(names::SCHEDULE, say::SCHEDULE, schedule::schedule(document)),
        ),
        on_message(names::FIND),
        on_message(names::CHECK),
    ]
}

/// What can be done with a server's own texts.
fn texts() -> Vec<Value> {
    let required = json!({"required": true});
    let file = || option(ATTACHMENT, names::FILE, say::FILE, required.clone());
    let title = |more| {
        let length = json!({"max_length": LONGEST_TITLE});
        with(option(STRING, names::TITLE, say::TITLE, length), more)
    };

    // A list while typing, since there are more languages than a command may have choices.
    let typed = json!({"autocomplete": true, "max_length": 40});
    let language = option(STRING, names::LANGUAGE, say::LANGUAGE, typed);

    let which = || {
        let more = json!({"required": true, "autocomplete": true, "max_length": 100});
        option(STRING, names::TEXT, say::WHICH, more)
    };

    let add = vec![file(), title(json!({})), language];
    vec![
        sub(subs::ADD, say::ADD, add),
        sub(subs::REMOVE, say::REMOVE, vec![which()]),
        sub(
            subs::RENAME,
            say::RENAME,
            vec![which(), title(required.clone())],
        ),
        sub(subs::LIST, say::LIST, vec![]),
        sub(subs::QUOTA, say::QUOTA, vec![]),
    ]
}

/// What a server can set.
fn settings(document: Value) -> Vec<Value> {
    let flag = |name, description| option(BOOLEAN, name, description, json!({}));
    let server = vec![
        flag(names::SHARED, say::SHARED),
        flag(names::PRIVATE, say::USUALLY_PRIVATE),
    ];
    vec![
        sub(subs::SHOW, say::SETTINGS_SHOW, vec![]),
        sub(subs::SERVER, say::SETTINGS_SERVER, server),
        sub(subs::CHANNEL, say::SETTINGS_CHANNEL, vec![document]),
    ]
}

/// Nobody deletes everything by a slip.
fn confirm() -> Value {
    let choice = json!({"name": say::CONFIRMED, "value": names::subs::DELETE_SERVER});
    let more = json!({"required": true, "choices": [choice]});
    option(STRING, names::CONFIRM, say::CONFIRM, more)
}

fn sub(name: &str, description: &str, options: Vec<Value>) -> Value {
    option(SUBCOMMAND, name, description, json!({"options": options}))
}

/// How far texts are open; perhaps to a whole server.
fn gates(document: impl Fn() -> Value, whole_server: Option<Value>) -> Vec<Value> {
    let required = json!({"required": true});
    let more = json!({"required": true, "min_value": 0, "max_value": 10_000});
    let chapter = option(INTEGER, names::CHAPTER, say::CHAPTER, more);
    let with_server = |mut options: Vec<Value>| {
        options.extend(whole_server.clone());
        options
    };

    let set = vec![with(document(), required), chapter];
    vec![
        sub(subs::SET, say::GATES_SET, with_server(set)),
        sub(subs::SHOW, say::GATES_SHOW, with_server(vec![])),
        sub(subs::CLEAR, say::GATES_CLEAR, with_server(vec![document()])),
    ]
}

fn whole_server() -> Value {
    option(BOOLEAN, names::WHOLE_SERVER, say::WHOLE_SERVER, json!({}))
}

/// On servers that have the bot, for those with a permission unless a server's owners say otherwise.
fn for_managers(permission: &str, command: Value) -> Value {
    with(
        command,
        json!({
            "contexts": [0], "integration_types": [0],
            "default_member_permissions": permission,
        }),
    )
}

fn with(mut value: Value, more: Value) -> Value {
    for (field, one) in more.as_object().into_iter().flatten() {
        value[field] = one.clone();
    }
    value
}

fn slash(name: &str, description: &str, options: Vec<Value>) -> Value {
    everywhere(json!({"type": 1, "name": name, "description": description, "options": options}))
}

fn on_message(name: &str) -> Value {
    everywhere(json!({"type": 3, "name": name}))
}

/// On servers, in direct messages and between people; installed to a server or to an account.
fn everywhere(mut command: Value) -> Value {
    command["contexts"] = json!([0, 1, 2]);
    command["integration_types"] = json!([0, 1]);
    command
}

fn option(kind: u8, name: &str, description: &str, more: Value) -> Value {
    with(
        json!({"type": kind, "name": name, "description": description}),
        more,
    )
}

/// Whether what Discord has is what we would register. Discord adds fields of its own, and leaves out
/// some that have their usual value; neither is a difference.
pub fn is_registered(theirs: &[Value], ours: &[Value]) -> bool {
    let same = |a: &Value, b: &Value| a["name"] == b["name"] && kind(a) == kind(b);
    theirs.len() == ours.len()
        && ours.iter().all(|our| {
            theirs
                .iter()
                .any(|their| same(our, their) && covers(their, our))
        })
}

fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

/// Whether everything that `our` says stands in `their` too.
fn covers(their: &Value, our: &Value) -> bool {
    match (their, our) {
        (Value::Object(their), Value::Object(our)) => our.iter().all(|(field, our)| {
            their
                .get(field)
                .map_or(is_usual(our), |their| covers(their, our))
        }),
        // Lists agree item by item: the order of options is part of a command.
        (Value::Array(their), Value::Array(our)) => {
            their.len() == our.len() && their.iter().zip(our).all(|(their, our)| covers(their, our))
        }
        // Discord may give back null where we gave the usual value.
        (their, our) => their == our || their.is_null() && is_usual(our),
    }
}

fn is_usual(value: &Value) -> bool {
    *value == json!(false) || *value == json!([])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_adds_or_leaves_out_is_no_change() {
        let ours = table();
        let mut theirs = ours.clone();

        for command in &mut theirs {
            command["id"] = json!("1");
            command["nsfw"] = json!(false);
            if command["default_member_permissions"].is_null() {
                command["default_member_permissions"] = json!(null);
            }
            if command["options"] == json!([]) {
                command["options"] = json!(null);
            }
        }

        theirs.reverse();
        assert!(is_registered(&theirs, &ours));
    }

    #[test]
    fn any_change_of_ours_is_one() {
        let ours = table();
        let changes: [(&str, Value); 5] = [
            ("/description", json!("Another")),
            ("/options/0/max_length", json!(1)),
            ("/options/1/autocomplete", json!(false)),
            ("/contexts", json!([0])),
            ("/name", json!("another")),
        ];

        for (place, value) in changes {
            let mut theirs = ours.clone();
            *theirs[0].pointer_mut(place).unwrap() = value;
            assert!(!is_registered(&theirs, &ours), "{place}");
        }

        assert!(!is_registered(&ours[1..], &ours) && !is_registered(&[], &ours));

        // Whoever may manage texts is part of a command, too.
        let mut theirs = ours.clone();
        let texts = theirs.iter_mut().find(|c| c["name"] == names::TEXTS);
        texts.unwrap()["default_member_permissions"] = json!(null);
        assert!(!is_registered(&theirs, &ours));

        assert_eq!(
            ours.iter()
                .map(|c| c["name"].as_str().unwrap())
                .collect::<Vec<_>>(),
            names::ALL
        );
    }
}
