//! `/read` and `/random`: the text itself, from any place.
//!
//! The functions here fail only when the index cannot be read.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use anyhow::Result;

use crate::answer::{Question, answer};
use crate::index::{Library, Scope};
use crate::reader::Effort;
use crate::render::discord::markdown;
use crate::render::discord::message::Message;
use crate::render::discord::words;
use crate::render::titles;
use crate::reply::ask::{opened, read_at, reference};
use crate::reply::chapters::{beginning, named};
use crate::reply::search;
use crate::reply::setting::Setting;
use crate::search::find;

/// Documents named when several are meant.
const NAMED: usize = 10;
/// Longest name shown, in units.
const LONGEST_NAME: usize = 60;

/// Shows a document from a place in it: a chapter, a page, a percentage, or words that stand there. If the
/// scope has several documents, the place says which, where it is in one only.
pub fn reply(
    library: &Library,
    scope: Scope,
    from: Option<&str>,
    setting: Setting,
) -> Result<Message> {
    // A choice from the list names the passage itself; anything else is looked for.
    if let Some((state, asked)) = from.and_then(reference) {
        return opened(library, state, asked, setting);
    }

    let from = from.map(str::trim).filter(|from| !from.is_empty());
    let documents = library.documents_in(scope)?;
    match (documents.len(), from) {
        (1, None) => read_at(library, beginning(library, documents.start)?, setting),
        (_, None) => which(library, scope),
        (1, Some(from)) => in_one(library, documents.start, from, setting),
        (_, Some(from)) => in_several(library, scope, from, setting),
    }
}

/// Reads one document from a place.
fn in_one(library: &Library, document: u32, from: &str, setting: Setting) -> Result<Message> {
    let place = match named(library, document, from)? {
        Some(passage) => Some(passage),
        None => holding(library, document, from)?,
    };
    match place {
        Some(id) => read_at(library, id, setting),
        None => Ok(Message::text(words::sorry::NO_SUCH_PLACE).private(true)),
    }
}

/// The passage of a document where these words stand, or else the one that fits them best.
fn holding(library: &Library, document: u32, from: &str) -> Result<Option<u32>> {
    let hits = find(library, from, Scope::Document(document))?;
    if let Some(first) = hits.passages.first() {
        return Ok(Some(*first));
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

/// Reads the one document of several that has the place; lists the places if several have it.
fn in_several(library: &Library, scope: Scope, from: &str, setting: Setting) -> Result<Message> {
    let mut places = Vec::new();
    for document in library.documents_in(scope)? {
        places.extend(named(library, document, from)?);
    }
    if let [only] = places.as_slice() {
        return read_at(library, *only, setting);
    }

    let hits = find(library, from, scope)?;
    match hits.passages.as_slice() {
        [only] if places.is_empty() => read_at(library, *only, setting),
        [] => which(library, scope),
        _ if places.is_empty() => search::reply(library, from, scope, setting),
        _ => which(library, scope),
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
                .map(|id| Ok(short(&titles::of(library, id)?)))
                .collect::<Result<Vec<_>>>()?;
            words::which_of(&short(&library.folder(folder)?.path), &titles, count)
        }
        _ => words::sorry::WHICH_TEXT.to_owned(),
    };
    Ok(Message::text(sentence).private(true))
}

fn short(name: &str) -> String {
    markdown::name(name, LONGEST_NAME)
}

/// Shows a passage by chance.
pub fn random(library: &Library, scope: Scope, setting: Setting) -> Result<Message> {
    let range = library.passages_in(scope)?;
    read_at(library, range.start + chance(range), setting)
}

/// A number below the length of `range`, by the randomness that the standard library hashes with.
fn chance(range: Range<u32>) -> u32 {
    let number = RandomState::new().hash_one(range.start) >> 32;
    ((number * range.len() as u64) >> 32) as u32
}
