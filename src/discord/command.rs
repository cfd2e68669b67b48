//! A slash or message command -> the work that answers it.

use anyhow::Result;
use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ResolvedTarget, ResolvedValue};

use crate::discord::commands::names;
use crate::discord::show::Setting;
use crate::discord::{ask, check_quote, help, read, search, shelves};
use crate::index::{DocumentInfo, Library, Scope};
use crate::reader::Effort;
use crate::render::discord::card::Form;
use crate::render::discord::markdown::{escape, label, shorten};
use crate::render::discord::message::Message;
use crate::render::discord::words::{self, sorry};

/// Longest name of a document that is said again when there is none, in units.
const LONGEST_NAME: usize = 100;

/// A command with its options, free of Discord's types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// As Discord sends it; one of [`names::ALL`] if it is ours.
    pub name: String,
    /// The question, the words to look for, or the text of the message it is used on.
    pub text: String,
    /// The document or collection to look in, as it is named.
    pub document: Option<String>,
    /// Where to begin reading.
    pub from: Option<String>,
    /// Only the asker sees the answer.
    pub private: bool,
}

impl Request {
    /// The command with what the person gave; an option they left out is empty.
    pub fn of(interaction: &CommandInteraction) -> Request {
        let mut request = Request {
            name: interaction.data.name.clone(),
            text: String::new(),
            document: None,
            from: None,
            private: false,
        };

        for option in interaction.data.options() {
            match (option.name, option.value) {
                (names::QUESTION | names::TEXT, ResolvedValue::String(text)) => {
                    request.text = text.to_owned()
                }
                (names::DOCUMENT, ResolvedValue::String(name)) => {
                    request.document = Some(name.to_owned())
                }
                (names::FROM, ResolvedValue::String(from)) => request.from = Some(from.to_owned()),
                (names::PRIVATE, ResolvedValue::Boolean(private)) => request.private = private,
                // An option that an older registration still offers is no reason to fail.
                _ => {}
            }
        }

        if let Some(ResolvedTarget::Message(message)) = interaction.data.target() {
            request.text = message.content.clone();
        }

        // What is done to somebody's message is shown to whoever did it; they can post it.
        let alone = [names::FIND, names::CHECK, names::HELP, names::PRIVACY];
        request.private |= alone.contains(&request.name.as_str());
        request
    }

    /// The answer to the command.
    ///
    /// # Errors
    /// When the index cannot be read; what the person can put right is a reply too.
    pub fn reply(&self, library: &Library, setting: Setting, effort: Effort) -> Result<Message> {
        let sorry = |sentence: &str| Ok(Message::text(sentence).private(true));

        let named = self.document.as_deref().map(|name| find(library, name));
        let scope = match named.transpose() {
            Ok(scope) => scope.unwrap_or_default(),
            Err(sentence) => return sorry(&sentence),
        };

        let text = self.text.trim();
        match self.name.as_str() {
            // A message may hold no text at all, only a picture.
            names::FIND | names::CHECK if text.is_empty() => sorry(sorry::EMPTY_MESSAGE),
            names::ASK | names::SEARCH if !has_words(text) => sorry(sorry::EMPTY_QUESTION),
            names::ASK | names::FIND => ask::reply(library, text, scope, setting, effort),
            names::SEARCH => search::reply(library, text, scope, setting),
            names::READ => read::reply(library, scope, self.from.as_deref(), setting),
            names::RANDOM => read::random(library, scope, setting),
            names::LIBRARY => Ok(shelves::reply(library, 0, setting)),
            names::HELP => Ok(help::help(setting)),
            names::PRIVACY => Ok(help::privacy(setting)),
            names::CHECK => check_quote::reply(library, text, setting),
            _ => sorry(sorry::UNREADABLE),
        }
    }
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The document or collection a person means.
///
/// # Errors
/// A sentence for them when none or several fit.
pub fn find(library: &Library, name: &str) -> Result<Scope, String> {
    let wanted = name.trim().to_lowercase();

    // The library's own error lists what there is; a member gets one sentence.
    library.find(name).map_err(|_| {
        let fits = |d: &&DocumentInfo| {
            d.path.to_lowercase().contains(&wanted) || d.title.to_lowercase().contains(&wanted)
        };

        // Every name holds an empty one, yet nobody meant several by it.
        let several = !wanted.is_empty() && library.documents().iter().filter(fits).count() > 1;

        let name = escape(&shorten(&label(name), LONGEST_NAME));
        if several {
            words::ambiguous_document(&name)
        } else {
            words::no_such_document(&name)
        }
    })
}

/// The form that messages may have: without *Embed Links*, embeds would not be shown.
pub fn form(permissions: Option<Permissions>) -> Form {
    match permissions {
        Some(permissions) if !permissions.embed_links() => Form::Plain,
        _ => Form::Embed,
    }
}
