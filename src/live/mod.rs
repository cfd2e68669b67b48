//! A library that follows its corpus while the program runs.
//!
//! In: an engine. Out: the same engine, refreshed soon after something in the corpus has changed,
//! and [`News`] of it. The decision that is not obvious: what the system tells of changes is only a
//! reason to look. What is different is found by listing the corpus, so nothing that was missed,
//! told twice or told in another order does any harm. Before each look watching starts over, so
//! that folders that came meanwhile, also behind links, are watched too.

mod network;
mod watching;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow};

use crate::engine::{Change, Engine};
use watching::{FolderId, Watching};

/// A change has settled when nothing happened for this long.
const QUIET: Duration = Duration::from_millis(300);
/// Under constant change the library is refreshed this long after the first one all the same.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often to see to what no event tells: the corpus folder itself, and the index.
const TICK: Duration = Duration::from_millis(500);
/// How often the corpus is listed where it cannot be watched.
pub const POLL: Duration = Duration::from_secs(2);
/// How soon to try again what failed; a disk may have room again without any event.
const RETRY: Duration = Duration::from_secs(10);

/// What there is to tell the operator.
#[derive(Debug)]
pub enum News {
    /// The library is another one now, after this much work.
    Updated(Change, Duration),
    /// Somebody asked to look, and nothing had changed.
    Unchanged,
    /// The library stays as it was, for this reason, which was told before or not.
    Failed(Error, Known),
    /// It can be brought up to date again, and is.
    Recovered,
    /// The corpus is listed at this interval, because it cannot be watched; told once.
    Polling(Duration, Error),
}

/// Whether the operator has heard of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    New,
    Before,
}

/// Follows the corpus until it is dropped.
pub struct Live {
    wake: Sender<Wake>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wake {
    /// Something happened in the corpus.
    Event,
    /// Somebody asked to look.
    Look,
    /// The library is no longer followed.
    Stop,
}

impl Live {
    /// Begins in a thread of its own; with `poll`, the corpus is not watched but listed at that
    /// interval.
    pub fn start(
        engine: Arc<Engine>,
        poll: Option<Duration>,
        tell: impl Fn(News) + Send + 'static,
    ) -> Live {
        let (wake, woken) = channel();
        let watcher = Watcher {
            wake: wake.clone(),
            woken,
            place: FolderId::of(&engine.corpus().root),
            watching: None,
            poll,
            looked: Instant::now(),
            failed: None,
            engine,
            tell: Box::new(tell),
        };

        thread::spawn(move || watcher.run());
        Live { wake }
    }

    /// Looks now, and tells even if nothing has changed.
    pub fn look(&self) {
        let _ = self.wake.send(Wake::Look);
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.wake.send(Wake::Stop);
    }
}

/// What the thread that follows the corpus needs.
struct Watcher {
    engine: Arc<Engine>,
    tell: Box<dyn Fn(News) + Send>,
    wake: Sender<Wake>,
    woken: Receiver<Wake>,
    watching: Option<Watching>,
    /// What the corpus folder was at the last look.
    place: Option<FolderId>,
    poll: Option<Duration>,
    looked: Instant,
    /// What went wrong at the last look.
    failed: Option<String>,
}

impl Watcher {
    fn run(mut self) {
        // What changed between the opening of the library and now is found too.
        self.look(false);

        loop {
            let asked = match self.woken.recv_timeout(TICK) {
                Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(wake) => match self.settled(wake == Wake::Look) {
                    Some(asked) => asked,
                    None => return,
                },
                Err(RecvTimeoutError::Timeout) if self.is_due() => false,
                Err(RecvTimeoutError::Timeout) => continue,
            };

            self.look(asked);
        }
    }

    /// Waits until the change is over; whether somebody asked to look, and `None` at the end.
    fn settled(&self, mut asked: bool) -> Option<bool> {
        let latest = Instant::now() + PATIENCE;

        loop {
            let left = latest.saturating_duration_since(Instant::now());
            match self.woken.recv_timeout(QUIET.min(left)) {
                Ok(Wake::Stop) => return None,
                Ok(wake) => asked |= wake == Wake::Look,
                Err(_) => return Some(asked),
            }

            if left.is_zero() {
                return Some(asked);
            }
        }
    }

    /// Whether to look although no event came.
    fn is_due(&self) -> bool {
        let since = self.looked.elapsed();
        if FolderId::of(&self.engine.corpus().root) != self.place {
            return true;
        }

        match self.failed {
            Some(_) => since >= RETRY,
            None => self.poll.is_some_and(|poll| since >= poll) || self.engine.is_due(),
        }
    }

    fn look(&mut self, asked: bool) {
        // Noted before the refresh: another folder that takes its place meanwhile is noticed later.
        self.place = FolderId::of(&self.engine.corpus().root);
        self.watch();

        let began = Instant::now();
        // A panic in here must not end the thread, which would leave the library as it is for good.
        let outcome = catch_unwind(AssertUnwindSafe(|| self.engine.refresh_soon()));
        self.looked = Instant::now();

        let outcome = outcome.unwrap_or_else(|_| Err(anyhow!("it stopped unexpectedly")));
        self.told(outcome, began.elapsed(), asked);
    }

    /// Watches the corpus as it is now, or sees that this cannot be done.
    fn watch(&mut self) {
        // First, because the system lets us watch only so much.
        self.watching = None;
        if self.poll.is_some() || self.place.is_none() {
            return;
        }

        let wake = self.wake.clone();
        let wake = move || {
            let _ = wake.send(Wake::Event);
        };

        match Watching::new(&self.engine.corpus().root, wake) {
            Ok(watching) => self.watching = Some(watching),
            // It went meanwhile.
            Err(_) if FolderId::of(&self.engine.corpus().root).is_none() => {}
            Err(error) => {
                self.poll = Some(POLL);
                (self.tell)(News::Polling(POLL, error));
            }
        }
    }

    /// Tells the operator how a look ended, unless there is nothing to say.
    fn told(&mut self, outcome: Result<Option<Change>>, took: Duration, asked: bool) {
        let failed = outcome.as_ref().err().map(|error| format!("{error:#}"));
        let before = std::mem::replace(&mut self.failed, failed);

        match outcome {
            Ok(Some(change)) => (self.tell)(News::Updated(change, took)),
            Ok(None) if before.is_some() => (self.tell)(News::Recovered),
            Ok(None) if asked => (self.tell)(News::Unchanged),
            Ok(None) => {}
            Err(error) => {
                let known = if before == self.failed && !asked {
                    Known::Before
                } else {
                    Known::New
                };
                (self.tell)(News::Failed(error, known));
            }
        }
    }
}
