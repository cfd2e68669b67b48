//! The words of a library with how often they occur: what a misspelt word is corrected from.

use std::cmp::Reverse;
use std::sync::LazyLock;

use fst::map::{OpBuilder, Union};
use fst::{Automaton, Streamer};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};

use crate::analyze::is_stop_word;
use crate::index::parts::Parts;
use crate::language::Language;

/// The words of a library.
#[derive(Clone, Copy)]
pub struct Words<'a>(pub(super) &'a Parts);

/// A word of the library that is close to one that is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The folded word.
    pub word: String,
    /// Typing errors between the two (insertions, deletions, substitutions, neighbours swapped).
    pub distance: u8,
    /// How often it occurs in the library.
    pub count: u64,
}

impl Words<'_> {
    /// Words at most `distance` (1 or 2) typing errors from `folded`, likeliest first.
    pub fn near(self, folded: &str, distance: u8) -> Vec<Neighbour> {
        // The tables that the automata use take a millisecond to make, so they are made once.
        static ONE: LazyLock<LevenshteinAutomatonBuilder> =
            LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
        static TWO: LazyLock<LevenshteinAutomatonBuilder> =
            LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

        let automaton = if distance <= 1 {
            ONE.build_dfa(folded)
        } else {
            TWO.build_dfa(folded)
        };

        let mut stream = self.matching(&automaton);
        let mut found = Vec::new();
        while let Some((word, counts)) = stream.next() {
            let Distance::Exact(distance) = automaton.eval(word) else {
                continue;
            };
            if let Ok(word) = std::str::from_utf8(word) {
                found.push(Neighbour {
                    word: word.to_owned(),
                    distance,
                    count: counts.iter().map(|part| part.value).sum(),
                });
            }
        }

        // Likeliest are few errors, then the same first letter, then a common word.
        let same_start = |word: &str| word.chars().next() == folded.chars().next();
        found.sort_by(|a, b| {
            let key = |n: &Neighbour| (n.distance, !same_start(&n.word), Reverse(n.count));
            key(a).cmp(&key(b)).then_with(|| a.word.cmp(&b.word))
        });
        found
    }

    /// The word with a meaning of its own in all `languages` that occurs most often among those
    /// that begin like `folded`; of a very common beginning only the first thousand are looked at.
    pub fn completed(self, folded: &str, languages: &[Language]) -> Option<String> {
        const MOST: usize = 1_000;
        let is_stop = |word: &str| {
            languages
                .iter()
                .any(|language| is_stop_word(word, *language))
        };

        let beginning = fst::automaton::Str::new(folded).starts_with();
        let mut stream = self.matching(&beginning);

        let mut best: Option<(u64, Vec<u8>)> = None;
        for _ in 0..MOST {
            let Some((word, counts)) = stream.next() else {
                break;
            };
            let count: u64 = counts.iter().map(|part| part.value).sum();

            if !std::str::from_utf8(word).is_ok_and(is_stop)
                && best.as_ref().is_none_or(|(most, _)| count > *most)
            {
                best = Some((count, word.to_vec()));
            }
        }

        String::from_utf8(best?.1).ok()
    }

    /// Whether the library has this folded word.
    pub fn contains(self, folded: &str) -> bool {
        let mut parts = self.0.iter();
        parts.any(|placed| placed.part.words().contains_key(folded))
    }

    /// The words that an automaton accepts, in order, each with how often it occurs in each part
    /// that has it.
    fn matching<'m, A: Automaton>(&'m self, automaton: &'m A) -> Union<'m>
    where
        A::State: 'm,
    {
        let mut all = OpBuilder::new();
        for placed in self.0.iter() {
            all.push(placed.part.words().search(automaton));
        }
        all.union()
    }
}
