//! Headings and paragraphs, as every reader finds them, to the sections and blocks of a document.

use std::ops::Range;

use crate::document::{Block, Document, Section, Table, trim_range};

/// Digits of the number that Notion puts behind the name of a page.
const EXPORT_DIGITS: usize = 32;
/// Bytes of the longest row that names columns; a longer one tells something.
const MOST_HEAD: usize = 400;

/// What a text says of itself; what it leaves out is `None`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    pub title: Option<String>,
    pub author: Option<String>,
    /// BCP 47 tag, such as `pt-BR`.
    pub language: Option<String>,
}

/// Headings that something stands under, each with its level, the outermost first.
pub type Headings = Vec<(u8, String)>;

/// A heading that is typed as any paragraph: its level, what it says, and where it stands.
pub type TypedHeading = (u8, String, Range<usize>);

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// It says what stands in the columns.
    Head,
    Body,
}

/// Collects a document's structure in reading order.
#[derive(Debug, Default)]
pub struct Outline {
    open: Headings,
    sections: Vec<Section>,
    blocks: Vec<Block>,
    tables: Vec<Table>,
    /// Whether a row that comes next is one of the last of the tables.
    in_table: bool,
    begun: bool,
}

impl Outline {
    /// A heading that begins at byte `start`; `level` 1 is the outermost.
    pub fn heading(&mut self, level: u8, title: &str, start: usize) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            return;
        }
        self.open.retain(|(l, _)| *l < level);
        self.open.push((level, title));
        self.begin_section(start);
    }

    /// A paragraph at `range` of the canonical text, without surrounding white space.
    pub fn block(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        if !self.begun {
            self.begin_section(range.start);
        }

        self.blocks.push(Block {
            range,
            section: self.sections.len() - 1,
        });
        self.in_table = false;
    }

    /// A paragraph that is a row of a table, or a cell of one; without a head before it is as any
    /// other.
    pub fn row(&mut self, range: Range<usize>, row: Row) {
        if range.is_empty() {
            return;
        }
        let goes_on = self.in_table;
        self.block(range.clone());
        let table = self.tables.last_mut().filter(|_| goes_on);
        let begins = table
            .as_ref()
            .is_none_or(|table| table.head.end < table.end);

        match (row, table) {
            (Row::Head, _) if range.len() > MOST_HEAD => return,
            (Row::Head, Some(table)) if !begins => {
                table.head.end = range.end;
                table.end = range.end;
            }
            (Row::Head, _) => self.tables.push(Table {
                end: range.end,
                head: range,
            }),
            (Row::Body, Some(table)) => table.end = range.end,
            (Row::Body, None) => return,
        }
        self.in_table = true;
    }

    /// What comes next stands in no table, or in another one.
    pub fn end_table(&mut self) {
        self.in_table = false;
    }

    /// Leaves nothing of `text` but these stretches of it, in order, and nothing of the outline but
    /// what is in them. Of the headings above a stretch those stay that `name` what is in it.
    pub fn keep(&mut self, text: &mut String, kept: &[Range<usize>], name: impl Fn(&str) -> bool) {
        let mut out = String::new();
        let mut sections: Vec<Section> = Vec::new();
        let mut blocks = Vec::new();
        let mut tables = Vec::new();
        let mut last = None;

        for stretch in kept {
            let moved = |at: usize| out.len() + at - stretch.start;
            let first = self
                .blocks
                .partition_point(|block| block.range.end <= stretch.start);
            let inside = self.blocks[first..]
                .iter()
                .take_while(|block| block.range.start < stretch.end);

            for block in inside {
                let edges = block.range.start.max(stretch.start)..block.range.end.min(stretch.end);
                let range = trim_range(text, edges);
                if range.is_empty() {
                    continue;
                }

                let section = &self.sections[block.section];
                if last != Some(block.section) {
                    last = Some(block.section);
                    let is_inside = stretch.contains(&section.start);
                    let start = if is_inside {
                        section.start
                    } else {
                        range.start
                    };
                    sections.push(Section {
                        path: section.path.iter().filter(|t| name(t)).cloned().collect(),
                        start: moved(start),
                    });
                }
                blocks.push(Block {
                    range: moved(range.start)..moved(range.end),
                    section: sections.len() - 1,
                });
            }

            let is_inside =
                |table: &&Table| stretch.start <= table.head.start && table.end <= stretch.end;
            tables.extend(self.tables.iter().filter(is_inside).map(|table| Table {
                head: moved(table.head.start)..moved(table.head.end),
                end: moved(table.end),
            }));

            out.push_str(&text[stretch.clone()]);
            out.push_str("\n\n");
        }

        self.sections = sections;
        self.blocks = blocks;
        self.tables = tables;
        *text = out;
    }

    /// Whether all stands in one place.
    pub fn is_one_section(&self) -> bool {
        self.sections.len() <= 1
    }

    /// Makes headings of paragraphs of `text`, or of the first lines of some. They stand under what
    /// all stands under so far.
    pub fn add_headings(&mut self, text: &str, headings: Vec<TypedHeading>) {
        if headings.is_empty() {
            return;
        }

        let mut outline = Outline::default();
        for section in &self.sections {
            for (level, title) in (0..).zip(&section.path) {
                outline.heading(level, title, section.start);
            }
        }

        let mut headings = headings.into_iter().peekable();
        let mut read = 0;
        for Block { range, .. } in &self.blocks {
            while let Some((level, title, heading)) =
                headings.next_if(|(.., heading)| heading.start <= range.start)
            {
                if heading.start == range.start {
                    outline.heading(level, &title, heading.start);
                    read = heading.end;
                }
            }
            let below = read.clamp(range.start, range.end)..range.end;
            outline.block(trim_range(text, below));
        }
        outline.tables = std::mem::take(&mut self.tables);
        *self = outline;
    }

    /// Whether nothing has been found yet.
    pub fn is_empty(&self) -> bool {
        !self.begun
    }

    /// Whether there has been a heading.
    pub fn has_headings(&self) -> bool {
        !self.open.is_empty()
    }

    /// What begins at byte `start` stands under no heading but the last one, if there is nothing
    /// under it yet.
    pub fn end_headings(&mut self, start: usize) {
        let is_under = |b: &Block| b.section + 1 == self.sections.len();
        if self.blocks.last().is_some_and(is_under) && self.has_headings() {
            self.open.clear();
            self.begin_section(start);
        }
    }

    /// The headings that what comes next stands under.
    pub fn headings(&self) -> Headings {
        self.open.clone()
    }

    /// What begins at byte `start` stands under these headings again.
    pub fn go_back_to(&mut self, headings: Headings, start: usize) {
        if self.open != headings {
            self.open = headings;
            self.begin_section(start);
        }
    }

    fn begin_section(&mut self, start: usize) {
        let path = self.open.iter().map(|(_, title)| title.clone()).collect();

        // A heading right under another one: only the innermost section holds text.
        if self.begun
            && self
                .blocks
                .last()
                .is_none_or(|b| b.section + 1 < self.sections.len())
        {
            self.sections.pop();
        }

        self.sections.push(Section { path, start });
        self.begun = true;
    }

    /// The finished document, without pages; without any text its only section is empty.
    pub fn finish(mut self, path: &str, metadata: Metadata, text: String) -> Document {
        // Headings at the very end have no text under them, and nothing can stand there.
        let filled = self.blocks.last().map_or(1, |b| b.section + 1);
        self.sections.truncate(filled);
        if self.sections.is_empty() {
            self.sections.push(Section {
                path: Vec::new(),
                start: 0,
            });
        }

        let Metadata {
            title,
            author,
            language,
        } = metadata;

        Document {
            path: path.to_owned(),
            title: title.unwrap_or_else(|| title_from_path(path)),
            author,
            language,
            text,
            pages: Vec::new(),
            unread: Vec::new(),
            sections: self.sections,
            blocks: self.blocks,
            tables: self.tables,
        }
    }
}

/// The letters and digits of a heading in lower case, by which it is known again where it is
/// written differently.
pub fn comparable_letters(heading: &str) -> String {
    let letters = heading.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// `Plan 3f2a9c1b8d4e4f0c9a7b6e5d4c3b2a10.md` -> `Plan`: what a page was called before Notion put
/// its number behind it.
pub fn exported_name(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (name, number) = stem.rsplit_once(' ')?;
    let is_number =
        number.len() == EXPORT_DIGITS && number.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_number && !name.trim().is_empty()).then(|| name.trim())
}

/// `a-fish-story.txt` -> `A fish story`: the title of a text that does not name itself.
fn title_from_path(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = exported_name(path).unwrap_or(stem);
    let words = stem.replace(['-', '_'], " ");
    let mut chars = words.trim().chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_table_follow_its_head() {
        use Row::{Body, Head};
        let check = |rows: &[Option<Row>], expected: &[(Range<usize>, usize)]| {
            let mut outline = Outline::default();
            for (at, row) in rows.iter().enumerate() {
                let range = at * 10..at * 10 + 5;
                match row {
                    Some(row) => outline.row(range, *row),
                    None => outline.block(range),
                }
            }
            let document = outline.finish("a.md", Metadata::default(), " ".repeat(100));
            let tables = document.tables.iter();
            let tables: Vec<_> = tables.map(|it| (it.head.clone(), it.end)).collect();
            assert_eq!(tables, expected, "{rows:?}");
            assert!(document.is_sound());
        };

        check(&[Some(Head), Some(Body), Some(Body)], &[(0..5, 25)]);
        check(&[Some(Head), Some(Head), Some(Body)], &[(0..15, 25)]);
        check(&[Some(Body), Some(Body)], &[]);
        check(&[Some(Head), Some(Body), None, Some(Body)], &[(0..5, 15)]);
        check(
            &[None, Some(Head), Some(Body), Some(Head), Some(Body)],
            &[(10..15, 25), (30..35, 45)],
        );
    }

    #[test]
    fn tables_move_with_the_stretch_of_a_text_that_is_kept() {
        let mut text = "front\n\nKnot Use\n\nBend ropes\n\nbehind".to_owned();
        let mut outline = Outline::default();
        outline.block(0..5);
        outline.row(7..15, Row::Head);
        outline.row(17..27, Row::Body);
        outline.block(29..35);

        let table = 7..27;
        outline.keep(&mut text, std::slice::from_ref(&table), |_| true);
        let document = outline.finish("a.md", Metadata::default(), text);
        let table = &document.tables[0];
        assert_eq!(&document.text[table.head.clone()], "Knot Use");
        assert_eq!(&document.text[table.head.end..table.end], "\n\nBend ropes");
    }
}
