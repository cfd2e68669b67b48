//! In place of Discord: sends interactions as fast as they are answered, and takes the time.
//!
//! Unlike the stand-in of the tests it checks nothing and keeps nothing, so that it is the bot that
//! is measured.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{any, get, post};
use axum::serve::ListenerExt;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use tokio::time::interval;

const QUESTIONS: [&str; 8] = [
    "Who gave the green light for AWS?",
    "When did S3 open to the public?",
    "How many people were in the starting team?",
    "Why did Amazon's teams wait for servers?",
    "What is a two-pizza team?",
    "Who wrote the paper about a web service platform?",
    "What did the first customers use it for?",
    "How much did a gigabyte cost?",
];

/// What is sent.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A question: `/ask`.
    Ask,
    /// A list while typing one.
    Typing,
    /// What needs no library, `/help`: the way to Discord and back alone.
    Help,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Ask => "/ask",
            Kind::Typing => "autocomplete",
            Kind::Help => "/help",
        }
    }
}

/// What came of a run.
pub struct Run {
    took: Duration,
    latencies: Vec<Duration>,
    /// Answers without anything in them.
    pub empty: usize,
    /// Promises of an answer, because it took long.
    pub promised: usize,
}

impl Run {
    /// Answers a second.
    pub fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.took.as_secs_f64()
    }

    /// The latency that this share of the answers did not exceed.
    pub fn quantile(&self, share: f64) -> Duration {
        self.latencies[((self.latencies.len() - 1) as f64 * share) as usize]
    }
}

#[derive(Default)]
struct Shared {
    link: Mutex<Option<UnboundedSender<Value>>>,
    job: Mutex<Job>,
    answered: watch::Sender<usize>,
    connected: watch::Sender<bool>,
    commands: Mutex<Value>,
}

#[derive(Default)]
struct Job {
    kind: Option<Kind>,
    number: usize,
    left: usize,
    /// An answer brings the next question.
    in_turn: bool,
    under_way: HashMap<String, Instant>,
    latencies: Vec<Duration>,
    empty: usize,
    promised: usize,
}

/// A running server.
pub struct Load {
    pub url: String,
    shared: Arc<Shared>,
}

impl Load {
    /// Listens on a free port of the loopback interface.
    pub async fn start() -> Result<Load> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared::default());
        let (ws, bot) = (
            url.replace("http://", "ws://"),
            json!({"id": "10", "username": "bench", "bot": true}),
        );
        let gateway = json!({"url": ws, "shards": 1,
            "session_start_limit": {"total": 9, "remaining": 9, "reset_after": 1, "max_concurrency": 1}});
        let fixed = |value: Value| get(move || async move { value.to_string() });
        let app = Router::new()
            .route("/", get(connect))
            .route("/api/v10/gateway", fixed(gateway.clone()))
            .route("/api/v10/gateway/bot", fixed(gateway))
            .route("/api/v10/users/@me", fixed(bot))
            .route(
                "/api/v10/oauth2/applications/@me",
                fixed(json!({"id": "10"})),
            )
            .route("/api/v10/applications/10/commands", any(commands))
            .route(
                "/api/v10/interactions/{id}/{token}/callback",
                post(callback),
            )
            .with_state(Arc::clone(&shared));
        // Without this, small frames wait for one another, and it is the waiting that is measured.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Load { url, shared })
    }

    /// Until a bot has identified.
    pub async fn connected(&self) {
        let _ = self
            .shared
            .connected
            .subscribe()
            .wait_for(|connected| *connected)
            .await;
    }

    /// Sends so many, so many at once, and waits for all answers.
    pub async fn run(&self, kind: Kind, count: usize, at_once: usize) -> Run {
        *lock(&self.shared.job) = Job {
            kind: Some(kind),
            left: count,
            in_turn: true,
            ..Job::default()
        };
        self.shared.answered.send_replace(0);
        let start = Instant::now();
        (0..at_once).for_each(|_| self.shared.send_next());
        self.finished(count, start).await
    }

    /// Sends so many, one each `every`, whether the last was answered or not, and waits for all
    /// answers.
    pub async fn run_paced(&self, kind: Kind, count: usize, every: Duration) -> Run {
        *lock(&self.shared.job) = Job {
            kind: Some(kind),
            left: count,
            ..Job::default()
        };
        self.shared.answered.send_replace(0);
        let start = Instant::now();
        let mut ticks = interval(every);
        for _ in 0..count {
            ticks.tick().await;
            self.shared.send_next();
        }
        self.finished(count, start).await
    }

    async fn finished(&self, count: usize, start: Instant) -> Run {
        let _ = self
            .shared
            .answered
            .subscribe()
            .wait_for(|answered| *answered == count)
            .await;
        let took = start.elapsed();
        let mut job = std::mem::take(&mut *lock(&self.shared.job));
        job.latencies.sort();
        Run {
            took,
            latencies: job.latencies,
            empty: job.empty,
            promised: job.promised,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl Shared {
    fn send_next(&self) {
        let mut job = lock(&self.job);
        let Some(kind) = job.kind.filter(|_| job.left > 0) else {
            return;
        };
        (job.left, job.number) = (job.left - 1, job.number + 1);
        let number = job.number;
        let id = (1_400_000_000_000_000_000 + number as u64).to_string();
        job.under_way.insert(id.clone(), Instant::now());
        drop(job);
        if let Some(link) = &*lock(&self.link) {
            let event = interaction(&id, QUESTIONS[number % QUESTIONS.len()], kind);
            let _ =
                link.send(json!({"op": 0, "s": number + 2, "t": "INTERACTION_CREATE", "d": event}));
        }
    }
}

async fn commands(State(shared): State<Arc<Shared>>, body: Bytes) -> String {
    let mut commands = lock(&shared.commands);
    if let Ok(new) = serde_json::from_slice(&body) {
        *commands = new;
    }
    if commands.is_null() {
        "[]".to_owned()
    } else {
        commands.to_string()
    }
}

async fn callback(
    State(shared): State<Arc<Shared>>,
    Path((id, _)): Path<(String, String)>,
    body: Bytes,
) -> StatusCode {
    let mut job = lock(&shared.job);
    if let Some(sent) = job.under_way.remove(&id) {
        job.latencies.push(sent.elapsed());
        job.empty += usize::from(body.ends_with(b"\"choices\":[]}}"));
        job.promised += usize::from(body.starts_with(b"{\"type\":5"));
        let in_turn = job.in_turn;
        drop(job);
        if in_turn {
            shared.send_next();
        }
        shared.answered.send_modify(|answered| *answered += 1);
    }
    StatusCode::NO_CONTENT
}

async fn connect(
    State(shared): State<Arc<Shared>>,
    upgrade: WebSocketUpgrade,
) -> axum::response::Response {
    upgrade.on_upgrade(async move |socket| {
        let (link, orders) = unbounded_channel();
        *lock(&shared.link) = Some(link);
        serve(&shared, socket, orders).await;
    })
}

/// As much of the gateway as a bot needs to stay connected.
async fn serve(shared: &Shared, mut socket: WebSocket, mut orders: UnboundedReceiver<Value>) {
    let hello = json!({"op": 10, "s": null, "t": null, "d": {"heartbeat_interval": 41_250}});
    let mut next = Some(hello);
    loop {
        if let Some(frame) = next.take()
            && socket
                .send(Message::Text(frame.to_string().into()))
                .await
                .is_err()
        {
            return;
        }
        next = tokio::select! {
            order = orders.recv() => order,
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => answer(shared, &text),
                Some(Ok(_)) => None,
                _ => return,
            },
        };
    }
}

fn answer(shared: &Shared, text: &str) -> Option<Value> {
    let frame: Value = serde_json::from_str(text).ok()?;
    match frame["op"].as_u64()? {
        1 => Some(json!({"op": 11, "s": null, "t": null, "d": null})),
        2 => {
            shared.connected.send_replace(true);
            let user = json!({"id": "10", "username": "bench", "discriminator": "0000", "avatar": null, "bot": true});
            Some(json!({"op": 0, "s": 1, "t": "READY", "d": {
                "v": 10, "user": user, "guilds": [], "session_id": "one", "resume_gateway_url": "ws://127.0.0.1:9",
                "shard": [0, 1], "application": {"id": "10", "flags": 0},
            }}))
        }
        _ => None,
    }
}

/// What Discord sends when somebody in a server uses a command, or is typing one.
fn interaction(id: &str, question: &str, kind: Kind) -> Value {
    let permissions = "2147600384";
    let half = &question[..question.len() / 2];
    let (code, name, options) = match kind {
        Kind::Ask => (
            2,
            "ask",
            json!([{"name": "question", "type": 3, "value": question}]),
        ),
        Kind::Typing => (
            4,
            "ask",
            json!([{"name": "question", "type": 3, "value": half, "focused": true}]),
        ),
        Kind::Help => (2, "help", json!([])),
    };
    let user = json!({"id": "40", "username": "user40", "global_name": "User 40", "discriminator": "0",
        "avatar": null, "public_flags": 0});
    json!({
        "id": id, "application_id": "10", "type": code, "version": 1,
        "token": format!("bench-{id}-{}", "x".repeat(150)),
        "data": {"id": "5", "name": name, "type": 1, "options": options},
        "guild_id": "20", "guild_locale": "en-US", "locale": "en-US", "channel_id": "30",
        "channel": {"id": "30", "type": 0, "guild_id": "20", "name": "room", "position": 0,
            "permission_overwrites": [], "permissions": permissions},
        "member": {"user": user, "nick": null, "avatar": null, "roles": [], "joined_at": "2026-01-01T00:00:00Z",
            "premium_since": null, "deaf": false, "mute": false, "flags": 0, "pending": false,
            "communication_disabled_until": null, "permissions": permissions},
        "app_permissions": permissions, "entitlements": [], "context": 0,
        "authorizing_integration_owners": {"0": "20"}, "attachment_size_limit": 10_485_760,
    })
}
