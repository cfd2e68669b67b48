//! What is measured about a candidate: a row of numbers with fixed names.
//!
//! One file a family. A family is a function that returns an array and a constant of the same length
//! with its names, so that the two cannot drift apart; [`Table::new`] puts the families side by side
//! and adds, for some of them, how far a candidate stands out among the candidates of its question.

pub mod bm25;
pub mod coverage;
pub mod cues;
pub mod expected;
pub mod letters;
pub mod pairs;
pub mod shape;
pub mod soft;

use anyhow::Result;

use crate::index::Library;
use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Seen};
use crate::rank::statistics::Collection;

/// Names of the neighbourhood features, see [`neighbourhood`].
const NEIGHBOURHOOD: [&str; 9] = [
    "passage before", "passage after", "two before", "two after", "with neighbours", "share with neighbours", "neighbours raw", "document", "share of candidates",
];

/// Features that are also given as z-scores among the candidates of a question.
const STANDING_OUT: &[&str] = &[
    "bm25", "bm25 of all words", "best sentence", "best 3 sentences", "best sentence in context", "pairs of words",
    "pairs of content words", "share of weight", "closeness", "similar letters", "document",
    "with neighbours", "share with neighbours", "soft", "soft best sentence", "soft in context",
];

/// The rows of a question's candidates.
#[derive(Debug, Clone)]
pub struct Table {
    /// One row a candidate, in the order of [`names`].
    pub rows: Vec<Vec<f32>>,
}

/// Names of all features in the order of a row.
pub fn names() -> Vec<String> {
    let outstanding = STANDING_OUT.iter().map(|name| format!("{name}: stands out"));
    plain_names().map(str::to_owned).chain(outstanding).collect()
}

/// The column of a feature that is no z-score.
pub fn column(name: &str) -> Option<usize> {
    plain_names().position(|n| n == name)
}

fn plain_names() -> impl Iterator<Item = &'static str> {
    let families: [&'static [&'static str]; 9] = [
        &bm25::PASSAGE, &bm25::WINDOWS, &pairs::PAIRS, &coverage::COVERAGE, &letters::LETTERS, &soft::SOFT, &cues::CUES, &shape::SHAPE, &NEIGHBOURHOOD,
    ];
    families.into_iter().flatten().copied()
}

impl Table {
    /// Measures all candidates of a question.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn new(library: &Library, asked: &Asked, collection: &Collection, candidates: &[Candidate]) -> Result<Table> {
        let near = neighbourhood(library, asked, collection, candidates)?;
        let row = |(candidate, near): (&Candidate, [f32; 9])| {
            let seen = Seen::new(candidate, asked);
            let average = collection.average_words;
            let mut row = Vec::with_capacity(64);
            row.extend(bm25::passage(asked, &seen, average));
            row.extend(bm25::windows(asked, &seen, average));
            row.extend(pairs::pairs(asked, &seen));
            row.extend(coverage::coverage(asked, &seen));
            row.extend(letters::letters(asked, &seen));
            row.extend(soft::soft(asked, &seen));
            row.extend(cues::cues(asked, &seen));
            row.extend(shape::shape(asked, &seen, collection));
            row.extend(near);
            row
        };
        let mut rows: Vec<Vec<f32>> = candidates.iter().zip(near).map(row).collect();
        add_standing_out(&mut rows);
        Ok(Table { rows })
    }
}

/// Appends the z-scores of [`STANDING_OUT`].
fn add_standing_out(rows: &mut [Vec<f32>]) {
    let columns: Vec<usize> = STANDING_OUT.iter().filter_map(|name| plain_names().position(|n| n == *name)).collect();
    let count = rows.len().max(1) as f32;
    for column in columns {
        let mean = rows.iter().map(|row| row[column]).sum::<f32>() / count;
        let variance = rows.iter().map(|row| (row[column] - mean).powi(2)).sum::<f32>() / count;
        let deviation = variance.sqrt().max(1e-3);
        for row in rows.iter_mut() {
            row.push((row[column] - mean) / deviation);
        }
    }
}

/// BM25 of the passages around a candidate, alone and together with it, of the whole document (in a
/// library), and the share of the candidates that come from the same document.
fn neighbourhood(library: &Library, asked: &Asked, collection: &Collection, candidates: &[Candidate]) -> Result<Vec<[f32; 9]>> {
    let around = |c: &Candidate| {
        let id = c.passage.id;
        (-2..=2).filter_map(move |step| id.checked_add_signed(step))
    };
    let mut ids: Vec<u32> = candidates.iter().flat_map(around).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut documents: Vec<u32> = candidates.iter().map(|c| c.passage.span.document).collect();
    documents.sort_unstable();
    documents.dedup();
    let passages = counts(asked, ids.len(), |term| library.postings().in_passages(term, &ids))?;
    let whole = collection.is_library();
    let texts = counts(asked, documents.len(), |term| library.postings().in_documents(term, &documents))?;
    let average = library.manifest().words as f32 / library.documents().len() as f32;
    let mut rows = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let passage = &candidate.passage;
        let inside = |step: i32| -> Option<usize> {
            let id = passage.id.checked_add_signed(step).filter(|id| collection.passages.contains(id))?;
            let info = library.document(passage.span.document).ok()?;
            info.passages.contains(&id).then(|| ids.binary_search(&id).ok())?
        };
        let alone = |step: i32| inside(step).map_or(0.0, |at| bm25::share(asked, &passages[at], 1.0));
        let mut together = vec![0; asked.terms.len()];
        for at in [-1, 0, 1].into_iter().filter_map(inside) {
            together.iter_mut().zip(&passages[at]).for_each(|(sum, count)| *sum += count);
        }
        let joint = bm25::share(asked, &together, 2.0);
        let held: f32 = asked.content().filter(|(i, _)| together[*i] > 0).map(|(_, t)| t.weight()).sum();
        let (document, same) = if whole {
            let document = passage.span.document;
            let at = documents.binary_search(&document).unwrap_or(0);
            let length = library.document(document)?.words as f32 / average;
            let same = candidates.iter().filter(|c| c.passage.span.document == document).count();
            (bm25::share(asked, &texts[at], length), same as f32 / candidates.len() as f32)
        } else {
            (0.0, 0.0)
        };
        rows.push([
            alone(-1), alone(1), alone(-2), alone(2), joint, held / asked.content_weight, joint * asked.content_weight, document, same,
        ]);
    }
    Ok(rows)
}

/// Counts of each term in each of `places` texts, as a row a text.
fn counts(asked: &Asked, places: usize, mut of: impl FnMut(&str) -> Result<Vec<u32>>) -> Result<Vec<Vec<u32>>> {
    let mut rows = vec![vec![0; asked.terms.len()]; places];
    for (index, term) in asked.content() {
        for (row, count) in rows.iter_mut().zip(of(&term.text)?) {
            row[index] = count;
        }
    }
    Ok(rows)
}
