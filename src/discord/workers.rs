//! Where the core works: as many threads as the machine has cores (reading takes further cores only
//! while they are idle), and a bounded queue before them.
//!
//! More threads would only make every answer slower, and an unbounded queue would answer nobody in
//! time. When the queue is full, who asks is told so at once. Someone who types gives up early: a
//! list that is still queued then is never begun. Whoever has to wait for a library waits before
//! they join the queue.

use std::sync::Arc;
use std::thread::available_parallelism;

use anyhow::{Context, Result, anyhow};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

use crate::discord::opening::Opening;
use crate::discord::record::{Ending, Record};
use crate::locale::{Locale, Said};
use crate::reader::{Effort, FEWEST_PASSAGES};
use crate::render::discord::message::Message;
use crate::render::discord::say::sorry;
use crate::reply::press::Outcome;
use crate::servers::{Libraries, Servers};
use crate::store::Asker;

/// How many may wait. At 50 ms of core time each, two cores have them all answered in some six
/// seconds; after one and a half, Discord has been promised an answer (see `deliver`).
const QUEUE: usize = 256;

/// The threads and the queue.
pub struct Workers {
    servers: Arc<Servers>,
    opening: Opening,
    seats: Arc<Semaphore>,
    /// Seats and places in the queue together.
    places: Arc<Semaphore>,
    cores: usize,
    queue: usize,
}

impl Workers {
    /// Threads for this machine.
    pub fn new(servers: Arc<Servers>) -> Workers {
        Workers::sized(
            servers,
            available_parallelism().map_or(1, usize::from),
            QUEUE,
        )
    }

    fn sized(servers: Arc<Servers>, cores: usize, queue: usize) -> Workers {
        let (seats, places) = (
            Arc::new(Semaphore::new(cores)),
            Arc::new(Semaphore::new(cores + queue)),
        );

        Workers {
            opening: Opening::new(Arc::clone(&servers)),
            servers,
            seats,
            places,
            cores,
            queue,
        }
    }

    /// How many threads are at work.
    pub fn working(&self) -> usize {
        self.cores - self.seats.available_permits()
    }

    /// How many wait for one.
    pub fn waiting(&self) -> usize {
        (self.cores + self.queue).saturating_sub(self.places.available_permits() + self.working())
    }

    /// The libraries that the work is done with.
    pub fn servers(&self) -> &Arc<Servers> {
        &self.servers
    }

    /// Does something with what somebody may read; `None` when there is no place in the queue.
    ///
    /// # Errors
    /// What `work` returns; an error too if it panics.
    pub async fn run<T: Send + 'static>(
        &self,
        record: &Record,
        asker: Asker,
        work: impl Fn(Libraries, Effort) -> Result<T> + Send + 'static,
    ) -> Option<Result<T>> {
        self.opening.opened(asker.server).await;
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            record.note(Ending::Busy);
            return None;
        };

        let done = self.seated(record, place, asker, work).await;
        if let Err(error) = &done {
            // It is the operator's to mend, and may name folders of theirs.
            tracing::error!("answering failed: {error:#}");
            record.note(Ending::Failed);
        }

        Some(done)
    }

    /// As [`Workers::run`]; what fails becomes a private sentence for the person, in their
    /// language.
    pub async fn reply(
        &self,
        record: &Record,
        asker: Asker,
        locale: Locale,
        work: impl Fn(Libraries, Effort) -> Result<Outcome> + Send + 'static,
    ) -> Outcome {
        let sorry = |sentence: Said| Outcome::Send(Message::text(sentence(locale)).private(true));
        let outcome = match self.run(record, asker, work).await {
            Some(Ok(outcome)) => outcome,
            Some(Err(_)) => return sorry(sorry::internal),
            None => return sorry(sorry::busy),
        };

        if let Outcome::Send(message) = &outcome {
            record.note(to_ending(message));
        }

        outcome
    }

    async fn seated<T: Send + 'static>(
        &self,
        record: &Record,
        place: OwnedSemaphorePermit,
        asker: Asker,
        work: impl Fn(Libraries, Effort) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let seat = Arc::clone(&self.seats)
            .acquire_owned()
            .await
            .context("waiting for a thread")?;
        record.begun();
        let servers = Arc::clone(&self.servers);
        let usual = servers.shared().effort().passages;
        let passages = choose_passage_count(usual, self.cores, self.waiting());
        if passages < usual {
            record.hurried();
        }

        let thread = spawn_blocking(move || {
            // Held here, because this goes on when nobody waits for it any more.
            let _held = (seat, place);
            let effort = Effort {
                passages,
                // All libraries have the same reader.
                ..servers.shared().effort()
            };
            servers.with(&asker, |libraries| work(libraries, effort))
        });
        let done = thread.await;
        record.worked();
        done.unwrap_or_else(|_| Err(anyhow!("the answer's thread stopped unexpectedly")))
    }
}

/// How many passages are read for an answer while others wait for theirs: fewer the more wait, and
/// none when too few would be left.
fn choose_passage_count(usual: usize, cores: usize, waiting: usize) -> usize {
    let passages = usual * cores / waiting.max(cores);
    if passages < FEWEST_PASSAGES {
        0
    } else {
        passages
    }
}

fn to_ending(reply: &Message) -> Ending {
    match reply.answers {
        Some(true) => Ending::Answered,
        Some(false) => Ending::NotAnswered,
        None => Ending::Done,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::engine::Engine;
    use crate::index::Silent;
    use crate::servers::{Limits, Upload};
    use std::sync::Mutex;
    use std::sync::mpsc::channel;
    use std::time::Duration;
    use tokio::join;
    use tokio::time::timeout;

    /// So many, for a library of one text.
    pub fn workers(cores: usize, queue: usize) -> Workers {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("text.txt"), "One sentence.").unwrap();
        let engine = Engine::open(
            &Corpus::here(&corpus),
            &dir.path().join("index"),
            Box::new(Silent),
        )
        .unwrap();
        let servers = Servers::shared_only(Arc::new(engine));
        Workers::sized(Arc::new(servers), cores, queue)
    }

    #[tokio::test]
    async fn the_queue_is_bounded_and_who_finds_it_full_is_told_at_once() {
        let workers = workers(1, 1);
        let records = [(); 3].map(|()| Record::new("command", "ask"));
        let (release, wait) = channel();
        let wait = Mutex::new(wait);

        let first = workers.run(&records[0], Asker::default(), move |_, _| {
            Ok(wait.lock().unwrap().recv()?)
        });
        let second = workers.run(&records[1], Asker::default(), |_, _| Ok(2));

        let third = async {
            let full = workers
                .reply(&records[2], Asker::default(), Locale::German, |_, _| {
                    panic!("there is no room for this")
                })
                .await;
            let counts = (workers.working(), workers.waiting());
            release.send(1).unwrap();
            (full, counts)
        };

        let (first, second, (full, counts)) = join!(first, second, third);
        assert_eq!(
            (first.unwrap().unwrap(), second.unwrap().unwrap(), counts),
            (1, 2, (1, 1))
        );
        assert!(
            matches!(full, Outcome::Send(message) if message.content == sorry::busy(Locale::German))
        );
        assert_eq!(workers.working(), 0);
    }

    #[tokio::test]
    async fn whoever_waits_for_a_library_keeps_nobody_from_being_answered() {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("text.txt"), "One sentence.").unwrap();
        let open = || {
            let index = dir.path().join("index");
            let shared = Engine::open(&Corpus::here(&corpus), &index, Box::new(Silent)).unwrap();
            let data = dir.path().join("data");
            Servers::open(Arc::new(shared), &data, Limits::default(), |_| true).unwrap()
        };
        let upload = Upload {
            file_name: "text.txt".to_owned(),
            bytes: b"The oar of Holm is red.".to_vec(),
            title: None,
            language: None,
        };
        open().own().unwrap().add(7, &upload).unwrap();
        let servers = Arc::new(open());
        let workers = Workers::sized(Arc::clone(&servers), 1, 9);

        // Somebody adds another text, and that takes its time.
        let (held, is_held) = channel();
        let (release, wait) = channel::<()>();
        let adding = std::thread::spawn(move || {
            let _changing = servers.own().unwrap().changing(7);
            held.send(()).unwrap();
            wait.recv().unwrap();
        });
        is_held.recv().unwrap();

        let records = [(); 3].map(|()| Record::new("command", "ask"));
        let of_server = |server| Asker {
            server,
            ..Asker::default()
        };
        let texts = |libraries: Libraries, _: Effort| Ok(libraries.texts().len());
        let waiting = async {
            let first = workers.run(&records[0], of_server(Some(7)), texts);
            let second = workers.run(&records[1], of_server(Some(7)), texts);
            join!(first, second)
        };
        let other = async {
            let other = workers.run(&records[2], of_server(Some(8 << 22)), texts);
            let other = timeout(Duration::from_secs(20), other).await;
            release.send(()).unwrap();
            other.expect("somebody else is answered").unwrap().unwrap()
        };
        let ((first, second), other) = join!(waiting, other);
        assert_eq!(
            (first.unwrap().unwrap(), second.unwrap().unwrap(), other),
            (2, 2, 1)
        );
        adding.join().unwrap();
    }

    #[test]
    fn the_more_wait_the_less_is_read() {
        let read = [0, 2, 3, 4, 8, 24, 25, 256].map(|waiting| choose_passage_count(12, 2, waiting));
        assert_eq!(read, [12, 12, 8, 6, 3, 0, 0, 0]);
        assert_eq!(choose_passage_count(0, 2, 0), 0);
    }

    #[tokio::test]
    async fn a_failure_is_a_private_sentence_without_its_cause() {
        let workers = workers(1, 1);
        let record = Record::new("command", "ask");

        let failed = workers
            .reply(&record, Asker::default(), Locale::English, |_, _| {
                Err(anyhow!("something about the index"))
            })
            .await;
        let panicked = workers
            .reply(&record, Asker::default(), Locale::English, |_, _| {
                panic!("as a test")
            })
            .await;

        for outcome in [failed, panicked] {
            let Outcome::Send(message) = outcome else {
                panic!("{outcome:?}")
            };
            assert!(message.is_private() && message.content == sorry::internal(Locale::English));
        }
    }
}
