//! A question that is a heading, as those of a list of questions are, word for word or in other
//! words: what stands under it answers.
//!
//! That it stands there can be seen, as with what is only looked for, so neither words nor reader
//! are asked how sure it is.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, tokens};
use crate::answer::considered::Considered;
use crate::answer::headings::{Begins, Heading, Headings, is_marked_question, strip_number};
use crate::answer::lookup::FOUND;
use crate::chapters::find_first_passage;
use crate::corpus::comparable_letters;
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;
use crate::query::{Kind, Query, is_whether_word};
use crate::quote::extend::STEPS_WORDS;
use crate::quote::{self, Window};
use crate::rank::statistics::SearchSpace;

/// A question has at least so many letters: a shorter one is a name, and its heading only where it
/// is told of.
const LETTERS: usize = 8;
/// Words that say nothing of which question it is.
const ANY_QUESTION: [&str; 60] = [
    "a", "am", "an", "are", "be", "been", "can", "could", "did", "do", "does", "get", "got", "had",
    "has", "have", "he", "her", "his", "how", "hows", "i", "im", "is", "it", "its", "ive", "may",
    "me", "might", "must", "my", "our", "shall", "she", "should", "the", "their", "there", "they",
    "this", "to", "us", "was", "we", "were", "what", "whats", "when", "where", "wheres", "which",
    "who", "whos", "why", "will", "would", "you", "your", "youre",
];
/// Words that turn a question round, beside those that end in `n't`.
const NEGATED: [&str; 18] = [
    "not", "cannot", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent",
    "isnt", "arent", "mustnt", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
];
/// Words without which a question is the same.
const ARTICLES: [&str; 5] = ["a", "an", "the", "my", "our"];
/// Telling words by which two questions are the same.
const TELLING_WORDS: usize = 2;
/// What is shown of a section, in words, if its first sentences are no longer.
const SHOWN_WORDS: u32 = 40;
/// A heading may be so many bytes longer than the question: its number, what marks it as a
/// question, and articles.
const BESIDE: usize = 20;

/// Chooses what stands under the heading that a question is.
pub fn choose_under_heading(considered: &mut Considered, headings: &Headings) -> Result<()> {
    let query = &considered.query;
    let asked = collect_letters(&query.asked);
    if query.words.len() <= 2 || asked.chars().count() < LETTERS {
        return Ok(());
    }

    // What names something is asked of all that tells of it, even if a chapter is called so.
    let is_marked = is_marked_question(&query.asked);
    let lengths = asked.len()..=query.asked.len() + BESIDE;
    let is_asked = |heading: &Heading| {
        // Most are shorter than any question, which is seen sooner than that their letters are
        // others.
        lengths.contains(&heading.text.len())
            && (is_marked || is_marked_question(heading.text))
            && collect_letters(strip_number(heading.text)) == asked
    };
    if let Some(passage) = headings.find_opening(is_asked)? {
        let sure = considered.confidence.max(FOUND);
        return choose_opening(considered, headings, passage, sure);
    }

    // In other words it may be another question.
    if query.language != Language::English || considered.is_sure() {
        return Ok(());
    }
    let passage = find_in_other_words(query, headings)?;
    choose_opening_perhaps(considered, headings, passage)
}

/// The letters of a question as they are compared, without its articles.
fn collect_letters(question: &str) -> String {
    let words = question.split_whitespace().map(comparable_letters);
    words
        .filter(|word| !ARTICLES.contains(&word.as_str()))
        .collect()
}

/// What stands under the heading that asks the same in other words, or goes on where the question
/// ends, if only one does.
fn find_in_other_words(query: &Query, headings: &Headings) -> Result<Option<PassageId>> {
    let words = query.words.iter();
    let words = words.map(|word| (word.folded.clone(), word.term.clone()));
    let asked = Asking::new(words, usize::MAX);
    if asked.telling.len() < TELLING_WORDS {
        return Ok(None);
    }

    let asks_same = |heading: &&Heading| asked.is_same(&Asking::of(heading.text, usize::MAX));
    let asks_more = |heading: &&Heading| asked.is_begin_of(heading.text);
    let telling = query.words.iter().map(|word| word.folded.as_str());
    let begins = Begins::of(telling.filter(|folded| is_telling(folded)));
    let all = || {
        let all = headings.all().iter();
        all.filter(|heading| is_marked_question(heading.text) && begins.may_all_be_in(heading.text))
    };
    let open = |heading: &Heading| headings.opening_of(heading).transpose();
    if let Some(first) = all().filter(asks_same).find_map(open) {
        return first.map(Some);
    }

    let mut longer = all().filter(asks_more).filter_map(open);
    let first = longer.next().transpose()?;
    Ok(first.filter(|_| longer.next().is_none()))
}

/// A question in English as it is compared with another one.
struct Asking {
    kind: Kind,
    /// It may be answered with yes.
    whether: bool,
    negated: bool,
    /// The terms that tell which it is: all but those that any may have.
    telling: Vec<String>,
}

impl Asking {
    /// What a heading asks, up to so many telling words.
    fn of(heading: &str, most: usize) -> Asking {
        let bare = strip_number(heading);
        let words = tokens(bare, Language::English);
        Asking::new(
            words.map(|token| (fold(&bare[token.range]), token.term)),
            most,
        )
    }

    /// Of words, folded and as terms, up to so many telling ones.
    fn new(words: impl Iterator<Item = (String, String)>, most: usize) -> Asking {
        let mut said = Vec::new();
        let mut telling = Vec::new();
        for (folded, term) in words {
            if is_telling(&folded) {
                telling.push(term);
            }
            said.push(folded);
            if telling.len() == most {
                break;
            }
        }

        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let asks_whether = |first: &&str| is_whether_word(first) || is_negation(first);
        Asking {
            kind: Kind::of(&said, Language::English),
            whether: said.first().is_some_and(asks_whether),
            negated: said.iter().any(|word| is_negation(word)),
            telling,
        }
    }

    /// Whether another one asks the same: for as much, about the same.
    fn is_same(&self, other: &Asking) -> bool {
        // Of two it is plain which does what: "who refused my pot", "why was my pot refused".
        let is_turned =
            self.telling.len() == TELLING_WORDS && self.telling.iter().rev().eq(&other.telling);
        self.is_like(other) && (is_turned || self.telling == other.telling)
    }

    /// Whether a heading asks the same and says more of it at its end.
    fn is_begin_of(&self, heading: &str) -> bool {
        let begin = Asking::of(heading, self.telling.len());
        self.is_like(&begin)
            && self.whether == begin.whether
            && self.telling == begin.telling
            && self.ends_before_particle(heading)
    }

    /// Whether a heading goes on behind what is asked with no noun: `Can I take a child seat?` does
    /// not ask about a child.
    fn ends_before_particle(&self, heading: &str) -> bool {
        let last = self.telling.last();
        let mut words = tokens(strip_number(heading), Language::English);
        let is_there = words.any(|word| Some(&word.term) == last);
        is_there && words.next().is_none_or(|next| next.stop)
    }

    /// Whether another one asks as this does. What answers whether something is so answers whether
    /// it is not, too, but why it is so is not why it is not.
    fn is_like(&self, other: &Asking) -> bool {
        let is_turned = self.negated != other.negated;
        self.kind == other.kind && (!is_turned || self.whether && other.whether)
    }
}

fn is_telling(folded: &str) -> bool {
    !folded.contains('\'') && !is_negation(folded) && !ANY_QUESTION.contains(&folded)
}

fn is_negation(folded: &str) -> bool {
    folded.ends_with("n't") || NEGATED.contains(&folded)
}

/// Quotes all that stands under a heading that asks, if that is short: what answers is the whole of
/// it.
pub fn extend_to_whole_answer(considered: &mut Considered, library: &Library) -> Result<()> {
    // What is surely a detail of it stands by itself.
    if considered.is_sure() {
        return Ok(());
    }
    let Some(window) = &mut considered.choice else {
        return Ok(());
    };
    let passage = considered.ranked[window.passage].passage();
    let heading = library.section(passage).path.last();
    if passage.words > SHOWN_WORDS || !heading.is_some_and(|heading| is_marked_question(heading)) {
        return Ok(());
    }

    let document = passage.span.document;
    let first = find_first_passage(library, document, passage.section)?;
    let next = find_first_passage(library, document, passage.section + 1)?;
    let last = library.document(document)?.passages.end;
    if first == Some(passage.id) && next.unwrap_or(last) == passage.id + 1 {
        window.sentences = considered.ranked[window.passage].candidate.all();
        window.words = passage.words;
    }
    Ok(())
}

/// Chooses what a passage begins with, if there is one, as a "perhaps" at least.
pub fn choose_opening_perhaps(
    considered: &mut Considered,
    headings: &Headings,
    passage: Option<PassageId>,
) -> Result<()> {
    let perhaps = considered.confidence.max(considered.thresholds.answers);
    match passage {
        Some(passage) => choose_opening(considered, headings, passage, perhaps),
        None => Ok(()),
    }
}

/// Chooses what a passage begins with, and is so sure of it.
pub fn choose_opening(
    considered: &mut Considered,
    headings: &Headings,
    passage: PassageId,
    confidence: f32,
) -> Result<()> {
    let (library, space) = (headings.library, headings.space);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_the_same_without_its_number_and_articles() {
        for heading in [
            "How much is a kettle?",
            "3. How much is the kettle?",
            "Q: How much is my kettle?",
            "Q2. How much is a kettle",
        ] {
            assert_eq!(
                collect_letters(strip_number(heading)),
                "howmuchiskettle",
                "{heading}"
            );
        }
    }

    #[test]
    fn questions_are_compared_by_what_tells_which_they_are() {
        let check = |question: &str, heading: &str, is_same: bool, begins: bool| {
            let asked = Asking::of(question, usize::MAX);
            let told = Asking::of(heading, usize::MAX);
            assert_eq!(asked.is_same(&told), is_same, "{question}");
            assert_eq!(asked.is_begin_of(heading), begins, "{question}");
        };

        let oven = "Why won't my oven heat?";
        check("why doesnt the oven heat", oven, true, true);
        check("why is my oven not heating", oven, true, true);
        check("why does my oven heat", oven, false, false);
        check("can't I borrow a pan", "Can I borrow a pan?", true, true);
        check(
            "how to clean the rack",
            "How do I clean my rack?",
            true,
            true,
        );
        check(
            "who cleans the rack",
            "How do I clean my rack?",
            false,
            false,
        );

        let pan = "Can I borrow a pan if I don't know who has it?";
        check("can i borrow a pan", pan, false, true);
        check("how can i borrow a pan", pan, false, false);
        check("can i lend a pan", pan, false, false);
        check("can i borrow a pan for a year", pan, false, false);
    }
}
