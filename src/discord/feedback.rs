//! A press on *helpful* or *not it* -> one more of two numbers, and thanks.
//!
//! A person counts once for a message. The decision that is not obvious: that is remembered in
//! memory only, as a number that this process alone can make, and for the last presses: after a
//! restart, or very many presses later, the same person can press again, and nobody keeps a person
//! from having two accounts. What is kept on disk names nobody.

use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use lru::LruCache;
use serenity::model::application::ComponentInteraction;
use serenity::model::id::GuildId;
use tokio::task::spawn_blocking;

use crate::locale::Locale;
use crate::render::discord::say::feedback as say;
use crate::servers::Servers;
use crate::store::{ServerId, Verdict};

/// Presses that are remembered.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// Counts what people say of answers.
pub struct Feedback {
    servers: Arc<Servers>,
    /// Who judged which message.
    judged: Mutex<LruCache<u64, ()>>,
    hashed: RandomState,
}

impl Feedback {
    /// For these servers.
    pub fn new(servers: Arc<Servers>) -> Feedback {
        Feedback {
            servers,
            judged: Mutex::new(LruCache::new(REMEMBERED)),
            hashed: RandomState::new(),
        }
    }

    /// Counts a press, and says what the person is told.
    ///
    /// # Errors
    /// When the store cannot be written; then it was not counted.
    pub async fn judge(
        &self,
        press: &ComponentInteraction,
        verdict: Verdict,
        locale: Locale,
    ) -> Result<String> {
        let server = press.guild_id.map(GuildId::get);
        let Some(server) = server.filter(|_| self.servers.settings(server).feedback) else {
            return Ok(say::off(locale));
        };

        let key = self
            .hashed
            .hash_one((press.user.id.get(), press.message.id.get()));
        if self.judged().put(key, ()).is_some() {
            return Ok(say::again(locale));
        }

        match self.counted(server, verdict).await {
            Ok(true) => Ok(say::thanks(locale)),
            Ok(false) => Ok(say::off(locale)),
            Err(error) => {
                self.judged().pop(&key);
                Err(error)
            }
        }
    }

    async fn counted(&self, server: ServerId, verdict: Verdict) -> Result<bool> {
        let servers = Arc::clone(&self.servers);
        let counted = spawn_blocking(move || match servers.own() {
            Some(own) => own.store().judge(server, verdict),
            None => Ok(false),
        });
        counted.await.context("counting a press")?
    }

    fn judged(&self) -> MutexGuard<'_, LruCache<u64, ()>> {
        self.judged.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
