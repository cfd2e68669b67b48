//! Titles in what somebody types: `chapter 3 of The Mill` -> that text, and the place in it.
//!
//! What is not obvious: a few words of a title name a text only beside a place, as they may be
//! words of any text.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use crate::analyze::is_stop_word;
use crate::chapters::{find_headings, has_called_number, names_place};
use crate::ids::{DocumentId, Ids};
use crate::index::Scope;
use crate::language::Language;
use crate::render::titles;
use crate::reply::named::names;
use crate::reply::named::naming::{collect_fitting_documents, is_called};
use crate::reply::wording::forms::message_words;
use crate::servers::{Texts, View};

/// Shorter words are too much like others to name a text without being its title.
const SHORTEST: usize = 4;

/// The text that something typed names beside a place in it, and that place, which is empty where
/// only the text is named.
pub fn split_title<'a>(texts: &[Texts<'a>], words: &[&str]) -> Result<Option<(Texts<'a>, String)>> {
    if let Some(one) = find_text_with_words(texts, &words.join(" "))? {
        return Ok(Some((one, String::new())));
    }

    for at in (0..words.len()).rev() {
        let front = &words[..=at];
        let back = &words[at + 1..];
        let other = words.split_at(words.len() - at - 1);
        for (title, place) in [(front, back), (other.1, other.0)] {
            let place = place.join(" ");
            let place = strip_end_marks(&place);
            let is_place = !place.is_empty() && names_place(place, true);
            if !place.is_empty() && !is_place {
                continue;
            }

            if let Some(one) = find_named_text(texts, &title.join(" "), is_place)? {
                return Ok(Some((one, place.to_owned())));
            }
        }
    }

    Ok(None)
}

/// The only text whose title has all of several words, if they are no heading: "two cities" is the
/// tale of these, and not the second chapter of a text of cities.
fn find_text_with_words<'a>(texts: &[Texts<'a>], name: &str) -> Result<Option<Texts<'a>>> {
    let wanted = names::plain_words(name);
    if wanted.len() < 2 || has_called_number(name, Language::English) {
        return Ok(None);
    }

    // An article before it makes no other heading.
    let is_wanted = |heading: &str| {
        let words = names::plain_words(heading);
        words.ends_with(&wanted) && words.len() <= wanted.len() + 1
    };
    let mut titled = Vec::new();
    for one in texts {
        let documents = one.view.documents_in(one.scope)?;
        for document in documents.clone().ids() {
            if names::has_all_words(&one.view.document(document)?.title, name) {
                titled.push((one.view, document));
            }
        }
        if find_headings(&one.view, documents, is_wanted)
            .next()
            .is_some()
        {
            return Ok(None);
        }
    }
    Ok(match titled.as_slice() {
        [(view, document)] => Some(Texts {
            view: *view,
            scope: Scope::Document(*document),
        }),
        _ => None,
    })
}

/// The text that is called so; beside a place in it, the only one whose name fits.
pub fn find_named_text<'a>(
    texts: &[Texts<'a>],
    name: &str,
    may_fit: bool,
) -> Result<Option<Texts<'a>>> {
    let whole = name.trim();
    let name = strip_end_marks(name).trim_start_matches(is_mark);
    for one in texts {
        for document in one.view.documents_in(one.scope)?.ids() {
            let view = one.view;
            if is_called(view.document(document)?, name) || is_told_apart(&view, document, whole) {
                let scope = Scope::Document(document);
                return Ok(Some(Texts { view, scope }));
            }
        }
    }

    let tells =
        |word: String| word.chars().count() >= SHORTEST && !is_stop_word(&word, Language::English);
    if !may_fit || !message_words(name).any(tells) {
        return Ok(None);
    }
    let mut fitting = Vec::new();
    for one in texts {
        let own = one.view.documents_in(one.scope)?;
        let documents = collect_fitting_documents(&one.view, own, name).into_iter();
        fitting.extend(documents.map(|document| (one.view, Scope::Document(document))));
    }
    Ok(match fitting.as_slice() {
        [(view, scope)] => Some(Texts {
            view: *view,
            scope: *scope,
        }),
        _ => None,
    })
}

/// Whether a name is that of a text with what tells it from others of its title, as lists have it:
/// `The Mill (old/)`.
fn is_told_apart(library: &View, document: DocumentId, name: &str) -> bool {
    let begins_with_title = library.document(document).is_ok_and(|info| {
        let rest = name.strip_prefix(info.title.as_str());
        rest.is_some_and(|rest| rest.ends_with(')'))
    });
    begins_with_title && titles::distinct_title(library, document).is_ok_and(|title| title == name)
}

/// Something typed without the marks that end a sentence.
pub fn strip_end_marks(typed: &str) -> &str {
    typed.trim_end_matches(is_mark)
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && letter != '%' && letter != '％'
}
