//! `pullquote bot`: answers on Discord until it is told to stop.

use std::sync::Arc;

use anyhow::{Error, Result};

use crate::commands::progress::{describe_reason, describe_trouble};
use crate::commands::{NO_ANSWER, Outcome, describe_error, exit_code, open_reader};
use crate::config::Config;
use crate::discord::failure::Failure;
use crate::discord::{self, Settings, Shards, log, token};
use crate::engine::Engine;
use crate::index::{Library, Progress, Reason, Trouble, Watch};
use crate::live::{Known, Live, News};
use crate::render::library;
use crate::render::phrases::render_count;
use crate::servers::Servers;
use crate::shown;
use crate::store::Store;

/// Answers on Discord, with the library kept up to date, until the program is told to stop. Why it
/// ends otherwise is in the log, like all else.
pub fn run(config: &Config, shards: Option<Shards>) -> Result<Outcome> {
    log::start_logging(config.log);

    match serve_discord(config, shards) {
        Ok(()) => Ok(Outcome::Done),
        // Somebody who wants no log at all is to hear it all the same.
        Err(error) if !tracing::enabled!(tracing::Level::ERROR) => Err(error),
        Err(error) => {
            let told = describe_with_next_step(&error);
            let lines: Vec<&str> = told.lines().map(str::trim).collect();
            tracing::error!("{}", lines.join(" | "));
            Ok(Outcome::Failed(exit_code(&error)))
        }
    }
}

/// What went wrong. Of what Discord did not take nobody can say more than that, but where to look.
fn describe_with_next_step(error: &Error) -> String {
    let told = describe_error(error);
    if error.is::<Failure>() {
        format!("{told}. {NO_ANSWER}")
    } else {
        told
    }
}

fn serve_discord(config: &Config, shards: Option<Shards>) -> Result<()> {
    let settings = Settings {
        shards,
        ..discord_settings(config)?
    };

    discord::run_bot(&settings, |monitor| {
        let engine = Engine::open_soon(&config.corpus, &config.index, Box::new(LogBuilds))?;
        let engine = Arc::new(engine.with_reader(open_reader(config)?, config.read));
        tracing::info!("library: {}", library::render_size(&engine.library()));
        log_late(engine.count_late());

        let follower = Arc::clone(&engine);
        let monitor = Arc::clone(monitor);
        let live = Live::start(Arc::clone(&engine), config.poll, move |news| {
            if matches!(news, News::Failed(..)) {
                monitor.metrics.failed_update();
            }
            log_news(&news, &follower.library());
        });

        let servers = open_servers(config, Arc::clone(&engine), shards)?;
        Ok((engine, live, servers))
    })
}

/// The library of all servers, and what is kept of each. A bot that nobody gave a place to keep
/// that in goes on without; one that has something there does not start as if it had not.
fn open_servers(config: &Config, engine: Arc<Engine>, shards: Option<Shards>) -> Result<Servers> {
    let ours = move |server| shards.is_none_or(|shards| shards.serve(server));
    let has_some = Store::is_in(&config.data);

    match Servers::open(Arc::clone(&engine), &config.data, config.servers, ours) {
        Err(error) if !has_some => {
            tracing::warn!("servers cannot have texts of their own: {error:#}");
            Ok(Servers::shared_only(engine))
        }
        opened => opened,
    }
}

/// Says why an index is built, unless that is told afterwards.
struct LogBuilds;

impl Watch for LogBuilds {
    fn begin(&self, reason: &Reason) {
        if *reason != Reason::Changed {
            tracing::info!("{}", describe_reason(reason));
        }
    }

    fn progress(&self, _: Progress) {}

    fn end(&self, _: &Library) {}

    fn trouble(&self, trouble: &Trouble) {
        tracing::warn!("{}", shown::harmless_line(&describe_trouble(trouble)));
    }
}

/// Says of so many texts that they take long.
fn log_late(texts: usize) {
    if texts > 0 {
        tracing::info!(
            "still being read: {}, taken into the library when that is done",
            render_count(texts as u64, "text")
        );
    }
}

fn log_news(news: &News, now: &Library) {
    match news {
        News::Updated(change, took) => {
            // That one takes long may be all that there is to tell.
            if change.late == 0 || change.read + change.gone > 0 {
                tracing::info!(
                    "library updated: {}",
                    library::render_change(change, now, *took)
                );
            }
            log_late(change.late);
        }
        News::Unchanged => tracing::info!("library is up to date: {}", library::render_size(now)),
        News::Failed(error, Known::New) => tracing::warn!(
            "library not updated, still {}: {}",
            library::render_size(now),
            shown::harmless_line(&format!("{error:#}"))
        ),
        News::Failed(_, Known::Before) => {}
        News::Recovered => tracing::info!(
            "library can be updated again, and is up to date: {}",
            library::render_size(now)
        ),
        News::Polling(every, error) => {
            tracing::warn!(
                "looking for changed texts every {} s: {}",
                every.as_secs(),
                shown::harmless_line(&format!("{error:#}"))
            );
        }
    }
}

/// What of the configuration concerns Discord.
///
/// # Errors
/// A [`crate::error::UserError`] when there is no token.
pub fn discord_settings(config: &Config) -> Result<Settings> {
    Ok(Settings {
        token: config
            .discord_token
            .as_ref()
            .ok_or_else(token::missing_token_error)?
            .read()?,
        guild: config.discord_guild,
        proxy: config.discord_proxy.clone(),
        shards: None,
        quotas: config.quotas,
        metrics: config.metrics,
        stand_in_cdn: config.stand_in_cdn.clone(),
    })
}
