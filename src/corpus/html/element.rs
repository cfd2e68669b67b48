//! What an element is to a reader: a heading, a paragraph, or nothing that is read.

use scraper::node::Element;

use super::{NodeRef, frames};

/// Longest mark of a footnote, in characters: `[123]`.
const MARK_CHARS: usize = 8;
/// Classes of headings that are none.
const BYLINES: &[&str] = &["author", "byline", "editor", "translator"];
/// Classes of the boxes of Fandom and of a fact in them.
const BOX: &str = "portable-infobox";
/// How deep in such a box a fact may stand.
const BOX_DEPTH: usize = 16;
const FACT: &str = "pi-data";
/// Shortest word before such a mark.
const WORD: usize = 3;
/// How many nodes of an element are looked at to tell whether it is such a mark.
const MARK_NODES: usize = 32;

/// The level of a heading, 1 for the outermost; `None` if the element is no heading.
pub fn heading_level(element: &Element) -> Option<u8> {
    match element.name() {
        _ if is_byline(element) => None,
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// Whether an element names who wrote a text, in letters as large as those of its title.
fn is_byline(element: &Element) -> bool {
    let is_heading = matches!(element.name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    is_heading && element.classes().any(|class| BYLINES.contains(&class))
}

/// The level of a heading; in a book that may be a group of them: a number, a title, a subtitle.
pub fn heading_or_group_level(node: NodeRef, element: &Element, is_book: bool) -> Option<u8> {
    match element.name() {
        "hgroup" | "header" if is_book && is_heading_group(node, element) => {
            let inner = node
                .children()
                .filter_map(|child| child.value().as_element());
            inner.filter_map(heading_level).min()
        }
        _ => heading_level(element),
    }
}

/// Whether an element is a group of headings: a number and a title.
pub fn is_heading_group(node: NodeRef, element: &Element) -> bool {
    let is_number = |child: NodeRef| {
        let kind = child.value().as_element().and_then(|e| e.attr("epub:type"));
        kind.is_some_and(|kind| kind.split_whitespace().any(|kind| kind == "ordinal"))
    };
    match element.name() {
        "hgroup" => true,
        "header" => node.children().any(is_number),
        _ => false,
    }
}

/// Whether an element stands on lines of its own.
pub fn is_block(element: &Element) -> bool {
    matches!(
        element.name(),
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    ) || is_byline(element)
}

/// Whether an element stands in a box of Fandom.
pub fn is_in_box(node: NodeRef) -> bool {
    let around = node.ancestors().take(BOX_DEPTH);
    let mut around = around.filter_map(|n| n.value().as_element());
    around.any(|e| e.classes().any(|class| class == BOX))
}

/// Whether an element is one line: a row of a table, a fact in a box.
pub fn is_line(node: NodeRef, element: &Element) -> bool {
    let is_list = |node: NodeRef| {
        let element = node.value().as_element();
        element.is_some_and(|e| matches!(e.name(), "ul" | "ol" | "table" | "p"))
    };
    let is_fact = || element.classes().any(|class| class == FACT) && is_in_box(node);
    match element.name() {
        "tr" => is_one_line(node),
        "div" => is_fact() && !node.descendants().any(is_list),
        _ => false,
    }
}

/// Whether an element is shown as a thing of its own within a line, so that its words do not run
/// into those of another: a label, a time, a link that looks like a button.
pub fn is_label(element: &Element) -> bool {
    match element.name() {
        "button" | "input" | "label" | "select" | "time" => true,
        "a" => {
            element.attr("role") == Some("button")
                || element
                    .classes()
                    .any(|class| class == "btn" || class == "button")
        }
        _ => false,
    }
}

/// Whether an element of a book is what stands for another one that is read: a formula has a
/// picture beside it.
pub fn is_other_case(node: NodeRef, element: &Element) -> bool {
    let is_formula = |element: &Element| {
        let needs = element.attr("required-namespace").unwrap_or_default();
        element.name() == "epub:case" && needs.ends_with("MathML")
    };

    match element.name() {
        "epub:case" => !is_formula(element),
        "epub:default" => {
            let mut before = node.prev_siblings().filter_map(|n| n.value().as_element());
            before.any(is_formula)
        }
        _ => false,
    }
}

/// Whether an element of a book is a note, which may be hidden until somebody asks for it.
pub fn is_note(element: &Element) -> bool {
    let kind = element.attr("epub:type").unwrap_or_default();
    kind.split_whitespace()
        .any(|kind| matches!(kind, "footnote" | "endnote" | "rearnote" | "note"))
}

/// Whether an element of a book is called the mark of a note; a number is then no part of the
/// sentence.
pub fn is_note_reference(element: &Element) -> bool {
    let is_called = |class: &str| {
        let class = class.to_ascii_lowercase().replace(['-', '_'], "");
        matches!(
            class.as_str(),
            "noteref" | "footnoteref" | "endnoteref" | "fnref"
        )
    };
    element.name() == "a" && element.classes().any(is_called)
}

/// Whether nothing of an element is read, wherever it stands.
pub fn is_hidden(element: &Element) -> bool {
    let never = matches!(
        element.name(),
        "annotation"
            | "annotation-xml"
            | "audio"
            | "button"
            | "canvas"
            | "datalist"
            | "head"
            | "iframe"
            | "input"
            | "map"
            | "nav"
            | "noscript"
            | "object"
            | "rp"
            | "rt"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "video"
    );

    let is_unseen = || {
        let style = element.attr("style").unwrap_or_default();
        let style = style.replace(' ', "").to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    never
        || (element.name() == "dialog" && element.attr("open").is_none())
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || (is_unseen() && !is_shown_formula(element))
        || frames::is_frame_by_name(element)
}

/// Whether an element is a formula that a wiki hides behind its picture; the formula is what can be
/// read.
pub fn is_shown_formula(element: &Element) -> bool {
    element
        .classes()
        .any(|class| class.starts_with("mwe-math-mathml"))
}

/// Whether an element is the header or the footer of the whole page, not of an article in it.
pub fn is_site_frame(node: NodeRef, element: &Element) -> bool {
    let sections = |node: NodeRef| {
        node.value()
            .as_element()
            .is_some_and(|e| matches!(e.name(), "article" | "main" | "section" | "blockquote"))
    };
    // Pandoc has the title in a header, and the abstract with it.
    matches!(element.name(), "header" | "footer")
        && element.id() != Some("title-block-header")
        && !node.ancestors().any(sections)
}

/// Whether an element is the mark of a footnote: a short link to a place in the text, raised or in
/// brackets.
pub fn is_note_mark(node: NodeRef, element: &Element) -> bool {
    // A mark is small, so only the beginning of an element is looked through.
    let mut inside = node
        .descendants()
        .take(MARK_NODES)
        .filter_map(|n| n.value().as_element());

    match element.name() {
        "sup" => short_text(node).is_some() && inside.any(is_inner_link),
        "a" if is_inner_link(element) => short_text(node).is_some_and(|text| {
            let bracketed = text.starts_with(['[', '('])
                && text.ends_with([']', ')'])
                && text.contains(|c: char| c.is_ascii_digit());
            let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
            bracketed || inside.any(|e| e.name() == "sup") || (is_number && is_glued(node))
        }),
        _ => false,
    }
}

/// Whether an element follows the end of a sentence without a space; abbreviations with a number
/// are shorter.
fn is_glued(node: NodeRef) -> bool {
    let before = node.prev_sibling();
    let text = before.as_ref().and_then(|before| before.value().as_text());
    let text = text.map_or("", |text| &**text);
    let word = text.trim_end_matches(['.', ',', ';', ':', '!', '?', '”', '"']);
    let letters = word.chars().rev().take_while(|c| c.is_lowercase()).count();
    word.len() < text.len() && letters >= WORD
}

/// Whether an element is a link to a place in a text.
pub fn is_inner_link(element: &Element) -> bool {
    element.name() == "a" && element.attr("href").is_some_and(|href| href.contains('#'))
}

/// Whether an element is a link to a place or a page of the same book.
pub fn is_link_in_book(element: &Element) -> bool {
    let href = element.attr("href").unwrap_or_default();
    element.name() == "a" && !href.is_empty() && !href.contains(':')
}

/// The text of an element, if it is no longer than a mark.
pub fn short_text(node: NodeRef) -> Option<String> {
    text_within(node, MARK_CHARS)
}

/// The text of an element, if it has no more characters than so many.
pub fn text_within(node: NodeRef, most: usize) -> Option<String> {
    let pieces = node
        .descendants()
        .take(MARK_NODES)
        .filter_map(|n| n.value().as_text());

    let mut text = String::new();
    for piece in pieces {
        text.push_str(piece.trim());
        if text.chars().count() > most {
            return None;
        }
    }

    Some(text)
}

/// Whether a row is one line of a table: no cell holds more than one paragraph, and no other table.
fn is_one_line(row: NodeRef) -> bool {
    const BREAKS: &[&str] = &[
        "table",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
        "br",
        "h1",
        "h2",
        "h3",
    ];
    let named = |node: &NodeRef, names: &[&str]| {
        node.value()
            .as_element()
            .is_some_and(|e| names.contains(&e.name()))
    };
    let is_break = |node: &NodeRef| named(node, BREAKS);
    let is_paragraph = |node: &NodeRef| named(node, &["p", "div"]);

    let mut cells = row.children().filter(|node| named(node, &["td", "th"]));
    cells.all(|cell| {
        !cell.descendants().any(|n| is_break(&n))
            && cell.descendants().filter(is_paragraph).take(2).count() < 2
    })
}
