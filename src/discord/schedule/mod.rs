//! What is posted by itself: sleeps until something is due, posts it, and notes what became of it.
//!
//! All that is to be done stands in the store (`store/outbox.rs`), so a bot that is killed goes on
//! where it was. A post is sent with a nonce, by which Discord knows one that it has; since it
//! forgets nonces, the channel itself is looked at when it is not known for longer than that how a
//! try ended. `wire` makes the requests, and `under_way` keeps apart what takes its time.

#[cfg(test)]
mod tests;
mod under_way;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::sync::Notify;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep, sleep_until};
use tracing::{info, warn};

use crate::discord::failure::Failure;
use crate::discord::monitor::Monitor;
use crate::render::discord::message::Message;
use crate::render::discord::schedule as say;
use crate::reply::scheduled::{Next, next_post};
use crate::schedule::turn::is_late;
use crate::servers::{OwnTexts, Servers};
use crate::store::{LeftOut, Paused, Post, Progress};
use under_way::UnderWay;
pub use wire::Discord;
use wire::Wire;

/// How far apart the beginnings of two posts are, taken together: Discord takes fifty requests a
/// second, and answers need some.
const APART: Duration = Duration::from_millis(25);
/// The longest sleep: the clock may be set meanwhile, or the machine asleep itself.
const LONGEST: Duration = Duration::from_mins(1);
/// Seconds for which Discord surely knows a nonce.
const KNOWN: u64 = 60;

/// The seconds since the epoch.
type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// Posts what is due.
pub struct Scheduler<W> {
    wire: Arc<W>,
    servers: Arc<Servers>,
    monitor: Arc<Monitor>,
    clock: Clock,
}

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tried {
    Posted,
    /// Discord will not take it at any time.
    Refused(Paused),
    /// It may work later; perhaps it was posted all the same.
    Again {
        may_be_there: bool,
    },
}

impl<W> Clone for Scheduler<W> {
    fn clone(&self) -> Scheduler<W> {
        Scheduler {
            wire: Arc::clone(&self.wire),
            servers: Arc::clone(&self.servers),
            monitor: Arc::clone(&self.monitor),
            clock: Arc::clone(&self.clock),
        }
    }
}

impl<W: Wire> Scheduler<W> {
    /// For these servers, by this clock.
    pub fn new(
        wire: W,
        servers: Arc<Servers>,
        monitor: Arc<Monitor>,
        clock: impl Fn() -> u64 + Send + Sync + 'static,
    ) -> Scheduler<W> {
        Scheduler {
            wire: Arc::new(wire),
            servers,
            monitor,
            clock: Arc::new(clock),
        }
    }

    /// Posts for as long as the bot runs; looks anew when it is told that something has changed.
    pub async fn run(self, changed: Arc<Notify>) {
        let mut under_way = UnderWay::default();
        loop {
            let begun = self.begin_due(&mut under_way).await;
            let (posts, pause) = begun.unwrap_or_else(|error| {
                warn!("what is posted by itself is not in order: {error:#}");
                (0, LONGEST)
            });
            let mut not_before = Instant::now() + APART * posts;

            tokio::select! {
                () = sleep(pause.min(LONGEST)) => {}
                () = changed.notified() => {}
                Some(ended) = under_way.ended() => if let Err(error) = ended {
                    warn!("what is posted by itself is not in order: {error:#}");
                    // What cannot be noted would be tried over and over.
                    not_before += LONGEST;
                }
            }
            sleep_until(not_before).await;
        }
    }

    /// Begins to post what is due, as far as there is room for it; says how many posts these are,
    /// and how long there is nothing more.
    async fn begin_due(&self, under_way: &mut UnderWay) -> Result<(u32, Duration)> {
        let take = |own: &OwnTexts, now| own.store().take_due(now, |server| own.is_ours(server));
        self.count("late", self.with(take).await?);

        let room = under_way.room();
        let mut busy = under_way.servers();
        let waiting = self.with(move |own, now| {
            let is_next = |server| own.is_ours(server) && busy.insert(server);
            own.store().to_post(now, is_next, room)
        });
        let mut begun = 0;
        for post in waiting.await? {
            let scheduler = self.clone();
            let server = post.schedule.ordered.server;
            under_way.begin(server, async move { scheduler.post(post).await });
            begun += 1;
        }

        let next = self.with(|own, now| Ok(own.store().next_moment(now)?.map(|next| next - now)));
        let pause = next.await?.map_or(LONGEST, Duration::from_secs);
        Ok((begun, pause))
    }

    /// Tries to post something; what goes wrong on this side keeps no other post waiting.
    async fn post(&self, post: Post) -> Result<()> {
        let Err(error) = self.attempt(post.clone()).await else {
            return Ok(());
        };
        warn!("something could not be posted: {error:#}");
        self.again(post, true).await
    }

    /// Makes a post, and sends it.
    async fn attempt(&self, post: Post) -> Result<()> {
        // Nothing new when the bot stops; what was begun is finished.
        let Some(_flight) = self.monitor.flights.begin() else {
            return std::future::pending().await;
        };

        let of = post.clone();
        let asker = post.schedule.ordered.asker();
        let servers = Arc::clone(&self.servers);
        let next = spawn_blocking(move || {
            let locale = servers.language(asker.server);
            next_post(&servers, &of, &asker, locale)
        });
        match next.await.context("making a post")?? {
            Next::Message(message) => self.send(post, message.0, message.1).await,
            Next::NotOpen if post.begun.is_none() => {
                self.count("held", 1);
                self.with(move |own, _| own.store().leave_out(&post, LeftOut::Held))
                    .await
            }
            // It may come back, or be open again, and only then it is known what to look for; if
            // not, it is said that nothing was posted in time.
            Next::NotOpen | Next::Gone => {
                let may_be_there = post.begun.is_some();
                self.again(post, may_be_there).await
            }
        }
    }

    /// Sends a post unless it is there already, and notes what became of it.
    async fn send(&self, post: Post, message: Message, progress: Progress) -> Result<()> {
        let now = (self.clock)();
        let forgotten = post.begun.filter(|begun| now > begun + KNOWN);
        let is_there = match forgotten {
            // This machine's clock may be ahead of Discord's.
            Some(begun) => {
                let since = begun.saturating_sub(KNOWN);
                self.wire.holds(&post, &message, since).await
            }
            None => Ok(false),
        };

        let may_be_there = post.begun.is_some() && forgotten.is_none();
        match is_there {
            Ok(true) => self.note(post, progress, Tried::Posted).await,
            // It is looked at when its nonce is surely forgotten.
            Ok(false) if is_late(post.due, now) && may_be_there => self.again(post, true).await,
            Ok(false) if is_late(post.due, now) => {
                self.count("late", 1);
                self.with(move |own, _| own.store().leave_out(&post, LeftOut::Late))
                    .await
            }
            Ok(false) => {
                let copy = post.clone();
                let is_first = forgotten.is_some();
                let begin = move |own: &OwnTexts, now| own.store().begin(&copy, is_first, now);
                // It may have been paused or removed meanwhile.
                if !self.with(begin).await? {
                    return Ok(());
                }
                let tried = judge_try(self.wire.post(&post, &message).await, may_be_there);
                self.note(post, progress, tried).await
            }
            // That it is not there was not seen.
            Err(failure) => {
                self.note(post, progress, judge_try(Err(failure), true))
                    .await
            }
        }
    }

    async fn note(&self, post: Post, progress: Progress, tried: Tried) -> Result<()> {
        match tried {
            Tried::Posted => {
                self.count("posted", 1);
                self.with(move |own, now| own.store().posted(&post, &progress, now))
                    .await
            }
            Tried::Again { may_be_there } => self.again(post, may_be_there).await,
            Tried::Refused(why) => {
                self.count("paused", 1);
                info!("a schedule is paused: Discord refuses its post");
                let schedule = post.schedule.clone();
                self.with(move |own, _| own.store().leave_out(&post, LeftOut::Refused(why)))
                    .await?;

                let locale = self.servers.language(Some(schedule.ordered.server));
                let message = Message::text(say::say_schedule_refused(locale, &schedule, why));
                self.wire.tell(schedule.ordered.made_by, &message).await;
                Ok(())
            }
        }
    }

    /// Has a post be tried again later.
    async fn again(&self, post: Post, may_be_there: bool) -> Result<()> {
        self.count("retried", 1);
        self.with(move |own, now| own.store().failed(&post, may_be_there, now))
            .await
    }

    fn count(&self, outcome: &'static str, posts: u32) {
        if posts > 0 {
            self.monitor.metrics.scheduled(outcome, posts);
        }
    }

    /// Does something that waits for the disk, at this moment; nothing where nothing is kept.
    async fn with<T: Default + Send + 'static>(
        &self,
        work: impl FnOnce(&OwnTexts, u64) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let servers = Arc::clone(&self.servers);
        let now = (self.clock)();
        let done = spawn_blocking(move || match servers.own() {
            Some(own) => work(own, now),
            None => Ok(T::default()),
        });
        done.await.context("keeping what is posted by itself")?
    }
}

/// What a request tells of a post, of which a former try may be there.
fn judge_try(sent: Result<(), Failure>, may_be_there: bool) -> Tried {
    let failure = match sent {
        Ok(()) => return Tried::Posted,
        Err(failure) => failure,
    };
    match failure {
        Failure::Access | Failure::Refused(403, _) => Tried::Refused(Paused::Access),
        Failure::Refused(404, _) => Tried::Refused(Paused::Gone),
        Failure::Token | Failure::Refused(429, _) | Failure::Network("cannot connect") => {
            Tried::Again { may_be_there }
        }
        Failure::Refused(status @ 400..500, _) if status != 408 => {
            Tried::Refused(Paused::Refused(status))
        }
        _ => Tried::Again { may_be_there: true },
    }
}
