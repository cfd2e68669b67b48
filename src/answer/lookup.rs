//! Answers to what is only looked for: a name, a date, the words of an abbreviation.
//!
//! Whether they are there can be seen, so neither words nor reader are asked how sure that is.

use crate::answer::consider::Considered;
use crate::document::Span;
use crate::query::Query;
use crate::quote::{self, Window};
use crate::rank::Ranked;
use crate::rank::asked::Asked;

/// How sure we are of a quote that has all of what is only looked for, or spells out what was to be spelled out.
const FOUND: f32 = 0.7;
/// Bytes from the beginning of a day to that of its month: "14th of March", "September the 9th".
const BESIDE: usize = 14;
/// How sure at most of one that lacks some of it.
const NOT_FOUND: f32 = 0.2;

/// The confidence in a quote where something is only looked for: there it is, or it is not.
pub fn weighed(
    of_answer: f32,
    query: &Query,
    asked: &Asked,
    passage: &Ranked,
    window: &Window,
) -> f32 {
    if !query.is_lookup() || !query.phrases.is_empty() {
        return of_answer;
    }
    if holds_all(query, asked, passage, window) {
        of_answer.max(FOUND)
    } else {
        of_answer.min(NOT_FOUND)
    }
}

/// Chooses the sentence that spells out the abbreviation asked about, if nothing else can answer or does.
pub fn spell_out<'a>(considered: &mut Considered, text: &dyn Fn(Span) -> &'a str) {
    let is_answered = considered.confidence >= considered.thresholds.answers;
    let short = considered.query.abbreviation;
    if !short.is_some_and(|short| short.is_all || !is_answered) {
        return;
    }

    let spells = |span| considered.query.is_spelled_out(text(span));
    let mut passages = considered.ranked.iter();
    let Some(at) = passages.position(|one| spells(one.passage().span)) else {
        return;
    };

    let passage = std::slice::from_ref(&considered.ranked[at]);
    let windows = quote::windows(&considered.asked, passage, text);
    let spelled = windows
        .into_iter()
        .filter(|window| spells(quote::span(&passage[0], &window.sentences)))
        .min_by_key(|window| window.words);
    if let Some(window) = spelled {
        considered.choice = Some(window);
        considered.confidence = considered.confidence.max(FOUND);
        considered.ranked[at].score = considered.ranked[0].score;
        considered.ranked[..=at].rotate_right(1);
    }
}

/// Whether a quote has every word that is looked for, and of a date the day beside the month.
fn holds_all(query: &Query, asked: &Asked, ranked: &Ranked, window: &Window) -> bool {
    let seen = &ranked.candidate;
    let there = |term: usize| seen.count(window.sentences.clone(), term) > 0;
    let places = |word: usize| {
        let hits = seen.hits(window.sentences.clone()).iter();
        hits.filter(move |hit| hit.term == asked.sequence[word])
            .map(|hit| hit.range.start)
    };
    let beside = |(day, month)| {
        places(day).any(|day| places(month).any(|month| month.abs_diff(day) <= BESIDE))
    };
    asked.content().all(|(term, _)| there(term)) && query.day_and_month().is_none_or(beside)
}
