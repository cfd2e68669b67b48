//! A file read in a process of its own, so that whatever it does to its reader it does to nothing else.
//!
//! [`read`] runs this program again as `pullquote read-file`, hands it the file's bytes and waits for the
//! document; [`serve`] is the other side. The child gets nothing of the environment, limits its own memory
//! and processor time, and is ended when it takes too long. Its answer is the last line that it prints,
//! since libraries may print too.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

use crate::corpus::format::Format;
use crate::corpus::reading::Limits;
use crate::document::Document;

/// Bytes of an answer for each byte that a file may have: what is unpacked, written as JSON.
const MOST_ANSWER: u64 = 8;
/// How much of what a child complains about is looked at.
const COMPLAINT: u64 = 1 << 16;

/// Reads a file in a child process.
///
/// # Errors
/// What its reader says is wrong with it, or which limit it ran into.
pub fn read(path: &str, bytes: Vec<u8>, limits: Limits) -> Result<Document> {
    let mut child =
        start(path, limits).context("could not be read: its reader cannot be started")?;
    let mut input = child.stdin.take();
    let output = child.stdout.take();
    let errors = child.stderr.take();

    // Each pipe has its thread: a child that waits for one of them to be emptied would never end.
    let writer = thread::spawn(move || {
        // A reader that ends early says why, so a pipe that breaks is no news.
        let _ = input.as_mut().map(|input| input.write_all(&bytes));
    });
    let complaint = thread::spawn(move || text_of(errors, COMPLAINT));
    let (sender, answer) = mpsc::channel();
    let most = limits.file_bytes().saturating_mul(MOST_ANSWER);
    let reader = thread::spawn(move || sender.send(text_of(output, most)));

    let answer = answer.recv_timeout(limits.time());
    // Only once the child has ended do the threads meet the ends of their pipes.
    end(&mut child);
    let complaint = complaint.join().unwrap_or_default();
    let _ = writer.join();
    let _ = reader.join();

    let Ok(answer) = answer else {
        bail!(
            "takes longer than {} seconds to read; make it smaller, or raise --max-seconds",
            limits.seconds
        );
    };
    let outcome = answer.lines().last().unwrap_or_default();
    match serde_json::from_str::<Result<Document, String>>(outcome) {
        Ok(answer) => answer.map_err(|reason| anyhow!(reason)),
        Err(_) if complaint.contains("memory allocation") => {
            bail!(
                "takes more than {} MiB of memory to read; make it smaller, or raise --max-memory-mib",
                limits.memory_mib
            )
        }
        Err(_) => bail!(
            "could not be read: its reader stopped unexpectedly; save it anew, or in another format"
        ),
    }
}

/// The other side of [`read`]: reads the file that comes on standard input, prints the outcome.
///
/// # Errors
/// When nobody is listening.
pub fn serve(path: &str, limits: Limits) -> Result<()> {
    restrict(limits);
    // The outcome says that the reader panicked; the default hook would print it as well.
    std::panic::set_hook(Box::new(|_| ()));

    let mut bytes = Vec::new();
    io::stdin()
        .take(limits.file_bytes() + 1)
        .read_to_end(&mut bytes)?;
    let format = Format::of(path.as_ref()).context("no format of ours")?;
    let outcome = super::guarded(|| format.read(path, bytes, limits.file_bytes()))
        .map_err(|error| format!("{error:#}"));

    let mut out = io::stdout().lock();
    // The answer gets a line of its own, since a library may have printed half a line.
    out.write_all(b"\n")?;
    serde_json::to_writer(&mut out, &outcome)?;
    Ok(out.flush()?)
}

fn start(path: &str, limits: Limits) -> io::Result<Child> {
    let setting = |flag: &str, value: u64| format!("{flag}={value}");
    Command::new(own_file()?)
        .arg(setting("--max-file-mib", limits.file_mib))
        .arg(setting("--max-seconds", limits.seconds))
        .arg(setting("--max-memory-mib", limits.memory_mib))
        .args(["read-file", "--", path])
        // No token where there is nothing to do with it.
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// The file of this program; on Linux the very one that is running, even if it has been replaced since.
fn own_file() -> io::Result<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() {
        Ok(running)
    } else {
        std::env::current_exe()
    }
}

fn end(child: &mut Child) {
    let _ = child.kill(); // it has usually ended
    let _ = child.wait();
}

fn text_of(pipe: Option<impl Read>, most: u64) -> String {
    let mut bytes = Vec::new();
    let _ = pipe.map(|pipe| pipe.take(most).read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Limits what this process may take. Where the system cannot, only the time limit of [`read`] holds.
#[cfg(unix)]
fn restrict(limits: Limits) {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let at_most = |amount| Rlimit {
        current: Some(amount),
        maximum: Some(amount),
    };

    let _ = setrlimit(Resource::As, at_most(limits.memory_bytes()));
    let _ = setrlimit(Resource::Cpu, at_most(limits.seconds + 1));
    // A dump of its memory would leave the file's text behind on the disk.
    let _ = setrlimit(Resource::Core, at_most(0));
}

#[cfg(not(unix))]
fn restrict(_: Limits) {}
