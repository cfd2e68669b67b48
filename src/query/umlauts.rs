//! A question in the spelling of the texts, where one has `ä` and the other `ae`: `Haendler` finds
//! `Händler`.
//!
//! That is no typing error, so nothing is said of it. In: the question. Out: the same with such
//! words as the library has them, if it does not have them as they were typed.

use crate::analyze::{fold, split_words};
use crate::index::Library;
use crate::language::Language;

/// A letter, how it is typed where the keyboard does not have it, and that with a capital.
const LETTERS: [(&str, &str); 10] = [
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("å", "aa"),
    ("ø", "oe"),
    ("Ä", "Ae"),
    ("Ö", "Oe"),
    ("Ü", "Ue"),
    ("Å", "Aa"),
    ("Ø", "Oe"),
];

/// The question with such words as the library has them.
pub fn respell_umlauts(library: &Library, question: &str) -> String {
    let known = |word: &str| library.words().contains(&fold(word));
    respell_words(question, &known)
}

fn respell_words(question: &str, known: &dyn Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(question.len());
    let mut done = 0;
    for (at, word) in split_words(question, Language::Other) {
        if let Some(other) = other_spelling(word, known) {
            out += &question[done..at];
            out += &other;
            done = at + word.len();
        }
    }

    out + &question[done..]
}

/// The other spelling of a word, if only that is known.
fn other_spelling(word: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    let has = |text: &str, typed: bool| {
        LETTERS
            .iter()
            .any(|(letter, pair)| text.contains(if typed { pair } else { letter }))
    };
    if !(has(word, true) || has(word, false)) || known(word) {
        return None;
    }

    let replaced = |from_typed: bool| {
        LETTERS
            .iter()
            .fold(word.to_owned(), |word, (letter, pair)| {
                if from_typed {
                    word.replace(pair, letter)
                } else {
                    word.replace(letter, pair)
                }
            })
    };
    let spellings = [replaced(true), replaced(false)];
    spellings
        .into_iter()
        .find(|other| other != word && known(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_are_spelt_as_the_texts_spell_them() {
        let there = [
            "handler", "brucke", "jorg", "mueller", "aero", "aarhus", "roede",
        ];
        let known = |word: &str| there.contains(&&*fold(word));
        for (question, expected) in [
            ("Wer war der Haendler?", "Wer war der Händler?"),
            (
                "Wo steht die bruecke von Joerg",
                "Wo steht die brücke von Jörg",
            ),
            ("Wer ist Herr Müller?", "Wer ist Herr Mueller?"),
            (
                "Who built the aero in Aarhus?",
                "Who built the aero in Aarhus?",
            ),
            ("Århus", "Aarhus"),
            ("Who does blue?", "Who does blue?"),
            ("", ""),
        ] {
            assert_eq!(respell_words(question, &known), expected);
        }
    }
}
