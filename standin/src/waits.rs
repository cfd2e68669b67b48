//! What a test waits for and looks at.
//!
//! Waits are async, end as soon as the thing has happened, and panic with a summary of the
//! session, the last requests and the violations when [`super::Config::patience`] runs out.

use super::session::{Identify, Resume};
use super::state::{Seen, State, Stored, Violation};
use super::{Standin, faults};
use serde_json::Value;

impl Standin {
    /// Until READY or RESUMED was sent on the current connection.
    pub async fn ready(&self) {
        self.shared
            .wait("live session", |s| s.session.is_live().then_some(()))
            .await;
    }

    /// The `n`th IDENTIFY, from 1.
    pub async fn identified(&self, n: usize) -> Identify {
        self.shared
            .wait("IDENTIFY", |s| s.session.identifies.get(n - 1).cloned())
            .await
    }

    /// The `n`th RESUME, from 1.
    pub async fn resumed(&self, n: usize) -> Resume {
        self.shared
            .wait("RESUME", |s| s.session.resumes.get(n - 1).cloned())
            .await
    }

    /// At least `n` connection attempts, refused ones included.
    pub async fn connections(&self, n: usize) {
        self.shared
            .wait("connection", |s| (s.session.connections >= n).then_some(()))
            .await;
    }

    /// At least `n` heartbeats.
    pub async fn heartbeats(&self, n: usize) {
        self.shared
            .wait("heartbeat", |s| (s.session.heartbeats >= n).then_some(()))
            .await;
    }

    /// The close code the bot sent: 1000 when it logs off.
    pub async fn closed(&self) -> u16 {
        self.shared
            .wait("close frame", |s| s.session.closes.last().copied())
            .await
    }

    /// The `n`th request (from 1) to a route, `*` standing for one path segment.
    pub async fn request(&self, method: &str, path: &str, n: usize) -> Seen {
        let fits = |seen: &&Seen| faults::fits(method, path, &seen.method, &seen.path);
        let what = format!("request {method} {path}");
        self.shared
            .wait(&what, |s| s.seen.iter().filter(fits).nth(n - 1).cloned())
            .await
    }

    /// Waits until a request whose path begins so has come in and is not answered yet.
    pub async fn arriving(&self, method: &str, start: &str) {
        let fits = |m: &str, path: &str| m == method && path.starts_with(start);
        let under_way = |s: &State| {
            let came = s.arrived.iter().filter(|(m, path)| fits(m, path)).count();
            (came
                > s.seen
                    .iter()
                    .filter(|seen| fits(&seen.method, &seen.path))
                    .count())
            .then_some(())
        };
        self.shared.wait("request under way", under_way).await;
    }

    /// The registered commands of a scope (`None`: global), once there are any.
    pub async fn commands(&self, guild: Option<u64>) -> Vec<Value> {
        let found = |s: &State| {
            s.commands
                .scopes
                .get(&guild)
                .filter(|list| !list.is_empty())
                .cloned()
        };
        self.shared.wait("commands", found).await
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Seen> {
        self.shared.look().seen.clone()
    }

    /// Interactions whose user would read "did not respond", as (id, `data` of the event).
    pub fn unanswered(&self) -> Vec<(String, Value)> {
        let state = self.shared.look();
        let silent = state
            .interactions
            .iter()
            .filter(|live| live.response.is_none());
        silent
            .map(|live| (live.id.clone(), live.event["data"].clone()))
            .collect()
    }

    /// Successful writes to the application's commands.
    pub fn command_writes(&self) -> usize {
        self.shared.look().commands.writes
    }

    /// A message as it is now, if it is still there.
    pub fn message(&self, id: &str) -> Option<Value> {
        self.shared
            .look()
            .messages
            .get(id)
            .map(|stored| stored.json.clone())
    }

    /// Waits until a message is gone.
    pub async fn deleted(&self, message: &Value) {
        let id = message["id"].as_str().unwrap_or("").to_owned();
        let gone = |s: &State| (!s.messages.contains_key(&id)).then_some(());
        self.shared.wait("deletion", gone).await;
    }

    /// Who alone sees a message; `None` when everyone does.
    pub fn only_for(&self, id: &str) -> Option<String> {
        let state = self.shared.look();
        state
            .messages
            .get(id)
            .and_then(|stored: &Stored| stored.only_for.clone())
    }

    /// How the request bodies fared against Discord's specification, line by line.
    pub fn spec_report(&self) -> String {
        self.shared.look().spec.report()
    }

    /// Violations so far, which are then forgotten: for tests that provoke them.
    pub fn take_violations(&self) -> Vec<Violation> {
        self.shared
            .change(|state| std::mem::take(&mut state.violations))
    }

    /// Forgets everything that is over, but for these messages: a long test would fill the memory,
    /// and be slow to look through it.
    pub fn forget(&self, but: &[Value]) {
        self.shared.change(|state| {
            state.interactions.retain(|live| live.response.is_none());
            state
                .messages
                .retain(|id, _| but.iter().any(|kept| kept["id"] == id.as_str()));
            state.arrived.clear();
            state.seen.clear();
            state.session.forget_old();
        });
    }
}
