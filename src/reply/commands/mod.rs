//! The commands as data: what is registered with Discord.
//!
//! What they do is told in the language of whoever looks at them, and their options are called so,
//! too. The decision that is not obvious: the commands themselves have one name in all languages,
//! since members tell each other of them.

use serde_json::{Value, json};

use crate::locale::{Locale, Said};
use crate::render::discord::say::{choice, command as does, name as called, option as is};
use crate::reply::ask::MAX_QUESTION;
use crate::search::MAX_TEXT;
use crate::servers::LONGEST_TITLE;
use names::subs;

mod quiz;
pub mod registered;
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
    pub const GAPS: &str = "gaps";
    pub const QUIZ: &str = "quiz";
    pub const FIND: &str = "Find in the library";
    pub const CHECK: &str = "Check this quote";
    pub const ALL: [&str; 16] = [
        ASK, SEARCH, READ, RANDOM, LIBRARY, QUIZ, HELP, PRIVACY, TEXTS, SETTINGS, PROGRESS, GATE,
        SCHEDULE, GAPS, FIND, CHECK,
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
    pub const FEEDBACK: &str = "feedback";
    pub const KIND: &str = "kind";
    pub const QUESTIONS: &str = "questions";
    /// Kinds of questions.
    pub const GAP: &str = "gap";
    pub const CHAPTERS: &str = "chapter";
    pub const SPEAKERS: &str = "speaker";

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
        pub const START: &str = "start";
        pub const STOP: &str = "stop";
    }
}

/// What the options are called in other languages; interactions come with the names above.
const CALLED: [(&str, Said); 22] = [
    (names::QUESTION, called::question),
    (names::TEXT, called::text),
    (names::FROM, called::from),
    (names::DOCUMENT, called::document),
    (names::PRIVATE, called::private),
    (names::FILE, called::file),
    (names::TITLE, called::title),
    (names::LANGUAGE, called::language),
    (names::SHARED, called::shared),
    (names::CONFIRM, called::confirm),
    (names::CHAPTER, called::chapter),
    (names::WHOLE_SERVER, called::whole_server),
    (names::TIME, called::time),
    (names::ZONE, called::zone),
    (names::WEEKDAYS, called::weekdays),
    (names::WORDS, called::words),
    (names::MOVE_GATE, called::move_gate),
    (names::SCHEDULE, called::schedule),
    (names::FEEDBACK, called::feedback),
    (names::GAPS, called::gaps),
    (names::KIND, called::kind),
    (names::QUESTIONS, called::questions),
];
/// In `/settings`, for the language that a server has on Discord.
const AS_ON_DISCORD: &str = "discord";

const SUBCOMMAND: u8 = 1;
const STRING: u8 = 3;
const INTEGER: u8 = 4;
const BOOLEAN: u8 = 5;
const ATTACHMENT: u8 = 11;
/// The permission *Manage Server*, as a bit: who may use a command, until a server's owners say
/// otherwise.
const MANAGE_SERVER: &str = "32";
/// *Manage Messages*, the same.
const MANAGE_MESSAGES: &str = "8192";

/// The commands as a single server takes them: where they can be used is no question there.
pub fn server_command_table() -> Vec<Value> {
    let mut table = command_table();
    for command in table.iter_mut().filter_map(Value::as_object_mut) {
        command.remove("contexts");
        command.remove("integration_types");
    }
    table
}

/// Every command, as Discord's bulk overwrite takes them.
pub fn command_table() -> Vec<Value> {
    // Several commands take these two, so each makes its own.
    let document = || {
        let more = json!({"autocomplete": true, "max_length": 100});
        command_option(STRING, names::DOCUMENT, is::document, more)
    };
    let private = || command_option(BOOLEAN, names::PRIVATE, is::private, json!({}));

    let more = json!({"required": true, "autocomplete": true, "max_length": MAX_QUESTION});
    let question = command_option(STRING, names::QUESTION, is::question, more);

    // No list while typing: its choices carry places, and a search takes words.
    let more = json!({"required": true, "max_length": MAX_TEXT});
    let text = command_option(STRING, names::TEXT, is::text, more);

    let more = json!({"autocomplete": true, "max_length": 100});
    let from = command_option(STRING, names::FROM, is::from, more);

    vec![
        slash_command(names::ASK, does::ask, vec![question, document(), private()]),
        slash_command(
            names::SEARCH,
            does::search,
            vec![text, document(), private()],
        ),
        slash_command(names::READ, does::read, vec![document(), from, private()]),
        slash_command(names::RANDOM, does::random, vec![document(), private()]),
        slash_command(names::LIBRARY, does::library, vec![document(), private()]),
        slash_command(names::QUIZ, does::quiz, quiz::quiz_subcommands(document())),
        slash_command(names::HELP, does::help, vec![]),
        slash_command(
            names::PRIVACY,
            does::privacy,
            vec![
                subcommand(subs::SHOW, does::privacy_show, vec![]),
                subcommand(
                    subs::DELETE_SERVER,
                    does::delete_server,
                    vec![confirm_option()],
                ),
            ],
        ),
        restrict_to_managers(
            MANAGE_SERVER,
            slash_command(names::TEXTS, does::texts, texts_subcommands()),
        ),
        restrict_to_managers(
            MANAGE_SERVER,
            slash_command(
                names::SETTINGS,
                does::settings,
                settings_subcommands(document()),
            ),
        ),
        slash_command(
            names::PROGRESS,
            does::progress,
            gates_subcommands(document, None),
        ),
        restrict_to_managers(
            MANAGE_MESSAGES,
            slash_command(
                names::GATE,
                does::gate,
                gates_subcommands(document, Some(&whole_server_option())),
            ),
        ),
        restrict_to_managers(
            MANAGE_SERVER,
            slash_command(
                names::SCHEDULE,
                does::schedule,
                schedule::schedule_subcommands(document),
            ),
        ),
        restrict_to_managers(
            MANAGE_SERVER,
            slash_command(names::GAPS, does::gaps, gaps_subcommands()),
        ),
        message_command(called::find),
        message_command(called::check),
    ]
}

/// What can be done with a server's own texts.
fn texts_subcommands() -> Vec<Value> {
    let required = json!({"required": true});
    let file = || command_option(ATTACHMENT, names::FILE, is::file, required.clone());
    let title = |more| {
        let length = json!({"max_length": LONGEST_TITLE});
        merge_fields(
            command_option(STRING, names::TITLE, is::title, length),
            more,
        )
    };

    // A list while typing, since there are more languages than a command may have choices.
    let typed = json!({"autocomplete": true, "max_length": 40});
    let language = command_option(STRING, names::LANGUAGE, is::language, typed);

    let which = || {
        let more = json!({"required": true, "autocomplete": true, "max_length": 100});
        command_option(STRING, names::TEXT, is::which, more)
    };

    let add = vec![file(), title(json!({})), language];
    vec![
        subcommand(subs::ADD, does::texts_add, add),
        subcommand(subs::REMOVE, does::texts_remove, vec![which()]),
        subcommand(
            subs::RENAME,
            does::texts_rename,
            vec![which(), title(required.clone())],
        ),
        subcommand(subs::LIST, does::texts_list, vec![]),
        subcommand(subs::QUOTA, does::texts_quota, vec![]),
    ]
}

/// What a server can set.
fn settings_subcommands(document: Value) -> Vec<Value> {
    let flag = |name, description: Said| command_option(BOOLEAN, name, description, json!({}));
    let server = vec![
        flag(names::SHARED, is::shared),
        flag(names::PRIVATE, is::usually_private),
        language_option(),
        flag(names::FEEDBACK, is::feedback),
        flag(names::GAPS, is::gaps),
    ];
    vec![
        subcommand(subs::SHOW, does::settings_show, vec![]),
        subcommand(subs::SERVER, does::settings_server, server),
        subcommand(subs::CHANNEL, does::settings_channel, vec![document]),
    ]
}

/// What can be done with the questions that got a no.
fn gaps_subcommands() -> Vec<Value> {
    vec![
        subcommand(subs::SHOW, does::gaps_show, vec![]),
        subcommand(subs::CLEAR, does::gaps_clear, vec![]),
    ]
}

/// The language of what everyone on a server sees: each as those who speak it call it.
fn language_option() -> Value {
    let as_on_discord = json!({"value": AS_ON_DISCORD});
    let mut choices = vec![localize_field(
        as_on_discord,
        "name",
        choice::discords_language,
    )];
    let each = Locale::ALL.into_iter();
    choices.extend(each.map(|one| json!({"name": one.name(), "value": one.tag()})));

    let more = json!({"choices": choices});
    command_option(STRING, names::LANGUAGE, is::servers_language, more)
}

/// Nobody deletes everything by a slip.
fn confirm_option() -> Value {
    let delete = json!({"value": names::subs::DELETE_SERVER});
    let delete = localize_field(delete, "name", choice::delete_server);
    let more = json!({"required": true, "choices": [delete]});
    command_option(STRING, names::CONFIRM, is::confirm, more)
}

fn subcommand(name: &str, description: Said, options: Vec<Value>) -> Value {
    let mut sub = json!({"type": SUBCOMMAND, "name": name});
    sub["options"] = options.into();
    localize_field(sub, "description", description)
}

/// How far texts are open; perhaps to a whole server.
fn gates_subcommands(document: impl Fn() -> Value, whole_server: Option<&Value>) -> Vec<Value> {
    let required = json!({"required": true});
    let more = json!({"required": true, "min_value": 0, "max_value": 10_000});
    let chapter = command_option(INTEGER, names::CHAPTER, is::chapter, more);
    let with_server = |mut options: Vec<Value>| {
        options.extend(whole_server.cloned());
        options
    };

    let set = vec![merge_fields(document(), required), chapter];
    vec![
        subcommand(subs::SET, does::gates_set, with_server(set)),
        subcommand(subs::SHOW, does::gates_show, with_server(vec![])),
        subcommand(
            subs::CLEAR,
            does::gates_clear,
            with_server(vec![document()]),
        ),
    ]
}

fn whole_server_option() -> Value {
    command_option(BOOLEAN, names::WHOLE_SERVER, is::whole_server, json!({}))
}

/// On servers that have the bot, for those with a permission unless a server's owners say
/// otherwise.
fn restrict_to_managers(permission: &str, command: Value) -> Value {
    merge_fields(
        command,
        json!({
            "contexts": [0], "integration_types": [0],
            "default_member_permissions": permission,
        }),
    )
}

fn merge_fields(mut value: Value, more: Value) -> Value {
    if let Value::Object(more) = more {
        for (field, one) in more {
            value[field] = one;
        }
    }
    value
}

fn slash_command(name: &str, description: Said, options: Vec<Value>) -> Value {
    let mut command = json!({"type": 1, "name": name});
    command["options"] = options.into();
    allow_everywhere(localize_field(command, "description", description))
}

fn message_command(name: Said) -> Value {
    allow_everywhere(localize_field(json!({"type": 3}), "name", name))
}

/// On servers, in direct messages and between people; installed to a server or to an account.
fn allow_everywhere(mut command: Value) -> Value {
    command["contexts"] = json!([0, 1, 2]);
    command["integration_types"] = json!([0, 1]);
    command
}

fn command_option(kind: u8, name: &str, description: Said, more: Value) -> Value {
    let option = json!({"type": kind, "name": name});
    let option = localize_field(option, "description", description);
    let named = CALLED.iter().find(|(known, _)| *known == name);
    let option = match named {
        Some((_, called)) => localize_field(option, "name", *called),
        None => option,
    };
    merge_fields(option, more)
}

/// With a name or a description in every language.
fn localize_field(mut value: Value, field: &str, said: Said) -> Value {
    value[field] = json!(said(Locale::English));
    let others = format!("{field}_localizations");
    for locale in Locale::ALL {
        for tag in locale.on_discord() {
            value[&others][*tag] = json!(said(locale));
        }
    }
    value
}
