//! Two runs of words -> the cheapest way from one to the other, by dynamic programming.
//!
//! The ends are free: the quotation as a whole is held against any part of the text, and what the text
//! has before and after that part costs nothing.

use super::{Edit, Word};

/// The cheapest way to turn a part of the text into the quotation.
pub(super) struct Alignment {
    pub cost: u32,
    /// First and last word of the text that take part.
    pub first: usize,
    pub last: usize,
    /// From the end of the quotation to its start.
    steps: Vec<Step>,
}

/// From a pair of words to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Changed,
    TextOnly,
    QuotationOnly,
}

/// A word in the place of another: as much as to leave one out and add the other.
const DIFFERENT: u32 = 4;
/// A word that only one side has.
const LACKING: u32 = 2;
/// A word with other capitals, accents or punctuation.
const NEARLY_SAME: u32 = 1;

/// Finds the part of `there` that is most like `wanted`; `None` when either has no words.
pub(super) fn align(wanted: &[Word], there: &[Word]) -> Option<Alignment> {
    if wanted.is_empty() || there.is_empty() {
        return None;
    }

    // One row of costs is enough to go on; the steps of all rows are kept to find the way back.
    let width = there.len() + 1;
    let mut costs = vec![0u32; width]; // the quotation may begin anywhere
    let mut steps = vec![Step::TextOnly; width * wanted.len()];

    for (row, word) in wanted.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] += LACKING;
        steps[row * width] = Step::QuotationOnly;

        for (column, other) in there.iter().enumerate() {
            let (step, cost) = compared(word, other, row + 1 == wanted.len() || row == 0);
            // The first of equal ways is taken, so that words stay in pairs where they can.
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

    // The last row holds what it costs to end at each word of the text, and any of them will do.
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
    let mut row = rows;
    let mut column = end;
    let mut steps = Vec::new();

    while row > 0 {
        let step = all[(row - 1) * width + column];
        steps.push(step);
        row -= usize::from(step != Step::TextOnly);
        column -= usize::from(step != Step::QuotationOnly);
    }

    // Without a single word of the text there is no place to show.
    (column < end).then(|| Alignment {
        cost,
        first: column,
        last: end - 1,
        steps,
    })
}

impl Alignment {
    /// The steps as edits, in reading order; `offset` is where the text of `there` begins in its document.
    pub fn edits(&self, wanted: &[Word], there: &[Word], offset: usize) -> Vec<Edit> {
        let mut word = wanted.iter();
        let mut other = there[self.first..].iter();
        let bytes = |word: &Word| offset + word.range.start..offset + word.range.end;

        // A changed word is on both sides: as the text has it first, then as the quotation does.
        let mut edits = Vec::new();
        for step in self.steps.iter().rev() {
            if *step != Step::QuotationOnly
                && let Some(other) = other.next()
            {
                edits.push(if *step == Step::Same {
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
