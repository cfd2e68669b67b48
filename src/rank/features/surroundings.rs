//! What stands around a candidate: the passages before and after it, and its document as a whole.
//!
//! An answer often spreads over an edge between passages, and a document that is about the question
//! makes each of its passages likelier (Callan, "Passage-Level Evidence in Document Retrieval",
//! 1994).

use anyhow::Result;

use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Library;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Candidate;
use crate::rank::features::bm25;
use crate::rank::statistics::SearchSpace;

/// Names of [`Surroundings::of`].
pub const SURROUNDINGS: [&str; 9] = [
    "passage before",
    "passage after",
    "two before",
    "two after",
    "with neighbours",
    "share with neighbours",
    "neighbours raw",
    "document",
    "share of candidates",
];

/// How often each of the question's terms stands in the passages around the candidates, and in
/// their documents.
pub struct Surroundings<'a> {
    library: &'a Library,
    asked: &'a Asked,
    space: &'a SearchSpace,
    passages: Counts<PassageId>,
    /// Only in a library of several documents.
    documents: Option<Counts<DocumentId>>,
    /// The document of each candidate.
    owners: Vec<DocumentId>,
}

impl<'a> Surroundings<'a> {
    /// Looks the terms up once for all candidates of a question.
    pub fn new(
        library: &'a Library,
        asked: &'a Asked,
        space: &'a SearchSpace,
        candidates: &[Candidate],
    ) -> Result<Surroundings<'a>> {
        let postings = library.postings(asked.language);
        let owners: Vec<DocumentId> = candidates.iter().map(|c| c.passage.span.document).collect();

        let documents = space.is_library().then(|| {
            let mut ids = owners.clone();
            ids.sort_unstable();
            ids.dedup();
            Counts::new(asked, ids, |term, ids| postings.in_documents(term, ids))
        });

        Ok(Surroundings {
            library,
            asked,
            space,
            passages: Counts::new(asked, surrounding_passages(candidates), |term, ids| {
                postings.in_passages(term, ids)
            })?,
            documents: documents.transpose()?,
            owners,
        })
    }

    /// BM25 of the four passages around a candidate, BM25 and share of the question of the
    /// candidate with the passages on both sides; in a library, BM25 of its document and the share
    /// of all candidates that are from it.
    pub fn of(&self, candidate: &Candidate) -> Result<[f32; 9]> {
        let beside = |step: i32| self.beside(candidate, step);
        let alone = |step: i32| {
            beside(step).map_or(0.0, |counts| {
                bm25::score_share(self.asked, |term| counts[term], 1.0)
            })
        };

        let mut together = vec![0; self.asked.terms.len()];
        for counts in [-1, 0, 1].into_iter().filter_map(beside) {
            together
                .iter_mut()
                .zip(counts)
                .for_each(|(sum, count)| *sum += count);
        }

        let joint = bm25::score_share(self.asked, |term| together[term], 2.0);
        let weight = self.asked.content_weight;
        let held: f32 = self
            .asked
            .content()
            .filter(|(i, _)| together[*i] > 0)
            .map(|(_, t): (usize, &Term)| t.weight())
            .sum();

        let [document, same] = self.document(candidate)?;
        Ok([
            alone(-1),
            alone(1),
            alone(-2),
            alone(2),
            joint,
            held / weight,
            joint * weight,
            document,
            same,
        ])
    }

    /// Counts in the passage `step` passages on, if it is of the same document and was asked.
    fn beside(&self, candidate: &Candidate, step: i32) -> Option<&[u32]> {
        let id = candidate
            .passage
            .id
            .checked_add_signed(step)
            .filter(|id| self.space.passages.contains(id))?;
        let document = self
            .library
            .document(candidate.passage.span.document)
            .ok()?;

        document
            .passages
            .contains(&id)
            .then(|| self.passages.of(id))?
    }

    fn document(&self, candidate: &Candidate) -> Result<[f32; 2]> {
        let Some(documents) = &self.documents else {
            return Ok([0.0, 0.0]);
        };

        let document = candidate.passage.span.document;
        let average = self.library.manifest().words as f32 / self.library.documents().len() as f32;
        let length = self.library.document(document)?.words as f32 / average;
        let score = documents.of(document).map_or(0.0, |counts| {
            bm25::score_share(self.asked, |term| counts[term], length)
        });

        let same = self
            .owners
            .iter()
            .filter(|owner| **owner == document)
            .count();
        Ok([score, same as f32 / self.owners.len() as f32])
    }
}

/// The passages up to two before and behind the candidates, in ascending order.
fn surrounding_passages(candidates: &[Candidate]) -> Vec<PassageId> {
    let mut ids: Vec<PassageId> = candidates.iter().map(|c| c.passage.id).collect();
    ids.sort_unstable();
    let mut around = Vec::with_capacity(5 * ids.len());
    for id in ids {
        let next = around.last().map_or(PassageId(0), |last| *last + 1);
        let near = next.max(id.saturating_sub(2))..id.saturating_add(3);
        around.extend(near.ids());
    }
    around
}

/// Counts of the question's terms in some texts.
struct Counts<I> {
    /// In ascending order.
    ids: Vec<I>,
    /// One for each, with the count of every term.
    rows: Vec<u32>,
    terms: usize,
}

impl<I: Ord> Counts<I> {
    fn new(
        asked: &Asked,
        ids: Vec<I>,
        count: impl Fn(&str, &[I]) -> Result<Vec<u32>>,
    ) -> Result<Counts<I>> {
        let terms = asked.terms.len();
        let mut rows = vec![0; ids.len() * terms];
        for (index, term) in asked.content() {
            for (row, count) in rows.chunks_exact_mut(terms).zip(count(&term.text, &ids)?) {
                row[index] = count;
            }
        }

        Ok(Counts { ids, rows, terms })
    }

    fn of(&self, id: I) -> Option<&[u32]> {
        self.ids
            .binary_search(&id)
            .ok()
            .map(|at| &self.rows[at * self.terms..(at + 1) * self.terms])
    }
}
