//! A question as it is put to a person -> what of it asks about a text.
//!
//! People greet, explain themselves and say please, and on Discord a message holds links, mentions
//! and emoji; none of that stands in a text, and it would outweigh what does. In: the question as
//! it was typed. Out: a part of it, or all of it where taking something away would leave nothing to
//! ask.

use super::about::About;
use super::frames::{is_listed, is_person, listed_words};
use super::openings::{count_closing, count_greeting, count_opening, find_told_question};
use crate::analyze::fold;
use crate::sentence::QUESTION_MARKS;

/// Marks that end a part of a question, if white space or nothing follows.
const ENDS: [char; 9] = ['.', '!', '?', ';', ',', ':', '\n', '—', '–'];
/// The same where no white space follows.
const UNSPACED_ENDS: [char; 4] = ['。', '？', '！', '、'];
/// Words of a question that must remain before a laugh that ends it.
const FEWEST_KEPT: usize = 3;

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

/// Without links, mentions, custom emoji and the like: `<@1>`, `<#2>`, `<:name:3>`, `:name:`,
/// `</ask:4>`, `<t:5>`.
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

    if let Some(length) = typed_emoji_length(text) {
        return Some(length);
    }

    let inner = text.strip_prefix('<')?;
    let kinds = ["@", "#", ":", "a:", "/", "t:", "id:", "http"];
    let end = inner
        .find('>')
        .filter(|end| !inner[..*end].contains('\n'))?;
    let is_ours = kinds.iter().any(|kind| inner.starts_with(kind));
    is_ours.then_some(end + 2)
}

/// A question without the greetings before it, of several words: `Good morning! Who rang?` These
/// may be asked for, too: `good morning to the wolf`.
fn skip_greetings(question: &str) -> &str {
    let (places, folded): (Vec<_>, Vec<_>) = words_with_ranges(question).unzip();
    let Some(length) = count_greeting(&folded) else {
        return question;
    };

    let rest = &question[places[length - 1].end..];
    let is_said = rest.trim_start().starts_with(|c| !char::is_alphanumeric(c));
    let behind = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_next = folded
        .get(length)
        .is_some_and(|word| is_listed("asking", word))
        || skip_frame(behind).len() < behind.len();
    let asks = question.contains(QUESTION_MARKS) || split_parts(behind).into_iter().any(is_asking);
    if asks && (is_said || is_next) {
        skip_greetings(behind)
    } else {
        question
    }
}

/// A question without what people put behind it as a laugh, thanks or a plea: `who rang lol`, `who
/// rang does anyone know`. What is asked of such a word is kept: `why did she say please`.
fn strip_tail(question: &str) -> &str {
    let (places, folded): (Vec<_>, Vec<_>) = words_with_ranges(question).unzip();

    let mut kept = folded.len();
    while let Some(length) = count_closing(&folded[..kept]).or_else(|| {
        let last = folded[..kept].last()?;
        is_listed("tail", last).then_some(1)
    }) {
        kept -= length;
    }

    let mut last = folded[..kept].iter().rev().take(2);
    let is_mentioned = last.any(|word| is_listed("mentions", word));
    if kept < FEWEST_KEPT || kept == folded.len() || is_mentioned {
        return question;
    }
    &question[..places[kept - 1].end]
}

/// Bytes of the name of an emoji that a text begins with: `:joy:`.
fn typed_emoji_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(':')?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c);
    let length = inner.find(|c| !is_name(c))?;
    let is_whole = inner[length..].starts_with(':')
        && inner[length + 1..]
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
    (is_whole && inner.starts_with(|c: char| c.is_ascii_lowercase())).then_some(length + 2)
}

/// The parts of the question that ask, without the words of a frame before them.
fn strip_frame(question: &str) -> String {
    // What is quoted is looked for as it stands.
    if question.contains(['"', '“', '”', '„', '«', '「']) {
        return question.to_owned();
    }

    let parts = split_parts(strip_tail(skip_greetings(question)));
    let is_about_text = |part: &&str| is_asking(part) && !is_reason(part);
    let first = parts.iter().position(is_about_text);

    // What somebody says of themselves before they ask is not asked; behind that it may be
    // somebody's words.
    let (before, behind) = parts.split_at(first.unwrap_or(0));
    let is_said = |part: &&&str| is_of_asker(part) || is_reason(part);
    let said: Vec<&str> = before.iter().filter(is_said).copied().collect();
    let reasons = behind
        .iter()
        .filter(|part| first.is_some() && is_reason(part));
    let reasons: Vec<&str> = reasons.copied().collect();

    let asked = join_asking(&parts, &[&*said, &*reasons].concat(), first.is_some());
    match said.last() {
        // "I love the river. How long is it?" is asked of the river, not of the text.
        Some(said) if About::may_be_of(&asked, said) => join_asking(&parts, &reasons, true),
        _ => asked,
    }
}

/// The parts of a question but for some, and without the words of a frame; `asks` if one asks
/// something.
fn join_asking(parts: &[&str], left_out: &[&str], asks: bool) -> String {
    let kept = parts.iter().filter(|part| !left_out.contains(part));

    let mut asked: Vec<&str> = Vec::new();
    let mut is_framed = false;
    for part in kept {
        let part = if is_framed { skip_but(part) } else { part };
        let rest = skip_frame(part);
        is_framed = !rest.contains(char::is_alphanumeric) || asks && is_greeting(rest);
        asked.extend((!is_framed).then_some(rest));
    }

    let asked = asked.join(" ");
    asked.trim().trim_end_matches([',', ';', ':']).to_owned()
}

/// The question in parts, each with the mark that ends it.
pub fn split_parts(question: &str) -> Vec<&str> {
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
    let leads = words.next().is_some_and(|word| asks_at_once(&word));
    // `On which day did` asks, too, but not `I could not find where`.
    leads || words.take(2).any(|word| is_listed("asking", &word))
}

/// Whether somebody speaks of themselves in it, but for words that lead to what they ask about: `I
/// have a question about the bell`.
fn is_of_asker(part: &str) -> bool {
    let behind = skip_frame(part);
    let frame = &part[..part.len() - behind.len()];
    let last = words_with_ranges(frame).last();
    let leads_on = last.is_some_and(|(_, word)| is_listed("topic", &word));
    is_personal(if leads_on { behind } else { part })
}

/// Whether somebody speaks of themselves in it.
fn is_personal(part: &str) -> bool {
    words_with_ranges(part).any(|(_, word)| is_person(&word))
}

/// Whether it says why somebody asks.
fn is_reason(part: &str) -> bool {
    let first = words_with_ranges(part).next().map(|(_, word)| word);
    let reasons = ["because", "since", "as", "even", "but", "cause"];
    // "But can you tell me who rang?" is what was to be said.
    let asks = || first.as_ref().is_some_and(|word| word == "but") && is_asking(part);
    let gives = |word: &String| reasons.contains(&word.as_str());
    first.as_ref().is_some_and(gives) && is_personal(part) && !asks()
}

/// Whether a part of a question is a greeting, and nothing else: `excuse me, everyone, who rang`.
fn is_greeting(part: &str) -> bool {
    let words: Vec<String> = words_with_ranges(part).map(|(_, word)| word).collect();
    count_greeting(&words) == Some(words.len())
}

/// A part that asks without the "but" before it, which joins it to an excuse.
fn skip_but(part: &str) -> &str {
    let mut words = words_with_ranges(part);
    match (words.next(), words.next()) {
        (Some((but, word)), Some((_, next))) if is_listed("but", &word) && asks_at_once(&next) => {
            part[but.end..].trim_start()
        }
        _ => part,
    }
}

/// What stands behind the words of a frame: `Can you tell me who sued?` -> `who sued?`.
fn skip_frame(part: &str) -> &str {
    let (places, folded): (Vec<_>, Vec<_>) = words_with_ranges(part).unzip();
    let told = find_told_question(&folded);
    let mut end = told.unwrap_or(0);
    let mut is_frame = told.is_some();

    while let Some(word) = folded.get(end) {
        let opening = count_opening(&folded[end..]);
        is_frame |= opening.is_some() || is_listed("core", word);
        end += match opening {
            Some(length) => length,
            None if is_listed("frame", word) || is_listed("core", word) => 1,
            None => break,
        };
    }

    match end.checked_sub(1) {
        Some(last) if is_frame && !is_told_of(&folded, end) && !is_helped(&folded, end) => {
            part[places[last].end..].trim_start_matches([' ', '-'])
        }
        _ => part,
    }
}

/// Whether the somebody who is asked for in the first words is one of a text: `weet iemand in het
/// dorp wie`, but not `weet iemand in welk jaar`, and none who is to tell something to "me".
fn is_told_of(words: &[String], end: usize) -> bool {
    let is_within = |word: &String| is_listed("within", word);
    let frame = &words[..end - usize::from(words[..end].last().is_some_and(is_within))];

    let is_inside = matches!(&words[frame.len()..], [within, next, ..]
        if is_within(within) && !asks_at_once(next));
    let is_person_named = frame.iter().any(|word| is_listed("persons", word));
    is_inside && is_person_named && !frame.iter().any(|word| is_person(word))
}

/// Whether help is asked for in words that begin with a frame, for somebody who is named behind it:
/// `can anybody help Anna`, `kann jemand Anna helfen`, but not `help with the bell`.
fn is_helped(words: &[String], frame: usize) -> bool {
    let Some(named) = words.get(frame) else {
        return false;
    };
    let is_listed_in = |list, word: Option<&String>| word.is_some_and(|word| is_listed(list, word));
    let is_behind = is_listed_in("helps", words[..frame].last());
    let is_before = is_listed_in("helped", words[frame + 1..].last());
    (is_behind || is_before) && !asks_at_once(named) && !is_listed("topic", named)
}

/// Whether a part of a question that begins with a word asks.
fn asks_at_once(word: &str) -> bool {
    is_listed("asking", word) || is_listed("leading", word)
}

fn strip_politeness(question: &str) -> String {
    let asked = strip_listed_start(question, "before").unwrap_or(question);
    let end = asked.trim_end_matches(|c: char| !c.is_alphanumeric());
    let stripped = polite_request(end).or_else(|| strip_listed_end(end, "polite"));
    stripped.unwrap_or(asked).to_owned()
}

/// What somebody asks to be told in polite Japanese: `…か教えていただけますか`.
fn polite_request(question: &str) -> Option<&str> {
    let ends = listed_words("please").chain([""]);
    let mut told = ends.filter_map(|end| question.strip_suffix(end));
    let asked = told.find_map(|told| strip_listed_end(strip_listed_end(told, "verb")?, "link"))?;
    // Who is asked to tell it: `どなたか…ご存知ないでしょうか`.
    Some(strip_listed_start(asked, "somebody").unwrap_or(asked))
}

/// A text without the longest of the starts listed that it has.
fn strip_listed_start<'a>(text: &'a str, list: &'static str) -> Option<&'a str> {
    let starts = listed_words(list).filter_map(|start| text.strip_prefix(start));
    let rest = starts.min_by_key(|rest| rest.len())?;
    Some(rest.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// A text without the longest of the ends listed that it has.
fn strip_listed_end<'a>(text: &'a str, list: &'static str) -> Option<&'a str> {
    let ends = listed_words(list).filter_map(|end| text.strip_suffix(end));
    ends.min_by_key(|rest| rest.len())
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
mod tests;
