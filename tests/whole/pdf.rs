//! PDF: what a reader sees of a page, whichever way a program put its letters there.
//!
//! Most pages are written here by hand, each as one kind of program writes them. Their font numbers its letters as
//! Unicode does, so that a test can say `1911` and mean it.

use std::fmt::Write;

use pullquote::corpus::walk;
use pullquote::document::Document;

use crate::books;
use crate::support::Place;

/// Widths of the font in thousandths of its size: what is not listed has none.
const WIDTHS: &str = "[32 [250] 33 47 300 48 57 600 58 64 300 65 90 700 97 122 500 1488 1514 600 1569 1610 500 57417 [700]]";

fn width(c: char) -> f64 {
    match c {
        ' ' => 0.25,
        '0'..='9' | '\u{5d0}'..='\u{5ea}' => 0.6,
        'A'..='Z' => 0.7,
        'a'..='z' | '\u{621}'..='\u{64a}' => 0.5,
        '!'..='@' => 0.3,
        _ => 0.0,
    }
}

fn advance(text: &str, size: f64) -> f64 {
    text.chars().map(width).sum::<f64>() * size
}

fn hex(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| format!("{unit:04x}"))
        .collect()
}

/// Shows a text at a place, in one piece.
fn show(x: f64, y: f64, size: f64, text: &str) -> String {
    format!("BT /F1 {size} Tf {x:.2} {y:.2} Td <{}> Tj ET\n", hex(text))
}

/// Shows each letter of a text by itself, from the left.
fn spell(x: f64, y: f64, size: f64, text: &str) -> String {
    let mut content = String::new();
    let mut at = x;
    for letter in text.chars() {
        content += &show(at, y, size, &letter.to_string());
        at += width(letter) * size;
    }
    content
}

/// Shows a text with its letters from right to left, which is how Hebrew stands on paper, in the order in which they
/// stand there from the left.
fn show_rtl(right: f64, y: f64, size: f64, text: &str) -> String {
    let visual: String = text.chars().rev().collect();
    show(right - advance(text, size), y, size, &visual)
}

struct Sheet {
    /// Further entries of the page, such as `/Rotate 90`.
    entries: &'static str,
    widths: &'static str,
    /// From the codes of letters to their meaning.
    meanings: &'static str,
    pages: Vec<String>,
}

impl Sheet {
    fn of(content: String) -> Sheet {
        Sheet {
            entries: "",
            widths: WIDTHS,
            meanings: "1 beginbfrange <0000> <ffff> <0000> endbfrange",
            pages: vec![content],
        }
    }

    fn file(&self) -> Vec<u8> {
        let stream = |content: &str| {
            format!(
                "<< /Length {} >>\nstream\n{content}\nendstream",
                content.len()
            )
        };
        let meanings = format!(
            "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {} endcmap",
            self.meanings
        );
        let numbers = (0..self.pages.len()).map(|n| 7 + 2 * n);
        let kids = numbers.fold(String::new(), |mut kids, n| {
            write!(kids, "{n} 0 R ").unwrap();
            kids
        });

        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 400 600] >>", self.pages.len()),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>".to_owned(),
            "<< /Title (The Light) >>".to_owned(),
            format!("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 0 /W {} >>", self.widths),
            stream(&meanings),
        ];
        for (n, content) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R {} /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
                self.entries,
                8 + 2 * n
            ));
            objects.push(stream(content));
        }
        books::pdf_of_objects(&objects)
    }
}

fn read(bytes: &[u8]) -> anyhow::Result<Document> {
    let place = Place::new(&[("light.pdf", bytes)]);
    let file = walk(&place.corpus())?.files.remove(0);
    file.read(file.bytes()?)
}

fn text(bytes: &[u8]) -> String {
    read(bytes).unwrap().text.trim().to_owned()
}

fn check(content: String, expected: &str) {
    assert_eq!(text(&Sheet::of(content).file()), expected);
}

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
fn a_page_is_read_whichever_way_it_is_turned() {
    // Where a line of a turned page begins, and which way it runs.
    let ways = [
        ("", "1 0 0 1 40 500", "1 0 0 1 40 486"),
        ("/Rotate 0", "1 0 0 1 40 500", "1 0 0 1 40 486"),
        ("/Rotate 90", "0 1 -1 0 100 40", "0 1 -1 0 114 40"),
        ("/Rotate 180", "-1 0 0 -1 360 100", "-1 0 0 -1 360 114"),
        ("/Rotate 270", "0 -1 1 0 300 560", "0 -1 1 0 286 560"),
        ("/Rotate -90", "0 -1 1 0 300 560", "0 -1 1 0 286 560"),
        // On its side for whoever reads it, but all of it is.
        ("", "0 1 -1 0 100 40", "0 1 -1 0 114 40"),
        ("/Rotate 90", "1 0 0 1 40 500", "1 0 0 1 40 486"),
    ];
    for (entries, first, second) in ways {
        let line =
            |place: &str, text: &str| format!("BT /F1 11 Tf {place} Tm <{}> Tj ET ", hex(text));
        let content = line(first, "Every evening she climbed the steps")
            + &line(second, "with a can of oil.");
        let mut sheet = Sheet::of(content);
        sheet.entries = entries;
        let lines = text(&sheet.file());
        assert_eq!(
            lines.replace('\n', " "),
            "Every evening she climbed the steps with a can of oil.",
            "{entries} {first}"
        );
    }
}

#[test]
fn a_stamp_at_the_margin_is_not_read_but_a_page_half_on_its_side_is() {
    let upright = |lines: usize| {
        (0..lines)
            .map(|n| {
                show(
                    60.0,
                    500.0 - 14.0 * n as f64,
                    11.0,
                    "She kept the light for years and",
                )
            })
            .collect::<String>()
    };
    let aside = |lines: usize| {
        let line = |n: usize| {
            format!(
                "BT /F1 9 Tf 0 1 -1 0 {} 60 Tm <{}> Tj ET ",
                20 + 12 * n,
                hex("Oil was nine crowns a barrel then and")
            )
        };
        (0..lines).map(line).collect::<String>()
    };

    let stamp = text(&Sheet::of(upright(3) + &aside(1)).file());
    assert!(
        stamp.contains("She kept") && !stamp.contains("Oil"),
        "{stamp}"
    );
    let both = text(&Sheet::of(upright(12) + &aside(10)).file());
    assert!(
        both.contains("She kept") && both.matches("Oil was nine").count() == 10,
        "{both}"
    );
}

const HEBREW: &str = "שומרת המגדלור נקראה אנה ברג.";

#[test]
fn hebrew_is_read_in_its_order_however_its_letters_were_drawn() {
    let right = 360.0;
    let y = 500.0;
    let left = right - advance(HEBREW, 12.0);

    // As it stands, from the left; letter by letter, from the left, and from the right.
    check(show_rtl(right, y, 12.0, HEBREW), HEBREW);
    let visual: String = HEBREW.chars().rev().collect();
    check(spell(left, y, 12.0, &visual), HEBREW);
    let mut x = right;
    let from_right = HEBREW.chars().fold(String::new(), |content, c| {
        x -= width(c) * 12.0;
        content + &show(x, y, 12.0, &c.to_string())
    });
    check(from_right, HEBREW);

    // All the spaces first, as LibreOffice does when they are of another font.
    let mut x = left;
    let (mut spaces, mut letters) = (String::new(), String::new());
    for c in visual.chars() {
        let place = if c == ' ' { &mut spaces } else { &mut letters };
        *place += &show(x, y, 12.0, &c.to_string());
        x += width(c) * 12.0;
    }
    check(spaces + &letters, HEBREW);

    // Word by word, each from its left, the first word first.
    let mut x = right;
    let words = HEBREW
        .split_inclusive(' ')
        .fold(String::new(), |content, word| {
            let shown = show_rtl(x, y, 12.0, word);
            x -= advance(word, 12.0);
            content + &shown
        });
    check(words, HEBREW);

    // A program that knows nothing of it sets the first letter leftmost.
    check(show(left, y, 12.0, HEBREW), HEBREW);
    check(spell(left, y, 12.0, HEBREW), HEBREW);
}

#[test]
fn numbers_and_latin_words_in_hebrew_and_arabic_keep_their_order() {
    // As they stand on paper, from the left, and as they are read.
    let lines = [
        (".1893 תנשב םינש 19", "19 שנים בשנת 1893."),
        (".ןוטרש לע התלע Marit הניפסה", "הספינה Marit עלתה על שרטון."),
        (".בלכ ורפסמ Apollo 11", "Apollo 11 מספרו כלב."),
        (".חינה 1,250.50 ריחמה", "המחיר 1,250.50 הניח."),
        (".םיכלוה 17% בוש", "שוב 17% הולכים."),
        (".אב 12/5/1893 םויב", "ביום 12/5/1893 בא."),
        (".אב (ללוכ) דחא", "אחד (כולל) בא."),
        (".تلاق [معن] ةسراحلا", "الحارسة [نعم] قالت."),
        (".ةنس ١٩ اهتسرح", "حرستها ١٩ سنة."),
    ];
    for (visual, expected) in lines {
        let content = show(100.0, 500.0, 12.0, visual);
        assert_eq!(text(&Sheet::of(content).file()), expected);
    }

    // Brackets that are called by what they mean, and a line of English.
    check(show(100.0, 500.0, 12.0, ".אב )ללוכ( דחא"), "אחד (כולל) בא.");
    check(
        show(100.0, 500.0, 12.0, "She said (םולש) to Anna."),
        "She said (שלום) to Anna.",
    );
}

/// A letter of 36 points beside three lines, the first of which `first` begins.
fn dropped(initial: &str, first: &str, is_late: bool) -> String {
    let letter = show(40.0, 472.0, 36.0, initial);
    let beside = 40.0 + advance(initial, 36.0) + if initial.starts_with('"') { 3.0 } else { 2.0 };
    let lines = show(beside, 490.0, 10.0, first)
        + &show(
            beside,
            478.0,
            10.0,
            "and she had kept it nineteen years, all of them",
        )
        + &show(
            40.0,
            466.0,
            10.0,
            "alone with the gulls, which came on the rail to be fed.",
        )
        + &show(40.0, 454.0, 10.0, "After that the keeper slept.");
    let heading = show(40.0, 560.0, 16.0, "The Light");
    if is_late {
        heading + &lines + &letter
    } else {
        heading + &letter + &lines
    }
}

#[test]
fn a_large_initial_begins_the_word_beside_it() {
    let check = |initial: &str, first: &str, expected: &str| {
        for is_late in [false, true] {
            let text = text(&Sheet::of(dropped(initial, first, is_late)).file());
            let paragraph = text.split("\n\n").nth(1).unwrap();
            assert!(paragraph.starts_with(expected), "{text}");
            assert!(
                paragraph.contains("\n")
                    || paragraph.contains("and she had kept it nineteen years"),
                "{text}"
            );
        }
    };

    check(
        "T",
        "he keeper of the light was called Anna Berg, see",
        "The keeper of the light was called Anna Berg, see and she",
    );
    check(
        "A",
        "keeper of the light was called Anna Berg, as was",
        "A keeper of the light",
    );
    check(
        "A",
        "fter the storm the light was out. Anna Berg slept",
        "After the storm",
    );
    check(
        "I",
        "n the winter the light was out. Anna Berg slept on",
        "In the winter",
    );
    check(
        "\"N",
        "obody is here,\" said the keeper of the light to us",
        "\"Nobody is here,\"",
    );

    // An initial that stands up from its line.
    let line = show(40.0, 500.0, 36.0, "T")
        + &show(
            66.0,
            500.0,
            10.0,
            "he keeper of the light was called Anna Berg.",
        );
    let document = read(&Sheet::of(line).file()).unwrap();
    assert_eq!(
        document.text.trim(),
        "The keeper of the light was called Anna Berg."
    );
    assert!(
        document
            .sections
            .iter()
            .all(|section| section.path.is_empty())
    );
}

#[test]
fn marks_of_notes_are_no_text_and_exponents_are() {
    let raised = |text: &str| {
        let mut x = 40.0;
        text.split('^')
            .enumerate()
            .fold(String::new(), |content, (n, part)| {
                let (size, rise) = if n % 2 == 0 { (11.0, 0.0) } else { (7.0, 4.5) };
                let shown = show(x, 500.0 + rise, size, part);
                x += advance(part, size);
                content + &shown
            })
    };

    check(
        raised("The lamp burnt rape oil.^1^ It was bright in the keeper^2^ house."),
        "The lamp burnt rape oil. It was bright in the keeper house.",
    );
    check(
        raised("She drank tea,^12,13^ then slept.^*^"),
        "She drank tea, then slept.",
    );
    check(
        raised("It was 30 m^2^ and x^2^ was 10^6^ on the 21^st^ day."),
        "It was 30 m2 and x2 was 106 on the 21st day.",
    );
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

#[test]
fn a_file_of_which_a_part_is_missing_is_refused() {
    let whole = Sheet {
        pages: (1..=3)
            .map(|n| show(40.0, 500.0, 11.0, &format!("This is page {n}.")))
            .collect(),
        ..Sheet::of(String::new())
    }
    .file();
    assert!(text(&whole).contains("This is page 3."));

    let refused = |bytes: &[u8]| {
        let reason = read(bytes).unwrap_err().to_string();
        assert!(reason.starts_with("is damaged or not whole"), "{reason}");
    };
    for length in [whole.len() / 3, whole.len() / 2, whole.len() * 9 / 10] {
        refused(&whole[..length]);
    }

    // The last page is gone, and the end is there.
    let listed = String::from_utf8(whole).unwrap();
    refused(listed.replace("11 0 obj", "99 0 obj").as_bytes());
}

#[test]
fn a_word_at_the_top_of_each_page_is_no_number_of_a_page() {
    let page = |top: &str, n: usize| {
        show(40.0, 570.0, 11.0, top)
            + &show(
                40.0,
                300.0,
                11.0,
                &format!("Chapter text number {n} stands here."),
            )
    };
    let pages = |tops: [&str; 3]| Sheet {
        pages: tops
            .iter()
            .enumerate()
            .map(|(n, top)| page(top, n))
            .collect(),
        ..Sheet::of(String::new())
    };

    let words = text(&pages(["Civil law", "Civil", "Ill"]).file());
    assert!(
        words.contains("Civil law") && words.contains("Ill"),
        "{words}"
    );
    let numbers = text(&pages(["xiv", "xv", "xvi"]).file());
    assert!(!numbers.contains("xv"), "{numbers}");
}

#[test]
fn bookmarks_lead_to_their_pages_by_each_kind_of_destination() {
    let stream = |content: &str| {
        format!(
            "<< /Length {} >>\nstream\n{content}endstream",
            content.len()
        )
    };
    let line = |text: &str| stream(&format!("BT /F1 11 Tf 72 700 Td ({text}) Tj ET\n"));
    let page = |contents: usize| {
        format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
        )
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 11 0 R /Dests << /old [7 0 R /Fit] >> /Names << /Dests << /Kids [17 0 R] >> >> >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R 7 0 R 9 0 R] /Count 3 /MediaBox [0 0 612 792] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Title (The Light) >>".to_owned(),
        page(6),
        line("Anna climbed the tower."),
        page(8),
        line("The ship ran aground."),
        page(10),
        line("The gull slept."),
        "<< /First 12 0 R /Last 16 0 R >>".to_owned(),
        "<< /Title (One) /Dest [5 0 R /Fit] /Next 13 0 R >>".to_owned(),
        "<< /Title <feff0054007700f6> /Dest /old /Next 16 0 R /First 14 0 R >>".to_owned(),
        "<< /Title (Under two) /A << /S /GoTo /D [7 0 R /Fit] >> /Next 15 0 R >>".to_owned(),
        // It leads nowhere, and what follows it is in a circle.
        "<< /Title (Nowhere) /Dest (none) /Next 14 0 R >>".to_owned(),
        "<< /Title (Three) /A << /S /GoTo /D (third) >> /Next 12 0 R >>".to_owned(),
        "<< /Names [(third) << /D [9 0 R /Fit] >>] >>".to_owned(),
    ];

    let document = read(&books::pdf_of_objects(&objects)).unwrap();
    let sections: Vec<String> = document
        .sections
        .iter()
        .map(|section| section.path.join(" › "))
        .filter(|path| !path.is_empty())
        .collect();
    assert_eq!(sections, ["One", "Twö › Under two", "Three"]);
}

#[test]
fn files_of_real_programs_are_read_as_they_look() {
    let check = |bytes: &[u8], expected: &str| assert_eq!(text(bytes), expected);

    // Widths as ranges, ligatures for which a page gives the text, a font without spaces.
    check(
        include_bytes!("fixtures/chromium.pdf"),
        "The office had 1911 fluffy affidavits, 2255 eggs; “Thirty-three committees left,” she said… and then 4400 more.",
    );
    // Each word from its left, the first word first; brackets by what they mean.
    check(
        include_bytes!("fixtures/libreoffice.pdf"),
        "שומרת המגדלור נקראה אנה ברג, והיא שמרה עליו 19 שנים (עד 1893). הספינה Marit עלתה על שרטון.",
    );
    // Shaped letters; vowels; a list of letters with empty entries.
    check(
        include_bytes!("fixtures/weasyprint.pdf"),
        "كانت حارسة المنارة تسمى آنا، وقد حرستها ١٩ سنة (حتى 1893). لا يعرف أحد إلى أين ذهبت.\n\nהיא אמרה שָׁלוֹם ונעלמה בלילה",
    );
}
