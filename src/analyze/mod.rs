//! Text -> terms: the one analyzer used for indexing, asking, highlighting and spelling.
//!
//! A term is a word, lower-cased, without diacritics, apostrophes and possessive *s*, and stemmed
//! (Snowball) as the language of the text demands; English words get a uniform spelling first.
//! Every term keeps the bytes it came from, so that a match can be shown in the text.

mod affixes;
mod ampersand;
mod context;
pub mod dates;
pub mod grams;
mod joined;
mod lexicon;
pub mod marks;
pub mod meaning;
pub mod money;
pub mod numbers;
pub mod spelling;
mod stop;
mod variants;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::language::Language;
pub use ampersand::ampersand_word;
pub use money::is_money;
pub use stop::is_stop_word;
pub use variants::past_of_base;
pub use words::split_words;

/// Changes whenever the same text could give other terms, or a term be known for something else; an
/// index made with another is rebuilt.
pub const ANALYZER_VERSION: u32 = 15;

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
    let single = split_words(text, language)
        .filter(|(_, word)| word.len() <= MAX_WORD_BYTES)
        .flat_map(|(start, word)| split_word(start, word))
        .map(move |(start, word)| {
            let entry = lexicon::look_up_word(word, language);
            let range = start..start + word.len();
            let here = entry
                .depends
                .then(|| context::term_in_context(text, &range, language));
            match here.flatten() {
                Some(term) => Token {
                    term,
                    stop: false,
                    range,
                },
                None => Token {
                    term: entry.term,
                    stop: entry.stop,
                    range,
                },
            }
        });

    joined::join_tokens(text, language, single)
}

/// A word as one, or in the pieces that it is made of: a date, or initials before a name.
fn split_word(start: usize, word: &str) -> impl Iterator<Item = (usize, &str)> {
    let found = if word.contains('.') {
        dates::split_date(word)
            .map(|pieces| pieces.map(Some))
            .or_else(|| joined::split_initials(word))
    } else {
        None
    };

    let pieces = found.unwrap_or([Some((0, word)), None, None]);
    pieces
        .into_iter()
        .flatten()
        .map(move |(at, piece)| (start + at, piece))
}

/// A word lower-cased, whole, without diacritics and possessive *s*: `O’Reilly’s` -> `oreilly`. The
/// apostrophe of a contraction stays: `she’ll` is no shell.
pub fn fold(word: &str) -> String {
    let word = &*words::strip_word_breaks(word);
    let plain: Cow<str> = if word.is_ascii() {
        word.to_ascii_lowercase().into()
    } else {
        // Taken apart, so that a letter and its diacritic are two, and put together again.
        let bare = word.nfkd().filter(|c| !is_diacritic(*c)).nfc();
        let letters = bare.flat_map(char::to_lowercase);
        letters
            .fold(String::with_capacity(word.len()), push_typed_letter)
            .into()
    };

    let owner = plain.strip_suffix("'s").unwrap_or(&plain);
    if let Some(acronym) = parse_acronym(owner) {
        return acronym;
    }
    if is_contraction(owner) || !owner.contains(['\'', ',']) {
        return owner.to_owned();
    }

    let marks = if parts_thousands(owner) {
        ['\'', ',']
    } else {
        ['\''; 2]
    };
    owner.chars().filter(|c| !marks.contains(c)).collect()
}

/// Whether each comma stands in front of three digits, so that it is none in front of decimals:
/// `4,500`.
fn parts_thousands(word: &str) -> bool {
    let mut groups = word.split(',').skip(1);
    groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

/// An abbreviation without its full stops: `b.b.c` is `bbc`, and `ph.d` is `phd`. Where that would
/// make a common word of it, as of `u.s`, they stay.
fn parse_acronym(word: &str) -> Option<String> {
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
fn to_ascii_digit(letter: char) -> Option<char> {
    const ZEROS: [u32; 12] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
    ];
    let code = u32::from(letter);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Marks that people leave out when they type: accents, the points of Hebrew, the vowels of Arabic
/// and what draws its letters out, the dot below letters of Hindi, what joins letters or parts
/// them. In other scripts, such as kana, a mark makes another letter.
fn is_diacritic(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{93c}' | '\u{200c}' | '\u{200d}')
}

/// Adds a letter as it is typed where the keyboard does not have it, or where two are in use for
/// one.
fn push_typed_letter(mut word: String, letter: char) -> String {
    match letter {
        'क'..='भ' => push_devanagari_stop(&mut word, letter),
        'ँ' => word.push('ं'),
        'ى' | 'ی' => word.push('ي'),
        'ة' => word.push('ه'),
        'ک' => word.push('ك'),
        '’' => word.push('\''),
        'ß' => word.push_str("ss"),
        'œ' => word.push_str("oe"),
        'æ' => word.push_str("ae"),
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'ı' => word.push('i'),
        'đ' => word.push('d'),
        letter => word.push(to_ascii_digit(letter).unwrap_or(letter)),
    }

    word
}

/// Adds a consonant of Devanagari, before which a nasal is written as a letter or as a dot:
/// `हिन्दी`, `हिंदी`.
fn push_devanagari_stop(word: &mut String, letter: char) {
    const NASALS: [&str; 5] = ["ङ्", "ञ्", "ण्", "न्", "म्"];
    let is_nasal = matches!(letter, 'ङ' | 'ञ' | 'ण' | 'न' | 'ऩ');
    let bare = NASALS.iter().find_map(|nasal| word.strip_suffix(nasal));
    if let Some(length) = bare.filter(|_| !is_nasal).map(str::len) {
        word.truncate(length);
        word.push('ं');
    }
    word.push(letter);
}

fn is_contraction(word: &str) -> bool {
    ["n't", "'ll", "'re", "'ve", "'d", "'m"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// The term that a single word is indexed by.
pub fn to_term(word: &str, language: Language) -> String {
    lexicon::look_up_word(word, language).term
}

#[cfg(test)]
mod tests;
