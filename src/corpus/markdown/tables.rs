//! Tables as Pandoc draws them, with dashes over and under their columns or with a grid, as tables
//! that all dialects know.
//!
//! In: lines. Out: such a table, and how many lines it was. The decision that is not obvious: which
//! words are in a column is told by where the dashes begin, so a character of Chinese or Japanese
//! counts twice.

use std::ops::Range;

use crate::corpus::manuscript::FIRST_WIDE;

/// How many lines of a table are looked for.
const MOST_LINES: usize = 1_000;
/// How many lines the heads of the columns have at most.
const HEAD: usize = 8;

/// A row, by its cells.
type Row = Vec<String>;

/// The table that begins with these lines.
pub fn parse_table(lines: &[&str]) -> Option<(String, usize)> {
    let lines = &lines[..lines.len().min(MOST_LINES)];
    parse_grid_table(lines)
        .or_else(|| parse_multiline_table(lines))
        .or_else(|| parse_simple_table(lines))
}

/// `+---+---+`, `| a | b |`, `+===+===+`.
fn parse_grid_table(lines: &[&str]) -> Option<(String, usize)> {
    let is_edge = |line: &str| {
        let line = line.trim();
        line.starts_with('+')
            && line.ends_with('+')
            && line.len() > 2
            && line.chars().all(|c| "+-=:".contains(c))
    };
    let first = lines.first().filter(|line| is_edge(line))?;
    let is_part = |line: &&&str| line.trim_start().starts_with(['+', '|']);
    let count = lines.iter().take_while(is_part).count();
    let columns = first.matches('+').count() - 1;

    let mut rows: Vec<Row> = Vec::new();
    let mut head = 0;
    let mut is_new = true;
    for line in &lines[..count] {
        if is_edge(line) {
            head = if line.contains('=') { rows.len() } else { head };
            is_new = true;
            continue;
        }
        let line = line.trim().trim_start_matches('|').trim_end_matches('|');
        let cells: Row = line.split('|').map(|cell| cell.trim().to_owned()).collect();
        add_cells(&mut rows, cells, std::mem::take(&mut is_new));
    }
    (count > 2 && !rows.is_empty()).then(|| (to_pipe_table(&rows, head.min(1), columns), count))
}

/// A line of dashes, heads, dashes for each column, rows with blank lines between, a line of
/// dashes. The first dashes may be those of the columns.
fn parse_multiline_table(lines: &[&str]) -> Option<(String, usize)> {
    let first = parse_dashed_columns(lines.first()?)?;
    let ruler = if first.len() > 1 {
        0
    } else {
        let head = lines
            .iter()
            .take(HEAD)
            .skip(1)
            .take_while(|line| !line.trim().is_empty());
        1 + head
            .into_iter()
            .position(|line| parse_dashed_columns(line).is_some_and(|d| d.len() > 1))?
    };
    let columns = parse_dashed_columns(lines[ruler])?;
    let end = lines
        .iter()
        .skip(ruler + 1)
        .position(|line| parse_dashed_columns(line).is_some())?
        + ruler
        + 1;

    let has_gaps = lines[ruler + 1..end]
        .iter()
        .any(|line| line.trim().is_empty());
    let mut rows: Vec<Row> = Vec::new();
    let mut is_new = true;
    for line in lines.get(1..ruler).unwrap_or_default() {
        add_cells(
            &mut rows,
            split_cells(line, &columns),
            std::mem::take(&mut is_new),
        );
    }
    let head = rows.len();

    is_new = true;
    for line in &lines[ruler + 1..end] {
        if line.trim().is_empty() {
            is_new = true;
            continue;
        }
        add_cells(&mut rows, split_cells(line, &columns), is_new || !has_gaps);
        is_new = false;
    }
    (rows.len() > head).then(|| (to_pipe_table(&rows, head, columns.len()), end + 1))
}

/// Heads, dashes for each column, a row in each line.
fn parse_simple_table(lines: &[&str]) -> Option<(String, usize)> {
    let [head, ruler, ..] = lines else {
        return None;
    };
    let columns = parse_dashed_columns(ruler).filter(|columns| columns.len() > 1)?;
    if head.trim().is_empty() {
        return None;
    }

    let body = lines[2..]
        .iter()
        .take_while(|line| !line.trim().is_empty() && parse_dashed_columns(line).is_none());
    let mut rows = vec![split_cells(head, &columns)];
    rows.extend(body.map(|line| split_cells(line, &columns)));
    let count = rows.len() + 1;
    let is_closed = lines
        .get(count)
        .is_some_and(|line| parse_dashed_columns(line).is_some());
    Some((
        to_pipe_table(&rows, 1, columns.len()),
        count + usize::from(is_closed),
    ))
}

/// The columns below the dashes of a line; `None` if it has anything else.
fn parse_dashed_columns(line: &str) -> Option<Vec<Range<usize>>> {
    let line = line.trim_end();
    if line.is_empty() || !line.chars().all(|c| matches!(c, '-' | ' ')) {
        return None;
    }

    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.match_indices('-') {
        match columns.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += 1,
            None => columns.push(at..at + 1),
        }
    }
    // `- - -` is a rule.
    columns
        .iter()
        .all(|column| column.len() > 1)
        .then_some(columns)
}

/// What stands in each column of a line.
fn split_cells(line: &str, columns: &[Range<usize>]) -> Row {
    let mut cells = vec![String::new(); columns.len()];
    let mut place = 0;

    for c in line.chars() {
        let column = columns
            .iter()
            .rposition(|column| column.start <= place)
            .unwrap_or(0);
        if let Some(cell) = cells.get_mut(column) {
            cell.push(c);
        }
        place += if c >= FIRST_WIDE { 2 } else { 1 };
    }

    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// Adds the cells of a line, as a row or to those of the last one.
fn add_cells(rows: &mut Vec<Row>, cells: Row, is_new: bool) {
    let Some(last) = rows.last_mut().filter(|_| !is_new) else {
        return rows.push(cells);
    };

    for (at, cell) in cells
        .into_iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
    {
        match last.get_mut(at) {
            Some(whole) if !whole.is_empty() => whole.extend([" ", &cell]),
            Some(whole) => *whole = cell,
            None => last.push(cell),
        }
    }
}

/// A table as all dialects have it. Without a head, it is empty.
fn to_pipe_table(rows: &[Row], head: usize, columns: usize) -> String {
    let line = |row: &Row| {
        let cells = row.iter().map(|cell| cell.replace('|', "\\|"));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let empty = || vec![String::new(); columns];
    let first = if head > 0 { rows[0].clone() } else { empty() };
    let rule = format!("|{}\n", "---|".repeat(columns.max(first.len())));
    let body: String = rows[head.min(1)..].iter().map(line).collect();
    line(&first) + &rule + &body + "\n"
}
