//! The Tantivy side of a generation: which passages and documents hold a term.
//!
//! Passages are added in reading order by one thread and merged into one segment, so a Tantivy
//! `DocId` *is* the number of the passage; the documents follow behind the last passage in a field of
//! their own, which gives their term statistics without a second index.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use tantivy::collector::TopDocs;
use tantivy::directory::MmapDirectory;
use tantivy::merge_policy::NoMergePolicy;
use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::query::{
    BooleanQuery, BoostQuery, EnableScoring, Occur, PhraseQuery, Query, Scorer, TermQuery,
};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{
    DocSet, Index, IndexWriter, ReloadPolicy, Searcher, SegmentReader, TERMINATED, TantivyDocument,
    Term,
};

use crate::analyze::Token;
use crate::index::dictionary::key;
use crate::index::lines::{LINES, Lines, push_line};
use crate::index::read_only::ReadOnly;
use crate::language::Language;

const WRITER_BYTES: usize = 64 << 20;
/// Tantivy lets ten thousand texts wait to be indexed. Documents are large, so it is made to catch up when
/// so many bytes of them may be waiting.
const WAITING_BYTES: usize = 64 << 20;

#[derive(Clone, Copy)]
struct Fields {
    terms: Field,
    document_terms: Field,
    ordinal: Field,
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |option| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(LINES)
                .set_index_option(option),
        )
    };
    let fields = Fields {
        terms: schema.add_text_field("terms", text(IndexRecordOption::WithFreqsAndPositions)),
        document_terms: schema.add_text_field("document_terms", text(IndexRecordOption::WithFreqs)),
        ordinal: schema.add_u64_field("ordinal", FAST),
    };
    (schema.build(), fields)
}

/// Writes the postings of a new generation.
pub struct PostingsWriter {
    writer: IndexWriter,
    fields: Fields,
    added: u64,
    /// Bytes of documents that may not be indexed yet.
    waiting: usize,
}

impl PostingsWriter {
    /// Starts an index in `folder`, which must exist and be empty.
    pub fn create(folder: &Path) -> Result<PostingsWriter> {
        let (schema, fields) = schema();
        let index = Index::create_in_dir(folder, schema)?;
        index.tokenizers().register(LINES, Lines::default());
        let writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(PostingsWriter {
            writer,
            fields,
            added: 0,
            waiting: 0,
        })
    }

    /// Adds the next passage.
    pub fn add_passage(&mut self, tokens: &[Token], language: Language) -> Result<()> {
        let mut lines = String::with_capacity(tokens.len() * 8);
        tokens
            .iter()
            .for_each(|token| push_line(&mut lines, &key(&token.term, language)));
        self.add(self.fields.terms, lines)
    }

    /// Adds the next document, by the keys of its terms and how often each stands there; after the last passage.
    pub fn add_document<'a>(&mut self, terms: impl Iterator<Item = (&'a str, u32)>) -> Result<()> {
        let mut lines = String::new();
        for (key, count) in terms {
            (0..count).for_each(|_| push_line(&mut lines, key));
        }
        self.waiting += lines.len();
        if self.waiting > WAITING_BYTES {
            self.writer.commit()?;
            self.waiting = lines.len();
        }
        self.add(self.fields.document_terms, lines)
    }

    fn add(&mut self, field: Field, lines: String) -> Result<()> {
        let mut document = TantivyDocument::new();
        document.add_text(field, lines);
        document.add_u64(self.fields.ordinal, self.added);
        self.writer.add_document(document)?;
        self.added += 1;
        Ok(())
    }

    /// Writes everything as one segment in the order of adding.
    ///
    /// # Errors
    /// When writing fails or the order was not kept.
    pub fn finish(mut self) -> Result<()> {
        self.writer.commit()?;
        let mut segments = Vec::new();
        for segment in self.writer.index().searchable_segments()? {
            let first = ordinals(&SegmentReader::open(&segment)?)?.first(0);
            segments.push((first, segment.id()));
        }
        segments.sort_unstable();
        let ids: Vec<_> = segments.into_iter().map(|(_, id)| id).collect();
        if ids.len() > 1 {
            self.writer.merge(&ids).wait()?;
        }
        let index = self.writer.index().clone();
        self.writer.wait_merging_threads()?;
        in_order(&index, self.added)
    }
}

fn ordinals(segment: &SegmentReader) -> Result<tantivy::columnar::Column<u64>> {
    Ok(segment.fast_fields().u64("ordinal")?)
}

fn in_order(index: &Index, count: u64) -> Result<()> {
    let segments = index.searchable_segments()?;
    ensure!(
        segments.len() == 1,
        "the index was not merged into one segment"
    );
    let column = ordinals(&SegmentReader::open(&segments[0])?)?;
    let kept = (0..count).all(|ordinal| column.first(ordinal as u32) == Some(ordinal));
    ensure!(kept, "the index lost the order of the passages");
    Ok(())
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

    /// Those of one language.
    pub fn of(&self, language: Language) -> Postings<'_> {
        Postings {
            all: self,
            language,
        }
    }
}

/// The postings of the texts in one language.
#[derive(Clone, Copy)]
pub struct Postings<'a> {
    all: &'a AllPostings,
    language: Language,
}

impl Postings<'_> {
    fn term(&self, field: Field, term: &str) -> Term {
        Term::from_field_text(field, &key(term, self.language))
    }

    /// In how many passages a term stands.
    pub fn passages_with(&self, term: &str) -> u32 {
        self.all
            .searcher
            .doc_freq(&self.term(self.all.fields.terms, term))
            .map_or(0, |n| n as u32)
    }

    /// Calls `see` with each passage of `range` that holds `term`, and how often.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn for_each(
        &self,
        term: &str,
        range: Range<u32>,
        mut see: impl FnMut(u32, u32),
    ) -> Result<()> {
        let Some(mut postings) = self.postings(self.all.fields.terms, term)? else {
            return Ok(());
        };
        let mut doc = if postings.doc() < range.start {
            postings.seek(range.start)
        } else {
            postings.doc()
        };
        while doc < range.end && doc != TERMINATED {
            see(doc, postings.term_freq());
            doc = postings.advance();
        }
        Ok(())
    }

    /// How often `term` stands in each of some documents, which are in ascending order.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn in_documents(&self, term: &str, documents: &[u32]) -> Result<Vec<u32>> {
        self.frequencies(
            self.all.fields.document_terms,
            term,
            documents.iter().map(|d| self.all.passages + d),
        )
    }

    /// How often `term` stands in each of some passages, which are in ascending order.
    ///
    /// # Errors
    /// When the index cannot be read.
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
    /// its idf replaced by our weights.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn top(&self, terms: &[(&str, f32)], limit: usize) -> Result<Vec<u32>> {
        let clause = |(term, weight): &(&str, f32)| {
            let term = self.term(self.all.fields.terms, term);
            let found = self.all.searcher.doc_freq(&term)? as f32;
            let idf =
                (1.0 + (self.all.searcher.num_docs() as f32 - found + 0.5) / (found + 0.5)).ln();
            let query: Box<dyn Query> =
                Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
            let boosted: Box<dyn Query> =
                Box::new(BoostQuery::new(query, weight / idf.max(f32::MIN_POSITIVE)));
            Ok((Occur::Should, boosted))
        };
        let query = BooleanQuery::new(terms.iter().map(clause).collect::<Result<Vec<_>>>()?);
        let top = self
            .all
            .searcher
            .search(&query, &TopDocs::with_limit(limit).order_by_score())?;
        Ok(top.into_iter().map(|(_, address)| address.doc_id).collect())
    }

    /// The passages that Tantivy's own BM25 scores highest, best first: what our answers are timed against.
    ///
    /// # Errors
    /// When the index cannot be read.
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

    /// The passages of `range` that hold every one of `runs`: terms that stand one behind the other. They are
    /// found one by one, in reading order, so whoever takes only some does only that much work.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn holding(&self, runs: &[Vec<String>], range: Range<u32>) -> Result<Holders> {
        let term = |term: &String| self.term(self.all.fields.terms, term);
        let run = |run: &Vec<String>| -> Box<dyn Query> {
            match run.as_slice() {
                [single] => Box::new(TermQuery::new(term(single), IndexRecordOption::Basic)),
                several => Box::new(PhraseQuery::new(several.iter().map(term).collect())),
            }
        };
        let all: Vec<_> = runs
            .iter()
            .filter(|run| !run.is_empty())
            .map(|one| (Occur::Must, run(one)))
            .collect();
        if all.is_empty() {
            return Ok(Holders {
                scorer: None,
                end: 0,
            });
        }
        let weight = BooleanQuery::new(all)
            .weight(EnableScoring::disabled_from_searcher(&self.all.searcher))?;
        let mut scorer = weight.scorer(self.all.searcher.segment_reader(0), 1.0)?;
        if scorer.doc() < range.start {
            scorer.seek(range.start);
        }
        Ok(Holders {
            scorer: Some(scorer),
            end: range.end.min(self.all.passages),
        })
    }
}

/// See [`Postings::holding`].
pub struct Holders {
    scorer: Option<Box<dyn Scorer>>,
    end: u32,
}

impl Iterator for Holders {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let scorer = self.scorer.as_mut()?;
        let passage = Some(scorer.doc()).filter(|passage| *passage < self.end)?;
        scorer.advance();
        Some(passage)
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
        doc == passage && passage < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::tokens;

    #[test]
    fn texts_keep_their_order_however_often_tantivy_catches_up() {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = PostingsWriter::create(folder.path()).unwrap();
        for text in ["lamp oil", "oil", "storm lamp"] {
            let tokens: Vec<Token> = tokens(text, Language::English).collect();
            writer.add_passage(&tokens, Language::English).unwrap();
        }
        for count in 1..=4 {
            writer.waiting = WAITING_BYTES;
            writer.add_document([("lamp", count)].into_iter()).unwrap();
        }
        writer.finish().unwrap();
        let all = AllPostings::open(folder.path(), 3, 4).unwrap();
        let postings = all.of(Language::English);
        assert_eq!(
            postings.in_documents("lamp", &[0, 1, 2, 3]).unwrap(),
            [1, 2, 3, 4]
        );
        assert_eq!(postings.in_passages("lamp", &[0, 1, 2]).unwrap(), [1, 0, 1]);
        assert_eq!(postings.passages_with("oil"), 2);
    }
}
