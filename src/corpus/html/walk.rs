//! The tree of a page -> its text. Not recursive: a page may be nested a million deep.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::{Element, Node};

use super::lists::List;
use super::{Heading, NodeRef, Plan, element, formula, frames};
use crate::corpus::manuscript::Manuscript;

/// Writes what a reader sees below `root`; of a book, divided as its `plan` says.
pub fn write(root: NodeRef, manuscript: &mut Manuscript, plan: Option<&Plan>) {
    let is_book = plan.is_some();
    let none = Plan::default();
    let plan = plan.unwrap_or(&none);

    let mut walk = Walk {
        manuscript,
        is_book,
        plan,
        sections: plan.first.clone(),
        announced: String::new(),
        lists: Vec::new(),
        preformatted: 0,
        heading: None,
        line: None,
    };

    // The outermost element that is left out, and with it everything inside.
    let mut hidden = None;
    for edge in root.traverse() {
        if let Edge::Open(node) = edge {
            let sections = plan.before.get(&node.id()).into_iter().flatten();
            walk.sections.extend(sections.cloned());
        }

        match edge {
            Edge::Open(node) if hidden.is_none() => match node.value() {
                Node::Text(text) => walk.text(text),
                Node::Element(element) if is_left_out(node, element, is_book) => {
                    hidden = Some(node.id());
                }
                Node::Element(element) => match walk.replacement(node, element) {
                    Some(written) => {
                        walk.manuscript.push(&written);
                        hidden = Some(node.id());
                    }
                    None => walk.open(node, element),
                },
                _ => {}
            },
            Edge::Close(node) if hidden == Some(node.id()) => hidden = None,
            Edge::Close(node) if hidden.is_none() => {
                if let Some(element) = node.value().as_element() {
                    walk.close(node, element);
                }
            }
            _ => {}
        }
    }

    walk.end_block();
    // What begins on a page of pictures goes on in the next.
    walk.begin_sections();
}

/// Whether nothing of an element is read. In a book, what stands beside the text is part of it, and no page
/// has a frame of its own.
pub fn is_left_out(node: NodeRef, element: &Element, is_book: bool) -> bool {
    let is_frame = || element.name() == "aside" || element::is_site_frame(node, element);
    let is_hidden = if is_book {
        let is_note = element::is_note(element);
        (!is_note && element::is_hidden(element)) || element::is_note_reference(element)
    } else {
        element::is_hidden(element) || is_frame()
    };
    is_hidden || element::is_note_mark(node, element) || frames::is_back_link(node, element)
}

struct Walk<'m> {
    manuscript: &'m mut Manuscript,
    is_book: bool,
    plan: &'m Plan,
    /// Sections that begin with the next paragraph.
    sections: Vec<(u8, String)>,
    /// The letters of the title of the section that has just begun, which the text may repeat.
    announced: String,
    /// The open lists, the innermost last.
    lists: Vec<List>,
    /// How many `pre` are open; inside them white space is kept.
    preformatted: usize,
    /// The open heading and its level; elements inside it are only text.
    heading: Option<(NodeId, u8)>,
    /// The open row of a table, if it is one line.
    line: Option<NodeId>,
}

impl Walk<'_> {
    fn text(&mut self, text: &str) {
        if self.manuscript.paragraph().is_empty() && !text.trim().is_empty() {
            self.begin_sections();
        }

        if self.preformatted > 0 {
            self.manuscript.push(&text.replace('\r', ""));
        } else {
            self.manuscript.flow(text);
        }
    }

    /// What an element is written as a whole, instead of its content.
    fn replacement(&self, node: NodeRef, element: &Element) -> Option<String> {
        let written = self.manuscript.paragraph();
        formula::replacement(node).or_else(|| {
            let after_number = written.ends_with(|c: char| c.is_ascii_digit());
            after_number.then(|| formula::raised(node, element))?
        })
    }

    fn line_break(&mut self) {
        let written = self.manuscript.paragraph().trim_end_matches('\u{a0}');
        let is_flow = self.heading.is_none() && self.line.is_none() && self.preformatted == 0;

        // Two in a row are how many pages part their paragraphs.
        if is_flow && written.ends_with('\n') {
            self.manuscript.end_block();
        } else {
            self.manuscript.line_break();
        }
    }

    fn open(&mut self, node: NodeRef, element: &Element) {
        if element.name() == "br" {
            return self.line_break();
        }
        self.open_part(node, element);

        if self.heading.is_some() || self.line.is_some() {
            // A block inside does not end the line, but neither do its words run together.
            if element::is_block(element) || element::heading(element).is_some() {
                self.manuscript.space();
            }
            return;
        }

        if let Some(level) = element::heading_of(node, element, self.is_book) {
            self.manuscript.end_block();
            self.begin_sections();
            self.heading = Some((node.id(), level));
            return;
        }

        match element.name() {
            "ol" => self.lists.push(List::numbered(node, element)),
            "ul" | "menu" => self.lists.push(List::Bullets),
            "pre" => self.preformatted += 1,
            "tr" if element::is_one_line(node) => self.line = Some(node.id()),
            _ => {}
        }

        match element.name() {
            "li" => self.item(element),
            _ if element::is_block(element) => self.manuscript.begin_block(),
            _ => {}
        }
    }

    /// Begins a part of a formula.
    fn open_part(&mut self, node: NodeRef, element: &Element) {
        // One and a half is not eleven halves.
        let written = self.manuscript.paragraph();
        if formula::is_fraction(element) && written.ends_with(|c: char| c.is_ascii_digit()) {
            self.manuscript.space();
        }
        self.manuscript.push(&formula::around(node, element).0);
    }

    fn item(&mut self, element: &Element) {
        self.manuscript.end_block();
        self.begin_sections();
        let list = self.lists.last_mut();
        let mark = list.unwrap_or(&mut List::Bullets).mark(element);
        self.manuscript.begin_item(&mark);
    }

    fn end_heading(&mut self, id: NodeId, level: u8) {
        match self.plan.headings.get(&id) {
            None => self.manuscript.end_heading(level),
            Some(Heading::Begins(level, None)) => self.manuscript.end_heading(*level),
            Some(Heading::Begins(level, Some(title))) => {
                self.manuscript.end_heading_as(*level, title.clone());
            }
            Some(Heading::GoesOn) => self.manuscript.end_line_of_heading(),
        }
    }

    /// Begins the sections that wait for a paragraph.
    fn begin_sections(&mut self) {
        for (level, title) in self.sections.drain(..) {
            self.manuscript.begin_section(level, &title);
            self.announced = letters(&title);
        }
    }

    /// Ends a block. One that only repeats the title of its section, or a part of it, is its heading.
    fn end_block(&mut self) {
        let written = match self.announced.as_str() {
            "" => String::new(),
            _ => letters(self.manuscript.paragraph()),
        };
        if written.is_empty() {
            return self.manuscript.end_block();
        }

        if let Some(rest) = self.announced.strip_prefix(&written) {
            self.announced = rest.to_owned();
            self.manuscript.end_line_of_heading();
        } else {
            self.announced.clear();
            self.manuscript.end_block();
        }
    }

    fn close(&mut self, node: NodeRef, element: &Element) {
        self.manuscript.push(&formula::around(node, element).1);

        if let Some((_, level)) = self.heading.take_if(|(id, _)| *id == node.id()) {
            return self.end_heading(node.id(), level);
        }
        self.line.take_if(|id| *id == node.id());

        match element.name() {
            // `open` counted nothing inside a line, so nothing is taken back.
            _ if self.heading.is_some() || self.line.is_some() => {
                if matches!(element.name(), "td" | "th") {
                    self.manuscript.space();
                }
                return;
            }
            "ol" | "ul" | "menu" => drop(self.lists.pop()),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "td" | "th" => self.end_block(),
            _ => {}
        }

        if element::is_block(element) {
            self.end_block();
        }
    }
}

/// The letters and digits of a text, to compare it by.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
