//! What a question asks for, and by which of its words: an expression, and a noun beside it.
//!
//! "Which" and "how much" alone tell little. The noun beside them, such as "height" or "price",
//! tells more; each language's vocabulary lists such nouns by the kind of answer that they ask for.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::{split_words, to_term};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::{Kind, QueryWord, question_words};

/// The kind of answer that a question wants, and the words that ask for it.
pub fn read_kind(
    asked: &str,
    words: &[QueryWord],
    places: &[Range<usize>],
    language: Language,
) -> (Kind, Vec<usize>) {
    let as_asked = |(word, place): (&QueryWord, &Range<usize>)| match language {
        Language::Vietnamese => {
            question_words::fold_as_asked(&asked[place.clone()], asked, language)
        }
        _ => word.folded.clone(),
    };
    let asking: Vec<String> = words.iter().zip(places).map(as_asked).collect();
    let asking: Vec<&str> = asking.iter().map(String::as_str).collect();

    let Some((expression, kind)) = question_words::find_expression(&asking, language) else {
        return (Kind::of(&asking, language), Vec::new());
    };
    let compared = |(word, asking): (&QueryWord, &&str)| match language {
        // Terms have no tones: the price is not the house.
        Language::Vietnamese => ((*asking).to_owned(), word.stop),
        _ => (word.term.clone(), word.stop),
    };
    let nouns: Vec<(String, bool)> = words.iter().zip(&asking).map(compared).collect();
    match find_noun(&expression, kind, &nouns, language) {
        Some((noun, kind)) => (kind, expression.chain(noun).collect()),
        None => (kind, expression.collect()),
    }
}

/// Whether a term asks for an age. A text must say that it is one: a span of years may be of
/// anything.
pub fn is_of_age(term: &str, language: Language) -> bool {
    let mut listed = Vocabulary::of(language).list("age").iter();
    listed.any(|word| to_term(word, language) == term)
}

/// Nouns as their words, each with the kind it asks for.
type Nouns = Vec<(Vec<String>, Kind)>;

/// Words behind an expression such as "which" among which a noun says what is asked for.
const NOUN_AFTER: usize = 4;

/// The noun beside an expression that asks, such as "height" or "price", and the kind of answer
/// that it makes of `kind`. Of each word is given what it is compared by, and whether it is a stop
/// word.
fn find_noun(
    expression: &Range<usize>,
    kind: Kind,
    words: &[(String, bool)],
    language: Language,
) -> Option<(Range<usize>, Kind)> {
    static ALL: LazyLock<HashMap<Language, Nouns>> = LazyLock::new(|| {
        Language::all()
            .map(|language| (language, collect_nouns(language)))
            .collect()
    });

    let fits = |of_noun: Kind| match kind {
        Kind::What => true,
        // "How many" counts whatever noun is behind it, unless that is a sum or a size.
        Kind::Count | Kind::Measure => {
            matches!(of_noun, Kind::Money | Kind::Measure | Kind::Duration)
        }
        _ => false,
    };
    let noun_at = |at: usize| {
        let nouns = ALL[&language].iter().filter(|(_, kind)| fits(*kind));
        let begins = |noun: &[String]| {
            let here = words[at..].iter().map(|(word, _)| word);
            here.take(noun.len()).eq(noun)
        };
        let (noun, kind) = nouns.into_iter().find(|(noun, _)| begins(noun))?;
        Some((at..at + noun.len(), *kind))
    };

    // Behind a verb a noun is what it was done to: "what destroyed the city".
    let between = words[expression.end..].iter().take_while(|(_, stop)| *stop);
    let reach = (1 + between.count()).min(NOUN_AFTER);
    let after = (expression.end..words.len()).take(reach);
    let before = (0..expression.start).rev().take(words_before(language));
    after.chain(before).find_map(noun_at)
}

/// Words before what asks among which the noun may be, where that stands as the answer would:
/// `ağırlığı ne kadar`.
fn words_before(language: Language) -> usize {
    match language {
        Language::Hindi | Language::Korean | Language::Turkish => 1,
        // `Chi phí xây tháp là bao nhiêu?`
        Language::Vietnamese => 5,
        _ => 0,
    }
}

/// Each noun of the vocabulary as its terms, with the kind that it asks for.
fn collect_nouns(language: Language) -> Nouns {
    let kind_of = |name: &str| Kind::ALL.into_iter().find(|kind| kind.name() == name);
    let to_terms = |noun: &str| {
        let written = noun.replace('_', " ");
        match language {
            Language::Vietnamese => question_words::words_as_asked(&written, language),
            _ => split_words(&written, language)
                .map(|(_, word)| to_term(word, language))
                .collect(),
        }
    };

    let lists = Vocabulary::of(language).lists("noun ");
    let lists = lists.filter_map(|(name, nouns)| Some((kind_of(name)?, nouns)));
    lists
        .flat_map(|(kind, nouns)| nouns.iter().map(move |noun| (to_terms(noun), kind)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::tokens;

    #[test]
    fn a_noun_beside_the_question_word_tells_the_kind_of_answer() {
        let check = |language, question: &str, expected| {
            let words = question_words::words_as_asked(question, language);
            let nouns: Vec<(String, bool)> = tokens(question, language)
                .zip(&words)
                .map(|(token, asking)| match language {
                    Language::Vietnamese => (asking.clone(), token.stop),
                    _ => (token.term, token.stop),
                })
                .collect();

            let (expression, kind) = question_words::find_expression(&words, language).unwrap();
            let found = find_noun(&expression, kind, &nouns, language);
            assert_eq!(found.map(|(_, kind)| kind), expected, "{question}");
        };
        check(
            Language::German,
            "Welche Höhe hat der Turm?",
            Some(Kind::Measure),
        );
        check(Language::German, "Wie viele Städte sind es?", None);
        check(Language::German, "Wer zahlte den Preis?", None);
        check(Language::German, "Was zerstörte die Stadt?", None);
        check(
            Language::Russian,
            "Какова была стоимость?",
            Some(Kind::Money),
        );
        check(
            Language::Greek,
            "Ποια ήταν η ταχύτητα;",
            Some(Kind::Measure),
        );
        check(Language::Arabic, "كم بلغت التكلفة؟", Some(Kind::Money));
        check(Language::Turkish, "Ağırlığı ne kadar?", Some(Kind::Measure));
        check(
            Language::Hindi,
            "मीनार की ऊँचाई कितनी है?",
            Some(Kind::Measure),
        );
        check(
            Language::Vietnamese,
            "Chi phí xây tháp là bao nhiêu?",
            Some(Kind::Money),
        );
        check(Language::Vietnamese, "Năng lượng nào được dùng?", None);
        check(Language::Spanish, "¿A qué dio lugar la tormenta?", None);
        check(Language::French, "En quelle année ?", None);
    }

    #[test]
    fn what_asks_for_an_age_is_told_from_other_spans() {
        let check = |language, word: &str, expected| {
            assert_eq!(
                is_of_age(&to_term(word, language), language),
                expected,
                "{word}"
            );
        };
        check(Language::German, "alt", true);
        check(Language::German, "lange", false);
        check(Language::French, "âge", true);
        check(Language::Russian, "возраста", true);
    }
}
