//! `/help` and `/privacy`, and what is said to those who ask nothing.

mod example;

use anyhow::Result;

use crate::answer::{Question, answer_question};
use crate::index::Scope;
use crate::language::Language;
use crate::locale::Locale;
use crate::reader::Effort;
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, to_plain_line};
use crate::render::discord::message::Message;
use crate::render::discord::say::greeting as say;
use crate::render::discord::words::help as words;
use crate::reply::help::example::example_questions;
use crate::reply::view::setting::Setting;
use crate::servers::{Libraries, View};

/// Questions that are tried before one is shown; each is asked.
const TRIED: usize = 12;

/// What members can do; `command` tells how a command is written.
///
/// # Errors
/// When the index cannot be read.
pub fn render_help(
    libraries: Libraries,
    setting: Setting,
    command: &dyn Fn(&str) -> String,
) -> Result<Message> {
    let example = find_example(libraries, setting.locales.member)?;
    let text = words::help_text(setting.locales.member, command, example.as_deref());
    Ok(to_private_message(&text, setting))
}

/// What is kept of what they do.
pub fn render_privacy(setting: Setting) -> Message {
    let text = words::privacy_text(setting.locales.member, setting.offers.gaps);
    to_private_message(&text, setting)
}

/// What is said to those who say something that is no question.
///
/// # Errors
/// When the index cannot be read.
pub fn render_greeting(libraries: Libraries, locale: Locale) -> Result<Message> {
    let said = match find_example(libraries, locale)? {
        Some(question) => say::example(locale, &question),
        None => say::plain(locale),
    };
    Ok(Message::text(said))
}

fn to_private_message(text: &str, setting: Setting) -> Message {
    Card::default().message(setting.form, text).private(true)
}

/// A question that one of the libraries answers, as Markdown.
fn find_example(libraries: Libraries, locale: Locale) -> Result<Option<String>> {
    for view in libraries.views() {
        if let Some(example) = find_example_in(&view, Language::of_tag(locale.tag()))? {
            return Ok(Some(example));
        }
    }
    Ok(None)
}

fn find_example_in(library: &View, language: Option<Language>) -> Result<Option<String>> {
    for question in example_questions(library, language).take(TRIED) {
        let question = question?;
        let found = answer_question(
            library,
            &Question {
                text: &question,
                scope: Scope::Library,
                limit: 1,
                effort: Effort::default(),
            },
        )?;
        if found.is_answered() && !found.is_perhaps() {
            return Ok(Some(escape(&to_plain_line(&question))));
        }
    }

    Ok(None)
}
