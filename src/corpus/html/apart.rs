//! Words of neighbours within a line that stand apart though nothing is written between them:
//! labels, buttons, lines that a style makes, items of a flexible box.
//!
//! In: an element, the styles of its page and what is written before it. Out: what parts the two.
//! The decision that is not obvious: a torn word is worse than two that are glued, so what may be a
//! part of a word is never parted: pieces of one word alone, signs, and letters that are written
//! without spaces.

use super::styles::Styles;
use super::{NodeRef, element};
use crate::language::is_unspaced;

/// What parts an element from what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    Space,
    Line,
}

/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "em", "i", "label", "small", "span", "strong", "time", "u",
];
/// What a style calls a line of its own, and what sets its children apart.
const LINES: &[&str] = &["block", "list-item", "table", "flow-root"];
const BOXES: &[&str] = &["flex", "grid", "inline-flex", "inline-grid"];
/// So few letters may be an initial, which is a block, too, but what follows it goes on beside it.
const INITIAL: usize = 2;
/// What belongs to what is before it or behind it.
const CLOSERS: &[char] = &['.', ',', ';', ':', '!', '?', '%', ')', ']', '”', '’', '»'];
const OPENERS: &[char] = &['(', '[', '“', '„', '‘', '«', '-', '/', '$', '£', '€', '¥'];
/// How many nodes of an element are looked at.
const NODES: usize = 64;

/// What parts an element or a text from what is `written` before it.
pub fn find_apart(node: NodeRef, styles: &Styles, written: &str) -> Option<Apart> {
    let last = written.chars().next_back().filter(|c| !c.is_whitespace())?;
    let before = node.prev_sibling()?;
    let own = first_text(node);
    let next = own.chars().next().filter(|next| !next.is_whitespace())?;
    if is_label(node) && is_label(before) {
        return Some(Apart::Space);
    }
    let is_bound = OPENERS.contains(&last) || CLOSERS.contains(&next);
    let is_text = node.value().is_text() && before.value().is_text();
    if is_text || is_bound || !is_within_line(node) || !is_within_line(before) {
        return None;
    }

    let display = |node: NodeRef| styles.value(node, &["display"]).unwrap_or_default();
    let has_words = |node: NodeRef| first_text(node).split_whitespace().nth(1).is_some();
    // One word alone may be a piece of what goes on in small letters.
    let is_line = |node: NodeRef| {
        LINES.contains(&display(node).as_str())
            && first_text(node).chars().count() > INITIAL
            && (!next.is_lowercase() || has_words(node))
    };
    let is_line = is_line(before) || is_line(node);
    if is_line && !is_moved(before, styles) && !is_moved(node, styles) {
        return Some(Apart::Line);
    }

    let is_letter = |c: char| c.is_alphabetic() && !is_unspaced(c);
    let is_item = |node: NodeRef| node.value().is_element() && has_words(node);
    let is_in_box = || {
        let parent = node.parent().map(display);
        parent.is_some_and(|display| BOXES.contains(&display.as_str()))
    };
    (is_letter(last) && is_letter(next) && is_item(before) && is_item(node) && is_in_box())
        .then_some(Apart::Space)
}

/// Whether an element stands at a side, or anywhere.
fn is_moved(node: NodeRef, styles: &Styles) -> bool {
    let value = |name: &str| styles.value(node, &[name]).unwrap_or_default();
    !matches!(value("float").as_str(), "" | "none")
        || matches!(value("position").as_str(), "absolute" | "fixed")
}

/// Whether a node is text, or an element that stands within a line unless a style says otherwise.
fn is_within_line(node: NodeRef) -> bool {
    node.value().is_text()
        || node
            .value()
            .as_element()
            .is_some_and(|e| INLINE.contains(&e.name()))
}

fn is_label(node: NodeRef) -> bool {
    node.value().as_element().is_some_and(element::is_label)
}

/// The text with which a node begins.
fn first_text(node: NodeRef) -> String {
    let nodes = node.descendants().take(NODES);
    let texts = nodes.filter_map(|n| n.value().as_text());
    texts.map(|text| &**text).collect()
}
