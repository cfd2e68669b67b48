//! The words that are looked for, as the texts of one language have them.
//!
//! In: what somebody searches for. Out: its words as they are compared and as the index has them, with the signs that
//! belong to them.

use std::ops::Range;

use crate::analyze::{Token, fold, is_stop_word, tokens};
use crate::language::Language;

/// More words than fit into [`MAX_TEXT`](super::MAX_TEXT).
const MAX_WORDS: usize = 64;
/// Signs that belong to the word beside them.
const SIGNS: &str = "£$€¥¢₹₽%‰#@+=§°©®™&";

/// The words looked for, analysed as texts in one language are.
#[derive(Debug, Clone)]
pub(super) struct Wording {
    pub language: Language,
    pub words: Vec<Wanted>,
}

/// A word looked for.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub folded: String,
    pub term: String,
    /// It says something of its own.
    weighty: bool,
    /// The signs at its sides.
    pub signs: (Option<char>, Option<char>),
}

impl Wording {
    pub fn new(text: &str, language: Language) -> Wording {
        let wanted = tokens(text, language).take(MAX_WORDS).map(|token| {
            let folded = written(text, &token);
            Wanted {
                weighty: !is_stop_word(&folded, language),
                folded,
                term: token.term,
                signs: signs(text, &token.range),
            }
        });
        Wording {
            language,
            words: wanted.collect(),
        }
    }

    /// The words that must stand in a passage: all but those without meaning of their own, unless there are
    /// no others.
    pub fn wanted(&self) -> impl Iterator<Item = &Wanted> {
        let some = self.words.iter().any(|word| word.weighty);
        self.words.iter().filter(move |word| word.weighty || !some)
    }
}

impl Wanted {
    /// Whether a word of a text at `range` has the signs that are looked for.
    pub fn is_signed(&self, text: &str, range: &Range<usize>) -> bool {
        let (before, after) = signs(text, range);
        (self.signs.0.is_none() || self.signs.0 == before)
            && (self.signs.1.is_none() || self.signs.1 == after)
    }
}

/// The signs that belong to the word at `range`.
fn signs(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    let is_sign = |c: &char| SIGNS.contains(*c);
    let before = text[..range.start].chars().next_back().filter(is_sign);
    (before, text[range.end..].chars().next().filter(is_sign))
}

/// A word as it is compared: without its endings cut off, but a number in figures however it is written, and
/// initials in one.
pub(super) fn written(text: &str, token: &Token) -> String {
    let word = &text[token.range.clone()];
    let is_number = token.term.starts_with(|c: char| c.is_ascii_digit());
    if is_number || word.contains(char::is_whitespace) {
        token.term.clone()
    } else {
        fold(word)
    }
}

/// The range of a word with the full stop that belongs to it, as in `B.B.C.`
pub(super) fn with_stop(text: &str, range: Range<usize>) -> Range<usize> {
    let is_short = text[range.clone()].contains('.');
    let stop = usize::from(is_short && text[range.end..].starts_with('.'));
    range.start..range.end + stop
}
