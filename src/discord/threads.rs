//! The channels that a message stands in: its own and, of a thread, the one that it belongs to.
//!
//! A message does not say what it is in, so Discord is asked, once for each channel, and only where
//! it matters: on servers with a gate at some channel. When Discord does not say, all gates of the
//! server's channels count.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use lru::LruCache;
use serde_json::Value;
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::ChannelId;
use tokio::time::{Duration, Instant};

use crate::discord::failure::retry_until;
use crate::servers::Servers;
use crate::store::ServerId;

/// Discord's numbers for the kinds of threads.
const THREADS: std::ops::RangeInclusive<u64> = 10..=12;
/// Channels that are remembered.
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(4_095);
/// How long Discord is asked; somebody waits.
const WITHIN: Duration = Duration::from_secs(3);

/// What is known of channels: what they belong to, if they are threads.
#[derive(Clone)]
pub struct Threads(Arc<Mutex<LruCache<u64, Option<u64>>>>);

impl Default for Threads {
    fn default() -> Threads {
        Threads(Arc::new(Mutex::new(LruCache::new(MOST))))
    }
}

impl Threads {
    /// The channels that a message stands in, as far as gates stand there.
    pub async fn channels(
        &self,
        http: &Http,
        servers: &Servers,
        server: Option<ServerId>,
        channel: ChannelId,
    ) -> Vec<u64> {
        let gated = servers
            .own()
            .zip(server)
            .map(|(own, server)| own.store().gated_channels(server));
        let gated = gated.unwrap_or_default();
        if gated.is_empty() {
            return vec![channel.get()];
        }

        match self.around(http, channel).await {
            Some(around) => [Some(channel.get()), around]
                .into_iter()
                .flatten()
                .collect(),
            None => [vec![channel.get()], gated].concat(),
        }
    }

    /// What a channel belongs to if it is a thread; `None` if Discord does not say.
    async fn around(&self, http: &Http, channel_id: ChannelId) -> Option<Option<u64>> {
        let known = self.known(|known| known.get(&channel_id.get()).copied());
        if known.is_some() {
            return known;
        }

        let route = Route::Channel { channel_id };
        let request = || http.fire::<Value>(Request::new(route, LightMethod::Get));
        let found = retry_until(Instant::now() + WITHIN, request).await.ok()?;

        let is_thread = found["type"]
            .as_u64()
            .is_some_and(|kind| THREADS.contains(&kind));
        let parent = found["parent_id"].as_str().and_then(|id| id.parse().ok());
        let around = parent.filter(|_| is_thread);
        self.known(|known| known.put(channel_id.get(), around));
        Some(around)
    }

    fn known<T>(&self, look: impl FnOnce(&mut LruCache<u64, Option<u64>>) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
