//! `/quiz` as data.

use serde_json::{Value, json};

use super::names::{self, subs};
use super::{INTEGER, STRING, command_option, localize_field, subcommand};
use crate::quiz::MOST;
use crate::render::discord::say::{choice, command as does, option as is};

/// What can be done with quizzes; `document` is the option that names the text.
pub fn quiz_subcommands(document: Value) -> Vec<Value> {
    let kind = |name: &str, said| localize_field(json!({"value": name}), "name", said);
    let choices = [
        kind(names::GAP, choice::gap),
        kind(names::CHAPTERS, choice::chapter),
        kind(names::SPEAKERS, choice::speaker),
    ];
    let kind = command_option(
        STRING,
        names::KIND,
        is::quiz_kind,
        json!({"choices": choices}),
    );

    let more = json!({"min_value": 1, "max_value": MOST});
    let count = command_option(INTEGER, names::QUESTIONS, is::quiz_questions, more);
    vec![
        subcommand(subs::START, does::quiz_start, vec![document, kind, count]),
        subcommand(subs::STOP, does::quiz_stop, vec![]),
    ]
}
