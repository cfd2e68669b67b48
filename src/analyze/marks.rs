//! The words that mark a kind of answer: months, colours, words for causes, numbers.
//!
//! Expected answer types from the question word: Li & Roth, "Learning Question Classifiers" (2002);
//! here they are lists from the language's vocabulary, as their effect is small and must cost
//! nothing: what a term marks is worked out once, when it is first indexed.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analyze::to_term;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// Kinds of answer that a term marks, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks(pub u32);

/// Lists of the vocabulary with their bits.
const LISTS: [(&str, Marks); 9] = [
    ("date", Marks::DATE),
    ("cause", Marks::CAUSE),
    ("some", Marks::SOME),
    ("duration", Marks::DURATION),
    ("measure", Marks::MEASURE),
    ("colour", Marks::COLOUR),
    ("feeling", Marks::FEELING),
    ("money unit", Marks::MONEY),
    ("pronoun", Marks::PRONOUN),
];

impl Marks {
    /// Words that are a date and nothing else.
    pub const DATE: Marks = Marks(1 << 2);
    /// Words that give a reason and are nothing else.
    pub const CAUSE: Marks = Marks(1 << 5);
    /// Words that stand for a number: *several*.
    pub const SOME: Marks = Marks(1 << 7);
    pub const DURATION: Marks = Marks(1 << 8);
    pub const MEASURE: Marks = Marks(1 << 9);
    pub const COLOUR: Marks = Marks(1 << 10);
    pub const FEELING: Marks = Marks(1 << 12);
    /// Units of money; which numbers are sums, [`crate::analyze::is_money`] tells.
    pub const MONEY: Marks = Marks(1 << 14);
    /// Pronouns that open a sentence about somebody named before.
    pub const PRONOUN: Marks = Marks(1 << 15);
    /// Written in digits, ours or Chinese ones.
    pub const NUMBER: Marks = Marks(1 << 16);
    pub const YEAR: Marks = Marks(1 << 17);

    /// What a term marks in its language.
    pub fn of(term: &str, language: Language) -> Marks {
        static LISTED: LazyLock<FxHashMap<Language, FxHashMap<String, Marks>>> =
            LazyLock::new(|| {
                Language::all()
                    .map(|language| (language, collect_listed_marks(language)))
                    .collect()
            });

        let listed = LISTED
            .get(&language)
            .and_then(|terms| terms.get(term))
            .copied()
            .unwrap_or_default();

        let number = if is_number(term) {
            Marks::NUMBER
        } else {
            Marks::default()
        };
        let year = if is_year(term) {
            Marks::YEAR
        } else {
            Marks::default()
        };

        listed.or(number).or(year)
    }

    /// What either of them marks.
    pub const fn or(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    /// Whether it has one of `others`.
    pub fn has(self, others: Marks) -> bool {
        self.0 & others.0 != 0
    }
}

fn collect_listed_marks(language: Language) -> FxHashMap<String, Marks> {
    let mut listed: FxHashMap<String, Marks> = FxHashMap::default();
    for (name, mark) in LISTS {
        for word in Vocabulary::of(language).list(name) {
            let known = listed.entry(to_term(word, language)).or_default();
            *known = known.or(mark);
        }
    }
    listed
}

fn is_number(term: &str) -> bool {
    term.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万两".contains(c))
}

fn is_year(term: &str) -> bool {
    term.len() == 4 && matches!(term.parse(), Ok(1000..=2999))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_mark_kinds_of_answers() {
        let check = |word, language, mark, expected| {
            assert_eq!(
                Marks::of(&to_term(word, language), language).has(mark),
                expected,
                "{word}"
            );
        };
        check("2006", Language::English, Marks::YEAR, true);
        check("3006", Language::English, Marks::YEAR, false);
        check("3006", Language::German, Marks::NUMBER, true);
        check("三", Language::Chinese, Marks::NUMBER, true);
        check("because", Language::English, Marks::CAUSE, true);
        check("Mai", Language::German, Marks::DATE, true);
        assert_eq!(Marks::of("lamp", Language::English), Marks::default());
    }
}
