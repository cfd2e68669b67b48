//! A sentence -> the heading of its chapter, and those of others to choose from.

use std::collections::HashSet;

use crate::analyze::fold;
use crate::chapters::is_around;
use crate::index::{DocumentInfo, Library, PassageInfo};
use crate::quiz::pool::Pool;
use crate::quiz::{OPTIONS, draw_sample, to_one_line};
use crate::random::Random;

/// Headings that begin with the same so many letters look the same on a button.
const TOLD_APART: usize = 36;
/// How deep chapters may lie, below parts and a title.
const DEEPEST: usize = 4;

/// The chapters of a document: the headings of the first level that has enough of them.
pub struct Headings {
    level: usize,
    /// All different, in the order of the text.
    all: Vec<String>,
}

impl Headings {
    /// Those of a document as far as it is open; `None` if it has too few.
    pub fn of(info: &DocumentInfo) -> Option<Headings> {
        let level = |level: usize| {
            let mut all = Vec::new();
            let mut seen = HashSet::new();
            for section in &info.sections {
                let heading = section.path.get(level).map(|heading| to_one_line(heading));
                let heading = heading.filter(|heading| !is_around(heading) && has_words(heading));
                all.extend(heading.filter(|heading| seen.insert(heading_key(heading))));
            }
            Headings { level, all }
        };

        (0..DEEPEST).map(level).find(|one| one.all.len() >= OPTIONS)
    }

    /// That of a passage.
    fn heading(&self, library: &Library, passage: &PassageInfo) -> Option<&String> {
        let heading = library.section(passage).path.get(self.level)?;
        let heading = to_one_line(heading);
        self.all.iter().find(|one| **one == heading)
    }
}

/// Whether there is something to read in a heading.
fn has_words(heading: &str) -> bool {
    heading.chars().any(char::is_alphanumeric)
}

fn heading_key(heading: &str) -> String {
    fold(heading).chars().take(TOLD_APART).collect()
}

/// The headings to choose from, the right one first; `None` if the sentence tells it, or there are
/// too few.
pub fn find_heading_options(
    library: &Library,
    passage: &PassageInfo,
    sentence: &str,
    pool: &Pool,
    random: &mut Random,
) -> Option<Vec<String>> {
    let headings = pool.headings.as_ref()?;
    let right = headings.heading(library, passage)?;
    if fold(sentence).contains(&fold(right)) {
        return None;
    }

    let others = headings.all.iter().filter(|other| *other != right);
    let others = draw_sample(others.cloned().collect(), OPTIONS - 1, random);
    Some([right.clone()].into_iter().chain(others).collect())
}
