//! What is raised without `<sup>`: digits that a style sheet raises, and links to notes that look
//! like a part of the word before them.
//!
//! In: a page and its styles. Out: the same page, with `<sup>` around the content of such elements,
//! so that whoever reads on knows one kind only. The decision that is not obvious: a number that is
//! a link and touches a word is the mark of a note only if it can be come back to, or leads to what
//! begins with the same number; behind a digit it always is, since nobody links half a number.

use std::collections::HashMap;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::{Element, Node};

use super::styles::Styles;
use super::{NodeRef, element};
use crate::corpus::manuscript::FIRST_WIDE;

/// Elements within a line, which may be raised.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "em", "font", "i", "ins", "small", "span", "strong", "u",
];
/// Classes of links that are marks of notes if they are a number.
const CLASSES: &[&str] = &[
    "endnote",
    "fn",
    "fnanchor",
    "footnote",
    "footnoteanchor",
    "footnotelink",
    "note",
    "notelink",
];
/// Marks that are no numbers.
const SIGNS: &[char] = &['*', '†', '‡', '§', '¶'];
/// What may stand before the mark with which a note begins.
const BRACKETS: &[char] = &['[', '(', '^', '↑', ' ', '\n', '\t', '\u{a0}'];
/// What may stand between a word and the mark of its note.
const STOPS: &[char] = &['.', ',', ';', ':', '!', '?', '…', '”', '"', '’', '»', ')'];
/// After these no number of a chapter stands.
const CLOSING: &[char] = &['”', '"', '’', '»', ')'];
/// Numbers of notes have no more digits.
const DIGITS: usize = 3;
/// Shorter words are abbreviations, and shorter numbers count chapters and verses: `Vol.`, `2:`.
const WORD: usize = 4;
/// How much of the text before a link is looked at, in characters.
const BEFORE: usize = 24;

/// Puts `<sup>` around the content of what is raised.
pub fn mark_raised(page: &mut Html, styles: &Styles) {
    let by_style = page.tree.nodes().filter(|node| {
        let element = node.value().as_element();
        element.is_some_and(|e| INLINE.contains(&e.name()) && styles.raises(*node))
    });
    let mut found: Vec<NodeId> = by_style.map(|node| node.id()).collect();
    found.extend(collect_note_links(page));
    for id in found {
        wrap_in_sup(page, id);
    }
}

fn wrap_in_sup(page: &mut Html, id: NodeId) {
    let element = page.tree.get(id).and_then(|node| node.value().as_element());
    let Some(mut name) = element.map(|element| element.name.clone()) else {
        return;
    };
    name.local = "sup".into();

    let raised = page
        .tree
        .orphan(Node::Element(Element::new(name, Vec::new())));
    let raised = raised.id();
    if let Some(mut raised) = page.tree.get_mut(raised) {
        raised.reparent_from_id_append(id);
    }
    if let Some(mut outer) = page.tree.get_mut(id) {
        outer.append_id(raised);
    }
}

/// The links that are marks of notes by where they stand and lead.
fn collect_note_links(page: &Html) -> Vec<NodeId> {
    let mut scan = Scan::default();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => scan.text(text),
                Node::Element(element) => scan.open(node, element),
                _ => {}
            },
            Edge::Close(node) => scan.close(node),
        }
    }

    let Scan {
        links, begins_with, ..
    } = scan;
    let is_mark = |link: &Link| match link.standing {
        Standing::Sure => true,
        Standing::Touches => link.returns || begins_with.get(&link.target) == Some(&link.mark),
        Standing::Counts => link.returns,
    };
    let marks = links.into_iter().filter(is_mark);
    marks.map(|link| link.id).collect()
}

/// A link that may be the mark of a note.
struct Link {
    id: NodeId,
    mark: String,
    target: String,
    /// Whether a note can lead back to it.
    returns: bool,
    standing: Standing,
}

/// How a link stands in the text before it.
#[derive(Clone, Copy)]
enum Standing {
    /// Behind a digit, or it is called a mark.
    Sure,
    /// Right behind a word, or the stop after one.
    Touches,
    /// Behind a short number and a stop, as a verse does: `2:3`.
    Counts,
}

#[derive(Default)]
struct Scan {
    links: Vec<Link>,
    /// The number or sign that the text at a name begins with.
    begins_with: HashMap<String, String>,
    /// Names that the next text begins at.
    waiting: Vec<String>,
    /// The end of the text before, in the same block.
    before: String,
    /// The link that is open, and whether it may be a mark.
    link: Option<(NodeId, bool)>,
    /// Whether the text before is that of another link.
    is_linked: bool,
    /// Whether a link that may be a mark is the last thing before.
    is_behind_mark: bool,
}

impl Scan {
    fn text(&mut self, text: &str) {
        let begin = text.trim_start_matches(BRACKETS);
        if !begin.is_empty() {
            let mark = leading_mark(begin);
            for name in self.waiting.drain(..) {
                self.begins_with.entry(name).or_insert_with(|| mark.clone());
            }
        }

        // A mark may be followed by another, after a comma perhaps.
        if self.link.is_some_and(|(_, may_be)| may_be) {
            self.is_behind_mark = true;
        } else if !(self.is_behind_mark && text == ",") {
            self.is_behind_mark = false;
            let end = text
                .char_indices()
                .rev()
                .nth(BEFORE)
                .map_or(0, |(at, _)| at);
            text[end..].clone_into(&mut self.before);
            self.is_linked = self.link.is_some();
        }
    }

    fn open(&mut self, node: NodeRef, element: &Element) {
        if element::is_block(element) || matches!(element.name(), "br" | "td" | "th" | "img") {
            self.before.clear();
        }
        let name = element.attr("name").filter(|_| element.name() == "a");
        let names = element.id().into_iter().chain(name);
        self.waiting.extend(names.map(str::to_owned));

        if element::is_inner_link(element) {
            let link = self.candidate(node, element);
            self.link = Some((node.id(), link.is_some()));
            self.links.extend(link);
        }
    }

    fn close(&mut self, node: NodeRef) {
        self.link.take_if(|(id, _)| *id == node.id());
        if node.value().as_element().is_some_and(element::is_block) {
            self.before.clear();
        }
    }

    fn candidate(&self, node: NodeRef, element: &Element) -> Option<Link> {
        let text = element::short_text(node)?;
        let is_number = text.len() <= DIGITS && text.chars().all(|c| c.is_ascii_digit());
        let is_sign = text.chars().count() == 1 && text.starts_with(SIGNS);
        if text.is_empty() || !(is_number || is_sign) || self.before.trim().is_empty() {
            return None;
        }

        let is_called = is_number && element.classes().any(is_mark_class);
        let standing = if is_called {
            Standing::Sure
        } else {
            find_standing(&self.before, self.is_linked)?
        };
        let (_, target) = element.attr("href")?.split_once('#')?;
        Some(Link {
            id: node.id(),
            mark: text,
            target: target.to_owned(),
            returns: has_name(element) || node.parent().is_some_and(names_one_link),
            standing,
        })
    }
}

/// How a link stands behind this text; `None` where it is no mark.
fn find_standing(before: &str, is_linked: bool) -> Option<Standing> {
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return (!is_linked).then_some(Standing::Sure);
    }

    let word = before.trim_end_matches(STOPS);
    let letters = word.chars().rev().take_while(|c| c.is_alphanumeric());
    let letters: Vec<char> = letters.collect();
    let is_number = letters.first().is_some_and(char::is_ascii_digit);
    // A wide letter may be a word.
    let is_quoted = before.ends_with(CLOSING) || letters.first().is_some_and(|c| *c > FIRST_WIDE);
    if letters.len() >= WORD || is_quoted {
        Some(Standing::Touches)
    } else {
        is_number.then_some(Standing::Counts)
    }
}

/// The number or sign that a text begins with.
fn leading_mark(text: &str) -> String {
    let number: String = text.chars().take_while(char::is_ascii_digit).collect();
    let sign = text.chars().next().filter(|c| SIGNS.contains(c));
    if number.is_empty() {
        sign.map(String::from).unwrap_or_default()
    } else {
        number
    }
}

fn is_mark_class(class: &str) -> bool {
    let class = class.to_ascii_lowercase().replace(['-', '_'], "");
    CLASSES.contains(&class.as_str())
}

fn has_name(element: &Element) -> bool {
    element.id().is_some() || element.attr("name").is_some()
}

/// Whether a node is named, and holds nothing but one link.
fn names_one_link(node: NodeRef) -> bool {
    let element = node.value().as_element();
    element.is_some_and(|e| e.name() == "span" && has_name(e))
        && node.children().take(2).count() == 1
}
