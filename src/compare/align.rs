//! Two runs of words -> the cheapest way from one to the other, by dynamic programming.
//!
//! The ends are free: the quotation as a whole is held against any part of the text, and what the
//! text has before and after that part costs nothing. Several words of the text in a row that the
//! quotation lacks are one gap, which costs little more than one word (Gotoh, "An improved
//! algorithm for matching biological sequences", 1982), and where the quotation has an ellipsis
//! nothing at all.

use super::words::Word;

/// The cheapest way to turn a part of the text into the quotation.
pub(super) struct Alignment {
    pub cost: u32,
    /// From the start of the quotation to its end.
    pub pairs: Vec<Pair>,
}

/// A word of the text and one of the quotation, by their numbers, or one of the two alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    Same(usize, usize),
    TextOnly(usize),
    QuotationOnly(usize),
    /// A word of the text where the quotation has an ellipsis.
    LeftOut(usize),
    /// A word of the quotation that stands in the text, but not here.
    Elsewhere(usize),
}

impl Pair {
    /// Whether both have the word, here.
    pub fn is_same(&self) -> bool {
        matches!(self, Pair::Same(..))
    }

    /// The word of the quotation.
    pub fn quotation_word(&self) -> Option<usize> {
        match self {
            Pair::Same(_, word) | Pair::QuotationOnly(word) | Pair::Elsewhere(word) => Some(*word),
            Pair::TextOnly(_) | Pair::LeftOut(_) => None,
        }
    }

    /// The word of the text.
    pub fn text_word(&self) -> Option<usize> {
        match self {
            Pair::Same(word, _) | Pair::TextOnly(word) | Pair::LeftOut(word) => Some(*word),
            Pair::QuotationOnly(_) | Pair::Elsewhere(_) => None,
        }
    }
}

/// From a pair of words to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Changed,
    TextOnly,
    QuotationOnly,
}

/// How a cell of the table was reached: the step to it and, if it ends a gap, whether the gap began
/// there.
#[derive(Clone, Copy)]
struct Cell {
    step: Step,
    opens: bool,
}

/// A word in the place of another, or one that only the quotation has. The former costs less, so
/// that the text's own word is seen, at the edges too. Words that say little stand everywhere, and
/// that one of them is there by chance must not draw the rest to it.
const DIFFERENT: u32 = 15;
const LACKING: u32 = 16;
const LIGHT: u32 = 10;
/// The first word of a gap, and each further one.
const GAP: u32 = 12;
const WIDER: u32 = 1;
/// Most places that are compared where a quotation may end behind an ellipsis.
const MOST_ENDS: usize = 100;
/// Further than the cheapest way can be.
const NEVER: u32 = u32::MAX / 4;

/// Finds the part of `there` that is most like `wanted`; `None` when either has no words.
pub(super) fn align_words(wanted: &[Word], there: &[Word]) -> Option<Alignment> {
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
        let lacking = LACKING - if word.light { LIGHT } else { 0 };
        let mut diagonal = costs[0];
        costs[0] += lacking;
        let mut gap = NEVER;
        let is_last = row + 1 == wanted.len();
        let (first, further) = if word.ellipsis { (0, 0) } else { (GAP, WIDER) };

        for (column, other) in there.iter().enumerate() {
            let opened = costs[column] + first;
            let widened = gap + further;
            let opens = opened <= widened;
            // What comes after the quotation is no gap.
            gap = if is_last { NEVER } else { opened.min(widened) };

            // This is done millions of times for a long message, so without an iterator.
            let (mut step, mut cost) = compare_words(word, other);
            cost += diagonal;
            let lacked = costs[column + 1] + lacking;
            if lacked < cost {
                (step, cost) = (Step::QuotationOnly, lacked);
            }
            if gap < cost {
                (step, cost) = (Step::TextOnly, gap);
            }

            diagonal = std::mem::replace(&mut costs[column + 1], cost);
            cells[row * width + column + 1] = Cell { step, opens };
        }
    }

    // The last row holds what it costs to end at each word of the text, and any of them will do,
    // but of those behind an ellipsis the nearest.
    let (first, cost) = costs.iter().enumerate().min_by_key(|(_, cost)| **cost)?;
    let has_ellipsis = wanted.iter().any(|word| word.ellipsis);
    let ends = (first..width).filter(|end| costs[*end] == *cost);
    let ways = ends.take(if has_ellipsis { MOST_ENDS } else { 1 });
    let ways = ways.filter_map(|end| trace_back(wanted, &cells, width, end, *cost));
    ways.min_by_key(Alignment::left_out)
}

impl Alignment {
    /// How many words of the text an ellipsis stands for.
    fn left_out(&self) -> usize {
        let is_left_out = |pair: &&Pair| matches!(pair, Pair::LeftOut(_));
        self.pairs.iter().filter(is_left_out).count()
    }
}

/// The step from a word to another, and what it costs.
fn compare_words(word: &Word, other: &Word) -> (Step, u32) {
    if word.is(other) {
        (Step::Same, 0)
    } else if word.light && other.light {
        (Step::Changed, DIFFERENT - LIGHT)
    } else {
        (Step::Changed, DIFFERENT)
    }
}

fn trace_back(
    wanted: &[Word],
    cells: &[Cell],
    width: usize,
    end: usize,
    cost: u32,
) -> Option<Alignment> {
    let mut row = wanted.len();
    let mut column = end;
    let mut pairs = Vec::new();
    let mut in_gap = false;

    // Backwards: of a changed word the quotation's is told last.
    while row > 0 {
        let cell = cells[(row - 1) * width + column];
        let step = if in_gap { Step::TextOnly } else { cell.step };
        in_gap = step == Step::TextOnly && !cell.opens;

        let word = row - 1;
        let other = column.checked_sub(usize::from(step != Step::QuotationOnly))?;
        match step {
            Step::Same => pairs.push(Pair::Same(other, word)),
            Step::Changed => pairs.extend([Pair::QuotationOnly(word), Pair::TextOnly(other)]),
            Step::TextOnly if wanted[word].ellipsis => pairs.push(Pair::LeftOut(other)),
            Step::TextOnly => pairs.push(Pair::TextOnly(other)),
            Step::QuotationOnly => pairs.push(Pair::QuotationOnly(word)),
        }
        row -= usize::from(step != Step::TextOnly);
        column = other;
    }

    // Without a single word of the text there is no place to show.
    pairs.reverse();
    (column < end).then_some(Alignment { cost, pairs })
}
