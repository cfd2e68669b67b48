//! Letters that are written otherwise where a keyboard does not have them, and the *s* of an owner.

/// A letter, and how it is typed where the keyboard does not have it.
pub const UMLAUTS: [(char, &str); 5] = [
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('å', "aa"),
    ('ø', "oe"),
];

/// A text in small letters with such letters spelled out.
pub fn spell_out_umlauts(lower: &str) -> String {
    UMLAUTS
        .iter()
        .fold(lower.to_owned(), |text, (umlaut, letters)| {
            text.replace(*umlaut, letters)
        })
}

/// A word without the *s* that says that something belongs to it.
pub fn strip_possessive(word: &str) -> &str {
    let ends = ["'s", "’s", "'S", "’S"];
    let stem = ends.iter().find_map(|end| word.strip_suffix(end));
    stem.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_are_spelled_out_and_owners_named() {
        assert_eq!(
            spell_out_umlauts("große kühe på øya"),
            "große kuehe paa oeya"
        );

        for owner in ["Greta's", "Greta’s", "Greta"] {
            assert_eq!(strip_possessive(owner), "Greta");
        }
        assert_eq!(strip_possessive("boss"), "boss");
    }
}
