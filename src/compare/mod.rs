//! Is a quotation really in the texts: word for word, nearly, or not?
//!
//! In: somebody's message. Out: the quotation in it, where that stands and how it differs. What people change
//! when they copy is no difference: capitals, white space, the shape of quotation marks and dashes, marks of
//! emphasis; an ellipsis stands for any words. Likely passages come from the index, and a word alignment with
//! free ends (the quotation as a whole against any part of the text) finds the place and the differences at
//! once.

mod align;
mod reading;
mod regions;
mod words;

use std::ops::Range;

use anyhow::Result;

use crate::document::Span;
use crate::index::Library;
use align::align;
use reading::readings;
use regions::regions;
use words::{with_punctuation, words_of};

/// A quotation is compared this far, in words; the longest messages have fewer.
const MAX_WORDS: usize = 1_000;
/// Share of the words that must agree for a place to be called nearly the same.
const NEARLY: f32 = 0.6;
/// So many words count at most where the quotation lacks several in a row.
const WIDEST_GAP: usize = 3;
/// Fewer words than this are no quotation that could be nearly right.
const NEARLY_WORDS: usize = 4;

/// How a quotation stands in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Word for word.
    Exact,
    /// Word for word but for what it says itself that it leaves out.
    Shortened,
    /// Something much like it.
    Nearly,
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
    /// A word that the quotation lacks: its bytes in the document.
    TextOnly(Range<usize>),
    /// A word that only the quotation has: its bytes there.
    QuotationOnly(Range<usize>),
    /// A word that stands where the quotation has an ellipsis: its bytes in the document.
    LeftOut(Range<usize>),
}

impl Comparison {
    /// In how many places the two differ.
    pub fn places(&self) -> usize {
        let differs = |edit: &Edit| matches!(edit, Edit::TextOnly(_) | Edit::QuotationOnly(_));
        let runs = self.edits.chunk_by(|a, b| differs(a) == differs(b));
        runs.filter(|run| run.first().is_some_and(differs)).count()
    }
}

/// Looks for the quotation of a message in all documents; `None` when nothing like it stands there.
///
/// # Errors
/// When the index cannot be read.
pub fn compare(library: &Library, message: &str) -> Result<Option<Comparison>> {
    let mut best: Option<(f32, Comparison)> = None;

    for quotation in readings(message) {
        let Some(found) = compared(library, &quotation)? else {
            continue;
        };
        let weight = weight(&found);
        if best.as_ref().is_none_or(|(best, _)| weight > *best) {
            best = Some((weight, found));
        }
    }

    Ok(best.map(|(_, found)| found))
}

/// How much a comparison tells: the words that agree count, and more if nothing else does. A part of a message
/// that stands there word for word is the quotation, but not if it is only the end of one.
pub fn weight(found: &Comparison) -> f32 {
    const NEAR: f32 = 0.8;
    let same = |edit: &&Edit| matches!(edit, Edit::Same(..));
    let count = found.edits.iter().filter(same).count() as f32;
    match found.verdict {
        Verdict::Nearly => count * agreement(&found.edits) * NEAR,
        _ => count,
    }
}

/// Looks for a quotation as it is.
fn compared(library: &Library, quotation: &str) -> Result<Option<Comparison>> {
    let mut best: Option<(u32, Comparison)> = None;

    for region in regions(library, quotation)? {
        let language = library.document(region.document)?.language;
        let wanted = words_of(quotation, language);
        let wanted = &wanted[..wanted.len().min(MAX_WORDS)];
        let text = library.text(region)?;
        let there = words_of(text, language);
        let Some(alignment) = align(wanted, &there) else {
            continue;
        };

        if best.as_ref().is_none_or(|(cost, _)| alignment.cost < *cost) {
            let first = &there[alignment.first].range;
            let last = &there[alignment.last].range;
            let inside = with_punctuation(text, first.start..last.end);
            let edits = alignment.edits(wanted, &there, region.start);
            let comparison = Comparison {
                verdict: verdict(alignment.cost, &edits),
                quotation: quotation.to_owned(),
                span: Span {
                    start: region.start + inside.start,
                    end: region.start + inside.end,
                    ..region
                },
                edits,
            };
            best = Some((alignment.cost, comparison));
        }

        // Nothing can be better than no difference, and comparing is what takes time.
        if alignment.cost == 0 {
            break;
        }
    }

    let is_near = |found: &Comparison| found.verdict != Verdict::Nearly || is_near(&found.edits);
    Ok(best.map(|(_, found)| found).filter(is_near))
}

fn verdict(cost: u32, edits: &[Edit]) -> Verdict {
    let is_left_out = |edit: &Edit| matches!(edit, Edit::LeftOut(_));
    match cost {
        0 if edits.iter().any(is_left_out) => Verdict::Shortened,
        0 => Verdict::Exact,
        _ => Verdict::Nearly,
    }
}

fn is_near(edits: &[Edit]) -> bool {
    let is_quoted = |edit: &&Edit| matches!(edit, Edit::Same(..) | Edit::QuotationOnly(_));
    let words = edits.iter().filter(is_quoted).count();
    words >= NEARLY_WORDS && agreement(edits) >= NEARLY
}

/// The share of the words that agree.
fn agreement(edits: &[Edit]) -> f32 {
    let is_gap = |edit: &Edit| matches!(edit, Edit::TextOnly(_));
    let count = |kind: fn(&Edit) -> bool| edits.iter().filter(|edit| kind(edit)).count();
    let same = count(|edit| matches!(edit, Edit::Same(..)));
    let added = count(|edit| matches!(edit, Edit::QuotationOnly(_)));

    // What was left out between two parts is one difference, however long it is.
    let gaps = edits.chunk_by(|a, b| is_gap(a) == is_gap(b));
    let gaps = gaps.filter(|run| is_gap(&run[0]));
    let lacking = gaps.map(|gap| gap.len().min(WIDEST_GAP)).sum::<usize>();
    same as f32 / (same + lacking.max(added)).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Silent, open};

    const TEXT: &str = "\
The Gate

The old gate-keeper said: “Nobody passes after nightfall – not even the king’s own brother.” Then he shut the gate \
and went to bed. In the morning there was snow, and on the snow there were the tracks of a wolf.

The brother of the king had slept in the ditch. He sneezed, and the gate-keeper's dog barked at him.

His horse was the _Grey Merlin_.
";

    fn library() -> Library {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("gate.txt"), TEXT).unwrap();
        open(&corpus, &dir.path().join("index"), &Silent).unwrap()
    }

    fn found(library: &Library, message: &str) -> Comparison {
        let found = compare(library, message).unwrap();
        found.unwrap_or_else(|| panic!("not found: {message}"))
    }

    #[test]
    fn what_stands_there_is_exact_however_it_was_copied() {
        let library = library();
        for (message, expected) in [
            (
                "Then he shut the gate and went to bed.",
                "Then he shut the gate and went to bed.",
            ),
            ("THEN HE SHUT THE GATE", "Then he shut the gate"),
            ("then he shut the gate", "Then he shut the gate"),
            ("> shut  the\n> gate", "shut the gate"),
            (
                "\"Nobody passes after nightfall - not even the king's own brother.\"",
                "“Nobody passes after nightfall – not even the king’s own brother.”",
            ),
            (
                "Nobody passes after nightfall -- not even the king's own brother — a gate-keeper",
                "“Nobody passes after nightfall – not even the king’s own brother.”",
            ),
            (
                "tracks of a wolf. The brother of the king",
                "tracks of a wolf.\n\nThe brother of the king",
            ),
            ("sneezed", "sneezed,"),
            (
                "is it true that “the gate-keeper's dog barked at him”? I like it",
                "the gate-keeper's dog barked at him.",
            ),
            (
                "His horse was the Grey Merlin.",
                "His horse was the _Grey Merlin_.",
            ),
        ] {
            let found = found(&library, message);
            let text = library.text(found.span).unwrap();
            assert_eq!(
                (found.verdict, text),
                (Verdict::Exact, expected),
                "{message}"
            );
        }
    }

    /// The steps as words: those that only the text has with +, only the quotation -, left out ~.
    fn told(library: &Library, found: &Comparison) -> String {
        let text = library.full_text(0).unwrap();
        let told = found.edits.iter().map(|edit| match edit {
            Edit::Same(range, _) => text[range.clone()].to_owned(),
            Edit::TextOnly(range) => format!("+{}", &text[range.clone()]),
            Edit::QuotationOnly(range) => format!("-{}", &found.quotation[range.clone()]),
            Edit::LeftOut(range) => format!("~{}", &text[range.clone()]),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_nearly_stands_there_is_told_word_by_word() {
        let library = library();
        for (message, expected, places) in [
            (
                "Then she shut the big gate and walked to bed.",
                "Then +he -she shut the -big gate and +went -walked to bed",
                3,
            ),
            // All words stand there, and others between them.
            (
                "In the morning there were the tracks of a wolf.",
                "In the morning +there +was +snow +and +on +the +snow there were the tracks of a wolf",
                1,
            ),
            // The text's own word is seen at the edge, too.
            (
                "The brother of the king had slept in the dyke",
                "The brother of the king had slept in the +ditch -dyke",
                1,
            ),
        ] {
            let found = found(&library, message);
            assert_eq!(told(&library, &found), expected, "{message}");
            assert_eq!((found.verdict, found.places()), (Verdict::Nearly, places));
        }
    }

    #[test]
    fn what_an_ellipsis_leaves_out_is_no_difference_but_told() {
        let library = library();
        for dots in ["...", "…", " […] ", " (...) "] {
            let message = format!("Nobody passes after nightfall{dots}the king's own brother");
            let found = found(&library, &message);
            let expected = "Nobody passes after nightfall ~not ~even the king’s own brother";
            assert_eq!(told(&library, &found), expected, "{message}");
            assert_eq!(found.verdict, Verdict::Shortened);
        }
        let turned = "the king's own brother … Nobody passes after nightfall";
        let turned = compare(&library, turned).unwrap();
        assert!(turned.is_none_or(|found| found.verdict == Verdict::Nearly));
    }

    #[test]
    fn what_does_not_stand_there_is_not_found() {
        let library = library();
        for quotation in [
            "",
            "   ",
            "!?",
            "…",
            "Call me Ishmael.",
            "The gate was painted green by seven dentists.",
            "king wolf dog",
        ] {
            assert_eq!(compare(&library, quotation).unwrap(), None, "{quotation}");
        }
    }
}
