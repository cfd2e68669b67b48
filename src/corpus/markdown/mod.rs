//! `.md`: the canonical text is what a reader sees, so markup is gone and paragraphs are separated
//! by blank lines; headings become sections.
//!
//! In: Markdown as CommonMark and GitHub have it, with what Obsidian, Hugo, Pandoc and their like
//! add. Out: a document. The decision that is not obvious: Markdown may hold HTML anywhere, so it
//! is made HTML, as a site would make it, and read as a page.

mod bare;
mod blocks;
mod boxes;
mod brews;
mod code;
mod comments;
mod dialects;
mod fences;
mod front;
mod inner;
mod liquid;
mod raw;
mod scripts;
mod tables;
mod values;
mod verse;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::corpus::html::Page;
use crate::corpus::manuscript::Manuscript;
use crate::corpus::outline::exported_name;
use crate::corpus::programs;
use crate::document::Document;
use raw::Raw;
use verse::Verses;

/// Deeper than this, quotations and lists are text of the one above: to a browser each level costs
/// more than the one before.
const DEPTH: usize = 100;

/// Reads a Markdown text with optional front matter.
pub fn read_markdown(path: &str, source: &str) -> Document {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (metadata, body) = front::split_front_matter(source);
    let metadata = programs::strip_programs(metadata);
    let has_front = body.len() < source.len();
    let page = Page::of_html(&to_html(&dialects::to_common_markdown(body, has_front)));

    // Several top headings are chapters, and none of them is the title. Where the title is known,
    // so is one.
    let title = metadata.title.as_deref();
    let named = title.or(exported_name(path));
    let only_one = title.is_none() && page.top_headings() == 1;
    let mut manuscript = Manuscript::new(only_one, named);
    page.write(&mut manuscript);
    manuscript.finish(path, metadata)
}

/// The parts of Markdown that are read.
fn parser_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_DEFINITION_LIST
}

fn to_html(body: &str) -> String {
    let mut filter = Filter::default();
    let parsed = Verses::new(Parser::new_ext(body, parser_options()));
    let events = parsed.filter_map(|event| filter.event(event));
    let mut page = String::from("<body>");
    html::push_html(&mut page, events);
    page
}

/// What is left out on the way from Markdown to HTML.
#[derive(Default)]
struct Filter {
    raw: Raw,
    /// The block of HTML that is being read.
    block: String,
    /// Inside code that is not printed.
    unprinted: bool,
    /// The element inside a paragraph that a browser does not show, and that is being read.
    unseen: Option<&'static str>,
    /// Inside a link that shows where it leads.
    in_address: bool,
    /// How many quotations, lists and items are open.
    depth: usize,
    /// Whether there has been text; a heading before any may be the title wherever it stands.
    begun: bool,
    /// Inside a heading that is only a line.
    in_line: bool,
}

impl Filter {
    fn event<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        match event {
            // Pandoc hands such a block to another format as it is.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if info.starts_with("{=") => {
                self.unprinted = true;
                None
            }
            Event::End(TagEnd::CodeBlock) if self.unprinted => {
                self.unprinted = false;
                None
            }
            _ if self.unprinted => None,

            Event::InlineHtml(ref tag) if self.unseen.is_none() && opens_unseen(tag).is_some() => {
                self.unseen = opens_unseen(tag);
                None
            }
            Event::InlineHtml(ref tag) if self.unseen.is_some_and(|name| closes(tag, name)) => {
                self.unseen = None;
                None
            }
            Event::End(TagEnd::Paragraph) => {
                self.unseen = None;
                Some(event)
            }
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) if self.unseen.is_some() => None,

            Event::Start(Tag::HtmlBlock) => None,
            Event::Html(piece) => {
                self.block.push_str(&piece);
                None
            }
            Event::End(TagEnd::HtmlBlock) => {
                let block = std::mem::take(&mut self.block);
                Some(Event::Html(self.raw.block(&block).into()))
            }
            Event::InlineHtml(tag) => {
                Some(Event::InlineHtml(self.raw.inline(&tag).to_owned().into()))
            }

            Event::Text(address) if self.in_address => {
                let place = address.trim_start_matches('#').replace('#', " > ");
                Some(Event::Text(place.into()))
            }
            Event::Start(Tag::Link { link_type, .. }) => {
                self.in_address = link_type == LinkType::WikiLink { has_pothole: false };
                Some(event)
            }
            Event::End(TagEnd::Link) => {
                self.in_address = false;
                Some(event)
            }

            // A formula is read as it is written, and nothing in it is a mark of Markdown.
            Event::InlineMath(formula) => Some(Event::Text(format!("${formula}$").into())),
            Event::DisplayMath(formula) => Some(Event::Text(format!("$${formula}$$").into())),

            Event::Start(ref tag) if is_container(tag.to_end()) => {
                self.depth += 1;
                (self.depth <= DEPTH).then_some(event)
            }
            Event::End(tag) if is_container(tag) => {
                self.depth -= 1;
                (self.depth < DEPTH).then_some(event)
            }
            // A heading in a box, a quotation or an item is a line of it: what follows the box
            // stands under none of its.
            Event::Start(Tag::Heading { .. }) if self.depth > 0 && self.begun => {
                self.in_line = true;
                Some(Event::Start(Tag::Paragraph))
            }
            Event::End(TagEnd::Heading(_)) if std::mem::take(&mut self.in_line) => {
                Some(Event::End(TagEnd::Paragraph))
            }
            Event::Text(_) if !self.begun => {
                self.begun = true;
                self.event(event)
            }
            Event::Start(ref tag) if is_look(tag.to_end()) => None,
            Event::End(tag) if is_look(tag) => None,
            other => Some(other),
        }
    }
}

/// Elements that a browser does not show.
const UNSEEN: &[&str] = &["script", "style", "template"];

/// The element that a tag in a paragraph opens, if a browser does not show it.
fn opens_unseen(tag: &str) -> Option<&'static str> {
    let name = tag.strip_prefix('<')?.to_ascii_lowercase();
    let is_it = |unseen: &&&str| {
        let rest = name.strip_prefix(**unseen);
        rest.is_some_and(|rest| rest.starts_with(['>', ' ']))
    };
    UNSEEN.iter().find(is_it).copied()
}

fn closes(tag: &str, name: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    tag.strip_prefix("</")
        .is_some_and(|tag| tag.starts_with(name))
}

/// Whether a tag may hold another of its kind, and that one another.
fn is_container(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
    )
}

/// Whether a tag only changes how text looks.
fn is_look(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_text_is_what_a_reader_sees() {
        let source = "---\ntitle: \"Birth\"\nauthor: Ada Lind\nlanguage: en\n---\n# Top\n\nIntro *with* [a link](http://x) &amp; `code`.\n\n## One\n\nHard\nwrapped.\n\n\
                      - tight\n- items\n\n1. loose\n\n2. ones\n\n<div>x</div>\n\n> Said.\n\n![alt](p.png)\n\n| a | b |\n|---|---|\n| c | d |\n";
        let document = read_markdown("b.md", source);

        assert_eq!(
            (document.title.as_str(), document.language.as_deref()),
            ("Birth", Some("en"))
        );
        assert_eq!(document.author.as_deref(), Some("Ada Lind"));

        let expected = "Top\n\nIntro with a link & code.\n\nOne\n\nHard wrapped.\n\n• tight\n\n• items\n\n1. loose\n\n2. ones\n\nx\n\nSaid.\n\na b\n\nc d\n\n";
        assert_eq!(document.text, expected);

        // The title is known, so the heading at the top is a place.
        let top = vec!["Top".to_owned()];
        let one = vec!["Top".to_owned(), "One".to_owned()];
        let places: Vec<_> = document
            .blocks
            .iter()
            .map(|b| {
                (
                    &document.text[b.range.clone()],
                    document.sections[b.section].path.clone(),
                )
            })
            .collect();
        assert_eq!(
            places[..3],
            [
                ("Intro with a link & code.", top),
                ("Hard wrapped.", one.clone()),
                ("• tight", one)
            ]
        );
    }

    #[test]
    fn the_only_top_heading_is_the_title_if_it_comes_first() {
        let place = |source: &str| {
            let document = read_markdown("my-book.md", source);
            let sections = document
                .sections
                .iter()
                .map(|s| s.path.join(" › "))
                .collect::<Vec<_>>()
                .join("; ");
            (document.title, sections)
        };

        let expect = |title: &str, sections: &str| (title.to_owned(), sections.to_owned());
        assert_eq!(
            place("# Home\n\nIt began.\n\n## Away\n\nIt went on."),
            expect("Home", "; Away")
        );
        assert_eq!(
            place("# One\n\nIt began.\n\n# Two\n\nIt went on."),
            expect("My book", "One; Two")
        );
        assert_eq!(
            place("It began.\n\n# Late\n\nIt went on.\n\n# \n\nStill."),
            expect("My book", "; Late")
        );
    }

    #[test]
    fn dashes_that_are_no_front_matter_stay_text() {
        assert_eq!(read_markdown("x.md", "---\n\nHello.\n").text, "Hello.\n\n");
        assert_eq!(read_markdown("x.md", "Hello.\n").title, "X");
    }
}
