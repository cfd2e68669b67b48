//! What Discord tells us: interactions, messages for us, and that we are connected.
//!
//! serenity runs each event in a task of its own, so a slow or failing one delays no other. Each is
//! followed by a [`Record`] from here to its end, and one that panics is answered all the same.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::{
    Context, EventHandler, Guild, Interaction, PartialGuild, Ready, ResumedEvent, UnavailableGuild,
};
use serenity::async_trait;
use serenity::http::Http;
use serenity::model::application::{CommandInteraction, ComponentInteraction};
use serenity::model::channel::Message as ChannelMessage;
use serenity::model::id::{GuildId, UserId};
use tokio::time::timeout;
use tracing::info;

use crate::discord::call::Call;
use crate::discord::deliver::{Origin, deliver_answer};
use crate::discord::failure::Failure;
use crate::discord::feedback::Feedback;
use crate::discord::guard::answer_guarded;
use crate::discord::incoming::{
    choose_form, choose_locales, command_asker, command_server, interaction_kind,
    interaction_locale, interaction_name, parse_locale, press_asker, read_press, read_request,
};
use crate::discord::keeping::{self, command_offers};
use crate::discord::limits::{Limits, OverLimit, Use, Whose};
use crate::discord::manage::{self, Manager};
use crate::discord::mention;
use crate::discord::monitor::Monitor;
use crate::discord::orders::{self, Order};
use crate::discord::presence;
use crate::discord::quizzing::Quizzing;
use crate::discord::record::{Ending, Record};
use crate::discord::threads::Threads;
use crate::discord::unread::Unread;
use crate::discord::workers::Workers;
use crate::locale::{Locale, Locales};
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::render::discord::say::{self, sorry};
use crate::render::phrases::render_count;
use crate::reply::autocomplete::suggest_choices;
use crate::reply::commands::names;
use crate::reply::memory::quiz_id::OnShow;
use crate::reply::memory::state::Action;
use crate::reply::press::Outcome;
use crate::reply::view::feedback;
use crate::reply::view::setting::Setting;
use crate::servers::{Libraries, Servers};

/// Someone who types waits no longer than this for a list.
const SUGGEST_WITHIN: Duration = Duration::from_millis(90);

/// Answers the events that Discord sends, each with the part of the bot that it is for.
#[derive(Clone)]
pub struct Events {
    /// Those who read the library.
    pub workers: Arc<Workers>,
    /// How much may be asked.
    pub limits: Arc<Limits>,
    /// All libraries, and what is kept of servers.
    pub servers: Arc<Servers>,
    /// Those who manage a server.
    pub manager: Manager,
    /// What people say of answers.
    pub feedback: Arc<Feedback>,
    pub quizzing: Arc<Quizzing>,
    /// What is known of channels.
    pub threads: Threads,
    /// What is being answered, and how that ends.
    pub monitor: Arc<Monitor>,
    /// The bot itself, to tell messages for it from others.
    pub me: UserId,
    /// The commands with the numbers that Discord gave them.
    pub commands: Vec<(String, u64)>,
    /// Answers the interactions that nothing here can read.
    pub unread: Unread,
}

#[async_trait]
impl EventHandler for Events {
    async fn ready(&self, ctx: Context, ready: Ready) {
        let on = ready.guilds.iter().map(|server| server.id.get()).collect();
        presence::note_present_servers(&self.servers, on, ready.shard).await;
        info!(
            "ready: shard {} of {}, {}",
            ctx.shard_id.0 + 1,
            count_shards(&ready),
            render_count(ready.guilds.len() as u64, "server")
        );
    }

    async fn resume(&self, ctx: Context, _: ResumedEvent) {
        info!("resumed: shard {}", ctx.shard_id.0 + 1);
    }

    async fn guild_create(&self, _: Context, server: Guild, _: Option<bool>) {
        presence::note_spoken(&self.servers, server.id, &server.preferred_locale).await;
        presence::note_joined(&self.servers, server.id.get()).await;
    }

    async fn guild_update(&self, _: Context, _: Option<Guild>, server: PartialGuild) {
        presence::note_spoken(&self.servers, server.id, &server.preferred_locale).await;
    }

    async fn guild_delete(&self, _: Context, server: UnavailableGuild, _: Option<Guild>) {
        // One that Discord cannot reach at the moment is still ours.
        if !server.unavailable {
            presence::note_left(&self.servers, server.id.get()).await;
        }
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let Some(_flight) = self.monitor.flights.begin() else {
            return;
        };

        let (kind, name) = (
            interaction_kind(&interaction),
            interaction_name(&interaction),
        );
        let record = Record::new(kind, name);
        let call = Call {
            http: &ctx.http,
            id: interaction.id(),
            token: interaction.token(),
            received: record.received(),
        };

        let locale = interaction_locale(&interaction);
        let answering = self.interaction(call, &interaction, &record);
        let sent = answer_guarded(call, &record, locale, answering).await;
        record.end(&self.monitor.metrics, sent);
    }

    async fn message(&self, ctx: Context, message: ChannelMessage) {
        let Some(question) = mention::find_question(&message, self.me) else {
            return;
        };

        // Most messages are not for us, and those are nothing to wait for.
        let Some(_flight) = self.monitor.flights.begin() else {
            return;
        };

        let record = Record::new("message", "mention");
        let sent = self.mention(&ctx.http, &message, question, &record).await;
        record.end(&self.monitor.metrics, sent);
    }
}

fn count_shards(ready: &Ready) -> u32 {
    ready.shard.map_or(1, |shard| shard.total)
}

impl Events {
    async fn interaction(
        &self,
        call: Call<'_>,
        interaction: &Interaction,
        record: &Record,
    ) -> Result<(), Failure> {
        match interaction {
            Interaction::Command(command) => self.command(call, command, record).await,
            Interaction::Autocomplete(typing) => self.autocomplete(call, typing, record).await,
            Interaction::Component(press) => self.press(call, press, record).await,
            other => {
                self.unreadable(call, record, interaction_locale(other))
                    .await
            }
        }
    }

    async fn unreadable(
        &self,
        call: Call<'_>,
        record: &Record,
        locale: Locale,
    ) -> Result<(), Failure> {
        record.note(Ending::Unreadable);
        self.unread.apologise(call, false, locale).await
    }

    /// Takes one use from the budgets of a person and their server.
    fn take(
        &self,
        record: &Record,
        kind: Use,
        by: UserId,
        guild: Option<GuildId>,
    ) -> Result<(), OverLimit> {
        let taken = self.limits.take(kind, by.get(), guild.map(GuildId::get));
        taken.inspect_err(|over| {
            record.note(match over.whose {
                Whose::Person => Ending::PersonLimited,
                Whose::Server => Ending::ServerLimited,
            });
        })
    }

    async fn command(
        &self,
        call: Call<'_>,
        command: &CommandInteraction,
        record: &Record,
    ) -> Result<(), Failure> {
        let mut request = read_request(command, &self.servers);
        request.ids = self.commands.clone();
        if !names::ALL.contains(&request.name.as_str()) {
            let locale = parse_locale(Some(&command.locale));
            return self.unreadable(call, record, locale).await;
        }

        let of_guild = command.guild_locale.as_deref();
        let locales = choose_locales(&command.locale, command.guild_id, of_guild, &self.servers);
        if let Err(over) = self.take(record, Use::Question, command.user.id, command.guild_id) {
            return call.send(&over.message(locales.member)).await;
        }
        if request.name == names::QUIZ {
            return self.quizzing.command(call, command, locales, record).await;
        }
        if let Some(order) = orders::read_order(command) {
            return self.order(call, order, locales, record).await;
        }

        let private = request.private;
        let setting = Setting {
            asker: command.user.id.get(),
            form: choose_form(command.app_permissions),
            locales,
            private,
            beneath: false,
            offers: command_offers(&self.servers, command_server(command), &request.name),
        };

        let asker = command_asker(command);
        let servers = Arc::clone(&self.servers);
        let server = asker.server;
        let work = move |libraries: Libraries, effort: Effort| {
            let reply = request.reply(libraries, setting, effort)?;
            if setting.offers.gaps {
                keeping::keep_question(&servers, server, &request.text, &reply);
            }
            Ok(Outcome::Send(reply))
        };
        let work = self.workers.reply(record, asker, locales.member, work);
        deliver_answer(call, Origin::Command { private }, work).await
    }

    /// Carries out what somebody who manages a server wants.
    async fn order(
        &self,
        call: Call<'_>,
        order: Order,
        locales: Locales,
        record: &Record,
    ) -> Result<(), Failure> {
        if let Some(refusal) = self.manager.refusal(&order) {
            return call.send(&Message::text(refusal).private(true)).await;
        }

        // It may take a while, and only they are to see it, unless all must know.
        let is_loud = order.is_loud();
        call.defer(!is_loud).await?;
        let locale = order.locale;
        let server = order.server;
        let told = self.manager.done(order).await.unwrap_or_else(|error| {
            tracing::error!("managing a server failed: {error:#}");
            record.note(Ending::Failed);
            sorry::internal(locale)
        });
        // What could not be switched on is not announced.
        if !is_loud || !self.servers.settings(server).gaps {
            return call.edit(&Message::text(told)).await;
        }
        let loud = say::gaps::switched_on(locales.everyone);
        call.edit(&Message::text(loud)).await?;
        call.follow_up(&Message::text(told).private(true)).await
    }

    async fn press(
        &self,
        call: Call<'_>,
        press: &ComponentInteraction,
        record: &Record,
    ) -> Result<(), Failure> {
        let of_guild = press.guild_locale.as_deref();
        let locales = choose_locales(&press.locale, press.guild_id, of_guild, &self.servers);
        if let Err(over) = self.take(record, Use::Press, press.user.id, press.guild_id) {
            return call.send(&over.message(locales.member)).await;
        }

        if let Some(verdict) = feedback::parse_verdict(&press.data.custom_id) {
            let told = self.feedback.judge(press, verdict, locales.member).await;
            let told = told.unwrap_or_else(|error| {
                tracing::error!("judging an answer failed: {error:#}");
                record.note(Ending::Failed);
                sorry::internal(locales.member)
            });
            return call.send(&Message::text(told).private(true)).await;
        }

        if let Some(pressed) = OnShow::decode(&press.data.custom_id) {
            let quizzing = &self.quizzing;
            return quizzing.press(call, press, pressed, locales, record).await;
        }

        let mut asker = press_asker(press);
        let Some(press) = read_press(press, self.me, locales, &self.servers) else {
            let sorry = sorry::old_button(locales.member);
            return call.send(&Message::text(sorry).private(true)).await;
        };

        let origin = Origin::of_press(&press);
        // What is posted is for everyone in the channel, however far the presser has read.
        if press.action == Action::Post {
            asker.person = None;
        }
        let work = self
            .workers
            .reply(record, asker, locales.member, move |libraries, effort| {
                press.outcome(libraries, effort)
            });
        deliver_answer(call, origin, work).await
    }

    async fn autocomplete(
        &self,
        call: Call<'_>,
        typing: &CommandInteraction,
        record: &Record,
    ) -> Result<(), Failure> {
        let taken = self.take(record, Use::List, typing.user.id, typing.guild_id);
        // Over the limit the list stays empty: a sentence cannot be shown in its place.
        let field = typing.data.autocomplete().filter(|_| taken.is_ok());
        let Some(field) = field else {
            return call.suggest(&[]).await;
        };

        let name = field.name.to_owned();
        let typed = field.value.to_owned();
        let locale = parse_locale(Some(&typing.locale));

        // Whoever manages a server chooses among what it has.
        if manage::is_manager_field(&typing.data.name, &name) {
            let manager = &self.manager;
            let choices = manager.choices(command_asker(typing), &name, &typed, locale);
            return call.suggest(&choices.await).await;
        }

        let request = read_request(typing, &self.servers);
        let document = request.document.or(request.usual);
        let work = self
            .workers
            .run(record, command_asker(typing), move |libraries, _| {
                suggest_choices(libraries, &name, &typed, document.as_deref(), locale)
            });

        let choices = match timeout(SUGGEST_WITHIN, work).await {
            Ok(Some(Ok(choices))) => choices,
            // A list is a help, not an answer: better none than a late one.
            _ => Vec::new(),
        };
        call.suggest(&choices).await
    }

    async fn mention(
        &self,
        http: &Http,
        message: &ChannelMessage,
        question: String,
        record: &Record,
    ) -> Result<(), Failure> {
        match self.take(record, Use::Question, message.author.id, message.guild_id) {
            Ok(()) => {
                mention::answer_mention(
                    http,
                    &self.workers,
                    &self.threads,
                    record,
                    message,
                    question,
                    self.me,
                )
                .await
            }
            // Everyone in the channel reads it: more than once a minute would be a flood itself.
            Err(over) if self.limits.may_tell(message.author.id.get()) => {
                let server = message.guild_id.map(GuildId::get);
                let locale = self.servers.language(server);
                mention::send_reply(http, message, &over.message(locale).private(false)).await
            }
            Err(_) => Ok(()),
        }
    }
}
