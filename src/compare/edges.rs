//! What an alignment leaves open: words that stand elsewhere in the sentence, and how far the text
//! goes on.
//!
//! In: the pairs of an alignment. Out: the same, fit to be shown. A word that the text has nearby
//! is not one that only the quotation has; and beside what people write around a quotation stands
//! nothing of the text.

use std::ops::Range;

use super::align::Pair;
use super::regain::regain_pairs;
use super::words::{Word, surrounding_sentences};

/// More unknown words than this at an edge, or than a third of those that are known, are no other
/// wording of the text's.
const REWORDED: usize = 8;
/// More words than this that only the quotation has are not looked for one by one.
const MOST: usize = 60;

/// The pairs as they are shown.
pub(super) fn settle_pairs(pairs: &[Pair], wanted: &[Word], there: &[Word]) -> Vec<Pair> {
    let pairs = regain_pairs(pairs, wanted, there);
    let pairs = trim_edges(pairs, wanted, there);
    Moved::new(&pairs, wanted, there).told(pairs)
}

/// Where the first and the last pair stand that both have the word of; `None` if there is none.
pub(super) fn find_same_ends(pairs: &[Pair]) -> Option<(usize, usize)> {
    let first = pairs.iter().position(Pair::is_same)?;
    let last = pairs.iter().rposition(Pair::is_same)?;
    Some((first, last))
}

/// Without words of the text at the edges that nothing stands for: those of another sentence, and
/// those beside a remark.
fn trim_edges(pairs: Vec<Pair>, wanted: &[Word], there: &[Word]) -> Vec<Pair> {
    let Some((first, last)) = find_same_ends(&pairs) else {
        return pairs;
    };
    let (Pair::Same(text_start, start), Pair::Same(text_end, end)) = (pairs[first], pairs[last])
    else {
        return pairs;
    };

    let before = pairs[..first]
        .iter()
        .filter_map(Pair::quotation_word)
        .count();
    let after = pairs[last..]
        .iter()
        .filter_map(Pair::quotation_word)
        .count()
        - 1;
    let same = pairs.iter().filter(|pair| pair.is_same()).count();
    let is_open = |count: usize| (1..=REWORDED.min(same.div_ceil(3))).contains(&count);
    let opens = is_open(before) && !wanted[start - 1].breaks;
    let goes_on = is_open(after) && !wanted[end].breaks;

    let is_kept = |(at, pair): (usize, &Pair)| match pair.text_word() {
        Some(word) if at < first => opens && !there[word..text_start].iter().any(|w| w.ends),
        Some(word) if at > last => goes_on && !there[text_end..word].iter().any(|w| w.ends),
        _ => true,
    };
    let kept = pairs.iter().enumerate().filter(|one| is_kept(*one));
    kept.map(|(_, pair)| *pair).collect()
}

/// The words that stand elsewhere in the sentence.
struct Moved {
    /// By their numbers in the quotation.
    words: Vec<usize>,
    /// The words of the text that are shown then.
    shown: Range<usize>,
    /// Those of them between which the quotation stands.
    first: Range<usize>,
}

impl Moved {
    fn new(pairs: &[Pair], wanted: &[Word], there: &[Word]) -> Moved {
        let first = pairs.iter().filter_map(Pair::text_word).min().unwrap_or(0);
        let end = pairs
            .iter()
            .filter_map(Pair::text_word)
            .max()
            .map_or(0, |last| last + 1);
        let mut moved = Moved {
            words: Vec::new(),
            shown: first..end,
            first: first..end,
        };

        let alone = |pair: &Pair| match pair {
            Pair::QuotationOnly(word) => Some(*word),
            _ => None,
        };
        let quotation: Vec<usize> = pairs.iter().filter_map(alone).collect();
        if quotation.is_empty() || quotation.len() > MOST || end == 0 {
            return moved;
        }

        let mut free: Vec<usize> = surrounding_sentences(there, &moved.first)
            .filter(|word| {
                !pairs
                    .iter()
                    .any(|p| p.text_word() == Some(*word) && !is_text_only(p))
            })
            .collect();
        for run in quotation.chunk_by(|a, b| a + 1 == *b) {
            moved.find(run, &mut free, wanted, there);
        }
        moved
    }

    /// Finds the longest piece of a run of words among those of the text, then what is left on both
    /// sides of it.
    fn find(&mut self, run: &[usize], free: &mut Vec<usize>, wanted: &[Word], there: &[Word]) {
        let mut best: Option<(usize, usize, usize)> = None;
        for at in 0..run.len() {
            for from in 0..free.len() {
                let pairs = run[at..].iter().zip(&free[from..]).enumerate();
                let same = pairs.take_while(|(n, (word, other))| {
                    **other == free[from] + n && wanted[**word].is(&there[**other])
                });
                let length = same.count();
                if length > best.map_or(0, |(_, _, length)| length)
                    && self.tells(&free[from..from + length], there)
                {
                    best = Some((at, from, length));
                }
            }
        }

        let Some((at, from, length)) = best else {
            return;
        };
        self.words.extend(&run[at..at + length]);
        let taken: Vec<usize> = free.drain(from..from + length).collect();
        self.shown.start = self.shown.start.min(taken[0]);
        self.shown.end = self.shown.end.max(taken[length - 1] + 1);
        self.find(&run[..at], free, wanted, there);
        self.find(&run[at + length..], free, wanted, there);
    }

    /// Whether words of the text are a find. Outside of what is shown, "the" stands everywhere.
    fn tells(&self, words: &[usize], there: &[Word]) -> bool {
        let inside = words.iter().all(|word| self.shown.contains(word));
        let is_weighty = |word: &usize| !there[*word].light && !there[*word].is_letter;
        let is_run = words.len() > 1 && words.iter().all(|word| !there[*word].is_letter);
        !words.is_empty() && (inside || is_run || words.iter().any(is_weighty))
    }

    fn told(self, pairs: Vec<Pair>) -> Vec<Pair> {
        let before = (self.shown.start..self.first.start).map(Pair::TextOnly);
        let after = (self.first.end..self.shown.end).map(Pair::TextOnly);
        let pairs = pairs.into_iter().map(|pair| match pair {
            Pair::QuotationOnly(word) if self.words.contains(&word) => Pair::Elsewhere(word),
            pair => pair,
        });
        before.chain(pairs).chain(after).collect()
    }
}

fn is_text_only(pair: &Pair) -> bool {
    matches!(pair, Pair::TextOnly(_))
}
