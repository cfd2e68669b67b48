//! A state -> the reply that shows it, with the buttons that lead on from there.
//!
//! Asking, searching, reading and every press end here, so that what a button shows after a restart
//! is what it would have shown before.

use std::ops::Range;

use anyhow::Result;

use crate::ids::Ids;
use crate::render::Place;
use crate::render::discord::card::Card;
use crate::render::discord::fitting::{Fitted, fit_around_answer};
use crate::render::discord::markdown::count_units;
use crate::render::discord::message::{Button, Message};
use crate::render::discord::passage::{Shown, Stretch, Turn, render_stretch_page};
use crate::render::discord::quote::{
    Piece, render_block_quote, render_quote_around, render_small_quote,
};
use crate::render::discord::say;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Face, Kind, State, Words};
use crate::reply::view::feedback;
use crate::reply::view::lists;
use crate::reply::view::savings::{Savings, fits_phone, make_fitting};
use crate::reply::view::setting::{Notes, Setting, post_or_delete_button};
use crate::servers::View;

/// Most passages on show at once.
pub const WIDEST: u8 = 9;

/// Shows a state; `None` when its text has changed.
///
/// # Errors
/// When the index cannot be read.
pub fn render_state(
    library: &View,
    state: State,
    turn: Turn,
    notes: &Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    // Whoever is shown it owns it, also where it is a copy of somebody else's.
    let state = State {
        asker: setting.asker,
        home: library.home,
        ..state
    };

    let is_answer = state.kind == Kind::Answer;
    let shown = match (state.face, state.kind) {
        (Face::Front, Kind::Answer) => render_quote(library, state, notes, setting),
        (Face::Front, Kind::Closest) => lists::render_closest(library, &state, notes, setting),
        (Face::Front, Kind::Search) => lists::render_hits(library, &state, notes, setting),
        (Face::Others, _) => lists::render_others(library, &state, notes, setting),
        _ => render_passages(library, state, turn, notes, setting),
    };
    Ok(shown?.map(|message| {
        if is_answer {
            message.with_row(feedback::buttons(setting))
        } else {
            message
        }
    }))
}

/// The quote alone, as large as a phone has room for.
fn render_quote(
    library: &View,
    state: State,
    notes: &Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    let located = state.matches.first();
    let Some(located) = located.and_then(|one| shelf::locate_match(library, one)) else {
        return Ok(None);
    };

    let passage = library.passage(located.passage)?;
    let document = passage.span.document;
    let text = library.full_text(document)?;
    let whole = Piece {
        range: located.range(library)?,
        ..shelf::piece_of_rows(library, &located.rows)?
    };
    let sentences = located.sentences(library)?;
    let answer = find_words(text, located.range(library)?, state.answer);
    let place = Place::of(library, &passage)?;

    // `None` if no message holds the piece.
    let message_with = |fitted: &Fitted, savings: Savings| -> Result<Option<Message>> {
        let part = fitted.piece.range.clone();
        let place = place.clone().narrowed(library, document, part)?;
        let card = quote_card(&state, notes, setting, &place, savings);
        let room = card.room(setting.form);
        let block = render_fitted(text, fitted, room, savings);
        let message = card.message(setting.form, &block);
        let buttons = quote_buttons(&state, setting, savings);
        Ok((count_units(&block) <= room).then(|| message.with_buttons(buttons)))
    };

    let made = make_fitting(setting, |savings| {
        // Where all is small, bold letters alone tell the clause that answers.
        let fits = |fitted: &Fitted| {
            let message = message_with(fitted, savings)?.filter(|_| !savings.small_quote);
            Ok(message.is_some_and(|message| fits_phone(&message, setting)))
        };
        let fitted = match &answer {
            Some(answer) => fit_around_answer(text, &sentences, answer, fits)?,
            None => None,
        };
        let fitted = fitted.unwrap_or_else(|| Fitted::whole(whole.clone()));
        message_with(&fitted, savings)
    })?;

    let Some(message) = made else {
        // What no message holds whole, as a sentence of marks alone, is shown in pages.
        let state = State {
            face: Face::Text,
            view: shelf::view_of(library, &passage)?,
            ..state
        };
        return self::render_passages(library, state, Turn::ToBold, notes, setting);
    };
    Ok(Some(message.private(setting.private)))
}

fn render_fitted(text: &str, fitted: &Fitted, room: usize, savings: Savings) -> String {
    let Fitted { piece, loud } = fitted;
    if savings.small_quote {
        render_small_quote(text, piece, loud)
    } else if piece.range == *loud {
        render_block_quote(text, piece, std::slice::from_ref(loud), "", room)
    } else {
        render_quote_around(text, piece, loud)
    }
}

fn quote_buttons(state: &State, setting: Setting, savings: Savings) -> Vec<Button> {
    let context = say::button::context(setting.locale());
    let others = others_button(state, setting).filter(|_| !savings.few_buttons);

    let mut buttons = vec![Button::new(context, state.encode(Action::Context))];
    buttons.extend(others);
    buttons.push(post_or_delete_button(state, setting));
    buttons
}

fn quote_card(
    state: &State,
    notes: &Notes,
    setting: Setting,
    place: &Place,
    savings: Savings,
) -> Card {
    let locale = setting.locale();
    let place = if savings.short_place {
        place.briefest(locale)
    } else {
        place.brief(locale)
    };

    let card = notes.card(setting);
    let card = if savings.short_question {
        card.with_short_question()
    } else {
        card
    };
    let perhaps = state.perhaps.then(|| say::answer::perhaps(locale));
    Card {
        head: perhaps.into_iter().collect(),
        foot: [place].into_iter().chain(notes.lines.clone()).collect(),
        ..card
    }
}

/// Passages of a text, with what stands out in them.
fn render_passages(
    library: &View,
    mut state: State,
    turn: Turn,
    notes: &Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    let Some(mut stretch) = shelf::find_stretch(library, state.view) else {
        return Ok(None);
    };

    let Some(bold) = find_bold(library, &state, &stretch, notes)? else {
        return Ok(None);
    };
    stretch.bold.extend(bold);

    let not_an_answer = state.kind == Kind::Closest && !stretch.bold.is_empty();
    let head = not_an_answer.then(|| say::answer::closest(setting.locale()));
    let card = Card {
        head: notes.head.iter().cloned().chain(head).collect(),
        foot: notes.foot(state.kind, setting),
        ..notes.card(setting)
    };
    let shown = render_stretch_page(
        library,
        &stretch,
        turn,
        card,
        setting.form,
        setting.locale(),
    )?;

    // The buttons go on from what is shown, not from what was asked for.
    let first = library.passage(stretch.passages.start)?;
    state.view = shelf::view_of(library, &first)?;
    state.view.page = u16::try_from(shown.page).unwrap_or(u16::MAX);
    state.view.more = shown.page + 1 < shown.pages;
    state.view.count = u8::try_from(stretch.passages.len()).unwrap_or(u8::MAX);

    let buttons = passage_buttons(library, &state, &stretch, &shown, setting)?;
    let message = shown.message.with_buttons(buttons);
    Ok(Some(message.private(setting.private)))
}

/// What stands out in a stretch of a text; `None` if what was found there is gone.
fn find_bold(
    library: &View,
    state: &State,
    stretch: &Stretch,
    notes: &Notes,
) -> Result<Option<Vec<Range<usize>>>> {
    // A search is made again: its hits are too many for a button to remember.
    if state.kind == Kind::Search {
        let hits = lists::find_hits_again(library, state, notes)?;
        let places = hits.map(|hits| hits.places(library, stretch.passages.clone()));
        return places.transpose();
    }
    let Some(one) = state.matches.get(usize::from(state.current)) else {
        return Ok(Some(Vec::new()));
    };

    // With its sentence gone, an answer is none any more.
    let Some(located) = shelf::locate_match(library, one) else {
        return Ok(None);
    };
    let document = library.full_text(stretch.document)?;
    let words = |sentences: Range<usize>| {
        find_words(document, sentences.clone(), state.words).unwrap_or(sentences)
    };
    let bold = located.bold(library, stretch).map(words);
    Ok(Some(bold.into_iter().collect()))
}

/// Some words of sentences that are quoted; `None` if they are not known, or cannot be since the
/// sentences were edited.
fn find_words(text: &str, sentences: Range<usize>, words: Option<Words>) -> Option<Range<usize>> {
    let words = words?;
    let start = sentences.start.saturating_add(words.from as usize);
    let end = start.saturating_add(words.length as usize);

    let part = start..end.min(sentences.end);
    let found = text.get(part.clone())?;
    (!found.is_empty()).then_some(part)
}

fn passage_buttons(
    library: &View,
    state: &State,
    stretch: &Stretch,
    shown: &Shown,
    setting: Setting,
) -> Result<Vec<Button>> {
    let all = library.document(stretch.document)?.passages.clone();
    let before = stretch.passages.start > all.start;
    let after = stretch.passages.end < all.end;
    let wider = (before || after) && state.view.count < WIDEST;

    let locale = setting.locale();
    let earlier = before || shown.page > 0;
    let later = after || shown.page + 1 < shown.pages;
    let offered = [
        (earlier, say::button::earlier(locale), Action::Earlier),
        (later, say::button::later(locale), Action::Later),
        (wider, say::button::wider(locale), Action::Wider),
    ];
    let mut buttons: Vec<Button> = offered
        .into_iter()
        .filter(|(is_possible, ..)| *is_possible)
        .map(|(_, label, action)| Button::new(label, state.encode(action)))
        .collect();

    buttons.extend(match state.kind {
        Kind::Answer => others_button(state, setting),
        Kind::Closest | Kind::Search => {
            let front = state.encode(Action::Front);
            Some(Button::new(say::button::list(locale), front))
        }
        Kind::Read | Kind::Library => None,
    });
    buttons.push(post_or_delete_button(state, setting));
    Ok(buttons)
}

/// Leads to the other passages that fit, where there are any.
fn others_button(state: &State, setting: Setting) -> Option<Button> {
    let count = state.matches.len().saturating_sub(1);
    (count > 0).then(|| {
        let id = state.encode(Action::Others);
        Button::new(say::button::others(setting.locale(), count), id)
    })
}
