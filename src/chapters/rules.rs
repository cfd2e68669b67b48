//! Headings with numbers -> those that may be chapters.

use super::heads::{Head, SHORT, head_length, section_after_heading};
use super::is_around;
use crate::index::DocumentInfo;

/// Of headings with numbers, those that may be chapters.
type Rule = fn(&DocumentInfo, &[Head]) -> Vec<Head>;

/// Without what cannot be a chapter, unless that is all there is.
pub fn keep_possible_chapters(info: &DocumentInfo, all: Vec<Head>) -> Vec<Head> {
    let rules: [Rule; 4] = [
        outside_contents,
        behind_contents,
        outside_chapters,
        above_sections,
    ];

    rules.iter().fold(all, |all, rule| {
        let left = rule(info, &all);
        if left.len() > 1 { left } else { all }
    })
}

/// Without what stands under a heading such as "Contents".
fn outside_contents(info: &DocumentInfo, all: &[Head]) -> Vec<Head> {
    let is_outside = |one: &&Head| !info.sections[one.section].path.iter().any(|h| is_around(h));
    all.iter().filter(is_outside).cloned().collect()
}

/// Without contents that no heading names: short sections, each of them, whose numbers begin again
/// with those of a text that is not short. A text of short chapters alone is one without contents.
fn behind_contents(info: &DocumentInfo, all: &[Head]) -> Vec<Head> {
    let mut left = all;
    while let [first, rest @ ..] = left {
        let again = rest
            .iter()
            .position(|one| one.number.value == first.number.value);
        let Some((run, text)) = again.map(|at| left.split_at(at + 1)) else {
            break;
        };

        let is_short = |one: &Head| head_length(info, one) < SHORT;
        if !run.iter().all(is_short) || text.iter().all(is_short) {
            break;
        }

        left = text;
    }
    left.to_vec()
}

/// Without the numbered parts of what is called a chapter.
fn outside_chapters(info: &DocumentInfo, all: &[Head]) -> Vec<Head> {
    // They are in order: what is inside of one comes before what follows it.
    let mut inside = 0;
    let mut is_outside = |one: &&Head| {
        let is_outside = one.section >= inside;
        if one.is_called() {
            inside = inside.max(section_after_heading(info, one.section, one.depth));
        }
        is_outside
    };

    all.iter().filter(|one| is_outside(one)).cloned().collect()
}

/// Without numbers alone that are below the level of most: sections, or what stands behind the last
/// chapter.
fn above_sections(_: &DocumentInfo, all: &[Head]) -> Vec<Head> {
    let on_level = |level: usize| all.iter().filter(|one| one.depth == level).count();
    let deepest = all.iter().map(|one| one.depth).max().unwrap_or_default();
    // Of equals the innermost: chapters may be two to a part.
    let most = (1..=deepest).max_by_key(|level| on_level(*level));
    let is_above = |one: &&Head| one.is_called() || most.is_none_or(|most| one.depth <= most);
    all.iter().filter(is_above).cloned().collect()
}
