//! A document's headings with their positions, for whoever inspects how a text was understood.

use std::fmt::Write;

use anyhow::Result;

use crate::document::Section;
use crate::index::{DocumentInfo, Library};
use crate::render::words::count;
use crate::shown;

/// Where a section stands and how much it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The section itself, with the headings above it.
    pub section: &'a Section,
    /// Its first passage, counted from 1 in the document, if it has any.
    pub passage: Option<u32>,
    /// The page it begins on, if the document has pages.
    pub page: Option<u32>,
    /// Words of its passages.
    pub words: u64,
}

/// The sections of a document in reading order.
///
/// # Errors
/// When there is no such document or the index is damaged.
pub fn entries(library: &Library, document: u32) -> Result<Vec<Entry<'_>>> {
    let info = library.document(document)?;
    let page = |start| info.pages_of(start..start + 1).map(|(first, _)| first);
    let mut entries: Vec<Entry> = info
        .sections
        .iter()
        .map(|section| Entry {
            section,
            passage: None,
            page: page(section.start),
            words: 0,
        })
        .collect();

    for id in info.passages.clone() {
        let passage = library.passage(id)?;
        if let Some(entry) = entries.get_mut(passage.section) {
            entry.passage.get_or_insert(id - info.passages.start + 1);
            entry.words += u64::from(passage.words);
        }
    }

    Ok(entries)
}

/// What the document is, then a line for each heading: byte, passage, page if there are pages, words.
///
/// # Errors
/// As [`entries`].
pub fn outline(library: &Library, document: u32) -> Result<String> {
    let info = library.document(document)?;
    let paged = !info.pages.is_empty();
    let mut out = format!("{}\n{}\n\n", super::name(info), about(info));
    let columns = ["byte", "passage", "page", "words"].map(str::to_owned);
    let _ = writeln!(out, "{}", row(columns, paged, ""));

    let mut above: &[String] = &[];
    for entry in entries(library, document)? {
        let path = &entry.section.path;
        // Headings without text of their own are no sections, and are shown above the first one inside.
        let same = above
            .iter()
            .zip(path)
            .take_while(|(a, b)| a == b)
            .count()
            .min(path.len().saturating_sub(1));

        for (level, heading) in path.iter().enumerate().skip(same) {
            let indented = format!("{}{}", "  ".repeat(level), shown::name(heading));
            let cells = if level + 1 == path.len() {
                cells(&entry)
            } else {
                Default::default()
            };
            let _ = writeln!(out, "{}", row(cells, paged, &indented));
        }

        // Text before the first heading is a section without a path.
        if path.is_empty() {
            let _ = writeln!(out, "{}", row(cells(&entry), paged, "(no heading)"));
        }
        above = path;
    }

    Ok(out)
}

fn about(info: &DocumentInfo) -> String {
    let passages = count(info.passages.len() as u64, "passage");
    let bytes = count(info.text.end - info.text.start, "byte");
    format!(
        "{}: {}, {passages}, {bytes}",
        shown::name(&info.path),
        super::facts(info)
    )
}

fn cells(entry: &Entry) -> [String; 4] {
    let number = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
    [
        entry.section.start.to_string(),
        number(entry.passage),
        number(entry.page),
        entry.words.to_string(),
    ]
}

fn row([byte, passage, page, words]: [String; 4], paged: bool, heading: &str) -> String {
    let page = if paged {
        format!("{page:>6}")
    } else {
        String::new()
    };
    format!("{byte:>9}{passage:>9}{page}{words:>8}  {heading}")
        .trim_end()
        .to_owned()
}
