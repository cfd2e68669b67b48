//! On which servers the bot is: what it keeps of those that it was removed from goes after a while.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use serenity::model::gateway::ShardInfo;
use serenity::model::id::{GuildId, ShardId};
use tokio::task::spawn_blocking;
use tokio::time::interval;
use tracing::{info, warn};

use crate::locale::Locale;
use crate::servers::{OwnTexts, Servers};
use crate::store::{self, ServerId};

/// How often to see whose time is up, and what is left to do.
const EVERY: Duration = Duration::from_hours(1);

/// Does something with what is kept of servers, if anything is; what goes wrong is the operator's
/// to know.
async fn with_own_texts(
    servers: &Arc<Servers>,
    work: impl FnOnce(&OwnTexts) -> Result<()> + Send + 'static,
) {
    let servers = Arc::clone(servers);
    let done = spawn_blocking(move || servers.own().map_or(Ok(()), work));

    match done.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => warn!("what is kept of servers is not in order: {error:#}"),
        Err(_) => warn!("what is kept of servers is not in order: the work stopped unexpectedly"),
    }
}

/// The bot is on these servers, and on no other of this shard.
pub async fn note_present_servers(
    servers: &Arc<Servers>,
    on: Vec<ServerId>,
    shard: Option<ShardInfo>,
) {
    let is_of_shard =
        move |server: ServerId| shard.is_none_or(|shard| shard_of(server, shard.total) == shard.id);
    with_own_texts(servers, move |own| own.present(&on, is_of_shard)).await;
}

/// The bot is on a server.
pub async fn note_joined(servers: &Arc<Servers>, server: ServerId) {
    with_own_texts(servers, move |own| own.store().set_left(server, None)).await;
}

/// A server has a language on Discord.
pub async fn note_spoken(servers: &Arc<Servers>, server: GuildId, on_discord: &str) {
    let locale = Locale::of_tag(on_discord).unwrap_or_default();
    with_own_texts(servers, move |own| {
        own.store().learn_spoken(server.get(), locale)
    })
    .await;
}

/// The bot was removed from a server.
pub async fn note_left(servers: &Arc<Servers>, server: ServerId) {
    with_own_texts(servers, move |own| {
        own.store()
            .set_left(server, Some(store::seconds_since_epoch()))
    })
    .await;
}

/// Forgets the servers whose time is up, and tries again what went wrong, now and from time to
/// time.
pub async fn keep_order(servers: Arc<Servers>) {
    let mut ticks = interval(EVERY);
    loop {
        ticks.tick().await;
        with_own_texts(&servers, OwnTexts::retry).await;

        with_own_texts(&servers, |own| {
            own.store().forget_old_gaps(store::seconds_since_epoch())
        })
        .await;

        with_own_texts(&servers, |own| {
            let count = own.forget_left(store::seconds_since_epoch())?;
            if count > 0 {
                info!("forgot {count} servers that I was removed from a week ago");
            }
            Ok(())
        })
        .await;
    }
}

/// The shard that a server belongs to, of so many.
pub fn shard_of(server: ServerId, total: u32) -> ShardId {
    let total = u64::from(total.max(1));
    // Discord's own rule. A server's number without its lowest 22 bits is when it was made.
    ShardId((GuildId::new(server.max(1)).get() >> 22).rem_euclid(total) as u32)
}
