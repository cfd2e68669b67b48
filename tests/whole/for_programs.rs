//! What other programs get: JSON, and a line for each line of a batch.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::json;

use crate::support::Place;

#[test]
fn the_example_in_the_documentation_is_what_is_printed() {
    let page = include_str!("../../docs/json.md");
    let block = page.split("```json").nth(1).unwrap().split("```").next();
    let shown: serde_json::Value = serde_json::from_str(block.unwrap()).unwrap();

    let sample = include_bytes!("../../corpus/the-birth-of-aws.md");
    let place = Place::new(&[("the-birth-of-aws.md", sample)]);
    let question = shown["question"].as_str().unwrap();
    let printed = place.run(&["--reader", "off", "ask", "--json", question]);
    let printed = printed.json();

    for field in ["id", "question", "answered", "perhaps", "quote"] {
        assert_eq!(printed[field], shown[field], "{field}");
    }
    let [first, example] = [&printed, &shown].map(|object| &object["passages"][0]);
    for field in ["start", "end"] {
        assert_eq!(first[field], example[field]);
    }

    // Processors round differently.
    let is_near = |a: &serde_json::Value, b: &serde_json::Value| {
        (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 0.01
    };
    assert!(is_near(&printed["confidence"], &shown["confidence"]));
    assert!(is_near(&first["score"], &example["score"]));
}

#[test]
fn the_json_object_keeps_its_contract() {
    let place = Place::story();
    let run = place.run(&["ask", "--json", "Who kept the lamp of the tower?"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.starts_with(
        r#"{"id":null,"question":"Who kept the lamp of the tower?","answered":true,"confidence":"#
    ));
    let object = run.json();
    let keys = |value: &serde_json::Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        keys(&object),
        [
            "answered",
            "confidence",
            "id",
            "passages",
            "perhaps",
            "question",
            "quote"
        ]
    );
    let piece = [
        "answer",
        "document",
        "end",
        "highlights",
        "section",
        "start",
        "text",
        "title",
    ];
    assert_eq!(keys(&object["quote"]), piece);
    assert_eq!(
        keys(&object["passages"][0]),
        [
            "document", "end", "score", "section", "start", "text", "title"
        ]
    );
    let quote = &object["quote"];
    assert_eq!(
        (&quote["document"], &quote["title"]),
        (&json!("the-lamp.md"), &json!("The Lamp"))
    );
    assert_eq!(quote["section"], json!(["The Keeper"]));
    let whole = place.run(&["text", "the-lamp"]).out;
    let cut = |from: &serde_json::Value, to: &serde_json::Value| {
        &whole[from.as_u64().unwrap() as usize..to.as_u64().unwrap() as usize]
    };
    assert_eq!(
        cut(&quote["start"], &quote["end"]),
        quote["text"].as_str().unwrap()
    );
    let words: Vec<&str> = quote["highlights"]
        .as_array()
        .unwrap()
        .iter()
        .map(|h| cut(&h[0], &h[1]))
        .collect();
    assert!(
        words.contains(&"kept") && words.contains(&"lamp"),
        "{words:?}"
    );
    let explained = place
        .run(&["ask", "--json", "--explain", "Who kept the lamp?"])
        .json();
    assert_eq!(
        keys(&explained["explanation"]),
        ["corrections", "reader", "shares", "terms", "threshold"]
    );
}

#[test]
fn limit_and_document_narrow_the_search() {
    let place = Place::story();
    let long = "The lamp was lit. ".repeat(300);
    place.write("other/lamps.txt", long.as_bytes());
    let passages = |args: &[&str]| {
        place.run(args).json()["passages"]
            .as_array()
            .unwrap()
            .clone()
    };
    assert_eq!(passages(&["ask", "--json", "lamp"]).len(), 5);
    assert_eq!(
        passages(&["ask", "--json", "lamp", "--limit", "7"]).len(),
        7
    );
    for name in ["the-lamp.md", "The Lamp", "the-la"] {
        let found = passages(&["ask", "--json", "lamp", "--document", name]);
        assert!(
            found.len() == 2 && found.iter().all(|p| p["document"] == "the-lamp.md"),
            "{name}"
        );
    }
    let run = place.run(&["ask", "lamp", "--document", "lamp"]);
    assert!(
        run.err
            .contains("fits more than one document; name one of: other/lamps.txt, the-lamp.md."),
        "{run:?}"
    );
}

#[test]
fn an_explanation_names_terms_and_features() {
    let run = Place::story().run(&["ask", "--explain", "Who kept the lamp?"]);
    for part in [
        "Confidence ",
        "Looked for, with weights:",
        "  lamp\n",
        "Passage 1 scores ",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
}

#[test]
fn a_batch_answers_line_for_line_also_bad_lines() {
    let place = Place::story();
    let long = format!("{{\"question\": \"{}\"}}", "x".repeat(2 << 20));
    let input = [
        r#"{"id": 1, "question": "Who kept the lamp of the tower?"}"#,
        "not json",
        r#"{"id": {"a": [1.50, "b"]}, "question": 5}"#,
        r#"{"id": "ß", "question": "lamp", "document": "the-lamp.md", "more": true}"#,
        r#"{"id": 12345678901234567890123, "question": "lamp", "document": "nowhere"}"#,
        "",
        &long,
        r#"{"id": 7, "question": ""}"#,
        r#"{"question": "Who kept the lamp of the tower?", "document": null}"#,
    ]
    .join("\n");
    let run = place.run_with(&["ask", "--batch"], input.as_bytes());
    assert_eq!(run.code, Some(0), "{run:?}");
    let lines = run.lines();
    assert_eq!(lines.len(), 9);
    let failed: Vec<bool> = lines.iter().map(|line| line["error"].is_string()).collect();
    assert_eq!(
        failed,
        [false, true, true, false, true, true, true, true, false]
    );
    assert_eq!(
        (&lines[0]["id"], &lines[0]["answered"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(lines[2]["id"], json!({"a": [1.5, "b"]}));
    assert_eq!(
        (&lines[3]["id"], &lines[8]["id"]),
        (&json!("ß"), &json!(null))
    );
    assert!(
        run.out.contains("{\"id\":12345678901234567890123,"),
        "an id comes back as it was written"
    );
    let not_text = place.run_with(
        &["ask", "--batch"],
        b"\xff\xfe\n{\"id\":2,\"question\":\"lamp\"}",
    );
    assert_eq!(not_text.lines().len(), 2);
}

#[test]
fn a_batch_answers_each_line_before_it_reads_the_next() {
    let place = Place::story();
    let mut child = place
        .command(&["ask", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, r#"{{"id": {id}, "question": "Who kept the lamp?"}}"#).unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"id\":{id},")), "{line}");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}
