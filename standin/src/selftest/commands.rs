//! Command limits, and those of autocomplete choices.

use super::*;

const BAD_LENGTH: &str = "BASE_TYPE_BAD_LENGTH";

async fn check(row: &str, passes: Value, refused: Value, path: &str, code: &str) {
    let standin = started().await;
    let put = |list: Value| standin.call("PUT", "/applications/10/commands", list);
    let answer = put(json!([refused])).await;
    assert_refused(&standin, row, answer, &format!("0.{path}"), code);
    let (status, body) = put(json!([passes])).await;
    assert_eq!(status, 200, "{row}: {body:#}");
}

fn with(fields: Value) -> Value {
    with_fields(ask(), fields)
}

fn with_option(fields: Value) -> Value {
    with(json!({"options": [option("o", fields)]}))
}

fn options(n: usize) -> Value {
    let option = |n: usize| option(&format!("o{n}"), json!({}));
    with(json!({"options": (0..n).map(option).collect::<Vec<_>>()}))
}

fn choices(n: usize, name: usize, value: usize) -> Value {
    let choice = |n: usize| {
        let value = format!("{n:02}{}", "v".repeat(value - 2));
        json!({"name": "n".repeat(name), "value": value})
    };
    (0..n).map(choice).collect()
}

#[tokio::test]
async fn names_and_descriptions_are_limited() {
    let long = |n: usize| "a".repeat(n);
    for field in ["name", "description"] {
        let max = if field == "name" { 32 } else { 100 };
        let of = |n: usize| with(json!({field: long(n)}));
        check(field, of(max), of(max + 1), field, BAD_LENGTH).await;
        check(field, of(1), of(0), field, "BASE_TYPE_REQUIRED").await;
        let of = |n: usize| with_option(json!({field: long(n)}));
        let at = format!("options.0.{field}");
        check(&at, of(max), of(max + 1), &at, BAD_LENGTH).await;
        check(&at, of(1), of(0), &at, "BASE_TYPE_REQUIRED").await;
    }
    for name in ["Ask", "ask it", "ask!"] {
        let code = "APPLICATION_COMMAND_INVALID_NAME";
        check(
            name,
            with(json!({"name": "frag-ä_1"})),
            with(json!({"name": name})),
            "name",
            code,
        )
        .await;
    }
}

#[tokio::test]
async fn what_things_are_called_in_other_languages_is_limited_too() {
    let of = |field: &str, locale: &str, text: &str| {
        let field = format!("{field}_localizations");
        with_option(json!({field: {locale: text}}))
    };
    let (name, long) = ("name", "d".repeat(101));
    for (field, passes, refused, code) in [
        (name, "größe", "Größe", "APPLICATION_COMMAND_INVALID_NAME"),
        (name, "g", &long[..33], BAD_LENGTH),
        ("description", &long[..100], &long[..], BAD_LENGTH),
    ] {
        let at = format!("options.0.{field}_localizations.de");
        let (passes, refused) = (of(field, "de", passes), of(field, "de", refused));
        check(&at, passes, refused, &at, code).await;
    }
    let at = "options.0.name_localizations.es";
    let (passes, refused) = (of(name, "es-ES", "a"), of(name, "es", "a"));
    check("no such language", passes, refused, at, "BASE_TYPE_CHOICES").await;

    let two = |second: &str| {
        let named = |name, german| option(name, json!({"name_localizations": {"de": german}}));
        with(json!({"options": [named("a", "eins"), named("b", second)]}))
    };
    let code = "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS";
    check(
        "same in German",
        two("zwei"),
        two("eins"),
        "options.1",
        code,
    )
    .await;
}

#[tokio::test]
async fn options_are_limited_and_ordered() {
    check(
        "25 options",
        options(25),
        options(26),
        "options",
        BAD_LENGTH,
    )
    .await;
    let two = |first: bool, second: bool| {
        let options = [("a", first), ("b", second)]
            .map(|(name, required)| option(name, json!({"required": required})));
        with(json!({"options": options}))
    };
    let code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID";
    check(
        "required first",
        two(true, false),
        two(false, true),
        "options.1",
        code,
    )
    .await;
    let same = with(json!({"options": [option("a", json!({})), option("a", json!({}))]}));
    let code = "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS";
    check("same name", two(true, true), same, "options.1", code).await;
    let typed = |kind: u64| with_option(json!({"type": kind}));
    check(
        "type",
        typed(11),
        typed(12),
        "options.0.type",
        "BASE_TYPE_CHOICES",
    )
    .await;
    let inside = |kind: u64, inner: u64| {
        with_option(json!({"type": kind, "options": [option("i", json!({"type": inner}))]}))
    };
    let at = "options.0.options.0.type";
    check(
        "subcommand in itself",
        inside(1, 3),
        inside(1, 1),
        at,
        "BASE_TYPE_CHOICES",
    )
    .await;
    check(
        "value in a group",
        inside(2, 1),
        inside(2, 3),
        at,
        "BASE_TYPE_CHOICES",
    )
    .await;
    check(
        "group in a group",
        inside(2, 1),
        inside(2, 2),
        at,
        "BASE_TYPE_CHOICES",
    )
    .await;
    let nested = with_option(json!({"options": [option("i", json!({}))]}));
    check(
        "options of a text",
        typed(3),
        nested,
        "options.0.options",
        BAD_LENGTH,
    )
    .await;
}

#[tokio::test]
async fn choices_are_limited_wherever_they_are() {
    let of = |choices: Value| with_option(json!({"choices": choices}));
    let rows = [
        ("25", choices(25, 1, 2), choices(26, 1, 2), "", BAD_LENGTH),
        (
            "name",
            choices(1, 100, 2),
            choices(1, 101, 2),
            ".0.name",
            BAD_LENGTH,
        ),
        (
            "no name",
            choices(1, 1, 2),
            choices(1, 0, 2),
            ".0.name",
            "BASE_TYPE_REQUIRED",
        ),
        (
            "value",
            choices(1, 1, 100),
            choices(1, 1, 101),
            ".0.value",
            BAD_LENGTH,
        ),
    ];
    for (row, passes, refused, path, code) in rows {
        let at = format!("options.0.choices{path}");
        check(row, of(passes.clone()), of(refused.clone()), &at, code).await;
        let standin = started().await;
        let typing = Interaction::command("ask").focus("story", "al");
        let exchange = standin.send(typing).await;
        let answer = |choices: Value| json!({"type": 8, "data": {"choices": choices}});
        let refusal = callback(&standin, &exchange, answer(refused)).await;
        assert_refused(&standin, row, refusal, &format!("data.choices{path}"), code);
        assert_eq!(
            callback(&standin, &exchange, answer(passes)).await.0,
            204,
            "{row}"
        );
    }
    let both = with_option(json!({"choices": choices(1, 1, 2), "autocomplete": true}));
    let code = "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES";
    check(
        "both",
        of(choices(1, 1, 2)),
        both,
        "options.0.choices",
        code,
    )
    .await;
}

#[tokio::test]
async fn a_command_has_8000_characters_in_all() {
    // Name "big" and description "d" are 4; an option with 25 choices of 150 is 3752.
    let of = |last: usize| {
        let full = |name: &str| {
            option(
                name,
                json!({"description": "d", "choices": choices(25, 50, 100)}),
            )
        };
        let many = vec![json!({"name": "n".repeat(100), "value": "v".repeat(100)}); 2];
        let rest = option(
            "c",
            json!({"description": "d".repeat(last), "choices": many}),
        );
        with(json!({"name": "big", "description": "d", "options": [full("a"), full("b"), rest]}))
    };
    // 4 + 2 * 3752 + 1 + 400 = 7909.
    check("8000", of(91), of(92), "", "APPLICATION_COMMAND_TOO_LARGE").await;
    let mut localised = of(90);
    localised["description_localizations"] = json!({"de": "ddd"});
    let code = "APPLICATION_COMMAND_TOO_LARGE";
    check(
        "the longest translation counts",
        of(90),
        localised,
        "",
        code,
    )
    .await;
}

#[tokio::test]
async fn context_menu_commands_have_only_a_name() {
    let menu = |fields: Value| with_fields(json!({"name": "Quote This", "type": 3}), fields);
    let described = menu(json!({"description": "d"}));
    check(
        "described",
        menu(json!({})),
        described,
        "description",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    let optioned = menu(json!({"options": [option("o", json!({}))]}));
    check("options", menu(json!({})), optioned, "options", BAD_LENGTH).await;
}
