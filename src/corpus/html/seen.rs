//! A page as it is seen: in another order than it is written, and with what is kept only from programs that read aloud.
//!
//! In: a page. Out: the same page, with the foot of a table behind its rows, and without the mark of being hidden on
//! words that are shown. The decision that is not obvious: `aria-hidden` hides nothing from the eye, but only words
//! within a line are surely shown; boxes with it wait until a script opens them.

use std::collections::HashSet;

use ego_tree::NodeId;
use scraper::Html;
use scraper::node::{Element, Node};

use super::{NodeRef, element, is_tag};
use crate::corpus::outline::comparable_letters;

/// Elements within a line.
const INLINE: &[&str] = &["b", "em", "i", "p", "small", "span", "strong"];
/// Pieces of the classes of signs that are drawn from words, and of formulas that stand there twice.
const SIGNS: &[&str] = &[
    "emoji", "fa-", "glyph", "icon", "katex", "material", "mathjax", "mjx", "symbol",
];
/// Longest text of a neighbour that may say the same, and how far above a sign is looked for.
const SAME: usize = 200;
const MOST_UP: usize = 8;

/// Changes a page to what is seen of it.
pub fn settle_page(page: &mut Html) {
    let feet: Vec<NodeId> = collect_ids(page, |node| is_tag(&node, "tfoot"));
    for id in feet {
        let table = page.tree.get(id).and_then(|foot| foot.parent());
        let table = table.filter(|parent| is_tag(parent, "table"));
        if let Some(table) = table.map(|table| table.id())
            && let Some(mut table) = page.tree.get_mut(table)
        {
            table.append_id(id);
        }
    }

    let shown: HashSet<NodeId> = collect_ids(page, is_shown_word).into_iter().collect();
    for id in shown {
        if let Some(mut node) = page.tree.get_mut(id)
            && let Node::Element(element) = node.value()
        {
            element
                .attrs
                .retain(|(name, _)| &*name.local != "aria-hidden");
        }
    }
}

fn collect_ids(page: &Html, is_wanted: impl Fn(NodeRef) -> bool) -> Vec<NodeId> {
    let nodes = page.tree.nodes().filter(|node| is_wanted(*node));
    nodes.map(|node| node.id()).collect()
}

/// Whether words are hidden from programs that read aloud, and from nobody else.
fn is_shown_word(node: NodeRef) -> bool {
    let is_hidden = |e: &Element| e.attr("aria-hidden") == Some("true");
    let Some(element) = node.value().as_element().filter(|e| is_hidden(e)) else {
        return false;
    };

    let is_sign = |e: &Element| {
        let class = e.attr("class").unwrap_or_default().to_lowercase();
        SIGNS.iter().any(|sign| class.contains(sign))
    };
    let around = || {
        node.ancestors()
            .take(MOST_UP)
            .filter_map(|n| n.value().as_element())
    };
    INLINE.contains(&element.name())
        && !is_sign(element)
        && !around().any(|e| is_sign(e) || is_hidden(e))
        && is_said_once(node)
}

/// Whether an element has letters that no neighbour shows, too.
fn is_said_once(node: NodeRef) -> bool {
    let letters =
        |node: NodeRef| element::text_within(node, SAME).map(|text| comparable_letters(&text));
    let Some(own) = letters(node).filter(|own| own.chars().any(char::is_alphabetic)) else {
        return false;
    };

    let is_read = |node: &NodeRef| !node.value().as_element().is_some_and(element::is_hidden);
    let mut beside = node
        .prev_siblings()
        .take(2)
        .chain(node.next_siblings().take(2))
        .filter(is_read);
    !beside.any(|other| letters(other).is_some_and(|other| other == own))
}
