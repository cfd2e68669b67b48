//! `/metrics` and `/healthz`, for whoever watches over the bot.
//!
//! Nothing of it is secret, but nothing of it is for the world either: without an address it is
//! off, and an address without a host is on this machine only. The decision that is not obvious:
//! when too many connections are open, the oldest is closed, and not the newest refused. A request
//! takes a moment, so whoever has been connected for long is the one who is not asking.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::task::AbortHandle;
use tokio::time::{sleep, timeout};

use crate::discord::monitor::Monitor;
use crate::error::UserError;

const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Connections that may be open at once.
const CONNECTIONS: usize = 64;
/// How long a request may take to come.
const HEADER: Duration = Duration::from_secs(5);
/// How long a connection may be open; it brings one request.
const WHOLE: Duration = Duration::from_secs(10);
/// How long to wait when no connection can be taken, since there is no file left for it.
const PAUSE: Duration = Duration::from_millis(100);

/// The address that somebody wrote: `9100`, `:9100`, `localhost:9100` or `192.168.0.2:9100`.
pub fn parse_address(text: &str) -> Option<SocketAddr> {
    let local = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let port = text
        .strip_prefix("localhost:")
        .or(text.strip_prefix(':'))
        .unwrap_or(text);

    port.parse()
        .map(|port| SocketAddr::new(local, port))
        .or_else(|_| text.parse())
        .ok()
}

/// Takes the address, so that nobody else can.
///
/// # Errors
/// A [`UserError`] when it is taken, or not this machine's.
pub fn bind_listener(address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            UserError::new(format!("METRICS_ADDR {address} is taken by another program. Choose another port."))
        }
        ErrorKind::AddrNotAvailable | ErrorKind::PermissionDenied => UserError::new(format!(
            "METRICS_ADDR {address} cannot be listened on: {error}. Use an address of this machine and a port above \
             1023, such as 127.0.0.1:9100."
        )),
        _ => UserError::new(format!("METRICS_ADDR {address} cannot be listened on: {error}. Choose another.")),
    })?;

    listener
        .set_nonblocking(true)
        .context("listening for requests")?;
    Ok(listener)
}

/// Answers whoever asks, as long as the process runs.
///
/// # Errors
/// When the listener cannot be used.
pub async fn serve_requests(listener: TcpListener, monitor: Arc<Monitor>) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let app = Router::new()
        .route("/metrics", get(answer_metrics))
        .route("/healthz", get(answer_health))
        .with_state(monitor);

    let mut open: VecDeque<AbortHandle> = VecDeque::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };

        open.retain(|connection| !connection.is_finished());
        if open.len() >= CONNECTIONS
            && let Some(oldest) = open.pop_front()
        {
            oldest.abort();
        }
        open.push_back(tokio::spawn(answer_request(stream, app.clone())).abort_handle());
    }
}

/// Answers one request.
async fn answer_request(stream: TcpStream, app: Router) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app));

    // Whoever goes away in the middle, or takes too long, gets no answer, and that is all.
    let _ = timeout(WHOLE, connection).await;
}

async fn answer_metrics(State(monitor): State<Arc<Monitor>>) -> impl IntoResponse {
    match monitor.figures().await {
        Ok(text) => (StatusCode::OK, [(header::CONTENT_TYPE, CONTENT_TYPE)], text),
        Err(error) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            [(header::CONTENT_TYPE, "text/plain")],
            format!("{error:#}"),
        ),
    }
}

async fn answer_health(State(monitor): State<Arc<Monitor>>) -> (StatusCode, String) {
    match monitor.trouble().await {
        None => (StatusCode::OK, "ok\n".to_owned()),
        Some(reason) => (StatusCode::SERVICE_UNAVAILABLE, format!("{reason}\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_host_is_on_this_machine() {
        for (text, expected) in [
            ("9100", Some("127.0.0.1:9100")),
            (":9100", Some("127.0.0.1:9100")),
            ("localhost:9100", Some("127.0.0.1:9100")),
            ("0.0.0.0:9100", Some("0.0.0.0:9100")),
            ("[::1]:9100", Some("[::1]:9100")),
            ("99999", None),
            ("example.org:9100", None),
            ("127.0.0.1", None),
            ("", None),
        ] {
            assert_eq!(
                parse_address(text),
                expected.map(|address| address.parse().unwrap()),
                "{text:?}"
            );
        }
    }

    #[tokio::test]
    async fn those_who_do_not_ask_do_not_keep_others_from_asking() {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};

        let listener = bind_listener("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(serve_requests(listener, Arc::default()));

        let connect = async |text: &str| {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.write_all(text.as_bytes()).await.unwrap();
            stream
        };
        let mut idle = Vec::new();
        for number in 0..3 * CONNECTIONS {
            idle.push(connect(["", "GET /heal", "GET / HTTP/1.1\r\nHost:"][number % 3]).await);
        }

        let answered = async {
            let mut asking = connect("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await;
            let mut answer = String::new();
            asking.read_to_string(&mut answer).await.unwrap();
            assert!(answer.ends_with("the index is not open yet\n"), "{answer}");

            // The first of them were closed, in whatever way that is told.
            for stream in &mut idle[..CONNECTIONS] {
                assert!(matches!(stream.read(&mut [0; 1]).await, Ok(0) | Err(_)));
            }
        };
        timeout(HEADER / 2, answered).await.unwrap();

        // The others have their time, and no more.
        let closed = async {
            for stream in &mut idle {
                let _ = stream.read_to_end(&mut Vec::new()).await;
            }
        };
        timeout(2 * WHOLE, closed).await.unwrap();
    }
}
