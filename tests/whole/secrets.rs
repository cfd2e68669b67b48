//! What lies beside the texts stays there: no link and no mistyped setting brings it into an answer
//! or an error.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use serde_json::Value;

use crate::support::Place;

const SECRET: &str = "MTAyMzQ1Njc4OTAxMjM0NTY3OA.Gabcde.not-a-real-token";

/// A story, with a secret beside the corpus folder and another in a hidden file inside it.
fn place() -> Place {
    let place = Place::story();
    let beside = format!("DISCORD_TOKEN={SECRET} kept the lamp of the tower.\n");
    fs::write(place.root().join("secret.txt"), &beside).unwrap();
    fs::create_dir(place.root().join("private")).unwrap();
    fs::write(place.root().join("private/letter.txt"), &beside).unwrap();
    fs::write(place.corpus().join(".hidden.txt"), &beside).unwrap();
    place
}

#[test]
fn links_out_of_the_corpus_are_one_line_each_and_never_read() {
    let place = place();
    let links = [
        ("../secret.txt", "file.txt"),
        ("file.txt", "chain.txt"),
        ("../private", "folder"),
        ("..", "parent"),
        ("/etc", "absolute"),
        (".hidden.txt", "hidden.txt"),
    ];
    for (to, name) in links {
        symlink(to, place.corpus().join(name)).unwrap();
    }

    let library = place.run(&["library"]);
    for (_, name) in links {
        let lines = library
            .out
            .lines()
            .filter(|line| line.trim_start().starts_with(name));
        let lines: Vec<&str> = lines.collect();
        assert!(
            matches!(lines[..], [line] if line.contains("link")),
            "{name}: {lines:?}"
        );
    }

    let asked = place.run(&[
        "ask",
        "--limit",
        "9",
        "--explain",
        "Who kept the lamp of the tower, DISCORD_TOKEN?",
    ]);
    assert!(!asked.out.contains("MTAy") && !asked.err.contains("MTAy"));
    let json = place.run(&["library", "--json"]);
    assert!(
        !json.out.contains("letter.txt"),
        "nothing behind a link to a folder is listed"
    );
}

#[test]
fn a_hidden_file_says_nothing_of_the_owners_texts_and_holds_nobody_up() {
    let place = place();
    let hidden = place.corpus().join(".given.json");
    let beside = format!("{{\"the-lamp.md\": {{\"title\": \"{SECRET}\"}}}}");
    fs::write(place.root().join("titles.json"), beside).unwrap();
    symlink("../titles.json", &hidden).unwrap();
    let library = place.run(&["library"]);
    assert!(!library.out.contains("MTAy"), "{}", library.out);

    fs::remove_file(&hidden).unwrap();
    let made = Command::new("mkfifo").arg(&hidden).status().unwrap();
    assert!(made.success());
    let library = place.run(&["library"]);
    assert!(library.out.contains("The Lamp"), "{}", library.out);
}

#[test]
fn links_inside_the_corpus_are_followed() {
    let place = place();
    fs::create_dir(place.corpus().join("shelf")).unwrap();
    fs::write(
        place.corpus().join("shelf/boat.txt"),
        "The boat was painted green by Ilse.",
    )
    .unwrap();
    symlink("shelf/boat.txt", place.corpus().join("again.txt")).unwrap();

    let library = place.run(&["library", "--json"]);
    let library: Value = serde_json::from_str(&library.out).unwrap();
    let documents = library["documents"].as_array().unwrap();
    assert!(
        documents.iter().any(|one| one["document"] == "again.txt"),
        "{library}"
    );
}

#[test]
fn a_mistyped_settings_file_is_not_shown() {
    let check = |line: &str, told: &str| {
        let place = place();
        fs::write(
            place.root().join(".env"),
            format!("PULLQUOTE_INDEX=index\n{line}\n"),
        )
        .unwrap();
        for command in [
            "ask Who kept the lamp?",
            "library",
            "check",
            "bot",
            "index",
            "chat",
        ] {
            let run = place.run(&command.split(' ').collect::<Vec<_>>());
            let all = format!("{}{}", run.out, run.err);
            assert_eq!(run.code, Some(2), "{command}: {all}");
            assert!(!all.contains("MTAy"), "{command}: {all}");
            assert!(all.contains(told), "{command}: {all}");
        }
    };
    check(
        &format!("DISCORD_TOKEN={SECRET} my bot"),
        "line 2 has a value with spaces",
    );
    check(&format!("DISCORD_TOKEN: {SECRET}"), "line 2 has no =");
    check(
        &format!("DISCORD_TOKEN=\"{SECRET}"),
        "line 2 has a quotation mark",
    );
}

#[test]
fn a_token_in_the_place_of_its_file_is_not_shown() {
    let place = place();
    for command in ["check", "bot"] {
        let mut command = place.command(&[command]);
        let run =
            crate::support::Run::of(command.env("DISCORD_TOKEN_FILE", SECRET).output().unwrap());
        assert!(!run.out.contains("MTAy") && !run.err.contains("MTAy"));
        assert!(format!("{}{}", run.out, run.err).contains("DISCORD_TOKEN_FILE"));
    }
}
