//! The program as its users meet it: arguments, output, exit codes.

use std::fs;
use std::process::Stdio;

use serde_json::json;

use crate::support::{Place, STORY};

#[test]
fn an_answer_is_printed_with_its_place_and_exit_code_0() {
    let place = Place::story();
    let run = place.run(&["ask", "Who", "kept", "the", "lamp", "of", "the", "tower?"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.out
            .starts_with("Mira Holm kept the lamp of the tower for thirty-one years."),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("\n\nThe Lamp › The Keeper\n\n"),
        "{}",
        run.out
    );
    assert!(!run.out.contains('\u{1b}'), "a pipe gets no colours");
    assert_eq!(run.err, "Building the index: there is none yet.\n");
    assert_eq!(
        place.run(&["ask", "Who kept the lamp?"]).err,
        "",
        "the second time there is nothing to build"
    );
}

#[test]
fn a_question_can_come_on_standard_input() {
    let place = Place::story();
    let run = place.run_with(&["ask", "-"], b"Who kept the lamp of the tower?\n");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.out.starts_with("Mira Holm kept the lamp"),
        "{}",
        run.out
    );
}

#[test]
fn colours_are_used_when_they_are_asked_for() {
    let place = Place::story();
    let ask = |when: &str| {
        place
            .run(&["--color", when, "ask", "Who kept the lamp?"])
            .out
    };
    assert!(ask("always").contains('\u{1b}'));
    assert!(!ask("auto").contains('\u{1b}'));
    assert!(!ask("never").contains('\u{1b}'));
}

#[test]
fn whoever_forgets_the_subcommand_is_told_of_it() {
    let place = Place::story();
    let run = place.run(&["Who", "kept", "the", "lamp?"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.err
            .ends_with("\nTo ask a question: pullquote ask YOUR QUESTION\n"),
        "{}",
        run.err
    );
}

#[test]
fn help_completions_and_the_manual_know_every_command() {
    let place = Place::story();
    for arguments in [&["help"][..], &["completions", "bash"], &["man"]] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(0), "{run:?}");
        for command in ["ask", "chat", "bot", "check", "library"] {
            assert!(run.out.contains(command), "{arguments:?}: {command}");
        }
    }
}

#[test]
fn the_settings_of_the_bot_are_listed_with_the_bot_only() {
    let place = Place::story();
    let settings = include_str!("../../docs/settings.md");
    let rows = settings.lines().filter(|line| line.starts_with("| "));
    let variables = rows.filter_map(|row| row.split('`').find(|word| is_variable(word)));

    let of_bot = place.run(&["bot", "--help"]).out;
    let of_bot = of_bot.split_whitespace().collect::<Vec<_>>().join(" "); // it is wrapped
    let mut count = 0;
    for variable in variables.filter(|variable| *variable != "NO_COLOR") {
        assert!(of_bot.contains(&format!("[env: {variable}")), "{variable}");
        count += 1;
    }
    assert!(count > 20, "{count} settings");
    assert!(!of_bot.contains("--color") && !of_bot.contains("STAND_IN"));

    for command in ["ask", "chat", "library"] {
        let help = place.run(&[command, "--help"]).out;
        assert!(help.contains("--color"), "{help}");
        for setting in ["METRICS_ADDR", "DISCORD_", "PULLQUOTE_SERVER_"] {
            assert!(!help.contains(setting), "{command}: {help}");
        }
    }
}

fn is_variable(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_uppercase() || c == '_';
    word.contains('_') && word.chars().all(is_part)
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let house = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(house.join("README.md")).unwrap();
    let shown = readme
        .split("```text\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let place = Place::new(&[]);
    let corpus = house.join("corpus");
    let run = place.run(&[
        "--corpus",
        corpus.to_str().unwrap(),
        "ask",
        "Who gave the green light for AWS?",
    ]);
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&run.out), words(shown)); // lines are broken in the README as on a terminal
}

#[test]
fn what_the_text_does_not_say_is_said_with_exit_code_1() {
    let place = Place::story();
    let run = place.run(&[
        "ask",
        "Which submarine explored volcanic trenches near Antarctica?",
    ]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        run.out.starts_with("The text does not say.\n"),
        "{}",
        run.out
    );
    let run = place.run(&[
        "ask",
        "--json",
        "Which submarine explored volcanic trenches near Antarctica?",
    ]);
    assert_eq!((run.code, &run.json()["quote"]), (Some(1), &json!(null)));
}

#[test]
fn mistakes_have_exit_code_2_and_a_next_step() {
    let place = Place::story();
    let none = Place::new(&[]);
    let missing = ["--corpus", "nowhere", "ask", "x"];
    let cases: &[(&Place, &[&str], &str)] = &[
        (&place, &missing, "nowhere. Create it and put .txt,"),
        (
            &none,
            &["ask", "x"],
            "corpus. Put .txt, .md, .html, .epub, .docx or .pdf files into it.",
        ),
        (&place, &["ask", " "], "There is no question."),
        (
            &place,
            &["ask", "x", "--document", "y"],
            "No document is called \"y\". There are: the-lamp.md.",
        ),
        (&place, &["text", "y"], "No document is called \"y\"."),
        (&place, &["ask"], "required"),
        (&place, &["ask", "x", "--limit", "0"], "--limit"),
        (
            &place,
            &["--index", "corpus/index", "index"],
            "lies in the corpus folder",
        ),
    ];
    for (place, args, message) in cases {
        let run = place.run(args);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(run.err.contains(message), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_typing_error_is_corrected_and_said() {
    let run = Place::story().run(&["ask", "Who recieved the lettre about electrcity?"]);
    assert!(
        run.out.contains("“electricity” instead of “electrcity”"),
        "{}",
        run.out
    );
}

#[test]
fn the_canonical_text_is_printed_byte_for_byte() {
    let text = "\u{feff}One\r\n\r\ntwo \u{1b}[0m\tthree";
    let place = Place::new(&[("odd.txt", text.as_bytes())]);
    assert_eq!(place.run(&["text", "odd.txt"]).out, text);
}

#[test]
fn the_library_lists_documents_and_what_was_not_read() {
    let place = Place::story();
    place.write("picture.png", b"\x89PNG");
    place.write("binary.txt", b"a\0b");
    place.write("empty.md", b"\n");
    place.write(".hidden.txt", b"no");
    let run = place.run(&["library"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out
            .starts_with("the-lamp.md  The Lamp (2 chapters, 100 words, "),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("\n\n1 document, 2 passages, 100 words; 3 files not read\n"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains(
            "\n  picture.png is in no format Pullquote reads; save it as .txt, .md, .html, .epub, .docx or .pdf\n"
        ),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("\n  binary.txt looks like a binary file, not a text\n"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("\n  empty.md holds no text\n"),
        "{}",
        run.out
    );
    let run = place.run(&["index", "--force"]);
    assert_eq!(
        run.out,
        "1 document, 2 passages, 100 words; 3 files not read\n`pullquote library` says why.\n"
    );
    assert_eq!(run.err, "Rebuilding the index.\n");
}

#[test]
fn settings_come_from_flags_then_environment_then_the_env_file_then_defaults() {
    let place = Place::story();
    for name in ["file", "variable", "flag"] {
        fs::create_dir(place.root().join(name)).unwrap();
        fs::write(
            place.root().join(name).join(format!("{name}.txt")),
            "Hello there, reader.",
        )
        .unwrap();
    }
    let listed = |command: &mut std::process::Command| {
        // An index is of one corpus.
        let _ = fs::remove_dir_all(place.index());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(listed(&mut place.command(&["library"])).starts_with("the-lamp.md"));
    fs::write(place.root().join(".env"), "PULLQUOTE_CORPUS=file\n").unwrap();
    assert!(listed(&mut place.command(&["library"])).starts_with("file.txt"));
    assert!(
        listed(
            place
                .command(&["library"])
                .env("PULLQUOTE_CORPUS", "variable")
        )
        .starts_with("variable.txt")
    );
    let flagged = listed(
        place
            .command(&["library", "--corpus", "flag"])
            .env("PULLQUOTE_CORPUS", "variable"),
    );
    assert!(flagged.starts_with("flag.txt"));
    assert!(
        listed(place.command(&["library"]).env("PULLQUOTE_CORPUS", "")).starts_with("the-lamp.md")
    );
    fs::write(place.root().join(".env"), "what is this\n").unwrap();
    let run = place.run(&["library"]);
    assert!(
        run.code == Some(2) && run.err.contains("The .env file cannot be read: in "),
        "{run:?}"
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let place = Place::new(&[(
        "long.txt",
        "A long text without an end. ".repeat(60_000).as_bytes(),
    )]);
    place.open();
    let mut child = place
        .command(&["text", "long"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).as_ref()
        ),
        (Some(0), "")
    );
}

#[test]
fn help_teaches() {
    let run = Place::new(&[]).run(&["--help"]);
    for part in [
        "Examples:",
        "pullquote ask",
        "PULLQUOTE_CORPUS",
        "Exit code: 0 answered, 1 the text does not say",
    ] {
        assert!(run.out.contains(part), "{part}");
    }
    assert!(
        !run.out.contains("discord-token"),
        "a token on the command line would show in the list of processes"
    );
}

#[test]
fn a_changed_corpus_is_noticed() {
    let place = Place::story();
    place.run(&["index"]);
    place.write(
        "new.txt",
        b"The walrus plays chess with the baker on Sundays.",
    );
    let run = place.run(&["ask", "Who plays chess with the baker?"]);
    assert_eq!(run.err, "Refreshing the index: the corpus changed.\n");
    assert!(run.out.starts_with("The walrus plays chess"), "{}", run.out);
    fs::remove_file(place.corpus().join("new.txt")).unwrap();
    place.write("the-lamp.md", STORY.replace("Mira", "Vera").as_bytes());
    let run = place.run(&["ask", "Who kept the lamp of the tower?"]);
    assert!(
        run.out.starts_with("Vera Holm kept the lamp"),
        "same length, another name: {}",
        run.out
    );
    assert!(place.run(&["ask", "Who plays chess with the baker?"]).code == Some(1));
}

#[test]
fn a_backup_of_nothing_is_refused_and_one_of_a_store_is_a_new_file() {
    let place = Place::story();
    let run = place.run(&["backup", "all.zip"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.err.contains("nothing to back up"), "{run:?}");

    pullquote::internals::store::Store::open(&place.root().join("data")).unwrap();
    let run = place.run(&["backup", "all.zip"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(run.out, "all.zip: 0 servers, 0 texts of their own\n");
    assert!(place.root().join("all.zip").is_file());
    assert_eq!(place.run(&["backup", "all.zip"]).code, Some(2));
}
