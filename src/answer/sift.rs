//! Windows -> those that may answer, where it can be seen that others tell of something else.

use crate::analyze::is_stop_word;
use crate::document::Table;
use crate::index::Library;
use crate::language::Language;
use crate::query::Query;
use crate::quote::extend::is_question;
use crate::quote::features::{HOLDS_QUESTION, held_share};
use crate::quote::{Window, window_span};
use crate::rank::Ranked;
use crate::rank::asked::Asked;

/// Content words of the longest question that asks of nothing but what it names: a name, and what
/// became of it.
const FEW_WORDS: usize = 2;

/// What somebody or something that was named is called later, behind *the*.
const STAND_INS: [&str; 24] = [
    "band",
    "book",
    "city",
    "club",
    "company",
    "district",
    "event",
    "firm",
    "game",
    "group",
    "island",
    "king",
    "mission",
    "organisation",
    "organization",
    "party",
    "place",
    "product",
    "queen",
    "school",
    "server",
    "service",
    "ship",
    "town",
];
/// Bytes before and behind a sentence that are looked through for the name that it begins with.
const AROUND: usize = 50_000;

/// The windows without those that are nothing but the head of a table. All, if none is left.
pub fn drop_table_heads(library: &Library, ranked: &[Ranked], windows: Vec<Window>) -> Vec<Window> {
    let is_head = |window: &Window| {
        let span = window_span(&ranked[window.passage], &window.sentences);
        let info = library.document(span.document).ok();
        let table = info.and_then(|info| Table::find_at(&info.tables, span.start));
        table.is_some_and(|table| span.end <= table.head.end)
    };
    drop_unless_all(windows, is_head)
}

/// The windows without those that ask what is asked and end their passage, so that nothing that
/// answers can be quoted with it. All, if none is left.
pub fn drop_open_questions(
    library: &Library,
    asked: &Asked,
    ranked: &[Ranked],
    windows: Vec<Window>,
) -> Vec<Window> {
    let is_open = |window: &Window| {
        let passage = &ranked[window.passage];
        let seen = &passage.candidate;
        let shown = library.text(window_span(passage, &window.sentences));
        window.sentences.end == seen.sentences.len()
            && held_share(asked, seen, &window.sentences) > HOLDS_QUESTION
            && shown.is_ok_and(is_question)
    };
    drop_unless_all(windows, is_open)
}

/// The windows without those that lack the name that a short question is about, and have a sentence
/// that begins with another: who founded another company is no answer. All, if none is left.
pub fn drop_other_names(
    library: &Library,
    query: &Query,
    asked: &Asked,
    ranked: &[Ranked],
    windows: Vec<Window>,
) -> Vec<Window> {
    let Some(name) = find_only_name(query, asked, ranked) else {
        return windows;
    };

    let begins_with_another = |passage: &Ranked, sentence: usize| {
        let span = window_span(passage, &(sentence..sentence + 1));
        let Ok(text) = library.full_text(span.document) else {
            return false;
        };
        let word = first_word(&text[span.range()]);
        word.is_some_and(|word| is_name_in(word, query.language, cut_around(text, span.start)))
    };
    let is_of_another = |window: &Window| {
        let passage = &ranked[window.passage];
        let mut sentences = window.sentences.clone();
        passage.candidate.count(sentences.clone(), name) == 0
            && !library
                .text(window_span(passage, &sentences))
                .is_ok_and(has_stand_in)
            && sentences.any(|sentence| begins_with_another(passage, sentence))
    };

    drop_unless_all(windows, is_of_another)
}

/// The windows without some; all, if none is left.
fn drop_unless_all(windows: Vec<Window>, drops: impl Fn(&Window) -> bool) -> Vec<Window> {
    let fitting = windows.iter().filter(|window| !drops(window));
    let fitting: Vec<Window> = fitting.cloned().collect();
    if fitting.is_empty() { windows } else { fitting }
}

/// The term of a short question that the texts write with a capital even inside a sentence, if it
/// is the only one.
fn find_only_name(query: &Query, asked: &Asked, ranked: &[Ranked]) -> Option<usize> {
    let content: Vec<usize> = asked.content().map(|(at, _)| at).collect();
    let tells_names = query.language.keeps_capitals_for_names();
    if !tells_names || query.is_lookup() || content.len() > FEW_WORDS {
        return None;
    }

    let is_name = |term: &usize| {
        let hits = ranked.iter().flat_map(|one| {
            let seen = &one.candidate;
            let hits = seen.hits(seen.all()).iter();
            hits.filter(|hit| hit.term == *term)
                .map(|hit| &seen.words[hit.at])
        });
        let mut inside = hits.filter(|word| !word.first).peekable();
        inside.peek().is_some() && inside.all(|word| word.capital)
    };
    let mut names = content.into_iter().filter(is_name);
    names.next().filter(|_| names.next().is_none())
}

/// Whether a text has words that may stand for a name: "Ebner founded the company".
fn has_stand_in(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    words.windows(2).any(|pair| {
        ["the", "this", "that"].contains(&pair[0].as_str()) && STAND_INS.contains(&pair[1].as_str())
    })
}

fn first_word(shown: &str) -> Option<&str> {
    let word = shown.split_whitespace().next()?;
    Some(word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty())
}

/// A text as far as it is looked through around a place.
fn cut_around(text: &str, at: usize) -> &str {
    let start = text.ceil_char_boundary(at.saturating_sub(AROUND));
    let end = text.floor_char_boundary(text.len().min(at + AROUND));
    &text[start..end]
}

/// Whether a word that begins a sentence is a name: it has a capital or a digit within, or a text
/// writes it with a capital inside a sentence.
fn is_name_in(word: &str, language: Language, text: &str) -> bool {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    if !is_capital || is_stop_word(&word.to_lowercase(), language) {
        return false;
    }
    if letters.any(|c| c.is_uppercase() || c.is_ascii_digit()) {
        return true;
    }

    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].strip_suffix(char::is_whitespace);
        before.is_some_and(|before| before.ends_with(|c: char| c.is_lowercase() || c == ','))
    })
}
