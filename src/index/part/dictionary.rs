//! The terms of a part by number, each with what we know of it: questions are compared with
//! numbers, not with words.
//!
//! Numbers are given in the order of first appearance. Each language has terms of its own, so that
//! `die` of a German text is not found by an English question, nor counted with it: see
//! [`term_key`].

use std::borrow::Cow;

use anyhow::{Context, Result, ensure};
use fst::{Map, MapBuilder};
use tantivy::directory::OwnedBytes;

use crate::analyze::grams::gram_signature;
use crate::analyze::marks::Marks;
use crate::analyze::meaning;
use crate::index::files;
use crate::index::part::interner::Interner;
use crate::index::part::package::{Package, Packer};
use crate::index::part::table::{Table, write_row};
use crate::language::Language;

/// Columns: end of the term in the file of terms, marks, number of its meaning, its signature in
/// two halves.
const COLUMNS: usize = 5;
/// Says that a term has no meaning we know.
const NO_MEANING: u32 = u32::MAX;

/// Stands in a key between the language and the term.
const LANGUAGE_END: char = '\u{1f}';

/// A term as the index knows it.
pub fn term_key(term: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::English => Cow::Borrowed(term),
        _ => Cow::Owned(format!("{}{LANGUAGE_END}{term}", language.tag())),
    }
}

/// The term of a key.
fn strip_language(key: &str) -> &str {
    key.split_once(LANGUAGE_END).map_or(key, |(_, term)| term)
}

/// Numbers the terms of a new part.
#[derive(Default)]
pub struct DictionaryWriter {
    keys: Interner,
    rows: Vec<u8>,
    /// Bytes of all terms, which are shorter than their keys.
    length: usize,
}

impl DictionaryWriter {
    /// The number of a term.
    pub fn number(&mut self, term: &str, language: Language) -> Result<u32> {
        let key = term_key(term, language);
        if let Some(number) = self.keys.find(&key) {
            return Ok(number);
        }

        self.length += term.len();
        let end = u32::try_from(self.length)
            .context("the texts have more terms than an index can hold")?;

        let meaning = meaning::meaning_number(term, language).unwrap_or(NO_MEANING);
        let marks = Marks::of(term, language);
        let grams = gram_signature(term.as_bytes());
        write_row(
            &mut self.rows,
            [end, marks.0, meaning, grams as u32, (grams >> 32) as u32],
        )?;

        self.keys.add(&key)
    }

    /// The key of a term, by its number.
    pub fn key(&self, number: u32) -> &str {
        self.keys.word(number)
    }

    /// How many terms there are so far.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Writes the dictionary of a new part.
    pub fn write(self, packer: &mut Packer) -> Result<()> {
        let mut numbers = MapBuilder::memory();
        // The map is built from keys in ascending order only.
        let sorted = self.keys.sorted().into_iter();
        numbers.extend_iter(sorted.map(|number| (self.key(number), u64::from(number))))?;
        packer.add(files::TERM_NUMBERS, &numbers.into_inner()?[..])?;

        packer.add(files::TERM_ROWS, &self.rows[..])?;
        let mut terms = String::with_capacity(self.length);
        (0..self.len() as u32).for_each(|number| terms.push_str(strip_language(self.key(number))));
        packer.add(files::TERMS, terms.as_bytes())
    }
}

/// The terms of an opened part.
pub struct Dictionary {
    numbers: Map<OwnedBytes>,
    rows: Table<COLUMNS>,
    terms: OwnedBytes,
}

/// A term of a library.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// As [`crate::analyze`] made it, in UTF-8.
    pub term: &'a [u8],
    /// The kinds of answer that it marks.
    pub marks: Marks,
    /// See [`meaning::meaning_number`].
    pub meaning: Option<u32>,
    /// See [`gram_signature`].
    pub signature: u64,
}

impl Dictionary {
    /// Opens the dictionary of a part.
    ///
    /// # Errors
    /// When a section is missing or damaged.
    pub fn open(package: &Package) -> Result<Dictionary> {
        let numbers = Map::new(package.section(files::TERM_NUMBERS)?)
            .context("reading the terms of the index")?;
        let rows = Table::new(package.section(files::TERM_ROWS)?)?;
        let terms = package.section(files::TERMS)?;

        ensure!(
            rows.len() == numbers.len(),
            "the terms of the index are incomplete"
        );
        // The last row says where the last term ends.
        let end = numbers
            .len()
            .checked_sub(1)
            .and_then(|last| rows.row(last))
            .map_or(0, |row: [u32; COLUMNS]| row[0]);
        ensure!(
            terms.len() == end as usize,
            "the terms of the index are incomplete"
        );

        Ok(Dictionary {
            numbers,
            rows,
            terms,
        })
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of a term, if the part has it.
    pub fn number(&self, term: &str, language: Language) -> Option<u32> {
        self.numbers
            .get(&*term_key(term, language))
            .map(|number| number as u32)
    }

    /// What is known of a term by its number.
    ///
    /// # Errors
    /// When there is no such term.
    pub fn entry(&self, number: u32) -> Result<Entry<'_>> {
        let [end, marks, meaning, low, high] = self
            .rows
            .row(number as usize)
            .context("no such term in the index")?;

        // A term begins where the one before it ends.
        let before = (number as usize)
            .checked_sub(1)
            .and_then(|before| self.rows.row(before));
        let start = before.map_or(0, |row| row[0]);

        Ok(Entry {
            term: self
                .terms
                .get(start as usize..end as usize)
                .context("the terms of the index are damaged")?,
            marks: Marks(marks),
            meaning: Some(meaning).filter(|meaning| *meaning != NO_MEANING),
            signature: u64::from(high) << 32 | u64::from(low),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_by_their_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = DictionaryWriter::default();
        let terms = [
            ("lamp", Language::English),
            ("1862", Language::English),
            ("lamp", Language::German),
        ];

        let numbers = terms.map(|(term, language)| writer.number(term, language).unwrap());
        assert_eq!(
            (numbers, writer.number("1862", Language::English).unwrap()),
            ([0, 1, 2], 1)
        );

        let mut packer = Packer::create(folder.path()).unwrap();
        writer.write(&mut packer).unwrap();
        let contents = packer.finish().unwrap();
        let package = Package::open(folder.path(), &contents).unwrap();
        let dictionary = Dictionary::open(&package).unwrap();

        for ((term, language), number) in terms.into_iter().zip(0..) {
            assert_eq!(dictionary.number(term, language), Some(number));
            let entry = dictionary.entry(number).unwrap();
            assert_eq!(
                (entry.term, entry.signature),
                (term.as_bytes(), gram_signature(term.as_bytes()))
            );
            assert_eq!(
                (entry.marks, entry.meaning),
                (
                    Marks::of(term, language),
                    meaning::meaning_number(term, language)
                )
            );
        }

        assert_eq!(dictionary.number("storm", Language::English), None);
        assert!(dictionary.entry(3).is_err());
    }
}
