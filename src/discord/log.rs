//! The operator's log: one line an event, on standard error, as text or as JSON. Where that is
//! systemd's journal, each line begins with its priority, which the journal takes off again
//! (`journalctl -p warning`).
//!
//! Of the Discord library only errors are let through: its warnings hold whole payloads, with what
//! people wrote and with tokens. What a panic says may hold a question too, so only its place is
//! logged.

use std::fmt;
use std::str::FromStr;

use tracing::level_filters::LevelFilter;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
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
pub fn start_logging(log: Log) {
    let ours = Targets::new().with_target("pullquote", log.level);
    let filter = ours
        .with_target("serenity", log.level.min(LevelFilter::ERROR))
        .with_default(LevelFilter::OFF);

    let lines = tracing_subscriber::fmt::layer()
        .with_target(false)
        .with_writer(std::io::stderr);
    let in_journal = is_journal_attached();
    let lines = match log.format {
        Format::Text => lines
            .map_event_format(|format| Prioritised { in_journal, format })
            .boxed(),
        Format::Json => lines
            .json()
            .flatten_event(true)
            .map_event_format(|format| Prioritised { in_journal, format })
            .boxed(),
    };

    tracing_subscriber::registry()
        .with(lines.with_filter(filter))
        .init();

    // In place of the usual message, which may hold what somebody asked.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            tracing::error!("stopped unexpectedly at {place}");
        } else {
            tracing::error!("stopped unexpectedly");
        }
    }));
}

/// Whether standard error is connected to the journal, which says so itself.
fn is_journal_attached() -> bool {
    let told = std::env::var("JOURNAL_STREAM").unwrap_or_default();
    let found = rustix::fs::fstat(rustix::stdio::stderr());
    found.is_ok_and(|found| told == format!("{}:{}", found.st_dev, found.st_ino))
}

/// Lines that begin with their priority when they go to the journal.
struct Prioritised<F> {
    in_journal: bool,
    format: F,
}

impl<S, N, F: FormatEvent<S, N>> FormatEvent<S, N> for Prioritised<F>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        if self.in_journal {
            write!(writer, "<{}>", syslog_priority(*event.metadata().level()))?;
        }
        self.format.format_event(context, writer, event)
    }
}

/// A level as syslog numbers it.
fn syslog_priority(level: Level) -> u8 {
    match level {
        Level::ERROR => 3,
        Level::WARN => 4,
        Level::INFO => 6,
        _ => 7,
    }
}
