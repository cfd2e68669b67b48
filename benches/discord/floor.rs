//! The least that a bot made with serenity can do: answer a constant.

use anyhow::Result;
use serde_json::json;
use serenity::all::{ClientBuilder, Context, EventHandler, GatewayIntents, Interaction};
use serenity::async_trait;
use serenity::http::HttpBuilder;

struct Constant;

#[async_trait]
impl EventHandler for Constant {
    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let body = match &interaction {
            Interaction::Autocomplete(_) => {
                json!({"type": 8, "data": {"choices": [{"name": "a", "value": "a"}]}})
            }
            _ => {
                json!({"type": 4, "data": {"content": "constant", "allowed_mentions": {"parse": []}}})
            }
        };
        let (id, token) = (interaction.id(), interaction.token());
        if let Err(error) = ctx
            .http
            .create_interaction_response(id, token, &body, Vec::new())
            .await
        {
            eprintln!("{error}");
        }
    }
}

/// Answers until it is killed.
pub async fn run(token: &str, url: &str) -> Result<()> {
    let http = HttpBuilder::new(token)
        .proxy(url)
        .ratelimiter_disabled(true)
        .build();
    let intents =
        GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    let mut client = ClientBuilder::new_with_http(http, intents)
        .event_handler(Constant)
        .await?;
    *client.ws_url.lock().await = url.replace("http://", "ws://");
    Ok(client.start().await?)
}
