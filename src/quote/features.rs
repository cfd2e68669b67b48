//! What is measured about a run of sentences that could be the quote: a table of names, each with
//! how it is measured, as in [`crate::rank::features`].

use std::ops::Range;
use std::sync::LazyLock;

use crate::rank::asked::Asked;
use crate::rank::candidate::{Candidate, Hit, Word};
use crate::rank::features::bm25;
use crate::rank::features::cover::{pairs_share, soft_share, soft_share_in_context};
use crate::rank::features::expected::holds_expected;
use crate::sentence::QUESTION_MARKS;

/// Words in a sentence of usual length.
const USUAL_WORDS: f32 = 22.0;
/// A window that holds this share of the question holds the question.
pub const HOLDS_QUESTION: f32 = 0.8;
/// Around what somebody says.
const QUOTATION_MARKS: [char; 6] = ['"', '“', '„', '«', '»', '「'];
/// With fewer new words it says nothing else.
const FEW_WORDS: usize = 3;

/// A name, and how what is called so is measured.
type Measurement = (&'static str, fn(&Inside) -> f32);

/// All measurements in the order of a row.
const MEASUREMENTS: [Measurement; 20] = [
    ("passage score", |w| w.around.score),
    ("passage rank", |w| 1.0 / (1.0 + w.around.rank as f32)),
    ("bm25", |w| {
        let length = w.words.len() as f32 / USUAL_WORDS;
        bm25::score_share(w.asked, |term| w.count(term), length)
    }),
    ("bm25 in context", |w| w.best_in_context()),
    ("share of weight", |w| w.held),
    ("pairs of words", |w| pairs_share(w.asked, w.hits)),
    // How much of it repeats the question.
    ("echo", |w| {
        w.hits.len() as f32 / w.words.len().max(1) as f32
    }),
    ("soft", |w| soft_share(w.asked, w.seen, w.sentences.clone())),
    ("soft in context", |w| {
        soft_share_in_context(w.asked, w.seen, w.sentences.clone())
    }),
    ("softest sentence of passage", |w| {
        f32::from(w.sentences.contains(&w.around.softest))
    }),
    // An answer is new.
    ("new words", |w| (w.new_words() as f32).ln_1p()),
    ("new words at the end", |w| w.new_words_at_end()),
    ("repeats", |w| {
        f32::from(w.held > HOLDS_QUESTION && w.new_words() < FEW_WORDS)
    }),
    ("expected", |w| {
        f32::from(holds_expected(w.asked, w.seen.words(w.sentences.clone())))
    }),
    ("words", |w| (w.words.len().max(1) as f32).ln()),
    ("two sentences", |w| f32::from(w.sentences.len() == 2)),
    ("three sentences", |w| f32::from(w.sentences.len() == 3)),
    ("closes passage", |w| {
        f32::from(w.sentences.end == w.seen.sentences.len())
    }),
    ("talk", |w| f32::from(w.shown.contains(QUOTATION_MARKS))),
    ("asks", |w| f32::from(w.shown.ends_with(QUESTION_MARKS))),
];

/// Names of all measurements in the order of a row.
pub fn column_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> =
        LazyLock::new(|| MEASUREMENTS.iter().map(|(name, _)| *name).collect());
    &NAMES
}

/// Measures a run of sentences, which is `shown` so.
pub fn measure_sentences(around: &Around, sentences: Range<usize>, shown: &str) -> Vec<f32> {
    let inside = Inside::new(around, sentences, shown);
    let values = MEASUREMENTS.iter().map(|(_, measure)| measure(&inside));
    values.collect()
}

/// Share of the question's weight that some sentences hold.
pub fn held_share(asked: &Asked, seen: &Candidate, sentences: &Range<usize>) -> f32 {
    asked.share(|term| f32::from(seen.count(sentences.clone(), term) > 0))
}

/// What is the same for all windows of a passage.
pub struct Around<'a> {
    asked: &'a Asked,
    seen: &'a Candidate,
    /// The score of the passage below the best, and its place.
    score: f32,
    rank: usize,
    /// The sentence that holds most of the question, softly and with its neighbours.
    softest: usize,
}

impl<'a> Around<'a> {
    /// A passage with its score below the best, and its place among the ranked.
    pub fn new(asked: &'a Asked, seen: &'a Candidate, score: f32, rank: usize) -> Around<'a> {
        let soft: Vec<f32> = seen
            .all()
            .map(|at| soft_share_in_context(asked, seen, at..at + 1))
            .collect();
        let earlier = |a: &usize, b: &usize| soft[*a].total_cmp(&soft[*b]).then(b.cmp(a));
        Around {
            asked,
            seen,
            score,
            rank,
            softest: seen.all().max_by(earlier).unwrap_or(0),
        }
    }
}

/// A window of a passage.
struct Inside<'a> {
    around: &'a Around<'a>,
    asked: &'a Asked,
    seen: &'a Candidate,
    sentences: Range<usize>,
    words: &'a [Word],
    hits: &'a [Hit],
    /// Share of the question's weight that it holds.
    held: f32,
    shown: &'a str,
}

impl<'a> Inside<'a> {
    fn new(around: &'a Around, sentences: Range<usize>, shown: &'a str) -> Inside<'a> {
        let Around { asked, seen, .. } = *around;
        Inside {
            around,
            asked,
            seen,
            words: seen.words(sentences.clone()),
            hits: seen.hits(sentences.clone()),
            held: held_share(asked, seen, &sentences),
            sentences,
            shown,
        }
    }

    fn count(&self, term: usize) -> u32 {
        self.seen.count(self.sentences.clone(), term)
    }

    fn best_in_context(&self) -> f32 {
        let scores = self
            .sentences
            .clone()
            .map(|at| bm25::score_in_context(self.asked, self.seen, at, USUAL_WORDS));
        scores.fold(0.0, f32::max)
    }

    /// How many words with a meaning it has that the question does not have.
    fn new_words(&self) -> usize {
        let new = |word: &&Word| word.hit.is_none() && !word.stop;
        self.words.iter().filter(new).count()
    }

    /// Of those the ones behind the last word of the question.
    fn new_words_at_end(&self) -> f32 {
        let closing = self.words.iter().rev();
        let closing = closing.take_while(|word| word.hit.is_none());
        (closing.filter(|word| !word.stop).count() as f32).ln_1p()
    }
}
