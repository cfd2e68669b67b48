//! What a test lets go wrong: failing requests, and a gateway that misbehaves.
//!
//! Events dispatched after one of these wait for the bot's RESUME, because the session is marked
//! as away at once and not when the socket has noticed.

use super::session::{Order, Session};
use super::{Fault, Standin};
use serde_json::json;

impl Standin {
    /// Makes requests fail from now on. `GET /gateway` must not: when it fails, serenity connects
    /// to `wss://gateway.discord.gg`, and a test would leave this machine.
    pub fn fault(&self, fault: Fault) {
        assert!(
            !fault.hits("GET", "/gateway"),
            "serenity would turn to the real Discord"
        );
        self.shared.change(|state| state.faults.push(fault));
    }

    pub fn clear_faults(&self) {
        self.shared.change(|state| state.faults.clear());
    }

    /// Op 7: the bot shall come back and resume.
    pub fn ask_to_reconnect(&self) {
        let frame = json!({"op": 7, "s": null, "t": null, "d": null});
        self.on_session(|session| session.hang_up(Order::Send(frame)));
    }

    /// Op 9. Not resumable: the session is gone and the bot shall identify again.
    pub fn invalidate_session(&self, resumable: bool) {
        let frame = json!({"op": 9, "s": null, "t": null, "d": resumable});
        self.on_session(|session| {
            session.hang_up(Order::Send(frame));
            if !resumable {
                session.forget();
            }
        });
    }

    /// Drops the socket without a close frame.
    pub fn cut(&self) {
        self.on_session(|session| session.hang_up(Order::Cut));
    }

    /// Closes the socket with one of Discord's codes (4004 wrong token, 4014 intents, ...).
    pub fn close(&self, code: u16, reason: &'static str) {
        self.on_session(|session| session.hang_up(Order::Close(code, reason)));
    }

    /// Refuses (or accepts again) new gateway connections. Existing ones stay: see [`Self::cut`].
    pub fn refuse_connections(&self, refuse: bool) {
        self.on_session(|session| session.refuse = refuse);
    }

    /// Stops (or resumes) answering heartbeats.
    pub fn ignore_heartbeats(&self, deaf: bool) {
        self.on_session(|session| session.deaf = deaf);
    }

    fn on_session(&self, change: impl FnOnce(&mut Session)) {
        self.shared.change(|state| change(&mut state.session));
    }
}
