//! `/schedule` as data.

use serde_json::{Value, json};

use super::names::{self, subs};
use super::{BOOLEAN, INTEGER, STRING, option, sub, with};
use crate::render::discord::words::commands as say;

/// Words that a plan may read at a time: seven messages or so at most.
const WORDS: std::ops::RangeInclusive<u32> = 20..=2_000;

/// What can be posted by itself, and what can be done with it.
pub fn schedule(document: impl Fn() -> Value) -> Vec<Value> {
    let required = || json!({"required": true});
    let time = || {
        let more = json!({"required": true, "max_length": 20});
        option(STRING, names::TIME, say::TIME, more)
    };
    // A list while typing, since there are more zones than a command may have choices.
    let zone = || {
        let more = json!({"required": true, "autocomplete": true, "max_length": 60});
        option(STRING, names::ZONE, say::ZONE, more)
    };
    let weekdays = || option(BOOLEAN, names::WEEKDAYS, say::WEEKDAYS, json!({}));
    let which = || {
        let more = json!({"required": true, "autocomplete": true, "max_length": 100});
        option(STRING, names::SCHEDULE, say::WHICH_SCHEDULE, more)
    };

    let more = json!({"required": true, "min_value": WORDS.start(), "max_value": WORDS.end()});
    let words = option(INTEGER, names::WORDS, say::WORDS, more);
    let from = option(
        STRING,
        names::FROM,
        say::PLAN_FROM,
        json!({"max_length": 100}),
    );
    let gate = option(BOOLEAN, names::MOVE_GATE, say::MOVE_GATE, json!({}));
    let text = with(document(), required());

    let quote = vec![time(), zone(), document(), weekdays()];
    let plan = vec![text, words, time(), zone(), weekdays(), from, gate];
    vec![
        sub(subs::QUOTE, say::SCHEDULE_QUOTE, quote),
        sub(subs::PLAN, say::SCHEDULE_PLAN, plan),
        sub(subs::LIST, say::SCHEDULE_LIST, vec![]),
        sub(subs::PAUSE, say::SCHEDULE_PAUSE, vec![which()]),
        sub(subs::REMOVE, say::SCHEDULE_REMOVE, vec![which()]),
        sub(subs::TEST, say::SCHEDULE_TEST, vec![which()]),
    ]
}
