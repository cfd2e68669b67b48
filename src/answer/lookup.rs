//! Answers to what is only looked for: a name, a date.
//!
//! Whether they are there can be seen, so neither words nor reader are asked how sure that is.

use crate::query::Query;
use crate::quote::Window;
use crate::rank::Ranked;
use crate::rank::asked::Asked;

/// How sure we are of a quote that has all of what is only looked for, or spells out what was to be
/// spelled out.
pub const FOUND: f32 = 0.7;
/// Bytes from the beginning of a day to that of its month: "14th of March", "September the 9th".
const BESIDE: usize = 14;
/// How sure at most of one that lacks some of it.
pub const NOT_FOUND: f32 = 0.2;

/// The confidence in a quote where something is only looked for: there it is, or it is not.
pub fn adjust_confidence(
    of_answer: f32,
    query: &Query,
    asked: &Asked,
    passage: &Ranked,
    window: &Window,
) -> f32 {
    if !query.is_lookup() || !query.phrases.is_empty() {
        return of_answer;
    }

    if holds_all_words(query, asked, passage, window) {
        of_answer.max(FOUND)
    } else {
        of_answer.min(NOT_FOUND)
    }
}

/// The windows that have every number that is asked with its unit, such as "15 cents", and whether
/// there are any: what cost ten cents is no answer. All, if there are none.
pub fn filter_by_amounts(
    query: &Query,
    asked: &Asked,
    ranked: &[Ranked],
    windows: Vec<Window>,
) -> (Vec<Window>, bool) {
    let amounts: Vec<usize> = query.amounts().map(|word| asked.sequence[word]).collect();
    if amounts.is_empty() {
        return (windows, true);
    }

    let holds = |window: &&Window| {
        let seen = &ranked[window.passage].candidate;
        amounts
            .iter()
            .all(|term| seen.count(window.sentences.clone(), *term) > 0)
    };
    let with: Vec<Window> = windows.iter().filter(holds).cloned().collect();
    let has_some = !with.is_empty();
    (if has_some { with } else { windows }, has_some)
}

/// Whether a quote has every word that is looked for, and of a date the day beside the month.
pub fn holds_all_words(query: &Query, asked: &Asked, ranked: &Ranked, window: &Window) -> bool {
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
