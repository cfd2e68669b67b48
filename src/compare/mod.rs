//! Is a quotation really in the texts: exactly, nearly, or not?
//!
//! In: somebody's quotation. Out: where it stands and how it differs. White space, the shape of quotation
//! marks and dashes and the marks of italics do not count as differences; everything else does. Likely
//! passages come from the index, and a word alignment with free ends (the quotation as a whole against any
//! part of the text) finds the place and the differences at once.

mod align;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, tokens};
use crate::answer::{Question, answer};
use crate::document::Span;
use crate::index::{Library, Scope};
use crate::reader::Effort;
use align::align;

/// A quotation is compared this far, in words; the longest messages have fewer.
const MAX_WORDS: usize = 1_000;
/// Most places that a quotation is held against.
const CANDIDATES: usize = 8;
/// So many words are compared with few places, fewer words with more.
const LONG: usize = 2_000;
/// Words that lead to a place if they follow one another there; more of them would cost more and find no
/// better.
const PHRASE: usize = 24;
/// Share of the words that must agree for a place to be called nearly the same.
const NEARLY: f32 = 0.6;
/// Fewer words than this are no quotation that could be nearly right.
const NEARLY_WORDS: usize = 4;

/// How a quotation stands in the library.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It stands there, word for word.
    Exact(Span),
    /// Something much like it stands there.
    Nearly(Span, Vec<Edit>),
    /// Nothing like it does.
    NotFound,
}

/// A step of the comparison, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Bytes of the document that the quotation has too.
    Same(Range<usize>),
    /// Bytes of the document that the quotation lacks.
    TextOnly(Range<usize>),
    /// A word that only the quotation has.
    QuotationOnly(String),
}

/// Looks for a quotation in all documents.
///
/// # Errors
/// When the index cannot be read.
pub fn compare(library: &Library, quotation: &str) -> Result<Verdict> {
    let wanted = words(quotation);
    let wanted = &wanted[..wanted.len().min(MAX_WORDS)];

    let mut best: Option<(u32, Span, Vec<Edit>)> = None;
    for region in regions(library, quotation, wanted.len())? {
        let text = library.text(region)?;
        let there = words(text);
        let Some(alignment) = align(wanted, &there) else {
            continue;
        };

        let is_better = best
            .as_ref()
            .is_none_or(|(cost, ..)| alignment.cost < *cost);
        if is_better {
            let span = Span {
                start: region.start + there[alignment.first].range.start,
                end: region.start + there[alignment.last].range.end,
                ..region
            };
            let edits = alignment.edits(wanted, &there, region.start);
            best = Some((alignment.cost, span, edits));
        }

        // Nothing can be better than no difference, and comparing is what takes time.
        if alignment.cost == 0 {
            break;
        }
    }

    Ok(match best {
        Some((0, span, _)) => Verdict::Exact(span),
        Some((_, span, edits)) if is_near(&edits, wanted.len()) => Verdict::Nearly(span, edits),
        _ => Verdict::NotFound,
    })
}

fn is_near(edits: &[Edit], words: usize) -> bool {
    let count = |kind: fn(&Edit) -> bool| edits.iter().filter(|edit| kind(edit)).count();
    let same = count(|edit| matches!(edit, Edit::Same(_)));
    let more = count(|e| matches!(e, Edit::TextOnly(_)))
        .max(count(|e| matches!(e, Edit::QuotationOnly(_))));
    words >= NEARLY_WORDS && same as f32 >= NEARLY * (same + more) as f32
}

/// Stretches of text that may hold a quotation of so many words, likeliest first.
fn regions(library: &Library, quotation: &str, words: usize) -> Result<Vec<Span>> {
    // Comparing costs the square of the length, so a long quotation is held against fewer places.
    let most = (LONG / words.max(1)).clamp(2, CANDIDATES);

    // A phrase may stand in many places, and the search below is to have its share of them.
    let all = 0..library.passage_count();
    let mut ids: Vec<u32> = Vec::new();
    for language in library.languages(&all) {
        let terms: Vec<String> = tokens(quotation, language)
            .map(|t| t.term)
            .take(PHRASE)
            .collect();
        let holding = library.postings(language).holding(&[terms], all.clone())?;
        ids.extend(holding.take(most / 2));
    }

    // A question's quotation marks ask for phrases, and one that is nearly right must be found too.
    let question = quotation.replace(['"', '“', '”', '„'], " ");
    let found = answer(
        library,
        &Question {
            text: &question,
            scope: Scope::Library,
            limit: CANDIDATES,
            effort: Effort::default(),
        },
    )?;
    ids.extend(found.passages.iter().map(|found| found.passage.id));

    // A quotation may begin before the passage that was found and go on after it.
    let reach = (words / 60 + 1) as u32;
    let mut regions = Vec::new();
    for id in ids {
        let here = library.passage(id)?;
        let own = library.document(here.span.document)?.passages.clone();
        let first = library.passage(id.saturating_sub(reach).max(own.start))?;
        let last = library.passage((id + reach).min(own.end - 1))?;

        let region = Span {
            end: last.span.end,
            ..first.span
        };
        if regions.len() < most && !regions.contains(&region) {
            regions.push(region);
        }
    }

    Ok(regions)
}

/// A word between white space.
struct Word {
    /// As it is compared: quotation marks and dashes of one shape.
    plain: String,
    /// Without capitals, accents and punctuation.
    folded: String,
    /// Where it stands in the text, in bytes.
    range: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    let word = |part: &str| {
        // Each part lies inside `text`, so the distance in memory is its position there.
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let bare = part.trim_matches(|c: char| !c.is_alphanumeric());

        Word {
            plain: part.chars().filter(is_seen).map(one_shape).collect(),
            folded: fold(bare),
            range: start..start + part.len(),
        }
    };

    text.split_whitespace().map(word).collect()
}

/// Whether a character is print: the marks of `_italics_` and soft hyphens are not.
fn is_seen(c: &char) -> bool {
    !matches!(c, '_' | '\u{ad}')
}

fn one_shape(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '′' | '`' => '\'',
        '–' | '—' | '‒' | '―' => '-',
        c => c,
    }
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

    #[test]
    fn what_stands_there_is_exact_whatever_the_shape_of_its_marks() {
        let library = library();
        let quotations = [
            (
                "Then he shut the gate and went to bed.",
                "Then he shut the gate and went to bed.",
            ),
            ("then he shut the gate", ""),
            ("shut  the\n gate", "shut the gate"),
            (
                "\"Nobody passes after nightfall - not even the king's own brother.\"",
                "“Nobody passes after nightfall – not even the king’s own brother.”",
            ),
            (
                "tracks of a wolf. The brother of the king",
                "tracks of a wolf.\n\nThe brother of the king",
            ),
            ("sneezed", "sneezed,"),
            (
                "His horse was the Grey Merlin.",
                "His horse was the _Grey Merlin_.",
            ),
        ];
        for (quotation, expected) in quotations {
            match compare(&library, quotation).unwrap() {
                Verdict::Exact(span) => {
                    assert_eq!(library.text(span).unwrap(), expected, "{quotation}")
                }
                other => assert_eq!(expected, "", "{quotation}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_nearly_stands_there_is_told_word_by_word() {
        let library = library();
        let Verdict::Nearly(span, edits) =
            compare(&library, "Then she shut the big gate and walked to bed.").unwrap()
        else {
            panic!("nearly");
        };
        assert_eq!(
            library.text(span).unwrap(),
            "Then he shut the gate and went to bed."
        );
        let text = library.full_text(0).unwrap();
        let told: Vec<String> = edits
            .iter()
            .map(|edit| match edit {
                Edit::Same(range) => text[range.clone()].to_owned(),
                Edit::TextOnly(range) => format!("+{}", &text[range.clone()]),
                Edit::QuotationOnly(word) => format!("-{word}"),
            })
            .collect();
        assert_eq!(
            told.join(" "),
            "Then +he -she shut the -big gate and +went -walked to bed."
        );
    }

    #[test]
    fn what_does_not_stand_there_is_not_found() {
        let library = library();
        for quotation in [
            "",
            "   ",
            "!?",
            "Call me Ishmael.",
            "The gate was painted green by seven dentists.",
            "king wolf dog",
        ] {
            assert_eq!(
                compare(&library, quotation).unwrap(),
                Verdict::NotFound,
                "{quotation}"
            );
        }
    }
}
