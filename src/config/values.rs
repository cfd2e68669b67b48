//! Settings as they are typed -> values that the program works with, each by a function of its
//! name.
//!
//! What is not set has its usual value. What cannot be understood is a [`UserError`] that names the
//! setting.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::absolute;
use std::time::Duration;

use anyhow::Result;

use crate::cli::Settings;
use crate::config::ReaderChoice;
use crate::corpus::Limits;
use crate::discord::limits::Quotas;
use crate::discord::log::Log;
use crate::discord::monitor;
use crate::error::UserError;
use crate::reader::{FEWEST_PASSAGES, MOST_PASSAGES, USUAL_PASSAGES};
use crate::servers;

pub fn choose_reader(settings: &Settings) -> ReaderChoice {
    match trim_setting(settings.reader.as_deref()) {
        None => ReaderChoice::Shipped,
        Some(name) if name.eq_ignore_ascii_case("off") => ReaderChoice::Off,
        Some(path) => ReaderChoice::Own(absolute(&path).unwrap_or_else(|_| path.into())),
    }
}

pub fn parse_passages_read(settings: &Settings) -> Result<usize> {
    let Some(text) = trim_setting(settings.read.as_deref()) else {
        return Ok(USUAL_PASSAGES);
    };

    let number = text.parse().ok();
    number
        .filter(|number| (FEWEST_PASSAGES..=MOST_PASSAGES).contains(number))
        .ok_or_else(|| {
            let form = format!("a number of passages from {FEWEST_PASSAGES} to {MOST_PASSAGES}");
            UserError::bad_choice("--read", &form).into()
        })
}

pub fn parse_file_limits(settings: &Settings) -> Result<Limits> {
    let usual = Limits::default();

    Ok(Limits {
        file_mib: parse_limit(
            "--max-file-mib",
            settings.max_file_mib.as_deref(),
            usual.file_mib,
        )?,
        seconds: parse_limit(
            "--max-seconds",
            settings.max_seconds.as_deref(),
            usual.seconds,
        )?,
        memory_mib: parse_limit(
            "--max-memory-mib",
            settings.max_memory_mib.as_deref(),
            usual.memory_mib,
        )?,
    })
}

pub fn parse_server_limits(settings: &Settings) -> Result<servers::Limits> {
    let usual = servers::Limits::default();

    Ok(servers::Limits {
        file_mib: parse_limit(
            "--server-file-mib",
            settings.server_file_mib.as_deref(),
            usual.file_mib,
        )?,
        texts: parse_limit(
            "--server-texts",
            settings.server_texts.as_deref(),
            usual.texts,
        )?,
        words: parse_limit(
            "--server-words",
            settings.server_words.as_deref(),
            usual.words,
        )?,
        mib: parse_limit("--server-mib", settings.server_mib.as_deref(), usual.mib)?,
        disk_mib: parse_limit("--data-mib", settings.data_mib.as_deref(), usual.disk_mib)?,
    })
}

/// A limit that is set, or the usual one.
fn parse_limit(flag: &str, setting: Option<&str>, usual: u64) -> Result<u64, UserError> {
    match trim_setting(setting) {
        Some(text) => text
            .parse()
            .ok()
            .filter(|number| (1..=1 << 40).contains(number))
            .ok_or_else(|| UserError::bad_choice(flag, "a whole number from 1")),
        None => Ok(usual),
    }
}

/// Whether a URL leads to this machine by its number, without TLS: nothing of Discord's is there.
pub fn is_on_this_machine(url: &str) -> bool {
    let address = url.strip_prefix("http://").unwrap_or_default();
    let address = address.trim_end_matches('/').parse::<SocketAddr>();
    address.is_ok_and(|address| address.ip().is_loopback())
}

pub fn parse_log(settings: &Settings) -> Result<Log> {
    let mut log = Log::default();

    if let Some(format) = trim_setting(settings.log_format.as_deref()) {
        log.format = format
            .parse()
            .map_err(|()| UserError::bad_choice("--log-format", "text or json"))?;
    }

    if let Some(level) = trim_setting(settings.log_level.as_deref()) {
        let levels = "off, error, warn, info, debug or trace";
        log.level = level
            .parse()
            .map_err(|_| UserError::bad_choice("--log-level", levels))?;
    }

    Ok(log)
}

pub fn parse_poll_interval(settings: &Settings) -> Result<Option<Duration>> {
    let Some(text) = trim_setting(settings.poll.as_deref()) else {
        return Ok(None);
    };

    let seconds = text
        .parse::<NonZeroU32>()
        .ok()
        .map(|seconds| Duration::from_secs(seconds.get().into()));
    Ok(Some(seconds.ok_or_else(|| {
        UserError::bad_choice("PULLQUOTE_POLL", "a number of seconds, such as 2")
    })?))
}

pub fn parse_metrics_address(settings: &Settings) -> Result<Option<SocketAddr>> {
    let Some(text) = trim_setting(settings.metrics_addr.as_deref()) else {
        return Ok(None);
    };
    let address = monitor::parse_address(&text);
    let form = "an address with a port, such as 9100 (this machine only) or 192.168.0.2:9100";
    Ok(Some(address.ok_or_else(|| {
        UserError::bad_choice("METRICS_ADDR", form)
    })?))
}

pub fn parse_quotas(settings: &Settings) -> Result<Quotas> {
    let number = |name: &str, setting: Option<&str>, default: u32| match trim_setting(setting) {
        Some(text) => text.parse().map_err(|_| {
            UserError::bad_choice(name, "a whole number, or 0 for as many as one likes")
        }),
        None => Ok(default),
    };

    let usual = Quotas::default();
    Ok(Quotas {
        person: number("--user-limit", settings.user_limit.as_deref(), usual.person)?,
        server: number(
            "--server-limit",
            settings.server_limit.as_deref(),
            usual.server,
        )?,
        uploads: number(
            "--server-uploads",
            settings.server_uploads.as_deref(),
            usual.uploads,
        )?,
    })
}

/// A setting without the white space around it; `NAME=` in a .env file means "not set".
pub fn trim_setting(setting: Option<&str>) -> Option<String> {
    setting
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}
