//! **Check this quote**: whether a message really stands in a text.
//!
//! The verdict is the first thing seen. Below it stands what the text has, never the message alone:
//! somebody may have changed a word on purpose.

mod differences;

use std::ops::Range;

use anyhow::{Context, Result};

use crate::compare::{Check, Part, Verdict, check_message};
use crate::document::Span;
use crate::index::{Library, PassageInfo};
use crate::locale::Locale;
use crate::render::Place;
use crate::render::discord::card::{Card, render_small_print};
use crate::render::discord::markdown::{count_units, unescape};
use crate::render::discord::message::{Button, Message};
use crate::render::discord::quote::{Piece, cut_around_focus, render_block_quote};
use crate::render::discord::say::{button, quote as said, sorry};
use crate::render::discord::struck::render_struck_quote;
use crate::render::discord::words::say_late_of;
use crate::reply::check_quote::differences::{
    collect_added_ranges, collect_missing_ranges, leaves_out_denial,
};
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Kind, Match, State, Words};
use crate::reply::view::setting::{Setting, post_or_delete_button};
use crate::sentence::Cut;
use crate::servers::{Texts, View};

/// Most of a place that is shown, in characters.
const LONGEST: usize = 700;
/// Most of a quotation that stands nowhere, in units.
const MESSAGE: usize = 500;
/// What a verdict begins with: whether a quotation stands there, nearly so, or not; the worst is
/// last.
const SIGNS: [char; 3] = ['✅', '🟡', '❌'];

/// The verdict that a reply shows on all that was checked, to be kept above a passage that holds
/// some of it.
pub fn find_verdict_line(shown: &Message, state: &State) -> Option<String> {
    state.words?;
    let embed = shown.embeds.first().map(|embed| &embed.description);
    let content = Some(&shown.content).filter(|content| !content.is_empty());

    let mut lines = content.or(embed)?.lines();
    let verdict = lines.find(|line| line.starts_with(SIGNS))?;
    Some(verdict.to_owned())
}

/// Compares a message with the texts.
///
/// # Errors
/// When an index cannot be read.
pub fn reply_to_quotation(texts: &[Texts], message: &str, setting: Setting) -> Result<Message> {
    let mut views: Vec<&View> = Vec::new();
    for texts in texts {
        if texts.is_open()? {
            views.push(&texts.view);
        }
    }
    let libraries: Vec<&Library> = views.iter().map(|view| &***view).collect();

    let check = check_message(&libraries, &unescape(message))?;
    match check.parts.as_slice() {
        [] => Ok(Message::text(sorry::empty_message(setting.locales.member)).private(true)),
        [
            Part {
                quotation,
                found: None,
            },
        ] => Ok(render_not_found(texts, quotation, setting)),
        _ => Shelf { views, setting }.told(texts, &check),
    }
}

fn say_texts_searched(texts: &[Texts], locale: Locale) -> String {
    let count: usize = texts.iter().map(|one| one.view.documents().len()).sum();
    said::looked_in(locale, count)
}

/// What was looked for is shown, so that it can be posted: nobody else sees which message it is.
fn render_not_found(texts: &[Texts], quotation: &str, setting: Setting) -> Message {
    let locale = setting.locale();
    let card = Card {
        head: vec![said::not_found(locale), say_texts_searched(texts, locale)],
        foot: say_late_of(locale, texts).into_iter().collect(),
        ..Card::default()
    };
    let state = State {
        asker: setting.asker,
        ..State::default()
    };

    let message = card.message(
        setting.form,
        &render_quotation(quotation, &[], MESSAGE, locale),
    );

    let buttons = vec![post_or_delete_button(&state, setting)];
    message.with_buttons(buttons).private(setting.private)
}

/// Where quotations were looked for, and for whom.
struct Shelf<'a> {
    views: Vec<&'a View<'a>>,
    setting: Setting,
}

impl Shelf<'_> {
    /// The quotations with the places where they stand, the verdict of the worst first.
    fn told(&self, texts: &[Texts], check: &Check) -> Result<Message> {
        let locale = self.setting.locale();
        let is_lacking = check.parts.iter().any(|part| part.found.is_none());
        // Which of them it is must be said only where they differ.
        let is_alike = check.parts.iter().all(Part::is_exact);
        let mut own = Vec::new();
        for part in check
            .parts
            .iter()
            .filter(|_| check.parts.len() > 1 && !is_alike)
        {
            own.push(self.own_verdict(part)?);
        }

        let head = if own.is_empty() || is_lacking {
            self.verdict(&check.parts, check.apart)?
        } else {
            say_verdict_counts(&own, locale)
        };
        let mut card = Card {
            head: vec![head],
            ..Card::default()
        };
        if is_lacking {
            card.head.push(say_texts_searched(texts, locale));
            card.foot.extend(say_late_of(locale, texts));
        }

        let room = card.room(self.setting.form) / check.parts.len();
        let mut own = own.into_iter();
        let mut shown = Vec::new();
        for part in &check.parts {
            let own = own.next();
            let room = room.saturating_sub(own.as_deref().map_or(0, count_units));
            shown.extend(own);
            shown.push(self.part(part, room)?);
        }

        let message = card.message(self.setting.form, &shown.join("\n"));
        let message = message.with_buttons(self.buttons(check)?);
        Ok(message.private(self.setting.private))
    }

    /// What is said first.
    fn verdict(&self, parts: &[Part], is_apart: bool) -> Result<String> {
        let locale = self.setting.locale();
        let found = || parts.iter().filter_map(|part| part.found.as_ref());
        let has = |verdict| found().any(|found| found.comparison.verdict == verdict);

        if parts.iter().any(|part| part.found.is_none()) {
            return Ok(said::not_all(locale));
        }
        if has(Verdict::Partly) {
            return Ok(said::partly(locale));
        }
        if has(Verdict::Nearly) {
            let places: usize = found().map(|found| found.comparison.places()).sum();
            return Ok(said::nearly(locale, places));
        }
        if is_apart {
            return Ok(said::apart(locale));
        }
        for one in found() {
            if leaves_out_denial(self.views[one.library], &one.comparison)? {
                return Ok(said::shortened_not(locale));
            }
        }
        Ok(if has(Verdict::Shortened) {
            said::shortened(locale)
        } else {
            said::exact(locale)
        })
    }

    fn own_verdict(&self, part: &Part) -> Result<String> {
        match part.found {
            None => Ok(said::not_found(self.setting.locale())),
            Some(_) => self.verdict(std::slice::from_ref(part), false),
        }
    }

    /// A quotation as it stands in its text, and as the message has it if that differs.
    fn part(&self, part: &Part, room: usize) -> Result<String> {
        let locale = self.setting.locale();
        let Some(found) = &part.found else {
            return Ok(render_quotation(
                &part.quotation,
                &[],
                MESSAGE.min(room),
                locale,
            ));
        };
        let library = self.views[found.library];
        let found = &found.comparison;
        let passage = find_passage_of_span(library, found.span)?;
        let text = library.full_text(found.span.document)?;
        let differing = collect_missing_ranges(&found.edits);
        let place =
            render_small_print(&Place::of_span(library, &passage, found.span)?.brief(locale));
        let room = room.saturating_sub(count_units(&place));

        let whole = Piece {
            range: found.span.range(),
            cut: Cut::default(),
        };
        let piece = cut_around_focus(text, whole, &differing, LONGEST.min(room / 3));
        let shown = render_block_quote(text, &piece, &differing, "", room / 2);
        if matches!(found.verdict, Verdict::Exact | Verdict::Shortened) {
            return Ok(format!("{shown}\n{place}"));
        }
        let room = room.saturating_sub(count_units(&shown)) * 4 / 5;
        let message = render_quotation(
            &found.quotation,
            &collect_added_ranges(&found.edits),
            room,
            locale,
        );
        Ok(format!(
            "{}\n{shown}\n{message}\n{place}",
            said::in_text(locale)
        ))
    }

    fn buttons(&self, check: &Check) -> Result<Vec<Button>> {
        let mut home = None;
        let mut matches: Vec<Match> = Vec::new();
        let mut words = None;
        let mut is_all = true;
        for found in check.parts.iter().filter_map(|part| part.found.as_ref()) {
            let library = self.views[found.library];
            // What is behind the buttons is of one library.
            if *home.get_or_insert(library.home) != library.home {
                is_all = false;
                continue;
            }
            let span = found.comparison.span;
            let passage = find_passage_of_span(library, span)?;
            let rows = shelf::rows_of_bytes(library, &passage, span.range())?;
            if matches.is_empty() && !rows.is_empty() {
                let start = library.sentence(rows.start)?.range.start;
                words = quoted_words(start, span);
            }
            matches.push(shelf::match_of(library, &passage, rows)?);
        }

        let count = matches.len();
        let state = State {
            asker: self.setting.asker,
            kind: Kind::Read,
            home: home.unwrap_or_default(),
            matches,
            words,
            ..State::default()
        };
        let state = state.fitted();
        is_all &= state.matches.len() == count;

        let locale = self.setting.locale();
        let mut buttons = Vec::new();
        // Whether everyone may read what is posted is seen from what the button remembers.
        if is_all || !self.setting.private {
            buttons.push(post_or_delete_button(&state, self.setting));
        }
        if count > 0 {
            let context = state.encode(Action::Context);
            buttons.push(Button::new(button::context(locale), context));
        }
        Ok(buttons)
    }
}

/// How many of some quotations got each verdict, behind the worst sign.
fn say_verdict_counts(verdicts: &[String], locale: Locale) -> String {
    let mut worst = SIGNS[0];
    let mut kinds = Vec::new();
    for sign in SIGNS {
        let count = verdicts.iter().filter(|one| one.starts_with(sign)).count();
        if count > 0 {
            worst = sign;
            kinds.push(format!("{sign} {count}"));
        }
    }

    let quotations = said::several(locale, verdicts.len(), &kinds.join(" · "));
    format!("{worst} {quotations}")
}

/// The quoted words by their place in the sentence that begins at `start`.
fn quoted_words(start: usize, span: Span) -> Option<Words> {
    Some(Words {
        from: u32::try_from(span.start.checked_sub(start)?).ok()?,
        length: u32::try_from(span.end - span.start).ok()?,
    })
}

/// The quotation as the message has it, what only stands there struck out.
fn render_quotation(
    quotation: &str,
    alone: &[Range<usize>],
    room: usize,
    locale: Locale,
) -> String {
    format!(
        "{}\n{}",
        said::in_message(locale),
        render_struck_quote(quotation, alone, room)
    )
}

/// The first passage that a span touches.
fn find_passage_of_span(library: &View, span: Span) -> Result<PassageInfo> {
    let all = library.document(span.document)?.passages.clone();
    let first = library.first_where(all, |passage| passage.span.end > span.start)?;
    library.passage(first.context("a quotation outside every passage")?)
}
