//! Component limits: rows, buttons, selects.

use super::*;

const BAD_LENGTH: &str = "BASE_TYPE_BAD_LENGTH";

async fn check(row: &str, passes: Value, refused: Value, path: &str, code: &str) {
    let standin = started().await;
    let data = |components: Value| message_with(json!({"components": components}));
    let exchange = asked(&standin).await;
    let answer = callback(
        &standin,
        &exchange,
        json!({"type": 4, "data": data(refused)}),
    )
    .await;
    assert_refused(
        &standin,
        row,
        answer,
        &format!("data.components.{path}"),
        code,
    );
    let (status, body) = callback(
        &standin,
        &exchange,
        json!({"type": 4, "data": data(passes)}),
    )
    .await;
    assert_eq!(status, 204, "{row}: {body:#}");
}

fn button(custom_id: &str, label: &str) -> Value {
    json!({"type": 2, "style": 1, "custom_id": custom_id, "label": label, "disabled": false})
}

fn row(items: Vec<Value>) -> Value {
    json!({"type": 1, "components": items})
}

fn one(item: Value) -> Value {
    json!([row(vec![item])])
}

fn buttons(n: usize) -> Vec<Value> {
    (0..n).map(|n| button(&format!("id{n}"), "Go")).collect()
}

fn rows(n: usize) -> Value {
    (0..n)
        .map(|n| row(vec![button(&format!("id{n}"), "Go")]))
        .collect()
}

fn select(fields: Value) -> Value {
    let select = json!({"type": 3, "custom_id": "s", "options": [choice("l", "v")]});
    with_fields(select, fields)
}

fn choice(label: &str, value: &str) -> Value {
    json!({"label": label, "value": value})
}

fn choices(n: usize) -> Value {
    (0..n).map(|n| choice("l", &format!("v{n}"))).collect()
}

#[tokio::test]
async fn rows_and_buttons_are_limited() {
    check("5 rows", rows(5), rows(6), "", BAD_LENGTH).await;
    let of = |n: usize| json!([row(buttons(n))]);
    check("5 buttons", of(5), of(6), "0.components", BAD_LENGTH).await;
    check("an empty row", of(1), of(0), "0.components", BAD_LENGTH).await;
    let bare = json!([button("a", "Go")]);
    check("no row", of(1), bare, "0.type", "UNION_TYPE_CHOICES").await;
    let nested = one(row(buttons(1)));
    check(
        "a row in a row",
        of(1),
        nested,
        "0.components.0.type",
        "UNION_TYPE_CHOICES",
    )
    .await;
}

#[tokio::test]
async fn buttons_have_a_label_and_a_custom_id_of_their_own() {
    let long = |n: usize| "a".repeat(n);
    let labelled = |n: usize| one(button("a", &long(n)));
    let at = |field: &str| format!("0.components.0.{field}");
    check(
        "label 80",
        labelled(80),
        labelled(81),
        &at("label"),
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    let bare = one(button("a", ""));
    check(
        "no label",
        labelled(1),
        bare,
        &at(""),
        "BUTTON_COMPONENT_LABEL_OR_EMOJI",
    )
    .await;
    let named = |n: usize| one(button(&long(n), "Go"));
    check(
        "custom_id 100",
        named(100),
        named(101),
        &at("custom_id"),
        BAD_LENGTH,
    )
    .await;
    check(
        "no custom_id",
        named(1),
        named(0),
        &at("custom_id"),
        "BASE_TYPE_REQUIRED",
    )
    .await;
    let two = |second: &str| json!([row(buttons(1)), row(vec![button(second, "Go")])]);
    let code = "COMPONENT_CUSTOM_ID_DUPLICATED";
    check(
        "twice",
        two("other"),
        two("id0"),
        "1.components.0.custom_id",
        code,
    )
    .await;
    let styled =
        |style: u64| one(json!({"type": 2, "style": style, "custom_id": "a", "label": "l"}));
    check(
        "style",
        styled(4),
        styled(9),
        &at("style"),
        "BASE_TYPE_CHOICES",
    )
    .await;
}

#[tokio::test]
async fn links_have_a_url_and_others_none() {
    let link = |url: &str| one(json!({"type": 2, "style": 5, "url": url, "label": "l"}));
    let url = |n: usize| format!("https://example.org/{}", "a".repeat(n - 20));
    let at = "0.components.0.url";
    check("512", link(&url(512)), link(&url(513)), at, BAD_LENGTH).await;
    check("none", link(&url(30)), link(""), at, "BASE_TYPE_REQUIRED").await;
    let mut both = button("a", "Go");
    both["url"] = json!("https://example.org");
    let code = "COMPONENT_CUSTOM_ID_AND_URL";
    check(
        "both",
        one(button("a", "Go")),
        one(both),
        "0.components.0",
        code,
    )
    .await;
}

#[tokio::test]
async fn selects_are_limited() {
    let long = |n: usize| "a".repeat(n);
    let with = |fields: Value| one(select(fields));
    let plain = || with(json!({}));
    let at = |field: &str| format!("0.components.0.{field}");
    let n = |n: usize| with(json!({"options": choices(n)}));
    check("25 options", n(25), n(26), &at("options"), BAD_LENGTH).await;
    check("no option", n(1), n(0), &at("options"), BAD_LENGTH).await;
    let label = |n: usize| with(json!({"options": [choice(&long(n), "v")]}));
    check(
        "label",
        label(100),
        label(101),
        &at("options.0.label"),
        BAD_LENGTH,
    )
    .await;
    let value = |n: usize| with(json!({"options": [choice("l", &long(n))]}));
    check(
        "value",
        value(100),
        value(101),
        &at("options.0.value"),
        BAD_LENGTH,
    )
    .await;
    let described =
        |n: usize| with(json!({"options": [{"label": "l", "value": "v", "description": long(n)}]}));
    let code = "BASE_TYPE_MAX_LENGTH";
    check(
        "description",
        described(100),
        described(101),
        &at("options.0.description"),
        code,
    )
    .await;
    let placeholder = |n: usize| with(json!({"placeholder": long(n)}));
    check(
        "placeholder",
        placeholder(150),
        placeholder(151),
        &at("placeholder"),
        code,
    )
    .await;
    let twice = with(json!({"options": [choice("a", "v"), choice("b", "v")]}));
    let code = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED";
    check("same value", plain(), twice, &at("options.1.value"), code).await;
    for field in ["min_values", "max_values"] {
        let of = |n: u64| with(json!({field: n}));
        check(field, of(25), of(26), &at(field), "NUMBER_TYPE_MIN").await;
    }
    let beside = json!([row(vec![select(json!({})), button("b", "Go")])]);
    let code = "COMPONENT_LAYOUT_WIDTH_EXCEEDED";
    check("beside a button", plain(), beside, "0.components", code).await;
}
