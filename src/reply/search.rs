//! `/search`: where exactly these words stand.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use crate::index::{Library, Scope};
use crate::query::Query;
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, label};
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::words::search as said;
use crate::reply::setting::{Notes, Setting, last_button};
use crate::reply::shelf;
use crate::reply::show::show;
use crate::reply::state::{Kind, State};

/// Searches and shows the first places; of words that stand nowhere, those that were probably meant.
pub fn reply(library: &Library, text: &str, scope: Scope, setting: Setting) -> Result<Message> {
    let state = State {
        kind: Kind::Search,
        within: shelf::within(library, scope)?,
        asker: setting.asker,
        ..State::default()
    };
    let notes = Notes::of(Some(text));
    let shown = |notes| show(library, state.clone(), Turn::ToBold, notes, setting);
    if let Some(message) = shown(notes.clone())? {
        return Ok(message);
    }

    let meant = meant(library, text, scope)?;
    if let Some(meant) = meant.as_deref() {
        let given = escape(&label(text));
        let notes = Notes {
            head: vec![said::meant(&given, &escape(meant))],
            ..Notes::of(Some(meant))
        };
        if let Some(message) = shown(notes)? {
            return Ok(message);
        }
    }

    let card = Card {
        head: vec![said::NOTHING.to_owned()],
        ..notes.card(setting)
    };
    let buttons = vec![last_button(&state, setting.private)];
    let message = card.message(setting.form, "").with_buttons(buttons);
    Ok(message.private(setting.private))
}

/// The same words with typing errors mended, if there are any.
fn meant(library: &Library, text: &str, scope: Scope) -> Result<Option<String>> {
    let passages = library.passages_in(scope)?;
    for language in library.languages(&passages) {
        let query = Query::new(library, text, &passages, language)?;
        if query.corrections.is_empty() {
            continue;
        }
        let mended = query.corrections.iter().fold(text.to_owned(), |text, one| {
            text.replace(&one.from, &one.to)
        });
        return Ok(Some(mended));
    }
    Ok(None)
}
