//! What became of something a test sent: the bot's answer, and the message people see in the end.
//!
//! Every wait is bounded by the stand-in's patience and ends with a summary when nothing came.

use super::callback::{CHOICES, DEFERRED, DEFERRED_UPDATE, MODAL};
use super::state::{Live, Response, Shared, State};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// An interaction under way.
#[derive(Clone)]
pub struct Exchange {
    pub(super) shared: Arc<Shared>,
    pub(super) token: String,
    pub(super) what: String,
}

/// A deferred answer that was filled in.
#[derive(Clone, Debug)]
pub struct Edited {
    pub message: Value,
    /// From the interaction to the edit.
    pub latency: Duration,
}

impl Exchange {
    async fn wait<T>(&self, what: &str, mut found: impl FnMut(&State, &Live) -> Option<T>) -> T {
        let what = format!("{what} to {}", self.what);
        let live = |state: &State| {
            state
                .interactions
                .iter()
                .find(|l| l.token == self.token)
                .cloned()
        };
        self.shared
            .wait(&what, |state| {
                live(state).and_then(|live| found(state, &live))
            })
            .await
    }

    /// The interaction's token, for requests that a test makes itself.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The event as it was sent.
    pub fn event(&self) -> Value {
        let state = self.shared.look();
        let live = state
            .interactions
            .iter()
            .find(|live| live.token == self.token);
        live.expect("made with the exchange").event.clone()
    }

    /// The first answer that was accepted, of whatever type.
    pub async fn response(&self) -> Response {
        self.wait("response", |_, live| live.response.clone()).await
    }

    /// The message that shows the answer: at once, or when a deferred answer is filled in. For a
    /// press that updates its message, that message.
    pub async fn message(&self) -> Value {
        self.wait("message", |state, live| {
            let response = live.response.as_ref()?;
            if matches!(response.kind, DEFERRED | DEFERRED_UPDATE) && live.edited.is_none() {
                return None;
            }
            shown(state, live.original.as_ref()?)
        })
        .await
    }

    /// The answer's message once it satisfies `wanted`.
    pub async fn message_where(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let found =
            |state: &State, live: &Live| shown(state, live.original.as_ref()?).filter(&wanted);
        self.wait(what, found).await
    }

    /// The edit that filled in a deferred answer.
    pub async fn edited(&self) -> Edited {
        self.wait("edit", |state, live| {
            let latency = live.edited?;
            let message = shown(state, live.original.as_ref()?)?;
            Some(Edited { message, latency })
        })
        .await
    }

    /// The follow-up number `n`, from 0.
    pub async fn followup(&self, n: usize) -> Value {
        self.wait("follow-up", |state, live| {
            shown(state, live.followups.get(n)?)
        })
        .await
    }

    /// The choices of an autocomplete, as (name, value).
    pub async fn choices(&self) -> Vec<(String, Value)> {
        let data = self.data_of(CHOICES).await;
        let choices = data["choices"].as_array().cloned().unwrap_or_default();
        let pair = |c: Value| {
            (
                c["name"].as_str().unwrap_or("").to_owned(),
                c["value"].clone(),
            )
        };
        choices.into_iter().map(pair).collect()
    }

    /// The modal that was opened.
    pub async fn modal(&self) -> Value {
        self.data_of(MODAL).await
    }

    async fn data_of(&self, kind: u64) -> Value {
        let response = self.response().await;
        assert_eq!(
            response.kind, kind,
            "the response to {}: {:#}",
            self.what, response.data
        );
        response.data
    }
}

fn shown(state: &State, id: &String) -> Option<Value> {
    state.messages.get(id).map(|stored| stored.json.clone())
}

/// A message that a test let somebody write.
#[derive(Clone)]
pub struct Said {
    pub(super) shared: Arc<Shared>,
    /// The message as it is in the channel (the event may have shown the bot less).
    pub message: Value,
}

impl Said {
    /// The bot's first message in that channel after it.
    pub async fn reply(&self) -> Value {
        self.replies(1).await.remove(0)
    }

    /// The bot's first `n` messages in that channel after it.
    pub async fn replies(&self, n: usize) -> Vec<Value> {
        let what = format!("{n} replies to {}", self.message["content"]);
        self.shared
            .wait(&what, |state| {
                Some(self.after(state)).filter(|all| all.len() >= n)
            })
            .await
    }

    fn after(&self, state: &State) -> Vec<Value> {
        // Ids grow and have one length, so their order as text is the order of sending.
        let id = self.message["id"].as_str().unwrap_or("").to_owned();
        let later = state.messages.range(id..).map(|(_, stored)| &stored.json);
        let mine = |json: &&Value| {
            json["channel_id"] == self.message["channel_id"] && json["author"]["bot"] == true
        };
        later.filter(mine).cloned().collect()
    }
}
