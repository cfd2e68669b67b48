//! What of an answer is worth showing: the passages beside the quoted one, and the words of the quote
//! that answer.
//!
//! In: an answer. Out: what its buttons remember. What was asked for weighs as much as its terms do,
//! each counted once.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::to_term;
use crate::answer::{Answer, Found};
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Match, Words};
use crate::servers::View;

/// How many passages that fit are offered.
pub const MATCHES: usize = 5;
/// A further passage fits if it holds this share of what the quoted one holds of the question, and
/// is worth reading if it holds as much of all of the question.
const WORTH: f32 = 0.6;

/// The passages of an answer that are worth reading, the quoted one first.
///
/// # Errors
/// When the answer is not of this library.
pub fn choose_worth_reading(library: &View, answer: &Answer) -> Result<Vec<Match>> {
    let weights = answer.terms.iter().map(|(_, weight)| weight);
    let least = answer.quote.as_ref().map_or(0.0, |_| weights.sum());
    collect_matches_above(library, answer, least)
}

/// The passages of an answer that fit, the quoted one first.
///
/// # Errors
/// When the answer is not of this library.
pub fn collect_matches(library: &View, answer: &Answer) -> Result<Vec<Match>> {
    collect_matches_above(library, answer, 0.0)
}

/// Those that hold most of what the quoted one does, and of some weight.
fn collect_matches_above(library: &View, answer: &Answer, weight: f32) -> Result<Vec<Match>> {
    let quoted = answer.quote.as_ref().map(|quote| quote.passage);
    let held = answer
        .passages
        .iter()
        .map(|found| weigh_passage(library, answer, found))
        .collect::<Result<Vec<_>>>()?;
    let least = quoted.map_or(weight, |quoted| held[quoted].max(weight)) * WORTH;

    // A passage without a single matching word is not close, it is only next in line.
    let rest = (0..answer.passages.len())
        .filter(|n| Some(*n) != quoted && held[*n] > 0.0 && held[*n] >= least);

    let mut matches = Vec::new();
    for number in quoted.into_iter().chain(rest).take(MATCHES) {
        let found = &answer.passages[number];
        let rows = match &answer.quote {
            Some(quote) if quote.passage == number => {
                shelf::rows_of_bytes(library, &found.passage, quote.span.range())?
            }
            _ => {
                let rows = found.passage.sentences.clone();
                let best = choose_sentence(library, answer, found, rows)?;
                best..best + 1
            }
        };
        matches.push(shelf::match_of(library, &found.passage, rows)?);
    }
    Ok(matches)
}

/// Weight of the terms of a question that a passage holds.
fn weigh_passage(library: &View, answer: &Answer, found: &Found) -> Result<f32> {
    let span = found.passage.span;
    weigh_bytes(library, answer, found, span.start..span.end)
}

/// Weight of those that stand in some bytes of it, each counted once.
fn weigh_bytes(library: &View, answer: &Answer, found: &Found, bytes: Range<usize>) -> Result<f32> {
    let text = library.full_text(found.passage.span.document)?;
    let language = library.document(found.passage.span.document)?.language;
    let inside = found
        .highlights
        .iter()
        .filter(|word| bytes.contains(&word.start));
    let mut terms: Vec<String> = inside
        .filter_map(|word| Some(to_term(text.get(word.clone())?, language)))
        .collect();
    terms.sort_unstable();
    terms.dedup();

    let weight = |term: &String| {
        let known = answer.terms.iter().find(|(other, _)| other == term);
        known.map_or(1.0, |(_, weight)| *weight)
    };
    Ok(terms.iter().map(weight).sum())
}

/// How a button remembers where in the quote the answer stands: where the reader sees it, or else
/// the sentence that holds most of the question.
///
/// # Errors
/// When the answer is not of this library.
pub fn remember_answer(library: &View, answer: &Answer) -> Result<Option<Words>> {
    let Some(quote) = &answer.quote else {
        return Ok(None);
    };
    let place = match &quote.answer {
        Some(read) => read.clone(),
        None => {
            let found = &answer.passages[quote.passage];
            let rows = shelf::rows_of_bytes(library, &found.passage, quote.span.range())?;
            let best = choose_sentence(library, answer, found, rows)?;
            library.sentence(best)?.range
        }
    };

    let from = u32::try_from(place.start - quote.span.start).ok();
    let length = u32::try_from(place.len()).ok();
    Ok(from
        .zip(length)
        .map(|(from, length)| Words { from, length }))
}

/// The first of some sentences of a passage in which the words that fit weigh most: one rare word
/// tells more than a common one twice.
fn choose_sentence(
    library: &View,
    answer: &Answer,
    found: &Found,
    rows: Range<u32>,
) -> Result<u32> {
    let mut best = (0.0, rows.start);
    for row in rows {
        let sentence = library.sentence(row)?.range;
        let held = weigh_bytes(library, answer, found, sentence)?;
        if held > best.0 {
            best = (held, row);
        }
    }
    Ok(best.1)
}
