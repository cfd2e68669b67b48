//! `/help` and `/privacy`: what the bot does, and what it keeps.

use crate::render::discord::card::Card;
use crate::render::discord::message::Message;
use crate::render::discord::words;
use crate::reply::show::Setting;

/// What members can do.
pub fn help(setting: Setting) -> Message {
    told(words::help::TITLE, words::help::TEXT, setting)
}

/// What is kept of what they do.
pub fn privacy(setting: Setting) -> Message {
    told(words::privacy::TITLE, words::privacy::TEXT, setting)
}

fn told(title: &str, text: &str, setting: Setting) -> Message {
    let card = Card {
        title: Some(title.to_owned()),
        ..Card::default()
    };
    card.message(setting.form, text.to_owned()).private(true)
}
