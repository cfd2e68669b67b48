//! Every format: the text that a reader sees, places in it, and what is wrong with a file that
//! cannot be read.

use std::fs::{self, File};
use std::process::Command;
use std::time::{Duration, Instant};

use pullquote::internals::corpus::{Corpus, list_corpus};
use pullquote::internals::document::Document;

use crate::books::{self, DOCX_TEXT, EPUB_TEXT, HTML, HTML_TEXT, PDF_TEXT};
use crate::support::Place;

fn read(name: &str, bytes: &[u8]) -> anyhow::Result<Document> {
    let place = Place::new(&[(name, bytes)]);
    let file = list_corpus(&Corpus::here(place.corpus()))?.files.remove(0);
    file.read_whole()
}

/// The headings above each block, and which piece of text they stand above.
fn places(document: &Document) -> Vec<(String, &str)> {
    let of = |block: &pullquote::internals::document::Block| {
        (
            document.sections[block.section].path.join(" › "),
            &document.text[block.range.clone()],
        )
    };
    document.blocks.iter().map(of).collect()
}

fn said(document: &Document) -> (&str, Option<&str>, Option<&str>) {
    (
        &document.title,
        document.author.as_deref(),
        document.language.as_deref(),
    )
}

#[test]
fn a_page_is_read_without_what_stands_around_it() {
    let document = read("lamp.html", HTML.as_bytes()).unwrap();
    assert_eq!(document.text, HTML_TEXT);
    assert_eq!(
        said(&document),
        ("The Lamp", Some("Ada Lind"), Some("en-GB"))
    );
    let places = places(&document);
    assert_eq!(places[0], (String::new(), "By Ada Lind"));
    assert_eq!(places[2], ("The Keeper".to_owned(), "• a wick"));
    assert_eq!(places.last().unwrap().0, "The Letter");
}

#[test]
fn a_book_is_read_in_its_order_with_its_chapters() {
    let document = read("bell.epub", &books::epub()).unwrap();
    assert_eq!(document.text, EPUB_TEXT);
    assert_eq!(
        said(&document),
        ("The Bell & the Buoy", Some("Ada Lind, Bo Ek"), Some("en"))
    );
    let places = places(&document);
    assert_eq!(
        places[0],
        ("The Bell".to_owned(), "Nils Berg cast the bell in 1788.")
    );
    assert_eq!(
        places[1],
        ("The Buoy".to_owned(), "Olga Dahl painted the buoy red.")
    );
}

#[test]
fn a_word_document_is_read_as_it_is_printed() {
    let document = read("ferry.docx", &books::docx()).unwrap();
    assert_eq!(document.text, DOCX_TEXT);
    assert_eq!(
        said(&document),
        ("The Ferry", Some("Ada & Bo"), Some("de-DE"))
    );
    let places = places(&document);
    assert_eq!(places[0].0, "The Captain");
    assert_eq!(
        *places.last().unwrap(),
        ("The Fares".to_owned(), "Adults 2 crowns")
    );
}

#[test]
fn a_pdf_is_read_as_paragraphs_with_pages() {
    let document = read("harbour.pdf", &books::pdf()).unwrap();
    assert_eq!(document.text, PDF_TEXT);
    assert_eq!(
        said(&document),
        ("The Harbour", Some("Ada Lind"), Some("en"))
    );
    let pages: Vec<&str> = document
        .pages
        .iter()
        .map(|start| document.text[*start..].lines().next().unwrap())
        .collect();
    assert_eq!(
        pages,
        [
            "The Harbour",
            "every ship that came in.",
            "The storm of 1911 took a third of the mole."
        ]
    );
    assert_eq!(places(&document)[2].0, "The Mole");
}

fn library() -> Place {
    Place::new(&[
        ("lamp.html", HTML.as_bytes()),
        ("bell.epub", &books::epub()),
        ("ferry.docx", &books::docx()),
        ("harbour.pdf", &books::pdf()),
        ("tower.md", crate::support::STORY.as_bytes()),
        (
            "gull.txt",
            b"The Gull\n\nThe gull stole the cook's hat on Sunday.\n",
        ),
    ])
}

const QUESTIONS: &[(&str, &str, &str)] = &[
    (
        "Who kept the lamp for thirty-one years?",
        "lamp.html",
        "The Lamp (lamp.html) › The Keeper",
    ),
    (
        "Who cast the bell?",
        "bell.epub",
        "The Bell & the Buoy › The Bell",
    ),
    (
        "Who painted the buoy?",
        "bell.epub",
        "The Bell & the Buoy › The Buoy",
    ),
    (
        "Who steers the ferry?",
        "ferry.docx",
        "The Ferry › The Captain",
    ),
    (
        "Who built the crane?",
        "harbour.pdf",
        "The Harbour › The Crane · page 1",
    ),
    (
        "Who kept the books?",
        "harbour.pdf",
        "The Harbour › The Crane · pages 1–2",
    ),
    (
        "Who made the mole?",
        "harbour.pdf",
        "The Harbour › The Mole · page 2",
    ),
    ("Who stole the hat?", "gull.txt", "The Gull"),
];

#[test]
fn a_folder_with_every_format_answers_with_the_right_places() {
    let place = library();
    // By words alone: what is tried is the place, and not how sure the reader is.
    let by_words = ["ask", "--reader", "off"];
    for (question, document, expected) in QUESTIONS {
        let run = place.run(&[&by_words[..], &["--document", document, question]].concat());
        assert_eq!(run.code, Some(0), "{question}: {run:?}");
        assert!(
            run.out.contains(&format!("\n\n{expected}")),
            "{question}: {}",
            run.out
        );
        let answer = place
            .run(&[&by_words[..], &["--json", "--document", document, question]].concat())
            .json();
        let page = document
            .ends_with(".pdf")
            .then_some(&answer["quote"]["page"]);
        assert!(page.is_none_or(
            |page| expected.contains(&format!("page {page}")) || expected.contains("1–2")
        ));
        let text = place.run(&["text", document]).out;
        let at = |key: &str| answer["quote"][key].as_u64().unwrap() as usize;
        assert_eq!(
            answer["quote"]["text"],
            text[at("start")..at("end")],
            "{question}"
        );
    }
    let listed = place.run(&["library"]).out;
    assert!(
        listed.contains("6 documents") && !listed.contains("Not read"),
        "{listed}"
    );
}

#[test]
fn a_page_that_cannot_be_read_is_named_and_the_others_are_read() {
    let line = |text: &str| vec![(72.0, 700.0, 11.0, text.to_owned())];
    let pdf = books::pdf_of(&[
        line("Ida Moe built the crane."),
        line("Nobody can read this."),
        line("Karl Lie made the mole."),
    ]);
    // The second of three pages that are sound gets a font of a kind that there is not.
    let page = b"/F1 3 0 R >> >> /Contents 8 0 R";
    let at = pdf
        .windows(page.len())
        .position(|part| part == page)
        .unwrap();
    let pdf = [&pdf[..at], b"/F1 4 0 R", &pdf[at + 9..]].concat();
    let place = Place::new(&[("harbour.pdf", &pdf)]);
    assert_eq!(
        place.run(&["text", "harbour.pdf"]).out,
        "Ida Moe built the crane.\n\nKarl Lie made the mole.\n\n"
    );
    let listed = place.run(&["library"]).out;
    assert!(
        listed.contains("without pages that cannot be read: 2)"),
        "{listed}"
    );
    place.write("new.txt", b"Another text.");
    assert_eq!(
        place.run(&["library", "--json"]).json()["documents"][0]["unread_pages"],
        serde_json::json!([2])
    );
}

/// Files that cannot be read, and what is said of each.
fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let encrypted = |algorithm: &str| {
        let mut parts = books::epub_parts();
        let xml = format!(
            "<encryption><EncryptedData><EncryptionMethod Algorithm=\"{algorithm}\"/></EncryptedData></encryption>"
        );
        parts.push(("META-INF/encryption.xml", xml));
        books::archive(&parts)
    };
    let bomb = books::archive(&[("word/document.xml", " ".repeat(12 << 20))]);
    vec![
        (
            "half.html",
            b"<html><head><title>Half".to_vec(),
            "holds no text",
        ),
        (
            "half.epub",
            half(books::epub()),
            "is damaged or not whole: what it holds cannot be listed; get it again",
        ),
        (
            "half.docx",
            half(books::docx()),
            "is damaged or not whole: what it holds cannot be listed; get it again",
        ),
        ("half.pdf", half(books::pdf()), "is damaged or not whole"),
        (
            "noise.html",
            b"\x00\x01\x02\xff".repeat(100),
            "looks like a binary file",
        ),
        (
            "noise.epub",
            b"\x17\x2a".repeat(100),
            "is damaged or not whole",
        ),
        (
            "noise.docx",
            b"\x17\x2a".repeat(100),
            "is damaged or not whole",
        ),
        (
            "noise.pdf",
            b"\x17\x2a".repeat(100),
            "is damaged or not whole",
        ),
        ("empty.html", Vec::new(), "holds no text"),
        ("empty.epub", Vec::new(), "is damaged or not whole"),
        ("empty.docx", Vec::new(), "is damaged or not whole"),
        ("empty.pdf", Vec::new(), "is damaged or not whole"),
        (
            "password.pdf",
            include_bytes!("fixtures/password.pdf").to_vec(),
            "is protected with a password; save a copy",
        ),
        (
            "scan.pdf",
            books::pdf_of(&[vec![], vec![]]),
            "holds no text, only pictures, as a scan does; run text recognition",
        ),
        (
            "drm.epub",
            encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
            "is protected against copying (DRM)",
        ),
        (
            "bomb.docx",
            bomb,
            "unpacks to more than 4 MiB; split it, or raise --max-file-mib",
        ),
        (
            "large.txt",
            b"word ".repeat(1 << 18),
            "is larger than 1 MiB; split it, or raise --max-file-mib",
        ),
        (
            "book.txt",
            books::pdf(),
            "is a PDF by its content; rename it so that it ends in .pdf",
        ),
        (
            "book.pdf",
            books::docx(),
            "is a Word document by its content; rename it",
        ),
        (
            "old.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(80),
            "is an old Word document by its content",
        ),
        (
            "deep.html",
            "<div>".repeat(150_000).into_bytes(),
            "takes longer than 2 seconds to read; make it smaller",
        ),
        (
            "photo.jpg",
            b"\xff\xd8\xff".to_vec(),
            "is in no format Pullquote reads; save it as .txt, .md, .html",
        ),
    ]
}

const LIMITS: &[&str] = &["--max-file-mib", "1", "--max-seconds", "2"];

#[test]
fn a_broken_file_is_one_line_in_the_report_and_harmless() {
    let place = library();
    let broken = broken();
    broken
        .iter()
        .for_each(|(name, bytes, _)| place.write(&format!("broken/{name}"), bytes));
    let listed = place.run(&[LIMITS, &["library"]].concat());
    let lines: Vec<&str> = listed
        .out
        .split_once("Not read:\n")
        .unwrap()
        .1
        .lines()
        .collect();
    for (name, _, reason) in &broken {
        let expected = format!("  broken/{name} {reason}");
        let found: Vec<_> = lines
            .iter()
            .filter(|line| line.contains(&format!("/{name} ")))
            .collect();
        assert!(
            found.len() == 1 && found[0].starts_with(&expected),
            "{expected}: {lines:#?}"
        );
    }
    assert_eq!(lines.len(), broken.len(), "{lines:#?}");
    for (question, document, expected) in QUESTIONS {
        let run = place.run(&[LIMITS, &["ask", "--document", document, question]].concat());
        assert!(
            run.out.contains(&format!("\n\n{expected}")),
            "{question}: {}",
            run.out
        );
        assert_eq!(run.err, "", "nothing is read again");
    }
}

#[test]
fn a_raised_limit_is_a_reason_to_try_again() {
    let place = Place::story();
    place.write(
        "large.txt",
        &[b"The large file.".to_vec(), b"\n".repeat(2 << 20)].concat(),
    );
    place.write(
        "bomb.docx",
        &books::archive(&[(
            "word/document.xml",
            format!("<w:p><w:r><w:t>{}a</w:t></w:r></w:p>", " ".repeat(5 << 20)),
        )]),
    );
    let listed = place.run(&["--max-file-mib", "1", "library"]).out;
    assert!(listed.contains("2 files not read"), "{listed}");
    let listed = place.run(&["library"]).out;
    assert!(
        listed.contains("3 documents") && !listed.contains("not read"),
        "{listed}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_needs_too_much_memory_is_refused() {
    let place = Place::story();
    place.write("wide.html", "<b>x".repeat(1 << 18).as_bytes());
    let listed = place.run(&["--max-memory-mib", "100", "library"]).out;
    assert!(
        listed.contains(
            "wide.html takes more than 100 MiB of memory to read; make it smaller, or raise"
        ),
        "{listed}"
    );
    assert!(listed.contains("1 document,"), "{listed}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_or_endless_is_reported_at_once() {
    let place = library();
    let inside = |name: &str| place.corpus().join(name);
    std::os::unix::fs::symlink(".", inside("loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", inside("lost.txt")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", inside("zero.pdf")).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(inside("pipe.epub"))
            .status()
            .unwrap()
            .success()
    );
    File::create(inside("sparse.pdf"))
        .unwrap()
        .set_len(2 << 30)
        .unwrap();
    fs::create_dir(inside("folder.pdf")).unwrap();
    let begun = Instant::now();
    let listed = place.run(&["library"]).out;
    assert!(begun.elapsed() < Duration::from_secs(30));
    for line in [
        "  lost.txt cannot be read\n",
        "  loop is a link to a folder above it\n",
        "  zero.pdf is not a regular file\n",
        "  pipe.epub is not a regular file\n",
        "  sparse.pdf is larger than 64 MiB; split it, or raise --max-file-mib\n",
    ] {
        assert!(listed.contains(line), "{line}: {listed}");
    }
    assert!(
        listed.contains("6 documents") && listed.contains("5 files not read"),
        "{listed}"
    );
}
