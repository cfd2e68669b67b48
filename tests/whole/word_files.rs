//! Word documents: what is printed before a paragraph, what belongs together, and what is no text.

use pullquote::corpus::walk;
use pullquote::document::Document;

use crate::books;
use crate::support::Place;

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a document with this body; further parts by their names in `word/`.
fn parts(body: &str, others: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let part = |root: &str, content: &str| format!("<w:{root} {NAMES}>{content}</w:{root}>");
    let mut parts = vec![(
        "word/document.xml",
        part("document", &format!("<w:body>{body}</w:body>")),
    )];
    parts.extend(others.iter().map(|(name, content)| match *name {
        "styles" => ("word/styles.xml", part("styles", content)),
        "numbering" => ("word/numbering.xml", part("numbering", content)),
        "footnotes" => ("word/footnotes.xml", part("footnotes", content)),
        "endnotes" => ("word/endnotes.xml", part("endnotes", content)),
        "settings" => ("word/settings.xml", part("settings", content)),
        name => (name, (*content).to_owned()),
    }));
    parts
}

fn read(parts: &[(&str, String)]) -> anyhow::Result<Document> {
    let place = Place::new(&[("a.docx", &books::archive(parts))]);
    let file = walk(&place.corpus())?.files.remove(0);
    file.read(file.bytes()?)
}

/// The paragraphs of a document.
fn lines(body: &str, others: &[(&'static str, &str)]) -> Vec<String> {
    let document = read(&parts(body, others)).unwrap();
    let lines = document.text.split("\n\n").filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// The headings above each paragraph of the text, and the paragraph.
fn places(document: &Document) -> Vec<(String, &str)> {
    let place = |block: &pullquote::document::Block| {
        let headings = document.sections[block.section].path.join(" › ");
        (headings, &document.text[block.range.clone()])
    };
    document.blocks.iter().map(place).collect()
}

/// A paragraph with these properties.
fn paragraph(properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

fn styled(style: &str, text: &str) -> String {
    paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), text)
}

/// The items of lists: `1 0 rope` is an item of list 1 at its outermost level.
fn items(script: &str) -> String {
    let item = |line: &str| {
        let [list, level, text] = line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        paragraph(
            &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
            text,
        )
    };
    script.split(", ").map(item).collect()
}

/// A level: its format and text, and what else is said of it.
fn level(at: usize, format: &str, text: &str, besides: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{besides}\
         <w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// A pattern and the lists that follow it, each with what it changes.
fn pattern(id: usize, levels: &[String], lists: &[(usize, &str)]) -> String {
    let levels = levels.concat();
    let list = |(list, changes): &(usize, &str)| {
        format!("<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{id}\"/>{changes}</w:num>")
    };
    let lists: String = lists.iter().map(list).collect();
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>{lists}")
}

fn start(level: usize, number: u32) -> String {
    format!(
        "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{number}\"/></w:lvlOverride>"
    )
}

#[test]
fn an_item_has_the_number_that_word_prints() {
    let decimal = |at: usize, text: &str| level(at, "decimal", text, "");
    let nested = [
        decimal(0, "%1."),
        decimal(1, "%1.%2"),
        decimal(2, "%1.%2.%3"),
    ];
    let mixed = [
        level(0, "lowerLetter", "(%1)", ""),
        level(1, "lowerRoman", "%2.", ""),
    ];
    let legal = [
        level(0, "upperRoman", "Article %1", ""),
        level(1, "decimal", "Section %1.%2", "<w:isLgl/>"),
    ];
    let never = [
        decimal(0, "%1."),
        level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>"),
    ];
    let after_first = [
        decimal(0, "%1."),
        decimal(1, "%2)"),
        level(2, "decimal", "%3/", "<w:lvlRestart w:val=\"1\"/>"),
    ];
    let silent = [level(0, "none", "%1", ""), decimal(1, "%1.%2)")];
    let changed = format!(
        "<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>",
        level(0, "upperRoman", "%1)", "")
    );
    let custom = [
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"9\"/><mc:AlternateContent><mc:Choice>\
        <w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/>\
        </mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1.\"/></w:lvl>"
            .to_owned(),
    ];
    let unset = ["<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl>".to_owned()];
    let one = |levels: &[String]| pattern(5, levels, &[(1, "")]);

    let check = |numbering: &str, script: &str, expected: &str| {
        assert_eq!(
            lines(&items(script), &[("numbering", numbering)]).join(" | "),
            expected,
            "{script}"
        );
    };

    check(
        &one(&mixed),
        "1 0 oil, 1 0 wick, 1 1 long, 1 1 short, 1 0 glass",
        "(a) oil | (b) wick | i. long | ii. short | (c) glass",
    );
    check(
        &one(&nested),
        "1 0 oil, 1 1 whale, 1 2 blue, 1 1 rape, 1 0 wick, 1 2 long",
        "1. oil | 1.1 whale | 1.1.1 blue | 1.2 rape | 2. wick | 2.1.1 long",
    );
    check(&one(&nested), "1 1 whale, 1 0 wick", "1.1 whale | 2. wick");
    check(
        &one(&legal),
        "1 0 oil, 1 0 wick, 1 1 long",
        "Article I oil | Article II wick | Section 2.1 long",
    );
    check(
        &one(&never),
        "1 0 oil, 1 1 whale, 1 0 wick, 1 1 long",
        "1. oil | 1) whale | 2. wick | 2) long",
    );
    check(
        &one(&after_first),
        "1 0 a, 1 1 b, 1 2 c, 1 1 d, 1 2 e, 1 0 f, 1 2 g",
        "1. a | 1) b | 1/ c | 2) d | 2/ e | 2. f | 1/ g",
    );
    check(&one(&silent), "1 0 oil, 1 1 whale", "oil | 1) whale");
    check(&one(&custom), "1 0 oil, 1 0 wick", "009. oil | 010. wick");
    check(&one(&unset), "1 0 oil, 1 0 wick", "0. oil | 1. wick");
    check(
        &one(&[level(
            0,
            "decimal",
            "Teil %1: ",
            "<w:suff w:val=\"nothing\"/>",
        )]),
        "1 0 oil",
        "Teil 1: oil",
    );
    check(
        &one(&[level(
            0,
            "chineseCounting",
            "第%1条",
            "<w:suff w:val=\"nothing\"/>",
        )]),
        "1 0 灯台",
        "第一条灯台",
    );
    let glued = level(0, "upperRoman", "%1", "<w:suff w:val=\"nothing\"/>");
    check(&one(&[glued]), "1 0 oil", "I oil");
    check(&one(&[decimal(0, "100 % %1")]), "1 0 oil", "100 % 1 oil");
    check(
        &one(&nested),
        "9 0 no list, 0 0 no list, 1 8 no level",
        "no list | no list | no level",
    );

    let bullets = ["\u{f0b7}", "–", "o", "→", ""].map(|text| level(0, "bullet", text, ""));
    for (bullet, expected) in bullets.iter().zip(["•", "–", "•", "→", "•"]) {
        check(
            &one(std::slice::from_ref(bullet)),
            "1 0 oil",
            &format!("{expected} oil"),
        );
    }

    // Lists of one pattern go on counting, unless one starts anew; then only once.
    let shared = pattern(
        5,
        &nested,
        &[(1, ""), (2, ""), (3, &start(0, 1)), (4, &changed)],
    );
    check(
        &shared,
        "1 0 a, 2 0 b, 1 0 c, 3 0 d, 3 0 e, 1 0 f, 3 0 g, 4 0 h, 1 0 i",
        "1. a | 2. b | 3. c | 1. d | 2. e | 3. f | 4. g | V) h | 6. i",
    );
    let both = pattern(
        5,
        &nested,
        &[(1, &start(0, 4)), (2, &(start(0, 7) + &start(1, 3)))],
    );
    check(
        &both,
        "1 0 a, 1 0 b, 2 1 c, 2 1 d, 2 0 e, 2 1 f",
        "4. a | 5. b | 7.3 c | 7.4 d | 8. e | 8.3 f",
    );
    // What one list changes is no business of the pattern that comes after it in the file.
    let apart = pattern(5, &nested, &[(1, &changed)]) + &pattern(6, &nested, &[(2, "")]);
    check(&apart, "1 0 a, 2 0 b, 1 1 c", "I) a | 1. b | I.1 c");
}

#[test]
fn a_style_may_number_its_paragraphs() {
    let style = |id: &str, name: &str, base: &str, properties: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>\
             <w:pPr><w:numPr>{properties}</w:numPr></w:pPr></w:style>"
        )
    };
    let list = |id: usize| format!("<w:numId w:val=\"{id}\"/>");
    let styles = [
        style("H1", "heading 1", "N", &list(1)),
        style(
            "H2",
            "heading 2",
            "N",
            &format!("<w:ilvl w:val=\"1\"/>{}", list(1)),
        ),
        // The level that is meant for the style counts, even if the style does not say which.
        style("H3", "heading 3", "H2", ""),
        style("L", "list", "N", &list(2)),
        style("LL", "list 2", "L", "<w:ilvl w:val=\"1\"/>"),
        style("Off", "list off", "L", &list(0)),
        "<w:style w:type=\"numbering\" w:styleId=\"NS\"><w:name w:val=\"Rules\"/>\
         <w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
            .to_owned(),
    ]
    .concat();
    let of = |style: &str| format!("<w:pStyle w:val=\"{style}\"/>");
    let numbering = pattern(
        5,
        &[
            level(0, "decimal", "Article %1", &of("H1")),
            level(1, "decimal", "%1.%2", &of("H2")),
            level(2, "decimal", "%1.%2.%3", &of("H3")),
        ],
        &[(1, "")],
    ) + &pattern(
        6,
        &[
            level(0, "lowerLetter", "%1)", ""),
            level(1, "lowerRoman", "%2)", ""),
        ],
        &[(2, "")],
    ) + &pattern(7, &[level(0, "upperLetter", "%1.", "")], &[(3, "")])
        + "<w:abstractNum w:abstractNumId=\"8\"><w:numStyleLink w:val=\"NS\"/></w:abstractNum>\
           <w:num w:numId=\"4\"><w:abstractNumId w:val=\"8\"/></w:num>";

    let body = [
        styled("H1", "The Lamp"),
        styled("H2", "Oil"),
        styled("L", "whale"),
        styled("LL", "blue"),
        styled("Off", "and none"),
        styled("L", "rape"),
        styled("H2", "Wick"),
        styled("H3", "Long"),
        items("4 0 Trim it., 3 0 Wind it."),
        styled("H1", "The Wreck"),
        paragraph("", "It sank."),
        paragraph(
            "<w:pStyle w:val=\"L\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>",
            "deep",
        ),
        paragraph(
            "<w:pStyle w:val=\"L\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>",
            "bare",
        ),
    ]
    .concat();

    let document = read(&parts(
        &body,
        &[("styles", &styles), ("numbering", &numbering)],
    ))
    .unwrap();
    let oil = "Article 1 The Lamp › 1.1 Oil";
    let long = "Article 1 The Lamp › 1.2 Wick › 1.2.1 Long";
    let wreck = "Article 2 The Wreck";
    let expected = [
        (oil, "a) whale"),
        (oil, "i) blue"),
        (oil, "and none"),
        (oil, "b) rape"),
        (long, "A. Trim it."),
        (long, "B. Wind it."),
        (wreck, "It sank."),
        (wreck, "i) deep"),
        (wreck, "bare"),
    ];
    let expected = expected.map(|(place, text)| (place.to_owned(), text));
    assert_eq!(places(&document), expected);
    assert!(document.text.contains("\n\nArticle 2 The Wreck\n\n"));
}

#[test]
fn what_cannot_be_seen_of_a_list_counts_only_if_word_counts_it() {
    let numbering = pattern(5, &[level(0, "decimal", "%1.", "")], &[(1, "")]);
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let empty = format!("<w:p><w:pPr>{list}</w:pPr></w:p>");
    let hidden = format!(
        "<w:p><w:pPr>{list}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"
    );
    let deleted = format!(
        "<w:p><w:pPr>{list}<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    );
    let body = [
        items("1 0 a"),
        empty,
        items("1 0 c"),
        hidden,
        items("1 0 d"),
        deleted,
        items("1 0 e"),
    ]
    .concat();
    assert_eq!(
        lines(&body, &[("numbering", &numbering)]),
        ["1. a", "3. c", "4. d", "5. e"]
    );

    // A heading may be nothing but its number.
    let chapters = pattern(5, &[level(0, "decimal", "Chapter %1", "")], &[(1, "")]);
    let heading = format!("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/>{list}</w:pPr></w:p>");
    let body = [
        &heading,
        &paragraph("", "One."),
        &heading,
        &paragraph("", "Two."),
    ]
    .map(String::as_str)
    .concat();
    let document = read(&parts(&body, &[("numbering", &chapters)])).unwrap();
    assert_eq!(
        places(&document),
        [
            ("Chapter 1".to_owned(), "One."),
            ("Chapter 2".to_owned(), "Two.")
        ]
    );
}

#[test]
fn a_paragraph_that_has_no_end_of_its_own_goes_on_in_the_next() {
    let initial = |kind: &str, text: &str| {
        paragraph(
            &format!("<w:framePr w:dropCap=\"{kind}\" w:lines=\"3\"/>"),
            text,
        )
    };
    let gone =
        |mark: &str, text: &str| paragraph(&format!("<w:rPr><w:{mark} w:id=\"1\"/></w:rPr>"), text);
    let plain = |text: &str| paragraph("", text);
    let check = |body: &[String], expected: &[&str]| {
        assert_eq!(lines(&body.concat(), &[]), expected);
    };

    check(&[initial("drop", "T"), plain("he lamp.")], &["The lamp."]);
    check(
        &[initial("margin", "“I"), plain("t burns.”")],
        &["“It burns.”"],
    );
    check(
        &[initial("drop", "A"), plain(" lamp burns.")],
        &["A lamp burns."],
    );
    check(
        &[initial("none", "T"), plain("he lamp.")],
        &["T", "he lamp."],
    );
    check(
        &[
            gone("del", "The lamp "),
            plain("burns."),
            plain("It smokes."),
        ],
        &["The lamp burns.", "It smokes."],
    );
    check(
        &[
            gone("del", "The "),
            gone("moveFrom", "lamp "),
            plain("burns."),
        ],
        &["The lamp burns."],
    );
    check(
        &[gone("ins", "The lamp."), plain("It burns.")],
        &["The lamp.", "It burns."],
    );
    // There is nothing to go on in.
    check(
        &[plain("It burns."), gone("del", "The lamp.")],
        &["It burns.", "The lamp."],
    );
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        gone("del", "Oil"),
        plain("9 crowns")
    );
    check(&[table, plain("It burns.")], &["Oil 9 crowns", "It burns."]);

    // The end that is left says what the paragraph is.
    let body = [
        gone("del", "The "),
        paragraph("<w:outlineLvl w:val=\"0\"/>", "Lamp"),
        plain("It burns."),
        paragraph("<w:outlineLvl w:val=\"0\"/>", "The Wreck"),
        plain("It sank."),
    ];
    let document = read(&parts(&body.concat(), &[])).unwrap();
    assert_eq!(places(&document)[0], ("The Lamp".to_owned(), "It burns."));
}

/// A reference to a note, with its own mark if there is one.
fn refer(story: &str, id: usize, mark: &str) -> String {
    let own = if mark.is_empty() {
        ""
    } else {
        " w:customMarkFollows=\"1\""
    };
    format!("<w:r><w:{story}Reference{own} w:id=\"{id}\"/><w:t>{mark}</w:t></w:r>")
}

fn note(story: &str, id: usize, paragraphs: &[&str]) -> String {
    let paragraphs: String = paragraphs
        .iter()
        .map(|text| format!("<w:p><w:r><w:{story}Ref/></w:r><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p>"))
        .collect();
    format!("<w:{story} w:id=\"{id}\">{paragraphs}</w:{story}>")
}

fn with_notes(text: &str, references: &str, rest: &str) -> String {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    format!("<w:p>{}{references}{}</w:p>", run(text), run(rest))
}

#[test]
fn a_note_stands_where_it_belongs_and_is_told_apart() {
    let heading = |text: &str| paragraph("<w:outlineLvl w:val=\"0\"/>", text);
    let feet = [
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>".to_owned(),
        note("footnote", 2, &["Rape oil came from Bergen.", "It was dear."]),
        note("footnote", 3, &["* Of brass."]),
        note("footnote", 4, &["Never referred to."]),
        note("footnote", 5, &["By sea."]),
    ]
    .concat();
    let ends = note("endnote", 2, &["See the log."]) + &note("endnote", 3, &["See the map."]);
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let body = [
        heading("The Lamp"),
        with_notes(
            "It burnt oil",
            &(refer("footnote", 2, "") + &refer("endnote", 3, "")),
            " and shone.",
        ),
        with_notes("It was bright", &refer("footnote", 3, "*"), "."),
        format!(
            "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
            cell(&with_notes("Oil", &refer("footnote", 5, ""), "")),
            cell(&paragraph("", "9 crowns"))
        ),
        heading("The Wreck"),
        with_notes("It sank", &refer("endnote", 2, ""), "."),
    ]
    .concat();

    let others = [("footnotes", feet.as_str()), ("endnotes", ends.as_str())];
    let document = read(&parts(&body, &others)).unwrap();
    let expected = [
        ("The Lamp", "It burnt oil and shone."),
        ("The Lamp", "[1] Rape oil came from Bergen."),
        ("The Lamp", "It was dear."),
        ("The Lamp", "It was bright."),
        ("The Lamp", "* Of brass."),
        ("The Lamp", "Oil 9 crowns"),
        ("The Lamp", "[2] By sea."),
        ("The Wreck", "It sank."),
        ("", "[i] See the map."),
        ("", "[ii] See the log."),
    ];
    assert_eq!(
        places(&document),
        expected.map(|(place, text)| (place.to_owned(), text))
    );

    // A heading of their own is theirs, and the document says how they are counted.
    let settings = "<w:footnotePr><w:numFmt w:val=\"chicago\"/></w:footnotePr>\
        <w:endnotePr><w:numFmt w:val=\"decimal\"/><w:numStart w:val=\"7\"/></w:endnotePr>";
    let others = [others.as_slice(), &[("settings", settings)]].concat();
    let document = read(&parts(&(body + &heading("Notes")), &others)).unwrap();
    let found = places(&document);
    assert_eq!(found[1].1, "[*] Rape oil came from Bergen.");
    assert_eq!(found[8], ("Notes".to_owned(), "[7] See the map."));
}

#[test]
fn a_formula_is_read_as_what_it_says() {
    let run = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let part = |name: &str, content: &str| format!("<m:{name}>{content}</m:{name}>");
    let fraction = |above: &str, below: &str| {
        part("f", &(part("num", &run(above)) + &part("den", &run(below))))
    };
    let two = |name: &str, base: &str, (place, text): (&str, &str)| {
        part(name, &(part("e", &run(base)) + &part(place, &run(text))))
    };
    let set = |owner: &str, name: &str, value: &str| {
        format!("<m:{owner}Pr><m:{name} m:val=\"{value}\"/></m:{owner}Pr>")
    };
    let sum = part(
        "nary",
        &(set("nary", "chr", "∑")
            + &part("sub", &run("i=1"))
            + &part("sup", &run("n"))
            + &part("e", &two("sSup", "i", ("sup", "2")))),
    );
    let row = |cells: [&str; 2]| part("mr", &cells.map(|cell| part("e", &run(cell))).concat());

    let cases = [
        (fraction("1", "2"), "1/2"),
        (run("3") + &fraction("1", "2"), "3 1/2"),
        (fraction("1", "2") + &run("x"), "1/2 x"),
        (fraction("a+b", "2c"), "(a+b)/2c"),
        (fraction("x", "(y+1)"), "x/(y+1)"),
        (fraction("(x+1)(x+2)", "3"), "((x+1)(x+2))/3"),
        (two("sSup", "x", ("sup", "2")) + &run("+1"), "x²+1"),
        (two("sSup", "e", ("sup", "ix")), "e^ix"),
        (two("sSup", "a+b", ("sup", "n-1")), "(a+b)ⁿ⁻¹"),
        (two("sSub", "H", ("sub", "2")) + &run("O"), "H₂O"),
        (two("sSub", "x", ("sub", "max")), "x_max"),
        (
            part("rad", &(part("deg", "") + &part("e", &run("2")))),
            "√2",
        ),
        (
            part("rad", &(part("deg", &run("3")) + &part("e", &run("x+1")))),
            "³√(x+1)",
        ),
        (sum, "∑_(i=1)ⁿ i²"),
        (
            part("d", &(part("e", &run("a")) + &part("e", &run("b")))),
            "(a|b)",
        ),
        (
            part("d", &(set("d", "begChr", "[") + &part("e", &run("a")))),
            "[a)",
        ),
        (
            part(
                "func",
                &(part("fName", &run("sin")) + &part("e", &run("x"))),
            ),
            "sin x",
        ),
        (two("limLow", "lim", ("lim", "x→0")), "lim_(x→0)"),
        (
            part("m", &(row(["1", "0"]) + &row(["0", "1"]))),
            "(1, 0; 0, 1)",
        ),
        (
            part(
                "f",
                &(set("f", "type", "noBar") + &part("num", &run("n")) + &part("den", &run("k"))),
            ),
            "n¦k",
        ),
        (part("box", &part("e", &run("a=b"))), "a=b"),
        (part("unknown", &run("a")), "a"),
    ];
    for (formula, expected) in cases {
        let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        let body = format!(
            "<w:p>{}<m:oMath>{formula}</m:oMath>{}</w:p>",
            text("Take "),
            text(" of it.")
        );
        assert_eq!(lines(&body, &[]), [format!("Take {expected} of it.")]);
    }

    let body = format!(
        "<w:p><w:r><w:t>2</w:t></w:r><m:oMathPara><m:oMath>{}</m:oMath></m:oMathPara></w:p>",
        fraction("1", "4")
    );
    assert_eq!(lines(&body, &[]), ["2 1/4"]);
    let deep = "<m:e>".repeat(50_000) + &run("x") + &"</m:e>".repeat(50_000);
    assert_eq!(
        lines(&format!("<w:p><m:oMath>{deep}</m:oMath></w:p>"), &[]),
        ["x"]
    );
}

#[test]
fn what_nobody_has_filled_in_is_no_text() {
    let control = |settings: &str, content: &str| {
        format!(
            "<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let empty = "<w:showingPlcHdr/><w:text/>";
    let body = [
        control(empty, &paragraph("", "Click here to enter text.")),
        format!(
            "<w:p>{}{}{}</w:p>",
            run("Kept by "),
            control("<w:showingPlcHdr w:val=\"0\"/>", &run("Anna Berg")),
            run(".")
        ),
        format!(
            "<w:p>{}{}{}</w:p>",
            run("Since"),
            control("<w:date/>", &control(empty, &run("Choose a date."))),
            run(" long.")
        ),
        format!(
            "<w:tbl><w:tr>{}<w:tc>{}</w:tc></w:tr></w:tbl>",
            control(empty, &format!("<w:tc>{}</w:tc>", paragraph("", "Name"))),
            paragraph("", "Bergen")
        ),
    ]
    .concat();
    assert_eq!(
        lines(&body, &[]),
        ["Kept by Anna Berg.", "Since long.", "Bergen"]
    );
}

#[test]
fn a_heading_in_a_table_is_a_heading() {
    let heading = paragraph("<w:outlineLvl w:val=\"0\"/>", "The Lamp");
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|content| cell(content)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let text = paragraph("", "It burns.");
    let tables = [
        row(&[&heading]),
        row(&["<w:p/>", &heading]),
        row(&[&heading, &text]),
        row(&[&(heading.clone() + &text)]),
    ];
    for rows in tables {
        let second = paragraph("<w:outlineLvl w:val=\"0\"/>", "The Wreck");
        let body = format!("<w:tbl>{rows}</w:tbl>{text}{second}{text}");
        let document = read(&parts(&body, &[])).unwrap();
        assert_eq!(
            places(&document)[0],
            ("The Lamp".to_owned(), "It burns."),
            "{rows}"
        );
    }
}

#[test]
fn the_main_part_is_found_whatever_it_is_called() {
    let text = paragraph("", "It burns.");
    let numbered = items("1 0 Trim it.");
    let body = format!("<w:document {NAMES}><w:body>{text}{numbered}</w:body></w:document>");
    let lists = format!(
        "<w:numbering {NAMES}>{}</w:numbering>",
        pattern(5, &[level(0, "upperLetter", "%1.", "")], &[(1, "")])
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };

    // Where the list of the package, that of the main part, the main part and the numbers are, and how they
    // are referred to.
    let cases = [
        [
            "_rels/.rels",
            "word/_rels/document2.xml.rels",
            "word/document2.xml",
            "word/numbering.xml",
            "word/document2.xml",
            "numbering.xml",
        ],
        [
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/lists/n7.xml",
            "/word/document.xml",
            "./lists/n7.xml",
        ],
        [
            "_rels/.rels",
            "doc/_rels/main.xml.rels",
            "doc/main.xml",
            "parts/n.xml",
            "doc/main.xml",
            "../parts/n.xml",
        ],
        [
            "_rels\\.rels",
            "word\\_rels\\document.xml.rels",
            "word\\document.xml",
            "word\\numbering.xml",
            "word\\document.xml",
            "numbering.xml",
        ],
        [
            "_rels/.rels",
            "word/_rels/Document.xml.rels",
            "Word/document.xml",
            "word/Numbering.xml",
            "word/document.xml",
            "numbering.xml",
        ],
        [
            "_rels/.rels",
            "_rels/document.xml.rels",
            "document.xml",
            "numbering.xml",
            "document.xml",
            "numbering.xml",
        ],
    ];
    for [package, part, main, numbers, to_main, to_numbers] in cases {
        let parts = [
            ("[Content_Types].xml", "<Types/>".to_owned()),
            (package, relation("officeDocument", to_main)),
            (part, relation("numbering", to_numbers)),
            (main, body.clone()),
            (numbers, lists.clone()),
        ];
        let document = read(&parts).unwrap_or_else(|error| panic!("{main}: {error:#}"));
        assert_eq!(document.text, "It burns.\n\nA. Trim it.\n\n", "{main}");
    }
}
