//! How far one term may stand for another: word vectors, everyday paraphrases, and words that exclude
//! one another.
//!
//! `tables/vectors.bin` (written by `scripts/build_words.py`, which describes the layout) is searched
//! where it stands; its rows need no scale, as only cosines are asked. Vectors hold opposites alike
//! (*monday* and *tuesday*), so `tables/opposites.tsv` overrules them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analyze::term;
use crate::language::Language;

const VECTORS: &[u8] = include_bytes!("tables/vectors.bin");
const MAGIC: &[u8; 8] = b"PQVEC4\0\x01";
const HEADER: usize = 20;

/// A cosine at or below this says nothing: one pair of terms in twenty reaches it by chance.
const FLOOR: f32 = 0.2;
/// What a perfect likeness is worth beside the term itself.
const CEILING: f32 = 0.9;
/// What two words of one group of paraphrases are worth at least.
const PARAPHRASE: f32 = 0.3;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(VECTORS).expect("a test reads the embedded table"));
static PARAPHRASES: LazyLock<Groups> = LazyLock::new(|| Groups::parse(include_str!("tables/synonyms.tsv")));
static OPPOSITES: LazyLock<Groups> = LazyLock::new(|| Groups::parse(include_str!("tables/opposites.tsv")));

/// What a term means, ready to be compared.
#[derive(Debug, Clone)]
pub struct Meaning {
    numbers: Vec<i8>,
    inverse_length: f32,
    paraphrases: &'static [u16],
    opposites: &'static [u16],
}

impl Meaning {
    /// The meaning of a term, if there is anything to compare; only English has tables.
    pub fn of(term: &str, language: Language) -> Option<Meaning> {
        if language != Language::English {
            return None;
        }
        let (paraphrases, opposites) = (PARAPHRASES.of(term), OPPOSITES.of(term));
        let numbers = TABLE.numbers(term).unwrap_or_default();
        if numbers.is_empty() && paraphrases.is_empty() {
            return None;
        }
        let square: i32 = numbers.iter().map(|n| i32::from(*n).pow(2)).sum();
        Some(Meaning { numbers, inverse_length: 1.0 / (square.max(1) as f32).sqrt(), paraphrases, opposites })
    }

    /// How far one of two *different* terms may stand for the other, 0 to 1.
    pub fn likeness(&self, other: &Meaning) -> f32 {
        let share = |a: &[u16], b: &[u16]| a.iter().any(|group| b.contains(group));
        if share(self.opposites, other.opposites) {
            return 0.0;
        }
        let dot: i32 = self.numbers.iter().zip(&other.numbers).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
        let cosine = dot as f32 * self.inverse_length * other.inverse_length;
        let paraphrase = if share(self.paraphrases, other.paraphrases) { PARAPHRASE } else { 0.0 };
        (CEILING * (cosine - FLOOR) / (1.0 - FLOOR)).max(paraphrase)
    }
}

/// Groups of words, one a line.
struct Groups(HashMap<String, Vec<u16>>);

impl Groups {
    fn parse(lines: &str) -> Groups {
        let mut groups: HashMap<String, Vec<u16>> = HashMap::new();
        for (line, number) in lines.lines().filter(|line| !line.starts_with('#')).zip(0..) {
            for word in line.split_whitespace() {
                groups.entry(term(word, Language::English)).or_default().push(number);
            }
        }
        Groups(groups)
    }

    fn of(&self, term: &str) -> &[u16] {
        self.0.get(term).map_or(&[], Vec::as_slice)
    }
}

/// The vectors: header, starts of the terms, terms sorted by bytes, four bits a number.
struct Table {
    starts: &'static [u8],
    terms: &'static [u8],
    rows: &'static [u8],
    count: usize,
    row_bytes: usize,
}

impl Table {
    fn new(bytes: &'static [u8]) -> Option<Table> {
        let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?) as usize);
        let (count, dimensions, blob) = (number(8)?, number(12)?, number(16)?);
        let terms_at = HEADER + 4 * (count + 1);
        let rows_at = terms_at + blob;
        let whole = bytes.starts_with(MAGIC) && bytes.len() == rows_at + count * dimensions / 2;
        whole.then(|| Table {
            starts: &bytes[HEADER..terms_at],
            terms: &bytes[terms_at..rows_at],
            rows: &bytes[rows_at..],
            count,
            row_bytes: dimensions / 2,
        })
    }

    fn term(&self, row: usize) -> &[u8] {
        let start =
            |row: usize| self.starts[4 * row..].first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize);
        &self.terms[start(row)..start(row + 1)]
    }

    fn numbers(&self, term: &str) -> Option<Vec<i8>> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low.midpoint(high);
            match self.term(middle).cmp(term.as_bytes()) {
                std::cmp::Ordering::Equal => {
                    let row = &self.rows[middle * self.row_bytes..(middle + 1) * self.row_bytes];
                    return Some(row.iter().flat_map(|b| [(b & 15) as i8 - 8, (b >> 4) as i8 - 8]).collect());
                }
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> f32 {
        let meaning = |word: &str| Meaning::of(&term(word, Language::English), Language::English).unwrap();
        meaning(a).likeness(&meaning(b))
    }

    #[test]
    fn words_for_the_same_thing_are_alike_and_opposites_are_not() {
        assert!(likeness("boss", "chief") > likeness("boss", "storm"));
        assert!(likeness("storm", "gale") > 0.2);
        assert!(likeness("fee", "cost") >= PARAPHRASE);
        assert_eq!(likeness("monday", "tuesday"), 0.0);
        assert!(Meaning::of("xqzt", Language::English).is_none());
    }
}
