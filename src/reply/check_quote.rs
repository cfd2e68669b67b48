//! **Check this quote**: whether a message really stands in a text.
//!
//! The verdict is the first thing seen. Below it stands what the text has, never the message alone: somebody
//! may have changed a word on purpose.

use std::ops::Range;

use anyhow::{Context, Result};

use crate::analyze::fold;
use crate::compare::{Comparison, Edit, Verdict, compare, weight};
use crate::document::Span;
use crate::index::PassageInfo;
use crate::locale::Locale;
use crate::render::Place;
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, label, name, unescape, units};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::quote::{Piece, block, clipped};
use crate::render::discord::say::{button, quote as said};
use crate::reply::setting::{Setting, last_button};
use crate::reply::shelf;
use crate::reply::state::{Action, Kind, State};
use crate::sentence::Cut;
use crate::servers::{Texts, View};

/// Most of a place that is shown, in characters.
const LONGEST: usize = 700;
/// Words that turn a sentence into its opposite, folded, in the languages that we know most of.
const DENIALS: [&str; 28] = [
    "not",
    "no",
    "never",
    "neither",
    "nor",
    "nobody",
    "nothing",
    "nicht",
    "kein",
    "keine",
    "nie",
    "niemals",
    "ne",
    "pas",
    "jamais",
    "nunca",
    "jamas",
    "non",
    "mai",
    "nao",
    "niet",
    "geen",
    "inte",
    "aldrig",
    "не",
    "никогда",
    "不",
    "ない",
];

/// Compares a message with the texts.
///
/// # Errors
/// When an index cannot be read.
pub fn reply(texts: &[Texts], message: &str, setting: Setting) -> Result<Message> {
    let message = unescape(message);
    let mut best: Option<(&View, Comparison)> = None;
    for texts in texts {
        let view = &texts.view;
        if !texts.is_open()? {
            continue;
        }
        let Some(found) = compare(view, &message)? else {
            continue;
        };
        let is_more = |(_, best): &(&View, Comparison)| weight(&found) > weight(best);
        if best.as_ref().is_none_or(is_more) {
            best = Some((view, found));
        }
    }

    match best {
        Some((view, found)) => compared(view, &found, setting),
        None => Ok(nowhere(texts, setting)),
    }
}

fn nowhere(texts: &[Texts], setting: Setting) -> Message {
    let card = Card {
        head: vec![said::not_found(setting.locale())],
        ..Card::default()
    };
    let state = State {
        asker: setting.asker,
        ..State::default()
    };
    let count: usize = texts.iter().map(|one| one.view.documents().len()).sum();
    let buttons = vec![last_button(&state, setting)];
    let message = card.message(setting.form, &said::looked_in(setting.locale(), count));
    message.with_buttons(buttons).private(setting.private)
}

fn compared(library: &View, found: &Comparison, setting: Setting) -> Result<Message> {
    let passage = passage_of(library, found.span)?;
    let text = library.full_text(found.span.document)?;
    let differing = differing(&found.edits);
    let locale = setting.locale();

    let card = Card {
        head: vec![verdict(library, found, locale)?],
        foot: vec![Place::of_span(library, &passage, found.span)?.brief(locale)],
        ..Card::default()
    };

    let whole = Piece {
        range: found.span.range(),
        cut: Cut::default(),
    };
    let piece = clipped(text, whole, &differing, LONGEST);
    let room = card.room(setting.form);
    let mut shown = block(text, &piece, &differing, "", room / 2);
    if found.verdict == Verdict::Nearly {
        let message = in_message(found, room.saturating_sub(units(&shown)) / 2);
        shown = format!(
            "{}\n{shown}\n{}\n{message}",
            said::in_text(locale),
            said::in_message(locale)
        );
    }

    let rows = shelf::rows_of(library, &passage, found.span.range())?;
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        home: library.home,
        matches: vec![shelf::match_of(library, &passage, rows)?],
        ..State::default()
    };
    let context = Button::new(button::context(locale), state.encode(Action::Context));
    let buttons = vec![last_button(&state, setting), context];

    let message = card.message(setting.form, &shown).with_buttons(buttons);
    Ok(message.private(setting.private))
}

/// What is said first.
fn verdict(library: &View, found: &Comparison, locale: Locale) -> Result<String> {
    Ok(match found.verdict {
        Verdict::Exact => said::exact(locale),
        Verdict::Shortened if leaves_out_a_no(library, found)? => said::shortened_not(locale),
        Verdict::Shortened => said::shortened(locale),
        Verdict::Nearly => said::nearly(locale, found.places()),
    })
}

/// Whether what the message leaves out turns its meaning round.
fn leaves_out_a_no(library: &View, found: &Comparison) -> Result<bool> {
    let text = library.full_text(found.span.document)?;
    let is_denial = |edit: &Edit| {
        let Edit::LeftOut(range) = edit else {
            return false;
        };
        let word = fold(text.get(range.clone()).unwrap_or_default());
        word.ends_with("n't") || DENIALS.contains(&word.as_str())
    };
    Ok(found.edits.iter().any(is_denial))
}

/// Bytes of the document that the message lacks; words that follow one another are one.
fn differing(edits: &[Edit]) -> Vec<Range<usize>> {
    let is_lacking = |edit: &Edit| matches!(edit, Edit::TextOnly(_) | Edit::LeftOut(_));
    let runs = edits
        .iter()
        .filter(|edit| !matches!(edit, Edit::QuotationOnly(_)))
        .collect::<Vec<_>>();

    let runs = runs.chunk_by(|a, b| is_lacking(a) == is_lacking(b));
    let bytes = |edit: &&Edit| match edit {
        Edit::Same(range, _)
        | Edit::TextOnly(range)
        | Edit::LeftOut(range)
        | Edit::QuotationOnly(range) => range.clone(),
    };
    runs.filter(|run| run.first().is_some_and(|edit| is_lacking(edit)))
        .filter_map(|run| Some(bytes(run.first()?).start..bytes(run.last()?).end))
        .collect()
}

/// The quotation as the message has it, what only stands there struck out.
fn in_message(found: &Comparison, room: usize) -> String {
    let quotation = &found.quotation;
    let mut out = String::new();
    let mut at = 0;
    for edit in &found.edits {
        let Edit::QuotationOnly(range) = edit else {
            continue;
        };
        out += &escape(&label_keeping_ends(&quotation[at..range.start]));
        out.extend(["~~", &escape(&quotation[range.clone()]), "~~"]);
        at = range.end;
    }
    out += &escape(&label_keeping_ends(&quotation[at..]));

    if units(&out) > room {
        out = name(quotation, room / 2);
    }
    format!("> {out}")
}

/// The text in one line, with a space at each end that has white space.
fn label_keeping_ends(text: &str) -> String {
    let space = |is: bool| if is { " " } else { "" };
    let inner = label(text);
    let start = space(text.starts_with(char::is_whitespace));
    let end = space(text.ends_with(char::is_whitespace) && !inner.is_empty());
    format!("{start}{inner}{end}")
}

/// The first passage that a span touches.
fn passage_of(library: &View, span: Span) -> Result<PassageInfo> {
    let all = library.document(span.document)?.passages.clone();
    let first = library.first_where(all, |passage| passage.span.end > span.start)?;
    library.passage(first.context("a quotation outside every passage")?)
}
