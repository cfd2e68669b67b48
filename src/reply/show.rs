//! A state -> the reply that shows it, with the buttons that lead on from there.
//!
//! Asking, searching, reading and every press end here, so that what a button shows after a restart is
//! what it would have shown before.

use anyhow::Result;

use crate::index::Library;
use crate::render::discord::card::{Card, Form, Tone};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::passage::{Shown, Stretch, Turn, passage};
use crate::render::discord::words;
use crate::reply::shelf;
use crate::reply::state::{Action, Kind, State};
use crate::search::{self, Hits, Manner};

/// Most passages on show at once.
pub const WIDEST: u8 = 9;

/// To whom and how a reply is shown.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The person who asked.
    pub asker: u64,
    /// Embed or plain text.
    pub form: Form,
    /// Only that person sees it.
    pub private: bool,
}

/// What a reply says beside the text.
#[derive(Debug, Clone, Default)]
pub struct Notes<'a> {
    /// The question or the words searched for, as the person put them.
    pub asked: Option<&'a str>,
    /// Further lines below the text.
    pub lines: Vec<String>,
}

/// The passages of a state, with the words or sentences that stand out, and what to call them.
struct Sight {
    stretch: Stretch,
    /// Number and count of the match on show.
    position: Option<(usize, usize)>,
    lines: Vec<String>,
}

/// Shows a state; `None` when its text has changed.
///
/// # Errors
/// When the index cannot be read.
pub fn show(
    library: &Library,
    state: State,
    turn: Turn,
    notes: Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    // Whoever is shown it owns it, also where it is a copy of somebody else's.
    let mut state = State {
        asker: setting.asker,
        ..state
    };

    let Some(sight) = sight(library, &state, notes.asked)? else {
        return Ok(None);
    };

    let mut lines = sight.lines;
    lines.extend(notes.lines);
    // With its sentences out of sight, an answer is only text to read.
    let answers = state.kind == Kind::Answer && !sight.stretch.bold.is_empty();
    let tone = if answers { Tone::Answer } else { Tone::Neutral };

    let card = Card {
        asked: notes.asked.map(str::to_owned),
        title: None,
        footer: lines,
        tone,
    };
    let shown = passage(library, &sight.stretch, turn, card, setting.form)?;

    // The buttons go on from what is shown, not from what was asked for.
    state.view.page = u16::try_from(shown.page).unwrap_or(u16::MAX);
    state.view.more = shown.page + 1 < shown.pages;
    state.view.count = u8::try_from(sight.stretch.passages.len()).unwrap_or(u8::MAX);

    let buttons = buttons(
        library,
        &state,
        &sight.stretch,
        &shown,
        sight.position,
        setting.private,
    )?;
    let message = shown.message.with_buttons(buttons);
    Ok(Some(message.private(setting.private)))
}

fn sight(library: &Library, state: &State, asked: Option<&str>) -> Result<Option<Sight>> {
    let Some(mut stretch) = shelf::stretch(library, state.view) else {
        return Ok(None);
    };

    // A search is made again: its matches are too many for a button to remember.
    if state.kind == Kind::Search {
        let Some(scope) = shelf::scope(library, state.within) else {
            return Ok(None);
        };
        let hits = search::find(library, asked.unwrap_or(""), scope)?;

        stretch.bold = hits.places(library, stretch.passages.clone())?;
        let position = position(&hits, &stretch);

        return Ok(Some(Sight {
            stretch,
            lines: hit_lines(&hits, position),
            position,
        }));
    }

    let count = state.matches.len();
    let number = usize::from(state.current) + 1;
    let position = (count > 0).then_some((number, count));

    let bold = shelf::bold(library, state, &stretch);
    let lines = match state.kind {
        // The match is out of sight, so there is nothing to say of it.
        Kind::Answer if bold.is_none() => vec![],
        Kind::Answer if number == 1 => {
            vec![words::strength(f32::from(state.confidence) / 100.0).to_owned()]
        }
        Kind::Answer => vec![words::match_of(number, count)],
        Kind::Closest => vec![words::closest_of(number, count)],
        _ => vec![],
    };

    stretch.bold.extend(bold);
    Ok(Some(Sight {
        stretch,
        position,
        lines,
    }))
}

/// Number (0 before the first) and count of the last hit that a stretch has reached.
fn position(hits: &Hits, stretch: &Stretch) -> Option<(usize, usize)> {
    let count = hits.passages.len();
    let reached = hits
        .passages
        .partition_point(|id| *id < stretch.passages.end);
    (count > 0).then_some((reached, count))
}

/// What to say of a hit.
fn hit_lines(hits: &Hits, position: Option<(usize, usize)>) -> Vec<String> {
    let Some((number, count)) = position else {
        return vec![];
    };

    let exact = hits.manner == Manner::Phrase;
    vec![words::search::position(
        exact,
        number,
        count,
        hits.documents,
        hits.capped,
    )]
}

fn buttons(
    library: &Library,
    state: &State,
    stretch: &Stretch,
    shown: &Shown,
    position: Option<(usize, usize)>,
    private: bool,
) -> Result<Vec<Button>> {
    let all = library.document(stretch.document)?.passages.clone();
    let room_before = stretch.passages.start > all.start;
    let room_after = stretch.passages.end < all.end;
    let button = |label: &str, action| Button::new(label, state.encode(action));

    let mut buttons = vec![
        button(words::buttons::EARLIER, Action::Earlier).enabled_if(room_before || shown.page > 0),
        button(words::buttons::LATER, Action::Later)
            .enabled_if(room_after || shown.page + 1 < shown.pages),
        button(words::buttons::WIDER, Action::Wider)
            .enabled_if((room_before || room_after) && state.view.count < WIDEST),
    ];

    if let Some((number, count)) = position.filter(|(_, count)| *count > 1) {
        // After the last match comes the first again.
        let label = words::buttons::next_match(number % count + 1, count);
        buttons.push(button(&label, Action::Next).primary());
    }

    buttons.push(last_button(state, private));
    Ok(buttons)
}

/// What can be done with the message itself.
pub fn last_button(state: &State, private: bool) -> Button {
    if private {
        Button::new(words::buttons::POST, state.encode(Action::Post))
    } else {
        Button::new(words::buttons::DELETE, state.encode(Action::Delete))
    }
}
