//! Notes and boxes, and books that were put together loosely.

use super::{Book, XHTML, entries, places, read};

#[test]
fn notes_and_boxes_are_part_of_a_book() {
    let check = |body: &str, expected: &[&str]| {
        let book = Book {
            pages: &[("a", body)],
            contents: "",
        };
        assert_eq!(places(&read(&book.parts()).unwrap()), expected, "{body}");
    };
    let refer = "<p>It burns.<a epub:type='noteref' href='#n'>1</a></p>";
    for note in [
        "<aside epub:type='footnote' id='n'><p>By oil.</p></aside>",
        "<aside epub:type='footnote' id='n' hidden='hidden'>By oil.</aside>",
        "<aside class='box'><p>By oil.</p></aside>",
        "<div epub:type='rearnote' style='display: none'><p>By oil.</p></div>",
        "<footer><p>By oil.</p></footer>",
    ] {
        check(&format!("{refer}{note}"), &[": It burns.", ": By oil."]);
    }
    check(
        "<p>It burns.<a class='footnote-ref' href='#n'>1</a> See <a href='#x'>2</a>.</p>",
        &[": It burns. See 2."],
    );
    check(
        "<div>It burns.<aside>By oil.</aside><aside>Of rape.</aside>It glows.</div>",
        &[": It burns.", ": By oil.", ": Of rape.", ": It glows."],
    );
    check(
        "<header><h1>The Lamp</h1></header><p>It burns.</p>",
        &["The Lamp: It burns."],
    );
    check(
        "<aside hidden='hidden'>Nothing.</aside><nav>Menu</nav><p>It burns.</p>",
        &[": It burns."],
    );
}

#[test]
fn the_style_sheets_of_a_book_count() {
    let book = Book {
        pages: &[(
            "a",
            "<h1 id='one' class='x'>One</h1><p>It burns. <span class='x'>Secret.</span></p><ol class='r'><li>Oil.</li></ol>\
             <p>In 1911<a class='m' href='c.xhtml#n'>3</a> 10<i class='up'>6</i> ships.</p>",
        )],
        contents: &entries(&[("One", "a.xhtml#one")]),
    };
    let mut parts = book.parts();
    let links = "<title/><link rel='stylesheet' href='css/s.css'/><link rel='stylesheet' href='gone.css'/><style>.x{display:none}</style>";
    parts[3].1 = parts[3].1.replace("<title/>", links);
    let sheet =
        ".x{display:block} body ol.r{list-style-type:upper-roman} .m,p > .up{vertical-align:super}";
    parts.push(("OEBPS/css/s.css", sheet.to_owned()));
    assert_eq!(
        places(&read(&parts).unwrap()),
        ["One: It burns.", "One: I. Oil.", "One: In 1911 10⁶ ships."]
    );
}

#[test]
fn only_who_wrote_a_book_is_its_author() {
    let check = |creators: &str, author: Option<&str>| {
        let mut parts = Book {
            pages: &[("a", "<p>It burns.</p>")],
            contents: "",
        }
        .parts();
        parts[1].1 = parts[1]
            .1
            .replace("</dc:title>", &format!("</dc:title>{creators}"));
        let document = read(&parts).unwrap();
        assert_eq!(document.author.as_deref(), author, "{creators}");
    };
    let by = |name: &str, role: &str| match role {
        "" => format!("<dc:creator>{name}</dc:creator>"),
        role => format!(
            "<dc:creator id='{role}'>{name}</dc:creator><meta refines='#{role}' property='role'>{role}</meta>"
        ),
    };
    check(&by("Anna Berg", ""), Some("Anna Berg"));
    check(
        &(by("Tom", "trl") + &by("Anna Berg", "aut")),
        Some("Anna Berg"),
    );
    check(
        &(by("Anna Berg", "") + &by("Tom", "trl")),
        Some("Anna Berg"),
    );
    check(
        &(by("Anna Berg", "aut") + &by("Tom", "")),
        Some("Anna Berg"),
    );
    check(
        &(by("Anna Berg", "") + &by("Nils Lund", "")),
        Some("Anna Berg, Nils Lund"),
    );
    check(&by("Eva", "edt"), Some("Eva"));
    let old =
        "<dc:creator xmlns:opf='http://www.idpf.org/2007/opf' opf:role='ill'>Ill</dc:creator>";
    check(
        &(old.to_owned() + &by("Anna Berg", "aut")),
        Some("Anna Berg"),
    );
    check(&(old.to_owned() + &by("Anna Berg", "")), Some("Anna Berg"));
}

#[test]
fn a_number_and_a_title_in_a_header_are_one_heading() {
    let book = Book {
        pages: &[(
            "a",
            "<header><p epub:type='ordinal'>II</p><h2>The Gull</h2></header><p>It cries.</p>",
        )],
        contents: &entries(&[("II: The Gull", "a.xhtml")]),
    };
    assert_eq!(
        places(&read(&book.parts()).unwrap()),
        ["II: The Gull: It cries."]
    );
}

#[test]
fn what_is_beside_the_order_is_read_if_the_book_has_a_way_to_it() {
    let book = || {
        Book {
            pages: &[
                (
                    "a",
                    "<h1>The Lamp</h1><p>It burns.<a href='../OEBPS/c.xhtml#n'>[1]</a></p>",
                ),
                ("b", "<h1>The Break</h1><p>It sank.</p>"),
                ("c", "<p id='n'>By oil.</p>"),
                ("d", "<p>Nobody knows.</p>"),
            ],
            contents: &entries(&[("The Lamp", "a.xhtml")]),
        }
        .parts()
    };
    let refer = |name: &str| format!("<itemref idref=\"{name}\"/>");

    let mut parts = book();
    for name in ["c", "d"] {
        parts[1].1 = parts[1].1.replace(&refer(name), "");
    }
    parts[1].1 = parts[1]
        .1
        .replace(&refer("b"), "<itemref idref=\"b\" linear=\"no\"/>");
    assert_eq!(
        places(&read(&parts).unwrap()),
        ["The Lamp: It burns.", "The Break: It sank.", ": By oil."]
    );
}

#[test]
fn a_book_that_was_put_together_loosely_is_read() {
    let book = || {
        Book {
            pages: &[
                ("a", "<h1>The Lamp</h1><p>It burns.</p>"),
                ("b", "<p>It sank.</p>"),
            ],
            contents: &entries(&[("The Lamp", "a.xhtml"), ("The Wreck", "b.xhtml")]),
        }
        .parts()
    };
    type Change<'a> = &'a dyn Fn(&mut Vec<(&'static str, String)>);
    let check = |what: &str, has_contents: bool, change: Change| {
        let mut parts = book();
        change(&mut parts);
        let document = read(&parts).unwrap_or_else(|error| panic!("{what}: {error:#}"));
        let second = if has_contents {
            "The Wreck"
        } else {
            "The Lamp"
        };
        let expected = [
            "The Lamp: It burns.".to_owned(),
            format!("{second}: It sank."),
        ];
        assert_eq!(places(&document), expected, "{what}");
    };
    let edit = |at: usize, from: &'static str, to: &'static str| {
        move |parts: &mut Vec<(&'static str, String)>| {
            assert!(parts[at].1.contains(from), "{from}");
            parts[at].1 = parts[at].1.replace(from, to);
        }
    };
    let rename = |at: usize, name: &'static str| {
        move |parts: &mut Vec<(&'static str, String)>| parts[at].0 = name
    };

    check("no contents", false, &|parts| drop(parts.remove(2)));
    check(
        "damaged contents",
        false,
        &edit(2, "</navPoint>", "</navpoint"),
    );
    check(
        "contents in other letter case",
        true,
        &rename(2, "OEBPS/Toc.NCX"),
    );
    check(
        "a page in other letter case",
        true,
        &rename(4, "oebps/B.XHTML"),
    );
    check(
        "a package in other letter case",
        true,
        &rename(1, "oebps/Book.opf"),
    );
    check(
        "a package elsewhere",
        true,
        &edit(0, "OEBPS/book.opf", "OPS/gone.opf"),
    );
    check("no container", true, &|parts| {
        parts[0] = ("mimetype", "application/epub+zip".to_owned())
    });
    check(
        "a container without a type",
        true,
        &edit(0, "media-type=\"application/oebps-package+xml\"", ""),
    );
    check("backslashes", true, &|parts| {
        parts[3].0 = "OEBPS\\a.xhtml";
        parts[4].0 = "OEBPS\\b.xhtml";
    });
    check("a name with signs", true, &|parts| {
        parts[4].0 = "OEBPS/the wreck é.xhtml";
        parts[1].1 = parts[1].1.replace("b.xhtml", "the%20wreck%20%C3%A9.xhtml");
        parts[2].1 = parts[2].1.replace("b.xhtml", "the wreck é.xhtml");
    });
    check("no order", true, &|parts| {
        let from = parts[1].1.find("<itemref").unwrap();
        let to = parts[1].1.find("</spine>").unwrap();
        parts[1].1.replace_range(from..to, "");
    });
    check(
        "everything beside the text",
        true,
        &edit(1, "<itemref", "<itemref linear=\"no\""),
    );
    check(
        "a chapter beside the text",
        true,
        &edit(
            1,
            "<itemref idref=\"b\"",
            "<itemref linear=\"no\" idref=\"b\"",
        ),
    );
    for media in [
        "text/html",
        "text/x-oeb1-document",
        "application/xml",
        "text/xml",
        "application/octet-stream",
        "text/plain",
        "",
    ] {
        check(media, true, &|parts| {
            parts[1].1 = parts[1].1.replace(XHTML, media)
        });
    }
    check("pictures with a page instead", true, &|parts| {
        let picture = "<item id=\"p\" href=\"p.svg\" media-type=\"image/svg+xml\" fallback=\"b\"/>";
        parts[1].1 = parts[1]
            .1
            .replace("<item id=\"b\"", &format!("{picture}<item id=\"b\""));
        parts[1].1 = parts[1].1.replace("idref=\"b\"", "idref=\"p\"");
    });
    check("contents on a page of the text", true, &|parts| {
        let guide = "<guide><reference type=\"toc\" href=\"b.xhtml#toc\"/></guide></package>";
        parts[1].1 = parts[1].1.replace("</package>", guide);
    });
    check("a page that is not there", true, &|parts| {
        parts[1].1 = parts[1].1.replace(
            "<itemref idref=\"a\"",
            "<itemref idref=\"gone\"/><itemref idref=\"a\"",
        );
        parts[1].1 = parts[1].1.replace(
            "<item id=\"b\"",
            "<item id=\"gone\" href=\"gone.xhtml\" media-type=\"text/html\"/><item id=\"b\"",
        );
    });

    let mut parts = book();
    parts.truncate(1);
    let error = read(&parts).unwrap_err();
    assert_eq!(
        format!("{error:#}"),
        "is an EPUB without a package; get it again"
    );
}

#[test]
fn of_two_ways_to_show_a_formula_one_is_read() {
    let switch = |namespace: &str| {
        format!(
            "<p>Half is <epub:switch><epub:case required-namespace='{namespace}'><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>\
             </epub:case><epub:default>a half</epub:default></epub:switch>.</p>"
        )
    };
    let read_with = |namespace: &str| {
        let book = Book {
            pages: &[("a", &switch(namespace))],
            contents: &entries(&[("One", "a.xhtml")]),
        };
        places(&read(&book.parts()).unwrap())
    };
    assert_eq!(
        read_with("http://www.w3.org/1998/Math/MathML"),
        ["One: Half is 1/2."]
    );
    assert_eq!(
        read_with("http://www.xml-cml.org/schema"),
        ["One: Half is a half."]
    );
}
