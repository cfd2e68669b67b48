//! Phrases in quotation marks, which must stand in a text as they are.

use crate::analyze::tokens;
use crate::language::Language;

/// Quoted phrases that are looked for, and words of each; to look for one can cost as much as all
/// the rest.
const MAX_PHRASES: usize = 4;
const MAX_PHRASE: usize = 24;
/// Marks around a phrase that must stand in the text as it is.
pub const PHRASE_MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '「', '」'];

/// Terms of each part of the question between quotation marks.
pub fn collect_phrases(text: &str, language: Language) -> Vec<Vec<String>> {
    let parts: Vec<&str> = text.split(PHRASE_MARKS).collect();
    // An opening mark without its closing one opens nothing.
    let closed = parts.len().saturating_sub(1) / 2 * 2;

    // Parts outside and inside of quotation marks take turns, and the first is outside.
    let quoted = parts[..closed].iter().skip(1).step_by(2);
    let mut phrases: Vec<Vec<String>> = Vec::new();
    for part in quoted {
        let terms = tokens(part, language).map(|t| t.term);
        let phrase: Vec<String> = terms.take(MAX_PHRASE).collect();
        if !phrase.is_empty() && phrases.len() < MAX_PHRASES && !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }

    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_english(text: &str) -> Vec<Vec<String>> {
        collect_phrases(text, Language::English)
    }

    #[test]
    fn phrases_stand_between_quotation_marks() {
        assert_eq!(
            in_english("who said \"let there be\" and “two pizzas”?"),
            [vec!["let", "there", "be"], vec!["2", "pizza"]]
        );
        assert_eq!(in_english("a 5\" screen"), Vec::<Vec<String>>::new());
        assert_eq!(in_english("\"\" x"), Vec::<Vec<String>>::new());
    }
}
