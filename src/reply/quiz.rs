//! A quiz on Discord: a question with four buttons, what a press tells, and what was missed in the
//! end.
//!
//! Everyone answers for themselves: what a press tells only the presser sees, the sentence whole,
//! with its place. The decision that is not obvious: what is right follows from the button and the
//! seed alone, so that an answer needs nothing but its sentence, and that sentence is looked for in
//! what is open to whoever pressed.
//!
//! The functions here fail only when the index cannot be read.

use std::ops::Range;

use anyhow::Result;

use crate::document::Span;
use crate::locale::Locale;
use crate::quiz::{Kind, Question, make_questions, right_option};
use crate::random::Random;
use crate::render::Place;
use crate::render::discord::card::{Card, render_small_print};
use crate::render::discord::markdown::{count_units, cut_to_units, render_name, to_plain_line};
use crate::render::discord::message::{Button, Message, limits};
use crate::render::discord::quote::{Piece, render_block_quote};
use crate::render::discord::say::{button, quiz as say};
use crate::render::titles;
use crate::reply::memory::quiz_id::{Does, OnShow, Quiz, Spot};
use crate::reply::memory::shelf::{self, locate_match};
use crate::reply::view::setting::Setting;
use crate::servers::{Home, Libraries, Texts, View};

/// Stands for what is left out.
const GAP: &str = "____";
/// Longest title before the number of a question, and longest answer in a sentence, in units.
const TITLE: usize = 120;
const ANSWER: usize = 100;
/// Bytes around a sentence that tell how its text is set.
const AROUND: usize = 6_000;
/// What a sentence may take of a message when many are listed, in units.
const LISTED: usize = 700;

/// A question that somebody missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    pub spot: Spot,
    /// How many answered it, and how many of them wrongly.
    pub answered: usize,
    pub missed: usize,
}

/// The first question of a new quiz, and the quiz as it is then; of `wanted`, seed, kinds and count
/// are known.
pub fn start_quiz(
    texts: &[Texts],
    wanted: Quiz,
    setting: Setting,
) -> Result<(Message, Option<Quiz>)> {
    let mut left: Vec<&Texts> = texts.iter().collect();
    let mut random = Random::new(wanted.seed.into());

    // Of several libraries any, but not one that has too little.
    while !left.is_empty() {
        let one = left.swap_remove(random.below(left.len()));
        let quiz = Quiz {
            starter: setting.asker,
            home: one.view.home,
            within: shelf::remember_scope(&one.view, one.scope)?,
            ..wanted
        };

        let asked = first_questions(&one.view, quiz, quiz.count)?;
        if let Some(first) = asked.first() {
            let count = asked.len() as u8;
            let quiz = Quiz { count, ..quiz };
            return Ok((
                render_question(&one.view, quiz, 0, first, setting)?,
                Some(quiz),
            ));
        }
    }

    let sentence = say::too_little(setting.locales.member);
    Ok((Message::text(sentence).private(true), None))
}

/// The question behind the one on show; `None` if there is none any more.
pub fn render_next_question(
    libraries: Libraries,
    on_show: OnShow,
    setting: Setting,
) -> Result<Option<Message>> {
    let Some(view) = libraries.view(on_show.quiz.home) else {
        return Ok(None);
    };

    // Whoever is shown it owns it, also where it is a copy of somebody else's.
    let quiz = Quiz {
        starter: setting.asker,
        ..on_show.quiz
    };

    let number = on_show.number.saturating_add(1);
    let asked = first_questions(&view, quiz, number.saturating_add(1))?;
    match asked.get(usize::from(number)) {
        Some(question) if number < quiz.count => {
            render_question(&view, quiz, number, question, setting).map(Some)
        }
        _ => Ok(None),
    }
}

/// Whether an option is the right one.
pub fn is_right(on_show: OnShow, option: u8) -> bool {
    right_option(on_show.quiz.seed, on_show.number) == usize::from(option)
}

/// What somebody is told who chose an option; `None` if its sentence is gone, or not open to them.
pub fn render_result(
    libraries: Libraries,
    on_show: OnShow,
    option: u8,
    setting: Setting,
) -> Result<Option<Message>> {
    let locale = setting.locales.member;
    let view = libraries.view(on_show.quiz.home);
    let quoted = view.as_ref().map(|view| Quoted::of(view, on_show.spot));
    let Some(quoted) = quoted.transpose()?.flatten() else {
        return Ok(None);
    };

    let head = match (is_right(on_show, option), &quoted.answer) {
        (true, _) => say::right(locale),
        (false, Some(answer)) => say::wrong(locale, &render_name(answer, ANSWER)),
        (false, None) => say::wrong_chapter(locale),
    };
    let card = Card {
        head: vec![head],
        foot: vec![quoted.place(locale)],
        ..Card::default()
    };
    let text = quoted.block(card.room(setting.form));
    Ok(Some(card.message(setting.form, &text).private(true)))
}

/// What was missed, in the end of a quiz; `None` if it is not known any more.
pub fn render_review(
    libraries: Libraries,
    home: Home,
    missed: Option<&[Missed]>,
    setting: Setting,
) -> Result<Message> {
    let locale = setting.locale();
    let mut card = Card {
        head: vec![say::over(locale)],
        ..Card::default()
    };
    let view = libraries.view(home);
    let mut room = card.room(setting.form);
    let mut parts = Vec::new();
    for one in missed.unwrap_or_default() {
        let quoted = view.as_ref().map(|view| Quoted::of(view, one.spot));
        // What is not open any more is not told.
        let Some(quoted) = quoted.transpose()?.flatten() else {
            continue;
        };
        let missed_by = say::missed_by(locale, one.missed, one.answered);
        let place = render_small_print(&format!("{} · {missed_by}", quoted.place(locale)));
        let part = format!("{}\n{place}", quoted.block(LISTED));

        let Some(left) = room.checked_sub(count_units(&part) + 1) else {
            break;
        };
        room = left;
        parts.push(part);
    }

    match missed {
        None => card.head.push(say::unknown(locale)),
        Some([]) => card.head.push(say::nothing_missed(locale)),
        Some(_) => {}
    }
    let message = card.message(setting.form, &parts.join("\n"));
    Ok(message.private(setting.private))
}

/// The first questions of a quiz.
fn first_questions(view: &View, quiz: Quiz, count: u8) -> Result<Vec<Question>> {
    match shelf::find_scope(view, quiz.within) {
        Some(scope) => make_questions(view, scope, &quiz.kinds(), quiz.seed, count),
        None => Ok(Vec::new()),
    }
}

fn render_question(
    view: &View,
    quiz: Quiz,
    number: u8,
    question: &Question,
    setting: Setting,
) -> Result<Message> {
    let locale = setting.locale();
    let passage = view.passage(question.passage)?;
    let document = passage.span.document;
    let text = view.full_text(document)?;
    let range = view.sentence(question.row)?.range;

    let on_show = OnShow {
        quiz,
        number,
        spot: Spot {
            sentence: shelf::match_of(view, &passage, question.row..question.row + 1)?,
            cut: question.cut.as_ref().map(|cut| {
                let start = cut.start - range.start;
                (start as u32, cut.len() as u32)
            }),
        },
    };

    let counted = say::number(locale, u64::from(number) + 1, u64::from(quiz.count));
    let title = cut_to_units(
        &to_plain_line(&titles::distinct_title(view, document)?),
        TITLE,
    );
    let card = Card {
        head: vec![match question.kind {
            Kind::Gap => say::gap(locale),
            Kind::Speaker => say::speaker(locale),
            Kind::Chapter => say::chapter(locale),
        }],
        foot: vec![format!("{title} · {counted}")],
        ..Card::default()
    };
    let (text, range, gap) = insert_gap(text, range, question.cut.clone());
    let piece = Piece {
        range,
        ..Piece::default()
    };
    let bold: Vec<Range<usize>> = gap.into_iter().collect();
    let block = render_block_quote(&text, &piece, &bold, "", card.room(setting.form));

    let [options, further] = question_buttons(on_show, &question.options, locale);
    let message = card.message(setting.form, &block).with_buttons(options);
    Ok(message.with_row(further).private(setting.private))
}

/// What can be chosen, and how the quiz goes on.
fn question_buttons(on_show: OnShow, options: &[String], locale: Locale) -> [Vec<Button>; 2] {
    let options = (0..).zip(options).map(|(at, option)| {
        let label = cut_to_units(&to_plain_line(option), limits::BUTTON);
        Button::new(label, on_show.encode(Does::Choose(at)))
    });

    let end = Button::new(button::end_quiz(locale), on_show.encode(Does::End));
    let goes_on = on_show.number + 1 < on_show.quiz.count;
    let next = goes_on.then(|| Button::new(button::later(locale), on_show.encode(Does::Next)));
    [options.collect(), next.into_iter().chain([end]).collect()]
}

/// A piece of the text around a sentence, in which the gap stands for what is left out: the piece,
/// and where the sentence and the gap are in it.
fn insert_gap(
    text: &str,
    sentence: Range<usize>,
    cut: Option<Range<usize>>,
) -> (String, Range<usize>, Option<Range<usize>>) {
    let from = text.floor_char_boundary(sentence.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary((sentence.end + AROUND).min(text.len()));
    let Some(cut) = cut else {
        let piece = text[from..to].to_owned();
        return (piece, sentence.start - from..sentence.end - from, None);
    };

    let piece = format!("{}{GAP}{}", &text[from..cut.start], &text[cut.end..to]);
    let gap = cut.start - from..cut.start - from + GAP.len();
    let end = gap.end + (sentence.end - cut.end);
    (piece, sentence.start - from..end, Some(gap))
}

/// A sentence with its place, as far as it is open.
struct Quoted<'a> {
    text: &'a str,
    piece: Piece,
    /// What was left out.
    cut: Option<Range<usize>>,
    answer: Option<String>,
    place: Place<'a>,
}

impl<'a> Quoted<'a> {
    /// The sentence that stands where a button says; `None` if it is gone, or not open.
    fn of(view: &'a View, spot: Spot) -> Result<Option<Quoted<'a>>> {
        let one = spot.sentence;
        let is_certain = shelf::is_certain(view, one.document, one.passage, one.print);
        let Some(found) = locate_match(view, &one).filter(|_| is_certain) else {
            return Ok(None);
        };
        let passage = view.passage(found.passage)?;
        let text = view.full_text(passage.span.document)?;
        let piece = shelf::piece_of_rows(view, &found.rows)?;

        // Of a button that was made up, a cut may be anywhere.
        let cut = spot.cut.map(|(start, length)| {
            let start = piece.range.start.saturating_add(start as usize);
            start..start.saturating_add(length as usize)
        });
        let cut = cut.filter(|cut| cut.end <= piece.range.end && text.get(cut.clone()).is_some());
        let span = Span {
            start: piece.range.start,
            end: piece.range.end,
            ..passage.span
        };
        Ok(Some(Quoted {
            answer: cut.clone().map(|cut| to_plain_line(&text[cut])),
            text,
            cut,
            place: Place::of_span(view, &passage, span)?,
            piece,
        }))
    }

    fn block(&self, room: usize) -> String {
        let bold: Vec<Range<usize>> = self.cut.iter().cloned().collect();
        render_block_quote(self.text, &self.piece, &bold, "", room)
    }

    fn place(&self, locale: Locale) -> String {
        self.place.brief(locale)
    }
}
