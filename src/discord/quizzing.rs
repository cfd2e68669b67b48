//! `/quiz` and the buttons of its questions.
//!
//! What a press tells is told to the presser alone. The question on show is moved on by whoever
//! started the quiz; anybody else who goes on gets the next question for themselves, and with it a
//! quiz of their own.

use std::sync::Arc;

use anyhow::Result;
use serenity::all::MessageFlags;
use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ComponentInteraction, ResolvedOption};
use serenity::model::id::GuildId;

use crate::discord::call::Call;
use crate::discord::deliver::{Origin, deliver_answer};
use crate::discord::failure::Failure;
use crate::discord::incoming::{choose_form, command_asker, press_asker, read_request};
use crate::discord::options::{number_option, subcommand, text_option};
use crate::discord::quizzes::{Key, Quizzes};
use crate::discord::record::Record;
use crate::discord::workers::Workers;
use crate::locale::{Locales, Said};
use crate::quiz::MOST;
use crate::random;
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::render::discord::say::{quiz as say, sorry};
use crate::reply::ask::say_no_open_text;
use crate::reply::commands::names::{self, subs};
use crate::reply::memory::quiz_id::{Does, OnShow, Quiz};
use crate::reply::press::Outcome;
use crate::reply::quiz;
use crate::reply::view::setting::{Offers, Setting};
use crate::servers::{Home, Libraries};

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
        match subcommand(&options) {
            Some((subs::START, given)) => self.start(call, command, given, locales, record).await,
            Some((subs::STOP, _)) => self.stop(call, command, locales, record).await,
            _ => {
                call.send(&private_message(sorry::unreadable, locales))
                    .await
            }
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
        let mut request = read_request(command, self.workers.servers());
        let wanted = read_wanted_quiz(given);
        request.document = text_option(given, names::DOCUMENT);
        let private = request.private;
        let setting = command_setting(command, locales, private);

        let asker = command_asker(command);
        let channel = command.channel_id.get();
        let quizzes = Arc::clone(&self.quizzes);
        let server = asker.server;
        let work = move |libraries: Libraries, _: Effort| {
            let texts = match request.texts(libraries) {
                Ok(texts) if texts.is_empty() => {
                    return Ok(to_outcome(say_no_open_text(&texts, locales.member)));
                }
                Ok(texts) => texts,
                Err(unclear) => {
                    let told = Message::text(unclear.told(locales.member)).private(true);
                    return Ok(to_outcome(told));
                }
            };
            let (message, quiz) = quiz::start_quiz(&texts, wanted, setting)?;
            if let Some(quiz) = quiz {
                quizzes.begin(Key::of(server, quiz), channel, quiz, private);
            }
            Ok(to_outcome(message))
        };
        let work = self.workers.reply(record, asker, locales.member, work);
        deliver_answer(call, Origin::Command { private }, work).await
    }

    async fn stop(
        &self,
        call: Call<'_>,
        command: &CommandInteraction,
        locales: Locales,
        record: &Record,
    ) -> Result<(), Failure> {
        let server = command.guild_id.map(GuildId::get);
        let person = command.user.id.get();
        let channel = command.channel_id.get();
        let Some(begun) = self.quizzes.of(server, channel, person) else {
            return call.send(&private_message(say::none, locales)).await;
        };
        let key = begun.key;
        let quiz = begun.quiz;
        let member = command.member.as_ref();
        let is_moderator = can_moderate(member.and_then(|member| member.permissions));
        if quiz.starter != person && !is_moderator {
            return call.send(&private_message(say::not_yours, locales)).await;
        }

        let setting = command_setting(command, locales, begun.is_private);
        let quizzes = Arc::clone(&self.quizzes);
        let work = move |libraries: Libraries, _: Effort| {
            end_with_review(&quizzes, key, libraries, quiz.home, setting).map(to_outcome)
        };
        let asker = command_asker(command);
        let work = self.workers.reply(record, asker, locales.member, work);
        let private = begun.is_private;
        deliver_answer(call, Origin::Command { private }, work).await
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
        let is_moderator = can_moderate(member.and_then(|member| member.permissions));

        let key = Key::of(press.guild_id.map(GuildId::get), on_show.quiz);
        if self.quizzes.is_over(key) {
            return call.send(&private_message(say::ended, locales)).await;
        }
        if does == Does::End && !is_own && !is_moderator {
            return call.send(&private_message(say::not_yours, locales)).await;
        }

        // The end replaces the question, whoever ends it; what else comes of somebody else's press
        // they see alone.
        let replaces = does == Does::End || does == Does::Next && is_own;
        let setting = Setting {
            asker: by,
            form: choose_form(press.app_permissions),
            locales,
            private: is_private || !replaces,
            beneath: false,
            offers: Offers::NONE,
        };
        let quizzes = Arc::clone(&self.quizzes);
        let work = move |libraries: Libraries, _: Effort| {
            let told = carry_out_press(&quizzes, key, libraries, does, on_show, setting)?;
            Ok(match told {
                Ok(message) if replaces => Outcome::Update(message),
                Ok(message) => Outcome::Send(message),
                Err(sentence) => Outcome::Send(private_message(sentence, locales)),
            })
        };
        let origin = if replaces {
            Origin::OwnMessage
        } else {
            Origin::OthersMessage
        };
        let asker = press_asker(press);
        let work = self.workers.reply(record, asker, locales.member, work);
        deliver_answer(call, origin, work).await
    }
}

/// Does what a press is for, and says what is shown, or the sentence that says why not.
fn carry_out_press(
    quizzes: &Quizzes,
    key: Key,
    libraries: Libraries,
    does: Does,
    on_show: OnShow,
    setting: Setting,
) -> Result<Result<Message, Said>> {
    match does {
        Does::Choose(option) => {
            let told = quiz::render_result(libraries, on_show, option, setting)?;
            if told.is_some() {
                let is_right = quiz::is_right(on_show, option);
                quizzes.answer(key, on_show, setting.asker, is_right);
            }

            Ok(told.ok_or(say::not_open))
        }
        Does::Next => {
            let next = quiz::render_next_question(libraries, on_show, setting)?;
            Ok(next.ok_or(sorry::text_changed))
        }
        Does::End => end_with_review(quizzes, key, libraries, on_show.quiz.home, setting).map(Ok),
    }
}

/// Ends a quiz: what was missed is forgotten only once there is something to show of it.
fn end_with_review(
    quizzes: &Quizzes,
    key: Key,
    libraries: Libraries,
    home: Home,
    setting: Setting,
) -> Result<Message> {
    let missed = quizzes.missed(key);
    let review = quiz::render_review(libraries, home, missed.as_deref(), setting)?;

    quizzes.end(key);
    Ok(review)
}

fn to_outcome(message: Message) -> Outcome {
    Outcome::Send(message)
}

fn private_message(sentence: Said, locales: Locales) -> Message {
    Message::text(sentence(locales.member)).private(true)
}

fn command_setting(command: &CommandInteraction, locales: Locales, private: bool) -> Setting {
    Setting {
        asker: command.user.id.get(),
        form: choose_form(command.app_permissions),
        locales,
        private,
        beneath: false,
        offers: Offers::NONE,
    }
}

fn can_moderate(permissions: Option<Permissions>) -> bool {
    permissions.is_some_and(Permissions::manage_messages)
}

/// What somebody wants of a quiz, with a seed by chance: that of the standard library's hashing.
fn read_wanted_quiz(given: &[ResolvedOption]) -> Quiz {
    let kind = text_option(given, names::KIND);
    let count = number_option(given, names::QUESTIONS).and_then(|count| u8::try_from(count).ok());
    let is_asked = |name| kind.as_ref().is_none_or(|kind| kind == name);

    Quiz {
        seed: random::fresh_seed() as u32,
        gaps: is_asked(names::GAP),
        chapters: is_asked(names::CHAPTERS),
        speakers: is_asked(names::SPEAKERS),
        count: count.unwrap_or(USUAL).clamp(1, MOST),
        ..Quiz::default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::mpsc::channel;

    use serde_json::{Value, json};
    use tokio::join;

    use super::*;
    use crate::discord::deliver::tests::requests;
    use crate::discord::workers::tests::workers;
    use crate::locale::Locale;
    use crate::store::Asker;

    /// A press as Discord sends it.
    fn press(custom_id: &str) -> ComponentInteraction {
        let user = json!({"id": "40", "username": "user", "discriminator": "0"});
        let message: Value = json!({
            "id": "9", "channel_id": "30", "type": 20, "author": user, "content": "", "embeds": [],
            "components": [], "attachments": [], "timestamp": "2026-01-02T03:04:05.000000+00:00",
            "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
            "pinned": false,
        });
        let event = json!({
            "id": "7", "application_id": "10", "type": 3, "channel_id": "30", "user": user,
            "data": {"component_type": 2, "custom_id": custom_id}, "message": message,
            "token": "secret", "version": 1, "locale": "en-US", "entitlements": [],
            "attachment_size_limit": 1,
        });
        serde_json::from_value(event).unwrap()
    }

    #[tokio::test]
    async fn what_was_missed_is_not_lost_when_no_worker_is_free() {
        let workers = Arc::new(workers(1, 0));
        let quizzing = Quizzing::new(Arc::clone(&workers));
        let quiz = Quiz {
            starter: 40,
            seed: 7,
            ..Quiz::default()
        };
        let on_show = OnShow {
            quiz,
            ..OnShow::default()
        };
        let key = Key::of(None, quiz);
        quizzing.quizzes.begin(key, 30, quiz, false);
        quizzing.quizzes.answer(key, on_show, 40, false);

        let end = async || {
            let seen = requests(async |call| {
                let press = press(&on_show.encode(Does::End));
                let locales = Locales {
                    member: Locale::English,
                    everyone: Locale::English,
                };
                let record = Record::new("press", "button");
                let pressed = (Does::End, on_show);
                let sent = quizzing.press(call, &press, pressed, locales, &record);
                let _ = sent.await;
            });
            seen.await.join("\n")
        };

        let (release, wait) = channel();
        let wait = Mutex::new(wait);
        let record = Record::new("command", "ask");
        let busy = workers.run(&record, Asker::default(), move |_, _| {
            Ok(wait.lock().unwrap().recv()?)
        });
        let (_, refused) = join!(busy, async {
            let refused = end().await;
            release.send(()).unwrap();
            refused
        });
        assert!(!refused.contains("quiz"), "{refused}");
        assert_eq!(quizzing.quizzes.missed(key).unwrap().len(), 1);

        let over = end().await;
        assert!(over.contains("**The quiz"), "{over}");
        assert!(quizzing.quizzes.is_over(key));
    }
}
