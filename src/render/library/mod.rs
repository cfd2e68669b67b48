//! The library as a list: what can be asked about, and what could not be read.

mod date;
pub mod json;
pub mod outline;

use std::time::Duration;

use anyhow::Result;
use unicode_width::UnicodeWidthStr;

use crate::chapters;
use crate::corpus::Skipped;
use crate::engine::Change;
use crate::ids::Ids;
use crate::index::{DocumentInfo, Folder, Library, Scope};
use crate::render::phrases::render_count;
use crate::render::terminal::Screen;
use crate::shown;

/// Files of those that were not read that are listed for a person.
const UNREAD: usize = 50;
/// Widest column of names.
const WIDEST: usize = 40;
/// Columns between two others.
const BETWEEN: usize = 2;

/// How much is in the library, and how much is not.
pub fn render_summary(library: &Library) -> String {
    let mut line = format!(
        "{}, {}, {}",
        render_count(library.documents().len() as u64, "document"),
        render_count(u64::from(library.passage_count()), "passage"),
        render_count(library.manifest().words, "word"),
    );

    let missing = render_missing(library);
    if !missing.is_empty() {
        line.extend(["; ", &missing]);
    }

    line
}

/// How many files could not be read, and how many are still to be; empty if all were.
fn render_missing(library: &Library) -> String {
    let files = [
        (library.manifest().count_unread(), "not read"),
        (library.count_late(Scope::Library), "still to be read"),
    ];
    let some = files.into_iter().filter(|(count, _)| *count > 0);
    let told = some.map(|(count, how)| format!("{} {how}", render_count(count as u64, "file")));
    told.collect::<Vec<_>>().join(", ")
}

/// How much is in the library, shorter.
pub fn render_size(library: &Library) -> String {
    let texts = render_count(library.documents().len() as u64, "text");
    let passages = render_count(u64::from(library.passage_count()), "passage");
    let mut size = format!("{texts}, {passages}");

    let missing = render_missing(library);
    if !missing.is_empty() {
        size.extend([", ", &missing]);
    }

    size
}

/// What a refresh brought, and how much there is now.
pub fn render_change(change: &Change, library: &Library, took: Duration) -> String {
    let read = render_count(change.read as u64, "text");
    format!(
        "{read} read, {} gone; {}; in {:.1} s",
        change.gone,
        render_size(library),
        took.as_secs_f32()
    )
}

/// A line for each document, each after those of the folders that begin with it; then, for the
/// whole library, what it holds and a line for each file that was not read.
///
/// # Errors
/// When the scope is not of this library.
pub fn render_list(library: &Library, scope: Scope, screen: Screen) -> Result<String> {
    let documents = library.documents_in(scope)?;
    let paths = documents
        .ids()
        .filter_map(|id| library.document(id).ok())
        .map(|info| shown::harmless_name(&info.path).width());
    let column = choose_column_width(paths.max().unwrap_or(0), screen);

    // The folders around a folder come before it.
    let around = if let Scope::Folder(folder) = scope {
        folder as usize
    } else {
        0
    };

    let mut lines = Vec::new();
    for id in documents.ids() {
        let begins = library
            .folders()
            .iter()
            .skip(around)
            .filter(|folder| folder.documents.start == id);
        lines.extend(begins.map(|begun| render_folder_row(begun, column)));
        lines.push(render_document_row(library.document(id)?, column));
    }
    let indent = column.unwrap_or(0) + BETWEEN;
    let mut out = screen.own(&lines.join("\n"), indent) + "\n";

    // The whole library is where somebody looks for a text that is missing.
    if scope == Scope::Library {
        out.extend(["\n", &screen.own(&render_summary(library), 0), "\n"]);
        if !library.skipped().is_empty() {
            out += "\nNot read:\n";
            let lines = render_unread_files(library.skipped(), UNREAD);
            let indented = lines.iter().map(|line| format!("  {line}"));
            out.extend(indented.map(|line| screen.own(&line, 4) + "\n"));
        }
    }

    Ok(out)
}

/// How wide the column of the names is: a longer one pushes aside its own line only, not all of
/// them. On a narrow screen there is none, and what there is to say of a name stands below it.
fn choose_column_width(longest: usize, screen: Screen) -> Option<usize> {
    let has_room = screen.width.is_none_or(|width| width >= WIDEST * 3 / 2);
    has_room.then(|| longest.min(WIDEST))
}

/// A line for each of some files that were not read, and one for how many more there are.
pub fn render_unread_files(skipped: &[Skipped], most: usize) -> Vec<String> {
    let some = skipped.iter().take(most);
    let mut lines: Vec<String> = some.map(Skipped::to_string).collect();

    if let Some(more) = skipped.len().checked_sub(most).filter(|more| *more > 0) {
        lines.push(format!("and {more} more (see `pullquote library --json`)"));
    }
    lines
}

fn render_folder_row(folder: &Folder, column: Option<usize>) -> String {
    let texts = render_count(folder.documents.len() as u64, "document");
    render_row(&folder.name(), column, &format!("collection of {texts}"))
}

fn render_document_row(document: &DocumentInfo, column: Option<usize>) -> String {
    let about = format!(
        "{} ({})",
        title_and_author(document),
        document_facts(document)
    );
    render_row(&document.path, column, &about)
}

/// A name and what there is to say of it, beside it or below.
fn render_row(name: &str, column: Option<usize>, about: &str) -> String {
    let name = shown::harmless_name(name);
    let between = " ".repeat(BETWEEN);
    match column {
        Some(column) => {
            let missing = " ".repeat(column.saturating_sub(name.width()));
            format!("{name}{missing}{between}{about}")
        }
        None => format!("{name}\n{between}{about}"),
    }
}

/// Title and author.
fn title_and_author(document: &DocumentInfo) -> String {
    let author = document
        .author
        .as_ref()
        .map_or_else(String::new, |author| format!(", by {author}"));
    shown::harmless_name(&format!("{}{author}", document.title))
}

/// Chapters, words, language, and when it was read.
fn document_facts(document: &DocumentInfo) -> String {
    let mut facts = Vec::new();
    let chapters = chapters::count_chapters(document);
    if chapters > 0 {
        facts.push(render_count(chapters as u64, "chapter"));
    }

    facts.push(render_count(u64::from(document.words), "word"));
    facts.push(document.language.name().to_owned());
    facts.push(format!("read {}", date::render_minute(document.indexed)));

    // A text can be in the library although some of its pages could not be read.
    if !document.unread.is_empty() {
        let pages: Vec<String> = document.unread.iter().map(u32::to_string).collect();
        facts.push(format!(
            "without pages that cannot be read: {}",
            pages.join(", ")
        ));
    }

    facts.join(", ")
}
