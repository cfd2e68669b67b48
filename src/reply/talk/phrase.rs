//! A message that quotes a text -> where that stands.
//!
//! In: a message and the texts. Out: the places of the words that it quotes: those in quotation
//! marks, or all of them. What is not obvious: a question may stand in a text too, so of one only
//! what it marks counts, and only if it asks where that stands.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use crate::render::discord::message::Message;
use crate::reply::search;
use crate::reply::view::setting::Setting;
use crate::reply::wording::forms::{
    are_key_words, asks_whether, is_question, message_words, speaks_to_bot,
};
use crate::reply::wording::sayings::is_listed;
use crate::search::{Manner, find_words};
use crate::servers::Texts;

/// Fewer words than this stand anywhere by chance.
const FEWEST: usize = 3;
/// Fewer than this in quotation marks are a name.
const FEWEST_MARKED: usize = 2;
/// So many words in a row are a quotation, however often they stand there.
const TELLING: usize = 6;
/// More words than this are no name.
const LONGEST_NAME: usize = 3;
/// Marks around a quotation: what opens it, and what ends it.
const MARKS: [(char, char); 7] = [
    ('"', '"'),
    ('“', '”'),
    ('„', '“'),
    ('«', '»'),
    ('»', '«'),
    ('「', '」'),
    ('『', '』'),
];

/// Shows where the words of a message stand that it quotes; `None` if it quotes none, or they stand
/// nowhere.
pub fn reply_to_phrase(texts: &[Texts], text: &str, setting: Setting) -> Result<Option<Message>> {
    let marked = split_marked(text);
    let phrase = match marked {
        Some([before, marked, after]) => asks_where(before, after).then_some(marked),
        None => Some(text).filter(|text| !is_question(text) && !asks_whether(text)),
    };
    let fewest = marked.map_or(FEWEST, |_| FEWEST_MARKED);
    let Some(phrase) = phrase.filter(|phrase| message_words(phrase).count() >= fewest) else {
        return Ok(None);
    };

    // What may be the name of something is asked: of many places, one says best what it is.
    let may_be_name = marked.is_none() && are_key_words(text) && !speaks_to_bot(text);
    let most = match message_words(phrase).count() {
        // Of few words somebody may say anything: "let us go" quotes no text.
        words if !may_be_name && (marked.is_some() || words >= TELLING) => usize::MAX,
        ..=LONGEST_NAME if may_be_name => 0,
        _ => 1,
    };
    let places = count_places(texts, phrase)?;
    Ok(if (1..=most).contains(&places) {
        Some(show_phrase(texts, phrase, setting)?)
    } else {
        None
    })
}

/// Whether what stands around a quotation only asks where it stands.
fn asks_where(before: &str, after: &str) -> bool {
    let around: Vec<String> = message_words(before).chain(message_words(after)).collect();
    let is_known = |word: &String| is_listed(&["seeks", "beside"], word);
    let seeks = around.iter().any(|word| is_listed(&["seeks"], word));
    around.is_empty() || seeks && around.iter().all(is_known)
}

/// The one stretch of a message in quotation marks, between what stands before and behind it.
fn split_marked(text: &str) -> Option<[&str; 3]> {
    MARKS.into_iter().find_map(|(open, close)| {
        let (before, rest) = text.split_once(open)?;
        let (marked, after) = rest.split_once(close)?;
        (!after.contains([open, close])).then_some([before, marked, after])
    })
}

/// Whether some words stand in a text as they are written.
pub fn holds_phrase(texts: &[Texts], text: &str) -> Result<bool> {
    Ok(count_places(texts, text)? > 0)
}

/// In how many passages some words stand as they are written.
fn count_places(texts: &[Texts], text: &str) -> Result<usize> {
    let mut count = 0;
    for one in texts {
        let hits = find_words(&one.view, text, one.scope)?;
        if hits.manner == Manner::Phrase {
            count += hits.passages.len();
        }
    }
    Ok(count)
}

/// Shows where some words stand.
pub fn show_phrase(texts: &[Texts], phrase: &str, setting: Setting) -> Result<Message> {
    // A button knows what was searched for only from what is shown.
    let setting = Setting {
        beneath: false,
        ..setting
    };
    search::reply_to_search(texts, phrase, setting)
}
