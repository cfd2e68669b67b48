//! Sections that a question names by their headings -> the passages they begin with, among those that
//! are read.
//!
//! Passages have no headings, so that what stands under `Child lock` need not have a word of a
//! question for the child lock. Whether it answers, only a reader can tell.

use anyhow::Result;

use crate::analyze::tokens;
use crate::answer::headings::{Begins, Heading, Headings};
use crate::ids::PassageId;
use crate::query::Query;
use crate::rank::asked::Asked;
use crate::rank::{self, Ranked};

/// Of so many passages that are read, one may be read for its heading.
const READ_FOR_ONE: usize = 4;
/// Share of the weight of a question that a heading holds which names what it is about.
const TELLING: f32 = 0.4;

/// Puts passages that begin the sections a question names among the best `count`, in place of the
/// last of these.
///
/// # Errors
/// When the index cannot be read.
pub fn bring_forward_named(
    headings: &Headings,
    query: &Query,
    asked: &Asked,
    ranked: &mut Vec<Ranked>,
    count: usize,
) -> Result<()> {
    let most = count / READ_FOR_ONE;
    let mut brought = Vec::new();
    for passage in find_named(headings, query, asked, most)? {
        let place = ranked.iter().position(|one| one.passage().id == passage);
        match place {
            // It is read whatever takes the place of the last ones.
            Some(place) if place + most < count => {}
            Some(place) => brought.push(ranked.remove(place)),
            None => brought.push(rank::rank_alone(
                headings.library,
                asked,
                headings.space,
                passage,
            )?),
        }
    }

    let at = (count - brought.len()).min(ranked.len());
    ranked.splice(at..at, brought);
    Ok(())
}

/// The passages that the sections begin with whose headings tell most of what a question names.
fn find_named(
    headings: &Headings,
    query: &Query,
    asked: &Asked,
    most: usize,
) -> Result<Vec<PassageId>> {
    let content = query.words.iter().filter(|word| !word.stop);
    let begins = Begins::of(content.map(|word| word.folded.as_str()));

    let all = headings.all().iter();
    let named = all.filter(|heading| begins.may_be_in(heading.text));
    let named = named.map(|heading| (measure_named_share(heading.text, asked), heading));
    let mut named: Vec<(f32, &Heading)> = named.filter(|(share, _)| *share >= TELLING).collect();
    named.sort_by(|(a, _), (b, _)| b.total_cmp(a));

    let openings = named
        .into_iter()
        .filter_map(|(_, heading)| headings.opening_of(heading).transpose());
    openings.take(most).collect()
}

/// The share of a question's weight that a heading holds.
fn measure_named_share(heading: &str, asked: &Asked) -> f32 {
    let words = tokens(heading, asked.language);
    let told: Vec<String> = words.map(|token| token.term).collect();
    asked.share(|at| f32::from(told.contains(&asked.terms[at].text)))
}
