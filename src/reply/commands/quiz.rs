//! `/quiz` as data.

use serde_json::{Value, json};

use super::names::{self, subs};
use super::{INTEGER, STRING, localized, option, sub};
use crate::quiz::MOST;
use crate::render::discord::say::{choice, command as does, option as is};

/// What can be done with quizzes; `document` is the option that names the text.
pub fn quiz(document: Value) -> Vec<Value> {
    let kind = |name: &str, said| localized(json!({"value": name}), "name", said);
    let choices = [
        kind(names::GAP, choice::gap),
        kind(names::CHAPTERS, choice::chapter),
        kind(names::SPEAKERS, choice::speaker),
    ];
    let kind = option(
        STRING,
        names::KIND,
        is::quiz_kind,
        json!({"choices": choices}),
    );

    let more = json!({"min_value": 1, "max_value": MOST});
    let count = option(INTEGER, names::QUESTIONS, is::quiz_questions, more);
    vec![
        sub(subs::START, does::quiz_start, vec![document, kind, count]),
        sub(subs::STOP, does::quiz_stop, vec![]),
    ]
}
