//! Tokens, which nobody may read: in whatever is said of names, paths, arguments and errors they
//! show as `[token]`.
//!
//! In: a message. Out: the same without the tokens that the program was given, and without
//! whatever looks like one of Discord's: somebody may have put it into the wrong place.

use std::env;
use std::ops::RangeInclusive;
use std::sync::{PoisonError, RwLock};

/// What is shown in place of a token.
const SHOWN: &str = "[token]";
/// Fewer characters are no token, and may stand in any word.
const SHORTEST: usize = 16;
/// Characters of the three parts of a token: the bot's id in base 64, a time, and a signature.
const PARTS: [RangeInclusive<usize>; 3] = [22..=30, 5..=8, 16..=usize::MAX];
/// The letters that digits have in base 64, by their place among four.
const DIGITS: [&[u8]; 4] = [b"MNO", b"DTjz", b"AEIMQUYcgk", b"wxyz012345"];
/// What ends a number whose last digit begins three.
const LAST: &[u8] = b"AQgw";

/// The tokens that the program was given.
static GIVEN: RwLock<Vec<String>> = RwLock::new(Vec::new());

/// Has a token hidden from now on, whatever it looks like.
pub fn keep_secret(token: &str) {
    let token = token.trim();
    let mut given = GIVEN.write().unwrap_or_else(PoisonError::into_inner);

    if token.len() >= SHORTEST && !given.iter().any(|known| known == token) {
        given.push(token.to_owned());
    }
}

/// Has the tokens hidden that this program was started with, behind an option or in a variable,
/// whatever becomes of its arguments.
pub fn keep_given_tokens(option: &str, variable: &str) {
    let given = env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    let given: Vec<String> = given.collect();

    let behind = given.windows(2).filter(|pair| pair[0] == option);
    behind.for_each(|pair| keep_secret(&pair[1]));
    let joined = given.iter().filter_map(|one| one.strip_prefix(option));
    joined.for_each(|value| keep_secret(value.trim_start_matches('=')));

    let value = env::var_os(variable).unwrap_or_default();
    keep_secret(&value.to_string_lossy());
}

/// A message without tokens.
pub fn hide_tokens(message: &str) -> String {
    let given = GIVEN.read().unwrap_or_else(PoisonError::into_inner);
    let mut shown = message.to_owned();
    for token in given.iter() {
        shown = shown.replace(token, SHOWN);
    }
    hide_lookalikes(&shown)
}

fn hide_lookalikes(message: &str) -> String {
    let mut shown = String::with_capacity(message.len());
    let mut from = 0;

    for (dot, _) in message.match_indices('.') {
        let before = message.get(from..dot).unwrap_or_default();
        if let Some((id, rest)) = measure_token(before, &message[dot + 1..]) {
            shown.push_str(&before[..before.len() - id]);
            shown.push_str(SHOWN);
            from = dot + 1 + rest;
        }
    }

    shown.push_str(&message[from..]);
    shown
}

/// The bytes that a token takes in front of its first dot and behind it, if there is one. Something
/// else may stand close before it, such as a number whose line was not ended.
fn measure_token(before: &str, behind: &str) -> Option<(usize, usize)> {
    let is_id = |byte: &u8| byte.is_ascii_alphanumeric();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
    let count_part = |text: &str| text.bytes().take_while(is_part).count();
    let [ids, times, signatures] = &PARTS;

    let run = before.bytes().rev().take_while(is_id).count();
    let id = ids
        .clone()
        .rev()
        .find(|length| *length <= run && looks_like_id(&before[before.len() - length..]))?;

    let time = Some(count_part(behind)).filter(|length| times.contains(length))?;
    let signature = behind[time..].strip_prefix('.').map(count_part)?;
    let rest = time + 1 + signature;
    signatures.contains(&signature).then_some((id, rest))
}

/// Whether this is a number in base 64, as the ids of bots are.
fn looks_like_id(text: &str) -> bool {
    let last = text.len().saturating_sub(1);
    text.bytes().enumerate().all(|(at, byte)| {
        DIGITS[at % 4].contains(&byte) || (at == last && at % 4 == 1 && LAST.contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "MTAyMzQ1Njc4OTAxMjM0NTY3OA.Gabcde.not-a-real-token";

    #[test]
    fn what_looks_like_a_token_is_hidden_wherever_it_stands() {
        for (message, shown) in [
            ("{}", "[token]"),
            ("it's \"{}\"!", "it's \"[token]\"!"),
            ("9100{} and {}", "9100[token] and [token]"),
            ("/home/é{}/index", "/home/é[token]/index"),
            ("a.b.DISCORD_TOKEN={}.txt", "a.b.DISCORD_TOKEN=[token].txt"),
            ("\u{1b}[33m{}\u{1b}[0m", "\u{1b}[33m[token]\u{1b}[0m"),
        ] {
            assert_eq!(hide_tokens(&message.replace("{}", TOKEN)), shown);
        }
    }

    #[test]
    fn what_is_no_token_is_shown() {
        for message in [
            "",
            "...",
            "The-Novel-of-the-White-Whale.second.edition-of-the-year-1851.txt",
            "MTAyMzQ1Njc4OTAxMjM0NTY3OA.Gabcde.short",
            "www.example.org/index.html",
            "12.345.678",
        ] {
            assert_eq!(hide_tokens(message), message);
        }
    }

    #[test]
    fn a_token_that_was_given_is_hidden_whatever_it_looks_like() {
        keep_secret(" a token of another kind\n");
        keep_secret("short");
        let told = hide_tokens("not short: xa token of another kindx");
        assert_eq!(told, "not short: x[token]x");
    }
}
