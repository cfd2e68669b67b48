//! `/texts`, `/settings`, `/gate`, `/schedule` and the like as Discord sends them -> an order, free
//! of Discord's types.

use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ResolvedOption, ResolvedValue};
use serenity::model::channel::ChannelType;
use serenity::model::id::GuildId;

use crate::discord::incoming::{command_asker, parse_locale};
use crate::discord::options::{flag_option, number_option, subcommand, text_option};
use crate::language::Language;
use crate::locale::Locale;
use crate::render::discord::words::library;
use crate::reply::commands::names::{self, subs};
use crate::store::ServerId;

/// What somebody who manages a server wants, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The server; there is none in direct messages.
    pub server: Option<ServerId>,
    pub channel: u64,
    /// The channel, and of a thread the one that it belongs to.
    pub channels: Vec<u64>,
    /// Their language; all is told to them alone.
    pub locale: Locale,
    /// Whether they may *Manage Server*. Discord lets only those send most orders whom a server's
    /// owners let.
    pub manages: bool,
    pub what: What,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Add(Sent),
    Texts(Texts),
    Settings(Settings),
    /// How far somebody has read, or a channel or a server.
    Gates(Whose, Change),
    Schedule(Scheduling),
    Gaps(Gaps),
    DeleteServer,
}

/// Something about what is posted by itself; one is named by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scheduling {
    New(NewSchedule),
    List,
    /// Pauses it, or lets it go on.
    Pause(u64),
    Remove(u64),
    /// Shows a person what comes next.
    Test(u64, u64),
}

/// A schedule as somebody orders it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSchedule {
    /// The person.
    pub by: u64,
    /// Whether the bot may do where it is ordered all that posting needs.
    pub may_post: bool,
    pub document: Option<String>,
    pub time: String,
    pub zone: String,
    pub weekdays: bool,
    /// How a text is read bit by bit; otherwise it is single passages.
    pub plan: Option<NewPlan>,
}

/// How a text is to be read bit by bit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlan {
    pub words: u32,
    pub from: Option<String>,
    pub moves_gate: bool,
}

/// Something about the questions that got a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    Show,
    Clear,
}

/// Something about the texts that a server has; one is named by its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    Remove(String),
    Rename(String, String),
    List,
    Quota,
}

/// What a server sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settings {
    Show,
    /// What is left out stays as it is.
    Server {
        shared: Option<bool>,
        private: Option<bool>,
        /// `None` within for the language that the server has on Discord.
        language: Option<Option<Locale>>,
        feedback: Option<bool>,
        gaps: Option<bool>,
    },
    /// The text to ask in this channel; `None` for all again.
    Channel(Option<String>),
}

/// Whose gates are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of a person, wherever the texts are.
    Person(u64),
    Channel(u64),
    Server,
}

/// What is to become of a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A text is open up to a chapter.
    Set(String, u32),
    Show,
    /// A text is open to its end, or all are.
    Clear(Option<String>),
}

/// A file that was sent along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub file_name: String,
    pub bytes: u64,
    pub url: String,
    pub title: Option<String>,
    pub language: Option<String>,
}

impl Order {
    /// Whether everyone in the channel is to know of it.
    pub fn is_loud(&self) -> bool {
        let keeps = Some(true);
        matches!(&self.what, What::Settings(Settings::Server { gaps, .. }) if *gaps == keeps)
    }
}

/// The order in a command; `None` if it holds none.
pub fn read_order(command: &CommandInteraction) -> Option<Order> {
    let options = command.data.options();
    let (sub, given) = subcommand(&options)?;

    let locale = parse_locale(Some(&command.locale));
    let what = match (command.data.name.as_str(), sub) {
        (names::TEXTS, subs::ADD) => What::Add(read_sent_file(given, locale)?),
        (names::TEXTS, sub) => What::Texts(read_texts_order(sub, given)?),
        (names::SETTINGS, sub) => What::Settings(read_settings_order(sub, given)?),
        (names::GAPS, subs::SHOW) => What::Gaps(Gaps::Show),
        (names::GAPS, subs::CLEAR) => What::Gaps(Gaps::Clear),
        (names::PRIVACY, subs::DELETE_SERVER) => What::DeleteServer,
        (names::PROGRESS, sub) => What::Gates(
            Whose::Person(command.user.id.get()),
            read_gate_change(sub, given)?,
        ),
        (names::GATE, sub) => {
            let whose = match flag_option(given, names::WHOLE_SERVER) {
                Some(true) => Whose::Server,
                _ => Whose::Channel(command.channel_id.get()),
            };
            What::Gates(whose, read_gate_change(sub, given)?)
        }
        (names::SCHEDULE, sub) => What::Schedule(read_schedule_order(command, sub, given)?),
        _ => return None,
    };

    let member = command.member.as_ref();
    let permissions = member.and_then(|member| member.permissions);
    Some(Order {
        server: command.guild_id.map(GuildId::get),
        channel: command.channel_id.get(),
        channels: command_asker(command).channels,
        locale,
        manages: permissions.is_some_and(Permissions::manage_guild),
        what,
    })
}

fn read_texts_order(sub: &str, given: &[ResolvedOption]) -> Option<Texts> {
    let which = || text_option(given, names::TEXT);
    match sub {
        subs::REMOVE => Some(Texts::Remove(which()?)),
        subs::RENAME => Some(Texts::Rename(which()?, text_option(given, names::TITLE)?)),
        subs::LIST => Some(Texts::List),
        subs::QUOTA => Some(Texts::Quota),
        _ => None,
    }
}

fn read_settings_order(sub: &str, given: &[ResolvedOption]) -> Option<Settings> {
    match sub {
        subs::SHOW => Some(Settings::Show),
        subs::SERVER => Some(Settings::Server {
            shared: flag_option(given, names::SHARED),
            private: flag_option(given, names::PRIVATE),
            language: text_option(given, names::LANGUAGE).map(|tag| Locale::of_tag(&tag)),
            feedback: flag_option(given, names::FEEDBACK),
            gaps: flag_option(given, names::GAPS),
        }),
        subs::CHANNEL => Some(Settings::Channel(text_option(given, names::DOCUMENT))),
        _ => None,
    }
}

fn read_gate_change(sub: &str, given: &[ResolvedOption]) -> Option<Change> {
    let document = text_option(given, names::DOCUMENT);
    match sub {
        subs::SET => Some(Change::Set(
            document?,
            number_option(given, names::CHAPTER)?,
        )),
        subs::SHOW => Some(Change::Show),
        subs::CLEAR => Some(Change::Clear(document)),
        _ => None,
    }
}

fn read_schedule_order(
    command: &CommandInteraction,
    sub: &str,
    given: &[ResolvedOption],
) -> Option<Scheduling> {
    // What was typed and not chosen may be anything; there is no schedule of number 0.
    let which = || {
        let typed = text_option(given, names::SCHEDULE)?;
        let number: Option<i64> = typed.trim().trim_start_matches('#').parse().ok();
        Some(
            number
                .and_then(|number| number.try_into().ok())
                .unwrap_or(0),
        )
    };

    let by = command.user.id.get();
    match sub {
        subs::QUOTE => Some(Scheduling::New(read_new_schedule(command, given, None)?)),
        subs::PLAN => {
            let plan = NewPlan {
                words: number_option(given, names::WORDS)?,
                from: text_option(given, names::FROM),
                moves_gate: flag_option(given, names::MOVE_GATE).unwrap_or_default(),
            };
            Some(Scheduling::New(read_new_schedule(
                command,
                given,
                Some(plan),
            )?))
        }
        subs::LIST => Some(Scheduling::List),
        subs::PAUSE => Some(Scheduling::Pause(which()?)),
        subs::REMOVE => Some(Scheduling::Remove(which()?)),
        subs::TEST => Some(Scheduling::Test(which()?, by)),
        _ => None,
    }
}

fn read_new_schedule(
    command: &CommandInteraction,
    given: &[ResolvedOption],
    plan: Option<NewPlan>,
) -> Option<NewSchedule> {
    let kind = command.channel.as_ref().map(|channel| channel.kind);
    let is_thread = matches!(
        kind,
        Some(ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread)
    );
    let send = if is_thread {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    // After an answer that was lost, the channel is looked at; without the last one it would look
    // empty.
    let needed = Permissions::VIEW_CHANNEL | send | Permissions::READ_MESSAGE_HISTORY;

    Some(NewSchedule {
        by: command.user.id.get(),
        may_post: command
            .app_permissions
            .is_none_or(|has| has.contains(needed) || has.administrator()),
        document: text_option(given, names::DOCUMENT),
        time: text_option(given, names::TIME)?,
        zone: text_option(given, names::ZONE)?,
        weekdays: flag_option(given, names::WEEKDAYS).unwrap_or_default(),
        plan,
    })
}

fn read_sent_file(given: &[ResolvedOption], locale: Locale) -> Option<Sent> {
    let file = given.iter().find_map(|option| match option.value {
        ResolvedValue::Attachment(file) if option.name == names::FILE => Some(file),
        _ => None,
    })?;

    Some(Sent {
        file_name: file.filename.clone(),
        bytes: file.size.into(),
        url: file.url.clone(),
        title: text_option(given, names::TITLE),
        language: text_option(given, names::LANGUAGE).map(|named| to_language_tag(&named, locale)),
    })
}

/// The tag of a language that is called by its name, in the language of the person or in English.
fn to_language_tag(named: &str, locale: Locale) -> String {
    let is_it = |one: &Language| {
        let name = library::say_language_name(locale, *one);
        name.to_lowercase() == named.trim().to_lowercase()
    };
    match Language::all().find(is_it) {
        Some(language) => language.tag().to_owned(),
        None => Language::tag_of(named),
    }
}
