//! The reader in the program, and one of the operator's own, as somebody at a terminal meets them.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::support::Place;

const SEEN: &str =
    "The harbour lay dark. Old Maren carried a lantern up the steps. Nobody followed her.";

/// A reader as Hugging Face's tools export them; `scripts/make_test_reader.py` makes it.
fn own() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/whole/fixtures/reader")
}

fn asked(place: &Place, args: &[&str]) -> Value {
    let output = place
        .command(&[&["ask", "--json", "--explain"], args].concat())
        .output();
    let answer: Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    assert!(
        answer["passages"][0].is_object(),
        "a passage is found: {answer}"
    );
    answer
}

#[test]
fn a_reader_of_the_operators_own_points_at_its_answer() {
    let place = Place::new(&[("harbour.txt", SEEN.as_bytes())]);
    let own = own();

    // By its folder, and by its file.
    for path in [own.clone(), own.join("model.onnx")] {
        let answer = asked(
            &place,
            &[
                "--reader",
                path.to_str().unwrap(),
                "What did Maren carry up?",
            ],
        );
        let [start, end] = [0, 1].map(|at| {
            let edge = &answer["explanation"]["reader"][0]["answer"][at];
            edge.as_u64().unwrap() as usize
        });
        assert_eq!(&SEEN[start..end], "lantern");
        assert_eq!(answer["quote"]["answer"], json!([start, end]));
        assert_eq!(answer["explanation"]["reader"][0]["margin"], 8.0);
    }
}

#[test]
fn a_reader_of_the_operators_own_reads_every_language() {
    let text = "Der Hafen lag im Dunkeln, und niemand war auf den Straßen zu sehen. Die alte Maren trug eine Laterne \
                die Treppe hinauf, und keiner von den Fischern folgte ihr.";
    let place = Place::new(&[("hafen.txt", text.as_bytes())]);
    let own = own();

    let answer = asked(
        &place,
        &[
            "--reader",
            own.to_str().unwrap(),
            "Was trug die alte Maren?",
        ],
    );
    assert!(answer["explanation"]["reader"][0]["answer"].is_array());
    let shipped = asked(&place, &["Was trug die alte Maren?"]);
    assert!(
        shipped["explanation"]["reader"][0].is_null(),
        "it has learned English only"
    );
}

#[test]
fn without_a_reader_the_words_decide() {
    let place = Place::new(&[("harbour.txt", SEEN.as_bytes())]);
    let answer = asked(
        &place,
        &["--reader", "off", "What did Maren carry up the steps?"],
    );
    assert!(answer["explanation"]["reader"][0].is_null());
    assert_eq!(answer["passages"][0]["document"], "harbour.txt");
}

#[test]
fn a_name_or_a_phrase_alone_is_looked_for_and_not_read() {
    let place = Place::new(&[("harbour.txt", SEEN.as_bytes())]);
    for (question, is_read) in [
        ("Maren", false),
        ("\"up the steps\"", false),
        ("What did \"Old Maren\" carry up?", true),
        ("What did Maren carry up?", true),
    ] {
        let answer = asked(&place, &[question]);
        let reader = &answer["explanation"]["reader"][0];
        assert_eq!(reader.is_object(), is_read, "{question}: {answer}");
        assert_eq!(answer["answered"], true, "{question}: {answer}");
    }
}

#[test]
fn a_reader_that_cannot_be_used_is_an_error_that_says_why() {
    let place = Place::story();
    let folder = place.root().join("reader");
    fs::create_dir(&folder).unwrap();
    let check = |path: &str, why: &str| {
        let output = place
            .command(&["ask", "--reader", path, "Who?"])
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(
            told.contains(why) && told.contains("PULLQUOTE_READER=off"),
            "{told}"
        );
    };

    let path = folder.to_str().unwrap().to_owned();
    check(&path, "there is no such file");
    fs::copy(own().join("model.onnx"), folder.join("model.onnx")).unwrap();
    check(
        &path,
        "tokenizer.json cannot be used: there is no such file",
    );
    fs::write(folder.join("tokenizer.json"), "{}").unwrap();
    check(&path, "tokenizer.json cannot be used");
    fs::copy(own().join("tokenizer.json"), folder.join("tokenizer.json")).unwrap();
    fs::write(folder.join("model.onnx"), "no network").unwrap();
    check(&path, "model.onnx cannot be used");
}

#[test]
fn how_many_passages_are_read_is_a_setting() {
    let paragraphs: Vec<String> = (0..8)
        .map(|n| format!("{SEEN} {}", "It was a long night at sea. ".repeat(10 + n)))
        .collect();
    let place = Place::new(&[("harbour.txt", paragraphs.join("\n\n").as_bytes())]);
    let own = own();
    let read = |args: &[&str]| {
        let args = [
            &["--reader", own.to_str().unwrap(), "--limit", "8"],
            args,
            &["What did Maren carry?"],
        ]
        .concat();
        let answer = asked(&place, &args);
        let reader = answer["explanation"]["reader"].as_array().unwrap().clone();
        reader.iter().filter(|one| !one.is_null()).count()
    };
    assert_eq!(read(&["--read", "5"]), 5);
    assert_eq!(read(&[]), 8);

    let output = place
        .command(&["ask", "--read", "0", "Who?"])
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("from 3 to 48")
    );
}
