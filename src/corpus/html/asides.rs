//! What stands beside the text of a page: notes and boxes that are a part of it, and boxes of links,
//! of advertisements and of sentences that the text has, too.
//!
//! In: a page. Out: which of them are read. The decision that is not obvious: within an article what
//! nothing is said of is a part of it, for a box that is left out is lost without a word.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Node;
use scraper::node::Element;

use super::{NodeRef, element};

/// Classes and roles of notes and boxes that are a part of the text, though they stand beside it.
const BESIDE: &[&str] = &[
    "admonition",
    "box",
    "callout",
    "caution",
    "danger",
    "doc-endnote",
    "doc-endnotes",
    "doc-example",
    "doc-footnote",
    "doc-notice",
    "doc-tip",
    "endnote",
    "endnotes",
    "example",
    "footnote",
    "footnote-list",
    "footnotes",
    "hint",
    "important",
    "marginnote",
    "note",
    "portable-infobox",
    "sidenote",
    "tip",
    "topic",
    "warning",
];
/// Those of them that are a box wherever they stand.
const BOXES: &[&str] = &["admonition", "box", "callout"];
/// The same, of sites too, unless it stands in the text.
const SIDEBAR: &str = "sidebar";

/// Words in the classes, ids and labels of boxes that are no part of an article.
const OTHERS: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "author",
    "authors",
    "banner",
    "bio",
    "blogroll",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "contents",
    "cookie",
    "cookies",
    "cta",
    "donate",
    "donation",
    "download",
    "downloads",
    "feedback",
    "follow",
    "footer",
    "headlines",
    "latest",
    "links",
    "login",
    "menu",
    "meta",
    "metadata",
    "more",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "outbrain",
    "pager",
    "pagination",
    "paywall",
    "podcast",
    "popular",
    "popup",
    "promo",
    "promos",
    "promotion",
    "promoted",
    "pull",
    "pullout",
    "pullquote",
    "rail",
    "rating",
    "recent",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "search",
    "share",
    "sharing",
    "shop",
    "sidebar",
    "signup",
    "skyscraper",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tags",
    "toc",
    "toolbar",
    "tools",
    "topics",
    "trending",
    "widget",
    "widgets",
    // what others call them
    "annons",
    "anzeige",
    "compartir",
    "contenidos",
    "inhalt",
    "inhaltsverzeichnis",
    "navegación",
    "pubblicità",
    "publicidad",
    "publicidade",
    "publicité",
    "reklam",
    "reklama",
    "sommaire",
    "teilen",
    "verwandte",
    "werbung",
    "реклама",
    "содержание",
    "広告",
    "目次",
    "目录",
    "关联文章",
    "相关文章",
    "関連記事",
];
/// Words in the headings of such boxes beside those.
const IN_HEADINGS: &[&str] = &[
    "also", "aussi", "auch", "comment", "filed", "lesen", "like", "lire", "mehr", "most", "next",
    "our", "picks", "read", "sign", "support", "también", "thema", "top",
];
/// Elements with which something is asked of a visitor.
const FORMS: &[&str] = &["button", "form", "input"];
/// Elements that hold a text, and a role that says so.
const TEXTS: &[&str] = &["article", "main"];
const MAIN: &str = "main";
/// The longest heading that may say no more, in characters.
const HEADING: usize = 40;
/// A box of an article has more words than this: fewer share it, or ask to subscribe.
const SHORTEST: usize = 15;
/// So many words in a row that the text has, too, are no coincidence.
const RUN: usize = 4;

/// Whether an element beside the text is called a part of it.
pub fn is_part_of_text(node: NodeRef, element: &Element) -> bool {
    let role = element.attr("role").unwrap_or_default();
    let mut names = element.classes().chain([role]);
    let in_text = |node: NodeRef| {
        node.value().as_element().is_some_and(|e| {
            matches!(e.name(), "article" | "main" | "section") || e.attr("role") == Some("main")
        })
    };

    names.any(|name| {
        let name = name.to_ascii_lowercase();
        BESIDE.contains(&name.as_str()) || (name == SIDEBAR && node.ancestors().any(in_text))
    })
}

/// Whether an element is a box, in which headings begin nothing that goes on behind it.
pub fn is_box(element: &Element) -> bool {
    let is_called = |class: &str| class == SIDEBAR || BOXES.contains(&class);
    element.name() == "aside" || (element.name() == "div" && element.classes().any(is_called))
}

/// The elements beside the text that are a part of it though nothing says so: those within an
/// article that are no boxes of links or of something else, and say what the article does not.
pub fn collect_boxes(root: NodeRef) -> HashSet<NodeId> {
    let mut finder = Finder::default();
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => finder.open(node),
            Edge::Close(node) => finder.close(node),
        }
    }

    let Finder { boxes, text, .. } = finder;
    if boxes.is_empty() {
        return HashSet::new();
    }
    let said: HashSet<u64> = hash_runs(&text).collect();
    let is_new = |one: &Aside| {
        let mut runs = hash_runs(&one.text).peekable();
        runs.peek().is_none() || !runs.all(|run| said.contains(&run))
    };
    let read = boxes.iter().filter(|one| one.is_text() && is_new(one));
    read.flat_map(|one| &one.nodes).copied().collect()
}

/// A box beside the text.
#[derive(Default)]
struct Aside {
    /// Its element, and those of the boxes in it.
    nodes: Vec<NodeId>,
    text: String,
    letters: usize,
    /// How many of the letters are in links.
    linked: usize,
    asks: bool,
    /// Whether it has paragraphs, and not only a cry: `Buy our lamps!`.
    has_paragraphs: bool,
    /// The text of its first heading.
    heading: Option<String>,
}

impl Aside {
    fn is_text(&self) -> bool {
        let is_other = self.heading.as_deref().is_some_and(is_other_heading);
        let is_long = self.text.split_whitespace().nth(SHORTEST).is_some();
        is_long && self.has_paragraphs && self.linked * 2 < self.letters && !self.asks && !is_other
    }
}

/// Finds boxes, and the words around them.
#[derive(Default)]
struct Finder {
    boxes: Vec<Aside>,
    text: String,
    /// How many elements that hold a text are open.
    texts: usize,
    /// The open box, and the link or the element that is not seen.
    open: Option<NodeId>,
    link: Option<NodeId>,
    hidden: Option<NodeId>,
}

impl Finder {
    fn open(&mut self, node: NodeRef) {
        if self.hidden.is_some() {
            return;
        }
        let element = match node.value() {
            Node::Text(text) => return self.text(text),
            Node::Element(element) => element,
            _ => return,
        };

        let is_aside = element.name() == "aside" && !is_part_of_text(node, element);
        let asks = FORMS.contains(&element.name());
        if let Some(open) = self.open_box() {
            open.asks |= asks;
            open.has_paragraphs |= element::is_block(element);
        }
        if asks || element::is_hidden(element) || (is_aside && !self.may_be_text(element)) {
            self.hidden = Some(node.id());
            return;
        }

        self.texts += usize::from(holds_text(element));
        if is_aside {
            self.begin_box(node.id());
        } else if element.name() == "a" && self.link.is_none() {
            self.link = Some(node.id());
        }
        if element::heading_level(element).is_some()
            && let Some(open) = self.open_box().filter(|open| open.heading.is_none())
        {
            open.heading = Some(element::text_within(node, HEADING).unwrap_or_default());
        }
    }

    fn open_box(&mut self) -> Option<&mut Aside> {
        self.open.and_then(|_| self.boxes.last_mut())
    }

    fn may_be_text(&self, element: &Element) -> bool {
        self.texts > 0 && !is_called_other(element)
    }

    fn begin_box(&mut self, node: NodeId) {
        if self.open.is_none() {
            self.open = Some(node);
            self.boxes.push(Aside::default());
        }
        if let Some(open) = self.boxes.last_mut() {
            open.nodes.push(node);
        }
    }

    fn text(&mut self, text: &str) {
        let is_linked = self.link.is_some();
        let Some(open) = self.open_box() else {
            self.text.push_str(text);
            return;
        };
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        open.text.push_str(text);
        open.letters += letters;
        open.linked += if is_linked { letters } else { 0 };
    }

    fn close(&mut self, node: NodeRef) {
        let id = node.id();
        self.link.take_if(|link| *link == id);
        self.open.take_if(|open| *open == id);

        // What holds a text is counted only outside of what is not seen.
        let is_hidden = self.hidden.is_some();
        self.hidden.take_if(|hidden| *hidden == id);
        let element = node.value().as_element();
        if !is_hidden && element.is_some_and(holds_text) {
            self.texts -= 1;
        }
        if element.is_some_and(element::is_block) {
            self.text(" ");
        }
    }
}

fn holds_text(element: &Element) -> bool {
    TEXTS.contains(&element.name()) || element.attr("role") == Some(MAIN)
}

/// Whether a box is called something that is no part of an article: `related-posts`.
fn is_called_other(element: &Element) -> bool {
    let label = element.attr("aria-label");
    let mut names = element.classes().chain(element.id()).chain(label);
    names.any(|name| split_words(name).iter().any(|word| is_other(word)))
}

/// Whether a heading says so: `Related articles`, `You might also like`.
fn is_other_heading(heading: &str) -> bool {
    let words = split_words(heading);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(OTHERS) || has(IN_HEADINGS)
}

fn is_other(word: &str) -> bool {
    OTHERS.contains(&word)
}

/// The words of a name in small letters: `related-posts`, `relatedPosts`.
fn split_words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (was_small && c.is_uppercase()) {
            words.push(String::new());
        }
        was_small = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }

    words.retain(|word| !word.is_empty());
    words
}

/// A number for each run of words.
fn hash_runs(text: &str) -> impl Iterator<Item = u64> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let count = (words.len() + 1).saturating_sub(RUN);
    (0..count).map(move |at| {
        let mut hasher = DefaultHasher::new();
        words[at..at + RUN].hash(&mut hasher);
        hasher.finish()
    })
}
