//! Questions about a text that the text answers itself: a sentence of it, letter for letter, and four things to choose from.
//!
//! In: a library as far as it is open, some of its texts, and a seed. Out: [`Question`]s, each by its place in the library.
//! Either something is left out of the sentence (`gap`), or its chapter is asked for (`chapter`); what is wrong to choose is
//! of the same text. The decision that is not obvious: the same seed gives the same questions, so that a button need
//! remember no more than that, and where the right one stands follows from the seed alone.

mod chapter;
mod gap;
mod pool;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use anyhow::Result;

use crate::bench::random::Random;
use crate::index::{Library, PassageInfo, Scope};
use pool::Pool;

/// What there is to choose from, of which one is right.
pub const OPTIONS: usize = 4;
/// Most questions of a quiz.
pub const MOST: u8 = 10;
/// Sentences that are tried for a question.
const TRIES: usize = 200;
/// Documents that a quiz looks through; in a library of many, those that are tried first.
const POOLS: usize = 16;
/// Words that a sentence has, and the bytes that it has at most.
const WORDS: Range<usize> = 6..46;
const BYTES: usize = 320;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is left out.
    Gap,
    /// Which chapter a sentence is of.
    Chapter,
}

/// A question, by where its sentence stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The passage, by its position in the library.
    pub passage: u32,
    /// The row of the sentence.
    pub row: u32,
    /// What is left out of it, in bytes of its document; of a chapter nothing is.
    pub cut: Option<Range<usize>>,
    /// All different; names, numbers or headings of the document, each on one line.
    pub options: Vec<String>,
    /// Which of them is right.
    pub right: usize,
}

/// Questions of these kinds about some texts, at most so many: fewer if there is too little to ask about.
///
/// # Errors
/// When the index cannot be read.
pub fn questions(
    library: &Library,
    scope: Scope,
    kinds: &[Kind],
    seed: u32,
    count: u8,
) -> Result<Vec<Question>> {
    let all = library.passages_in(scope)?;
    let passages: Vec<u32> = library.open_passages(all).collect();
    let mut quiz = Quiz {
        library,
        passages,
        kinds,
        pools: HashMap::new(),
        asked: Vec::new(),
    };

    for number in 0..count {
        match quiz.question(seed, number)? {
            Some(question) => quiz.asked.push(question),
            None => break,
        }
    }
    Ok(quiz.asked)
}

/// Where the right one stands among the options of a question.
pub fn right(seed: u32, number: u8) -> usize {
    chance(seed, number).below(OPTIONS)
}

fn chance(seed: u32, number: u8) -> Random {
    Random::new(u64::from(seed) << 8 | u64::from(number))
}

/// Questions that are being made.
struct Quiz<'a> {
    library: &'a Library,
    /// Those that can be read.
    passages: Vec<u32>,
    kinds: &'a [Kind],
    /// What else there is in a document, by its number.
    pools: HashMap<u32, Pool>,
    asked: Vec<Question>,
}

impl Quiz<'_> {
    fn question(&mut self, seed: u32, number: u8) -> Result<Option<Question>> {
        let mut random = chance(seed, number);
        let right = random.below(OPTIONS);
        if self.passages.is_empty() || self.kinds.is_empty() {
            return Ok(None);
        }

        // Whichever kind comes first, a text may have nothing to ask of it.
        let first = random.below(self.kinds.len());
        for at in 0..self.kinds.len() {
            let kind = self.kinds[(first + at) % self.kinds.len()];
            for _ in 0..TRIES {
                let found = self.tried(kind, right, &mut random)?;
                if found.is_some() {
                    return Ok(found);
                }
            }
        }
        Ok(None)
    }

    /// Takes some sentence; `None` if nothing of this kind can be asked of it.
    fn tried(&mut self, kind: Kind, right: usize, random: &mut Random) -> Result<Option<Question>> {
        let library = self.library;
        let passage = self.passages[random.below(self.passages.len())];
        let passage = library.passage(passage)?;
        let row = passage.sentences.start + random.below(passage.sentences.len()) as u32;
        let is_asked = self.asked.iter().any(|one| one.row == row);

        let sentence = library.sentence(row)?;
        let document = passage.span.document;
        let text = library.full_text(document)?;
        let shown = &text[sentence.range.clone()];
        let is_whole = !sentence.cut.before && !sentence.cut.after;
        if is_asked || !is_whole || !is_sentence(shown) {
            return Ok(None);
        }

        let is_full = self.pools.len() >= POOLS;
        let pool = match self.pools.entry(document) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(_) if is_full => return Ok(None),
            Entry::Vacant(new) => new.insert(Pool::of(library, document)?),
        };
        let start = sentence.range.start;
        let found = match kind {
            Kind::Gap => gap::options(text, sentence.range, pool, random)
                .map(|(cut, options)| (Some(start + cut.start..start + cut.end), options)),
            Kind::Chapter => chapter::options(library, &passage, shown, pool, random)
                .map(|options| (None, options)),
        };
        // Of one that stands there twice it is not clear which is meant, wherever its lines end.
        let is_once = || {
            let shown = on_one_line(shown);
            on_one_line(text).matches(&shown).nth(1).is_none()
        };
        let found = found.filter(|_| is_once());
        Ok(found.map(|(cut, options)| question(&passage, row, cut, options, right)))
    }
}

/// The first of the options is the right one, and moves to its place.
fn question(
    passage: &PassageInfo,
    row: u32,
    cut: Option<Range<usize>>,
    mut options: Vec<String>,
    right: usize,
) -> Question {
    options.swap(0, right);
    Question {
        passage: passage.id,
        row,
        cut,
        options,
        right,
    }
}

/// Whether a piece of text reads as a sentence of some length: a heading or the line of a list does not end as one.
fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', '」', '』']);
    let ends = end.ends_with(['.', '!', '?', '…', '。', '！', '？']);
    let words = gap::words(text).count();
    ends && WORDS.contains(&words) && text.len() <= BYTES
}

/// Some of these, each once, in an order by chance.
fn drawn<T>(mut from: Vec<T>, count: usize, random: &mut Random) -> Vec<T> {
    let mut drawn = Vec::new();
    while drawn.len() < count && !from.is_empty() {
        drawn.push(from.swap_remove(random.below(from.len())));
    }
    drawn
}

/// A piece of text on one line.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
