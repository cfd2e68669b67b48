//! What is compared with: Tantivy as its documentation shows it, without anything of ours.
//!
//! The same passages, each a stored text field with positions behind Tantivy's own English
//! tokenizer (words, lower case, Snowball stems), written by one thread and merged into one
//! segment. Tantivy's `stemmer` feature is a stemmer we would use for this only, so its filter is
//! made here from ours.

use std::borrow::Cow;
use std::path::Path;

use anyhow::Result;
use rust_stemmers::{Algorithm, Stemmer};
use tantivy::schema::{IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer};
use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};
use tantivy::{Index, IndexWriter, doc};

/// As much as our own writer has.
const WRITER_BYTES: usize = 64 << 20;

/// Indexes some passages in an empty folder.
///
/// # Errors
/// When the folder cannot be written.
pub fn build_index<'a>(
    folder: &Path,
    passages: impl Iterator<Item = Result<&'a str>>,
) -> Result<()> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("english")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing) | STORED;
    let text = schema.add_text_field("text", options);
    let index = Index::create_in_dir(folder, schema.build())?;

    let english = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(Stems)
        .build();
    index.tokenizers().register("english", english);

    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
    for passage in passages {
        writer.add_document(doc!(text => passage?))?;
    }
    writer.commit()?;

    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }

    Ok(writer.wait_merging_threads()?)
}

#[derive(Clone)]
struct Stems;

#[derive(Clone)]
struct Stemming<T>(T);

struct StemmedTokens<T> {
    tokens: T,
    stemmer: Stemmer,
}

impl TokenFilter for Stems {
    type Tokenizer<T: Tokenizer> = Stemming<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Stemming<T> {
        Stemming(tokenizer)
    }
}

impl<T: Tokenizer> Tokenizer for Stemming<T> {
    type TokenStream<'a> = StemmedTokens<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        StemmedTokens {
            tokens: self.0.token_stream(text),
            stemmer: Stemmer::create(Algorithm::English),
        }
    }
}

impl<T: TokenStream> TokenStream for StemmedTokens<T> {
    fn advance(&mut self) -> bool {
        if !self.tokens.advance() {
            return false;
        }

        let word = &mut self.tokens.token_mut().text;
        // A stem that is part of the word still borrows it, so it is cut only afterwards.
        let stem = match self.stemmer.stem(word) {
            Cow::Borrowed(stem) => stem.len(),
            Cow::Owned(stem) => {
                *word = stem;
                return true;
            }
        };

        word.truncate(stem);
        true
    }

    fn token(&self) -> &Token {
        self.tokens.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.tokens.token_mut()
    }
}
