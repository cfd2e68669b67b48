//! Answers to what is only looked for: a name, a date, the words of an abbreviation.
//!
//! Whether they are there can be seen, so neither words nor reader are asked how sure that is.

use anyhow::Result;

use crate::answer::considered::Considered;
use crate::index::{Library, PassageInfo};
use crate::query::Query;
use crate::quote::{self, Window};
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::statistics::SearchSpace;

/// How sure we are of a quote that has all of what is only looked for, or spells out what was to be
/// spelled out.
pub const FOUND: f32 = 0.7;
/// Passages with an abbreviation that are looked through for its words.
const LOOKED_THROUGH: usize = 500;
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

/// Chooses the sentence that spells out the abbreviation asked about, if nothing else can answer or
/// does.
pub fn choose_spelled_out(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    let is_answered = considered.confidence >= considered.thresholds.answers;
    let short = considered.query.abbreviation;
    if !short.is_some_and(|short| short.is_all || !is_answered) {
        return Ok(());
    }
    let Some(at) = find_spelling_passage(considered, library, space)? else {
        return Ok(());
    };

    let text = |span| library.text(span).unwrap_or_default();
    let passage = std::slice::from_ref(&considered.ranked[at]);
    let spelled = quote::collect_windows(&considered.asked, passage, &text)
        .into_iter()
        .filter(|window| {
            let shown = text(quote::window_span(&passage[0], &window.sentences));
            considered.query.is_spelled_out(shown)
        })
        .min_by_key(|window| window.words);

    if let Some(window) = spelled {
        let confidence = considered.confidence.max(FOUND);
        considered.choose(at, window, confidence);
    }
    Ok(())
}

/// Where among the ranked passages one spells the abbreviation out; it is added if none of them
/// does, since the abbreviation may stand in any number of others.
fn find_spelling_passage(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<Option<usize>> {
    let query = &considered.query;
    let spells = |passage: &PassageInfo| -> Result<bool> {
        Ok(query.is_spelled_out(library.text(passage.span)?))
    };
    for (at, one) in considered.ranked.iter().enumerate() {
        if spells(one.passage())? {
            return Ok(Some(at));
        }
    }

    let short = query
        .abbreviation
        .map(|it| query.words[it.word].term.clone());
    let run = [short.into_iter().collect()];
    let passages = space.passages.clone();
    let holders = library.postings(query.language).holding(&run, passages)?;
    for id in holders.take(LOOKED_THROUGH) {
        if spells(&library.passage(id)?)? {
            return considered.find_or_add(library, space, id).map(Some);
        }
    }
    Ok(None)
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
