//! `/metrics` and `/healthz`, for whoever watches over the bot.
//!
//! Nothing of it is secret, but nothing of it is for the world either: without an address it is off, and an
//! address without a host is on this machine only.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::discord::monitor::Monitor;
use crate::error::UserError;

const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The address that somebody wrote: `9100`, `:9100`, `localhost:9100` or `192.168.0.2:9100`.
pub fn address(text: &str) -> Option<SocketAddr> {
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
pub fn bind(address: SocketAddr) -> Result<TcpListener> {
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
/// When the listener stops working.
pub async fn serve(listener: TcpListener, monitor: Arc<Monitor>) -> Result<()> {
    let app = Router::new()
        .route("/metrics", get(figures))
        .route("/healthz", get(health))
        .with_state(monitor);
    Ok(axum::serve(tokio::net::TcpListener::from_std(listener)?, app).await?)
}

async fn figures(State(monitor): State<Arc<Monitor>>) -> impl IntoResponse {
    match monitor.figures().await {
        Ok(text) => (StatusCode::OK, [(header::CONTENT_TYPE, CONTENT_TYPE)], text),
        Err(error) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            [(header::CONTENT_TYPE, "text/plain")],
            format!("{error:#}"),
        ),
    }
}

async fn health(State(monitor): State<Arc<Monitor>>) -> (StatusCode, String) {
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
                address(text),
                expected.map(|address| address.parse().unwrap()),
                "{text:?}"
            );
        }
    }
}
