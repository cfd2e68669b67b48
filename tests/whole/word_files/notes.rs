//! Notes and formulas.

use super::{lines, paragraph, parts, places, read};

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
fn a_sign_of_a_font_of_its_own_is_the_character_that_looks_so() {
    let sign = |font: &str, code: &str| {
        format!("<w:p><w:r><w:t>20</w:t><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r></w:p>")
    };
    for (font, code, expected) in [
        ("Symbol", "F0B0", "20°"),
        ("Symbol", "F061", "20α"),
        ("symbol", "00A3", "20≤"),
        ("Wingdings", "F0FE", "20☑"),
        ("Wingdings", "F0A8", "20☐"),
        ("Wingdings 2", "F052", "20☑"),
        ("Times New Roman", "20AC", "20€"),
        ("Nobody's", "F0FE", "20"),
    ] {
        assert_eq!(lines(&sign(font, code), &[]), [expected], "{font} {code}");
    }

    let run = |font: &str, text: &str| {
        let font = format!("<w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr>");
        format!("<w:p><w:r>{font}<w:t>{text}</w:t></w:r></w:p>")
    };
    assert_eq!(lines(&run("Symbol", "5 \u{f06d}m"), &[]), ["5 μm"]);
    assert_eq!(lines(&run("Wingdings", "\u{f0fc} done"), &[]), ["✓ done"]);
    assert_eq!(lines(&run("", "\u{f0b3}"), &[]), ["≥"]);
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
fn a_raised_number_is_no_part_of_the_number_before_it() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let raised = |text: &str| run("<w:vertAlign w:val=\"superscript\"/>", text);
    let lowered = |text: &str| run("<w:vertAlign w:val=\"subscript\"/>", text);

    let cases = [
        (
            run("", "10") + &raised("6") + &run("", " lamps"),
            "10⁶ lamps",
        ),
        (run("", "10") + &raised("-") + &raised("12"), "10⁻¹²"),
        (run("", "10") + &raised("1") + &raised("2"), "10¹²"),
        (run("", "the 1") + &raised("st"), "the 1st"),
        (run("", "H") + &lowered("2") + &run("", "O"), "H2O"),
        (run("", "22 m") + &raised("2"), "22 m²"),
        (run("", "(a+b)") + &raised("2"), "(a+b)²"),
        (run("", "It burnt.") + &raised("2"), "It burnt.2"),
        (
            raised("1") + &run("", "It burnt. ") + &raised("12") + &run("", "He saw it."),
            "1 It burnt. 12 He saw it.",
        ),
        (
            run("", "the ") + &raised("14") + &run("", "C of"),
            "the 14C of",
        ),
        (
            run("", "5") + &raised("1") + &run("", "/") + &lowered("2") + &run("", " inches"),
            "5 1/2 inches",
        ),
        (run("", "a ") + &raised("1") + &run("", "⁄8"), "a 1⁄8"),
        (run("", "10") + &run("<w:rStyle w:val=\"Up\"/>", "6"), "10⁶"),
        (
            run("", "10") + &run("<w:rStyle w:val=\"Upper\"/>", "6"),
            "10⁶",
        ),
        (
            run("", "10") + &run("<w:rStyle w:val=\"High\"/>", "6"),
            "10⁶",
        ),
        (
            run("", "10")
                + &run(
                    "<w:rStyle w:val=\"Up\"/><w:vertAlign w:val=\"baseline\"/>",
                    "6",
                ),
            "106",
        ),
        (
            run("", "10")
                + &run("<w:position w:val=\"8\"/><w:sz w:val=\"14\"/>", "3")
                + &run("", " in 19")
                + &run("", "11"),
            "10³ in 1911",
        ),
        (
            run("<w:position w:val=\"8\"/>", "19") + &run("<w:position w:val=\"8\"/>", "11"),
            "1911",
        ),
        (
            run("", "H")
                + &run("<w:position w:val=\"-6\"/>", "2")
                + &run("", "O 19")
                + &run("", "11"),
            "H2O 1911",
        ),
    ];
    let styles = "<w:style w:type=\"character\" w:styleId=\"Up\"><w:rPr><w:vertAlign \
        w:val=\"superscript\"/></w:rPr></w:style><w:style w:type=\"character\" \
        w:styleId=\"Upper\"><w:basedOn w:val=\"Up\"/></w:style><w:style w:type=\"character\" \
        w:styleId=\"High\"><w:rPr><w:position w:val=\"6\"/></w:rPr></w:style>";
    for (runs, expected) in cases {
        let body = format!("<w:p>{runs}</w:p>").replace("<w:t>", "<w:t xml:space=\"preserve\">");
        assert_eq!(lines(&body, &[("styles", styles)]), [expected]);
    }
}

#[test]
fn a_field_that_prints_by_its_instruction_alone_is_read() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let field = |instruction: &str, result: &str| {
        let instruction = format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>");
        let result = if result.is_empty() {
            String::new()
        } else {
            mark("separate") + &text(result)
        };
        mark("begin") + &instruction + &result + &mark("end")
    };
    for (field, expected) in [
        (field("SYMBOL 176 \\f Symbol", ""), "20°C"),
        (field(" EQ \\f(1,2)", ""), "20 1/2C"),
        (field("SYMBOL 176 \\f Symbol", " o"), "20 oC"),
        (field("IF 1 = 1", ""), "20C"),
        (field("XE \"secret\"", ""), "20C"),
    ] {
        let body = format!("<w:p>{}{field}{}</w:p>", text("20"), text("C"));
        assert_eq!(lines(&body, &[]), [expected], "{field}");
    }
}
