//! The operator's log: one line an event, on standard error, as text or as JSON.
//!
//! Of the Discord library only errors are let through: its warnings hold whole payloads, with what people
//! wrote and with tokens. What a panic says may hold a question too, so only its place is logged.

use std::str::FromStr;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// How a line is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// An object a line, for programs.
    Json,
}

impl FromStr for Format {
    type Err = ();

    fn from_str(name: &str) -> Result<Format, ()> {
        match name {
            "text" => Ok(Format::Text),
            "json" => Ok(Format::Json),
            _ => Err(()),
        }
    }
}

/// What is logged, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Log {
    /// As text or as JSON.
    pub format: Format,
    /// The least important lines that are written.
    pub level: LevelFilter,
}

impl Default for Log {
    fn default() -> Log {
        Log {
            format: Format::Text,
            level: LevelFilter::INFO,
        }
    }
}

/// Writes the log to standard error from now on, with the place of every panic.
pub fn start(log: Log) {
    let ours = Targets::new().with_target("pullquote", log.level);
    let filter = ours
        .with_target("serenity", log.level.min(LevelFilter::ERROR))
        .with_default(LevelFilter::OFF);

    let lines = tracing_subscriber::fmt::layer()
        .with_target(false)
        .with_writer(std::io::stderr);
    let lines = match log.format {
        Format::Text => lines.boxed(),
        Format::Json => lines.json().flatten_event(true).boxed(),
    };

    tracing_subscriber::registry()
        .with(lines.with_filter(filter))
        .init();

    // In place of the usual message, which may hold what somebody asked.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!("stopped unexpectedly at {place}"),
        None => tracing::error!("stopped unexpectedly"),
    }));
}
