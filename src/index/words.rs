//! The words of a library with how often they occur: what a misspelt word is corrected from.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use fst::{Automaton, IntoStreamer, Map, MapBuilder, Streamer};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use memmap2::Mmap;
use rustc_hash::FxHashMap;

use crate::analyze::{fold, is_stop_word};
use crate::index::files::map;
use crate::language::Language;

/// Words as they are written and how often each occurs.
#[derive(Default)]
pub struct WordCounts(FxHashMap<String, u64>);

impl WordCounts {
    /// Counts a word once more.
    pub fn add(&mut self, word: &str) {
        match self.0.get_mut(word) {
            Some(count) => *count += 1,
            None => drop(self.0.insert(word.to_owned(), 1)),
        }
    }

    /// Writes the words of a new generation, folded (see [`fold`]).
    pub fn write(self, path: &Path) -> Result<()> {
        let mut folded: BTreeMap<String, u64> = BTreeMap::new();
        for (word, count) in self.0 {
            *folded.entry(fold(&word)).or_insert(0) += count;
        }
        let file = File::create(path).with_context(|| format!("creating {}", path.display()))?;
        let mut builder = MapBuilder::new(BufWriter::new(file))?;
        builder.extend_iter(folded)?;
        Ok(builder.finish()?)
    }
}

/// The words of an opened generation.
pub struct Words(Map<Mmap>);

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

impl Words {
    /// Opens the words of a generation.
    ///
    /// # Errors
    /// When the file is missing or damaged.
    pub fn open(path: &Path) -> Result<Words> {
        Ok(Words(
            Map::new(map(path)?).with_context(|| format!("reading {}", path.display()))?,
        ))
    }

    /// Words at most `distance` (1 or 2) typing errors from `folded`, likeliest first.
    pub fn near(&self, folded: &str, distance: u8) -> Vec<Neighbour> {
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

        let mut stream = self.0.search(&automaton).into_stream();
        let mut found = Vec::new();
        while let Some((word, count)) = stream.next() {
            let Distance::Exact(distance) = automaton.eval(word) else {
                continue;
            };
            if let Ok(word) = std::str::from_utf8(word) {
                found.push(Neighbour {
                    word: word.to_owned(),
                    distance,
                    count,
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

    /// The word with a meaning of its own in all `languages` that occurs most often among those that begin
    /// like `folded`; of a very common beginning only the first thousand are looked at.
    pub fn completed(&self, folded: &str, languages: &[Language]) -> Option<String> {
        const MOST: usize = 1_000;
        let is_stop = |word: &str| {
            languages
                .iter()
                .any(|language| is_stop_word(word, *language))
        };

        let beginning = fst::automaton::Str::new(folded).starts_with();
        let mut stream = self.0.search(beginning).into_stream();

        let mut best: Option<(u64, Vec<u8>)> = None;
        for _ in 0..MOST {
            let Some((word, count)) = stream.next() else {
                break;
            };

            if !std::str::from_utf8(word).is_ok_and(is_stop)
                && best.as_ref().is_none_or(|(most, _)| count > *most)
            {
                best = Some((count, word.to_vec()));
            }
        }

        String::from_utf8(best?.1).ok()
    }

    /// Whether the library has this folded word.
    pub fn contains(&self, folded: &str) -> bool {
        self.0.contains_key(folded)
    }
}
