//! The name of a text, a collection or a whole library -> the texts that a person means.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::is_stop_word;
use crate::error::UserError;
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Scope};
use crate::locale::Locale;
use crate::render::discord::markdown::{self, escape};
use crate::render::discord::say::sorry;
use crate::render::discord::words::{library, say_and_more};
use crate::render::titles;
use crate::reply::named::names;
use crate::servers::gates::home_prefix;
use crate::servers::{Libraries, Texts, View};

/// Longest name of a document that is said again when there is none, in units.
const LONGEST_NAME: usize = 100;

/// Most texts that are named when several fit.
const NAMED: usize = 5;
/// Longest title of these, in units.
const TITLE: usize = 60;

/// What stands between a title and an author.
const BY: [&str; 5] = [" by ", " von ", " par ", " de ", " di "];
/// What stands between a title and another: `The Mill; or, A Year of Bread`.
const SECOND: [char; 6] = [';', ':', '(', '–', '—', '/'];

/// Why it is not clear which texts a person means; the name is Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// None are called so.
    Unknown(String),
    /// Several are: the titles of some, as Markdown, and how many more there are.
    Several(String, Vec<String>, usize),
}

impl Unclear {
    /// What the person is told.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Unclear::Unknown(name) => sorry::no_such_document(locale, name),
            Unclear::Several(name, titles, more) => {
                let titles = say_and_more(locale, &titles.join(", "), *more);
                sorry::ambiguous_document(locale, name, &titles)
            }
        }
    }
}

/// The texts that a person means. A name given whole counts more than a part of one, that more than
/// one that only fits as in the list while typing, and then the server's own texts more than the
/// shared ones.
///
/// # Errors
/// When none or several fit.
pub fn find_texts<'a>(libraries: Libraries<'a>, name: &str) -> Result<Texts<'a>, Unclear> {
    if let Some(view) = libraries
        .views()
        .find(|v| name.trim() == home_prefix(v.home))
    {
        let scope = Scope::Library;
        return Ok(Texts { view, scope });
    }

    let shown = markdown::render_name(name, LONGEST_NAME);
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
                Err(_) => {
                    return find_only_fitting(view, &shown, name)
                        .and_then(|only| only.ok_or(Unclear::Unknown(shown)));
                }
            }
        }
    }
    for view in libraries.views() {
        if let Some(texts) = find_only_fitting(view, &shown, name)? {
            return Ok(texts);
        }
    }
    Err(Unclear::Unknown(shown))
}

/// The only text that a name fits; `None` if it fits none.
fn find_only_fitting<'a>(
    view: View<'a>,
    shown: &str,
    name: &str,
) -> Result<Option<Texts<'a>>, Unclear> {
    let all = DocumentId(0)..DocumentId(view.documents().len() as u32);
    match collect_fitting_documents(&view, all, name).as_slice() {
        [] => Ok(None),
        [only] => {
            let scope = Scope::Document(*only);
            Ok(Some(Texts { view, scope }))
        }
        several_fit => Err(ambiguous_name(shown.to_owned(), &view, several_fit)),
    }
}

/// The documents among some whose title, path or author fits a name, as in the list while typing;
/// those that have its very words, if any have: "vol 1" is not Vol. 10.
pub fn collect_fitting_documents(
    view: &View,
    among: Range<DocumentId>,
    name: &str,
) -> Vec<DocumentId> {
    // Marks alone fit anything.
    let documents = among.ids().filter(|_| name.contains(char::is_alphanumeric));
    let known = documents.filter_map(|id| Some((id, view.document(id).ok()?)));
    let fitting: Vec<_> = known.filter(|(_, info)| fits_text(info, name)).collect();

    let has_words = |info: &DocumentInfo| names::has_all_words(&info.title, name);
    let has_any = fitting.iter().any(|(_, info)| has_words(info));
    let fitting = fitting
        .into_iter()
        .filter(|(_, info)| !has_any || has_words(info));
    fitting.map(|(id, _)| id).collect()
}

/// Whether the title, the path or the author of a text fits what is typed so far, or its title and
/// its author.
pub fn fits_text(info: &DocumentInfo, typed: &str) -> bool {
    let author = info.author.as_deref().filter(|_| !typed.trim().is_empty());
    let is_by = || {
        author
            .zip(split_author(typed))
            .is_some_and(|(author, (title, by))| {
                names::fits(&info.title, title) && names::fits(author, by)
            })
    };

    names::fits(&info.title, typed)
        || names::fits(&info.path, typed)
        || author.is_some_and(|author| {
            let name = BY.iter().find_map(|by| typed.strip_prefix(by.trim_start()));
            names::fits(author, name.unwrap_or(typed))
        })
        || is_by()
}

/// The title of a text without a second one behind it.
pub fn first_title(info: &DocumentInfo) -> &str {
    let first = info.title.split(SECOND).next().unwrap_or_default();
    Some(first.trim())
        .filter(|first| !first.is_empty())
        .unwrap_or(&info.title)
}

/// Whether a text is called so: by its whole title, or by what stands before a second one, perhaps
/// with its author.
pub fn is_called(info: &DocumentInfo, name: &str) -> bool {
    let bare = |title: &str| {
        let words = names::plain_words(title);
        let small = usize::from(words.len() > 1 && is_stop_word(&words[0], info.language));
        words[small..].to_vec()
    };

    let is_title = |name: &str| {
        let name = bare(name);
        !name.is_empty()
            && [&info.title, first_title(info)]
                .iter()
                .any(|title| bare(title) == name)
    };

    let is_by = || {
        info.author
            .as_deref()
            .zip(split_author(name))
            .is_some_and(|(author, (title, by))| is_title(title) && names::fits(author, by))
    };

    is_title(name) || is_by()
}

/// A title and an author behind it: `The Mill by Ada Quill`.
fn split_author(name: &str) -> Option<(&str, &str)> {
    BY.into_iter().find_map(|by| name.rsplit_once(by))
}

fn ambiguous_name(name: String, view: &View, documents: &[DocumentId]) -> Unclear {
    let titles = documents.iter().take(NAMED);
    let titles: Vec<String> = titles
        .filter_map(|id| titles::distinct_title(view, *id).ok())
        .collect();
    let more = documents.len() - titles.len();
    let titles = titles::cut_names_apart(&titles, TITLE);

    Unclear::Several(
        name,
        titles.iter().map(|title| escape(title)).collect(),
        more,
    )
}

/// The name by which some texts are found again.
///
/// # Errors
/// When they are not of their library.
pub fn stored_name(texts: &Texts) -> Result<String> {
    let Texts { view, scope } = texts;
    Ok(match scope {
        Scope::Library => home_prefix(view.home).to_owned(),
        Scope::Folder(folder) => view.folder(*folder)?.name(),
        Scope::Document(document) => view.document(*document)?.path.clone(),
    })
}

/// What some texts are called, as plain text; a whole library is called so in a language.
///
/// # Errors
/// When they are not of their library.
pub fn title_of_texts(texts: &Texts, locale: Locale) -> Result<String> {
    let Texts { view, scope } = texts;
    match scope {
        Scope::Library => Ok(library::say_library_name(locale, view.home)),
        Scope::Folder(folder) => Ok(view.folder(*folder)?.name()),
        Scope::Document(document) => titles::distinct_title(view, *document),
    }
}
