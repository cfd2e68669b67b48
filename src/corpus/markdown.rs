//! `.md`: the canonical text is what a reader sees, so markup is gone and paragraphs are separated by
//! blank lines; headings become sections.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::corpus::manuscript::Manuscript;
use crate::corpus::outline::Metadata;
use crate::document::Document;

/// Reads a Markdown text with optional front matter (`title`, `author`, `language`).
pub fn read(path: &str, source: &str) -> Document {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (front, body) = front_matter(source);

    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let tops = Parser::new_ext(body, options)
        .filter(is_top_heading)
        .count();

    let mut page = Page {
        // Several top headings are chapters, and none of them is the title.
        manuscript: Manuscript::new(tops == 1, None),
        ..Page::default()
    };
    for event in Parser::new_ext(body, options) {
        page.event(event);
    }

    page.manuscript.finish(path, front)
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

    // Without a line that closes it, the first one was only a rule.
    (Metadata::default(), source)
}

/// Keeps what one line of front matter says, if it is of any use to us.
fn set(front: &mut Metadata, line: &str) {
    let Some((key, value)) = line.split_once(':') else {
        return;
    };
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
    manuscript: Manuscript,
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
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => {
                self.manuscript.push(&text)
            }
            // A line that is only wrapped flows on; one that was ended on purpose does not.
            Event::SoftBreak if self.hidden == 0 => self.manuscript.push(" "),
            Event::HardBreak if self.hidden == 0 => self.manuscript.push("\n"),
            Event::Rule => self.manuscript.end_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.manuscript.end_block();
                self.heading = Some(level_number(level));
            }
            Tag::List(first) => {
                self.manuscript.end_block();
                self.lists.push(first);
            }
            Tag::Item => match self.lists.last_mut() {
                Some(Some(number)) => {
                    self.manuscript.begin_item(&format!("{number}."));
                    *number += 1;
                }
                _ => self.manuscript.begin_item("•"),
            },
            Tag::Image { .. } | Tag::HtmlBlock => self.hidden += 1,
            // A loose list opens a paragraph right after its mark; both are one line to a reader.
            Tag::Paragraph => self.manuscript.begin_block(),
            Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Table(_) | Tag::FootnoteDefinition(_) => {
                self.manuscript.end_block()
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self
                .manuscript
                .end_heading(self.heading.take().unwrap_or(1)),
            TagEnd::List(_) => {
                self.manuscript.end_block();
                self.lists.pop();
            }
            TagEnd::Image | TagEnd::HtmlBlock => self.hidden = self.hidden.saturating_sub(1),
            // The cells of a row are one line; the space after the last is trimmed with the block.
            TagEnd::TableCell => self.manuscript.push(" "),
            TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::Item => self.manuscript.end_block(),
            _ => {}
        }
    }
}

fn is_top_heading(event: &Event) -> bool {
    matches!(
        event,
        Event::Start(Tag::Heading {
            level: HeadingLevel::H1,
            ..
        })
    )
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

        assert_eq!(
            (document.title.as_str(), document.language.as_deref()),
            ("Birth", Some("en"))
        );
        assert_eq!(document.author.as_deref(), Some("Ada Lind"));

        let expected = "Top\n\nIntro with a link & code.\n\nOne\n\nHard wrapped.\n\n• tight\n\n• items\n\n1. loose\n\n2. ones\n\nSaid.\n\na b\n\nc d\n\n";
        assert_eq!(document.text, expected);

        let one = vec!["One".to_owned()];
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
                ("Intro with a link & code.", vec![]),
                ("Hard wrapped.", one.clone()),
                ("• tight", one)
            ]
        );
    }

    #[test]
    fn the_only_top_heading_is_the_title_if_it_comes_first() {
        let place = |source: &str| {
            let document = read("my-book.md", source);
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
        assert_eq!(read("x.md", "---\n\nHello.\n").text, "Hello.\n\n");
        assert_eq!(read("x.md", "Hello.\n").title, "X");
    }
}
