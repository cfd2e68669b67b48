//! Numbers of lines beside a text, as records of courts, drafts and poems have them: no part of it.
//!
//! In: the letters of a page. Out: those that are left. The decision that is not obvious: a table
//! whose rows are numbered looks the same but for its words, so where each line has a number, the
//! lines must be those of prose, of which some begin in the middle of a sentence. Pages behind one
//! that has such numbers need no proof any more.

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
const EACH: usize = 10;
const SOME: usize = 3;
/// A page of more rows is none of a text.
const MOST_ROWS: usize = 1_000;
/// Words of a line of prose.
const PROSE: usize = 4;
/// One of so many lines begins in the middle of a sentence, at least.
const WITHIN: usize = 8;

/// What is known of the numbers of lines on the pages so far.
#[derive(Default)]
pub struct LineNumbers(Option<Known>);

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
    /// Takes the numbers of lines away from the letters of the next page.
    pub fn strip(&mut self, letters: &mut Vec<Letter>) {
        let rows = collect_rows(letters);
        if rows.len() > MOST_ROWS {
            return;
        }
        let columns = [Side::Left, Side::Right].map(|side| find_column(letters, &rows, side));
        let numbers = columns.into_iter().flatten();
        let mut counted = numbers.filter_map(|(side, column)| {
            let known = self.judge(letters, &rows, side, &column)?;
            Some((known, column))
        });
        let Some((known, column)) = counted.next() else {
            return;
        };

        self.0 = Some(known);
        let mut is_number = vec![false; letters.len()];
        for at in column.iter().flat_map(|number| &number.letters) {
            is_number[*at] = true;
        }
        let mut is_number = is_number.into_iter();
        letters.retain(|_| !is_number.next().unwrap_or_default());
    }

    /// What is known if a column numbers the lines of the page.
    fn judge(
        &self,
        letters: &[Letter],
        rows: &[Row],
        side: Side,
        column: &[Number],
    ) -> Option<Known> {
        let (first, last) = (column.first()?, column.last()?);
        let edge = if side == Side::Left {
            first.right
        } else {
            first.left
        };
        let known = self.0.filter(|known| {
            let begins = first.value == known.next || first.value == known.step;
            begins && known.side == side && (known.edge - edge).abs() < 2.0 * IN_LINE
        });

        let step = match column {
            [first, second, ..] => second.value.checked_sub(first.value)?,
            _ => known?.step,
        };
        let mut pairs = column.windows(2);
        let is_counted =
            step > 0 && pairs.all(|pair| pair[0].value.checked_add(step) == Some(pair[1].value));
        if !is_counted || !stands_apart(letters, rows, side, column) {
            return None;
        }

        let is_known = known.is_some_and(|known| known.step == step);
        let is_sure = || match step {
            1 => column.len() >= EACH && is_prose(letters, rows, column),
            _ => column.len() >= SOME && counts_rows(rows, step, column),
        };
        (is_known || is_sure()).then(|| Known {
            side,
            edge,
            step,
            next: last.value.saturating_add(step),
        })
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

/// Whether the lines beside the numbers are those of prose.
fn is_prose(letters: &[Letter], rows: &[Row], column: &[Number]) -> bool {
    let (mut prose, mut within) = (0, 0);
    for number in column {
        let rest = rows[number.row]
            .letters
            .iter()
            .filter(|at| !number.letters.contains(at));
        let rest: Vec<&Letter> = rest.map(|at| &letters[*at]).collect();
        let parted = rest
            .windows(2)
            .filter(|pair| gap(pair[0], pair[1]) > WORD * pair[1].size);
        prose += usize::from(parted.count() + 1 >= PROSE);
        let first = rest.first().map(|letter| letter.text.as_str());
        within += usize::from(first.is_some_and(|text| text.starts_with(char::is_lowercase)));
    }
    prose * 2 >= column.len() && within * WITHIN >= column.len()
}

/// Whether as many rows lie from number to number as they count, but for a gap or two.
fn counts_rows(rows: &[Row], step: u64, column: &[Number]) -> bool {
    let is_number_alone = |row: &usize| {
        column
            .iter()
            .any(|n| n.row == *row && rows[*row].letters.len() == n.letters.len())
    };
    let pairs = column.windows(2);
    pairs.clone().all(|pair| {
        let between = (pair[0].row + 1..=pair[1].row).filter(|row| !is_number_alone(row));
        between.count() as u64 == step
    })
}
