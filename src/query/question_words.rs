//! The kind of answer wanted, in languages other than English: by the expression that asks.
//!
//! Each language's vocabulary lists such expressions (`wie lange`, `combien de`, `何人`). The one
//! that stands first decides, and of two that begin together the longer one.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::analyze::{fold, split_words};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::query::Kind;

/// Expressions as their words joined, each with the kind it asks for.
type Expressions = Vec<(String, Kind)>;

/// Bytes of the expressions that ask, in a language that puts no spaces around them, where the
/// words beside them are cut as if they belonged to them (`茶屋|はい|つ|できました`). One letter alone may be
/// part of another word.
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

/// Reads the kind off the words of a question in order, each as [`fold_as_asked`] gives it.
pub fn find_kind(question: &[&str], language: Language) -> Kind {
    find_expression(question, language).map_or(Kind::What, |(_, kind)| kind)
}

/// The words of the expression that asks, and the kind that it asks for.
pub fn find_expression(
    question: &[impl AsRef<str>],
    language: Language,
) -> Option<(Range<usize>, Kind)> {
    static ALL: LazyLock<HashMap<Language, Expressions>> = LazyLock::new(|| {
        Language::all()
            .map(|language| (language, collect_expressions(language)))
            .collect()
    });

    let row = join_words(question, language);
    let place = |(expression, kind): &'static (String, Kind)| {
        let at = row.find(expression.as_str())?;
        Some((at, expression.as_str(), *kind))
    };
    let found = ALL[&language].iter().filter_map(place);
    // Of two that begin together the longer one.
    let (at, expression, kind) = found.min_by_key(|(at, text, _)| (*at, Reverse(text.len())))?;

    let words = find_words_at(at..at + expression.len(), question, language);
    Some((words, kind))
}

/// The words that some bytes of a row of them belong to.
fn find_words_at(
    bytes: Range<usize>,
    words: &[impl AsRef<str>],
    language: Language,
) -> Range<usize> {
    let starts_by = |byte: usize| {
        let starts = (0..words.len()).map(|at| join_words(&words[..at], language));
        starts.filter(|before| before.len() <= byte).count()
    };

    // The spaces around an expression belong to no word.
    let space = usize::from(!is_row_whole(language));
    starts_by(bytes.start + space) - 1..starts_by(bytes.end - space - 1)
}

/// A word as it is compared with the expressions that ask: folded, but with the tones of a question
/// in Vietnamese that has any, where `đầu` (the head) is not `đâu` (where).
pub fn fold_as_asked(word: &str, question: &str, language: Language) -> String {
    if language == Language::Vietnamese && !question.is_ascii() {
        word.nfc().collect::<String>().to_lowercase()
    } else {
        fold(word)
    }
}

/// The words of an expression or a question, as [`fold_as_asked`] gives them.
pub fn words_as_asked(written: &str, language: Language) -> Vec<String> {
    let words = split_words(written, language);
    words
        .map(|(_, word)| fold_as_asked(word, written, language))
        .collect()
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
            expressions.push((join_words(&folded, language), kind));
            if language == Language::Vietnamese {
                let asked = words_as_asked(&written, language);
                expressions.push((join_words(&asked, language), kind));
            }
        }
    }
    expressions
}

/// Words in a row, so that one expression can be looked for inside another.
fn join_words(words: &[impl AsRef<str>], language: Language) -> String {
    let words = words.iter().map(AsRef::as_ref);
    if is_row_whole(language) {
        words.collect()
    } else {
        words.fold(" ".to_owned(), |row, word| row + word + " ")
    }
}

/// Whether expressions are looked for inside words, too: which words a text is cut into depends on
/// what stands beside them; and Korean takes endings: `어디에서`.
fn is_row_whole(language: Language) -> bool {
    is_written_whole(language) || language == Language::Korean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_names_a_kind() {
        for language in Language::all() {
            let vocabulary = Vocabulary::of(language);
            for (name, _) in vocabulary.lists("ask ").chain(vocabulary.lists("noun ")) {
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
            let folded = words_as_asked(question, language);
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
        check(Language::Russian, "Во сколько обошлась лампа?", Kind::Money);
        check(
            Language::Russian,
            "Из скольких ступеней состоит лестница?",
            Kind::Count,
        );
        check(Language::Vietnamese, "Người đầu tiên đến là ai?", Kind::Who);
        check(Language::Vietnamese, "Tháp có bao nhiêu bậc?", Kind::Count);
        check(Language::Tamil, "கலங்கரை விளக்கம் எங்கே?", Kind::What);
    }

    #[test]
    fn every_expression_is_found_in_itself() {
        for language in Language::all() {
            for listed in Vocabulary::of(language).lists("ask ").map(|(_, list)| list) {
                for expression in listed {
                    let written = expression.replace('_', " ");
                    let words: Vec<String> = split_words(&written, language)
                        .map(|(_, word)| fold(word))
                        .collect();
                    let found = find_expression(&words, language).map(|(words, _)| words);
                    assert!(
                        found.is_some_and(|found| found.end <= words.len() && !found.is_empty()),
                        "{expression}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_words_that_ask_are_known_by_their_places() {
        let check = |language, question: &str, expected| {
            let words: Vec<String> = question.split(' ').map(fold).collect();
            let found = find_expression(&words, language);
            assert_eq!(found.map(|(words, _)| words), expected, "{question}");
        };
        check(Language::German, "wie schwer war die glocke", Some(0..2));
        check(Language::German, "die glocke war wie schwer", Some(3..5));
        check(Language::Korean, "등대는 어디에서 보입니까", Some(1..2));
        check(Language::German, "die glocke", None);
    }
}
