//! Which rows of a table say what stands in its columns: those that are repeated on each page, or
//! the first, where the style of the table shows it differently.

use quick_xml::events::BytesStart;

use super::super::styles::Styles;
use super::Scribe;
use crate::corpus::manuscript::Row;
use crate::corpus::xml::{attribute, is_on};

/// The bit of a table's look that says of its first row that it looks different.
const FIRST_ROW: u32 = 0x20;

/// What is known of the rows of an open table.
#[derive(Debug, Default)]
pub struct Table {
    /// Whether its style has a look for the first row, and the table has it.
    has_style: bool,
    has_look: bool,
    /// Whether the open row is marked as head.
    is_marked: bool,
    /// What the last row was.
    last: Option<Row>,
    begun: bool,
}

impl Table {
    /// Reads what is said of a table or a row.
    pub fn property(&mut self, name: &str, tag: &BytesStart, styles: &Styles) {
        match name {
            "tblHeader" => self.is_marked = is_on(tag),
            "tblStyle" => {
                self.has_style = attribute(tag, "val").is_some_and(|it| styles.marks_head(&it));
            }
            _ => self.has_look = shows_first_row(tag),
        }
    }

    /// What the row is that ends; `None` in a table without a head.
    pub fn next_row(&mut self) -> Option<Row> {
        let is_first = !std::mem::replace(&mut self.begun, true);
        let is_marked = std::mem::take(&mut self.is_marked);
        let is_above = is_first || self.last == Some(Row::Head);
        let is_head = is_marked && is_above || is_first && self.has_style && self.has_look;

        self.last = match is_head {
            true => Some(Row::Head),
            false => self.last.map(|_| Row::Body),
        };
        self.last
    }
}

/// Whether the look of a table has its first row look different; old files say it in one number.
fn shows_first_row(tag: &BytesStart) -> bool {
    match attribute(tag, "firstRow") {
        Some(on) => on == "1" || on == "true" || on == "on",
        None => attribute(tag, "val")
            .and_then(|bits| u32::from_str_radix(&bits, 16).ok())
            .is_some_and(|bits| bits & FIRST_ROW != 0),
    }
}

impl Scribe<'_> {
    pub fn begin_table(&mut self) {
        self.tables += 1;
        if self.tables == 1 {
            self.table = Table::default();
        }
    }
}
