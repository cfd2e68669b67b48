//! The words that mark a kind of answer, as terms: months, colours, words for reasons.
//!
//! Expected answer types from the question word: Li & Roth, "Learning Question Classifiers" (2002);
//! here they are lists of terms from the language's vocabulary, as their effect is small and must
//! cost nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analyze::term;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// A list of terms.
pub type Terms = FxHashSet<String>;

/// What marks a kind of answer in one language.
#[derive(Debug, Default)]
pub struct Marks {
    pub people: Terms,
    pub times: Terms,
    /// Of the times, those that are a date and nothing else.
    pub dates: Terms,
    pub places: Terms,
    pub reasons: Terms,
    /// Of the reasons, those that are nothing else.
    pub causes: Terms,
    pub amounts: Terms,
    /// Words that stand for a number: *several*.
    pub some: Terms,
    pub durations: Terms,
    pub measures: Terms,
    pub colours: Terms,
    pub ways: Terms,
    pub feelings: Terms,
    pub outcomes: Terms,
    /// Units of money.
    pub money: Terms,
    /// Pronouns that open a sentence about somebody named before.
    pub pronouns: Terms,
}

impl Marks {
    /// The marks of a language; none where it has no vocabulary.
    pub fn of(language: Language) -> &'static Marks {
        static NONE: LazyLock<Marks> = LazyLock::new(Marks::default);
        static ALL: LazyLock<HashMap<Language, Marks>> =
            LazyLock::new(|| Language::all().map(|language| (language, Marks::new(language))).collect());
        ALL.get(&language).unwrap_or(&NONE)
    }

    fn new(language: Language) -> Marks {
        let list = |name| Vocabulary::of(language).list(name).iter().map(|word| term(word, language)).collect();
        Marks {
            people: list("people"),
            times: list("time"),
            dates: list("date"),
            places: list("place"),
            reasons: list("reason"),
            causes: list("cause"),
            amounts: list("amount"),
            some: list("some"),
            durations: list("duration"),
            measures: list("measure"),
            colours: list("colour"),
            ways: list("way"),
            feelings: list("feeling"),
            outcomes: list("outcome"),
            money: list("money unit"),
            pronouns: list("pronoun"),
        }
    }
}
