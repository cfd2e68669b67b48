//! Words that stand nowhere as they are written -> where they stand as others spell them.
//!
//! What is not obvious: of figures the likeliest spelling that stands somewhere counts, as "9:30 pm"
//! is rather 21:30 than half past nine; of words that some join and others write apart, all do.
//!
//! The functions here fail only when the index cannot be read.

use std::ops::Range;

use anyhow::Result;

use super::Hits;
use super::wording::{respell_joins, respell_numbers, write_days_in_figures};
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;

/// A text in other spellings.
type Respell = fn(&str, Language) -> Vec<String>;

/// What is found of the words as others spell them.
pub fn find_respelled(
    library: &Library,
    text: &str,
    range: &Range<PassageId>,
) -> Result<Option<Hits>> {
    let numbers = find_spellings(library, text, range, respell_numbers, 1)?;
    match numbers {
        Some(found) => Ok(Some(found)),
        None => find_spellings(library, text, range, respell_joins, usize::MAX),
    }
}

/// What is found of a word that is a number in a date: `dritten`.
pub fn find_as_day(
    library: &Library,
    text: &str,
    range: &Range<PassageId>,
) -> Result<Option<Hits>> {
    find_spellings(library, text, range, write_days_in_figures, 1)
}

/// What is found of the words in so many of their spellings, at most.
fn find_spellings(
    library: &Library,
    text: &str,
    range: &Range<PassageId>,
    respell: Respell,
    most: usize,
) -> Result<Option<Hits>> {
    let languages = library.languages(range).into_iter();
    let spellings = languages.flat_map(|language| respell(text, language));

    // Most are the same in several languages, and each is looked for in all of them.
    let mut tried: Vec<String> = Vec::new();
    let mut found: Vec<Hits> = Vec::new();
    for spelling in spellings {
        if found.len() == most {
            break;
        }
        if tried.contains(&spelling) {
            continue;
        }
        let hits = Hits::phrase(library, &spelling, range)?;
        found.extend((!hits.passages.is_empty()).then_some(hits));
        tried.push(spelling);
    }
    Ok(found.into_iter().reduce(unite_hits))
}

/// What was found of the same words in two spellings.
fn unite_hits(mut one: Hits, other: Hits) -> Hits {
    one.passages.extend(other.passages);
    one.passages.sort_unstable();
    one.passages.dedup();
    one.capped |= other.capped;
    one.wordings.extend(other.wordings);
    one
}
