//! Which language a question is in.
//!
//! In: a question and the languages of the texts that it is asked of. Out: how well it goes with
//! each, and whether it is in none of them. A question is too short to be told by its letters
//! alone, as texts are; what tells is the script, and the little words by which it asks, of which
//! each language has its own.

use crate::analyze::dates::{is_month, month_names, month_number};
use crate::analyze::{fold, is_stop_word, numbers, split_words, to_term};
use crate::language::{Language, Script};

/// Little words that a month is worth.
const MONTH: usize = 2;
/// Little words that a language must have more of than another, before a question is taken to be in
/// it.
const LEAD: usize = 2;

/// Little words inside names, which tell no language: "Charles de la Tour".
const PARTICLES: [&str; 18] = [
    "de", "la", "le", "du", "des", "les", "von", "van", "der", "den", "zu", "di", "da", "del",
    "dos", "y", "e", "et",
];

/// A question, as far as it tells its language.
pub struct Tongue {
    script: Option<Script>,
    /// The first two of its words, folded: by these most questions ask.
    first: Vec<String>,
    /// All of them, each once.
    words: Vec<String>,
}

impl Tongue {
    /// What a question tells.
    pub fn of(question: &str) -> Tongue {
        // Where one is joined to another, either may tell: `qu'il`. A single letter does not:
        // `O'Reilly's`.
        let found = split_words(question, Language::Other).flat_map(|(_, word)| {
            let parts = word.split(['\'', '’']);
            parts.filter(move |part| *part == word || part.chars().count() > 1)
        });
        let mut folded: Vec<String> = found.map(fold).collect();

        let first = folded.iter().take(2).cloned().collect();
        folded.sort_unstable();
        folded.dedup();

        Tongue {
            script: Script::of(question).filter(|_| !is_name(question)),
            first,
            words: folded,
        }
    }

    /// How many little words of a language it has; a month counts as some.
    pub fn familiar(&self, language: Language) -> usize {
        let little = |word: &&String| is_stop_word(word, language);
        let month = |word: &&String| is_month(word, language);
        let words = || self.words.iter();
        words().filter(little).count() + MONTH * words().filter(month).count()
    }

    /// Whether the first words are little ones of a language.
    fn asks(&self, language: Language) -> bool {
        self.first.iter().all(|word| is_stop_word(word, language))
    }

    /// What it is to texts in some languages; `None` if it may be in one of them.
    pub fn foreign_to(&self, languages: &[Language]) -> Option<Foreign> {
        let script = self.script?;
        if languages.contains(&Language::Other) {
            return None; // it may be that
        }

        let writes = |language: &Language| language.script().writes(script);
        let count = |language: Language| (self.familiar(language), language);
        let own = languages.iter().copied().filter(writes).map(count).max();
        let others = Language::all().filter(|language| !languages.contains(language));
        let other = others.filter(writes).map(count).max();

        let most = other.map_or(0, |(most, _)| most);
        // A language in which it begins to ask, as no other does, needs less of a lead: "Was ist
        // S3?"
        let asks = |language: Language| self.first.len() > 1 && self.asks(language);
        let lead = match (own, other) {
            (Some((_, own)), Some((_, other))) if asks(other) && !asks(own) => 1,
            _ => LEAD,
        };
        match own {
            Some((own, _)) if most < own + lead => None,
            _ => Some(Foreign(other.filter(|_| most > 0).map(|(_, other)| other))),
        }
    }
}

/// A question's own language, which is not that of the texts; `None` if only the script tells it
/// from theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign(Option<Language>);

impl Foreign {
    /// Whether a word only says how the question is asked, in the language that it is in.
    pub fn is_stop_word(self, folded: &str) -> bool {
        self.0
            .is_some_and(|language| is_stop_word(folded, language))
    }

    /// The term by which texts in another language have a number or a month.
    pub fn translated(self, folded: &str, to: Language) -> Option<String> {
        let from = self.0?;
        if let Some(digits) = numbers::number_word_digits(folded, from) {
            return Some(digits.to_owned());
        }
        let number = month_number(folded, from)?;
        let (name, _) = month_names(to).find(|(_, other)| *other == number)?;
        Some(to_term(name, to))
    }
}

/// Whether a question is nothing but a name: capitalised words, and particles between them.
fn is_name(question: &str) -> bool {
    let mut words = question.split_whitespace().peekable();
    let starts = words
        .peek()
        .is_some_and(|word| word.starts_with(char::is_uppercase));
    starts && words.all(|word| word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_in_none_of_the_languages_is_told() {
        use Language::{Chinese, English, French, German, Japanese, Norwegian, Russian};
        for (question, languages, foreign) in [
            ("Wer goss die Glocke?", &[English][..], true),
            ("Wer goss die Glocke?", &[English, German], false),
            ("Who cast the bell?", &[German, French], true),
            ("Who cast the bell?", &[English], false),
            ("Isolde Vanterpool", &[German], false),
            ("Was geschah im März 1832?", &[English], true),
            ("What was it in May?", &[German], true),
            ("Was it in May?", &[English], false),
            ("Was ist S3?", &[English], true),
            ("Wer war Isolde?", &[English], true),
            ("Wat is S3?", &[English], true),
            ("Was Isolde there?", &[English], false),
            ("Was in den Boxen?", &[English, German], false),
            ("¿Quién construyó el faro?", &[English, French], true),
            ("Quem construiu o farol da ilha?", &[English], true),
            ("Hvem bygde fyret?", &[Norwegian], false),
            ("Кто построил маяк?", &[English], true),
            ("Кто построил маяк?", &[Russian], false),
            ("誰が灯台を建てましたか。", &[Chinese], true),
            ("灯塔是谁建的？", &[Japanese, English], true),
            ("誰が灯台を建てましたか。", &[Japanese], false),
            ("1872", &[English], false),
            ("Charles de la Tour", &[English], false),
            ("Notre Dame de Paris", &[English], false),
            ("who's Tim O'Reilly", &[English], false),
            ("NASUWT是什么？", &[Chinese], false),
            ("What does 灯塔 mean?", &[English], false),
            ("", &[English], false),
            ("Who cast the bell?", &[Language::Other], false),
        ] {
            let found = Tongue::of(question).foreign_to(languages).is_some();
            assert_eq!(found, foreign, "{question} {languages:?}");
        }
    }

    #[test]
    fn numbers_and_months_are_found_in_another_language() {
        let german = Tongue::of("Was geschah am dritten Mai mit der Glocke?");
        let german = german.foreign_to(&[Language::English]).unwrap();
        for (word, expected) in [
            ("zwolf", Some("12")),
            ("oktober", Some("octob")),
            ("glocke", None),
        ] {
            let found = german.translated(word, Language::English);
            assert_eq!(found.as_deref(), expected, "{word}");
        }
        assert!(german.is_stop_word("was") && !german.is_stop_word("glocke"));
    }
}
