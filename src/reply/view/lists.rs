//! Replies that list sentences: what comes closest, what else fits, where words stand.
//!
//! The functions here fail only when the index cannot be read; `None` is a list whose texts have
//! changed.

use std::ops::{Range, RangeInclusive};

use anyhow::Result;
use unicode_width::UnicodeWidthStr;

use crate::analyze::tokens;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Scope;
use crate::locale::Locale;
use crate::query::Query;
use crate::render::discord::card::Card;
use crate::render::discord::height::{self, estimate_height};
use crate::render::discord::list::{self, Item, render_sentence_list};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::say::{answer as said, button, search as said_of_search};
use crate::render::discord::words;
use crate::reply::memory::shelf::{self, Located};
use crate::reply::memory::state::{Action, Face, Kind, OnShow, State};
use crate::reply::view::setting::{Notes, Setting, post_or_delete_button};
use crate::search::{Hits, Manner, find_words};
use crate::servers::View;

/// Closest passages shown when the text does not answer, and hits on a page.
pub const SHOWN: usize = 3;
/// Columns that the closest passages take together, and the first of them alone, at most: a phone
/// shows some 40 in a line.
const ALL: usize = 480;
const LONGEST: usize = 360;

/// Says that the text does not answer, and shows what comes closest.
pub fn render_closest(
    library: &View,
    state: &State,
    notes: &Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    let shown = state.matches.iter().take(SHOWN);
    let items = collect_items(
        library,
        shown.map(|one| shelf::locate_match(library, one)),
        notes,
    )?;
    if items.is_empty() && !state.matches.is_empty() {
        return Ok(None);
    }
    let (mut numbers, mut items) = choose_short_items(library, items)?;

    let locale = setting.locale();
    let below = if items.is_empty() {
        said::nothing_close(locale)
    } else {
        said::closest(locale)
    };
    let card = Card {
        head: vec![say_not_answered(library, state, locale)?, below],
        foot: notes.foot(state.kind, setting),
        ..notes.card(setting)
    };

    loop {
        let shown = numbers.iter().copied();
        let mut buttons = buttons_to_read(state, shown, Action::Open, locale);
        buttons.push(post_or_delete_button(state, setting));
        let text = render_sentence_list(library, &items, 1, locale, card.room(setting.form))?;
        let message = card.message(setting.form, &text).with_buttons(buttons);

        // With long names of texts and chapters, fewer fit than their sentences say.
        if items.len() <= 1 || estimate_height(&message) <= height::NO {
            return Ok(Some(message.private(setting.private)));
        }
        items.pop();
        numbers.pop();
    }
}

/// The items of which a phone shows all at once, with their numbers: each whole, and the first cut
/// around what matters if it is too long alone.
fn choose_short_items(library: &View, items: Vec<Item>) -> Result<(Vec<usize>, Vec<Item>)> {
    let mut left = ALL;
    let mut numbers = Vec::new();
    let mut chosen = Vec::new();

    for (number, mut item) in items.into_iter().enumerate() {
        let document = library.passage(item.passage)?.span.document;
        let text = library.full_text(document)?;
        let shown = &text[item.piece.range.clone()];

        let mut columns = shown.width();
        item.most = shown.chars().count();
        if number == 0 && columns > LONGEST {
            item.most = LONGEST * item.most / columns;
            columns = LONGEST;
        }

        if columns <= left {
            left -= columns;
            numbers.push(number);
            chosen.push(item);
        }
    }
    Ok((numbers, chosen))
}

/// That the texts which were asked do not say, as far as they are open.
fn say_not_answered(library: &View, state: &State, locale: Locale) -> Result<String> {
    let scope = shelf::find_scope(library, state.within).unwrap_or_default();
    let asked = library.documents_in(scope)?;
    let count = asked.len();

    let mut cut = Vec::new();
    for document in asked.ids() {
        let behind = library.document(document)?.behind;
        if behind.bytes > 0 {
            cut.push(behind.after_chapter);
        }
    }
    Ok(match cut.as_slice() {
        [] => said::not_said(locale),
        [chapter] if count == 1 => words::say_not_said_up_to(locale, Some(*chapter)),
        _ => words::say_not_said_up_to(locale, None),
    })
}

/// Shows the other passages that fit a question, or the places of several texts that are called the
/// same.
pub fn render_others(
    library: &View,
    state: &State,
    notes: &Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    // An answer has shown its first passage; places to read from are all shown here.
    let is_answer = state.kind != Kind::Read;
    let first = usize::from(is_answer);
    let others = state.matches.iter().skip(first);
    let items = collect_items(
        library,
        others.map(|one| shelf::locate_match(library, one)),
        notes,
    )?;
    if items.is_empty() {
        return Ok(None);
    }

    let locale = setting.locale();
    let head = if is_answer {
        said::others(locale)
    } else {
        said::places(locale)
    };
    let card = Card {
        head: vec![head],
        foot: notes.lines.clone(),
        ..notes.card(setting)
    };
    let front = || Button::new(button::answer(locale), state.encode(Action::Front));
    let mut last: Vec<Button> = is_answer.then(front).into_iter().collect();
    last.push(post_or_delete_button(state, setting));

    let text = render_sentence_list(library, &items, 1, locale, card.room(setting.form))?;
    let message = card.message(setting.form, &text);
    let reads = buttons_to_read(state, first..items.len() + first, Action::Open, locale);
    let message = message.with_buttons(reads).with_row(last);
    Ok(Some(message.private(setting.private)))
}

/// Shows a page of the places where words stand.
pub fn render_hits(
    library: &View,
    state: &State,
    notes: &Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    let Some(hits) = find_hits_again(library, state, notes)? else {
        return Ok(None);
    };
    let count = hits.passages.len();
    if count == 0 {
        return Ok(None);
    }

    // The texts may have fewer hits than when the button was shown.
    let page = usize::from(state.view.page).min((count - 1) / SHOWN);
    let first = page * SHOWN;
    let shown = &hits.passages[first..count.min(first + SHOWN)];

    let items = shown
        .iter()
        .map(|id| hit_item(library, &hits, *id))
        .collect::<Result<Vec<_>>>()?;
    let locale = setting.locale();
    let last = first + items.len();
    let mut head = notes.head.clone();
    head.push(say_summary(library, &hits, first + 1..=last, locale)?);
    let card = Card {
        head,
        ..notes.card(setting)
    };

    // By a sentence of the only text that was searched it is known again.
    let first_hit = match state.within {
        Some(_) => shelf::view_of(library, &library.passage(shown[0])?)?,
        None => OnShow::default(),
    };
    let state = &State {
        face: Face::Front,
        view: OnShow {
            page: u16::try_from(page).unwrap_or(u16::MAX),
            count: 0,
            ..first_hit
        },
        ..state.clone()
    };
    let below = buttons_to_turn(state, first > 0, last < count, setting);

    let text = render_sentence_list(library, &items, first + 1, locale, card.room(setting.form))?;
    let mut reads = buttons_to_read(state, 0..items.len(), Action::Hit, locale);
    for (read, number) in reads.iter_mut().zip(first + 1..) {
        read.label = button::read(locale, number);
    }
    let message = card.message(setting.form, &text);
    let message = message.with_buttons(reads).with_row(below);
    Ok(Some(message.private(setting.private)))
}

/// Which of how many hits are shown, and how often the words stand there in all.
fn say_summary(
    library: &View,
    hits: &Hits,
    shown: RangeInclusive<usize>,
    locale: Locale,
) -> Result<String> {
    let count = hits.passages.len();
    let summary = words::say_search_summary(
        locale,
        hits.manner,
        shown,
        count,
        hits.documents,
        hits.capped,
    );

    let times = count_occurrences(library, hits)?;
    Ok(if times > count {
        format!("{summary} · {}", said_of_search::times(locale, times))
    } else {
        summary
    })
}

/// To the page before and the next, where there are such.
fn buttons_to_turn(state: &State, is_before: bool, goes_on: bool, setting: Setting) -> Vec<Button> {
    let locale = setting.locale();
    let turn = |label: String, action| Button::new(label, state.encode(action));

    let mut buttons = Vec::new();
    if is_before {
        buttons.push(turn(button::earlier(locale), Action::Earlier));
    }
    if goes_on {
        buttons.push(turn(button::later(locale), Action::Later));
    }
    buttons.push(post_or_delete_button(state, setting));
    buttons
}

/// How often words stand behind one another in all; 0 where that is not known.
fn count_occurrences(library: &View, hits: &Hits) -> Result<usize> {
    let mut times = 0;
    let is_counted = hits.manner == Manner::Phrase && !hits.capped;
    for id in hits.passages.iter().filter(|_| is_counted) {
        times += hits.places(library, *id..*id + 1)?.len();
    }
    Ok(times)
}

/// Finds the words of a search again; `None` when what it was made in is gone.
pub fn find_hits_again(library: &View, state: &State, notes: &Notes) -> Result<Option<Hits>> {
    match shelf::find_scope(library, state.within) {
        Some(scope) => find_words(library, notes.asked.unwrap_or(""), scope).map(Some),
        None => Ok(None),
    }
}

/// The page of a search's list on which a passage is.
pub fn page_of_passage(hits: &Hits, passage: PassageId) -> u16 {
    let before = hits.passages.partition_point(|id| *id < passage);
    u16::try_from(before / SHOWN).unwrap_or(u16::MAX)
}

fn buttons_to_read(
    state: &State,
    numbers: impl IntoIterator<Item = usize>,
    action: fn(u8) -> Action,
    locale: Locale,
) -> Vec<Button> {
    let read = |(shown, number): (usize, usize)| {
        let id = state.encode(action(number as u8));
        Button::new(button::read(locale, shown), id)
    };

    (1..).zip(numbers).map(read).collect()
}

/// The first sentence of each match that is still there, the words of the question bold in it.
fn collect_items(
    library: &View,
    located: impl Iterator<Item = Option<Located>>,
    notes: &Notes,
) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    for located in located.flatten() {
        let passage = library.passage(located.passage)?;
        let first = located.rows.start;
        let piece = shelf::piece_of_rows(library, &(first..first + 1))?;
        let range = piece.range.clone();
        items.push(Item {
            passage: located.passage,
            piece,
            bold: find_question_words(library, notes.asked, passage.span.document, range)?,
            most: list::LONGEST,
        });
    }

    Ok(items)
}

/// The sentences of a passage where what was looked for stands first, or all of it close together.
fn hit_item(library: &View, hits: &Hits, id: PassageId) -> Result<Item> {
    let passage = library.passage(id)?;
    let bold = hits.places(library, id..id + 1)?;
    let whole = hits.core(library, id)?.unwrap_or(passage.span.range());
    let is_phrase = hits.manner == Manner::Phrase;

    // A phrase may go on in the next passage.
    let end = library.document(passage.span.document)?.sentences.end;
    let mut rows = passage.sentences.start..passage.sentences.start;
    for row in passage.sentences.start..end {
        let sentence = library.sentence(row)?.range;
        if sentence.end <= whole.start {
            rows = row + 1..row + 1;
        }
        if sentence.start >= whole.end || (is_phrase && rows.len() >= SHOWN) {
            break;
        }
        rows.end = row + 1;
    }

    Ok(Item {
        passage: id,
        piece: shelf::piece_of_rows(library, &rows)?,
        bold,
        most: list::LONGEST,
    })
}

/// Where words of a question stand in some bytes of a document.
///
/// # Errors
/// When the bytes are not of this library.
pub fn find_question_words(
    library: &View,
    asked: Option<&str>,
    document: DocumentId,
    range: Range<usize>,
) -> Result<Vec<Range<usize>>> {
    let Some(asked) = asked else {
        return Ok(Vec::new());
    };

    let language = library.document(document)?.language;
    let text = library.full_text(document)?;
    let passages = library.passages_in(Scope::Document(document))?;
    let query = Query::new(library, asked, &passages, language)?;
    let wanted = |term: &String| query.words.iter().any(|w| !w.stop && w.term == *term);

    let tokens = tokens(&text[range.clone()], language).filter(|token| wanted(&token.term));
    Ok(tokens
        .map(|token| range.start + token.range.start..range.start + token.range.end)
        .collect())
}
