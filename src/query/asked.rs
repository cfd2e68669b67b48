//! The kind of answer wanted, in languages other than English: by the expression that asks.
//!
//! Each language's vocabulary lists such expressions (`wie lange`, `combien de`, `何人`). The one that
//! stands first decides, and of two that begin together the longer one.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::{fold, split_words};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::Kind;

/// Expressions as their words joined, each with the kind it asks for.
type Expressions = Vec<(String, Kind)>;

/// Bytes of the expressions that ask, in a language that puts no spaces around them, where the words beside them are
/// cut as if they belonged to them (`茶屋|はい|つ|できました`). One letter alone may be part of another word.
pub fn find_asking_places(question: &str, language: Language) -> Vec<Range<usize>> {
    if !is_written_whole(language) {
        return Vec::new();
    }

    let lists = Vocabulary::of(language).lists("ask ");
    let expressions = lists.flat_map(|(_, listed)| listed.iter());
    expressions
        .filter(|expression| expression.chars().count() > 1)
        .flat_map(|expression| question.match_indices(expression))
        .map(|(at, found)| at..at + found.len())
        .collect()
}

/// Whether a language puts no spaces between words.
fn is_written_whole(language: Language) -> bool {
    matches!(
        language,
        Language::Chinese | Language::Japanese | Language::Thai
    )
}

/// Reads the kind off the folded words of a question, in order.
pub fn find_kind(question: &[&str], language: Language) -> Kind {
    static ALL: LazyLock<HashMap<Language, Expressions>> = LazyLock::new(|| {
        Language::all()
            .map(|language| (language, collect_expressions(language)))
            .collect()
    });

    let question = join_words(question.iter().copied(), language);
    let place = |(expression, kind): &(String, Kind)| {
        let at = question.find(expression.as_str())?;
        // Of two that begin together the longer one is the smaller.
        Some(((at, usize::MAX - expression.len()), *kind))
    };

    let found = ALL[&language].iter().filter_map(place);
    found
        .min_by_key(|(place, _)| *place)
        .map_or(Kind::What, |(_, kind)| kind)
}

fn collect_expressions(language: Language) -> Expressions {
    let mut expressions = Vec::new();
    for (name, listed) in Vocabulary::of(language).lists("ask ") {
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == name) else {
            continue;
        };

        for expression in listed {
            let written = expression.replace('_', " ");
            let folded: Vec<String> = split_words(&written, language)
                .map(|(_, word)| fold(word))
                .collect();
            expressions.push((
                join_words(folded.iter().map(String::as_str), language),
                kind,
            ));
        }
    }
    expressions
}

/// Words in a row, so that one expression can be looked for inside another.
fn join_words<'a>(words: impl Iterator<Item = &'a str>, language: Language) -> String {
    // Which words it is cut into depends on what stands beside them; and Korean takes endings: `어디에서`.
    if is_written_whole(language) || language == Language::Korean {
        words.collect()
    } else {
        words.fold(" ".to_owned(), |row, word| row + word + " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_names_a_kind() {
        for language in Language::all() {
            for (name, _) in Vocabulary::of(language).lists("ask ") {
                assert!(
                    Kind::ALL.iter().any(|kind| kind.name() == name),
                    "{language:?}: {name}"
                );
            }
        }
    }

    #[test]
    fn expressions_tell_the_kind_of_answer() {
        let check = |language, question: &str, expected| {
            let folded: Vec<String> = split_words(question, language)
                .map(|(_, word)| fold(word))
                .collect();
            let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
            assert_eq!(Kind::of(&folded, language), expected, "{question}");
        };
        check(
            Language::German,
            "Wie viele Stufen hat der Turm?",
            Kind::Count,
        );
        check(Language::German, "In welchem Jahr brannte er?", Kind::When);
        check(Language::German, "Wie hieß der Wärter?", Kind::Name);
        check(Language::German, "Was kostete die Lampe?", Kind::Money);
        check(
            Language::French,
            "Depuis combien de temps vit-il là ?",
            Kind::Duration,
        );
        check(Language::French, "D'où venait le gardien ?", Kind::Where);
        check(Language::Spanish, "¿Por qué se apagó?", Kind::Why);
        check(Language::Italian, "Di che colore è?", Kind::Colour);
        check(Language::Portuguese, "Quem construiu o farol?", Kind::Who);
        check(Language::Dutch, "Hoe lang duurde het?", Kind::Duration);
        check(Language::Swedish, "Hur många kom?", Kind::Count);
        check(Language::Russian, "Сколько стоила лампа?", Kind::Money);
        check(Language::Chinese, "灯塔是什么时候建的？", Kind::When);
        check(
            Language::Japanese,
            "灯台はいつ建てられましたか。",
            Kind::When,
        );
        check(Language::Finnish, "Kuka rakensi majakan?", Kind::Who);
        check(Language::Greek, "Πότε χτίστηκε ο φάρος;", Kind::When);
        check(Language::Turkish, "Feneri kim yaptı?", Kind::Who);
        check(Language::Turkish, "Fener ne zaman yapıldı?", Kind::When);
        check(Language::Arabic, "كم كلفت المنارة؟", Kind::Money);
        check(Language::Hindi, "प्रकाशस्तंभ कब बना था?", Kind::When);
        check(Language::Romanian, "De ce s-a stins?", Kind::Why);
        check(Language::Vietnamese, "Ngọn hải đăng ở đâu?", Kind::Where);
        check(Language::Thai, "ประภาคารสร้างขึ้นเมื่อไร", Kind::When);
        check(Language::Korean, "등대는 어디에서 보입니까?", Kind::Where);
        check(Language::Polish, "Ile kosztowała lampa?", Kind::Money);
        check(Language::Ukrainian, "Як звали доглядача?", Kind::Name);
        check(Language::Czech, "Kolik schodů má maják?", Kind::Count);
        check(Language::Hungarian, "Milyen színű volt?", Kind::Colour);
        check(Language::Danish, "Hvor længe varede det?", Kind::Duration);
        check(Language::Norwegian, "Hvorfor sluknet den?", Kind::Why);
        check(Language::Hebrew, "מתי נבנה המגדלור?", Kind::When);
        check(Language::Tamil, "கலங்கரை விளக்கம் எங்கே?", Kind::What);
    }
}
