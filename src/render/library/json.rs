//! The library for programs: `pullquote library --json`, as `docs/formats.md` documents it.

use anyhow::Result;
use serde::Serialize;

use crate::chapters::count_chapters;
use crate::corpus::Skipped;
use crate::ids::{DocumentId, Ids};
use crate::index::{Library, Scope};
use crate::render::library::outline::collect_entries;

#[derive(Serialize)]
struct Listing<'a> {
    documents: Vec<Document<'a>>,
    skipped: &'a [Skipped],
}

#[derive(Serialize)]
struct Document<'a> {
    document: &'a str,
    title: &'a str,
    author: Option<&'a str>,
    language: &'static str,
    chapters: usize,
    passages: usize,
    words: u32,
    bytes: u64,
    indexed: u64,
    #[serde(skip_serializing_if = "<[u32]>::is_empty")]
    unread_pages: &'a [u32],
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<Vec<Section<'a>>>,
}

#[derive(Serialize)]
struct Section<'a> {
    section: &'a [String],
    start: usize,
    passage: Option<u32>,
    page: Option<u32>,
    words: u64,
}

/// The documents of a scope as one line, a single one with its sections.
///
/// # Errors
/// When the scope is not of this library.
pub fn render_listing(library: &Library, scope: Scope) -> Result<String> {
    let outlined = matches!(scope, Scope::Document(_));
    let documents = library
        .documents_in(scope)?
        .ids()
        .map(|id| build_document(library, id, outlined))
        .collect::<Result<_>>()?;

    // A file that was not read is none of the documents that a narrower scope is about.
    let skipped = if scope == Scope::Library {
        library.skipped()
    } else {
        &[]
    };

    Ok(serde_json::to_string(&Listing { documents, skipped })? + "\n")
}

fn build_document(library: &Library, id: DocumentId, outlined: bool) -> Result<Document<'_>> {
    let info = library.document(id)?;
    let sections = if outlined {
        Some(build_sections(library, id)?)
    } else {
        None
    };

    Ok(Document {
        document: &info.path,
        title: &info.title,
        author: info.author.as_deref(),
        language: info.language.tag(),
        chapters: count_chapters(info),
        passages: info.passages.len(),
        words: info.words,
        bytes: info.text.end - info.text.start,
        indexed: info.indexed,
        unread_pages: &info.unread,
        sections,
    })
}

fn build_sections(library: &Library, id: DocumentId) -> Result<Vec<Section<'_>>> {
    let all = collect_entries(library, id)?;

    Ok(all
        .into_iter()
        .map(|entry| Section {
            section: &entry.section.path,
            start: entry.section.start,
            passage: entry.passage,
            page: entry.page,
            words: entry.words,
        })
        .collect())
}
