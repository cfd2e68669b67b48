//! `.txt`: the canonical text is the file itself; this finds paragraphs and chapters in it.
//!
//! Two kinds of file are common: hard-wrapped lines with blank lines between paragraphs, and one
//! line a paragraph. Project Gutenberg's licence before and after the text is left out of what is
//! quoted.

use std::ops::Range;

use crate::corpus::outline::{Metadata, Outline};
use crate::document::Document;

/// Lines longer than this mean that the file is not hard-wrapped.
const WRAPPED_LINE: usize = 120;
/// A line of more characters is no heading and no title.
const HEADING_CHARS: usize = 80;

/// Reads a plain text; what names it or its chapters is found by how it looks.
pub fn read(path: &str, text: String) -> Document {
    let gutenberg = Gutenberg::find(&text);
    let mut paragraphs = paragraphs(&text, gutenberg.body.clone());

    let mut metadata = gutenberg.metadata;
    metadata.title = metadata.title.or_else(|| own_title(&text, &mut paragraphs));

    let mut outline = Outline::default();
    let mut rest = paragraphs.as_slice();
    while let Some((range, after)) = rest.split_first() {
        rest = after;
        match heading(&text[range.clone()]) {
            Some(Heading::Contents) => {}
            Some(Heading::Chapter { level, needs_title }) => {
                let mut heading = text[range.clone()].to_owned();

                // "CHAPTER IV." alone on its line: the title may be the next paragraph.
                if needs_title
                    && let Some((next, after)) = rest.split_first()
                    && is_title(&text[next.clone()])
                {
                    heading = format!("{heading} {}", &text[next.clone()]);
                    rest = after;
                }

                outline.heading(level, &heading, range.start);
            }
            None => outline.block(range.clone()),
        }
    }

    outline.finish(path, metadata, text)
}

/// What Project Gutenberg wraps its texts in.
struct Gutenberg {
    body: Range<usize>,
    metadata: Metadata,
}

impl Gutenberg {
    fn find(text: &str) -> Gutenberg {
        let mark = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let whole = Gutenberg {
            body: mark..text.len(),
            metadata: Metadata::default(),
        };

        let Some(start) = line_with(text, &["*** START OF TH", "***START OF TH"]) else {
            return whole;
        };

        let book = &text[start.end..];
        // Some texts end with a plain sentence instead of a line with stars.
        let end = line_with(
            book,
            &[
                "*** END OF TH",
                "***END OF TH",
                "End of the Project Gutenberg",
                "End of Project Gutenberg",
            ],
        );
        let body = start.end..end.map_or(text.len(), |line| start.end + line.start);
        // Nothing between the two: a text about such lines, perhaps.
        if text[body.clone()].trim().is_empty() {
            return whole;
        }

        let header = &text[..start.start];
        let field = |name: &str| {
            let value = header
                .lines()
                .find_map(|line| line.strip_prefix(name))?
                .trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        Gutenberg {
            body,
            metadata: Metadata {
                title: field("Title:"),
                author: field("Author:"),
                language: field("Language:").and_then(|name| language_tag(&name)),
            },
        }
    }
}

fn line_with(text: &str, marks: &[&str]) -> Option<Range<usize>> {
    let start = marks.iter().filter_map(|mark| text.find(mark)).min()?;
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |at| start + at + 1);
    Some(start..end)
}

fn language_tag(name: &str) -> Option<String> {
    let tag = match name.to_ascii_lowercase().as_str() {
        "english" => "en",
        "german" => "de",
        "french" => "fr",
        "spanish" => "es",
        "italian" => "it",
        "portuguese" => "pt",
        "dutch" => "nl",
        "swedish" => "sv",
        "russian" => "ru",
        _ => return None,
    };
    Some(tag.to_owned())
}

/// Paragraphs of `text[body]`, without surrounding white space.
fn paragraphs(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let lines = lines(text, body);
    let by_line = !is_wrapped(&lines);

    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for line in lines {
        match paragraphs.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if open && !by_line => last.end = line.end,
            _ => {
                paragraphs.push(line);
                open = true;
            }
        }
    }

    paragraphs
}

/// Lines of `text[body]`, trimmed; a lone carriage return ends a line too.
fn lines(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let mut start = body.start;
    text[body]
        // Of the same length, so that the places stay those of the text.
        .replace("\r\n", " \n")
        .split(['\n', '\r'])
        .map(|line| {
            let from = start + line.len() - line.trim_start().len();
            let to = start + line.trim_end().len();
            start += line.len() + 1;
            // In a line of white space only, both ends are trimmed past each other.
            from.min(to)..to
        })
        .collect()
}

fn is_wrapped(lines: &[Range<usize>]) -> bool {
    let mut lengths: Vec<usize> = lines.iter().map(Range::len).filter(|n| *n > 0).collect();
    lengths.sort_unstable();
    lengths
        .get(lengths.len() * 9 / 10)
        .is_none_or(|long| *long <= WRAPPED_LINE)
}

/// A first line that looks like a title; it is then no paragraph.
fn own_title(text: &str, paragraphs: &mut Vec<Range<usize>>) -> Option<String> {
    let first = paragraphs.first()?.clone();
    let fits = paragraphs.len() > 1
        && is_title(&text[first.clone()])
        && heading(&text[first.clone()]).is_none_or(|h| !h.is_chapter());

    fits.then(|| {
        paragraphs.remove(0);
        text[first].to_owned()
    })
}

fn is_title(paragraph: &str) -> bool {
    !paragraph.contains(['\n', '\r'])
        && paragraph.chars().count() <= HEADING_CHARS
        && paragraph.contains(char::is_alphabetic)
        && !paragraph.ends_with(['.', '!', '?', ',', ';', ':', '"', '”', '\''])
        && !paragraph.starts_with(['"', '“', '-', '*'])
}

enum Heading {
    Chapter { level: u8, needs_title: bool },
    Contents,
}

impl Heading {
    /// Whether it says so itself (`Chapter 4`), rather than by standing in capitals.
    fn is_chapter(&self) -> bool {
        !matches!(self, Heading::Chapter { level: 3, .. })
    }
}

fn heading(paragraph: &str) -> Option<Heading> {
    let lines: Vec<&str> = paragraph.lines().collect();
    let numbered = lines
        .iter()
        .filter(|line| chapter_level(line).is_some())
        .count();

    // A paragraph made of such lines lists chapters; it begins none.
    if numbered > 2 && numbered * 2 > lines.len() {
        return Some(Heading::Contents);
    }
    if lines.len() > 3 || paragraph.chars().count() > 2 * HEADING_CHARS {
        return None;
    }

    if let Some((level, bare)) = chapter_level(lines[0]) {
        return Some(Heading::Chapter {
            level,
            needs_title: bare && lines.len() == 1,
        });
    }

    let capitals = lines.len() == 1
        && paragraph.chars().count() <= HEADING_CHARS
        && paragraph.chars().filter(|c| c.is_uppercase()).count() > 3
        && !paragraph.contains(char::is_lowercase)
        && !paragraph.ends_with([',', ';', '!', '?', '"', '”']);
    capitals.then_some(Heading::Chapter {
        level: 3,
        needs_title: false,
    })
}

/// `PART TWO`, `Chapter 4. The Well`, `IV.`: the level, and whether the line is a number only.
pub fn chapter_level(line: &str) -> Option<(u8, bool)> {
    let line = line.trim();
    if line.chars().count() > HEADING_CHARS {
        return None;
    }

    let (word, rest) = line.split_once([' ', '\u{a0}']).unwrap_or((line, ""));
    let level = match word.to_lowercase().as_str() {
        "part" | "book" | "volume" | "act" => 1,
        "chapter" | "canto" | "scene" | "letter" => 2,
        "prologue" | "epilogue" | "preface" | "introduction" | "foreword" | "afterword"
            if rest.is_empty() =>
        {
            return Some((2, false));
        }
        // `IV.`, but not `I` or `IV` without the point: these may be words.
        _ => return (rest.is_empty() && is_roman(word.strip_suffix('.')?)).then_some((2, true)),
    };

    let (number, title) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let bare = number.trim_end_matches(['.', ':', ',', '—', '-']);

    // "Part of him wanted to go" is a sentence, "Part 2" and "Part Two: Home" are not.
    let counts =
        bare.starts_with(|c: char| c.is_ascii_digit()) || is_roman(bare) || is_number_word(bare);
    let titled = title.is_empty() || number != bare || !title.starts_with(char::is_lowercase);
    (counts && titled).then_some((level, title.is_empty()))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 8 && word.chars().all(|c| "IVXLC".contains(c))
}

fn is_number_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
        "ninth", "tenth", "last",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(document: &Document) -> Vec<(&str, Vec<String>)> {
        let section = |b: &crate::document::Block| document.sections[b.section].path.clone();
        document
            .blocks
            .iter()
            .map(|b| (&document.text[b.range.clone()], section(b)))
            .collect()
    }

    #[test]
    fn paragraphs_chapters_and_title_are_found() {
        let text = "The Well\n\nPART ONE\n\nCHAPTER I.\n\nThe Bucket\n\nIt was\r\ndeep.\n\nVery.\n\nChapter 2: The Rope\nIt broke.\nIV.\n";
        let document = read("well.txt", text.into());
        assert_eq!(document.title, "The Well");

        let bucket = vec!["PART ONE".to_owned(), "CHAPTER I. The Bucket".to_owned()];
        assert_eq!(
            blocks(&document)[..2],
            [("It was\r\ndeep.", bucket.clone()), ("Very.", bucket)]
        );
    }

    #[test]
    fn a_file_of_long_lines_has_a_paragraph_a_line() {
        let long = "word ".repeat(60);
        let document = read("a/long-lines.txt", format!("{long}\n{long}.\r\n{long}."));
        assert_eq!(document.blocks.len(), 3);
        assert_eq!(document.title, "Long lines");
    }

    #[test]
    fn what_project_gutenberg_adds_is_not_quoted() {
        let text = "The Project Gutenberg eBook\n\nTitle: Peter Rabbit\nLanguage: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK PETER RABBIT ***\n\n\
                    CONTENTS\n\nChapter 1\nChapter 2\nChapter 3\n\nOnce upon a time.\n\n*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nDonate.\n";

        let document = read("pg.txt", text.into());
        assert_eq!(
            (document.title.as_str(), document.language.as_deref()),
            ("Peter Rabbit", Some("en"))
        );
        assert_eq!(
            blocks(&document),
            [("Once upon a time.", vec!["CONTENTS".to_owned()])]
        );

        let document = read(
            "odd.txt",
            "*** END OF TH *** START OF THE PROJECT GUTENBERG EBOOK\nIt began.\n".into(),
        );
        assert_eq!(blocks(&document), [("It began.", vec![])]);
    }

    #[test]
    fn sentences_that_begin_like_chapters_are_no_headings() {
        for line in [
            "Part of him wanted to go.",
            "Book two tickets now, she said.",
            "I am here.",
            "Act natural.",
        ] {
            assert!(heading(line).is_none(), "{line}");
        }
    }

    #[test]
    fn the_byte_order_mark_is_not_part_of_the_first_word() {
        let document = read("b.txt", "\u{feff}Hello there.\n".into());
        assert_eq!(blocks(&document), [("Hello there.", vec![])]);
    }
}
