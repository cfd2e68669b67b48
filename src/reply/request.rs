//! A slash or message command, free of Discord's types -> the reply to it.

use anyhow::Result;

use crate::locale::Said;
use crate::reader::Effort;
use crate::render::discord::card::Card;
use crate::render::discord::message::Message;
use crate::render::discord::say::sorry;
use crate::render::discord::words::say_late_of;
use crate::reply::commands::names;
use crate::reply::memory::state::State;
use crate::reply::named::naming::{Unclear, find_texts};
use crate::reply::view::setting::Setting;
use crate::reply::{ask, check_quote, help, library, read, search, talk};
use crate::servers::{Libraries, Texts};

/// A command with its options, free of Discord's types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// As Discord sends it; one of [`names::ALL`] if it is ours.
    pub name: String,
    /// The question, the words to look for, or the text of the message it is used on.
    pub text: String,
    /// The document or collection to look in, as it is named.
    pub document: Option<String>,
    /// The same where none is named: what is usual in this channel. It may be gone.
    pub usual: Option<String>,
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
    /// When an index cannot be read; what the person can put right is a reply too.
    pub fn reply<'a>(
        &self,
        libraries: impl Into<Libraries<'a>>,
        setting: Setting,
        effort: Effort,
    ) -> Result<Message> {
        let libraries = libraries.into();
        // Only the person who asked sees that something is wrong.
        let member = setting.locales.member;
        let sorry = |sentence: Said| Ok(Message::text(sentence(member)).private(true));

        match self.name.as_str() {
            names::HELP => {
                return help::render_help(libraries, setting, &|name| self.mention(name));
            }
            names::PRIVACY => return Ok(help::render_privacy(setting)),
            _ => {}
        }

        // A choice from the list names a place by itself; anything else is looked for.
        if let Some((state, asked)) = self.chosen() {
            return match libraries.view(state.home) {
                Some(view) => ask::render_chosen_place(&view, state, asked, setting),
                None => sorry(sorry::text_changed_ask),
            };
        }
        let texts = match self.texts(libraries) {
            Ok(texts) => texts,
            Err(unclear) => return Ok(say_unclear(&unclear, libraries, setting)),
        };

        let text = self.text.trim();
        match self.name.as_str() {
            // A message may hold no text at all, only a picture.
            names::FIND | names::CHECK if text.is_empty() => sorry(sorry::empty_message),
            names::ASK if !has_words(text) => sorry(sorry::empty_question),
            names::SEARCH if !has_words(text) => sorry(sorry::empty_search),
            names::ASK | names::FIND => {
                match talk::reply_to_no_question(libraries, &texts, text, setting)? {
                    Some(message) => Ok(message),
                    None => ask::reply_to_question(&texts, text, setting, effort),
                }
            }
            _ if texts.is_empty() => sorry(sorry::no_texts),
            names::SEARCH => search::reply_to_search(&texts, text, setting),
            names::READ => read::render_document(&texts, self.from.as_deref(), setting),
            names::RANDOM => read::render_random_passage(&texts, setting),
            names::LIBRARY => library::render_library(&texts, setting),
            names::CHECK => check_quote::reply_to_quotation(&texts, text, setting),
            _ => sorry(sorry::unreadable),
        }
    }

    /// The place that was chosen from a list while typing.
    fn chosen(&self) -> Option<(State, Option<&str>)> {
        match self.name.as_str() {
            names::ASK => ask::parse_chosen_place(self.text.trim()),
            names::READ => ask::parse_chosen_place(self.from.as_deref()?),
            _ => None,
        }
    }

    /// The texts to look in.
    ///
    /// # Errors
    /// When what the person named is not there, or is several.
    pub fn texts<'a>(&self, libraries: Libraries<'a>) -> Result<Vec<Texts<'a>>, Unclear> {
        if let Some(name) = &self.document {
            return find_texts(libraries, name).map(|found| vec![found]);
        }

        // The list shows all that there is, and a quotation may be of any text.
        let is_usual = ![names::LIBRARY, names::CHECK].contains(&self.name.as_str());
        let usual = self.usual.as_deref().filter(|_| is_usual);
        Ok(usual
            .and_then(|name| find_texts(libraries, name).ok())
            .map_or_else(|| libraries.texts(), |found| vec![found]))
    }

    /// A command, perhaps with its subcommand, as it can be pressed in a text, or as it is typed.
    fn mention(&self, name: &str) -> String {
        let command = name.split(' ').next();
        match self
            .ids
            .iter()
            .find(|(known, _)| Some(known.as_str()) == command)
        {
            Some((_, id)) => format!("</{name}:{id}>"),
            None => format!("**/{name}**"),
        }
    }
}

/// What is said of a name that fits no text, or several; it may be that of one that comes later.
fn say_unclear(unclear: &Unclear, libraries: Libraries, setting: Setting) -> Message {
    let member = setting.locales.member;
    let is_unknown = matches!(unclear, Unclear::Unknown(_));
    let late = say_late_of(member, &libraries.texts()).filter(|_| is_unknown);

    let card = Card {
        head: vec![unclear.told(member)],
        foot: late.into_iter().collect(),
        ..Card::default()
    };
    card.message(setting.form, "").private(true)
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
