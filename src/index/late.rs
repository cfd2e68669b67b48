//! Files that take long to read: their reading goes on while the library is brought up to date with
//! the others, and what comes of it is taken in the next time.
//!
//! In: a file's path, the hash of its bytes, and what to do with them. Out: what comes of that, or
//! that it comes later. The decision that is not obvious: what has begun is never begun anew. So
//! each file that is read has a thread that need not be waited for ([`Hand`]), and a path is read
//! once at a time: when the file changes meanwhile, it is read again after that.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, available_parallelism};
use std::time::Duration;

use anyhow::{Result, anyhow};

use crate::corpus::{FileReader, Isolation, Limits, Listing};

/// How long a file is waited for before the library goes on without it: longer than all but a few
/// take.
const SOON: Duration = Duration::from_secs(2);

/// The readings that go on.
pub struct Late<T> {
    /// How long a file is waited for; `None` is as long as it takes.
    bound: Option<Duration>,
    /// How many may go on, or wait to be taken in: each takes memory. Beyond that, files are waited
    /// for.
    most: usize,
    readings: Mutex<HashMap<String, Reading<T>>>,
}

/// A file that is being read or was.
struct Reading<T> {
    hash: String,
    coming: Receiver<T>,
    made: Option<T>,
    /// It was there when the library was brought up to date.
    offered: bool,
    /// Somebody was told that it takes long.
    told: bool,
}

impl<T: Send + 'static> Late<T> {
    /// Every file is waited for.
    pub fn never() -> Late<T> {
        Late::after(None, 0)
    }

    /// As many files as there are cores may come later.
    pub fn soon() -> Late<T> {
        let cores = available_parallelism().map_or(1, NonZeroUsize::get);
        Late::after(Some(SOON), cores)
    }

    /// So many files may come later, each when it was waited for so long.
    pub(super) fn after(bound: Option<Duration>, most: usize) -> Late<T> {
        Late {
            bound,
            most,
            readings: Mutex::default(),
        }
    }

    /// What comes of a file; `None` when it comes later.
    ///
    /// # Errors
    /// When `read` panicked.
    pub fn read(
        &self,
        hand: &mut Hand,
        path: &str,
        hash: &str,
        read: impl FnOnce(&mut FileReader) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let before = self.lock().remove(path);
        if let Some(mut reading) = before {
            // It was waited for already.
            let made = reading.wait(self.bound.map(|_| Duration::ZERO))?;
            match made {
                Some(made) if reading.hash == hash => return Ok(Some(made)),
                Some(_) => {}
                None => {
                    self.lock().insert(path.to_owned(), reading);
                    return Ok(None);
                }
            }
        }

        let mut reading = Reading {
            hash: hash.to_owned(),
            coming: hand.set_to(read),
            made: None,
            offered: false,
            told: false,
        };
        if let Some(made) = reading.wait(self.bound)? {
            return Ok(Some(made));
        }

        let mut readings = self.lock();
        if readings.len() < self.most {
            readings.insert(path.to_owned(), reading);
            hand.leave();
            return Ok(None);
        }
        drop(readings);
        reading.wait(None)
    }

    /// Notes of each listed file whether its reading goes on.
    pub fn note_postponed(&self, listing: &mut Listing) {
        let mut readings = self.lock();
        for file in &mut listing.files {
            let reading = readings.get_mut(&file.path);
            file.postponed = reading.is_some_and(|reading| !reading.is_over());
        }
    }

    /// How many readings go on of which this has not told yet.
    pub fn count_untold(&self) -> usize {
        let mut readings = self.lock();
        let new = readings.values_mut().filter_map(|reading| {
            (!reading.is_over() && !reading.told).then_some(&mut reading.told)
        });
        new.map(|told| *told = true).count()
    }

    /// Whether every file is waited for as long as it takes.
    pub fn waits_for_all(&self) -> bool {
        self.bound.is_none()
    }

    /// Whether nothing goes on, nor waits to be taken in.
    pub fn is_idle(&self) -> bool {
        self.lock().is_empty()
    }

    /// Whether something waits to be taken in.
    pub fn has_come(&self) -> bool {
        self.lock().values_mut().any(Reading::is_over)
    }

    /// Notes what waits to be taken in.
    pub fn offer(&self) {
        for reading in self.lock().values_mut() {
            reading.offered = reading.is_over();
        }
    }

    /// Forgets what was offered and not asked for: its file is gone, or was taken in by another.
    pub fn forget_offered(&self) {
        self.lock().retain(|_, reading| !reading.offered);
    }

    /// Has a file wait for what the sender sends.
    #[cfg(test)]
    pub fn hold(&self, path: &str) -> Sender<T> {
        let (sender, coming) = channel();
        let reading = Reading {
            hash: String::new(),
            coming,
            made: None,
            offered: false,
            told: false,
        };
        self.lock().insert(path.to_owned(), reading);
        sender
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Reading<T>>> {
        self.readings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Reading<T> {
    /// What comes of it, if it comes in time.
    fn wait(&mut self, bound: Option<Duration>) -> Result<Option<T>> {
        if self.made.is_some() {
            return Ok(self.made.take());
        }

        let made = match bound {
            Some(bound) => self.coming.recv_timeout(bound),
            None => self.coming.recv().map_err(Into::into),
        };
        match made {
            Ok(made) => Ok(Some(made)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(anyhow!("reading stopped unexpectedly")),
        }
    }

    fn is_over(&mut self) -> bool {
        match self.wait(Some(Duration::ZERO)) {
            Ok(made) => self.made = made,
            // Whoever asks for it is told.
            Err(_) => return true,
        }
        self.made.is_some()
    }
}

type Job = Box<dyn FnOnce(&mut FileReader) + Send>;

/// A thread that reads files one after the other, with a reader of its own. When this is dropped,
/// it ends after what it is at.
pub struct Hand {
    limits: Limits,
    isolation: Isolation,
    jobs: Sender<Job>,
}

impl Hand {
    /// Starts it.
    pub fn start(limits: Limits, isolation: Isolation) -> Hand {
        let (jobs, todo) = channel::<Job>();
        thread::spawn(move || {
            let mut reader = FileReader::new(limits, isolation);
            todo.iter().for_each(|job| job(&mut reader));
        });
        Hand {
            limits,
            isolation,
            jobs,
        }
    }

    /// What reading a file may cost.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Leaves the thread to what it is at, and takes another for what comes next.
    fn leave(&mut self) {
        *self = Hand::start(self.limits, self.isolation);
    }

    /// Has something read; nothing comes of it when it panics.
    fn set_to<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut FileReader) -> T + Send + 'static,
    ) -> Receiver<T> {
        let (made, coming) = channel();
        let job = move |reader: &mut FileReader| {
            if let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| read(reader))) {
                let _ = made.send(outcome); // nobody may be waiting any more
            }
        };

        let _ = self.jobs.send(Box::new(job)); // it takes jobs as long as we are there
        coming
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How long an effect may take.
    const PATIENCE: Duration = Duration::from_secs(30);

    fn hand() -> Hand {
        Hand::start(Limits::default(), Isolation::Here)
    }

    /// Waits until a reading is over that has been let go.
    fn settle<T: Send + 'static>(late: &Late<T>) {
        let began = std::time::Instant::now();
        while !late.has_come() {
            assert!(began.elapsed() < PATIENCE);
            thread::yield_now();
        }
    }

    #[test]
    fn what_takes_long_comes_later_and_is_read_once() {
        let late = Late::after(Some(Duration::ZERO), 1);
        let mut hand = hand();
        let (go, held) = channel::<()>();
        let slow = late.read(&mut hand, "slow", "1", move |_| {
            held.recv().map(|()| "read")
        });
        assert_eq!(slow.unwrap(), None);
        let again = late.read(&mut hand, "slow", "1", |_| unreachable!());
        assert_eq!((again.unwrap(), late.has_come()), (None, false));

        // No more may come later, so this one is waited for, and by another hand.
        let other = late.read(&mut hand, "other", "1", |_| Ok("other"));
        assert_eq!(other.unwrap(), Some(Ok("other")));

        go.send(()).unwrap();
        settle(&late);
        let made = late.read(&mut hand, "slow", "1", |_| unreachable!());
        assert_eq!((made.unwrap(), late.is_idle()), (Some(Ok("read")), true));
    }

    #[test]
    fn what_changed_meanwhile_is_read_again_and_what_nobody_wants_is_forgotten() {
        let late = Late::after(Some(Duration::ZERO), 2);
        let mut hand = hand();
        let (go, held) = channel::<()>();
        let first = late.read(&mut hand, "a", "1", move |_| held.recv().map_or(0, |()| 1));
        assert_eq!(first.unwrap(), None);
        drop(go);
        settle(&late);

        let (go, held) = channel::<()>();
        let second = late.read(&mut hand, "a", "2", move |_| held.recv().map_or(0, |()| 2));
        assert_eq!(second.unwrap(), None);
        late.offer();
        go.send(()).unwrap();
        settle(&late);
        late.forget_offered();
        assert!(!late.is_idle(), "it came after that");

        late.offer();
        late.forget_offered();
        assert!(late.is_idle());
    }

    #[test]
    fn a_panic_is_an_error() {
        for late in [Late::never(), Late::after(Some(PATIENCE), 1)] {
            let mut hand = hand();
            let failed = late.read(&mut hand, "a", "1", |_| -> u8 { panic!("on purpose") });
            assert!(failed.unwrap_err().to_string().contains("unexpectedly"));
            assert_eq!(late.read(&mut hand, "b", "1", |_| 1).unwrap(), Some(1));
        }
    }
}
