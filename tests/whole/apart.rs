//! The processes that read files: what they may not do, that they end, and what becomes of a file
//! whose reader does.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::faults::rewrite_manifest;
use crate::support::{Place, Run};

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A text that takes a while to read and is soon indexed.
fn long() -> Vec<u8> {
    let nothing = "of no use ".repeat(3 << 20);
    format!("<p>The lamp burned.</p><!-- {nothing} -->").into_bytes()
}

/// Looks again and again until there is something to see.
fn soon<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(began.elapsed() < PATIENCE, "it never comes to that");
        std::thread::yield_now();
    }
}

/// The program at work.
fn start(place: &Place, args: &[&str]) -> Child {
    let mut command = place.command(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// A process that reads files for `parent`, confined already.
fn reading(parent: &Child) -> Option<Pid> {
    let tasks = fs::read_dir(format!("/proc/{}/task", parent.id())).ok()?;
    let children =
        tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok());
    let children: Vec<i32> = children
        .flat_map(|line| {
            line.split_whitespace()
                .map(|id| id.parse().unwrap())
                .collect::<Vec<_>>()
        })
        .collect();
    let child = children
        .into_iter()
        .find(|child| about(*child, "status", "Seccomp:") == Some("2".to_owned()))?;
    Pid::from_raw(child)
}

/// What a file about a process says behind a name.
fn about(process: i32, file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(format!("/proc/{process}/{file}")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.split_whitespace().next()?.to_owned())
}

fn ends(child: Child) -> Run {
    Run::of(child.wait_with_output().unwrap())
}

#[test]
fn a_process_that_reads_may_do_nothing_else_and_ends_with_the_one_that_started_it() {
    let place = Place::new(&[("long.html", &long())]);
    let mut program = start(&place, &["library"]);
    let child = soon(|| reading(&program));
    kill_process(child, Signal::STOP).unwrap();

    let id = child.as_raw_nonzero().get();
    for (file, name, expected) in [
        ("status", "NoNewPrivs:", "1"),
        ("status", "Seccomp:", "2"),
        ("limits", "Max open files", "0"),
        ("limits", "Max file size", "0"),
        ("limits", "Max core file size", "0"),
        ("oom_score_adj", "", "1000"),
    ] {
        assert_eq!(about(id, file, name).as_deref(), Some(expected), "{name}");
    }
    let environment = fs::read(format!("/proc/{id}/environ")).unwrap();
    assert_eq!(
        environment, b"",
        "no token where there is nothing to do with it"
    );
    // Whoever runs the test may have handed down something of theirs; of ours there is nothing.
    for open in fs::read_dir(format!("/proc/{id}/fd")).unwrap() {
        let target = fs::read_link(open.unwrap().path()).unwrap();
        assert!(!target.starts_with(place.root()), "{target:?}");
    }

    program.kill().unwrap();
    program.wait().unwrap();
    soon(|| match about(id, "status", "State:") {
        Some(state) if state != "Z" => None,
        _ => Some(()),
    });
}

#[test]
fn a_file_whose_reader_was_stopped_or_ended_is_tried_again_later() {
    let library = ["--max-seconds", "3", "library"];
    for (signal, reason) in [
        (Signal::STOP, "takes longer than 3 seconds to read"),
        (
            Signal::KILL,
            "could not be read: its reader was ended, perhaps because the machine had no memory left",
        ),
    ] {
        let place = Place::new(&[("a.txt", b"The lamp burned."), ("long.html", &long())]);
        let program = start(&place, &library);
        soon(|| send(&program, signal));
        let first = ends(program);
        assert!(
            first.out.contains(&format!("long.html {reason}")) && first.out.contains("tried again"),
            "{first:?}"
        );

        let second = place.run(&library);
        assert_eq!(
            (second.err.as_str(), second.out),
            ("", first.out),
            "not at once"
        );

        // A minute later.
        let at = "\"failed\":{\"tries\":1,\"at\":{\"secs\":";
        rewrite_manifest(&place, |manifest| {
            let (before, after) = manifest.split_once(at).unwrap();
            format!("{before}{at}1{}", &after[after.find(',').unwrap()..])
        });
        let third = place.run(&["library"]);
        assert!(
            third.out.contains("2 documents") && !third.out.contains("not read"),
            "{third:?}"
        );
    }
}

/// Sends a signal to the process that is reading the long file.
fn send(program: &Child, signal: Signal) -> Option<()> {
    let child = reading(program)?;
    // By what it has taken in one knows which file it has got.
    let read: u64 = about(child.as_raw_nonzero().get(), "io", "rchar:")?
        .parse()
        .ok()?;
    (read > 1 << 20).then(|| kill_process(child, signal).ok())?
}

#[test]
fn what_a_text_takes_of_memory_is_taken_from_its_reader_only() {
    for (name, piece) in [
        ("wide.md", "*a "),
        ("wide.html", "<b>x"),
        ("many.md", "a\n\n"),
    ] {
        let place = Place::story();
        place.write(name, piece.repeat((6 << 20) / piece.len()).as_bytes());
        let limits = ["--max-memory-mib", "100", "--max-seconds", "600", "library"];
        let listed = place.run(&limits).out;
        let line = format!("  {name} takes more than 100 MiB of memory to read");
        assert!(
            listed.contains(&line) && listed.contains("1 document,"),
            "{listed}"
        );
    }
}

#[test]
fn a_text_of_more_pieces_than_the_program_has_room_for_is_refused() {
    let texts = [
        ("lines.txt", "a\n\n", 2_200_000),
        ("headings.md", "# a\n\nb\n\n", 280_000),
    ];
    for (name, piece, count) in texts {
        let place = Place::story();
        place.write(name, piece.repeat(count).as_bytes());
        let listed = place.run(&["--max-seconds", "600", "library"]).out;
        let line = format!("  {name} has too many paragraphs or headings; split it");
        assert!(listed.contains(&line), "{listed}");
    }
}

#[test]
fn check_says_what_keeps_a_reader_from_opening_files() {
    let told = Place::story().run(&["check"]).out;
    assert!(
        told.contains(
            "ok    reading files: in processes that may open nothing but the file they are given"
        ),
        "{told}"
    );
}

#[test]
fn a_text_of_ever_new_words_is_one_line_of_the_report() {
    let place = Place::story();
    let words: String = (0..510_000)
        .map(|number| format!("w{number:x}\n"))
        .collect();
    place.write("data.txt", words.as_bytes());

    let mut command = place.command(&["library"]);
    let library = Run::of(
        command
            .env("PULLQUOTE_MAX_SECONDS", "300")
            .output()
            .unwrap(),
    );
    let told = "data.txt has more than 500000 different words";
    assert!(
        library.out.contains(told) && library.out.contains("1 document"),
        "{library:?}"
    );
}
