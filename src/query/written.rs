//! A word of the library as the texts write it: `handler` is `Händler`, and `bezos` is `Bezos`.
//!
//! Words are kept folded, which nobody wants to read. In: what typing errors were taken for. Out:
//! the same as it stands in the first passages that have it; a capital that only begins a sentence
//! is not part of it.

use std::ops::Range;

use anyhow::Result;

use super::Correction;
use crate::analyze::spelling::strip_possessive;
use crate::analyze::{fold, to_term, tokens};
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;

/// Passages that are looked at.
const LOOKED_AT: usize = 8;

/// Corrections as the texts write them.
pub fn respell_corrections(
    library: &Library,
    corrections: Vec<Correction>,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<Vec<Correction>> {
    let written = |one: Correction| {
        let to =
            find_written_form(library, &one.to, scope, language)?.unwrap_or_else(|| one.to.clone());
        Ok(Correction { to, ..one })
    };

    corrections.into_iter().map(written).collect()
}

/// How the first passages write a word, folded; as most of them do.
fn find_written_form(
    library: &Library,
    word: &str,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<Option<String>> {
    let run = [vec![to_term(word, language)]];
    let passages = library.postings(language).holding(&run, scope.clone())?;

    let mut forms: Vec<String> = Vec::new();
    for id in passages.take(LOOKED_AT) {
        let text = library.text(library.passage(id)?.span)?;
        let there = tokens(text, language).map(|token| &text[token.range]);
        forms.extend(
            there
                .filter(|form| fold(form) == word)
                .map(|form| strip_possessive(form).to_owned()),
        );
    }
    Ok(choose_likeliest_form(forms))
}

/// The form that shows no more capitals than the word has anywhere.
fn choose_likeliest_form(forms: Vec<String>) -> Option<String> {
    let capitals = |form: &String| form.chars().filter(|c| c.is_uppercase()).count();
    forms.into_iter().min_by_key(capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_counts_only_where_the_word_always_has_it() {
        let check = |forms: &[&str], expected| {
            let forms = forms
                .iter()
                .map(|form| strip_possessive(form).to_owned())
                .collect();
            assert_eq!(choose_likeliest_form(forms).as_deref(), expected);
        };
        check(&["HÄNDLER", "Händler", "Händler"], Some("Händler"));
        check(&["Letter", "letter"], Some("letter"));
        check(&["Bezos’s", "BEZOS"], Some("Bezos"));
        check(&[], None);
    }
}
