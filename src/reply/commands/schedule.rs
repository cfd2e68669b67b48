//! `/schedule` as data.

use serde_json::{Value, json};

use super::names::{self, subs};
use super::{BOOLEAN, INTEGER, STRING, command_option, merge_fields, subcommand};
use crate::render::discord::say::{command as does, option as is};

/// Words that a plan may read at a time: seven messages or so at most.
const WORDS: std::ops::RangeInclusive<u32> = 20..=2_000;

/// What can be posted by itself, and what can be done with it.
pub fn schedule_subcommands(document: impl Fn() -> Value) -> Vec<Value> {
    let required = || json!({"required": true});
    let time = || {
        let more = json!({"required": true, "max_length": 20});
        command_option(STRING, names::TIME, is::time, more)
    };
    // A list while typing, since there are more zones than a command may have choices.
    let zone = || {
        let more = json!({"required": true, "autocomplete": true, "max_length": 60});
        command_option(STRING, names::ZONE, is::zone, more)
    };
    let weekdays = || command_option(BOOLEAN, names::WEEKDAYS, is::weekdays, json!({}));
    let which = || {
        let more = json!({"required": true, "autocomplete": true, "max_length": 100});
        command_option(STRING, names::SCHEDULE, is::which_schedule, more)
    };

    let more = json!({"required": true, "min_value": WORDS.start(), "max_value": WORDS.end()});
    let words = command_option(INTEGER, names::WORDS, is::words, more);
    let from = command_option(
        STRING,
        names::FROM,
        is::plan_from,
        json!({"max_length": 100}),
    );
    let gate = command_option(BOOLEAN, names::MOVE_GATE, is::move_gate, json!({}));
    let text = merge_fields(document(), required());

    let quote = vec![time(), zone(), document(), weekdays()];
    let plan = vec![text, words, time(), zone(), weekdays(), from, gate];
    vec![
        subcommand(subs::QUOTE, does::schedule_quote, quote),
        subcommand(subs::PLAN, does::schedule_plan, plan),
        subcommand(subs::LIST, does::schedule_list, vec![]),
        subcommand(subs::PAUSE, does::schedule_pause, vec![which()]),
        subcommand(subs::REMOVE, does::schedule_remove, vec![which()]),
        subcommand(subs::TEST, does::schedule_test, vec![which()]),
    ]
}
