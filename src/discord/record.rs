//! One interaction: when it came, what it took, how it ended. Never what was said or who said it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::Instant;
use tracing::{info, warn};

use crate::discord::failure::Failure;
use crate::discord::metrics::Metrics;

/// How an interaction ended, seen from the person who used the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The text answered a question.
    Answered,
    /// The text did not answer a question.
    NotAnswered,
    /// Something else than a question was done.
    Done,
    /// There was no room for it.
    Busy,
    /// Its person had asked too much.
    PersonLimited,
    /// Its server had asked too much.
    ServerLimited,
    /// What came could not be read.
    Unreadable,
    /// The core failed.
    Failed,
}

impl Ending {
    /// As it is called in the log and in the metrics.
    pub fn name(self) -> &'static str {
        match self {
            Ending::Answered => "answered",
            Ending::NotAnswered => "not_answered",
            Ending::Done => "done",
            Ending::Busy => "busy",
            Ending::PersonLimited => "person_limited",
            Ending::ServerLimited => "server_limited",
            Ending::Unreadable => "unreadable",
            Ending::Failed => "failed",
        }
    }
}

/// An interaction while it is being answered.
#[derive(Debug)]
pub struct Record {
    kind: &'static str,
    name: &'static str,
    received: Instant,
    begun: OnceLock<Duration>,
    worked: OnceLock<Duration>,
    ending: OnceLock<Ending>,
    hurried: AtomicBool,
}

impl Record {
    /// An interaction that was just received, with its kind and the name of its command.
    pub fn new(kind: &'static str, name: &'static str) -> Record {
        let received = Instant::now();
        Record {
            kind,
            name,
            received,
            begun: OnceLock::new(),
            worked: OnceLock::new(),
            ending: OnceLock::new(),
            hurried: AtomicBool::new(false),
        }
    }

    /// When it was received.
    pub fn received(&self) -> Instant {
        self.received
    }

    /// The core begins with it.
    pub fn begun(&self) {
        let _ = self.begun.set(self.received.elapsed());
    }

    /// The core is done with it.
    pub fn worked(&self) {
        let _ = self.worked.set(self.received.elapsed());
    }

    /// Fewer passages are read for it than usual.
    pub fn hurried(&self) {
        self.hurried.store(true, Ordering::Relaxed);
    }

    /// How it ends; the first that is noted counts.
    pub fn note(&self, ending: Ending) {
        let _ = self.ending.set(ending);
    }

    /// It is over: one line in the log, and the metrics.
    pub fn end(self, metrics: &Metrics, sent: Result<(), Failure>) {
        let total = self.received.elapsed();
        let worked = self.worked.get().copied().unwrap_or_default();
        let queue = self.begun.get().copied().unwrap_or_default();
        let core = worked.saturating_sub(queue);
        let stages = [
            ("queue", queue),
            ("core", core),
            ("send", total.saturating_sub(queue + core)),
            ("total", total),
        ];
        let ending = self.ending.get().copied().unwrap_or(Ending::Done);
        // Only questions are read for; a list or a chapter is never hurried.
        let is_answer = matches!(ending, Ending::Answered | Ending::NotAnswered);
        if is_answer && self.hurried.load(Ordering::Relaxed) {
            metrics.hurried();
        }

        let ending = ending.name();
        let [queue_ms, core_ms, send_ms, total_ms] =
            stages.map(|(_, stage)| to_milliseconds(stage));
        let kind = self.kind;
        let name = self.name;
        match sent {
            Ok(()) => {
                metrics.ended(kind, ending, stages);
                info!(
                    kind,
                    outcome = ending,
                    queue_ms,
                    core_ms,
                    send_ms,
                    total_ms,
                    "{name}"
                );
            }
            Err(failure) => {
                metrics.ended(kind, "undelivered", stages);
                metrics.error(failure.name());
                warn!(
                    kind,
                    outcome = "undelivered",
                    queue_ms,
                    core_ms,
                    send_ms,
                    total_ms,
                    "{name}: {failure}"
                );
            }
        }
    }
}

/// To a tenth, so that a line stays short.
fn to_milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 10_000.0).round() / 10.0
}
