//! Words, each kept once and known by a number: as few bytes as can be, since a text of random
//! letters has millions.

use ahash::RandomState;
use anyhow::{Context, Result};
use hashbrown::HashTable;

/// Words by number, from 0 in the order in which they came.
#[derive(Default)]
pub struct Interner {
    /// All words, one behind the other, and where each ends.
    words: String,
    ends: Vec<u32>,
    numbers: HashTable<u32>,
    /// Of a seed by chance, so that nobody can choose words that are looked for in one place.
    hashes: RandomState,
}

impl Interner {
    /// The number of a word that is there.
    pub fn find(&self, word: &str) -> Option<u32> {
        let is_same = |number: &u32| slice_word(&self.words, &self.ends, *number) == word;
        self.numbers
            .find(self.hashes.hash_one(word), is_same)
            .copied()
    }

    /// Adds a word that is not there.
    ///
    /// # Errors
    /// When all words together take more than 4 GiB.
    pub fn add(&mut self, word: &str) -> Result<u32> {
        let number = self.ends.len() as u32;
        self.words.push_str(word);
        let end = u32::try_from(self.words.len());
        self.ends
            .push(end.context("the texts have more words than an index can hold")?);

        let Interner {
            words,
            ends,
            numbers,
            hashes,
        } = self;
        let rehash = |number: &u32| hashes.hash_one(slice_word(words, ends, *number));
        numbers.insert_unique(hashes.hash_one(word), number, rehash);
        Ok(number)
    }

    /// A word by its number.
    pub fn word(&self, number: u32) -> &str {
        slice_word(&self.words, &self.ends, number)
    }

    /// All of them, in the order of their numbers.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|number| self.word(number))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Their numbers, in the order of the bytes of their words.
    pub fn sorted(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..self.ends.len() as u32).collect();
        numbers.sort_unstable_by_key(|number| self.word(*number));
        numbers
    }
}

fn slice_word<'a>(words: &'a str, ends: &[u32], number: u32) -> &'a str {
    let number = number as usize;
    // A word begins where the one before it ends.
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    &words[start as usize..ends[number] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once_and_known_by_its_number() {
        let mut words = Interner::default();
        let all: Vec<String> = (0..1_000).rev().map(|n| format!("w{n}")).collect();
        for (word, number) in all.iter().zip(0..) {
            assert_eq!(words.find(word), None);
            assert_eq!(words.add(word).unwrap(), number);
        }
        for (word, number) in all.iter().zip(0..) {
            assert_eq!(
                (words.find(word), words.word(number)),
                (Some(number), &**word)
            );
        }

        let sorted: Vec<&str> = words.sorted().into_iter().map(|n| words.word(n)).collect();
        assert_eq!((sorted.len(), words.len()), (1_000, 1_000));
        assert!(sorted.is_sorted());
    }
}
