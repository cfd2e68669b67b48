//! Tables: which of their rows name the columns.

use pullquote::internals::document::{Document, Table};

use crate::support::read;
use crate::{books, epubs, word_files};

/// The head of each table of a document, and its last row.
fn tables(document: &Document) -> Vec<(&str, &str)> {
    let ends = |table: &Table| {
        let head = &document.text[table.head.clone()];
        let all = &document.text[table.head.start..table.end];
        (head, all.rsplit("\n\n").next().unwrap())
    };
    document.tables.iter().map(ends).collect()
}

#[test]
fn the_head_of_a_table_is_known_in_markdown() {
    let text = "# Boats\n\nBefore.\n\n| Boat | Sails |\n|---|---|\n| Petrel | two |\n| Skua | three |\n\nBetween.\n\n\
                |   |   |\n|---|---|\n| Oar | ash |\n\n- In a list:\n\n  | Knot | Use |\n  |---|---|\n  | Bowline | a loop |\n";
    let document = read("boats.md", text.as_bytes());
    assert_eq!(
        tables(&document),
        [("Boat Sails", "Skua three"), ("Knot Use", "Bowline a loop")]
    );
}

#[test]
fn the_head_of_a_table_is_known_in_a_page_and_in_a_book() {
    let body = "<p>Before.</p>\
        <table><caption>Boats</caption><thead><tr><td>Boat</td><td>Sails</td></tr></thead><tbody><tr><td>Petrel</td><td>two</td></tr></tbody></table>\
        <table><tr><th>Oar</th><td>ash</td></tr><tr><th>Mast</th><td>pine</td></tr></table>\
        <table><tr><th colspan=\"2\">All knots</th></tr><tr><th>Knot</th><th>Use<br/>at sea</th></tr><tr><td>Bowline</td><td>a loop</td></tr>\
        <tr><td>Hitch</td><td><p>a post</p><p>a ring</p></td></tr><tr><td>Bend</td><td>two ropes</td></tr></table>\
        <table><tr><td>Rope</td><td>hemp</td></tr></table><p>Behind.</p>";
    let expected = [
        ("Boat Sails", "Petrel two"),
        ("Knot\n\nUse\nat sea", "Bowline a loop"),
    ];

    let page = read("boats.html", format!("<body>{body}</body>").as_bytes());
    assert_eq!(tables(&page), expected);

    let book = epubs::Book {
        pages: &[("a", body)],
        contents: "",
    };
    let book = read("boats.epub", &books::archive(&book.parts()));
    assert_eq!(tables(&book), expected);
}

#[test]
fn the_head_of_a_table_is_known_in_a_word_document() {
    let row = |mark: &str, cells: [&str; 2]| {
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", word_files::paragraph("", text));
        format!("<w:tr>{mark}{}</w:tr>", cells.map(cell).concat())
    };
    let marked = "<w:trPr><w:tblHeader/></w:trPr>";
    let unmarked = "<w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>";
    let of_style = |style: &str, look: &str| {
        format!("<w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblLook {look}/></w:tblPr>")
    };
    let styles = "<w:style w:type=\"table\" w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>\
        <w:style w:type=\"table\" w:styleId=\"Fine\"><w:name w:val=\"Fine\"/><w:basedOn w:val=\"Base\"/></w:style>\
        <w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/></w:style>";
    let (fine, grid) = ("Fine", "Grid");

    for (properties, mark, has_head) in [
        (String::new(), marked, true),
        (String::new(), unmarked, false),
        (String::new(), "", false),
        (of_style(fine, "w:firstRow=\"1\""), "", true),
        (of_style(fine, "w:val=\"04A0\""), "", true),
        (of_style(fine, "w:val=\"0480\""), "", false),
        (of_style(fine, "w:firstRow=\"0\""), "", false),
        (of_style(grid, "w:firstRow=\"1\""), "", false),
    ] {
        let rows = [
            row(mark, ["Boat", "Sails"]),
            row("", ["Petrel", "two"]),
            row(mark, ["Skua", "three"]),
        ];
        let table = format!("<w:tbl>{properties}{}</w:tbl>", rows.concat());
        let other = format!("<w:tbl>{}</w:tbl>", row("", ["Oar", "ash"]));
        let body = format!("{table}{other}{}", word_files::paragraph("", "Behind."));
        let document = word_files::read(&word_files::parts(&body, &[("styles", styles)])).unwrap();

        let expected: &[_] = if has_head {
            &[("Boat Sails", "Skua three")]
        } else {
            &[]
        };
        assert_eq!(tables(&document), expected, "{properties} {mark}");
    }
}
