//! Validation against Discord's specification. Where it is not there, these tests say so and
//! check only that nothing is refused for want of it.

use super::super::spec::{self, Tally};
use super::*;

/// The error that the specification has for a body; empty when it is valid.
fn errors(method: &str, path: &str, body: Value) -> String {
    spec::check(&mut Tally::default(), method, path, &body).unwrap_or_default()
}

#[test]
#[cfg_attr(
    not(has_specification),
    ignore = "../shared/discord/openapi.json is not here"
)]
fn bodies_as_serenity_writes_them_are_valid() {
    let mut command = ask();
    command["default_member_permissions"] = json!("32");
    let menu = json!({"name": "Quote this", "type": 3, "name_localizations": {}, "options": [],
        "description_localizations": {}, "nsfw": false});
    let button = json!({"type": 2, "style": 2, "custom_id": "c", "label": "Go", "disabled": false});
    let link = json!({"type": 2, "style": 5, "url": "https://example.org/a", "label": "Go",
        "disabled": false});
    let mut full = message_with(
        json!({"tts": false, "attachments": [{"id": 0, "filename": "a", "description": null}], "embeds": [{
        "title": "t", "description": "d", "color": 255, "footer": {"text": "f"}, "fields": [],
        "timestamp": "2026-01-01T00:00:00Z"}],
        "components": [{"type": 1, "components": [button, link]}]}),
    );
    full["allowed_mentions"] =
        json!({"parse": [], "users": [], "roles": [], "replied_user": false});
    let mut posted = full.clone();
    posted["sticker_ids"] = json!([]);
    posted["enforce_nonce"] = json!(false);
    posted["message_reference"] = json!({"type": 0, "message_id": "1", "channel_id": "30",
        "guild_id": null, "fail_if_not_exists": false});
    let callback = "/interactions/1/tok/callback";
    let rows = [
        (
            "PUT",
            "/applications/10/commands",
            json!([command.clone(), menu]),
        ),
        ("POST", "/applications/10/guilds/20/commands", command),
        ("POST", callback, json!({"type": 4, "data": full.clone()})),
        (
            "POST",
            callback,
            json!({"type": 5, "data": {"flags": 64, "attachments": []}}),
        ),
        ("POST", callback, json!({"type": 6, "data": null})),
        ("POST", callback, json!({"type": 7, "data": full.clone()})),
        (
            "POST",
            callback,
            json!({"type": 8, "data": {"choices": [{"name": "n", "value": "v"}]}}),
        ),
        ("PATCH", "/webhooks/10/tok/messages/@original", full.clone()),
        ("POST", "/webhooks/10/tok", full),
        ("POST", "/channels/30/messages", posted),
    ];
    for (method, path, body) in rows {
        assert_eq!(errors(method, path, body), "", "{method} {path}");
    }
}

#[test]
#[cfg_attr(
    not(has_specification),
    ignore = "../shared/discord/openapi.json is not here"
)]
fn wrong_types_and_missing_fields_are_found_and_named() {
    let callback = "/interactions/1/tok/callback";
    let row = |component: Value| json!({"components": [{"type": 1, "components": [component]}]});
    let mut permissions = ask();
    permissions["default_member_permissions"] = json!("many");
    let rows = [
        (
            "POST",
            callback,
            json!({"type": 4, "data": {"content": 5}}),
            "/data/content",
        ),
        (
            "POST",
            callback,
            json!({"type": 4, "data": {"attachments": [{"id": "x"}]}}),
            "/data/attachments/0/id",
        ),
        (
            "POST",
            callback,
            json!({"type": 4, "data": {"flags": "64"}}),
            "/data/flags",
        ),
        (
            "POST",
            callback,
            json!({"type": 8}),
            "\"data\" is a required property",
        ),
        (
            "POST",
            "/channels/30/messages",
            row(json!({"type": 2, "style": "x"})),
            "/style",
        ),
        (
            "POST",
            "/channels/30/messages",
            row(json!({"type": 2})),
            "\"style\" is a required",
        ),
        (
            "PUT",
            "/applications/10/commands",
            json!([{"name": 1}]),
            "/0/name",
        ),
        (
            "PUT",
            "/applications/10/commands",
            json!([permissions]),
            "/0/default_member_permissions",
        ),
        (
            "PATCH",
            "/webhooks/10/t/messages/@original",
            json!({"embeds": [{"url": 1}]}),
            "/embeds/0/url",
        ),
    ];
    for (method, path, body, wanted) in rows {
        let found = errors(method, path, body.clone());
        assert!(found.contains(wanted), "{method} {path} {body}: {found:?}");
    }
}

#[tokio::test]
#[cfg_attr(
    not(has_specification),
    ignore = "../shared/discord/openapi.json is not here"
)]
async fn the_report_counts_by_operation_and_callback_type() {
    let standin = started().await;
    let exchange = asked(&standin).await;
    callback(
        &standin,
        &exchange,
        json!({"type": 4, "data": message("x")}),
    )
    .await;
    let report = standin.spec_report();
    let kind = "POST /interactions/{interaction_id}/{interaction_token}/callback type 4";
    assert!(report.contains(&format!("   1 valid  {kind}")), "{report}");
    standin
        .call(
            "POST",
            "/channels/30/messages",
            message_with(json!({"tts": 1})),
        )
        .await;
    let violations = standin.take_violations();
    assert_eq!(violations.len(), 1, "{violations:#?}");
    assert_eq!(violations[0].rule, "openapi");
    assert!(
        standin
            .spec_report()
            .contains("INVALID  POST /channels/{channel_id}/messages: 1 is not")
    );
}
