//! What a scheduler asks of Discord: to post, to look whether something was posted, and to tell somebody.
//!
//! Each is one request, or two, so that what comes of it is known exactly; whether it is made again is for the scheduler to
//! say.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::{ChannelId, UserId};
use tokio::time::timeout;

use crate::discord::call::request;
use crate::discord::failure::Failure;
use crate::render::discord::message::Message;
use crate::store::Post;

/// How long a request may take.
const WITHIN: Duration = Duration::from_secs(15);
/// The beginning of Discord's time in milliseconds, from which its ids count.
const EPOCH: u64 = 1_420_070_400_000;

/// Where posts go.
pub trait Wire: Send + Sync + 'static {
    /// Posts a message in its channel; the same post a moment later posts nothing new.
    fn post(
        &self,
        post: &Post,
        message: &Message,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Whether a message is in its channel since a moment.
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
        within(request(&self.http, LightMethod::Post, route, Some(&sent))).await
    }

    async fn holds(&self, post: &Post, message: &Message, since: u64) -> Result<bool, Failure> {
        let channel_id = ChannelId::new(post.schedule.ordered.channel);
        let from = (since * 1_000).saturating_sub(EPOCH) << 22;
        let params = vec![("after", from.to_string()), ("limit", "100".to_owned())];
        let request = Request::new(Route::ChannelMessages { channel_id }, LightMethod::Get);
        let request = request.params(Some(params));

        let messages: Vec<Value> = within(self.http.fire(request)).await?;
        let me = self.me.to_string();
        let own = messages.iter().filter(|one| one["author"]["id"] == *me);
        let mut said = own.filter_map(|one| one["content"].as_str());
        Ok(said.any(|said| is_same(said, &message.content)))
    }

    async fn tell(&self, person: u64, message: &Message) {
        let body = json!({"recipient_id": person.to_string()}).to_string();
        let open = Request::new(Route::UserMeDmChannels, LightMethod::Post);
        let open = open.body(Some(body.into_bytes()));
        let Ok(channel) = within(self.http.fire::<Value>(open)).await else {
            return;
        };

        let id = channel["id"].as_str().and_then(|id| id.parse().ok());
        if let Some(channel_id) = id {
            let route = Route::ChannelMessages { channel_id };
            let _ = within(request(&self.http, LightMethod::Post, route, Some(message))).await;
        }
    }
}

/// Whether two messages say the same, but for the small print: how many posts were left out may have changed since.
pub fn is_same(one: &str, other: &str) -> bool {
    let is_large = |line: &&str| !line.starts_with("-# ");
    let large = |said| str::lines(str::trim(said)).filter(is_large);
    large(one).eq(large(other))
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
