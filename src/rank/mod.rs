//! Query -> passages, best first.
//!
//! Tantivy's block-max search picks candidates; they are then read and scored by features that look at
//! words, sentences and the neighbourhood.

mod candidate;

use std::collections::HashMap;
use std::ops::Range;

use anyhow::Result;

use crate::index::{Library, PassageInfo};
use crate::query::{Query, scope};
pub use candidate::{Candidate, Word};

/// A collection this small is read whole; of a larger one this many passages are.
const CANDIDATES: usize = 48;
/// BM25's saturation and length constants; `../shared/retrieval.md` measured this pair.
const K1: f32 = 1.6;
const B: f32 = 0.4;

/// A passage with its score and where that comes from.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// The passage, read.
    pub candidate: Candidate,
    /// Higher is better; comparable within one question only.
    pub score: f32,
    /// Name and share of each feature in the score.
    pub shares: Vec<(&'static str, f32)>,
    /// Share of the question's weight that the passage holds, 0 to 1.
    pub coverage: f32,
}

/// Weight of each term of a question.
pub type Weights = HashMap<String, f32>;

/// Ranks the passages of the library, or of one document, for a question.
///
/// # Errors
/// When the index cannot be read.
pub fn rank(library: &Library, query: &Query, document: Option<u32>) -> Result<(Vec<Ranked>, Weights)> {
    let scope = scope(library, document)?;
    let weights = weights(library, query, scope.clone())?;
    let mut ids = candidates(library, &weights, scope.clone())?;
    retain_phrases(library, query, &mut ids)?;
    let average = average_words(library, document)?;
    let mut ranked = Vec::with_capacity(ids.len());
    for id in ids {
        ranked.push(score(Candidate::read(library, library.passage(id)?)?, query, &weights, average));
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.candidate.passage.id.cmp(&b.candidate.passage.id)));
    Ok((ranked, weights))
}

fn average_words(library: &Library, document: Option<u32>) -> Result<f32> {
    let (words, passages) = match document {
        Some(document) => {
            let info = library.document(document)?;
            (u64::from(info.words), info.passages.len())
        }
        None => (library.manifest().words, library.passage_count() as usize),
    };
    Ok(words as f32 / passages.max(1) as f32)
}

/// Inverse document frequency of each content term, in the passages asked.
fn weights(library: &Library, query: &Query, scope: Range<u32>) -> Result<Weights> {
    let total = scope.len() as f32;
    let mut weights = Weights::new();
    for term in query.content_terms() {
        let mut found = 0.0;
        if scope.len() as u32 == library.passage_count() {
            found = library.postings().passages_with(term) as f32;
        } else {
            library.postings().for_each(term, scope.clone(), |_, _| found += 1.0)?;
        }
        weights.insert(term.to_owned(), (1.0 + (total - found + 0.5) / (found + 0.5)).ln());
    }
    Ok(weights)
}

fn candidates(library: &Library, weights: &Weights, scope: Range<u32>) -> Result<Vec<u32>> {
    if scope.len() <= CANDIDATES {
        return Ok(scope.collect());
    }
    let mut terms: Vec<(String, f32)> = weights.iter().map(|(term, weight)| (term.clone(), *weight)).collect();
    terms.sort_by(|a, b| a.0.cmp(&b.0));
    if scope.len() as u32 == library.passage_count() {
        return library.postings().top(&terms, CANDIDATES);
    }
    let mut scores = vec![0.0; scope.len()];
    for (term, weight) in &terms {
        library.postings().for_each(term, scope.clone(), |passage, frequency| {
            scores[(passage - scope.start) as usize] += weight * saturated(frequency as f32, 1.0);
        })?;
    }
    let mut ids: Vec<u32> = scope.clone().filter(|id| scores[(id - scope.start) as usize] > 0.0).collect();
    ids.sort_by(|a, b| {
        scores[(b - scope.start) as usize].total_cmp(&scores[(a - scope.start) as usize]).then(a.cmp(b))
    });
    ids.truncate(CANDIDATES);
    Ok(ids)
}

/// Keeps passages that hold every quoted phrase; puts those first that only the phrase finds.
fn retain_phrases(library: &Library, query: &Query, ids: &mut Vec<u32>) -> Result<()> {
    for phrase in &query.phrases {
        let holders = library.postings().with_phrase(phrase)?;
        ids.retain(|id| holders.binary_search(id).is_ok());
        if ids.is_empty() {
            ids.extend(holders.into_iter().take(CANDIDATES));
        }
    }
    Ok(())
}

fn saturated(frequency: f32, length: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length))
}

fn score(candidate: Candidate, query: &Query, weights: &Weights, average: f32) -> Ranked {
    let total: f32 = weights.values().sum::<f32>().max(f32::MIN_POSITIVE);
    let best = total * (K1 + 1.0);
    let bm25 = |words: &[Word], average: f32| -> f32 {
        let length = words.len() as f32 / average;
        let sum = |(term, weight): (&String, &f32)| {
            let frequency = words.iter().filter(|w| w.term == *term).count() as f32;
            weight * saturated(frequency, length)
        };
        weights.iter().map(sum).sum::<f32>() / best
    };
    let passage = bm25(&candidate.words, average);
    let window = candidate.sentence_words().map(|words| bm25(words, average / 4.0)).fold(0.0, f32::max);
    let held =
        |(term, weight): (&String, &f32)| if candidate.words.iter().any(|w| w.term == *term) { *weight } else { 0.0 };
    let coverage = weights.iter().map(held).sum::<f32>() / total;
    let pairs = pairs(&candidate, query);
    let shares = vec![
        ("bm25", passage),
        ("best sentence", 0.5 * window),
        ("pairs of words", 0.3 * pairs),
        ("coverage", 0.2 * coverage),
    ];
    Ranked { score: shares.iter().map(|(_, share)| share).sum(), shares, coverage, candidate }
}

/// Share of the question's neighbouring words that stand next to each other in the passage too.
fn pairs(candidate: &Candidate, query: &Query) -> f32 {
    let wanted: Vec<_> = query.words.windows(2).filter(|pair| !(pair[0].stop && pair[1].stop)).collect();
    let stands = |pair: &&&[crate::query::QueryWord]| {
        candidate.words.windows(2).any(|w| w[0].term == pair[0].term && w[1].term == pair[1].term)
    };
    wanted.iter().filter(stands).count() as f32 / wanted.len().max(1) as f32
}

impl Ranked {
    /// The passage.
    pub fn passage(&self) -> &PassageInfo {
        &self.candidate.passage
    }
}
