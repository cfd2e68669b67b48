//! Is a quotation really in the texts: exactly, nearly, or not?
//!
//! In: somebody's quotation. Out: where it stands and how it differs. White space, the shape of
//! quotation marks and dashes do not count as differences; everything else does. Likely passages come
//! from the index, and a word alignment with free ends (the quotation as a whole against any part of
//! the text) finds the place and the differences at once.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, tokens};
use crate::answer::{Question, answer};
use crate::document::Span;
use crate::index::{Library, Scope};

/// A quotation is compared this far, in words; the longest messages have fewer.
const MAX_WORDS: usize = 1_000;
/// Passages looked at.
const CANDIDATES: usize = 8;
/// So many words are compared with few places, fewer words with more.
const LONG: usize = 2_000;
/// Words that lead to a place if they stand there one behind the other; more of them would cost more and
/// find no better.
const PHRASE: usize = 24;
/// Share of the words that must agree for a place to be called nearly the same.
const NEARLY: f32 = 0.6;
/// Fewer words than this are no quotation that could be nearly right.
const NEARLY_WORDS: usize = 4;

/// How a quotation stands in the library.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It stands there.
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
        let nothing_better = alignment.cost == 0;
        if best
            .as_ref()
            .is_none_or(|(cost, ..)| alignment.cost < *cost)
        {
            let span = Span {
                start: region.start + there[alignment.first].range.start,
                end: region.start + there[alignment.last].range.end,
                ..region
            };
            best = Some((
                alignment.cost,
                span,
                alignment.edits(wanted, &there, region.start),
            ));
        }
        if nothing_better {
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
    let all = 0..library.passage_count();
    let mut ids: Vec<u32> = Vec::new();
    for language in library.languages(&all) {
        let terms: Vec<String> = tokens(quotation, language)
            .map(|t| t.term)
            .take(PHRASE)
            .collect();
        ids.extend(
            library
                .postings(language)
                .holding(&[terms], all.clone())?
                .take(most / 2),
        );
    }
    // A question's quotation marks ask for phrases, and one that is nearly right must be found too.
    let question = quotation.replace(['"', '“', '”', '„'], " ");
    let found = answer(
        library,
        &Question {
            text: &question,
            scope: Scope::Library,
            limit: CANDIDATES,
        },
    )?;
    ids.extend(found.passages.iter().map(|found| found.passage.id));
    let reach = (words / 60 + 1) as u32;
    let mut regions = Vec::new();
    for id in ids {
        let here = library.passage(id)?;
        let all = library.document(here.span.document)?.passages.clone();
        let first = library.passage(id.saturating_sub(reach).max(all.start))?;
        let last = library.passage((id + reach).min(all.end - 1))?;
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
    /// Bytes of its text.
    range: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    let word = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
        Word {
            plain: part.chars().map(one_shape).collect(),
            folded: fold(bare),
            range: start..start + part.len(),
        }
    };
    text.split_whitespace().map(word).collect()
}

fn one_shape(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '′' | '`' => '\'',
        '–' | '—' | '‒' | '―' => '-',
        c => c,
    }
}

/// The cheapest way to turn a part of the text into the quotation.
struct Alignment {
    cost: u32,
    /// First and last word of the text that take part.
    first: usize,
    last: usize,
    /// From the end of the quotation to its start.
    steps: Vec<Step>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Changed,
    TextOnly,
    QuotationOnly,
}

const DIFFERENT: u32 = 4;
const LACKING: u32 = 2;
const NEARLY_SAME: u32 = 1;

fn align(wanted: &[Word], there: &[Word]) -> Option<Alignment> {
    if wanted.is_empty() || there.is_empty() {
        return None;
    }
    let width = there.len() + 1;
    let mut costs = vec![0u32; width]; // the quotation may begin anywhere
    let mut steps = vec![Step::TextOnly; width * wanted.len()];
    for (row, word) in wanted.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] += LACKING;
        steps[row * width] = Step::QuotationOnly;
        for (column, other) in there.iter().enumerate() {
            let (step, cost) = compared(word, other, row + 1 == wanted.len() || row == 0);
            let ways = [
                (diagonal + cost, step),
                (costs[column + 1] + LACKING, Step::QuotationOnly),
                (costs[column] + LACKING, Step::TextOnly),
            ];
            let (cost, step) = ways.into_iter().min_by_key(|(cost, _)| *cost)?;
            diagonal = std::mem::replace(&mut costs[column + 1], cost);
            steps[row * width + column + 1] = step;
        }
    }
    let (end, cost) = costs.iter().enumerate().min_by_key(|(_, cost)| **cost)?;
    trace(&steps, width, wanted.len(), end, *cost)
}

/// The step from a word to another, and what it costs. At the ends of a quotation the punctuation
/// around it counts as the quoter's own.
fn compared(word: &Word, other: &Word, at_end: bool) -> (Step, u32) {
    let bare = |word: &Word| {
        word.plain
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned()
    };
    if word.plain == other.plain || at_end && !word.folded.is_empty() && bare(word) == bare(other) {
        (Step::Same, 0)
    } else if word.folded == other.folded && !word.folded.is_empty() {
        (Step::Changed, NEARLY_SAME)
    } else {
        (Step::Changed, DIFFERENT)
    }
}

fn trace(all: &[Step], width: usize, rows: usize, end: usize, cost: u32) -> Option<Alignment> {
    let (mut row, mut column) = (rows, end);
    let mut steps = Vec::new();
    while row > 0 {
        let step = all[(row - 1) * width + column];
        steps.push(step);
        row -= usize::from(step != Step::TextOnly);
        column -= usize::from(step != Step::QuotationOnly);
    }
    (column < end).then(|| Alignment {
        cost,
        first: column,
        last: end - 1,
        steps,
    })
}

impl Alignment {
    fn edits(&self, wanted: &[Word], there: &[Word], offset: usize) -> Vec<Edit> {
        let (mut word, mut other) = (wanted.iter(), there[self.first..].iter());
        let mut edits = Vec::new();
        let bytes = |word: &Word| offset + word.range.start..offset + word.range.end;
        for step in self.steps.iter().rev() {
            if *step != Step::QuotationOnly
                && let Some(other) = other.next()
            {
                let same = *step == Step::Same;
                edits.push(if same {
                    Edit::Same(bytes(other))
                } else {
                    Edit::TextOnly(bytes(other))
                });
            }
            if *step != Step::TextOnly
                && let Some(word) = word.next()
                && *step != Step::Same
            {
                edits.push(Edit::QuotationOnly(word.plain.clone()));
            }
        }
        edits
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
