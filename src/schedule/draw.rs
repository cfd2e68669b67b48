//! The passages of texts, each once before any comes again, without a list of those that were
//! shown.
//!
//! Every passage has a key, made from a seed, the name of its text and its number there; the order
//! of the keys is the order in which they are shown, and the last key shown is all that is kept.
//! The decision that is not obvious: no permutation of the numbers from 0 to n, which would be
//! another as soon as n changes. With keys, a passage that comes or goes, or is closed by a gate
//! for a while, leaves the order of all others as it is.

use crate::fingerprint;
use crate::random::{STEP, mix_bits};

/// The keys of one text.
#[derive(Debug, Clone, Copy)]
pub struct Keys(u64);

impl Keys {
    /// Of the text of this name, in the order of a seed.
    pub fn of(seed: u64, text: &str) -> Keys {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&seed.to_le_bytes());
        hasher.update(text.as_bytes());
        Keys(fingerprint::to_number(&hasher.finalize()))
    }

    /// The key of a passage by its number: at most 63 bits, as they are kept.
    pub fn key(self, number: u32) -> u64 {
        // Of a text, no two numbers have the same before the last bit is lost.
        let step = STEP.wrapping_mul(u64::from(number) + 1);
        mix_bits(self.0.wrapping_add(step)) >> 1
    }
}

/// The one whose turn it is after the last, with its key; after the last of all it is the first
/// again. `None` if there are none.
pub fn next_by_key<T>(all: impl Iterator<Item = (u64, T)>, last: Option<u64>) -> Option<(u64, T)> {
    all.min_by_key(|(key, _)| (last.is_some_and(|last| *key <= last), *key))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    /// What is drawn in so many turns from texts of so many passages.
    fn drawn(seed: u64, texts: &[u32], turns: usize, last: &mut Option<u64>) -> Vec<(usize, u32)> {
        let mut drawn = Vec::new();
        for _ in 0..turns {
            let all = texts.iter().enumerate().flat_map(|(text, passages)| {
                let keys = Keys::of(seed, &format!("text {text}"));
                (0..*passages).map(move |number| (keys.key(number), (text, number)))
            });
            let (key, passage) = next_by_key(all, *last).unwrap();
            *last = Some(key);
            drawn.push(passage);
        }
        drawn
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn every_passage_is_shown_before_one_is_shown_again(
            seed in any::<u64>(),
            texts in prop::collection::vec(1u32..60, 1..5),
            begun in 0usize..70,
        ) {
            let count = texts.iter().sum::<u32>() as usize;
            let mut last = None;
            drawn(seed, &texts, begun, &mut last);

            let round = drawn(seed, &texts, count, &mut last);
            prop_assert_eq!(round.iter().collect::<HashSet<_>>().len(), count);
            prop_assert_eq!(drawn(seed, &texts, count, &mut last), round);
        }

        #[test]
        fn a_text_that_comes_or_goes_makes_no_passage_come_twice(
            seed in any::<u64>(),
            before in prop::collection::vec(1u32..40, 1..4),
            after in prop::collection::vec(1u32..40, 1..4),
            begun in 1usize..40,
        ) {
            let count = before.iter().sum::<u32>() as usize;
            let mut last = None;
            let first = drawn(seed, &before, begun.min(count), &mut last);

            let left = after.iter().sum::<u32>() as usize;
            let then = drawn(seed, &after, left, &mut last);
            // Of a round that goes on, only what it has not shown yet comes before its end.
            let first: HashSet<_> = first.into_iter().collect();
            let again = then.iter().position(|passage| first.contains(passage));
            let new = then.iter().take(again.unwrap_or(left)).collect::<HashSet<_>>();
            prop_assert_eq!(new.len(), again.unwrap_or(left));
            prop_assert_eq!(then.iter().collect::<HashSet<_>>().len(), left);
        }
    }

    #[test]
    fn two_seeds_are_two_orders() {
        let order = |seed| drawn(seed, &[50, 20], 70, &mut None);
        assert_ne!(order(1), order(2));
        assert_eq!(order(3), order(3));
    }
}
