//! A message to the bot -> an answer if it asks something, else a greeting with an example.
//!
//! People thank it, greet it and talk beside it; none of that is in a text, and a quote for it would be
//! nonsense. The decision that is not obvious: what does not have the form of a question is still looked for,
//! since many type key words, but then only a sure answer counts.

use std::collections::HashSet;
use std::sync::LazyLock;

use anyhow::Result;

use crate::analyze::{fold, is_stop_word, tokens};
use crate::answer::Answer;
use crate::language::Language;
use crate::query::bare;
use crate::reader::Effort;
use crate::render::discord::message::Message;
use crate::reply::ask::{self, surest, told};
use crate::reply::help;
use crate::reply::naming::find;
use crate::reply::sayings::{is_listed, is_request, is_said};
use crate::reply::search;
use crate::reply::setting::Setting;
use crate::search::{Manner, find as find_words};
use crate::servers::{Libraries, Texts, View};

/// Words that begin a question, a language a line; see the file.
const ASKING: &str = include_str!("tables/asking.txt");
/// What ends a question in languages that put it there.
const ASKING_ENDS: [&str; 9] = [
    "か",
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

    if words(text).any(|word| PERSONS.contains(&word.as_str())) {
        return help::greeting(libraries, setting.locale());
    }
    if let Some((texts, found)) = surest(&texts, text, effort)? {
        let is_sure = found.is_answered() && !found.is_perhaps();
        if is_sure || are_key_words(text) && stand_together(&texts.view, &found)? {
            return told(&texts.view, &found, texts.scope, setting);
        }
    }
    let named = without_article(text);
    if are_key_words(text) && stand_there(&texts, named)? {
        // A button knows what was searched for only from what is shown.
        let setting = Setting {
            beneath: false,
            ..setting
        };
        return search::reply(&texts, named, setting);
    }
    help::greeting(libraries, setting.locale())
}

/// Key words without a small word before them: "the wren" may stand there as "a wren".
fn without_article(text: &str) -> &str {
    let is_small = |word: &str| Language::all().any(|one| is_stop_word(&fold(word), one));
    let parts = text.trim().split_once(' ');
    parts.map_or(
        text,
        |(first, rest)| if is_small(first) { rest } else { text },
    )
}

/// Whether some words stand in a text as they are written.
fn stand_there(texts: &[Texts], text: &str) -> Result<bool> {
    for one in texts {
        let hits = find_words(&one.view, text, one.scope)?;
        if hits.manner == Manner::Phrase && !hits.passages.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a message says nothing that a text could tell: thanks, a greeting, agreement, marks only, or a question to the
/// bot itself.
pub fn is_small_talk(text: &str) -> bool {
    let said: Vec<String> = words(text).collect();
    said.len() <= LONGEST && (said.is_empty() || is_said(&said, is_question(text)))
}

/// Whether one of the first words begins a question or a request.
fn begins_a_question(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let lines = ASKING.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(fold).collect()
    });
    words(text).take(3).any(|word| WORDS.contains(&word))
}

/// Whether a message has the form of a question, perhaps behind what people say before one.
fn is_question(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = ASKING_ENDS.iter().any(|asking| end.ends_with(asking));
    let first: Vec<String> = words(text).take(LONGEST).collect();
    text.contains(['?', '？', '؟'])
        || ends
        || begins_a_question(text)
        || begins_a_question(&bare(text))
        || (0..first.len().min(3)).any(|at| is_request(&first[at..]))
}

/// Whether a message names some things and says nothing of them.
fn are_key_words(text: &str) -> bool {
    let tells = words(text).any(|word| is_listed(&["tells"], &word));
    !tells && words(text).count() <= LONGEST
}

/// Whether several words were looked for, and all stand in the passage that fits best.
fn stand_together(library: &View, found: &Answer) -> Result<bool> {
    let Some(best) = found.passages.first() else {
        return Ok(false);
    };

    let document = best.passage.span.document;
    let language = library.document(document)?.language;
    let text = library.full_text(document)?;
    let there: HashSet<String> = best
        .highlights
        .iter()
        .flat_map(|range| tokens(&text[range.clone()], language))
        .map(|token| token.term)
        .collect();
    let is_there = |(term, _): &(String, f32)| there.contains(term);
    Ok(found.terms.len() > 1 && found.terms.iter().all(is_there))
}

/// The words of a message, folded, without links, mentions and custom emoji.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .filter(|part| !part.contains("://") && !part.starts_with('<'))
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c)))
        .map(|word| fold(word.trim_matches(['\'', '’'])))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every question of a file with known answers.
    fn asked(path: &str) -> Vec<String> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/truth")
            .join(path);
        let text = std::fs::read_to_string(path).unwrap();
        let question = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let asks = line["kind"] != "smalltalk";
            asks.then(|| line["question"].as_str().unwrap().to_owned())
        };
        text.lines().filter_map(question).collect()
    }

    #[test]
    fn no_question_with_a_known_answer_is_small_talk() {
        let files = [
            "everyday.jsonl",
            "lighthouse.jsonl",
            "the-birth-of-aws.jsonl",
            "short/night-train.jsonl",
            "short/seed-beetle.jsonl",
            "short/tool-library.jsonl",
            "languages/french.jsonl",
            "languages/german.jsonl",
            "languages/japanese.jsonl",
        ];
        let questions: Vec<String> = files.into_iter().flat_map(asked).collect();
        assert!(questions.len() > 40);
        for question in questions {
            assert!(!is_small_talk(&question), "{question}");
        }
    }

    #[test]
    fn what_is_said_to_the_bot_is_small_talk_in_several_languages() {
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
            "tell me a joke",
            "what is your name?",
            "What's your name",
            "wait what",
            "why?",
            "where?",
            "what do you think?",
            "where are you from?",
            "what's new?",
            "how come?",
            "why not?",
            "tell me more",
            "go on",
            "makes sense",
            "hey, got a minute?",
            "what day is it today?",
            "what can you do?",
            "how do you work?",
            "who made you?",
            "do you like books?",
            "what time is it?",
            "could you repeat that?",
            "anyone here?",
            "what a lovely day",
            "how old are you?",
            "when?",
            "and then?",
            "explain",
            "can you help me?",
            "do you sleep?",
            "any recommendations?",
            "any good suggestions",
            "can someone link the book?",
            "could you send me the link please",
            "Hi! How are you doing today?",
            "lol what?",
            "are you a bot",
            "are you a real person?",
            "ok so who created you?",
            "thanks, and what else can you do?",
            "tell me about yourself",
            "sing me a song",
            "is anyone there?",
            "what do you mean by that?",
            "I don't understand",
            "do you speak German?",
            "never mind",
            "can I ask you something?",
            "what does that mean?",
            "wie geht's?",
            "Wie geht es dir?",
            "wer bist du?",
            "Was kannst du?",
            "erzähl mir einen Witz",
            "ça va?",
            "Comment ça va ?",
            "qui es-tu ?",
            "Raconte-moi une blague",
            "¿Cómo estás?",
            "¿Quién eres?",
            "¿Qué puedes hacer?",
            "come stai?",
            "tudo bem?",
            "как дела?",
            "Кто ты?",
            "Как тебя зовут?",
            "Что ты умеешь?",
            "元気ですか？",
            "あなたは誰ですか",
            "こんにちは！お元気ですか？",
            "何ができますか？",
            "你好吗？",
            "你是谁",
        ] {
            assert!(is_small_talk(talk), "{talk}");
        }
    }

    #[test]
    fn what_a_text_may_tell_is_no_small_talk() {
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
            "I want to know about the muck",
            "Jassy Harvard",
            "Bezos house meeting",
            "who is that man?",
            "Who was the robot?",
            "who was that robot",
            "what was the job of the man?",
            "What is true love?",
            "Who loved the man?",
            "who is he?",
            "what was he doing?",
            "was the man sorry?",
            "Who made the bell?",
            "what is her name?",
            "Where is he from?",
            "how old is the keeper?",
            "what did the robot say",
            "Why did she go on?",
            "what can you see from the tower?",
            "What do you need to open the gate?",
            "do you know Jassy?",
            "who told a joke?",
            "What time did the bell ring?",
            "what day did the ferry sink?",
            "tell me more about the storm",
            "explain the muck",
            "what happened then?",
            "When did they meet?",
            "how is the weather in Holm?",
            "can you help me find the ferryman?",
            "who are the keepers?",
            "Was kann der Wärter tun?",
            "Wie heißt der Hund?",
            "wer hat den Turm gebaut?",
            "Qui est le gardien ?",
            "¿Quién es el farero?",
            "Кто такой Обломов?",
            "как зовут смотрителя?",
            "祖父の名前は何ですか？",
            "灯台守は誰ですか",
            "谁是看守？",
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
            "could anybody here please remind me what colour the flag had",
            "hello everyone, quick question for the bot: who sued",
            "x?",
            "I want to know about the muck",
            "I'd like to know more about Pinkham",
            "I'm curious about the bell",
            "looking for the ferryman",
            "ok I wonder about the storm",
            "ich möchte wissen, wo der Turm steht",
            "je voudrais savoir où est la cloche",
            "quiero saber más de la campana",
            "хочу узнать о маяке",
            "灯台について教えて",
        ] {
            assert!(is_question(question), "{question}");
        }
        for other in ["fog bell", "I love this book", "the storm was great"] {
            assert!(!is_question(other), "{other}");
        }
    }

    #[test]
    fn key_words_name_things_and_say_nothing_of_them() {
        for (text, are) in [
            ("Jassy Harvard", true),
            ("Bezos house meeting", true),
            ("the price of the lamp", true),
            ("the storm was great", false),
            ("that is the best book", false),
        ] {
            assert_eq!(are_key_words(text), are, "{text}");
        }
    }
}
