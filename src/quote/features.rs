//! What is measured about a run of sentences that could be the quote: families of numbers, each with a
//! constant that names them, as in [`crate::rank::features`].

use std::ops::Range;
use std::sync::LazyLock;

use crate::query::Kind;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::{Seen, Word};
use crate::rank::features::cues::{goes_with, is_number};
use crate::rank::features::expected::{Expected, expected};
use crate::rank::features::{bm25, letters, soft};

/// Words in a sentence of usual length.
const USUAL_WORDS: f32 = 22.0;
/// A window that holds this share of the question holds the question.
const HOLDS_QUESTION: f32 = 0.8;

/// Names of what is known of the window's passage: its score below the best, its share of all scores,
/// and one over its rank.
const STANDING: [&str; 3] = ["passage score", "passage share", "passage rank"];

/// Measurements that are also given relative to the best window of the question.
const STANDING_OUT: [&str; 6] =
    ["bm25", "bm25 in context", "share of weight", "pairs of words", "soft", "soft in context"];

/// Names of all measurements in the order of a row.
pub fn names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let families: [&[&str]; 6] = [&STANDING, &MATCH, &SOFT, &NEWS, &CUES, &SHAPE];
        let outstanding = STANDING_OUT.iter().map(|name| format!("{name}: stands out"));
        families.into_iter().flatten().map(|name| (*name).to_owned()).chain(outstanding).collect()
    });
    &NAMES
}

/// The column of a measurement.
pub fn column(name: &str) -> Option<usize> {
    names().iter().position(|n| n == name)
}

/// Measures a run of sentences; `standing` is what [`STANDING`] names.
pub fn measure(asked: &Asked, seen: &Seen, standing: [f32; 3], sentences: Range<usize>, shown: &str) -> Vec<f32> {
    let inside = Inside::new(asked, seen, sentences);
    let mut row = Vec::with_capacity(names().len());
    row.extend(standing);
    row.extend(matches(&inside));
    row.extend(softly(&inside));
    row.extend(news(&inside));
    row.extend(cues(&inside));
    row.extend(shape(&inside, shown));
    row
}

/// Appends to each row how far it is below the best of the question's windows.
pub fn add_standing_out(rows: &mut [&mut Vec<f32>]) {
    for column in STANDING_OUT.iter().filter_map(|name| column(name)) {
        let best = rows.iter().map(|row| row[column]).fold(f32::NEG_INFINITY, f32::max);
        rows.iter_mut().for_each(|row| row.push(row[column] - best));
    }
}

/// A window's words and counts, looked up once for all families.
struct Inside<'a> {
    asked: &'a Asked,
    seen: &'a Seen<'a>,
    sentences: Range<usize>,
    /// How often each of the question's terms stands in it.
    counts: Vec<u32>,
    /// Its number of words.
    length: u32,
    /// Its words with their hits.
    words: Vec<(&'a Word, Option<usize>)>,
}

impl<'a> Inside<'a> {
    fn new(asked: &'a Asked, seen: &'a Seen<'a>, sentences: Range<usize>) -> Inside<'a> {
        let (counts, length) = seen.total(sentences.clone());
        let words = seen.words(sentences.clone()).map(|(_, word, hit)| (word, hit)).collect();
        Inside { asked, seen, sentences, counts, length, words }
    }

    /// Share of the question's weight that counts like these hold.
    fn held(&self, counts: &[u32]) -> f32 {
        let held = self.asked.content().filter(|(i, _)| counts[*i] > 0).map(|(_, t)| t.weight());
        held.sum::<f32>() / self.asked.content_weight
    }

    /// Words with a meaning that the question does not have, each with its position.
    fn new_words(&self) -> impl Iterator<Item = (usize, &Word)> {
        let words = self.words.iter().enumerate();
        words.filter(|(_, (word, hit))| hit.is_none() && !word.stop).map(|(at, (word, _))| (at, *word))
    }

    /// Whether the window has the sentence of its passage that scores best.
    fn has_best(&self, score: impl Fn(usize) -> f32) -> f32 {
        let all = 0..self.seen.counts.len();
        let best = all.max_by(|a, b| score(*a).total_cmp(&score(*b)).then(b.cmp(a)));
        f32::from(best.is_some_and(|i| self.sentences.contains(&i)))
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
fn matches(inside: &Inside) -> [f32; 9] {
    let Inside { asked, seen, counts, words, .. } = inside;
    let whole = asked.content_weight;
    let context = inside.sentences.clone().map(|i| bm25::in_context(asked, seen, i, USUAL_WORDS)).fold(0.0, f32::max);
    let next = |(a, b): &(usize, usize)| words.windows(2).any(|w| w[0].1 == Some(*a) && w[1].1 == Some(*b));
    let pairs: f32 = asked.pairs().filter(next).map(|(a, b)| asked.terms[a].idf + asked.terms[b].idf).sum();
    let missing = asked.content().filter(|(i, _)| counts[*i] == 0).map(|(_, t)| t.weight());
    let alike = |(i, term): (usize, &Term)| {
        let likest = || words.iter().map(|(w, _)| letters::dice(&term.text, &w.term)).fold(0.0, f32::max);
        term.weight() * if counts[i] > 0 { 1.0 } else { likest() }
    };
    let (passage, _) = seen.total(0..seen.counts.len());
    [
        bm25::share(asked, counts, inside.length as f32 / USUAL_WORDS),
        bm25::as_share(asked, context),
        inside.held(counts),
        inside.held(&passage),
        pairs / asked.total_weight,
        missing.fold(0.0, f32::max) / whole,
        asked.content().map(alike).sum::<f32>() / whole,
        inside.has_best(|i| inside.held(&seen.counts[i])),
        words.iter().filter(|(_, hit)| hit.is_some()).count() as f32 / words.len().max(1) as f32,
    ]
}

const SOFT: [&str; 5] =
    ["soft", "soft in context", "soft by English", "soft of passage", "softest sentence of passage"];

/// The same with other words for the same thing.
fn softly(inside: &Inside) -> [f32; 5] {
    let Inside { asked, seen, sentences, .. } = inside;
    [
        soft::share(asked, seen, sentences.clone(), Term::weight),
        soft::in_context(asked, seen, sentences.clone()),
        soft::share(asked, seen, sentences.clone(), |t| t.bits),
        soft::share(asked, seen, 0..seen.counts.len(), Term::weight),
        inside.has_best(|i| soft::in_context(asked, seen, i..i + 1)),
    ]
}

const NEWS: [&str; 6] = ["new words", "new words at the end", "new names", "new number", "repeats", "tells on"];

/// What it says that the question does not: an answer is new.
fn news(inside: &Inside) -> [f32; 6] {
    let count = inside.new_words().count() as f32;
    let closing = inside.words.iter().rev().take_while(|(_, hit)| hit.is_none());
    let names = inside.new_words().filter(|(at, word)| *at > 0 && word.capital).count() as f32;
    let asks_again = inside.held(&inside.counts) > HOLDS_QUESTION;
    [
        count.ln_1p(),
        (closing.filter(|(word, _)| !word.stop).count() as f32).ln_1p(),
        names.ln_1p(),
        f32::from(inside.new_words().any(|(_, word)| is_number(&word.term))),
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

/// Words that go with the kind of answer wanted, in the column of that kind; whether there is one with
/// a meaning of its own; whether what was asked for is there, or is lacking.
fn cues(inside: &Inside) -> [f32; Kind::ALL.len() + 3] {
    let kind = inside.asked.kind;
    let words = inside.words.iter().enumerate();
    let count = words.filter(|(at, (word, hit))| hit.is_none() && goes_with(inside.asked, word, *at)).count();
    let wanted = expected(inside.asked, inside.seen, inside.sentences.clone());
    let mut row = [0.0; Kind::ALL.len() + 3];
    row[kind as usize] = (count as f32).ln_1p();
    row[Kind::ALL.len()..].copy_from_slice(&[
        f32::from(inside.new_words().any(|(at, word)| goes_with(inside.asked, word, at))),
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
fn shape(inside: &Inside, shown: &str) -> [f32; 12] {
    let Inside { asked, seen, sentences, .. } = inside;
    let length = (inside.length.max(1) as f32).ln();
    let count = sentences.len();
    let first = inside.words.first().map_or("", |(word, _)| word.term.as_str());
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
        f32::from(sentences.end == seen.counts.len()),
        f32::from(asked.marks.pronouns.contains(first)),
        f32::from(talk),
        if_kind(Kind::What, f32::from(talk)),
        f32::from(shown.ends_with(['?', '？', '؟'])),
    ]
}
