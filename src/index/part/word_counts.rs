//! The words of a part with how often they occur.

use std::collections::BTreeMap;

use anyhow::Result;
use fst::MapBuilder;
use rustc_hash::FxHashMap;

use crate::analyze::fold;

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

    /// The bytes of a map from each word, folded (see [`fold`]), to how often it occurs.
    pub fn into_map(self) -> Result<Vec<u8>> {
        let mut folded: BTreeMap<String, u64> = BTreeMap::new();
        for (word, count) in self.0 {
            *folded.entry(fold(&word)).or_insert(0) += count;
        }

        let mut builder = MapBuilder::memory();
        builder.extend_iter(folded)?;
        Ok(builder.into_inner()?)
    }
}
