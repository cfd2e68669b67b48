//! Query -> passages, best first.
//!
//! Tantivy's block-max search picks candidates; they are read and measured ([`features`]), and a
//! linear model fitted on questions with known answers ([`model`]) weighs the measurements. Where no
//! error is named, functions fail only when the index cannot be read.

pub mod asked;
pub mod candidate;
pub mod features;
mod glossary;
pub mod model;
pub mod reading;
pub mod statistics;

use std::ops::Range;
use std::sync::LazyLock;

use anyhow::{Context, Result};

use crate::ids::{Ids, PassageId};
use crate::index::{Library, PassageInfo, Postings};
use crate::query::Query;
use asked::Asked;
use candidate::Candidate;
use features::measure_passages;
use glossary::Glossary;
use model::{Model, Weights};
use reading::Read;
use statistics::SearchSpace;

/// Passages of a question, measured but not yet weighed.
#[derive(Debug)]
pub struct Measured {
    /// The question in front of its search space.
    pub asked: Asked,
    /// The passages looked at, in reading order or as Tantivy ranked them.
    pub candidates: Vec<Candidate>,
    /// What was measured, a row a candidate, in the order of [`features::column_names`].
    pub rows: Vec<Vec<f32>>,
}

/// A passage with its score.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// The passage, read.
    pub candidate: Candidate,
    /// What was measured, in the order of [`features::column_names`].
    pub row: Vec<f32>,
    /// Higher is better; comparable within one question only.
    pub score: f32,
    /// What the reader made of it, if it was read.
    pub read: Option<Read>,
}

impl Ranked {
    /// Where it stands.
    pub fn passage(&self) -> &PassageInfo {
        &self.candidate.passage
    }
}

/// Finds and measures the candidates of a question.
pub fn measure_candidates(
    library: &Library,
    query: &Query,
    space: &SearchSpace,
) -> Result<Measured> {
    let asked = Asked::new(library, query, space)?;
    let mut ids = find_candidates(library, &asked, space)?;
    retain_phrases(library, query, space, &mut ids)?;

    let mut glossary = Glossary::new(library, &asked);
    let read = |id| Candidate::read(library, &asked, &mut glossary, id);
    let candidates = ids.into_iter().map(read).collect::<Result<Vec<_>>>()?;

    let rows = measure_passages(library, &asked, space, &candidates)?;
    Ok(Measured {
        asked,
        candidates,
        rows,
    })
}

impl Measured {
    /// Weighs the candidates, best first; ties fall to the earlier passage.
    pub fn rank(self, model: &Model) -> (Asked, Vec<Ranked>) {
        let rows = self.candidates.into_iter().zip(self.rows);
        let mut ranked: Vec<Ranked> = rows
            .map(|(candidate, row)| Ranked {
                score: model.score(&row),
                candidate,
                row,
                read: None,
            })
            .collect();
        ranked.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then(a.passage().id.cmp(&b.passage().id))
        });

        (self.asked, ranked)
    }
}

/// One passage, measured and weighed by itself: no other is there to be compared with.
pub fn rank_alone(
    library: &Library,
    asked: &Asked,
    space: &SearchSpace,
    id: PassageId,
) -> Result<Ranked> {
    let mut glossary = Glossary::new(library, asked);
    let candidates = vec![Candidate::read(library, asked, &mut glossary, id)?];
    let rows = measure_passages(library, asked, space, &candidates)?;
    let measured = Measured {
        asked: asked.clone(),
        candidates,
        rows,
    };

    let (_, mut ranked) = measured.rank(shipped_model());
    ranked
        .pop()
        .context("the passage that was measured is gone")
}

/// The shipped model.
pub fn shipped_model() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("passage", features::column_names()));
    &MODEL
}

fn find_candidates(
    library: &Library,
    asked: &Asked,
    space: &SearchSpace,
) -> Result<Vec<PassageId>> {
    let scope = space.passages.clone();
    let count = space.candidates;
    // A small search space is read whole, of several languages what is in the one.
    if scope.len() <= count {
        let written = |id: &PassageId| {
            let info = library
                .passage(*id)
                .and_then(|passage| library.document(passage.span.document));
            info.is_ok_and(|info| info.language == asked.language)
        };
        return Ok(library.open_passages(scope).filter(written).collect());
    }

    let terms = asked.leading();
    let postings = library.postings(asked.language);
    if space.is_whole() {
        postings.top(&terms, count)
    } else {
        choose_top_passages(scope, &terms, postings, count)
    }
}

/// As [`Postings::top`] for a part of the library, which is short enough to score each of its
/// passages.
fn choose_top_passages(
    passages: Range<PassageId>,
    terms: &[(&str, f32)],
    postings: Postings,
    count: usize,
) -> Result<Vec<PassageId>> {
    let mut scores = vec![0.0; passages.len()];
    for (term, weight) in terms {
        postings.for_each(term, passages.clone(), |passage, frequency| {
            let frequency = frequency as f32;
            scores[(passage - passages.start) as usize] += weight * frequency / (frequency + 1.2);
        })?;
    }

    let score = |id: &PassageId| scores[(*id - passages.start) as usize];
    let all = passages.ids();
    let mut ids: Vec<PassageId> = all.filter(|id| score(id) > 0.0).collect();
    ids.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
    ids.truncate(count);
    Ok(ids)
}

/// Keeps passages that hold every quoted phrase, and finds those that only the phrases lead to.
fn retain_phrases(
    library: &Library,
    query: &Query,
    space: &SearchSpace,
    ids: &mut Vec<PassageId>,
) -> Result<()> {
    if query.phrases.is_empty() {
        return Ok(());
    }

    let holding = || {
        library
            .postings(query.language)
            .holding(&query.phrases, space.passages.clone())
    };

    let mut known = ids.clone();
    known.sort_unstable();
    let mut holders = holding()?;
    known.retain(|id| holders.holds(*id));
    ids.retain(|id| known.binary_search(id).is_ok());
    ids.extend(
        holding()?
            .filter(|id| known.binary_search(id).is_err())
            .take(space.candidates),
    );

    Ok(())
}
