//! A page as it is seen: in another order than it is written, and with words that are kept only
//! from programs that read aloud.
//!
//! In: a page. Out: the same page, with the foot of a table behind its rows, without the mark of
//! being hidden on words that are shown, and without headings in boxes of facts. The decision that
//! is not obvious: `aria-hidden` hides nothing from the eye, but signs, second copies and what a
//! script has yet to open have it, too; so words are taken for shown only where nothing else can
//! stand for them.

use ego_tree::NodeId;
use scraper::Html;
use scraper::node::{Element, Node};

use super::{NodeRef, element, is_tag, spoken};

/// Elements within a line.
const INLINE: &[&str] = &["b", "em", "i", "small", "span", "strong"];
/// How the classes of the labels in a box of Fandom begin, and what such labels are instead of
/// headings.
const LABEL: &str = "pi-";
const PLAIN: &str = "div";
/// How many nodes of an element are looked at, and how many beside it.
const NODES: usize = 256;
const MOST_BESIDE: usize = 3;

/// Changes a page to what is seen of it.
pub fn settle_page(page: &mut Html) {
    for id in collect_ids(page, |node| is_tag(&node, "tfoot")) {
        let table = page.tree.get(id).and_then(|foot| foot.parent());
        let table = table.filter(|parent| is_tag(parent, "table"));
        if let Some(table) = table.map(|table| table.id())
            && let Some(mut table) = page.tree.get_mut(table)
        {
            table.append_id(id);
        }
    }

    for id in collect_ids(page, is_label_of_box) {
        change_element(page, id, |element| element.name.local = PLAIN.into());
    }
    for id in collect_shown_words(page) {
        change_element(page, id, |element| {
            element
                .attrs
                .retain(|(name, _)| &*name.local != "aria-hidden");
        });
    }
}

fn collect_ids(page: &Html, is_wanted: impl Fn(NodeRef) -> bool) -> Vec<NodeId> {
    let nodes = page.tree.nodes().filter(|node| is_wanted(*node));
    nodes.map(|node| node.id()).collect()
}

fn change_element(page: &mut Html, id: NodeId, change: impl FnOnce(&mut Element)) {
    if let Some(mut node) = page.tree.get_mut(id)
        && let Node::Element(element) = node.value()
    {
        change(element);
    }
}

/// Whether a heading is the label of a fact in a box of Fandom: `Born`.
fn is_label_of_box(node: NodeRef) -> bool {
    let is_label = |element: &Element| {
        element::heading_level(element).is_some()
            && element.classes().any(|class| class.starts_with(LABEL))
    };
    node.value().as_element().is_some_and(is_label) && element::is_in_box(node)
}

/// Words that are hidden from programs that read aloud, and from nobody else: those for which
/// something else is said aloud that is not shown, or words in the middle of a sentence.
fn collect_shown_words(page: &Html) -> Vec<NodeId> {
    let is_word = |node: &NodeRef| node.value().as_element().is_some_and(is_silent);
    let is_known = |node: NodeRef| match node.value() {
        Node::Element(_) => is_word(&node) || is_spoken(node),
        _ => true,
    };
    let nodes = page.tree.nodes();
    let around = nodes.filter(|node| node.children().any(|child| is_word(&child)));

    let mut shown = Vec::new();
    for around in around {
        // Found out once, however many words there are.
        let is_known = around.children().all(is_known);
        let is_said = is_known && is_said_so(around);
        let is_shown = |word: &NodeRef| {
            let is_plain = word.value().as_element().is_some_and(has_no_look);
            is_said || is_said_beside(*word) || is_known && is_plain && is_within_sentence(*word)
        };
        let words = around.children().filter(is_word).filter(is_shown);
        shown.extend(words.map(|word| word.id()));
    }
    shown
}

fn is_spoken(node: NodeRef) -> bool {
    node.value().as_element().is_some_and(spoken::is_spoken)
}

/// Whether an element stands within a line and is hidden from programs that read aloud.
fn is_silent(element: &Element) -> bool {
    element.attr("aria-hidden") == Some("true") && INLINE.contains(&element.name())
}

/// Whether what is said aloud instead of the silent words in an element says the same, or they are
/// sure to be no signs. A single word may be the name of a sign, but not in a heading.
fn is_said_so(node: NodeRef) -> bool {
    let Some(element) = node.value().as_element() else {
        return false;
    };
    let join = |text: &str| text.split_whitespace().collect::<String>();
    let label = element.attr("aria-label").unwrap_or_default().trim();
    let is_text = label.contains(' ') || element::heading_level(element).is_some();
    if is_text && !label.is_empty() && join(label) == join(&text_of(node)) {
        return true;
    }

    let inside = |is_wanted: fn(&Element) -> bool| {
        let is_wanted = move |child: &NodeRef| child.value().as_element().is_some_and(is_wanted);
        node.children().filter(is_wanted)
    };
    let said: String = inside(spoken::is_spoken).map(text_of).collect();
    let shown: String = inside(is_silent).map(text_of).collect();
    let is_plain = |child: NodeRef| child.value().as_element().is_some_and(has_no_look);
    said.contains(char::is_alphabetic)
        && shown.contains(char::is_alphanumeric)
        && (join(&said) == join(&shown) || inside(is_silent).all(is_plain))
}

/// Whether the element before says the same aloud, in a part of it that is not shown: of the time in
/// a recipe the number is shown once, and its unit is said and shown.
fn is_said_beside(word: NodeRef) -> bool {
    let own = text_of(word);
    let mut before = word.prev_siblings().take(MOST_BESIDE);
    let before = before.find(|node| node.value().is_element());
    before.is_some_and(|before| {
        let mut spoken = before.children().filter(|child| is_spoken(*child));
        own.contains(char::is_alphabetic) && spoken.any(|child| text_of(child).trim() == own.trim())
    })
}

/// Whether nothing changes how an element looks, as it does where words stand for signs.
fn has_no_look(element: &Element) -> bool {
    let mut names = element.attrs().map(|(name, _)| name);
    names.all(|name| name == "aria-hidden")
}

/// Whether an element has words, and words stand on both sides of it, parted from it.
fn is_within_sentence(node: NodeRef) -> bool {
    let has_words = |text: &str| text.contains(char::is_alphabetic);
    let text = |beside: Option<NodeRef>| beside.map(text_of).unwrap_or_default();
    let before = text(node.prev_sibling());
    let after = text(node.next_sibling());
    let is_parted =
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);

    let own = text_of(node);
    is_parted
        && [&own, &before, &after]
            .into_iter()
            .all(|text| has_words(text))
        && !(before + &after).contains(own.trim())
}

/// The text of an element, as far as it is looked at.
fn text_of(node: NodeRef) -> String {
    let nodes = node.descendants().take(NODES);
    let texts = nodes.filter_map(|n| n.value().as_text());
    texts.map(|text| &**text).collect()
}
