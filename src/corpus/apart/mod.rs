//! Files read in a process of their own, so that whatever they do to their reader they do to
//! nothing else.
//!
//! [`Apart`] runs this program again as `pullquote read-files` (`child.rs`), sends it files one
//! after the other and gets documents back (`wire.rs`); [`serve_file_requests`] is the other side,
//! which gives up whatever it does not need (`confine.rs`). The decision that is not obvious: a
//! child reads many files, since starting one costs more than reading a small text; but what
//! becomes of a file must not hang on those before it. So a child is replaced when it has read
//! much, and a file on which a used one ends is read once more by a fresh one.

mod child;
mod confine;
mod serve;
mod wire;

use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow};

pub use confine::Confinement;
pub use serve::serve_file_requests;

use crate::corpus::Passing;
use crate::corpus::folder::Limits;
use crate::document::Document;
use child::{Child, End};

/// A child that has read more bytes than this is replaced: memory that is given back is not always
/// free again.
const MUCH: u64 = 4 << 20;

/// Reads files apart; to be used by the thread that made it, for a child ends with the thread that
/// started it.
#[derive(Default)]
pub struct Apart {
    used: Option<Used>,
}

/// A child, and what it has done.
struct Used {
    child: Child,
    bytes: u64,
    time: Duration,
}

impl Apart {
    /// Reads a file.
    ///
    /// # Errors
    /// What its reader says is wrong with it, or which limit it ran into; what may be otherwise the
    /// next time is [`Passing`].
    pub fn read(&mut self, path: &str, bytes: &[u8], limits: Limits) -> Result<Document> {
        if let Some(used) = self.used.take() {
            match self.attempt(used, path, bytes, limits) {
                Ok(outcome) => return outcome,
                Err(End::Late) => return Err(to_reading_error(End::Late, limits)),
                // Perhaps the files before are to blame.
                Err(_) => {}
            }
        }

        let fresh = Used {
            child: Child::start(limits).map_err(|error| to_start_error(&error))?,
            bytes: 0,
            time: Duration::ZERO,
        };
        self.attempt(fresh, path, bytes, limits)
            .unwrap_or_else(|end| Err(to_reading_error(end, limits)))
    }

    /// What a child of ours may not do.
    ///
    /// # Errors
    /// When none can be started.
    pub fn confinement(limits: Limits) -> Result<Confinement> {
        let child = Child::start(limits).map_err(|error| to_start_error(&error))?;
        Ok(child.confinement())
    }

    /// Reads a file with a child, which is kept if it is still good for another.
    fn attempt(
        &mut self,
        mut used: Used,
        path: &str,
        bytes: &[u8],
        limits: Limits,
    ) -> Result<Result<Document>, End> {
        let began = Instant::now();
        let Ok(outcome) = used.child.read(path, bytes, limits) else {
            return Err(used.child.end());
        };

        used.bytes += bytes.len() as u64;
        used.time += began.elapsed();
        if used.bytes < MUCH && used.time < limits.time() / 2 {
            self.used = Some(used);
        }
        Ok(outcome.map_err(|reason| anyhow!(reason)))
    }
}

fn to_start_error(error: &Error) -> Error {
    Passing(format!(
        "could not be read: its reader cannot be started ({error:#}); it is tried again later"
    ))
    .into()
}

fn to_reading_error(end: End, limits: Limits) -> Error {
    match end {
        End::Late => Passing(format!(
            "takes longer than {} seconds to read; make it smaller, or raise --max-seconds (it is tried again a few \
             times, and on pullquote index --force)",
            limits.seconds
        ))
        .into(),
        End::Killed => Passing(
            "could not be read: its reader was ended, perhaps because the machine had no memory left; it is tried \
             again later"
                .to_owned(),
        )
        .into(),
        End::WantsMemory => anyhow!(
            "takes more than {} MiB of memory to read; make it smaller, or raise --max-memory-mib",
            limits.memory_mib
        ),
        End::Crashed => anyhow!(
            "could not be read: its reader stopped unexpectedly; save it again, or in another format"
        ),
    }
}
