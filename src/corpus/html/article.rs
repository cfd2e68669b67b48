//! The only article of a page, and boxes in it: what a site puts around a text is none.
//!
//! In: the element that holds the content of a page. Out: the article in it, or the same element. The decision that is
//! not obvious: an article is all of the text only if it has the title, most of the paragraphs, and all that its links
//! lead to: some pages have their notes behind it, and others an article about something else beside the text.

use std::collections::HashSet;

use scraper::node::Element;

use super::{NodeRef, element, is_tag};

/// What boxes are called in which a reader may leave an address, and how many nodes they have at most.
const SIGN_UP: &[&str] = &["newsletter", "signup", "sign-up", "subscribe"];
const MOST_NODES: usize = 64;

/// The article that is all of the text, or the whole content.
pub fn find_article(content: NodeRef<'_>) -> NodeRef<'_> {
    let is_article = |node: &NodeRef| {
        let element = node.value().as_element();
        element.is_some_and(|e| e.name() == "article" && !element::is_hidden(e))
    };

    let mut articles = content.descendants().filter(is_article);
    match (articles.next(), articles.next()) {
        (Some(article), None) if is_all(article, content) => article,
        _ => content,
    }
}

/// Whether an element is a box in which a reader may leave an address: `div.newsletter`, with a field to type it in.
pub fn is_sign_up(node: NodeRef, element: &Element) -> bool {
    let is_called = |class: &str| SIGN_UP.iter().any(|word| class.contains(word));
    let is_field = |node: NodeRef| {
        let element = node.value().as_element().filter(|e| e.name() == "input");
        element.is_some_and(|e| matches!(e.attr("type"), Some("email" | "text")))
    };

    matches!(element.name(), "aside" | "div" | "section")
        && element
            .classes()
            .any(|class| is_called(&class.to_ascii_lowercase()))
        && node.descendants().nth(MOST_NODES).is_none()
        && node.descendants().any(is_field)
}

fn is_all(article: NodeRef, content: NodeRef) -> bool {
    let count_tops = |node: NodeRef| {
        let tops = node.descendants().filter(|node| is_tag(node, "h1"));
        tops.count()
    };
    let has_title = count_tops(article) > 0 && count_tops(article) == count_tops(content);

    has_title && 2 * count_letters(article) > count_letters(content) && !leads_out(article, content)
}

/// How many characters the paragraphs below a node have.
fn count_letters(node: NodeRef) -> usize {
    let paragraphs = node.descendants().filter(|node| is_tag(node, "p"));
    let pieces = paragraphs.flat_map(|paragraph| paragraph.children());
    let texts = pieces.filter_map(|node| node.value().as_text());
    texts.map(|text| text.trim().len()).sum()
}

/// Whether a link in an article leads to something beside it.
fn leads_out(article: NodeRef, content: NodeRef) -> bool {
    let links = article.descendants().filter_map(|node| {
        let element = node.value().as_element().filter(|e| e.name() == "a")?;
        element.attr("href")?.strip_prefix('#')
    });
    let collect_names = |node: NodeRef<'_>| -> HashSet<String> {
        let elements = node
            .descendants()
            .filter_map(|n| n.value().as_element().cloned());
        elements.filter_map(|e| e.id().map(str::to_owned)).collect()
    };

    let (inside, all) = (collect_names(article), collect_names(content));
    let mut targets = links.filter(|target| !target.is_empty());
    targets.any(|target| all.contains(target) && !inside.contains(target))
}
