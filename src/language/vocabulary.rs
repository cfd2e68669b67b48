//! What we know of a language beyond its stemmer, from a table of words a language.
//!
//! A line of `tables/*.tsv` is a name, a tab, and words; `_` stands for a space inside an
//! expression. What the names mean is said where they are used: `stop` and `number` in
//! [`crate::analyze`], `beginning`, `ending`, both also `stacked`, and `shortest stem` there, too,
//! where no stemmer knows the language or one leaves too much, `short month`, `day` and what stands
//! behind one, `price` and `money of games` in [`crate::analyze`], too, `chapter` and its like, `contents`, `salutation` and `byline`
//! where plain texts are read in [`crate::corpus`], the first also where one is asked for in
//! [`crate::chapters`], `abbreviation`, its like and `ordinal` in [`crate::sentence`], `ask`,
//! `noun` and `age` in [`crate::query`], `topic`, `entry`, `event` and `row` in
//! [`crate::answer`], the others where passages
//! are measured. Words are written as in a dictionary of the language; whoever compares them folds
//! or stems them first. A language without a table has no such words, and is only searched.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::Language;

/// The words of a language by the names of their lists.
#[derive(Debug, Default)]
pub struct Vocabulary(HashMap<&'static str, Vec<&'static str>>);

impl Vocabulary {
    /// The vocabulary of a language; an empty one where we have no table.
    pub fn of(language: Language) -> &'static Vocabulary {
        static NONE: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::default);
        static TABLES: LazyLock<HashMap<Language, Vocabulary>> = LazyLock::new(|| {
            TABLES_OF
                .iter()
                .map(|(language, table)| (*language, Vocabulary::parse(table)))
                .collect()
        });
        TABLES.get(&language).unwrap_or(&NONE)
    }

    /// The words of a list, in the order of the table.
    pub fn list(&self, name: &str) -> &[&'static str] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The lists whose names begin with `prefix`, each with the rest of its name.
    pub fn lists<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'static str, &'a [&'static str])> {
        self.0
            .iter()
            .filter_map(move |(name, words)| Some((name.strip_prefix(prefix)?, words.as_slice())))
    }

    fn parse(table: &'static str) -> Vocabulary {
        let mut lists: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        for (name, words) in lines.filter_map(|line| line.split_once('\t')) {
            lists
                .entry(name)
                .or_default()
                .extend(words.split_whitespace());
        }
        Vocabulary(lists)
    }
}

const TABLES_OF: [(Language, &str); 27] = [
    (Language::English, include_str!("tables/en.tsv")),
    (Language::Arabic, include_str!("tables/ar.tsv")),
    (Language::Chinese, include_str!("tables/zh.tsv")),
    (Language::Czech, include_str!("tables/cs.tsv")),
    (Language::Danish, include_str!("tables/da.tsv")),
    (Language::Dutch, include_str!("tables/nl.tsv")),
    (Language::Finnish, include_str!("tables/fi.tsv")),
    (Language::French, include_str!("tables/fr.tsv")),
    (Language::German, include_str!("tables/de.tsv")),
    (Language::Greek, include_str!("tables/el.tsv")),
    (Language::Hebrew, include_str!("tables/he.tsv")),
    (Language::Hindi, include_str!("tables/hi.tsv")),
    (Language::Hungarian, include_str!("tables/hu.tsv")),
    (Language::Italian, include_str!("tables/it.tsv")),
    (Language::Japanese, include_str!("tables/ja.tsv")),
    (Language::Korean, include_str!("tables/ko.tsv")),
    (Language::Norwegian, include_str!("tables/no.tsv")),
    (Language::Polish, include_str!("tables/pl.tsv")),
    (Language::Portuguese, include_str!("tables/pt.tsv")),
    (Language::Romanian, include_str!("tables/ro.tsv")),
    (Language::Russian, include_str!("tables/ru.tsv")),
    (Language::Spanish, include_str!("tables/es.tsv")),
    (Language::Swedish, include_str!("tables/sv.tsv")),
    (Language::Thai, include_str!("tables/th.tsv")),
    (Language::Turkish, include_str!("tables/tr.tsv")),
    (Language::Ukrainian, include_str!("tables/uk.tsv")),
    (Language::Vietnamese, include_str!("tables/vi.tsv")),
];
