//! A folder with texts, and how they are read: within which limits, and whether apart.

use std::path::PathBuf;
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
    /// About 30 long novels in one file, and memory that leaves a small machine enough for the
    /// rest.
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
    /// In processes that run this program's file and can do nothing else, and are ended when they
    /// take too much.
    Apart,
}

/// Texts in a folder, and how they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corpus {
    /// The folder.
    pub root: PathBuf,
    /// What reading one of its files may cost.
    pub limits: Limits,
    /// Where they are read.
    pub isolation: Isolation,
    /// Whether the bot says in a file there what its texts are called.
    pub has_given: bool,
    /// Files of the settings, which are no texts wherever they are.
    pub secret: Vec<PathBuf>,
}

impl Corpus {
    /// Read in this process, within the usual limits: only the program knows that its file can be
    /// run as a reader.
    #[cfg(any(test, feature = "measuring"))]
    pub fn here(root: impl Into<PathBuf>) -> Corpus {
        Corpus {
            root: root.into(),
            limits: Limits::default(),
            isolation: Isolation::Here,
            has_given: false,
            secret: Vec::new(),
        }
    }

    /// A server's folder, whose texts are read in the same way.
    pub fn at(&self, root: PathBuf) -> Corpus {
        Corpus {
            root,
            has_given: true,
            ..self.clone()
        }
    }
}
