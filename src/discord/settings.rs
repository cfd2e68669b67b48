//! `/settings`: what a server sets, and how it is set.

use anyhow::Result;

use crate::discord::orders::Settings;
use crate::render::discord::manage as say;
use crate::reply::naming;
use crate::servers::{OwnTexts, Servers, Texts};
use crate::store::ServerId;

/// Sets something, and says how all is set then.
///
/// # Errors
/// When the data folder or an index cannot be read or written.
pub fn done(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    channel: u64,
    what: Settings,
) -> Result<String> {
    match what {
        Settings::Show => {}
        Settings::Server { shared, private } => {
            let mut new = own.store().settings(server);
            new.shared = shared.unwrap_or(new.shared);
            new.private = private.unwrap_or(new.private);
            own.store().set(server, new)?;
        }
        Settings::Channel(document) => {
            let set = set_channel(servers, own, server, channel, document.as_deref())?;
            if let Err(sentence) = set {
                return Ok(sentence);
            }
        }
    }

    shown(servers, own, server, channel)
}

/// Sets the text of a channel; a sentence if no text or several are called so.
fn set_channel(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    channel: u64,
    document: Option<&str>,
) -> Result<Result<(), String>> {
    // Kept as the path or name that always means it, whatever else comes into the library.
    let meant = document.map(|name| {
        servers.with_everything(Some(server), |libraries| {
            match naming::find(libraries, name) {
                Ok(texts) => Ok(Ok(naming::of(&texts)?)),
                Err(sentence) => Ok(Err(sentence)),
            }
        })
    });

    let name = match meant.transpose()? {
        Some(Err(sentence)) => return Ok(Err(sentence)),
        Some(Ok(name)) => Some(name),
        None => None,
    };
    own.store()
        .set_usual_text(server, channel, name.as_deref())?;
    Ok(Ok(()))
}

/// How a server is set.
fn shown(servers: &Servers, own: &OwnTexts, server: ServerId, channel: u64) -> Result<String> {
    let usual = servers.usual_text(Some(server), channel);
    let title = usual.map(|name| {
        servers.with_everything(Some(server), |libraries| {
            // One that is gone is not asked.
            let found = naming::find(libraries, &name).ok();
            found.map(|texts: Texts| naming::title(&texts)).transpose()
        })
    });
    let title = title.transpose()?.flatten();
    Ok(say::settings(
        own.store().settings(server),
        title.as_deref(),
    ))
}
