//! Ordinary messages meant for the bot: a mention, a reply to it, a direct message.
//!
//! Nothing else is answered: neither other bots, nor `@everyone`, nor ordinary talk.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serenity::http::{Http, LightMethod, Route};
use serenity::model::channel::{Message as ChannelMessage, MessageType};
use serenity::model::id::{GuildId, MessageId, UserId};
use tokio::time::Instant;

use crate::discord::call::send_request;
use crate::discord::failure::{Failure, retry_until};
use crate::discord::keeping;
use crate::discord::record::Record;
use crate::discord::threads::Threads;
use crate::discord::workers::Workers;
use crate::locale::Locales;
use crate::query::follow_up;
use crate::reader::Effort;
use crate::render::discord::card::{Form, find_whole_question};
use crate::render::discord::message::Message;
use crate::reply::commands::names;
use crate::reply::press::Outcome;
use crate::reply::talk;
use crate::reply::view::setting::Setting;
use crate::servers::Libraries;
use crate::store::Asker;

/// How long an answer is tried.
const WITHIN: Duration = Duration::from_secs(30);

/// How long Discord is asked what the question before was.
const SOON: Duration = Duration::from_secs(5);

/// What a message asks the bot; `None` when it is not meant for the bot.
pub fn find_question(message: &ChannelMessage, me: UserId) -> Option<String> {
    let for_us = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == me);

    // Pins, calls and the like are messages too, and a webhook is nobody.
    let is_talk = matches!(
        message.kind,
        MessageType::Regular | MessageType::InlineReply
    );
    let said = is_talk && message.webhook_id.is_none();

    // Not even another bot: two that answer each other would never stop.
    if message.author.bot || message.author.id == me || !for_us || !said {
        return None;
    }

    // The mention may stand anywhere and is no part of the question.
    let bare = message
        .content
        .replace(&format!("<@{me}>"), " ")
        .replace(&format!("<@!{me}>"), " ");
    Some(bare.trim().to_owned())
}

/// A question that goes on from the one that the answered message of ours shows or stands beneath,
/// with the name that its pronoun stands for.
async fn resolve_follow_up(
    http: &Http,
    message: &ChannelMessage,
    question: &str,
    me: UserId,
) -> Option<String> {
    let answered = message.referenced_message.as_deref();
    let answered = answered.filter(|answered| answered.author.id == me)?;
    // Most replies stand by themselves.
    if !follow_up::goes_on(question) {
        return None;
    }

    let before = match find_whole_question(&answered.content) {
        Some(shown) => shown,
        None => ask_question_above(http, answered, me).await?,
    };
    let going_on = follow_up::resolve_pronoun(question, follow_up::find_subject(&before)?)?;
    Some(going_on.question)
}

/// The question that a message of ours stands beneath, which it does not say again; `None` if
/// Discord does not tell it.
async fn ask_question_above(http: &Http, answered: &ChannelMessage, me: UserId) -> Option<String> {
    let above = answered.message_reference.as_ref()?;
    let asked = http.get_message(above.channel_id, above.message_id?);
    let asked = tokio::time::timeout(SOON, asked).await.ok()?.ok()?;
    find_question(&asked, me)
}

#[derive(Serialize)]
struct Reply<'a> {
    #[serde(flatten)]
    message: &'a Message,
    message_reference: Reference,
    nonce: MessageId,
    enforce_nonce: bool,
}

#[derive(Serialize)]
struct Reference {
    message_id: MessageId,
    fail_if_not_exists: bool,
}

/// Answers in the channel, as a reply.
///
/// # Errors
/// When Discord does not take the answer.
pub async fn answer_mention(
    http: &Http,
    workers: &Workers,
    threads: &Threads,
    record: &Record,
    message: &ChannelMessage,
    question: String,
    me: UserId,
) -> Result<(), Failure> {
    let server = message.guild_id.map(GuildId::get);
    let channels = threads.channels(http, workers.servers(), server, message.channel_id);
    let asker = Asker {
        server,
        channels: channels.await,
        person: Some(message.author.id.get()),
    };

    // An ordinary message does not say what the bot may do here, and an answer is never longer than
    // one.
    let going_on = resolve_follow_up(http, message, &question, me).await;
    // What was made of the question is shown, too.
    let beneath = going_on.is_none();
    let question = going_on.unwrap_or(question);
    let reply = compose_reply(workers, record, question, beneath, asker).await;
    send_reply(http, message, &reply).await
}

async fn compose_reply(
    workers: &Workers,
    record: &Record,
    question: String,
    beneath: bool,
    asker: Asker,
) -> Message {
    let servers = workers.servers();
    let locale = servers.language(asker.server);
    let setting = Setting {
        asker: asker.person.unwrap_or_default(),
        form: Form::Plain,
        locales: Locales {
            member: locale,
            everyone: locale,
        },
        private: false,
        beneath,
        offers: keeping::command_offers(servers, asker.server, names::ASK),
    };
    let mut channels = asker.channels.iter();
    let usual = channels.find_map(|channel| servers.usual_text(asker.server, *channel));
    let all = Arc::clone(servers);
    let server = asker.server;
    let work = move |libraries: Libraries, effort: Effort| {
        let reply =
            talk::reply_to_message(libraries, usual.as_deref(), &question, setting, effort)?;
        if setting.offers.gaps {
            keeping::keep_question(&all, server, &question, &reply);
        }
        Ok(Outcome::Send(reply))
    };

    match workers.reply(record, asker, locale, work).await {
        Outcome::Send(message) | Outcome::Update(message) => message.private(false),
        Outcome::Post(..) | Outcome::Delete => Message::default(),
    }
}

/// Replies to a message in its channel; everyone there sees it.
///
/// # Errors
/// When Discord does not take it.
pub async fn send_reply(
    http: &Http,
    to: &ChannelMessage,
    message: &Message,
) -> Result<(), Failure> {
    let reference = Reference {
        message_id: to.id,
        fail_if_not_exists: false,
    };

    // With a nonce, a try whose answer was lost is not posted twice.
    let reply = Reply {
        message,
        message_reference: reference,
        nonce: to.id,
        enforce_nonce: true,
    };

    let route = Route::ChannelMessages {
        channel_id: to.channel_id,
    };
    retry_until(Instant::now() + WITHIN, || {
        send_request(http, LightMethod::Post, route, Some(&reply))
    })
    .await
}
