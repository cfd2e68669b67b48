//! `/library`: what there is to ask, a page at a time.

use crate::index::{DocumentInfo, Library};
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, label, shorten};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::words;
use crate::reply::show::Setting;
use crate::reply::state::{Action, Kind, State, View};

/// Lines on a page; in plain text too they fit.
const PAGE: usize = 9;
/// Longest title shown, in units; of an author half of it.
const TITLE: usize = 60;
/// Longest path and reason of a file that was not read, in units.
const SKIPPED: usize = 150;

/// Page `page`, or the last one, of the list: collections and documents, then files that were not read.
pub fn reply(library: &Library, page: usize, setting: Setting) -> Message {
    let documents = library.documents();
    let lines = library.folders().len() + documents.len() + library.skipped().len();
    let pages = lines.div_ceil(PAGE).max(1);

    // The library may have shrunk since the button was shown.
    let page = page.min(pages - 1);
    let lines: Vec<String> = lines_of(library).skip(page * PAGE).take(PAGE).collect();

    let passages = library.passage_count() as usize;
    let summary = words::library::summary(documents.len(), passages, page + 1, pages);
    let card = Card {
        title: Some(words::library::TITLE.to_owned()),
        footer: vec![summary],
        ..Card::default()
    };

    let message = card.message(setting.form, lines.join("\n"));
    message
        .with_buttons(buttons(page, pages, setting))
        .private(setting.private)
}

fn lines_of(library: &Library) -> impl Iterator<Item = String> {
    let documents = (0..).zip(library.documents()).flat_map(|(id, document)| {
        // A collection is named above its first document; a folder and one in it may begin together.
        let folders = library
            .folders()
            .iter()
            .filter(move |folder| folder.documents.start == id)
            .map(|folder| short(&words::library::collection(folder), TITLE));
        folders.chain([line(document)])
    });

    let skipped = library.skipped().iter().map(|file| {
        let file = short(&format!("{} {}", file.path, file.reason), SKIPPED);
        words::library::skipped(&file)
    });
    documents.chain(skipped)
}

/// A name as it can stand in a line of the list, in at most `room` units before it is escaped.
fn short(name: &str, room: usize) -> String {
    escape(&shorten(&label(name), room))
}

fn line(document: &DocumentInfo) -> String {
    let about = words::library::About {
        title: short(&document.title, TITLE),
        author: document
            .author
            .as_ref()
            .map(|author| short(author, TITLE / 2)),
        words: document.words as usize,
        chapters: document.chapters(),
        language: document.language.name(),
        indexed: document.indexed,
    };
    about.to_string()
}

fn buttons(page: usize, pages: usize, setting: Setting) -> Vec<Button> {
    let view = View {
        page: u16::try_from(page).unwrap_or(u16::MAX),
        ..View::default()
    };
    let state = State {
        asker: setting.asker,
        kind: Kind::Library,
        view,
        ..State::default()
    };

    let turn =
        |label: &str, action, enabled| Button::new(label, state.encode(action)).enabled_if(enabled);

    let mut buttons = Vec::new();
    if pages > 1 {
        buttons.push(turn(words::buttons::EARLIER, Action::Earlier, page > 0));
        buttons.push(turn(words::buttons::LATER, Action::Later, page + 1 < pages));
    }

    // Nobody else sees a private list, so nobody needs it taken away.
    if !setting.private {
        buttons.push(Button::new(
            words::buttons::DELETE,
            state.encode(Action::Delete),
        ));
    }
    buttons
}
