//! An index and the corpora it is asked with: its own, none, another, and its own in another place.

use std::fs;

use crate::faults::{ANSWER, NoBuild, QUESTION, assert_answers, current, files, quote_watched};
use crate::support::{Place, Run};

/// A story with its index, and beside it another corpus.
fn two() -> Place {
    let place = Place::story();
    drop(place.open());
    fs::create_dir(place.root().join("other")).unwrap();
    fs::write(
        place.root().join("other/chess.txt"),
        "A walrus plays chess.",
    )
    .unwrap();
    place
}

#[test]
fn an_index_is_not_replaced_by_that_of_another_corpus_unless_somebody_says_so() {
    let place = two();
    let before = (current(&place), files(&place.index()));
    for command in [
        &["ask", QUESTION][..],
        &["library"],
        &["index"],
        &["text", "chess"],
    ] {
        let run = place.run(&[&["--corpus", "other"], command].concat());
        assert!(
            run.code == Some(2) && run.out.is_empty() && run.err.lines().count() == 1,
            "{run:?}"
        );
        for said in ["/other", "/corpus", "--index", "index --force"] {
            assert!(run.err.contains(said), "{said}: {run:?}");
        }
        assert_eq!(
            (current(&place), files(&place.index())),
            before,
            "{command:?}"
        );
    }

    let forced = place.run(&["--corpus", "other", "index", "--force"]);
    assert_eq!(forced.code, Some(0), "{forced:?}");
    let refused = place.run(&["ask", QUESTION]);
    assert!(refused.err.contains("index --force"), "{refused:?}");
}

#[test]
fn a_corpus_and_its_index_may_be_moved_together() {
    let place = two();
    let new = place.root().join("new");
    fs::create_dir(&new).unwrap();
    for folder in [place.corpus(), place.index()] {
        fs::rename(&folder, new.join(folder.file_name().unwrap())).unwrap();
    }
    // By hand, since a place knows its own folders only.
    let run = place.run(&[
        "--corpus",
        "new/corpus",
        "--index",
        "new/index",
        "ask",
        QUESTION,
    ]);
    assert!(run.out.starts_with(ANSWER) && run.err.is_empty(), "{run:?}");

    fs::rename(new.join("corpus"), place.corpus()).unwrap();
    fs::rename(new.join("index"), place.index()).unwrap();
    assert_eq!(quote_watched(&place, Box::new(NoBuild)), ANSWER);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_corpus_may_be_made_to_lead_to_its_next_edition() {
    use std::os::unix::fs::symlink;

    let place = two();
    let link = place.root().join("link");
    symlink("corpus", &link).unwrap();
    let listed = || place.run(&["--corpus", "link", "library"]);
    assert!(listed().out.starts_with("the-lamp.md"));

    // The index was made by another name, so it is made anew by this one before the link is moved.
    place.write("more.txt", b"A new text.");
    assert!(listed().out.contains("more.txt"));
    fs::remove_file(&link).unwrap();
    symlink("other", &link).unwrap();
    assert!(listed().out.starts_with("chess.txt"));
}

#[test]
fn an_index_without_its_corpus_serves_and_says_so() {
    let place = two();
    let elsewhere = ["--corpus", "nowhere/at/all"];
    let answers = |run: &Run, why: &str| assert_answers(run, ANSWER, why);

    answers(
        &place.run(&[&elsewhere[..], &["ask", QUESTION]].concat()),
        "no corpus folder",
    );
    fs::remove_file(place.corpus().join("the-lamp.md")).unwrap();
    answers(&place.run(&["ask", QUESTION]), "There is no text in");
    fs::remove_dir(place.corpus()).unwrap();
    answers(&place.run(&["ask", QUESTION]), "no corpus folder");

    let text = place.run(&["text", "lamp"]);
    assert!(
        text.code == Some(0) && text.out.contains("Mira Holm"),
        "{text:?}"
    );
    let strict = place.run(&["index"]);
    assert_eq!(
        strict.code,
        Some(2),
        "who asks for an update is told that there is none"
    );
    let check = place.run(&["check"]);
    let warned = "WARN  index: Answering from the index as it was";
    assert!(
        check.out.contains("ok    corpus and index") && check.out.contains(warned),
        "{check:?}"
    );
}

#[cfg(unix)]
#[test]
fn every_file_of_an_index_can_be_read_by_whoever_may_read_any() {
    use std::os::unix::fs::PermissionsExt;

    let place = two();
    let modes: Vec<u32> = files(&place.index())
        .iter()
        .filter(|path| {
            path.components()
                .any(|part| part.as_os_str() == "generation-000001")
        })
        .map(|path| fs::metadata(path).unwrap().permissions().mode())
        .collect();
    assert!(
        modes.len() == 2 && modes.iter().all(|mode| *mode == modes[0]),
        "{modes:?}"
    );
}
