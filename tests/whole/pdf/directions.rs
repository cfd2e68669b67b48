//! Lines that run otherwise than from left to right: pages that were turned, Hebrew and Arabic.

use super::{Sheet, advance, check, hex, show, show_rtl, spell, text, width};

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
        (".لاير ١٬٢٣٠٫٧٥ رعسلا", "السعر ١٬٢٣٠٫٧٥ ريال."),
        (".مويلا %50 ةبسن", "نسبة 50% اليوم."),
        (".7+ و 5- ةميقلا", "القيمة -5 و +7."),
        (".1911-1893 نيب", "بين 1893-1911."),
        (".1893-1911 ןיב", "בין 1893-1911."),
        (".02-123-4567 ןופלט", "טלפון 02-123-4567."),
        (
            ".רתאב www.light.org/a?x=1 תבותכ",
            "כתובת www.light.org/a?x=1 באתר.",
        ),
        (
            ".רכמנ \"The Light (1893)\" רפסה",
            "הספר \"The Light (1893)\" נמכר.",
        ),
        (".ןאכ The (blue) Light", "The (blue) Light כאן."),
        (".ןאכ 3D טרס", "סרט 3D כאן."),
        (".ןאכ (Marit) 1893", "1893 (Marit) כאן."),
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

#[test]
fn a_last_line_of_numbers_ends_as_the_lines_above_it_do() {
    let line = "הספינה טבעה ליד הסלע בשנת";
    let content = show_rtl(360.0, 500.0, 12.0, line)
        + &show(360.0 - advance(".1893", 12.0), 486.0, 12.0, ".1893");
    check(content, &format!("{line} 1893."));
}

#[test]
fn a_vowel_stands_on_its_own_letter_beside_a_narrow_one() {
    // The mark of the narrow letter hangs over into the letter at its left.
    let letters = [(40.0, "ת"), (47.2, "א"), (53.0, "\u{5b0}"), (54.4, "ו")];
    let draw = |order: &[usize]| {
        let shown = order
            .iter()
            .map(|n| show(letters[*n].0, 500.0, 12.0, letters[*n].1));
        let mut sheet = Sheet::of(shown.collect());
        sheet.widths = "[1488 1492 600 1493 [250] 1494 1514 600]";
        text(&sheet.file())
    };

    // From the left, as most programs draw, and in the order of reading.
    assert_eq!(draw(&[0, 1, 2, 3]), "ו\u{5b0}את");
    assert_eq!(draw(&[3, 2, 1, 0]), "ו\u{5b0}את");
}

#[test]
fn letters_that_are_drawn_one_below_the_other_run_down_the_page() {
    let down = |x: f64, text: &str| -> String {
        let letters = text.chars().zip(0..);
        letters
            .map(|(c, n)| show(x, 500.0 - 12.0 * f64::from(n), 12.0, &c.to_string()))
            .collect()
    };
    check(
        down(300.0, "灯台の灯は六時に点")
            + &down(280.0, "された。老人は海を")
            + &down(260.0, "見た。"),
        "灯台の灯は六時に点された。老人は海を見た。",
    );
}
