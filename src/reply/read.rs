//! `/read` and `/random`: the text itself, from any place.
//!
//! The functions here fail only when the index cannot be read.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use anyhow::Result;

use crate::answer::{Question, answer};
use crate::chapters::{Missing, Place, beginning, find as find_place};
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Scope;
use crate::locale::Locale;
use crate::reader::Effort;
use crate::render::discord::markdown;
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::say::sorry;
use crate::render::discord::words::which_of;
use crate::render::titles;
use crate::reply::ask::{nothing, read_at};
use crate::reply::search;
use crate::reply::setting::{Notes, Setting};
use crate::reply::shelf::{self, MATCHES};
use crate::reply::show::show;
use crate::reply::state::{Face, Kind, State};
use crate::search::find;
use crate::servers::{Texts, View};

/// Documents named when several are meant.
const NAMED: usize = 10;
/// Longest name shown, in units.
const LONGEST_NAME: usize = 60;

/// Shows a document from a place in it: a chapter, a page, a percentage, or words that stand there. If there are
/// several documents, the place says which, where it is in one only.
pub fn reply(texts: &[Texts], from: Option<&str>, setting: Setting) -> Result<Message> {
    let from = from.map(str::trim).filter(|from| !from.is_empty());
    let mut documents = Vec::new();
    for one in texts {
        for document in one.view.documents_in(one.scope)?.ids() {
            if !one.view.document(document)?.passages.is_empty() {
                documents.push((&one.view, document));
            }
        }
    }

    match (documents.as_slice(), from) {
        ([], _) => Ok(nothing(texts, setting.locales.member)),
        ([(view, document)], None) => read_at(view, beginning(view, *document)?, setting),
        ([(view, document)], Some(from)) => in_one(view, *document, from, setting),
        (_, None) => which(texts, setting.locales.member),
        (_, Some(from)) => {
            for one in texts {
                if let Some(message) = in_several(&one.view, one.scope, from, setting)? {
                    return Ok(message);
                }
            }
            which(texts, setting.locales.member)
        }
    }
}

/// Reads one document from a place.
fn in_one(library: &View, document: DocumentId, from: &str, setting: Setting) -> Result<Message> {
    let missing = match find_place(library, document, from)? {
        Place::At(id) => return read_at(library, id, setting),
        Place::Missing(missing) => missing,
        Place::Words => match holding(library, document, from)? {
            Some(id) => return read_at(library, id, setting),
            None => Missing::Place,
        },
    };
    Ok(not_there(&missing, setting.locales.member))
}

/// What is said of a place that is not there.
fn not_there(missing: &Missing, locale: Locale) -> Message {
    let sentence = match missing {
        Missing::Chapter(0) => sorry::no_chapters(locale),
        Missing::Chapter(count) => sorry::no_such_chapter(locale, *count),
        Missing::Outside(first, last) => sorry::outside(locale, &short(first), &short(last)),
        Missing::NotOpen => sorry::not_open(locale),
        Missing::Place => sorry::no_such_place(locale),
    };
    Message::text(sentence).private(true)
}

/// The passage of a document where these words stand, or else the one that fits them best.
fn holding(library: &View, document: DocumentId, from: &str) -> Result<Option<PassageId>> {
    let hits = find(library, from, Scope::Document(document))?.passages;
    // Rather in the text than in a list of its pictures before it.
    let beginning = beginning(library, document)?;
    let first = hits.iter().find(|id| **id >= beginning).or(hits.first());
    if let Some(first) = first {
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

/// Reads the one document of several that has the place; lists the places if several have it. `None` if it is not to be
/// told which is meant.
fn in_several(
    library: &View,
    scope: Scope,
    from: &str,
    setting: Setting,
) -> Result<Option<Message>> {
    let (mut places, mut is_missing) = (Vec::new(), false);
    for document in library.documents_in(scope)?.ids() {
        match find_place(library, document, from)? {
            Place::At(passage) => places.push(passage),
            Place::Missing(_) => is_missing = true,
            Place::Words => {}
        }
        // More than a list holds are those of most texts, such as "chapter 1".
        if places.len() > MATCHES {
            return Ok(None);
        }
    }
    match places.as_slice() {
        [] if is_missing => return Ok(None),
        [] => {}
        [only] => return read_at(library, *only, setting).map(Some),
        several => return listed(library, scope, several, from, setting),
    }

    let hits = find(library, from, scope)?;
    match hits.passages.as_slice() {
        [] => Ok(None),
        [only] => read_at(library, *only, setting).map(Some),
        _ => {
            let view = *library;
            search::reply(&[Texts { view, scope }], from, setting).map(Some)
        }
    }
}

/// The first sentences of some places, each to be opened.
fn listed(
    library: &View,
    scope: Scope,
    places: &[PassageId],
    from: &str,
    setting: Setting,
) -> Result<Option<Message>> {
    let matches = places.iter().map(|id| {
        let passage = library.passage(*id)?;
        let first = passage.sentences.start;
        shelf::match_of(library, &passage, first..first)
    });
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        face: Face::Others,
        within: shelf::within(library, scope)?,
        matches: matches.collect::<Result<_>>()?,
        ..State::default()
    };
    show(
        library,
        state.fitted(),
        Turn::ToBold,
        &Notes::of(Some(from)),
        setting,
    )
}

/// Asks which document is meant.
fn which(texts: &[Texts], locale: Locale) -> Result<Message> {
    let sentence = match texts {
        [
            Texts {
                view,
                scope: scope @ Scope::Folder(folder),
            },
        ] => {
            let documents = view.documents_in(*scope)?;
            let count = documents.len();

            let titles = documents
                .ids()
                .take(NAMED)
                .map(|id| titles::of(view, id))
                .collect::<Result<Vec<_>>>()?;
            let titles = titles::cut_apart(&titles, LONGEST_NAME);
            let titles: Vec<String> = titles.iter().map(|title| markdown::escape(title)).collect();
            which_of(locale, &short(&view.folder(*folder)?.path), &titles, count)
        }
        _ => sorry::which_text(locale),
    };
    Ok(Message::text(sentence).private(true))
}

fn short(name: &str) -> String {
    markdown::name(name, LONGEST_NAME)
}

/// Shows a passage by chance.
pub fn random(texts: &[Texts], setting: Setting) -> Result<Message> {
    let open = texts
        .iter()
        .map(|one| {
            let passages = one.view.passages_in(one.scope)?;
            Ok(one.view.open_passages(passages))
        })
        .collect::<Result<Vec<_>>>()?;
    let all: usize = open.iter().map(|open| open.clone().count()).sum();
    if all == 0 {
        return Ok(nothing(texts, setting.locales.member));
    }

    // Every passage is as likely as any other, whichever library it is of.
    let number = chance(0..u32::try_from(all)?) as usize;
    let open = texts.iter().zip(open);
    let mut passages = open.flat_map(|(one, open)| open.map(move |id| (&one.view, id)));
    match passages.nth(number) {
        Some((view, id)) => read_at(view, id, setting),
        None => Ok(nothing(texts, setting.locales.member)),
    }
}

/// A number below the length of `range`, by the randomness that the standard library hashes with.
fn chance(range: Range<u32>) -> u32 {
    let number = RandomState::new().hash_one(range.start) >> 32;
    ((number * range.len() as u64) >> 32) as u32
}
