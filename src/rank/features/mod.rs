//! What is measured about a candidate: a row of numbers with fixed names.
//!
//! One file a family. A family is a function that returns an array and a constant of the same
//! length with its names, so that the two cannot drift apart; [`Table::new`] puts the families side
//! by side and adds, for some of them, how far a candidate stands out among the candidates of its
//! question.

pub mod bm25;
pub mod coverage;
pub mod cues;
pub mod expected;
pub mod pairs;
pub mod shape;
pub mod soft;
pub mod surroundings;

use std::sync::LazyLock;

use anyhow::Result;

use crate::index::Library;
use crate::rank::asked::Asked;
use crate::rank::candidate::Candidate;
use crate::rank::statistics::SearchSpace;
use surroundings::Surroundings;

/// Features that are also given as z-scores among the candidates of a question.
const STANDING_OUT: &[&str] = &[
    "bm25",
    "bm25 of all words",
    "best sentence",
    "best 3 sentences",
    "best sentence in context",
    "pairs of words",
    "pairs of content words",
    "share of weight",
    "closeness",
    "similar letters",
    "document",
    "with neighbours",
    "share with neighbours",
    "soft",
    "soft best sentence",
    "soft in context",
];

/// The rows of a question's candidates.
#[derive(Debug, Clone)]
pub struct Table {
    /// One row a candidate, in the order of [`column_names`].
    pub rows: Vec<Vec<f32>>,
}

/// Names of all features in the order of a row.
pub fn column_names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let outstanding = STANDING_OUT
            .iter()
            .map(|name| format!("{name}: stands out"));

        plain_column_names()
            .map(str::to_owned)
            .chain(outstanding)
            .collect()
    });

    &NAMES
}

/// The columns of some features that are no z-scores.
pub fn find_columns(names: &[&str]) -> Vec<usize> {
    find_places(names, plain_column_names)
}

/// Where some names stand among all that there are.
///
/// # Panics
/// When there is no such name, as all later columns would be others than they are taken for.
pub fn find_places<'a, All>(wanted: &[&str], all: impl Fn() -> All) -> Vec<usize>
where
    All: Iterator<Item = &'a str>,
{
    let place = |name: &&str| {
        let found = all().position(|known| known == *name);
        found.unwrap_or_else(|| panic!("nothing that is measured is called {name}"))
    };
    wanted.iter().map(place).collect()
}

fn plain_column_names() -> impl Iterator<Item = &'static str> {
    let families: [&'static [&'static str]; 9] = [
        &bm25::PASSAGE,
        &bm25::WINDOWS,
        &pairs::PAIRS,
        &coverage::COVERAGE,
        &coverage::LETTERS,
        &soft::SOFT,
        &cues::CUES,
        &shape::SHAPE,
        &surroundings::SURROUNDINGS,
    ];

    families.into_iter().flatten().copied()
}

impl Table {
    /// Measures all candidates of a question.
    pub fn new(
        library: &Library,
        asked: &Asked,
        space: &SearchSpace,
        candidates: &[Candidate],
    ) -> Result<Table> {
        let surroundings = Surroundings::new(library, asked, space, candidates)?;
        let average = space.average_words;

        let mut rows: Vec<Vec<f32>> = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let mut row = Vec::with_capacity(column_names().len());
            row.extend(bm25::measure_passage(asked, candidate, average));
            row.extend(bm25::measure_windows(asked, candidate, average));
            row.extend(pairs::measure_pairs(asked, candidate));
            row.extend(coverage::measure_coverage(asked, candidate));
            row.extend(coverage::measure_letters(asked, candidate));
            row.extend(soft::measure_soft(asked, candidate));
            row.extend(cues::measure_cues(asked, candidate));
            row.extend(shape::measure_shape(asked, candidate, space));
            row.extend(surroundings.of(candidate)?);
            rows.push(row);
        }

        add_standing_out(&mut rows);
        Ok(Table { rows })
    }
}

/// Appends the z-scores of [`STANDING_OUT`].
fn add_standing_out(rows: &mut [Vec<f32>]) {
    static COLUMNS: LazyLock<Vec<usize>> = LazyLock::new(|| find_columns(STANDING_OUT));
    let count = rows.len().max(1) as f32;

    for &column in &*COLUMNS {
        let mean = rows.iter().map(|row| row[column]).sum::<f32>() / count;
        let variance = rows
            .iter()
            .map(|row| (row[column] - mean).powi(2))
            .sum::<f32>()
            / count;
        let deviation = variance.sqrt().max(1e-3);

        for row in rows.iter_mut() {
            row.push((row[column] - mean) / deviation);
        }
    }
}
