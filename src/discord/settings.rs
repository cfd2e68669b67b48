//! `/settings`: what a server sets, and how it is set.

use anyhow::Result;

use crate::discord::orders::Settings;
use crate::locale::Locale;
use crate::render::discord::kept;
use crate::render::discord::manage as say;
use crate::reply::named::naming::{self, Unclear};
use crate::servers::{OwnTexts, Servers, Texts};
use crate::store::ServerId;

/// Sets something, and says how all is set then.
///
/// # Errors
/// When the data folder or an index cannot be read or written.
pub fn manage_settings(
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
            own.store().set(server, |all| {
                all.shared = shared.unwrap_or(all.shared);
                all.private = private.unwrap_or(all.private);
                all.language = language.unwrap_or(all.language);
                all.feedback = feedback.unwrap_or(all.feedback);
                all.gaps = gaps.unwrap_or(all.gaps);
            })?;
        }
        Settings::Channel(document) => {
            let set = set_channel_text(servers, own, server, channel, document.as_deref())?;
            if let Err(unclear) = set {
                return Ok(unclear.told(locale));
            }
        }
    }

    describe_settings(servers, own, server, channel, locale)
}

/// Sets the text of a channel; unless no text or several are called so.
fn set_channel_text(
    servers: &Servers,
    own: &OwnTexts,
    server: ServerId,
    channel: u64,
    document: Option<&str>,
) -> Result<Result<(), Unclear>> {
    // Kept as the path or name that always means it, whatever else comes into the library.
    let meant = document.map(|name| {
        servers.with_everything(Some(server), |libraries| {
            match naming::find_texts(libraries, name) {
                Ok(texts) => Ok(Ok(naming::stored_name(&texts)?)),
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
fn describe_settings(
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
            let found = naming::find_texts(libraries, &name).ok();
            found
                .map(|texts: Texts| naming::title_of_texts(&texts, locale))
                .transpose()
        })
    });
    let title = title.transpose()?.flatten();

    let settings = own.store().settings(server);
    let [feedback, gaps] = kept::say_kept_settings(locale, settings, own.store().feedback(server)?);
    let others = say::say_settings(locale, settings, title.as_deref());

    Ok([others, feedback, gaps].join("\n"))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Barrier};
    use std::thread;

    use super::*;
    use crate::corpus::Corpus;
    use crate::engine::Engine;
    use crate::index::Silent;
    use crate::servers::Limits;

    #[test]
    fn of_two_who_set_something_at_once_neither_undoes_what_the_other_did() {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("text.txt"), "One sentence.").unwrap();
        let shared = Engine::open(
            &Corpus::here(&corpus),
            &dir.path().join("index"),
            Box::new(Silent),
        )
        .unwrap();
        let data = dir.path().join("data");
        let servers = Servers::open(Arc::new(shared), &data, Limits::default(), |_| true).unwrap();
        let own = servers.own().unwrap();

        for wanted in [true, false].repeat(20) {
            let what = |private, feedback| Settings::Server {
                shared: None,
                private,
                language: None,
                feedback,
                gaps: None,
            };
            let both = Barrier::new(2);
            thread::scope(|scope| {
                for what in [what(Some(wanted), None), what(None, Some(wanted))] {
                    let servers = &servers;
                    let both = &both;
                    scope.spawn(move || {
                        both.wait();
                        manage_settings(servers, own, 7, 70, Locale::English, what).unwrap();
                    });
                }
            });
            let set = own.store().settings(7);
            assert_eq!((set.private, set.feedback), (wanted, wanted));
        }
    }
}
