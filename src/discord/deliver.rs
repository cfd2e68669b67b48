//! Work that may take a while -> an answer in time.
//!
//! The core runs on a thread of its own. If it is not done after [`DEFER_AFTER`], Discord is told that
//! an answer will come, and gets it when it is there. Whatever fails becomes a private sentence for the
//! person and a line without their words for the log.

use std::time::Duration;

use anyhow::{Result, anyhow};
use tokio::task::JoinHandle;
use tokio::time::timeout_at;
use tracing::error;

use crate::discord::call::Call;
use crate::discord::failure::Failure;
use crate::discord::press::Outcome;
use crate::error::UserError;
use crate::render::discord::markdown::escape;
use crate::render::discord::message::Message;
use crate::render::discord::words::sorry;

/// How long the core may take before an answer is promised.
pub const DEFER_AFTER: Duration = Duration::from_millis(1_500);

/// What is answered, and how it is to be deferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A command; its answer is seen by the asker alone if private.
    Command { private: bool },
    /// A press on the presser's own message.
    OwnMessage,
    /// A press on somebody else's message.
    OthersMessage,
}

/// Waits for the work and answers with what comes of it.
///
/// # Errors
/// When Discord does not take the answer.
pub async fn deliver(call: Call<'_>, origin: Origin, mut work: JoinHandle<Result<Outcome>>) -> Result<(), Failure> {
    if let Ok(done) = timeout_at(call.received + DEFER_AFTER, &mut work).await {
        return at_once(call, settled(done)).await;
    }
    match origin {
        Origin::Command { private } => call.defer(private).await?,
        Origin::OthersMessage => call.defer(true).await?,
        Origin::OwnMessage => call.defer_update().await?,
    }
    let outcome = settled(work.await);
    later(call, origin, outcome).await
}

async fn at_once(call: Call<'_>, outcome: Outcome) -> Result<(), Failure> {
    match outcome {
        Outcome::Send(message) => call.send(&message).await,
        Outcome::Update(message) => call.update(&message.private(false)).await,
        Outcome::Delete => {
            call.defer_update().await?;
            call.delete().await
        }
    }
}

async fn later(call: Call<'_>, origin: Origin, outcome: Outcome) -> Result<(), Failure> {
    match (origin, outcome) {
        (_, Outcome::Delete) => call.delete().await,
        (_, Outcome::Update(message)) => call.edit(&message.private(false)).await,
        (Origin::OwnMessage, Outcome::Send(message)) => call.follow_up(&message).await,
        // What was promised to everyone cannot become private any more, so it goes.
        (Origin::Command { private: false }, Outcome::Send(message)) if message.is_private() => {
            call.delete().await?;
            call.follow_up(&message).await
        }
        (_, Outcome::Send(message)) => call.edit(&message.private(false)).await,
    }
}

/// The outcome of finished work, or a sentence about its failure.
fn settled(done: Result<Result<Outcome>, tokio::task::JoinError>) -> Outcome {
    let result = done.unwrap_or_else(|_| Err(anyhow!("the answer's thread stopped unexpectedly")));
    result.unwrap_or_else(|error| Outcome::Send(sentence(&error)))
}

/// What to tell a person about a failure; the log gets it too unless it is theirs to mend.
pub fn sentence(error: &anyhow::Error) -> Message {
    let text = match error.downcast_ref::<UserError>() {
        Some(error) => escape(&error.to_string()),
        None => {
            error!("answering failed: {error:#}");
            sorry::INTERNAL.to_owned()
        }
    };
    Message::text(text).private(true)
}
