//! What of a page is not read: what is hidden, what stands around the text, and marks that only lead
//! elsewhere.
//!
//! In: an element. Out: whether it is left out with all inside. The decision that is not obvious:
//! what a link in the text points to is a note, however it looks.

use std::collections::HashSet;

use ego_tree::NodeId;
use scraper::node::Element;

use super::{NodeRef, asides, back_links, element, frames, reviewers};

/// How far above a link its paragraph is.
const MOST_UP: usize = 6;

/// What is left out of a page or of a file of a book.
pub struct LeftOut<'r> {
    is_book: bool,
    /// What links in the paragraphs of a page point to, and its boxes, which are read.
    targets: HashSet<&'r str>,
    boxes: HashSet<NodeId>,
}

impl<'r> LeftOut<'r> {
    /// What is left out below `root`.
    pub fn of(root: NodeRef<'r>, is_book: bool) -> LeftOut<'r> {
        let (targets, boxes) = if is_book {
            (HashSet::new(), HashSet::new())
        } else {
            (collect_targets(root), asides::collect_boxes(root))
        };
        LeftOut {
            is_book,
            targets,
            boxes,
        }
    }

    /// Whether an element is, with all inside.
    pub fn has(&self, node: NodeRef, element: &Element) -> bool {
        is_left_out(node, element, self.is_book)
            && !is_pointed_to(element, &self.targets)
            && !self.boxes.contains(&node.id())
    }
}

/// Whether nothing of an element is read. In a book, what stands beside the text is part of it, and
/// no page has a frame of its own.
pub fn is_left_out(node: NodeRef, element: &Element, is_book: bool) -> bool {
    let is_frame = || {
        let is_aside = element.name() == "aside" && !asides::is_part_of_text(node, element);
        is_aside || element::is_site_frame(node, element)
    };

    let is_hidden = if is_book {
        let is_note = element::is_note(element);
        (!is_note && element::is_hidden(element)) || element::is_note_reference(element)
    } else {
        element::is_hidden(element) || is_frame()
    };

    is_hidden
        || element::is_other_case(node, element)
        || (element::is_note_mark(node, element) && !back_links::is_label_of_cited(node))
        || back_links::is_back_link(node, element)
        || back_links::is_permalink(node, element)
        || frames::is_frame_by_class(node, element)
        || reviewers::is_by_reviewer(node, element)
}

/// The names that links in the paragraphs of a page point to.
fn collect_targets(root: NodeRef<'_>) -> HashSet<&str> {
    let in_text = |node: &NodeRef| {
        let mut above = node
            .ancestors()
            .take(MOST_UP)
            .filter_map(|n| n.value().as_element());
        above.any(|e| matches!(e.name(), "p" | "td" | "dd"))
    };

    let links = root
        .descendants()
        .filter(|node| link_target(*node).is_some());
    links.filter(in_text).filter_map(link_target).collect()
}

/// What a link points to on its own page.
fn link_target(node: NodeRef<'_>) -> Option<&str> {
    let element = node.value().as_element().filter(|e| e.name() == "a")?;
    element.attr("href")?.strip_prefix('#')
}

/// Whether a link in the text points to something beside it, which is a note then.
fn is_pointed_to(element: &Element, targets: &HashSet<&str>) -> bool {
    element.name() == "aside"
        && element.id().is_some_and(|id| targets.contains(id))
        && !element::is_hidden(element)
}
