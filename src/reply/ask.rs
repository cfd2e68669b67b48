//! `/ask`, a mention, a direct message, **Find in the library**: a question and its answer.
//!
//! What is shown here fails only when the index cannot be read.

use anyhow::Result;

use crate::answer::{Answer, Question, answer};
use crate::index::{Library, Scope};
use crate::query::About;
use crate::reader::Effort;
use crate::render::about;
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, label};
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::words as say;
use crate::render::words;
use crate::reply::chapters::named;
use crate::reply::setting::{Notes, Setting};
use crate::reply::shelf::{self, MATCHES};
use crate::reply::show::show;
use crate::reply::state::{Action, Face, Kind, State};

/// Longest question that Discord lets people type, in characters.
pub const MAX_QUESTION: u16 = 1_000;

/// Answers a question from the texts of a scope.
pub fn reply(
    library: &Library,
    question: &str,
    scope: Scope,
    setting: Setting,
    effort: Effort,
) -> Result<Message> {
    // A choice from the list arrives as the question, though it names a place.
    if let Some((state, asked)) = reference(question) {
        return opened(library, state, asked, setting);
    }

    let found = answer(
        library,
        &Question {
            text: question,
            scope,
            limit: MATCHES,
            effort,
        },
    )?;
    told(library, &found, scope, setting)
}

/// An answer, or the lack of one, as a reply.
pub fn told(library: &Library, found: &Answer, scope: Scope, setting: Setting) -> Result<Message> {
    if let Some(said) = about::told(library, found) {
        return about_text(library, found, &said, setting);
    }

    let kind = if found.is_answered() {
        Kind::Answer
    } else {
        Kind::Closest
    };

    let state = State {
        asker: setting.asker,
        kind,
        within: shelf::within(library, scope)?,
        perhaps: found.is_perhaps(),
        matches: shelf::matches(library, found)?,
        ..State::default()
    }
    .fitted();
    let notes = Notes {
        lines: words::understood(found),
        ..Notes::of(Some(&found.question))
    };

    let shown = show(library, state, Turn::ToBold, notes, setting)?.unwrap_or_default();
    Ok(shown.answering(found.is_answered()))
}

/// What is known of the texts that were asked; a chapter is opened if it is clear which.
fn about_text(library: &Library, found: &Answer, said: &str, setting: Setting) -> Result<Message> {
    if let Some(About::Part(part)) = &found.about {
        let mut places = Vec::new();
        for document in found.documents.clone() {
            places.extend(named(library, document, part)?);
        }
        if let [only] = places.as_slice() {
            return read_at(library, *only, setting);
        }
    }

    let card = Card {
        head: said.lines().map(|line| escape(&label(line))).collect(),
        ..Notes::of(Some(&found.question)).card(setting)
    };
    let message = card.message(setting.form, "").private(setting.private);
    Ok(message.answering(true))
}

/// Shows a passage to be read.
///
/// # Errors
/// When it is not of this library.
pub fn read_at(library: &Library, id: u32, setting: Setting) -> Result<Message> {
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        face: Face::Text,
        view: shelf::view_of(library, &library.passage(id)?)?,
        ..State::default()
    };
    Ok(show(library, state, Turn::To(0), Notes::default(), setting)?.unwrap_or_default())
}

/// A place that was chosen from the list while typing, and what had been typed.
pub fn reference(question: &str) -> Option<(State, Option<&str>)> {
    let (id, asked) = match question.split_once(' ') {
        Some((id, asked)) => (id, Some(asked)),
        None => (question, None),
    };
    match State::decode(id) {
        Some((Action::Open(_), state)) => Some((state, asked)),
        _ => None,
    }
}

/// Shows a place that was chosen from the list while typing.
pub fn opened(
    library: &Library,
    state: State,
    asked: Option<&str>,
    setting: Setting,
) -> Result<Message> {
    let state = State {
        face: Face::Text,
        ..state
    };
    let shown = show(library, state, Turn::ToBold, Notes::of(asked), setting)?;
    Ok(shown.unwrap_or_else(|| Message::text(say::sorry::TEXT_CHANGED_ASK).private(true)))
}
