//! A child process that reads files, and its pipes, none of which is waited for beyond a deadline.

use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{
    Child as Process, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio,
};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::process::Signal;

use crate::corpus::apart::confine::Confinement;
use crate::corpus::apart::wire;
use crate::corpus::folder::Limits;
use crate::corpus::format::holds_bytes;
use crate::document::Document;

/// How much of what a child complains about is looked at.
const COMPLAINT: usize = 1 << 16;
/// How long a child may take from the end of its answers to its own.
const SOON: Duration = Duration::from_millis(500);
/// Bytes of an answer for each byte that a file may have: what an archive unpacks to, twice.
const MOST_ANSWER: u64 = 8;

/// A process that reads files; it ends when this is dropped.
pub struct Child {
    process: Process,
    input: ChildStdin,
    output: BufReader<Output>,
    confinement: Confinement,
}

impl Child {
    /// Starts it and waits until it has given up what it does not need.
    ///
    /// # Errors
    /// When it cannot be started, or says nothing within the time that a file may take.
    pub fn start(limits: Limits) -> Result<Child> {
        let mut process = reader_command(limits)?.spawn()?;
        let missing = || anyhow!("a pipe is missing");
        let input = process.stdin.take().ok_or_else(missing)?;
        let output = Output {
            output: process.stdout.take().ok_or_else(missing)?,
            wait: Wait {
                errors: process.stderr.take(),
                complaint: Vec::new(),
                deadline: Instant::now() + limits.time(),
            },
        };

        // A child that does not read what it is sent must not hold us up.
        let flags = fcntl_getfl(&input)?;
        fcntl_setfl(&input, flags | OFlags::NONBLOCK)?;

        let mut child = Child {
            process,
            input,
            output: BufReader::with_capacity(wire::BUFFER, output),
            confinement: Confinement::default(),
        };
        child.confinement = wire::receive_value(&mut child.output).context("it does not answer")?;
        Ok(child)
    }

    /// What it may not do.
    pub fn confinement(&self) -> Confinement {
        self.confinement
    }

    /// Has a file read. After an error the child is of no use any more.
    ///
    /// # Errors
    /// When it ended, or no answer came in time.
    pub fn read(
        &mut self,
        path: &str,
        bytes: &[u8],
        limits: Limits,
    ) -> Result<Result<Document, String>> {
        self.output.get_mut().wait.deadline = Instant::now() + limits.time();
        let most = limits.file_bytes().saturating_mul(MOST_ANSWER);

        wire::send_file(self, path, bytes)?;
        wire::receive_answer(&mut self.output, most)
    }

    /// How it ended: to be asked after an error of [`Child::read`] only.
    pub fn end(mut self) -> End {
        let wait = &mut self.output.get_mut().wait;
        if wait.deadline <= Instant::now() {
            return End::Late;
        }

        wait.hear_all();
        let says = |words: &[u8]| holds_bytes(&wait.complaint, words);
        // The first is what the library says when it has none, the second what it says of reading.
        if says(b"memory allocation") || says(b"out of memory") {
            return End::WantsMemory;
        }

        self.status().map_or(End::Crashed, End::of)
    }

    /// How it ended, if it does so soon: its pipes are closed a little before.
    fn status(&mut self) -> Option<ExitStatus> {
        for _ in 0..SOON.as_millis() {
            match self.process.try_wait() {
                Ok(None) => thread::sleep(Duration::from_millis(1)),
                ended => return ended.ok().flatten(),
            }
        }
        None
    }
}

/// How a child ended that gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It took longer than a file may take.
    Late,
    /// It had no memory left.
    WantsMemory,
    /// Somebody ended it: the system, when the machine has no memory left.
    Killed,
    /// It stopped by itself.
    Crashed,
}

impl End {
    fn of(status: ExitStatus) -> End {
        let was = |signal: Signal| status.signal() == Some(signal.as_raw());

        if was(Signal::XCPU) {
            End::Late
        } else if was(Signal::KILL) {
            End::Killed
        } else {
            End::Crashed
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.process.kill(); // it may have ended
        let _ = self.process.wait();
    }
}

impl Write for Child {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.input.write(bytes) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let wait = &mut self.output.get_mut().wait;
                    wait.until(self.input.as_fd(), PollFlags::OUT)?;
                }
                written => return written,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A child's answers.
struct Output {
    output: ChildStdout,
    wait: Wait,
}

impl Read for Output {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.wait.until(self.output.as_fd(), PollFlags::IN)?;
        self.output.read(buffer)
    }
}

/// How long a child is waited for, and what it complains about meanwhile.
struct Wait {
    deadline: Instant,
    /// `None` when it is closed.
    errors: Option<ChildStderr>,
    complaint: Vec<u8>,
}

impl Wait {
    /// Waits until a pipe can be used. Complaints are heard meanwhile, since a child that waits for
    /// somebody to hear them would never answer.
    fn until(&mut self, pipe: BorrowedFd, what: PollFlags) -> io::Result<()> {
        loop {
            let left = self.deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(ErrorKind::TimedOut.into());
            }

            let (is_ready, is_heard) = wait_until_ready(pipe, what, self.errors.as_ref(), left)?;
            if is_heard {
                self.hear();
            }
            if is_ready {
                return Ok(());
            }
        }
    }

    /// Takes in what there is of a complaint.
    fn hear(&mut self) {
        let mut buffer = [0; 4096];
        let read = self.errors.as_mut().map(|errors| errors.read(&mut buffer));

        match read {
            Some(Ok(length)) if length > 0 => {
                let room = COMPLAINT.saturating_sub(self.complaint.len());
                self.complaint
                    .extend_from_slice(&buffer[..length.min(room)]);
            }
            _ => self.errors = None,
        }
    }

    /// Takes in the rest of a complaint.
    fn hear_all(&mut self) {
        let until = Instant::now() + SOON;
        while let Some(errors) = &self.errors {
            let left = until.saturating_duration_since(Instant::now());
            match wait_until_ready(errors.as_fd(), PollFlags::IN, None, left) {
                Ok((true, _)) if !left.is_zero() => self.hear(),
                _ => break,
            }
        }
    }
}

/// Waits until a pipe, or the one beside it, can be used; which of the two, if it is in time.
fn wait_until_ready(
    pipe: BorrowedFd,
    what: PollFlags,
    beside: Option<&ChildStderr>,
    time: Duration,
) -> io::Result<(bool, bool)> {
    let mut pipes = vec![PollFd::from_borrowed_fd(pipe, what)];
    pipes.extend(beside.map(|beside| PollFd::new(beside, PollFlags::IN)));

    let time = Timespec {
        tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: time.subsec_nanos().into(),
    };
    match poll(&mut pipes, Some(&time)) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }

    let is_ready = |at: usize| pipes.get(at).is_some_and(|pipe| !pipe.revents().is_empty());
    Ok((is_ready(0), is_ready(1)))
}

fn reader_command(limits: Limits) -> io::Result<Command> {
    let setting = |flag: &str, value: u64| format!("{flag}={value}");
    let mut command = Command::new(own_file()?);
    command
        .arg(setting("--max-file-mib", limits.file_mib))
        .arg(setting("--max-seconds", limits.seconds))
        .arg(setting("--max-memory-mib", limits.memory_mib))
        .arg("read-files")
        // No token where there is nothing to do with it.
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());

    Ok(command)
}

/// The file of this program; on Linux the very one that is running, even if it has been replaced
/// since.
fn own_file() -> io::Result<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() {
        Ok(running)
    } else {
        std::env::current_exe()
    }
}
