//! `/ask`, a mention, a direct message, **Find in the library**: a question and its answer.
//!
//! What is shown here fails only when the index cannot be read.

use anyhow::Result;

use crate::answer::{Answer, Question, answer};
use crate::index::{Library, Scope};
use crate::reader::Effort;
use crate::render::Place;
use crate::render::discord::card::{Card, Tone};
use crate::render::discord::markdown::{escape, label, shorten};
use crate::render::discord::message::{Button, Message, limits};
use crate::render::discord::passage::{Turn, excerpt};
use crate::render::discord::words as say;
use crate::render::words;
use crate::reply::shelf::{self, MATCHES};
use crate::reply::show::{Notes, Setting, last_button, show};
use crate::reply::state::{Action, Kind, State};

/// Longest question that Discord lets people type, in characters.
pub const MAX_QUESTION: u16 = 1_000;
/// Closest passages shown when the text does not answer.
const CLOSEST: usize = 3;

/// Answers a question from the texts of a scope.
pub fn reply(
    library: &Library,
    question: &str,
    scope: Scope,
    setting: Setting,
    effort: Effort,
) -> Result<Message> {
    // A choice from the list arrives as the question, though it names a place.
    if let Some(reference) = reference(question) {
        return opened(library, reference, setting);
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

    let matches = shelf::matches(library, &found)?;
    let kind = if found.is_answered() {
        Kind::Answer
    } else {
        Kind::Closest
    };

    let within = shelf::within(library, scope)?;
    let confidence = (found.confidence * 100.0).round().clamp(0.0, 100.0) as u8;
    let state = State {
        asker: setting.asker,
        kind,
        within,
        confidence,
        matches,
        ..State::default()
    }
    .fitted();

    if kind == Kind::Closest {
        return closest(library, &found, state, setting);
    }

    let view = state
        .matches
        .first()
        .map(shelf::view_of_match)
        .unwrap_or_default();
    let notes = Notes {
        asked: Some(question),
        lines: corrected(&found),
    };

    let state = State { view, ..state };
    let shown = show(library, state, Turn::ToBold, notes, setting)?.unwrap_or_default();
    Ok(shown.answering(true))
}

fn corrected(found: &Answer) -> Vec<String> {
    if found.corrections.is_empty() {
        Vec::new()
    } else {
        vec![words::corrected(&found.corrections)]
    }
}

/// A place that was chosen from the list while typing.
pub fn reference(question: &str) -> Option<State> {
    match State::decode(question) {
        Some((Action::Open(_), state)) => Some(state),
        _ => None,
    }
}

/// Shows a place that was chosen from the list while typing.
pub fn opened(library: &Library, state: State, setting: Setting) -> Result<Message> {
    let shown = show(library, state, Turn::ToBold, Notes::default(), setting)?;
    Ok(shown.unwrap_or_else(|| Message::text(say::sorry::TEXT_CHANGED_ASK).private(true)))
}

/// Says that the text does not answer, and shows what comes closest.
fn closest(library: &Library, found: &Answer, state: State, setting: Setting) -> Result<Message> {
    let shown = &state.matches[..state.matches.len().min(CLOSEST)];
    let text = if shown.is_empty() {
        say::NOTHING_CLOSE
    } else {
        say::CLOSEST
    };

    let card = Card {
        asked: Some(found.question.clone()),
        title: Some(words::NOT_SAID.to_owned()),
        footer: corrected(found),
        tone: Tone::No,
    };

    let room = card.field_room(setting.form, text, shown.len());
    let mut fields = Vec::new();
    for one in shown {
        let Some(stretch) = shelf::stretch(library, shelf::view_of_match(one)) else {
            continue;
        };

        let passage = stretch.passages.start;
        let place = Place::of(library, &library.passage(passage)?)?.to_string();
        // Half the room, as every character of it may need a backslash.
        let name = escape(&shorten(&label(&place), limits::FIELD_NAME / 2));
        let value = excerpt(library, passage, one.sentence.into(), room)?;
        fields.push((name, value));
    }

    let mut buttons: Vec<Button> = (0..fields.len())
        .map(|n| {
            let id = state.encode(Action::Open(n as u8));
            Button::new(say::buttons::read_closest(n + 1), id)
        })
        .collect();
    buttons.push(last_button(&state, setting.private));

    let message = card.message_with_fields(setting.form, text, fields);
    let message = message.with_buttons(buttons).private(setting.private);
    Ok(message.answering(false))
}
