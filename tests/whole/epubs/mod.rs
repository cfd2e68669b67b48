//! Books: what stands where, by the contents and the headings together; notes and boxes; and books
//! that were put together loosely.

mod contents;
mod loose;
mod places;

use pullquote::internals::corpus::{Corpus, list_corpus};
use pullquote::internals::document::Document;

use crate::books;
use crate::support::Place;

const CONTAINER: &str = "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\" \
    media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
pub const XHTML: &str = "application/xhtml+xml";

/// A book of these pages, each a name and a body, with this old table of contents.
pub struct Book<'a> {
    pub pages: &'a [(&'a str, &'a str)],
    pub contents: &'a str,
}

impl Book<'_> {
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let item = |(name, _): &(&str, &str)| {
            format!("<item id=\"{name}\" href=\"{name}.xhtml\" media-type=\"{XHTML}\"/>")
        };
        let refer = |(name, _): &(&str, &str)| format!("<itemref idref=\"{name}\"/>");
        let package = format!(
            "<package version=\"3.0\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The Light</dc:title>\
             <dc:language>en</dc:language></metadata><manifest><item id=\"ncx\" href=\"toc.ncx\" \
             media-type=\"application/x-dtbncx+xml\"/>{}</manifest><spine toc=\"ncx\">{}</spine></package>",
            self.pages.iter().map(item).collect::<String>(),
            self.pages.iter().map(refer).collect::<String>(),
        );
        let contents = format!("<ncx><navMap>{}</navMap></ncx>", self.contents);
        let mut parts = vec![
            ("META-INF/container.xml", CONTAINER.to_owned()),
            ("OEBPS/book.opf", package),
            ("OEBPS/toc.ncx", contents),
        ];
        parts.extend(
            self.pages
                .iter()
                .map(|(name, body)| (page_name(name), page(body))),
        );
        parts
    }
}

/// Names live as long as the test, so that they need no owner.
pub fn page_name(name: &str) -> &'static str {
    const NAMES: &[&str] = &[
        "OEBPS/a.xhtml",
        "OEBPS/b.xhtml",
        "OEBPS/c.xhtml",
        "OEBPS/d.xhtml",
        "OEBPS/e.xhtml",
    ];
    let file = format!("OEBPS/{name}.xhtml");
    NAMES.iter().find(|known| **known == file).unwrap()
}

pub fn page(body: &str) -> String {
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"e\"><head><title/></head><body>{body}</body></html>"
    )
}

/// An entry of the contents, with those below it.
pub fn entry(label: &str, target: &str, below: &str) -> String {
    format!(
        "<navPoint><navLabel><text>{label}</text></navLabel><content src=\"{target}\"/>{below}</navPoint>"
    )
}

pub fn entries(entries: &[(&str, &str)]) -> String {
    let entry = |(label, target): &(&str, &str)| entry(label, target, "");
    entries.iter().map(entry).collect()
}

pub fn read(parts: &[(&str, String)]) -> anyhow::Result<Document> {
    let place = Place::new(&[("a.epub", &books::archive(parts))]);
    let file = list_corpus(&Corpus::here(place.corpus()))?.files.remove(0);
    file.read_whole()
}

/// The headings above each paragraph, and the paragraph.
pub fn places(document: &Document) -> Vec<String> {
    let place = |block: &pullquote::internals::document::Block| {
        let headings = document.sections[block.section].path.join(" › ");
        format!("{headings}: {}", &document.text[block.range.clone()])
    };
    document.blocks.iter().map(place).collect()
}
