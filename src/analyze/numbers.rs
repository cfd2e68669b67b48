//! Numbers written out, as digits: `twelve` and `12` are one term.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analyze::fold;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// The digits a folded number word stands for. *One* is left alone: it is mostly a pronoun.
pub fn digits(folded: &str, language: Language) -> Option<&'static str> {
    type Digits = HashMap<String, &'static str>;
    static DIGITS: LazyLock<HashMap<Language, Digits>> = LazyLock::new(|| {
        let table = |language| {
            let pairs = Vocabulary::of(language).list("number").iter();
            pairs
                .filter_map(|pair| pair.split_once('='))
                .map(|(word, digits)| (fold(word), digits))
                .collect()
        };
        Language::all()
            .map(|language| (language, table(language)))
            .collect()
    });

    DIGITS.get(&language)?.get(folded).copied()
}
