//! Everything the stand-in knows, behind one lock, and the one way to wait for it to change.
//!
//! Every change wakes every waiter, which then looks at the whole state again. That is wasteful
//! and simple, and it means no test ever sleeps to wait for an effect.

use super::Config;
use super::commands::Commands;
use super::faults::Fault;
use super::session::Session;
use super::spec::Tally;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;
use tokio::time::Instant;

/// The beginning of Discord's time, in milliseconds since the epoch.
const EPOCH: u64 = 1_420_070_400_000;

/// Something the bot did that it must not do.
#[derive(Clone, Debug)]
pub struct Violation {
    /// The rule: a Discord error code such as `"50035"`, or a word such as `"openapi"`.
    pub rule: String,
    pub detail: String,
}

/// One HTTP request as it arrived, and how it was answered.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    /// Without `/api/v10` and query.
    pub path: String,
    pub body: Value,
    /// Names of uploaded files.
    pub files: Vec<String>,
    pub status: u16,
    pub at: Instant,
}

/// The bot's first answer to an interaction.
#[derive(Clone, Debug)]
pub struct Response {
    /// Callback type: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal.
    pub kind: u64,
    /// The `data` of the callback, null when there is none.
    pub data: Value,
    pub latency: Duration,
}

/// An interaction that was sent to the bot.
#[derive(Clone, Debug)]
pub struct Live {
    pub id: String,
    pub token: String,
    /// 2 command, 3 component, 4 autocomplete, 5 modal submit.
    pub kind: u64,
    pub event: Value,
    pub sent: Instant,
    pub response: Option<Response>,
    /// The message that `@original` names.
    pub original: Option<String>,
    /// When the deferred answer was filled in, counted from `sent`.
    pub edited: Option<Duration>,
    pub followups: Vec<String>,
}

/// A message that people can see.
#[derive(Clone, Debug)]
pub struct Stored {
    pub json: Value,
    pub guild: Option<u64>,
    /// Ephemeral messages are seen by one user only.
    pub only_for: Option<String>,
    /// A deferred answer that still shows "thinking".
    pub loading: bool,
}

/// What the stand-in knows.
pub struct State {
    pub config: Config,
    pub url: String,
    /// Method and path of every request, from the moment it comes in.
    pub arrived: Vec<(String, String)>,
    pub seen: Vec<Seen>,
    pub violations: Vec<Violation>,
    pub interactions: Vec<Live>,
    pub messages: BTreeMap<String, Stored>,
    pub commands: Commands,
    pub session: Session,
    pub faults: Vec<Fault>,
    /// Messages that the bot sent with a nonce that is to be used once.
    pub nonces: BTreeMap<String, String>,
    /// The channel that each thread belongs to.
    pub threads: BTreeMap<u64, u64>,
    /// Files that people sent, by their path.
    pub files: BTreeMap<String, Vec<u8>>,
    pub spec: Tally,
    last_id: u64,
}

impl State {
    pub fn new(config: Config, url: String) -> Self {
        Self {
            config,
            url,
            arrived: Vec::new(),
            seen: Vec::new(),
            violations: Vec::new(),
            interactions: Vec::new(),
            messages: BTreeMap::new(),
            commands: Commands::default(),
            session: Session::default(),
            faults: Vec::new(),
            nonces: BTreeMap::new(),
            threads: BTreeMap::new(),
            files: BTreeMap::new(),
            spec: Tally::default(),
            last_id: 0,
        }
    }

    /// An id as Discord gives it: it tells when something was made, and is as long as real ones, so
    /// that a `custom_id` that only just fits with short ids is found out.
    pub fn next_id(&mut self) -> String {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let since = since.expect("the clock is right").as_millis() as u64;
        self.last_id = (self.last_id + 1).max((since - EPOCH) << 22);
        self.last_id.to_string()
    }

    pub fn violation(&mut self, rule: impl Into<String>, detail: impl Into<String>) {
        let (rule, detail) = (rule.into(), detail.into());
        self.violations.push(Violation { rule, detail });
    }

    pub fn interaction(&mut self, token: &str) -> Option<&mut Live> {
        self.interactions
            .iter_mut()
            .find(|live| live.token == token)
    }

    /// What happened so far, for the message of a test that waited in vain.
    fn summary(&self) -> String {
        let requests = self.seen.iter().rev().take(12).rev();
        let requests: Vec<_> = requests
            .map(|s| format!("  {} {} -> {}", s.method, short(&s.path), s.status))
            .collect();
        let violations: Vec<_> = self
            .violations
            .iter()
            .map(|v| format!("  {}: {}", v.rule, v.detail))
            .collect();
        format!(
            "gateway: {}\nlast requests:\n{}\nviolations:\n{}",
            self.session.summary(),
            requests.join("\n"),
            violations.join("\n")
        )
    }
}

/// A path without the padding of interaction tokens.
fn short(path: &str) -> String {
    path.replace(&"x".repeat(super::TOKEN_PADDING), "...")
}

/// The state as the server's tasks and the test share it.
pub struct Shared {
    state: Mutex<State>,
    changed: watch::Sender<u64>,
}

impl Shared {
    pub fn new(state: State) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(state),
            changed: watch::Sender::new(0),
        })
    }

    /// A look at the state that changes nothing. A failed assertion in another test thread may
    /// have poisoned the lock; the state is still whole.
    pub fn look(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state and wakes everyone who waits.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.look());
        self.changed.send_modify(|version| *version += 1);
        result
    }

    /// Waits until `found` gives something; panics with a summary after the configured patience.
    pub async fn wait<T>(&self, what: &str, mut found: impl FnMut(&State) -> Option<T>) -> T {
        let mut changes = self.changed.subscribe();
        let patience = self.look().config.patience;
        let search = async {
            loop {
                if let Some(value) = found(&self.look()) {
                    return value;
                }
                changes.changed().await.expect("the sender lives in self");
            }
        };
        match tokio::time::timeout(patience, search).await {
            Ok(value) => value,
            Err(_) => panic!("no {what} within {patience:?}\n{}", self.look().summary()),
        }
    }
}
