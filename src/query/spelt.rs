//! A question in the spelling of the passages that it is held against.
//!
//! `42` and `forty-two`, `BBC` and `B.B.C.` are one term, but not to somebody who reads letter by
//! letter. In: the question, and the passages. Out: the question with such words as the passages
//! write them.

use std::collections::HashMap;

use crate::analyze::{Token, fold, tokens};
use crate::language::Language;

/// The question with its numbers and abbreviations as the first passage has them that holds them.
pub fn respell_question<'a>(
    question: &str,
    language: Language,
    passages: impl Iterator<Item = &'a str>,
) -> String {
    let asked: Vec<Token> = tokens(question, language).collect();
    let open = asked.iter().filter(|token| {
        is_spelt_in_ways(&question[token.range.clone()], &token.term) && !token.stop
    });
    let mut open: Vec<&Token> = open.collect();

    let mut written: HashMap<usize, String> = HashMap::new();
    for passage in passages {
        if open.is_empty() {
            break;
        }
        let there: Vec<Token> = tokens(passage, language).collect();
        open.retain(|token| {
            let found = there.iter().find(|other| other.term == token.term);
            let found = found.map(|other| with_full_stop(passage, other.range.clone()));
            if let Some(found) = found {
                written.insert(token.range.start, found.to_owned());
            }
            found.is_none()
        });
    }

    let mut out = String::new();
    let mut at = 0;
    for token in asked {
        let word = &question[token.range.clone()];
        let other = written.get(&token.range.start);
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let differs = |other: &&String| {
            let other = other.as_str();
            other != word && (is_number || fold(other) != fold(word) || other.contains('.'))
        };
        if let Some(other) = other.filter(differs) {
            out += &question[at..token.range.start];
            out += other;
            at = token.range.end;
        }
    }
    out + &question[at..]
}

/// A word of a passage; an abbreviation with the full stop behind it, too.
fn with_full_stop(passage: &str, range: std::ops::Range<usize>) -> &str {
    let is_dotted = passage[range.clone()].contains('.') && passage[range.end..].starts_with('.');
    let is_letters = passage[range.clone()].starts_with(char::is_alphabetic);
    &passage[range.start..range.end + usize::from(is_dotted && is_letters)]
}

/// Whether a word may be written in quite another way: a number, or an abbreviation.
fn is_spelt_in_ways(word: &str, term: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let is_digit = |c: char| c.is_ascii_digit();
    term.starts_with(is_digit)
        || word.starts_with(is_digit)
        || letters > 1 && capitals * 2 >= letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_abbreviations_are_spelt_as_in_the_text() {
        let passages = [
            "The B.B.C. sent a man on the 14th of March, and 3,500 eggs.",
            "Forty-two geese cost twenty thousand crowns, said J. R. R. Hale, a Ph.D. of law.",
        ];
        for (question, expected) in [
            ("When did the BBC come?", "When did the B.B.C. come?"),
            ("What happened on 14 March?", "What happened on 14th March?"),
            ("Who had 42 geese?", "Who had Forty-two geese?"),
            (
                "What cost 20,000 crowns?",
                "What cost twenty thousand crowns?",
            ),
            (
                "Who is JRR Hale, the PhD?",
                "Who is J. R. R. Hale, the Ph.D.?",
            ),
            ("Who had geese?", "Who had geese?"),
            ("Who ate 3500 eggs?", "Who ate 3,500 eggs?"),
            ("Who had 43 geese?", "Who had 43 geese?"),
        ] {
            let spelt = respell_question(question, Language::English, passages.into_iter());
            assert_eq!(spelt, expected);
        }
    }
}
