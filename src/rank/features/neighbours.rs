//! What stands beside a candidate: an answer often spreads over an edge between passages (Callan,
//! "Passage-Level Evidence in Document Retrieval", 1994).

use anyhow::Result;

use crate::ids::{Ids, PassageId};
use crate::index::Library;
use crate::rank::asked::Asked;
use crate::rank::candidate::Candidate;
use crate::rank::statistics::SearchSpace;

/// How often each of the question's terms stands in the candidates and in the passages beside them.
pub struct Neighbours<'a> {
    library: &'a Library,
    space: &'a SearchSpace,
    terms: usize,
    /// In ascending order.
    ids: Vec<PassageId>,
    /// A row for each of them, with the count of every term.
    rows: Vec<u32>,
}

impl<'a> Neighbours<'a> {
    /// Looks the terms up once for all candidates of a question.
    pub fn new(
        library: &'a Library,
        asked: &Asked,
        space: &'a SearchSpace,
        candidates: &[Candidate],
    ) -> Result<Neighbours<'a>> {
        let postings = library.postings(asked.language);
        let ids = collect_passages(candidates);
        let terms = asked.terms.len();

        let mut rows = vec![0; ids.len() * terms];
        for (index, term) in asked.content() {
            let counts = postings.in_passages(&term.text, &ids)?;
            for (row, count) in rows.chunks_exact_mut(terms).zip(counts) {
                row[index] = count;
            }
        }

        Ok(Neighbours {
            library,
            space,
            terms,
            ids,
            rows,
        })
    }

    /// Counts in a candidate and in the passages on both sides of it, if they are of the same
    /// document and were asked.
    pub fn count_together(&self, candidate: &Candidate) -> Vec<u32> {
        let mut together = vec![0; self.terms];
        let document = self.library.document(candidate.passage.span.document);
        let Ok(document) = document else {
            return together;
        };

        let beside = [-1, 0, 1].into_iter();
        let beside = beside.filter_map(|step| candidate.passage.id.checked_add_signed(step));
        let is_near =
            |id: &PassageId| self.space.passages.contains(id) && document.passages.contains(id);
        for id in beside.filter(is_near) {
            if let Ok(at) = self.ids.binary_search(&id) {
                let row = &self.rows[at * self.terms..(at + 1) * self.terms];
                together
                    .iter_mut()
                    .zip(row)
                    .for_each(|(sum, count)| *sum += count);
            }
        }
        together
    }
}

/// The candidates and the passages next to them, in ascending order.
fn collect_passages(candidates: &[Candidate]) -> Vec<PassageId> {
    let near = candidates.iter().flat_map(|one| {
        let id = one.passage.id;
        (id.saturating_sub(1)..id.saturating_add(2)).ids()
    });
    let mut ids: Vec<PassageId> = near.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
