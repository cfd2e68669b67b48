//! `.docx`: the paragraphs of a Word document as it is printed, with the numbers of its lists,
//! headings and notes, without headers, footers, comments and what has been deleted. Heading styles
//! become sections.
//!
//! Word cuts a word into runs wherever its spelling was looked at, so runs are joined as they are;
//! what separates words is only ever in the text, a tab or a break.

mod body;
mod chunks;
mod contents;
mod equations;
mod fields;
mod languages;
mod maths;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod run;
mod styles;
mod symbols;

use anyhow::Result;

use crate::corpus::archive::Archive;
use crate::corpus::manuscript::{Manuscript, one_line};
use crate::corpus::outline::Metadata;
use crate::corpus::{programs, xml};
use crate::document::Document;
use notes::Notes;
use numbering::Numbering;
use package::Package;
use paragraph::{Kind, Paragraph};
use styles::Styles;

/// Reads a document that unpacks to at most `most` bytes.
///
/// # Errors
/// When it is damaged or no Word document.
pub fn read_docx(path: &str, bytes: Vec<u8>, most: u64) -> Result<Document> {
    let mut package = Package::open(Archive::open(bytes, most)?)?;
    let (paragraphs, notes, language) = read_text(&mut package)?;

    let core = package.part("core-properties", "docProps/core.xml")?;
    let said = |name| xml::find_element_text(&core, name).and_then(|text| one_line(&text));
    let metadata = programs::strip_programs(Metadata {
        title: said("title"),
        author: said("creator"),
        language: said("language").or(language),
    });

    let mut tops = paragraphs.iter().filter(|p| p.kind == Kind::Heading(1));
    let is_title = |top: &Paragraph| top.mark.is_empty();
    let has_title = paragraphs.iter().any(|p| p.kind == Kind::Title);
    // Several top headings are chapters, as one with a number is, and none of them is the title.
    let only_one = tops.next().is_some_and(is_title) && tops.next().is_none();
    let mut manuscript = Manuscript::new(has_title || only_one, metadata.title.as_deref());

    write_paragraphs(paragraphs, notes, &mut manuscript, &mut |id, manuscript| {
        let chunk = package.chunk(id)?;
        chunk.map_or(Ok(()), |chunk| write_chunk(chunk, most, manuscript))
    })?;
    Ok(manuscript.finish(path, metadata))
}

/// The paragraphs of a document, its notes, and the language of most of it.
fn read_text(package: &mut Package) -> Result<(Vec<Paragraph>, Notes, Option<String>)> {
    let main = package.main()?;
    let mut part = |kind| package.part(kind, &format!("word/{kind}.xml"));

    let styles = Styles::parse(&part("styles")?);
    let numbering = Numbering::parse(&part("numbering")?, &styles);
    let mut body = body::read_docx_body(&main, &styles, &numbering)?;
    contents::strip_contents(&mut body.paragraphs);

    let feet = body::read_docx_body(&part("footnotes")?, &styles, &numbering)?.notes;
    let ends = body::read_docx_body(&part("endnotes")?, &styles, &numbering)?.notes;
    let notes = Notes::new(feet, ends, &[&part("settings")?, &main]);
    Ok((body.paragraphs, notes, body.language))
}

/// Writes a file that a document takes in. What that takes in itself is left out, and so is one
/// that cannot be read: the rest of the document is good without.
fn write_chunk(bytes: Vec<u8>, most: u64, manuscript: &mut Manuscript) -> Result<()> {
    if !chunks::is_archive(&bytes) {
        chunks::write_chunk(bytes, manuscript);
        return Ok(());
    }

    let inner = Archive::open(bytes, most).and_then(Package::open);
    let Ok((paragraphs, notes, _)) = inner.and_then(|mut package| read_text(&mut package)) else {
        return Ok(());
    };
    write_paragraphs(paragraphs, notes, manuscript, &mut |_, _| Ok(()))
}

/// Writes paragraphs and their notes; `take_in` writes the file with a number.
fn write_paragraphs(
    paragraphs: Vec<Paragraph>,
    mut notes: Notes,
    manuscript: &mut Manuscript,
    take_in: &mut dyn FnMut(&str, &mut Manuscript) -> Result<()>,
) -> Result<()> {
    for paragraph in paragraphs {
        manuscript.end_block();
        if paragraph.kind == Kind::Chunk {
            take_in(&paragraph.text, manuscript)?;
            continue;
        }

        manuscript.push(&paragraph.mark);
        manuscript.push(&paragraph.text);
        match paragraph.kind {
            Kind::Text | Kind::Chunk => match paragraph.row {
                Some(row) => manuscript.end_row(row),
                None => manuscript.end_block(),
            },
            Kind::Title => manuscript.end_heading(1),
            Kind::Heading(level) => manuscript.end_heading(level),
        }
        notes.write(paragraph.notes, manuscript);
    }

    notes.finish(manuscript);
    Ok(())
}
