//! A message that asks for a place in a text -> the text from there.
//!
//! In: what somebody wrote: `read me chapter 3 of The Mill`, `chapter 3`, `the mill 40%`. Out: that
//! place, or why it is not there. What is not obvious: a place without a word such as "read" may be
//! words of a text, so it counts only where some text has it.
//!
//! The functions here fail only when the index cannot be read.

use std::slice;

use anyhow::Result;

use crate::chapters::{Place, find_place, is_clear_place, names_place};
use crate::ids::Ids;
use crate::index::Scope;
use crate::render::discord::message::Message;
use crate::reply::library;
use crate::reply::named::titled::{find_named_text, split_title, strip_end_marks};
use crate::reply::read;
use crate::reply::view::setting::Setting;
use crate::reply::wording::forms::message_words;
use crate::reply::wording::sayings::is_listed;
use crate::servers::Texts;

/// More words than this name no place.
const MOST_WORDS: usize = 16;

/// Opens the place that a message asks for; `None` if it asks for none.
pub fn reply_to_place(texts: &[Texts], text: &str, setting: Setting) -> Result<Option<Message>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return Ok(None);
    }

    let (asks, rest) = strip_request(&words);
    if let Some((one, place)) = split_title(texts, rest)? {
        // "Two women" and "the whale at the end" ask for nothing.
        let is_clear = is_clear_place(&place);
        let is_meant = asks || is_clear && has_place(slice::from_ref(&one), &place)?;
        if !is_meant {
            return Ok(None);
        }
        let from = Some(place.as_str()).filter(|place| !place.is_empty());
        return read::render_document(&[one], from, setting).map(Some);
    }
    if let Some(one) = find_listed_text(texts, rest)? {
        return library::render_library(&[one], setting).map(Some);
    }

    // Beside a word such as "read", a part of a name is enough: "open notes south".
    if asks
        && !rest.is_empty()
        && !names_place(&rest.join(" "), true)
        && let Some(one) = find_named_text(texts, &rest.join(" "), true)?
    {
        return read::render_document(&[one], None, setting).map(Some);
    }

    // "Start reading" is enough; "read" and "start" are said of other things.
    if rest.is_empty() && words.iter().filter(|word| opens(word)).count() > 1 {
        return read::render_document(texts, None, setting).map(Some);
    }
    let place = rest.join(" ");
    let place = strip_end_marks(&place);
    let is_meant = !rest.is_empty()
        && names_place(place, false)
        && (asks || is_clear_place(place) && has_place(texts, place)?);
    Ok(if is_meant {
        Some(read::render_document(texts, Some(place), setting)?)
    } else {
        None
    })
}

/// The text whose chapters are to be listed: `table of contents of The Mill`.
fn find_listed_text<'a>(texts: &[Texts<'a>], words: &[&str]) -> Result<Option<Texts<'a>>> {
    let is_in =
        |lists: &[&str], word: &str| message_words(word).all(|word| is_listed(lists, &word));

    let lists = words
        .iter()
        .take_while(|word| is_in(&["contents", "listing"], word))
        .count();
    let (asked, title) = words.split_at(lists);
    if !asked.iter().any(|word| is_in(&["contents"], word)) {
        return Ok(None);
    }

    match (title, texts) {
        ([], [only]) => {
            let documents = only.view.documents_in(only.scope)?;
            let is_one = documents.len() == 1;
            let scope = if is_one {
                Scope::Document(documents.start)
            } else {
                only.scope
            };
            Ok(Some(Texts { scope, ..*only }))
        }
        ([], _) => Ok(None),
        _ => find_named_text(texts, &title.join(" "), true),
    }
}

/// What is asked for behind a word such as "read", and whether there is one.
fn strip_request<'a, 'b>(words: &'a [&'b str]) -> (bool, &'a [&'b str]) {
    let is_in = |lists: &[&str], word: &str| {
        message_words(word)
            .next()
            .is_some_and(|word| is_listed(lists, &word))
    };

    let around = words
        .iter()
        .take_while(|word| is_in(&["opens", "courtesy"], word))
        .count();
    let (asked, mut rest) = words.split_at(around);
    if !asked.iter().any(|word| opens(word)) {
        return (false, words);
    }

    while let Some((last, before)) = rest.split_last()
        && is_in(&["courtesy"], last)
    {
        rest = before;
    }

    (true, rest)
}

/// Whether a word asks to have something opened.
fn opens(word: &str) -> bool {
    message_words(word).any(|word| is_listed(&["opens"], &word))
}

/// Whether a text has a place.
fn has_place(texts: &[Texts], place: &str) -> Result<bool> {
    for one in texts {
        for document in one.view.documents_in(one.scope)?.ids() {
            if matches!(find_place(&one.view, document, place)?, Place::At(_)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
