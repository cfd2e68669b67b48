//! Ranked passages -> the one to three sentences that answer.
//!
//! Every run of one to three sentences of the best passages is measured, and a model of its own
//! chooses: a good quote holds the answer rather than repeating the question, so words the question
//! does not have count for it, and its passage lends it the context a pronoun needs.

pub mod extend;
pub mod features;
pub mod reading;

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Span;
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::model::{Model, Weights};
use crate::sentence::{Cut, QUESTION_MARKS, Sentence};
use features::Around;

/// Quotes are chosen from this many of the best passages.
pub const PASSAGES: usize = 5;
/// Sentences in the longest quote.
const MAX_SENTENCES: usize = 3;
/// Words in the longest quote of more than one sentence.
const MAX_WORDS: u32 = 70;

/// A run of sentences that could be the quote.
#[derive(Debug, Clone)]
pub struct Window {
    /// Which of the ranked passages it lies in.
    pub passage: usize,
    /// Its sentences, as indices into the passage's.
    pub sentences: Range<usize>,
    /// What was measured, in the order of [`features::column_names`].
    pub row: Vec<f32>,
    /// Its length.
    pub words: u32,
}

/// The shipped model that chooses.
pub fn shipped_model() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("quote", features::column_names()));
    &MODEL
}

/// All runs of sentences of the best passages, measured.
pub fn collect_windows<'a>(
    asked: &Asked,
    ranked: &[Ranked],
    text: &dyn Fn(Span) -> &'a str,
) -> Vec<Window> {
    let best = &ranked[..ranked.len().min(PASSAGES)];
    let top = best.first().map_or(0.0, |r| r.score);

    let mut windows = Vec::new();
    for (rank, passage) in best.iter().enumerate() {
        let seen = &passage.candidate;
        let around = Around::new(asked, seen, passage.score - top, rank);

        for start in seen.all() {
            for end in start + 1..=(start + MAX_SENTENCES).min(seen.all().end) {
                let words = seen.length(start..end);
                if end - start > 1 && words > MAX_WORDS {
                    break;
                }

                let shown = text(window_span(passage, &(start..end)));
                if ends_with_new_question(shown, &seen.sentences[start..end]) {
                    break;
                }

                let row = features::measure_sentences(&around, start..end, shown);
                windows.push(Window {
                    passage: rank,
                    sentences: start..end,
                    row,
                    words,
                });
            }
        }
    }

    windows
}

/// Whether the last of some sentences asks in a paragraph of its own, as the next entry of a list of
/// questions does.
fn ends_with_new_question(shown: &str, sentences: &[Sentence]) -> bool {
    let [first, .., last] = sentences else {
        return false;
    };
    let before = &shown[..last.range.start - first.range.start];
    before.ends_with('\n') && shown.ends_with(QUESTION_MARKS)
}

/// The bytes of a window.
pub fn window_span(passage: &Ranked, sentences: &Range<usize>) -> Span {
    let all = &passage.candidate.sentences;
    let document = passage.passage().span.document;
    Span {
        document,
        start: all[sentences.start].range.start,
        end: all[sentences.end - 1].range.end,
    }
}

/// Which edges of a window are not edges of a sentence.
pub fn window_cut(passage: &Ranked, sentences: &Range<usize>) -> Cut {
    let all = &passage.candidate.sentences;
    Cut {
        before: all[sentences.start].cut.before,
        after: all[sentences.end - 1].cut.after,
    }
}

/// The window the model likes best.
pub fn choose_window(windows: &[Window], model: &Model) -> Option<usize> {
    choose_row(windows.iter().map(|window| &window.row), model)
}

/// The row the model likes best; ties fall to the earlier one, which of windows is also the
/// shorter.
pub fn choose_row<'a>(
    rows: impl IntoIterator<Item = &'a Vec<f32>>,
    model: &Model,
) -> Option<usize> {
    let scores: Vec<f32> = rows.into_iter().map(|row| model.score(row)).collect();
    (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)))
}
