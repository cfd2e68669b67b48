//! A window that was chosen -> the same with a sentence beside it, without which it says too
//! little.

use std::ops::Range;

use crate::analyze::fold;
use crate::analyze::marks::Marks;
use crate::query::{is_question_word, is_whether_word};
use crate::quote::{MAX_SENTENCES, Window};
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Word};
use crate::sentence::QUESTION_MARKS;
use crate::sentence::lines::is_item;

/// Words of the longest quote with such a sentence: as many as fit on a phone without turning a
/// page.
const MOST_WORDS: u32 = 45;
/// Words of the longest quote that tells how something is done.
pub const STEPS_WORDS: u32 = 60;
/// What somebody does who asks whether something is so, and words behind that up to `whether`.
const ASKS: [&str; 9] = [
    "ask",
    "asks",
    "asked",
    "asking",
    "wonder",
    "wonders",
    "wondered",
    "wondering",
    "unsure",
];
const WORDS_TO_WHETHER: usize = 3;
/// Who asks is told behind a question in no more words.
const SPEAKER_WORDS: usize = 6;

/// The window with the sentence behind it, where it ends with a question, which what follows may
/// answer, or with a colon, behind which it stands.
pub fn extend_to_what_follows(window: &Window, ranked: &[Ranked], shown: &str) -> Window {
    let seen = &ranked[window.passage].candidate;
    let end = window.sentences.end;

    // `"Where is she bound?" asked the widow.`
    let behind = shown.rsplit_once(QUESTION_MARKS);
    let is_told = behind.is_some_and(|(_, behind)| is_speaker(behind));
    let announces = shown.ends_with([':', '：']);
    let asks = is_question(shown) || asks_indirectly(shown);
    if !is_told && !asks && !announces || end >= seen.sentences.len() {
        return window.clone();
    }

    take_in(window, seen, end)
}

/// Whether a text ends with a question that nobody tells of.
pub fn is_question(shown: &str) -> bool {
    shown.ends_with(QUESTION_MARKS) || asks_unmarked(shown)
}

/// Whether what stands behind a question says who asks it, as on its line.
fn is_speaker(behind: &str) -> bool {
    !behind.contains('\n') && behind.split_whitespace().count() <= SPEAKER_WORDS
}

/// Whether the last sentence of a text asks without a mark, as people do in a chat:
/// `Old Per: hey all. who has the kettle`.
fn asks_unmarked(shown: &str) -> bool {
    let line = shown.lines().last().unwrap_or_default();
    let said = line
        .rsplit([':', '.', '!'])
        .find(|said| said.starts_with(' '));
    let said = said.unwrap_or(line);
    let asks = |word: String| is_question_word(&word) || is_whether_word(&word);
    said.ends_with(char::is_alphanumeric)
        && said.split_whitespace().next().map(fold).is_some_and(asks)
}

/// Whether a text ends with a question that somebody is said to ask: `ops asked whether it works`.
pub fn asks_indirectly(shown: &str) -> bool {
    let said = shown.trim_end_matches(['.', '…', '"', '”', ' ']);
    let last = said
        .rsplit(['.', '!', '?', '\n'])
        .next()
        .unwrap_or_default();
    let words: Vec<String> = last.split_whitespace().map(fold).collect();

    let asks = |at: usize| {
        let behind = words[at + 1..].iter().take(WORDS_TO_WHETHER);
        ASKS.contains(&words[at].as_str())
            && behind
                .into_iter()
                .any(|word| word == "whether" || word == "if")
    };
    (0..words.len()).any(asks)
}

/// The window with the sentence before it, where it opens with a pronoun and that sentence may hold
/// the name.
pub fn extend_to_name(window: &Window, ranked: &[Ranked]) -> Window {
    let seen = &ranked[window.passage].candidate;
    let first = seen.words(window.sentences.clone()).first();
    let opens_with_pronoun = first.is_some_and(|word| word.marks.has(Marks::PRONOUN));
    let Some(before) = window.sentences.start.checked_sub(1) else {
        return window.clone();
    };

    let is_name = |word: &Word| word.capital && !word.stop && !word.marks.has(Marks::PRONOUN);
    let has_name = || seen.words(before..before + 1).iter().any(is_name);
    if !opens_with_pronoun || !has_name() {
        return window.clone();
    }

    take_in(window, seen, before)
}

/// The window with the sentences behind it in its paragraph or its list, as far as a quote may go:
/// the steps of something, in the text of their document.
pub fn extend_to_steps(window: &Window, ranked: &[Ranked], text: &str) -> Window {
    let seen = &ranked[window.passage].candidate;
    let goes_on = |next: usize| {
        let gap = &text[seen.sentences[next - 1].range.end..seen.sentences[next].range.start];
        !gap.contains('\n') || is_item(line_at(text, seen.sentences[next].range.start))
    };

    let mut steps = window.clone();
    while steps.sentences.end < seen.sentences.len() && goes_on(steps.sentences.end) {
        let longer = take_in_within(STEPS_WORDS, &steps, seen, steps.sentences.end);
        if longer.sentences == steps.sentences {
            break;
        }
        steps = longer;
    }
    steps
}

/// The window with all of the item of a list that it is in, if that fits: what is forbidden is often
/// said behind what is done.
pub fn extend_to_item(window: &Window, ranked: &[Ranked], text: &str) -> Window {
    let seen = &ranked[window.passage].candidate;
    let place = |at: usize| &seen.sentences[at].range;
    let breaks = |at: usize| text[place(at - 1).end..place(at).start].contains('\n');

    let from = (1..=window.sentences.start).rev().find(|at| breaks(*at));
    let from = from.unwrap_or_default();
    let to = (window.sentences.start + 1..seen.sentences.len()).find(|at| breaks(*at));
    let item = from..to.unwrap_or(seen.sentences.len());

    let words = seen.length(item.clone());
    let is_listed = is_item(line_at(text, place(from).start));
    let is_inside = window.sentences.end <= item.end;
    if !is_listed || !is_inside || item.len() > MAX_SENTENCES || words > MOST_WORDS {
        return window.clone();
    }
    Window {
        sentences: item,
        words,
        ..window.clone()
    }
}

fn line_at(text: &str, start: usize) -> &str {
    text[start..].lines().next().unwrap_or_default()
}

/// The window with the sentence behind it, where that has something of the question that the window
/// has not: "Breakfast is included. Lunch is not."
pub fn extend_to_contrast(window: &Window, ranked: &[Ranked], asked: &Asked) -> Window {
    let seen = &ranked[window.passage].candidate;
    let behind = window.sentences.end;
    if behind >= seen.sentences.len() {
        return window.clone();
    }

    let has = |sentences: Range<usize>, term| seen.count(sentences, term) > 0;
    let mut content = asked.content().map(|(term, _)| term);
    let is_new = |term| has(behind..behind + 1, term) && !has(window.sentences.clone(), term);
    if content.any(is_new) {
        take_in(window, seen, behind)
    } else {
        window.clone()
    }
}

/// The window with a sentence beside it, if it does not get too long.
fn take_in(window: &Window, seen: &Candidate, sentence: usize) -> Window {
    take_in_within(MOST_WORDS, window, seen, sentence)
}

/// The same, if it gets no more than so many words.
fn take_in_within(most: u32, window: &Window, seen: &Candidate, sentence: usize) -> Window {
    let words = window.words + seen.words(sentence..sentence + 1).len() as u32;
    if window.sentences.len() == MAX_SENTENCES || words > most {
        return window.clone();
    }

    let start = window.sentences.start;
    let end = window.sentences.end;
    Window {
        sentences: start.min(sentence)..end.max(sentence + 1),
        words,
        ..window.clone()
    }
}
