//! A library -> questions that may be asked of it: about the names that its texts tell most of.
//!
//! Each text is asked in its own language, as it finds most so; of a large library only so many
//! texts are looked through.

use std::collections::HashMap;

use anyhow::Result;

use crate::analyze::spelling::strip_possessive;
use crate::analyze::{fold, is_stop_word};
use crate::ids::DocumentId;
use crate::language::Language;
use crate::servers::View;

/// Sentences of a text that are looked through for names.
const READ: u32 = 600;
/// Texts that are looked through, and names of each that are tried.
const TEXTS: usize = 40;
const NAMES: usize = 2;
/// A name of one word comes so often, or it may be none.
const OFTEN: usize = 3;

/// How a language asks who somebody is, and the words by which it tells of persons.
const WHO: [(Language, &str, &str); 10] = [
    (
        Language::English,
        "Who is {}?",
        "he she his her him who whose",
    ),
    (
        Language::German,
        "Wer ist {}?",
        "er sie ihn ihm ihr ihre seine seinen",
    ),
    (Language::French, "Qui est {}\u{202f}?", "il elle lui"),
    (Language::Spanish, "¿Quién es {}?", "él ella le quien"),
    (Language::Italian, "Chi è {}?", "egli lui lei gli"),
    (Language::Portuguese, "Quem é {}?", "ele ela lhe quem"),
    (Language::Dutch, "Wie is {}?", "hij zij hem haar zijn wie"),
    (
        Language::Swedish,
        "Vem är {}?",
        "han hon honom henne hans hennes",
    ),
    (
        Language::Danish,
        "Hvem er {}?",
        "han hun ham hende hans hendes",
    ),
    (
        Language::Norwegian,
        "Hvem er {}?",
        "han hun ham henne hans hennes",
    ),
];

/// Questions, text for text, those in a language before the others, and the likeliest of each to be
/// answered first. An item is an error when the index cannot be read.
pub fn example_questions<'a>(
    library: &'a View,
    language: Option<Language>,
) -> impl Iterator<Item = Result<String>> + 'a {
    let numbered = library.documents_with_ids();
    let (own, others): (Vec<_>, Vec<_>) =
        numbered.partition(|(_, info)| Some(info.language) == language);

    let documents = own.into_iter().chain(others).map(|(document, _)| document);
    let asked = documents
        .take(TEXTS)
        .map(|document| collect_questions(library, document));
    asked.flat_map(|questions| match questions {
        Ok(questions) => questions.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    })
}

/// The questions that may be asked of a text.
fn collect_questions(library: &View, document: DocumentId) -> Result<Vec<String>> {
    let info = library.document(document)?;
    let who = WHO.iter().find(|(language, ..)| *language == info.language);
    let Some((language, who, persons)) = who else {
        return Ok(Vec::new());
    };

    let rows = info.sentences.start..info.sentences.end.min(info.sentences.start + READ);
    let text = library.full_text(document)?;
    let sentences = rows
        .map(|row| Ok(&text[library.sentence(row)?.range]))
        .collect::<Result<Vec<_>>>()?;
    let names = choose_names(&sentences, persons, *language);
    Ok(names.map(|name| who.replace("{}", &name)).collect())
}

/// Names of whom most is told as of `persons`; those of two words first.
fn choose_names(
    sentences: &[&str],
    persons: &str,
    language: Language,
) -> impl Iterator<Item = String> + use<> {
    let persons: Vec<String> = persons.split(' ').map(fold).collect();
    let is_told = |word: &&str| persons.contains(&fold(word));

    let mut counts: HashMap<(bool, String), usize> = HashMap::new();
    let all: Vec<Vec<&str>> = sentences
        .iter()
        .map(|sentence| split_words(sentence))
        .collect();
    for (at, words) in all.iter().enumerate() {
        let next = all.get(at + 1).and_then(|next| next.first());
        if !words.iter().chain(next).any(is_told) {
            continue;
        }
        for (is_single, name) in collect_names(words, language) {
            *counts.entry((is_single, name)).or_default() += 1;
        }
    }

    let is_sure = |((is_single, _), count): &((bool, String), usize)| !is_single || *count >= OFTEN;
    let mut names: Vec<((bool, String), usize)> = counts.into_iter().filter(is_sure).collect();
    names.sort_by(
        |((single, name), count), ((other_single, other), other_count)| {
            let by_kind = single.cmp(other_single).then(other_count.cmp(count));
            by_kind.then_with(|| name.cmp(other))
        },
    );
    names.into_iter().map(|((_, name), _)| name).take(NAMES)
}

/// The names in a sentence, of two words and, where only names have capitals, of one. The first
/// word of a sentence has a capital whatever it is.
fn collect_names(words: &[&str], language: Language) -> Vec<(bool, String)> {
    let is_name = |word: &str| is_name(word, language);
    let pairs = words.windows(2).skip(1);
    let pairs = pairs.filter(|pair| pair.iter().all(|word| is_name(word)));
    let pairs: Vec<(bool, String)> = pairs.map(|pair| (false, pair.join(" "))).collect();
    if !pairs.is_empty() || !language.keeps_capitals_for_names() {
        return pairs;
    }

    let single = words.iter().skip(1).filter(|word| is_name(word));
    single.map(|word| (true, (*word).to_owned())).collect()
}

/// The words between white space, without the punctuation around them.
fn split_words(sentence: &str) -> Vec<&str> {
    let words = sentence.split_whitespace().map(strip_marks);
    words.filter(|word| !word.is_empty()).collect()
}

fn strip_marks(word: &str) -> &str {
    strip_possessive(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn is_name(word: &str, language: Language) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && !is_stop_word(&fold(word), language)
        && word.chars().count() > 2
        && letters.all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_two_words_come_before_those_of_one() {
        for (language, told, expected) in [
            (
                Language::English,
                &[
                    "In spring Isolde Vanterpool came, and she stayed.",
                    "Nobody saw her.",
                ][..],
                &["Isolde Vanterpool"][..],
            ),
            (
                Language::English,
                &[
                    "Then Marit laughed at him.",
                    "So Marit left her boat.",
                    "And Marit took his oars.",
                ],
                &["Marit"],
            ),
            (Language::English, &["Then Marit laughed at him."], &[]),
            (
                Language::German,
                &[
                    "Da kam Käthe Brünjes, und sie blieb.",
                    "Der Hund sah sie.",
                    "Ein Hund sah sie.",
                ],
                &["Käthe Brünjes"],
            ),
        ] {
            let (_, _, persons) = WHO.iter().find(|(one, ..)| *one == language).unwrap();
            let found: Vec<String> = choose_names(told, persons, language).collect();
            assert_eq!(found, expected, "{told:?}");
        }
    }
}
