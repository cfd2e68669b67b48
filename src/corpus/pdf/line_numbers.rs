//! Numbers of lines beside a text, as records of courts, drafts and poems have them: no part of it.
//!
//! In: the letters of a page. Out: which of them number its lines. The decision that is not obvious:
//! a table whose rows are numbered looks the same but for its words, and years or prices stand so as
//! well. So each fifth or tenth line has a number, counted from the top; or each line of two long
//! pages has one, and these are lines of prose, whose sentences run on from line to line.

use super::glyphs::Letter;
use super::rows::is_space;

/// How far apart, in sizes of the text, a number and its line stand at least.
const GAP: f64 = 0.7;
/// Letters of one word are nearer than this, in sizes.
const WORD: f64 = 0.2;
/// A letter stands in another line if it is this much lower, in sizes.
const OTHER_LINE: f64 = 0.4;
/// How exactly numbers stand below each other, in points.
const IN_LINE: f64 = 1.5;
/// Digits of the longest number.
const DIGITS: usize = 5;
/// So many numbers, one for each line, tell; and so many with lines between them.
const EACH: usize = 20;
const SOME: usize = 3;
/// What numbers that stand beside some lines count by.
const STEPS: [u64; 2] = [5, 10];
/// So many lines above and below those that have a number each, the head and foot of the page.
const HEAD: usize = 2;
/// A page of more rows is none of a text.
const MOST_ROWS: usize = 1_000;
/// Words of a line of prose.
const PROSE: usize = 4;
/// One of so many lines begins in the middle of a sentence, at least; in one a sentence ends.
const WITHIN: usize = 8;
const SENTENCE_ENDS: [&str; 3] = [".", "?", "!"];

/// What is known of the numbers of lines on the pages so far.
#[derive(Default)]
pub struct LineNumbers {
    known: Option<Known>,
    /// What only the last page speaks for.
    likely: Option<Known>,
}

/// What of a page numbers its lines: for each of its letters, whether it does.
pub enum Numbering {
    Absent,
    /// Only if the next page proves it.
    Likely(Vec<bool>),
    Sure {
        is_number: Vec<bool>,
        /// Whether it proves what was likely on the page before.
        proves_last: bool,
    },
}

/// Where numbers stood on the last page that had some.
#[derive(Clone, Copy)]
struct Known {
    side: Side,
    edge: f64,
    step: u64,
    next: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

/// Letters that stand on one line, from left to right.
struct Row {
    letters: Vec<usize>,
    y: f64,
}

/// A number at one end of a row.
struct Number {
    row: usize,
    letters: Vec<usize>,
    value: u64,
    left: f64,
    right: f64,
}

impl LineNumbers {
    /// Finds the numbers of lines among the letters of the next page.
    pub fn find(&mut self, letters: &[Letter]) -> Numbering {
        let likely = self.likely.take();
        let rows = collect_rows(letters);
        if rows.len() > MOST_ROWS {
            return Numbering::Absent;
        }

        let columns = [Side::Left, Side::Right].map(|side| find_column(letters, &rows, side));
        let numbers = columns.into_iter().flatten();
        let mut counted = numbers.filter_map(|(side, column)| {
            let (known, is_sure) = self.judge(letters, &rows, side, &column, likely)?;
            Some((known, is_sure, column))
        });
        let Some((known, is_sure, column)) = counted.next() else {
            return Numbering::Absent;
        };

        let mut is_number = vec![false; letters.len()];
        for at in column.iter().flat_map(|number| &number.letters) {
            is_number[*at] = true;
        }
        if !is_sure {
            self.likely = Some(known);
            return Numbering::Likely(is_number);
        }

        self.known = Some(known);
        Numbering::Sure {
            is_number,
            proves_last: likely.is_some_and(|likely| known.stands_like(likely)),
        }
    }

    /// What is known if a column numbers the lines of the page, and whether that is sure.
    fn judge(
        &self,
        letters: &[Letter],
        rows: &[Row],
        side: Side,
        column: &[Number],
        likely: Option<Known>,
    ) -> Option<(Known, bool)> {
        let [first, second, .., last] = column else {
            return None;
        };
        let step = second.value.checked_sub(first.value)?;
        let mut pairs = column.windows(2);
        let is_counted = pairs.all(|pair| pair[0].value.checked_add(step) == Some(pair[1].value));
        if !is_counted || !stands_apart(letters, rows, side, column) {
            return None;
        }

        let edge = if side == Side::Left {
            first.right
        } else {
            first.left
        };
        let known = Known {
            side,
            edge,
            step,
            next: last.value.saturating_add(step),
        };
        let follows = |before: Option<Known>| {
            before.is_some_and(|before| {
                let begins = first.value == before.next || first.value == step;
                begins && known.stands_like(before)
            })
        };

        if STEPS.contains(&step) {
            let begins = first.value == step && first.row as u64 + 1 >= step;
            let fits = column.len() >= SOME && counts_rows(rows, step, column);
            return (fits && (begins || follows(self.known))).then_some((known, true));
        }
        if step != 1 || !counts_each(rows, column) {
            return None;
        }

        if follows(self.known) {
            return (column.len() >= SOME).then_some((known, true));
        }

        let is_proven = follows(likely);
        let fits = column.len() >= EACH && is_prose(letters, rows, column);
        (fits && (is_proven || first.value == 1)).then_some((known, is_proven))
    }
}

impl Known {
    fn stands_like(&self, other: Known) -> bool {
        let is_there = (other.edge - self.edge).abs() < 2.0 * IN_LINE;
        other.side == self.side && other.step == self.step && is_there
    }
}

fn collect_rows(letters: &[Letter]) -> Vec<Row> {
    let mut order: Vec<usize> = (0..letters.len())
        .filter(|at| !is_space(&letters[*at]))
        .collect();
    order.sort_by(|a, b| letters[*a].y.total_cmp(&letters[*b].y));

    let mut rows: Vec<Row> = Vec::new();
    for at in order {
        let letter = &letters[at];
        match rows
            .last_mut()
            .filter(|row| letter.y - row.y < OTHER_LINE * letter.size)
        {
            Some(row) => row.letters.push(at),
            None => rows.push(Row {
                letters: vec![at],
                y: letter.y,
            }),
        }
    }

    for row in &mut rows {
        row.letters
            .sort_by(|a, b| letters[*a].left.total_cmp(&letters[*b].left));
    }
    rows
}

/// The numbers at one end of the rows that stand below each other, if there are any.
fn find_column(letters: &[Letter], rows: &[Row], side: Side) -> Option<(Side, Vec<Number>)> {
    let numbers = (0..rows.len()).filter_map(|row| find_number(letters, rows, row, side));
    let numbers: Vec<Number> = numbers.collect();
    let edges = [
        |number: &Number| number.right,
        |number: &Number| number.left,
    ];

    let most = edges.into_iter().filter_map(|edge| {
        let mut places: Vec<f64> = numbers.iter().map(edge).collect();
        places.sort_by(f64::total_cmp);
        // The longest stretch of places that are nearly the same.
        let stretch = |from: usize| {
            let is_near = |place: &f64| *place < places[from] + IN_LINE;
            (places[from..].partition_point(is_near), places[from])
        };
        let (count, place) = (0..places.len())
            .map(stretch)
            .max_by_key(|(count, _)| *count)?;
        Some((count, place, edge))
    });
    let (_, place, edge) = most.max_by_key(|(count, ..)| *count)?;

    let is_inside = |number: &Number| (place..place + IN_LINE).contains(&edge(number));
    let column = numbers.into_iter().filter(is_inside).collect();
    Some((side, column))
}

/// The number that stands at one end of a row, parted from what else is there.
fn find_number(letters: &[Letter], rows: &[Row], row: usize, side: Side) -> Option<Number> {
    let order = &rows[row].letters;
    let mut own: Vec<usize> = match side {
        Side::Left => order.clone(),
        Side::Right => order.iter().rev().copied().collect(),
    };

    let is_digit = |at: &&usize| matches!(letters[**at].text.as_bytes(), [b'0'..=b'9']);
    let count = own.iter().take(DIGITS + 1).take_while(is_digit).count();
    let is_parted = match (own.get(count.checked_sub(1)?), own.get(count)) {
        (Some(last), Some(next)) => {
            gap(&letters[*last], &letters[*next]) > GAP * letters[*next].size
        }
        _ => true,
    };
    if count > DIGITS || !is_parted {
        return None;
    }

    own.truncate(count);
    own.sort_by(|a, b| letters[*a].left.total_cmp(&letters[*b].left));
    let digits: String = own.iter().map(|at| letters[*at].text.as_str()).collect();
    Some(Number {
        row,
        value: digits.parse().ok()?,
        left: letters[*own.first()?].left,
        right: letters[*own.last()?].right,
        letters: own,
    })
}

/// How far two letters stand apart.
fn gap(a: &Letter, b: &Letter) -> f64 {
    (b.left - a.right).max(a.left - b.right)
}

/// Whether all else on the rows from the first number to the last stands on one side of them.
fn stands_apart(letters: &[Letter], rows: &[Row], side: Side, column: &[Number]) -> bool {
    let (Some(first), Some(last)) = (column.first(), column.last()) else {
        return false;
    };
    let left = column
        .iter()
        .map(|number| number.left)
        .fold(f64::MAX, f64::min);
    let right = column
        .iter()
        .map(|number| number.right)
        .fold(f64::MIN, f64::max);
    let is_own = |at: usize| (left..right).contains(&letters[at].left);

    let mut others = rows[first.row..=last.row]
        .iter()
        .flat_map(|row| &row.letters);
    others.all(|at| {
        is_own(*at)
            || match side {
                Side::Left => letters[*at].left > right,
                Side::Right => letters[*at].right < left,
            }
    })
}

/// Whether the lines beside the numbers are those of prose: of several words, some begin in the
/// middle of a sentence, in some a sentence ends, and none begins small behind such an end.
fn is_prose(letters: &[Letter], rows: &[Row], column: &[Number]) -> bool {
    let (mut prose, mut within, mut ends, mut broken) = (0, 0, 0, 0);
    let mut was_ended = false;
    for number in column {
        let rest = rows[number.row]
            .letters
            .iter()
            .filter(|at| !number.letters.contains(at));
        let rest: Vec<&Letter> = rest.map(|at| &letters[*at]).collect();
        let Some((first, last)) = rest.first().zip(rest.last()) else {
            continue;
        };
        let is_end = |letter: &Letter| SENTENCE_ENDS.contains(&letter.text.as_str());
        let is_parted = |pair: &&[&Letter]| gap(pair[0], pair[1]) > WORD * pair[1].size;
        let parted: Vec<_> = rest.windows(2).filter(is_parted).collect();

        let begins_small = first.text.starts_with(char::is_lowercase);
        prose += usize::from(parted.len() + 1 >= PROSE);
        within += usize::from(begins_small && !was_ended);
        broken += usize::from(begins_small && was_ended);
        was_ended = is_end(last);
        ends += usize::from(was_ended || parted.iter().any(|pair| is_end(pair[0])));
    }

    let count = column.len();
    prose * 2 >= count && within.min(ends) * WITHIN >= count && broken * WITHIN < count
}

/// Whether each row has a number, but for those of the head and foot of the page.
fn counts_each(rows: &[Row], column: &[Number]) -> bool {
    let (Some(first), Some(last)) = (column.first(), column.last()) else {
        return false;
    };

    let mut pairs = column.windows(2);
    let is_each = pairs.all(|pair| pair[1].row == pair[0].row + 1);
    is_each && first.row <= HEAD && rows.len() <= last.row + 1 + HEAD
}

/// Whether as many rows lie from number to number as they count; a number alone on a row is none.
fn counts_rows(rows: &[Row], step: u64, column: &[Number]) -> bool {
    let is_number_alone = |row: &usize| {
        column
            .iter()
            .any(|n| n.row == *row && rows[*row].letters.len() == n.letters.len())
    };

    let mut pairs = column.windows(2);
    pairs.all(|pair| {
        let between = (pair[0].row + 1..=pair[1].row).filter(|row| !is_number_alone(row));
        between.count() as u64 == step
    })
}
