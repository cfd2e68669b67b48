//! A question of which texts are by somebody: `which books are by Ada Quill?`, `anything by Quill`.
//!
//! What is not obvious: whoever is the author of none is told so only where the question can mean
//! nothing else. A text may tell of the story that somebody told.

use super::About;
use super::wording::{Wording, folded_words};

/// Lists whose words may stand around the name.
const AROUND: [&str; 9] = [
    "any",
    "itself",
    "noun",
    "shelf",
    "shelf with",
    "thing",
    "by",
    "author",
    "author one",
];

/// Whose texts are asked for; `authors` are those who are known.
pub fn parse_author_question(
    question: &str,
    asked: &[String],
    authors: &[&str],
    wording: &Wording,
) -> Option<About> {
    let is_around = |word: &String| AROUND.iter().any(|list| wording.is_in(list, word));
    let start = asked.iter().position(|word| !is_around(word))?;
    let end = asked.iter().rposition(|word| !is_around(word))? + 1;
    let (name, rest) = (
        &asked[start..end],
        [&asked[..start], &asked[end..]].concat(),
    );

    let is_plural = wording.has("shelf", &rest) || wording.has("thing", &rest);
    let asks = is_plural || wording.has("noun", &rest);
    if !asks || !wording.has("by", &rest) && !wording.has("author", &rest) {
        return None;
    }
    let is_called = |author: &&&str| {
        let own = folded_words(author);
        name.iter().all(|word| own.contains(word))
    };
    let called: Vec<String> = authors
        .iter()
        .filter(is_called)
        .map(|one| (*one).to_owned())
        .collect();
    if !called.is_empty() {
        return Some(About::By(called));
    }

    let written: Vec<&str> = question
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let written = written.get(start..end)?;
    let by = asked[..start].last()?;
    let is_name = written
        .iter()
        .all(|word| word.starts_with(char::is_uppercase));
    let is_meant = is_plural && wording.is_in("by", by) && !wording.is_in("any", by);
    (is_name && is_meant).then(|| About::ByNobody(written.join(" ")))
}
