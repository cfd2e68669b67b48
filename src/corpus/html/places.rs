//! Where a page of a book is divided: what may begin a section of it, and what a table of contents
//! makes of that.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::{Element, Node};

use super::left_out::is_left_out;
use super::{NodeRef, element};
use crate::corpus::manuscript::one_line;

/// Where a section may begin.
#[derive(Debug)]
pub struct Stop {
    pub node: NodeId,
    pub kind: StopKind,
    /// How many characters of text stand before it on the page; headings are not counted.
    pub before: usize,
}

/// What stands where a section may begin.
#[derive(Debug)]
pub enum StopKind {
    /// An element that can be pointed to by this name.
    Anchor(String),
    /// A heading with its level; its text is empty if it is only a picture.
    Heading {
        level: u8,
        text: String,
        /// What is said of the pictures in it.
        pictures: String,
        /// Whether it has several lines: a number and a title.
        is_group: bool,
    },
}

/// What becomes of the places of a page, by their elements.
#[derive(Debug, Default)]
pub struct Plan {
    /// Sections without a heading of their own: those that begin with the page, and those before an
    /// element.
    pub first: Vec<(u8, String)>,
    pub before: HashMap<NodeId, Vec<(u8, String)>>,
    /// Headings that are not simply what they are.
    pub headings: HashMap<NodeId, Heading>,
}

/// What becomes of a heading.
#[derive(Debug)]
pub enum Heading {
    /// It begins a section of this level, under its own title unless there is another.
    Begins(u8, Option<String>),
    /// It is a further line of the heading before it.
    GoesOn,
}

/// The places of a page in reading order, and how many characters its text has.
pub fn collect_stops(root: NodeRef) -> (Vec<Stop>, usize) {
    let mut finder = Finder {
        stops: Vec::new(),
        before: 0,
        hidden: None,
        heading: None,
    };

    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => finder.text(text),
                Node::Element(element) => finder.open(node, element),
                _ => {}
            },
            Edge::Close(node) => finder.close(node.id()),
        }
    }

    (finder.stops, finder.before)
}

struct Finder {
    stops: Vec<Stop>,
    /// Characters of text so far.
    before: usize,
    /// The outermost element that is left out; it can be pointed to nevertheless.
    hidden: Option<NodeId>,
    /// The open heading; its stop is the last.
    heading: Option<NodeId>,
}

impl Finder {
    fn text(&mut self, text: &str) {
        if self.hidden.or(self.heading).is_none() {
            self.before += text.chars().filter(|c| !c.is_whitespace()).count();
        }
    }

    fn open(&mut self, node: NodeRef, element: &Element) {
        let name = element.attr("name").filter(|_| element.name() == "a");
        for name in element.id().into_iter().chain(name) {
            self.anchor(self.heading.or(self.hidden).unwrap_or(node.id()), name);
        }

        if self.hidden.or(self.heading).is_some() {
            return;
        }
        if is_left_out(node, element, true) {
            self.hidden = Some(node.id());
        } else if let Some(level) = element::heading_or_group_level(node, element, true) {
            self.heading = Some(node.id());
            let kind = heading_stop(node, level);
            self.stop(self.stops.len(), node.id(), kind);
        }
    }

    fn anchor(&mut self, node: NodeId, name: &str) {
        // What points into a heading points to it, so it comes before.
        let at = self.stops.len() - usize::from(self.heading.is_some());
        self.stop(at, node, StopKind::Anchor(name.to_owned()));
    }

    fn stop(&mut self, at: usize, node: NodeId, kind: StopKind) {
        let before = self.before;
        self.stops.insert(at, Stop { node, kind, before });
    }

    fn close(&mut self, id: NodeId) {
        self.hidden.take_if(|hidden| *hidden == id);
        self.heading.take_if(|heading| *heading == id);
    }
}

fn heading_stop(node: NodeRef, level: u8) -> StopKind {
    let mut text = String::new();
    let mut pictures = String::new();
    let mut hidden = None;

    for edge in node.traverse() {
        match edge {
            Edge::Open(inner) if hidden.is_none() => match inner.value() {
                Node::Text(piece) => text += piece,
                Node::Element(element) if is_left_out(inner, element, true) => {
                    hidden = Some(inner.id());
                }
                Node::Element(element) => {
                    // Words of two lines do not run together.
                    let is_line = element.name() == "br" || element::is_block(element);
                    if is_line || element::heading_level(element).is_some() {
                        text.push(' ');
                    }
                    pictures += element.attr("alt").unwrap_or_default();
                    pictures.push(' ');
                }
                _ => {}
            },
            Edge::Close(inner) => drop(hidden.take_if(|id| *id == inner.id())),
            Edge::Open(_) => {}
        }
    }

    StopKind::Heading {
        level,
        text: one_line(&text).unwrap_or_default(),
        pictures: one_line(&pictures).unwrap_or_default(),
        is_group: node
            .value()
            .as_element()
            .is_some_and(|e| element::is_heading_group(node, e)),
    }
}
