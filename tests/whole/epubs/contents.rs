//! Books: what says where the text is, or is about its file, and is no text itself.

use super::{Book, entries, places, read};

#[test]
fn a_printed_table_of_contents_is_no_text_and_no_place() {
    let book = Book {
        pages: &[
            (
                "a",
                "<h1>THE LIGHT</h1><h2 id='t'>Contents</h2><p><a href='b.xhtml#c1'>I. The Lamp</a><br/><a href='b.xhtml#c2'>II. The Gull</a></p>",
            ),
            (
                "b",
                "<h2 id='c1'>I. The Lamp</h2><p>It burns.</p><h2 id='c2'>II. The Gull</h2><p>It cries.</p>",
            ),
        ],
        contents: &entries(&[
            ("Contents", "a.xhtml#t"),
            ("I. The Lamp", "b.xhtml#c1"),
            ("II. The Gull", "b.xhtml#c2"),
        ]),
    };
    assert_eq!(
        places(&read(&book.parts()).unwrap()),
        ["I. The Lamp: It burns.", "II. The Gull: It cries."]
    );
}

#[test]
fn contents_whose_links_go_to_files_are_no_text_either() {
    let chapters = [
        ("Chapter 1", "b.xhtml"),
        ("Chapter 2", "c.xhtml"),
        ("Chapter 3", "d.xhtml"),
    ];
    let lines = |line: &str| -> String {
        let filled = |(label, file): &(&str, &str)| {
            let page = label.chars().last().map(String::from).unwrap();
            line.replace("LABEL", label)
                .replace("FILE", file)
                .replace("PAGE", &page)
        };
        chapters.iter().map(filled).collect()
    };
    let linked = lines("<p><a href='FILE'>LABEL</a></p>");
    let rows = lines("<tr><td><a href='FILE'>LABEL</a></td><td>PAGE</td></tr>");
    for contents in [
        format!("<h1>Contents</h1>{linked}"),
        format!("<h1>目次</h1>{linked}"),
        format!(
            "<p class='h'>Inhalt</p>{}",
            lines("<p>LABEL . . . <a href='FILE'>PAGE</a></p>")
        ),
        format!(
            "<p>Inhalt</p><ul>{}</ul>",
            lines("<li><a href='FILE'>LABEL</a> ..... PAGE</li>")
        ),
        format!("<table>{rows}</table>"),
    ] {
        let book = Book {
            pages: &[
                ("a", &contents),
                ("b", "<h1>Chapter 1</h1><p>It burns.</p>"),
                ("c", "<h1>Chapter 2</h1><p>It cries.</p>"),
                (
                    "d",
                    "<h1>Chapter 3</h1><p>See <a href='b.xhtml'>one</a>, <a href='c.xhtml'>two</a>, <a href='#x'>three</a> and what came of them.</p>",
                ),
            ],
            contents: &entries(&chapters),
        };
        assert_eq!(
            places(&read(&book.parts()).unwrap()),
            [
                "Chapter 1: It burns.",
                "Chapter 2: It cries.",
                "Chapter 3: See one, two, three and what came of them."
            ],
            "{contents}"
        );
    }
}

#[test]
fn what_is_about_the_file_of_a_book_is_no_text_and_no_place() {
    let book = Book {
        pages: &[
            (
                "a",
                "<section epub:type='imprint'><p>Made by volunteers.</p></section>",
            ),
            (
                "b",
                "<section class='pg-boilerplate' id='pg'><h2>The Project Gutenberg eBook of The Light</h2></section><p>By Anna.</p><h2 id='c'>One</h2><p>It burns.</p>",
            ),
            (
                "c",
                "<section epub:type='copyright-page'><h2>Uncopyright</h2><p>Do good.</p></section>",
            ),
        ],
        contents: &entries(&[
            ("Imprint", "a.xhtml"),
            ("The Project Gutenberg eBook of The Light", "b.xhtml#pg"),
            ("One", "b.xhtml#c"),
            ("Uncopyright", "c.xhtml"),
        ]),
    };
    assert_eq!(
        places(&read(&book.parts()).unwrap()),
        [": By Anna.", "One: It burns."]
    );
}

#[test]
fn a_page_about_copyright_is_no_text_where_only_the_contents_name_it() {
    let book = |label: &str, target: &str, page: &str| {
        let book = Book {
            pages: &[
                ("a", page),
                ("b", "<h2 id='c1'>I. The Lamp</h2><p>It burns.</p>"),
            ],
            contents: &entries(&[(label, target), ("I. The Lamp", "b.xhtml#c1")]),
        };
        places(&read(&book.parts()).unwrap())
    };

    let page = "<p id='x'>All rights reserved.</p>";
    for label in ["Copyright", "COPYRIGHT PAGE", "Impressum"] {
        assert_eq!(book(label, "a.xhtml", page), ["I. The Lamp: It burns."]);
    }
    let kept = book("The Copyright", "a.xhtml", page);
    assert_eq!(kept[0], "The Copyright: All rights reserved.");
    // Whatever it is called, a long page is a part of the book, and so is one with another part on
    // it.
    let long = format!("<p>{}</p>", "All rights reserved. ".repeat(800));
    assert_eq!(book("Copyright", "a.xhtml", &long).len(), 2);
    let shared = book("Copyright", "b.xhtml", "<p>To Anna.</p>");
    assert!(shared.iter().any(|place| place.ends_with("It burns.")));
}

#[test]
fn a_first_page_that_is_called_contents_is_read_if_it_says_something() {
    let book = |page: &str| {
        let book = Book {
            pages: &[("a", page), ("b", "<h1>The Lamp</h1><p>It burns.</p>")],
            contents: &entries(&[("The Light", "a.xhtml"), ("The Lamp", "b.xhtml")]),
        };
        let guide =
            "</spine><guide><reference type=\"toc\" title=\"Contents\" href=\"a.xhtml\"/></guide>";
        let mut parts = book.parts();
        parts[1].1 = parts[1].1.replace("</spine>", guide);
        places(&read(&parts).unwrap())
    };

    let list = "<h1>The Light</h1><ul><li><a href='b.xhtml'>The Lamp</a></li></ul>";
    let opening = format!("{list}<p>Anna Berg wrote this book.</p>");
    assert_eq!(
        book(&opening),
        [
            ": • The Lamp",
            ": Anna Berg wrote this book.",
            "The Lamp: It burns."
        ]
    );
    for contents in [
        list.to_owned(),
        format!("{list}<p><a href='b.xhtml'>What Anna saw there.</a></p>"),
        format!("{list}<p>The Lamp ... 3</p>"),
    ] {
        assert_eq!(book(&contents), ["The Lamp: It burns."], "{contents}");
    }
}

#[test]
fn a_page_of_nothing_but_rights_is_no_text_whatever_it_is_called() {
    let book = |page: &str, label: &str| {
        let target = if label.is_empty() {
            "b.xhtml"
        } else {
            "a.xhtml"
        };
        let book = Book {
            pages: &[("a", page), ("b", "<h1>The Lamp</h1><p>It burns.</p>")],
            contents: &entries(&[(label, target), ("The Lamp", "b.xhtml")]),
        };
        let mut parts = book.parts();
        // What a page is called in its head is not seen.
        parts[3].1 = parts[3].1.replace("<title/>", "<title>Page 1</title>");
        places(&read(&parts).unwrap())
    };

    let rights = "<p>The Light</p><p>© 1999 Anna Berg</p><p>All rights reserved.<br/>ISBN 978-3-16-148410-0</p>\
        <p>Cover design by Otto Moe</p><p>10 9 8 7</p>";
    let german = "<p>Copyright 1999 Anna Berg. Alle Rechte vorbehalten.</p><p>Lampenverlag, Bergen</p><p>2. Auflage</p>";
    for page in [rights, german] {
        assert_eq!(book(page, ""), ["The Lamp: It burns."], "{page}");
    }
    for (page, label) in [
        (format!("{rights}<p>For Otto.</p>"), ""),
        (rights.replace("ISBN", ""), ""),
        (rights.replace("All rights", "No rights"), ""),
        (rights.to_owned(), "Rules"),
    ] {
        assert!(book(&page, label).len() > 1, "{page}");
    }
}
