//! What a line of Chinese or Japanese numbers: `第一章 灯塔`, `卷三`, `番外一`, `其の二`, `一、开头`.
//!
//! In: a line without what marks its type. Out: a [`Label`]. Its words are in the tables of these
//! languages; a number that any line may begin with, as `一`, is left to its neighbours.

use super::headings::{PAUSES, SENTENCE_ENDS, ends_sentence, is_title};
use super::labels::{Kind, Label, WORDS, is_alone};
use super::numerals;
use crate::language::is_unspaced;

/// Most letters of a chapter's name that follows its number without a space: `第一章灯塔`.
const JOINED_NAME: usize = 20;

/// `第一章 灯塔`, `第十二回`, `卷三`, `序章`, `一`.
pub fn parse_unspaced_label(line: &str) -> Option<Label> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if is_alone(&words) {
        return Some(Label {
            kind: Kind::Alone,
            number: None,
            titled: false,
            sure: true,
        });
    }

    // Some books put the name of the volume before that of the chapter.
    let from = line.find('第').filter(|at| {
        let before = &line[..*at];
        before.chars().count() <= JOINED_NAME / 2
            && (before.is_empty() || before.ends_with(char::is_whitespace))
    });
    if let Some(rest) = from.map(|at| &line[at + '第'.len_utf8()..]) {
        return parse_after_ordinal(rest.trim_start());
    }
    if let Some(label) = parse_prefixed_label(line).or_else(|| parse_label_behind_name(line)) {
        return Some(label);
    }

    let first = line.chars().next()?;
    if let Some((_, kind)) = WORDS
        .chapters
        .get(&*first.to_string())
        .and_then(|e| e.first())
    {
        let rest = line[first.len_utf8()..].trim_start_matches(['之', '第']);
        return parse_number_after_kind(rest, kind);
    }
    parse_han_label(&words)
}

/// What follows `卷`: a number, and perhaps a name apart from it.
fn parse_number_after_kind(rest: &str, kind: &Kind) -> Option<Label> {
    let end = rest.find(|c: char| c.is_whitespace() || PAUSES.contains(&c));
    let (number, name) = rest.split_at(end.unwrap_or(rest.len()));
    let name = name.trim_start_matches(|c: char| c.is_whitespace() || PAUSES.contains(&c));

    let is_name = name.is_empty() || (is_title(name) && name.chars().count() <= JOINED_NAME);
    let number = numerals::parse_han_number(number).filter(|_| is_name)?;
    Some(Label {
        kind: kind.clone(),
        number: Some(number),
        titled: !name.is_empty(),
        sure: true,
    })
}

/// What follows `第`: a number, the word, and perhaps a name.
fn parse_after_ordinal(rest: &str) -> Option<Label> {
    let (at, unit) = rest
        .char_indices()
        .find(|(_, c)| WORDS.chapters.contains_key(&*c.to_string()))?;
    let number = numerals::parse_han_number(rest[..at].trim())?;
    let (_, kind) = WORDS.chapters.get(&*unit.to_string())?.first()?;

    let name = &rest[at + unit.len_utf8()..];
    let apart = !name.starts_with(char::is_alphanumeric);
    let joins = *kind == Kind::Chapter
        && name.chars().count() <= JOINED_NAME
        && !name.contains(PAUSES)
        && !name.contains(SENTENCE_ENDS);
    let ended = ends_sentence(name) && !name.ends_with(['！', '？', '!', '?']);

    ((apart || joins) && !ended).then(|| Label {
        kind: kind.clone(),
        number: Some(number),
        titled: name.contains(char::is_alphanumeric),
        sure: true,
    })
}

/// `番外一`, `其の二`, `上巻`.
fn parse_prefixed_label(line: &str) -> Option<Label> {
    let numbered = |kind: Kind, number: u32| Label {
        kind,
        number: Some(number),
        titled: false,
        sure: true,
    };
    let rest_of = |words: &[String]| {
        let mut rests = words
            .iter()
            .filter_map(|word| line.strip_prefix(word.as_str()));
        rests.find_map(|rest| numerals::parse_han_number(rest.trim()))
    };
    if let Some(number) = rest_of(&WORDS.alone) {
        return Some(numbered(Kind::Alone, number));
    }
    if let Some(number) = rest_of(&WORDS.ordinal) {
        return Some(numbered(Kind::Numeral, number));
    }

    let (half, number) = WORDS
        .halves
        .iter()
        .find(|(half, _)| line.starts_with(half))?;
    let unit = &line[half.len()..];
    // Whether a letter alone is a volume, its neighbours tell.
    if unit.is_empty() {
        return Some(Label {
            sure: false,
            ..numbered(Kind::Numeral, *number)
        });
    }
    let (_, kind) = WORDS.chapters.get(unit)?.first()?;
    let is_part = matches!(kind, Kind::Part(_));
    is_part.then(|| numbered(kind.clone(), *number))
}

/// `學而第一`: what the old books have.
fn parse_label_behind_name(line: &str) -> Option<Label> {
    let (name, number) = line.split_once('第')?;
    let is_name = (1..=JOINED_NAME / 2).contains(&name.chars().count())
        && name.chars().all(is_unspaced)
        && number.chars().all(is_unspaced);
    let number = numerals::parse_han_number(number).filter(|_| is_name)?;

    Some(Label {
        kind: Kind::Numeral,
        number: Some(number),
        titled: true,
        sure: false,
    })
}

/// A bare `一`, `（二）`, `三、`, or one with a name behind a space or a mark.
fn parse_han_label(words: &[&str]) -> Option<Label> {
    let marked = words.first()?.split_once(['、', '．']);
    if let Some((number, name)) = marked.filter(|(_, name)| !name.is_empty()) {
        let is_name = name.chars().count() <= JOINED_NAME && is_title(name);
        let value = numerals::parse_han_number(number).filter(|_| is_name && words.len() == 1)?;
        return Some(Label {
            kind: Kind::Numeral,
            number: Some(value),
            titled: true,
            sure: false,
        });
    }

    let number = words
        .first()?
        .trim_matches(['（', '）', '(', ')', '、', '．', '.', '，']);
    let value = numerals::parse_han_number(number)?;
    let is_han = !number.contains(|c: char| c.is_ascii_digit());
    let fits = match words.len() {
        1 => true,
        2 => is_han && is_title(words[1]),
        _ => false,
    };
    fits.then_some(Label {
        kind: Kind::Numeral,
        number: Some(value),
        titled: words.len() > 1,
        sure: false,
    })
}
