//! Interactions that nothing here knows what to do with: counted, warned about, and answered.
//!
//! What serenity cannot read it drops in silence, and the person is told that the bot "did not
//! respond". [`Unread`] sees those events raw. What it logs holds nothing of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serenity::all::{Context, Event, RawEventHandler, UnknownEvent};
use serenity::async_trait;
use serenity::http::Http;
use serenity::model::id::InteractionId;
use tokio::time::Instant;
use tracing::warn;

use crate::discord::call::Call;
use crate::discord::failure::Failure;
use crate::discord::incoming::parse_locale;
use crate::locale::Locale;
use crate::render::discord::message::Message;
use crate::render::discord::say::sorry;

/// The type of an interaction of someone who is typing.
const TYPING: u64 = 4;

/// Sees every event raw, and keeps count of the interactions that could not be read.
#[derive(Debug, Clone, Default)]
pub struct Unread(Arc<AtomicU64>);

impl Unread {
    /// Counts one more.
    pub fn count(&self) {
        let count = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        warn!("an interaction could not be read; {count} since the start");
    }

    /// Counts an interaction of an unknown kind, and says sorry.
    ///
    /// # Errors
    /// When Discord does not take the answer.
    pub async fn apologise(
        &self,
        call: Call<'_>,
        is_typing: bool,
        locale: Locale,
    ) -> Result<(), Failure> {
        self.count();
        if is_typing {
            return call.suggest(&[]).await;
        }

        call.send(&Message::text(sorry::unreadable(locale)).private(true))
            .await
    }

    async fn see(&self, http: &Http, event: &UnknownEvent) {
        let received = Instant::now();

        // What cannot be read may hold anything, and an id of 0 would make serenity panic.
        let id = event.value["id"]
            .as_str()
            .and_then(|id| id.parse().ok())
            .filter(|id| *id > 0);
        let (Some(id), Some(token)) = (id, event.value["token"].as_str()) else {
            return self.count();
        };

        let call = Call {
            http,
            id: InteractionId::new(id),
            token,
            received,
        };

        let locale = parse_locale(event.value["locale"].as_str());
        let is_typing = event.value["type"] == TYPING;
        if let Err(failure) = self.apologise(call, is_typing, locale).await {
            warn!("unread interaction: {failure}");
        }
    }
}

#[async_trait]
impl RawEventHandler for Unread {
    async fn raw_event(&self, ctx: Context, event: Event) {
        let Event::Unknown(event) = event else { return };

        match event.kind.as_str() {
            "INTERACTION_CREATE" => self.see(&ctx.http, &event).await,
            // A message needs no answer, so whoever wrote it is not told.
            "MESSAGE_CREATE" => {
                warn!("a message could not be read; if it was for me, it is not answered");
            }
            _ => {}
        }
    }
}
