//! What Discord refuses, and what to make of it.
//!
//! Errors of the HTTP client name the URL, and that holds the interaction's token, so nothing of
//! them is passed on but numbers and kinds.

use std::fmt;
use std::future::Future;
use std::time::Duration;

use serenity::Error;
use serenity::http::HttpError;
use tokio::time::{Instant, sleep, timeout_at};

/// Why a request came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The interaction is unknown or its time is over.
    Gone,
    /// It was answered before.
    Answered,
    /// The bot may not do this here.
    Access,
    /// The token is not accepted.
    Token,
    /// Another answer than success: HTTP status and Discord's own code.
    Refused(u16, isize),
    /// No answer, or none that can be read.
    Network(&'static str),
}

impl Failure {
    /// As it is called in the metrics.
    pub fn name(self) -> &'static str {
        match self {
            Failure::Gone => "gone",
            Failure::Answered => "answered",
            Failure::Access => "access",
            Failure::Token => "token",
            Failure::Refused(..) => "refused",
            Failure::Network(_) => "network",
        }
    }

    /// Whether the same request may succeed a moment later.
    fn is_passing(self) -> bool {
        match self {
            Failure::Refused(status, _) => status == 429 || status >= 500,
            Failure::Network(_) => true,
            _ => false,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Http(HttpError::UnsuccessfulRequest(response)) => {
                match (response.status_code.as_u16(), response.error.code) {
                    // Discord's own code is more exact than the status, so it is looked at first.
                    (_, 10062 | 10015 | 50027) => Failure::Gone,
                    (_, 40060) => Failure::Answered,
                    (_, 50001 | 50013 | 50007) => Failure::Access,
                    (401, _) => Failure::Token,
                    (status, code) => Failure::Refused(status, code),
                }
            }
            // Only the kind of these is kept: the error itself names the URL.
            Error::Http(HttpError::Request(error)) if error.is_timeout() => {
                Failure::Network("timed out")
            }
            Error::Http(HttpError::Request(error)) if error.is_connect() => {
                Failure::Network("cannot connect")
            }
            Error::Http(_) => Failure::Network("request failed"),
            Error::Json(_) => Failure::Network("unexpected answer"),
            _ => Failure::Network("failed"),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Gone => f.write_str("Discord no longer knows the interaction (10062)"),
            Failure::Answered => f.write_str("it was answered before (40060)"),
            Failure::Access => f.write_str("missing access (50001 or 50013)"),
            Failure::Token => f.write_str("the token is not accepted (401)"),
            Failure::Refused(status, code) => {
                write!(f, "refused by Discord (HTTP {status}, code {code})")
            }
            Failure::Network(what) => write!(f, "no answer from Discord: {what}"),
        }
    }
}

impl std::error::Error for Failure {}

/// Pauses before the second and later tries.
const PAUSES: [Duration; 3] = [
    Duration::from_millis(200),
    Duration::from_millis(500),
    Duration::from_millis(1200),
];

/// Makes a request, and again if its failure is a passing one, as long as `until` is not reached.
pub async fn retry_until<T, F>(until: Instant, mut request: impl FnMut() -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Error>>,
{
    let mut pauses = PAUSES.iter();
    loop {
        let failure = match timeout_at(until, request()).await {
            Ok(Ok(done)) => return Ok(done),
            Ok(Err(error)) => Failure::from(error),
            Err(_) => return Err(Failure::Network("timed out")),
        };

        // No pause that ends after `until`: there would be no time left for the try.
        match pauses.next() {
            Some(pause) if failure.is_passing() && Instant::now() + *pause < until => {
                sleep(*pause).await;
            }
            _ => return Err(failure),
        }
    }
}
