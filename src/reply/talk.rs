//! A message to the bot -> an answer if it asks something, else a greeting with an example.
//!
//! People thank it, greet it and talk beside it; none of that is in a text, and a quote for it would be
//! nonsense. The decision that is not obvious: what does not have the form of a question is still looked for,
//! since many type key words, but then only a sure answer counts.

use anyhow::Result;

use crate::analyze::fold;
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::reply::ask::{self, surest, told};
use crate::reply::help;
use crate::reply::naming::find;
use crate::reply::setting::Setting;
use crate::servers::Libraries;

/// Words of which small talk is made, a language a line; see the file.
const SMALL_TALK: &str = include_str!("tables/small_talk.txt");
/// Words that begin a question; the same.
const ASKING: &str = include_str!("tables/asking.txt");
/// More words than this are no small talk, whichever they are.
const LONGEST: usize = 12;
/// Who speaks of these speaks to the bot, and not of a text.
const PERSONS: [&str; 14] = [
    "i", "im", "i'm", "ive", "i've", "i'll", "me", "my", "you", "your", "u", "we", "us", "our",
];

/// Answers a message that mentions the bot, answers it or is written to it.
///
/// # Errors
/// When the index cannot be read.
pub fn reply(
    libraries: Libraries,
    usual: Option<&str>,
    text: &str,
    setting: Setting,
    effort: Effort,
) -> Result<Message> {
    let usual = usual.and_then(|name| find(libraries, name).ok());
    let texts = usual.map_or_else(|| libraries.texts(), |usual| vec![usual]);

    if is_small_talk(text) {
        return help::greeting(libraries, setting.locale());
    }
    if is_question(text) {
        return ask::reply(&texts, text, setting, effort);
    }

    if let Some((texts, found)) = surest(&texts, text, effort)? {
        let is_sure = found.is_answered() && !found.is_perhaps();
        if is_sure && !words(text).any(|word| PERSONS.contains(&word.as_str())) {
            return told(&texts.view, &found, texts.scope, setting);
        }
    }
    help::greeting(libraries, setting.locale())
}

/// Whether a message says nothing that a text could tell: thanks, a greeting, agreement, marks only.
pub fn is_small_talk(text: &str) -> bool {
    let known = |word: &String| listed(SMALL_TALK, word);
    let count = words(text).count();
    count <= LONGEST && words(text).all(|word| known(&stretched(&word)) || known(&word))
}

/// Whether a message has the form of a question.
fn is_question(text: &str) -> bool {
    let ends = text.contains(['?', '？', '؟']) || text.trim_end().ends_with(['か', '吗', '呢']);
    ends || words(text).take(3).any(|word| listed(ASKING, &word))
}

fn listed(table: &str, word: &str) -> bool {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(str::split_whitespace)
        .any(|other| other == word)
}

/// The words of a message, folded, without links, mentions and custom emoji.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .filter(|part| !part.contains("://") && !part.starts_with('<'))
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c)))
        .map(|word| fold(word.trim_matches(['\'', '’'])))
        .filter(|word| !word.is_empty())
}

/// A word with letters that were held down let go: `looool` as `lol`.
fn stretched(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_talk_is_told_from_questions_and_key_words() {
        for talk in [
            "thanks!",
            "Thank you so much",
            "good morning",
            "Good night everyone",
            "help",
            "yes",
            "lol",
            "LOOOOOL",
            "hi",
            "hey bot",
            "ok cool",
            "how are you?",
            "👍",
            "...",
            "nice one",
            "haha that's great",
            "bye",
            "see you later",
            "what's up?",
            "good bot",
            "danke schön",
            "merci beaucoup",
            "gracias",
            "ありがとう",
            "no",
            "sorry",
            "who are you?",
            "are you there?",
            "ty",
            "<:wave:123456789012345678>",
        ] {
            assert!(is_small_talk(talk), "{talk}");
        }
        for other in [
            "Who sued because of the fog bell?",
            "fog bell",
            "the lighthouse",
            "Merlin",
            "BBC",
            "What was good about the morning in Holm?",
            "Isparta",
            "help for the ferryman",
            "灯台",
        ] {
            assert!(!is_small_talk(other), "{other}");
        }
    }

    #[test]
    fn questions_are_known_by_their_marks_and_first_words() {
        for question in [
            "who sued",
            "Where is it",
            "tell me about the storm",
            "祖父の名前は何ですか",
            "so why not",
            "x?",
        ] {
            assert!(is_question(question), "{question}");
        }
        for other in ["fog bell", "I love this book", "the storm was great"] {
            assert!(!is_question(other), "{other}");
        }
    }
}
