//! `pullquote bench`: how fast it is on generated libraries of some sizes, beside bare Tantivy.
//!
//! It is hidden, as it is for whoever works on Pullquote. Each size has its folder: the generated
//! texts, the index made from them by this program in a process of its own, and for a while a bare
//! index.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use super::open_apart;
use crate::cli::BenchArgs;
use crate::commands::{Outcome, print_text};
use crate::config::Config;
use crate::corpus::Corpus;
use crate::engine::Engine;
use crate::ids::Ids;
use crate::index::{Library, Silent};
use crate::measuring::bench::prose::Prose;
use crate::measuring::bench::{self, bare, change, percentile, process};

/// Words that make about one passage.
const PASSAGE_WORDS: usize = 85;
/// Passages of a generated document: a story, or a short novel's third.
const DOCUMENT_PASSAGES: usize = 500;
/// Starts that are timed; the middle one counts.
const STARTS: usize = 11;
/// Exit codes of a question: answered, or the text does not say.
const ASKED: &[i32] = &[0, 1];

/// Prints a row for each size.
pub fn run(config: &Config, args: &BenchArgs) -> Result<Outcome> {
    let (like, _gone_afterwards) = open_apart(&config.corpus)?;
    let temporary = tempfile::tempdir()?;
    let folder = args.folder.as_deref().unwrap_or(temporary.path());

    print_text(HEAD)?;
    for size in &args.passages {
        let place = BenchFolder {
            folder: folder.join(size.to_string()),
        };
        place.generate(&like, *size, args.seed)?;
        print_text(&place.row(args)?)?;
    }
    Ok(Outcome::Done)
}

const HEAD: &str = "\
| passages | text | build | bare | times | memory | answer | p99 | bare | times | memory | start | change | memory | disk |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
";

/// Where a generated library and its index lie.
struct BenchFolder {
    folder: PathBuf,
}

/// Seconds of a whole build and of a bare one, the fastest of some rounds, and the memory it took.
struct Builds {
    ours: Duration,
    bare: Duration,
    memory: u64,
}

impl BenchFolder {
    fn corpus(&self) -> PathBuf {
        self.folder.join("corpus")
    }

    fn index(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// Writes the texts, unless an earlier run has.
    fn generate(&self, like: &Library, passages: usize, seed: u64) -> Result<()> {
        if self.corpus().is_dir() {
            return Ok(());
        }

        // The texts get their final name when all are there: a run that was broken off leaves no
        // library that looks whole.
        let unfinished = self.folder.join("unfinished");
        fs::create_dir_all(&unfinished)
            .with_context(|| format!("creating {}", unfinished.display()))?;

        let mut prose = Prose::new(like, seed)?;
        let mut left = passages;
        for number in 1.. {
            let title = format!("Tale {number:05}");
            let some = left.min(DOCUMENT_PASSAGES);
            fs::write(
                unfinished.join(format!("{title}.txt")),
                prose.document(&title, some * PASSAGE_WORDS),
            )?;

            left -= some;
            if left == 0 {
                break;
            }
        }

        Ok(fs::rename(&unfinished, self.corpus())?)
    }

    fn row(&self, args: &BenchArgs) -> Result<String> {
        let engine = Engine::open(
            &Corpus::here(self.corpus()),
            &self.index(),
            Box::new(Silent),
        )?;
        let library = engine.library();
        let text: u64 = library
            .documents()
            .iter()
            .map(|d| d.text.end - d.text.start)
            .sum();

        let questions = bench::generate_questions(&library, args.questions, args.seed)?;
        let builds = self.builds(&library, args.rounds)?;
        let times = bench::time_questions(&engine, &questions, args.rounds.max(3))?;
        let memory = self.answering_memory(&questions)?;
        let start = self.start(&questions)?;
        let change =
            change::measure_change(&self.corpus(), &self.index(), args.rounds, |question| {
                self.program(&["ask", question])
            })?;

        let sum = |times: &[Duration]| times.iter().sum::<Duration>();
        Ok(format!(
            "| {} | {} MB | {:.1} s | {:.1} s | {:.2} | {} MB | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} | {} MB | {:.0} ms \
             | {:.2} s | {} MB | {:.0} % |\n",
            library.passage_count(),
            text / 1_000_000,
            builds.ours.as_secs_f64(),
            builds.bare.as_secs_f64(),
            time_ratio(builds.ours, builds.bare),
            builds.memory / 1_000_000,
            to_milliseconds(percentile(&times.answer, 0.5)?),
            to_milliseconds(percentile(&times.answer, 0.99)?),
            to_milliseconds(percentile(&times.bare, 0.5)?),
            time_ratio(sum(&times.answer), sum(&times.bare)),
            memory / 1_000_000,
            to_milliseconds(start),
            change.time.as_secs_f64(),
            change.memory / 1_000_000,
            change.more_disk * 100.0,
        ))
    }

    /// Builds in turn with this program and with bare Tantivy, which gets the passages ready cut.
    fn builds(&self, library: &Library, rounds: usize) -> Result<Builds> {
        let mut builds = Builds {
            ours: Duration::MAX,
            bare: Duration::MAX,
            memory: 0,
        };

        // Side by side in each round, since a machine is not equally fast at all times.
        for _ in 0..rounds {
            let run = process::run_to_end(&mut self.program(&["index", "--force"])?, &[0])?;
            builds.ours = builds.ours.min(run.time);
            builds.memory = builds.memory.max(run.memory);

            // On the same disk as our own index, for a fair comparison.
            let folder = tempfile::tempdir_in(&self.folder)?;
            let passages = library
                .passages()
                .ids()
                .map(|id| library.text(library.passage(id)?.span));
            let time = bench::time_work(|| bare::build_index(folder.path(), passages))?;
            builds.bare = builds.bare.min(time);
        }

        Ok(builds)
    }

    fn answering_memory(&self, questions: &[String]) -> Result<u64> {
        let path = self.folder.join("questions.jsonl");
        let line =
            |question: &String| Ok(serde_json::json!({ "question": question }).to_string() + "\n");
        fs::write(
            &path,
            questions.iter().map(line).collect::<Result<String>>()?,
        )?;
        let mut batch = self.program(&["ask", "--batch"])?;
        Ok(process::run_to_end(batch.stdin(File::open(&path)?), &[0])?.memory)
    }

    /// From the start of the program to its end, with one question answered.
    fn start(&self, questions: &[String]) -> Result<Duration> {
        let some = questions.iter().cycle().take(STARTS);
        let time = |question: &String| {
            process::time_command(&mut self.program(&["ask", question])?, ASKED)
        };
        percentile(&some.map(time).collect::<Result<Vec<_>>>()?, 0.5)
    }

    fn program(&self, args: &[&str]) -> Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(args)
            .arg("--corpus")
            .arg(self.corpus())
            .arg("--index")
            .arg(self.index());

        // What it prints would mix with the table, and is not what is measured.
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());

        Ok(command)
    }
}

fn to_milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn time_ratio(time: Duration, other: Duration) -> f64 {
    time.as_secs_f64() / other.as_secs_f64().max(f64::MIN_POSITIVE)
}
