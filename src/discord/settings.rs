//! `/settings`: what a server sets, and how it is set.

use anyhow::Result;

use crate::discord::orders::Settings;
use crate::locale::Locale;
use crate::render::discord::kept;
use crate::render::discord::manage as say;
use crate::reply::naming::{self, Unclear};
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
    locale: Locale,
    what: Settings,
) -> Result<String> {
    match what {
        Settings::Show => {}
        Settings::Server {
            shared,
            private,
            language,
            feedback,
            gaps,
        } => {
            let mut new = own.store().settings(server);
            new.shared = shared.unwrap_or(new.shared);
            new.private = private.unwrap_or(new.private);
            new.language = language.unwrap_or(new.language);
            new.feedback = feedback.unwrap_or(new.feedback);
            new.gaps = gaps.unwrap_or(new.gaps);
            own.store().set(server, new)?;
        }
        Settings::Channel(document) => {
            let set = set_channel(servers, own, server, channel, document.as_deref())?;
            if let Err(unclear) = set {
                return Ok(unclear.told(locale));
            }
        }
    }

    shown(servers, own, server, channel, locale)
}

/// Sets the text of a channel; unless no text or several are called so.
fn set_channel(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    channel: u64,
    document: Option<&str>,
) -> Result<Result<(), Unclear>> {
    // Kept as the path or name that always means it, whatever else comes into the library.
    let meant = document.map(|name| {
        servers.with_everything(Some(server), |libraries| {
            match naming::find(libraries, name) {
                Ok(texts) => Ok(Ok(naming::of(&texts)?)),
                Err(unclear) => Ok(Err(unclear)),
            }
        })
    });

    let name = match meant.transpose()? {
        Some(Err(unclear)) => return Ok(Err(unclear)),
        Some(Ok(name)) => Some(name),
        None => None,
    };
    own.store()
        .set_usual_text(server, channel, name.as_deref())?;
    Ok(Ok(()))
}

/// How a server is set.
fn shown(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    channel: u64,
    locale: Locale,
) -> Result<String> {
    let usual = servers.usual_text(Some(server), channel);
    let title = usual.map(|name| {
        servers.with_everything(Some(server), |libraries| {
            // One that is gone is not asked.
            let found = naming::find(libraries, &name).ok();
            found
                .map(|texts: Texts| naming::title(&texts, locale))
                .transpose()
        })
    });
    let title = title.transpose()?.flatten();
    let settings = own.store().settings(server);
    let [feedback, gaps] = kept::settings(locale, settings, own.store().feedback(server)?);
    let others = say::settings(locale, settings, title.as_deref());
    Ok([others, feedback, gaps].join("\n"))
}
