//! `.pdf`: a page is letters at places, nothing more. Lines, paragraphs and headings are found again from
//! where they stand and how large they are.
//!
//! `page` makes lines of letters, `frame` takes off running heads and page numbers, `chapters` finds the
//! headings, and `flow` joins lines to paragraphs, across pages too.

mod chapters;
mod flow;
mod frame;
mod page;

use anyhow::{Result, anyhow, bail, ensure};
use pdf_extract::{Dictionary, Document as Pdf, Error as PdfError, Object};

use crate::corpus::manuscript::one_line;
use crate::corpus::outline::Metadata;
use crate::document::Document;

/// What to do about letters that are only pictures.
const OCR: &str = "run text recognition (OCR) over it, for example with ocrmypdf";
/// Which part of the characters may be none that anyone can read.
const MOST_UNREADABLE: f64 = 0.3;

/// Reads a PDF in the four steps that the module names.
///
/// # Errors
/// When it is damaged, needs a password, or holds pictures of text only. Text that its fonts do not tell
/// is an error too: it would be quoted as noise.
pub fn read(path: &str, bytes: &[u8]) -> Result<Document> {
    let pdf = load(bytes)?;
    let mut pages = page::pages(&pdf)?;

    let letters = || {
        pages
            .iter()
            .flat_map(|page| &page.lines)
            .flat_map(|line| line.text.chars())
    };
    let shown = letters().filter(|c| !c.is_whitespace()).count();
    ensure!(
        shown > 0,
        "holds no text, only pictures, as a scan does; {OCR}"
    );

    let unreadable = letters().filter(|c| is_unreadable(*c)).count();
    ensure!(
        unreadable as f64 <= shown as f64 * MOST_UNREADABLE,
        "does not tell which letters it shows; {OCR}"
    );

    frame::strip(&mut pages);
    let metadata = metadata(&pdf);
    let chapters = chapters::find(&pdf, &pages);
    let (manuscript, starts) = flow::write(&pages, &chapters, metadata.title.as_deref());
    let document = manuscript.finish(path, metadata);

    // Measured before `finish` ended the last paragraph, so kept within the text.
    let end = document.text.len();
    let unread = (1..)
        .zip(&pages)
        .filter(|(_, page)| page.is_unread)
        .map(|(number, _)| number)
        .collect();
    Ok(Document {
        pages: starts.into_iter().map(|start| start.min(end)).collect(),
        unread,
        ..document
    })
}

fn load(bytes: &[u8]) -> Result<Pdf> {
    const PASSWORD: &str = "is protected with a password; save a copy without one";
    let mut pdf = Pdf::load_mem(bytes).map_err(|error| match error {
        PdfError::InvalidPassword | PdfError::Decryption(_) => anyhow!(PASSWORD),
        error => anyhow!("is damaged or not whole ({error}); get it anew"),
    })?;

    // Encrypted with an empty password, a file opens for everyone.
    if pdf.is_encrypted() && pdf.decrypt("").is_err() {
        bail!(PASSWORD);
    }
    Ok(pdf)
}

/// What the file says of itself, as far as that makes sense.
fn metadata(pdf: &Pdf) -> Metadata {
    let part = |key: &[u8]| dictionary(pdf, pdf.trailer.get(key).ok()?);
    let field = |key: &[u8]| {
        let value = pdf.dereference(part(b"Info")?.get(key).ok()?).ok()?.1;
        one_line(&pdf_extract::decode_text_string(value).ok()?)
    };

    let language = || {
        let value = pdf.dereference(part(b"Root")?.get(b"Lang").ok()?).ok()?.1;
        one_line(&pdf_extract::decode_text_string(value).ok()?)
    };

    Metadata {
        title: field(b"Title").filter(|title| is_title(title)),
        author: field(b"Author"),
        language: language(),
    }
}

fn dictionary<'a>(pdf: &'a Pdf, object: &'a Object) -> Option<&'a Dictionary> {
    pdf.dereference(object).ok()?.1.as_dict().ok()
}

/// Programs write the name of the file, or their own, where nobody wrote a title.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let files = [
        ".doc", ".docx", ".odt", ".tex", ".dvi", ".indd", ".qxd", ".qxp", ".pdf", ".rtf", ".txt",
        ".html",
    ];

    title.contains(char::is_alphabetic)
        && !title.starts_with('(') // (anonymous), (unspecified)
        && !lower.starts_with("microsoft word")
        && !lower.starts_with("untitled")
        && !files.iter().any(|ending| lower.ends_with(ending))
}

fn is_unreadable(c: char) -> bool {
    c.is_control() && !c.is_whitespace() || matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')
}
