//! A quotation -> the stretches of text that may hold it.
//!
//! In: the quotation and the library. Out: a few regions, likeliest first. Runs of its words that stand in a text
//! one after the other lead there; a search as for a question finds what differs too much for that.

use anyhow::Result;

use super::MAX_WORDS;
use crate::analyze::tokens;
use crate::answer::{Question, answer};
use crate::document::Span;
use crate::index::{Library, Scope};
use crate::language::Language;
use crate::reader::Effort;

/// Most places that a quotation is held against.
const CANDIDATES: usize = 8;
/// So many words are compared with few places, fewer words with more.
const LONG: usize = 2_000;
/// Words that lead to a place if they follow one another there; more of them would cost more and find no
/// better.
const PHRASE: usize = 24;
/// Words at both ends that lead to a place if something between them differs.
const END: usize = 5;

/// Stretches of text that may hold a quotation, likeliest first.
pub(super) fn regions(library: &Library, quotation: &str) -> Result<Vec<Span>> {
    let words = quotation.split_whitespace().count().min(MAX_WORDS);
    // Comparing costs the square of the length, so a long quotation is held against fewer places.
    let most = (LONG / words.max(1)).clamp(2, CANDIDATES);

    // A phrase may stand in many places, and the search below is to have its share of them.
    let all = 0..library.passage_count();
    let mut ids: Vec<u32> = Vec::new();
    for language in library.languages(&all) {
        let postings = library.postings(language);
        for run in runs(quotation, language) {
            let holding = postings.holding(&[run], all.clone())?;
            ids.extend(holding.take(most / 2));
        }
    }

    // A question's quotation marks ask for phrases, and one that is nearly right must be found too.
    let question = quotation.replace(['"', '“', '”', '„'], " ");
    let found = answer(
        library,
        &Question {
            text: &question,
            scope: Scope::Library,
            limit: CANDIDATES,
            effort: Effort::default(),
        },
    )?;
    ids.extend(found.passages.iter().map(|found| found.passage.id));

    // A quotation may begin before the passage that was found and go on after it.
    let reach = (words / 60 + 1) as u32;
    let mut regions = Vec::new();
    for id in ids {
        let here = library.passage(id)?;
        let own = library.document(here.span.document)?.passages.clone();
        let first = library.passage(id.saturating_sub(reach).max(own.start))?;
        let last = library.passage((id + reach).min(own.end - 1))?;

        let region = Span {
            end: last.span.end,
            ..first.span
        };
        if regions.len() < most && !regions.contains(&region) {
            regions.push(region);
        }
    }

    Ok(regions)
}

/// Terms that may follow one another in a text: the whole quotation, then the ends of its parts.
fn runs(quotation: &str, language: Language) -> Vec<Vec<String>> {
    let terms = |part: &str| -> Vec<String> { tokens(part, language).map(|t| t.term).collect() };
    let mut whole = terms(quotation);
    whole.truncate(PHRASE);

    let mut runs = vec![whole];
    for part in quotation
        .split(['…', '\n'])
        .flat_map(|part| part.split("..."))
    {
        let part = terms(part);
        let end = part.len().saturating_sub(END);
        runs.push(part.iter().take(END).cloned().collect());
        runs.push(part[end..].to_vec());
    }
    runs.retain(|run| !run.is_empty());
    runs.truncate(CANDIDATES);
    runs
}
