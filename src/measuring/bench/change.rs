//! What one changed text costs: from the change to an answer of a program that is started then.

use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::corpus::Corpus;
use crate::index::{Library, Silent, open_former, open_library};
use crate::measuring::bench::process;

/// Words that no text has, one for each round.
const WORDS: [&str; 8] = [
    "quizzenbock",
    "wozzlegorm",
    "fyxentrap",
    "jubbelwick",
    "krozzendal",
    "mivvelquash",
    "pyxgarrow",
    "vexholmby",
];

/// Exit codes of a question: answered, or the text does not say.
const ASKED: &[i32] = &[0, 1];

/// What a change cost.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// From the start of the program to its answer from the changed text.
    pub time: Duration,
    /// The most memory of its own, in bytes.
    pub memory: u64,
    /// Room on the disk that the index takes at most meanwhile, beside what it takes otherwise: 0.1
    /// is a tenth more.
    pub more_disk: f64,
}

/// Adds a sentence to one text after the other, asks for it each time, and takes the sentences away
/// again. The fastest of the rounds counts, and the most memory and disk.
///
/// # Errors
/// When a text cannot be changed or is not found afterwards.
pub fn measure_change(
    corpus: &Path,
    index: &Path,
    rounds: usize,
    ask: impl Fn(&str) -> Result<Command>,
) -> Result<Change> {
    let library = open_library(&Corpus::here(corpus), index, &Silent)?;
    let documents = library.documents();
    let mut most = Change {
        time: Duration::MAX,
        memory: 0,
        more_disk: 0.0,
    };

    for (round, word) in WORDS.iter().enumerate().take(rounds) {
        // From all over the library, and not the first or the last.
        let changed = documents.len() * (round + 1) / (rounds.min(WORDS.len()) + 1);
        let path = corpus.join(&documents[changed].path);
        let one = measure_once(&path, index, word, &ask)?;

        most.time = most.time.min(one.time);
        most.memory = most.memory.max(one.memory);
        most.more_disk = most.more_disk.max(one.more_disk);

        // The text is as it was again, which is a change, too, but none of the next round.
        open_library(&Corpus::here(corpus), index, &Silent)?;
    }
    Ok(most)
}

fn measure_once(
    path: &Path,
    index: &Path,
    word: &str,
    ask: impl Fn(&str) -> Result<Command>,
) -> Result<Change> {
    let before = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let sentence = format!("The {word} stood at the door.");
    fs::write(path, format!("{before}\n\n{sentence}\n"))?;

    let usual = disk_usage(index);
    let mut most = usual;
    let mut command = ask(&format!("What stood at the door beside the {word}?"))?;
    let run = process::run_watched(&mut command, ASKED, || most = most.max(disk_usage(index)))?;

    let corpus = path.parent().unwrap_or(path);
    let has_word = |library: Library| library.words().contains(word);
    ensure!(
        open_former(&Corpus::here(corpus), index).is_some_and(has_word),
        "the change of {} is not in the index",
        path.display()
    );
    fs::write(path, before)?;

    Ok(Change {
        time: run.time,
        memory: run.memory,
        more_disk: (most - usual) as f64 / usual.max(1) as f64,
    })
}

/// Bytes that the files below a folder take on the disk; a file with several names takes them once.
fn disk_usage(folder: &Path) -> u64 {
    let mut seen = HashSet::new();
    let files = WalkDir::new(folder).into_iter().flatten();
    let sizes = files
        .filter_map(|file| file.metadata().ok())
        .filter(|file| file.is_file() && seen.insert(identity(file)))
        .map(|file| file.len());
    sizes.sum()
}

#[cfg(unix)]
fn identity(file: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(file)
}

/// Where files cannot be told apart, each name counts.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};

    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
