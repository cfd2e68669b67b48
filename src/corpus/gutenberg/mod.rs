//! What Project Gutenberg adds before and after a book: headers, small print, licences, credits.
//!
//! In: a text, plain or taken out of a page. Out: where its books are, and what the headers say of
//! them. The marks are tables, as they have changed over fifty years and with the language of the
//! book. The decision that is not obvious: a mark counts wherever it stands, so that a file may
//! hold several books, or lack its head.

mod header;
mod marks;
mod tables;

use std::ops::Range;

use crate::corpus::outline::{Metadata, comparable_letters};
use header::parse_header;
pub use header::title_and_author;
use marks::{Mark, collect_marks, is_licence, line_end};
use tables::{CREDITS, HEADER, HOUSES, NOTE_HEADINGS, NOTES};

/// Paragraphs at the top that are looked at for a header.
const HEADER_PARAGRAPHS: usize = 40;

/// A book in a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Book {
    /// Where its text is.
    pub body: Range<usize>,
    pub metadata: Metadata,
}

/// The books of a text; `None` if Project Gutenberg has added nothing to it, or if nothing else is
/// in it.
pub fn split_books(text: &str) -> Option<Vec<Book>> {
    let marks = collect_marks(text);
    let mut books = Vec::new();
    // Where what has not been told apart yet begins: a header or a book.
    let mut from = 0;
    let mut open: Option<Book> = None;

    for mark in marks {
        match mark {
            Mark::Start(range) => {
                // A mark behind another one: all before it was a header.
                let header = open
                    .take()
                    .map_or(from..range.start, |book| from..book.body.start);
                open = Some(Book {
                    body: range.end..range.end,
                    metadata: parse_header(&text[header.start..header.end.max(range.start)]),
                });
                from = range.end;
            }
            Mark::End(range) => {
                let begun = open.take().or_else(|| {
                    // A file whose head was cut off begins with the book.
                    books
                        .is_empty()
                        .then(|| find_headless_book(text, from..range.start))
                        .flatten()
                });
                if let Some(mut book) = begun {
                    book.body.end = range.start;
                    books.push(book);
                }
                from = range.end;
            }
        }
    }
    if let Some(mut book) = open {
        book.body.end = text.len();
        books.push(book);
    }
    if books.is_empty() {
        books.extend(find_headless_book(text, 0..text.len()).filter(|book| book.body.start > 0));
    }

    for book in &mut books {
        book.body.start = skip_credits(text, book.body.clone());
    }
    // Nothing between two marks: a text about such lines, perhaps.
    books.retain(|book| !text[book.body.clone()].trim().is_empty());
    (!books.is_empty()).then_some(books)
}

/// What the books of a file have in common.
pub fn shared_metadata(mut books: Vec<Book>) -> Metadata {
    let first = books.remove(0).metadata;
    let same = |other: &Book| other.metadata.author == first.author;
    let author = first.author.clone().filter(|_| books.iter().all(same));
    let title = first.title.filter(|_| books.is_empty());
    Metadata {
        title,
        author,
        language: first.language,
    }
}

/// Whether a heading is one of the frame.
pub fn is_frame(heading: &str) -> bool {
    let heading = heading.to_ascii_lowercase();
    HEADER[..2].iter().any(|mark| heading.starts_with(mark)) || is_licence(&heading)
}

/// Whether a paragraph is a note of those who made the file, or stands in place of a picture.
pub fn is_note_of_maker(paragraph: &str) -> bool {
    let paragraph = paragraph.trim();
    let begins = |note: &&str| {
        let begin = paragraph.get(..note.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(note))
    };
    paragraph.ends_with(']') && NOTES.iter().any(begins)
}

/// Whether a line heads a chapter of such notes.
pub fn heads_notes_of_maker(line: &str) -> bool {
    NOTE_HEADINGS.contains(&comparable_letters(line).as_str())
}

/// A book that no mark begins, without the paragraphs of a header.
fn find_headless_book(text: &str, range: Range<usize>) -> Option<Book> {
    let mut body = range.start;
    let begins = |paragraph: &Range<usize>, table: &[&str]| {
        let paragraph = text[paragraph.clone()].to_ascii_lowercase();
        let paragraph = paragraph.trim_start_matches(['*', '_', ' ', '\u{feff}']);
        let is_begin = |begin: &&str| paragraph.starts_with(begin.trim_start_matches('*'));
        table.iter().any(is_begin)
    };

    let mut paragraphs = split_paragraphs(text, range.clone()).take(HEADER_PARAGRAPHS);
    let is_of_house = |first: &Range<usize>| {
        let first = text[first.clone()].to_ascii_lowercase();
        HOUSES.iter().any(|house| first.contains(house))
    };
    if let Some(first) = paragraphs
        .next()
        .filter(|first| begins(first, &HEADER[..2]) || is_of_house(first))
    {
        body = first.end;
        for paragraph in paragraphs {
            let is_rule = !text[paragraph.clone()].contains(char::is_alphanumeric);
            let follows = text[body..paragraph.start].trim().is_empty();
            if begins(&paragraph, HEADER) || begins(&paragraph, CREDITS) || (is_rule && follows) {
                body = paragraph.end;
            }
        }
    }
    (body < range.end).then(|| Book {
        body: body..range.end,
        metadata: parse_header(&text[range.start..body]),
    })
}

/// Where a book begins behind the credits of those who made the file.
fn skip_credits(text: &str, body: Range<usize>) -> usize {
    let is_credit = |paragraph: &Range<usize>| {
        let written = &text[paragraph.clone()];
        let paragraph = written.to_ascii_lowercase();
        CREDITS.iter().any(|begin| paragraph.starts_with(begin)) || is_note_of_maker(written)
    };
    split_paragraphs(text, body.clone())
        .take_while(is_credit)
        .last()
        .map_or(body.start, |credit| credit.end)
}

/// Pieces of a text between blank lines.
fn split_paragraphs(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let mut start = None;
        while at < range.end {
            let line = at..line_end(text, at).min(range.end);
            at = line.end;

            match (text[line.clone()].trim().is_empty(), start) {
                (true, Some(start)) => return Some(start..line.start),
                (false, None) => {
                    let indent = text[line.clone()].len() - text[line.clone()].trim_start().len();
                    start = Some(line.start + indent);
                }
                _ => {}
            }
        }

        start.map(|start| start..range.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(text: &str) -> Option<Vec<&str>> {
        let books = split_books(text)?;
        Some(
            books
                .into_iter()
                .map(|book| text[book.body].trim())
                .collect(),
        )
    }

    #[test]
    fn what_is_added_to_a_book_is_told_from_it() {
        let small = "***The Project Gutenberg Etext of The Light, by A. Nonym***\n\n***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***\nYou might sue us.\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n";
        let new = "The Project Gutenberg eBook of The Light\n\nTitle: The Light\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE\nLIGHT ***\n\nProduced by Nobody\nand others\n\n";
        let licence = "\n*** END OF THE PROJECT GUTENBERG EBOOK THE LIGHT ***\n\nDonate.\n";
        let check = |before: &str, after: &str| {
            let text = format!("{before}\nIt began.\n\nIt ended.\n\n{after}");
            assert_eq!(
                bodies(&text),
                Some(vec!["It began.\n\nIt ended."]),
                "{text}"
            );
        };

        check(
            small,
            "End of The Project Gutenberg Etext of The Light, by A. Nonym\n",
        );
        check(
            small,
            "Ende dieses Projekt Gutenberg Etextes Das Licht\n\nDanke.\n",
        );
        check(new, licence);
        check(new, "Fin de Project Gutenberg's La lumière, by A. Nonym\n");
        check("", licence);
        check("", "THE FULL PROJECT GUTENBERG LICENSE\n\nDonate.\n");
        check("START OF THIS PROJECT GUTENBERG EBOOK LIGHT\n", "");
        check(
            "The Project Gutenberg EBook of The Light, by A. Nonym\n\nThis eBook is for the use of anyone anywhere.\n\nTitle: The Light\n",
            "",
        );
        check(
            "A header *** START OF THE PROJECT GUTENBERG EBOOK X ***",
            "*** END OF THE PROJECT GUTENBERG EBOOK X *** Donate.",
        );
    }

    #[test]
    fn the_frame_of_other_sites_and_years_is_told_from_a_book() {
        let australia = "Project Gutenberg Australia\n\nTitle: The Light\n\nProject Gutenberg of Australia eBooks are created from printed editions.\n\nTo contact Project Gutenberg of Australia go to the site.\n\n--------\n\n";
        let german = "The Project Gutenberg Etext of Das Licht\n\n*END THE SMALL PRINT!\n\nThis Etext is in German.\n\nWe are releasing two versions of this Etext, one in 7-bit format,\nand one in 8-bit format.\n\n";
        for (before, after) in [
            (
                australia,
                "\n\nThis site is full of FREE ebooks - Project Gutenberg Australia\n",
            ),
            (german, "\n\nEnde dieses Project Gutenberg Etextes\n"),
        ] {
            let text = format!("{before}It began.{after}");
            assert_eq!(bodies(&text), Some(vec!["It began."]), "{text}");
        }
    }

    #[test]
    fn a_text_about_the_marks_is_whole() {
        for text in [
            "He founded it.\n\nA line in each of them reads:\n\n*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nAfter it comes the licence.\n",
            "He founded it.\n\nThe line \"*** END OF THE PROJECT GUTENBERG EBOOK ***\" ends a book.\n\nHe died.\n",
            "He founded it.\n\nEach file begins with this:\n*** START OF THE PROJECT GUTENBERG EBOOK ***\n\nHe died.\n",
        ] {
            assert_eq!(bodies(text), None, "{text}");
        }
    }

    #[test]
    fn a_file_may_hold_several_books_or_none() {
        let book = |name: &str| {
            format!(
                "Title: {name}\nAuthor: A. Nonym\n*** START OF THE PROJECT GUTENBERG EBOOK {name} ***\nOnce {name}.\n*** END OF THE PROJECT GUTENBERG EBOOK {name} ***\nDonate.\n"
            )
        };
        let both = book("One") + &book("Two");
        assert_eq!(bodies(&both), Some(vec!["Once One.", "Once Two."]));

        let titles: Vec<_> = split_books(&both)
            .unwrap()
            .into_iter()
            .map(|b| b.metadata.title)
            .collect();
        assert_eq!(titles, [Some("One".to_owned()), Some("Two".to_owned())]);

        for other in [
            "",
            "It began.\n\nThe end of the story.\n",
            "*** END OF THE WORLD ***\n",
            "It began.\n\n*** END OF THE CHAPTER ***\n\nIt went on.\n\n*** START OF THE NEXT ***\n\nIt ended.\n",
            "They came to the\nend of the Project Gutenberg list and went on.\n",
            "The Gutenberg press.\n\nEnd of the Gutenberg age.\n\nIt ended.\n",
        ] {
            assert_eq!(bodies(other), None, "{other}");
        }
    }
}
