//! What the style of a paragraph says of it: is it a heading, the title, an item of a list? And
//! what that of a run says: is it hidden, or raised?

use std::collections::HashMap;
use std::iter;

use super::run::Look;
use crate::corpus::xml::{attribute, for_each_tag, number_attribute};

/// How many styles may be based on each other; Word allows eleven.
const MOST_BASES: usize = 20;

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: String,
    /// The language of text that does not say otherwise.
    pub language: Option<String>,
}

/// What a style says itself, without those that it is based on.
#[derive(Debug, Default)]
pub struct Style {
    pub id: String,
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    /// The list of its paragraphs; `0` takes them out of every list.
    pub list: Option<String>,
    pub list_level: Option<usize>,
    pub look: Look,
    /// Whether the first row of a table in it looks different.
    marks_head: bool,
}

impl Styles {
    /// Reads `styles.xml`, as far as it can be read.
    pub fn parse(xml: &str) -> Styles {
        let mut styles = Styles::default();

        // The style whose properties are being read; before the first come the document's defaults.
        let mut id: Option<String> = None;
        for_each_tag(xml, |name, tag| {
            let value = || attribute(tag, "val");

            if name == "style" {
                id = attribute(tag, "styleId");
                let is_usual = attribute(tag, "default").is_some_and(|on| on != "0")
                    && attribute(tag, "type").is_some_and(|kind| kind == "paragraph");
                if is_usual {
                    styles.usual = id.clone().unwrap_or_default();
                }
                return;
            }

            let Some(id) = &id else {
                if name == "lang" {
                    styles.language = value();
                }
                return;
            };

            let style = styles.by_id.entry(id.clone()).or_default();
            style.id.clone_from(id);
            match name {
                "name" => style.name = value().unwrap_or_default().to_lowercase(),
                "basedOn" => style.based_on = value(),
                "outlineLvl" => style.outline = number_attribute(tag, "val"),
                "numId" => style.list = value(),
                "ilvl" => style.list_level = number_attribute(tag, "val"),
                "tblStylePr" => {
                    let part = attribute(tag, "type");
                    style.marks_head |= part.as_deref() == Some("firstRow");
                }
                _ => style.look.property(name, tag),
            }
        });

        styles
    }

    /// The level of headings in a style, from 1.
    pub fn heading(&self, style: &str) -> Option<u8> {
        let level = |style: &Style| match style.outline {
            Some(level) => Some(level.saturating_add(1)),
            None => style
                .name
                .strip_prefix("heading ")
                .and_then(|level| level.trim().parse().ok()),
        };

        self.bases(style)
            .find_map(level)
            .filter(|level| (1..=9).contains(level))
    }

    /// Whether a style is that of the document's title.
    pub fn is_title(&self, style: &str) -> bool {
        self.by_id
            .get(style)
            .is_some_and(|style| style.name == "title")
    }

    /// Whether a style is that of a table of contents.
    pub fn is_contents(&self, style: &str) -> bool {
        self.by_id
            .get(style)
            .is_some_and(|style| style.name.starts_with("toc "))
    }

    /// Whether the first row of a table in a style looks different from the others.
    pub fn marks_head(&self, style: &str) -> bool {
        let named = || self.bases(style).any(|style| style.marks_head);
        !style.is_empty() && named()
    }

    /// Whether nobody sees what is in a style.
    pub fn hides(&self, style: &str) -> bool {
        let hidden = self.bases(style).find_map(|style| style.look.hidden);
        hidden.unwrap_or_default()
    }

    /// A style and those that it is based on, the nearest first; without a name, that of most
    /// paragraphs.
    pub fn bases<'a>(&'a self, style: &str) -> impl Iterator<Item = &'a Style> {
        let first = match style {
            "" => self.by_id.get(&self.usual),
            style => self.by_id.get(style),
        };
        let based = |style: &&Style| self.by_id.get(style.based_on.as_ref()?);
        iter::successors(first, based).take(MOST_BASES)
    }
}
