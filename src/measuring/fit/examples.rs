//! Where a question is asked to learn from it: its own document, a short run of it, and places that
//! do not answer.
//!
//! A near miss (the subject is there, the answer is not) is what an honest no is about, and nobody
//! labels those by the thousand; a document with its gold passages left out is one.

use std::ops::Range;

use anyhow::Result;

use crate::ids::{Ids, PassageId};
use crate::index::Scope;
use crate::measuring::eval::other_document;
use crate::measuring::eval::truth::Case;
use crate::measuring::fit::Material;

/// Passages of a run that stands for a short text.
const SHORT: u32 = 4;

/// A run of passages, whether it answers, and how much that counts.
pub type Place = (Range<PassageId>, bool, f32);

/// The case's document and a short run of it around its first gold passage.
///
/// # Errors
/// When the index cannot be read.
pub fn passages_with_answer(material: &Material, case: &Case) -> Result<[Range<PassageId>; 2]> {
    let all = own_passages(material, case)?;
    let gold = gold_passages(material, case)?
        .first()
        .copied()
        .unwrap_or(all.start);

    let latest = all.end.saturating_sub(SHORT).max(all.start);
    let start = gold
        .saturating_sub(case_variation(case) % SHORT)
        .clamp(all.start, latest);

    Ok([all.clone(), start..(start + SHORT).min(all.end)])
}

/// Everywhere the question is asked to learn when to say no.
///
/// # Errors
/// When the index cannot be read.
pub fn collect_places(material: &Material, case: &Case) -> Result<Vec<Place>> {
    let [all, short] = passages_with_answer(material, case)?;
    let answered = !case.gold.is_empty();
    let mut places = vec![(all, answered, 1.0)];
    if answered && !case.exact {
        places.push((short, true, 1.0));
        let near = near_misses(material, case)?;
        let share = 0.5 / near.len().max(1) as f32;
        places.extend(near.into_iter().map(|run| (run, false, share)));
    }

    if let Some(other) = other_document(&material.library, case) {
        let other = material.library.passages_in(Scope::Document(other))?;
        places.push((
            other.start..(other.start + SHORT).min(other.end),
            false,
            0.5,
        ));
        places.push((other, false, 1.0));
    }

    Ok(places)
}

/// Runs of the case's document without its gold passages.
pub fn near_misses(material: &Material, case: &Case) -> Result<Vec<Range<PassageId>>> {
    let all = own_passages(material, case)?;
    let gold = gold_passages(material, case)?;
    let (Some(first), Some(last)) = (gold.first(), gold.last()) else {
        return Ok(vec![all]);
    };

    // Passages next to the gold often answer too; a gap keeps the label honest.
    let sides = [
        all.start..first.saturating_sub(1).max(all.start),
        (*last + 2).min(all.end)..all.end,
    ];
    let mut runs = Vec::new();
    for side in sides.into_iter().filter(|side| side.len() as u32 >= SHORT) {
        let room = side.len() as u32 - SHORT;
        let start = side.start
            + if room > 0 {
                case_variation(case) % room
            } else {
                0
            };
        runs.extend([start..start + SHORT, side]);
    }

    Ok(runs)
}

fn own_passages(material: &Material, case: &Case) -> Result<Range<PassageId>> {
    material.library.passages_in(Scope::Document(case.document))
}

fn gold_passages(material: &Material, case: &Case) -> Result<Vec<PassageId>> {
    let mut gold = Vec::new();
    for id in own_passages(material, case)?.ids() {
        if case.is_hit(material.library.passage(id)?.span) {
            gold.push(id);
        }
    }
    Ok(gold)
}

/// A number that varies from case to case but never from run to run.
fn case_variation(case: &Case) -> u32 {
    u32::from(blake3::hash(case.id.as_bytes()).as_bytes()[7])
}
