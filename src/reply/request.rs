//! A slash or message command, free of Discord's types -> the reply to it.

use anyhow::Result;

use crate::error::UserError;
use crate::index::{Library, Scope};
use crate::reader::Effort;
use crate::render::discord::markdown;
use crate::render::discord::message::Message;
use crate::render::discord::words::{self, sorry};
use crate::reply::commands::names;
use crate::reply::setting::Setting;
use crate::reply::talk::is_small_talk;
use crate::reply::{ask, check_quote, help, library, read, search};

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
    /// The number that Discord gave the slash commands, by which they can be pressed in a text.
    pub ids: Vec<(String, u64)>,
}

impl Request {
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
            names::ASK | names::FIND if is_small_talk(text) => {
                help::greeting(library).map(|said| said.private(true))
            }
            names::ASK | names::FIND => ask::reply(library, text, scope, setting, effort),
            names::SEARCH => search::reply(library, text, scope, setting),
            names::READ => read::reply(library, scope, self.from.as_deref(), setting),
            names::RANDOM => read::random(library, scope, setting),
            names::LIBRARY => library::reply(library, scope, setting),
            names::HELP => help::help(library, setting, &|name| self.mention(name)),
            names::PRIVACY => Ok(help::privacy(setting)),
            names::CHECK => check_quote::reply(library, text, setting),
            _ => sorry(sorry::UNREADABLE),
        }
    }

    /// A command as it can be pressed in a text, or as it is typed.
    fn mention(&self, name: &str) -> String {
        match self.ids.iter().find(|(known, _)| known == name) {
            Some((_, id)) => format!("</{name}:{id}>"),
            None => format!("**/{name}**"),
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
    // The library's own sentence lists what there is; a member gets a short one.
    library.find(name).map_err(|error| {
        let name = markdown::name(name, LONGEST_NAME);
        match error {
            UserError::AmbiguousDocument { .. } => words::ambiguous_document(&name),
            _ => words::no_such_document(&name),
        }
    })
}
