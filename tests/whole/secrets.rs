//! What lies beside the texts stays there: no link and no mistyped setting brings it into an answer
//! or an error.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use serde_json::Value;

use crate::support::{Place, Run};

const SECRET: &str = "MTAyMzQ1Njc4OTAxMjM0NTY3OA.Gabcde.not-a-real-token";
/// What the secret, or a part of it, is known by.
const PIECES: [&str; 3] = ["MTAyMz", "Gabcde", "not-a-real"];
/// Nobody answers there.
const NOWHERE: (&str, &str) = ("DISCORD_PROXY", "http://127.0.0.1:9");

/// Every command, as it is mostly run; `bench` makes libraries of its own.
const COMMANDS: [&[&str]; 16] = [
    &["ask", "--explain", "Who kept the lamp?"],
    &["ask", "--json", "Who kept the lamp?"],
    &["ask", "--batch"],
    &["backup", "copy.zip"],
    &["bot"],
    &["chat"],
    &["check"],
    &["completions", "bash"],
    &["eval", "questions.jsonl"],
    &["fit", "--words", "questions"],
    &["help", "bot"],
    &["index", "--force"],
    &["library"],
    &["man"],
    &["read-files"],
    &["text", "the-lamp.md"],
];

/// Makes something go wrong.
type MakeTrouble = fn(&Place);

/// What goes wrong, by its name.
const TROUBLES: [(&str, MakeTrouble); 6] = [
    ("nothing", |_| {}),
    ("there is no corpus", |place| {
        fs::remove_dir_all(place.corpus()).unwrap();
    }),
    ("no text can be read", |place| {
        fs::remove_file(place.corpus().join("the-lamp.md")).unwrap();
        place.write("the-lamp.pdf", b"no such thing");
    }),
    ("the index is damaged", |place| {
        place.run(&["index"]);
        let generation = place.index().join("generation-000001");
        for file in fs::read_dir(generation).unwrap() {
            fs::write(file.unwrap().path(), "no such thing").unwrap();
        }
    }),
    ("files stand in the place of folders", |place| {
        fs::write(place.index(), "no such thing").unwrap();
        fs::write(place.root().join("data"), "no such thing").unwrap();
    }),
    ("the settings are no list", |place| {
        let line = format!("DISCORD_TOKEN={SECRET} no such thing\n");
        fs::write(place.root().join(".env"), line).unwrap();
    }),
];

/// Nothing that a run prints holds a piece of the secret.
fn assert_secret(run: &Run, about: &str) {
    for piece in PIECES {
        let is_shown = run.out.contains(piece) || run.err.contains(piece);
        assert!(!is_shown, "{about}: {}{}", run.out, run.err);
    }
}

#[test]
fn no_command_shows_the_token_whatever_goes_wrong() {
    for (trouble, make_trouble) in TROUBLES {
        let place = Place::story();
        let settings = format!("{}={}\nDISCORD_TOKEN={SECRET}\n", NOWHERE.0, NOWHERE.1);
        fs::write(place.root().join(".env"), settings).unwrap();
        place.write(&format!("{SECRET}.pdf"), b"no such thing");
        place.write(&format!("{SECRET}.xyz"), b"no such thing");
        make_trouble(&place);

        for command in COMMANDS {
            let mut run = place.command(command);
            run.env("DISCORD_TOKEN", SECRET)
                .env("PULLQUOTE_READER", "off");
            let run = Run::of(run.output().unwrap());
            assert_secret(&run, &format!("{trouble}: {command:?}"));
        }
    }
}

#[test]
fn a_token_in_the_place_of_another_setting_is_not_shown() {
    let place = Place::story();
    let file = place.root().join(".env");
    let example = include_str!("../../.env.example");
    let settings = example.lines().filter_map(|line| line.strip_prefix('#'));
    let names = settings.filter_map(|line| line.split_once('='));
    let names = names
        .map(|(name, _)| name)
        .filter(|name| !name.contains(' '));

    let mut count = 0;
    for name in names {
        for (line, is_broken) in [
            (format!("{name}={SECRET}"), false),
            (format!("{name}=9{SECRET}"), false),
            (format!("{name}=9DISCORD_TOKEN={SECRET}"), true),
            (format!("{name}=9{SECRET}\0"), true),
        ] {
            fs::write(&file, format!("{}={}\n{line}\n", NOWHERE.0, NOWHERE.1)).unwrap();
            let run = place.run(&["check"]);
            assert_secret(&run, name);
            assert!(
                !is_broken || run.err.contains("line 2"),
                "{name}: {}",
                run.err
            );
        }
        count += 1;
    }
    assert!(count > 20, "{count} settings");
}

#[test]
fn a_token_among_the_arguments_is_not_shown() {
    let place = Place::story();
    for arguments in [
        &["{}"][..],
        &["--{}"],
        &["--color", "{}", "library"],
        &["--corpus", "{}", "library"],
        &["--data", "{}", "check"],
        &["--discord-guild-id", "{}", "bot"],
        &["--discord-token", "{}", "check", "--read", "{}"],
        &["--discord-token-file", "{}", "check"],
        &["--index", "{}", "library"],
        &["--log-level", "{}", "bot"],
        &["--max-seconds", "{}", "library"],
        &["--metrics-addr", "{}", "bot"],
        &["--read", "{}", "library"],
        &["--reader", "{}", "ask", "Who kept the lamp?"],
        &["ask", "--document", "{}", "Who kept the lamp?"],
        &["ask", "--limit", "{}", "Who kept the lamp?"],
        &["ask", "{}"],
        &["backup", "{}"],
        &["bench", "{}"],
        &["bot", "--shards", "{}"],
        &["completions", "{}"],
        &["eval", "{}"],
        &["fit", "--words", "{}"],
        &["library", "{}"],
        &["text", "{}"],
    ] {
        let arguments = arguments.iter().map(|one| one.replace("{}", SECRET));
        let arguments: Vec<String> = arguments.collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut command = place.command(&arguments);
        let run = Run::of(command.env(NOWHERE.0, NOWHERE.1).output().unwrap());
        assert_secret(&run, &format!("{arguments:?}"));
    }
}

#[test]
fn a_token_of_another_kind_is_not_shown_either() {
    let place = Place::story();
    let token = "Real-Tokens-Look-Otherwise";
    for arguments in [
        &["--read", token, "library"][..],
        &["text", token],
        &[token],
    ] {
        let mut command = place.command(arguments);
        let run = Run::of(command.env("DISCORD_TOKEN", token).output().unwrap());
        let all = format!("{}{}", run.out, run.err);
        assert!(!all.contains(token), "{arguments:?}: {all}");
    }
}

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
fn files_of_the_settings_are_no_texts_wherever_they_are() {
    let place = Place::story();
    let settings = format!("DISCORD_TOKEN={SECRET}\nPULLQUOTE_READER=off\n");
    place.write("settings.txt", settings.as_bytes());
    place.write("bot/token.txt", SECRET.as_bytes());
    fs::hard_link(
        place.corpus().join("bot/token.txt"),
        place.corpus().join("copy.txt"),
    )
    .unwrap();
    symlink("corpus/settings.txt", place.root().join(".env")).unwrap();

    let mut command = place.command(&["library"]);
    let library = Run::of(
        command
            .env("DISCORD_TOKEN_FILE", "corpus/copy.txt")
            .output()
            .unwrap(),
    );
    for name in ["settings.txt", "bot/token.txt", "copy.txt"] {
        let lines = library.out.lines().map(str::trim_start);
        let lines: Vec<&str> = lines.filter(|line| line.starts_with(name)).collect();
        assert!(
            matches!(lines[..], [line] if line.contains("holds settings")),
            "{name}: {lines:?}"
        );
    }
    assert!(library.out.contains("1 document"), "{}", library.out);
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
        let run = Run::of(command.env("DISCORD_TOKEN_FILE", SECRET).output().unwrap());
        assert!(!run.out.contains("MTAy") && !run.err.contains("MTAy"));
        assert!(format!("{}{}", run.out, run.err).contains("DISCORD_TOKEN_FILE"));
    }
}
