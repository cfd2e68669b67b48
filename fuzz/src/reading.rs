//! Bytes of a file in each format -> a document that makes sense, or one line that says what is
//! wrong.
//!
//! An archive with random bytes ends at its checksums. So the archive is made here, and the input
//! is one of the files in it; its first byte, a digit, says which.

use std::fs;
use std::sync::LazyLock;

use pullquote::internals::corpus::{Corpus, SourceFile, list_corpus};

use crate::{books, checks, pages};

/// An empty file of each format: what is read is handed over.
static FILES: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for empty files");
    for format in ["docx", "epub", "html", "md", "pdf"] {
        fs::write(folder.path().join(format!("a.{format}")), "").expect("an empty file");
    }
    list_corpus(&Corpus::here(folder.path()))
        .expect("a folder that can be listed")
        .files
});

/// Reads a file, and once more: a text that is read anew must not differ from what buttons remember
/// of it.
fn read(name: &str, bytes: Vec<u8>) {
    let file = FILES
        .iter()
        .find(|file| file.path == name)
        .expect("a format with an empty file");
    let outcome = file
        .read(bytes.clone())
        .map_err(|error| format!("{error:#}"));
    match &outcome {
        Ok(document) => checks::document(document),
        Err(reason) => {
            assert!(
                !reason.is_empty() && !reason.contains('\n'),
                "no line of a report: {reason:?}"
            );
            assert!(
                !reason.contains("contradicts itself"),
                "a place that is none, or out of order"
            );
        }
    }
    assert_eq!(
        outcome,
        file.read(bytes).map_err(|error| format!("{error:#}")),
        "read twice"
    );
}

/// The archive with the input in place of one of its files.
fn read_part<'a>(name: &str, mut parts: Vec<(&'a str, String)>, others: &[&'a str], input: &[u8]) {
    let Some((choice, input)) = input.split_first() else {
        return;
    };
    parts.extend(others.iter().map(|name| (*name, String::new())));
    let part = usize::from(choice.wrapping_sub(b'0')) % parts.len();
    parts[part].1 = String::from_utf8_lossy(input).into_owned();
    read(name, books::archive(&parts));
}

pub fn markdown(input: &[u8]) {
    read("a.md", input.to_vec());
}

pub fn html(input: &[u8]) {
    read("a.html", input.to_vec());
}

pub fn epub(input: &[u8]) {
    read_part(
        "a.epub",
        books::epub_parts(),
        &["META-INF/encryption.xml"],
        input,
    );
}

pub fn docx(input: &[u8]) {
    let others = [
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/settings.xml",
        "word/_rels/document.xml.rels",
    ];
    read_part("a.docx", books::docx_parts(), &others, input);
}

pub fn pdf_text(input: &[u8]) {
    read("a.pdf", pages::pdf(&String::from_utf8_lossy(input)));
}

pub fn pdf_file(input: &[u8]) {
    read("a.pdf", input.to_vec());
}
