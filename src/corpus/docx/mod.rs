//! `.docx`: the paragraphs of a Word document as it is printed, without headers, footers, marks of
//! footnotes, comments and what has been deleted. Heading styles become sections.
//!
//! Word cuts a word into runs wherever its spelling was looked at, so runs are joined as they are; what
//! separates words is only ever in the text, a tab or a break.

mod body;
mod styles;
mod xml;

use anyhow::{Context, Result};

use crate::corpus::archive::Archive;
use crate::corpus::manuscript::{Manuscript, one_line};
use crate::corpus::outline::Metadata;
use crate::document::Document;
use body::{Kind, Paragraph};
use styles::Styles;

/// Reads a document that unpacks to at most `most` bytes.
///
/// # Errors
/// When it is damaged or no Word document.
pub fn read(path: &str, bytes: Vec<u8>, most: u64) -> Result<Document> {
    let mut archive = Archive::open(bytes, most)?;

    let mut part = |name: &str| archive.read(name).map(|part| part.map(xml::decode));
    let main = part("word/document.xml")?
        .context("is a Word document without a text; save it anew as .docx")?;
    let styles = Styles::parse(
        &part("word/styles.xml")?.unwrap_or_default(),
        &part("word/numbering.xml")?.unwrap_or_default(),
    );
    let core = part("docProps/core.xml")?.unwrap_or_default();

    let body = body::read(&main, &styles)?;
    let metadata = Metadata {
        title: xml::text_of(&core, "title").and_then(|t| one_line(&t)),
        author: xml::text_of(&core, "creator").and_then(|t| one_line(&t)),
        language: xml::text_of(&core, "language")
            .and_then(|t| one_line(&t))
            .or(body.language),
    };
    Ok(write(body.paragraphs, metadata.title.as_deref()).finish(path, metadata))
}

fn write(paragraphs: Vec<Paragraph>, title: Option<&str>) -> Manuscript {
    let tops = paragraphs
        .iter()
        .filter(|p| matches!(p.kind, Kind::Heading(1)))
        .count();
    let has_title = paragraphs.iter().any(|p| p.kind == Kind::Title);

    // Several top headings are chapters, and none of them is the title.
    let mut manuscript = Manuscript::new(has_title || tops == 1, title);
    for paragraph in paragraphs {
        match &paragraph.mark {
            Some(mark) => manuscript.begin_item(mark),
            None => manuscript.end_block(),
        }
        manuscript.push(&paragraph.text);
        match paragraph.kind {
            Kind::Text => manuscript.end_block(),
            Kind::Title => manuscript.end_heading(1),
            Kind::Heading(level) => manuscript.end_heading(level),
        }
    }

    manuscript
}
