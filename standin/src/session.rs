//! The gateway session: who identified, which events were sent, what a RESUME replays.
//!
//! A session outlives its connection, as on Discord: events dispatched while the socket is down
//! are kept and replayed after RESUME. This file has no socket; it gives [`Order`]s to the task
//! in `gateway.rs` that owns one.

use serde_json::{Value, json};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::Instant;

/// Intents that need Discord's approval: members, presences, message content.
pub const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;
pub const GUILDS: u64 = 1;
pub const GUILD_MESSAGES: u64 = 1 << 9;
pub const DIRECT_MESSAGES: u64 = 1 << 12;

/// What the task with the socket shall do.
#[derive(Debug)]
pub enum Order {
    Send(Value),
    Close(u16, &'static str),
    /// Drop the socket without a word.
    Cut,
}

/// An IDENTIFY as it arrived.
#[derive(Clone, Debug)]
pub struct Identify {
    pub token: String,
    pub intents: u64,
    pub shard: (u64, u64),
    pub presence: Value,
}

/// A RESUME as it arrived, and whether the session was still there.
#[derive(Clone, Debug)]
pub struct Resume {
    pub session_id: String,
    pub seq: u64,
    pub accepted: bool,
    /// How many missed events were replayed.
    pub replayed: usize,
}

/// The bot's session and everything seen on its connections.
#[derive(Default)]
pub struct Session {
    /// The resumable session, if there is one.
    pub id: Option<String>,
    pub identifies: Vec<Identify>,
    pub resumes: Vec<Resume>,
    /// Connections attempted, those refused included.
    pub connections: usize,
    pub heartbeats: usize,
    /// Close codes the bot sent; 1000 is a bot that logs off. 1005 is a close without a code.
    pub closes: Vec<u16>,
    /// Answer 503 instead of upgrading.
    pub refuse: bool,
    /// Leave heartbeats without an answer.
    pub deaf: bool,
    /// READY or RESUMED was sent on the current connection.
    live: bool,
    link: Option<(usize, UnboundedSender<Order>)>,
    seq: u64,
    log: Vec<(u64, Value)>,
    sends: VecDeque<Instant>,
}

impl Session {
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// Intents of the latest IDENTIFY.
    pub fn intents(&self) -> u64 {
        self.identifies
            .last()
            .map_or(0, |identify| identify.intents)
    }

    /// A new connection takes the place of the old one.
    pub fn connect(&mut self, number: usize, link: UnboundedSender<Order>) {
        self.link = Some((number, link));
        self.live = false;
    }

    /// The connection `number` ended; a newer one is left alone.
    pub fn disconnect(&mut self, number: usize) {
        if self
            .link
            .as_ref()
            .is_some_and(|(current, _)| *current == number)
        {
            self.link = None;
            self.live = false;
        }
    }

    pub fn order(&self, order: Order) {
        if let Some((_, link)) = &self.link {
            // The task may have ended in this moment; then there is nobody to tell.
            let _ = link.send(order);
        }
    }

    /// Sends an event, or keeps it for the RESUME when the bot is away.
    pub fn dispatch(&mut self, event: &str, data: Value) {
        self.seq += 1;
        let frame = json!({"op": 0, "s": self.seq, "t": event, "d": data});
        if self.live {
            self.order(Order::Send(frame.clone()));
        }
        self.log.push((self.seq, frame));
    }

    /// Begins a new session: sequence numbers start again, nothing is replayable.
    pub fn begin(&mut self, identify: Identify) -> String {
        self.identifies.push(identify);
        let id = format!("session-{}", self.identifies.len());
        self.id = Some(id.clone());
        self.seq = 0;
        self.log.clear();
        self.live = true;
        id
    }

    /// Answers a RESUME: the missed events and RESUMED, or op 9 when the session is gone.
    pub fn resume(&mut self, session_id: &str, seq: u64) {
        let accepted = self.id.as_deref() == Some(session_id) && seq <= self.seq;
        let missed = self.log.iter().filter(|(n, _)| accepted && *n > seq);
        let missed: Vec<Value> = missed.map(|(_, frame)| frame.clone()).collect();
        let session_id = session_id.to_owned();
        self.resumes.push(Resume {
            session_id,
            seq,
            accepted,
            replayed: missed.len(),
        });
        if !accepted {
            return self.order(Order::Send(
                json!({"op": 9, "s": null, "t": null, "d": false}),
            ));
        }
        missed
            .into_iter()
            .for_each(|frame| self.order(Order::Send(frame)));
        self.live = true;
        self.dispatch("RESUMED", json!({"_trace": []}));
    }

    /// Forgets events that the bot has long had, as Discord does after a while.
    pub fn forget_old(&mut self) {
        if self.live {
            self.log.drain(..self.log.len().saturating_sub(200));
        }
    }

    /// Ends the session for good, so that the next RESUME is refused.
    pub fn forget(&mut self) {
        self.id = None;
        self.log.clear();
        self.live = false;
    }

    /// Tells the bot to go away; what is dispatched from now on waits for its RESUME.
    pub fn hang_up(&mut self, order: Order) {
        self.order(order);
        self.live = false;
    }

    /// Counts a frame from the bot; true when it is more than Discord's 120 in a minute.
    pub fn too_many_sends(&mut self, now: Instant) -> bool {
        self.sends.push_back(now);
        self.sends
            .retain(|at| now.duration_since(*at) < Duration::from_secs(60));
        self.sends.len() > 120
    }

    pub fn summary(&self) -> String {
        format!(
            "{} connections, {} IDENTIFY, {} RESUME, live {}, session {:?}",
            self.connections,
            self.identifies.len(),
            self.resumes.len(),
            self.live,
            self.id
        )
    }
}
