//! `/ask`, a mention, a direct message, **Find in the library**: a question and its answer.
//!
//! What is shown here fails only when the index cannot be read.

use anyhow::{Context, Result};

use crate::answer::{Answer, Question, answer_question};
use crate::chapters::find_place_passage;
use crate::ids::{Ids, PassageId};
use crate::index::Scope;
use crate::locale::Locale;
use crate::query::About;
use crate::reader::Effort;
use crate::render::about::{Fact, collect_facts};
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, to_plain_line};
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::say::sorry;
use crate::render::discord::words::about::{say_fact, say_how_understood};
use crate::render::discord::words::say_late;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Face, Kind, State};
use crate::reply::memory::worth::{self, MATCHES};
use crate::reply::view::feedback;
use crate::reply::view::setting::{Notes, Setting};
use crate::reply::view::show::render_state;
use crate::servers::{Texts, View};

/// Longest question that Discord lets people type, in characters.
pub const MAX_QUESTION: u16 = 1_000;

/// Answers a question from some texts; of several libraries, all are asked and the surer answer
/// counts.
pub fn reply_to_question(
    texts: &[Texts],
    question: &str,
    setting: Setting,
    effort: Effort,
) -> Result<Message> {
    match find_surest_answer(texts, question, effort)? {
        Some((texts, found)) => render_answer(&texts.view, &found, texts.scope, setting),
        None => Ok(say_no_open_text(texts, setting.locales.member)),
    }
}

/// What is said where there is nothing to ask, to the person who asked alone.
pub fn say_no_open_text(texts: &[Texts], locale: Locale) -> Message {
    let sentence = match texts {
        [] => sorry::no_texts(locale),
        _ => sorry::not_open(locale),
    };
    Message::text(sentence).private(true)
}

/// The surest answer to a question, with the texts that it is of; `None` if nothing can be asked.
pub fn find_surest_answer<'a>(
    texts: &'a [Texts<'a>],
    question: &str,
    effort: Effort,
) -> Result<Option<(&'a Texts<'a>, Answer)>> {
    let mut best: Option<(&Texts, Answer)> = None;
    let mut late = 0;
    for one in texts {
        if !one.is_open()? {
            continue;
        }
        let found = answer_question(
            &one.view,
            &Question {
                text: question,
                scope: one.scope,
                limit: MATCHES,
                effort,
            },
        )?;
        late += found.late;
        if best.as_ref().is_none_or(|(_, best)| is_surer(&found, best)) {
            best = Some((one, found));
        }
    }

    // What none of them says may stand in what another has not read yet.
    Ok(best.map(|(texts, found)| (texts, Answer { late, ..found })))
}

/// Whether an answer is surer than another. What is asked about a text itself, of which one library
/// knows the title, is no question to the others.
fn is_surer(one: &Answer, other: &Answer) -> bool {
    let rank = |found: &Answer| {
        let is_sure = found.is_answered() && !found.is_perhaps();
        // One library may have what another has nothing of.
        let is_by_nobody = matches!(found.about, Some(About::ByNobody(_)));
        let is_about = found.about.is_some() && !is_by_nobody;
        (is_about, is_by_nobody, found.is_answered(), is_sure)
    };

    let rank_one = rank(one);
    let rank_other = rank(other);
    rank_one > rank_other || rank_one == rank_other && one.confidence > other.confidence
}

/// An answer, or the lack of one, as a reply.
pub fn render_answer(
    library: &View,
    found: &Answer,
    scope: Scope,
    setting: Setting,
) -> Result<Message> {
    if let Some(facts) = collect_facts(library, found)? {
        return answer_about_text(library, found, &facts, setting);
    }

    let kind = if found.is_answered() {
        Kind::Answer
    } else {
        Kind::Closest
    };

    let state = State {
        asker: setting.asker,
        kind,
        within: shelf::remember_scope(library, scope)?,
        perhaps: found.is_perhaps(),
        matches: worth::choose_worth_reading(library, found)?,
        answer: worth::remember_answer(library, found)?,
        ..State::default()
    }
    .fitted();
    let mut lines = say_how_understood(setting.locale(), found);
    if !found.is_answered() {
        lines.extend(say_late(setting.locale(), found.late));
    }
    let notes = Notes {
        lines,
        ..Notes::of(Some(&found.question))
    };

    let shown = render_state(library, state, Turn::ToBold, &notes, setting)?;
    let shown = shown.context("an answer that is not of these texts")?;
    Ok(shown.answering(found.is_answered()))
}

/// What is known of the texts that were asked; a chapter is opened if it is clear which.
fn answer_about_text(
    library: &View,
    found: &Answer,
    facts: &[Fact],
    setting: Setting,
) -> Result<Message> {
    if let Some(About::Part(part, title)) = &found.about {
        let mut places = Vec::new();
        for document in found.documents.ids() {
            let called = &library.document(document)?.title;
            if title.as_ref().is_none_or(|title| title == called) {
                places.extend(find_place_passage(library, document, part)?);
            }
        }
        if let [only] = places.as_slice() {
            return render_passage_at(library, *only, setting);
        }
    }

    let name = |name: &str| escape(&to_plain_line(name));
    let lines = facts
        .iter()
        .map(|one| say_fact(setting.locale(), one, &name));
    let lists_texts = matches!(
        found.about,
        Some(About::Shelf | About::By(_) | About::ByNobody(_))
    );
    let late = say_late(setting.locale(), found.late).filter(|_| lists_texts);
    let card = Card {
        head: lines.collect(),
        foot: late.into_iter().collect(),
        ..Notes::of(Some(&found.question)).card(setting)
    };
    let message = card.message(setting.form, "").private(setting.private);
    let message = message.with_row(feedback::buttons(setting));
    Ok(message.answering(true))
}

/// Shows a passage to be read.
///
/// # Errors
/// When it is not of this library.
pub fn render_passage_at(library: &View, id: PassageId, setting: Setting) -> Result<Message> {
    let state = State {
        asker: setting.asker,
        kind: Kind::Read,
        face: Face::Text,
        view: shelf::view_of(library, &library.passage(id)?)?,
        ..State::default()
    };
    let shown = render_state(library, state, Turn::To(0), &Notes::default(), setting)?;
    shown.context("a passage that is not of these texts")
}

/// A place that was chosen from the list while typing, and what had been typed.
pub fn parse_chosen_place(question: &str) -> Option<(State, Option<&str>)> {
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
pub fn render_chosen_place(
    library: &View,
    state: State,
    asked: Option<&str>,
    setting: Setting,
) -> Result<Message> {
    let state = State {
        face: Face::Text,
        ..state
    };

    let shown = render_state(library, state, Turn::ToBold, &Notes::of(asked), setting)?;
    Ok(shown.unwrap_or_else(|| {
        Message::text(sorry::text_changed_ask(setting.locales.member)).private(true)
    }))
}
