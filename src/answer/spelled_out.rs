//! A question for the words of an abbreviation: the sentence that spells it out is looked up.
//!
//! That it does can be seen, so neither words nor reader are asked how sure it is.

use anyhow::Result;

use crate::answer::considered::Considered;
use crate::answer::lookup::FOUND;
use crate::index::{Library, PassageInfo};
use crate::quote;
use crate::rank::statistics::SearchSpace;

/// Passages with an abbreviation that are looked through for its words.
const LOOKED_THROUGH: usize = 500;

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
