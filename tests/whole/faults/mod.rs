//! What a crash, a full or damaged disk, rights, the clock or another process does to the index:
//! nothing that a reader sees as a wrong quote. In: the short story, whose keeper is given another
//! name when the text is to change. What needs the system's help runs in a mount namespace of its
//! own, so it leaves nothing behind.

mod clock;
mod corpora;
mod crashes;
mod damage;
mod full_disk;
mod kills;
mod rights;

use std::fs;
use std::path::{Path, PathBuf};

use pullquote::internals::corpus::Corpus;
use pullquote::internals::engine::{Ask, Engine};
use pullquote::internals::index::{Library, Progress, Reason, Silent, Watch};

use crate::support::{Place, Run, STORY};

const QUESTION: &str = "Who kept the lamp of the tower?";
const ANSWER: &str = "Mira Holm kept the lamp of the tower for thirty-one years.";

/// Gives the keeper another name.
fn tell_of(place: &Place, name: &str) {
    place.write("the-lamp.md", STORY.replace("Mira", name).as_bytes());
}

/// The answer when the keeper has this name.
fn answer_of(name: &str) -> String {
    ANSWER.replace("Mira", name)
}

/// A watcher who expects that the index in place serves.
struct NoBuild;

impl Watch for NoBuild {
    fn begin(&self, reason: &Reason) {
        panic!("the index in place should serve: {reason:?}");
    }
    fn progress(&self, _: Progress) {}
    fn end(&self, _: &Library) {}
}

/// The quote that answers [`QUESTION`].
fn quote(place: &Place) -> String {
    quote_watched(place, Box::new(Silent))
}

fn quote_watched(place: &Place, watch: Box<dyn Watch>) -> String {
    let engine = Engine::open(&Corpus::here(place.corpus()), &place.index(), watch).unwrap();
    let (library, answer) = engine
        .ask(Ask {
            question: QUESTION,
            document: None,
            limit: 5,
        })
        .unwrap();
    library.text(answer.quote.unwrap().span).unwrap().to_owned()
}

/// The program answers, and says in one line what could not be done, with the next step in it.
fn assert_answers(run: &Run, answer: &str, next: &str) {
    let warnings = run.err.lines().filter(|line| line.contains(next));
    assert!(
        run.code == Some(0) && run.out.starts_with(answer) && warnings.count() == 1,
        "{run:?}"
    );
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()))
        } else {
            found.push(entry.path())
        }
    }
    found.sort();
    found
}

/// The generations in the index folder, finished or not.
fn generations(place: &Place) -> Vec<String> {
    let entries = fs::read_dir(place.index()).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name.starts_with("generation-"))
        .collect()
}

/// Which generation serves.
fn current(place: &Place) -> Option<String> {
    fs::read_to_string(place.index().join("current")).ok()
}

/// Changes the manifest of the serving index, as if it had been written so.
pub fn rewrite_manifest(place: &Place, change: impl Fn(&str) -> String) {
    let current = current(place).unwrap();
    let (name, checksum) = current.trim().split_once(' ').unwrap();
    let path = place.index().join(name).join("manifest.json");
    let manifest = fs::read_to_string(&path).unwrap();
    let changed = change(&manifest);
    assert_ne!(changed, manifest);
    fs::write(&path, &changed).unwrap();
    let sum = blake3::hash(changed.as_bytes()).to_hex().to_string();
    fs::write(
        place.index().join("current"),
        current.replace(checksum, &sum),
    )
    .unwrap();
}

/// Runs lines of shell in the folder of `place` where what they mount is theirs alone and goes with
/// them; `$0` is the program.
#[cfg(unix)]
fn with_mounts(place: &Place, script: &str, args: &[&str]) -> Run {
    let program = place.command(args);
    let mut unshare = std::process::Command::new("unshare");
    unshare
        .args(["--map-root-user", "--mount", "sh", "-c", script])
        .arg(program.get_program())
        .args(args)
        .current_dir(place.root())
        .env("PULLQUOTE_CORPUS", "")
        .env("PULLQUOTE_INDEX", "");
    Run::of(unshare.output().unwrap())
}
