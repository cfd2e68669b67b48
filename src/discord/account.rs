//! The bot's account with Discord: whom the token is for, and which commands are registered.
//!
//! All that is asked here is tried for a while, and fails when Discord does not say or refuses.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use serenity::all::{ApplicationId, BotGateway, GuildId, UserId};
use serenity::http::{Http, HttpBuilder, LightMethod, Request, Route};
use tokio::time::Instant;

use crate::discord::failure::{Failure, retry_until};
use crate::reply::commands::registered::is_registered;
use crate::reply::commands::{command_table, server_command_table};

/// How long a request at the start is tried.
const WITHIN: Duration = Duration::from_secs(20);

/// Who the token is for.
#[derive(Debug, Clone, Deserialize)]
pub struct Account {
    /// The bot as a user.
    pub id: UserId,
    /// The name by which the operator recognises it.
    pub username: String,
}

#[derive(Deserialize)]
struct Application {
    id: ApplicationId,
}

/// A client for Discord's API, or for the proxy before it, which then does the rate limiting.
pub fn build_client(token: &str, proxy: Option<&str>) -> Http {
    let builder = HttpBuilder::new(token);
    match proxy {
        // With its own rate limiter on, serenity would ignore the proxy.
        Some(proxy) => builder.proxy(proxy).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

/// Asks Discord whom the token is for.
///
/// # Errors
/// [`Failure::Token`] when it is for nobody.
pub async fn ask_account(http: &Http) -> Result<Account, Failure> {
    let request = || http.fire(Request::new(Route::UserMe, LightMethod::Get));
    retry_until(Instant::now() + WITHIN, request).await
}

/// Asks Discord for the id of the bot's application, which is not always that of its user.
pub async fn ask_application_id(http: &Http) -> Result<ApplicationId, Failure> {
    let request = || {
        http.fire::<Application>(Request::new(
            Route::Oauth2ApplicationCurrent,
            LightMethod::Get,
        ))
    };
    Ok(retry_until(Instant::now() + WITHIN, request).await?.id)
}

/// Asks Discord where its gateway is, and how many shards the bot should have.
pub async fn ask_gateway(http: &Http) -> Result<BotGateway, Failure> {
    retry_until(Instant::now() + WITHIN, || http.get_bot_gateway()).await
}

/// Whether the commands are registered as they should be.
pub async fn has_current_commands(
    http: &Http,
    application: ApplicationId,
    guild: Option<u64>,
) -> Result<bool, Failure> {
    let registered = ask_registered_commands(http, application, guild).await?;
    Ok(is_registered(&registered, &wanted_commands(guild)))
}

/// The commands as Discord has them.
async fn ask_registered_commands(
    http: &Http,
    application: ApplicationId,
    guild: Option<u64>,
) -> Result<Vec<Value>, Failure> {
    let route = commands_route(application, guild);
    // Without asking for it, Discord does not tell what they are called in other languages.
    let whole = ("with_localizations", "true".to_owned());
    let request = || {
        let request = Request::new(route, LightMethod::Get).params(Some(vec![whole.clone()]));
        http.fire::<Vec<Value>>(request)
    };

    retry_until(Instant::now() + WITHIN, request).await
}

/// Registers the commands if they have changed; says whether they had, and the number that each
/// has.
pub async fn register_commands(
    http: &Http,
    application: ApplicationId,
    guild: Option<u64>,
) -> Result<(bool, Vec<(String, u64)>), Failure> {
    // This runs at every start; nothing is sent while nothing has changed.
    let there = ask_registered_commands(http, application, guild).await?;
    if is_registered(&there, &wanted_commands(guild)) {
        return Ok((false, slash_command_ids(&there)));
    }

    let route = commands_route(application, guild);
    let body = Value::from(wanted_commands(guild)).to_string().into_bytes();
    let request =
        || http.fire::<Vec<Value>>(Request::new(route, LightMethod::Put).body(Some(body.clone())));

    let registered = retry_until(Instant::now() + WITHIN, request).await?;
    Ok((true, slash_command_ids(&registered)))
}

/// The slash commands by name, with the number by which each can be pressed in a text.
fn slash_command_ids(commands: &[Value]) -> Vec<(String, u64)> {
    let slash = commands
        .iter()
        .filter(|c| c["type"].as_u64().unwrap_or(1) == 1);
    let number = |command: &Value| {
        let id = command["id"].as_str()?.parse().ok()?;
        Some((command["name"].as_str()?.to_owned(), id))
    };
    slash.filter_map(number).collect()
}

fn commands_route(application_id: ApplicationId, guild: Option<u64>) -> Route<'static> {
    match guild {
        Some(guild) => Route::GuildCommands {
            application_id,
            guild_id: GuildId::new(guild),
        },
        None => Route::Commands { application_id },
    }
}

fn wanted_commands(guild: Option<u64>) -> Vec<Value> {
    if guild.is_some() {
        server_command_table()
    } else {
        command_table()
    }
}

/// Where a server's owner adds the bot: View Channels, Send Messages, Send Messages in Threads,
/// Embed Links, Read Message History.
pub fn invite_link(application: ApplicationId) -> String {
    const PERMISSIONS: u64 = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 16 | 1 << 38;
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&integration_type=0\
         &permissions={PERMISSIONS}&scope=bot+applications.commands"
    )
}

/// Where a user adds the bot's commands to their own account.
pub fn account_invite_link(application: ApplicationId) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&integration_type=1&scope=applications.commands"
    )
}
