//! A run of a program: how long it takes, and the memory of its own that it needs at most.
//!
//! Counted is what is its own (`RssAnon` on Linux), looked at every few milliseconds. Files it maps
//! are not: the system takes these pages back whenever another program needs room.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// How often the memory is looked at.
const EVERY: Duration = Duration::from_millis(5);

/// What a run of a program took.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// From its start to its end.
    pub time: Duration,
    /// The most memory of its own, in bytes; 0 where the system does not tell.
    pub memory: u64,
}

/// Runs a program to its end; it fails unless its exit code is in `codes`.
///
/// # Errors
/// When it cannot be started or ends otherwise.
pub fn run_to_end(command: &mut Command, codes: &[i32]) -> Result<Run> {
    run_watched(command, codes, || ())
}

/// As [`run_to_end`], with something more to look at every few milliseconds.
///
/// # Errors
/// As [`run_to_end`].
pub fn run_watched(command: &mut Command, codes: &[i32], mut look: impl FnMut()) -> Result<Run> {
    let start = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("starting {command:?}"))?;

    let mut memory = 0;
    let status = loop {
        memory = memory.max(own_memory(child.id()));
        look();
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(EVERY);
    };

    ensure!(
        status.code().is_some_and(|code| codes.contains(&code)),
        "{command:?} ended with {status}"
    );

    Ok(Run {
        time: start.elapsed(),
        memory,
    })
}

/// As [`run_to_end`] for a run too short to be looked at: it is waited for, which tells its end at
/// once.
///
/// # Errors
/// As [`run_to_end`].
pub fn time_command(command: &mut Command, codes: &[i32]) -> Result<Duration> {
    let start = Instant::now();
    let status = command
        .status()
        .with_context(|| format!("starting {command:?}"))?;
    let time = start.elapsed();

    ensure!(
        status.code().is_some_and(|code| codes.contains(&code)),
        "{command:?} ended with {status}"
    );
    Ok(time)
}

fn own_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let kibibytes: Option<u64> =
        line.and_then(|rest| rest.trim().strip_suffix(" kB")?.parse().ok());
    kibibytes.unwrap_or(0) << 10
}
