//! The process that reads: files come in one after the other, documents or what is wrong go out.
//!
//! It gives up whatever it does not need before it looks at the first file (`confine.rs`), and ends
//! with the process that started it. Libraries print, so what goes out has a descriptor of its own,
//! and standard output is turned to standard error.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::panic;

use anyhow::{Context, Result};

use crate::corpus::apart::confine::confine;
use crate::corpus::apart::wire;
use crate::corpus::file_reader::read_guarded;
use crate::corpus::folder::Limits;
use crate::corpus::format::Format;
use crate::document::Document;

/// Reads the files that come on standard input until it ends.
///
/// # Errors
/// When what comes is no request, or nobody is listening.
pub fn serve_file_requests(limits: Limits) -> Result<()> {
    die_with_parent();
    let answers = rustix::io::dup(rustix::stdio::stdout()).context("keeping standard output")?;
    rustix::stdio::dup2_stdout(rustix::stdio::stderr()).context("keeping standard output")?;
    let mut answers = BufWriter::with_capacity(wire::BUFFER, File::from(answers));
    let mut requests = BufReader::with_capacity(wire::BUFFER, io::stdin().lock());

    // The answer says that a reader panicked; the default hook would print it as well.
    panic::set_hook(Box::new(|_| ()));
    serde_json::to_writer(&mut answers, &confine(limits))?;
    answers.flush()?;

    while let Some((path, bytes)) = wire::receive_file(&mut requests, limits.file_bytes())? {
        let outcome = read_document(&path, bytes, limits).map_err(|error| format!("{error:#}"));
        wire::send_answer(&mut answers, outcome)?;
    }
    Ok(())
}

fn read_document(path: &str, bytes: Vec<u8>, limits: Limits) -> Result<Document> {
    let format = Format::of(path.as_ref()).context("has no format of ours")?;
    read_guarded(|| format.read(path, bytes, limits.file_bytes()))
}

#[cfg(target_os = "linux")]
fn die_with_parent() {
    use rustix::process::{Signal, set_parent_process_death_signal};

    // Whoever started it may have gone before this; then the end of standard input ends it, too.
    let _ = set_parent_process_death_signal(Some(Signal::KILL));
    // The two walls see to this where the kernel has them; here nothing depends on that.
    let _ = rustix::thread::set_no_new_privs(true);
    // When the machine has no memory left, this process is the one to end, and not the bot.
    let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
}

#[cfg(not(target_os = "linux"))]
fn die_with_parent() {}
