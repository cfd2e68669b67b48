//! The words of a part with how often they occur.

use anyhow::Result;
use fst::MapBuilder;

use crate::analyze::fold;
use crate::index::part::interner::Interner;

/// Words as they are written and how often each occurs.
#[derive(Default)]
pub struct WordCounts {
    words: Interner,
    counts: Vec<u64>,
}

impl WordCounts {
    /// Counts a word `times` more.
    pub fn add(&mut self, word: &str, times: u64) -> Result<()> {
        match self.words.find(word) {
            Some(number) => self.counts[number as usize] += times,
            None => {
                self.words.add(word)?;
                self.counts.push(times);
            }
        }
        Ok(())
    }

    /// The bytes of a map from each word, folded (see [`fold`]), to how often it occurs.
    pub fn into_map(self) -> Result<Vec<u8>> {
        let mut folded = WordCounts::default();
        for (number, count) in (0..).zip(&self.counts) {
            folded.add(&fold(self.words.word(number)), *count)?;
        }
        drop(self);

        let mut builder = MapBuilder::memory();
        let sorted = folded.words.sorted().into_iter();
        builder.extend_iter(
            sorted.map(|number| (folded.words.word(number), folded.counts[number as usize])),
        )?;
        Ok(builder.into_inner()?)
    }
}
