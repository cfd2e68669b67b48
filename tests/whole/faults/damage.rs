//! Files of the index that are damaged, of another version, replaced or built by several processes
//! at once, and texts that can no longer be read.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::Stdio;

use pullquote::internals::DocumentId;
use pullquote::internals::corpus::Corpus;
use pullquote::internals::index::{self, Silent};

use crate::faults::{
    ANSWER, QUESTION, assert_answers, current, files, quote, rewrite_manifest, tell_of,
};
use crate::support::Place;

const FIRST: DocumentId = DocumentId(0);

#[test]
fn damage_anywhere_in_the_index_is_mended() {
    let place = Place::story();
    drop(place.open());
    let sound: Vec<(PathBuf, Vec<u8>)> = files(&place.index())
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    let restore = || {
        fs::remove_dir_all(place.index()).unwrap();
        for (path, bytes) in &sound {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    };

    for (path, bytes) in &sound {
        let flipped = |at: usize| {
            let mut bytes = bytes.clone();
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 0x10;
            }
            bytes
        };

        // A part is one file of many sections, so each of its pages is hit.
        let last = bytes.len().saturating_sub(1);
        let flips = (0..bytes.len()).step_by((bytes.len() / 40).max(1));
        let cuts = [0, bytes.len() / 2, last].map(|at| bytes[..at].to_vec());
        for damaged in flips.chain([last]).map(flipped).chain(cuts) {
            restore();
            fs::write(path, &damaged).unwrap();
            assert_eq!(quote(&place), ANSWER, "{}", path.display());
        }
        restore();
        fs::remove_file(path).unwrap();
        assert_eq!(quote(&place), ANSWER, "{} missing", path.display());
    }
}

#[test]
fn what_is_damaged_and_cannot_be_written_answers_from_elsewhere_and_says_both() {
    for damaged in ["part", "json"] {
        let place = Place::story();
        drop(place.open());
        let all = files(&place.index()).into_iter();
        let path = all.filter(|path| path.extension().is_some_and(|e| e == damaged));
        for path in path.collect::<Vec<_>>() {
            let mut bytes = fs::read(&path).unwrap();
            bytes[10] ^= 0x10; // of a part, a text: that is seen when it is quoted
            fs::write(path, bytes).unwrap();
        }

        // Not even root can lock this.
        let lock = place.index().join(".lock");
        fs::remove_file(&lock).unwrap();
        fs::create_dir(&lock).unwrap();

        let asked = place.run(&["ask", QUESTION]);
        let both = asked.err.contains("must be writable") && asked.err.contains("damaged");
        assert!(
            both && asked.out.starts_with(ANSWER),
            "{damaged}: {asked:?}"
        );
    }
}

#[test]
fn a_file_of_the_index_that_is_cut_short_under_a_running_program_is_mended() {
    let place = Place::story();
    drop(place.open());
    let mut command = place.command(&["ask", "--batch"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut program = command.spawn().unwrap();
    let mut input = program.stdin.take().unwrap();
    let mut output = BufReader::new(program.stdout.take().unwrap());
    let mut answered = || {
        writeln!(input, "{{\"question\": \"{QUESTION}\"}}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        line.contains(ANSWER)
    };

    assert!(answered());
    for ending in ["part", "json"] {
        for share in [2, 1] {
            let serving = current(&place).unwrap();
            let folder = place.index().join(serving.split(' ').next().unwrap());
            let mut files = files(&folder).into_iter();
            let is_it = |path: &PathBuf| path.extension().is_some_and(|it| it == ending);
            let path = files.find(is_it).unwrap();

            let length = fs::metadata(&path).unwrap().len();
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_len(length - length / share).unwrap();
            assert!(answered(), "{} was cut", path.display());
        }
    }
    drop(input);
    assert!(program.wait().unwrap().success());
}

#[test]
fn an_index_of_another_version_is_rebuilt() {
    let place = Place::story();
    drop(place.open());
    rewrite_manifest(&place, |manifest| {
        manifest.replacen("\"analyzer\":", "\"analyzer\":9", 1)
    });
    let run = place.run(&["ask", QUESTION]);
    assert_eq!(
        run.err,
        "Rebuilding the index: the index was made by another version of Pullquote.\n"
    );
    assert!(run.out.starts_with(ANSWER));
}

#[test]
fn processes_that_build_at_once_all_answer() {
    let place = Place::story();
    for round in 0..3 {
        place.write(
            "new.txt",
            format!("Walrus number {round} plays chess.").as_bytes(),
        );
        let children: Vec<_> = (0..4)
            .map(|n| {
                let args: &[&str] = if n == 0 {
                    &["index", "--force"]
                } else {
                    &["ask", QUESTION]
                };
                place
                    .command(args)
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for (n, child) in children.into_iter().enumerate() {
            let output = child.wait_with_output().unwrap();
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(n == 0 || output.stdout.starts_with(ANSWER.as_bytes()));
        }
    }
}

#[test]
fn a_library_stays_readable_while_another_process_replaces_its_index() {
    let place = Place::story();
    let library = place.open();
    tell_of(&place, "Vera");
    assert!(place.run(&["index"]).code == Some(0));
    assert!(library.full_text(FIRST).unwrap().contains("Mira Holm"));
    library.verify().unwrap(); // its files are gone from the folder, but what is open stays whole
    assert_eq!(
        place
            .open()
            .full_text(FIRST)
            .unwrap()
            .matches("Vera")
            .count(),
        3
    );
}

#[test]
fn another_corpus_with_the_same_names_sizes_and_time_stamps_is_read() {
    let (one, two) = (Place::story(), Place::story());
    tell_of(&two, "Vera");
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for place in [&one, &two] {
        let file = fs::File::options()
            .write(true)
            .open(place.corpus().join("the-lamp.md"))
            .unwrap();
        file.set_modified(long_ago).unwrap();
    }
    assert!(one.open().full_text(FIRST).unwrap().contains("Mira Holm"));

    // From where the index now is, the way to its corpus is the same.
    fs::rename(one.index(), two.index()).unwrap();
    let other = index::open_library(&Corpus::here(two.corpus()), &two.index(), &Silent).unwrap();
    assert!(other.full_text(FIRST).unwrap().contains("Vera Holm"));
}

#[test]
fn a_file_that_becomes_unreadable_or_readable_is_noticed() {
    let place = Place::story();
    place.write("late.txt", b"\0");
    assert_eq!(place.open().skipped().len(), 1);
    place.write("late.txt", b"A");
    let library = place.open();
    assert_eq!((library.skipped().len(), library.documents().len()), (0, 2));
}

#[test]
fn when_nothing_can_be_read_any_more_the_old_index_is_kept() {
    let place = Place::story();
    drop(place.open());
    let before = fs::read(place.index().join("current")).unwrap();
    place.write("the-lamp.md", b"\0");
    let run = place.run(&["ask", QUESTION]);
    assert_answers(&run, ANSWER, "the-lamp.md looks like a binary file");
    assert_eq!(fs::read(place.index().join("current")).unwrap(), before);
    tell_of(&place, "Mira");
    assert_eq!(quote(&place), ANSWER);
}

#[test]
fn legacy_encodings_are_read_and_quoted() {
    let text = "Der Wärter hieß Jörg. Die Bäckerin brachte süße Brötchen für alle Gäste.";
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let place = Place::new(&[("latin.txt", &latin), ("utf16.txt", &utf16)]);
    for name in ["latin", "utf16"] {
        let run = place.run(&["ask", "Wärter Jörg", "--document", name]);
        assert!(run.out.starts_with("Der Wärter hieß Jörg."), "{run:?}");
        assert_eq!(place.run(&["text", name]).out, text);
    }
}
