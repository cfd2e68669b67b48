//! `/progress` and `/gate`: how far texts are open, to a person, in a channel, on a server.

use anyhow::Result;

use crate::chapters::{chapter_name, find_chapter};
use crate::discord::orders::{Change, Whose};
use crate::ids::DocumentId;
use crate::index::{DocumentInfo, Scope};
use crate::locale::Locale;
use crate::render::discord::gates::{self as words, Line, To};
use crate::render::discord::say::gates as say;
use crate::render::discord::say::manage::on_servers_only;
use crate::render::titles;
use crate::reply::named::naming;
use crate::servers::gates::gate_name;
use crate::servers::{Home, Libraries, OwnTexts, Servers, View};
use crate::store::{Asker, At, Gate, ServerId};

/// To whom that is.
fn to_audience(whose: Whose) -> To {
    match whose {
        Whose::Person(_) => To::You,
        Whose::Channel(_) => To::Channel,
        Whose::Server => To::Server,
    }
}

/// A text that somebody named.
struct Named {
    home: Home,
    /// As gates call it.
    name: String,
    title: String,
    /// The section of the chapter that was named with it, and its heading; `None` if there is no
    /// such chapter.
    chapter: Option<(usize, String)>,
}

impl Named {
    fn of(view: &View, id: DocumentId, number: Option<u32>) -> Result<Named> {
        let info = view.document(id)?;
        let section = number.and_then(|number| find_chapter(info, number));
        let chapter = section.and_then(|section| Some((section, chapter_name(info, section)?)));
        Ok(Named {
            home: view.home,
            name: gate_name(view.home, &info.path),
            title: titles::distinct_title(view, id)?,
            chapter,
        })
    }
}

/// Changes or shows gates, and says how they are then. A person is not told the heading of a
/// chapter that is not open to all `here`.
///
/// # Errors
/// When the data folder or an index cannot be read or written.
pub fn manage_gates(
    servers: &Servers,
    own: &OwnTexts,
    here: &Asker,
    locale: Locale,
    whose: Whose,
    change: &Change,
) -> Result<String> {
    let server = here.server;
    servers.with_everything(server, |libraries| match change {
        Change::Show => {
            let gates = collect_gate_lines(servers, libraries, own, here, whose)?;
            Ok(words::render_gate_list(locale, &gates, to_audience(whose)))
        }
        Change::Clear(None) => clear_all_gates(own, server, locale, whose),
        Change::Clear(Some(document)) => {
            let named = match find_named_text(libraries, document, None, locale)? {
                Ok(named) => named,
                Err(sentence) => return Ok(sentence),
            };
            if let Some(at) = gate_place(whose, named.home, server) {
                own.store().clear_gate(at, Some(&named.name))?;
            }
            Ok(words::say_gate_cleared(
                locale,
                &named.title,
                to_audience(whose),
            ))
        }
        Change::Set(document, number) => {
            let named = match find_named_text(libraries, document, Some(*number), locale)? {
                Ok(named) => named,
                Err(sentence) => return Ok(sentence),
            };
            if *number > 0 && named.chapter.is_none() {
                return Ok(words::say_no_such_chapter(locale, &named.title, *number));
            }

            let heading = find_open_heading(servers, here, whose, &named)?;
            let gate = Gate {
                document: named.name.clone(),
                chapter: *number,
            };
            let Some(at) = gate_place(whose, named.home, server) else {
                return Ok(on_servers_only(locale));
            };
            own.store().set_gate(at, &gate)?;

            Ok(words::say_gate_set(
                locale,
                &named.title,
                *number,
                heading,
                to_audience(whose),
            ))
        }
    })
}

/// Opens all texts to their end, and forgets what a person said.
fn clear_all_gates(
    own: &OwnTexts,
    server: Option<ServerId>,
    locale: Locale,
    whose: Whose,
) -> Result<String> {
    if let Whose::Person(person) = whose {
        own.store().forget_person(person)?;
        return Ok(say::forgotten(locale));
    }

    for home in [Home::Own, Home::Shared] {
        if let Some(at) = gate_place(whose, home, server) {
            own.store().clear_gate(at, None)?;
        }
    }
    Ok(words::say_all_gates_cleared(locale, to_audience(whose)))
}

/// Where the gate of a text stands.
fn gate_place(whose: Whose, home: Home, server: Option<ServerId>) -> Option<At> {
    match (whose, home) {
        (Whose::Person(person), Home::Shared) => Some(At::Person(person, None)),
        (Whose::Person(person), Home::Own) => Some(At::Person(person, Some(server?))),
        (Whose::Channel(channel), _) => Some(At::Channel(server?, channel)),
        (Whose::Server, _) => Some(At::Server(server?)),
    }
}

/// The one text that a name means; else a sentence.
fn find_named_text(
    libraries: Libraries,
    document: &str,
    number: Option<u32>,
    locale: Locale,
) -> Result<Result<Named, String>> {
    let texts = match naming::find_texts(libraries, document) {
        Ok(texts) => texts,
        Err(unclear) => return Ok(Err(unclear.told(locale))),
    };
    let Scope::Document(id) = texts.scope else {
        return Ok(Err(say::one_text(locale)));
    };

    Named::of(&texts.view, id, number).map(Ok)
}

/// The heading of the chapter that was named, unless it is behind a gate of the server or channel.
/// Whoever sets those gates may know what is behind.
fn find_open_heading<'a>(
    servers: &Servers,
    here: &Asker,
    whose: Whose,
    named: &'a Named,
) -> Result<Option<&'a str>> {
    let Some((section, heading)) = &named.chapter else {
        return Ok(None);
    };
    if !matches!(whose, Whose::Person(_)) {
        return Ok(Some(heading));
    }

    let is_open = servers.with(here, |libraries| {
        let view = libraries.view(named.home);
        let mut documents = view.iter().flat_map(|view| view.documents());
        let info = documents.find(|info| gate_name(named.home, &info.path) == named.name);
        Ok(info.is_some_and(|info| *section < info.sections.len()))
    })?;
    Ok(is_open.then_some(heading))
}

/// The texts that are not open to their end, with the last chapter that is.
fn collect_gate_lines(
    servers: &Servers,
    libraries: Libraries,
    own: &OwnTexts,
    here: &Asker,
    whose: Whose,
) -> Result<Vec<Line>> {
    let mut gates = Vec::new();
    for home in [Home::Own, Home::Shared] {
        if let Some(at) = gate_place(whose, home, here.server) {
            gates.extend(own.store().gates_at(at)?);
        }
    }
    // Those of a channel or a server stand together, whichever library the texts are of.
    gates.sort_by(|a, b| a.document.cmp(&b.document));
    gates.dedup();

    let mut lines = Vec::new();
    for Gate { document, chapter } in gates {
        for view in libraries.views() {
            let mut documents = view.documents_with_ids();
            let is_it = |(_, info): &(DocumentId, &DocumentInfo)| {
                gate_name(view.home, &info.path) == document
            };
            let Some((id, _)) = documents.find(is_it) else {
                continue;
            };

            let named = Named::of(&view, id, Some(chapter))?;
            let heading = find_open_heading(servers, here, whose, &named)?.map(str::to_owned);
            lines.push(Line {
                chapter,
                heading,
                is_gone: chapter > 0 && named.chapter.is_none(),
                title: named.title,
            });
        }
    }
    Ok(lines)
}
