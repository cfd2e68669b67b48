//! The HTTP side: one function from a request to a reply, and the table of routes.
//!
//! Order of the checks: faults first (Discord's edge fails before anything is read), then the
//! token, then the body against the specification, then the route. Handlers are synchronous
//! functions on the state. A path that is not in the table is a violation, so a bot cannot come
//! to depend on a call that no test knows.

use super::body::{self, Body};
use super::faults;
use super::reply::Reply;
use super::state::{Seen, Shared, State};
use super::{callback, cdn, channels, commands, people, spec, webhook};
use axum::extract::Request;
use axum::http::{HeaderMap, Response};
use serde_json::{Value, json};
use tokio::time::Instant;

const API: &str = "/api/v10";
/// Far above any body that a bot of text sends, and a bound all the same.
const MAX_BODY: usize = 64 << 20;

/// A request with its body read.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: String,
    /// Without `/api/v10`.
    pub path: String,
    pub query: String,
    pub authorization: Option<String>,
    pub body: Body,
    /// Latency counts to here, whatever the checks of the stand-in take.
    pub arrived: Instant,
}

/// The axum handler for everything under `/api`.
pub async fn serve(shared: &Shared, request: Request) -> Response<axum::body::Body> {
    let (parts, body) = request.into_parts();
    let header = |name: &str| text(&parts.headers, name);
    let has_token = header("authorization").is_some();
    let file = shared.change(|state| cdn::answer(state, parts.uri.path(), has_token));
    if let Some(file) = file {
        return file;
    }
    let bytes = axum::body::to_bytes(body, MAX_BODY)
        .await
        .unwrap_or_default();
    let body = body::read(&header("content-type").unwrap_or_default(), &bytes);
    let body = body.unwrap_or_else(|error| {
        shared.change(|state| state.violation("body", error));
        Body::default()
    });
    let path = parts.uri.path();
    let call = Call {
        method: parts.method.to_string(),
        path: path.strip_prefix(API).unwrap_or(path).to_owned(),
        query: parts.uri.query().unwrap_or("").to_owned(),
        authorization: header("authorization"),
        body,
        arrived: Instant::now(),
    };
    answer(shared, call).await.into_response()
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned)
}

/// Answers one request and records it.
pub async fn answer(shared: &Shared, mut call: Call) -> Reply {
    let suffering = shared.change(|state| {
        state.arrived.push((call.method.clone(), call.path.clone()));
        faults::suffer(&mut state.faults, &call.method, &call.path)
    });
    if !suffering.delay.is_zero() {
        tokio::time::sleep(suffering.delay).await;
        call.arrived = Instant::now();
    }
    shared.change(|state| {
        let reply = match suffering.reply {
            Some(reply) if suffering.after_work => {
                work(state, &call);
                reply
            }
            Some(reply) => reply,
            None => work(state, &call),
        };
        state.seen.push(Seen {
            method: call.method,
            path: call.path,
            body: call.body.json,
            files: call.body.files,
            status: reply.status,
            at: call.arrived,
        });
        reply
    })
}

fn work(state: &mut State, call: &Call) -> Reply {
    if !authorized(state, call) {
        state.violation(
            "401",
            format!("{} {} without the bot's token", call.method, call.path),
        );
        return Reply::unauthorized();
    }
    if !call.body.json.is_null() {
        let error = spec::check(&mut state.spec, &call.method, &call.path, &call.body.json);
        if let Some(error) = error {
            state.violation("openapi", error);
        }
    }
    let reply = route(state, call);
    if reply.status >= 400 && reply.status != 404 || matches!(reply.code(), 10062 | 10015) {
        let body = reply.body.clone().unwrap_or_default();
        state.violation(
            reply.code().to_string(),
            format!("{} {}: {body}", call.method, call.path),
        );
    }
    reply
}

/// `GET /gateway` is public. Interaction callbacks and follow-ups carry their own token in the
/// path; the rest needs the bot's. A wrong one is wrong everywhere else.
fn authorized(state: &State, call: &Call) -> bool {
    let right = format!("Bot {}", state.config.token);
    let own_token = ["/interactions/", "/webhooks/"];
    match &call.authorization {
        _ if call.path == "/gateway" => true,
        Some(given) => *given == right,
        None => own_token.iter().any(|prefix| call.path.starts_with(prefix)),
    }
}

fn route(state: &mut State, call: &Call) -> Reply {
    let path: Vec<&str> = call.path.trim_matches('/').split('/').collect();
    let app = state.config.application_id.to_string();
    match (call.method.as_str(), path.as_slice()) {
        ("GET", ["gateway"]) => Reply::json(gateway(state)),
        ("GET", ["gateway", "bot"]) => Reply::json(gateway_bot(state)),
        ("GET", ["users", "@me"]) => Reply::json(people::bot(state.config.application_id)),
        ("POST", ["users", "@me", "channels"]) => channels::open_dm(&call.body.json),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => {
            Reply::json(application(state))
        }
        ("POST", ["interactions", id, token, "callback"]) => {
            callback::answer(state, call, id, token)
        }
        (_, ["webhooks", id, token, rest @ ..]) if *id == app => {
            webhook::route(state, call, token, rest)
        }
        (_, ["applications", id, "commands", rest @ ..]) if *id == app => {
            commands::route(state, call, None, rest)
        }
        (_, ["applications", id, "guilds", guild, "commands", rest @ ..]) if *id == app => {
            commands::route(state, call, Some(guild), rest)
        }
        (_, ["channels", channel, rest @ ..]) => channels::route(state, call, channel, rest),
        _ => unknown(state, call),
    }
}

/// A path that no part of the stand-in knows.
pub fn unknown(state: &mut State, call: &Call) -> Reply {
    state.violation(
        "404",
        format!("{} {} is not a known route", call.method, call.path),
    );
    Reply::not_found()
}

fn gateway(state: &State) -> Value {
    json!({"url": format!("{}/", state.url.replace("http://", "ws://"))})
}

fn gateway_bot(state: &State) -> Value {
    let mut answer = gateway(state);
    answer["shards"] = json!(1);
    answer["session_start_limit"] =
        json!({"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1});
    answer
}

fn application(state: &State) -> Value {
    json!({
        "id": state.config.application_id.to_string(), "name": "Pullquote", "icon": null,
        "description": "", "bot_public": true, "bot_require_code_grant": false,
        "verify_key": "00".repeat(32), "owner": people::user(41), "team": null, "flags": 0,
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": state.config.guilds.len(), "approximate_user_install_count": 0,
        "redirect_uris": [], "interactions_endpoint_url": null,
    })
}
