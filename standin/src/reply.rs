//! What the stand-in answers to one HTTP request, and Discord's own error bodies.
//!
//! The bot decides by the numeric `code` of an error, so codes and statuses are Discord's; the
//! sentences are too, because they end up in logs.

use super::form::{Problem, tree};
use axum::body::Body;
use axum::http::{Response, StatusCode};
use serde_json::{Value, json};

/// An HTTP answer before it is written to the socket.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub body: Option<Value>,
    pub headers: Vec<(&'static str, String)>,
}

impl Reply {
    pub fn json(body: Value) -> Self {
        Self {
            status: 200,
            body: Some(body),
            headers: Vec::new(),
        }
    }

    pub fn no_content() -> Self {
        Self {
            status: 204,
            body: None,
            headers: Vec::new(),
        }
    }

    pub fn error(status: u16, code: u64, message: &str) -> Self {
        let body = json!({"message": message, "code": code});
        Self {
            status,
            body: Some(body),
            headers: Vec::new(),
        }
    }

    /// 50035 with the tree of what is wrong.
    pub fn invalid_form(problems: &[Problem]) -> Self {
        let mut reply = Self::error(400, 50035, "Invalid Form Body");
        if let Some(body) = &mut reply.body {
            body["errors"] = tree(problems);
        }
        reply
    }

    /// The error that Discord gives for one of its JSON error codes.
    pub fn discord(code: u64) -> Self {
        let (status, message) = match code {
            10003 => (404, "Unknown Channel"),
            10008 => (404, "Unknown Message"),
            10015 => (404, "Unknown Webhook"),
            10062 => (404, "Unknown interaction"),
            10063 => (404, "Unknown application command"),
            40060 => (400, "Interaction has already been acknowledged."),
            40094 => (
                400,
                "This interaction has reached the maximum number of follow-up messages",
            ),
            50001 => (403, "Missing Access"),
            50003 => (403, "Cannot execute action on a DM channel"),
            50005 => (403, "Cannot edit a message authored by another user"),
            50006 => (400, "Cannot send an empty message"),
            50013 => (403, "Missing Permissions"),
            50027 => (401, "Invalid Webhook Token"),
            50035 => (400, "Invalid Form Body"),
            _ => (400, "An error of the stand-in's making"),
        };
        Self::error(status, code, message)
    }

    pub fn unauthorized() -> Self {
        Self::error(401, 0, "401: Unauthorized")
    }

    pub fn not_found() -> Self {
        Self::error(404, 0, "404: Not Found")
    }

    /// 429 with the headers that clients read; `retry_after` in seconds.
    pub fn rate_limited(retry_after: f64, global: bool) -> Self {
        let body = json!({"message": "You are being rate limited.",
                          "retry_after": retry_after, "global": global});
        let mut headers = vec![
            // The header is in whole seconds, rounded up; the body has the fraction.
            ("retry-after", format!("{}", retry_after.ceil())),
            ("x-ratelimit-limit", "5".to_owned()),
            ("x-ratelimit-remaining", "0".to_owned()),
            ("x-ratelimit-reset-after", format!("{retry_after:.3}")),
            ("x-ratelimit-bucket", "standin".to_owned()),
            (
                "x-ratelimit-scope",
                if global { "global" } else { "user" }.to_owned(),
            ),
        ];
        if global {
            headers.push(("x-ratelimit-global", "true".to_owned()));
        }
        Self {
            status: 429,
            body: Some(body),
            headers,
        }
    }

    /// An answer that is no JSON at all, as a failing load balancer gives.
    pub fn server_error(status: u16) -> Self {
        Self {
            status,
            body: None,
            headers: Vec::new(),
        }
    }

    /// Discord's code in an error body, 0 when there is none.
    pub fn code(&self) -> u64 {
        self.body
            .as_ref()
            .and_then(|body| body["code"].as_u64())
            .unwrap_or(0)
    }

    pub fn into_response(self) -> Response<Body> {
        let status = StatusCode::from_u16(self.status).expect("a status of this file");
        let mut builder = Response::builder().status(status);
        for (name, value) in self.headers {
            builder = builder.header(name, value);
        }
        match self.body {
            Some(json) => builder
                .header("content-type", "application/json")
                .body(Body::from(json.to_string())),
            None => builder.body(Body::empty()),
        }
        .expect("headers of this file are valid")
    }
}
