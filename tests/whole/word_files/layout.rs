//! What belongs together, what is no text, and where the text is.

use super::{NAMES, items, level, lines, paragraph, parts, pattern, places, read, styled};

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

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
    let sign = "<w:p><w:r><w:t>Oil </w:t><w:sym w:font=\"Arial\" w:char=\"2713\"/><w:sym w:char=\"F0FC\"/></w:r></w:p>";
    check(&[sign.to_owned()], &["Oil ✓"]);
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

    // Where the list of the package, that of the main part, the main part and the numbers are, and
    // how they are referred to.
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

#[test]
fn what_a_style_hides_is_not_read() {
    let style = |kind: &str, id: &str, says: &str| {
        format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\">{says}</w:style>")
    };
    let hides = "<w:rPr><w:vanish/></w:rPr>";
    let styles = [
        style("character", "Secret", hides),
        style("character", "Secretly", "<w:basedOn w:val=\"Secret\"/>"),
        style(
            "character",
            "Open",
            "<w:basedOn w:val=\"Secret\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr>",
        ),
        style("paragraph", "Notes", hides),
        style(
            "paragraph",
            "Numbered",
            &format!("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>{hides}"),
        ),
    ]
    .concat();
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let in_style = |style: &str| format!("<w:rStyle w:val=\"{style}\"/>");
    let again = "<w:vanish w:val=\"false\"/>";
    let body = [
        format!(
            "<w:p>{}{}{}{}{}</w:p>",
            run("", "Seen."),
            run(&in_style("Secret"), " SECRET"),
            run(&in_style("Secretly"), " SECRET"),
            run(&in_style("Open"), " Shown."),
            run(&(in_style("Secret") + again), " Shown again."),
        ),
        styled("Notes", "SECRET"),
        styled("Numbered", "SECRET"),
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Notes\"/></w:pPr>{}{}{}</w:p>",
            run("", "SECRET"),
            run(&in_style("Open"), "SECRET"),
            run(again, "Taken back."),
        ),
        paragraph(
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
            "rope",
        ),
    ]
    .concat();
    let numbering = pattern(0, &[level(0, "decimal", "%1.", "")], &[(1, "")]);
    assert_eq!(
        lines(&body, &[("styles", &styles), ("numbering", &numbering)]),
        ["Seen. Shown. Shown again.", "Taken back.", "1. rope"]
    );
}

#[test]
fn a_printed_table_of_contents_is_not_read() {
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instruction = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let paragraph = |content: &str| format!("<w:p>{content}</w:p>");
    let field = |instruct: &str, content: &str| {
        mark("begin") + &instruction(instruct) + &mark("separate") + content + &mark("end")
    };
    let page = field(" PAGEREF x ", &text("3"));
    let entries = text("The Lamp ") + &page + "</w:p><w:p>" + &text("The Wreck ") + &page;
    let control = |gallery: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"{gallery}\"/></w:docPartObj></w:sdtPr>\
             <w:sdtContent><w:p>{entries}</w:p></w:sdtContent></w:sdt>"
        )
    };
    let seen = paragraph(&text("Seen."));

    for left_out in [
        control("Table of Contents"),
        paragraph(&field(" TOC \\o \"1-3\" ", &entries)),
        paragraph(&field("toc", &entries)),
        paragraph(&field(" INDEX \\c 2", &entries)),
        paragraph(
            &(mark("begin")
                + &instruction(" T")
                + &instruction("OC")
                + &mark("separate")
                + &entries
                + &mark("end")),
        ),
        format!(
            "<w:p><w:fldSimple w:instr=\" TOC \">{}</w:fldSimple></w:p>",
            text("The Lamp 3")
        ),
    ] {
        let body = seen.clone() + &left_out + &seen;
        assert_eq!(lines(&body, &[]), ["Seen.", "Seen."], "{left_out}");
    }
    for kept in [
        control("Cover Pages"),
        paragraph(&field(" TOCHER x", &entries)),
    ] {
        assert_eq!(lines(&kept, &[]), ["The Lamp 3", "The Wreck 3"], "{kept}");
    }
}

#[test]
fn a_program_is_neither_the_author_nor_the_title() {
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Microsoft Word - \
        Document1</dc:title><dc:creator>python-docx</dc:creator></cp:coreProperties>";
    let body = paragraph("<w:outlineLvl w:val=\"0\"/>", "The Lamp") + &paragraph("", "It burns.");
    let document = read(&parts(&body, &[("docProps/core.xml", core)])).unwrap();
    assert_eq!(
        (document.title.as_str(), document.author),
        ("The Lamp", None)
    );
}

#[test]
fn contents_that_were_typed_by_hand_are_not_read() {
    let tabbed = |title: &str, page: &str| {
        format!("<w:p><w:r><w:t>{title}</w:t><w:tab/><w:t>{page}</w:t></w:r></w:p>")
    };
    let entries = tabbed("The Lamp", "3") + &paragraph("", "") + &tabbed("The Wreck", "9");
    let text = paragraph("", "It burns.");
    let chapters = paragraph("", "The Lamp")
        + &text
        + &paragraph("", "The Wreck")
        + &paragraph("", "It sank.");
    assert_eq!(
        lines(&(paragraph("", "Contents") + &entries + &chapters), &[]),
        ["The Lamp", "It burns.", "The Wreck", "It sank."]
    );

    // What a box holds, a bill, and a word alone.
    let held = paragraph("", "Contents") + &entries + &text;
    assert_eq!(
        lines(&held, &[]),
        ["Contents", "The Lamp\t3", "The Wreck\t9", "It burns."]
    );
    let bill = paragraph("", "Costs") + &entries + &text;
    assert_eq!(
        lines(&bill, &[]),
        ["Costs", "The Lamp\t3", "The Wreck\t9", "It burns."]
    );
    assert_eq!(
        lines(&(paragraph("", "Contents") + &text), &[]),
        ["Contents", "It burns."]
    );
}

#[test]
fn what_is_chosen_or_ticked_in_a_form_is_read() {
    let field = |data: &str| {
        format!(
            "<w:p><w:r><w:t>It: </w:t><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar><w:instrText>FORM</w:instrText>\
             <w:fldChar w:fldCharType='separate'/><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        )
    };
    let list = "<w:listEntry w:val='Boy'/><w:listEntry w:val='Keeper'/></w:ddList>";
    for (data, expected) in [
        (
            format!("<w:ddList><w:result w:val='1'/>{list}"),
            "It: Keeper",
        ),
        (format!("<w:ddList>{list}"), "It: Boy"),
        (
            "<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>".to_owned(),
            "It: ☒",
        ),
        (
            "<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>".to_owned(),
            "It: ☐",
        ),
    ] {
        assert_eq!(lines(&field(&data), &[]), [expected]);
    }
}
