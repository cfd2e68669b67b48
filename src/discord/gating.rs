//! `/progress` and `/gate`: how far texts are open, to a person, in a channel, on a server.

use anyhow::Result;

use crate::chapters::{chapter, heading};
use crate::discord::orders::{Change, Whose};
use crate::index::Scope;
use crate::render::discord::gates::{self as say, To};
use crate::render::titles;
use crate::reply::naming;
use crate::servers::gates::name;
use crate::servers::{Home, Libraries, OwnTexts, Servers};
use crate::store::{At, Gate, ServerId};

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
    /// The heading of the chapter that was named with it; `None` if there is no such chapter.
    heading: Option<String>,
}

/// Changes or shows gates, and says how they are then.
///
/// # Errors
/// When the data folder or an index cannot be read or written.
pub fn done(
    servers: &Servers,
    own: &OwnTexts,
    server: Option<ServerId>,
    whose: Whose,
    change: &Change,
) -> Result<String> {
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
            if *number > 0 && named.heading.is_none() {
                return Ok(say::no_such_chapter(&named.title, *number));
            }
            let gate = Gate {
                document: named.name,
                chapter: *number,
            };
            let Some(at) = place(whose, named.home, server) else {
                return Ok(say::ON_SERVERS_ONLY.to_owned());
            };
            own.store().set_gate(at, &gate)?;
            Ok(say::set(
                &named.title,
                *number,
                named.heading.as_deref(),
                to(whose),
            ))
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
    let heading = section.and_then(|section| heading(info, section));
    Ok(Ok(Named {
        home: texts.view.home,
        name: name(texts.view.home, &info.path),
        title: titles::of(&texts.view, id)?,
        heading,
    }))
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
