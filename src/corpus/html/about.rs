//! What a page says of itself: its title, its author and its language.
//!
//! In: a page. Out: its metadata. The decision that is not obvious: sites add their names to the
//! title of a page, so a part of it that a heading of the page repeats, or that its metadata name
//! by itself, is the title.

use scraper::node::Element;

use super::{NodeRef, Page, element, is_tag};
use crate::corpus::manuscript::one_line;
use crate::corpus::outline::Metadata;

/// Names of metadata, in small letters, the surest first.
const AUTHORS: &[&str] = &["author", "citation_author", "dc.creator", "dcterms.creator"];
const TITLES: &[&str] = &["citation_title", "dc.title", "dcterms.title", "og:title"];
/// What sites put between the parts of a title.
const BETWEEN: &[&str] = &[
    " - ", " – ", " — ", " | ", " · ", " • ", " :: ", " « ", " » ", " › ", " / ",
];
/// What Blogger calls itself in a page, and what it puts between the name of a blog and that of an
/// article.
const BLOGGER: &str = "blogger";
const BLOG: &str = ": ";
/// Classes of the headings of articles, of whatever level.
const ARTICLES: &[&str] = &["entry-title", "post-title", "p-name"];
/// Longest heading and longest name of an author that are looked at, in characters.
const TITLE: usize = 200;
const NAME: usize = 60;
/// How many nodes of a heading are looked at.
const NODES: usize = 256;

impl Page {
    /// What the page says of itself.
    pub(super) fn metadata(&self) -> Metadata {
        let language = |e: &Element| {
            e.attr("lang")
                .or_else(|| e.attr("xml:lang"))
                .and_then(one_line)
        };
        let html = self.elements().find(|e| e.name() == "html");

        Metadata {
            title: self.title(),
            author: self.said(AUTHORS).next().or_else(|| self.byline()),
            language: html.and_then(language),
        }
    }

    /// What is said under these names.
    fn said<'p>(&'p self, names: &'static [&str]) -> impl Iterator<Item = String> + 'p {
        let metas = move |name: &'static str| {
            let metas = self.elements().filter(|e| e.name() == "meta");
            let is_named = move |e: &&Element| {
                let own = e.attr("name").or_else(|| e.attr("property"));
                own.is_some_and(|own| own.eq_ignore_ascii_case(name))
            };
            let values = metas.filter(is_named);
            values.filter_map(|e| one_line(e.attr("content")?))
        };

        names.iter().flat_map(move |name| metas(name))
    }

    /// The link to whoever wrote the page.
    fn byline(&self) -> Option<String> {
        let is_author = |node: &NodeRef| {
            let element = node.value().as_element();
            element.is_some_and(|e| {
                let relation = e.attr("rel").unwrap_or_default();
                e.name() == "a" && relation.split_whitespace().any(|word| word == "author")
            })
        };

        let link = self.html.tree.nodes().find(is_author)?;
        element::text_within(link, NAME)
            .as_deref()
            .and_then(one_line)
    }

    fn title(&self) -> Option<String> {
        let headings: Vec<String> = self.top_texts();
        let is_heading = |title: &str| headings.iter().any(|heading| heading == title);

        let said = self.title_element();
        let named = self.said(TITLES).find(|name| {
            is_heading(name)
                || said
                    .as_ref()
                    .is_none_or(|said| said.contains(name.as_str()))
        });
        let Some(said) = named.or(said) else {
            return self.title_paragraph();
        };
        let article = said.split_once(BLOG).map(|(_, article)| article);
        let article = article.filter(|_| self.is_of_blogger());
        let part = split_title(&said)
            .chain(article)
            .find(|part| is_heading(part))
            .map(str::to_owned);
        Some(part.unwrap_or(said))
    }

    /// Whether Blogger wrote the page. Elsewhere the name of a book may stand before that of a
    /// chapter.
    fn is_of_blogger(&self) -> bool {
        let mut makers = self.said(&["generator"]);
        makers.any(|maker| maker.eq_ignore_ascii_case(BLOGGER))
    }

    fn title_element(&self) -> Option<String> {
        // A picture in SVG may have a title too.
        let is_title = |node: &NodeRef| {
            is_tag(node, "title") && node.parent().is_some_and(|parent| is_tag(&parent, "head"))
        };
        let title = self.html.tree.nodes().find(is_title)?;
        let pieces = title
            .descendants()
            .filter_map(|node| node.value().as_text());
        one_line(&pieces.map(|text| &**text).collect::<String>())
    }

    /// A paragraph that word processors call the title.
    fn title_paragraph(&self) -> Option<String> {
        let is_title = |node: &NodeRef| {
            let element = node.value().as_element();
            element.is_some_and(|e| {
                e.name() == "p" && e.classes().any(|c| c == "title" || c == "MsoTitle")
            })
        };
        let title = self.html.tree.nodes().find(is_title)?;
        one_line_text(title)
    }

    /// What the headings of the first level and those of articles of a blog say.
    fn top_texts(&self) -> Vec<String> {
        let is_blog = self.is_of_blogger();
        let is_article = |element: &Element| {
            is_blog
                && element::heading_level(element).is_some()
                && element.classes().any(|class| ARTICLES.contains(&class))
        };
        let is_top = |node: &NodeRef| {
            is_tag(node, "h1") || node.value().as_element().is_some_and(is_article)
        };
        let tops = self.html.tree.nodes().filter(is_top);
        tops.filter_map(one_line_text).collect()
    }
}

/// The text of an element in one line, if it is short.
fn one_line_text(node: NodeRef) -> Option<String> {
    let nodes = node.descendants().take(NODES);
    let pieces = nodes.filter_map(|n| n.value().as_text());
    let letters = pieces.flat_map(|text| text.chars());
    let text: String = letters.take(TITLE + 1).collect();
    one_line(&text).filter(|text| text.chars().count() <= TITLE)
}

/// The parts of a title.
fn split_title(title: &str) -> impl Iterator<Item = &str> {
    let split = BETWEEN.iter().flat_map(|between| title.split(between));
    split.map(str::trim).filter(move |part| *part != title)
}
