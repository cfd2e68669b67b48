//! `.txt`: the canonical text is the file itself; this finds paragraphs and chapters in it.
//!
//! In: a text. Out: a document whose blocks are paragraphs and whose sections are chapters, each
//! where it stands in the file. What names the chapters is told by how it looks (`labels.rs`,
//! `headings.rs`) and by what stands around it (`chapters.rs`, `titles.rs`); what Project Gutenberg
//! adds before and after a book is left out of what is quoted. Who wrote it is known from a line
//! under its title (`byline.rs`).

mod aozora;
mod byline;
mod chapters;
mod contents;
mod front;
mod headings;
mod labels;
mod lines;
mod numbered;
mod numerals;
mod pages;
mod sections;
mod subtitles;
mod titles;
mod unspaced;

/// How chapters are called and numbered, for whoever looks for one.
pub mod numbers {
    pub use super::labels::WORDS;
    pub use super::numerals::{
        fold_accents, is_cardinal, parse_han_number, parse_number, parse_roman,
    };
}

use crate::corpus::gutenberg::{self, Book};
use crate::corpus::outline::{Metadata, Outline, TypedHeading};
use crate::document::Document;
use chapters::{Piece, split_into_chapters};
use headings::strip_line_marks;
use labels::{Kind, Label};
pub use lines::LINE_ENDS;
use lines::split_paragraphs;
use numbered::part_numbered_headings;

/// The level of a book in a file that holds several.
const BOOK: u8 = 0;
/// Notes on the text may end a book, in the last of so many parts.
const LATE: usize = 5;

/// Reads a plain text; what names it or its chapters is found by how it looks.
pub fn read_plain_text(path: &str, text: String) -> Document {
    let text = pages::strip_page_marks(&text).unwrap_or(text);
    let text = subtitles::read_subtitles(&text).unwrap_or(text);
    let (text, metadata) = aozora::read_aozora(&text).unwrap_or((text, Metadata::default()));
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let whole = Book {
        body: mark..text.len(),
        metadata,
    };
    let mut books = gutenberg::split_books(&text).unwrap_or_else(|| vec![whole]);

    let mut outline = Outline::default();
    let several = books.len() > 1;
    for book in &mut books {
        let paragraphs = split_paragraphs(&text, book.body.clone());
        let paragraphs = part_numbered_headings(&text, paragraphs);
        let found = split_into_chapters(&text, &paragraphs, book.metadata.title.as_deref());

        let own = || found.title.map(|range| strip_title_marks(&text[range]));
        book.metadata.title = book.metadata.title.take().or_else(own);
        let named = || byline::find_author(&text, &paragraphs);
        book.metadata.author = book.metadata.author.take().or_else(named);
        if let Some(title) = book.metadata.title.as_deref().filter(|_| several) {
            outline.heading(BOOK, title, book.body.start);
        }

        let pieces = leave_out_notes(&text, book.body.end, found.pieces);
        for piece in pieces {
            match piece {
                Piece::Heading { level, range } => {
                    outline.heading(level, &strip_title_marks(&text[range.clone()]), range.start);
                }
                Piece::Text(range) => outline.block(range),
            }
        }
    }

    outline.finish(path, gutenberg::shared_metadata(books), text)
}

/// The pieces of a book without what those who made the file say of it: a chapter of notes that
/// begins the book or ends it, and notes in brackets.
fn leave_out_notes(text: &str, end: usize, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let is_heading = |piece: &Piece| matches!(piece, Piece::Heading { .. });
    let first_heading = pieces.iter().position(is_heading).unwrap_or_default();
    let is_late = |at: usize| at > end - end / LATE;

    let mut at = 0;
    let mut inside = false;
    pieces.retain(|piece| {
        let (range, begins) = match piece {
            Piece::Heading { range, .. } => (range, at == first_heading || is_late(range.start)),
            Piece::Text(range) => (range, is_late(range.start)),
        };
        at += 1;

        let written = &text[range.clone()];
        inside &= !is_heading(piece);
        inside |= begins && gutenberg::heads_notes_of_maker(written);
        !inside && (is_heading(piece) || !gutenberg::is_note_of_maker(written))
    });
    pieces
}

/// A heading or title without what marks its type.
fn strip_title_marks(lines: &str) -> String {
    let lines: Vec<_> = lines.split(LINE_ENDS).map(strip_line_marks).collect();
    lines.join(" ")
}

/// `PART TWO`, `Chapter 4. The Well`, `IV.`: the level, 1 for the outermost, and whether the line
/// is a number only.
pub fn chapter_level(line: &str) -> Option<(u8, bool)> {
    let label = Label::of(line)?;
    let level = match label.kind {
        Kind::Part(_) => 1,
        _ => 2,
    };
    (label.says_so() || label.sure).then_some((level, !label.titled && label.number.is_some()))
}

/// Letters of the longest title behind the number of a chapter that is typed as a paragraph.
const TYPED_TITLE: usize = 60;

/// The chapters of a text whose format has headings, but where they are typed as paragraphs:
/// `Chapter 3`, with a title below it. None unless two of them count on. A paragraph that says
/// something of a chapter is none.
pub fn find_typed_chapters(text: &str) -> Vec<TypedHeading> {
    let paragraphs = split_paragraphs(text, 0..text.len());
    let pieces = split_into_chapters(text, &paragraphs, None).pieces;

    let mut numbers = Vec::new();
    let headings = pieces.into_iter().filter_map(|piece| {
        let Piece::Heading { level, range } = piece else {
            return None;
        };
        let first = text[range.clone()].split(LINE_ENDS).next()?;
        let label = Label::of(first).filter(Label::says_so)?;
        if says_something(first) {
            return None;
        }
        numbers.extend(label.number);
        Some((level, strip_title_marks(&text[range.clone()]), range))
    });
    let headings = headings.collect();

    let counts_on = numbers.windows(2).any(|pair| pair[1] == pair[0] + 1);
    if counts_on { headings } else { Vec::new() }
}

/// Whether what stands behind the number of a chapter is no title but a text: `Chapter 1: How the
/// lamp works. It burns oil.`
fn says_something(line: &str) -> bool {
    let is_number = |line: &str| Label::of(line).is_some_and(|label| !label.titled);
    let ends = line.match_indices(char::is_whitespace).map(|(at, _)| at);
    let title = ends.map(|end| line.split_at(end));
    let mut title = title.filter(|(number, _)| is_number(number));
    let title = title.next().map_or("", |(_, title)| title.trim());

    let words = || title.split_whitespace();
    let is_end = |word: &str| word.ends_with(['.', '?', '!']);
    let mut pairs = words().zip(words().skip(1));
    let goes_on = pairs.any(|(word, next)| is_end(word) && next.starts_with(char::is_uppercase));
    let is_long = title.chars().count() > TYPED_TITLE;
    goes_on || is_long || title.ends_with('.') || (title.starts_with('(') && !title.ends_with(')'))
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
        let document = read_plain_text("well.txt", text.into());
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
        let document = read_plain_text("a/long-lines.txt", format!("{long}\n{long}.\r\n{long}."));
        assert_eq!(document.blocks.len(), 3);
        assert_eq!(document.title, "Long lines");
    }

    #[test]
    fn what_project_gutenberg_adds_is_not_quoted() {
        let text = "The Project Gutenberg eBook\n\nTitle: Peter Rabbit\nLanguage: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK PETER RABBIT ***\n\n\
                    CONTENTS\n\nChapter 1\nChapter 2\nChapter 3\n\nOnce upon a time.\n\n*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nDonate.\n";

        let document = read_plain_text("pg.txt", text.into());
        assert_eq!(
            (document.title.as_str(), document.language.as_deref()),
            ("Peter Rabbit", Some("en"))
        );
        assert_eq!(blocks(&document), [("Once upon a time.", vec![])]);

        let document = read_plain_text(
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
            assert_eq!(Label::of(line), None, "{line}");
        }
    }

    #[test]
    fn the_byte_order_mark_is_not_part_of_the_first_word() {
        let document = read_plain_text("b.txt", "\u{feff}Hello there.\n".into());
        assert_eq!(blocks(&document), [("Hello there.", vec![])]);
    }
}
