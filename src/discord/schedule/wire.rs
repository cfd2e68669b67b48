//! What a scheduler asks of Discord: to post, to look whether something was posted, and to tell
//! somebody.
//!
//! Each is one request, or two, so that what comes of it is known exactly; whether it is made again
//! is for the scheduler to say.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::{ChannelId, UserId};
use tokio::time::timeout;

use crate::discord::call::send_request;
use crate::discord::failure::Failure;
use crate::render::discord::message::Message;
use crate::store::Post;

/// How long a request may take.
const WITHIN: Duration = Duration::from_secs(15);
/// The beginning of Discord's time in milliseconds, from which its ids count.
const EPOCH: u64 = 1_420_070_400_000;
/// Messages of a page, as many as Discord gives.
const PAGE: usize = 100;
/// Pages that are looked at; that many messages in so short a time nobody writes.
const PAGES: usize = 100;
/// Seconds after the first try in which a post appeared if it did, also where a clock is wrong by
/// some minutes.
const APPEARS: u64 = 30 * 60;

/// Where posts go.
pub trait Wire: Send + Sync + 'static {
    /// Posts a message in its channel; the same post a moment later posts nothing new.
    fn post(
        &self,
        post: &Post,
        message: &Message,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Whether a message is in its channel that was sent at a moment, or soon after it.
    fn holds(
        &self,
        post: &Post,
        message: &Message,
        since: u64,
    ) -> impl Future<Output = Result<bool, Failure>> + Send;

    /// Tells a person something, if they take direct messages.
    fn tell(&self, person: u64, message: &Message) -> impl Future<Output = ()> + Send;
}

/// Discord itself, where the bot is `me`.
pub struct Discord {
    pub http: Arc<Http>,
    pub me: UserId,
}

/// A message with what tells Discord that it is the same.
#[derive(Serialize)]
struct Sent<'a> {
    #[serde(flatten)]
    message: &'a Message,
    nonce: String,
    enforce_nonce: bool,
}

impl Wire for Discord {
    async fn post(&self, post: &Post, message: &Message) -> Result<(), Failure> {
        let channel_id = ChannelId::new(post.schedule.ordered.channel);
        let sent = Sent {
            message,
            nonce: post.nonce(),
            enforce_nonce: true,
        };
        let route = Route::ChannelMessages { channel_id };
        with_timeout(send_request(
            &self.http,
            LightMethod::Post,
            route,
            Some(&sent),
        ))
        .await
    }

    async fn holds(&self, post: &Post, message: &Message, since: u64) -> Result<bool, Failure> {
        let channel = ChannelId::new(post.schedule.ordered.channel);
        let mut after = first_id(since);
        let end = first_id(since + APPEARS);
        for _ in 0..PAGES {
            let page = self.page(channel, after).await?;
            if page.iter().any(|one| self.is_ours(one, message)) {
                return Ok(true);
            }

            let last = page.iter().filter_map(message_id).max().unwrap_or_default();
            if page.len() < PAGE || last <= after || last >= end {
                return Ok(false);
            }
            after = last;
        }
        Err(Failure::Network("too much was written meanwhile"))
    }

    async fn tell(&self, person: u64, message: &Message) {
        let body = json!({"recipient_id": person.to_string()}).to_string();
        let open = Request::new(Route::UserMeDmChannels, LightMethod::Post);
        let open = open.body(Some(body.into_bytes()));
        let Ok(channel) = with_timeout(self.http.fire::<Value>(open)).await else {
            return;
        };

        let id = channel["id"].as_str().and_then(|id| id.parse().ok());
        if let Some(channel_id) = id {
            let route = Route::ChannelMessages { channel_id };
            let _ = with_timeout(send_request(
                &self.http,
                LightMethod::Post,
                route,
                Some(message),
            ))
            .await;
        }
    }
}

impl Discord {
    /// The messages of a channel that follow an id: the oldest of them.
    async fn page(&self, channel_id: ChannelId, after: u64) -> Result<Vec<Value>, Failure> {
        let params = vec![("after", after.to_string()), ("limit", PAGE.to_string())];
        let request = Request::new(Route::ChannelMessages { channel_id }, LightMethod::Get);
        with_timeout(self.http.fire(request.params(Some(params)))).await
    }

    /// Whether a message that Discord gave is one that the bot sent.
    fn is_ours(&self, given: &Value, message: &Message) -> bool {
        let is_own = given["author"]["id"] == *self.me.to_string();
        let said = given["content"].as_str().filter(|_| is_own);
        said.is_some_and(|said| is_same_message(said, &message.content))
    }
}

/// The first id that Discord gives at a moment.
fn first_id(moment: u64) -> u64 {
    (moment * 1_000).saturating_sub(EPOCH) << 22
}

fn message_id(message: &Value) -> Option<u64> {
    message["id"].as_str()?.parse().ok()
}

/// Whether two messages say the same, but for the small print: how many posts were left out may
/// have changed since.
pub fn is_same_message(one: &str, other: &str) -> bool {
    let is_large = |line: &&str| !line.starts_with("-# ");
    let large = |said| str::lines(str::trim(said)).filter(is_large);
    large(one).eq(large(other))
}

/// Makes a request in bounded time.
async fn with_timeout<T>(
    request: impl Future<Output = Result<T, serenity::Error>>,
) -> Result<T, Failure> {
    match timeout(WITHIN, request).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(Failure::Network("timed out")),
    }
}
