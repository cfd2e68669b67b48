//! Words that an alignment gives up though they stand there, in order, beside the others.
//!
//! In: the pairs of an alignment. Out: the same with such words paired. Small words are cheap to
//! give up, so that none that stands somewhere by chance draws a quotation to it; but "he was"
//! before a long insertion is of the quotation, and so is "we are" where a "not" is left out behind
//! it. At the edges only a run of words counts, or one that is close by.

use std::ops::Range;

use super::align::Pair;
use super::words::{Word, surrounding_sentences};

/// More words of the text than this part no single word from the others.
const CLOSE: usize = 2;
/// Fewer words than this are no run.
const RUN: usize = 2;
/// More words than this, of the quotation or of the text, are given up for good reason.
const MOST: usize = 60;

/// Words of the quotation and of the text that are not paired yet, and that stand between the same
/// others.
struct Open {
    quotation: Vec<usize>,
    text: Vec<usize>,
}

/// The longest run of words of an open piece that both have: where it begins in each, and how many
/// words it is.
#[derive(Clone, Copy)]
struct Shared {
    quotation: usize,
    text: usize,
    length: usize,
}

/// The pairs, with what stands there and was given up.
pub(super) fn regain_pairs(pairs: &[Pair], wanted: &[Word], there: &[Word]) -> Vec<Pair> {
    let runs = pairs.chunk_by(|a, b| a.is_same() == b.is_same());
    let runs: Vec<&[Pair]> = runs.collect();
    let texts = |run: &[Pair]| -> Vec<usize> { run.iter().filter_map(Pair::text_word).collect() };
    let both = Both { wanted, there };

    let mut out = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let open = Open {
            quotation: run.iter().filter_map(Pair::quotation_word).collect(),
            text: texts(run),
        };
        let is_open = !run[0].is_same()
            && (1..=MOST).contains(&open.quotation.len())
            && open.text.len() <= MOST
            && !run.iter().any(|pair| matches!(pair, Pair::LeftOut(_)));
        let before = at
            .checked_sub(1)
            .and_then(|at| texts(runs[at]).last().copied());
        let after = runs.get(at + 1).and_then(|run| texts(run).first().copied());

        let found = match (before, after) {
            _ if !is_open => None,
            (Some(_), Some(_)) => both.inside(&open),
            (None, Some(after)) => both.at_start(&open, after),
            (Some(before), None) => both.at_end(&open, before),
            (None, None) => None,
        };
        match found {
            Some(found) => out.extend(found),
            None => out.extend_from_slice(run),
        }
    }
    out
}

/// The words of both sides.
struct Both<'a> {
    wanted: &'a [Word],
    there: &'a [Word],
}

impl Both<'_> {
    /// Between two words that are paired all is shown, so that each word counts.
    fn inside(&self, open: &Open) -> Option<Vec<Pair>> {
        let shared = self.shared(open, |_| 0)?;
        Some(Both::paired(open, shared))
    }

    /// Before the first word that is paired, in its sentence.
    fn at_start(&self, open: &Open, after: usize) -> Option<Vec<Pair>> {
        let text: Vec<usize> =
            (surrounding_sentences(self.there, &(after..after + 1)).start..after).collect();
        let open = open.beside(text);
        let shared = self.shared(&open, |shared| {
            open.text.len() - shared.text - shared.length
        })?;

        let from = open.beside(open.text[shared.text..].to_vec());
        Some(Both::paired(&from, Shared { text: 0, ..shared }))
    }

    /// Behind the last one.
    fn at_end(&self, open: &Open, before: usize) -> Option<Vec<Pair>> {
        if self.there[before].ends {
            return None;
        }

        let text =
            (before + 1..surrounding_sentences(self.there, &(before..before + 1)).end).collect();
        let open = open.beside(text);
        let shared = self.shared(&open, |shared| shared.text)?;

        let to = open.beside(open.text[..shared.text + shared.length].to_vec());
        Some(Both::paired(&to, shared))
    }

    /// The best run that both have, by its length, then by how far `away` from the paired words it
    /// is.
    fn shared(&self, open: &Open, away: impl Fn(&Shared) -> usize) -> Option<Shared> {
        let starts = |count: usize| 0..count;
        let pairs = starts(open.quotation.len())
            .flat_map(|quotation| starts(open.text.len()).map(move |text| (quotation, text)));
        let runs = pairs.map(|(quotation, text)| Shared {
            quotation,
            text,
            length: self.run(&open.quotation[quotation..], &open.text[text..]),
        });

        let counts = |shared: &Shared| {
            let others = open.quotation.len() - shared.length;
            let is_run = shared.length >= RUN || (shared.length > 0 && away(shared) <= CLOSE);
            is_run && others <= shared.length
        };
        runs.filter(counts)
            .max_by_key(|shared| (shared.length, usize::MAX - away(shared)))
    }

    fn run(&self, quotation: &[usize], text: &[usize]) -> usize {
        let both = quotation.iter().zip(text);
        both.take_while(|(word, other)| self.wanted[**word].is(&self.there[**other]))
            .count()
    }

    /// An open piece with a run of it paired.
    fn paired(open: &Open, shared: Shared) -> Vec<Pair> {
        let alone = |text: Range<usize>, quotation: Range<usize>| {
            let text = open.text[text].iter().map(|word| Pair::TextOnly(*word));
            let quotation = open.quotation[quotation].iter();
            text.chain(quotation.map(|word| Pair::QuotationOnly(*word)))
        };

        let (quotation, text) = (
            shared.quotation..shared.quotation + shared.length,
            shared.text..shared.text + shared.length,
        );
        let same = open.text[text.clone()]
            .iter()
            .zip(&open.quotation[quotation.clone()]);
        let same = same.map(|(other, word)| Pair::Same(*other, *word));

        let before = alone(0..text.start, 0..quotation.start);
        let after = alone(
            text.end..open.text.len(),
            quotation.end..open.quotation.len(),
        );
        before.chain(same).chain(after).collect()
    }
}

impl Open {
    /// The same words of the quotation beside these of the text.
    fn beside(&self, text: Vec<usize>) -> Open {
        Open {
            quotation: self.quotation.clone(),
            text,
        }
    }
}
