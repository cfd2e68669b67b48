//! The limits of a modal and its inputs.

use super::*;

const BAD_LENGTH: &str = "BASE_TYPE_BAD_LENGTH";

#[tokio::test]
async fn modals_are_limited() {
    let button = json!({"type": 2, "style": 1, "custom_id": "b", "label": "Go"});
    let long = |n: usize| "a".repeat(n);
    let input = |fields: Value| {
        let input = json!({"type": 4, "custom_id": "i", "style": 1, "label": "l"});
        with_fields(input, fields)
    };
    let modal = |title: usize, id: usize, inputs: Vec<Value>| {
        let rows: Vec<Value> = inputs
            .into_iter()
            .map(|input| json!({"type": 1, "components": [input]}))
            .collect();
        json!({"title": long(title), "custom_id": long(id), "components": rows})
    };
    let inputs = |n: usize| {
        (0..n)
            .map(|n| input(json!({"custom_id": format!("i{n}")})))
            .collect()
    };
    let with = |fields: Value| modal(1, 1, vec![input(fields)]);
    let (required, max) = ("BASE_TYPE_REQUIRED", "BASE_TYPE_MAX_LENGTH");
    let at = |field: &str| format!("components.0.components.0.{field}");
    let rows = [
        (
            modal(45, 1, inputs(1)),
            modal(46, 1, inputs(1)),
            "title".to_owned(),
            BAD_LENGTH,
        ),
        (
            modal(1, 1, inputs(1)),
            modal(0, 1, inputs(1)),
            "title".to_owned(),
            required,
        ),
        (
            modal(1, 100, inputs(1)),
            modal(1, 101, inputs(1)),
            "custom_id".to_owned(),
            BAD_LENGTH,
        ),
        (
            modal(1, 1, inputs(5)),
            modal(1, 1, inputs(6)),
            "components".to_owned(),
            BAD_LENGTH,
        ),
        (
            with(json!({"label": long(45)})),
            with(json!({"label": long(46)})),
            at("label"),
            BAD_LENGTH,
        ),
        (
            with(json!({"value": long(4000)})),
            with(json!({"value": long(4001)})),
            at("value"),
            max,
        ),
        (
            with(json!({"placeholder": long(100)})),
            with(json!({"placeholder": long(101)})),
            at("placeholder"),
            max,
        ),
        (
            with(json!({})),
            modal(1, 1, vec![button]),
            at("type"),
            "UNION_TYPE_CHOICES",
        ),
    ];
    for (passes, refused, path, code) in rows {
        let standin = started().await;
        let exchange = asked(&standin).await;
        let answer = callback(&standin, &exchange, json!({"type": 9, "data": refused})).await;
        assert_refused(&standin, &path, answer, &format!("data.{path}"), code);
        let (status, body) =
            callback(&standin, &exchange, json!({"type": 9, "data": passes})).await;
        assert_eq!(status, 204, "{path}: {body:#}");
    }
}
