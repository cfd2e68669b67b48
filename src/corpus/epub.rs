//! `.epub`: the chapters of a book in its reading order, each read as a page of HTML.
//!
//! Title, author and language come from the package; the table of contents names a chapter that has no
//! heading of its own. The cover, the navigation and what is not part of the reading order stay out.

use std::collections::HashMap;
use std::io::Cursor;

use anyhow::{Context, Result, bail, ensure};
use quick_xml::events::Event;
use rbook::Epub;
use rbook::ebook::errors::ArchiveError;
use rbook::epub::manifest::EpubManifestEntry;

use crate::corpus::archive::Archive;
use crate::corpus::html;
use crate::corpus::manuscript::{Manuscript, one_line};
use crate::corpus::outline::Metadata;
use crate::document::Document;

/// Algorithms that only keep a book's fonts from being taken out of it; the text is free.
const FONTS_ONLY: &[&str] = &[
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// Reads a book that unpacks to at most `most` bytes.
///
/// # Errors
/// When it is damaged, or protected against copying.
pub fn read(path: &str, bytes: Vec<u8>, most: u64) -> Result<Document> {
    let mut archive = Archive::open(bytes, most)?;
    let encryption = archive.read("META-INF/encryption.xml")?.unwrap_or_default();
    ensure!(
        !is_protected(&String::from_utf8_lossy(&encryption)),
        "is protected against copying (DRM), so its text cannot be read; use a copy without protection"
    );

    let epub = Epub::read(Cursor::new(archive.into_bytes()))
        .map_err(|error| anyhow::anyhow!("is no EPUB that can be read ({error}); get it anew"))?;
    let metadata = metadata(&epub);
    let titles = chapter_titles(&epub);
    let left_out = left_out(&epub);

    // A top heading is a chapter's, even the only one, unless it repeats the title of the book.
    let mut manuscript = Manuscript::new(false, metadata.title.as_deref());
    for entry in epub.spine().iter().filter(|entry| entry.is_linear()) {
        let Some(file) = entry
            .manifest_entry()
            .filter(|file| is_text(file) && !left_out.contains(&file.id()))
        else {
            continue;
        };
        let Some(page) = page(&file)? else { continue };
        // A book without landmarks may say on the page itself what the page is.
        if matches!(page.kind(), "toc" | "cover" | "landmarks") {
            continue;
        }

        if let Some((level, title)) = titles.get(file.id()).filter(|_| !page.has_heading()) {
            manuscript.begin_section(*level, title);
        }
        page.write(&mut manuscript);
    }

    Ok(manuscript.finish(path, metadata))
}

/// Whether anything but fonts is encrypted.
fn is_protected(encryption: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(encryption);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag))
                if tag.local_name().as_ref() == "EncryptionMethod" =>
            {
                // An algorithm that is not named may be any, so it counts as protection.
                let algorithm = tag.try_get_attribute("Algorithm").ok().flatten();
                if !algorithm.is_some_and(|a| FONTS_ONLY.contains(&&*a.value)) {
                    return true;
                }
            }
            Ok(Event::Eof) | Err(_) => return false,
            _ => {}
        }
    }
}

fn metadata(epub: &Epub) -> Metadata {
    let package = epub.metadata();
    let creators: Vec<&str> = package.creators().map(|c| c.value()).collect();

    Metadata {
        title: package.title().and_then(|t| one_line(t.value())),
        author: one_line(&creators.join(", ")),
        language: package
            .language()
            .and_then(|l| one_line(l.value()))
            // "undetermined": then the words tell.
            .filter(|tag| tag != "und"),
    }
}

/// The level and title that the table of contents gives to whole files, by their id.
fn chapter_titles(epub: &Epub) -> HashMap<&str, (u8, String)> {
    let contents = epub.toc().contents();
    let entries = contents.iter().flat_map(|contents| contents.flatten());

    let mut titles = HashMap::new();
    for entry in entries {
        if let Some(file) = entry.manifest_entry() {
            let level = entry.depth().clamp(1, 6) as u8;
            // Later entries of the same file are sections inside it.
            titles
                .entry(file.id())
                .or_insert_with(|| (level, entry.label().to_owned()));
        }
    }

    titles
}

/// Ids of the files that are the book's cover or navigation.
fn left_out(epub: &Epub) -> Vec<&str> {
    let landmarks = epub.toc().landmarks();
    let entries = landmarks.iter().flat_map(|landmarks| landmarks.flatten());
    let named =
        entries.filter(|entry| matches!(entry.kind_raw().unwrap_or_default(), "cover" | "toc"));

    let navigation = epub
        .manifest()
        .iter()
        .filter(|file| file.properties().has_property("nav"));

    named
        .filter_map(|entry| entry.manifest_entry())
        .chain(navigation)
        .map(|file| file.id())
        .collect()
}

fn is_text(file: &EpubManifestEntry) -> bool {
    matches!(
        file.media_type(),
        "application/xhtml+xml" | "text/html" | "application/html+xml" | "text/x-oeb1-document"
    )
}

/// A file as a page; `None` for one that is listed, but not in the book.
fn page(file: &EpubManifestEntry) -> Result<Option<html::Page>> {
    let href = file.href();
    match file.read_bytes() {
        Ok(bytes) => html::Page::parse(bytes)
            .map(Some)
            .with_context(|| format!("its part {}", href.as_str())),
        Err(ArchiveError::InvalidResource { .. }) => Ok(None),
        Err(_) => bail!(
            "is damaged: its part {} cannot be unpacked; get it anew",
            href.as_str()
        ),
    }
}
