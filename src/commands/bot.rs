//! `pullquote bot`: answers on Discord until it is told to stop.

use std::sync::Arc;

use anyhow::Result;

use crate::commands::progress::{told, why};
use crate::commands::{Outcome, reader};
use crate::config::Config;
use crate::discord::{self, Settings, Shards, log, token};
use crate::engine::Engine;
use crate::index::{Library, Progress, Reason, Trouble, Watch};
use crate::live::{Live, News};
use crate::render::library;

/// Answers on Discord, with the library kept up to date, until the program is told to stop.
pub fn run(config: &Config, shards: Option<Shards>) -> Result<Outcome> {
    let settings = Settings {
        shards,
        ..settings(config)?
    };
    log::start(config.log);

    discord::run(&settings, || {
        let engine = Engine::open(&config.corpus, &config.index, Box::new(LogBuilds))?;
        let engine = Arc::new(engine.with_reader(reader(config)?, config.read));
        tracing::info!("library: {}", library::size(&engine.library()));

        let follower = Arc::clone(&engine);
        let live = Live::start(Arc::clone(&engine), config.poll, move |news| {
            log_news(&news, &follower.library())
        });

        Ok((engine, live))
    })?;

    Ok(Outcome::Done)
}

/// Says why an index is built, unless that is told afterwards.
struct LogBuilds;

impl Watch for LogBuilds {
    fn begin(&self, reason: &Reason) {
        if *reason != Reason::Changed {
            tracing::info!("{}", why(reason));
        }
    }

    fn progress(&self, _: Progress) {}

    fn end(&self, _: &Library) {}

    fn trouble(&self, trouble: &Trouble) {
        tracing::warn!("{}", told(trouble));
    }
}

fn log_news(news: &News, now: &Library) {
    match news {
        News::Updated(change, took) => {
            tracing::info!("library updated: {}", library::change(change, now, *took))
        }
        News::Unchanged => tracing::info!("library is up to date: {}", library::size(now)),
        News::Failed(error) => tracing::warn!(
            "library not updated, still {}: {error:#}",
            library::size(now)
        ),
        News::Polling(every, error) => {
            tracing::warn!(
                "looking for changed texts every {} s: {error:#}",
                every.as_secs()
            );
        }
    }
}

/// What of the configuration concerns Discord.
///
/// # Errors
/// A [`crate::error::UserError`] when there is no token.
pub fn settings(config: &Config) -> Result<Settings> {
    Ok(Settings {
        token: config
            .discord_token
            .as_ref()
            .ok_or_else(token::missing)?
            .read()?,
        guild: config.discord_guild,
        proxy: config.discord_proxy.clone(),
        shards: None,
        quotas: config.quotas,
        metrics: config.metrics,
    })
}
