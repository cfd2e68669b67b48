//! The Tantivy side of a part: which of its passages hold a term.
//!
//! [`super::postings_writer`] keeps the texts in order and in one segment, so a Tantivy `DocId`
//! *is* the number of the passage in its part; the documents follow the last passage in a field of
//! their own, which gives their term statistics without a second index.

use std::ops::Range;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::query::{Bm25StatisticsProvider, EnableScoring, Query, Scorer};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{
    DocSet, Index, InvertedIndexReader, ReloadPolicy, Searcher, SegmentReader, TERMINATED, Term,
};

use crate::index::part::lines::{COUNTED_LINES, LINES};
use crate::index::part::read_only::ReadOnly;

/// How lists are read: with how often a term stands in each.
const COUNTED: IndexRecordOption = IndexRecordOption::WithFreqs;

/// The fields of the index.
#[derive(Clone, Copy)]
pub struct Fields {
    /// Terms of a passage, with positions.
    pub terms: Field,
    /// Terms of a document.
    pub document_terms: Field,
    /// The number of a passage or document in the order of adding.
    pub ordinal: Field,
}

/// How passages and documents are stored, for writing and reading alike.
pub fn build_schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |tokenizer, option| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(option),
        )
    };

    // Phrases are looked for in passages only, so documents need no positions.
    let fields = Fields {
        terms: schema.add_text_field(
            "terms",
            text(LINES, IndexRecordOption::WithFreqsAndPositions),
        ),
        document_terms: schema.add_text_field(
            "document_terms",
            text(COUNTED_LINES, IndexRecordOption::WithFreqs),
        ),
        ordinal: schema.add_u64_field("ordinal", FAST),
    };

    (schema.build(), fields)
}

/// The postings of an opened part. Passages and documents have the numbers that they have there.
pub struct PartPostings {
    searcher: Searcher,
    fields: Fields,
    /// The lists of passages, kept at hand: they are asked for each term of a question.
    of_passages: Arc<InvertedIndexReader>,
}

impl PartPostings {
    /// Opens the index in a directory.
    ///
    /// # Errors
    /// When it is damaged or does not hold `passages` passages and `documents` documents.
    pub fn open(directory: ReadOnly, passages: u32, documents: u32) -> Result<PartPostings> {
        let index = Index::open(directory).context("opening the postings")?;
        let (schema, fields) = build_schema();
        ensure!(index.schema() == schema, "the postings have another schema");

        // A part never changes, so there is nothing to reload.
        let searcher = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?
            .searcher();

        ensure!(
            searcher.segment_readers().len() == 1,
            "the postings are not one segment"
        );
        ensure!(
            searcher.num_docs() == u64::from(passages) + u64::from(documents),
            "the postings are incomplete"
        );

        let segment = searcher.segment_reader(0);
        Ok(PartPostings {
            of_passages: segment.inverted_index(fields.terms)?,
            searcher,
            fields,
        })
    }

    /// The term of a passage with this [key](super::dictionary::term_key).
    pub fn term(&self, key: &str) -> Term {
        Term::from_field_text(self.fields.terms, key)
    }

    /// In how many passages a term stands.
    pub fn passages_with(&self, key: &str) -> Result<u32> {
        Ok(self.of_passages.doc_freq(&self.term(key))?)
    }

    /// Calls `see` with each passage of `range` that holds a term, and how often; it says where to
    /// go on.
    pub fn for_each(
        &self,
        key: &str,
        range: Range<u32>,
        mut see: impl FnMut(u32, u32) -> Next,
    ) -> Result<()> {
        let found = self.of_passages.read_postings(&self.term(key), COUNTED)?;
        let Some(mut postings) = found else {
            return Ok(());
        };

        let mut doc = seek_forward(&mut postings, range.start);
        while doc < range.end && doc != TERMINATED {
            doc = match see(doc, postings.term_freq()) {
                Next::Following => postings.advance(),
                Next::From(passage) => seek_forward(&mut postings, passage),
            };
        }

        Ok(())
    }

    /// How often a term stands in each of some passages, which are in ascending order.
    pub fn in_passages(&self, key: &str, passages: impl Iterator<Item = u32>) -> Result<Vec<u32>> {
        let found = self.of_passages.read_postings(&self.term(key), COUNTED)?;
        Ok(collect_frequencies(found, passages))
    }

    /// Calls `see` with the passages that score more than a threshold, in ascending order; it says
    /// what the threshold is from then on. At first it is `threshold`.
    pub fn for_each_above(
        &self,
        query: &dyn Query,
        statistics: &dyn Bm25StatisticsProvider,
        threshold: f32,
        see: &mut dyn FnMut(u32, f32) -> f32,
    ) -> Result<()> {
        let scoring = EnableScoring::enabled_from_statistics_provider(statistics, &self.searcher);
        let weight = query.weight(scoring)?;
        Ok(weight.for_each_pruning(threshold, self.segment(), see)?)
    }

    /// The passages that a query finds, without scores: in ascending order, not the best first.
    pub fn matching(&self, query: &dyn Query) -> Result<Box<dyn Scorer>> {
        let weight = query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        Ok(weight.scorer(self.segment(), 1.0)?)
    }

    fn segment(&self) -> &SegmentReader {
        self.searcher.segment_reader(0)
    }
}

fn collect_frequencies(
    found: Option<SegmentPostings>,
    ascending: impl Iterator<Item = u32>,
) -> Vec<u32> {
    let Some(mut postings) = found else {
        return ascending.map(|_| 0).collect();
    };

    let count = |target: u32| {
        let is_there = seek_forward(&mut postings, target) == target;
        if is_there { postings.term_freq() } else { 0 }
    };
    ascending.map(count).collect()
}

/// Where to go on in a list of passages.
pub enum Next {
    Following,
    /// With the first that is not before this one.
    From(u32),
}

/// The first that is not before `target`. Tantivy seeks forward only, and may stand there already.
pub fn seek_forward(found: &mut (impl DocSet + ?Sized), target: u32) -> u32 {
    if found.doc() < target {
        found.seek(target)
    } else {
        found.doc()
    }
}
