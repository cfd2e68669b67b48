//! What Discord accepts as components: rows of buttons, a select, and the inputs of a modal.
//!
//! Only the classic action rows are known here, because serenity 0.12 sends no others; any other
//! top-level component is reported as invalid.

use super::form::Form;
use serde_json::Value;
use std::collections::HashSet;

pub const ROWS: usize = 5;
pub const BUTTONS: usize = 5;
pub const LABEL: usize = 80;
pub const CUSTOM_ID: usize = 100;
pub const URL: usize = 512;
pub const OPTIONS: usize = 25;
pub const OPTION_TEXT: usize = 100;
pub const PLACEHOLDER: usize = 150;
pub const MODAL_TITLE: usize = 45;

const ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const LINK: u64 = 5;
const PREMIUM: u64 = 6;

/// The custom ids of one message or modal: each may appear once.
type Ids = HashSet<String>;

/// Checks the `components` of a message.
pub fn rows(form: &mut Form, list: &Value, at: &str) {
    let mut ids = Ids::new();
    for (n, row) in form.list(at, list, 0, ROWS).iter().enumerate() {
        let at = format!("{at}.{n}");
        if row["type"].as_u64() != Some(ROW) {
            form.reject(
                &format!("{at}.type"),
                "UNION_TYPE_CHOICES",
                "Must be an action row",
            );
            continue;
        }
        self::row(
            form,
            &row["components"],
            &format!("{at}.components"),
            &mut ids,
        );
    }
}

fn row(form: &mut Form, list: &Value, at: &str, ids: &mut Ids) {
    let items = form.list(at, list, 1, BUTTONS);
    let selects = items
        .iter()
        .filter(|item| item["type"].as_u64() != Some(BUTTON))
        .count();
    if selects > 0 && items.len() > 1 {
        let message = "The specified component exceeds the maximum width";
        form.reject(at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
    }
    for (n, item) in items.iter().enumerate() {
        let at = format!("{at}.{n}");
        match item["type"].as_u64() {
            Some(BUTTON) => button(form, item, &at, ids),
            Some(STRING_SELECT | 5..=8) => select(form, item, &at, ids),
            _ => form.reject(
                &format!("{at}.type"),
                "UNION_TYPE_CHOICES",
                "Not for messages",
            ),
        }
    }
}

fn custom_id(form: &mut Form, item: &Value, at: &str, ids: &mut Ids) {
    let at = format!("{at}.custom_id");
    form.text_required(&at, &item["custom_id"], CUSTOM_ID);
    let id = item["custom_id"].as_str().unwrap_or("").to_owned();
    if !ids.insert(id) {
        let message = "Component custom id cannot be duplicated";
        form.reject(&at, "COMPONENT_CUSTOM_ID_DUPLICATED", message);
    }
}

fn button(form: &mut Form, item: &Value, at: &str, ids: &mut Ids) {
    let style = item["style"].as_u64().unwrap_or(0);
    form.text_up_to(&format!("{at}.label"), &item["label"], LABEL);
    match style {
        1..=4 => custom_id(form, item, at, ids),
        LINK => form.text_required(&format!("{at}.url"), &item["url"], URL),
        PREMIUM => {}
        _ => form.reject(
            &format!("{at}.style"),
            "BASE_TYPE_CHOICES",
            "Not a button style",
        ),
    }
    if style != LINK && !item["url"].is_null() {
        let message = "A custom id and url cannot both be specified";
        form.reject(at, "COMPONENT_CUSTOM_ID_AND_URL", message);
    }
    let label = item["label"].as_str().unwrap_or("").trim();
    if style != PREMIUM && label.is_empty() && item["emoji"].is_null() {
        let message = "A button must have a label or an emoji";
        form.reject(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI", message);
    }
}

fn select(form: &mut Form, item: &Value, at: &str, ids: &mut Ids) {
    custom_id(form, item, at, ids);
    form.text_up_to(
        &format!("{at}.placeholder"),
        &item["placeholder"],
        PLACEHOLDER,
    );
    form.number(&format!("{at}.min_values"), &item["min_values"], 0, 25);
    form.number(&format!("{at}.max_values"), &item["max_values"], 1, 25);
    if item["type"].as_u64() == Some(STRING_SELECT) {
        options(form, &item["options"], &format!("{at}.options"));
    }
}

fn options(form: &mut Form, list: &Value, at: &str) {
    let mut values = Ids::new();
    for (n, option) in form.list(at, list, 1, OPTIONS).iter().enumerate() {
        let at = format!("{at}.{n}");
        form.text_required(&format!("{at}.label"), &option["label"], OPTION_TEXT);
        form.text_required(&format!("{at}.value"), &option["value"], OPTION_TEXT);
        form.text_up_to(
            &format!("{at}.description"),
            &option["description"],
            OPTION_TEXT,
        );
        if !values.insert(option["value"].as_str().unwrap_or("").to_owned()) {
            let message = "The specified option value is already used";
            form.reject(
                &format!("{at}.value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                message,
            );
        }
    }
}

/// Checks the `data` of a modal.
pub fn modal(form: &mut Form, data: &Value, at: &str) {
    let mut ids = Ids::new();
    form.text_required(&format!("{at}.title"), &data["title"], MODAL_TITLE);
    form.text_required(&format!("{at}.custom_id"), &data["custom_id"], CUSTOM_ID);
    let list = format!("{at}.components");
    for (n, row) in form
        .list(&list, &data["components"], 1, ROWS)
        .iter()
        .enumerate()
    {
        let at = format!("{list}.{n}.components");
        for (m, item) in form.list(&at, &row["components"], 1, 1).iter().enumerate() {
            input(form, item, &format!("{at}.{m}"), &mut ids);
        }
    }
}

fn input(form: &mut Form, item: &Value, at: &str, ids: &mut Ids) {
    if item["type"].as_u64() != Some(TEXT_INPUT) {
        form.reject(
            &format!("{at}.type"),
            "UNION_TYPE_CHOICES",
            "Must be a text input",
        );
    }
    custom_id(form, item, at, ids);
    form.text_required(&format!("{at}.label"), &item["label"], 45);
    form.text_up_to(&format!("{at}.placeholder"), &item["placeholder"], 100);
    form.text_up_to(&format!("{at}.value"), &item["value"], 4000);
}
