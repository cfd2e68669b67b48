//! A document's headings with their positions, for whoever inspects how a text was understood.

use anyhow::Result;

use crate::chapters;
use crate::document::Section;
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Library};
use crate::render::phrases::render_count;
use crate::render::terminal::Screen;
use crate::shown;

/// Columns for the headings, so that few of them need a second line.
const HEADING: usize = 28;

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
pub fn collect_entries(library: &Library, document: DocumentId) -> Result<Vec<Entry<'_>>> {
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

    for id in info.passages.ids() {
        let passage = library.passage(id)?;
        if let Some(entry) = entries.get_mut(passage.section) {
            entry.passage.get_or_insert(id - info.passages.start + 1);
            entry.words += u64::from(passage.words);
        }
    }

    Ok(entries)
}

/// What the document is, then a line for each heading: byte, passage, page if there are pages,
/// words. On a screen that is too narrow for both, a heading stands above its numbers.
///
/// # Errors
/// As [`collect_entries`].
pub fn render_outline(library: &Library, document: DocumentId, screen: Screen) -> Result<String> {
    let info = library.document(document)?;
    let table = Table {
        paged: !info.pages.is_empty(),
        screen,
    };

    let names = ["byte", "passage", "page", "words"].map(str::to_owned);
    let mut lines = vec![
        screen.own(&super::title_and_author(info), 0),
        screen.own(&describe_document(info), 0),
        String::new(),
        table.numbers(&names).trim_end().to_owned(),
    ];

    // Headings without text of their own are no sections, and are shown above the first one inside.
    let mut headings = chapters::walk_headings(info).peekable();
    for (section, entry) in collect_entries(library, document)?.iter().enumerate() {
        let cells = to_cells(entry);
        let levels = entry.section.path.len();

        // Text before the first heading is a section without a path.
        if levels == 0 {
            lines.push(table.row(Some(&cells), "(no heading)"));
        }
        // What goes on behind a box has no heading of its own.
        if let Some(last) = entry.section.path.last()
            && headings.peek().is_none_or(|(own, ..)| *own != section)
        {
            let name = shown::harmless_name(last);
            let indented = format!("{}{name} (continued)", "  ".repeat(levels - 1));
            lines.push(table.row(Some(&cells), &indented));
        }
        while let Some((_, depth, heading)) = headings.next_if(|(own, ..)| *own == section) {
            let indented = format!(
                "{}{}",
                "  ".repeat(depth - 1),
                shown::harmless_name(heading)
            );
            let cells = (depth == levels).then_some(&cells);
            lines.push(table.row(cells, &indented));
        }
    }

    Ok(lines.join("\n") + "\n")
}

fn describe_document(info: &DocumentInfo) -> String {
    let passages = render_count(info.passages.len() as u64, "passage");
    let bytes = render_count(info.text.end - info.text.start, "byte");
    format!(
        "{}: {}, {passages}, {bytes}",
        shown::harmless_name(&info.path),
        super::document_facts(info)
    )
}

type Cells = [String; 4];

fn to_cells(entry: &Entry) -> Cells {
    let number = |number: Option<u32>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
    [
        entry.section.start.to_string(),
        number(entry.passage),
        number(entry.page),
        entry.words.to_string(),
    ]
}

/// How the rows are laid out.
struct Table {
    paged: bool,
    screen: Screen,
}

impl Table {
    /// A heading with its numbers, if it has any.
    fn row(&self, cells: Option<&Cells>, heading: &str) -> String {
        let numbers = cells.map(|cells| self.numbers(cells));
        let level = heading.len() - heading.trim_start_matches(' ').len();

        if self.is_narrow() {
            let heading = self.screen.own(heading, level + 4);
            return match numbers {
                Some(numbers) => format!("{heading}\n{}", numbers.trim_end()),
                None => heading,
            };
        }

        let left = self.left();
        let row = format!("{:left$}{heading}", numbers.unwrap_or_default());
        self.screen.own(row.trim_end(), left + level + 4)
    }

    fn numbers(&self, [byte, passage, page, words]: &Cells) -> String {
        let page = if self.paged {
            format!("{page:>6}")
        } else {
            String::new()
        };
        format!("{byte:>9}{passage:>9}{page}{words:>8}  ")
    }

    /// Columns in front of the headings.
    fn left(&self) -> usize {
        if self.paged { 34 } else { 28 }
    }

    fn is_narrow(&self) -> bool {
        let needed = self.left() + HEADING;
        self.screen.width.is_some_and(|width| width < needed)
    }
}
