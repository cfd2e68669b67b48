//! Two runs of words -> the cheapest way from one to the other, by dynamic programming.
//!
//! The ends are free: the quotation as a whole is held against any part of the text, and what the text
//! has before and after that part costs nothing. Several words of the text in a row that the quotation
//! lacks are one gap, which costs little more than one word (Gotoh, "An improved algorithm for matching
//! biological sequences", 1982), and where the quotation has an ellipsis nothing at all.

use super::Edit;
use super::words::Word;

/// The cheapest way to turn a part of the text into the quotation.
pub(super) struct Alignment {
    pub cost: u32,
    /// First and last word of the text that take part.
    pub first: usize,
    pub last: usize,
    /// From the start of the quotation to its end.
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

/// How a cell of the table was reached: the step to it and, if it ends a gap, whether the gap began there.
#[derive(Clone, Copy)]
struct Cell {
    step: Step,
    opens: bool,
}

/// A word in the place of another, or one that only the quotation has. The former costs less, so that the
/// text's own word is seen, at the edges too.
const DIFFERENT: u32 = 15;
const LACKING: u32 = 16;
/// The first word of a gap, and each further one.
const GAP: u32 = 12;
const WIDER: u32 = 1;
/// Further than the cheapest way can be.
const NEVER: u32 = u32::MAX / 4;

/// Finds the part of `there` that is most like `wanted`; `None` when either has no words.
pub(super) fn align(wanted: &[Word], there: &[Word]) -> Option<Alignment> {
    if wanted.is_empty() || there.is_empty() {
        return None;
    }

    // One row of costs is enough to go on; the cells of all rows are kept to find the way back.
    let width = there.len() + 1;
    let mut costs = vec![0u32; width]; // the quotation may begin anywhere
    let start = Cell {
        step: Step::QuotationOnly,
        opens: true,
    };
    let mut cells = vec![start; width * wanted.len()];

    for (row, word) in wanted.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] += LACKING;
        let mut gap = NEVER;
        let is_last = row + 1 == wanted.len();
        let (first, further) = if word.ellipsis { (0, 0) } else { (GAP, WIDER) };

        for (column, other) in there.iter().enumerate() {
            let (opened, widened) = (costs[column] + first, gap + further);
            let opens = opened <= widened;
            // What comes after the quotation is no gap.
            gap = if is_last { NEVER } else { opened.min(widened) };

            let (step, cost) = compared(word, other);
            let ways = [
                (diagonal + cost, step),
                (costs[column + 1] + LACKING, Step::QuotationOnly),
                (gap, Step::TextOnly),
            ];
            let (cost, step) = ways.into_iter().min_by_key(|(cost, _)| *cost)?;

            diagonal = std::mem::replace(&mut costs[column + 1], cost);
            cells[row * width + column + 1] = Cell { step, opens };
        }
    }

    // The last row holds what it costs to end at each word of the text, and any of them will do.
    let (end, cost) = costs.iter().enumerate().min_by_key(|(_, cost)| **cost)?;
    trace(&cells, width, wanted.len(), end, *cost)
}

/// The step from a word to another, and what it costs.
fn compared(word: &Word, other: &Word) -> (Step, u32) {
    if word.folded == other.folded {
        (Step::Same, 0)
    } else {
        (Step::Changed, DIFFERENT)
    }
}

fn trace(cells: &[Cell], width: usize, rows: usize, end: usize, cost: u32) -> Option<Alignment> {
    let mut row = rows;
    let mut column = end;
    let mut steps = Vec::new();
    let mut in_gap = false;

    while row > 0 {
        let cell = cells[(row - 1) * width + column];
        let step = if in_gap { Step::TextOnly } else { cell.step };
        steps.push(step);
        in_gap = step == Step::TextOnly && !cell.opens;
        row -= usize::from(step != Step::TextOnly);
        column = column.checked_sub(usize::from(step != Step::QuotationOnly))?;
    }

    // Without a single word of the text there is no place to show.
    steps.reverse();
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
        let mut words = wanted.iter();
        let mut others = there[self.first..].iter();
        let mut after_ellipsis = false;

        // A changed word is on both sides: as the text has it first, then as the quotation does.
        let mut edits = Vec::new();
        for step in &self.steps {
            let other = others.next_if(*step != Step::QuotationOnly);
            let word = words.next_if(*step != Step::TextOnly);
            let bytes = other.map(|o| offset + o.range.start..offset + o.range.end);

            match (step, bytes, word) {
                (Step::Same, Some(text), Some(word)) => {
                    edits.push(Edit::Same(text, word.range.clone()));
                }
                (Step::TextOnly, Some(text), _) if after_ellipsis => {
                    edits.push(Edit::LeftOut(text));
                }
                (_, text, word) => {
                    edits.extend(text.map(Edit::TextOnly));
                    edits.extend(word.map(|word| Edit::QuotationOnly(word.range.clone())));
                }
            }
            after_ellipsis = word.map_or(after_ellipsis, |word| word.ellipsis);
        }
        edits
    }
}

/// The next item, if it is wanted.
trait NextIf: Iterator + Sized {
    fn next_if(&mut self, wanted: bool) -> Option<Self::Item> {
        if wanted { self.next() } else { None }
    }
}

impl<I: Iterator> NextIf for I {}
