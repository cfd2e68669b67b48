//! Which format a file has: by its name, checked against its first bytes.
//!
//! A file under a wrong name would be read as noise, or not at all. Its first bytes tell what it
//! is, so that the report can say what to do.

use std::path::Path;

use anyhow::{Result, bail};

use crate::corpus::{decode, docx, epub, html, markdown, pdf, plain};
use crate::document::Document;
use crate::error::FORMATS;

/// How an archive may unpack: text is packed to about a third, pictures hardly at all.
const MOST_UNPACKED: u64 = 4;
/// How far into a file a PDF may begin.
const PDF_HEAD: usize = 1024;
/// How much of the beginning and the end of an archive is searched for names.
const ARCHIVE_EDGE: usize = 1 << 18;

/// A format that Pullquote reads, with its own module beside this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Plain,
    Markdown,
    Html,
    Epub,
    Docx,
    Pdf,
}

impl Format {
    /// The format that a file's name promises.
    pub fn of(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Format::Plain),
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" | "xhtml" => Some(Format::Html),
            "epub" => Some(Format::Epub),
            "docx" => Some(Format::Docx),
            "pdf" => Some(Format::Pdf),
            _ => None,
        }
    }

    /// Reads a file of at most `most` bytes.
    ///
    /// # Errors
    /// When the bytes are not what the name promises, or cannot be read.
    pub fn read(self, path: &str, bytes: Vec<u8>, most: u64) -> Result<Document> {
        if let Some(other) = Content::of(&bytes).filter(|content| !content.fits(self)) {
            bail!(other.mismatch());
        }

        let unpacked = most.saturating_mul(MOST_UNPACKED);
        match self {
            Format::Plain => Ok(plain::read_plain_text(path, decode::decode(bytes)?)),
            Format::Markdown => Ok(markdown::read_markdown(path, &decode::decode(bytes)?)),
            Format::Html => html::read_html(path, bytes),
            Format::Epub => epub::read_epub(path, bytes, unpacked),
            Format::Docx => docx::read_docx(path, bytes, unpacked),
            Format::Pdf => pdf::read_pdf(path, &bytes),
        }
    }
}

/// What a file is by its first bytes, if these say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Pdf,
    Epub,
    Docx,
    Archive,
    OldOffice,
    Rtf,
    Kindle,
    Picture,
    WebPage,
    WebArchive,
}

impl Content {
    fn of(bytes: &[u8]) -> Option<Content> {
        let head = &bytes[..bytes.len().min(PDF_HEAD)];
        let begins = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
        let is_text = head
            .iter()
            .all(|byte| *byte >= b' ' || byte.is_ascii_whitespace());

        // A PDF may begin some way into its file; a text that only mentions the mark is a text.
        if begins(&[b"%PDF-"]) || (!is_text && holds_bytes(head, b"%PDF-")) {
            Some(Content::Pdf)
        } else if begins(&[b"PK\x03\x04", b"PK\x05\x06"]) {
            Some(Content::of_archive(bytes))
        } else if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
            Some(Content::OldOffice)
        } else if begins(&[b"{\\rtf"]) {
            Some(Content::Rtf)
        } else if bytes.get(60..68) == Some(b"BOOKMOBI") {
            Some(Content::Kindle)
        } else if let Some(content) = Content::of_web(head) {
            Some(content)
        } else {
            begins(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"])
                .then_some(Content::Picture)
        }
    }

    /// A page as a server sends it, or as a browser saves it with its pictures, in the format of
    /// mails.
    fn of_web(head: &[u8]) -> Option<Content> {
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let begins = |marks: &[&str]| marks.iter().any(|mark| head.starts_with(mark));

        if begins(&["<!doctype html", "<html"]) || (begins(&["<?xml"]) && head.contains("<html")) {
            Some(Content::WebPage)
        } else {
            let is_mail = begins(&["from:", "mime-version:", "snapshot-content-location:"]);
            (is_mail && head.contains("\ncontent-type: multipart/related"))
                .then_some(Content::WebArchive)
        }
    }

    /// The names of the parts stand in an archive as they are: before each, and in a list at the
    /// end.
    fn of_archive(bytes: &[u8]) -> Content {
        let head = &bytes[..bytes.len().min(ARCHIVE_EDGE)];
        let tail = &bytes[bytes.len().saturating_sub(ARCHIVE_EDGE)..];
        let names = |name: &[u8]| holds_bytes(head, name) || holds_bytes(tail, name);

        // The parts of an Office document may have any name; these are tables and slides.
        let is_text = || names(b"[Content_Types].xml") && !names(b"xl/") && !names(b"ppt/");

        if names(b"application/epub+zip") || names(b"META-INF/container.xml") {
            Content::Epub
        } else if names(b"word/document.xml") || is_text() {
            Content::Docx
        } else {
            Content::Archive
        }
    }

    /// Whether it can be read as this format. Markdown may hold HTML, and nothing else.
    fn fits(self, format: Format) -> bool {
        match self {
            Content::Pdf => format == Format::Pdf,
            Content::Epub => format == Format::Epub,
            Content::Docx => format == Format::Docx,
            Content::WebPage => matches!(format, Format::Html | Format::Markdown),
            _ => false,
        }
    }

    fn mismatch(self) -> &'static str {
        match self {
            Content::Pdf => "is a PDF by its content; rename it so that it ends in .pdf",
            Content::Epub => "is an EPUB by its content; rename it so that it ends in .epub",
            Content::Docx => {
                "is a Word document by its content; rename it so that it ends in .docx"
            }
            Content::Archive => {
                "is a ZIP archive by its content, or damaged; unpack it, or get it again"
            }
            Content::OldOffice => {
                "is an old Word document by its content, or has a password; save it as .docx without a password"
            }
            Content::Rtf => "is an RTF document by its content; save it as .docx",
            Content::Kindle => "is a Kindle book by its content; convert it to .epub",
            Content::WebPage => "is a web page by its content; rename it so that it ends in .html",
            Content::WebArchive => {
                "is a web archive (MHTML) by its content; save the page as HTML only"
            }
            Content::Picture => "is a picture by its content; run text recognition (OCR) over it",
        }
    }
}

/// Whether some bytes stand among others.
pub(super) fn holds_bytes(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// What is said of a file whose ending promises no format.
pub fn unknown_format_reason() -> String {
    format!("is in no format Pullquote reads; save it as {FORMATS}")
}

/// Whether the ending of a name promises a format that is read.
pub fn is_readable(name: &str) -> bool {
    Format::of(Path::new(name)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_under_a_wrong_name_is_told_for_what_it_is() {
        let check = |format: Format, bytes: &[u8], reason: &str| {
            let error = format.read("x", bytes.to_vec(), 1 << 20).unwrap_err();
            assert!(format!("{error:#}").contains(reason), "{error:#}");
        };

        check(
            Format::Plain,
            b"%PDF-1.4\n",
            "is a PDF by its content; rename it",
        );
        check(
            Format::Pdf,
            b"PK\x03\x04..................word/document.xml",
            "is a Word document",
        );
        check(
            Format::Docx,
            b"PK\x03\x04....mimetypeapplication/epub+zip",
            "is an EPUB",
        );
        check(
            Format::Docx,
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
            "is an old Word document",
        );
        check(Format::Docx, b"{\\rtf1 hello}", "is an RTF document");
        check(
            Format::Epub,
            b"PK\x03\x04....xl/workbook.xml",
            "is a ZIP archive",
        );
        check(Format::Markdown, b"\x89PNG\r\n\x1a\n", "is a picture");
        for page in [
            "<!DOCTYPE html>\n<p>One.",
            "\u{feff}\n<HTML><p>One.",
            "<?xml version=\"1.0\"?>\n<html xmlns=\"x\"/>",
        ] {
            check(Format::Plain, page.as_bytes(), "is a web page");
            for format in [Format::Html, Format::Markdown] {
                assert!(format.read("x", page.into(), 1 << 20).is_ok(), "{page}");
            }
        }
        check(
            Format::Html,
            b"From: <Saved by Blink>\r\nSubject: The Lamp\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n",
            "is a web archive",
        );
    }

    #[test]
    fn a_text_about_a_format_stays_a_text() {
        for text in [
            "Every PDF begins with %PDF-1.4, or so.",
            "PKZIP packs.",
            "GIF is a format.",
            "A page begins with <html>.",
            "From: Anna\nTo: Nils\n\nCome home.",
        ] {
            assert!(
                Format::Plain.read("x.txt", text.into(), 1 << 20).is_ok(),
                "{text}"
            );
        }
    }
}
