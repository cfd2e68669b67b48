//! How `&` is read aloud, so that `Bell & Rope` and `Bell and Rope` are one.

use crate::language::Language;

/// The word for `&`, folded.
const WORDS: [(Language, &str); 11] = [
    (Language::English, "and"),
    (Language::German, "und"),
    (Language::French, "et"),
    (Language::Spanish, "y"),
    (Language::Italian, "e"),
    (Language::Portuguese, "e"),
    (Language::Dutch, "en"),
    (Language::Russian, "и"),
    (Language::Swedish, "och"),
    (Language::Danish, "og"),
    (Language::Norwegian, "og"),
];

/// The word that `&` stands for in a language, if that is known.
pub fn ampersand_word(language: Language) -> Option<&'static str> {
    let known = WORDS.iter().find(|(known, _)| *known == language);
    known.map(|(_, word)| *word)
}
