//! Words to look for -> the same with their figures as others write them: `12%` and `12 per cent`,
//! `5pm` and `17:00`, `12.500` and `12,500`.
//!
//! What is not obvious: only what stands nowhere as it was typed is looked for so, and whatever is
//! found is still a run of words of a text.

use crate::analyze::Token;
use crate::analyze::numbers::number_word_digits;
use crate::language::Language;

/// What is said for `%`.
const SHARES: [(Language, &[&str]); 8] = [
    (Language::English, &["per cent", "percent"]),
    (Language::German, &["Prozent"]),
    (Language::French, &["pour cent"]),
    (Language::Spanish, &["por ciento"]),
    (Language::Italian, &["per cento"]),
    (Language::Portuguese, &["por cento"]),
    (Language::Dutch, &["procent"]),
    (Language::Russian, &["процентов", "процента", "процент"]),
];
/// Between the hour and the minutes; those with letters also stand behind an hour alone.
const BETWEEN: [&str; 9] = [
    ":", ".", "h", " h ", " h", " uhr ", " uhr", " heures ", " heures",
];
/// Behind an hour of twelve, and how many are added to it.
const HALVES: [(&str, u32); 6] = [
    ("am", 0),
    ("a.m.", 0),
    ("a.m", 0),
    ("pm", 12),
    ("p.m.", 12),
    ("p.m", 12),
];
/// How a time is said: before and behind an hour, and how many minutes of which hour that is.
const SAID: [(Language, &str, &str, i32); 13] = [
    (Language::English, "half past ", "", 30),
    (Language::English, "quarter past ", "", 15),
    (Language::English, "a quarter past ", "", 15),
    (Language::English, "quarter to ", "", -15),
    (Language::English, "a quarter to ", "", -15),
    (Language::German, "halb ", "", -30),
    (Language::German, "viertel nach ", "", 15),
    (Language::German, "viertel vor ", "", -15),
    (Language::French, "", " heures et demie", 30),
    (Language::French, "", " heures et quart", 15),
    (Language::French, "", " heures moins le quart", -15),
    (Language::Spanish, "", " y media", 30),
    (Language::Spanish, "", " menos cuarto", -15),
];

/// The same text with one of its figures in other ways.
pub(super) fn respell_figures(text: &str, found: &[Token], language: Language) -> Vec<String> {
    let mut others = Vec::new();
    for token in found {
        let (before, rest) = text.split_at(token.range.start);
        let ways = [
            respell_share(rest, token.range.len(), language),
            respell_clock(rest, language),
            respell_number(rest, token.range.len(), language),
        ];
        for (length, ways) in ways.into_iter().flatten() {
            let instead = ways
                .into_iter()
                .map(|way| format!("{before}{way}{}", rest.get(length..).unwrap_or_default()));
            others.extend(instead);
        }
    }
    others
}

/// Bytes at the beginning of a text, and what may stand there instead.
type Ways = Option<(usize, Vec<String>)>;

/// A number of so many bytes with its percent.
fn respell_share(rest: &str, number: usize, language: Language) -> Ways {
    let (number, behind) = rest.split_at(number);
    let near = behind.trim_start();
    let gap = behind.len() - near.len();
    if near.starts_with('%') {
        let own = SHARES.iter().find(|(own, _)| *own == language)?;
        let ways = own.1.iter().map(|share| format!("{number} {share}"));
        return Some((number.len() + gap + 1, ways.collect()));
    }

    let lower = near.to_lowercase();
    let mut shares = SHARES.iter().flat_map(|(_, shares)| *shares);
    let share = shares.find(|share| lower.starts_with(&share.to_lowercase()))?;
    let is_number = number.starts_with(|c: char| c.is_numeric());
    is_number.then(|| (number.len() + gap + share.len(), vec![format!("{number}%")]))
}

/// A number with a full stop between its thousands, or a comma before its decimals.
fn respell_number(rest: &str, length: usize, language: Language) -> Ways {
    let number = &rest[..length];
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let ways = if let Some((whole, part)) = number.split_once(',')
        && part.len() != 3
    {
        (is_digits(whole) && is_digits(part)).then(|| format!("{whole}.{part}"))
    } else {
        let mut groups = number.split('.').skip(1).peekable();
        let is_grouped = groups.peek().is_some() && groups.all(|group| group.len() == 3);
        let plain = number.replace('.', "");
        // In English a full stop is in front of decimals.
        let is_meant = is_grouped && language != Language::English;
        (is_meant && is_digits(&plain)).then_some(plain)
    };
    Some((length, vec![ways?]))
}

/// A time of day.
struct Clock {
    hour: u32,
    minute: u32,
    /// It is told whether that is before noon.
    is_whole: bool,
}

/// A time at the beginning of a text.
fn respell_clock(rest: &str, language: Language) -> Ways {
    let lower = rest.to_lowercase();
    let (length, clock) = parse_figures(&lower).or_else(|| parse_said(&lower))?;
    // Of letters that are longer in small ones, the bytes would be others.
    (lower.len() == rest.len()).then(|| (length, write_clock(&clock, language)))
}

/// `17:30`, `5 p.m.`, `17 h 30`, `5.30pm`.
fn parse_figures(rest: &str) -> Option<(usize, Clock)> {
    let (hour, mut length) = parse_digits(rest)?;
    let mut clock = Clock {
        hour,
        minute: 0,
        is_whole: hour > 12,
    };

    let mut is_time = false;
    for between in BETWEEN {
        let Some(behind) = rest[length..].strip_prefix(between) else {
            continue;
        };
        if let Some((minute, digits)) = parse_digits(behind).filter(|(_, digits)| *digits == 2) {
            clock.minute = minute;
            length += between.len() + digits;
            is_time = true;
            break;
        }
        if between.contains(char::is_alphabetic) && !behind.starts_with(char::is_alphanumeric) {
            length += between.trim_end().len();
            is_time = true;
            break;
        }
    }
    let near = rest[length..].trim_start();
    let gap = rest.len() - length - near.len();
    let half = HALVES.iter().find(|(half, _)| {
        let behind = near.strip_prefix(half);
        behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
    });
    if let Some((half, more)) = half.filter(|_| hour <= 12) {
        length += gap + half.len();
        clock.hour = clock.hour % 12 + more;
        clock.is_whole = true;
    }
    let is_there = clock.hour <= 24 && clock.minute < 60 && (is_time || half.is_some());
    is_there.then_some((length, clock))
}

/// The number of at most two digits that a text begins with, and its length.
fn parse_digits(rest: &str) -> Option<(u32, usize)> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok()?;
    (digits <= 2).then_some((number, digits))
}

/// `half past six`, `halb sieben`, `six heures et demie`.
fn parse_said(rest: &str) -> Option<(usize, Clock)> {
    SAID.iter().find_map(|(language, before, behind, minutes)| {
        let said = rest.strip_prefix(before)?;
        let word = said.split(|c: char| !c.is_alphanumeric()).next()?;
        let hour: u32 = number_word_digits(word, *language)
            .unwrap_or(word)
            .parse()
            .ok()?;
        said[word.len()..].strip_prefix(behind)?;

        let all = (hour * 60).checked_add_signed(*minutes)?;
        let clock = Clock {
            hour: all / 60,
            minute: all % 60,
            is_whole: false,
        };
        let length = before.len() + word.len() + behind.len();
        (1..=12).contains(&hour).then_some((length, clock))
    })
}

/// The ways to write a time, in figures and as a language says it.
fn write_clock(clock: &Clock, language: Language) -> Vec<String> {
    let Clock { hour, minute, .. } = *clock;
    let twelve = (hour + 11) % 12 + 1;
    let mut ways = Vec::new();
    if clock.is_whole {
        let half = if hour % 24 < 12 {
            ["am", "a.m."]
        } else {
            ["pm", "p.m."]
        };
        for half in half {
            let full = [":", "."].map(|mark| format!("{twelve}{mark}{minute:02}"));
            let times = full
                .into_iter()
                .chain((minute == 0).then(|| twelve.to_string()));
            ways.extend(times.flat_map(|time| [format!("{time}{half}"), format!("{time} {half}")]));
        }
    }

    // With a full stop alone it could be a sum, or a version of something.
    let between = BETWEEN.iter().filter(|between| **between != ".");
    ways.extend(between.map(|between| format!("{hour}{between}{minute:02}")));
    ways.push(format!("{hour}.{minute:02} Uhr"));
    ways.push(format!("{hour:02}:{minute:02}"));
    if minute == 0 {
        let alone = ["h", " h", " Uhr", " heures"];
        ways.extend(alone.iter().map(|behind| format!("{hour}{behind}")));
    }
    for (own, before, behind, minutes) in SAID {
        let all = (twelve * 60 + minute).checked_add_signed(-minutes);
        let named = all.filter(|all| own == language && all % 60 == 0 && minute != 0);
        ways.extend(named.map(|all| format!("{before}{}{behind}", (all / 60 + 11) % 12 + 1)));
    }
    ways
}
