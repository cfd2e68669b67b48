//! Which format a file has: by its name, checked against its first bytes.
//!
//! A file under a wrong name would be read as noise, or not at all. Its first bytes tell what it is, so
//! that the report can say what to do.

use std::path::Path;

use anyhow::{Result, bail};

use crate::corpus::{decode, docx, epub, html, markdown, pdf, plain};
use crate::document::Document;

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
        if let Some(other) = Content::of(&bytes).filter(|content| content.format() != Some(self)) {
            bail!(other.mismatch());
        }

        let unpacked = most.saturating_mul(MOST_UNPACKED);
        match self {
            Format::Plain => Ok(plain::read(path, decode::decode(bytes)?)),
            Format::Markdown => Ok(markdown::read(path, &decode::decode(bytes)?)),
            Format::Html => html::read(path, bytes),
            Format::Epub => epub::read(path, bytes, unpacked),
            Format::Docx => docx::read(path, bytes, unpacked),
            Format::Pdf => pdf::read(path, &bytes),
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
}

impl Content {
    fn of(bytes: &[u8]) -> Option<Content> {
        let head = &bytes[..bytes.len().min(PDF_HEAD)];
        let begins = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
        let is_text = head
            .iter()
            .all(|byte| *byte >= b' ' || byte.is_ascii_whitespace());

        // A PDF may begin some way into its file; a text that only mentions the mark is a text.
        if begins(&[b"%PDF-"]) || (!is_text && holds(head, b"%PDF-")) {
            Some(Content::Pdf)
        } else if begins(&[b"PK\x03\x04", b"PK\x05\x06"]) {
            Some(Content::of_archive(bytes))
        } else if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
            Some(Content::OldOffice)
        } else if begins(&[b"{\\rtf"]) {
            Some(Content::Rtf)
        } else if bytes.get(60..68) == Some(b"BOOKMOBI") {
            Some(Content::Kindle)
        } else {
            begins(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"])
                .then_some(Content::Picture)
        }
    }

    /// The names of the parts stand in an archive as they are: before each, and in a list at the end.
    fn of_archive(bytes: &[u8]) -> Content {
        let head = &bytes[..bytes.len().min(ARCHIVE_EDGE)];
        let tail = &bytes[bytes.len().saturating_sub(ARCHIVE_EDGE)..];
        let names = |name: &[u8]| holds(head, name) || holds(tail, name);

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

    fn format(self) -> Option<Format> {
        match self {
            Content::Pdf => Some(Format::Pdf),
            Content::Epub => Some(Format::Epub),
            Content::Docx => Some(Format::Docx),
            _ => None,
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
                "is a ZIP archive by its content, or damaged; unpack it, or get it anew"
            }
            Content::OldOffice => {
                "is an old Word document by its content, or has a password; save it as .docx without a password"
            }
            Content::Rtf => "is an RTF document by its content; save it as .docx",
            Content::Kindle => "is a Kindle book by its content; convert it to .epub",
            Content::Picture => "is a picture by its content; run text recognition (OCR) over it",
        }
    }
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
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
    }

    #[test]
    fn a_text_about_a_format_stays_a_text() {
        for text in [
            "Every PDF begins with %PDF-1.4, or so.",
            "PKZIP packs.",
            "GIF is a format.",
        ] {
            assert!(
                Format::Plain.read("x.txt", text.into(), 1 << 20).is_ok(),
                "{text}"
            );
        }
    }
}
