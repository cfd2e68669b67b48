//! `.epub`: the chapters of a book in its reading order, each read as a page of HTML.
//!
//! Title, author and language come from the package; headings and the table of contents together
//! say what begins where. The cover and the navigation stay out, and of what is not part of the
//! reading order all that nothing links to.

mod contents;
mod package;
mod places;
mod sheets;

use std::collections::{HashMap, HashSet, VecDeque};

use anyhow::{Context, Result, ensure};
use percent_encoding::percent_decode_str;
use rbook::Epub;
use rbook::ebook::toc::TocEntryKind;
use rbook::epub::manifest::EpubManifestEntry;
use rbook::epub::metadata::EpubContributor;
use rbook::epub::toc::EpubTocEntry;

use crate::corpus::archive::{Archive, common_name};
use crate::corpus::html::Page;
use crate::corpus::manuscript::{Manuscript, one_line};
use crate::corpus::outline::Metadata;
use crate::corpus::xml::{self, attribute, for_each_tag};
use crate::document::Document;
use package::path_of;
use places::Places;
use sheets::Sheets;

/// Algorithms that only keep a book's fonts from being taken out of it; the text is free.
const FONTS_ONLY: &[&str] = &[
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];
/// The role of who wrote a book.
const AUTHOR: &str = "aut";
/// Pages that are about the book and no part of it.
const APART: &[&str] = &[
    "colophon",
    "copyright-page",
    "cover",
    "imprint",
    "landmarks",
    "toc",
];
/// What a book calls its cover, and its contents; some call their first page so, whatever it is.
const COVER: &str = "cover";
const CONTENTS: &str = "toc";
/// A longer page is more than one about copyright, whatever it is called, in characters.
const COPYRIGHT_CHARS: usize = 12_000;
/// Pages before the text, below whose headings nothing stands.
const FRONT: &[&str] = &[
    "frontmatter",
    "frontispiece",
    "titlepage",
    "halftitlepage",
    "dedication",
    "epigraph",
];
/// What a page may be called in the package; many call it something else.
const ENDINGS: &[&str] = &[".xhtml", ".html", ".htm", ".xht", ".xml"];
/// Files of the package that are no pages, whatever they are called.
const NO_PAGES: &[&str] = &["image/", "audio/", "video/", "font/", "ncx", "smil", "css"];

/// Reads a book that unpacks to at most `most` bytes.
///
/// # Errors
/// When it is damaged, or protected against copying.
pub fn read_epub(path: &str, bytes: Vec<u8>, most: u64) -> Result<Document> {
    let mut archive = Archive::open(bytes, most)?;
    let encryption = xml::read_part(&mut archive, "META-INF/encryption.xml")?;
    ensure!(
        !is_protected(&encryption),
        "is protected against copying (DRM), so its text cannot be read; use a copy without protection"
    );

    let epub = package::read_package(&mut archive)?;
    let metadata = read_metadata(&epub);
    let marks = contents::collect_marks(&epub, metadata.title.as_deref());
    let copyright = contents::collect_copyright_files(&marks);
    let called: HashSet<String> = marks.iter().map(|mark| mark.file.clone()).collect();
    let known =
        [metadata.title.as_deref(), metadata.author.as_deref()].map(Option::unwrap_or_default);
    let left_out = collect_left_out(&epub);
    let called_contents = collect_landmarks(&epub, CONTENTS);
    let mut files = reading_order(&epub, &left_out);
    let mut apart = collect_unordered_pages(&epub, &files, &left_out);

    // A top heading is a chapter's, even the only one, unless it repeats the title of the book.
    let mut manuscript = Manuscript::new(false, metadata.title.as_deref());
    let mut places = Places::new(metadata.title.as_deref().unwrap_or_default(), marks);
    let mut sheets = Sheets::default();
    let mut was_front = false;
    let in_order = files.len();
    let mut read = 0;
    while let Some(file) = files.pop_front() {
        // What is only linked stands under no chapter.
        if read == in_order {
            manuscript.end_sections();
        }
        read += 1;

        let Some(page) = read_page(&file, &mut archive, &mut sheets)? else {
            continue;
        };
        let name = name_of(&file);
        let is_copyright = if called.contains(&name) {
            copyright.contains(&name) && page.stops().1 <= COPYRIGHT_CHARS && page.claims_rights()
        } else {
            page.is_about_rights(&known)
        };
        let is_contents =
            || page.is_contents() || (called_contents.contains(&name) && !page.has_sentences());
        if is_copyright || is_of_kind(&page, APART) || is_contents() {
            continue;
        }

        let is_front = is_of_kind(&page, FRONT);
        if was_front && !is_front {
            manuscript.end_sections();
        }
        was_front = is_front;

        let linked = page.links().filter_map(|link| resolve_link(&name, link));
        files.extend(linked.filter_map(|name| apart.remove(&name)));

        let plan = places.plan(&name, &page, is_front);
        page.write_divided(&mut manuscript, &plan);
    }

    Ok(manuscript.finish(path, metadata))
}

/// Whether anything but fonts is encrypted.
fn is_protected(encryption: &str) -> bool {
    let mut is_protected = false;
    for_each_tag(encryption, |name, tag| {
        if name == "EncryptionMethod" {
            // An algorithm that is not named may be any, so it counts as protection.
            let algorithm = attribute(tag, "Algorithm");
            is_protected |= !algorithm.is_some_and(|a| FONTS_ONLY.contains(&a.as_str()));
        }
    });
    is_protected
}

fn read_metadata(epub: &Epub) -> Metadata {
    let package = epub.metadata();

    Metadata {
        title: package.title().and_then(|t| one_line(t.value())),
        author: choose_author(epub),
        language: package
            .language()
            .and_then(|l| one_line(l.value()))
            // "undetermined": then the words tell.
            .filter(|tag| tag != "und"),
    }
}

/// Who wrote the book: of those who made it, not the translators and illustrators, unless there is
/// nobody else.
fn choose_author(epub: &Epub) -> Option<String> {
    let creators: Vec<_> = epub.metadata().creators().collect();
    let named = |is_author: &dyn Fn(&EpubContributor) -> bool| {
        let authors = creators.iter().filter(|creator| is_author(creator));
        let names: Vec<&str> = authors.map(EpubContributor::value).collect();
        one_line(&names.join(", "))
    };

    let is_author = |creator: &EpubContributor| {
        let mut roles = creator.roles();
        roles.any(|role| role.code().trim().eq_ignore_ascii_case(AUTHOR))
    };
    named(&is_author)
        .or_else(|| named(&|creator| creator.main_role().is_none()))
        .or_else(|| named(&|_| true))
}

/// The pages of the book in the order in which they are read, those beside the text among them;
/// without an order, all there are.
fn reading_order<'a>(
    epub: &'a Epub,
    left_out: &HashSet<String>,
) -> VecDeque<EpubManifestEntry<'a>> {
    let is_read = |file: &EpubManifestEntry| is_page(file) && !left_out.contains(&name_of(file));
    let spine: VecDeque<EpubManifestEntry> = epub
        .spine()
        .iter()
        .filter_map(|entry| Some(page_or_fallback(entry.manifest_entry()?)))
        .filter(is_read)
        .collect();

    if spine.is_empty() {
        return epub.manifest().iter().filter(is_read).collect();
    }
    spine
}

/// The pages that stand nowhere in the order; they are read if one that is read has a link to them.
fn collect_unordered_pages<'a>(
    epub: &'a Epub,
    order: &VecDeque<EpubManifestEntry>,
    left_out: &HashSet<String>,
) -> HashMap<String, EpubManifestEntry<'a>> {
    let known: HashSet<String> = order.iter().map(name_of).collect();

    let pages = epub.manifest().iter().filter(is_page);
    let named = pages.map(|file| (name_of(&file), file));
    named
        .filter(|(name, _)| !known.contains(name) && !left_out.contains(name))
        .collect()
}

/// The name by which a file is known.
fn name_of(file: &EpubManifestEntry) -> String {
    common_name(&path_of(file))
}

/// Where a link on the page of this name leads: the common name of a file.
fn resolve_link(page: &str, link: &str) -> Option<String> {
    let path = link
        .split(['#', '?'])
        .next()
        .filter(|path| !path.is_empty() && !path.contains(':'))?;

    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }

    let path = steps.join("/");
    let path = percent_decode_str(&path).decode_utf8_lossy();
    Some(common_name(&path))
}

/// A file, or the page that stands in for it where it is something else, such as a picture.
fn page_or_fallback(file: EpubManifestEntry) -> EpubManifestEntry {
    let instead = file.fallbacks().find(is_page).filter(|_| !is_page(&file));
    instead.unwrap_or(file)
}

fn is_page(file: &EpubManifestEntry) -> bool {
    let media = file.media_type();
    let path = path_of(file).to_lowercase();
    let is_no_page = NO_PAGES.iter().any(|kind| media.contains(kind));
    !is_no_page && (media.contains("html") || media.contains("oeb1") || has_page_ending(&path))
}

fn has_page_ending(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// The names of the files that are the book's cover or navigation, and nothing else.
fn collect_left_out(epub: &Epub) -> HashSet<String> {
    let files = epub.manifest().iter();
    let navigation = files.filter(|file| file.properties().has_property("nav"));
    let navigation = navigation.map(|file| name_of(&file));
    navigation.chain(collect_landmarks(epub, COVER)).collect()
}

/// The names of the files that the book calls so as a whole.
fn collect_landmarks(epub: &Epub, kind: &str) -> HashSet<String> {
    let landmarks = |list: &EpubTocEntry| list.kind() == TocEntryKind::Landmarks;
    let lists: Vec<EpubTocEntry> = epub.toc().iter().filter(landmarks).collect();

    let named = lists
        .iter()
        .flat_map(EpubTocEntry::flatten)
        .filter(|entry| entry.kind_raw() == Some(kind))
        // What has a place within a file shares it with something.
        .filter(|entry| entry.href().is_some_and(|href| href.fragment().is_none()));
    named
        .filter_map(|entry| Some(name_of(&entry.manifest_entry()?)))
        .collect()
}

/// A file as a page; `None` for one that is listed, but not in the book.
fn read_page(
    file: &EpubManifestEntry,
    archive: &mut Archive,
    sheets: &mut Sheets,
) -> Result<Option<Page>> {
    let path = path_of(file);
    let Some(bytes) = archive.read(&path)? else {
        return Ok(None);
    };

    let name = name_of(file);
    let page = Page::parse_in_book(bytes, &mut |link| sheets.get(&name, link, archive));
    page.map(Some).with_context(|| format!("its part {path}"))
}

/// Whether a page says that it, or all that is on it, is of one of these kinds.
fn is_of_kind(page: &Page, known: &[&str]) -> bool {
    let is_known = |kinds: &str| kinds.split_whitespace().any(|kind| known.contains(&kind));
    let mut inside = page.kinds_inside().peekable();
    is_known(page.kind()) || (inside.peek().is_some() && inside.all(is_known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_file_however_its_name_is_written() {
        for (link, file) in [
            ("b.xhtml#c1", "text/b.xhtml"),
            ("../caf%C3%A9.xhtml", "café.xhtml"),
            ("the%20lamp.xhtml", "text/the lamp.xhtml"),
        ] {
            assert_eq!(
                resolve_link("text/a.xhtml", link),
                Some(common_name(file)),
                "{link}"
            );
        }
    }
}
