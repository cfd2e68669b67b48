//! Names, titles, headings and questions that would steer a terminal, forge a line of a log or turn
//! the direction of writing: in whatever a command prints they are data. What is printed for
//! programs (JSON, a text as it is) is theirs.
#![cfg(unix)]

use std::fs;

use crate::support::{Place, Run};

/// Ends in the name of a text, so that it can be one.
const NAMES: [&str; 5] = [
    "red\u{1b}[31m",
    "two\nWARN forged line",
    "evil\u{202e}drow",
    "bell\u{7}csi\u{9b}2J",
    "line\u{2028}isolate\u{2067}",
];

/// A library of texts with such names and titles, some of which cannot be read.
fn place() -> Place {
    let place = Place::story();
    for name in NAMES {
        // A line break in a heading would end it.
        let title = name.replace('\n', " ");
        let text = format!(
            "---\ntitle: \"{title}\"\nauthor: {name:?}\n---\n\n# On {title}\n\nThe lamp burned all night."
        );
        place.write(&format!("{name}.md"), text.as_bytes());
        place.write(&format!("{name}.pdf"), b"no such thing");
        place.write(&format!("{name}.xyz"), b"no such thing");
        place.write(&format!("folder {name}/a.txt"), b"The lamp burned all day.");
    }
    place
}

/// A line break is harmless only where the program makes it: `forged` may not begin a line.
fn assert_harmless(run: &Run, about: &str) {
    for text in [&run.out, &run.err] {
        let steers =
            |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{2067}\u{2028}\u{9b}".contains(c));
        assert!(!text.contains(steers), "{about}: {text:?}");
        assert!(
            !text
                .lines()
                .any(|line| line.trim_start().starts_with("WARN forged")),
            "{about}: {text}"
        );
    }
}

#[test]
fn no_name_title_or_question_does_anything_but_be_shown() {
    let place = place();
    assert_harmless(&place.run(&["index"]), "index");

    for name in NAMES {
        for args in [
            &["library"][..],
            &["library", &format!("{name}.md")],
            &["library", &format!("folder {name}")],
            &["library", name],
            &["text", &format!("none {name}")],
            &["ask", "--document", &format!("none {name}"), "Who?"],
            &["ask", "--document", name, "Who?"],
            &[
                "ask",
                "--explain",
                "--limit",
                "20",
                &format!("Who kept the lamp of {name}?"),
            ],
            &["ask", "--explain", &format!("Who was \"{name}\"?")],
            &[
                "--corpus",
                &format!("no {name}"),
                "--index",
                "no",
                "library",
            ],
            &["--reader", &format!("no {name}"), "ask", "Who?"],
            &["--max-seconds", name, "library"],
            &["check"],
        ] {
            // Of the texts themselves nothing is shown but what is quoted, and these quotes are
            // harmless.
            assert_harmless(&place.run(args), &format!("{args:?}"));
        }

        let chat = format!("library\nWho kept the lamp of {name}?\nmore\n");
        assert_harmless(&place.run_with(&["chat"], chat.as_bytes()), "chat");
    }
}

#[test]
fn an_empty_library_and_a_log_name_harmlessly_what_could_not_be_read() {
    let place = place();
    for entry in fs::read_dir(place.corpus()).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else if path.extension().is_some_and(|ending| ending == "md") {
            fs::remove_file(path).unwrap();
        }
    }
    for command in ["library", "ask", "check", "bot"] {
        for format in ["text", "json"] {
            let args: &[&str] = if command == "ask" {
                &["ask", "Who?"]
            } else {
                &[command]
            };
            let mut program = place.command(args);
            program.env("PULLQUOTE_LOG_FORMAT", format);
            program.env("DISCORD_TOKEN", "MTA.AAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAA");
            program.env("DISCORD_PROXY", "http://127.0.0.1:1");
            let run = Run::of(program.output().unwrap());
            assert!(
                run.err.contains("There is no text in") || run.out.contains("There is no text in"),
                "{run:?}"
            );
            assert_harmless(&run, command);
        }
    }
}

#[test]
fn what_could_not_be_read_is_listed_to_a_bound_for_people_and_whole_for_programs() {
    let place = Place::story();
    for number in 0..300 {
        place.write(&format!("{number:03}.xyz"), b"in no format of ours");
    }
    let long = format!("{}.xyz", "long".repeat(50));
    place.write(&long, b"in no format of ours");

    let listed = place.run(&["library"]).out;
    assert!(
        listed.contains("\n  049.xyz is in no format") && !listed.contains("050.xyz"),
        "{listed}"
    );
    assert!(
        listed.ends_with("\n  and 251 more (see `pullquote library --json`)\n"),
        "{listed}"
    );
    let check = place.run(&["check"]).out;
    assert!(
        check.contains("009.xyz") && !check.contains("010.xyz") && check.contains("and 291 more"),
        "{check}"
    );
    let all = place.run(&["library", "--json"]).json();
    assert_eq!(all["skipped"].as_array().unwrap().len(), 301);
    assert_eq!(all["skipped"][300]["path"], long);
}
