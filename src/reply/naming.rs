//! The name of a text, a collection or a whole library -> the texts that a person means.

use anyhow::Result;

use crate::error::UserError;
use crate::index::Scope;
use crate::render::discord::markdown;
use crate::render::discord::words;
use crate::render::titles;
use crate::servers::gates::prefix;
use crate::servers::{Libraries, Texts, View};

/// Longest name of a document that is said again when there is none, in units.
const LONGEST_NAME: usize = 100;

/// The texts that a person means. A name given whole counts more than a part of one, and then the server's own
/// texts more than the shared ones.
///
/// # Errors
/// A sentence for them when none or several fit.
pub fn find<'a>(libraries: Libraries<'a>, name: &str) -> Result<Texts<'a>, String> {
    if let Some(view) = libraries.views().find(|v| name.trim() == prefix(v.home)) {
        let scope = Scope::Library;
        return Ok(Texts { view, scope });
    }

    let shown = markdown::name(name, LONGEST_NAME);
    let whole = |view: &View| view.find_whole(name);
    let part = |view: &View| match view.find(name) {
        Ok(scope) => Ok(Some(scope)),
        Err(UserError::NoSuchDocument { .. }) => Ok(None),
        Err(error) => Err(error),
    };

    for found in [&whole as &dyn Fn(&View) -> _, &part] {
        for view in libraries.views() {
            match found(&view) {
                Ok(Some(scope)) => return Ok(Texts { view, scope }),
                Ok(None) => {}
                // The library's own sentence lists what there is; a member gets a short one.
                Err(_) => return Err(words::ambiguous_document(&shown)),
            }
        }
    }
    Err(words::no_such_document(&shown))
}

/// The name by which some texts are found again.
///
/// # Errors
/// When they are not of their library.
pub fn of(texts: &Texts) -> Result<String> {
    let Texts { view, scope } = texts;
    Ok(match scope {
        Scope::Library => prefix(view.home).to_owned(),
        Scope::Folder(folder) => view.folder(*folder)?.name(),
        Scope::Document(document) => view.document(*document)?.path.clone(),
    })
}

/// What some texts are called, as plain text.
///
/// # Errors
/// When they are not of their library.
pub fn title(texts: &Texts) -> Result<String> {
    let Texts { view, scope } = texts;
    match scope {
        Scope::Library => Ok(words::naming::of(view.home).to_owned()),
        Scope::Folder(folder) => Ok(view.folder(*folder)?.name()),
        Scope::Document(document) => titles::of(view, *document),
    }
}
