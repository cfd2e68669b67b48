//! Replies as pure functions: what is asked and pressed without the bot, and all that is shown then.

use pullquote::locale::Locales;
use pullquote::render::discord::card::Form;
use pullquote::render::discord::message::Message;
use pullquote::reply::press::{Outcome, Press};
use pullquote::reply::request::Request;
use pullquote::reply::setting::{Offers, Setting};
use pullquote::reply::state::{Action, Print, State};

pub const SETTING: Setting = Setting {
    asker: 40,
    form: Form::Embed,
    locales: Locales::ENGLISH,
    private: false,
    beneath: false,
    offers: Offers::NONE,
};

pub fn request(name: &str, text: &str, document: Option<String>, from: Option<String>) -> Request {
    Request {
        name: name.to_owned(),
        text: text.to_owned(),
        usual: document.clone(),
        document,
        from,
        private: false,
        ids: vec![],
    }
}

/// A press by the person of [`SETTING`], on a button of `shown` or a line of its menu.
pub fn press(
    action: Action,
    state: State,
    asked: Option<String>,
    shown: Message,
    chosen: &str,
) -> Press {
    Press {
        action,
        state,
        asked,
        chosen: Some(chosen.to_owned()),
        by: SETTING.asker,
        moderator: false,
        private: false,
        shown,
        setting: SETTING,
    }
}

/// The value of a menu's line that leads to a chapter.
pub fn chapter(section: usize, path: &[&str]) -> String {
    let Print(print) = Print::of(&path.join("\n"));
    let print: String = print.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("c{section}.{print}")
}

pub fn json(message: &Message) -> String {
    serde_json::to_string(message).unwrap()
}

/// All that anyone sees after a press.
pub fn shown(outcome: Outcome) -> String {
    match outcome {
        Outcome::Update(message) | Outcome::Send(message) => json(&message),
        Outcome::Post(own, public) => json(&own) + &json(&public),
        Outcome::Delete => String::new(),
    }
}
