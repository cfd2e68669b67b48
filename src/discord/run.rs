//! The bot's life: log in, register, serve, and stop without leaving anyone without an answer.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serenity::all::GatewayIntents;
use serenity::client::{Client, ClientBuilder};
use serenity::gateway::GatewayError;
use serenity::http::Http;
use serenity::model::id::UserId;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Notify;
use tokio::time::timeout;
use tracing::info;

use crate::discord::account;
use crate::discord::download::Downloads;
use crate::discord::events::Events;
use crate::discord::failure::Failure;
use crate::discord::feedback::Feedback;
use crate::discord::limits::{Limits, Quotas};
use crate::discord::manage::Manager;
use crate::discord::monitor::{self, Monitor};
use crate::discord::presence;
use crate::discord::quizzing::Quizzing;
use crate::discord::schedule::{Discord, Scheduler};
use crate::discord::threads::Threads;
use crate::discord::token;
use crate::discord::unread::Unread;
use crate::discord::workers::Workers;
use crate::engine::Engine;
use crate::live::Live;
use crate::servers::Servers;
use crate::store::{self, ServerId};

/// Everything the bot hears is meant for it; none of these is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);
/// How long answers under way may take once we are told to stop.
const LANDING: Duration = Duration::from_secs(5);
/// How long the gateway may take to say goodbye; it never does while it refuses connections.
const GOODBYE: Duration = Duration::from_millis(1_500);

/// How the bot is run.
#[derive(Clone)]
pub struct Settings {
    /// The secret that it logs in with; never shown.
    pub token: String,
    /// The only server to register commands in, for trying out.
    pub guild: Option<u64>,
    /// Base URL of a proxy for Discord's API.
    pub proxy: Option<String>,
    /// Which shards this process serves; Discord says how many there should be if not.
    pub shards: Option<Shards>,
    /// How much may be asked.
    pub quotas: Quotas,
    /// Where figures and health are served.
    pub metrics: Option<SocketAddr>,
    /// Where uploads are, if Discord is a stand-in.
    pub stand_in_cdn: Option<String>,
}

/// Shards `first` to `last` of `total`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shards {
    pub first: u32,
    pub last: u32,
    pub total: u32,
}

impl Shards {
    /// Whether a server belongs to one of them.
    pub fn serve(&self, server: ServerId) -> bool {
        let shard = presence::shard_of(server, self.total).0;
        (self.first..=self.last).contains(&shard)
    }
}

impl std::str::FromStr for Shards {
    type Err = String;

    fn from_str(text: &str) -> Result<Shards, String> {
        let wrong = || {
            format!("{text:?} is not FIRST-LAST/TOTAL, such as 0-1/4 (shards are counted from 0)")
        };

        let (range, total) = text.split_once('/').ok_or_else(wrong)?;
        let (first, last) = range.split_once('-').ok_or_else(wrong)?;

        let number = |digits: &str| digits.trim().parse::<u32>().map_err(|_| wrong());
        let shards = Shards {
            first: number(first)?,
            last: number(last)?,
            total: number(total)?,
        };

        if shards.first > shards.last || shards.last >= shards.total {
            Err(wrong())
        } else {
            Ok(shards)
        }
    }
}

/// Runs the bot until it is told to stop; `open` opens the library and begins to follow its corpus,
/// and may count in the figures what happens to it. SIGHUP has it look for changed texts.
///
/// # Errors
/// A [`crate::error::UserError`] for what the operator can put right; otherwise when Discord cannot
/// be reached.
pub fn run_bot(
    settings: &Settings,
    open: impl FnOnce(&Arc<Monitor>) -> Result<(Arc<Engine>, Live, Servers)>,
) -> Result<()> {
    let runtime = Runtime::new().context("starting the asynchronous runtime")?;

    // First, as it would end the process; one that comes while the library opens is handled later.
    let reload = runtime
        .block_on(async { signal(SignalKind::hangup()) })
        .context("listening for SIGHUP")?;

    token::parse_bot_id(&settings.token)?;

    let monitor = Arc::new(Monitor::default());
    if let Some(address) = settings.metrics {
        // Before the library opens, which can take a while: until then it says that we are not
        // ready.
        let listener = monitor::bind_listener(address)?;
        let address = listener.local_addr()?;
        info!("figures on http://{address}/metrics, health on http://{address}/healthz");
        runtime.spawn(monitor::serve_requests(listener, Arc::clone(&monitor)));
    }

    let (engine, library, servers) = open(&monitor)?;
    monitor.engine.get_or_init(|| engine);

    let servers = Arc::new(servers);
    let outcome = runtime.block_on(serve_until_stopped(
        settings, servers, &library, reload, monitor,
    ));

    // Threads of the core that are still at work would keep the process up.
    runtime.shutdown_background();
    outcome
}

async fn serve_until_stopped(
    settings: &Settings,
    servers: Arc<Servers>,
    library: &Live,
    mut reload: Signal,
    monitor: Arc<Monitor>,
) -> Result<()> {
    let flights = &monitor.flights;
    let mut stop = signal(SignalKind::terminate()).context("listening for SIGTERM")?;

    // Not dropped when we stop, so that the connection can be closed in good order.
    let mut life = pin!(log_in_and_serve(settings, servers, Arc::clone(&monitor)));

    loop {
        tokio::select! {
            ended = &mut life => return ended,
            _ = reload.recv() => library.look(),
            _ = stop.recv() => break info!("stopping: SIGTERM"),
            _ = tokio::signal::ctrl_c() => break info!("stopping: interrupted"),
        }
    }

    flights.close();

    // The connections first, so that nothing new comes in.
    let landed = timeout(LANDING, async {
        if let Some((shards, _)) = monitor.shards.get() {
            let _ = timeout(GOODBYE, shards.shutdown_all()).await;
        }
        flights.landed().await;
    });

    // Awaited here and not inside the macro, which does nothing where the log leaves the line out.
    if let Ok(()) = landed.await {
        info!("stopped");
    } else {
        info!("stopped; some answers were not finished");
    }
    Ok(())
}

/// Logs in and stays connected.
async fn log_in_and_serve(
    settings: &Settings,
    servers: Arc<Servers>,
    monitor: Arc<Monitor>,
) -> Result<()> {
    let http = account::build_client(&settings.token, settings.proxy.as_deref());
    let (me, commands) = log_in(&http, settings).await?;
    let unread = Unread::default();
    let gateway = account::ask_gateway(&http)
        .await
        .map_err(to_operator_error)?;

    let workers = Arc::new(Workers::new(Arc::clone(&servers)));
    monitor.workers.get_or_init(|| Arc::clone(&workers));
    let limits = Arc::new(Limits::new(settings.quotas));
    let rescheduled = Arc::new(Notify::new());
    let manager = Manager::new(
        Arc::clone(&servers),
        Arc::clone(&limits),
        Downloads::new(settings.stand_in_cdn.as_deref())?,
        settings.quotas.uploads,
        Arc::clone(&rescheduled),
    );
    let quizzing = Arc::new(Quizzing::new(Arc::clone(&workers)));
    let feedback = Arc::new(Feedback::new(Arc::clone(&servers)));
    tokio::spawn(presence::keep_order(Arc::clone(&servers)));
    let events = Events {
        workers,
        limits,
        servers: Arc::clone(&servers),
        manager,
        feedback,
        quizzing,
        threads: Threads::default(),
        monitor: Arc::clone(&monitor),
        me,
        commands,
        unread: unread.clone(),
    };

    let builder = ClientBuilder::new_with_http(http, INTENTS)
        .raw_event_handler(unread)
        .event_handler(events);
    let mut client = builder
        .await
        .map_err(|error| to_operator_error(error.into()))?;

    let http = Arc::clone(&client.http);
    let scheduler = Scheduler::new(
        Discord { http, me },
        servers,
        monitor.clone(),
        store::seconds_since_epoch,
    );
    tokio::spawn(scheduler.run(rescheduled));

    // serenity asks once more, and if that fails would go to Discord past the proxy.
    *client.ws_url.lock().await = gateway.url;

    let ours = settings.shards.unwrap_or(all_shards(gateway.shards));
    let count = (ours.last - ours.first) as usize + 1;
    monitor
        .shards
        .get_or_init(|| (Arc::clone(&client.shard_manager), count));
    connect_shards(&mut client, ours).await
}

/// Without a word from the operator, this process serves them all.
fn all_shards(count: u32) -> Shards {
    let total = count.max(1);
    Shards {
        first: 0,
        last: total - 1,
        total,
    }
}

/// Learns who we are and sees to the commands; says which number each has.
async fn log_in(http: &Http, settings: &Settings) -> Result<(UserId, Vec<(String, u64)>)> {
    let account = account::ask_account(http)
        .await
        .map_err(to_operator_error)?;
    let application = account::ask_application_id(http)
        .await
        .map_err(to_operator_error)?;
    // Not the id in the token: that is the user's, and may differ.
    http.set_application_id(application);

    let (changed, commands) = account::register_commands(http, application, settings.guild)
        .await
        .map_err(to_operator_error)?;

    info!("logged in as {}", account.username);

    let done = if changed {
        "registered"
    } else {
        "were up to date"
    };
    let place = settings.guild.map_or("everywhere".to_owned(), |guild| {
        format!("in server {guild} only")
    });
    info!("commands {done} {place}");

    info!("invite link: {}", account::invite_link(application));
    info!(
        "link for use without a server: {}",
        account::account_invite_link(application)
    );
    Ok((account.id, commands))
}

async fn connect_shards(client: &mut Client, shards: Shards) -> Result<()> {
    // For serenity, the end of this range is its last member.
    match client
        .start_shard_range(shards.first..shards.last, shards.total)
        .await
    {
        Ok(()) => Ok(()),
        Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication)) => {
            Err(to_operator_error(Failure::Token))
        }
        Err(serenity::Error::Gateway(error)) => Err(error).context("staying connected to Discord"),
        Err(error) => Err(to_operator_error(error.into())),
    }
}

/// A failure of Discord's as the operator should read it.
fn to_operator_error(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Token => token::refused_token_error().into(),
        failure => anyhow::Error::new(failure).context("talking to Discord"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_are_a_range_of_a_total() {
        assert_eq!(
            "0-1/4".parse(),
            Ok(Shards {
                first: 0,
                last: 1,
                total: 4
            })
        );
        assert_eq!(
            "3-3/4".parse(),
            Ok(Shards {
                first: 3,
                last: 3,
                total: 4
            })
        );

        for wrong in ["", "1", "0-1", "1/2", "2-1/4", "0-4/4", "a-b/c", "-1-2/3"] {
            assert!(wrong.parse::<Shards>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn no_intent_is_privileged() {
        assert!(!INTENTS.intersects(GatewayIntents::privileged()));
    }
}
