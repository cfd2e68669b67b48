//! `.html`: the canonical text is what a reader sees of the page's content. Menus, scripts, what is
//! hidden, the header and footer of the site and marks of footnotes are left out; headings become
//! sections, block elements paragraphs.
//!
//! A page is parsed as browsers do, so nothing is too broken to be read. XHTML is made HTML first:
//! to an HTML parser `<title/>` opens a title that never ends.

mod about;
mod apart;
mod asides;
mod back_links;
mod contents;
mod element;
mod formula;
mod frames;
mod initials;
mod inline_notes;
mod left_out;
mod lists;
mod places;
mod raised;
mod reviewers;
mod rights;
mod rules;
mod seen;
mod source;
mod spoken;
mod styles;
mod tables;
mod walk;

use anyhow::Result;
use ego_tree::NodeId;
use scraper::Html;
use scraper::node::{Element, Node};

use crate::corpus::manuscript::Manuscript;
use crate::document::Document;
use contents::IsLink;
pub use contents::is_contents_name;
pub use source::tag_end;
pub use styles::{Files, Styles};

pub use places::{Heading, Plan, Stop, StopKind};

type NodeRef<'a> = ego_tree::NodeRef<'a, Node>;

/// Reads a page that is a document of its own, not a chapter of a book.
///
/// # Errors
/// When the bytes are no text.
pub fn read_html(path: &str, bytes: Vec<u8>) -> Result<Document> {
    let page = Page::parse(bytes)?;
    let mut metadata = page.metadata();

    // Several top headings are chapters, and none of them is the title.
    let mut manuscript = Manuscript::new(page.top_headings() == 1, metadata.title.as_deref());
    page.write(&mut manuscript);

    // "The Lamp - My Site" is the heading "The Lamp" and what the site adds to it.
    metadata.title.take_if(|title| {
        manuscript
            .title()
            .is_some_and(|heading| title.contains(heading))
    });
    Ok(manuscript.finish(path, metadata))
}

/// The id and the class of what holds a whole story on FanFiction.net.
const STORY: &str = "storytext";

/// A page of a site or a chapter of a book, parsed as a browser would.
pub struct Page {
    html: Html,
    styles: Styles,
}

impl Page {
    /// Parses HTML or XHTML in any encoding.
    ///
    /// # Errors
    /// When the bytes are no text.
    pub fn parse(bytes: Vec<u8>) -> Result<Page> {
        Ok(Page::of_html(&source::decode_html(bytes)?))
    }

    /// The same for a page of a book, whose style sheets are `files`. What is not shown can be
    /// pointed to.
    ///
    /// # Errors
    /// When the bytes are no text.
    pub fn parse_in_book(bytes: Vec<u8>, files: &mut Files) -> Result<Page> {
        let mut html = Html::parse_document(&source::decode_html(bytes)?);
        seen::settle_page(&mut html);
        let styles = Styles::of(&html, files);

        for id in styles.hidden(&html) {
            if let Some(mut node) = html.tree.get_mut(id)
                && let Node::Element(element) = node.value()
            {
                element.name.local = "template".into();
            }
        }

        Ok(Page::of_seen(html, styles, element::is_link_in_book))
    }

    /// Parses HTML.
    pub fn of_html(html: &str) -> Page {
        let mut html = Html::parse_document(html);
        seen::settle_page(&mut html);
        let styles = Styles::of(&html, &mut |_| None);
        let hidden = styles.hidden(&html);
        detach_elements(&mut html, &hidden);
        Page::of_seen(html, styles, element::is_inner_link)
    }

    fn of_seen(mut html: Html, styles: Styles, is_link: IsLink) -> Page {
        // What only says where the text is.
        let contents = contents::collect_printed_contents(&html, is_link);
        detach_elements(&mut html, &contents);
        inline_notes::move_notes_behind(&mut html);
        raised::mark_raised(&mut html, &styles);
        Page { html, styles }
    }

    /// Writes the content of the page into `manuscript`.
    pub fn write(&self, manuscript: &mut Manuscript) {
        walk::write_content(self.content(), &self.styles, manuscript, None);
    }

    /// Writes the content of a page of a book, divided as the `plan` says. In a book, notes and
    /// boxes beside the text are part of it, and no page has a frame of its own.
    pub fn write_divided(&self, manuscript: &mut Manuscript, plan: &Plan) {
        walk::write_content(self.content(), &self.styles, manuscript, Some(plan));
    }

    /// What the links of the page point to.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        let links = self.elements().filter(|e| e.name() == "a");
        links.filter_map(|e| e.attr("href"))
    }

    /// Where a page of a book may be divided, in reading order, and how many characters its text
    /// has.
    pub fn stops(&self) -> (Vec<Stop>, usize) {
        places::collect_stops(self.content())
    }

    /// Whether a page says who has the rights in a book, which a chapter about copyright does not.
    pub fn claims_rights(&self) -> bool {
        rights::claims_rights(self.content())
    }

    /// Whether a page says that and no more than the `known` title and author of its book.
    pub fn is_about_rights(&self, known: &[&str]) -> bool {
        self.body()
            .is_some_and(|body| rights::is_about_rights(body, known))
    }

    /// Whether a page of a book only says where its chapters are.
    pub fn is_contents(&self) -> bool {
        contents::is_only_contents(self.content(), element::is_link_in_book)
    }

    /// Whether a page of a book has sentences, which one that is called a table of contents may have
    /// besides its entries.
    pub fn has_sentences(&self) -> bool {
        contents::has_sentences(self.content(), element::is_link_in_book)
    }

    /// The `epub:type` of the page's body, such as `cover`.
    pub fn kind(&self) -> &str {
        self.body().map(epub_type).unwrap_or_default()
    }

    /// The `epub:type` of each element that the body is made of.
    pub fn kinds_inside(&self) -> impl Iterator<Item = &str> {
        let inside = self.body().into_iter().flat_map(|body| body.children());
        inside
            .filter(|node| node.value().is_element())
            .map(epub_type)
    }

    fn body(&self) -> Option<NodeRef<'_>> {
        self.html.tree.nodes().find(|node| is_tag(node, "body"))
    }

    /// The element that holds the content: the only story, the only `main`, or else everything.
    fn content(&self) -> NodeRef<'_> {
        let is_story = |node: &NodeRef| {
            let element = node.value().as_element();
            element.is_some_and(|e| e.id() == Some(STORY) && e.classes().any(|c| c == STORY))
        };
        let has_letters = |node: &NodeRef| {
            let mut texts = node.descendants().filter_map(|n| n.value().as_text());
            texts.any(|text| text.contains(char::is_alphabetic))
        };
        let mut stories = self.html.tree.nodes().filter(is_story);
        if let (Some(story), None) = (stories.next(), stories.next())
            && has_letters(&story)
        {
            return story;
        }

        let is_main = |node: &NodeRef| {
            let element = node.value().as_element();
            element.is_some_and(|e| {
                (e.name() == "main" || e.attr("role") == Some("main")) && !element::is_hidden(e)
            })
        };

        let mut mains = self.html.tree.nodes().filter(is_main);
        match (mains.next(), mains.next()) {
            (Some(main), None) => main,
            // With two, neither is all of the content.
            _ => self.html.tree.root(),
        }
    }

    /// How many headings of the first level the content has.
    pub fn top_headings(&self) -> usize {
        let elements = self
            .content()
            .descendants()
            .filter_map(|node| node.value().as_element());
        elements
            .filter(|e| element::heading_level(e) == Some(1))
            .count()
    }

    fn elements(&self) -> impl Iterator<Item = &Element> {
        self.html
            .tree
            .nodes()
            .filter_map(|node| node.value().as_element())
    }
}

fn detach_elements(page: &mut Html, elements: &[NodeId]) {
    for id in elements {
        if let Some(mut node) = page.tree.get_mut(*id) {
            node.detach();
        }
    }
}

/// Whether a node is an element of this name.
fn is_tag(node: &NodeRef, name: &str) -> bool {
    let element = node.value().as_element();
    element.is_some_and(|e| e.name() == name)
}

fn epub_type(node: NodeRef<'_>) -> &str {
    let element = node.value().as_element();
    element
        .and_then(|e| e.attr("epub:type"))
        .unwrap_or_default()
}
