//! Replies as pure functions: a library of a few files, what is asked and pressed there without the
//! bot, and all that is shown then.

use std::fs;
use std::path::Path;

use pullquote::internals::corpus::Corpus;
use pullquote::internals::index::{Library, Silent};
use pullquote::internals::locale::{Locale, Locales};
use pullquote::internals::render::discord::card::Form;
use pullquote::internals::render::discord::message::Message;
use pullquote::internals::reply::autocomplete::suggest_choices;
use pullquote::internals::reply::memory::state::{Action, Print, State};
use pullquote::internals::reply::press::{Outcome, Press};
use pullquote::internals::reply::request::Request;
use pullquote::internals::reply::view::setting::{Offers, Setting};

pub const SETTING: Setting = Setting {
    asker: 40,
    form: Form::Embed,
    locales: Locales::ENGLISH,
    private: false,
    beneath: false,
    offers: Offers::NONE,
};

/// The library of these files; their names may have folders in them.
pub fn library<T: AsRef<[u8]>>(files: &[(impl AsRef<Path>, T)]) -> Library {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    for (name, text) in files {
        let path = corpus.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    // The index is mapped, so it can be read although its folder goes.
    pullquote::internals::index::open_library(
        &Corpus::here(&corpus),
        &dir.path().join("index"),
        &Silent,
    )
    .unwrap()
}

/// The library of the sample story that is part of the project.
pub fn sample_story() -> Library {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let index = tempfile::tempdir().unwrap();
    pullquote::internals::index::open_library(&Corpus::here(&corpus), index.path(), &Silent)
        .unwrap()
}

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

/// The names in the list that appears while somebody types in an option.
pub fn listed(library: &Library, option: &str, typed: &str) -> Vec<String> {
    let choices = suggest_choices(library, option, typed, None, Locale::English).unwrap();
    choices.into_iter().map(|choice| choice.name).collect()
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
