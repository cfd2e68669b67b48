//! A strict stand-in for Discord, so that tests can run the real bot on loopback.
//!
//! ```text
//! let standin = Standin::start(Config::default()).await;
//! let bot = Bot::start(exe, &standin, corpus, index, &[]);
//! let ask = standin.send(Interaction::command("ask").option("question", "Who?")).await;
//! let message = ask.message().await;
//! let next = standin.send(Interaction::press(&message, &button(&message, "Next"))).await;
//! ```
//!
//! It speaks the gateway (`gateway.rs`, `session.rs`) and the REST API (`rest.rs` and the files it
//! names) on one port, keeps what the bot registered and showed, and refuses what Discord would
//! refuse, with Discord's own errors. Whatever it refuses it also records as a [`Violation`], and
//! dropping a stand-in with violations fails the test, so no test can forget to look.
//! Waits are bounded and woken by changes; nothing sleeps, but for a delay
//! that a test injects.

#![allow(clippy::unwrap_used)] // in what only tests use, it is an assertion

mod body;
pub mod bot;
mod callback;
mod cdn;
mod channels;
pub mod chat;
pub mod command_limits;
mod commands;
pub mod components;
mod controls;
mod event;
pub mod exchange;
pub mod faults;
pub mod form;
mod gateway;
pub mod interaction;
pub mod limits;
mod message;
mod offered;
pub mod people;
mod reply;
mod rest;
#[cfg(test)]
mod selftest;
mod session;
pub mod spec;
pub mod state;
mod waits;
mod webhook;

pub use self::{
    bot::Bot,
    chat::ChatMessage,
    exchange::{Exchange, Said},
    faults::Fault,
    interaction::{Interaction, button, components},
    session::{Identify, Resume},
    state::{Response, Seen, Violation},
};

use axum::Router;
use axum::extract::Request;
use axum::extract::ws::WebSocketUpgrade;
use axum::routing::{any, get};
use rest::Call;
use serde_json::Value;
use state::{Live, Shared, State};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// What every interaction token begins with, so that one can be found in a log.
pub const INTERACTION_TOKEN: &str = "standin-interaction-token";
/// Makes them as long as the real ones, which leave little room in a log line or a path.
const TOKEN_PADDING: usize = 150;

/// How the stand-in behaves; the defaults are Discord's.
#[derive(Clone, Debug)]
pub struct Config {
    /// Shaped like a real token, and found nowhere else.
    pub token: String,
    pub application_id: u64,
    /// Servers the bot is in.
    pub guilds: Vec<u64>,
    /// The language that they have.
    pub guild_locale: &'static str,
    pub heartbeat_interval: Duration,
    /// How soon an interaction must be answered.
    pub answer_within: Duration,
    /// How long an interaction's token works.
    pub token_lives: Duration,
    /// How long a test waits for the bot before it fails.
    pub patience: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            token: "MTA.Stand-In.never-to-be-printed-0123456789".to_owned(),
            application_id: 10,
            guilds: vec![20],
            guild_locale: "en-US",
            heartbeat_interval: Duration::from_millis(41_250),
            answer_within: Duration::from_secs(3),
            token_lives: Duration::from_secs(15 * 60),
            patience: Duration::from_secs(15),
        }
    }
}

/// A running stand-in.
pub struct Standin {
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

impl Standin {
    /// Listens on a free port of the loopback interface.
    pub async fn start(config: Config) -> Self {
        // Parsed now, so that the first answer does not wait for it.
        spec::is_there();
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback has a free port");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let shared = Shared::new(State::new(config, url));
        let (for_socket, for_rest) = (Arc::clone(&shared), Arc::clone(&shared));
        let app = Router::new()
            .route(
                "/",
                get(move |upgrade: WebSocketUpgrade| gateway::connect(for_socket, upgrade)),
            )
            .fallback(any(move |request: Request| {
                let shared = Arc::clone(&for_rest);
                async move { rest::serve(&shared, request).await }
            }));
        let server = tokio::spawn(async move {
            axum::serve(listener, app)
                .await
                .expect("the listener works");
        });
        Self { shared, server }
    }

    /// Makes a channel a thread of another.
    pub fn thread(&self, thread: u64, of: u64) {
        self.shared.change(|state| state.threads.insert(thread, of));
    }

    /// Keeps a file as Discord keeps what people send; says where it is.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> String {
        self.shared.change(|state| cdn::keep(state, name, bytes))
    }

    /// For `DISCORD_PROXY`.
    pub fn base_url(&self) -> String {
        self.shared.look().url.clone()
    }

    pub fn token(&self) -> String {
        self.shared.look().config.token.clone()
    }

    /// Sends an interaction, once there is a session and (for commands) the command exists.
    pub async fn send(&self, interaction: Interaction) -> Exchange {
        let what = match &interaction.action {
            interaction::Action::Command(command) => format!("/{}", command.name),
            other => format!("{other:?}"),
        };
        let possible = |s: &State| s.session.id.is_some() && offered::is_offered(&interaction, s);
        let waiting = format!("session and registration for {what}");
        self.shared
            .wait(&waiting, |state| possible(state).then_some(()))
            .await;
        let token = self.shared.change(|state| begin(state, &interaction));
        Exchange {
            shared: Arc::clone(&self.shared),
            token,
            what,
        }
    }

    /// Sends an event that no client of Discord's would: one that was sent before, changed.
    pub fn forge(&self, like: &Exchange, change: impl FnOnce(&mut Value)) -> Exchange {
        let mut event = like.event();
        change(&mut event);
        let token = self.shared.change(|state| put(state, event));
        Exchange {
            shared: Arc::clone(&self.shared),
            token,
            what: "a forged event".to_owned(),
        }
    }

    /// Lets somebody write a message, once there is a session.
    pub async fn say(&self, chat: ChatMessage) -> Said {
        self.shared
            .wait("session", |state| state.session.id.as_ref().map(drop))
            .await;
        let message = self.shared.change(|state| chat::say(state, &chat));
        Said {
            shared: Arc::clone(&self.shared),
            message,
        }
    }

    /// Sends any gateway event, or keeps it for the RESUME.
    pub fn dispatch(&self, event: &str, data: Value) {
        self.shared
            .change(|state| state.session.dispatch(event, data));
    }

    /// Answers a request as if it had come over HTTP with the right token.
    pub async fn call(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let call = Call {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            authorization: Some(format!("Bot {}", self.token())),
            body: body::Body {
                json: body,
                files: Vec::new(),
            },
            arrived: Instant::now(),
        };
        let reply = rest::answer(&self.shared, call).await;
        (reply.status, reply.body.unwrap_or_default())
    }
}

/// Puts an interaction on record, sends its event, and returns its token.
fn begin(state: &mut State, interaction: &Interaction) -> String {
    // The id and the token are given below.
    let event = event::create(interaction, state, "", "");
    put(state, event)
}

/// Puts an event on record and sends it, as a new interaction.
fn put(state: &mut State, mut event: Value) -> String {
    let id = state.next_id();
    let token = format!("{INTERACTION_TOKEN}-{id}-{}", "x".repeat(TOKEN_PADDING));
    event["id"] = Value::from(id.as_str());
    event["token"] = Value::from(token.as_str());
    state.interactions.push(Live {
        id,
        token: token.clone(),
        kind: event["type"].as_u64().unwrap_or(0),
        event: event.clone(),
        sent: Instant::now(),
        response: None,
        original: None,
        edited: None,
        followups: Vec::new(),
    });
    state.session.dispatch("INTERACTION_CREATE", event);
    token
}

impl Drop for Standin {
    fn drop(&mut self) {
        self.server.abort();
        let violations = self.take_violations();
        if !std::thread::panicking() && !violations.is_empty() {
            panic!("the bot broke Discord's rules: {violations:#?}");
        }
    }
}
