//! A message to the bot -> an answer if it asks something, else a greeting with an example.
//!
//! People thank it, greet it and talk beside it; none of that is in a text, and a quote for it
//! would be nonsense. The decision that is not obvious: what does not have the form of a question
//! is still looked for, since many type key words, but then only a sure answer counts. What
//! somebody quotes is found before anything else is thought of it.

mod opening;
mod phrase;
mod seeking;

use std::collections::HashSet;

use anyhow::Result;

use crate::analyze::{fold, is_stop_word, tokens};
use crate::answer::{Answer, asks_about_texts};
use crate::language::Language;
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::reply::ask::{find_surest_answer, render_answer, reply_to_question};
use crate::reply::help;
use crate::reply::named::naming::find_texts;
use crate::reply::named::titled::find_named_text;
use crate::reply::read;
use crate::reply::talk::opening::reply_to_place;
use crate::reply::talk::phrase::{holds_phrase, reply_to_phrase, show_phrase};
use crate::reply::talk::seeking::reply_to_seeker;
use crate::reply::view::setting::Setting;
use crate::reply::wording::forms::{
    are_key_words, asks_whether, is_question, is_small_talk, speaks_to_bot,
};
use crate::servers::{Libraries, Texts, View};

/// Answers a message that mentions the bot, answers it or is written to it.
///
/// # Errors
/// When the index cannot be read.
pub fn reply_to_message(
    libraries: Libraries,
    usual: Option<&str>,
    text: &str,
    setting: Setting,
    effort: Effort,
) -> Result<Message> {
    let usual = usual.and_then(|name| find_texts(libraries, name).ok());
    let texts = usual.map_or_else(|| libraries.texts(), |usual| vec![usual]);

    if let Some(message) = reply_to_no_question(libraries, &texts, text, setting)? {
        return Ok(message);
    }
    if is_question(text) || asks_about(&texts, text)? {
        return reply_to_question(&texts, text, setting, effort);
    }

    let named = strip_article(text);
    let is_there = are_key_words(text) && holds_phrase(&texts, named)?;
    if let Some(text) = find_named_text(&texts, text, false)?.filter(|_| !is_there) {
        return read::render_document(&[text], None, setting);
    }
    if speaks_to_bot(text) {
        return help::render_greeting(libraries, setting.locale());
    }
    if let Some((texts, found)) = find_surest_answer(&texts, text, effort)? {
        let is_sure = found.is_answered() && !found.is_perhaps();
        let answers_whether = found.is_answered() && asks_whether(text);
        if is_sure
            || answers_whether
            || are_key_words(text) && holds_all_terms(&texts.view, &found)?
        {
            return render_answer(&texts.view, &found, texts.scope, setting);
        }
    }
    if is_there {
        return show_phrase(&texts, named, setting);
    }
    help::render_greeting(libraries, setting.locale())
}

/// Answers what asks nothing of the texts: words that are sought, small talk, a place to read from,
/// and a quotation.
///
/// # Errors
/// When the index cannot be read.
pub fn reply_to_no_question(
    libraries: Libraries,
    texts: &[Texts],
    text: &str,
    setting: Setting,
) -> Result<Option<Message>> {
    if let Some(message) = reply_to_seeker(texts, text, setting)? {
        return Ok(Some(message));
    }
    if is_small_talk(text) {
        let greeting = help::render_greeting(libraries, setting.locales.member)?;
        return Ok(Some(greeting.private(true)));
    }
    if let Some(message) = reply_to_place(texts, text, setting)? {
        return Ok(Some(message));
    }
    // What is asked of a text itself may stand in another.
    if asks_about(texts, text)? {
        return Ok(None);
    }
    reply_to_phrase(texts, text, setting)
}

/// Whether a message asks something about one of the texts itself.
fn asks_about(texts: &[Texts], text: &str) -> Result<bool> {
    for one in texts {
        if asks_about_texts(&one.view, text, one.scope)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Key words without a small word before them: "the wren" may stand there as "a wren".
fn strip_article(text: &str) -> &str {
    let is_small = |word: &str| Language::all().any(|one| is_stop_word(&fold(word), one));
    let parts = text.trim().split_once(' ');
    parts.map_or(
        text,
        |(first, rest)| if is_small(first) { rest } else { text },
    )
}

/// Whether several words were looked for, and all stand in the passage that fits best.
fn holds_all_terms(library: &View, found: &Answer) -> Result<bool> {
    let Some(best) = found.passages.first() else {
        return Ok(false);
    };

    let document = best.passage.span.document;
    let language = library.document(document)?.language;
    let text = library.full_text(document)?;
    let there: HashSet<String> = best
        .highlights
        .iter()
        .flat_map(|range| tokens(&text[range.clone()], language))
        .map(|token| token.term)
        .collect();
    let is_there = |(term, _): &(String, f32)| there.contains(term);
    Ok(found.terms.len() > 1 && found.terms.iter().all(is_there))
}
