//! What stands in a file and not on its pages, and what stands on them and not in what is drawn.

use super::{Sheet, check, hex, read, show, text};
use crate::books;

#[test]
fn what_is_cut_away_or_stands_beside_the_page_is_not_read() {
    let seen = show(40.0, 500.0, 11.0, "The lamp is lit.");
    let clipped =
        |area: &str, line: &str| format!("q {area} W n\n{}Q\n", show(40.0, 300.0, 11.0, line));

    for (content, expected) in [
        (
            show(40.0, -30.0, 11.0, "Print at 11.08"),
            "The lamp is lit.",
        ),
        (show(440.0, 300.0, 11.0, "Proof 3"), "The lamp is lit."),
        (show(40.0, 400.0, 0.1, "Tiny words"), "The lamp is lit."),
        (clipped("0 400 400 200 re", "Cut away"), "The lamp is lit."),
        (
            clipped("0 290 400 30 re", "It burns."),
            "The lamp is lit.\n\nIt burns.",
        ),
        (clipped("", "It burns."), "The lamp is lit.\n\nIt burns."),
        (
            format!(
                "q 0 0 10 10 re W n Q {}",
                show(40.0, 300.0, 11.0, "It burns.")
            ),
            "The lamp is lit.\n\nIt burns.",
        ),
        // A line that runs over the edge of the page.
        (
            show(340.0, 300.0, 11.0, "It burns in the oil."),
            "The lamp is lit.\n\nIt burns in the oil.",
        ),
        (
            show(-20.0, 300.0, 11.0, "It burns in the oil."),
            "The lamp is lit.\n\nIt burns in the oil.",
        ),
    ] {
        check(seen.clone() + &content, expected);
    }

    let cropped = Sheet {
        entries: "/CropBox [0 200 400 600]",
        ..Sheet::of(seen + &show(40.0, 150.0, 11.0, "Cropped"))
    };
    assert_eq!(text(&cropped.file()), "The lamp is lit.");
}

#[test]
fn what_a_page_calls_no_part_of_its_text_is_not_read() {
    let lamp = show(40.0, 300.0, 11.0, "The lamp is lit.");
    let marked = |mark: &str, line: &str| format!("{mark}\n{}EMC\n", show(40.0, 400.0, 11.0, line));

    for mark in [
        "/Artifact BMC",
        "/Artifact << /Type /Pagination >> BDC",
        "/Artifact << /Attached [/Top] /Type /Pagination /Subtype /Header >> BDC",
        "/Artifact << /Type /Layout >> BDC",
    ] {
        check(marked(mark, "The Light 12") + &lamp, "The lamp is lit.");
    }
    for mark in ["/P BMC", "/Span << /MCID 1 >> BDC"] {
        check(marked(mark, "Light.") + &lamp, "Light.\n\nThe lamp is lit.");
    }

    // Some programs mark everything so.
    check(
        marked("/Artifact BMC", "The lamp is lit."),
        "The lamp is lit.",
    );
    let number = show(40.0, 30.0, 11.0, "12");
    check(
        marked("/Artifact BMC", "The lamp is lit.") + &number,
        "The lamp is lit.\n\n12",
    );
}

/// A page on which words are typed.
fn with_annotations(annotations: &str) -> Vec<u8> {
    let stream = |entries: &str, content: &str| {
        format!(
            "<< {entries} /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let line = |y: u32, text: &str| format!("BT /F1 11 Tf 72 {y} Td ({text}) Tj ET ");
    let content =
        line(700, "Name: ______________") + &line(660, "Town:") + &line(600, "The keeper signs.");
    let look =
        "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>";

    books::pdf_of_objects(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R] /Count 1 /MediaBox [0 0 612 792] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Title (The Light) >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 6 0 R /Annots [{annotations}] >>"
        ),
        stream("", &content),
        stream(
            look,
            "/Tx BMC q BT /F1 11 Tf 2 5 Td (Anna Berg) Tj ET Q EMC",
        ),
        "<< /FT /Tx /T (name) /V (Anna Berg) /Ff 0 >>".to_owned(),
    ])
}

#[test]
fn what_is_typed_into_a_page_is_read_where_it_stands() {
    let blank = "Name: ______________\n\nTown:\n\nThe keeper signs.";
    let filled = "Name: Anna Berg\n\nTown:\n\nThe keeper signs.";
    let at = "/Rect [110 695 210 715]";

    for (annotation, expected) in [
        (
            format!("<< /Subtype /Widget /FT /Tx {at} /AP << /N 7 0 R >> >>"),
            filled,
        ),
        (
            format!("<< /Subtype /Widget /Parent 8 0 R {at} /AP << /N 7 0 R >> >>"),
            filled,
        ),
        (format!("<< /Subtype /Widget /Parent 8 0 R {at} >>"), filled),
        (
            format!("<< /Subtype /FreeText {at} /Contents (Anna Berg) >>"),
            filled,
        ),
        (
            format!("<< /Subtype /FreeText {at} /AP << /N 7 0 R >> >>"),
            filled,
        ),
        (
            "<< /Subtype /Widget /FT /Ch /V (Kiel) /Rect [110 655 210 675] >>".to_owned(),
            "Name: ______________\n\nTown: Kiel\n\nThe keeper signs.",
        ),
        (
            "<< /Subtype /FreeText /Contents (Seen) /Rect [72 610 210 630] >>".to_owned(),
            "Name: ______________\n\nTown:\n\nSeen\nThe keeper signs.",
        ),
        (
            "<< /Subtype /Widget /FT /Tx /V (19) /Rect [110 700 210 712] >>".to_owned(),
            "Name: 19\n\nTown:\n\nThe keeper signs.",
        ),
        // Beside the page.
        (
            "<< /Subtype /FreeText /Contents (Secret) /Rect [110 -90 210 -70] >>".to_owned(),
            blank,
        ),
        (
            "<< /Subtype /Widget /FT /Tx /Rect [110 -90 210 -70] /AP << /N 7 0 R >> >>".to_owned(),
            blank,
        ),
        // Hidden, a comment, a button, a password, a broken place.
        (
            format!("<< /Subtype /FreeText /F 2 {at} /Contents (Secret) >>"),
            blank,
        ),
        (
            format!("<< /Subtype /Text {at} /Contents (Secret) >>"),
            blank,
        ),
        (
            format!("<< /Subtype /Popup {at} /Contents (Secret) >>"),
            blank,
        ),
        (
            format!("<< /Subtype /Widget /FT /Btn {at} /AP << /N 7 0 R >> >>"),
            blank,
        ),
        (
            format!("<< /Subtype /Widget /FT /Tx /Ff 8192 /V (Secret) {at} >>"),
            blank,
        ),
        (format!("<< /Subtype /Widget /FT /Tx {at} >>"), blank),
        (
            "<< /Subtype /FreeText /Contents (Secret) >>".to_owned(),
            blank,
        ),
        (
            "<< /Subtype /Widget /FT /Tx /Rect [1 1 1 1] /AP << /N 7 0 R >> >>".to_owned(),
            blank,
        ),
    ] {
        let document = read(&with_annotations(&annotation)).unwrap();
        assert_eq!(document.text.trim(), expected, "{annotation}");
    }
}

#[test]
fn fields_that_are_parts_of_each_other_without_end_do_no_harm() {
    let field = "<< /Subtype /Widget /Parent 9 0 R /Rect [110 695 210 715] >>";
    let mut objects = String::from_utf8(with_annotations(field)).unwrap();
    objects = objects.replace("/T (name)", "/Parent 8 0 R");
    assert!(objects.contains(&hex("")));
    assert!(read(objects.as_bytes()).is_ok());
}
