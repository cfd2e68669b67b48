//! What Discord tells us: interactions, messages for us, and that we are connected.
//!
//! serenity runs each event in a task of its own, so a slow or failing one delays no other.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::{Context, EventHandler, Interaction, Ready, ResumedEvent};
use serenity::async_trait;
use serenity::http::Http;
use serenity::model::application::{CommandInteraction, ComponentInteraction};
use serenity::model::channel::Message as ChannelMessage;
use serenity::model::id::UserId;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{Instant, timeout};
use tracing::{info, warn};

use crate::discord::autocomplete::{self, Choice};
use crate::discord::call::Call;
use crate::discord::command::{Request, find, form};
use crate::discord::commands::names;
use crate::discord::deliver::{Origin, deliver};
use crate::discord::failure::Failure;
use crate::discord::flight::Flights;
use crate::discord::mention;
use crate::discord::press::{Outcome, Press};
use crate::discord::show::Setting;
use crate::discord::state::State;
use crate::discord::unread::Unread;
use crate::engine::Engine;
use crate::index::Library;
use crate::render::discord::card::asked;
use crate::render::discord::message::Message;
use crate::render::discord::words::sorry;

/// Someone who types waits no longer than this for a list.
const SUGGEST_WITHIN: Duration = Duration::from_millis(90);

/// Answers whatever comes.
#[derive(Clone)]
pub struct Events {
    /// The library.
    pub engine: Arc<Engine>,
    /// What is being answered.
    pub flights: Flights,
    /// Who we are.
    pub me: UserId,
    /// What nothing here knows.
    pub unread: Unread,
}

#[async_trait]
impl EventHandler for Events {
    async fn ready(&self, ctx: Context, ready: Ready) {
        info!("ready: shard {} of {}, {} servers", ctx.shard_id.0 + 1, shards(&ready), ready.guilds.len());
    }

    async fn resume(&self, ctx: Context, _: ResumedEvent) {
        info!("resumed: shard {}", ctx.shard_id.0 + 1);
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let Some(_flight) = self.flights.begin() else { return };
        let received = Instant::now();
        let (kind, outcome) = match &interaction {
            Interaction::Command(command) => ("command", self.command(&ctx.http, command, received).await),
            Interaction::Autocomplete(typing) => ("typing", self.autocomplete(&ctx.http, typing, received).await),
            Interaction::Component(press) => ("press", self.press(&ctx.http, press, received).await),
            Interaction::Modal(modal) => {
                let call = Call { http: &ctx.http, id: modal.id, token: &modal.token, received };
                ("form", self.unread.apologise(call, false).await)
            }
            _ => return self.unread.count(),
        };
        log(kind, name(&interaction), received, outcome);
    }

    async fn message(&self, ctx: Context, message: ChannelMessage) {
        let Some(question) = mention::question(&message, self.me) else { return };
        let Some(_flight) = self.flights.begin() else { return };
        let received = Instant::now();
        let outcome = mention::answer(&ctx.http, Arc::clone(&self.engine), &message, question).await;
        log("message", "mention", received, outcome);
    }
}

fn shards(ready: &Ready) -> u32 {
    ready.shard.map_or(1, |shard| shard.total)
}

/// One line an interaction: what kind, how long, how it ended. Never what was said or who said it.
fn log(kind: &str, name: &str, received: Instant, outcome: Result<(), Failure>) {
    let ms = received.elapsed().as_millis();
    match outcome {
        Ok(()) => info!("{kind} {name}: done in {ms} ms"),
        Err(failure) => warn!("{kind} {name}: {failure}, after {ms} ms"),
    }
}

fn name(interaction: &Interaction) -> &str {
    match interaction {
        // The names of our own commands; anything else could be anything.
        Interaction::Command(c) | Interaction::Autocomplete(c) => {
            names::ALL.into_iter().find(|name| *name == c.data.name).unwrap_or("unknown")
        }
        Interaction::Component(_) => "button",
        _ => "interaction",
    }
}

impl Events {
    /// Works on the library in a thread of its own.
    fn work<T: Send + 'static>(
        &self,
        work: impl Fn(&Library) -> anyhow::Result<T> + Send + 'static,
    ) -> JoinHandle<anyhow::Result<T>> {
        let engine = Arc::clone(&self.engine);
        spawn_blocking(move || engine.with(|library| work(library)))
    }

    async fn command(&self, http: &Http, command: &CommandInteraction, received: Instant) -> Result<(), Failure> {
        let call = Call { http, id: command.id, token: &command.token, received };
        let request = Request::of(command);
        if !names::ALL.contains(&request.name.as_str()) {
            return self.unread.apologise(call, false).await;
        }
        let private = request.private;
        let setting = Setting { asker: command.user.id.get(), form: form(command.app_permissions), private };
        let work = self.work(move |library| request.reply(library, setting).map(Outcome::Send));
        deliver(call, Origin::Command { private }, work).await
    }

    async fn press(&self, http: &Http, press: &ComponentInteraction, received: Instant) -> Result<(), Failure> {
        let call = Call { http, id: press.id, token: &press.token, received };
        let Some(press) = read_press(press) else {
            return call.send(&Message::text(sorry::OLD_BUTTON).private(true)).await;
        };
        let origin = if press.is_own() { Origin::OwnMessage } else { Origin::OthersMessage };
        deliver(call, origin, self.work(move |library| press.outcome(library))).await
    }

    async fn autocomplete(&self, http: &Http, typing: &CommandInteraction, received: Instant) -> Result<(), Failure> {
        let call = Call { http, id: typing.id, token: &typing.token, received };
        let Some(field) = typing.data.autocomplete() else { return call.suggest(&[]).await };
        let (name, typed) = (field.name.to_owned(), field.value.to_owned());
        let document = Request::of(typing).document;
        let work = self.work(move |library| suggestions(library, &name, &typed, document.as_deref()));
        let choices = match timeout(SUGGEST_WITHIN, work).await {
            Ok(Ok(Ok(choices))) => choices,
            _ => Vec::new(), // a list is a help, not an answer: better none than a late one
        };
        call.suggest(&choices).await
    }
}

fn suggestions(library: &Library, field: &str, typed: &str, document: Option<&str>) -> anyhow::Result<Vec<Choice>> {
    let scope = document.and_then(|name| find(library, name).ok()).unwrap_or_default();
    match field {
        names::DOCUMENT => Ok(autocomplete::documents(library, typed)),
        names::FROM => autocomplete::places(library, typed, scope),
        _ => autocomplete::question(library, typed, scope),
    }
}

fn read_press(press: &ComponentInteraction) -> Option<Press> {
    let (action, state) = State::decode(&press.data.custom_id)?;
    let message = &press.message;
    let author = message.embeds.first().and_then(|embed| embed.author.as_ref()).map(|author| author.name.as_str());
    let flags = message.flags.unwrap_or_default();
    let permissions = press.member.as_ref().and_then(|member| member.permissions).unwrap_or_default();
    let by = press.user.id.get();
    let private = flags.contains(serenity::all::MessageFlags::EPHEMERAL);
    Some(Press {
        action,
        state,
        asked: asked(author, &message.content),
        by,
        moderator: permissions.manage_messages(),
        private,
        setting: Setting { asker: by, form: form(press.app_permissions), private },
    })
}
