//! Which rows of a table say what stands in its columns.

use super::NodeRef;

/// Nodes before a row that are looked at: no more rows than a few are a head.
const MOST_BEFORE: usize = 8;

/// Whether a row is the head of its table, or a line of it: it is marked as that, or has only cells
/// that are headings, as all rows before it. A single cell names no column but the whole.
pub fn is_head(row: NodeRef) -> bool {
    let is_first = row.prev_siblings().nth(MOST_BEFORE).is_none();
    if !is_first || count_cells(row) < 2 {
        return false;
    }

    let is_marked = row.parent().is_some_and(|it| is_named(it, "thead"));
    let mut before = row.prev_siblings().filter(|it| is_named(*it, "tr"));
    is_marked || has_only_headings(row) && before.all(has_only_headings)
}

fn has_only_headings(row: NodeRef) -> bool {
    !row.children().any(|cell| is_named(cell, "td"))
}

fn count_cells(row: NodeRef) -> usize {
    let cells = row.children();
    let cells = cells.filter(|cell| is_named(*cell, "th") || is_named(*cell, "td"));
    cells.take(2).count()
}

fn is_named(node: NodeRef, name: &str) -> bool {
    node.value()
        .as_element()
        .is_some_and(|it| it.name() == name)
}
