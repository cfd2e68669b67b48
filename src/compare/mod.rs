//! Is what a message quotes really in the texts: word for word, nearly, or not?
//!
//! In: somebody's message. Out: the quotations in it, each with the place where it stands and how
//! it differs. What people change when they copy is no difference: capitals, white space, the shape
//! of quotation marks and dashes, marks of emphasis; an ellipsis stands for any words. Likely
//! passages come from the index, and a word alignment with free ends (the quotation as a whole
//! against any part of the text) finds the place and the differences at once.

mod align;
mod attached;
mod check;
mod checker;
mod claims;
mod clean;
mod each;
mod edges;
mod frames;
mod marks;
mod nearest;
mod parts;
mod regain;
mod regions;
mod shapes;
mod told;
mod wholes;
mod words;

use std::ops::Range;

use anyhow::Result;

use crate::document::Span;
use crate::index::Library;
use crate::language::{Language, is_unspaced};
use align::{Alignment, Pair, align_words};
pub use check::{APART, check_message};
use edges::settle_pairs;
pub use parts::{Check, Part};
use regions::{find_by_runs, find_by_search};
use wholes::Side;
use words::{
    Word, collect_numbers, join_hyphenated, join_numbers, parse_words, widen_to_punctuation,
};

/// A quotation is compared this far, in words; the longest messages have fewer.
const MAX_WORDS: usize = 1_000;
/// Share of the words that must agree for a place to be called nearly the same.
const NEARLY: f32 = 0.6;
/// So many words count at most where the quotation lacks several in a row.
const WIDEST_GAP: usize = 3;
/// Fewer words than this are no quotation that could be nearly right.
const NEARLY_WORDS: usize = 4;
/// The same in letters of a script without spaces, which is compared letter by letter.
const NEARLY_LETTERS: usize = 6;
/// One word less, all of which stands there, may lack so many of the text's.
const LITTLE: usize = 2;
/// So many words one after the other are the text's own, whatever stands around them.
const RUN: usize = 6;
const RUN_OF_LETTERS: usize = 12;

/// How a quotation stands in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Word for word.
    Exact,
    /// Word for word but for what it says itself that it leaves out.
    Shortened,
    /// Something much like it.
    Nearly,
    /// Only some of its words, one after the other.
    Partly,
}

/// A quotation held against the place that is most like it.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub verdict: Verdict,
    /// The quotation, as it was read out of the message.
    pub quotation: String,
    /// The place, punctuation around it included.
    pub span: Span,
    /// The steps from one to the other, in order.
    pub edits: Vec<Edit>,
}

/// A step of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A word of both: its bytes in the document and in the quotation.
    Same(Range<usize>, Range<usize>),
    /// A number of both, in words in one of them and in figures in the other: its bytes in the
    /// document and in the quotation.
    Respelt(Range<usize>, Range<usize>),
    /// A word that the quotation lacks: its bytes in the document.
    TextOnly(Range<usize>),
    /// A word that only the quotation has: its bytes there.
    QuotationOnly(Range<usize>),
    /// A word that stands where the quotation has an ellipsis: its bytes in the document.
    LeftOut(Range<usize>),
    /// A word of the quotation that stands nearby, but not here: its bytes in the quotation.
    Elsewhere(Range<usize>),
}

impl Edit {
    /// Whether both have it, however it is written.
    fn is_same(&self) -> bool {
        matches!(self, Edit::Same(..) | Edit::Respelt(..))
    }

    fn is_respelt(&self) -> bool {
        matches!(self, Edit::Respelt(..))
    }

    fn is_left_out(&self) -> bool {
        matches!(self, Edit::LeftOut(_))
    }
}

impl Comparison {
    /// How many words the two have in common.
    fn same(&self) -> usize {
        self.edits.iter().filter(|edit| edit.is_same()).count()
    }

    /// How many words of the text its ellipses stand for.
    fn left_out(&self) -> usize {
        self.edits.iter().filter(|edit| edit.is_left_out()).count()
    }

    /// In how many places the two differ.
    pub fn places(&self) -> usize {
        let differs = |edit: &Edit| !matches!(edit, Edit::Same(..) | Edit::LeftOut(_));
        let runs = self.edits.chunk_by(|a, b| differs(a) == differs(b));
        runs.filter(|run| run.first().is_some_and(differs)).count()
    }
}

/// How much a comparison tells: the words that agree count, and more if nothing else does. A part
/// of a message that stands there word for word is the quotation, but not if it is only the end of
/// one.
fn weigh_comparison(found: &Comparison) -> f32 {
    const NEAR: f32 = 0.8;
    let count = found.same() as f32;
    match found.verdict {
        Verdict::Nearly | Verdict::Partly => count * share_of_agreement(&found.edits) * NEAR,
        Verdict::Exact | Verdict::Shortened => count,
    }
}

/// Looks for a quotation as it is -> the place that is most like it, which need not be like it
/// enough; `None` when no word of it stands there.
fn compare_quotation(library: &Library, quotation: &str) -> Result<Option<Comparison>> {
    // Of equals, the one whose ellipses stand for least.
    let mut best: Option<((u32, usize), Comparison)> = None;

    for stretches in [find_by_runs, find_by_search] {
        for region in stretches(library, quotation)? {
            let Some((cost, found)) = compare_with_region(library, region, quotation)? else {
                continue;
            };
            let cost = (cost, found.left_out());
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, found));
            }
            // Nothing can be better than no difference, and comparing is what takes time.
            if cost == (0, 0) {
                break;
            }
        }
        if best.as_ref().is_some_and(|((cost, _), _)| *cost == 0) {
            break;
        }
    }
    Ok(best.map(|(_, found)| found))
}

/// The place in a region that is most like a quotation, and what the difference costs: a number
/// that is written otherwise is the same, but not word for word.
fn compare_with_region(
    library: &Library,
    region: Span,
    quotation: &str,
) -> Result<Option<(u32, Comparison)>> {
    let language = library.document(region.document)?.language;
    let text = library.text(region)?;
    let (wanted, there) = words_of_both(quotation, text, language);
    let Some(Alignment { cost, pairs }) = align_words(&wanted, &there) else {
        return Ok(None);
    };

    let side = Side {
        text,
        language,
        words: &there,
    };
    let pairs = side.filled(settle_pairs(&pairs, &wanted, &there), &wanted);
    let (first, last) = (
        pairs.iter().find_map(Pair::text_word),
        pairs.iter().rev().find_map(Pair::text_word),
    );
    let (Some(first), Some(last)) = (first, last) else {
        return Ok(None);
    };

    let inside = widen_to_punctuation(text, there[first].range.start..there[last].range.end);
    let edits = pairs
        .iter()
        .map(|pair| to_edit(pair, &wanted, &there, region.start))
        .map(|edit| mark_respelt(edit, quotation, text, region.start));
    let edits: Vec<Edit> = edits.collect();
    let respelt = edits.iter().filter(|edit| edit.is_respelt()).count();
    let cost = cost + respelt as u32;
    let verdict = match cost {
        0 if edits.iter().any(Edit::is_left_out) => Verdict::Shortened,
        0 => Verdict::Exact,
        _ => Verdict::Nearly,
    };
    let found = Comparison {
        verdict,
        quotation: quotation.to_owned(),
        span: Span {
            start: region.start + inside.start,
            end: region.start + inside.end,
            ..region
        },
        edits,
    };
    Ok(Some((cost, found)))
}

/// The words of a quotation and of a text, with what a hyphen parts in one of them only, and what is
/// a number of both, put together.
fn words_of_both(quotation: &str, text: &str, language: Language) -> (Vec<Word>, Vec<Word>) {
    let mut wanted = parse_words(quotation, language);
    wanted.truncate(MAX_WORDS);
    let there = parse_words(text, language);
    let wanted = join_hyphenated(wanted, &there);
    let there = join_hyphenated(there, &wanted);

    let asked = collect_numbers(quotation, language);
    let numbers = if asked.is_empty() {
        Vec::new()
    } else {
        collect_numbers(text, language)
    };
    let wanted = join_numbers(wanted, &asked, &numbers);
    let there = join_numbers(there, &numbers, &asked);
    (wanted, there)
}

/// A pair as an edit; `offset` is where the text of `there` begins in its document.
fn to_edit(pair: &Pair, wanted: &[Word], there: &[Word], offset: usize) -> Edit {
    let text = |word: usize| offset + there[word].range.start..offset + there[word].range.end;
    let quotation = |word: usize| wanted[word].range.clone();
    match *pair {
        Pair::Same(other, word) => Edit::Same(text(other), quotation(word)),
        Pair::TextOnly(other) => Edit::TextOnly(text(other)),
        Pair::LeftOut(other) => Edit::LeftOut(text(other)),
        Pair::QuotationOnly(word) => Edit::QuotationOnly(quotation(word)),
        Pair::Elsewhere(word) => Edit::Elsewhere(quotation(word)),
    }
}

/// A word of both as a number that is written otherwise, if it is in figures in one of them only.
fn mark_respelt(edit: Edit, quotation: &str, text: &str, offset: usize) -> Edit {
    let Edit::Same(there, quoted) = edit else {
        return edit;
    };
    let has_figures = |word: Option<&str>| word.is_some_and(|word| word.contains(char::is_numeric));
    let in_text = has_figures(text.get(there.start - offset..there.end - offset));

    if in_text == has_figures(quotation.get(quoted.clone())) {
        Edit::Same(there, quoted)
    } else {
        Edit::Respelt(there, quoted)
    }
}

/// The comparison with its verdict, and whether it is one: much of the quotation must stand there,
/// or a whole run of its words.
fn judge_comparison(mut found: Comparison) -> (Comparison, bool) {
    let is_there = |edit: &Edit| edit.is_same() || edit.is_left_out();
    if found.verdict != Verdict::Nearly || found.edits.iter().all(is_there) {
        return (found, true);
    }
    let (nearly, run) = if is_of_letters(&found.quotation) {
        (NEARLY_LETTERS, RUN_OF_LETTERS)
    } else {
        (NEARLY_WORDS, RUN)
    };
    let quoted = |edit: &&Edit| !matches!(edit, Edit::TextOnly(_) | Edit::LeftOut(_));
    let words = found.edits.iter().filter(quoted).count();
    let is_nearly = words >= nearly && share_of_agreement(&found.edits) >= NEARLY;
    if is_nearly || (words + 1 == nearly && lacks_little(&found.edits)) {
        return (found, true);
    }

    let runs = found.edits.chunk_by(|a, b| a.is_same() == b.is_same());
    let longest = runs.filter(|run| run[0].is_same()).map(<[Edit]>::len).max();
    found.verdict = Verdict::Partly;
    (found, longest.is_some_and(|longest| longest >= run))
}

/// Whether all of a quotation stands there, with hardly anything between: a "not" may make the
/// difference.
fn lacks_little(edits: &[Edit]) -> bool {
    let lacking = edits
        .iter()
        .filter(|edit| matches!(edit, Edit::TextOnly(_)));
    let is_of_text = |edit: &Edit| edit.is_same() || matches!(edit, Edit::TextOnly(_));
    edits.iter().all(is_of_text) && lacking.count() <= LITTLE
}

/// Whether most of a quotation is in a script without spaces.
fn is_of_letters(quotation: &str) -> bool {
    let letters = quotation.chars().filter(|c| is_unspaced(*c)).count();
    letters * 2 > quotation.chars().count()
}

/// How many words of the text at the edges are more than those that they are replaced by: a number
/// in words is one word.
fn count_surplus_words(edits: &[Edit]) -> usize {
    let more = |edge: &[Edit]| {
        let is_text = |edit: &&Edit| matches!(edit, Edit::TextOnly(_));
        let text = edge.iter().filter(is_text).count();
        let other = edge.len() - text;
        let counted = text.min(WIDEST_GAP);
        if other > 0 {
            counted.saturating_sub(other)
        } else {
            0
        }
    };

    let first = edits.iter().position(Edit::is_same);
    let last = edits.iter().rposition(Edit::is_same);
    let ends = first.zip(last);
    ends.map_or(0, |(first, last)| {
        more(&edits[..first]) + more(&edits[last + 1..])
    })
}

/// The share of the words that agree.
fn share_of_agreement(edits: &[Edit]) -> f32 {
    let is_gap = |edit: &Edit| matches!(edit, Edit::TextOnly(_));
    let count = |kind: fn(&Edit) -> bool| edits.iter().filter(|edit| kind(edit)).count();
    let same = count(|edit| edit.is_same() || matches!(edit, Edit::Elsewhere(_)));
    let added = count(|edit| matches!(edit, Edit::QuotationOnly(_)));

    // What was left out between two parts is one difference, however long it is.
    let gaps = edits.chunk_by(|a, b| is_gap(a) == is_gap(b));
    let gaps = gaps.filter(|run| is_gap(&run[0]));
    let lacking = gaps.map(|gap| gap.len().min(WIDEST_GAP)).sum::<usize>();
    let lacking = lacking.saturating_sub(count_surplus_words(edits));
    same as f32 / (same + lacking.max(added)).max(1) as f32
}

#[cfg(test)]
mod tests;
