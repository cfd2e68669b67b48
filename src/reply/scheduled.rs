//! What a schedule posts next: a passage of its texts, or the next words of one.
//!
//! Made anew each time from how far the schedule has come, never kept: what is posted is what
//! everyone in the channel may read at that moment, and the words of a text that was removed are
//! nowhere.

use anyhow::{Context, Result};

use crate::chapters;
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Scope};
use crate::locale::{Locale, Locales};
use crate::render::Place;
use crate::render::discord::card::{Card, Form};
use crate::render::discord::message::Message;
use crate::render::discord::page::split_into_pages;
use crate::render::discord::passage::Turn;
use crate::render::discord::quote::{Piece, render_block_quote};
use crate::render::discord::say::schedule as say;
use crate::render::discord::schedule as words;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Face, Kind, State};
use crate::reply::view::setting::{Notes, Offers, Setting};
use crate::reply::view::show::render_state;
use crate::schedule::draw::{self, Keys};
use crate::schedule::portion::{self, Stand, Start};
use crate::servers::gates::{gate_name, home_prefix};
use crate::servers::plans::Reached;
use crate::servers::{Home, Libraries, Servers, Texts, View};
use crate::store::{Asker, Gate, Post, Progress, Reading};

/// An ordinary message does not say whether the bot may send embeds, so what is posted is text
/// alone. It belongs to nobody: whoever presses a button below it gets a copy of their own.
fn public_setting(locale: Locale) -> Setting {
    Setting {
        offers: Offers::NONE,
        asker: 0,
        form: Form::Plain,
        locales: Locales {
            member: locale,
            everyone: locale,
        },
        private: false,
        beneath: false,
    }
}

/// Units kept free for the marks of cuts.
const MARKS: usize = 100;

/// What is next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A message, and how far it takes the schedule.
    Message(Box<(Message, Progress)>),
    /// Nothing of its texts is open, or nothing more.
    NotOpen,
    /// Its text is not there.
    Gone,
}

/// What a schedule posts next, as far as somebody may read; that is everyone in its channel, unless
/// it is only shown. Its words are in a language, those of the text as they are.
///
/// # Errors
/// When an index cannot be read.
pub fn next_post(servers: &Servers, post: &Post, asker: &Asker, locale: Locale) -> Result<Next> {
    let ordered = &post.schedule.ordered;
    match (&ordered.reading, ordered.document.as_deref()) {
        (Some(reading), Some(document)) if reading.moves_gate => {
            servers.with_next_chapter(asker, document, |libraries, reached| {
                render_next_portion(libraries, post, document, *reading, reached, locale)
            })
        }
        (Some(reading), Some(document)) => servers.with(asker, |libraries| {
            render_next_portion(libraries, post, document, *reading, None, locale)
        }),
        (_, document) => servers.with(asker, |libraries| {
            render_next_passage(libraries, post, document, locale)
        }),
    }
}

/// The texts of the name that a schedule keeps, which is one that gates have; all if it keeps none.
pub fn find_scheduled_texts<'a>(
    libraries: Libraries<'a>,
    document: Option<&str>,
) -> Vec<Texts<'a>> {
    let Some(document) = document else {
        return libraries.texts();
    };

    let homes = [Home::Own, Home::Shared].into_iter();
    let found = homes.filter_map(|home| {
        let path = document.strip_prefix(home_prefix(home))?;
        let view = libraries.view(home)?;
        let scope = if path.is_empty() {
            Scope::Library
        } else if let Some(folder) = path.strip_suffix('/') {
            let at = view.folders().iter().position(|one| one.path == folder)?;
            Scope::Folder(at as u32)
        } else {
            let mut documents = view.documents_with_ids();
            let (id, _) = documents.find(|(_, info)| info.path == path)?;
            Scope::Document(id)
        };
        Some(Texts { view, scope })
    });
    found.collect()
}

/// The passage whose turn it is.
fn render_next_passage(
    libraries: Libraries,
    post: &Post,
    document: Option<&str>,
    locale: Locale,
) -> Result<Next> {
    let schedule = &post.schedule;
    let texts = find_scheduled_texts(libraries, document);
    if texts.is_empty() {
        return Ok(Next::Gone);
    }

    // The next of each text, and of those the next.
    let mut nexts = Vec::new();
    for Texts { view, scope } in &texts {
        for id in view.documents_in(*scope)?.ids() {
            let info = view.document(id)?;
            let keys = Keys::of(schedule.ordered.seed, &gate_name(view.home, &info.path));
            let first = info.passages.start;
            let passages = info
                .passages
                .ids()
                .map(|id| (keys.key(id - first), (view, id)));
            nexts.extend(draw::next_by_key(passages, schedule.last));
        }
    }
    let Some((key, (view, id))) = draw::next_by_key(nexts.into_iter(), schedule.last) else {
        return Ok(Next::NotOpen);
    };

    let setting = public_setting(locale);
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        face: Face::Text,
        view: shelf::view_of(view, &view.passage(id)?)?,
        ..State::default()
    };
    let notes = Notes {
        lines: words::say_left_out_posts(locale, schedule.late, schedule.held),
        ..Notes::default()
    };
    let message = render_state(view, state, Turn::To(0), &notes, setting)?;
    let progress = Progress {
        last: Some(key),
        ..Progress::default()
    };
    let message = message.context("a passage that was drawn is not there")?;
    Ok(Next::Message(Box::new((message, progress))))
}

/// A piece of a text for one message.
struct Part {
    page: Piece,
    /// Rows of its sentences begin here.
    start: Start,
    /// More of the portion follows, up to this byte.
    until: Option<u64>,
    /// The text ends with it.
    is_last: bool,
}

/// The next message of a plan.
fn render_next_portion(
    libraries: Libraries,
    post: &Post,
    document: &str,
    reading: Reading,
    reached: Option<&Reached>,
    locale: Locale,
) -> Result<Next> {
    let texts = find_scheduled_texts(libraries, Some(document));
    let [
        Texts {
            view,
            scope: Scope::Document(id),
        },
    ] = texts.as_slice()
    else {
        return Ok(Next::Gone);
    };
    let info = view.document(*id)?;
    let start = match reading.stand {
        Some(stand) => stand.start(view, *id)?,
        None => start_of_text(view, info, *id)?,
    };
    if start.row >= info.sentences.end {
        // What is left of a text that became shorter is nothing.
        let is_over = info.behind.bytes == 0;
        return Ok(if is_over {
            render_plan_end(post, document, reading, info, locale)
        } else {
            Next::NotOpen
        });
    }

    let card = portion_card(view, info, post, start, locale)?;
    let Some(part) = cut_next_part(view, *id, post, reading, start, &card)? else {
        return Ok(Next::NotOpen);
    };
    let progress = progress_after(view, *id, document, reading, reached, &part)?;
    let message = render_part(view, *id, card, &part)?;
    Ok(Next::Message(Box::new((message, progress))))
}

/// Where a text is read from.
fn start_of_text(view: &View, info: &DocumentInfo, id: DocumentId) -> Result<Start> {
    if info.passages.is_empty() {
        let row = info.sentences.end;
        return Ok(Start { row, byte: 0 });
    }
    let first = view.passage(chapters::find_beginning(view, id)?)?;
    Ok(Start {
        row: first.sentences.start,
        byte: first.span.start,
    })
}

/// The end of a plan without anything to post but that.
fn render_plan_end(
    post: &Post,
    document: &str,
    reading: Reading,
    info: &DocumentInfo,
    locale: Locale,
) -> Next {
    let lines = words::say_left_out_posts(locale, post.schedule.late, post.schedule.held);
    let card = Card {
        head: vec![words::say_plan_over(locale, &info.title)],
        foot: lines,
        ..Card::default()
    };
    let progress = Progress {
        gate: reading.moves_gate.then(|| chapter_gate(document, 0)),
        ended: true,
        ..Progress::default()
    };

    Next::Message(Box::new((card.message(Form::Plain, ""), progress)))
}

fn chapter_gate(document: &str, chapter: u32) -> Gate {
    Gate {
        document: document.to_owned(),
        chapter,
    }
}

/// Everything of a message but its text: the place, what was left out, and the end, which may not
/// be it.
fn portion_card(
    view: &View,
    info: &DocumentInfo,
    post: &Post,
    start: Start,
    locale: Locale,
) -> Result<Card> {
    let at = view.first_where(info.passages.clone(), |p| p.sentences.end > start.row)?;
    let passage = view.passage(at.context("a sentence of no passage")?)?;
    let place = Place::of(view, &passage)?.brief(locale);
    let left_out = words::say_left_out_posts(locale, post.schedule.late, post.schedule.held);

    Ok(Card {
        foot: [place]
            .into_iter()
            .chain(left_out)
            .chain([say::end(locale)])
            .collect(),
        ..Card::default()
    })
}

/// The piece for the next message; `None` if what the portion was to go to is not open any more.
fn cut_next_part(
    view: &View,
    id: DocumentId,
    post: &Post,
    reading: Reading,
    start: Start,
    card: &Card,
) -> Result<Option<Part>> {
    let info = view.document(id)?;
    let end = match post.until {
        Some(until) => portion::first_row_where(view, &info.sentences, |sentence| {
            sentence.range.start as u64 >= until
        })?,
        None => portion::find_portion_end(view, id, start.row, reading.words as usize)?,
    };

    let sentences = portion::collect_sentences(view, id, start, end.max(start.row + 1))?;
    let room = card.room(Form::Plain).saturating_sub(MARKS);
    let mut pages = split_into_pages(view.full_text(id)?, &sentences, room).into_iter();
    let (Some(page), last) = (pages.next(), pages.last()) else {
        return Ok(None);
    };
    Ok(Some(Part {
        page,
        start,
        is_last: last.is_none() && end >= info.sentences.end && info.behind.bytes == 0,
        until: last.map(|last| last.range.end as u64),
    }))
}

/// How far a message takes a plan, and its channel's gate.
fn progress_after(
    view: &View,
    id: DocumentId,
    document: &str,
    reading: Reading,
    reached: Option<&Reached>,
    part: &Part,
) -> Result<Progress> {
    let info = view.document(id)?;
    let to = part.page.range.end;
    let rows = part.start.row..info.sentences.end;
    let last = portion::first_row_where(view, &rows, |sentence| sentence.range.end >= to)?;
    let next = portion::first_row_where(view, &rows, |sentence| sentence.range.end > to)?;

    // Up to here nothing is left to read: to the next sentence, or to where the text ends, here or
    // before a gate.
    let read_to = if next < rows.end {
        view.sentence(next)?.range.start.max(to)
    } else {
        (info.text.end - info.text.start) as usize
    };
    let chapter = reached.map(|reached| reached.whole_up_to(read_to));
    Ok(Progress {
        stand: Some(Stand::behind(view, id, last, to)?),
        until: part.until,
        gate: chapter
            .filter(|_| reading.moves_gate)
            .map(|chapter| chapter_gate(document, chapter)),
        ended: part.is_last,
        ..Progress::default()
    })
}

fn render_part(view: &View, id: DocumentId, mut card: Card, part: &Part) -> Result<Message> {
    if !part.is_last {
        card.foot.pop();
    }
    let room = card.room(Form::Plain);
    let text = render_block_quote(view.full_text(id)?, &part.page, &[], "", room);
    Ok(card.message(Form::Plain, &text))
}
