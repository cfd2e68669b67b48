//! What publishers, wikis and converters put around and between the words of a page, as tables: by the
//! classes, the ids and the roles of elements. In: an element. Out: whether it is such a frame.
//!
//! The decision that is not obvious: an arrow back from a note is told by what it shows, too, since every
//! converter names it otherwise.

use scraper::node::Element;

use super::{NodeRef, element};

/// Classes of what is no text: page numbers, licences, "[edit]", "[citation needed]", boxes of links.
const CLASSES: &[&str] = &[
    // books
    "pagenum",
    "pageno",
    "pg-boilerplate",
    "pgheader",
    "pgfooter",
    // notes
    "footnote-back",
    "footnote-backref",
    "footnote-definition-label",
    "reversefootnote",
    // MediaWiki
    "ambox",
    "catlinks",
    "Inline-Template",
    "mw-cite-backlink",
    "mw-editsection",
    "mw-indicators",
    "mw-jump-link",
    "navbox",
    "navbox-styles",
    "noprint",
    "printfooter",
    "sistersitebox",
    "Template-Fact",
    "toc",
    "vertical-navbox",
    // other wikis
    "docInfo",
    "page-header__actions",
    "page-header__categories",
    "page-footer__categories",
    "secedit",
];

/// Ids of the same.
const IDS: &[&str] = &[
    "catlinks",
    "contentSub",
    "jump-to-nav",
    "mw-head",
    "mw-navigation",
    "mw-panel",
    "pg-footer",
    "pg-header",
    "pg-machine-header",
    "siteNotice",
    "siteSub",
    "toc",
];

/// Roles and kinds (`epub:type`) of what is not read on.
const ROLES: &[&str] = &[
    "navigation",
    "search",
    "doc-toc",
    "doc-pagebreak",
    "pagebreak",
    "noteref",
    "doc-noteref",
    "backlink",
    "doc-backlink",
];

/// What a link back from a note shows.
const BACK: &[char] = &[
    '↩', '↑', '↵', '⏎', '⤴', '↲', '⇑', '⬆', '^', '\u{fe0e}', '\u{fe0f}',
];

/// Whether an element is a frame by what it is called.
pub fn is_named(element: &Element) -> bool {
    let role = element.attr("role").unwrap_or_default();
    let kind = element.attr("epub:type").unwrap_or_default();
    let mut roles = role.split_whitespace().chain(kind.split_whitespace());

    element.classes().any(|class| CLASSES.contains(&class))
        || element.id().is_some_and(|id| IDS.contains(&id))
        || roles.any(|role| ROLES.contains(&role))
}

/// Whether an element is the link from a note back to its mark in the text.
pub fn is_back_link(node: NodeRef, element: &Element) -> bool {
    element::is_inner_link(element)
        && element::short_text(node).is_some_and(|text| {
            let text = text.trim_matches(['[', ']', '(', ')']);
            !text.is_empty() && text.chars().all(|c| BACK.contains(&c))
        })
}
