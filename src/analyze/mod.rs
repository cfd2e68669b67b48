//! Text -> terms: the one analyzer used for indexing, asking, highlighting and spelling.
//!
//! A term is a word (UAX #29), lower-cased, without diacritics, apostrophes and possessive *s*, its
//! spelling and number made uniform, and stemmed (Snowball English). Every term keeps the bytes it
//! came from, so that a match can be shown in the text.

pub mod background;
mod lexicon;
pub mod meaning;
mod numbers;
mod stop;
mod variants;

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use lexicon::Entry;
pub use stop::is_stop_word;

/// Changes whenever the same text could give other terms; an index made with another is rebuilt.
pub const ANALYZER_VERSION: u32 = 2;

/// Longest word that is indexed, in bytes; longer ones are data, not words.
const MAX_WORD_BYTES: usize = 64;

/// A word of a text and the term it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What is indexed and compared.
    pub term: String,
    /// See [`is_stop_word`].
    pub stop: bool,
    /// The word's bytes.
    pub range: Range<usize>,
}

/// The terms of a text in order, each with its place.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    text.unicode_word_indices().filter(|(_, word)| word.len() <= MAX_WORD_BYTES).map(|(start, word)| {
        let Entry { term, stop } = lexicon::entry(word);
        Token { term, stop, range: start..start + word.len() }
    })
}

/// A word lower-cased, without diacritics and possessive *s*: `O’Reilly’s` -> `oreilly`. The apostrophe of
/// a contraction stays: `she’ll` is no shell.
pub fn fold(word: &str) -> String {
    let plain: Cow<str> = if word.is_ascii() {
        word.to_ascii_lowercase().into()
    } else {
        let marked = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        marked.map(|c| if c == '’' { '\'' } else { c }).collect::<String>().into()
    };
    let owner = plain.strip_suffix("'s").unwrap_or(&plain);
    if is_contraction(owner) || !owner.contains(['\'', ',']) {
        return owner.to_owned();
    }
    owner.chars().filter(|c| !matches!(c, '\'' | ',')).collect()
}

fn is_contraction(word: &str) -> bool {
    ["n't", "'ll", "'re", "'ve", "'d", "'m"].iter().any(|end| word.ends_with(end))
}

/// The term of a single folded word.
pub fn term(folded: &str) -> String {
    lexicon::entry(folded).term
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(tokens(text).map(|t| t.term).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn words_become_terms() {
        check("The KEEPER's two-pizza teams", &["the", "keeper", "2", "pizza", "team"]);
        check("O’Reilly O'Reilly she’ll", &["oreilli", "oreilli", "she'll"]);
        check("bought began", &["buy", "begin"]);
        check("Ångström naïve Zoë", &["angstrom", "naiv", "zoe"]);
        check("$1,000 and 0.15", &["1000", "and", "0.15"]);
        check("colour color centre center", &["color", "color", "center", "center"]);
        check("twelve 12 third", &["12", "12", "third"]);
    }

    #[test]
    fn tokens_know_their_bytes() {
        let text = "Café — Zoë’s";
        let found: Vec<&str> = tokens(text).map(|t| &text[t.range]).collect();
        assert_eq!(found, ["Café", "Zoë’s"]);
    }
}
