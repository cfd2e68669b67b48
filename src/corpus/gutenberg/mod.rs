//! What Project Gutenberg adds before and after a book: headers, small print, licences, credits.
//!
//! In: a text, plain or taken out of a page. Out: where its books are, and what the headers say of them. The
//! marks are tables, as they have changed over fifty years and with the language of the book. The decision that
//! is not obvious: a mark counts wherever it stands, so that a file may hold several books, or lack its head.

mod tables;

use std::ops::Range;

use crate::corpus::outline::Metadata;
use tables::{
    AUTHOR, CREDITS, END_WORDS, HEADER, LANGUAGE, LANGUAGES, LICENCES, NAMES, OURS, STARRED_END,
    STARRED_START, TITLE,
};

/// What may stand before the words of a mark.
const SPACE_AND_STARS: [char; 4] = ['*', ' ', '\t', '\u{a0}'];
/// Lines that a mark which begins with stars may run over.
const MARK_LINES: usize = 4;
/// A line with a colon that has fewer words is a field of a header.
const ANNOUNCING_WORDS: usize = 4;
/// Paragraphs at the top that are looked at for a header.
const HEADER_PARAGRAPHS: usize = 40;

/// A book in a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Book {
    /// Where its text is.
    pub body: Range<usize>,
    pub metadata: Metadata,
}

/// The books of a text; `None` if Project Gutenberg has added nothing to it, or if nothing else is in it.
pub fn books(text: &str) -> Option<Vec<Book>> {
    let marks = marks(text);
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
                    metadata: metadata(&text[header.start..header.end.max(range.start)]),
                });
                from = range.end;
            }
            Mark::End(range) => {
                let begun = open.take().or_else(|| {
                    // A file whose head was cut off begins with the book.
                    books
                        .is_empty()
                        .then(|| headless(text, from..range.start))
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
        books.extend(headless(text, 0..text.len()).filter(|book| book.body.start > 0));
    }

    for book in &mut books {
        book.body.start = after_credits(text, book.body.clone());
    }
    // Nothing between two marks: a text about such lines, perhaps.
    books.retain(|book| !text[book.body.clone()].trim().is_empty());
    (!books.is_empty()).then_some(books)
}

/// What the books of a file have in common.
pub fn shared(mut books: Vec<Book>) -> Metadata {
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

/// A title without what Project Gutenberg puts around it, and the author if it names one.
pub fn title_and_author(line: &str) -> Option<(String, Option<String>)> {
    let line = line.trim().trim_matches('*').trim();
    let lower = line.to_ascii_lowercase();
    let name = NAMES.iter().find(|name| lower.starts_with(**name))?;
    let rest = line[name.len()..].trim_end_matches(['*', ' ']);
    let by_name = || rest.rsplit_once(" by ").filter(|(_, name)| is_name(name));
    let (title, author) = match rest.rsplit_once(", by ").or_else(by_name) {
        Some((title, author)) => (title, Some(author.trim().to_owned())),
        None => (rest, None),
    };
    let title = title.trim().trim_end_matches([',', ';']);
    (!title.is_empty()).then(|| (title.to_owned(), author))
}

/// `Anna Berg`, and not `the Sea`.
fn is_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words
        .next()
        .is_some_and(|first| first.starts_with(char::is_uppercase))
        && words
            .next_back()
            .is_some_and(|last| last.starts_with(char::is_uppercase))
}

/// Whether a heading is one of the frame.
pub fn is_frame(heading: &str) -> bool {
    let heading = heading.to_ascii_lowercase();
    HEADER[..2].iter().any(|mark| heading.starts_with(mark)) || is_licence(&heading)
}

enum Mark {
    /// A book begins behind it.
    Start(Range<usize>),
    /// A book has ended before it.
    End(Range<usize>),
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].to_ascii_lowercase();
        let bare = line.trim_start_matches(SPACE_AND_STARS);

        // Each of those marks begins with stars.
        if line.contains("***") && is_quoted(text, at, &line) {
            at = end;
            continue;
        }

        let inside = |table: &[&str]| table.iter().filter_map(|mark| line.find(mark)).min();
        let is_ours = |text: &str| {
            let text = text.to_ascii_lowercase();
            OURS.iter().any(|name| text.contains(name))
        };
        // A line of prose may begin with "end of" because the one above was full.
        let capital = text[at..end].trim_start_matches(SPACE_AND_STARS);
        let says = is_ours(bare) && capital.starts_with(char::is_uppercase);

        if let Some(start) = inside(STARRED_START).map(|start| at + start) {
            let mark = start..mark_end(text, start);
            if is_ours(&text[mark.clone()]) && !line.contains("small print") {
                marks.push(Mark::Start(mark));
                at = end;
                continue;
            }
        }
        let small_print = bare.starts_with("end") && bare.contains("the small print");
        if small_print || (says && bare.starts_with("start of th")) {
            marks.push(Mark::Start(at..end));
        } else if let Some(start) = inside(STARRED_END).map(|start| at + start)
            && is_ours(&text[start..mark_end(text, start)])
        {
            marks.push(Mark::End(start..end));
        } else if (says && END_WORDS.iter().any(|word| bare.starts_with(word))) || is_licence(bare)
        {
            marks.push(Mark::End(at..end));
        }
        at = end;
    }
    marks
}

/// Whether a text that tells of such a mark shows it: behind a quotation mark, or below a line that announces it.
fn is_quoted(text: &str, at: usize, line: &str) -> bool {
    let starred = STARRED_START.iter().chain(STARRED_END);
    let Some(mark) = starred.filter_map(|mark| line.find(mark)).min() else {
        return false;
    };
    let before = line[..mark].trim_end();
    let above = text[..at]
        .trim_end()
        .lines()
        .next_back()
        .unwrap_or_default();
    let announces = above.ends_with(':') && above.split_whitespace().count() >= ANNOUNCING_WORDS;

    before.ends_with(['"', '“', '„', '«', '‘', '`', '\'']) || (before.is_empty() && announces)
}

fn is_licence(line: &str) -> bool {
    LICENCES.iter().any(|begin| line.starts_with(begin))
}

fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find(['\n', '\r']);
    end.map_or(text.len(), |end| at + end + 1)
}

/// Where a mark that begins with stars ends: behind the stars that close it, which may stand some lines below.
fn mark_end(text: &str, start: usize) -> usize {
    let first = line_end(text, start);
    let begun = start + 3;
    let mut end = first;

    for _ in 0..MARK_LINES {
        if let Some(stars) = text[begun..end].find("***") {
            let behind = begun + stars + 3;
            let rest = &text[behind..end];
            return behind + rest.len() - rest.trim_start_matches('*').len();
        }

        if end == text.len() {
            break;
        }
        end = line_end(text, end);
    }
    first
}

/// A book that no mark begins, without the paragraphs of a header.
fn headless(text: &str, range: Range<usize>) -> Option<Book> {
    let mut body = range.start;
    let begins = |paragraph: &Range<usize>, table: &[&str]| {
        let paragraph = text[paragraph.clone()].to_ascii_lowercase();
        let paragraph = paragraph.trim_start_matches(['*', ' ', '\u{feff}']);
        let is_begin = |begin: &&str| paragraph.starts_with(begin.trim_start_matches('*'));
        table.iter().any(is_begin)
    };

    let mut paragraphs = paragraphs(text, range.clone()).take(HEADER_PARAGRAPHS);
    if let Some(first) = paragraphs
        .next()
        .filter(|first| begins(first, &HEADER[..2]))
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
        metadata: metadata(&text[range.start..body]),
    })
}

/// Where a book begins behind the credits of those who made the file.
fn after_credits(text: &str, body: Range<usize>) -> usize {
    let is_credit = |paragraph: &Range<usize>| {
        let paragraph = text[paragraph.clone()].to_ascii_lowercase();
        CREDITS.iter().any(|begin| paragraph.starts_with(begin))
    };
    paragraphs(text, body.clone())
        .take_while(is_credit)
        .last()
        .map_or(body.start, |credit| credit.end)
}

/// Pieces of a text between blank lines.
fn paragraphs(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
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

/// What a header says of its book.
fn metadata(header: &str) -> Metadata {
    let field = |names: &[&str]| {
        header.lines().find_map(|line| {
            let line = line.trim();
            let lower = line.to_lowercase();
            let name = names.iter().find(|name| lower.starts_with(**name))?;
            let value = line.get(name.len()..)?.trim();
            (!value.is_empty()).then(|| value.to_owned())
        })
    };
    let lines: Vec<&str> = header.lines().map(str::trim).collect();
    let named = (0..lines.len()).find_map(|at| {
        let next = lines.get(at + 1).filter(|next| next.starts_with("by "));
        let whole = next.map(|next| format!("{} {next}", lines[at]));
        title_and_author(whole.as_deref().unwrap_or(lines[at]))
    });
    let (title, author) = named.map_or((None, None), |(title, author)| (Some(title), author));

    Metadata {
        title: field(TITLE).or(title),
        author: field(AUTHOR).or(author),
        language: field(LANGUAGE).and_then(|name| {
            let name = name.to_lowercase();
            let known = LANGUAGES.iter().find(|(known, _)| *known == name)?;
            Some(known.1.to_owned())
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(text: &str) -> Option<Vec<&str>> {
        let books = books(text)?;
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
    fn a_header_names_title_and_author_in_one_line_or_two() {
        let check = |line: &str, title: &str, author: Option<&str>| {
            let metadata = metadata(line);
            assert_eq!(metadata.title.as_deref(), Some(title), "{line}");
            assert_eq!(metadata.author.as_deref(), author, "{line}");
        };

        check(
            "Project Gutenberg Etext of The Light, by Anna Berg",
            "The Light",
            Some("Anna Berg"),
        );
        check(
            "Project Gutenberg Etext of The Light by Anna Berg",
            "The Light",
            Some("Anna Berg"),
        );
        check(
            "The Project Gutenberg eBook of The Light on the Rock,\nby Anna Berg and Nils Lund\n\nThis eBook is free.",
            "The Light on the Rock",
            Some("Anna Berg and Nils Lund"),
        );
        check(
            "Project Gutenberg Etext of The House by the Sea",
            "The House by the Sea",
            None,
        );
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

        let titles: Vec<_> = books(&both)
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
