//! `/read` and `/random`: the text itself, from any place.
//!
//! The functions here fail only when the index cannot be read.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use anyhow::Result;

use crate::answer::{Question, answer};
use crate::index::{Library, Scope};
use crate::reader::Effort;
use crate::render::discord::markdown::{escape, label, shorten};
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::words;
use crate::reply::ask::{opened, reference};
use crate::reply::shelf;
use crate::reply::show::{Notes, Setting, show};
use crate::reply::state::{Kind, State};

/// Documents named when a collection has several.
const NAMED: usize = 10;
/// Longest name shown, in units.
const LONGEST_NAME: usize = 60;

/// Shows a document from a place in it: a chapter, a percentage, or words that stand there. If the scope
/// has several documents, the place says which: it was chosen from the list, or is a chapter.
pub fn reply(
    library: &Library,
    scope: Scope,
    from: Option<&str>,
    setting: Setting,
) -> Result<Message> {
    // A choice from the list names the passage itself; anything else is looked for.
    if let Some(state) = from.and_then(reference) {
        return opened(library, state, setting);
    }

    let from = from.map(str::trim).filter(|from| !from.is_empty());
    let documents = library.documents_in(scope)?;

    let id = match (documents.len(), from) {
        (1, None) => Some(library.document(documents.start)?.passages.start),
        (1, Some(from)) => place(library, documents.start, from)?,
        (_, None) => return which(library, scope),
        (_, Some(from)) => match headings(library, documents, &from.to_lowercase()).next() {
            Some((document, section, _)) => first_passage(library, document, section)?,
            None => return which(library, scope),
        },
    };

    match id {
        Some(id) => at(library, id, setting),
        None => Ok(Message::text(words::sorry::NO_SUCH_PLACE).private(true)),
    }
}

/// Asks which document of a scope is meant.
fn which(library: &Library, scope: Scope) -> Result<Message> {
    let sentence = match scope {
        Scope::Folder(folder) => {
            let documents = library.documents_in(scope)?;
            let count = documents.len();

            let titles = documents
                .take(NAMED)
                .map(|id| Ok(named(&library.document(id)?.title)))
                .collect::<Result<Vec<_>>>()?;
            words::which_of(&named(&library.folder(folder)?.path), &titles, count)
        }
        _ => words::sorry::WHICH_TEXT.to_owned(),
    };
    Ok(Message::text(sentence).private(true))
}

fn named(name: &str) -> String {
    escape(&shorten(&label(name), LONGEST_NAME))
}

/// Shows a passage by chance.
pub fn random(library: &Library, scope: Scope, setting: Setting) -> Result<Message> {
    let range = library.passages_in(scope)?;
    at(library, range.start + chance(range), setting)
}

/// A number below the length of `range`, by the randomness that the standard library hashes with.
fn chance(range: Range<u32>) -> u32 {
    let number = RandomState::new().hash_one(range.start) >> 32;
    ((number * range.len() as u64) >> 32) as u32
}

fn at(library: &Library, id: u32, setting: Setting) -> Result<Message> {
    let view = shelf::view_of(library, &library.passage(id)?)?;
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        view,
        ..State::default()
    };
    Ok(show(library, state, Turn::To(0), Notes::default(), setting)?.unwrap_or_default())
}

/// The passage that `from` means.
fn place(library: &Library, document: u32, from: &str) -> Result<Option<u32>> {
    let passages = library.document(document)?.passages.clone();

    let percent = from
        .strip_suffix('%')
        .and_then(|number| number.trim().parse::<f64>().ok());
    if let Some(percent) = percent {
        let share = (percent / 100.0).clamp(0.0, 1.0) * passages.len() as f64;
        // 100 % is the last passage, not one past it.
        return Ok(Some(
            passages.start + (share as u32).min(passages.len() as u32 - 1),
        ));
    }

    if let Some(chapter) = chapter(library, document, from)? {
        return Ok(Some(chapter));
    }

    let found = answer(
        library,
        &Question {
            text: from,
            scope: Scope::Document(document),
            limit: 1,
            effort: Effort::default(),
        },
    )?;

    // The closest passage that holds none of these words is not where they stand.
    Ok(found
        .passages
        .first()
        .filter(|found| !found.highlights.is_empty())
        .map(|found| found.passage.id))
}

/// The first passage under a heading: one that is called so, or else one that holds these words.
fn chapter(library: &Library, document: u32, name: &str) -> Result<Option<u32>> {
    let wanted = name.to_lowercase();
    let found: Vec<(usize, &str)> = headings(library, document..document + 1, &wanted)
        .map(|(_, section, heading)| (section, heading))
        .collect();

    // Else "V" would open "IV", which holds it and stands earlier.
    let best = found
        .iter()
        .find(|(_, heading)| heading.to_lowercase() == wanted)
        .or(found.first());
    best.map(|(section, _)| first_passage(library, document, *section))
        .transpose()
        .map(Option::flatten)
}

/// Documents and sections whose innermost heading holds `wanted`, in lower case.
pub fn headings<'a>(
    library: &'a Library,
    documents: Range<u32>,
    wanted: &'a str,
) -> impl Iterator<Item = (u32, usize, &'a str)> {
    let documents = documents.filter_map(|id| library.document(id).ok().map(|info| (id, info)));

    let all = documents.flat_map(|(id, info)| {
        let sections = info.sections.iter().enumerate();
        // The text before the first heading is a section without one.
        sections.filter_map(move |(number, section)| {
            let heading = section.path.last()?;
            Some((id, number, heading.as_str()))
        })
    });
    all.filter(move |(_, _, heading)| heading.to_lowercase().contains(wanted))
}

/// The first passage of a document that stands in a section or after it.
pub fn first_passage(library: &Library, document: u32, section: usize) -> Result<Option<u32>> {
    let all = library.document(document)?.passages.clone();
    let mut low = all.start;
    let mut high = all.end;

    while low < high {
        let middle = low + (high - low) / 2;
        if library.passage(middle)?.section < section {
            low = middle + 1
        } else {
            high = middle
        }
    }

    Ok((low < all.end).then_some(low))
}
