//! What a font draws, where that tells more than what it says: raised digits in the size of the line.

use std::fmt::Write;

use super::{hex, text};
use crate::books;

/// A sign of a font, and the box that it draws: left, bottom, right, top. It is 500 wide.
type Sign = (char, [i16; 4]);

/// A font of the kind TrueType whose glyphs, from 1, are these boxes.
fn make_font(signs: &[Sign]) -> Vec<u8> {
    let mut glyphs: Vec<u8> = Vec::new();
    let mut places = vec![0_u32, 0];
    for (_, [left, bottom, right, top]) in signs {
        let mut numbers = vec![1, *left, *bottom, *right, *top, 3, 0];
        // Four points on the line.
        numbers.extend([0x0101, 0x0101]);
        numbers.extend([*left, right - left, 0, left - right]);
        numbers.extend([*bottom, 0, top - bottom, 0]);
        glyphs.extend(numbers.into_iter().flat_map(i16::to_be_bytes));
        places.push(u32::try_from(glyphs.len()).unwrap());
    }

    let count = u16::try_from(signs.len() + 1).unwrap();
    let halves = |numbers: &[u16]| numbers.iter().flat_map(|n| n.to_be_bytes()).collect();
    let head = [
        1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 8,
        2, 1, 0,
    ];
    let hhea = [1, 0, 800, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count];
    let maxp = [1, 0, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    let tables: [(&[u8; 4], Vec<u8>); 6] = [
        (b"glyf", glyphs),
        (b"head", halves(&head)),
        (b"hhea", halves(&hhea)),
        (b"hmtx", halves(&[500, 0].repeat(count.into()))),
        (
            b"loca",
            places.into_iter().flat_map(u32::to_be_bytes).collect(),
        ),
        (b"maxp", halves(&maxp)),
    ];

    let mut file = vec![0, 1, 0, 0, 0, 6, 0, 64, 0, 2, 0, 32];
    let mut at = file.len() + 16 * tables.len();
    for (name, table) in &tables {
        file.extend_from_slice(*name);
        for number in [0, at, table.len()] {
            file.extend(u32::try_from(number).unwrap().to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

/// A page with a line in such a font, in which each sign is known by its number from 1.
fn set_line(signs: &[Sign], line: &[usize]) -> Vec<u8> {
    let bytes = make_font(signs);
    let font = bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    let mut meanings = format!(
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {} beginbfchar ",
        signs.len()
    );
    for (number, (sign, _)) in (1..).zip(signs) {
        write!(meanings, "<{number:04x}> <{}> ", hex(&sign.to_string())).unwrap();
    }
    meanings += "endbfchar endcmap";
    let codes = line.iter().fold(String::new(), |mut codes, code| {
        write!(codes, "{code:04x}").unwrap();
        codes
    });
    let content = format!("BT /F1 12 Tf 40 500 Td <{codes}> Tj ET");

    let stream = |entries: &str, content: &str| {
        let length = content.len();
        format!("<< /Length {length} {entries} >>\nstream\n{content}\nendstream")
    };
    books::pdf_of_objects(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [7 0 R] /Count 1 /MediaBox [0 0 400 600] >>".to_owned(),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>".to_owned(),
        "<< /Title (The Light) >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
         /Supplement 0 >> /DW 500 /CIDToGIDMap /Identity /FontDescriptor 9 0 R >>".to_owned(),
        stream("", &meanings),
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 8 0 R >>".to_owned(),
        stream("", &content),
        "<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 \
         /Descent 0 /CapHeight 700 /StemV 80 /FontFile2 10 0 R >>".to_owned(),
        stream("/Filter /ASCIIHexDecode", &format!("{font}>")),
    ])
}

#[test]
fn digits_that_a_font_raises_are_marks_and_exponents() {
    let letter = [50, 0, 450, 500];
    let high = [100, 350, 300, 750];
    let mut signs: Vec<Sign> = "In thesip,m".chars().map(|c| (c, letter)).collect();
    signs[2].1 = [0, 0, 1, 1];
    let digits = ('0'..='9').map(|c| (c, [50, 0, 450, 700]));
    // The last is a number below the line.
    signs.extend(digits.chain([('2', [100, -150, 300, 250])]));
    let raised = signs.len();
    signs.extend(('0'..='9').map(|c| (c, high)));

    // A sign behind `^` is raised, one behind `_` below the line.
    let set = |line: &str| {
        let mut codes = Vec::new();
        let mut kind = ' ';
        for c in line.chars() {
            let number = c.to_digit(10).map(|digit| digit as usize);
            match (c, number, kind) {
                ('^' | '_', ..) => kind = c,
                (_, Some(number), '^') => codes.push(raised + number + 1),
                (_, Some(_), '_') => codes.push(raised),
                _ => codes.push(signs.iter().position(|(sign, _)| *sign == c).unwrap() + 1),
            }
            if c != '^' && c != '_' {
                kind = ' ';
            }
        }
        text(&set_line(&signs, &codes))
    };

    assert_eq!(set("In 1911^3 the ship"), "In 1911³ the ship");
    assert_eq!(set("the ship,^1^2 in the 4"), "the ship, in the 4");
    assert_eq!(set("the ship^3 is 10^6 m^2"), "the ship is 10⁶ m²");
    assert_eq!(set("tt_2 is 24 ships"), "tt2 is 24 ships");
    assert_eq!(set("^1the ship"), "1 the ship");
}
