//! Words of neighbours within a line that stand apart though nothing is written between them: labels, buttons, the
//! items of a flexible box, a caption and the name of who took its picture.
//!
//! In: an element, the styles of its page and what is written before it. Out: what parts the two. The decision that is
//! not obvious: without a style only a capital behind a small letter tells, and only in captions and between links,
//! since elsewhere a part of a word may be set in other type.

use super::styles::Styles;
use super::{NodeRef, element};

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
/// What a style calls a line of its own, a thing of its own within a line, and what sets its children apart.
const LINES: &[&str] = &["block", "list-item", "table", "flow-root"];
const THINGS: &[&str] = &["inline-block", "inline-flex", "inline-grid", "table-cell"];
const BOXES: &[&str] = &["flex", "grid", "inline-flex", "inline-grid"];
/// What belongs to the word behind it.
const OPENERS: [char; 9] = ['(', '[', '“', '„', '‘', '«', '"', '-', '/'];
/// What belongs to the word before it.
const MARKS: [char; 10] = ['.', ',', ';', ':', '!', '?', ')', ']', '”', '’'];
/// So few letters may be the first of a name, `McDonald`.
const SYLLABLE: usize = 2;
/// How many nodes are looked at for the next letter, and how far above a caption is looked for.
const NODES: usize = 64;
const MOST_UP: usize = 3;

/// What parts an element or a text from what is `written` before it.
pub fn find_apart(node: NodeRef, styles: &Styles, written: &str) -> Option<Apart> {
    if !written.ends_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let before = node.prev_sibling()?;
    let next = first_letter(node).filter(|next| !next.is_whitespace())?;
    if is_label(node) && is_label(before) {
        return Some(Apart::Space);
    }
    let is_text = node.value().is_text() && before.value().is_text();
    if is_text || !is_within_line(node) || !is_within_line(before) {
        return None;
    }

    let display = |node: NodeRef| styles.value(node, &["display"]).unwrap_or_default();
    let shown = [display(before), display(node)];
    // A large initial is a block, too, but what follows it goes on beside it.
    let floats = |node: NodeRef| {
        let side = styles.value(node, &["float"]);
        side.is_some_and(|side| side != "none")
    };
    let is_any = |names: &[&str]| shown.iter().any(|own| names.contains(&own.as_str()));
    if is_any(LINES) && !floats(before) && !floats(node) {
        return Some(Apart::Line);
    }

    // Letters that are things of their own make a word that moves when a page opens.
    let is_letter = |node: NodeRef| element::text_within(node, 1).is_some();
    if is_letter(before) || is_letter(node) {
        return None;
    }
    let are_things = shown.iter().all(|own| THINGS.contains(&own.as_str()));
    let is_in_box = || {
        let parent = node.parent().map(display);
        parent.is_some_and(|display| BOXES.contains(&display.as_str()))
    };
    let meets = || {
        let letters = written.chars().rev().take_while(|c| c.is_alphabetic());
        // `Mc` is no word.
        let is_whole = !(1..=SYLLABLE).contains(&letters.count());
        let ends_word = |c: char| !c.is_uppercase() && !OPENERS.contains(&c);
        let are_links = is_link(node) && is_link(before) && written.ends_with(char::is_lowercase);
        next.is_uppercase()
            && (are_links || (is_whole && is_in_caption(node) && written.ends_with(ends_word)))
    };
    let begins_word = !MARKS.contains(&next);
    (begins_word && (are_things || is_in_box() || meets())).then_some(Apart::Space)
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

fn is_link(node: NodeRef) -> bool {
    let element = node.value().as_element();
    element.is_some_and(|e| e.name() == "a" && e.attr("href").is_some())
}

fn is_in_caption(node: NodeRef) -> bool {
    let mut above = node.ancestors().take(MOST_UP);
    above.any(|above| {
        let element = above.value().as_element();
        element.is_some_and(|e| matches!(e.name(), "figcaption" | "caption"))
    })
}

fn first_letter(node: NodeRef) -> Option<char> {
    let mut texts = node
        .descendants()
        .take(NODES)
        .filter_map(|n| n.value().as_text());
    texts.find_map(|text| text.chars().next())
}
