//! What Discord accepts as a message: content, embeds, mentions.
//!
//! One function per thing that has limits; each writes to a [`Form`]. The one rule that is the
//! project's and not Discord's is `allowed_mentions`: corpus text can hold `@everyone`, so every
//! body with text must carry `"allowed_mentions": {"parse": []}` and allow no user or role.

use super::components;
use super::form::{Form, units};
use serde_json::Value;

pub const CONTENT: usize = 2000;
pub const EMBEDS: usize = 10;
pub const EMBEDS_TOTAL: usize = 6000;
pub const TITLE: usize = 256;
pub const DESCRIPTION: usize = 4096;
pub const FIELDS: usize = 25;
pub const FIELD_NAME: usize = 256;
pub const FIELD_VALUE: usize = 1024;
pub const FOOTER: usize = 2048;
pub const AUTHOR: usize = 256;

/// Checks the body of a new or edited message; `at` is its place in the request (`"data"` or "").
pub fn message(form: &mut Form, body: &Value, at: &str) {
    form.text_up_to(&format!("{at}.content"), &body["content"], CONTENT);
    embeds(form, &body["embeds"], &format!("{at}.embeds"));
    components::rows(form, &body["components"], &format!("{at}.components"));
    if has_text(body) {
        mentions(
            form,
            &body["allowed_mentions"],
            &format!("{at}.allowed_mentions"),
        );
    }
}

/// Whether Discord would show anything: without it the message is refused with 50006.
pub fn is_empty(body: &Value, files: usize) -> bool {
    let some = |list: &Value| list.as_array().is_some_and(|items| !items.is_empty());
    let blank = body["content"].as_str().unwrap_or("").trim().is_empty();
    blank
        && files == 0
        && !some(&body["embeds"])
        && !some(&body["attachments"])
        && !some(&body["sticker_ids"])
        && !body["poll"].is_object()
}

fn has_text(body: &Value) -> bool {
    let embeds = body["embeds"]
        .as_array()
        .is_some_and(|list| !list.is_empty());
    embeds
        || body["content"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
}

fn mentions(form: &mut Form, allowed: &Value, at: &str) {
    let rule = "STANDIN_ALLOWED_MENTIONS";
    if allowed["parse"]
        .as_array()
        .is_none_or(|list| !list.is_empty())
    {
        form.reject(
            at,
            rule,
            "Every message must carry allowed_mentions with parse: []",
        );
    }
    for list in ["users", "roles"] {
        if allowed[list].as_array().is_some_and(|ids| !ids.is_empty()) {
            form.reject(
                &format!("{at}.{list}"),
                rule,
                "No user or role may be mentioned",
            );
        }
    }
}

fn embeds(form: &mut Form, list: &Value, at: &str) {
    let mut total = 0;
    for (n, embed) in form.list(at, list, 0, EMBEDS).iter().enumerate() {
        self::embed(form, embed, &format!("{at}.{n}"));
        total += embed_units(embed);
    }
    if total > EMBEDS_TOTAL {
        let message = format!("Embed size exceeds maximum size of {EMBEDS_TOTAL}");
        form.reject(at, "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

fn embed(form: &mut Form, embed: &Value, at: &str) {
    form.text_up_to(&format!("{at}.title"), &embed["title"], TITLE);
    form.text_up_to(
        &format!("{at}.description"),
        &embed["description"],
        DESCRIPTION,
    );
    form.text_up_to(
        &format!("{at}.footer.text"),
        &embed["footer"]["text"],
        FOOTER,
    );
    form.text_up_to(
        &format!("{at}.author.name"),
        &embed["author"]["name"],
        AUTHOR,
    );
    let fields = format!("{at}.fields");
    for (n, field) in form
        .list(&fields, &embed["fields"], 0, FIELDS)
        .iter()
        .enumerate()
    {
        form.text_required(&format!("{fields}.{n}.name"), &field["name"], FIELD_NAME);
        form.text_required(&format!("{fields}.{n}.value"), &field["value"], FIELD_VALUE);
    }
    if embed_units(embed) == 0 && embed["image"].is_null() && embed["thumbnail"].is_null() {
        form.reject(
            &format!("{at}.description"),
            "BASE_TYPE_REQUIRED",
            "This field is required",
        );
    }
}

/// The texts of an embed that count towards the 6000.
fn embed_units(embed: &Value) -> usize {
    let of = |value: &Value| value.as_str().map_or(0, units);
    let fields = embed["fields"].as_array().into_iter().flatten();
    let fields: usize = fields.map(|f| of(&f["name"]) + of(&f["value"])).sum();
    let ends = of(&embed["footer"]["text"]) + of(&embed["author"]["name"]);
    of(&embed["title"]) + of(&embed["description"]) + ends + fields
}
