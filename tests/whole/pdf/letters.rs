//! Letters and the spaces between them, whatever a program says of its font and however it places
//! them.

use super::{Sheet, WIDTHS, advance, check, read, show, spell, text};
use crate::books;

#[test]
fn equal_letters_stay_two_in_each_form_of_their_widths() {
    let wanted = "In 1911 the office had 2255 fluffy gulls, 7788 eggs and 33 mills.";
    let content = spell(40.0, 500.0, 11.0, wanted);

    let widths = [
        WIDTHS,
        "[32 32 250 33 33 300 34 47 300 48 57 600 58 64 300 65 90 700 97 122 500]",
        "[32 [250 300 300 300 300 300 300 300 300 300 300 300 300 300 300 300 600 600 600 600 600 600 600 600 600 600] 65 90 700 97 107 500 108 [500] 109 122 500]",
    ];
    for widths in widths {
        let mut sheet = Sheet::of(content.clone());
        sheet.widths = widths;
        assert_eq!(text(&sheet.file()), wanted, "{widths}");
    }
}

#[test]
fn a_width_for_more_letters_than_there_are_costs_nothing() {
    for widths in ["[0 4294967295 500]", "[32 [250] 48 4000000000 600]"] {
        let mut sheet = Sheet::of(show(40.0, 500.0, 11.0, "In 1911"));
        sheet.widths = widths;
        let reason = read(&sheet.file()).unwrap_err().to_string();
        assert!(reason.starts_with("is damaged"), "{reason}");
    }
}

#[test]
fn what_is_printed_twice_to_make_it_bold_is_read_once() {
    let line = "All eggs of 1911 fell.";
    let twice = |first: String, second: String| check(first + &second, line);
    let at = |x: f64, y: f64| show(x, y, 11.0, line);

    twice(at(40.0, 500.0), at(40.3, 500.0));
    twice(at(40.0, 500.0), at(40.5, 499.5)); // a shadow
    twice(spell(40.0, 500.0, 11.0, line), at(40.3, 500.0));
    check(format!("2 Tr {}", at(40.0, 500.0)), line); // filled, and its outline drawn

    let letter_by_letter = line.chars().fold((String::new(), 40.0), |(content, x), c| {
        let c = c.to_string();
        let both = show(x, 500.0, 11.0, &c) + &show(x + 0.4, 500.0, 11.0, &c);
        (content + &both, x + advance(&c, 11.0))
    });
    check(letter_by_letter.0, line);
}

#[test]
fn the_text_that_a_page_gives_for_its_glyphs_is_read() {
    let marked = |actual: &str, glyphs: &str| {
        format!(
            "/Span << /ActualText {actual} >> BDC {} EMC ",
            show(40.0, 500.0, 11.0, glyphs)
        )
    };
    let check = |before: String, expected: &str| {
        check(before + &show(47.7, 500.0, 11.0, "e keeper"), expected)
    };

    check(marked("(Th)", "\u{e049}"), "The keeper");
    check(marked("<feff00540068>", "\u{e049}"), "The keeper");
    check(marked("(Th)", "X"), "The keeper");
    check(
        format!("/P << /MCID 0 >> BDC {} EMC ", marked("(Th)", "X")),
        "The keeper",
    );
    check(marked("()", "X"), "e keeper");
    // One that is not ended, and one that was not begun.
    check(
        format!(
            "EMC /Span << /ActualText (no) >> BDC {}",
            show(40.0, 500.0, 11.0, "S")
        ),
        "Se keeper",
    );
}

#[test]
fn words_of_a_line_are_one_space_apart_however_they_are_set() {
    let words = ["The", "ship", "Marit", "ran", "aground."];
    let sentence = words.join(" ");
    let set = |gap: f64, word: fn(&str) -> String| {
        let mut x = 40.0;
        words.iter().fold(String::new(), |content, each| {
            let shown = show(x, 500.0, 11.0, &word(each));
            x += advance(each, 11.0) + gap;
            content + &shown
        })
    };

    check(set(2.75, str::to_owned), &sentence);
    check(set(9.0, str::to_owned), &sentence);
    check(set(9.0, |word| format!("{word} ")), &sentence);
    check(set(9.0, |word| format!(" {word}")), &sentence);
    check(
        format!("4 Tw {}", show(40.0, 500.0, 11.0, &sentence)),
        &sentence,
    );
    check(
        show(40.0, 500.0, 11.0, "The  ship   Marit ran aground. "),
        &sentence,
    );
    // Set wide: between letters there is no space.
    check(
        format!("2 Tc {}", show(40.0, 500.0, 11.0, &sentence)),
        &sentence,
    );

    // First the spaces, then one word after the other, the last one first.
    let blank: String = sentence
        .chars()
        .map(|c| if c == ' ' { ' ' } else { '\u{e000}' })
        .collect();
    let mut places = Vec::new();
    let mut x = 40.0;
    for word in words {
        places.push(show(x, 500.0, 11.0, word));
        x += advance(word, 11.0);
        places.insert(0, show(x, 500.0, 11.0, " "));
        x += advance(" ", 11.0);
    }
    assert!(blank.contains(' '));
    check(places.concat(), &sentence);
}

#[test]
fn fonts_with_a_public_numbering_are_read() {
    let check = |encoding: &str, ordering: &str, bytes: &[u8], expected: &str| {
        let codes: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let content = format!("BT /F1 12 Tf 40 500 Td <{codes}> Tj ET");
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [5 0 R] /Count 1 /MediaBox [0 0 400 600] >>".to_owned(),
            format!("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /{encoding} /DescendantFonts [7 0 R] >>"),
            "<< /Title (The Light) >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 6 0 R >>".to_owned(),
            format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
            format!("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> >>"),
        ];
        assert_eq!(
            text(&books::pdf_of_objects(&objects)),
            expected,
            "{encoding}"
        );
    };

    let utf16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>()
    };
    let ja = "灯台守の名はアンナ。";
    check("UniJIS-UCS2-H", "Japan1", &utf16(ja), ja);
    check("UniJIS-UCS2-V", "Japan1", &utf16(ja), ja);
    check(
        "90ms-RKSJ-H",
        "Japan1",
        &encoding_rs::SHIFT_JIS.encode(ja).0,
        ja,
    );
    check("EUC-H", "Japan1", &encoding_rs::EUC_JP.encode(ja).0, ja);
    let gb = "灯塔看守人叫安娜。";
    check("GBK-EUC-H", "GB1", &encoding_rs::GBK.encode(gb).0, gb);
    check("UniGB-UCS2-H", "GB1", &utf16(gb), gb);
    let tw = "燈塔看守人叫安娜。";
    check("ETen-B5-H", "CNS1", &encoding_rs::BIG5.encode(tw).0, tw);
    let ko = "등대지기의 이름은 안나였다.";
    check(
        "KSCms-UHC-H",
        "Korea1",
        &encoding_rs::EUC_KR.encode(ko).0,
        ko,
    );
}

#[test]
fn accents_that_are_drawn_over_letters_are_part_of_them() {
    // The accent first, as TeX does, or after its letter.
    let over = |first: &str, second: &str| {
        show(40.0, 500.0, 11.0, "Zo")
            + &show(53.2, 500.0, 11.0, first)
            + &show(53.2, 500.0, 11.0, second)
            + &show(58.7, 500.0, 11.0, " slept")
    };
    let mut sheet = Sheet::of(over("¨", "e"));
    sheet.widths = "[32 [250] 33 47 300 65 90 700 97 122 500 168 [500]]";
    assert_eq!(text(&sheet.file()), "Zoë slept");
    sheet.pages = vec![over("e", "¨")];
    assert_eq!(text(&sheet.file()), "Zoë slept");
    check(over("e", "\u{308}"), "Zoë slept");
}
