//! Where a page of a book is divided: what may begin a section of it, and what a table of contents makes of
//! that.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Node;

use super::{NodeRef, element, is_left_out};
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
    /// Sections without a heading of their own: those that begin with the page, and those before an element.
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
pub fn stops(root: NodeRef, is_book: bool) -> (Vec<Stop>, usize) {
    let mut stops = Vec::new();
    let mut before = 0;
    // The outermost element that is left out; it can be pointed to nevertheless.
    let mut hidden = None;
    // The open heading, and where its stop is.
    let mut heading: Option<(NodeId, usize)> = None;

    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if hidden.is_none() && heading.is_none() => {
                    before += text.chars().filter(|c| !c.is_whitespace()).count();
                }
                Node::Element(element) => {
                    let place = hidden.unwrap_or(node.id());
                    let anchor = element.attr("name").filter(|_| element.name() == "a");
                    for name in element.id().into_iter().chain(anchor) {
                        let kind = StopKind::Anchor(name.to_owned());
                        // What points into a heading points to it.
                        let at = heading.as_ref().map_or(stops.len(), |(_, at)| *at);
                        let node = heading.as_ref().map_or(place, |(id, _)| *id);
                        stops.insert(at, Stop { node, kind, before });
                        heading.iter_mut().for_each(|(_, at)| *at += 1);
                    }

                    if hidden.is_none() && is_left_out(node, element, is_book) {
                        hidden = Some(node.id());
                    } else if let (None, None, Some(level)) =
                        (hidden, heading, element::heading_of(node, element))
                    {
                        heading = Some((node.id(), stops.len()));
                        let kind = heading_at(node, level, is_book);
                        stops.push(Stop {
                            node: node.id(),
                            kind,
                            before,
                        });
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                hidden.take_if(|id| *id == node.id());
                heading.take_if(|(id, _)| *id == node.id());
            }
        }
    }

    (stops, before)
}

fn heading_at(node: NodeRef, level: u8, is_book: bool) -> StopKind {
    let mut text = String::new();
    let mut pictures = String::new();
    let mut hidden = None;

    for edge in node.traverse() {
        match edge {
            Edge::Open(inner) if hidden.is_none() => match inner.value() {
                Node::Text(piece) => text += piece,
                Node::Element(element) if is_left_out(inner, element, is_book) => {
                    hidden = Some(inner.id())
                }
                Node::Element(element) => {
                    // Words of two lines do not run together.
                    if element.name() == "br"
                        || element::is_block(element)
                        || element::heading(element).is_some()
                    {
                        text.push(' ');
                    }
                    pictures.push(' ');
                    pictures += element.attr("alt").unwrap_or_default();
                }
                _ => {}
            },
            Edge::Close(inner) => drop(hidden.take_if(|id| *id == inner.id())),
            _ => {}
        }
    }

    StopKind::Heading {
        level,
        text: one_line(&text).unwrap_or_default(),
        pictures: one_line(&pictures).unwrap_or_default(),
        is_group: node
            .value()
            .as_element()
            .is_some_and(|e| e.name() == "hgroup"),
    }
}
