//! Sub-folders of the corpus are collections: named, asked and listed like documents.

use pullquote::internals::index::{Library, Scope};
use pullquote::internals::{DocumentId, Ids};

use crate::support::Place;

/// Names that sort around a folder's slash, and a folder named like a document.
fn place() -> Place {
    let story =
        |who: &str| format!("{who} kept the lamp of the tower for many years.\n").into_bytes();
    let paths = [
        "a-b.txt",
        "a/x.txt",
        "a.txt",
        "a/b/c.txt",
        "a/b/d.txt",
        "a/é.txt",
        "B/one.txt",
        "a b/z.txt",
    ];
    let texts: Vec<Vec<u8>> = (1..)
        .zip(paths)
        .map(|(n, _)| story(&format!("Keeper{n}")))
        .collect();
    let files: Vec<(&str, &[u8])> = paths
        .into_iter()
        .zip(texts.iter().map(Vec::as_slice))
        .collect();
    Place::new(&files)
}

fn paths(library: &Library, scope: Scope) -> Vec<&str> {
    let documents = library.documents_in(scope).unwrap();
    documents
        .ids()
        .map(|id| library.document(id).unwrap().path.as_str())
        .collect()
}

#[test]
fn the_documents_and_passages_of_a_folder_are_one_run() {
    let library = place().open();
    let folders: Vec<(&str, usize)> = library
        .folders()
        .iter()
        .map(|f| (f.path.as_str(), f.documents.len()))
        .collect();
    assert_eq!(folders, [("B", 1), ("a b", 1), ("a", 4), ("a/b", 2)]);
    for (id, folder) in (0..).zip(library.folders()) {
        let inside = |path: &str| path.starts_with(&folder.name());
        let all: Vec<&str> = library
            .documents()
            .iter()
            .map(|d| d.path.as_str())
            .filter(|p| inside(p))
            .collect();
        assert_eq!(paths(&library, Scope::Folder(id)), all);
        for passage in library.passages().ids() {
            let document = library.passage(passage).unwrap().span.document;
            let path = &library.document(document).unwrap().path;
            let held = library
                .passages_in(Scope::Folder(id))
                .unwrap()
                .contains(&passage);
            assert_eq!(held, inside(path), "{path} in {}", folder.path);
        }
    }
    assert_eq!(paths(&library, Scope::Library).len(), 8);
    assert!(
        library.passages_in(Scope::Folder(4)).is_err()
            && library
                .documents_in(Scope::Document(DocumentId(8)))
                .is_err()
    );
}

#[test]
fn a_name_means_a_document_then_a_collection_then_a_part_of_one_document() {
    let library = place().open();
    let named = |name: &str| library.find(name).map(|scope| paths(&library, scope));
    let folder = vec!["a/b/c.txt", "a/b/d.txt", "a/x.txt", "a/é.txt"];
    let fits: [(&str, Vec<&str>); 8] = [
        ("a", vec!["a.txt"]),
        ("A.TXT", vec!["a.txt"]),
        ("a/", folder),
        ("a/b", vec!["a/b/c.txt", "a/b/d.txt"]),
        (" A/B/ ", vec!["a/b/c.txt", "a/b/d.txt"]),
        ("b", vec!["B/one.txt"]),
        ("a/b/c", vec!["a/b/c.txt"]),
        ("one", vec!["B/one.txt"]),
    ];
    for (name, documents) in fits {
        assert_eq!(named(name), Ok(documents), "{name}");
    }
    let unknown = named("zeus").unwrap_err().to_string();
    assert!(
        unknown.contains("There are: B/, a b/, a/, a/b/, B/one.txt, a b/z.txt,"),
        "{unknown}"
    );
    assert!(
        named("txt")
            .unwrap_err()
            .to_string()
            .contains("fits more than one")
    );
    for name in ["", " ", "/"] {
        assert!(named(name).is_err(), "{name:?}");
    }
}

#[test]
fn a_question_in_a_collection_is_answered_from_it_alone() {
    let place = place();
    let run = place.run(&[
        "ask",
        "--json",
        "--limit",
        "20",
        "--document",
        "a/b/",
        "Who kept the lamp?",
    ]);
    let found = run.json()["passages"].as_array().unwrap().clone();
    let mut documents: Vec<&str> = found
        .iter()
        .map(|p| p["document"].as_str().unwrap())
        .collect();
    documents.sort_unstable();
    assert_eq!(documents, ["a/b/c.txt", "a/b/d.txt"]);
    let line = br#"{"question": "Who kept the lamp?", "document": "B/"}"#;
    assert!(
        place
            .run_with(&["ask", "--batch"], line)
            .out
            .contains("Keeper7 kept the lamp")
    );
}

#[test]
fn where_one_text_is_needed_a_collection_says_which_it_has() {
    let place = place();
    let run = place.run(&["text", "a/b"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.err.lines().last(),
        Some("\"a/b\" is a collection; name one of its documents: a/b/c.txt, a/b/d.txt.")
    );
    assert_eq!(
        place.run(&["text", "B"]).out,
        "Keeper7 kept the lamp of the tower for many years.\n"
    );
}

#[test]
fn a_collection_is_listed_and_a_document_outlined() {
    let place = place();
    place.write(
        "deep.md",
        "# One\n\nÄ word.\n\n# Two\n\nMore text.\n".as_bytes(),
    );
    let run = place.run(&["library", "a/b"]);
    let names: Vec<&str> = run
        .out
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(names, ["a/b/", "a/b/c.txt", "a/b/d.txt"], "{}", run.out);
    let all = place.run(&["library"]).out;
    let folders: Vec<&str> = all
        .lines()
        .filter(|line| line.contains("  collection of "))
        .collect();
    assert_eq!(folders.len(), 4, "{all}");
    let outline = place.run(&["library", "deep"]).out;
    let text = place.run(&["text", "deep"]).out;
    for (heading, passage) in [("One", "1"), ("Two", "2")] {
        let line = outline
            .lines()
            .skip(3)
            .find(|line| line.trim_end().ends_with(heading))
            .unwrap();
        let cells: Vec<&str> = line.split_whitespace().collect();
        assert!(
            text[cells[0].parse::<usize>().unwrap()..].starts_with(heading),
            "{line} of {text:?}"
        );
        assert_eq!(cells[1], passage);
    }
    let object = place.run(&["library", "--json", "deep"]).json();
    assert_eq!(
        object["documents"][0]["sections"][1]["section"],
        serde_json::json!(["Two"])
    );
    let object = place.run(&["library", "--json"]).json();
    assert_eq!(object["documents"].as_array().map(Vec::len), Some(9));
    assert_eq!(object["documents"][0]["document"], "B/one.txt");
}
