//! Questions about a text that the text answers itself: a sentence of it, letter for letter, and
//! four things to choose from.
//!
//! In: a library as far as it is open, some of its texts, and a seed. Out: [`Question`]s, each by
//! its place in the library. Either something is left out of the sentence (`gap`), or whoever
//! speaks in it (`speaker`), or its chapter is asked for (`chapter`); what is wrong to choose is of
//! the same text. The decision that is not obvious: the same seed gives the same questions, so that
//! a button need remember no more than that, and where the right one stands follows from the seed
//! alone.

mod chapter;
mod gap;
mod pool;
mod speaker;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use anyhow::Result;

use crate::ids::{DocumentId, PassageId};
use crate::index::{Library, PassageInfo, Scope};
use crate::random::Random;
use pool::Pool;

/// What there is to choose from, of which one is right.
pub const OPTIONS: usize = 4;
/// Most questions of a quiz.
pub const MOST: u8 = 10;
/// Sentences that are tried for a question, and passages for one of those that few of them have.
const TRIES: usize = 200;
const RARE_TRIES: usize = 1_000;
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
    /// Who says it, which is left out.
    Speaker,
    /// Which chapter a sentence is of.
    Chapter,
}

/// A question, by where its sentence stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub kind: Kind,
    pub passage: PassageId,
    /// The row of the sentence.
    pub row: u32,
    /// What is left out of it, in bytes of its document; of a chapter nothing is.
    pub cut: Option<Range<usize>>,
    /// All different; names, numbers or headings of the document, each on one line.
    pub options: Vec<String>,
    /// Which of them is right.
    pub right: usize,
}

/// Questions of these kinds about some texts, at most so many: fewer if there is too little to ask
/// about.
///
/// # Errors
/// When the index cannot be read.
pub fn make_questions(
    library: &Library,
    scope: Scope,
    kinds: &[Kind],
    seed: u32,
    count: u8,
) -> Result<Vec<Question>> {
    let all = library.passages_in(scope)?;
    let passages: Vec<PassageId> = library.open_passages(all).collect();
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
pub fn right_option(seed: u32, number: u8) -> usize {
    seed_random(seed, number).below(OPTIONS)
}

fn seed_random(seed: u32, number: u8) -> Random {
    Random::new(u64::from(seed) << 8 | u64::from(number))
}

/// Questions that are being made.
struct Quiz<'a> {
    library: &'a Library,
    /// Those that can be read.
    passages: Vec<PassageId>,
    kinds: &'a [Kind],
    /// What else there is in a document.
    pools: HashMap<DocumentId, Pool>,
    asked: Vec<Question>,
}

impl Quiz<'_> {
    fn question(&mut self, seed: u32, number: u8) -> Result<Option<Question>> {
        let mut random = seed_random(seed, number);
        let right = random.below(OPTIONS);
        if self.passages.is_empty() || self.kinds.is_empty() {
            return Ok(None);
        }

        // Whichever kind comes first, a text may have nothing to ask of it.
        let first = random.below(self.kinds.len());
        for at in 0..self.kinds.len() {
            let kind = self.kinds[(first + at) % self.kinds.len()];
            let tries = match kind {
                Kind::Speaker => RARE_TRIES,
                Kind::Gap | Kind::Chapter => TRIES,
            };
            for _ in 0..tries {
                let found = self.tried(kind, right, &mut random)?;
                if found.is_some() {
                    return Ok(found);
                }
            }
        }
        Ok(None)
    }

    /// Some sentence of a passage, by its row. Few name a speaker, so of these the next that does.
    fn row(&self, kind: Kind, passage: &PassageInfo, random: &mut Random) -> Result<Option<u32>> {
        let rows = passage.sentences.clone();
        let some = rows.start + random.below(rows.len()) as u32;
        if kind != Kind::Speaker {
            return Ok(Some(some));
        }

        let document = passage.span.document;
        let language = self.library.document(document)?.language;
        let text = self.library.full_text(document)?;
        for row in (some..rows.end).chain(rows.start..some) {
            let sentence = &text[self.library.sentence(row)?.range];
            if speaker::find_speaker(sentence, language).is_some() {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// Takes some sentence; `None` if nothing of this kind can be asked of it.
    fn tried(&mut self, kind: Kind, right: usize, random: &mut Random) -> Result<Option<Question>> {
        let library = self.library;
        let passage = self.passages[random.below(self.passages.len())];
        let passage = library.passage(passage)?;
        let Some(row) = self.row(kind, &passage, random)? else {
            return Ok(None);
        };
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
            Kind::Gap => gap::find_gap_options(shown, pool, random)
                .map(|(cut, options)| (Some(cut), options)),
            Kind::Speaker => speaker::find_speaker_options(shown, pool, random)
                .map(|(cut, options)| (Some(cut), options)),
            Kind::Chapter => chapter::find_heading_options(library, &passage, shown, pool, random)
                .map(|options| (None, options)),
        };
        // Of one that stands there twice it is not clear which is meant.
        let is_once = || pool.text.matches(&to_one_line(shown)).nth(1).is_none();
        let found = found.filter(|_| is_once());
        Ok(found.map(|(cut, options)| {
            let cut = cut.map(|cut| start + cut.start..start + cut.end);
            assemble_question(kind, &passage, row, cut, options, right)
        }))
    }
}

/// The first of the options is the right one, and moves to its place.
fn assemble_question(
    kind: Kind,
    passage: &PassageInfo,
    row: u32,
    cut: Option<Range<usize>>,
    mut options: Vec<String>,
    right: usize,
) -> Question {
    options.swap(0, right);

    Question {
        kind,
        passage: passage.id,
        row,
        cut,
        options,
        right,
    }
}

/// Whether a piece of text reads as a sentence of some length: a heading or the line of a list does
/// not end as one.
fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', '」', '』']);
    let ends = end.ends_with(['.', '!', '?', '…', '。', '！', '？']);
    let words = gap::word_indices(text).count();
    ends && WORDS.contains(&words) && text.len() <= BYTES
}

/// Some of these, each once, in an order by chance.
fn draw_sample<T>(mut from: Vec<T>, count: usize, random: &mut Random) -> Vec<T> {
    let mut drawn = Vec::new();
    while drawn.len() < count && !from.is_empty() {
        drawn.push(from.swap_remove(random.below(from.len())));
    }
    drawn
}

/// What there is to choose from in place of what is left out of a sentence, the right one first;
/// `None` if there is too little. No two of it share a word, and nothing wrong would make another
/// sentence of the text.
fn collect_options(
    pool: &Pool,
    sentence: &str,
    cut: &Range<usize>,
    others: Vec<String>,
    words: impl Fn(&str) -> Vec<String>,
    random: &mut Random,
) -> Option<Vec<String>> {
    let before = &sentence[..cut.start];
    let after = &sentence[cut.end..];
    let mut chosen = vec![to_one_line(&sentence[cut.clone()])];

    for other in draw_sample(others, usize::MAX, random) {
        let own = words(&other);
        let shares = |one: &String| words(one).iter().any(|word| own.contains(word));
        // Looked for last, since it takes longest.
        let with_it = || to_one_line(&format!("{before}{other}{after}"));
        let is_wrong = || !pool.text.contains(&with_it());
        if !chosen.iter().any(shares) && is_wrong() {
            chosen.push(other);
        }
        if chosen.len() == OPTIONS {
            return Some(chosen);
        }
    }
    None
}

/// A piece of text on one line.
fn to_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
