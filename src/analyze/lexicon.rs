//! Words already analysed: a text says the same words again and again, and stemming is what costs.

use std::cell::RefCell;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::analyze::affixes::Affixes;
use crate::analyze::stop::is_stop_as_written;
use crate::analyze::words::strip_word_breaks;
use crate::analyze::{context, fold, numbers, variants};
use crate::language::Language;

/// Words remembered by each thread and language; about 3 MB.
const CAPACITY: usize = 30_000;

/// A country whose short name is a word of everyday life in small letters.
pub const COUNTRY: [&str; 3] = ["USA", "US", "U.S"];

thread_local! {
    static LEXICONS: RefCell<FxHashMap<Language, Lexicon>> = RefCell::default();
}

/// What a written word is to the analyzer.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The term it is indexed by.
    pub term: String,
    /// See `is_stop_as_written`.
    pub stop: bool,
    /// What it is depends on what stands beside it, see [`context`].
    pub depends: bool,
}

/// Looks a word up, analysing it the first time.
pub fn look_up_word(word: &str, language: Language) -> Entry {
    LEXICONS.with_borrow_mut(|lexicons| {
        lexicons
            .entry(language)
            .or_insert_with(|| Lexicon::new(language))
            .entry(word)
    })
}

struct Lexicon {
    language: Language,
    stemmer: Option<Stemmer>,
    /// Where there is no stemmer, or one that leaves some.
    affixes: Option<Affixes>,
    entries: FxHashMap<String, Entry>,
}

impl Lexicon {
    fn new(language: Language) -> Lexicon {
        Lexicon {
            language,
            stemmer: stemming_algorithm(language).map(Stemmer::create),
            affixes: Affixes::of(language),
            entries: FxHashMap::default(),
        }
    }

    fn entry(&mut self, word: &str) -> Entry {
        if let Some(entry) = self.entries.get(word) {
            return entry.clone();
        }

        // Starting over is simplest: the words that are frequent are soon back.
        if self.entries.len() >= CAPACITY {
            self.entries.clear();
        }

        let folded = fold(word);
        let is_country = self.language == Language::English && COUNTRY.contains(&word);
        let entry = Entry {
            term: if is_country {
                COUNTRY[0].to_lowercase()
            } else {
                self.term(word, &folded)
            },
            stop: !is_country && is_stop_as_written(word, &folded, self.language),
            depends: context::may_depend(word, &folded, self.language),
        };
        self.entries.insert(word.to_owned(), entry.clone());
        entry
    }

    fn term(&self, word: &str, folded: &str) -> String {
        if let Some(digits) = numbers::number_word_digits(folded, self.language) {
            return digits.to_owned();
        }
        if let Some(number) = numbers::parse_compound_number(folded, self.language) {
            return number.to_string();
        }
        let decimal = numbers::to_english_decimal(word, self.language);
        if let Some(digits) = decimal.or_else(|| numbers::to_plain_digits(folded, self.language)) {
            return digits;
        }

        match &self.stemmer {
            None if self.language == Language::Japanese => strip_kana_ending(folded).to_owned(),
            None => self.strip_affixes(folded).to_owned(),
            Some(stemmer) if self.language == Language::English => {
                stemmer.stem(&variants::unify_spelling(folded)).into_owned()
            }
            Some(stemmer) => {
                // These stemmers know the accents of their language (`mangé`), but not that Russian
                // ё is often written without its dots.
                let composed = strip_word_breaks(word).nfc().collect::<String>();
                let written = match self.language {
                    Language::Turkish => lower_turkish(&composed),
                    _ => composed.to_lowercase().replace('ё', "е"),
                };
                let stem = fold(&stemmer.stem(&written));
                self.strip_affixes(&stem).to_owned()
            }
        }
    }

    /// A folded word or stem without what its language's table says is no part of a stem.
    fn strip_affixes<'a>(&'a self, folded: &'a str) -> &'a str {
        let stem = self.affixes.as_ref().map(|affixes| affixes.stem(folded));
        stem.unwrap_or(folded)
    }
}

/// A Japanese word without the letters by which it is inflected: `迷い`, `迷った` and `迷う` are `迷`.
fn strip_kana_ending(word: &str) -> &str {
    let is_hiragana = |c: char| matches!(c, '\u{3041}'..='\u{309f}');
    let stem = word.trim_end_matches(is_hiragana);
    if stem.is_empty() { word } else { stem }
}

/// A Turkish word in lower case, where `I` is `ı`, without the ending that an apostrophe parts from
/// a name: `ISPARTA'dan`.
fn lower_turkish(word: &str) -> String {
    let name = word
        .split(['\'', '’'])
        .next()
        .filter(|name| !name.is_empty());
    let lower = name.unwrap_or(word).replace('İ', "i").replace('I', "ı");
    lower.to_lowercase()
}

fn stemming_algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::Danish => Algorithm::Danish,
        Language::Dutch => Algorithm::Dutch,
        Language::English => Algorithm::English,
        Language::Finnish => Algorithm::Finnish,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
        Language::Greek => Algorithm::Greek,
        Language::Hungarian => Algorithm::Hungarian,
        Language::Italian => Algorithm::Italian,
        Language::Norwegian => Algorithm::Norwegian,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Romanian => Algorithm::Romanian,
        Language::Russian => Algorithm::Russian,
        Language::Spanish => Algorithm::Spanish,
        Language::Swedish => Algorithm::Swedish,
        Language::Tamil => Algorithm::Tamil,
        Language::Turkish => Algorithm::Turkish,
        // The stemmer for Arabic takes the first letter of some words for a preposition, and gives
        // `بحيرة` (a lake) and `البحيرة` (the lake) different stems.
        Language::Arabic
        | Language::Chinese
        | Language::Czech
        | Language::Hebrew
        | Language::Hindi
        | Language::Japanese
        | Language::Korean
        | Language::Polish
        | Language::Thai
        | Language::Ukrainian
        | Language::Vietnamese
        | Language::Other => return None,
    })
}
