//! Notes that stand in the middle of a sentence, where the page shows them in its margin or at its
//! foot: those of LaTeXML, of Tufte's style sheets, and of books that are set from HTML.
//!
//! In: a page. Out: the same page, with such a note behind the paragraph that it stands in. The
//! decision that is not obvious: the page is changed before it is read, so that whoever reads on
//! knows one kind of note only.

use ego_tree::NodeId;
use scraper::Html;
use scraper::node::{Element, Node};

use super::{NodeRef, element};

/// Elements within a line that may hold a note, and their classes.
const INLINE: &[&str] = &["small", "span"];
const CLASSES: &[&str] = &[
    "footnote",
    "ltx_note",
    "margin-note",
    "marginnote",
    "side-note",
    "sidenote",
];
/// No page has more of them, none is nested deeper in its paragraph, and nothing follows it for
/// longer.
const MOST: usize = 10_000;
const MOST_UP: usize = 32;
const MOST_BEHIND: usize = 1_000;

/// Moves each such note behind its paragraph.
pub fn move_notes_behind(page: &mut Html) {
    let is_note = |node: &NodeRef| node.value().as_element().is_some_and(is_note);
    let notes = page
        .tree
        .nodes()
        .filter(is_note)
        .filter(|note| !is_only_mark(*note));
    let notes: Vec<NodeId> = notes.map(|note| note.id()).take(MOST).collect();

    // From the last to the first, so that they stand in order behind a paragraph that has several.
    for id in notes.into_iter().rev() {
        let place = page.tree.get(id).and_then(find_note_place);
        let Some(((side, block), mut note)) = place.zip(page.tree.get_mut(id)) else {
            continue;
        };
        if let Node::Element(element) = note.value() {
            element.name.local = "div".into();
        }
        note.detach();

        if let Some(mut block) = page.tree.get_mut(block) {
            match side {
                Side::Behind => block.insert_id_after(id),
                Side::Before => block.insert_id_before(id),
                Side::AtEnd => block.append_id(id),
            };
        }
    }
}

fn is_note(element: &Element) -> bool {
    INLINE.contains(&element.name()) && element.classes().any(|class| CLASSES.contains(&class))
}

/// Whether it is only the mark of a note.
fn is_only_mark(note: NodeRef) -> bool {
    element::short_text(note).is_some_and(|text| !text.contains(char::is_alphabetic))
}

/// Where a note goes, seen from another element.
enum Side {
    Behind,
    Before,
    /// As the last thing in it.
    AtEnd,
}

fn find_note_place(note: NodeRef) -> Option<(Side, NodeId)> {
    // What of the block the note is in.
    let mut inner = note;
    let mut up = note.ancestors().take(MOST_UP);
    let block = up.find(|above| {
        let is_block = above.value().as_element().is_some_and(is_block);
        if !is_block {
            inner = *above;
        }
        is_block
    })?;

    let is_paragraph = |e: &Element| e.name() == "p" || element::heading_level(e).is_some();
    if block.value().as_element().is_some_and(is_paragraph) {
        return Some((Side::Behind, block.id()));
    }
    let mut behind = inner.next_siblings().take(MOST_BEHIND);
    let next = behind.find(|next| next.value().as_element().is_some_and(is_block));
    Some(next.map_or((Side::AtEnd, block.id()), |next| (Side::Before, next.id())))
}

fn is_block(element: &Element) -> bool {
    element::is_block(element)
        || element::heading_level(element).is_some()
        || matches!(element.name(), "td" | "th")
}
