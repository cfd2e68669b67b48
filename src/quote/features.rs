//! What is measured about a run of sentences that could be the quote: families of numbers, each
//! with a constant that names them, as in [`crate::rank::features`].

use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::marks::Marks;
use crate::query::Kind;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::{Candidate, Word};
use crate::rank::features::cues::goes_with;
use crate::rank::features::expected::{Expected, find_expected};
use crate::rank::features::find_places;
use crate::rank::features::{bm25, soft};
use crate::sentence::QUESTION_MARKS;

/// Words in a sentence of usual length.
const USUAL_WORDS: f32 = 22.0;
/// A window that holds this share of the question holds the question.
const HOLDS_QUESTION: f32 = 0.8;

/// Names of what is known of the window's passage: its score below the best, its share of all
/// scores, and one over its rank.
const STANDING: [&str; 3] = ["passage score", "passage share", "passage rank"];

/// Measurements that are also given relative to the best window of the question.
const STANDING_OUT: [&str; 6] = [
    "bm25",
    "bm25 in context",
    "share of weight",
    "pairs of words",
    "soft",
    "soft in context",
];

/// Names of all measurements in the order of a row.
pub fn column_names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let families: [&[&str]; 6] = [&STANDING, &MATCH, &SOFT, &NEWS, &CUES, &SHAPE];
        let outstanding = STANDING_OUT
            .iter()
            .map(|name| format!("{name}: stands out"));
        families
            .into_iter()
            .flatten()
            .map(|name| (*name).to_owned())
            .chain(outstanding)
            .collect()
    });
    &NAMES
}

/// The columns of some measurements.
pub fn find_columns(wanted: &[&str]) -> Vec<usize> {
    find_places(wanted, || column_names().iter().map(String::as_str))
}

/// Measures a run of sentences.
pub fn measure_sentences(around: &Around, sentences: Range<usize>, shown: &str) -> Vec<f32> {
    let inside = Inside::new(around, sentences);
    let mut row = Vec::with_capacity(column_names().len());
    row.extend(around.standing);
    row.extend(measure_matches(&inside));
    row.extend(measure_soft_matches(&inside));
    row.extend(measure_news(&inside));
    row.extend(measure_cues(&inside));
    row.extend(measure_shape(&inside, shown));
    row
}

/// Appends to each row how far it is below the best of the question's windows.
pub fn add_standing_out(rows: &mut [&mut Vec<f32>]) {
    static COLUMNS: LazyLock<Vec<usize>> = LazyLock::new(|| find_columns(&STANDING_OUT));
    for &column in &*COLUMNS {
        let best = rows
            .iter()
            .map(|row| row[column])
            .fold(f32::NEG_INFINITY, f32::max);
        for row in rows.iter_mut() {
            row.push(row[column] - best);
        }
    }
}

/// What is the same for all windows of a passage.
pub struct Around<'a> {
    asked: &'a Asked,
    seen: &'a Candidate,
    /// What [`STANDING`] names.
    standing: [f32; 3],
    /// Share of the question's weight in the passage, exact and soft.
    held: f32,
    soft: f32,
    /// The sentence that holds most of the question, and the one that does so softly, with its
    /// neighbours.
    best: Option<usize>,
    softest: Option<usize>,
}

impl<'a> Around<'a> {
    /// A ranked passage; `standing` are its score below the best, its share of all scores, one over
    /// its rank.
    pub fn new(asked: &'a Asked, seen: &'a Candidate, standing: [f32; 3]) -> Around<'a> {
        let best = |scores: Vec<f32>| {
            let earlier = |a: usize, b: usize| scores[a].total_cmp(&scores[b]).then(b.cmp(&a));
            (0..scores.len()).max_by(|a, b| earlier(*a, *b))
        };
        Around {
            asked,
            seen,
            standing,
            held: held_share(asked, seen, seen.all()),
            soft: soft::soft_share(asked, seen, seen.all(), Term::weight),
            best: best(
                seen.all()
                    .map(|i| held_share(asked, seen, i..i + 1))
                    .collect(),
            ),
            softest: best(
                seen.all()
                    .map(|i| soft::soft_share_in_context(asked, seen, i..i + 1))
                    .collect(),
            ),
        }
    }
}

/// Share of the question's weight that a run of sentences holds.
fn held_share(asked: &Asked, seen: &Candidate, sentences: Range<usize>) -> f32 {
    let held = asked
        .content()
        .filter(|(i, _)| seen.count(sentences.clone(), *i) > 0);
    held.map(|(_, t)| t.weight()).sum::<f32>() / asked.content_weight
}

/// A window of a passage.
struct Inside<'a> {
    around: &'a Around<'a>,
    asked: &'a Asked,
    seen: &'a Candidate,
    sentences: Range<usize>,
    words: &'a [Word],
    /// Share of the question's weight that it holds.
    held: f32,
}

impl<'a> Inside<'a> {
    fn new(around: &'a Around, sentences: Range<usize>) -> Inside<'a> {
        let Around { asked, seen, .. } = *around;
        let (words, held) = (
            seen.words(sentences.clone()),
            held_share(asked, seen, sentences.clone()),
        );
        Inside {
            around,
            asked,
            seen,
            sentences,
            words,
            held,
        }
    }

    fn count(&self, term: usize) -> u32 {
        self.seen.count(self.sentences.clone(), term)
    }

    /// Words with a meaning that the question does not have, each with its position.
    fn new_words(&self) -> impl Iterator<Item = (usize, &Word)> {
        self.words
            .iter()
            .enumerate()
            .filter(|(_, word)| word.hit.is_none() && !word.stop)
    }

    /// Whether the window has a sentence.
    fn has(&self, sentence: Option<usize>) -> f32 {
        f32::from(sentence.is_some_and(|i| self.sentences.contains(&i)))
    }
}

const MATCH: [&str; 9] = [
    "bm25",
    "bm25 in context",
    "share of weight",
    "share with passage",
    "pairs of words",
    "heaviest missing term",
    "similar letters",
    "best sentence of passage",
    "echo",
];

/// How much of the question's words it holds, and how much of it they are.
fn measure_matches(inside: &Inside) -> [f32; 9] {
    let Inside {
        asked,
        seen,
        words,
        sentences,
        ..
    } = inside;
    let whole = asked.content_weight;
    let context = sentences
        .clone()
        .map(|i| bm25::score_in_context(asked, seen, i, USUAL_WORDS))
        .fold(0.0, f32::max);
    let hits = seen.hits(sentences.clone());
    let next = |pair: &(usize, usize)| {
        hits.windows(2)
            .any(|two| (two[0].term, two[1].term) == *pair && two[1].at == two[0].at + 1)
    };
    let pairs: f32 = asked
        .pairs()
        .filter(next)
        .map(|(a, b)| asked.terms[a].idf + asked.terms[b].idf)
        .sum();
    let missing = asked
        .content()
        .filter(|(i, _)| inside.count(*i) == 0)
        .map(|(_, t)| t.weight());
    let alike = |(i, term): (usize, &Term)| {
        term.weight()
            * if inside.count(i) > 0 {
                1.0
            } else {
                seen.written(sentences.clone(), i)
            }
    };
    [
        bm25::score_share(
            asked,
            |term| inside.count(term),
            words.len() as f32 / USUAL_WORDS,
        ),
        bm25::as_share(asked, context),
        inside.held,
        inside.around.held,
        pairs / asked.total_weight,
        missing.fold(0.0, f32::max) / whole,
        asked.content().map(alike).sum::<f32>() / whole,
        inside.has(inside.around.best),
        hits.len() as f32 / words.len().max(1) as f32,
    ]
}

const SOFT: [&str; 5] = [
    "soft",
    "soft in context",
    "soft by English",
    "soft of passage",
    "softest sentence of passage",
];

/// The same with other words for the same thing.
fn measure_soft_matches(inside: &Inside) -> [f32; 5] {
    let Inside {
        asked,
        seen,
        sentences,
        ..
    } = inside;
    [
        soft::soft_share(asked, seen, sentences.clone(), Term::weight),
        soft::soft_share_in_context(asked, seen, sentences.clone()),
        soft::soft_share(asked, seen, sentences.clone(), |t| t.bits),
        inside.around.soft,
        inside.has(inside.around.softest),
    ]
}

const NEWS: [&str; 6] = [
    "new words",
    "new words at the end",
    "new names",
    "new number",
    "repeats",
    "tells on",
];

/// What it says that the question does not: an answer is new.
fn measure_news(inside: &Inside) -> [f32; 6] {
    let count = inside.new_words().count() as f32;
    let closing = inside
        .words
        .iter()
        .rev()
        .take_while(|word| word.hit.is_none());
    let names = inside
        .new_words()
        .filter(|(at, word)| *at > 0 && word.capital)
        .count() as f32;
    let asks_again = inside.held > HOLDS_QUESTION;
    [
        count.ln_1p(),
        (closing.filter(|word| !word.stop).count() as f32).ln_1p(),
        names.ln_1p(),
        f32::from(
            inside
                .new_words()
                .any(|(_, word)| word.marks.has(Marks::NUMBER)),
        ),
        f32::from(asks_again && count < 3.0),
        if asks_again { count.ln_1p() } else { 0.0 },
    ]
}

const CUES: [&str; Kind::ALL.len() + 3] = [
    "cue: who",
    "cue: name",
    "cue: when",
    "cue: where",
    "cue: why",
    "cue: money",
    "cue: count",
    "cue: duration",
    "cue: measure",
    "cue: colour",
    "cue: how",
    "cue: feeling",
    "cue: outcome",
    "cue: what",
    "cue",
    "expected",
    "expected lacking",
];

/// Words that go with the kind of answer wanted, in the column of that kind; whether there is one
/// with a meaning of its own; whether what was asked for is there, or is lacking.
fn measure_cues(inside: &Inside) -> [f32; Kind::ALL.len() + 3] {
    let kind = inside.asked.kind;
    let words = inside.words.iter().enumerate();
    let count = words
        .filter(|(at, word)| word.hit.is_none() && goes_with(kind, word, *at == 0))
        .count();
    let wanted = find_expected(inside.asked, inside.seen, inside.sentences.clone());
    let mut row = [0.0; Kind::ALL.len() + 3];
    row[kind as usize] = (count as f32).ln_1p();
    row[Kind::ALL.len()..].copy_from_slice(&[
        f32::from(
            inside
                .new_words()
                .any(|(at, word)| goes_with(kind, word, at == 0)),
        ),
        f32::from(wanted == Expected::There),
        f32::from(wanted == Expected::Lacking),
    ]);
    row
}

const SHAPE: [&str; 12] = [
    "words",
    "two sentences",
    "three sentences",
    "two sentences: why",
    "words: why",
    "words: who",
    "opens passage",
    "closes passage",
    "opens with pronoun",
    "talk",
    "talk: what",
    "asks",
];

/// How long it is, where it stands, and whether somebody speaks.
fn measure_shape(inside: &Inside, shown: &str) -> [f32; 12] {
    let Inside {
        asked,
        seen,
        sentences,
        words,
        ..
    } = inside;
    let length = (words.len().max(1) as f32).ln();
    let count = sentences.len();
    let talk = shown.contains(['"', '“', '„', '«', '»', '「']);
    let if_kind = |kind: Kind, value: f32| if asked.kind == kind { value } else { 0.0 };
    [
        length,
        f32::from(count == 2),
        f32::from(count == 3),
        if_kind(Kind::Why, f32::from(count > 1)),
        if_kind(Kind::Why, length),
        if_kind(Kind::Who, length),
        f32::from(sentences.start == 0),
        f32::from(sentences.end == seen.sentences.len()),
        f32::from(
            words
                .first()
                .is_some_and(|word| word.marks.has(Marks::PRONOUN)),
        ),
        f32::from(talk),
        if_kind(Kind::What, f32::from(talk)),
        f32::from(shown.ends_with(QUESTION_MARKS)),
    ]
}
