//! What a crash, a damaged disk or another process does to the index: nothing that a reader sees as a
//! wrong quote.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use pullquote::engine::{Ask, Engine};
use pullquote::index::{self, Library, Progress, Reason, Silent, Watch};

use crate::support::{Place, STORY};

const QUESTION: &str = "Who kept the lamp of the tower?";
const ANSWER: &str = "Mira Holm kept the lamp of the tower for thirty-one years.";

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found.sort();
    found
}

fn quote(place: &Place) -> String {
    let engine = Engine::open(&place.corpus(), &place.index(), Box::new(Silent)).unwrap();
    let (library, answer) = engine.ask(Ask { question: QUESTION, document: None, limit: 5 }).unwrap();
    library.text(answer.quote.unwrap().span).unwrap().to_owned()
}

#[test]
fn damage_anywhere_in_the_index_is_mended() {
    let place = Place::story();
    drop(place.open());
    let sound: Vec<(PathBuf, Vec<u8>)> =
        files(&place.index()).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
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
        let cut = |at: usize| bytes[..at].to_vec();
        let half = bytes.len() / 2;
        let last = bytes.len().saturating_sub(1);
        for damaged in [flipped(0), flipped(half / 2), flipped(half), flipped(last), cut(0), cut(half), cut(last)] {
            restore();
            fs::write(path, &damaged).unwrap();
            assert_eq!(quote(&place), ANSWER, "{}", path.display());
        }
        restore();
        fs::remove_file(path).unwrap();
        assert_eq!(quote(&place), ANSWER, "{} missing", path.display());
    }
}

/// Stops a build as a crash would, at one of its steps.
struct CrashAt {
    step: usize,
    steps: AtomicUsize,
}

impl CrashAt {
    fn step(&self) {
        assert!(self.steps.fetch_add(1, Ordering::Relaxed) != self.step, "crash");
    }
}

impl Watch for CrashAt {
    fn begin(&self, _: &Reason) {
        self.step();
    }
    fn progress(&self, _: Progress) {
        self.step();
    }
    fn end(&self, _: &Library) {
        self.step();
    }
}

#[test]
fn a_build_that_crashes_leaves_the_old_index_serving() {
    let place = Place::story();
    for step in 0..6 {
        drop(place.open());
        let before = fs::read(place.index().join("current")).unwrap();
        place.write("new.txt", format!("The walrus number {step} plays chess.").as_bytes());
        place.write("more.txt", format!("Chess number {step}.").as_bytes());
        let crash = CrashAt { step, steps: AtomicUsize::new(0) };
        let crashed = catch_unwind(AssertUnwindSafe(|| index::open(&place.corpus(), &place.index(), &crash).map(drop)));
        if crashed.is_err() && step < 4 {
            assert_eq!(fs::read(place.index().join("current")).unwrap(), before, "step {step}");
        }
        assert_eq!(quote(&place), ANSWER);
        let generations = fs::read_dir(place.index()).unwrap().filter(|e| e.as_ref().unwrap().path().is_dir()).count();
        assert_eq!(generations, 1, "what the crash left behind is gone after the next build");
        fs::remove_file(place.corpus().join("new.txt")).unwrap();
        fs::remove_file(place.corpus().join("more.txt")).unwrap();
    }
}

#[test]
fn a_killed_process_leaves_an_index_that_answers() {
    let place = Place::story();
    for number in 0..40 {
        place.write(&format!("{number}.txt"), "Some other story about a fox and a crow. ".repeat(200).as_bytes());
    }
    drop(place.open());
    let start = Instant::now();
    assert_eq!(place.run(&["index", "--force"]).code, Some(0));
    let usual = start.elapsed();
    let kills = std::env::var("PULLQUOTE_KILLS").map_or(12, |number| number.parse().unwrap());
    let mut cut_short = 0;
    for number in 0..kills {
        place.write("new.txt", format!("The walrus number {number} plays chess.").as_bytes());
        let mut child =
            place.command(&["index", "--force"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Fractions that fill the time of a build evenly, in an order of their own: the golden ratio's.
        std::thread::sleep(usual.mul_f64(f64::from(number) * 0.618_033_988_75 % 1.0));
        child.kill().unwrap();
        cut_short += u32::from(child.wait().unwrap().code().is_none());
        let run = place.run(&["ask", QUESTION]);
        assert!(run.code == Some(0) && run.out.starts_with(ANSWER), "{run:?}");
    }
    println!("{cut_short} of {kills} builds were killed before their end");
    assert!(cut_short > 0, "no build was killed before its end");
    place.open().verify().unwrap();
}

/// The program where no file may grow beyond some blocks, as on a disk that is full.
#[cfg(unix)]
fn with_little_room(place: &Place, blocks: u32, args: &[&str]) -> std::process::Output {
    let program = place.command(args);
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).arg(program.get_program()).args(args).current_dir(place.root());
    shell.env("PULLQUOTE_CORPUS", "").env("PULLQUOTE_INDEX", "").output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_index_and_one_clear_error() {
    let place = Place::story();
    place.write("fox.txt", "Some other story about a fox and a crow. ".repeat(4_000).as_bytes());
    drop(place.open());
    let current = || fs::read(place.index().join("current")).unwrap();
    let (mut failed, mut managed) = (0, 0);
    for blocks in [0, 1, 2, 4, 8, 16, 64, 256, 100_000] {
        place.write("new.txt", format!("The walrus number {blocks} plays chess.").as_bytes());
        let before = current();
        let output = with_little_room(&place, blocks, &["ask", QUESTION]);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        if output.status.code() == Some(0) {
            managed += 1;
            assert!(out.starts_with(ANSWER), "{out}");
            continue;
        }
        failed += 1;
        assert_eq!(output.status.code(), Some(2), "{blocks} blocks: {output:?}");
        assert_eq!(current(), before, "{blocks} blocks");
        let error: Vec<&str> = err.lines().filter(|line| !line.starts_with("Refreshing")).collect();
        assert!(error.len() == 1 && error[0].contains("make room"), "{blocks} blocks: {err}");
    }
    assert!(failed > 0 && managed > 0, "{failed} failed, {managed} managed");
    assert_eq!(quote(&place), ANSWER);
}

#[test]
fn time_stamps_that_jump_hide_no_change() {
    let place = Place::story();
    let path = place.corpus().join("the-lamp.md");
    let stamp = |time: SystemTime| fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    let year = Duration::from_secs(365 * 24 * 3600);
    let now = SystemTime::now();
    for (name, time) in [("Vera", now + year), ("Nora", now - year), ("Dora", SystemTime::UNIX_EPOCH), ("Cora", now)] {
        place.write("the-lamp.md", STORY.replace("Mira", name).as_bytes());
        stamp(time);
        assert_eq!(quote(&place), ANSWER.replace("Mira", name));
    }
    // A file from the future that is edited within the same second of it has neither another size nor
    // another time stamp.
    stamp(now + year);
    assert_eq!(quote(&place), ANSWER.replace("Mira", "Cora"));
    place.write("the-lamp.md", STORY.as_bytes());
    place.write("the-lamp.md", STORY.replace("Mira", "Lora").as_bytes());
    stamp(now + year);
    assert_eq!(quote(&place), ANSWER.replace("Mira", "Lora"));
}

#[test]
fn an_index_of_another_version_is_rebuilt() {
    let place = Place::story();
    drop(place.open());
    let current = fs::read_to_string(place.index().join("current")).unwrap();
    let (name, checksum) = current.trim().split_once(' ').unwrap();
    let path = place.index().join(name).join("manifest.json");
    let manifest = fs::read_to_string(&path).unwrap();
    let older = manifest.replacen("\"analyzer\":", "\"analyzer\":9", 1);
    assert_ne!(manifest, older);
    fs::write(&path, &older).unwrap();
    let sum = blake3::hash(older.as_bytes()).to_hex().to_string();
    fs::write(place.index().join("current"), current.replace(checksum, &sum)).unwrap();
    let run = place.run(&["ask", QUESTION]);
    assert_eq!(run.err, "Building the index anew: the index was made by another version of Pullquote.\n");
    assert!(run.out.starts_with(ANSWER));
}

#[test]
fn processes_that_build_at_once_all_answer() {
    let place = Place::story();
    for round in 0..3 {
        place.write("new.txt", format!("Walrus number {round} plays chess.").as_bytes());
        let children: Vec<_> = (0..4)
            .map(|n| {
                let args: &[&str] = if n == 0 { &["index", "--force"] } else { &["ask", QUESTION] };
                place.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for (n, child) in children.into_iter().enumerate() {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            assert!(n == 0 || output.stdout.starts_with(ANSWER.as_bytes()));
        }
    }
}

#[test]
fn a_library_stays_readable_while_another_process_replaces_its_index() {
    let place = Place::story();
    let library = place.open();
    place.write("the-lamp.md", STORY.replace("Mira", "Vera").as_bytes());
    assert!(place.run(&["index"]).code == Some(0));
    assert!(library.full_text(0).unwrap().contains("Mira Holm"));
    library.verify().unwrap_err(); // its files are gone from the folder, but what is open stays whole
    assert_eq!(place.open().full_text(0).unwrap().matches("Vera").count(), 3);
}

#[test]
fn another_corpus_with_the_same_names_sizes_and_time_stamps_is_read() {
    let (one, two) = (Place::story(), Place::new(&[("the-lamp.md", STORY.replace("Mira", "Vera").as_bytes())]));
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for place in [&one, &two] {
        let file = fs::File::options().write(true).open(place.corpus().join("the-lamp.md")).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    assert!(one.open().full_text(0).unwrap().contains("Mira Holm"));
    let other = index::open(&two.corpus(), &one.index(), &Silent).unwrap();
    assert!(other.full_text(0).unwrap().contains("Vera Holm"));
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
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("the-lamp.md looks like a binary file"), "{}", run.err);
    assert_eq!(fs::read(place.index().join("current")).unwrap(), before);
    place.write("the-lamp.md", STORY.as_bytes());
    assert_eq!(quote(&place), ANSWER);
}

#[test]
fn legacy_encodings_are_read_and_quoted() {
    let text = "Der Wärter hieß Jörg. Die Bäckerin brachte süße Brötchen für alle Gäste.";
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let place = Place::new(&[("latin.txt", &latin), ("utf16.txt", &utf16)]);
    for name in ["latin", "utf16"] {
        let run = place.run(&["ask", "Wärter Jörg", "--document", name]);
        assert!(run.out.starts_with("Der Wärter hieß Jörg."), "{run:?}");
        assert_eq!(place.run(&["text", name]).out, text);
    }
}

/// Whether rights mean nothing here, as for root in a container.
#[cfg(unix)]
fn all_powerful(place: &Place) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let probe = place.root().join("probe");
    fs::write(&probe, "x").unwrap();
    fs::set_permissions(&probe, fs::Permissions::from_mode(0o000)).unwrap();
    fs::read(&probe).is_ok()
}

#[cfg(unix)]
#[test]
fn a_read_only_index_serves_and_an_unreadable_file_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::story();
    if all_powerful(&place) {
        println!("skipped: this user may read and write everything");
        return;
    }
    let secret = place.corpus().join("secret.txt");
    place.write("secret.txt", b"Nobody may read this.");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    let run = place.run(&["library"]);
    assert!(run.out.contains("  secret.txt cannot be opened"), "{}", run.out);
    assert_eq!(place.run(&["library"]).err, "", "it is not tried again and again");
    let folders: Vec<PathBuf> = files(&place.index()).iter().map(|f| f.parent().unwrap().to_owned()).collect();
    let rights = |mode| folders.iter().for_each(|f| fs::set_permissions(f, fs::Permissions::from_mode(mode)).unwrap());
    rights(0o555);
    assert!(place.run(&["ask", QUESTION]).out.starts_with(ANSWER));
    place.write("new.txt", b"New.");
    let run = place.run(&["ask", QUESTION]);
    assert!(run.code == Some(2) && run.err.contains("must be writable"), "{run:?}");
    rights(0o755);
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(place.run(&["library"]).out.contains("secret.txt  "), "the right to read it is noticed");
}
