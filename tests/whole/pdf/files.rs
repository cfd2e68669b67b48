//! Whole files: those of real programs, and those that are not whole.

use super::{Sheet, read, show, text};

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
fn files_of_real_programs_are_read_as_they_look() {
    let check = |bytes: &[u8], expected: &str| assert_eq!(text(bytes), expected);

    // Widths as ranges, ligatures for which a page gives the text, a font without spaces.
    check(
        include_bytes!("../fixtures/chromium.pdf"),
        "The office had 1911 fluffy affidavits, 2255 eggs; “Thirty-three committees left,” she said… and then 4400 more.",
    );
    // Each word from its left, the first word first; brackets by what they mean.
    check(
        include_bytes!("../fixtures/libreoffice.pdf"),
        "שומרת המגדלור נקראה אנה ברג, והיא שמרה עליו 19 שנים (עד 1893). הספינה Marit עלתה על שרטון.",
    );
    // Shaped letters; vowels; a list of letters with empty entries.
    check(
        include_bytes!("../fixtures/weasyprint.pdf"),
        "كانت حارسة المنارة تسمى آنا، وقد حرستها ١٩ سنة (حتى 1893). لا يعرف أحد إلى أين ذهبت.\n\nהיא אמרה שָׁלוֹם ונעלמה בלילה",
    );
}
