//! Text -> terms: the one analyzer used for indexing, asking, highlighting and spelling.
//!
//! A term is a word, lower-cased, without diacritics, apostrophes and possessive *s*, and stemmed
//! (Snowball) as the language of the text demands; English words get a uniform spelling first. Every
//! term keeps the bytes it came from, so that a match can be shown in the text.

mod ampersand;
pub mod background;
mod endings;
pub mod grams;
mod joined;
mod lexicon;
pub mod marks;
pub mod meaning;
mod money;
pub mod numbers;
mod stop;
mod variants;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::language::Language;
pub use ampersand::ampersand;
use lexicon::Entry;
pub use money::is_money;
pub use stop::is_stop_word;
pub use words::words;

/// Changes whenever the same text could give other terms, or a term be known for something else; an index
/// made with another is rebuilt.
pub const ANALYZER_VERSION: u32 = 7;

/// Longest word that is indexed, in bytes; longer ones are data, not words.
pub const MAX_WORD_BYTES: usize = 64;

/// A word of a text and the term it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What is indexed and compared.
    pub term: String,
    /// See [`is_stop_word`].
    pub stop: bool,
    /// Where the word stands, in bytes of the text.
    pub range: Range<usize>,
}

/// The terms of a text in order, each with its place.
pub fn tokens(text: &str, language: Language) -> impl Iterator<Item = Token> {
    let single = words(text, language)
        .filter(|(_, word)| word.len() <= MAX_WORD_BYTES)
        .map(move |(start, word)| {
            let Entry { term, stop } = lexicon::entry(word, language);
            Token {
                term,
                stop,
                range: start..start + word.len(),
            }
        });
    joined::joined(text, language, single)
}

/// A word lower-cased, whole, without diacritics and possessive *s*: `O’Reilly’s` -> `oreilly`. The apostrophe of
/// a contraction stays: `she’ll` is no shell.
pub fn fold(word: &str) -> String {
    let word = &*words::whole(word);
    let plain: Cow<str> = if word.is_ascii() {
        word.to_ascii_lowercase().into()
    } else {
        // Taken apart, so that a letter and its diacritic are two, and put together again.
        let bare = word.nfkd().filter(|c| !is_diacritic(*c)).nfc();
        let letters = bare.flat_map(char::to_lowercase);
        letters
            .fold(String::with_capacity(word.len()), spelt_out)
            .into()
    };

    let owner = plain.strip_suffix("'s").unwrap_or(&plain);
    if let Some(acronym) = acronym(owner) {
        return acronym;
    }
    if is_contraction(owner) || !owner.contains(['\'', ',']) {
        return owner.to_owned();
    }

    owner.chars().filter(|c| !matches!(c, '\'' | ',')).collect()
}

/// An abbreviation without its full stops: `b.b.c` is `bbc`, and `ph.d` is `phd`. Where that would make a common
/// word of it, as of `u.s`, they stay.
fn acronym(word: &str) -> Option<String> {
    const WORDS: [&str; 14] = [
        "us", "am", "an", "as", "at", "be", "by", "in", "is", "it", "no", "of", "on", "so",
    ];
    if !word.contains('.') {
        return None;
    }

    let mut parts = word.split('.').filter(|part| !part.is_empty());
    let is_letters =
        |part: &str| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
    let bare = word.replace('.', "");
    (parts.all(is_letters) && !WORDS.contains(&bare.as_str())).then_some(bare)
}

/// A digit of another script as one of ours: `١٨` is `18`.
fn digit(letter: char) -> Option<char> {
    const ZEROS: [u32; 12] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
    ];
    let code = u32::from(letter);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Marks that people leave out when they type: accents, the points of Hebrew, the vowels of Arabic. In
/// other scripts, such as kana and Devanagari, a mark makes another letter.
fn is_diacritic(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}')
}

/// Adds a letter as it is typed where the keyboard does not have it.
fn spelt_out(mut word: String, letter: char) -> String {
    match letter {
        '’' => word.push('\''),
        'ß' => word.push_str("ss"),
        'œ' => word.push_str("oe"),
        'æ' => word.push_str("ae"),
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'ı' => word.push('i'),
        'đ' => word.push('d'),
        letter => word.push(digit(letter).unwrap_or(letter)),
    }
    word
}

fn is_contraction(word: &str) -> bool {
    ["n't", "'ll", "'re", "'ve", "'d", "'m"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// The term that a single word is indexed by.
pub fn term(word: &str, language: Language) -> String {
    lexicon::entry(word, language).term
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        check_in(Language::English, text, expected);
    }

    fn check_in(language: Language, text: &str, expected: &[&str]) {
        assert_eq!(
            tokens(text, language).map(|t| t.term).collect::<Vec<_>>(),
            expected,
            "{text:?}"
        );
    }

    #[test]
    fn words_become_terms() {
        check(
            "The KEEPER's two-pizza teams",
            &["the", "keeper", "2", "pizza", "team"],
        );
        check(
            "O’Reilly O'Reilly she’ll",
            &["oreilli", "oreilli", "she'll"],
        );
        check("bought began", &["buy", "begin"]);
        check("Ångström naïve Zoë", &["angstrom", "naiv", "zoe"]);
        check("$1,000 and 0.15", &["1000", "and", "0.15"]);
        check(
            "colour color centre center",
            &["color", "color", "center", "center"],
        );
        check("twelve 12 third", &["12", "12", "third"]);
    }

    #[test]
    fn numbers_are_one_term_however_they_are_written() {
        for (text, expected) in [
            ("forty-two", &["42"][..]),
            ("Forty two crowns", &["42", "crown"]),
            ("twenty thousand crowns", &["20000", "crown"]),
            ("20,000 crowns", &["20000", "crown"]),
            ("20 thousand", &["20000"]),
            ("one hundred and five", &["105"]),
            ("two hundred and the dog", &["200", "and", "the", "dog"]),
            ("three million four hundred thousand and six", &["3400006"]),
            ("twenty-first", &["21"]),
            ("the 14th of March", &["the", "14", "of", "march"]),
            ("the fourteenth", &["the", "14"]),
            ("the 21st and 2nd", &["the", "21", "and", "2"]),
            ("nineteen eighty-four", &["19", "84"]),
            ("one day", &["one", "day"]),
            ("forty. Two", &["40", "2"]),
            ("two, three", &["2", "3"]),
            ("a third", &["a", "third"]),
            ("١٨٧٢ and १८७२", &["1872", "and", "1872"]),
        ] {
            check(text, expected);
        }
        check_in(Language::German, "20.000 Kronen", &["20000", "kron"]);
        check_in(Language::German, "zwei tausend", &["2000"]);
        check_in(Language::Japanese, "一八七二年", &["1872", "年"]);
        check_in(Language::Japanese, "1872年", &["1872", "年"]);
    }

    #[test]
    fn abbreviations_are_one_term_with_their_full_stops_and_without() {
        for (text, expected) in [
            ("the B.B.C. lamp", &["the", "bbc", "lamp"][..]),
            ("BBC", &["bbc"]),
            ("Ph.D. PhD", &["phd", "phd"]),
            ("J.R.R. Tolkien", &["jrr", "tolkien"]),
            ("J. R. R. Tolkien", &["jrr", "tolkien"]),
            ("J. Smith", &["j", "smith"]),
            ("Plan B. A boy", &["plan", "b", "a", "boy"]),
            ("the U.S. army", &["the", "u.", "armi"]),
            ("_Merlin_ sails", &["merlin", "sail"]),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn words_become_terms_as_their_language_demands() {
        check_in(
            Language::German,
            "Die Häuser des Wärters",
            &["die", "haus", "des", "wart"],
        );
        check_in(
            Language::German,
            "Straße STRASSE zwölf",
            &["strass", "strass", "12"],
        );
        check_in(
            Language::French,
            "L'île mangée, œuvre",
            &["l", "ile", "mang", "oeuvr"],
        );
        check_in(
            Language::Spanish,
            "las lámparas encendidas",
            &["las", "lamp", "encend"],
        );
        check_in(
            Language::Russian,
            "Смотритель маяка, ещё",
            &["смотрител", "маяк", "ещ"],
        );
        check_in(
            Language::Japanese,
            "灯台が島にある",
            &["灯台", "が", "島", "に", "ある"],
        );
        check_in(Language::Other, "नमस्ते שָׁלוֹם", &["नमस्ते", "שלום"]);
    }

    /// The index keeps what these tables say of a term: who changes one raises [`ANALYZER_VERSION`] with it.
    #[test]
    fn the_version_changes_with_the_tables() {
        let mut tables: Vec<_> = ["src/analyze/tables", "src/language/tables"]
            .iter()
            .flat_map(|folder| {
                std::fs::read_dir(folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
            })
            .collect();
        tables.sort();

        let mut hasher = blake3::Hasher::new();
        for path in tables {
            hasher.update(&std::fs::read(path).unwrap());
        }

        assert_eq!(
            (ANALYZER_VERSION, &hasher.finalize().to_hex()[..8]),
            (7, "53b09352")
        );
    }

    #[test]
    fn tokens_know_their_bytes() {
        let text = "Café — Zoë’s";
        let found: Vec<&str> = tokens(text, Language::English)
            .map(|t| &text[t.range])
            .collect();
        assert_eq!(found, ["Café", "Zoë’s"]);
    }
}
