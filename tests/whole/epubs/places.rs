//! What stands where, by the contents and the headings together.

use super::{Book, entries, entry, page, places, read};

#[test]
fn a_number_above_a_title_stands_below_the_part() {
    let chapter =
        "<h1>Chapter 1</h1><h2>The Lamp</h2><p>It burns.</p><h2>Oil</h2><p>It smells.</p>";
    for label in ["1. The Lamp", "The Lamp"] {
        let chapters = entry(label, "b.xhtml", "") + &entry("2. The Gull", "c.xhtml", "");
        let book = Book {
            pages: &[
                ("a", "<h1>PART ONE</h1>"),
                ("b", chapter),
                ("c", "<h1>Chapter 2</h1><h2>The Gull</h2><p>It cries.</p>"),
            ],
            contents: &entry("Part One: Sea", "a.xhtml", &chapters),
        };
        assert_eq!(
            places(&read(&book.parts()).unwrap()),
            [
                format!("Part One: Sea › {label}: It burns."),
                format!("Part One: Sea › {label} › Oil: It smells."),
                "Part One: Sea › 2. The Gull: It cries.".to_owned(),
            ]
        );
    }
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
    check(
        &[
            ("a", "<div><img alt='Part One'/></div>"),
            ("b", "<p>It burns.</p>"),
            ("c", "<h1>The Wreck</h1><p>It sank.</p>"),
            ("d", "<h1><img alt='Part Two'/></h1><p>It is dark.</p>"),
        ],
        &deep,
        &expected,
    );
    // Nothing stands below the front, with contents or without.
    let front = "<section epub:type='frontispiece'><h1>Frontispiece</h1><p>A tower.</p></section>";
    for contents in [
        entries(&[("Frontispiece", "a.xhtml"), ("The Lamp", "b.xhtml")]),
        String::new(),
    ] {
        check(
            &[("a", front), ("b", "<h2>The Lamp</h2><p>It burns.</p>")],
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
