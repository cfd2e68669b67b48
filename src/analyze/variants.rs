//! Spellings and irregular forms that count as one word: `colour` and `color`, `bought` and `buy`.
//!
//! `tables/variants.tsv` lists whole words (`word`, `form`), words to leave alone (`keep`), and
//! rules for starts and ends of words; it says itself in which order they apply.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

static VARIANTS: LazyLock<Variants> =
    LazyLock::new(|| Variants::parse(include_str!("tables/variants.tsv")));

#[derive(Default)]
struct Variants {
    words: HashMap<&'static str, &'static str>,
    /// Rules by the first letter of what they fit.
    prefixes: HashMap<u8, Vec<(&'static str, &'static str)>>,
    suffixes: Vec<(&'static str, &'static str)>,
    /// Verbs that are written as the past of another, with their own past.
    bases: HashMap<&'static str, &'static str>,
}

/// A folded word in the one form that all its variants share.
pub fn unify_spelling(word: &str) -> Cow<'_, str> {
    let variants = &*VARIANTS;
    // A word that is to be left alone is listed as a variant of itself.
    if let Some(meant) = variants.words.get(word) {
        return Cow::Borrowed(meant);
    }

    let mut uniform = Cow::Borrowed(word);
    let prefixes = word
        .as_bytes()
        .first()
        .and_then(|letter| variants.prefixes.get(letter))
        .into_iter()
        .flatten();
    for (written, meant) in prefixes {
        if let Some(rest) = word.strip_prefix(written) {
            uniform = Cow::Owned(format!("{meant}{rest}"));
            break;
        }
    }

    // The ending is looked at with the beginning changed already, and must leave three bytes before
    // it.
    let fits = |written: &str| uniform.len() > written.len() + 2 && uniform.ends_with(written);
    if let Some((written, meant)) = variants.suffixes.iter().find(|(written, _)| fits(written)) {
        let start = &uniform[..uniform.len() - written.len()];
        return Cow::Owned(format!("{start}{meant}"));
    }

    uniform
}

/// The past of a verb that is written as the past of another: "founded" of "found".
pub fn past_of_base(word: &str) -> Option<&'static str> {
    VARIANTS.bases.get(word).copied()
}

impl Variants {
    fn parse(table: &'static str) -> Variants {
        let mut variants = Variants::default();
        for line in table.lines() {
            let cells: Vec<&'static str> = line.split('\t').collect();
            match cells[..] {
                ["word" | "form", written, meant] => drop(variants.words.insert(written, meant)),
                ["keep", word, ..] => drop(variants.words.insert(word, word)),
                ["base", written, past] => drop(variants.bases.insert(written, past)),
                ["prefix", written, meant] => variants
                    .prefixes
                    .entry(written.as_bytes()[0])
                    .or_default()
                    .push((written, meant)),
                ["suffix", written, meant] => variants.suffixes.push((written, meant)),
                _ => {}
            }
        }

        variants
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_become_one_word() {
        for (a, b) in [
            ("colour", "color"),
            ("organize", "organise"),
            ("bought", "buy"),
            ("centres", "centers"),
            ("grey", "gray"),
            ("began", "begin"),
        ] {
            assert_eq!(unify_spelling(a), unify_spelling(b), "{a} {b}");
        }
        for word in ["size", "four", "hour", "story", "x"] {
            assert_eq!(unify_spelling(word), word);
        }
    }
}
