//! The Tantivy side of a generation: which passages and documents hold a term.
//!
//! [`super::postings_writer`] keeps the texts in order and in one segment, so a Tantivy `DocId` *is* the
//! number of the passage; the documents follow the last passage in a field of their own, which gives
//! their term statistics without a second index.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use tantivy::collector::TopDocs;
use tantivy::directory::MmapDirectory;
use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::query::{
    BooleanQuery, BoostQuery, EnableScoring, Occur, PhraseQuery, Query, Scorer, TermQuery,
};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocSet, Index, ReloadPolicy, Searcher, TERMINATED, Term};

use crate::index::dictionary::key;
use crate::index::lines::LINES;
use crate::index::read_only::ReadOnly;
use crate::language::Language;

/// The fields of the index.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    /// Terms of a passage, with positions.
    pub(super) terms: Field,
    /// Terms of a document.
    pub(super) document_terms: Field,
    /// The number of a passage or document in the order of adding.
    pub(super) ordinal: Field,
}

/// How passages and documents are stored, for writing and reading alike.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |option| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(LINES)
                .set_index_option(option),
        )
    };

    // Phrases are looked for in passages only, so documents need no positions.
    let fields = Fields {
        terms: schema.add_text_field("terms", text(IndexRecordOption::WithFreqsAndPositions)),
        document_terms: schema.add_text_field("document_terms", text(IndexRecordOption::WithFreqs)),
        ordinal: schema.add_u64_field("ordinal", FAST),
    };

    (schema.build(), fields)
}

/// The postings of an opened generation.
pub struct AllPostings {
    searcher: Searcher,
    fields: Fields,
    passages: u32,
}

impl AllPostings {
    /// Opens the index in `folder`.
    ///
    /// # Errors
    /// When it is damaged or does not hold `passages` passages and `documents` documents.
    pub fn open(folder: &Path, passages: u32, documents: u32) -> Result<AllPostings> {
        let index =
            Index::open(ReadOnly(MmapDirectory::open(folder)?)).context("opening the postings")?;
        let (schema, fields) = schema();
        ensure!(index.schema() == schema, "the postings have another schema");

        // A generation never changes, so there is nothing to reload.
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

        Ok(AllPostings {
            searcher,
            fields,
            passages,
        })
    }

    /// The postings of the texts in one language, without those of some passages.
    pub fn of<'a>(&'a self, language: Language, hidden: &'a [Range<u32>]) -> Postings<'a> {
        Postings {
            all: self,
            language,
            hidden,
        }
    }
}

/// The postings of the texts in one language; what searches them fails when the index cannot be read.
#[derive(Clone, Copy)]
pub struct Postings<'a> {
    all: &'a AllPostings,
    language: Language,
    /// Passages that are as if they were not there.
    hidden: &'a [Range<u32>],
}

/// Of some passages, that which a passage is in.
fn hiding(hidden: &[Range<u32>], passage: u32) -> Option<&Range<u32>> {
    hidden.iter().find(|hidden| hidden.contains(&passage))
}

impl Postings<'_> {
    fn term(&self, field: Field, term: &str) -> Term {
        Term::from_field_text(field, &key(term, self.language))
    }

    /// In how many passages a term stands.
    pub fn passages_with(&self, term: &str) -> u32 {
        if !self.hidden.is_empty() {
            let mut count = 0;
            let counted = self.for_each(term, 0..self.all.passages, |_, _| count += 1);
            return counted.map_or(0, |()| count);
        }
        self.all
            .searcher
            .doc_freq(&self.term(self.all.fields.terms, term))
            .map_or(0, |n| n as u32)
    }

    /// Calls `see` with each passage of `range` that holds `term`, and how often.
    pub fn for_each(
        &self,
        term: &str,
        range: Range<u32>,
        mut see: impl FnMut(u32, u32),
    ) -> Result<()> {
        let Some(mut postings) = self.postings(self.all.fields.terms, term)? else {
            return Ok(());
        };

        // Tantivy seeks forward only, and it stands on the first passage already.
        let mut doc = if postings.doc() < range.start {
            postings.seek(range.start)
        } else {
            postings.doc()
        };

        while doc < range.end && doc != TERMINATED {
            if let Some(hidden) = hiding(self.hidden, doc) {
                doc = postings.seek(hidden.end);
                continue;
            }
            see(doc, postings.term_freq());
            doc = postings.advance();
        }

        Ok(())
    }

    /// How often `term` stands in each of some documents, which are in ascending order.
    pub fn in_documents(&self, term: &str, documents: &[u32]) -> Result<Vec<u32>> {
        self.frequencies(
            self.all.fields.document_terms,
            term,
            documents.iter().map(|d| self.all.passages + d),
        )
    }

    /// How often `term` stands in each of some passages, which are in ascending order.
    pub fn in_passages(&self, term: &str, passages: &[u32]) -> Result<Vec<u32>> {
        self.frequencies(self.all.fields.terms, term, passages.iter().copied())
    }

    fn frequencies(
        &self,
        field: Field,
        term: &str,
        ascending: impl ExactSizeIterator<Item = u32>,
    ) -> Result<Vec<u32>> {
        let Some(mut postings) = self.postings(field, term)? else {
            return Ok(vec![0; ascending.len()]);
        };

        let count = |target: u32| {
            let doc = if postings.doc() < target {
                postings.seek(target)
            } else {
                postings.doc()
            };

            if doc == target {
                postings.term_freq()
            } else {
                0
            }
        };

        Ok(ascending.map(count).collect())
    }

    fn postings(&self, field: Field, term: &str) -> Result<Option<SegmentPostings>> {
        let index = self.all.searcher.segment_reader(0).inverted_index(field)?;
        Ok(index.read_postings(&self.term(field, term), IndexRecordOption::WithFreqs)?)
    }

    /// The passages that score highest for a weighted sum of terms, best first: Tantivy's BM25 with
    /// its idf replaced by our weights. Of those that are as if they were not there, none takes the place.
    pub fn top(&self, terms: &[(&str, f32)], limit: usize) -> Result<Vec<u32>> {
        let clause = |(term, weight): &(&str, f32)| {
            let term = self.term(self.all.fields.terms, term);

            // Tantivy multiplies by this idf, so dividing by it leaves our weight alone.
            let found = self.all.searcher.doc_freq(&term)? as f32;
            let total = self.all.searcher.num_docs() as f32;
            let idf = (1.0 + (total - found + 0.5) / (found + 0.5)).ln();
            let boost = weight / idf.max(f32::MIN_POSITIVE);

            let query: Box<dyn Query> =
                Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
            let boosted: Box<dyn Query> = Box::new(BoostQuery::new(query, boost));
            Ok((Occur::Should, boosted))
        };

        let query = BooleanQuery::new(terms.iter().map(clause).collect::<Result<Vec<_>>>()?);
        let top = self
            .all
            .searcher
            .search(&query, &TopDocs::with_limit(limit).order_by_score())?;

        let ids = top.into_iter().map(|(_, address)| address.doc_id);
        let open = ids.filter(|id| hiding(self.hidden, *id).is_none());
        Ok(open.collect())
    }

    /// The passages that Tantivy's own BM25 scores highest, best first: what our answers are timed against.
    pub fn plain(&self, terms: &[String], limit: usize) -> Result<Vec<u32>> {
        let clause = |term: &String| -> (Occur, Box<dyn Query>) {
            let term = self.term(self.all.fields.terms, term);
            (
                Occur::Should,
                Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
            )
        };

        let query = BooleanQuery::new(terms.iter().map(clause).collect());
        let top = self
            .all
            .searcher
            .search(&query, &TopDocs::with_limit(limit).order_by_score())?;

        Ok(top.into_iter().map(|(_, address)| address.doc_id).collect())
    }

    /// The passages of `range` that hold every one of `runs`: terms that follow each other directly. They are
    /// found one by one, in reading order, so whoever takes only some does only that much work.
    pub fn holding(&self, runs: &[Vec<String>], range: Range<u32>) -> Result<Holders> {
        let term = |term: &String| self.term(self.all.fields.terms, term);
        let query = |run: &Vec<String>| -> Box<dyn Query> {
            match run.as_slice() {
                // A phrase needs two terms at least.
                [single] => Box::new(TermQuery::new(term(single), IndexRecordOption::Basic)),
                several => Box::new(PhraseQuery::new(several.iter().map(term).collect())),
            }
        };

        let all: Vec<_> = runs
            .iter()
            .filter(|run| !run.is_empty())
            .map(|run| (Occur::Must, query(run)))
            .collect();

        // Asked for nothing, it finds nothing, rather than every passage.
        if all.is_empty() {
            return Ok(Holders {
                scorer: None,
                end: 0,
                hidden: Vec::new(),
            });
        }

        // No scores are needed: passages come in reading order, not the best first.
        let weight = BooleanQuery::new(all)
            .weight(EnableScoring::disabled_from_searcher(&self.all.searcher))?;
        let mut scorer = weight.scorer(self.all.searcher.segment_reader(0), 1.0)?;

        if scorer.doc() < range.start {
            scorer.seek(range.start);
        }

        Ok(Holders {
            scorer: Some(scorer),
            end: range.end.min(self.all.passages),
            hidden: self.hidden.to_vec(),
        })
    }
}

/// The passages that [`Postings::holding`] finds, each when it is asked for.
pub struct Holders {
    scorer: Option<Box<dyn Scorer>>,
    end: u32,
    hidden: Vec<Range<u32>>,
}

impl Iterator for Holders {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let scorer = self.scorer.as_mut()?;
        loop {
            let passage = Some(scorer.doc()).filter(|passage| *passage < self.end)?;
            scorer.advance();
            if hiding(&self.hidden, passage).is_none() {
                return Some(passage);
            }
        }
    }
}

impl Holders {
    /// Whether a passage is one of them; to be asked in ascending order.
    pub fn holds(&mut self, passage: u32) -> bool {
        let Some(scorer) = &mut self.scorer else {
            return false;
        };

        let doc = if scorer.doc() < passage {
            scorer.seek(passage)
        } else {
            scorer.doc()
        };

        doc == passage && passage < self.end && hiding(&self.hidden, passage).is_none()
    }
}
