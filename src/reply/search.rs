//! `/search`: where exactly these words stand.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use crate::index::{Library, Scope};
use crate::render::discord::card::{Card, Tone};
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::words::search as said;
use crate::reply::shelf;
use crate::reply::show::{Notes, Setting, last_button, show};
use crate::reply::state::{Kind, State};
use crate::search::find;

/// Searches and shows the first place.
pub fn reply(library: &Library, text: &str, scope: Scope, setting: Setting) -> Result<Message> {
    let hits = find(library, text, scope)?;
    let notes = Notes {
        asked: Some(text),
        lines: vec![],
    };

    let within = shelf::within(library, scope)?;
    let state = State {
        kind: Kind::Search,
        within,
        asker: setting.asker,
        ..State::default()
    };

    if let Some(first) = hits.passages.first() {
        let view = shelf::view_of(library, &library.passage(*first)?)?;
        let state = State {
            view,
            ..state.clone()
        };
        if let Some(message) = show(library, state, Turn::ToBold, notes, setting)? {
            return Ok(message);
        }
    }

    let card = Card {
        asked: Some(text.to_owned()),
        tone: Tone::No,
        ..Card::default()
    };

    let message = card.message(setting.form, said::NOTHING.to_owned());
    Ok(message
        .with_buttons(vec![last_button(&state, setting.private)])
        .private(setting.private))
}
