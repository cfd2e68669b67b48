//! A question that a heading answers: "when is the duck race?" under `15:00 – Duck race`. What stands
//! below it is quoted, and the place of the quote has the heading.
//!
//! Passages have no headings, so neither words nor reader know that it answers.

use anyhow::Result;

use crate::analyze::marks::Marks;
use crate::analyze::{Token, is_money, to_term, tokens};
use crate::answer::considered::Considered;
use crate::answer::heading::choose_opening;
use crate::answer::headings::{Begins, Heading, Headings};
use crate::index::Library;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, Query, QueryWord};
use crate::rank::asked::Asked;
use crate::rank::candidate::Word;
use crate::rank::features::expected::holds_expected;
use crate::rank::statistics::SearchSpace;

/// What stands behind an hour of twelve: `9pm`, `9 p.m.`
const HALVES: [&str; 4] = ["am", "pm", "a.m", "p.m"];
/// What parts a time from what stands beside it.
const BETWEEN_TIMES: [char; 8] = ['-', '–', '—', '(', ')', ',', ';', '/'];
/// What parts the name of something from the place where it is.
const BEFORE_PLACE: [&str; 6] = [", ", " @ ", " – ", " — ", " (", " - "];

/// Chooses the opening of the section whose heading has all that is asked about and the kind of
/// answer that is wanted, unless something surely answers; as a "perhaps".
pub fn choose_telling_heading(
    considered: &mut Considered,
    library: &Library,
    space: &SearchSpace,
    headings: &Headings,
) -> Result<()> {
    let Considered { query, asked, .. } = &*considered;
    let is_sure = considered.confidence >= considered.thresholds.sure;
    if is_sure || !is_told_in_headings(query.kind) {
        return Ok(());
    }

    let sought = collect_sought(query);
    let begins = Begins::of(sought.iter().map(|word| word.folded.as_str()));
    let is_telling = |heading: &Heading| {
        begins.may_be_in(heading.text) && {
            let said = Said::new(heading.text, asked);
            said.holds_all(&sought) && tells(asked, heading, &said)
        }
    };
    match headings.find_opening(is_telling)? {
        Some(passage) => {
            let perhaps = considered.confidence.max(considered.thresholds.answers);
            choose_opening(considered, library, space, passage, perhaps)
        }
        None => Ok(()),
    }
}

/// Whether headings tell such a thing, and it can be seen that one does.
fn is_told_in_headings(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::When | Kind::Where | Kind::Count | Kind::Money | Kind::Duration | Kind::Measure
    )
}

/// The words that tell what is asked about: not that it takes place, unless that is all.
fn collect_sought(query: &Query) -> Vec<&QueryWord> {
    let general = Vocabulary::of(query.language).list("event").iter();
    let general: Vec<String> = general.map(|word| to_term(word, query.language)).collect();
    let is_general = |word: &&QueryWord| general.contains(&word.term);

    let content = query.words.iter().filter(|word| !word.stop);
    let (general, special): (Vec<_>, Vec<_>) = content.partition(is_general);
    if special.is_empty() {
        // "What time is the opening": the last of them is what takes place.
        general.into_iter().next_back().into_iter().collect()
    } else {
        special
    }
}

/// The words of a heading.
struct Said {
    terms: Vec<String>,
    words: Vec<Word>,
}

impl Said {
    fn new(heading: &str, asked: &Asked) -> Said {
        let language = asked.language;
        let read = |(at, token): (usize, Token)| {
            let hit = asked.terms.iter().position(|term| term.text == token.term);
            let word = Word {
                hit: hit.and_then(|hit| u16::try_from(hit).ok()),
                marks: Marks::of(&token.term, language),
                first: at == 0,
                capital: heading[token.range.start..].starts_with(char::is_uppercase),
                money: is_money(heading, &token, language),
                stop: token.stop,
            };
            (token.term, word)
        };
        let (terms, words) = tokens(heading, language).enumerate().map(read).unzip();
        Said { terms, words }
    }

    fn holds_all(&self, sought: &[&QueryWord]) -> bool {
        sought.iter().all(|word| self.terms.contains(&word.term))
    }
}

/// Whether a heading that has what is asked about has the kind of answer that is wanted. On which
/// day something is, headings around it may tell.
fn tells(asked: &Asked, heading: &Heading, said: &Said) -> bool {
    match asked.kind {
        Kind::When => {
            has_time(heading.text)
                || heading
                    .path
                    .iter()
                    .any(|around| holds_expected(asked, &Said::new(around, asked).words))
        }
        Kind::Where => tells_place(asked, heading.text),
        _ => holds_expected(asked, &said.words),
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

/// Whether a heading ends with the name of a place behind what is asked about.
fn tells_place(asked: &Asked, heading: &str) -> bool {
    let ends = BEFORE_PLACE
        .iter()
        .filter_map(|mark| heading.rfind(mark).map(|at| at + mark.len()));
    let Some(end) = ends.max() else {
        return false;
    };
    let place = Said::new(&heading[end..], asked);
    let is_new = place.words.iter().all(|word| word.hit.is_none());
    is_new && place.words.iter().any(|word| word.capital && !word.stop)
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
