//! What a paragraph's style and list say of it: is it a heading, and which mark stands before it?

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::attribute;

/// How many styles may be based on each other; Word allows eleven.
const MOST_BASES: usize = 20;

/// The styles and lists of a document.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The formats of the levels of each list, such as `bullet` or `decimal`.
    formats: HashMap<(String, u8), String>,
    /// The pattern that each list follows.
    patterns: HashMap<String, String>,
    /// The language of text that does not say otherwise.
    pub language: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
}

impl Styles {
    /// Reads `styles.xml` and `numbering.xml`, as far as they can be read.
    pub fn parse(styles: &str, numbering: &str) -> Styles {
        let mut parsed = Styles::default();
        parsed.read_styles(styles);
        parsed.read_numbering(numbering);
        parsed
    }

    fn read_styles(&mut self, xml: &str) {
        // The style whose properties are being read; before the first come the document's defaults.
        let mut id = None;
        for_each_tag(xml, |name, tag| {
            let value = || attribute(tag, "val");

            if name == "style" {
                id = attribute(tag, "styleId");
                return;
            }

            let Some(id) = &id else {
                if name == "lang" {
                    self.language = value();
                }
                return;
            };

            let style = self.styles.entry(id.clone()).or_default();
            match name {
                "name" => style.name = value().unwrap_or_default().to_lowercase(),
                "basedOn" => style.based_on = value(),
                "outlineLvl" => style.outline = value().and_then(|level| level.parse().ok()),
                "numId" => style.list = value(),
                _ => {}
            }
        });
    }

    fn read_numbering(&mut self, xml: &str) {
        let mut pattern = None;
        let mut level = 0;
        let mut list = None;

        // Patterns come first, each with its levels; then the lists, each with the pattern it follows.
        for_each_tag(xml, |name, tag| match name {
            "abstractNum" => pattern = attribute(tag, "abstractNumId"),
            "lvl" => {
                level = attribute(tag, "ilvl")
                    .and_then(|level| level.parse().ok())
                    .unwrap_or(0)
            }
            "numFmt" => {
                if let (Some(pattern), Some(format)) = (&pattern, attribute(tag, "val")) {
                    self.formats.insert((pattern.clone(), level), format);
                }
            }
            "num" => list = attribute(tag, "numId"),
            "abstractNumId" => {
                if let (Some(list), Some(pattern)) = (&list, attribute(tag, "val")) {
                    self.patterns.insert(list.clone(), pattern);
                }
            }
            _ => {}
        });
    }

    /// The level of headings in a style, from 1.
    pub fn heading(&self, style: &str) -> Option<u8> {
        self.find(style, |style| match style.outline {
            Some(level) => Some(level.saturating_add(1)),
            None => style
                .name
                .strip_prefix("heading ")
                .and_then(|level| level.trim().parse().ok()),
        })
        .filter(|level| (1..=9).contains(level))
    }

    /// Whether a style is that of the document's title.
    pub fn is_title(&self, style: &str) -> bool {
        self.styles
            .get(style)
            .is_some_and(|style| style.name == "title")
    }

    /// Whether a style is that of a table of contents.
    pub fn is_contents(&self, style: &str) -> bool {
        self.styles
            .get(style)
            .is_some_and(|style| style.name.starts_with("toc "))
    }

    /// The list that paragraphs of a style belong to.
    pub fn list(&self, style: &str) -> Option<String> {
        self.find(style, |style| style.list.clone())
    }

    /// The format of a level of a list.
    pub fn format(&self, list: &str, level: u8) -> Option<&str> {
        let pattern = self.patterns.get(list)?;
        self.formats
            .get(&(pattern.clone(), level))
            .map(String::as_str)
    }

    /// What a style, or the nearest one that it is based on, says.
    fn find<T>(&self, style: &str, say: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let first = self.styles.get(style);
        let based = |style: &&Style| self.styles.get(style.based_on.as_ref()?);
        std::iter::successors(first, based)
            .take(MOST_BASES)
            .find_map(say)
    }
}

/// Calls `act` with the local name of every element that opens, until the end or the first damage.
fn for_each_tag(xml: &str, mut act: impl FnMut(&str, &BytesStart)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => act(tag.local_name().as_ref(), &tag),
            Ok(Event::Eof) | Err(_) => return,
            _ => {}
        }
    }
}
