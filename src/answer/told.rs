//! A question that a heading answers: "when is the duck race?" under `15:00 – Duck race`. What stands
//! below it is quoted, and the place of the quote has the heading.
//!
//! Passages have no headings, so neither words nor reader know that it answers.

use anyhow::Result;

use crate::analyze::marks::Marks;
use crate::analyze::{Token, is_money, to_term, tokens};
use crate::answer::considered::Considered;
use crate::answer::heading::choose_opening_perhaps;
use crate::answer::headings::{Begins, Heading, Headings};
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query, QueryWord};
use crate::rank::asked::Asked;
use crate::rank::candidate::Word;
use crate::rank::features::expected::holds_expected;

/// What stands behind an hour of twelve: `9pm`, `9 p.m.`
const HALVES: [&str; 4] = ["am", "pm", "a.m", "p.m"];
/// What parts a time from what stands beside it.
const BETWEEN_TIMES: [char; 8] = ['-', '–', '—', '(', ')', ',', ';', '/'];
/// What parts the name of something from the place where it is.
const BEFORE_PLACE: [&str; 6] = [", ", " @ ", " – ", " — ", " (", " - "];

/// Chooses the opening of the section whose heading has all that is asked about and the kind of
/// answer that is wanted, unless something surely answers; as a "perhaps".
pub fn choose_telling_heading(considered: &mut Considered, headings: &Headings) -> Result<()> {
    let Considered { query, asked, .. } = &*considered;
    if considered.is_sure() || !is_told_in_headings(query.kind) {
        return Ok(());
    }

    let sought = collect_sought(query);
    let takes_place = collect_general(query).next().is_some();
    let begins = Begins::of(sought.iter().map(|word| word.folded.as_str()));
    let is_telling = |heading: &Heading| {
        begins.may_all_be_in(heading.text)
            && holds_all(heading.text, &sought, asked)
            && tells(asked, heading, takes_place)
    };
    let passage = headings.find_opening(is_telling)?;
    choose_opening_perhaps(considered, headings, passage)
}

/// Whether headings tell such a thing, and it can be seen that one does.
fn is_told_in_headings(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::When | Kind::Where | Kind::Money | Kind::Duration | Kind::Measure
    )
}

/// The words that tell what is asked about: not that it takes place, unless that is all.
fn collect_sought(query: &Query) -> Vec<&QueryWord> {
    let general: Vec<&QueryWord> = collect_general(query).collect();
    let content = query.words.iter().filter(|word| !word.stop);
    let special: Vec<&QueryWord> = content
        .filter(|word| general.iter().all(|other| other.term != word.term))
        .collect();

    if special.is_empty() {
        // "What time is the opening": the last of them is what takes place.
        general.last().copied().into_iter().collect()
    } else {
        special
    }
}

/// The words that only say that something takes place.
fn collect_general(query: &Query) -> impl Iterator<Item = &QueryWord> {
    let general = Vocabulary::of(query.language).list("event").iter();
    let general: Vec<String> = general.map(|word| to_term(word, query.language)).collect();
    let content = query.words.iter().filter(|word| !word.stop);
    content.filter(move |word| general.contains(&word.term))
}

fn holds_all(heading: &str, sought: &[&QueryWord], asked: &Asked) -> bool {
    let said: Vec<String> = tokens(heading, asked.language)
        .map(|token| token.term)
        .collect();
    sought.iter().all(|word| said.contains(&word.term))
}

/// The words of a text as passages have them.
fn measure_words(text: &str, asked: &Asked) -> Vec<Word> {
    let language = asked.language;
    let read = |(at, token): (usize, Token)| {
        let hit = asked.terms.iter().position(|term| term.text == token.term);
        Word {
            hit: hit.and_then(|hit| u16::try_from(hit).ok()),
            marks: Marks::of(&token.term, language),
            first: at == 0,
            capital: text[token.range.start..].starts_with(char::is_uppercase),
            money: is_money(text, &token, language),
            stop: token.stop,
        }
    };
    tokens(text, language).enumerate().map(read).collect()
}

/// Whether a heading that has what is asked about has the kind of answer that is wanted. When
/// something came about, headings around it may tell; else they date the text.
fn tells(asked: &Asked, heading: &Heading, takes_place: bool) -> bool {
    let expects = |text: &str| holds_expected(asked, &measure_words(text, asked));
    match asked.kind {
        Kind::When => {
            let around = || heading.path.iter().any(|around| expects(around));
            has_time(heading.text) || expects(heading.text) || takes_place && around()
        }
        Kind::Where => tells_place(asked, heading.text),
        _ => expects(heading.text),
    }
}

/// Whether a time of the day stands in a text.
fn has_time(text: &str) -> bool {
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let is_exact = |word: &str, mark: char| {
        let parts = word.split_once(mark);
        parts.is_some_and(|(hour, minute)| {
            is_number(hour) && hour.len() <= 2 && is_number(minute) && minute.len() == 2
        })
    };
    let is_hour = |word: &str| is_number(word) || is_exact(word, ':') || is_exact(word, '.');

    let text = text.to_lowercase();
    let parts = |c: char| c.is_whitespace() || BETWEEN_TIMES.contains(&c);
    let words = text.split(parts).map(|word| word.trim_end_matches('.'));
    let words: Vec<&str> = words.collect();
    let is_time = |at: usize| {
        let word = words[at];
        let joined = HALVES.iter().find_map(|half| word.strip_suffix(half));
        let is_before_half = words.get(at + 1).is_some_and(|next| HALVES.contains(next));
        is_exact(word, ':') || joined.is_some_and(is_hour) || is_before_half && is_hour(word)
    };
    (0..words.len()).any(is_time)
}

/// Whether a heading with a time ends with the name of a place behind what is asked about. Without a
/// time, or where any noun has a capital, it may be anything.
fn tells_place(asked: &Asked, heading: &str) -> bool {
    let ends = BEFORE_PLACE
        .iter()
        .filter_map(|mark| heading.rfind(mark).map(|at| at + mark.len()));
    let Some(end) = ends.max() else {
        return false;
    };
    if !asked.language.keeps_capitals_for_names() || !has_time(heading) {
        return false;
    }

    let place = measure_words(&heading[end..], asked);
    let is_new = place.iter().all(|word| word.hit.is_none());
    is_new && place.iter().any(|word| word.capital && !word.stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_from_other_numbers() {
        for told in [
            "15:00 – Duck race",
            "Quiz (9pm)",
            "Lunch, 12.30 p.m.",
            "Tea at 4 pm",
            "9:15-10:00 Yoga",
        ] {
            assert!(has_time(told), "{told}");
        }
        for other in [
            "3. Cooking",
            "Chapter 12",
            "Ratio 1:1",
            "2.3.0",
            "Camp",
            "Program P1",
        ] {
            assert!(!has_time(other), "{other}");
        }
    }
}
