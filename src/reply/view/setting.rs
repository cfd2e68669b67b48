//! To whom and how a reply is shown, and what it says beside the text.

use crate::locale::{Locale, Locales};
use crate::render::discord::card::{Card, Form};
use crate::render::discord::message::Button;
use crate::render::discord::say::{button, gaps};
use crate::reply::memory::state::{Action, Kind, State};

/// To whom and how a reply is shown.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The person who asked.
    pub asker: u64,
    /// Whether what is longer than a message may be an embed.
    pub form: Form,
    /// The languages of those who may see it.
    pub locales: Locales,
    /// Only that person sees it.
    pub private: bool,
    /// It stands beneath the question, as an answer to a message: Discord shows the question
    /// itself.
    pub beneath: bool,
    /// What the server has switched on.
    pub offers: Offers,
}

/// What a server may have switched on; nothing of it shows elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Offers {
    /// Answers have buttons that say whether they helped.
    pub feedback: bool,
    /// The question is kept if it gets a no, and that is said.
    pub gaps: bool,
}

impl Offers {
    /// Nothing is switched on.
    pub const NONE: Offers = Offers {
        feedback: false,
        gaps: false,
    };
}

impl Setting {
    /// The language of the reply.
    pub fn locale(&self) -> Locale {
        self.locales.of(self.private)
    }
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

    /// The lines below the text; below a no, the one that says that its question is kept.
    pub fn foot(&self, kind: Kind, setting: Setting) -> Vec<String> {
        let is_kept = kind == Kind::Closest && setting.offers.gaps;
        let kept = is_kept.then(|| gaps::kept(setting.locale()));
        self.lines.iter().cloned().chain(kept).collect()
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
pub fn post_or_delete_button(state: &State, setting: Setting) -> Button {
    let locale = setting.locale();
    if setting.private {
        Button::new(button::post(locale), state.encode(Action::Post))
    } else {
        Button::new(button::delete(locale), state.encode(Action::Delete))
    }
}
