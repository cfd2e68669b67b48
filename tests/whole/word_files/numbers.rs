//! The numbers of lists and headings.

use super::{items, level, lines, paragraph, parts, pattern, places, read, styled};

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
    let gallery = [
        level(0, "upperRoman", "Article %1.", ""),
        level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
        level(2, "lowerLetter", "(%3)", ""),
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
        &one(&gallery),
        "1 0 oil, 1 1 wick, 1 2 long, 1 0 glass, 1 1 lens",
        "Article I. oil | Section 1.01 wick | (a) long | Article II. glass | Section 2.01 lens",
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

    let hidden = level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>");
    check(
        &one(&[hidden, decimal(1, "%1.%2")]),
        "1 0 oil, 1 1 whale",
        "oil | 1.1 whale",
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

    // The only heading at the top is the title, unless it has a number.
    let chapters = pattern(5, &[level(0, "decimal", "Chapter %1", "")], &[(1, "")]);
    let top = |list: &str| paragraph(&format!("<w:outlineLvl w:val=\"0\"/>{list}"), "The Lamp");
    for (list, place) in [("", ""), (list, "Chapter 1 The Lamp")] {
        let body = top(list) + &paragraph("", "It burns.");
        let document = read(&parts(&body, &[("numbering", &chapters)])).unwrap();
        assert_eq!(places(&document), [(place.to_owned(), "It burns.")]);
    }

    // A heading may be nothing but its number.
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
