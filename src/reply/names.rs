//! Names of texts as they are typed: words in any order, the last one perhaps not whole, one with a typing error.

use crate::index::{is_near, typed_spellings};

/// From this length on, a word may have a typing error.
const LONG: usize = 4;

/// Whether a name fits what is typed so far; everything fits nothing.
pub fn fits(name: &str, part: &str) -> bool {
    let [wanted, _] = typed_spellings(part.trim());
    typed_spellings(name).iter().any(|name| {
        name.contains(&wanted) || {
            let there: Vec<&str> = split_words(name).collect();
            let fits = |wanted: &str| there.iter().any(|word| begins_nearly_with(word, wanted));
            split_words(&wanted).all(fits)
        }
    })
}

/// Whether a name has all the words that are typed, and whole.
pub fn has_all_words(name: &str, typed_name: &str) -> bool {
    let [wanted, _] = typed_spellings(typed_name.trim());
    typed_spellings(name).iter().any(|name| {
        let there: Vec<&str> = split_words(name).collect();
        split_words(&wanted).all(|word| there.contains(&word))
    })
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
