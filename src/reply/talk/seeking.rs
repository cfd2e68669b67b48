//! A message that asks where some words stand, or how often, or for any quote -> the places, as
//! `/search` shows them, or a passage by chance.
//!
//! In: what somebody wrote, and the texts. What is not obvious: an answer quotes one sentence and
//! counts nothing, so these are no questions for it; but words that stand nowhere as they were
//! given are asked like any other.
//!
//! The functions here fail only when the index cannot be read.

use std::sync::LazyLock;

use anyhow::Result;

use crate::analyze::is_stop_word;
use crate::language::Language;
use crate::query::pattern::{Pattern, table_lines};
use crate::render::discord::message::Message;
use crate::reply::named::titled::{find_named_text, strip_end_marks};
use crate::reply::read;
use crate::reply::talk::phrase::{holds_phrase, show_phrase};
use crate::reply::view::setting::Setting;
use crate::reply::wording::forms::message_words;
use crate::reply::wording::sayings::is_listed;
use crate::servers::Texts;

/// What stands around the words that are sought.
const SEEKING: &str = include_str!("seeking.txt");
/// Where they stand in a line of it.
const SOUGHT: char = '…';
/// More words than this are more than that.
const MOST_WORDS: usize = 20;

/// Shows where the words stand that a message asks for, or any passage if it asks for that; `None`
/// if it does not.
pub fn reply_to_seeker(texts: &[Texts], text: &str, setting: Setting) -> Result<Option<Message>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return Ok(None);
    }
    if let Some(named) = find_texts_of_any_quote(texts, &words)? {
        return read::render_random_passage(&named, setting).map(Some);
    }
    let folded: Vec<String> = words.iter().map(|word| fold_word(word)).collect();

    for (before, after) in &*FRAMES {
        for sought in find_sought(&folded, before.as_ref(), after.as_ref()) {
            let phrase = words[sought.start..sought.end].join(" ");
            let phrase = strip_marks(&phrase);
            let rest = words[sought.rest..].join(" ");
            let Some(named) = choose_texts(texts, &rest)? else {
                continue;
            };
            let is_small = |word: String| is_stop_word(&word, Language::English);
            if message_words(phrase).all(is_small) {
                continue;
            }
            if holds_phrase(&named, phrase)? {
                return show_phrase(&named, phrase, setting).map(Some);
            }
        }
    }
    Ok(None)
}

/// The frames of the table: what stands before the words and what behind.
static FRAMES: LazyLock<Vec<(Option<Pattern>, Option<Pattern>)>> = LazyLock::new(|| {
    let sides = |line: &'static str| {
        let (before, after) = line.split_once(SOUGHT)?;
        let pattern = |side: &str| {
            Some(side.trim())
                .filter(|side| !side.is_empty())
                .map(Pattern::of)
        };
        Some((pattern(before), pattern(after)))
    };
    table_lines(SEEKING).filter_map(sides).collect()
});

/// Where the words that are sought begin and end in a message, and where that goes on behind the
/// frame.
struct Sought {
    start: usize,
    end: usize,
    rest: usize,
}

/// The ways to read a message in a frame: the longest beginning of the frame first, then the
/// longest stretch of words.
fn find_sought(words: &[String], before: Option<&Pattern>, after: Option<&Pattern>) -> Vec<Sought> {
    let mut starts = before.map_or_else(|| vec![0], |before| before.ends(words));
    starts.sort_unstable_by(|one, other| other.cmp(one));

    let mut found = Vec::new();
    for start in starts {
        for end in (start + 1..=words.len()).rev() {
            let rests = after.map_or_else(|| vec![0], |after| after.ends(&words[end..]));
            let rests = rests.into_iter().map(|length| Sought {
                start,
                end,
                rest: end + length,
            });
            found.extend(rests);
        }
    }
    found
}

/// The texts that the end of a message names, or all if it is empty or names none: "in The Mill",
/// "in the book".
fn choose_texts<'a>(texts: &[Texts<'a>], rest: &str) -> Result<Option<Vec<Texts<'a>>>> {
    let is_small = |word: String| is_listed(&["beside", "seeks", "listing"], &word);
    if message_words(rest).all(is_small) {
        return Ok(Some(texts.to_vec()));
    }

    let name = rest
        .split_once(' ')
        .filter(|(first, _)| is_small(fold_word(first)));
    let Some((_, name)) = name else {
        return Ok(None);
    };

    Ok(find_named_text(texts, name, true)?.map(|one| vec![one]))
}

/// The texts of which a message asks for a quote, whichever: "a random quote from The Mill", "quote
/// of the day".
fn find_texts_of_any_quote<'a>(
    texts: &[Texts<'a>],
    words: &[&str],
) -> Result<Option<Vec<Texts<'a>>>> {
    for end in (1..=words.len()).rev() {
        let asked: Vec<String> = message_words(&words[..end].join(" ")).collect();
        if !asks_for_any(&asked) {
            continue;
        }
        if let Some(named) = choose_texts(texts, &words[end..].join(" "))? {
            return Ok(Some(named));
        }
    }
    Ok(None)
}

/// Whether some words ask for a quote, whichever.
fn asks_for_any(words: &[String]) -> bool {
    let are_all = |lists: &[&str]| words.iter().all(|word| is_listed(lists, word));
    let has = |list| words.iter().any(|word| is_listed(&[list], word));

    let around = ["random", "quotes", "opens", "courtesy", "beside", "listing"];
    let is_random = has("random") && are_all(&around);
    // "Good quote!" says something of one, "a good quote" asks for it.
    let is_request = has("opens") || has("courtesy") || !has("praise");
    has("quotes")
        && (is_random || is_request && are_all(&["quotes", "opens", "courtesy", "praise"]))
}

fn fold_word(word: &str) -> String {
    message_words(word).collect::<Vec<_>>().join(" ")
}

/// Words without the marks that stand around them alone.
fn strip_marks(phrase: &str) -> &str {
    strip_end_marks(phrase).trim_start_matches(['"', '“', '„', '«', '\'', '‘', '(', ' '])
}
