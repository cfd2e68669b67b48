//! To whom and how a reply is shown, and what it says beside the text.

use crate::render::discord::card::{Card, Form};
use crate::render::discord::message::Button;
use crate::render::discord::words;
use crate::reply::state::{Action, State};

/// To whom and how a reply is shown.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The person who asked.
    pub asker: u64,
    /// Whether what is longer than a message may be an embed.
    pub form: Form,
    /// Only that person sees it.
    pub private: bool,
    /// It stands beneath the question, as an answer to a message: Discord shows the question itself.
    pub beneath: bool,
}

/// What a reply says beside the text.
#[derive(Debug, Clone, Default)]
pub struct Notes<'a> {
    /// The question or the words searched for, as the person put them.
    pub asked: Option<&'a str>,
    /// Further lines above the text, as Markdown.
    pub head: Vec<String>,
    /// Further lines below the text, as plain text.
    pub lines: Vec<String>,
}

impl<'a> Notes<'a> {
    /// Nothing but what was asked.
    pub fn of(asked: Option<&'a str>) -> Notes<'a> {
        Notes {
            asked,
            ..Notes::default()
        }
    }

    /// A card that says what was asked, unless Discord does.
    pub fn card(&self, setting: Setting) -> Card {
        let asked = self.asked.filter(|_| !setting.beneath);
        Card {
            asked: asked.map(str::to_owned),
            ..Card::default()
        }
    }
}

/// What can be done with the message itself.
pub fn last_button(state: &State, private: bool) -> Button {
    if private {
        Button::new(words::buttons::POST, state.encode(Action::Post))
    } else {
        Button::new(words::buttons::DELETE, state.encode(Action::Delete))
    }
}
