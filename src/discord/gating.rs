//! `/progress` and `/gate`: how far texts are open, to a person, in a channel, on a server.

use anyhow::Result;

use crate::chapters::{chapter, heading};
use crate::discord::orders::{Change, Whose};
use crate::index::Scope;
use crate::render::discord::gates::{self as say, To};
use crate::render::discord::manage::ON_SERVERS_ONLY;
use crate::render::titles;
use crate::reply::naming;
use crate::servers::gates::name;
use crate::servers::{Home, Libraries, OwnTexts, Servers};
use crate::store::{Asker, At, Gate, ServerId};

/// To whom that is.
fn to(whose: Whose) -> To {
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
    /// The section of the chapter that was named with it, and its heading; `None` if there is no such chapter.
    chapter: Option<(usize, String)>,
}

/// Changes or shows gates, and says how they are then. A person is not told the heading of a chapter that is not open
/// to all `here`.
///
/// # Errors
/// When the data folder or an index cannot be read or written.
pub fn done(
    servers: &Servers,
    own: &OwnTexts,
    here: &Asker,
    whose: Whose,
    change: &Change,
) -> Result<String> {
    let server = here.server;
    servers.with_everything(server, |libraries| match change {
        Change::Show => shown(libraries, own, server, whose),
        Change::Clear(None) => {
            if let Whose::Person(person) = whose {
                own.store().forget_person(person)?;
                return Ok(say::FORGOTTEN.to_owned());
            }
            for home in [Home::Own, Home::Shared] {
                if let Some(at) = place(whose, home, server) {
                    own.store().clear_gate(at, None)?;
                }
            }
            Ok(say::all_cleared(to(whose)))
        }
        Change::Clear(Some(document)) => {
            let named = match named(libraries, document, None)? {
                Ok(named) => named,
                Err(sentence) => return Ok(sentence),
            };
            if let Some(at) = place(whose, named.home, server) {
                own.store().clear_gate(at, Some(&named.name))?;
            }
            Ok(say::cleared(&named.title, to(whose)))
        }
        Change::Set(document, number) => {
            let named = match named(libraries, document, Some(*number))? {
                Ok(named) => named,
                Err(sentence) => return Ok(sentence),
            };
            if *number > 0 && named.chapter.is_none() {
                return Ok(say::no_such_chapter(&named.title, *number));
            }
            let heading = open_heading(servers, here, whose, &named)?;
            let gate = Gate {
                document: named.name.clone(),
                chapter: *number,
            };
            let Some(at) = place(whose, named.home, server) else {
                return Ok(ON_SERVERS_ONLY.to_owned());
            };
            own.store().set_gate(at, &gate)?;
            Ok(say::set(&named.title, *number, heading, to(whose)))
        }
    })
}

/// Where the gate of a text stands.
fn place(whose: Whose, home: Home, server: Option<ServerId>) -> Option<At> {
    match (whose, home) {
        (Whose::Person(person), Home::Shared) => Some(At::Person(person, None)),
        (Whose::Person(person), Home::Own) => Some(At::Person(person, Some(server?))),
        (Whose::Channel(channel), _) => Some(At::Channel(server?, channel)),
        (Whose::Server, _) => Some(At::Server(server?)),
    }
}

/// The one text that a name means.
fn named(
    libraries: Libraries,
    document: &str,
    number: Option<u32>,
) -> Result<Result<Named, String>> {
    let texts = match naming::find(libraries, document) {
        Ok(texts) => texts,
        Err(sentence) => return Ok(Err(sentence)),
    };
    let Scope::Document(id) = texts.scope else {
        return Ok(Err(say::ONE_TEXT.to_owned()));
    };

    let info = texts.view.document(id)?;
    let section = number.and_then(|number| chapter(info, number));
    let chapter = section.and_then(|section| Some((section, heading(info, section)?)));
    Ok(Ok(Named {
        home: texts.view.home,
        name: name(texts.view.home, &info.path),
        title: titles::of(&texts.view, id)?,
        chapter,
    }))
}

/// The heading of the chapter that was named, unless it is behind a gate of the server or channel. Whoever sets those
/// gates may know what is behind.
fn open_heading<'a>(
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
        let info = documents.find(|info| name(named.home, &info.path) == named.name);
        Ok(info.is_some_and(|info| *section < info.sections.len()))
    })?;
    Ok(is_open.then_some(heading))
}

fn shown(
    libraries: Libraries,
    own: &OwnTexts,
    server: Option<ServerId>,
    whose: Whose,
) -> Result<String> {
    let mut gates = Vec::new();
    for home in [Home::Own, Home::Shared] {
        if let Some(at) = place(whose, home, server) {
            gates.extend(own.store().gates_at(at)?);
        }
    }
    // Those of a channel or a server stand together, whichever library the texts are of.
    gates.sort_by(|a, b| a.document.cmp(&b.document));
    gates.dedup();

    let mut lines = Vec::new();
    for gate in gates {
        for view in libraries.views() {
            for (id, info) in (0..).zip(view.documents()) {
                if name(view.home, &info.path) == gate.document {
                    lines.push((titles::of(&view, id)?, gate.chapter));
                }
            }
        }
    }
    Ok(say::list(&lines, to(whose)))
}
