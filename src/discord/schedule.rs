//! What is posted by itself: sleeps until something is due, posts it, and notes what became of it.
//!
//! All that is to be done stands in the store (`store/outbox.rs`), so a bot that is killed goes on where it was. A post is
//! sent with a nonce, by which Discord knows one that it has; since it forgets nonces, the channel itself is looked at when
//! it is not known for longer than that how a try ended. Each try is one request: what comes of it is known exactly.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Value, json};
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::{ChannelId, UserId};
use tokio::sync::Notify;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::timeout;
use tracing::{info, warn};

use crate::discord::call::request;
use crate::discord::failure::Failure;
use crate::discord::monitor::Monitor;
use crate::render::discord::message::Message;
use crate::render::discord::schedule as say;
use crate::reply::scheduled::{Next, next};
use crate::servers::{OwnTexts, Servers};
use crate::store::{self, Paused, Post, Progress, Schedule};

/// Posts under way at once.
const AT_ONCE: usize = 16;
/// The longest sleep: the clock may be set meanwhile, or the machine asleep itself.
const LONGEST: Duration = Duration::from_secs(60);
/// How long a request may take.
const WITHIN: Duration = Duration::from_secs(15);
/// Seconds for which Discord surely knows a nonce.
const KNOWN: u64 = 60;
/// The beginning of Discord's time in milliseconds, from which its ids count.
const EPOCH: u64 = 1_420_070_400_000;

/// Posts what is due.
#[derive(Clone)]
pub struct Scheduler {
    http: Arc<Http>,
    servers: Arc<Servers>,
    monitor: Arc<Monitor>,
    me: UserId,
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

/// A message with what tells Discord that it is the same.
#[derive(Serialize)]
struct Sent<'a> {
    #[serde(flatten)]
    message: &'a Message,
    nonce: String,
    enforce_nonce: bool,
}

impl Scheduler {
    /// For these servers; the bot itself is `me`.
    pub fn new(
        http: Arc<Http>,
        servers: Arc<Servers>,
        monitor: Arc<Monitor>,
        me: UserId,
    ) -> Scheduler {
        Scheduler {
            http,
            servers,
            monitor,
            me,
        }
    }

    /// Posts for as long as the bot runs; looks anew when it is told that something has changed.
    pub async fn run(self, changed: Arc<Notify>) {
        loop {
            let pause = self.turn().await.unwrap_or_else(|error| {
                warn!("what is posted by itself is not in order: {error:#}");
                LONGEST
            });
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = changed.notified() => {}
            }
        }
    }

    /// Posts all that is due; says how long there is nothing more.
    async fn turn(&self) -> Result<Duration> {
        let missed = self.with(|own, now| own.store().take_due(now, |server| own.is_ours(server)));
        self.count("late", missed.await?);

        loop {
            let waiting = self.with(|own, now| {
                let is_ours = |server| own.is_ours(server);
                own.store().to_post(now, is_ours, AT_ONCE)
            });
            let waiting = waiting.await?;
            if waiting.is_empty() {
                break;
            }

            let mut under_way = JoinSet::new();
            for post in waiting {
                let scheduler = self.clone();
                under_way.spawn(async move { scheduler.post(post).await });
            }
            let done = under_way.join_all().await;
            done.into_iter().collect::<Result<()>>()?;
        }

        let next = self.with(|own, now| Ok(own.store().next_moment(now)?.map(|next| next - now)));
        let pause = next.await?.map(Duration::from_secs);
        Ok(pause.map_or(LONGEST, |pause| pause.min(LONGEST)))
    }

    /// Tries to post something; what goes wrong on this side keeps no other post waiting.
    async fn post(&self, post: Post) -> Result<()> {
        let Err(error) = self.attempt(post.clone()).await else {
            return Ok(());
        };
        warn!("something could not be posted: {error:#}");
        self.count("retried", 1);
        self.with(move |own, now| own.store().failed(&post, true, now))
            .await
    }

    /// Tries to post something, and notes what became of it.
    async fn attempt(&self, post: Post) -> Result<()> {
        // Nothing new when the bot stops; what was begun is finished.
        let Some(_flight) = self.monitor.flights.begin() else {
            return std::future::pending().await;
        };

        let (of, asker) = (post.clone(), post.schedule.ordered.asker());
        let servers = Arc::clone(&self.servers);
        let next = spawn_blocking(move || next(&servers, &of, &asker));
        match next.await.context("making a post")?? {
            Next::Message(message) => self.send(post, message.0, message.1).await,
            Next::NotOpen => {
                self.count("held", 1);
                self.with(move |own, _| own.store().hold(&post)).await
            }
            // It may come back; and if not, it is said that nothing was posted in time.
            Next::Gone => {
                self.count("retried", 1);
                let may_be_there = post.begun.is_some();
                self.with(move |own, now| own.store().failed(&post, may_be_there, now))
                    .await
            }
        }
    }

    async fn send(&self, post: Post, message: Message, progress: Progress) -> Result<()> {
        let is_forgotten = post.begun.is_some_and(|begun| store::now() > begun + KNOWN);
        let found = match post.begun {
            Some(begun) if is_forgotten => self.is_there(&post, &message, begun).await,
            _ => Ok(false),
        };

        let tried = match found {
            Ok(true) => Tried::Posted,
            Ok(false) => {
                let begun = post.clone();
                let begin = move |own: &OwnTexts, now| own.store().begin(&begun, is_forgotten, now);
                // It was paused or removed meanwhile.
                if !self.with(begin).await? {
                    return Ok(());
                }
                tried(self.sent(&post, &message).await)
            }
            // That it is not there was not seen.
            Err(failure) => match tried(Err(failure)) {
                Tried::Again { .. } => Tried::Again { may_be_there: true },
                refused => refused,
            },
        };
        self.note(post, progress, tried, is_forgotten).await
    }

    async fn note(
        &self,
        post: Post,
        progress: Progress,
        tried: Tried,
        is_first: bool,
    ) -> Result<()> {
        match tried {
            Tried::Posted => {
                self.count("posted", 1);
                self.with(move |own, now| own.store().posted(&post, &progress, now))
                    .await
            }
            Tried::Again { may_be_there } => {
                self.count("retried", 1);
                let may_be_there = may_be_there || post.begun.is_some() && !is_first;
                self.with(move |own, now| own.store().failed(&post, may_be_there, now))
                    .await
            }
            Tried::Refused(why) => {
                self.count("paused", 1);
                info!("a schedule is paused: Discord refuses its post");
                let schedule = post.schedule.clone();
                self.with(move |own, _| own.store().refused(&post, why))
                    .await?;
                self.tell(&schedule, why).await;
                Ok(())
            }
        }
    }

    /// Posts a message in its channel.
    async fn sent(&self, post: &Post, message: &Message) -> Result<(), Failure> {
        let channel_id = ChannelId::new(post.schedule.ordered.channel);
        let sent = Sent {
            message,
            nonce: post.nonce(),
            enforce_nonce: true,
        };
        let route = Route::ChannelMessages { channel_id };
        within(request(&self.http, LightMethod::Post, route, Some(&sent))).await
    }

    /// Whether a message is in its channel already, from a try that began at a moment.
    async fn is_there(&self, post: &Post, message: &Message, begun: u64) -> Result<bool, Failure> {
        let channel_id = ChannelId::new(post.schedule.ordered.channel);
        // This machine's clock may be ahead.
        let from = (begun.saturating_sub(KNOWN) * 1_000).saturating_sub(EPOCH) << 22;
        let params = vec![("after", from.to_string()), ("limit", "100".to_owned())];
        let request = Request::new(Route::ChannelMessages { channel_id }, LightMethod::Get);
        let request = request.params(Some(params));

        let messages: Vec<Value> = within(self.http.fire(request)).await?;
        let (me, content) = (self.me.to_string(), message.content.trim());
        let is_it = |one: &Value| one["author"]["id"] == *me && one["content"] == *content;
        Ok(messages.iter().any(is_it))
    }

    /// Tells whoever made a schedule that it is paused, if they take direct messages; `/schedule list` says it, too.
    async fn tell(&self, schedule: &Schedule, why: Paused) {
        let person = json!({"recipient_id": schedule.ordered.made_by.to_string()});
        let open = Request::new(Route::UserMeDmChannels, LightMethod::Post);
        let open = open.body(Some(person.to_string().into_bytes()));
        let Ok(channel) = within(self.http.fire::<Value>(open)).await else {
            return;
        };

        let id = channel["id"].as_str().and_then(|id| id.parse().ok());
        if let Some(channel_id) = id {
            let route = Route::ChannelMessages { channel_id };
            let message = Message::text(say::told(schedule, why));
            let _ = within(request(
                &self.http,
                LightMethod::Post,
                route,
                Some(&message),
            ))
            .await;
        }
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
        let done = spawn_blocking(move || match servers.own() {
            Some(own) => work(own, store::now()),
            None => Ok(T::default()),
        });
        done.await.context("keeping what is posted by itself")?
    }
}

/// Makes a request in bounded time.
async fn within<T>(
    request: impl Future<Output = Result<T, serenity::Error>>,
) -> Result<T, Failure> {
    match timeout(WITHIN, request).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(Failure::Network("timed out")),
    }
}

/// What a request tells of a post.
fn tried(sent: Result<(), Failure>) -> Tried {
    let failure = match sent {
        Ok(()) => return Tried::Posted,
        Err(failure) => failure,
    };
    match failure {
        Failure::Access | Failure::Refused(403, _) => Tried::Refused(Paused::Access),
        Failure::Refused(404, _) => Tried::Refused(Paused::Gone),
        Failure::Token | Failure::Refused(429, _) | Failure::Network("cannot connect") => {
            Tried::Again {
                may_be_there: false,
            }
        }
        Failure::Refused(status @ 400..500, _) if status != 408 => {
            Tried::Refused(Paused::Refused(status))
        }
        _ => Tried::Again { may_be_there: true },
    }
}
