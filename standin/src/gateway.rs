//! The gateway's socket: HELLO, IDENTIFY, RESUME, heartbeats, and the close codes for mistakes.
//!
//! One task per connection. It writes what [`Order`]s say and hands every frame of the bot to
//! [`frame`], which changes the state and answers through orders too, so that all decisions are
//! plain synchronous code.

use super::people;
use super::session::{GUILDS, Identify, Order, PRIVILEGED};
use super::state::{Shared, State};
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Accepts a connection, or refuses it with 503 while the test says so.
pub async fn connect(shared: Arc<Shared>, upgrade: WebSocketUpgrade) -> Response {
    let (number, refuse) = shared.change(|state| {
        state.session.connections += 1;
        (state.session.connections, state.session.refuse)
    });
    if refuse {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| serve(shared, socket, number))
}

async fn serve(shared: Arc<Shared>, mut socket: WebSocket, number: usize) {
    let (link, mut orders) = mpsc::unbounded_channel();
    shared.change(|state| {
        state.session.connect(number, link);
        let interval = state.config.heartbeat_interval.as_millis();
        let hello = json!({"op": 10, "s": null, "t": null, "d": {"heartbeat_interval": interval}});
        state.session.order(Order::Send(hello));
    });
    loop {
        let go_on = tokio::select! {
            order = orders.recv() => obey(&mut socket, order).await,
            message = socket.recv() => listen(&shared, message),
        };
        if !go_on {
            break;
        }
    }
    shared.change(|state| state.session.disconnect(number));
}

/// Carries out one order; false when the connection is over.
async fn obey(socket: &mut WebSocket, order: Option<Order>) -> bool {
    match order {
        Some(Order::Send(frame)) => socket
            .send(Message::Text(frame.to_string().into()))
            .await
            .is_ok(),
        Some(Order::Close(code, reason)) => {
            let frame = CloseFrame {
                code,
                reason: reason.into(),
            };
            // The bot may be gone already; either way this connection is over.
            let _ = socket.send(Message::Close(Some(frame))).await;
            false
        }
        // A newer connection took over (its link replaced ours), or the test cut this one.
        Some(Order::Cut) | None => false,
    }
}

/// Takes one message of the bot; false when the connection is over.
fn listen(shared: &Shared, message: Option<Result<Message, axum::Error>>) -> bool {
    match message {
        Some(Ok(Message::Text(text))) => {
            shared.change(|state| frame(state, text.as_str()));
            true
        }
        Some(Ok(Message::Close(close))) => {
            let code = close.map_or(1005, |frame| frame.code);
            shared.change(|state| log_off(state, code));
            // The next `recv` sends the answering close frame and then ends the stream.
            true
        }
        Some(Ok(_)) => true,
        Some(Err(_)) | None => false,
    }
}

/// A close with 1000 or 1001 ends the session; any other keeps it resumable.
fn log_off(state: &mut State, code: u16) {
    state.session.closes.push(code);
    if matches!(code, 1000 | 1001) {
        state.session.forget();
    }
}

fn frame(state: &mut State, text: &str) {
    if state.session.too_many_sends(Instant::now()) {
        state.violation("gateway", "more than 120 frames in 60 seconds");
        return state.session.order(Order::Close(4008, "Rate limited"));
    }
    let Ok(frame) = serde_json::from_str::<Value>(text) else {
        state.violation("gateway", "a frame that is no JSON");
        return state.session.order(Order::Close(4002, "Decode error"));
    };
    match frame["op"].as_u64() {
        Some(1) => heartbeat(state),
        Some(2) => identify(state, &frame["d"]),
        Some(3) => {}
        Some(6) => resume(state, &frame["d"]),
        op => {
            state.violation(
                "gateway",
                format!("opcode {op:?} is not expected from this bot"),
            );
            state.session.order(Order::Close(4001, "Unknown opcode"));
        }
    }
}

fn heartbeat(state: &mut State) {
    state.session.heartbeats += 1;
    if !state.session.deaf {
        state.session.order(Order::Send(
            json!({"op": 11, "s": null, "t": null, "d": null}),
        ));
    }
}

/// Discord takes the token with and without `Bot `; serenity sends it with.
fn token_is_right(state: &State, d: &Value) -> bool {
    d["token"]
        .as_str()
        .map(|token| token.trim_start_matches("Bot "))
        == Some(&state.config.token)
}

fn identify(state: &mut State, d: &Value) {
    if state.session.is_live() {
        state.violation("gateway", "IDENTIFY twice on one connection");
        return state
            .session
            .order(Order::Close(4005, "Already authenticated"));
    }
    if !token_is_right(state, d) {
        state.violation("gateway", "IDENTIFY with a wrong token");
        return state
            .session
            .order(Order::Close(4004, "Authentication failed"));
    }
    let intents = d["intents"].as_u64().unwrap_or(0);
    let shard = (
        d["shard"][0].as_u64().unwrap_or(0),
        d["shard"][1].as_u64().unwrap_or(1),
    );
    let token = d["token"].as_str().unwrap_or("").to_owned();
    let presence = d["presence"].clone();
    let identify = Identify {
        token,
        intents,
        shard,
        presence,
    };
    if intents & PRIVILEGED != 0 {
        state.violation("gateway", format!("privileged intents in {intents:#b}"));
        state.session.identifies.push(identify);
        return state
            .session
            .order(Order::Close(4014, "Disallowed intent(s)"));
    }
    let session = state.session.begin(identify);
    welcome(state, &session, shard);
}

/// READY names the servers as unavailable; a GUILD_CREATE for each follows.
fn welcome(state: &mut State, session: &str, shard: (u64, u64)) {
    let config = state.config.clone();
    let id = config.application_id.to_string();
    let guilds: Vec<Value> = config
        .guilds
        .iter()
        .map(|guild| json!({"id": guild.to_string(), "unavailable": true}))
        .collect();
    let ready = json!({
        "v": 10, "user": people::bot(config.application_id), "guilds": guilds,
        "session_id": session, "resume_gateway_url": state.url.replace("http://", "ws://"),
        "session_type": "normal", "shard": [shard.0, shard.1], "private_channels": [],
        "application": {"id": id, "flags": 0},
    });
    state.session.dispatch("READY", ready);
    for guild in config.guilds {
        if state.session.intents() & GUILDS != 0 {
            let mut event = people::guild(guild);
            event["preferred_locale"] = json!(config.guild_locale);
            state.session.dispatch("GUILD_CREATE", event);
        }
    }
}

fn resume(state: &mut State, d: &Value) {
    if !token_is_right(state, d) {
        state.violation("gateway", "RESUME with a wrong token");
        return state
            .session
            .order(Order::Close(4004, "Authentication failed"));
    }
    let session = d["session_id"].as_str().unwrap_or("");
    state
        .session
        .resume(session, d["seq"].as_u64().unwrap_or(0));
}
