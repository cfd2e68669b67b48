//! Ranked passages -> the one to three sentences that answer.
//!
//! Every run of one to three sentences of the best passages is measured, and a model of its own
//! chooses: a good quote holds the answer rather than repeating the question, so words the question
//! does not have count for it, and its passage lends it the context a pronoun needs.

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Span;
use crate::query::Kind;
use crate::rank::Ranked;
use crate::rank::asked::{Asked, Term};
use crate::rank::candidate::Seen;
use crate::rank::features::cues::{goes_with, is_number};
use crate::rank::features::expected::{Expected, expected};
use crate::rank::features::{bm25, letters, soft};
use crate::rank::model::{Model, Weights};
use crate::sentence::Cut;

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
    /// What was measured, in the order of [`names`].
    pub row: Vec<f32>,
    /// Its length.
    pub words: u32,
}

/// Names of what is measured about a window.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "passage score", "passage share", "passage rank", "bm25", "bm25 in context", "share of weight", "share with passage", "pairs of words",
    "heaviest missing term", "similar letters", "new words", "echo", "cue", "number", "names", "words", "two sentences", "three sentences",
    "opens passage", "closes passage", "opens with pronoun", "talk", "asks", "best sentence of passage",
    "cue: who", "cue: name", "cue: when", "cue: where", "cue: why", "cue: money", "cue: count", "cue: duration", "cue: measure",
    "cue: colour", "cue: how", "cue: feeling", "cue: outcome", "cue: what",
    "talk: what", "words: why", "words: who", "soft", "soft in context", "soft by English", "soft of passage", "closes with new words",
    "fullest: soft", "expected", "expected lacking", "two sentences: why", "repeats", "tells on", "bm25: stands out", "bm25 in context: stands out",
    "share of weight: stands out", "pairs of words: stands out", "soft: stands out", "soft in context: stands out",
];

/// Names of all measurements in the order of a row.
pub fn names() -> Vec<String> {
    NAMES.iter().map(|name| (*name).to_owned()).collect()
}

/// The column of a measurement.
pub fn column(name: &str) -> Option<usize> {
    NAMES.iter().position(|n| *n == name)
}

/// The shipped model that chooses.
pub fn shipped() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| Weights::shipped().model("quote", &names()));
    &MODEL
}

/// All runs of sentences of the best passages, measured.
pub fn windows(asked: &Asked, ranked: &[Ranked], text: &dyn Fn(Span) -> String) -> Vec<Window> {
    let best = &ranked[..ranked.len().min(PASSAGES)];
    let top = best.first().map_or(0.0, |r| r.score);
    let total: f32 = best.iter().map(|r| (r.score - top).exp()).sum();
    let mut windows = Vec::new();
    for (rank, passage) in best.iter().enumerate() {
        let standing = [passage.score - top, (passage.score - top).exp() / total, 1.0 / (1.0 + rank as f32)];
        let seen = Seen::new(&passage.candidate, asked);
        for start in 0..seen.counts.len() {
            for end in start + 1..=(start + MAX_SENTENCES).min(seen.counts.len()) {
                let words = seen.lengths[start..end].iter().sum();
                if end - start > 1 && words > MAX_WORDS {
                    break;
                }
                let shown = text(span(passage, &(start..end)));
                let row = measure(asked, &seen, standing, start..end, &shown);
                windows.push(Window { passage: rank, sentences: start..end, row, words });
            }
        }
    }
    add_standing_out(&mut windows);
    windows
}

/// Appends, for some measurements, how far below the best window each one is.
fn add_standing_out(windows: &mut [Window]) {
    let columns: Vec<usize> = NAMES.iter().filter_map(|name| column(name.strip_suffix(": stands out")?)).collect();
    for column in columns {
        let best = windows.iter().map(|w| w.row[column]).fold(f32::NEG_INFINITY, f32::max);
        windows.iter_mut().for_each(|w| w.row.push(w.row[column] - best));
    }
}

/// The bytes of a window.
pub fn span(passage: &Ranked, sentences: &Range<usize>) -> Span {
    let all = &passage.candidate.sentences;
    let document = passage.passage().span.document;
    Span { document, start: all[sentences.start].range.start, end: all[sentences.end - 1].range.end }
}

/// Which edges of a window are not edges of a sentence.
pub fn cut(passage: &Ranked, sentences: &Range<usize>) -> Cut {
    let all = &passage.candidate.sentences;
    Cut { before: all[sentences.start].cut.before, after: all[sentences.end - 1].cut.after }
}

/// The window the model likes best; ties fall to the earlier and shorter one.
pub fn choose(windows: &[Window], model: &Model) -> Option<usize> {
    let score = |i: &usize| model.score(&windows[*i].row);
    (0..windows.len()).max_by(|a, b| score(a).total_cmp(&score(b)).then(b.cmp(a)))
}

fn measure(asked: &Asked, seen: &Seen, standing: [f32; 3], sentences: Range<usize>, shown: &str) -> Vec<f32> {
    const USUAL_WORDS: f32 = 22.0;
    let (counts, words) = seen.total(sentences.clone());
    let inside = || seen.candidate.words.iter().zip(&seen.hits).filter(|(w, _)| sentences.contains(&w.sentence));
    let held = |counts: &[u32]| -> f32 { asked.content().filter(|(i, _)| counts[*i] > 0).map(|(_, t)| t.weight()).sum::<f32>() / asked.content_weight };
    let heaviest = asked.content().filter(|(i, _)| counts[*i] == 0).map(|(_, t)| t.weight()).fold(0.0, f32::max) / asked.content_weight;
    let context = sentences.clone().map(|i| bm25::in_context(asked, seen, i, USUAL_WORDS)).fold(0.0, f32::max);
    let hits: Vec<Option<usize>> = inside().map(|(_, hit)| *hit).collect();
    let pairs: f32 = asked
        .pairs()
        .filter(|(a, b)| hits.windows(2).any(|w| w == [Some(*a), Some(*b)]))
        .map(|(a, b)| asked.terms[a].idf + asked.terms[b].idf)
        .sum();
    let similar: f32 = asked
        .content()
        .map(|(i, t)| {
            let likest = inside().map(|(w, _)| letters::dice(&t.text, &w.term)).fold(0.0, f32::max);
            t.weight() * if counts[i] > 0 { 1.0 } else { likest }
        })
        .sum();
    let fresh: Vec<(usize, &crate::rank::candidate::Word)> =
        inside().enumerate().filter(|(_, (w, hit))| hit.is_none() && !w.stop).map(|(at, (w, _))| (at, w)).collect();
    let cue = fresh.iter().filter(|(at, w)| goes_with(asked.kind, w, *at)).count() as f32;
    let stop_cue = inside().enumerate().filter(|(at, (w, hit))| hit.is_none() && goes_with(asked.kind, w, *at)).count() as f32;
    let number = fresh.iter().any(|(_, w)| is_number(&w.term));
    let names = fresh.iter().filter(|(at, w)| *at > 0 && w.capital).count() as f32;
    let first = inside().next().map_or("", |(w, _)| w.term.as_str());
    let talk = shown.contains(['"', '“']);
    let length = (words.max(1) as f32).ln();
    let count = sentences.len();
    let shares: Vec<f32> = (0..seen.counts.len()).map(|i| held(&seen.counts[i])).collect();
    let fullest = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b]).then(b.cmp(a)));
    let (passage_counts, _) = seen.total(0..seen.counts.len());
    let flag = f32::from;
    let mut row = vec![
        standing[0],
        standing[1],
        standing[2],
        bm25::share(asked, &counts, words as f32 / USUAL_WORDS),
        context / (asked.content_weight * 2.6),
        held(&counts),
        held(&passage_counts),
        pairs / asked.total_weight,
        heaviest,
        similar / asked.content_weight,
        (fresh.len() as f32).ln_1p(),
        hits.iter().flatten().count() as f32 / words.max(1) as f32,
        flag(cue > 0.0),
        flag(number),
        names.ln_1p(),
        length,
        flag(count == 2),
        flag(count == 3),
        flag(sentences.start == 0),
        flag(sentences.end == seen.counts.len()),
        flag(matches!(first, "he" | "she" | "it" | "they" | "his" | "her" | "their" | "this" | "that" | "these")),
        flag(talk),
        flag(shown.ends_with('?')),
        flag(fullest.is_some_and(|i| sentences.contains(&i))),
    ];
    let mut by_kind = [0.0; Kind::ALL.len()];
    by_kind[asked.kind as usize] = stop_cue.ln_1p();
    row.extend(by_kind);
    row.push(flag(talk && asked.kind == Kind::What));
    row.push(if asked.kind == Kind::Why { length } else { 0.0 });
    row.push(if asked.kind == Kind::Who { length } else { 0.0 });
    let passage = 0..seen.counts.len();
    let softest = passage.clone().max_by(|a, b| {
        let of = |i: usize| soft::in_context(asked, seen, i..i + 1);
        of(*a).total_cmp(&of(*b)).then(b.cmp(a))
    });
    let last_new = inside().rev().take_while(|(_, hit)| hit.is_none()).filter(|(w, _)| !w.stop).count() as f32;
    row.push(soft::share(asked, seen, sentences.clone(), Term::weight));
    row.push(soft::in_context(asked, seen, sentences.clone()));
    row.push(soft::share(asked, seen, sentences.clone(), |t| t.bits));
    row.push(soft::share(asked, seen, passage, Term::weight));
    row.push(last_new.ln_1p());
    row.push(flag(softest.is_some_and(|i| sentences.contains(&i))));
    let wanted = expected(asked, seen, sentences.clone());
    row.push(flag(wanted == Expected::There));
    row.push(flag(wanted == Expected::Lacking));
    row.push(flag(count > 1 && asked.kind == Kind::Why));
    let full = row[5] > 0.8;
    row.push(flag(full && fresh.len() < 3));
    row.push(if full { (fresh.len() as f32).ln_1p() } else { 0.0 });
    row
}
