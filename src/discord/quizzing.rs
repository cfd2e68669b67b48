//! `/quiz` and the buttons of its questions.
//!
//! What a press tells is told to the presser alone. The question on show is moved on by whoever started the quiz; anybody
//! else who goes on gets the next question for themselves, and with it a quiz of their own.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use serenity::all::MessageFlags;
use serenity::model::Permissions;
use serenity::model::application::{
    CommandInteraction, ComponentInteraction, ResolvedOption, ResolvedValue,
};
use serenity::model::id::GuildId;

use crate::discord::call::Call;
use crate::discord::deliver::{Origin, deliver};
use crate::discord::failure::Failure;
use crate::discord::incoming::{asker, form, presser, request};
use crate::discord::quizzes::{Key, Quizzes};
use crate::discord::record::Record;
use crate::discord::workers::Workers;
use crate::locale::{Locales, Said};
use crate::quiz::MOST;
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::render::discord::say::{quiz as say, sorry};
use crate::reply::ask::nothing;
use crate::reply::commands::names::{self, subs};
use crate::reply::press::Outcome;
use crate::reply::quiz::{self, Missed};
use crate::reply::quiz_id::{Does, OnShow, Quiz};
use crate::reply::setting::{Offers, Setting};
use crate::servers::Libraries;

/// Questions of a quiz, unless somebody says how many.
const USUAL: u8 = 5;

/// Asks, and tells.
pub struct Quizzing {
    workers: Arc<Workers>,
    quizzes: Arc<Quizzes>,
}

impl Quizzing {
    /// With these workers.
    pub fn new(workers: Arc<Workers>) -> Quizzing {
        Quizzing {
            workers,
            quizzes: Arc::default(),
        }
    }

    /// Starts or stops a quiz.
    ///
    /// # Errors
    /// When Discord does not take the answer.
    pub async fn command(
        &self,
        call: Call<'_>,
        command: &CommandInteraction,
        locales: Locales,
        record: &Record,
    ) -> Result<(), Failure> {
        let options = command.data.options();
        let sub = options.iter().find_map(|option| match &option.value {
            ResolvedValue::SubCommand(given) => Some((option.name, given.as_slice())),
            _ => None,
        });
        match sub {
            Some((subs::START, given)) => self.start(call, command, given, locales, record).await,
            Some((subs::STOP, _)) => self.stop(call, command, locales, record).await,
            _ => call.send(&private(sorry::unreadable, locales)).await,
        }
    }

    async fn start(
        &self,
        call: Call<'_>,
        command: &CommandInteraction,
        given: &[ResolvedOption<'_>],
        locales: Locales,
        record: &Record,
    ) -> Result<(), Failure> {
        let mut request = request(command, self.workers.servers());
        let wanted = wanted(given);
        request.document = document(given);
        let private = request.private;
        let setting = setting(command, locales, private);

        let (asker, channel) = (asker(command), command.channel_id.get());
        let (quizzes, server) = (Arc::clone(&self.quizzes), asker.server);
        let work = move |libraries: Libraries, _: Effort| {
            let texts = match request.texts(libraries) {
                Ok(texts) if texts.is_empty() => return Ok(send(nothing(&texts, locales.member))),
                Ok(texts) => texts,
                Err(unclear) => {
                    let told = Message::text(unclear.told(locales.member)).private(true);
                    return Ok(send(told));
                }
            };
            let (message, quiz) = quiz::start(&texts, wanted, setting)?;
            if let Some(quiz) = quiz {
                quizzes.begin(Key::of(server, quiz), channel, quiz);
            }
            Ok(send(message))
        };
        let work = self.workers.reply(record, asker, locales.member, work);
        deliver(call, Origin::Command { private }, work).await
    }

    async fn stop(
        &self,
        call: Call<'_>,
        command: &CommandInteraction,
        locales: Locales,
        record: &Record,
    ) -> Result<(), Failure> {
        let server = command.guild_id.map(GuildId::get);
        let running = self.quizzes.of(server, command.channel_id.get());
        let Some((key, quiz)) = running else {
            return call.send(&private(say::none, locales)).await;
        };
        let member = command.member.as_ref();
        let is_moderator = may_moderate(member.and_then(|member| member.permissions));
        if quiz.starter != command.user.id.get() && !is_moderator {
            return call.send(&private(say::not_yours, locales)).await;
        }

        let is_private = self.workers.servers().settings(server).private;
        let setting = setting(command, locales, is_private);
        let missed = self.quizzes.end(key);
        let work = move |libraries: Libraries, _: Effort| {
            quiz::review(libraries, quiz.home, missed.as_deref(), setting).map(send)
        };
        let work = self
            .workers
            .reply(record, asker(command), locales.member, work);
        let origin = Origin::Command {
            private: is_private,
        };
        deliver(call, origin, work).await
    }

    /// Does what a button of a question says.
    ///
    /// # Errors
    /// When Discord does not take the answer.
    pub async fn press(
        &self,
        call: Call<'_>,
        press: &ComponentInteraction,
        (does, on_show): (Does, OnShow),
        locales: Locales,
        record: &Record,
    ) -> Result<(), Failure> {
        let by = press.user.id.get();
        let flags = press.message.flags.unwrap_or_default();
        let is_private = flags.contains(MessageFlags::EPHEMERAL);
        let is_own = is_private || on_show.quiz.starter == by;
        let member = press.member.as_ref();
        let is_moderator = may_moderate(member.and_then(|member| member.permissions));

        let key = Key::of(press.guild_id.map(GuildId::get), on_show.quiz);
        if self.quizzes.is_over(key) {
            return call.send(&private(say::ended, locales)).await;
        }
        if does == Does::End && !is_own && !is_moderator {
            return call.send(&private(say::not_yours, locales)).await;
        }

        // The end replaces the question, whoever ends it; what else comes of somebody else's press they see alone.
        let replaces = does == Does::End || does == Does::Next && is_own;
        let setting = Setting {
            asker: by,
            form: form(press.app_permissions),
            locales,
            private: is_private || !replaces,
            beneath: false,
            offers: Offers::NONE,
        };
        let missed = match does {
            Does::End => self.quizzes.end(key),
            _ => None,
        };

        let quizzes = Arc::clone(&self.quizzes);
        let work = move |libraries: Libraries, _: Effort| {
            let (answer, message) = told(libraries, does, on_show, missed.as_deref(), setting)?;
            if let Some(is_right) = answer {
                quizzes.answer(key, on_show, by, is_right);
            }
            Ok(match message {
                Ok(message) if replaces => Outcome::Update(message),
                Ok(message) => Outcome::Send(message),
                Err(sentence) => Outcome::Send(private(sentence, locales)),
            })
        };
        let origin = match replaces {
            true => Origin::OwnMessage,
            false => Origin::OthersMessage,
        };
        let asker = presser(press);
        let work = self.workers.reply(record, asker, locales.member, work);
        deliver(call, origin, work).await
    }
}

/// What a press does: whether it is a right answer, if it is one, and what is shown, or the sentence that says why not.
type Told = (Option<bool>, Result<Message, Said>);

fn told(
    libraries: Libraries,
    does: Does,
    on_show: OnShow,
    missed: Option<&[Missed]>,
    setting: Setting,
) -> anyhow::Result<Told> {
    Ok(match does {
        Does::Choose(option) => match quiz::told(libraries, on_show, option, setting)? {
            Some(told) => (Some(quiz::is_right(on_show, option)), Ok(told)),
            None => (None, Err(say::not_open)),
        },
        Does::Next => {
            let next = quiz::next(libraries, on_show, setting)?;
            (None, next.ok_or(sorry::text_changed))
        }
        Does::End => {
            let review = quiz::review(libraries, on_show.quiz.home, missed, setting)?;
            (None, Ok(review))
        }
    })
}

fn send(message: Message) -> Outcome {
    Outcome::Send(message)
}

fn private(sentence: Said, locales: Locales) -> Message {
    Message::text(sentence(locales.member)).private(true)
}

fn setting(command: &CommandInteraction, locales: Locales, private: bool) -> Setting {
    Setting {
        asker: command.user.id.get(),
        form: form(command.app_permissions),
        locales,
        private,
        beneath: false,
        offers: Offers::NONE,
    }
}

fn may_moderate(permissions: Option<Permissions>) -> bool {
    permissions.is_some_and(Permissions::manage_messages)
}

/// What somebody wants of a quiz, with a seed by chance: that of the standard library's hashing.
fn wanted(given: &[ResolvedOption]) -> Quiz {
    let kind = given.iter().find_map(|option| match option.value {
        ResolvedValue::String(kind) if option.name == names::KIND => Some(kind),
        _ => None,
    });
    let count = given.iter().find_map(|option| match option.value {
        ResolvedValue::Integer(count) if option.name == names::QUESTIONS => {
            u8::try_from(count).ok()
        }
        _ => None,
    });
    Quiz {
        seed: RandomState::new().hash_one(MOST) as u32,
        gaps: kind != Some(names::CHAPTERS),
        chapters: kind != Some(names::GAP),
        count: count.unwrap_or(USUAL).clamp(1, MOST),
        ..Quiz::default()
    }
}

fn document(given: &[ResolvedOption]) -> Option<String> {
    given.iter().find_map(|option| match option.value {
        ResolvedValue::String(name) if option.name == names::DOCUMENT => Some(name.to_owned()),
        _ => None,
    })
}
