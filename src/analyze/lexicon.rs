//! Words already analysed: a text says the same words again and again, and stemming is what costs.

use std::cell::RefCell;
use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::analyze::stop::is_stop_word;
use crate::analyze::{fold, numbers, variants};

/// Words remembered by each thread; about 3 MB.
const CAPACITY: usize = 30_000;

thread_local! {
    static LEXICON: RefCell<Lexicon> = RefCell::new(Lexicon::new());
}

/// What a written word is to the analyzer.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The term it is indexed by.
    pub term: String,
    /// See [`is_stop_word`].
    pub stop: bool,
}

/// Looks a word up, analysing it the first time.
pub fn entry(word: &str) -> Entry {
    LEXICON.with_borrow_mut(|lexicon| lexicon.entry(word))
}

struct Lexicon {
    stemmer: Stemmer,
    entries: HashMap<String, Entry>,
}

impl Lexicon {
    fn new() -> Lexicon {
        Lexicon { stemmer: Stemmer::create(Algorithm::English), entries: HashMap::new() }
    }

    fn entry(&mut self, word: &str) -> Entry {
        if let Some(entry) = self.entries.get(word) {
            return entry.clone();
        }
        if self.entries.len() >= CAPACITY {
            self.entries.clear();
        }
        let folded = fold(word);
        let entry = Entry { term: self.term(&folded), stop: is_stop_word(&folded) };
        self.entries.insert(word.to_owned(), entry.clone());
        entry
    }

    fn term(&self, folded: &str) -> String {
        match numbers::digits(folded) {
            Some(digits) => digits.to_owned(),
            None => self.stemmer.stem(&variants::uniform(folded)).into_owned(),
        }
    }
}
