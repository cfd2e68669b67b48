//! `pullquote bot`: answers on Discord until it is told to stop.

use crate::commands::{Outcome, open};
use crate::config::Config;
use crate::discord::{self, Settings, Shards, log, token};
use anyhow::Result;

/// Runs the bot.
pub fn run(config: &Config, shards: Option<Shards>) -> Result<Outcome> {
    let settings = Settings { shards, ..settings(config)? };
    log::start(config.log);
    discord::run(&settings, || {
        let engine = open(config)?;
        let library = engine.library();
        tracing::info!("{} texts, {} passages", library.documents().len(), library.passage_count());
        Ok(engine)
    })?;
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
        quotas: config.quotas,
        metrics: config.metrics,
    })
}
