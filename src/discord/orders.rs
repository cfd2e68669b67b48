//! `/texts`, `/settings` and `/privacy delete-server` as Discord sends them -> an order, free of Discord's types.

use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ResolvedOption, ResolvedValue};
use serenity::model::id::GuildId;

use crate::reply::commands::names::{self, subs};
use crate::store::ServerId;

/// What somebody who manages a server wants, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The server; there is none in direct messages.
    pub server: Option<ServerId>,
    pub channel: u64,
    /// Whether they may *Manage Server*. Discord lets only those send most orders whom a server's owners let.
    pub manages: bool,
    pub what: What,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Add(Sent),
    /// A text by the name of its file.
    Remove(String),
    Rename(String, String),
    List,
    Quota,
    ShowSettings,
    /// What is left out stays as it is.
    SetServer {
        shared: Option<bool>,
        private: Option<bool>,
    },
    /// The text to ask in this channel; `None` for all again.
    SetChannel(Option<String>),
    DeleteServer,
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

/// The order in a command; `None` if it holds none.
pub fn read(command: &CommandInteraction) -> Option<Order> {
    let options = command.data.options();
    let (sub, given) = options.iter().find_map(|option| match &option.value {
        ResolvedValue::SubCommand(given) => Some((option.name, given.as_slice())),
        _ => None,
    })?;

    let what = match (command.data.name.as_str(), sub) {
        (names::TEXTS, subs::ADD) => What::Add(sent(given)?),
        (names::TEXTS, subs::REMOVE) => What::Remove(text(given, names::TEXT)?),
        (names::TEXTS, subs::RENAME) => {
            What::Rename(text(given, names::TEXT)?, text(given, names::TITLE)?)
        }
        (names::TEXTS, subs::LIST) => What::List,
        (names::TEXTS, subs::QUOTA) => What::Quota,
        (names::SETTINGS, subs::SHOW) => What::ShowSettings,
        (names::SETTINGS, subs::SERVER) => What::SetServer {
            shared: flag(given, names::SHARED),
            private: flag(given, names::PRIVATE),
        },
        (names::SETTINGS, subs::CHANNEL) => What::SetChannel(text(given, names::DOCUMENT)),
        (names::PRIVACY, subs::DELETE_SERVER) => What::DeleteServer,
        _ => return None,
    };

    let member = command.member.as_ref();
    let permissions = member.and_then(|member| member.permissions);
    Some(Order {
        server: command.guild_id.map(GuildId::get),
        channel: command.channel_id.get(),
        manages: permissions.is_some_and(Permissions::manage_guild),
        what,
    })
}

fn sent(given: &[ResolvedOption]) -> Option<Sent> {
    let file = given.iter().find_map(|option| match option.value {
        ResolvedValue::Attachment(file) if option.name == names::FILE => Some(file),
        _ => None,
    })?;
    Some(Sent {
        file_name: file.filename.clone(),
        bytes: file.size.into(),
        url: file.url.clone(),
        title: text(given, names::TITLE),
        language: text(given, names::LANGUAGE),
    })
}

fn text(given: &[ResolvedOption], name: &str) -> Option<String> {
    given.iter().find_map(|option| match option.value {
        ResolvedValue::String(text) if option.name == name => Some(text.to_owned()),
        _ => None,
    })
}

fn flag(given: &[ResolvedOption], name: &str) -> Option<bool> {
    given.iter().find_map(|option| match option.value {
        ResolvedValue::Boolean(flag) if option.name == name => Some(flag),
        _ => None,
    })
}
