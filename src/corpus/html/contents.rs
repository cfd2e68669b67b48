//! A table of contents that is printed on a page: it says where the text is, and is no text.
//!
//! In: a page. Out: the elements of such a table. The decision that is not obvious: nothing but a
//! heading that is called so, with links right below it, is one; without links it may be anything.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::{NodeRef, element, is_tag};
use crate::language::is_unspaced;

/// What a table of contents is called, in letters and digits.
const NAMES: &[&str] = &[
    "contents",
    "tableofcontents",
    "listofchapters",
    "inhalt",
    "inhaltsverzeichnis",
    "tabledesmatières",
    "tabledesmatieres",
    "sommaire",
    "índice",
    "indice",
    "contenido",
    "tabladecontenido",
    "sommario",
    "sumário",
    "inhoud",
    "inhoudsopgave",
    "innehåll",
    "innehållsförteckning",
    "содержание",
    "оглавление",
    "目录",
    "目錄",
    "目次",
];
/// Longest name, in characters.
const NAME: usize = 40;
/// Most text that stands beside one link, in characters.
const BESIDE: usize = 160;
/// How many nodes its heading has at most.
const MOST_NODES: usize = 16;
/// How far up the beginning of the table is looked for.
const MOST_UP: usize = 3;
/// Fewer links are none; nor are, without a heading, so many places.
const FEW: usize = 2;
const ENOUGH: usize = 3;
/// How a sentence ends, before what closes it, how many words of sentences are enough, and how many
/// signs are a word where no spaces are written.
const ENDS: &[char] = &['.', '!', '?', '…', '。', '！', '？'];
const CLOSERS: &[char] = &['”', '’', '"', '\'', '»', '«', '“', ')', '」', '』', '）'];
const SENTENCE_WORDS: usize = 5;
const SIGNS: usize = 2;

/// Whether a heading is that of a table of contents.
pub fn is_contents_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).take(NAME + 1);
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    NAMES.contains(&letters.as_str())
}

/// Whether an element is a link from a table of contents to a place.
pub type IsLink = fn(&Element) -> bool;

/// The elements of the printed tables of contents.
pub fn collect_printed_contents(page: &Html, is_link: IsLink) -> Vec<NodeId> {
    let names = page
        .tree
        .nodes()
        .filter(|node| is_contents_heading(*node, is_link));
    names
        .flat_map(|name| collect_table(name, is_link).unwrap_or_default())
        .collect()
}

/// Whether an element is such a table and nothing else, though nothing calls it so.
pub fn is_only_contents(node: NodeRef, is_link: IsLink) -> bool {
    let mut targets: Vec<&str> = node
        .descendants()
        .filter_map(|inside| inside.value().as_element().filter(|e| is_link(e)))
        .filter_map(|link| link.attr("href"))
        .collect();
    targets.sort_unstable();
    targets.dedup();

    let links = count_links(node, is_link).unwrap_or_default();
    links >= ENOUGH && targets.len() >= ENOUGH
}

/// Whether an element holds sentences without links: it is more than such a table, whatever it is
/// called.
pub fn has_sentences(node: NodeRef, is_link: IsLink) -> bool {
    let lines = collect_lines(node, is_link).into_iter();
    let unlinked = lines.filter(|(_, is_linked)| !is_linked);
    let words: usize = unlinked.map(|(line, _)| count_said_words(&line)).sum();
    words >= SENTENCE_WORDS
}

/// The lines and paragraphs of an element, each with whether a link is in it.
pub fn collect_lines(node: NodeRef, is_link: IsLink) -> Vec<(String, bool)> {
    let mut lines = vec![(String::new(), false)];
    let parts = |e: &Element| {
        element::is_block(e) || element::heading_level(e).is_some() || e.name() == "br"
    };

    for edge in node.traverse() {
        let (Edge::Open(inner) | Edge::Close(inner)) = edge;
        let Some((line, is_linked)) = lines.last_mut() else {
            break;
        };
        match inner.value() {
            Node::Text(text) if matches!(edge, Edge::Open(_)) => line.push_str(text),
            Node::Element(e) if parts(e) => {
                if line.trim().is_empty() {
                    lines.pop();
                }
                lines.push((String::new(), false));
            }
            Node::Element(e) => *is_linked |= is_link(e),
            _ => {}
        }
    }
    lines
}

/// How many words of a line are a sentence; signs that are written without spaces count as words.
fn count_said_words(line: &str) -> usize {
    let said = line.trim_end_matches(|c: char| c.is_whitespace() || CLOSERS.contains(&c));
    let unspaced = said.chars().filter(|c| is_unspaced(*c)).count();
    let words = said.split_whitespace().count() + unspaced / SIGNS;
    if said.ends_with(ENDS) && words > FEW {
        words
    } else {
        0
    }
}

/// Whether an element says no more than the name of such a table.
fn is_contents_heading(node: NodeRef, is_link: IsLink) -> bool {
    let element = node.value().as_element();
    let may_be = element
        .is_some_and(|e| element::heading_level(e).is_some() || matches!(e.name(), "p" | "div"));

    // An entry of the table may be called so, too.
    let has_link = || {
        let mut inside = node
            .descendants()
            .filter_map(|inside| inside.value().as_element());
        element.and_then(element::heading_level).is_none() && inside.any(is_link)
    };

    may_be && text_up_to(node, NAME).is_some_and(|text| is_contents_name(&text)) && !has_link()
}

/// The heading of a table and what stands below it, if that are links.
fn collect_table(heading: NodeRef, is_link: IsLink) -> Option<Vec<NodeId>> {
    // The outermost element that says nothing else.
    let is_alone =
        |node: &NodeRef| text_up_to(*node, NAME).is_some_and(|text| is_contents_name(&text));
    let outermost = heading
        .ancestors()
        .take(MOST_UP)
        .take_while(is_alone)
        .last();
    let top = outermost.unwrap_or(heading);

    let mut found = vec![top.id()];
    let mut links = 0;
    for below in top.next_siblings().filter(|node| !is_blank(*node)) {
        match count_links(below, is_link) {
            Some(count) => links += count,
            None if is_tag(&below, "hr") || is_tag(&below, "br") => continue,
            None => break,
        }
        found.push(below.id());
    }
    (links >= FEW).then_some(found)
}

/// How many links to places an element is made of; `None` if it is something else.
fn count_links(node: NodeRef, is_link: IsLink) -> Option<usize> {
    let mut links = 0;
    let mut letters = 0;
    let mut linked = 0;
    // Only the page of an entry may be its link, which is the last of it.
    let mut are_pages = true;
    let mut ends_linked = false;
    let mut link = None;

    for edge in node.traverse() {
        match edge {
            Edge::Open(inner) => match inner.value() {
                Node::Text(text) => {
                    let count = text.chars().filter(|c| c.is_alphanumeric()).count();
                    letters += count;
                    linked += if link.is_some() { count } else { 0 };

                    let mut signs = text.trim().chars();
                    are_pages &= link.is_none() || signs.all(|c| c.is_ascii_digit());

                    if !text.trim().is_empty() {
                        ends_linked = link.is_some();
                    }
                }
                Node::Element(e) if element::heading_level(e).is_some() => return None,
                Node::Element(e) if link.is_none() && is_link(e) => {
                    link = Some(inner.id());
                    links += 1;
                }
                _ => {}
            },
            Edge::Close(inner) => drop(link.take_if(|id| *id == inner.id())),
        }
    }

    // A paragraph with a link in it is text.
    let is_linked = linked * 4 >= letters || (are_pages && ends_linked);
    (links > 0 && is_linked && letters <= links * BESIDE).then_some(links)
}

fn is_blank(node: NodeRef) -> bool {
    match node.value().as_text() {
        Some(text) => text.trim().is_empty(),
        None => {
            !node.value().is_element() || (text_up_to(node, 0).is_some() && !is_tag(&node, "hr"))
        }
    }
}

/// The text of an element, if it has no more characters than so many, and is small.
fn text_up_to(node: NodeRef, most: usize) -> Option<String> {
    let mut text = String::new();
    for (at, inside) in node.descendants().enumerate() {
        if let Some(piece) = inside.value().as_text() {
            text.push_str(piece);
        }

        if at > MOST_NODES || text.trim().chars().take(most + 1).count() > most {
            return None;
        }
    }

    Some(text)
}
