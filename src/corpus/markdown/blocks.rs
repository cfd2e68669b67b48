//! Blocks that Pandoc, MkDocs and Kramdown have and other Markdown has not: lines that stay lines,
//! lists with other numbers, notes in the sentence.
//!
//! In: Markdown of a dialect. Out: Markdown that says the same to a reader. The decision that is
//! not obvious: items with a mark that is no list elsewhere become paragraphs that begin with it,
//! so that the mark stays as written.

use std::collections::HashMap;

use super::code::{self, Fence};
use super::tables;

/// What stands for a table of contents, or the end of a page.
const CONTENTS: &[&str] = &[
    "{:toc}",
    "{:.toc}",
    "[TOC]",
    "[toc]",
    "[[toc]]",
    "[[_TOC_]]",
    "{{toc}}",
    "\\tableofcontents",
    "\\newpage",
    "\\pagebreak",
    "\\clearpage",
    "\\maketitle",
];
/// A line that is moved in so far is code.
const INDENT: &str = "    ";
/// Most files that are embedded at one place.
const EMBEDDED: usize = 50;
/// Longest note in a sentence, in bytes.
const NOTE: usize = 2_000;

/// Markdown without such blocks.
pub fn to_common_blocks(body: &str) -> String {
    let lines: Vec<&str> = body.lines().collect();
    let mut out = Blocks::new(&lines);
    out.write(&lines);
    move_inline_notes(&out.text)
}

/// The text that is written, and what it needs to know.
struct Blocks {
    text: String,
    /// The numbers of examples, by their labels.
    examples: HashMap<String, usize>,
    /// How many examples have been written.
    written: usize,
}

impl Blocks {
    fn new(lines: &[&str]) -> Blocks {
        let labels = lines.iter().filter_map(|line| parse_example(line));
        let numbered = labels
            .enumerate()
            .map(|(at, (label, _))| (label.to_owned(), at + 1));
        Blocks {
            text: String::new(),
            examples: numbered.filter(|(label, _)| !label.is_empty()).collect(),
            written: 0,
        }
    }

    fn write(&mut self, lines: &[&str]) {
        let mut fence = Fence::default();
        let mut at = 0;

        while at < lines.len() {
            let line = lines[at];
            let is_code = fence.holds(line) || line.starts_with(INDENT);
            let taken = if is_code { 0 } else { self.block(&lines[at..]) };
            if taken == 0 {
                self.line(line, is_code);
            }
            at += taken.max(1);
        }
    }

    /// Writes what begins with these lines; how many of them it is, none if it is nothing of its
    /// own.
    fn block(&mut self, lines: &[&str]) -> usize {
        let line = lines[0].trim_end();
        if CONTENTS.contains(&line.trim()) {
            self.drop_item();
            return 1;
        }

        if let Some(count) = count_embed_lines(lines) {
            self.text.push('\n');
            return count;
        }

        let is_abbreviation = line.starts_with("*[") && line.contains("]:");
        if is_abbreviation || line == "///" {
            self.text.push('\n');
            return 1;
        }

        if let Some(title) = line.strip_prefix("/// ") {
            let title = title.split_once('|').map_or("", |(_, title)| title.trim());
            self.text.extend(["\n", title, "\n\n"]);
            return 1;
        }

        let begins = self.text.is_empty() || self.text.ends_with("\n\n");
        if !begins {
            return 0;
        }

        if let Some((table, count)) = tables::parse_table(lines) {
            self.text.push_str(&table);
            return count;
        }

        if let Some(caption) = parse_figure_caption(line).or_else(|| self.caption(lines)) {
            self.text.extend([caption.trim(), "\n"]);
            return 1;
        }

        self.verse(lines).max(self.items(lines))
    }

    /// What is said of the table above or below: `: The list {#tbl:one}`, `Table: The list`.
    fn caption<'l>(&self, lines: &[&'l str]) -> Option<&'l str> {
        let line = lines[0];
        let (caption, has_name) = match line.split_once(" {#") {
            Some((caption, _)) => (caption, true),
            None => (line, false),
        };

        let is_beside_table = || {
            let above = self.text.trim_end().lines().next_back();
            let below = lines[1..].iter().find(|line| !line.trim().is_empty());
            above.is_some_and(is_table_row) || below.is_some_and(|line| is_table_row(line))
        };

        let titled = ["Table: ", "table: "]
            .iter()
            .find_map(|mark| caption.strip_prefix(mark));
        titled
            .filter(|_| has_name || is_beside_table())
            .or_else(|| caption.strip_prefix(": "))
    }

    /// A list with nothing in it but the place of the contents.
    fn drop_item(&mut self) {
        let above = self.text.strip_suffix('\n').unwrap_or(&self.text);
        let last = above.rfind('\n').map_or(0, |at| at + 1);
        // Right above it: what stands further up is text.
        let is_item = |mark: &&str| self.text[last..].starts_with(*mark);
        if ["* ", "- ", "+ ", "1. "].iter().any(is_item) {
            self.text.truncate(last);
        }
        self.text.push('\n');
    }

    /// `| Lines`, `| that stay lines`.
    fn verse(&mut self, lines: &[&str]) -> usize {
        let is_verse = |line: &&&str| **line == "|" || line.starts_with("| ");
        let count = lines.iter().take_while(is_verse).count();
        let goes_on = lines.get(count).is_some_and(|line| line.starts_with('|'));
        let is_table = lines[..count]
            .iter()
            .any(|line| line.len() > 1 && line.trim_end().ends_with('|'));
        if count == 0 || is_table || goes_on {
            return 0;
        }

        for line in &lines[..count] {
            match line[1..].trim() {
                "" => self.text.push('\n'),
                line => self.line(&format!("{line}  "), false),
            }
        }
        self.text.push('\n');
        count
    }

    /// Items that are no list elsewhere: `(1)`, `a.`, `iii)`, at least two of them below each
    /// other.
    fn items(&mut self, lines: &[&str]) -> usize {
        let count = lines
            .iter()
            .take_while(|line| !line.trim().is_empty())
            .count();
        let Some(kind) = parse_item_mark(lines[0]) else {
            return 0;
        };
        let is_item = |line: &&&str| parse_item_mark(line) == Some(kind);
        if lines[..count].iter().filter(is_item).count() < 2 {
            return 0;
        }

        for line in &lines[..count] {
            if parse_item_mark(line).is_some() && !self.text.ends_with("\n\n") {
                self.text.push('\n');
            }
            self.line(line.trim_start(), false);
        }
        count
    }

    /// Writes a line as it is, but for the numbers that it leaves to be counted.
    fn line(&mut self, line: &str, is_code: bool) {
        let inner = line.trim_start();
        let indent = &line[..line.len() - inner.len()];

        if is_code {
            self.text.push_str(line);
        } else if let Some(item) = inner.strip_prefix("#. ") {
            self.text.extend([indent, "1. ", item]);
        } else if let Some((_, item)) = parse_example(inner) {
            self.written += 1;
            let apart = if self.text.is_empty() || self.text.ends_with("\n\n") {
                ""
            } else {
                "\n"
            };
            let item = format!("{apart}({}) {item}", self.written);
            self.text.push_str(&self.with_examples(&item));
        } else if inner.starts_with('#') && line.trim_end().ends_with("{-}") {
            self.text.push_str(line.trim_end().trim_end_matches("{-}"));
        } else {
            self.text.push_str(&self.with_examples(line));
        }

        self.text.push('\n');
    }

    /// A line with the numbers of the examples that it refers to.
    fn with_examples(&self, line: &str) -> String {
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("(@") {
            out.push_str(before);
            let named = after.split_once(')');
            if let Some((number, after)) =
                named.and_then(|(label, after)| Some((self.examples.get(label)?, after)))
            {
                out.extend(["(", &number.to_string(), ")"]);
                rest = after;
            } else {
                out.push_str("(@");
                rest = after;
            }
        }

        out + rest
    }
}

/// How many lines embed another file, which is not read: `--8<-- "a.md"`, or names between two
/// lines without one.
fn count_embed_lines(lines: &[&str]) -> Option<usize> {
    let line = lines[0].trim();
    if line.starts_with("{!") && line.ends_with("!}") {
        return Some(1);
    }

    let file = strip_scissors(line)?;
    if !file.is_empty() {
        return file.starts_with(['"', '\'', '[']).then_some(1);
    }
    let inside = lines[1..].iter().take_while(|line| !line.trim().is_empty());
    let end = inside
        .take(EMBEDDED)
        .position(|line| strip_scissors(line.trim()) == Some(""));
    Some(end.map_or(1, |end| end + 2))
}

/// What stands behind scissors, if a line begins with them.
fn strip_scissors(line: &str) -> Option<&str> {
    let blade = line.strip_prefix('-')?.trim_start_matches('-');
    let rest = blade.strip_prefix("8<-")?;
    Some(rest.trim_start_matches('-').trim())
}

/// What is said of a figure with a name: `![The lamp](lamp.png){#fig:lamp}`. In Pandoc it is alone
/// in its paragraph.
fn parse_figure_caption(line: &str) -> Option<&str> {
    let (picture, name) = line.strip_prefix("![")?.rsplit_once("){#fig")?;
    let is_name = name.ends_with('}') && !name.contains('{');
    let (caption, _) = picture.rsplit_once("](").filter(|_| is_name)?;
    Some(caption)
}

/// Whether a line is one of a table.
fn is_table_row(line: &str) -> bool {
    line.starts_with(['|', '+']) || line.trim_start().starts_with("---")
}

/// `(@label) An example.`
fn parse_example(line: &str) -> Option<(&str, &str)> {
    let (label, item) = line.trim_start().strip_prefix("(@")?.split_once(") ")?;
    let is_label = label
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    is_label.then_some((label, item.trim_start()))
}

/// What kind of mark a line begins with: what stands around it, and of which characters it is.
fn parse_item_mark(line: &str) -> Option<(bool, char, char)> {
    let (mark, text) = line.trim_start().split_once(' ')?;
    let is_bracketed = mark.starts_with('(');
    let inner = mark.strip_prefix('(').unwrap_or(mark);
    let end = inner
        .chars()
        .next_back()
        .filter(|c| matches!(c, '.' | ')'))?;
    let inner = inner.strip_suffix(end)?;
    if inner.is_empty() || text.trim().is_empty() || (is_bracketed && end == '.') {
        return None;
    }

    let is = |signs: &str| inner.chars().all(|c| signs.contains(c));
    let kind = match inner {
        _ if inner.chars().all(|c| c.is_ascii_digit()) && is_bracketed => '1',
        _ if is("ivxlcdm") => 'a',
        _ if is("IVXLCDM") => 'A',
        _ if inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase()) => 'a',
        _ if inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_uppercase()) => 'A',
        _ => return None,
    };
    Some((is_bracketed, end, kind))
}

/// A text whose `^[notes in the sentence]` stand behind their paragraph, or behind the list that it
/// is in.
fn move_inline_notes(body: &str) -> String {
    // Most texts have none, and finding what is code takes a while.
    if !body.contains("^[") {
        return body.to_owned();
    }
    let code = code::find_code(body, super::parser_options());
    let mut out = String::with_capacity(body.len());
    let mut notes: Vec<String> = Vec::new();
    let mut at = 0;

    while let Some(found) = body[at..].find(['^', '\n']) {
        out.push_str(&body[at..at + found]);
        at += found;
        let rest = &body[at..];

        // Only what is in a list or the like itself goes on with what looks so.
        let is_listed = || {
            let block = body[..at].rfind("\n\n").map_or(0, |end| end + 2);
            body[block..].starts_with(can_continue_block)
        };
        let is_end =
            rest.starts_with("\n\n") && !(rest[2..].starts_with(can_continue_block) && is_listed());
        if is_end {
            for note in notes.drain(..) {
                out.extend(["\n\n", &note]);
            }
        }
        let in_code = code::find_code_at(&code, at).is_some();
        if let Some(note) = parse_inline_note(rest).filter(|_| !in_code) {
            notes.push(note.split_whitespace().collect::<Vec<_>>().join(" "));
            at += note.len() + "^[]".len();
        } else {
            out.push_str(&rest[..1]);
            at += 1;
        }
    }

    out.push_str(&body[at..]);
    for note in &notes {
        out.extend(["\n\n", note, "\n"]);
    }
    out
}

/// Whether a line that begins so belongs to the list, quotation or table above it.
fn can_continue_block(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_digit() || matches!(c, '>' | '|' | '-' | '*' | '+' | ':')
}

/// What stands in a note, if a text begins with one.
fn parse_inline_note(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("^[")?;
    let mut depth = 1;
    let end = inner
        .char_indices()
        .take_while(|(at, _)| *at < NOTE)
        .find(|(_, c)| {
            depth += match c {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
            depth == 0
        });

    let note = &inner[..end?.0];
    (!note.trim().is_empty() && !note.contains("\n\n")).then_some(note)
}
