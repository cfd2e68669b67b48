//! How far one term may stand for another: word vectors, everyday paraphrases, and words that exclude
//! one another.
//!
//! `tables/vectors.bin` (written by `scripts/build_words.py`, which describes the layout) is searched
//! where it stands, once for each term of a library: the index keeps its number. Rows need no scale, as
//! only cosines are asked. Vectors hold opposites alike (*monday* and *tuesday*), so `tables/opposites.tsv`
//! overrules them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

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
static PARAPHRASES: LazyLock<Groups> = LazyLock::new(|| groups(include_str!("tables/synonyms.tsv")));
static OPPOSITES: LazyLock<Groups> = LazyLock::new(|| groups(include_str!("tables/opposites.tsv")));
/// Terms that have paraphrases but no vector, sorted; their numbers follow those of the vectors.
static WITHOUT_VECTOR: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut terms: Vec<&str> = PARAPHRASES.keys().map(String::as_str).filter(|t| TABLE.find(t).is_none()).collect();
    terms.sort_unstable();
    terms
});
/// Paraphrases and opposites by the number of the term.
static GROUPS: LazyLock<FxHashMap<u32, [&[u16]; 2]>> = LazyLock::new(|| {
    let of = |groups: &'static Groups, term: &str| groups.get(term).map_or(&[][..], Vec::as_slice);
    let terms = PARAPHRASES.keys().chain(OPPOSITES.keys());
    let numbered = terms.filter_map(|term| Some((number(term, Language::English)?, term)));
    numbered.map(|(number, term)| (number, [of(&PARAPHRASES, term), of(&OPPOSITES, term)])).collect()
});

/// Groups of words, one a line: the lines of each term.
type Groups = FxHashMap<String, Vec<u16>>;

fn groups(lines: &str) -> Groups {
    let mut groups = Groups::default();
    for (line, number) in lines.lines().filter(|line| !line.starts_with('#')).zip(0..) {
        for word in line.split_whitespace() {
            groups.entry(term(word, Language::English)).or_default().push(number);
        }
    }
    groups
}

/// What a term means, ready to be compared.
#[derive(Debug, Clone, Copy)]
pub struct Meaning {
    /// Its vector, two numbers a byte; empty if there is none.
    row: &'static [u8],
    inverse_length: f32,
    paraphrases: &'static [u16],
    opposites: &'static [u16],
}

/// The number of a term among those whose meaning is known; only English has tables.
pub fn number(term: &str, language: Language) -> Option<u32> {
    if language != Language::English {
        return None;
    }
    let without_vector = || Some((TABLE.count + WITHOUT_VECTOR.binary_search(&term).ok()?) as u32);
    TABLE.find(term).map(|row| row as u32).or_else(without_vector)
}

impl Meaning {
    /// The meaning of a term by its [`number`]; of a number that is none, a meaning like no other.
    pub fn numbered(number: u32) -> Meaning {
        let row = TABLE.row(number as usize);
        let inverse_length = TABLE.inverse_lengths.get(number as usize).copied().unwrap_or(1.0);
        let [paraphrases, opposites] = GROUPS.get(&number).copied().unwrap_or_default();
        Meaning { row, inverse_length, paraphrases, opposites }
    }

    /// How far one of two *different* terms may stand for the other, 0 to 1.
    pub fn likeness(&self, other: &Meaning) -> f32 {
        let share = |a: &[u16], b: &[u16]| a.iter().any(|group| b.contains(group));
        if share(self.opposites, other.opposites) {
            return 0.0;
        }
        let cosine = f32::from(dot(self.row, other.row)) * self.inverse_length * other.inverse_length;
        let paraphrase = if share(self.paraphrases, other.paraphrases) { PARAPHRASE } else { 0.0 };
        (CEILING * (cosine - FLOOR) / (1.0 - FLOOR)).max(paraphrase)
    }
}

/// The scalar product of two rows. In 16 bits, so that a processor does eight numbers at once; it has room
/// for 250 bytes of the largest numbers, and a row has 64.
fn dot(a: &[u8], b: &[u8]) -> i16 {
    let low = |byte: u8| i16::from(byte & 15) - 8;
    let high = |byte: u8| i16::from(byte >> 4) - 8;
    a.iter().zip(b).map(|(a, b)| low(*a) * low(*b) + high(*a) * high(*b)).sum()
}

/// The vectors: header, starts of the terms, terms sorted by bytes, four bits a number.
struct Table {
    starts: &'static [u8],
    terms: &'static [u8],
    rows: &'static [u8],
    count: usize,
    row_bytes: usize,
    inverse_lengths: Vec<f32>,
}

impl Table {
    fn new(bytes: &'static [u8]) -> Option<Table> {
        let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?) as usize);
        let (count, dimensions, blob) = (number(8)?, number(12)?, number(16)?);
        let terms_at = HEADER + 4 * (count + 1);
        let rows_at = terms_at + blob;
        let row_bytes = dimensions / 2;
        let rows = bytes.get(rows_at..).filter(|rows| rows.len() == count * row_bytes && bytes.starts_with(MAGIC))?;
        let inverse_length = |row: &[u8]| 1.0 / (f32::from(dot(row, row)).max(1.0)).sqrt();
        Some(Table {
            starts: &bytes[HEADER..terms_at],
            terms: &bytes[terms_at..rows_at],
            rows,
            count,
            row_bytes,
            inverse_lengths: rows.chunks_exact(row_bytes).map(inverse_length).collect(),
        })
    }

    fn term(&self, row: usize) -> &[u8] {
        let start =
            |row: usize| self.starts[4 * row..].first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize);
        &self.terms[start(row)..start(row + 1)]
    }

    /// The numbers of a row, none for a row that is not there.
    fn row(&self, row: usize) -> &'static [u8] {
        self.rows.get(row * self.row_bytes..(row + 1) * self.row_bytes).unwrap_or_default()
    }

    fn find(&self, term: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
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
        let number = |word: &str| number(&term(word, Language::English), Language::English);
        let meaning = |word: &str| Meaning::numbered(number(word).unwrap());
        meaning(a).likeness(&meaning(b))
    }

    #[test]
    fn words_for_the_same_thing_are_alike_and_opposites_are_not() {
        assert!(likeness("boss", "chief") > likeness("boss", "storm"));
        assert!(likeness("storm", "gale") > 0.2);
        assert!(likeness("fee", "cost") >= PARAPHRASE);
        assert_eq!(likeness("monday", "tuesday"), 0.0);
        assert!(number("xqzt", Language::English).is_none() && number("boss", Language::German).is_none());
    }
}
