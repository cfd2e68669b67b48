//! Every story of the reading set, if it is there: each is indexed, and each answers.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::support::Place;

#[test]
#[cfg_attr(not(has_stories), ignore = "../shared/fairytaleqa is not here")]
fn every_story_of_the_reading_set_is_indexed_and_answers() {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fairytaleqa/library");
    let library = library.canonicalize().unwrap();
    let mut names: Vec<String> = fs::read_dir(&library)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name.ends_with(".txt"));
    names.sort();
    assert_eq!(names.len(), 255);
    let place = Place::new(&[]);
    let question = "What did the king say to his daughter?";
    let line = |name: &String| {
        json!({"id": name, "question": question, "document": name}).to_string() + "\n"
    };
    let input: String = names.iter().map(line).collect();
    let run = place.run_with(
        &["--corpus", library.to_str().unwrap(), "ask", "--batch"],
        input.as_bytes(),
    );
    let lines = run.lines();
    assert_eq!(lines.len(), 255);
    for (line, name) in lines.iter().zip(&names) {
        assert_eq!(
            (&line["id"], &line["error"]),
            (&json!(name), &json!(null)),
            "{line}"
        );
        let text = fs::read_to_string(library.join(name)).unwrap();
        for passage in line["passages"].as_array().unwrap() {
            let (start, end) = (
                passage["start"].as_u64().unwrap() as usize,
                passage["end"].as_u64().unwrap() as usize,
            );
            assert_eq!(
                passage["text"],
                text[start..end],
                "{name}: the bytes of the file itself"
            );
        }
    }
    let listed = place.run(&["--corpus", library.to_str().unwrap(), "library"]);
    assert!(
        listed.out.contains("255 documents") && !listed.out.contains("not read"),
        "{}",
        listed.out
    );
}
