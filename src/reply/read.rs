//! `/read` and `/random`: the text itself, from any place.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use crate::answer::{Question, answer_question};
use crate::chapters::{Missing, Place, find_beginning, find_place, has_called_number};
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Scope;
use crate::language::Language;
use crate::locale::Locale;
use crate::random::{Random, fresh_seed};
use crate::reader::Effort;
use crate::render::discord::card::Card;
use crate::render::discord::markdown;
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::say::sorry;
use crate::render::discord::words::{say_late_of, say_which_of};
use crate::render::titles;
use crate::reply::ask::{render_passage_at, say_no_open_text};
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Face, Kind, State};
use crate::reply::memory::worth::MATCHES;
use crate::reply::named::naming::first_title;
use crate::reply::named::titled::{find_named_text, split_title};
use crate::reply::search;
use crate::reply::view::setting::{Notes, Setting};
use crate::reply::view::show::render_state;
use crate::search::find_words;
use crate::servers::{Texts, View};

/// Documents named when several are meant.
const NAMED: usize = 10;
/// Longest name shown, in units.
const LONGEST_NAME: usize = 60;
/// A passage by chance has so many words, where one of so many draws has.
const FEWEST_WORDS: u32 = 15;
const DRAWS: usize = 8;

/// Shows a document from a place in it: a chapter, a page, a percentage, or words that stand there.
/// If there are several documents, the place says which, where it is in one only.
pub fn render_document(texts: &[Texts], from: Option<&str>, setting: Setting) -> Result<Message> {
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
        ([], _) => Ok(say_no_open_text(texts, setting.locales.member)),
        ([(view, document)], None) => {
            render_passage_at(view, find_beginning(view, *document)?, setting)
        }
        ([(view, document)], Some(from)) => match find_start(view, *document, from)? {
            Ok(id) => render_passage_at(view, id, setting),
            Err(missing) => Ok(say_place_missing(texts, &missing, setting)),
        },
        (_, None) => ask_which_document(texts, None, setting),
        (_, Some(from)) => {
            let words: Vec<&str> = from.split_whitespace().collect();
            if let Some((named, place)) = split_title(texts, &words)? {
                let place = Some(place.as_str()).filter(|place| !place.is_empty());
                return render_document(&[named], place, setting);
            }
            for one in texts {
                if let Some(message) = render_from_several(&one.view, one.scope, from, setting)? {
                    return Ok(message);
                }
            }
            ask_which_document(texts, Some(from), setting)
        }
    }
}

/// The passage to read one document from.
fn find_start(
    library: &View,
    document: DocumentId,
    from: &str,
) -> Result<Result<PassageId, Missing>> {
    Ok(match find_place(library, document, from)? {
        Place::At(id) => Ok(id),
        Place::Missing(missing) => Err(missing),
        Place::Words => find_passage_by_words(library, document, from)?.ok_or(Missing::Place),
    })
}

/// What is said of a place that is not in these texts.
fn say_place_missing(texts: &[Texts], missing: &Missing, setting: Setting) -> Message {
    let locale = setting.locales.member;
    let sentence = match missing {
        Missing::Chapter(0) => sorry::no_chapters(locale),
        Missing::Chapter(count) => sorry::no_such_chapter(locale, *count),
        Missing::Outside(first, last) => sorry::outside(locale, &cut_name(first), &cut_name(last)),
        Missing::NotOpen => sorry::not_open(locale),
        Missing::Place => sorry::no_such_place(locale),
    };

    let card = Card {
        head: vec![sentence],
        foot: say_late_of(locale, texts).into_iter().collect(),
        ..Card::default()
    };
    card.message(setting.form, "").private(true)
}

/// The passage of a document where these words stand, or else the one that fits them best.
fn find_passage_by_words(
    library: &View,
    document: DocumentId,
    from: &str,
) -> Result<Option<PassageId>> {
    let hits = find_words(library, from, Scope::Document(document))?.passages;
    // Rather in the text than in a list of its pictures before it.
    let beginning = find_beginning(library, document)?;
    let first = hits.iter().find(|id| **id >= beginning).or(hits.first());
    if let Some(first) = first {
        return Ok(Some(*first));
    }

    // Whoever asks for a chapter wants none of the words for it.
    if has_called_number(from, library.document(document)?.language) {
        return Ok(None);
    }
    let found = answer_question(
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
/// `None` if it is not to be told which is meant.
fn render_from_several(
    library: &View,
    scope: Scope,
    from: &str,
    setting: Setting,
) -> Result<Option<Message>> {
    let mut places = Vec::new();
    let mut is_missing = false;
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
        [only] => return render_passage_at(library, *only, setting).map(Some),
        several => return render_places(library, scope, several, from, setting),
    }

    // Several words that no place has may be nearly those of a title.
    let own = [Texts {
        view: *library,
        scope,
    }];
    let may_fit = from.split_whitespace().nth(1).is_some();
    if let Some(named) = find_named_text(&own, from, may_fit)? {
        return render_document(&[named], None, setting).map(Some);
    }
    let hits = find_words(library, from, scope)?;
    match hits.passages.as_slice() {
        [] => Ok(None),
        [only] => render_passage_at(library, *only, setting).map(Some),
        _ => search::reply_to_search(&own, from, setting).map(Some),
    }
}

/// The first sentences of some places, each to be opened.
fn render_places(
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
        within: shelf::remember_scope(library, scope)?,
        matches: matches.collect::<Result<_>>()?,
        ..State::default()
    };

    render_state(
        library,
        state.fitted(),
        Turn::ToBold,
        &Notes::of(Some(from)),
        setting,
    )
}

/// Asks in which of several documents a place is meant, or says that none has it.
fn ask_which_document(texts: &[Texts], from: Option<&str>, setting: Setting) -> Result<Message> {
    let locale = setting.locales.member;
    let sentence = match texts {
        [
            Texts {
                view,
                scope: scope @ Scope::Folder(folder),
            },
        ] => say_which_of_folder(view, *scope, *folder, locale)?,
        _ => match find_title_with_place(texts, from, locale)? {
            Ok(title) => {
                let example = from.map_or(title.clone(), |from| format!("{from}, {title}"));
                sorry::which_text(locale, &cut_name(&example))
            }
            Err(missing) => return Ok(say_place_missing(texts, &missing, setting)),
        },
    };
    Ok(Message::text(sentence).private(true))
}

/// That a collection has several texts, and which.
fn say_which_of_folder(view: &View, scope: Scope, folder: u32, locale: Locale) -> Result<String> {
    let documents = view.documents_in(scope)?;
    let count = documents.len();
    let titles = documents
        .ids()
        .take(NAMED)
        .map(|id| titles::distinct_title(view, id))
        .collect::<Result<Vec<_>>>()?;

    let titles = titles::cut_names_apart(&titles, LONGEST_NAME);
    let titles: Vec<String> = titles.iter().map(|title| markdown::escape(title)).collect();
    let name = cut_name(&view.folder(folder)?.path);
    Ok(say_which_of(locale, &name, &titles, count))
}

/// The title of the first of some texts that has a place, rather of one in the reader's language
/// whose title no other has; or why none has it.
fn find_title_with_place(
    texts: &[Texts],
    from: Option<&str>,
    locale: Locale,
) -> Result<Result<String, Missing>> {
    let own = Language::of_tag(locale.tag());
    let mut foreign = None;
    let mut why = Missing::Place;

    for one in texts {
        for document in one.view.documents_in(one.scope)?.ids() {
            let info = one.view.document(document)?;
            let is_best = || {
                let is_alone = titles::find_distinction(&one.view, document).is_none();
                is_alone && Some(info.language) == own
            };

            let place = from.map(|from| find_place(&one.view, document, from));
            match place.transpose()? {
                None | Some(Place::At(_)) if is_best() => {
                    return Ok(Ok(first_title(info).to_owned()));
                }
                None | Some(Place::At(_)) => foreign = foreign.or(Some(first_title(info))),
                Some(Place::Missing(Missing::NotOpen)) => why = Missing::NotOpen,
                Some(Place::Missing(_) | Place::Words) => {}
            }
        }
    }
    Ok(foreign.map(str::to_owned).ok_or(why))
}

fn cut_name(name: &str) -> String {
    markdown::render_name(name, LONGEST_NAME)
}

/// Shows a passage by chance.
pub fn render_random_passage(texts: &[Texts], setting: Setting) -> Result<Message> {
    let open = texts
        .iter()
        .map(|one| {
            let passages = one.view.passages_in(one.scope)?;
            Ok(one.view.open_passages(passages))
        })
        .collect::<Result<Vec<_>>>()?;
    let all: usize = open.iter().map(|open| open.clone().count()).sum();
    if all == 0 {
        return Ok(say_no_open_text(texts, setting.locales.member));
    }

    // Every passage is as likely as any other, whichever library it is of, unless it only says what
    // a picture shows.
    let mut drawn = None;
    let mut chance = Random::new(fresh_seed());
    for _ in 0..DRAWS {
        let number = chance.below(all);
        let open = texts.iter().zip(&open);
        let mut passages = open.flat_map(|(one, open)| open.clone().map(move |id| (&one.view, id)));
        drawn = passages.nth(number);
        if let Some((view, id)) = drawn
            && view.passage(id)?.words >= FEWEST_WORDS
        {
            break;
        }
    }
    match drawn {
        Some((view, id)) => render_passage_at(view, id, setting),
        None => Ok(say_no_open_text(texts, setting.locales.member)),
    }
}
