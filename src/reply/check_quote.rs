//! **Check this quote**: whether a message really stands in a text.

use anyhow::Result;

use crate::compare::{Edit, Verdict, compare};
use crate::document::Span;
use crate::index::Library;
use crate::render::Place;
use crate::render::discord::card::{Card, Tone};
use crate::render::discord::markdown::{escape, unescape, units};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::passage::Turn;
use crate::render::discord::words;
use crate::reply::shelf;
use crate::reply::show::{Notes, Setting, last_button, show};
use crate::reply::state::{Action, Kind, Match, State, View};

/// Compares a message with the texts.
///
/// # Errors
/// When the index cannot be read.
pub fn reply(library: &Library, message: &str, setting: Setting) -> Result<Message> {
    let quotation = bare(message);

    match compare(library, &quotation)? {
        Verdict::Exact(span) => exact(library, span, setting),
        Verdict::Nearly(span, edits) => nearly(library, span, &edits, setting),
        Verdict::NotFound => {
            let card = Card {
                title: Some(words::quote::NOT_FOUND.to_owned()),
                tone: Tone::No,
                ..Card::default()
            };
            Ok(card
                .message(setting.form, words::quote::NOT_FOUND_MORE.to_owned())
                .private(setting.private))
        }
    }
}

/// The quotation of a message: without Discord's marks for quotes and the quotation marks around it.
fn bare(message: &str) -> String {
    let unescaped = unescape(message);
    let lines: Vec<&str> = unescaped
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ']))
        .collect();

    // `*` and `_` are Discord's marks for bold and italic text.
    let quotation = lines.join("\n");
    quotation
        .trim_matches(|c: char| c.is_whitespace() || "\"“”„«»*_".contains(c))
        .to_owned()
}

fn exact(library: &Library, span: Span, setting: Setting) -> Result<Message> {
    let (one, view) = located(library, span)?;
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        matches: vec![one],
        view,
        ..State::default()
    };

    let notes = Notes {
        asked: None,
        lines: vec![words::quote::EXACT.to_owned()],
    };
    Ok(show(library, state, Turn::ToBold, notes, setting)?.unwrap_or_default())
}

fn nearly(library: &Library, span: Span, edits: &[Edit], setting: Setting) -> Result<Message> {
    let (one, _) = located(library, span)?;
    let passage = library.document(span.document)?.passages.start + one.passage;
    let place = Place::of(library, &library.passage(passage)?)?.to_string();

    let card = Card {
        asked: None,
        title: Some(words::quote::NEARLY.to_owned()),
        footer: vec![place, words::quote::LEGEND.to_owned()],
        tone: Tone::No,
    };
    let full_text = library.full_text(span.document)?;
    let text = difference(full_text, edits, card.room(setting.form));

    let state = State {
        asker: setting.asker,
        matches: vec![one],
        ..State::default()
    };

    let open = Button::new(words::buttons::READ_THERE, state.encode(Action::Open(0)));
    let mut buttons = vec![open];
    // A private comparison cannot be posted, unlike an answer.
    if !setting.private {
        buttons.push(last_button(&state, false));
    }

    Ok(card
        .message(setting.form, text)
        .with_buttons(buttons)
        .private(setting.private))
}

/// The text with what the message lacks in bold, and what only the message has struck out.
fn difference(text: &str, edits: &[Edit], room: usize) -> String {
    let mut out = String::new();
    for edit in edits {
        let part = match edit {
            Edit::Same(range) => escape(&text[range.clone()]),
            Edit::TextOnly(range) => format!("**{}**", escape(&text[range.clone()])),
            Edit::QuotationOnly(word) => format!("~~{}~~", escape(word)),
        };

        // The two are the space before the mark and the one before the part.
        if units(&out) + units(&part) + units(words::GOES_ON_AFTER) + 2 > room {
            return format!("{out} {}", words::GOES_ON_AFTER);
        }

        let gap = if out.is_empty() { "" } else { " " };
        out = format!("{out}{gap}{part}");
    }
    out
}

/// The passages that a span touches, and its sentences in the first of them.
fn located(library: &Library, span: Span) -> Result<(Match, View)> {
    let all = library.document(span.document)?.passages.clone();

    let mut touched = Vec::new();
    for id in all {
        let passage = library.passage(id)?;
        if passage.span.start < span.end && span.start < passage.span.end {
            touched.push(passage);
        }
    }

    let first = touched
        .first()
        .ok_or_else(|| anyhow::anyhow!("a quotation outside every passage"))?;

    let bold = shelf::sentences_of(library, first, span.range())?;
    let view = View {
        count: touched.len().min(u8::MAX.into()) as u8,
        ..shelf::view_of(library, first)?
    };

    let one = Match {
        document: view.document,
        passage: view.first,
        sentence: bold.start,
        sentences: bold.end - bold.start,
    };
    Ok((one, view))
}
