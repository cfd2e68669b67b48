//! Fields of a Word document: an instruction, and what it printed when it was carried out last.
//!
//! In: where fields begin and end, and their instructions. Out: whether text is printed. The
//! decision that is not obvious: tables of contents and indexes are not read, since their pages are
//! those of a printer.

use quick_xml::events::BytesStart;

use super::equations::render_instruction;
use crate::corpus::xml::{attribute, is_on, number_attribute};

/// Instructions that print a list of places in the text.
const LISTS: &[&str] = &["TOC", "INDEX", "TOA"];

/// The open fields, the innermost last.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Field>,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether its instruction is complete, and what it prints follows.
    has_result: bool,
    is_printed: bool,
    /// What a list offers to choose from, and which of it is chosen.
    offered: Vec<String>,
    chosen: usize,
    /// Whether a box is ticked, if it is one.
    is_ticked: Option<bool>,
}

impl Field {
    /// What it shows where it has printed nothing.
    fn show(&self) -> String {
        match self.is_ticked {
            Some(true) => "☒".to_owned(),
            Some(false) => "☐".to_owned(),
            None => match self.offered.get(self.chosen) {
                Some(choice) => choice.clone(),
                None => render_instruction(&self.instruction),
            },
        }
    }
}

impl Fields {
    /// A mark of a field: `begin`, `separate`, `end`. The latter prints what follows from the
    /// instruction alone.
    pub fn mark(&mut self, kind: &str) -> String {
        match kind {
            "begin" => self.open.push(Field::default()),
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.has_result = true;
                }
            }
            "end" => {
                let ended = self.open.pop().filter(|field| !field.is_printed);
                return ended.map_or_else(String::new, |field| field.show());
            }
            _ => {}
        }

        String::new()
    }

    /// What the innermost field of a form says of itself: what may be chosen and what is, or
    /// whether it is ticked.
    pub fn fill(&mut self, name: &str, tag: &BytesStart) {
        let Some(field) = self.open.last_mut().filter(|field| !field.has_result) else {
            return;
        };

        match name {
            "listEntry" => field.offered.extend(attribute(tag, "val")),
            "checkBox" => field.is_ticked = Some(false),
            "default" | "checked" if field.is_ticked.is_some() => {
                field.is_ticked = Some(is_on(tag));
            }
            "default" | "result" => field.chosen = number_attribute(tag, "val").unwrap_or(0),
            _ => {}
        }
    }

    /// The open fields print some text.
    pub fn print(&mut self) {
        for field in &mut self.open {
            field.is_printed = true;
        }
    }

    /// A piece of the instruction of the innermost field.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.instruction.push_str(text);
        }
    }

    /// Whether text that stands here is not read.
    pub fn hide(&self) -> bool {
        let hides = |field: &Field| !field.has_result || is_list(&field.instruction);
        self.open.iter().any(hides)
    }
}

/// Whether an instruction prints a list of places in the text.
pub fn is_list(instruction: &str) -> bool {
    let name = instruction.split_whitespace().next();
    name.is_some_and(|name| LISTS.iter().any(|list| name.eq_ignore_ascii_case(list)))
}
