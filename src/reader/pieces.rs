//! A question and a passage -> word pieces, each with its place in the passage.
//!
//! `[CLS] question [SEP] heading, sentence before [SEP] passage [SEP]`, with token type 1 for the
//! passage; a reader of the operator's own gets no context, as such networks learn without one.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

use ahash::AHashMap;
use anyhow::{Result, anyhow, ensure};
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::bert::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;
use tokenizers::{Encoding, Tokenizer};

use crate::error::UserError;
use crate::reader::Excerpt;

/// The shipped vocabulary, a piece a line.
const VOCABULARY: &str = include_str!("../../model/vocabulary.txt");

/// Most pieces of a question, of a heading, of the sentence before, and of all together; as in
/// `training/model.py`, but with more room for a long passage.
const MAX_QUESTION: usize = 48;
const MAX_HEADING: usize = 20;
const MAX_BEFORE: usize = 40;
pub const MAX_PIECES: usize = 320;

/// Opening and separating pieces: those of BERT, then those of RoBERTa and its kin.
const OPENING: [&str; 2] = ["[CLS]", "<s>"];
const SEPARATING: [&str; 2] = ["[SEP]", "</s>"];

/// Cuts texts into pieces.
pub struct Pieces {
    tokenizer: Tokenizer,
    opening: u32,
    separating: u32,
    /// RoBERTa and its kin learned with two separating pieces between question and passage.
    doubled: bool,
}

/// A question and a passage as the network gets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Numbers of pieces.
    pub ids: Vec<i32>,
    /// 1 for the passage and what closes it, 0 for the rest.
    pub types: Vec<i32>,
    /// Where the pieces of the passage begin in `ids`.
    pub first: usize,
    /// Bytes of the passage for each of its pieces.
    pub places: Vec<Range<usize>>,
}

impl Pieces {
    /// Those of the shipped reader: WordPiece on lower-cased text, as BERT has it. Put together
    /// here, because reading a `tokenizer.json` takes five times as long.
    pub fn shipped() -> Result<Pieces> {
        let vocabulary: AHashMap<String, u32> =
            VOCABULARY.lines().map(str::to_owned).zip(0..).collect();
        let pieces = WordPiece::builder()
            .vocab(vocabulary)
            .unk_token("[UNK]".to_owned())
            .build()
            .map_err(tokenizer_error)?;

        let mut tokenizer = Tokenizer::new(pieces);
        tokenizer
            .with_normalizer(Some(BertNormalizer::default()))
            .map_err(tokenizer_error)?;
        tokenizer.with_pre_tokenizer(Some(BertPreTokenizer));
        Pieces::new(tokenizer)
    }

    /// Those of a `tokenizer.json`.
    ///
    /// # Errors
    /// A [`UserError`] when it cannot be read.
    pub fn open(path: &Path) -> Result<Pieces> {
        let bad = |error: String| UserError::BadReader(path.to_owned(), error);
        let mut tokenizer = Tokenizer::from_file(path).map_err(|error| bad(error.to_string()))?;
        tokenizer.with_padding(None);
        tokenizer
            .with_truncation(None)
            .map_err(|error| bad(error.to_string()))?;
        Pieces::new(tokenizer).map_err(|error| bad(format!("{error:#}")).into())
    }

    fn new(tokenizer: Tokenizer) -> Result<Pieces> {
        let known = |names: [&str; 2]| names.iter().find_map(|name| tokenizer.token_to_id(name));
        let (Some(opening), Some(separating)) = (known(OPENING), known(SEPARATING)) else {
            return Err(anyhow!(
                "the vocabulary has no [CLS] and [SEP], nor <s> and </s>"
            ));
        };

        Ok(Pieces {
            doubled: tokenizer.token_to_id(OPENING[0]).is_none(),
            tokenizer,
            opening,
            separating,
        })
    }

    /// A question with a passage.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn of(&self, question: &str, excerpt: &Excerpt, with_context: bool) -> Result<Input> {
        let question = self.encode(question)?;
        let mut ids = vec![self.opening];
        ids.extend(question.get_ids().iter().take(MAX_QUESTION));
        ids.push(self.separating);
        if self.doubled {
            ids.push(self.separating);
        }

        if with_context {
            let heading = self.encode(&excerpt.heading)?;
            ids.extend(heading.get_ids().iter().take(MAX_HEADING));

            let before = self.encode(excerpt.before)?;
            let skipped = before.get_ids().len().saturating_sub(MAX_BEFORE);
            ids.extend(&before.get_ids()[skipped..]);
            ids.push(self.separating);
        }

        let passage = self.encode(&close_paragraphs(excerpt.text))?;
        let first = ids.len();
        let room = MAX_PIECES - first - 1;
        ids.extend(passage.get_ids().iter().take(room));
        ids.push(self.separating);

        let mut types = vec![0; first];
        types.resize(ids.len(), 1);
        let places = passage.get_offsets().iter().take(room);
        Ok(Input {
            ids: ids.into_iter().map(u32::cast_signed).collect(),
            types,
            first,
            places: places.map(|(start, end)| *start..*end).collect(),
        })
    }

    fn encode(&self, text: &str) -> Result<Encoding> {
        let encoding = self
            .tokenizer
            .encode(text, false)
            .map_err(tokenizer_error)?;

        let inside = |(start, end): &(usize, usize)| text.get(*start..*end).is_some();
        ensure!(
            encoding.get_offsets().iter().all(inside),
            "the tokenizer points outside the text"
        );

        Ok(encoding)
    }
}

fn tokenizer_error(error: tokenizers::Error) -> anyhow::Error {
    anyhow!("cutting into word pieces: {error}")
}

/// The text, byte for byte as long, with a full stop where a paragraph ends without a mark: the
/// network sees no line breaks, and would read the name at the end of one line with the label that
/// begins the next.
fn close_paragraphs(text: &str) -> Cow<'_, str> {
    let open = |at: &usize| text[..*at].ends_with(char::is_alphanumeric);
    let gaps = ["\n\n", "\r\n\r\n"]
        .into_iter()
        .flat_map(|gap| text.match_indices(gap));
    let ends: Vec<usize> = gaps.map(|(at, _)| at).filter(open).collect();
    if ends.is_empty() {
        return Cow::Borrowed(text);
    }

    let mut closed = text.to_owned();
    for at in ends {
        closed.replace_range(at..=at, ".");
    }
    Cow::Owned(closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_and_a_passage_become_one_row_with_places_in_the_passage() {
        let pieces = Pieces::shipped().unwrap();
        let excerpt = Excerpt {
            heading: "Towers.".to_owned(),
            before: "It stands.",
            text: "Trennick\u{a0}built the T\u{fc}rm.",
        };

        let input = pieces.of("Who built it?", &excerpt, true).unwrap();
        assert_eq!(input.ids.len(), input.types.len());
        assert_eq!(input.first, 12); // [CLS] who built it ? [SEP] towers . it stands . [SEP]
        assert_eq!(input.ids.len(), input.first + input.places.len() + 1);
        let built = input
            .places
            .iter()
            .map(|place| &excerpt.text[place.clone()]);
        assert!(built.clone().any(|piece| piece == "built"));
        assert!(built.clone().any(|piece| piece == "the"));

        let input = pieces.of("Who built it?", &excerpt, false).unwrap();
        assert_eq!(input.first, 6);
    }

    #[test]
    fn a_paragraph_without_a_mark_is_closed_for_the_network() {
        for (text, expected) in [
            ("Keeper: Ada\n\nPainter: Ida", "Keeper: Ada.\nPainter: Ida"),
            ("Keeper: Ada\r\n\r\nPainter", "Keeper: Ada.\n\r\nPainter"),
            ("She left.\n\nHe stayed.", "She left.\n\nHe stayed."),
            ("a line\nthat goes on", "a line\nthat goes on"),
            ("Köln\n\n\nBonn", "Köln.\n\nBonn"),
        ] {
            assert_eq!(close_paragraphs(text), expected);
            assert_eq!(close_paragraphs(text).len(), text.len());
        }
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let pieces = Pieces::shipped().unwrap();
        let long = "word ".repeat(2_000);
        let excerpt = Excerpt {
            heading: long.clone(),
            before: &long,
            text: &long,
        };
        let input = pieces.of(&long, &excerpt, true).unwrap();
        assert_eq!(input.ids.len(), MAX_PIECES);
        assert_eq!(input.first, MAX_QUESTION + MAX_HEADING + MAX_BEFORE + 3);
    }
}
