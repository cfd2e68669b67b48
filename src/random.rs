//! Chance that is the same on every machine and in every version: SplitMix64 (Steele, Lea & Flood,
//! 2014).

use std::hash::{BuildHasher, RandomState};
#[cfg(any(test, feature = "measuring"))]
use std::ops::Range;

/// From one state of the source to the next.
pub const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A number whose bits each hang on all bits of the given one; no two have the same.
pub fn mix_bits(state: u64) -> u64 {
    let mut mixed = state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A seed that nobody can foresee, by the randomness that the standard library hashes with.
pub fn fresh_seed() -> u64 {
    RandomState::new().hash_one(STEP)
}

/// A source of numbers that look like chance but follow from a seed.
pub struct Random(u64);

impl Random {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix_bits(self.0)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}

/// What only invented texts need.
#[cfg(any(test, feature = "measuring"))]
impl Random {
    /// A number of a range that is not empty.
    pub fn within(&mut self, range: Range<usize>) -> usize {
        range.start + self.below(range.len())
    }

    /// Whether something of this probability happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        (self.next() >> 11) as f64 / ((1_u64 << 53) as f64) < probability
    }

    /// A word that can be spoken.
    pub fn word(&mut self) -> String {
        const ONSETS: &[u8] = b"bdfghklmnprstvwz";
        const VOWELS: &[u8] = b"aeiou";

        let mut word = String::new();
        for _ in 0..self.within(2..5) {
            word.push(char::from(ONSETS[self.below(ONSETS.len())]));
            word.push(char::from(VOWELS[self.below(VOWELS.len())]));
        }

        if self.chance(0.5) {
            word.push(char::from(ONSETS[self.below(ONSETS.len())]));
        }
        word
    }
}
