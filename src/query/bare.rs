//! A question as it is put to a person -> what of it asks about a text.
//!
//! People greet, explain themselves and say please, and on Discord a message holds links, mentions
//! and emoji; none of that stands in a text, and it would outweigh what does. In: the question as
//! it was typed. Out: a part of it, or all of it where taking something away would leave nothing to
//! ask.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::analyze::fold;

/// Words of which the frame around a question is made, and those without which it is none (`core`);
/// and ends of polite Japanese questions, which would be cut into words that mean something else:
/// whole ones (`polite`), and those made of three parts (`link`, `verb`, `please`).
const FRAMES: &str = include_str!("frames.txt");
/// Marks that end a part of a question, if white space or nothing follows.
const ENDS: [char; 9] = ['.', '!', '?', ';', ',', ':', '\n', '—', '–'];
/// The same where no white space follows.
const UNSPACED_ENDS: [char; 4] = ['。', '？', '！', '、'];
/// Words by which somebody speaks of themselves.
const PERSONAL: [&str; 29] = [
    "i", "im", "i'm", "ive", "i've", "i'd", "i'll", "me", "my", "we", "us", "our", "ich", "mich",
    "mir", "mein", "meine", "wir", "uns", "je", "moi", "nous", "mon", "yo", "nos", "мне", "меня",
    "нам", "私",
];
/// The question without what is only said around it.
pub fn strip_to_question(question: &str) -> String {
    let plain = strip_references(question);
    let asked = strip_frame(&plain);
    let asked = strip_politeness(&asked);

    [asked, plain]
        .into_iter()
        .find(|text| text.chars().any(char::is_alphanumeric))
        .unwrap_or_else(|| question.to_owned())
}

/// Without links, mentions, custom emoji and the like: `<@1>`, `<#2>`, `<:name:3>`, `</ask:4>`,
/// `<t:5>`.
fn strip_references(question: &str) -> String {
    let mut out = String::with_capacity(question.len());
    let mut rest = question;
    while let Some(c) = rest.chars().next() {
        let length = reference_length(rest).unwrap_or(0);
        if length > 0 {
            out.push(' ');
            rest = &rest[length..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }

    out
}

/// Bytes of the reference that a text begins with, or of a mark that hides it or shows it as code.
fn reference_length(text: &str) -> Option<usize> {
    if let Some(mark) = ["||", "`"].into_iter().find(|mark| text.starts_with(mark)) {
        return Some(mark.len());
    }
    if ["http://", "https://", "www."]
        .iter()
        .any(|start| text.starts_with(start))
    {
        return Some(text.find(char::is_whitespace).unwrap_or(text.len()));
    }

    let inner = text.strip_prefix('<')?;
    let kinds = ["@", "#", ":", "a:", "/", "t:", "id:", "http"];
    let end = inner
        .find('>')
        .filter(|end| !inner[..*end].contains('\n'))?;
    let is_ours = kinds.iter().any(|kind| inner.starts_with(kind));
    is_ours.then_some(end + 2)
}

/// The parts of the question that ask, without the words of a frame before them.
fn strip_frame(question: &str) -> String {
    // What is quoted is looked for as it stands.
    if question.contains(['"', '“', '”', '„', '«', '「']) {
        return question.to_owned();
    }

    let parts = split_parts(question);
    let is_about_text = |part: &&str| is_asking(part) && !is_reason(part);
    let first = parts.iter().position(is_about_text);

    // What somebody says of themselves before they ask is not asked; behind that it may be
    // somebody's words.
    let kept = parts.iter().enumerate().filter(|(at, part)| {
        first.is_none_or(|first| (*at >= first || !is_personal(part)) && !is_reason(part))
    });
    let kept: Vec<&str> = kept
        .map(|(_, part)| skip_frame(part))
        .filter(|part| part.chars().any(char::is_alphanumeric))
        .collect();
    kept.join(" ").trim().to_owned()
}

/// The question in parts, each with the mark that ends it.
fn split_parts(question: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in question.char_indices() {
        let end = at + c.len_utf8();
        let next = question[end..].chars().next();
        let ends = ENDS.contains(&c) && next.is_none_or(char::is_whitespace);

        if ends || UNSPACED_ENDS.contains(&c) {
            parts.push(&question[start..end]);
            start = end;
        }
    }

    parts.push(&question[start..]);
    parts
}

/// Whether a part of a question asks something of a text.
fn is_asking(part: &str) -> bool {
    let behind = skip_frame(part);
    let mut words = words_with_ranges(behind).map(|(_, word)| word);
    // `On which day did` asks, too, but not `I could not find where`.
    words
        .by_ref()
        .take(3)
        .any(|word| is_listed("asking", &word))
}

/// Whether somebody speaks of themselves in it.
fn is_personal(part: &str) -> bool {
    words_with_ranges(part).any(|(_, word)| PERSONAL.contains(&word.as_str()))
}

/// Whether it says why somebody asks.
fn is_reason(part: &str) -> bool {
    let first = words_with_ranges(part).next().map(|(_, word)| word);
    let reasons = ["because", "since", "as", "even", "but", "cause"];
    first.is_some_and(|word| reasons.contains(&word.as_str())) && is_personal(part)
}

/// What stands behind the words of a frame: `Can you tell me who sued?` -> `who sued?`.
fn skip_frame(part: &str) -> &str {
    let mut end = 0;
    let mut is_frame = false;
    for (at, word) in words_with_ranges(part) {
        if !is_listed("frame", &word) && !is_listed("core", &word) {
            break;
        }
        is_frame |= is_listed("core", &word);
        end = at.end;
    }

    if is_frame {
        part[end..].trim_start_matches([' ', '-'])
    } else {
        part
    }
}

fn strip_politeness(question: &str) -> String {
    let end = question.trim_end_matches(|c: char| !c.is_alphanumeric());
    let asked = polite_request(end).or_else(|| strip_listed_end(end, "polite"));
    asked.unwrap_or(question).to_owned()
}

/// What somebody asks to be told in polite Japanese: `…か教えていただけますか`.
fn polite_request(question: &str) -> Option<&str> {
    let told = strip_listed_end(question, "please").unwrap_or(question);
    strip_listed_end(strip_listed_end(told, "verb")?, "link")
}

/// A text without the longest of the ends listed that it has.
fn strip_listed_end<'a>(text: &'a str, list: &'static str) -> Option<&'a str> {
    let ends = listed_words(list).filter_map(|end| text.strip_suffix(end));
    ends.min_by_key(|rest| rest.len())
}

fn is_listed(list: &str, word: &str) -> bool {
    static LISTS: LazyLock<HashMap<&str, HashSet<String>>> = LazyLock::new(|| {
        let names = ["frame", "core", "asking"];
        let folded = |name| (name, listed_words(name).map(fold).collect());
        names.into_iter().map(folded).collect()
    });
    LISTS.get(list).is_some_and(|words| words.contains(word))
}

/// The words of a list as they are written.
fn listed_words(list: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = FRAMES.lines().filter_map(|line| line.split_once(' '));
    let lines = lines.filter(move |(name, _)| *name == list);
    lines.flat_map(|(_, words)| words.split(' '))
}

/// The words, folded, with the bytes of each.
fn words_with_ranges(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, String)> {
    let is_letter = |c: char| c.is_alphanumeric() || "'’".contains(c);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let length = text[start..].find(|c| !is_letter(c));
        at = length.map_or(text.len(), |length| start + length);
        Some((start..at, fold(&text[start..at])))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(question: &str, expected: &str) {
        let squeezed: Vec<String> = strip_to_question(question)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        assert_eq!(squeezed.join(" "), expected, "{question}");
    }

    #[test]
    fn links_mentions_and_emoji_are_no_words() {
        for question in [
            "Who sued? https://example.com/a?b=1",
            "<:bell:123456789012345678> Who sued?",
            "<@123> <@!4> Who sued? <a:bell:5>",
            "<#77> Who sued? </ask:8>",
        ] {
            check(question, "Who sued?");
        }
        check("is 3 < 5 or > 2", "is 3 < 5 or > 2");
        check("||who sued||", "who sued");
        check("```who sued```", "who sued");
        check("https://example.com", "https://example.com");
        check("<@123>", "<@123>");
    }

    #[test]
    fn what_is_said_around_a_question_is_left_out() {
        for question in [
            "Hi! Can you please tell me who sued?",
            "I was wondering whether someone could tell me who sued?",
            "hey guys, does anybody know who sued?",
            "Excuse me, I would like to know who sued?",
            "Hello, quick question: who sued?",
            "Could you tell me, please, who sued?",
            "I am reading this for class, who sued?",
            "I have been asking myself for a long while, who sued? because I could not find it, even though I read it twice.",
            "please let me know who sued?",
        ] {
            check(question, "who sued?");
        }
        for question in [
            "Ich würde gern wissen, wer klagte?",
            "Kannst du mir bitte sagen, wer klagte?",
            "Weiß jemand, wer klagte?",
            "Hallo! wer klagte?",
        ] {
            check(question, "wer klagte?");
        }
        for question in [
            "Weiß zufällig jemand, wer klagte?",
            "Wäre jemand so nett, mir zu sagen, wer klagte?",
        ] {
            check(question, "wer klagte?");
        }
        for question in [
            "Est-ce que quelqu'un sait qui a sonné ?",
            "Excusez-moi, quelqu'un pourrait-il me dire qui a sonné ?",
            "Bonjour, je me demande qui a sonné ?",
        ] {
            check(question, "qui a sonné ?");
        }
        check("¿Alguien sabe cómo llegó?", "cómo llegó?");
        check("Qualcuno sa come arrivò?", "come arrivò?");
        check("Кто-нибудь знает, как он пришёл?", "как он пришёл?");
        check("Quick q - who sued?", "who sued?");
        check(
            "Pouvez-vous me dire qui a porté plainte ?",
            "qui a porté plainte ?",
        );
        check("Je voudrais savoir où est la cloche", "où est la cloche");
        check("¿Puedes decirme quién demandó?", "quién demandó?");
        check(
            "Подскажите, пожалуйста, кто построил маяк?",
            "кто построил маяк?",
        );
        check("Tell me about the storm", "the storm");
        check(
            "Do you happen to know the ferryman's name?",
            "the ferryman's name?",
        );
    }

    #[test]
    fn a_question_of_the_text_stays_as_it_is() {
        for question in [
            "Who sued because of the fog bell?",
            "What did Tom want to know, and why?",
            "Was there a bell?",
            "Could he tell the time?",
            "Is there anybody there?",
            "When she came, where did she sit?",
            "Merlin",
            "Who said \"can you tell me, please\"?",
            "I, Claudius",
            "Why did the ferryman say, I am lost?",
            "祖父の名前",
            "Wissen ist Macht",
            "Warum sagte der Wärter, ich bin müde?",
            "Qui a dit la vérité ?",
            "",
        ] {
            check(question, question);
        }
        check("祖父の名前は何ですか？", "祖父の名前は何");
        check("1872年に何がありましたか", "1872年に何");
        for (question, expected) in [
            (
                "こんにちは！灯台守の名前を教えていただけませんか？",
                "灯台守の名前",
            ),
            (
                "すみませんが、鐘は何回鳴らされたのかご存知でしょうか",
                "鐘は何回鳴らされた",
            ),
            (
                "弥太郎がいつ来たか知っている人いますか？",
                "弥太郎がいつ来た",
            ),
            (
                "灯台はいつ建てられたか教えてください。お願いします。",
                "灯台はいつ建てられた",
            ),
            ("狐が何を買ったのかご存じの方はいますか？", "狐が何を買った"),
            (
                "村長が何を打ったか教えていただけないでしょうか",
                "村長が何を打った",
            ),
            (
                "村長が何を打ったのかお聞きしてもよろしいでしょうか",
                "村長が何を打った",
            ),
            (
                "彼は何年働いていたのか知りたいのですが。",
                "彼は何年働いていた",
            ),
            (
                "お雪が何を吹かなかったかわかる方いらっしゃいますか",
                "お雪が何を吹かなかった",
            ),
        ] {
            check(question, expected);
        }
    }
}
