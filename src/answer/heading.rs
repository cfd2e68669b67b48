//! A question that is a heading word for word, as those of a list of questions are: what stands
//! under it answers.
//!
//! That it stands there can be seen, as with what is only looked for, so neither words nor reader
//! are asked how sure it is.

use std::ops::Range;

use anyhow::Result;

use crate::answer::consider::Considered;
use crate::answer::lookup::FOUND;
use crate::corpus::comparable_letters;
use crate::ids::{Ids, PassageId};
use crate::index::{DocumentInfo, Library};
use crate::quote;
use crate::rank;
use crate::rank::statistics::SearchSpace;
use crate::sentence::QUESTION_MARKS;

/// A question has at least so many letters: a shorter one is a name, and its heading only where it
/// is told of.
const LETTERS: usize = 8;
/// What is shown of a section, in words, if its first sentences are no longer.
const SHOWN_WORDS: u32 = 40;
/// A heading may be so many bytes longer than the question: its number, and what marks it as a
/// question.
const BEFORE: usize = 8;

/// Chooses what stands under the heading that a question is.
pub fn choose_under_heading(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
) -> Result<()> {
    let asked = comparable_letters(&considered.query.asked);
    let is_question = considered.query.words.len() > 2 && asked.chars().count() >= LETTERS;
    let found = is_question.then(|| find_section(considered, library, &asked, &space.passages));
    let Some(passage) = found.flatten() else {
        return Ok(());
    };

    choose_opening(considered, library, space, passage, FOUND)
}

/// Chooses what a passage begins with, and is at least so sure of it.
pub fn choose_opening(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
    passage: PassageId,
    least: f32,
) -> Result<()> {
    let known = considered
        .ranked
        .iter()
        .position(|one| one.passage().id == passage);
    let at = if let Some(at) = known {
        at
    } else {
        let added = rank::rank_alone(library, &considered.asked, space, passage)?;
        considered.ranked.push(added);
        considered.ranked.len() - 1
    };

    let text = |span| library.text(span).unwrap_or_default();
    let alone = std::slice::from_ref(&considered.ranked[at]);
    let windows = quote::collect_windows(&considered.asked, alone, &text);
    let first = || windows.iter().filter(|window| window.sentences.start == 0);
    let fitting = first().filter(|window| window.words <= SHOWN_WORDS);
    let longest = fitting.max_by_key(|window| window.words);
    let chosen = longest.or_else(|| first().min_by_key(|window| window.words));

    if let Some(window) = chosen.cloned() {
        considered.choice = Some(window);
        considered.alone = None;
        considered.confidence = considered.confidence.max(least);
        considered.ranked[at].score = considered.ranked[0].score;
        considered.ranked[..=at].rotate_right(1);
    }
    Ok(())
}

/// The first passage of the section whose heading is asked, among texts in the language of the
/// question.
fn find_section(
    considered: &Considered,
    library: &Library,
    asked: &str,
    passages: &Range<PassageId>,
) -> Option<PassageId> {
    // What names something is asked of all that tells of it, even if a chapter is called so.
    let is_marked = considered.query.asked.trim_end().ends_with(QUESTION_MARKS);
    let is_asked = |info: &&DocumentInfo| {
        info.language == considered.query.language
            && info.passages.start < passages.end
            && passages.start < info.passages.end
    };

    library
        .documents()
        .iter()
        .filter(is_asked)
        .find_map(|info| {
            let is_it = |heading: &String| {
                // Most are shorter than any question, which is seen sooner than that their letters
                // are others.
                let lengths = asked.len()..=considered.query.asked.len() + BEFORE;
                lengths.contains(&heading.len())
                    && (is_marked || heading.trim_end().ends_with(QUESTION_MARKS))
                    && comparable_letters(strip_number(heading)) == asked
            };

            let section = info
                .sections
                .iter()
                .position(|section| section.path.last().is_some_and(is_it))?;

            let is_inside =
                |id: &PassageId| library.passage(*id).is_ok_and(|one| one.section == section);
            let ids = info.passages.start.max(passages.start)..info.passages.end.min(passages.end);
            ids.ids().find(is_inside)
        })
}

/// A heading without its number, or the `Q` of a list of questions and answers.
pub fn strip_number(heading: &str) -> &str {
    let bare = heading.trim_start_matches(|c: char| c.is_ascii_digit() || ".)#¶ ".contains(c));
    let question = bare
        .strip_prefix(['Q', 'F', 'P'])
        .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    question
        .and_then(|rest| rest.strip_prefix(['.', ':']))
        .unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_without_their_numbers() {
        for heading in [
            "How much is a kettle?",
            "3. How much is a kettle?",
            "Q: How much is a kettle?",
            "Q2. How much is a kettle",
        ] {
            assert_eq!(
                comparable_letters(strip_number(heading)),
                "howmuchisakettle",
                "{heading}"
            );
        }
        assert_eq!(strip_number("Questions"), "Questions");
    }
}
