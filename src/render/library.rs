//! The library as a list: what can be asked about, and what could not be read.

use std::time::Duration;

use crate::engine::Change;
use crate::index::{DocumentInfo, Library};
use crate::render::harmless;
use crate::render::words::count;

/// One line: how much is in the library, and how much is not.
pub fn summary(library: &Library) -> String {
    let mut line = format!(
        "{}, {}, {}",
        count(library.documents().len() as u64, "document"),
        count(u64::from(library.passage_count()), "passage"),
        count(library.manifest().words, "word"),
    );
    if !library.skipped().is_empty() {
        line += &format!("; {} not read", count(library.skipped().len() as u64, "file"));
    }
    line + "\n"
}

/// How much is in the library, shorter and without a line end.
pub fn size(library: &Library) -> String {
    let passages = count(u64::from(library.passage_count()), "passage");
    let mut size = format!("{}, {passages}", count(library.documents().len() as u64, "text"));
    if !library.skipped().is_empty() {
        size += &format!(", {} not read", count(library.skipped().len() as u64, "file"));
    }
    size
}

/// What a refresh brought, and how much there is now.
pub fn change(change: &Change, library: &Library, took: Duration) -> String {
    let read = count(change.read as u64, "text");
    format!("{read} read, {} gone; {}; in {:.1} s", change.gone, size(library), took.as_secs_f32())
}

/// A line for each document, then a line for each file that was not read.
pub fn list(library: &Library) -> String {
    let width = library.documents().iter().map(|d| d.path.chars().count()).max().unwrap_or(0).min(40);
    let mut out: String = library.documents().iter().map(|document| line(document, width)).collect();
    out += &format!("\n{}", summary(library));
    if !library.skipped().is_empty() {
        out += "\nNot read:\n";
        out.extend(library.skipped().iter().map(|s| format!("  {} {}\n", harmless(&s.path), s.reason)));
    }
    out
}

fn line(document: &DocumentInfo, width: usize) -> String {
    let (sections, words) = (document.sections.len() as u64, u64::from(document.words));
    let size = format!("{}, {}", count(sections, "section"), count(words, "word"));
    format!("{:width$}  {} ({size})\n", harmless(&document.path), harmless(&document.title))
}
