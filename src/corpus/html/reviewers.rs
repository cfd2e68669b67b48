//! What reviewers of a document wrote and struck out, as word processors save it in a page: no part
//! of the text.
//!
//! In: an element. Out: whether it is such a thing. The decision that is not obvious: words that
//! are only struck through are shown and so are read, unless it is said who deleted them, or what
//! stands beside them instead.

use scraper::node::{Element, Node};

use super::NodeRef;

/// Classes of Word's comments and of their marks, in small letters.
const CLASSES: &[&str] = &[
    "msocomanchor",
    "msocomhide",
    "msocommentreference",
    "msocommentsubject",
    "msocommenttext",
    "msocomoff",
    "msocomtxt",
];
/// What Word says in a style of its comments, and of the marks of them.
const STYLES: &[&str] = &["mso-element:comment", "mso-special-character:comment"];
/// The name of a comment in Google Docs, and of its mark.
const COMMENT: &str = "cmnt";
const MARK: &str = "cmnt_ref";
/// How many nodes of a block are looked at for the name of a comment.
const MOST_NODES: usize = 12;

/// Whether an element is a comment, the mark of one, or was deleted.
pub fn is_by_reviewer(node: NodeRef, element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default();
    let is_called = |class: &str| CLASSES.contains(&class.to_ascii_lowercase().as_str());

    element.classes().any(is_called)
        || has_reviewer_style(style)
        || match element.name() {
            "a" => is_named_link(element, MARK, COMMENT),
            "del" => is_deleted(node, element),
            "p" | "div" | "li" => is_comment(node),
            _ => false,
        }
}

fn has_reviewer_style(style: &str) -> bool {
    let style = style.replace(' ', "").to_ascii_lowercase();
    let mut said = style.split(';');
    said.any(|said| STYLES.iter().any(|known| said.starts_with(known)))
}

/// Whether a link has a name of this kind, and leads to one of the other.
fn is_named_link(link: &Element, own: &str, other: &str) -> bool {
    let is_of = |name: &str, kind: &str| {
        let number = name.strip_prefix(kind).unwrap_or_default();
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
    };
    let target = link.attr("href").and_then(|href| href.strip_prefix('#'));
    link.id().is_some_and(|id| is_of(id, own)) && target.is_some_and(|target| is_of(target, other))
}

/// Whether a block begins with the link from a comment to its mark.
fn is_comment(node: NodeRef) -> bool {
    let inside = node.descendants().skip(1).take(MOST_NODES);
    for inner in inside {
        match inner.value() {
            Node::Text(text) if !text.trim().is_empty() => return false,
            Node::Element(element) if element.name() == "a" => {
                return is_named_link(element, COMMENT, MARK);
            }
            _ => {}
        }
    }

    false
}

fn is_deleted(node: NodeRef, element: &Element) -> bool {
    let is_said = ["cite", "datetime"]
        .iter()
        .any(|name| element.attr(name).is_some());
    let is_blank = |node: &NodeRef| node.value().as_text().is_some_and(|t| t.trim().is_empty());
    let is_instead = |node: Option<NodeRef>| {
        node.and_then(|node| node.value().as_element())
            .is_some_and(|element| element.name() == "ins")
    };

    is_said
        || is_instead(node.next_siblings().find(|next| !is_blank(next)))
        || is_instead(node.prev_siblings().find(|before| !is_blank(before)))
        || is_instead(node.parent())
}
