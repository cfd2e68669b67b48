//! How files are read in this process: within which limits, and whether apart.
//!
//! The program sets it once when it starts. Whoever uses the library without doing so, as tests do, reads
//! in its own process with the defaults: only the program knows that its file can be run as a reader.

use std::sync::OnceLock;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What reading one file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Size of the file in MiB. An archive may unpack to four times as much.
    pub file_mib: u64,
    /// Seconds that reading may take when it is done apart.
    pub seconds: u64,
    /// Memory that reading may take, in MiB.
    pub memory_mib: u64,
}

impl Default for Limits {
    /// About 30 long novels in one file, and memory that leaves a small machine enough for the rest.
    fn default() -> Limits {
        Limits {
            file_mib: 64,
            seconds: 30,
            memory_mib: 512,
        }
    }
}

impl Limits {
    /// [`Limits::file_mib`] in bytes.
    pub fn file_bytes(self) -> u64 {
        self.file_mib.saturating_mul(1 << 20)
    }

    /// [`Limits::memory_mib`] in bytes.
    pub fn memory_bytes(self) -> u64 {
        self.memory_mib.saturating_mul(1 << 20)
    }

    /// [`Limits::seconds`] as a duration.
    pub fn time(self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

/// Where files are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Isolation {
    /// In this process; only the size of files and of what they unpack to is limited.
    #[default]
    Here,
    /// In processes that run this program's file and can do nothing else, and are ended when they take too much.
    Apart,
}

/// Within which limits this process reads, and where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    pub limits: Limits,
    pub isolation: Isolation,
}

static READING: OnceLock<Reading> = OnceLock::new();

impl Reading {
    /// Makes this the way in which this process reads; only the first call counts.
    pub fn set(self) {
        let _ = READING.set(self);
    }

    /// What was [`set`](Reading::set), or the defaults.
    pub fn current() -> Reading {
        READING.get().copied().unwrap_or_default()
    }
}
