//! Document -> passages: what is indexed, ranked and shown.
//!
//! A passage is a run of whole sentences of one section, about 60 to 120 words. Passages follow one
//! another in reading order and leave out only headings and white space, so "read on" is the next
//! passage. The decision that is not obvious: a section is first given a *number* of passages and
//! then cut near equal shares, preferably between paragraphs, so that no chapter ends in a crumb.

use std::ops::Range;

use crate::document::{Block, Document};
use crate::language::{Language, is_unspaced};
use crate::sentence::{Sentence, sentences};

/// Words a passage should have; sections are cut into the number of passages that comes nearest.
const TARGET_WORDS: usize = 70;
/// How many words off the equal share a cut may be moved to fall between paragraphs. Large, because
/// an answer seldom runs over the edge of a paragraph: with 90 words and a pull of 18 the right
/// passage came first for 64 of 100 questions about children's stories, with these for 69.
const PARAGRAPH_PULL: usize = 60;

/// A run of sentences of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Index into [`Document::sections`].
    pub section: usize,
    /// In the order of the text; never empty.
    pub sentences: Vec<Sentence>,
}

impl Passage {
    /// Bytes of the canonical text from the first sentence to the last.
    pub fn range(&self) -> Range<usize> {
        match (self.sentences.first(), self.sentences.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }
}

/// The passages of a document in reading order.
pub fn passages(document: &Document, language: Language) -> Vec<Passage> {
    // A title or a table of contents between two paragraphs is no block, and no passage spans it.
    let adjoin = |a: &Block, b: &Block| document.text[a.range.end..b.range.start].trim().is_empty();

    document
        .blocks
        .chunk_by(|a, b| a.section == b.section && adjoin(a, b))
        .flat_map(|blocks| section_passages(&document.text, blocks, language))
        .collect()
}

/// A sentence with what deciding where to cut needs.
struct Unit {
    sentence: Sentence,
    words: usize,
    opens_paragraph: bool,
}

fn section_passages(text: &str, blocks: &[Block], language: Language) -> Vec<Passage> {
    let Some(first) = blocks.first() else {
        return Vec::new();
    };

    let mut units = split_units(text, blocks, language);
    let words: Vec<usize> = units.iter().map(|u| u.words).collect();
    let openings: Vec<bool> = units.iter().map(|u| u.opens_paragraph).collect();

    // From the last passage to the first, so that taking one out leaves the others in place.
    let mut passages: Vec<Passage> = choose_cuts(&words, &openings)
        .into_iter()
        .rev()
        .map(|start| Passage {
            section: first.section,
            sentences: units.drain(start..).map(|u| u.sentence).collect(),
        })
        .collect();
    passages.reverse();
    passages
}

fn split_units(text: &str, blocks: &[Block], language: Language) -> Vec<Unit> {
    blocks
        .iter()
        .flat_map(|block| {
            sentences(text, block.range.clone(), language)
                .into_iter()
                .enumerate()
                .map(|(i, sentence)| Unit {
                    words: count_words(&text[sentence.range.clone()]),
                    sentence,
                    opens_paragraph: i == 0,
                })
        })
        .collect()
}

/// Words of a sentence. Where no spaces stand between words, two letters count as one; anything
/// else without spaces counts as if words had ten letters, so that it is cut too.
fn count_words(sentence: &str) -> usize {
    if sentence.is_ascii() {
        return sentence.split_whitespace().count().max(sentence.len() / 10);
    }
    let (letters, unspaced) = sentence.chars().fold((0, 0), |(all, unspaced), letter| {
        (all + 1, unspaced + usize::from(is_unspaced(letter)))
    });
    (sentence.split_whitespace().count() + unspaced / 2).max(letters / 10)
}

/// Indices of the units that open a passage; the first is always 0 unless there are no units.
fn choose_cuts(words: &[usize], openings: &[bool]) -> Vec<usize> {
    if words.is_empty() {
        return Vec::new();
    }

    let total: usize = words.iter().sum();
    let count = ((total + TARGET_WORDS / 2) / TARGET_WORDS).clamp(1, words.len());
    let before: Vec<usize> = words
        .iter()
        .scan(0, |sum, w| {
            let at = *sum;
            *sum += w;
            Some(at)
        })
        .collect();

    let mut cuts = vec![0];
    for k in 1..count {
        let ideal = total * k / count;

        // Two ideals can prefer the same edge where a sentence is very long: then one cut is
        // enough.
        if let Some(at) = choose_cut_near(&before, openings, ideal)
            && at > cuts[cuts.len() - 1]
        {
            cuts.push(at);
        }
    }

    cuts
}

/// The unit before which a cut near `ideal` words costs least. It is looked for from there
/// outwards, and only as far as one may still cost less: a text may have a million of them.
fn choose_cut_near(before: &[usize], openings: &[bool], ideal: usize) -> Option<usize> {
    let off = |at: usize| before[at].abs_diff(ideal);
    let cost = |at: usize| off(at) + if openings[at] { 0 } else { PARAGRAPH_PULL };

    let mut best: Option<(usize, usize)> = None;
    let mut look = |edges: &mut dyn Iterator<Item = usize>| {
        for at in edges {
            if best.is_some_and(|(least, _)| off(at) > least) {
                break;
            }
            best = best.into_iter().chain([(cost(at), at)]).min();
        }
    };

    let middle = before.partition_point(|at| *at < ideal).max(1);
    look(&mut (1..middle).rev());
    look(&mut (middle..before.len()));
    best.map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_cut_near_equal_shares_at_paragraphs() {
        assert_eq!(choose_cuts(&[], &[]), Vec::<usize>::new());
        assert_eq!(choose_cuts(&[500], &[true]), vec![0]);

        let one_paragraph = [true, false, false, false, false, false, false, false, false];
        assert_eq!(choose_cuts(&[15; 9], &one_paragraph), vec![0, 4]);

        // A paragraph edge within reach of the middle is preferred to it, one out of reach is not.
        assert_eq!(
            choose_cuts(
                &[15; 9],
                &[true, false, false, false, false, true, false, false, false]
            ),
            vec![0, 5]
        );
        assert_eq!(
            choose_cuts(
                &[15; 9],
                &[true, false, false, false, false, false, false, false, true]
            ),
            vec![0, 8]
        );

        assert_eq!(
            choose_cuts(&[30; 5], &[true, false, false, false, false]),
            vec![0, 2]
        );
        assert_eq!(
            choose_cuts(&[10, 10, 600, 10, 10], &[true; 5]),
            vec![0, 2, 3]
        );
    }

    #[test]
    fn a_section_of_a_million_sentences_is_cut_in_no_time_to_speak_of() {
        let began = std::time::Instant::now();
        let count = 1_000_000;
        let cuts = choose_cuts(&vec![7; count], &vec![false; count]);
        assert_eq!(cuts.len(), count * 7 / TARGET_WORDS);
        // Half a minute where each cut is looked for everywhere, in the fastest of builds.
        assert!(began.elapsed() < std::time::Duration::from_secs(10));
    }

    #[test]
    fn the_edge_of_least_cost_is_found_wherever_it_is() {
        let mut seed = 1_u64;
        let mut below = |end: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % end
        };

        for _ in 0..500 {
            let count = below(40) as usize + 1;
            let mut sum = 0;
            let long = below(90) + 1;
            let before: Vec<usize> = (0..count)
                .map(|_| {
                    sum += below(long) as usize;
                    sum
                })
                .collect();
            let openings: Vec<bool> = (0..count).map(|_| below(5) == 0).collect();

            for ideal in [0, sum / 3, sum / 2, sum] {
                let cost = |at: &usize| {
                    before[*at].abs_diff(ideal) + if openings[*at] { 0 } else { PARAGRAPH_PULL }
                };
                let expected = (1..count).min_by_key(cost);
                assert_eq!(
                    choose_cut_near(&before, &openings, ideal),
                    expected,
                    "{before:?} {ideal}"
                );
            }
        }
    }
}
