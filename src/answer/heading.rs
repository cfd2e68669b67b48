//! A question that is a heading, as those of a list of questions are, word for word or in other
//! words: what stands under it answers.
//!
//! That it stands there can be seen, as with what is only looked for, so neither words nor reader
//! are asked how sure it is.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, tokens};
use crate::answer::considered::Considered;
use crate::answer::lookup::FOUND;
use crate::chapters::{find_first_passage, find_headings};
use crate::corpus::comparable_letters;
use crate::ids::PassageId;
use crate::index::{Library, Scope};
use crate::language::Language;
use crate::query::{Kind, Query};
use crate::quote::extend::STEPS_WORDS;
use crate::quote::{self, Window};
use crate::rank::statistics::SearchSpace;
use crate::sentence::QUESTION_MARKS;

/// A question has at least so many letters: a shorter one is a name, and its heading only where it
/// is told of.
const LETTERS: usize = 8;
/// Words that say nothing of which question it is.
const ANY_QUESTION: [&str; 52] = [
    "a", "am", "an", "are", "be", "been", "can", "could", "did", "do", "does", "get", "got", "had",
    "has", "have", "he", "her", "his", "how", "i", "is", "it", "its", "may", "me", "might", "must",
    "my", "our", "shall", "she", "should", "the", "their", "they", "this", "us", "was", "we",
    "were", "what", "when", "where", "which", "who", "why", "will", "would", "you", "your",
    "there",
];
/// Telling words by which two questions are the same.
const TELLING_WORDS: usize = 2;
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
    let query = &considered.query;
    let asked = comparable_letters(&query.asked);
    if query.words.len() <= 2 || asked.chars().count() < LETTERS {
        return Ok(());
    }

    // What names something is asked of all that tells of it, even if a chapter is called so.
    let is_marked = query.asked.trim_end().ends_with(QUESTION_MARKS);
    let lengths = asked.len()..=query.asked.len() + BEFORE;
    let is_asked = |heading: &str, _: &str| {
        // Most are shorter than any question, which is seen sooner than that their letters are
        // others.
        lengths.contains(&heading.len())
            && (is_marked || heading.trim_end().ends_with(QUESTION_MARKS))
            && comparable_letters(strip_number(heading)) == asked
    };
    if let Some(passage) = find_opening(library, space, query.language, is_asked)? {
        let sure = considered.confidence.max(FOUND);
        return choose_opening(considered, library, space, passage, sure);
    }

    // In other words it may be another question.
    if considered.confidence >= considered.thresholds.sure {
        return Ok(());
    }
    let is_same = |heading: &str, _: &str| is_same_question(query, heading);
    match find_opening(library, space, query.language, is_same)? {
        Some(passage) => {
            let perhaps = considered.confidence.max(considered.thresholds.answers);
            choose_opening(considered, library, space, passage, perhaps)
        }
        None => Ok(()),
    }
}

/// Whether a heading asks the same in other words: for as much, about the same.
fn is_same_question(query: &Query, heading: &str) -> bool {
    if query.language != Language::English || !heading.trim_end().ends_with(QUESTION_MARKS) {
        return false;
    }

    let told = tokens(heading, query.language);
    let told: Vec<(String, String)> = told
        .map(|token| (fold(&heading[token.range.clone()]), token.term))
        .collect();
    let folded: Vec<&str> = told.iter().map(|(folded, _)| folded.as_str()).collect();
    if Kind::of(&folded, query.language) != query.kind {
        return false;
    }

    let asked = query.words.iter();
    let asked = collect_telling(asked.map(|word| (word.folded.as_str(), word.term.as_str())));
    let told = told.iter();
    let mut told = collect_telling(told.map(|(folded, term)| (folded.as_str(), term.as_str())));
    // Of two it is plain which does what: "who refused my pot", "why was my pot refused".
    if told.len() == TELLING_WORDS && told.first() != asked.first() {
        told.reverse();
    }
    asked.len() >= TELLING_WORDS && asked == told
}

/// The terms of a question that tell which it is: all but those that any may have.
fn collect_telling<'a>(words: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let telling = words.filter(|(folded, _)| !ANY_QUESTION.contains(folded));
    telling.map(|(_, term)| term).collect()
}

/// The passage that a section begins with whose heading is wanted, in a text called so, among the
/// open texts in a language.
pub fn find_opening(
    library: &Library,
    space: &SearchSpace,
    language: Language,
    is_wanted: impl Fn(&str, &str) -> bool,
) -> Result<Option<PassageId>> {
    let all = library.documents_in(Scope::Library)?;
    for (document, section, heading) in find_headings(library, all, |_| true) {
        let info = library.document(document)?;
        if info.language != language || !is_wanted(heading, &info.title) {
            continue;
        }

        let first = find_first_passage(library, document, section)?;
        let Some(first) = first.filter(|first| space.passages.contains(first)) else {
            continue;
        };

        // A heading may have no text of its own, or what is below it may be closed.
        let is_below = library.passage(first)?.section == section;
        let is_open = library.open_passages(first..first + 1).next().is_some();
        if is_below && is_open {
            return Ok(Some(first));
        }
    }
    Ok(None)
}

/// Chooses what a passage begins with, and is so sure of it.
pub fn choose_opening(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
    passage: PassageId,
    confidence: f32,
) -> Result<()> {
    let all = library.passage(passage)?.span.range();
    choose_stretch(considered, library, space, passage, all, confidence)
}

/// Chooses what some bytes of a passage begin with, and is so sure of it.
pub fn choose_stretch(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
    passage: PassageId,
    bytes: Range<usize>,
    confidence: f32,
) -> Result<()> {
    let at = considered.find_or_add(library, space, passage)?;
    let text = |span| library.text(span).unwrap_or_default();
    let alone = std::slice::from_ref(&considered.ranked[at]);
    let windows = quote::collect_windows(&considered.asked, alone, &text);
    let place = |window: &Window| quote::window_span(&alone[0], &window.sentences);
    let begin = windows.iter().map(|window| place(window).start);
    let begin = begin.filter(|start| *start >= bytes.start).min();
    let first = || {
        windows.iter().filter(|window| {
            let span = place(window);
            Some(span.start) == begin && span.end <= bytes.end
        })
    };
    let most = match considered.query.kind {
        Kind::How => STEPS_WORDS,
        _ => SHOWN_WORDS,
    };
    let fitting = first().filter(|window| window.words <= most);
    let longest = fitting.max_by_key(|window| window.words);
    let chosen = longest.or_else(|| first().min_by_key(|window| window.words));

    if let Some(window) = chosen.cloned() {
        considered.choose(at, window, confidence);
    }
    Ok(())
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
