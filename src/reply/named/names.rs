//! Names of texts as they are typed: words in any order, the last one perhaps not whole, one with a
//! typing error.

use crate::analyze::numbers::number_word_digits;
use crate::index::{is_near, typed_spellings};
use crate::language::Language;

/// From this length on, a word may have a typing error.
const LONG: usize = 4;

/// Whether a name fits what is typed so far; everything fits nothing.
pub fn fits(name: &str, part: &str) -> bool {
    let [wanted, _] = typed_spellings(part.trim());
    typed_spellings(name).iter().any(|name| {
        name.contains(&wanted) || {
            let there: Vec<&str> = split_words(name).collect();
            let fits = |wanted: &str| {
                let fits =
                    |word: &&str| begins_nearly_with(word, wanted) || is_same_number(word, wanted);
                there.iter().any(fits)
            };
            split_words(&wanted).all(fits) || is_joined(&there, &wanted)
        }
    })
}

/// Whether a name has all the words that are typed, and whole.
pub fn has_all_words(name: &str, typed_name: &str) -> bool {
    let [wanted, _] = typed_spellings(typed_name.trim());
    typed_spellings(name).iter().any(|name| {
        let there: Vec<&str> = split_words(name).collect();
        let is_there = |word: &str| {
            there
                .iter()
                .any(|own| *own == word || is_same_number(own, word))
        };
        split_words(&wanted).all(is_there)
    })
}

/// The words of a name as they are compared.
pub fn plain_words(name: &str) -> Vec<String> {
    let [plain, _] = typed_spellings(name);
    split_words(&plain).map(str::to_owned).collect()
}

/// Whether two words are one number, in figures and written out.
fn is_same_number(one: &str, other: &str) -> bool {
    let is = |figures: &str, word: &str| {
        let is_figures = figures.bytes().all(|letter| letter.is_ascii_digit());
        let mut all = Language::all();
        is_figures
            && all.any(|language| {
                number_word_digits(word, language).is_some_and(|own| own == figures)
            })
    };
    is(one, other) || is(other, one)
}

/// Whether one word is the first words of a name without the spaces between them.
fn is_joined(there: &[&str], wanted: &str) -> bool {
    wanted.chars().count() > LONG && there.len() > 1 && there.concat().starts_with(wanted)
}

fn split_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Whether a word begins with another, give or take a letter.
fn begins_nearly_with(word: &str, wanted: &str) -> bool {
    let wanted: Vec<char> = wanted.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if word.starts_with(&wanted) {
        return true;
    }

    let length = wanted.len();
    let near = (length.saturating_sub(1)..=length + 1).filter(|length| *length <= word.len());
    length >= LONG
        && near
            .into_iter()
            .any(|length| is_near(&word[..length], &wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_it_is_typed() {
        for (name, typed) in [
            ("The Light on Skarrow Point", "skarrow"),
            ("The Light on Skarrow Point", "point light"),
            ("The Light on Skarrow Point", "skarow po"),
            ("The Light on Skarrow Point", "skrarow"),
            ("The Light on Skarrow Point", ""),
            ("Märchen für Kinder", "marchen"),
            ("Märchen für Kinder", "Maerchen fuer"),
            ("O’Brien’s Diary", "obriens d"),
            ("O’Brien’s Diary", "O'Brien"),
            ("sea/north.txt", "north sea"),
            ("A Year of Three Lamps", "year of 3 lamps"),
            ("The 3 Lamps", "three lamps"),
            ("Lamp Post", "lamppost"),
        ] {
            assert!(fits(name, typed), "{typed}");
        }
        assert!(has_all_words("Vol. 1 of the Annals", "annals vol 1"));
        assert!(!has_all_words("Vol. 10 of the Annals", "annals vol 1"));
        for (name, typed) in [
            ("The Light on Skarrow Point", "dark"),
            ("The Light on Skarrow Point", "light house"),
            ("The Light on Skarrow Point", "lid"),
        ] {
            assert!(!fits(name, typed), "{typed}");
        }
    }
}
