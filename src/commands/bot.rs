//! `pullquote bot`: answers on Discord until it is told to stop.

use std::sync::Arc;

use anyhow::Result;
use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::commands::{Outcome, open};
use crate::config::Config;
use crate::discord::{self, Settings, Shards, token};

/// Runs the bot.
pub fn run(config: &Config, shards: Option<Shards>) -> Result<Outcome> {
    let settings = Settings { shards, ..settings(config)? };
    log();
    let engine = Arc::new(open(config)?);
    let library = engine.library();
    tracing::info!("{} texts, {} passages", library.documents().len(), library.passage_count());
    drop(library);
    discord::run(&settings, engine)?;
    Ok(Outcome::Done)
}

/// What of the configuration concerns Discord.
///
/// # Errors
/// A [`crate::error::UserError`] when there is no token.
pub fn settings(config: &Config) -> Result<Settings> {
    Ok(Settings {
        token: config.discord_token.clone().ok_or_else(token::missing)?,
        guild: config.discord_guild,
        proxy: config.discord_proxy.clone(),
        shards: None,
    })
}

/// One line an event, on standard error. Of the Discord library only errors: its warnings hold whole
/// payloads, with what people wrote and with tokens.
fn log() {
    let ours = Targets::new().with_target("pullquote", Level::INFO).with_target("serenity", Level::ERROR);
    let filter = ours.with_default(LevelFilter::OFF);
    let lines = tracing_subscriber::fmt::layer().with_target(false).with_writer(std::io::stderr);
    tracing_subscriber::registry().with(filter).with(lines).init();
    // What a panic says may hold what somebody asked; where it was does not.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!("stopped unexpectedly at {place}"),
        None => tracing::error!("stopped unexpectedly"),
    }));
}
