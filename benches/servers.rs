//! What thousands of servers with texts of their own cost: memory while nobody asks, and the first
//! question on one.
//!
//! `cargo bench --bench servers` makes a data folder with 5,000 servers, each with the sample story
//! as its own text (their files are links to one), and asks on some of them for the first time,
//! then again. `cargo bench --bench servers -- 100` takes another number.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use pullquote::internals::answer::{Question, answer_question};
use pullquote::internals::corpus::Corpus;
use pullquote::internals::engine::Engine;
use pullquote::internals::index::{Scope, Silent};
use pullquote::internals::reader::Effort;
use pullquote::internals::servers::{Limits, Servers, Upload};
use pullquote::internals::store::{Asker, Store};
use walkdir::WalkDir;

const STORY: &str = "corpus/the-birth-of-aws.md";
const QUESTION: &str = "Who gave the green light for AWS?";
/// Servers that are asked on: more than may be open.
const ASKED: u64 = 300;
/// So many of them are surely open still when they are asked on again.
const OPEN: usize = 100;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.find_map(|a| a.parse().ok()).unwrap_or(5_000);
    let folder = tempfile::tempdir()?;
    let engine = Engine::open(
        &Corpus::here(Path::new("corpus")),
        &folder.path().join("index"),
        Box::new(Silent),
    )?;
    let engine = Arc::new(engine);
    let data = folder.path().join("data");
    let began = Instant::now();
    fill(&engine, &data, count)?;
    println!("{count} servers made in {:.0?}", began.elapsed());

    let before = resident()?;
    let began = Instant::now();
    let servers = Servers::open(engine, &data, Limits::default(), |_| true)?;
    println!("opened in {:.0?}", began.elapsed());
    println!(
        "memory {:.0} MiB before, {:.0} MiB with all servers idle; {} open files",
        before,
        resident()?,
        files()?
    );

    // Those asked first are closed again by the end of a round; those asked last are open when they
    // come first.
    let servers_asked: Vec<u64> = (1..=ASKED.min(count)).collect();
    let last: Vec<u64> = servers_asked.iter().rev().take(OPEN).copied().collect();
    for (round, asked) in [("first", servers_asked), ("next", last)] {
        let mut times: Vec<Duration> = asked
            .into_iter()
            .map(|server| ask(&servers, server))
            .collect::<Result<_>>()?;
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        println!(
            "{round} question on {} servers: median {:.1?}, 99 of 100 within {:.1?}, slowest {:.1?}; {:.0} MiB, {} open files",
            times.len(),
            at(50),
            at(99),
            at(100),
            resident()?,
            files()?
        );
    }
    Ok(())
}

/// Makes servers: one by adding its text, and the others like it.
fn fill(engine: &Arc<Engine>, data: &Path, count: u64) -> Result<()> {
    let servers = Servers::open(Arc::clone(engine), data, Limits::default(), |_| true)?;
    let own = servers.own().context("a data folder was given")?;
    let upload = Upload {
        file_name: "story.md".to_owned(),
        bytes: fs::read(STORY)?,
        title: None,
        language: None,
    };
    own.add(1, &upload)?;

    let store: &Store = own.store();
    let text = store.texts(1)?.remove(0);
    let first = store.folder_of(1);
    for server in 2..=count {
        store.add(server, &text, Limits::default().allowance())?;
        let own = store.folder_of(server);
        for entry in WalkDir::new(&first) {
            let entry = entry?;
            let to = own.join(entry.path().strip_prefix(&first)?);
            if entry.file_type().is_dir() {
                fs::create_dir_all(to)?;
            } else {
                fs::hard_link(entry.path(), to)?;
            }
        }
    }
    Ok(())
}

fn ask(servers: &Servers, server: u64) -> Result<Duration> {
    let asker = Asker {
        server: Some(server),
        ..Asker::default()
    };
    let began = Instant::now();
    servers.with(&asker, |libraries| {
        for view in libraries.views() {
            let question = Question {
                text: QUESTION,
                scope: Scope::Library,
                limit: 5,
                effort: Effort::default(),
            };
            answer_question(&view, &question)?;
        }
        Ok(())
    })?;
    Ok(began.elapsed())
}

/// Memory in use, in MiB.
fn resident() -> Result<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.context("its memory")?.trim().trim_end_matches(" kB");
    Ok(kib.parse::<f64>()? / 1024.0)
}

fn files() -> Result<usize> {
    Ok(fs::read_dir("/proc/self/fd")?.count())
}
