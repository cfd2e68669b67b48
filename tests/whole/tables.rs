//! Tables: which of their rows name the columns, and questions that a row answers.

use pullquote::internals::document::{Document, Table};

use crate::support::{Place, read};
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

const STABLE: &str = "\
# The Milton Stable

The stable keeps ponies for children. Lessons are held in the ring behind the barn.

## Ponies

| Pony | Height | Temper | Feeds on |
| --- | --- | --- | --- |
| Juniper | 112 cm | calm | hay and oats |
| Saffron | 121 cm | nervous | hay |
| Bramble | 98 cm | stubborn | hay and carrots |

A pony that is ill stays in the small barn.

## Duties

| Who | Cleans | Day |
| --- | --- | --- |
| Esme | the saddles | Tuesday |
| Ruben | the troughs | Friday |
";

#[test]
fn a_row_answers_what_it_and_the_head_of_its_table_name_together() {
    let place = Place::new(&[("stable.md", STABLE.as_bytes())]);
    for (question, begins) in [
        ("what temper does Saffron have", "Saffron"),
        ("What does Bramble feed on?", "Bramble"),
        ("height of Juniper", "Juniper"),
        ("which pony feeds on carrots", "Bramble"),
        ("who cleans the troughs", "Ruben"),
        ("who cleans the saddles at the stable", "Esme"),
        // A column that there is not, and a row that there is not.
        ("what colour is Saffron", ""),
        ("what temper does Thistle have", ""),
        ("who cleans the windows", ""),
    ] {
        let (quote, is_perhaps) = place.ask(&["--reader", "off", question]);
        match begins {
            "" => assert!(quote.is_empty() || is_perhaps, "{question}: {quote:?}"),
            _ => assert!(
                quote.starts_with(begins) && !quote.contains('\n') && !is_perhaps,
                "{question}: {quote:?}"
            ),
        }
    }
}

#[test]
fn the_head_of_a_table_alone_is_no_quote() {
    let place = Place::new(&[("stable.md", STABLE.as_bytes())]);
    for question in [
        "pony height temper",
        "Which height and temper has each pony?",
    ] {
        let (quote, _) = place.ask(&["--reader", "off", question]);
        assert_ne!(quote, "Pony Height Temper Feeds on", "{question}");
    }
}

#[test]
fn a_row_answers_in_other_languages_too() {
    let text = "# Der Ponyhof\n\nDer Hof liegt am Fluss. Kinder lernen hier reiten.\n\n## Ponys\n\n\
                | Pony | Größe | Futter |\n|---|---|---|\n| Flocke | 112 cm | Heu |\n| Karamell | 98 cm | Möhren |\n";
    let place = Place::new(&[("hof.md", text.as_bytes())]);
    for (question, begins) in [
        ("Welche Größe hat Karamell?", "Karamell 98 cm"),
        ("Welches Pony mag Möhren?", ""),
    ] {
        let (quote, is_perhaps) = place.ask(&["--reader", "off", question]);
        let fits = if begins.is_empty() {
            quote.is_empty() || is_perhaps
        } else {
            quote.starts_with(begins) && !is_perhaps
        };
        assert!(fits, "{question}: {quote:?}");
    }
}

#[test]
fn what_heading_and_first_column_are_called_asks_for_no_cell() {
    let text = "# The Inn\n\nThe inn stands by the weir.\n\n## Rooms and views\n\n\
                | Room | Beds | Size |\n|---|---|---|\n| Otter | 3 | 24 m² |\n| Heron | 2 | 18 m² |\n";
    let place = Place::new(&[("inn.md", text.as_bytes())]);
    for question in [
        "What is the view of the Heron?",
        "How much is the Heron room?",
        "Does the Otter room have a view?",
    ] {
        let (quote, is_perhaps) = place.ask(&["--reader", "off", question]);
        assert!(quote.is_empty() || is_perhaps, "{question}: {quote:?}");
    }

    let (quote, _) = place.ask(&["How many beds does the Otter room have?"]);
    assert_eq!(quote, "Otter 3 24 m²");
}
