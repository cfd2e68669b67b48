//! Patterns of words, one place after the other: `how [is|are] you|it`.
//!
//! In a table, `a|b` is either, `[a|b]` may be left out, and `*` is any word. Words are compared
//! folded.

use crate::analyze::fold;

/// A pattern of words, one place after the other.
pub struct Pattern(Vec<Slot>);

/// Words of which one stands at a place of a pattern.
struct Slot {
    words: Vec<String>,
    may_lack: bool,
}

impl Slot {
    fn of(written: &str) -> Slot {
        let inner = written.strip_prefix('[').and_then(|w| w.strip_suffix(']'));
        let word = |word: &str| {
            if word == "*" {
                word.to_owned()
            } else {
                fold(word)
            }
        };

        Slot {
            words: inner.unwrap_or(written).split('|').map(word).collect(),
            may_lack: inner.is_some(),
        }
    }

    fn takes(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word || own == "*")
    }
}

impl Pattern {
    /// As it is written in a table.
    pub fn of(written: &str) -> Pattern {
        Pattern(written.split(' ').map(Slot::of).collect())
    }

    /// The words with which it can begin, folded; `*` is any.
    pub fn first_words(&self) -> impl Iterator<Item = &str> {
        let lacking = self.0.iter().take_while(|slot| slot.may_lack).count();
        let first = self.0.iter().take(lacking + 1);
        first.flat_map(|slot| slot.words.iter().map(String::as_str))
    }

    /// How many of the first words it can take, each number once.
    pub fn ends(&self, words: &[String]) -> Vec<usize> {
        let mut ends = vec![0];
        for place in &self.0 {
            let takes = |end: &&usize| words.get(**end).is_some_and(|word| place.takes(word));
            let mut next: Vec<usize> = ends.iter().filter(takes).map(|end| end + 1).collect();
            if place.may_lack {
                next.extend(&ends);
            }

            // Most patterns end here, with their first place.
            if next.is_empty() {
                return next;
            }
            next.sort_unstable();
            next.dedup();
            ends = next;
        }

        ends.retain(|end| *end > 0);
        ends
    }
}

/// The patterns of a table, one a line.
pub fn parse_patterns(table: &'static str) -> Vec<Pattern> {
    table_lines(table).map(Pattern::of).collect()
}

/// The lines of a table that are no comments.
pub fn table_lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = table.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}
