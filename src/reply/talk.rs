//! A message to the bot -> an answer if it asks something, else a greeting with an example.
//!
//! People thank it, greet it and talk beside it; none of that is in a text, and a quote for it would be
//! nonsense. The decision that is not obvious: what does not have the form of a question is still looked for,
//! since many type key words, but then only a sure answer counts.

use std::collections::HashSet;
use std::sync::LazyLock;

use anyhow::Result;

use crate::analyze::{fold, is_stop_word, tokens};
use crate::answer::Answer;
use crate::ids::Ids;
use crate::index::Scope;
use crate::language::Language;
use crate::query::strip_to_question;
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::reply::ask::{self, find_surest_answer, render_answer};
use crate::reply::help;
use crate::reply::naming::find_texts;
use crate::reply::read;
use crate::reply::sayings::{are_small_talk, begins_request, is_listed};
use crate::reply::search;
use crate::reply::setting::Setting;
use crate::search::{Manner, find_words};
use crate::servers::{Libraries, Texts, View};

/// Words that begin a question, a language a line; see the file.
const ASKING: &str = include_str!("tables/asking.txt");
/// What ends a question in languages that put it there.
const ASKING_ENDS: [&str; 9] = [
    "か",
    "吗",
    "呢",
    "教えて",
    "教えてください",
    "教えて下さい",
    "知りたい",
    "知りたいです",
    "について",
];
/// More words than this are no small talk, whichever they are, and no key words.
const LONGEST: usize = 12;
/// Who speaks of these speaks to the bot, and not of a text.
const PERSONS: [&str; 14] = [
    "i", "im", "i'm", "ive", "i've", "i'll", "me", "my", "you", "your", "u", "we", "us", "our",
];

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

    if is_small_talk(text) {
        return help::render_greeting(libraries, setting.locale());
    }
    if is_question(text) {
        return ask::reply_to_question(&texts, text, setting, effort);
    }

    let named = strip_article(text);
    let is_there = are_key_words(text) && holds_phrase(&texts, named)?;
    if let Some(text) = find_titled_text(&texts, named)?.filter(|_| !is_there) {
        return read::render_document(&[text], None, setting);
    }
    if message_words(text).any(|word| PERSONS.contains(&word.as_str())) {
        return help::render_greeting(libraries, setting.locale());
    }
    if let Some((texts, found)) = find_surest_answer(&texts, text, effort)? {
        let is_sure = found.is_answered() && !found.is_perhaps();
        if is_sure || are_key_words(text) && holds_all_terms(&texts.view, &found)? {
            return render_answer(&texts.view, &found, texts.scope, setting);
        }
    }
    if is_there {
        // A button knows what was searched for only from what is shown.
        let setting = Setting {
            beneath: false,
            ..setting
        };
        return search::reply_to_search(&texts, named, setting);
    }
    help::render_greeting(libraries, setting.locale())
}

/// The text whose title some words are, of several the first.
fn find_titled_text<'a>(texts: &[Texts<'a>], named: &str) -> Result<Option<Texts<'a>>> {
    let named: Vec<String> = message_words(named).collect();
    for one in texts {
        for document in one.view.documents_in(one.scope)?.ids() {
            let title = &one.view.document(document)?.title;
            if !named.is_empty() && message_words(strip_article(title)).eq(named.iter().cloned()) {
                let (view, scope) = (one.view, Scope::Document(document));
                return Ok(Some(Texts { view, scope }));
            }
        }
    }
    Ok(None)
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

/// Whether some words stand in a text as they are written.
fn holds_phrase(texts: &[Texts], text: &str) -> Result<bool> {
    for one in texts {
        let hits = find_words(&one.view, text, one.scope)?;
        if hits.manner == Manner::Phrase && !hits.passages.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a message says nothing that a text could tell: thanks, a greeting, agreement, marks only, or a question to the
/// bot itself.
pub fn is_small_talk(text: &str) -> bool {
    let said: Vec<String> = message_words(text).collect();
    said.len() <= LONGEST && (said.is_empty() || are_small_talk(&said, is_question(text)))
}

/// Whether one of the first words begins a question or a request.
fn begins_question(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let lines = ASKING.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(fold).collect()
    });
    message_words(text)
        .take(3)
        .any(|word| WORDS.contains(&word))
}

/// Whether a message has the form of a question, perhaps behind what people say before one.
fn is_question(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = ASKING_ENDS.iter().any(|asking| end.ends_with(asking));
    let first: Vec<String> = message_words(text).take(LONGEST).collect();
    text.contains(['?', '？', '؟'])
        || ends
        || begins_question(text)
        || begins_question(&strip_to_question(text))
        || (0..first.len().min(3)).any(|at| begins_request(&first[at..]))
}

/// Whether a message names some things and says nothing of them.
fn are_key_words(text: &str) -> bool {
    let tells = message_words(text).any(|word| is_listed(&["tells"], &word));
    !tells && message_words(text).count() <= LONGEST
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

/// The words of a message, folded, without links, mentions and custom emoji.
fn message_words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .filter(|part| !part.contains("://") && !part.starts_with('<'))
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c)))
        .map(|word| fold(word.trim_matches(['\'', '’'])))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
