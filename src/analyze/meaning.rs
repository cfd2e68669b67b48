//! How far one term may stand for another: word vectors, everyday paraphrases, and words that
//! exclude one another.
//!
//! `tables/vectors.bin` (written by `scripts/build_words.py`, which describes the layout) is
//! searched where it stands, once for each term of a library: the index keeps its number. Rows need
//! no scale, as only cosines are asked. Vectors hold opposites alike (*monday* and *tuesday*), so
//! `tables/opposites.tsv` overrules them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analyze::to_term;
use crate::language::Language;

const VECTORS: &[u8] = include_bytes!("tables/vectors.bin");
const MAGIC: &[u8; 8] = b"PQVEC4\0\x01";
const HEADER: usize = 20;
/// Bytes of a vector: two numbers each.
const ROW_BYTES: usize = 64;
/// What stands for 0 in half a byte.
const ZERO: i16 = 8;

/// A cosine at or below this says nothing: one pair of terms in twenty reaches it by chance.
const FLOOR: f32 = 0.2;
/// What a perfect likeness is worth beside the term itself.
const CEILING: f32 = 0.9;
/// What two words of one group of paraphrases are worth at least.
const PARAPHRASE: f32 = 0.3;

static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::new(VECTORS).expect("a test reads the embedded table"));
static PARAPHRASES: LazyLock<Groups> =
    LazyLock::new(|| parse_groups(include_str!("tables/synonyms.tsv")));
static OPPOSITES: LazyLock<Groups> =
    LazyLock::new(|| parse_groups(include_str!("tables/opposites.tsv")));
/// Terms that have paraphrases but no vector, sorted; their numbers follow those of the vectors.
static WITHOUT_VECTOR: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut terms: Vec<&str> = PARAPHRASES
        .keys()
        .map(String::as_str)
        .filter(|t| TABLE.find(t).is_none())
        .collect();
    terms.sort_unstable();
    terms
});
/// Paraphrases and opposites by the number of the term.
static GROUPS: LazyLock<FxHashMap<u32, [&[u16]; 2]>> = LazyLock::new(|| {
    let of = |groups: &'static Groups, term: &str| groups.get(term).map_or(&[][..], Vec::as_slice);
    let terms = PARAPHRASES.keys().chain(OPPOSITES.keys());

    let numbered = terms.filter_map(|term| Some((meaning_number(term, Language::English)?, term)));
    numbered
        .map(|(number, term)| (number, [of(&PARAPHRASES, term), of(&OPPOSITES, term)]))
        .collect()
});

/// Groups of words, one a line: the lines of each term.
type Groups = FxHashMap<String, Vec<u16>>;

fn parse_groups(lines: &str) -> Groups {
    let mut groups = Groups::default();
    for (line, number) in lines.lines().filter(|line| !line.starts_with('#')).zip(0..) {
        for word in line.split_whitespace() {
            groups
                .entry(to_term(word, Language::English))
                .or_default()
                .push(number);
        }
    }

    groups
}

/// What a term means, ready to be compared with many others.
#[derive(Debug, Clone)]
pub struct Meaning {
    /// Its vector, nothing but 0 if there is none: the numbers in the low halves of the bytes, and
    /// in the high ones.
    low: [i16; ROW_BYTES],
    high: [i16; ROW_BYTES],
    /// Its product with a row of halves that say 0.
    zero: i16,
    inverse_length: f32,
    groups: [&'static [u16]; 2],
}

/// Whether there are tables of a language.
pub fn is_known_in(language: Language) -> bool {
    language == Language::English
}

/// The number of a term among those whose meaning is known.
pub fn meaning_number(term: &str, language: Language) -> Option<u32> {
    if !is_known_in(language) {
        return None;
    }
    let without_vector = || Some((TABLE.count + WITHOUT_VECTOR.binary_search(&term).ok()?) as u32);
    TABLE
        .find(term)
        .map(|row| row as u32)
        .or_else(without_vector)
}

impl Meaning {
    /// The meaning of a term by its [`meaning_number`]; of a number that is none, a meaning like no
    /// other.
    pub fn numbered(number: u32) -> Meaning {
        let mut low = [0; ROW_BYTES];
        let mut high = [0; ROW_BYTES];
        for (at, byte) in TABLE.row(number).into_iter().flatten().enumerate() {
            low[at] = i16::from(byte & 15) - ZERO;
            high[at] = i16::from(byte >> 4) - ZERO;
        }

        // Rows of other terms come with ZERO added to each number; `product` takes that off again.
        let zero = ZERO * low.iter().chain(&high).sum::<i16>();

        let groups = GROUPS.get(&number).copied().unwrap_or_default();
        Meaning {
            low,
            high,
            zero,
            inverse_length: TABLE.inverse_length(number),
            groups,
        }
    }

    /// How far it and a *different* term, given by its [`meaning_number`], may stand for each
    /// other, 0 to 1.
    pub fn likeness(&self, other: u32) -> f32 {
        let [paraphrases, opposites] = self.in_groups_of(other);
        if opposites {
            return 0.0;
        }

        let product = TABLE.row(other).map_or(0, |row| self.product(row));
        let cosine = f32::from(product) * TABLE.inverse_length(other) * self.inverse_length;

        // Below the floor the first is negative, and only whether they are paraphrases counts.
        let paraphrase = if paraphrases { PARAPHRASE } else { 0.0 };
        (CEILING * (cosine - FLOOR) / (1.0 - FLOOR)).max(paraphrase)
    }

    /// Whether they are paraphrases, and whether they are opposites.
    fn in_groups_of(&self, other: u32) -> [bool; 2] {
        // So it is for nearly every term, and the other one need not be looked up.
        if self.groups.iter().all(|groups| groups.is_empty()) {
            return [false; 2];
        }

        let others = GROUPS.get(&other).copied().unwrap_or_default();
        [0, 1].map(|kind| {
            self.groups[kind]
                .iter()
                .any(|group| others[kind].contains(group))
        })
    }

    /// The scalar product with a row. In 16 bits, so that a processor does eight numbers at once;
    /// that has room for 270 of the largest.
    fn product(&self, row: &[u8; ROW_BYTES]) -> i16 {
        let halves = self.low.iter().zip(&self.high).zip(row);
        let products = halves
            .map(|((low, high), byte)| low * i16::from(byte & 15) + high * i16::from(byte >> 4));
        products.sum::<i16>() - self.zero
    }
}

/// The vectors: header, starts of the terms, terms sorted by bytes, four bits a number.
struct Table {
    starts: &'static [u8],
    terms: &'static [u8],
    rows: &'static [[u8; ROW_BYTES]],
    count: usize,
    inverse_lengths: Vec<f32>,
}

impl Table {
    fn new(bytes: &'static [u8]) -> Option<Table> {
        let number =
            |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?) as usize);
        let count = number(8)?;
        let dimensions = number(12)?;
        let blob = number(16)?;

        let terms_at = HEADER + 4 * (count + 1);
        let rows_at = terms_at + blob;
        let (rows, rest) = bytes.get(rows_at..)?.as_chunks();

        let square = |byte: &u8| {
            [byte & 15, byte >> 4]
                .map(|half| (i16::from(half) - ZERO).pow(2))
                .iter()
                .sum::<i16>()
        };
        let inverse_length = |row: &[u8; ROW_BYTES]| {
            1.0 / f32::from(row.iter().map(square).sum::<i16>().max(1)).sqrt()
        };

        let known = bytes.starts_with(MAGIC) && dimensions == 2 * ROW_BYTES;
        let whole = rows.len() == count && rest.is_empty();
        (known && whole).then(|| Table {
            starts: &bytes[HEADER..terms_at],
            terms: &bytes[terms_at..rows_at],
            rows,
            count,
            inverse_lengths: rows.iter().map(inverse_length).collect(),
        })
    }

    fn term(&self, row: usize) -> &[u8] {
        let start = |row: usize| {
            self.starts[4 * row..]
                .first_chunk()
                .map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
        };
        &self.terms[start(row)..start(row + 1)]
    }

    /// The vector of a term by its number.
    fn row(&self, number: u32) -> Option<&'static [u8; ROW_BYTES]> {
        self.rows.get(number as usize)
    }

    fn inverse_length(&self, number: u32) -> f32 {
        self.inverse_lengths
            .get(number as usize)
            .copied()
            .unwrap_or(1.0)
    }

    fn find(&self, term: &str) -> Option<usize> {
        let mut low = 0;
        let mut high = self.count;

        while low < high {
            let middle = low.midpoint(high);
            match self.term(middle).cmp(term.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(middle),
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
        let number =
            |word: &str| meaning_number(&to_term(word, Language::English), Language::English);
        Meaning::numbered(number(a).unwrap()).likeness(number(b).unwrap())
    }

    #[test]
    fn words_for_the_same_thing_are_alike_and_opposites_are_not() {
        assert!(likeness("boss", "chief") > likeness("boss", "storm"));
        assert!(likeness("storm", "gale") > 0.2);
        assert!(likeness("fee", "cost") >= PARAPHRASE);
        assert_eq!(likeness("monday", "tuesday"), 0.0);
        assert!(
            meaning_number("xqzt", Language::English).is_none()
                && meaning_number("boss", Language::German).is_none()
        );
    }
}
