//! A message -> the form it has: small talk, a question, key words, something said to the bot.
//!
//! In: what somebody wrote. Out: whether it has that form, by tables of words alone; no text is
//! looked at.

use std::collections::HashSet;
use std::iter;
use std::sync::LazyLock;

use crate::analyze::{fold, is_stop_word};
use crate::language::Language;
use crate::query::{About, is_question_word, is_whether_word, split_parts, strip_to_question};
use crate::reply::wording::sayings::{are_small_talk, begins_request, is_listed};
use crate::sentence::QUESTION_MARKS;

/// Words that begin a question or a request, beside those that always ask; see the file.
const ASKING: &str = include_str!("tables/asking.txt");
/// What ends a question in languages that put it there.
const ASKING_ENDS: [&str; 14] = [
    "か",
    "質問があります",
    "わかりません",
    "分かりません",
    "わからない",
    "分からない",
    "吗",
    "呢",
    "教えて",
    "教えてください",
    "教えて下さい",
    "知りたい",
    "知りたいです",
    "について",
];
/// More words than this are no small talk, whichever they are, and no key words.
const LONGEST: usize = 12;
/// Who speaks of these speaks to the bot, and not of a text.
const PERSONS: [&str; 14] = [
    "i", "im", "i'm", "ive", "i've", "i'll", "me", "my", "you", "your", "u", "we", "us", "our",
];

/// Whether a message says nothing that a text could tell: thanks, a greeting, agreement, marks
/// only, or a question to the bot itself.
pub fn is_small_talk(text: &str) -> bool {
    let said: Vec<String> = message_words(text).collect();
    let says_nothing =
        || said.is_empty() || is_cry(text, &said) || are_small_talk(&said, is_question(text));
    said.len() <= LONGEST && says_nothing()
}

/// Whether a message cries out: "wow, what a sentence!", but not "what a wolf eats".
fn is_cry(text: &str, words: &[String]) -> bool {
    let is_before = |word: &&String| is_listed(&["said", "mood"], word);
    let before = words.iter().take_while(is_before).count();
    let cries =
        matches!(&words[before..], [what, a, _, ..] if what == "what" && (a == "a" || a == "an"));
    cries && text.trim_end().ends_with(['!', '！']) && !text.contains(QUESTION_MARKS)
}

/// Whether one of the first words begins a question or a request.
fn begins_question(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let lines = ASKING.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(fold).collect()
    });
    message_words(text)
        .take(3)
        .any(|word| is_question_word(&word) || WORDS.contains(&word))
}

/// Whether a part of a message ends as a question does in languages that put there what asks.
fn ends_asking(part: &str) -> bool {
    let end = part.trim_end_matches(|c: char| !c.is_alphanumeric());
    ASKING_ENDS.iter().any(|asking| end.ends_with(asking))
}

/// Whether a part of a message asks something about a text, or what is spoken of before it: `I found
/// the letter. who wrote it`.
fn asks_about_text(part: &str) -> bool {
    begins_question(part) && About::of(part, iter::empty()).is_some()
}

/// Whether a message has the form of a question, perhaps behind what people say before one.
pub fn is_question(text: &str) -> bool {
    let ends = split_parts(text).into_iter().any(ends_asking);
    let first: Vec<String> = message_words(text).take(LONGEST).collect();
    text.contains(QUESTION_MARKS)
        || ends
        || begins_question(text)
        || begins_question(&strip_to_question(text))
        || split_parts(text).into_iter().any(asks_about_text)
        || (0..first.len().min(3)).any(|at| begins_request(&first[at..]))
}

/// Whether a message begins as a question does that may be answered with yes, and names something:
/// "is it so" is talk. Others in the channel may be asked.
pub fn asks_whether(text: &str) -> bool {
    let words: Vec<String> = message_words(text).take(LONGEST).collect();
    let is_small = |word: &String| Language::all().any(|language| is_stop_word(word, language));
    let [first, _, rest @ ..] = words.as_slice() else {
        return false;
    };
    is_whether_word(first)
        && !words.iter().any(|word| PERSONS.contains(&word.as_str()))
        && !rest.is_empty()
        && !words[1..].iter().all(is_small)
}

/// Whether a message names some things and says nothing of them.
pub fn are_key_words(text: &str) -> bool {
    let tells = message_words(text).any(|word| is_listed(&["tells"], &word));
    !tells && message_words(text).count() <= LONGEST
}

/// Whether a message speaks of the bot or of who writes it.
pub fn speaks_to_bot(text: &str) -> bool {
    message_words(text).any(|word| PERSONS.contains(&word.as_str()))
}

/// Whether a part of a message is the name of an emoji: `:joy:`.
fn is_typed_emoji(part: &str) -> bool {
    let part = part.trim_end_matches(['!', '.', '?', ',']);
    let name = part
        .strip_prefix(':')
        .and_then(|part| part.strip_suffix(':'));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || c == '+'))
}

/// The words of a message, folded, without links, mentions and custom emoji.
pub fn message_words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .filter(|part| !part.contains("://") && !part.starts_with('<') && !is_typed_emoji(part))
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c)))
        .map(|word| fold(word.trim_matches(['\'', '’'])))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
