//! What is known of a text itself, as a sentence: who wrote it, how long it is.

use crate::answer::Answer;
use crate::index::{DocumentInfo, Library};
use crate::query::About;
use crate::render::words;

/// Texts of which something is told at most.
const TOLD: usize = 5;

/// What there is to say about the texts that were asked, as plain text, a sentence a line; `None` if nothing about
/// them was asked.
pub fn told(library: &Library, answer: &Answer) -> Option<String> {
    let about = answer.about.as_ref()?;
    let (About::Author(title) | About::Length(title)) = about else {
        return Some(words::about::READ.to_owned());
    };

    let documents = answer.documents.clone();
    let infos = documents.filter_map(|id| library.document(id).ok());
    let meant = |info: &&DocumentInfo| title.as_ref().is_none_or(|title| *title == info.title);
    let infos: Vec<&DocumentInfo> = infos.filter(meant).collect();

    let lines: Vec<String> = infos
        .iter()
        .filter_map(|info| match about {
            About::Author(_) => Some(words::about::author(&info.title, info.author.as_ref()?)),
            _ => Some(length(info)),
        })
        .take(TOLD)
        .collect();
    match (lines.as_slice(), infos.as_slice()) {
        ([], [one]) => Some(words::about::no_author(&one.title)),
        ([], _) => Some(words::about::NO_AUTHORS.to_owned()),
        (lines, _) => Some(lines.join("\n")),
    }
}

fn length(info: &DocumentInfo) -> String {
    let (chapters, pages) = (info.chapters() as u64, info.pages.len() as u64);
    words::about::length(&info.title, info.words.into(), chapters, pages)
}
