//! `/library`: what there is to ask, a page at a time.

use crate::discord::show::Setting;
use crate::discord::state::{Action, Kind, State, View};
use crate::index::{DocumentInfo, Library};
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, label, shorten};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::words;

/// Documents on a page; in plain text too they fit.
const PAGE: usize = 10;
/// Longest title shown, in units.
const TITLE: usize = 60;

/// Lists the documents of page `page`, or of the last one.
pub fn reply(library: &Library, page: usize, setting: Setting) -> Message {
    let documents = library.documents();
    let pages = documents.len().div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let lines: Vec<String> = documents.iter().skip(page * PAGE).take(PAGE).map(line).collect();
    let passages = library.passage_count() as usize;
    let footer = vec![words::library::summary(documents.len(), passages, page + 1, pages)];
    let card = Card { title: Some(words::library::TITLE.to_owned()), footer, ..Card::default() };
    let message = card.message(setting.form, lines.join("\n"));
    message.with_buttons(buttons(page, pages, setting)).private(setting.private)
}

fn line(document: &DocumentInfo) -> String {
    let title = escape(&shorten(&label(&document.title), TITLE));
    let chapters = document.sections.iter().filter(|section| !section.path.is_empty()).count();
    words::library::document(&title, document.words as usize, chapters)
}

fn buttons(page: usize, pages: usize, setting: Setting) -> Vec<Button> {
    let view = View { page: u16::try_from(page).unwrap_or(u16::MAX), ..View::default() };
    let state = State { asker: setting.asker, kind: Kind::Library, view, ..State::default() };
    let turn = |label: &str, action, enabled| Button::new(label, state.encode(action)).enabled_if(enabled);
    let mut buttons = Vec::new();
    if pages > 1 {
        buttons.push(turn(words::buttons::EARLIER, Action::Earlier, page > 0));
        buttons.push(turn(words::buttons::LATER, Action::Later, page + 1 < pages));
    }
    if !setting.private {
        buttons.push(Button::new(words::buttons::DELETE, state.encode(Action::Delete)));
    }
    buttons
}
