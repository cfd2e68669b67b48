//! `.md`: the canonical text is what a reader sees, so markup is gone and paragraphs are separated by
//! blank lines; headings become sections.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::corpus::outline::{Metadata, Outline};
use crate::document::Document;

/// Reads a Markdown text with optional front matter (`title`, `author`, `language`).
pub fn read(path: &str, source: &str) -> Document {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (front, body) = front_matter(source);
    let mut page = Page::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let tops = Parser::new_ext(body, options).filter(is_top_heading).count();
    page.titled = tops == 1; // several are chapters
    for event in Parser::new_ext(body, options) {
        page.event(event);
    }
    page.end_block();
    let metadata = Metadata { title: front.title.or(page.title), ..front };
    page.outline.finish(path, metadata, page.text)
}

/// Splits off `---` front matter: plain `key: value` lines, which is all we need of YAML.
fn front_matter(source: &str) -> (Metadata, &str) {
    let mut front = Metadata::default();
    let mut at = 0;
    for (number, line) in source.split_inclusive('\n').enumerate() {
        at += line.len();
        match (number, line.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---" | "...") => return (front, &source[at..]),
            (_, line) => set(&mut front, line),
        }
    }
    (Metadata::default(), source)
}

fn set(front: &mut Metadata, line: &str) {
    let Some((key, value)) = line.split_once(':') else { return };
    let value = value.trim().trim_matches(['"', '\'']);
    let slot = match key.trim() {
        "title" => &mut front.title,
        "author" => &mut front.author,
        "language" | "lang" => &mut front.language,
        _ => return,
    };
    *slot = (!value.is_empty()).then(|| value.to_owned());
}

/// The text so far and where we are in it.
#[derive(Default)]
struct Page {
    text: String,
    outline: Outline,
    title: Option<String>,
    /// The only heading of level 1 is the title if it comes first.
    titled: bool,
    block_start: usize,
    heading: Option<u8>,
    /// Next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Inside what a reader does not see as text: a picture's alternative text, raw HTML.
    hidden: usize,
}

impl Page {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => self.text.push_str(&text),
            Event::SoftBreak if self.hidden == 0 => self.text.push(' '),
            Event::HardBreak if self.hidden == 0 => self.text.push('\n'),
            Event::Rule => self.end_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_block();
                self.heading = Some(level_number(level));
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => {
                self.end_block();
                match self.lists.last_mut() {
                    Some(Some(number)) => {
                        self.text.push_str(&format!("{number}. "));
                        *number += 1;
                    }
                    _ => self.text.push_str("• "),
                }
            }
            Tag::Image { .. } | Tag::HtmlBlock => self.hidden += 1,
            Tag::Paragraph if self.at_list_mark() => {}
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Table(_) | Tag::FootnoteDefinition(_) => {
                self.end_block()
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::Image | TagEnd::HtmlBlock => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::TableCell => self.text.push(' '),
            TagEnd::TableRow | TagEnd::TableHead | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Item => {
                self.end_block()
            }
            _ => {}
        }
    }

    /// A loose list opens a paragraph right behind its mark; both are one line to a reader.
    fn at_list_mark(&self) -> bool {
        !self.lists.is_empty()
            && self.text[self.block_start..].ends_with([' ', '•'])
            && self.text[self.block_start..].len() < 24
    }

    fn end_heading(&mut self) {
        let level = self.heading.take().unwrap_or(1);
        let start = self.block_start;
        let title = self.text[start..].trim().to_owned();
        self.break_line();
        if level == 1 && self.titled && self.outline.is_empty() && !title.is_empty() {
            self.title = Some(title); // the title stands above every place, so it is no section
        } else {
            self.outline.heading(level, &title, start);
        }
    }

    /// Ends the paragraph being written, if any.
    fn end_block(&mut self) {
        let written = &self.text[self.block_start..];
        let start = self.block_start + (written.len() - written.trim_start().len());
        let end = self.block_start + written.trim_end().len();
        if start < end {
            self.outline.block(start..end);
        }
        self.break_line();
    }

    fn break_line(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.block_start = self.text.len();
    }
}

fn is_top_heading(event: &Event) -> bool {
    matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }))
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_text_is_what_a_reader_sees() {
        let source = "---\ntitle: \"Birth\"\nauthor: Ada Lind\nlanguage: en\n---\n# Top\n\nIntro *with* [a link](http://x) &amp; `code`.\n\n## One\n\nHard\nwrapped.\n\n\
                      - tight\n- items\n\n1. loose\n\n2. ones\n\n<div>x</div>\n\n> Said.\n\n![alt](p.png)\n\n| a | b |\n|---|---|\n| c | d |\n";
        let document = read("b.md", source);
        assert_eq!((document.title.as_str(), document.language.as_deref()), ("Birth", Some("en")));
        assert_eq!(document.author.as_deref(), Some("Ada Lind"));
        let expected = "Top\n\nIntro with a link & code.\n\nOne\n\nHard wrapped.\n\n• tight\n\n• items\n\n1. loose\n\n2. ones\n\nSaid.\n\na b\n\nc d\n\n";
        assert_eq!(document.text, expected);
        let one = vec!["One".to_owned()];
        let places: Vec<_> = document
            .blocks
            .iter()
            .map(|b| (&document.text[b.range.clone()], document.sections[b.section].path.clone()))
            .collect();
        assert_eq!(
            places[..3],
            [("Intro with a link & code.", vec![]), ("Hard wrapped.", one.clone()), ("• tight", one)]
        );
    }

    #[test]
    fn the_only_top_heading_is_the_title_if_it_comes_first() {
        let place = |source: &str| {
            let document = read("my-book.md", source);
            let sections = document.sections.iter().map(|s| s.path.join(" › ")).collect::<Vec<_>>().join("; ");
            (document.title, sections)
        };
        let expect = |title: &str, sections: &str| (title.to_owned(), sections.to_owned());
        assert_eq!(place("# Home\n\nIt began.\n\n## Away\n\nIt went on."), expect("Home", "; Away"));
        assert_eq!(place("# One\n\nIt began.\n\n# Two\n\nIt went on."), expect("My book", "One; Two"));
        assert_eq!(place("It began.\n\n# Late\n\nIt went on.\n\n# \n\nStill."), expect("My book", "; Late"));
    }

    #[test]
    fn dashes_that_are_no_front_matter_stay_text() {
        assert_eq!(read("x.md", "---\n\nHello.\n").text, "Hello.\n\n");
        assert_eq!(read("x.md", "Hello.\n").title, "X");
    }
}
