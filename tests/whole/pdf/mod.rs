//! PDF: what a reader sees of a page, whichever way a program put its letters there.
//!
//! Most pages are written here by hand, each as one kind of program writes them. Their font numbers
//! its letters as Unicode does, so that a test can say `1911` and mean it.

mod directions;
mod files;
mod heads;
mod hyphens;
mod letters;
mod line_numbers;
mod marks;
mod outlines;
mod pages;
mod paragraphs;
mod shapes;
mod unseen;

use std::fmt::Write;

use pullquote::internals::corpus::{Corpus, list_corpus};
use pullquote::internals::document::Document;

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

/// Shows a text with its letters from right to left, which is how Hebrew stands on paper, in the
/// order in which they stand there from the left.
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
    let file = list_corpus(&Corpus::here(place.corpus()))?.files.remove(0);
    file.read_whole()
}

fn text(bytes: &[u8]) -> String {
    read(bytes).unwrap().text.trim().to_owned()
}

fn check(content: String, expected: &str) {
    assert_eq!(text(&Sheet::of(content).file()), expected);
}
