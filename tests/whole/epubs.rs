//! Books: what stands where, by the contents and the headings together; notes and boxes; and books that were
//! put together loosely.

use pullquote::corpus::walk;
use pullquote::document::Document;

use crate::books;
use crate::support::Place;

const CONTAINER: &str = "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\" \
    media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
const XHTML: &str = "application/xhtml+xml";

/// A book of these pages, each a name and a body, with this old table of contents.
struct Book<'a> {
    pages: &'a [(&'a str, &'a str)],
    contents: &'a str,
}

impl Book<'_> {
    fn parts(&self) -> Vec<(&'static str, String)> {
        let item = |(name, _): &(&str, &str)| {
            format!("<item id=\"{name}\" href=\"{name}.xhtml\" media-type=\"{XHTML}\"/>")
        };
        let refer = |(name, _): &(&str, &str)| format!("<itemref idref=\"{name}\"/>");
        let package = format!(
            "<package version=\"3.0\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The Light</dc:title>\
             <dc:language>en</dc:language></metadata><manifest><item id=\"ncx\" href=\"toc.ncx\" \
             media-type=\"application/x-dtbncx+xml\"/>{}</manifest><spine toc=\"ncx\">{}</spine></package>",
            self.pages.iter().map(item).collect::<String>(),
            self.pages.iter().map(refer).collect::<String>(),
        );
        let contents = format!("<ncx><navMap>{}</navMap></ncx>", self.contents);
        let mut parts = vec![
            ("META-INF/container.xml", CONTAINER.to_owned()),
            ("OEBPS/book.opf", package),
            ("OEBPS/toc.ncx", contents),
        ];
        parts.extend(
            self.pages
                .iter()
                .map(|(name, body)| (page_name(name), page(body))),
        );
        parts
    }
}

/// Names live as long as the test, so that they need no owner.
fn page_name(name: &str) -> &'static str {
    const NAMES: &[&str] = &[
        "OEBPS/a.xhtml",
        "OEBPS/b.xhtml",
        "OEBPS/c.xhtml",
        "OEBPS/d.xhtml",
        "OEBPS/e.xhtml",
    ];
    let file = format!("OEBPS/{name}.xhtml");
    NAMES.iter().find(|known| **known == file).unwrap()
}

fn page(body: &str) -> String {
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"e\"><head><title/></head><body>{body}</body></html>"
    )
}

/// An entry of the contents, with those below it.
fn entry(label: &str, target: &str, below: &str) -> String {
    format!(
        "<navPoint><navLabel><text>{label}</text></navLabel><content src=\"{target}\"/>{below}</navPoint>"
    )
}

fn entries(entries: &[(&str, &str)]) -> String {
    let entry = |(label, target): &(&str, &str)| entry(label, target, "");
    entries.iter().map(entry).collect()
}

fn read(parts: &[(&str, String)]) -> anyhow::Result<Document> {
    let place = Place::new(&[("a.epub", &books::archive(parts))]);
    let file = walk(&place.corpus())?.files.remove(0);
    file.read(file.bytes()?)
}

/// The headings above each paragraph, and the paragraph.
fn places(document: &Document) -> Vec<String> {
    let place = |block: &pullquote::document::Block| {
        let headings = document.sections[block.section].path.join(" › ");
        format!("{headings}: {}", &document.text[block.range.clone()])
    };
    document.blocks.iter().map(place).collect()
}

#[test]
fn the_contents_and_the_headings_together_say_where_something_stands() {
    let check = |pages: &[(&str, &str)], contents: &str, expected: &[&str]| {
        let document = read(&Book { pages, contents }.parts()).unwrap();
        assert_eq!(places(&document), expected, "{pages:?}");
    };
    let two = entries(&[("The Lamp", "a.xhtml"), ("The Wreck", "b.xhtml")]);
    let inside = entries(&[("The Lamp", "a.xhtml#one"), ("The Wreck", "a.xhtml#two")]);

    // Without headings: by files, and by places in them.
    check(
        &[
            ("a", "<p>It burns.</p>"),
            ("b", "<p>It sank.</p>"),
            ("c", "<p>It lies.</p>"),
        ],
        &two,
        &[
            "The Lamp: It burns.",
            "The Wreck: It sank.",
            "The Wreck: It lies.",
        ],
    );
    let anchors = [
        "<p id='one'>1</p><p>It burns.</p><p id='two'>2</p><p>It sank.</p>",
        "<a id='one'></a><p>1</p><p>It burns.</p><a name='two'></a><p>2</p><p>It sank.</p>",
        "<div id='one'><div><p>1</p><p>It burns.</p></div></div><section id='two'><p>2</p><p>It sank.</p></section>",
        "<p><span id='one'/>1</p><p>It burns.</p><p><a id='two'/>2</p><p>It sank.</p>",
        "<span epub:type='pagebreak' id='one'>7</span><p>1</p><p>It burns.</p><hr id='two'/><p>2</p><p>It sank.</p>",
        "<p>1</p><p>It burns.</p><p id='two'>2</p><p>It sank.</p>",
    ];
    for body in anchors {
        let expected = [
            "The Lamp: 1",
            "The Lamp: It burns.",
            "The Wreck: 2",
            "The Wreck: It sank.",
        ];
        check(&[("a", body)], &inside, &expected);
    }
    // Within a paragraph, the next one is the first of the section.
    check(
        &[(
            "a",
            "<p id='one'>It burns. <a id='two'/>It glows.</p><p>It sank.</p>",
        )],
        &inside,
        &["The Lamp: It burns. It glows.", "The Wreck: It sank."],
    );
    // A paragraph that says what the contents say is the heading.
    check(
        &[(
            "a",
            "<p id='one'>THE LAMP</p><p>It burns.</p><div id='two'><p>II</p><p>The Wreck</p></div><p>It sank.</p>",
        )],
        &entries(&[
            ("The Lamp", "a.xhtml#one"),
            ("II. The Wreck", "a.xhtml#two"),
        ]),
        &["The Lamp: It burns.", "II. The Wreck: It sank."],
    );

    // With headings that say as much, less or more.
    check(
        &[
            ("a", "<h2>The lamp</h2><p>It burns.</p>"),
            ("b", "<h2>How it sank</h2><p>It sank.</p>"),
        ],
        &two,
        &["The lamp: It burns.", "How it sank: It sank."],
    );
    let titles = [
        "<h2>I</h2>",
        "<h2 id='x'>I</h2><h3>The Lamp</h3>",
        "<header><h1>I</h1><h1>The Lamp</h1></header>",
        "<hgroup><h2>I</h2><p>The Lamp</p></hgroup>",
        "<h1><img src='i.png' alt='Chapter One'/></h1>",
        "<div id='x'><h2>I.<br/>The Lamp</h2></div>",
    ];
    for title in titles {
        let body = format!("{title}<p>It burns.</p>");
        let document = read(
            &Book {
                pages: &[("a", &body)],
                contents: &entries(&[("I. The Lamp", "a.xhtml#x")]),
            }
            .parts(),
        )
        .unwrap();
        assert_eq!(places(&document), ["I. The Lamp: It burns."], "{title}");
    }
    check(
        &[("a", "<h1>CHAPTER I. The Lamp</h1><p>It burns.</p>")],
        &entries(&[("The Lamp", "a.xhtml")]),
        &["CHAPTER I. The Lamp: It burns."],
    );

    // Pictures without contents, and groups.
    check(
        &[
            ("a", "<h1><img alt='The Lamp'/></h1><p>It burns.</p>"),
            (
                "b",
                "<hgroup><h2>II</h2><h2>The Wreck</h2></hgroup><p>It sank.</p>",
            ),
        ],
        "",
        &["The Lamp: It burns.", "The Lamp › II The Wreck: It sank."],
    );

    // A motto may stand before the heading; a number far below it is none.
    check(
        &[(
            "a",
            "<p>Light is life.</p><h2>The Lamp</h2><p>It burns.</p>",
        )],
        &entries(&[("The Lamp", "a.xhtml")]),
        &[": Light is life.", "The Lamp: It burns."],
    );
    let long = "It burns. ".repeat(60);
    check(
        &[("a", &format!("<p>{long}</p><h4>1</h4><p>It glows.</p>"))],
        &entries(&[("Chapter 1", "a.xhtml")]),
        &[
            &format!("Chapter 1: {}", long.trim()),
            "Chapter 1 › 1: It glows.",
        ],
    );
    // Contents may point behind the heading, or to the title of the whole.
    check(
        &[(
            "a",
            "<h2>The Lamp</h2><a id='one'/><p>It burns.</p><h2>II</h2><p id='two'>It sank.</p>",
        )],
        &entry(
            "All",
            "b.xhtml",
            &inside.replace("The Wreck", "II. The Wreck"),
        ),
        &["The Lamp: It burns.", "II. The Wreck: It sank."],
    );
    check(
        &[("a", "<h1>The Light</h1><p>It burns.</p>")],
        &entries(&[("Chapter 1", "a.xhtml")]),
        &["Chapter 1: It burns."],
    );

    // Further headings stand below, also in the next file.
    check(
        &[
            (
                "a",
                "<h1>The Lamp</h1><p>It burns.</p><h2>Oil</h2><p>It stinks.</p>",
            ),
            ("b", "<h3>Whale</h3><p>It sings.</p>"),
            ("c", "<p>I</p><h3>Storm</h3><p>It blows.</p>"),
        ],
        &entries(&[("The Lamp", "a.xhtml"), ("The Wreck", "c.xhtml")]),
        &[
            "The Lamp: It burns.",
            "The Lamp › Oil: It stinks.",
            "The Lamp › Oil › Whale: It sings.",
            "The Wreck: I",
            "The Wreck › Storm: It blows.",
        ],
    );
    check(
        &[(
            "a",
            "<h2 id='one'>The Lamp</h2><p>It burns.</p><p id='oil'>Oil</p><p>It stinks.</p>",
        )],
        &entry(
            "The Lamp",
            "a.xhtml#one",
            &entries(&[("Oil", "a.xhtml#oil")]),
        ),
        &["The Lamp: It burns.", "The Lamp › Oil: It stinks."],
    );
}

#[test]
fn a_part_holds_its_chapters() {
    let check = |pages: &[(&str, &str)], contents: &str, expected: &[&str]| {
        let document = read(&Book { pages, contents }.parts()).unwrap();
        assert_eq!(places(&document), expected, "{pages:?}");
    };
    let chapters = entries(&[("The Lamp", "b.xhtml"), ("The Wreck", "c.xhtml")]);
    let deep = entry("Part One", "a.xhtml", &chapters) + &entries(&[("Part Two", "d.xhtml")]);
    let expected = [
        "Part One › The Lamp: It burns.",
        "Part One › The Wreck: It sank.",
        "Part Two: It is dark.",
    ];

    // The contents say so, whatever the headings are.
    for (part, chapter) in [
        ("h1", "h1"),
        ("h1", "h2"),
        ("h2", "h1"),
        ("p", "p"),
        ("p", "h3"),
    ] {
        let title = |tag: &str, text: &str| format!("<{tag}>{text}</{tag}>");
        check(
            &[
                ("a", &title(part, "Part One")),
                ("b", &(title(chapter, "The Lamp") + "<p>It burns.</p>")),
                ("c", &(title(chapter, "The Wreck") + "<p>It sank.</p>")),
                ("d", &(title(part, "Part Two") + "<p>It is dark.</p>")),
            ],
            &deep,
            &expected,
        );
    }

    // Flat contents say nothing of it: the headings do, if a part has no text of its own.
    let flat = entries(&[
        ("Part One", "a.xhtml"),
        ("The Lamp", "b.xhtml"),
        ("The Wreck", "c.xhtml"),
        ("Part Two", "d.xhtml"),
    ]);
    check(
        &[
            ("a", "<h1>Part One</h1>"),
            ("b", "<h2>The Lamp</h2><p>It burns.</p>"),
            ("c", "<h2>The Wreck</h2><p>It sank.</p>"),
            ("d", "<h1>Part Two</h1><p>It is dark.</p>"),
        ],
        &flat,
        &expected,
    );
    check(
        &[
            ("a", "<h1>Foreword</h1><p>It was dark.</p>"),
            ("b", "<h2>The Lamp</h2><p>It burns.</p>"),
        ],
        &entries(&[("Foreword", "a.xhtml"), ("The Lamp", "b.xhtml")]),
        &["Foreword: It was dark.", "The Lamp: It burns."],
    );
    // Nothing stands below the front, with contents or without.
    let front = "<section epub:type='frontispiece'><h1>Frontispiece</h1></section>";
    for contents in [
        entries(&[("Frontispiece", "a.xhtml"), ("The Lamp", "b.xhtml")]),
        String::new(),
    ] {
        check(
            &[
                ("a", &(front.to_owned() + "<p>A tower.</p>")),
                ("b", "<h2>The Lamp</h2><p>It burns.</p>"),
            ],
            &contents,
            &["Frontispiece: A tower.", "The Lamp: It burns."],
        );
    }

    // A part and its first chapter begin on the same page.
    let both = entry(
        "Part One",
        "a.xhtml",
        &entries(&[("1. The Lamp", "a.xhtml"), ("2. The Wreck", "a.xhtml#two")]),
    );
    for body in [
        "<h1>Part One</h1><h2>The Lamp</h2><p>It burns.</p><h2 id='two'>The Wreck</h2><p>It sank.</p>",
        "<h1>Part One</h1><h1>1</h1><p>It burns.</p><h1><a id='two'/>2</h1><p>It sank.</p>",
        "<h2>1. The Lamp</h2><p>It burns.</p><p id='two'>2. The Wreck</p><p>It sank.</p>",
    ] {
        let document = read(
            &Book {
                pages: &[("a", body)],
                contents: &both,
            }
            .parts(),
        )
        .unwrap();
        let paths: Vec<&[String]> = document
            .sections
            .iter()
            .map(|s| s.path.as_slice())
            .collect();
        assert_eq!(
            paths,
            [["Part One", "1. The Lamp"], ["Part One", "2. The Wreck"]],
            "{body}"
        );
    }

    // The book itself is above every place, and a part may point nowhere.
    let book = entry(
        "The Light",
        "a.xhtml",
        &entries(&[("The Lamp", "a.xhtml#one"), ("The Wreck", "b.xhtml")]),
    );
    check(
        &[
            (
                "a",
                "<h1>The Light</h1><h2 id='one'>The Lamp</h2><p>It burns.</p>",
            ),
            ("b", "<h2>The Wreck</h2><p>It sank.</p>"),
        ],
        &book,
        &["The Lamp: It burns.", "The Wreck: It sank."],
    );
    let nav = page(
        "<nav epub:type='toc'><ol><li><span>Part One</span><ol><li><a href='a.xhtml'>The Lamp</a></li></ol></li>\
         <li><a href='b.xhtml'>The Wreck</a></li></ol></nav>",
    );
    let mut parts = Book {
        pages: &[("a", "<p>It burns.</p>"), ("b", "<p>It sank.</p>")],
        contents: "",
    }
    .parts();
    parts[1].1 = parts[1].1.replace(
        "<manifest>",
        "<manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>",
    );
    parts.push(("OEBPS/nav.xhtml", nav));
    assert_eq!(
        places(&read(&parts).unwrap()),
        ["Part One › The Lamp: It burns.", "The Wreck: It sank."]
    );
}

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
        "<header><h1>The Lamp</h1></header><p>It burns.</p>",
        &["The Lamp: It burns."],
    );
    check(
        "<aside hidden='hidden'>Nothing.</aside><nav>Menu</nav><p>It burns.</p>",
        &[": It burns."],
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
        "is an EPUB without a package; get it anew"
    );
}
