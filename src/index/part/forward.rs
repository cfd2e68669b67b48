//! The forward index: for each sentence its words in order, as numbers of terms, so that a passage
//! can be measured without its text being read and cut again.
//!
//! A word is two `u32`: the term's number in the [`super::dictionary`], and where and how it is
//! written, packed: the byte in its sentence (a sentence has [`MAX_BYTES`] at most), the length,
//! three flags.

use std::ops::Range;

use crate::analyze::{MAX_WORD_BYTES, Token, is_money};
use crate::language::Language;
use crate::sentence::MAX_BYTES;

/// Columns of a row: the term, and all else packed.
pub const COLUMNS: usize = 2;

const START_BITS: u32 = 12;
const LENGTH_BITS: u32 = 7;
const _: () = assert!(MAX_BYTES < 1 << START_BITS && MAX_WORD_BYTES < 1 << LENGTH_BITS);

const CAPITAL: u32 = 1 << 31;
const MONEY: u32 = 1 << 30;
const STOP: u32 = 1 << 29;

/// A word of a text, written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Bytes from the start of its sentence.
    pub range: Range<usize>,
    /// Written with a capital.
    pub capital: bool,
    /// A sum of money: `$5`, `10 cents`.
    pub money: bool,
    /// See [`crate::analyze::is_stop_word`].
    pub stop: bool,
}

impl Occurrence {
    /// A token of `text` in a sentence that begins at byte `sentence` of it.
    pub fn new(text: &str, token: &Token, sentence: usize, language: Language) -> Occurrence {
        // A mark without a letter stands on the space in front of it, where no sentence begins.
        let start = token.range.start.max(sentence);
        Occurrence {
            range: start - sentence..token.range.end - sentence,
            capital: text[token.range.clone()].starts_with(char::is_uppercase),
            money: is_money(text, token, language),
            stop: token.stop,
        }
    }

    /// The word packed for its row, behind its term.
    pub fn packed(&self) -> u32 {
        let flag = |set: bool, flag: u32| if set { flag } else { 0 };
        let flags = flag(self.capital, CAPITAL) | flag(self.money, MONEY) | flag(self.stop, STOP);
        self.range.start as u32 | (self.range.len() as u32) << START_BITS | flags
    }

    /// The word that was packed so.
    pub fn unpacked(packed: u32) -> Occurrence {
        let part = |shift: u32, bits: u32| (packed >> shift & ((1 << bits) - 1)) as usize;
        let start = part(0, START_BITS);
        let length = part(START_BITS, LENGTH_BITS);

        let flag = |flag: u32| packed & flag != 0;
        Occurrence {
            range: start..start + length,
            capital: flag(CAPITAL),
            money: flag(MONEY),
            stop: flag(STOP),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::tokens;

    #[test]
    fn words_come_out_as_they_went_in() {
        let text = format!("It cost $5 in Boston, the {}.", "x".repeat(MAX_WORD_BYTES));
        for token in tokens(&text, Language::English) {
            for sentence in [0, token.range.start] {
                let word = Occurrence::new(&text, &token, sentence, Language::English);
                assert_eq!(Occurrence::unpacked(word.packed()), word);
            }
        }

        let end = Occurrence {
            range: MAX_BYTES..MAX_BYTES + 1,
            capital: true,
            money: false,
            stop: true,
        };
        assert_eq!(Occurrence::unpacked(end.packed()), end);
    }
}
