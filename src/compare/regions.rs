//! A quotation -> the stretches of text that may hold it.
//!
//! In: the quotation and the library. Out: a few regions, likeliest first. Runs of its words that
//! stand in a text one after the other lead there; a search as for a question finds what differs
//! too much for that, and is made only when those did not lead to the words themselves.

use anyhow::Result;

use super::MAX_WORDS;
use crate::analyze::tokens;
use crate::answer::{Question, answer_question};
use crate::document::Span;
use crate::ids::PassageId;
use crate::index::{Library, Scope};
use crate::language::{Language, is_unspaced};
use crate::query::PHRASE_MARKS;
use crate::reader::Effort;

/// Most places that a quotation is held against.
const CANDIDATES: usize = 8;
/// So many words are compared with few places, fewer words with more.
const LONG: usize = 2_000;
/// Words that lead to a place if they follow one another there; more of them would cost more and
/// find no better.
const PHRASE: usize = 24;
/// Words at both ends that lead to a place if something between them differs.
const END: usize = 5;
/// Most runs that are looked for.
const RUNS: usize = 16;
/// Letters of a script without spaces that are about a word.
const LETTERS: usize = 2;
/// Parts of a quotation that may each stand there as they are end with these.
const ENDS: [char; 8] = ['…', '\n', '.', '!', '?', '。', '！', '？'];

/// Stretches of text that hold runs of a quotation's words.
pub(super) fn find_by_runs(library: &Library, quotation: &str) -> Result<Vec<Span>> {
    // A phrase may stand in many places, and the others are to have their share.
    let most = region_limit(quotation);
    let all = library.passages();
    let mut ids: Vec<PassageId> = Vec::new();

    for language in library.languages(&all) {
        let postings = library.postings(language);
        for run in collect_runs(quotation, language) {
            let holding = postings.holding(&[run], all.clone())?;
            ids.extend(holding.take(most / 2));
        }
    }

    widen_passages(library, quotation, ids)
}

/// Stretches of text that a search for a quotation's words finds.
pub(super) fn find_by_search(library: &Library, quotation: &str) -> Result<Vec<Span>> {
    // A question's quotation marks ask for phrases, and one that is nearly right must be found too.
    let question = quotation.replace(PHRASE_MARKS, " ");
    let found = answer_question(
        library,
        &Question {
            text: &question,
            scope: Scope::Library,
            limit: CANDIDATES,
            effort: Effort::default(),
        },
    )?;

    let ids = found.passages.iter().map(|found| found.passage.id);
    widen_passages(library, quotation, ids.collect())
}

/// The words of a quotation, counted roughly.
pub(super) fn estimate_word_count(quotation: &str) -> usize {
    let letters = quotation.chars().filter(|c| is_unspaced(*c)).count();
    let words = quotation.split_whitespace().count();
    words.max(letters / LETTERS).clamp(1, MAX_WORDS)
}

/// Comparing costs the square of the length, so a long quotation is held against fewer places.
fn region_limit(quotation: &str) -> usize {
    (LONG / estimate_word_count(quotation)).clamp(2, CANDIDATES)
}

/// The passages with those around them: a quotation may begin before the passage that was found and
/// go on after it.
fn widen_passages(library: &Library, quotation: &str, ids: Vec<PassageId>) -> Result<Vec<Span>> {
    let most = region_limit(quotation);
    let reach = (estimate_word_count(quotation) / 60 + 1) as u32;

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
fn collect_runs(quotation: &str, language: Language) -> Vec<Vec<String>> {
    let terms = |part: &str| -> Vec<String> { tokens(part, language).map(|t| t.term).collect() };
    let mut whole = terms(quotation);
    whole.truncate(PHRASE);

    let mut runs = vec![whole];
    for part in quotation.split(ENDS) {
        let part = terms(part);
        let end = part.len().saturating_sub(END);
        for run in [&part[..part.len().min(END)], &part[end..]] {
            // A word alone stands everywhere.
            if run.len() > 1 && !runs.iter().any(|known| known == run) {
                runs.push(run.to_vec());
            }
        }
        if runs.len() >= RUNS {
            break;
        }
    }
    runs.retain(|run| !run.is_empty());
    runs.truncate(RUNS);
    runs
}
