//! A library -> questions that may be asked of it: about the names that its first texts tell most of.

use std::collections::HashMap;

use anyhow::Result;

use crate::analyze::{fold, is_stop_word};
use crate::language::Language;
use crate::servers::View;

/// Sentences of a text that are looked through for names.
const READ: u32 = 600;
/// Words that tell that somebody is a person.
const PERSONS: [&str; 7] = ["he", "she", "his", "her", "him", "who", "whose"];
/// Texts that are looked through, and names of each that are tried.
const TEXTS: u32 = 3;
const NAMES: usize = 2;

/// Questions, the likeliest to be answered first.
///
/// # Errors
/// When the index cannot be read.
pub fn examples(library: &View) -> Result<Vec<String>> {
    let mut questions = Vec::new();
    for document in 0..TEXTS.min(library.documents().len() as u32) {
        let info = library.document(document)?;
        // The question is in English, and finds most in texts that are.
        if info.language != Language::English {
            continue;
        }
        let rows = info.sentences.start..info.sentences.end.min(info.sentences.start + READ);
        let text = library.full_text(document)?;
        let sentences = rows
            .map(|row| Ok(&text[library.sentence(row)?.range]))
            .collect::<Result<Vec<_>>>()?;
        questions.extend(names(&sentences).map(|name| format!("Who is {name}?")));
    }

    Ok(questions)
}

/// Names of two words of whom most is told as of a person.
fn names(sentences: &[&str]) -> impl Iterator<Item = String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for pair in sentences.windows(2) {
        let (words, next) = (words(pair[0]), words(pair[1]));
        let is_told = |word: &&str| PERSONS.contains(&fold(word).as_str());
        if !words.iter().chain(next.iter().take(1)).any(is_told) {
            continue;
        }

        // The first word of a sentence has a capital whatever it is.
        for name in words.windows(2).skip(1) {
            if is_name(name[0]) && is_name(name[1]) {
                *counts.entry(name.join(" ")).or_default() += 1;
            }
        }
    }

    let mut names: Vec<(String, usize)> = counts.into_iter().collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    names.into_iter().map(|(name, _)| name).take(NAMES)
}

/// The words between white space, without the punctuation around them.
fn words(sentence: &str) -> Vec<&str> {
    let words = sentence.split_whitespace().map(bare);
    words.filter(|word| !word.is_empty()).collect()
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let owner = word.strip_suffix("’s").or(word.strip_suffix("'s"));
    owner.unwrap_or(word)
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && !is_stop_word(&fold(word), Language::English)
        && word.chars().count() > 2
        && letters.all(char::is_lowercase)
}
