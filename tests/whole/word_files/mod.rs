//! Word documents, made here part by part: what is printed before a paragraph, what belongs
//! together, and what is no text.

mod chunks;
mod layout;
mod notes;
mod numbers;
mod typed;

use pullquote::internals::corpus::{Corpus, list_corpus};
use pullquote::internals::document::Document;

use crate::books;
use crate::support::Place;

pub const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

/// The parts of a document with this body; further parts by their names in `word/`.
pub fn parts(body: &str, others: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let part = |root: &str, content: &str| format!("<w:{root} {NAMES}>{content}</w:{root}>");
    let mut parts = vec![(
        "word/document.xml",
        part("document", &format!("<w:body>{body}</w:body>")),
    )];
    parts.extend(others.iter().map(|(name, content)| match *name {
        "styles" => ("word/styles.xml", part("styles", content)),
        "numbering" => ("word/numbering.xml", part("numbering", content)),
        "footnotes" => ("word/footnotes.xml", part("footnotes", content)),
        "endnotes" => ("word/endnotes.xml", part("endnotes", content)),
        "settings" => ("word/settings.xml", part("settings", content)),
        name => (name, (*content).to_owned()),
    }));
    parts
}

pub fn read(parts: &[(&str, String)]) -> anyhow::Result<Document> {
    let place = Place::new(&[("a.docx", &books::archive(parts))]);
    let file = list_corpus(&Corpus::here(place.corpus()))?.files.remove(0);
    file.read_whole()
}

/// The paragraphs of a document.
pub fn lines(body: &str, others: &[(&'static str, &str)]) -> Vec<String> {
    let document = read(&parts(body, others)).unwrap();
    let lines = document.text.split("\n\n").filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// The headings above each paragraph of the text, and the paragraph.
pub fn places(document: &Document) -> Vec<(String, &str)> {
    let place = |block: &pullquote::internals::document::Block| {
        let headings = document.sections[block.section].path.join(" › ");
        (headings, &document.text[block.range.clone()])
    };
    document.blocks.iter().map(place).collect()
}

/// A paragraph with these properties.
pub fn paragraph(properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

pub fn styled(style: &str, text: &str) -> String {
    paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), text)
}

/// The items of lists: `1 0 rope` is an item of list 1 at its outermost level.
pub fn items(script: &str) -> String {
    let item = |line: &str| {
        let [list, level, text] = line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        paragraph(
            &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
            text,
        )
    };
    script.split(", ").map(item).collect()
}

/// A level: its format and text, and what else is said of it.
pub fn level(at: usize, format: &str, text: &str, besides: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{besides}\
         <w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// A pattern and the lists that follow it, each with what it changes.
pub fn pattern(id: usize, levels: &[String], lists: &[(usize, &str)]) -> String {
    let levels = levels.concat();
    let list = |(list, changes): &(usize, &str)| {
        format!("<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{id}\"/>{changes}</w:num>")
    };
    let lists: String = lists.iter().map(list).collect();
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>{lists}")
}
