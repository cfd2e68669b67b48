//! A question about a text itself: who wrote it, how long it is, what happens in a chapter.
//!
//! A text does not answer these, and what it holds of writing, length and chapters is about other things. A
//! question counts as one only if all its words are known to belong to such a question, so that "who wrote the
//! letter?" is still asked of the text.

use crate::analyze::fold;
use crate::query::bare::bare;

/// What is asked about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Who wrote it; a title if one is named.
    Author(Option<String>),
    /// How long it is; the same.
    Length(Option<String>),
    /// What happens in a part of it, as it is called: `chapter 3`.
    Part(String),
}

/// Words that may stand in any such question.
const ANY: [&str; 54] = [
    "who", "whos", "who's", "whom", "what", "whats", "what's", "is", "was", "are", "has", "have",
    "does", "do", "did", "the", "a", "of", "by", "this", "that", "these", "it", "its", "in", "to",
    "here", "there", "s", "book", "story", "text", "novel", "article", "poem", "document", "tale",
    "work", "name", "called", "and", "all", "wer", "hat", "das", "dieses", "buch", "der", "qui",
    "a", "ce", "livre", "este", "libro",
];
/// Words that ask for the author, for the length, and for what happens.
const AUTHOR: [&str; 12] = [
    "wrote",
    "written",
    "write",
    "writes",
    "author",
    "authors",
    "writer",
    "authored",
    "geschrieben",
    "autor",
    "auteur",
    "escribio",
];
const LENGTH: [&str; 9] = [
    "long",
    "many",
    "how",
    "words",
    "pages",
    "chapters",
    "length",
    "much",
    "wordcount",
];
/// The length of a text is asked for with one of these.
const COUNTS: [&str; 6] = ["long", "words", "pages", "chapters", "length", "wordcount"];
const HAPPENING: [&str; 16] = [
    "what",
    "happens",
    "happened",
    "happen",
    "goes",
    "on",
    "going",
    "about",
    "tell",
    "me",
    "summarize",
    "summarise",
    "summary",
    "plot",
    "begins",
    "ends",
];
/// What a text says of itself is asked for with one of these, or with nothing at all behind the author.
const ITSELF: [&str; 13] = [
    "book", "story", "text", "novel", "article", "poem", "document", "tale", "this", "it", "buch",
    "livre", "libro",
];

impl About {
    /// What a question asks about one of the texts with these titles.
    pub fn of<'a>(question: &str, titles: impl Iterator<Item = &'a str>) -> Option<About> {
        let asked = words(question);
        if asked.is_empty() || asked.len() > 20 {
            return None;
        }

        // Nearly all questions end here: of a large library the titles are many.
        let may_ask = |word: &String| {
            let word = word.as_str();
            AUTHOR.contains(&word) || COUNTS.contains(&word)
        };
        if !asked.iter().any(may_ask) {
            return part(question).map(About::Part);
        }

        let (rest, title) = without_title(&asked, titles);
        let has = |list: &[&str]| rest.iter().any(|word| list.contains(&word.as_str()));
        let only = |list: &[&str]| {
            let known =
                |word: &String| ANY.contains(&word.as_str()) || list.contains(&word.as_str());
            rest.iter().all(known)
        };
        let is_itself = has(&ITSELF) || title.is_some();

        if has(&AUTHOR) && only(&AUTHOR) && (is_itself || has(&["author", "autor", "auteur"])) {
            return Some(About::Author(title));
        }
        if has(&["how", "length"]) && has(&COUNTS) && only(&LENGTH) && is_itself {
            return Some(About::Length(title));
        }
        part(question).map(About::Part)
    }
}

/// The part of a text of which a question asks what happens in it.
fn part(question: &str) -> Option<String> {
    const PARTS: [&str; 8] = [
        "chapter", "chap", "ch", "kapitel", "chapitre", "capitulo", "part", "book",
    ];
    let asked = words(&bare(question));
    let at = asked
        .iter()
        .position(|word| PARTS.contains(&word.as_str()))?;
    let number = asked.get(at + 1)?;
    let before = &asked[..at];
    let is_asked =
        |word: &String| HAPPENING.contains(&word.as_str()) || ANY.contains(&word.as_str());

    let is_number = number
        .chars()
        .all(|c| c.is_ascii_digit() || "ivxlc".contains(c))
        || [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ]
        .contains(&number.as_str());
    let happens = before
        .iter()
        .any(|word| HAPPENING[1..].contains(&word.as_str()));
    let is_bare = words(question).len() > before.len() + 2;
    let ends = asked.len() == at + 2;
    (is_number && ends && before.iter().all(is_asked) && (happens || is_bare || before.is_empty()))
        .then(|| format!("{} {number}", asked[at]))
        // "Chapter 3" alone is asked of the text, too: it may be words of it.
        .filter(|_| !before.is_empty() || is_bare)
}

/// The words without those of a title that they hold, and that title; the longest counts.
fn without_title<'a>(
    asked: &[String],
    titles: impl Iterator<Item = &'a str>,
) -> (Vec<String>, Option<String>) {
    let mut best: Option<(usize, usize, &str)> = None;
    for title in titles {
        let wanted = words(title);
        let found = asked
            .windows(wanted.len().max(1))
            .position(|w| *w == *wanted);
        if let Some(at) = found.filter(|_| wanted.len() > best.map_or(0, |(_, length, _)| length)) {
            best = Some((at, wanted.len(), title));
        }
    }

    match best {
        Some((at, length, title)) => {
            let rest = [&asked[..at], &asked[at + length..]].concat();
            (rest, Some(title.to_owned()))
        }
        None => (asked.to_vec(), None),
    }
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c));
    parts.map(fold).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(question: &str) -> Option<About> {
        About::of(question, ["The Long Road", "Alice"].into_iter())
    }

    #[test]
    fn questions_about_a_text_are_told_from_those_that_it_answers() {
        let road = || Some("The Long Road".to_owned());
        for (question, expected) in [
            ("Who wrote this book?", About::Author(None)),
            ("who is the author", About::Author(None)),
            ("Who's the author of this story?", About::Author(None)),
            ("By whom was it written?", About::Author(None)),
            ("Who wrote The Long Road?", About::Author(road())),
            ("How long is this book?", About::Length(None)),
            ("How many chapters does it have?", About::Length(None)),
            ("How long is The Long Road?", About::Length(road())),
            (
                "What happens in chapter 3?",
                About::Part("chapter 3".to_owned()),
            ),
            (
                "Tell me what happens in chapter IV",
                About::Part("chapter iv".to_owned()),
            ),
        ] {
            assert_eq!(of(question), Some(expected), "{question}");
        }

        for question in [
            "Who wrote the letter?",
            "Who wrote in this book that the key was lost?",
            "How long was the bridge?",
            "How many words did he say?",
            "What happens in chapter 3 to the ferryman?",
            "chapter 3",
            "Who is Alice?",
            "What is it?",
            "Who was there?",
            "",
        ] {
            assert_eq!(of(question), None, "{question}");
        }
    }
}
