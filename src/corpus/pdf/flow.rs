//! Lines -> paragraphs, as a reader sees them: lines flow into each other, words that were broken
//! at the end of a line are whole again, and a paragraph goes on over the edge of a page.
//!
//! `joins` tells how a line follows another, and `hyphens` how a broken word goes on.

use super::chapters::Chapters;
use super::hyphens::Hyphens;
use super::joins::{Join, Joins, starts_with_lowercase};
use super::page::{Line, Page};
use super::spacing::is_unspaced;
use crate::corpus::manuscript::Manuscript;
use crate::language::Language;

/// Writes the pages; also where each of them begins.
pub fn write_pages(
    pages: &[Page],
    chapters: &Chapters,
    language: Language,
    title: Option<&str>,
) -> (Manuscript, Vec<usize>) {
    let tops = chapters
        .headings
        .values()
        .filter(|(level, _)| *level == 1)
        .count();

    let mut flow = Flow {
        manuscript: Manuscript::new(tops == 1, title),
        starts: vec![None; pages.len()],
        paragraph: String::new(),
        left: 0.0,
        begun: Vec::new(),
        hyphens: Hyphens::of(pages, language),
    };
    let mut joins = Joins::of(pages);

    // The page and line before, where the next line may go on from it.
    let mut before = None;
    // What begins with the next paragraph.
    let mut sections = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        // What comes after a page that is missing does not go on from what came before it.
        if page.is_unread {
            before = None;
        }

        let mut at = 0;
        while let Some(line) = page.lines.get(at) {
            sections.extend(chapters.unwritten.get(&(number, at)).into_iter().flatten());
            if let Some((level, count)) = chapters.headings.get(&(number, at)) {
                flow.begin_sections(&mut sections);
                for line in &page.lines[at..at + count] {
                    flow.add(line, Join::Space, number);
                }
                flow.end_paragraph(Some(*level));
                let inner = at + 1..at + count;
                let led_into = inner.filter_map(|at| chapters.unwritten.get(&(number, at)));
                sections.extend(led_into.flatten());
                at += count;
                before = None;
                continue;
            }

            let mut join = joins.next(before, (number, at), &flow.paragraph);
            let goes_on = join == Join::Space && starts_with_lowercase(&line.text);
            if !sections.is_empty() && !goes_on {
                flow.begin_sections(&mut sections);
                join = joins.next(None, (number, at), "");
            }
            flow.add(line, join, number);
            before = Some((number, at));
            at += 1;
        }
        sections.extend(chapters.unwritten.get(&(number, at)).into_iter().flatten());
    }

    flow.begin_sections(&mut sections);
    flow.finish()
}

/// Widest indent of a line of code, in letters.
const MOST_INDENT: f64 = 40.0;

struct Flow {
    manuscript: Manuscript,
    /// Where each page begins in the text, as far as that is known.
    starts: Vec<Option<usize>>,
    /// The paragraph that is being written, and where its first line begins.
    paragraph: String,
    left: f64,
    /// Pages that begin in it, and where.
    begun: Vec<(usize, usize)>,
    hyphens: Hyphens,
}

impl Flow {
    fn add(&mut self, line: &Line, join: Join, page: usize) {
        let text = line.text.trim();

        match join {
            Join::No => self.end_paragraph(None),
            _ if self.paragraph.is_empty() => {}
            Join::Break => self.paragraph.push('\n'),
            Join::Code { is_apart } => {
                self.paragraph
                    .push_str(if is_apart { "\n\n" } else { "\n" });
                self.paragraph.push_str(&self.indent(line));
            }
            Join::Space => match self.hyphens.unbroken(&self.paragraph, text) {
                Some(end) => self.paragraph.truncate(end),
                None if joins_unspaced(&self.paragraph, text) => {}
                None => self.paragraph.push(' '),
            },
        }

        if self.paragraph.is_empty() {
            self.left = line.left;
        }

        // Where the paragraph stands in the text is known only when it ends.
        if self.starts[page].is_none() && self.begun.last().is_none_or(|(begun, _)| *begun != page)
        {
            self.begun.push((page, self.paragraph.len()));
        }

        self.paragraph.push_str(text);
    }

    /// The spaces before a line of code, of which each tells what belongs to what.
    fn indent(&self, line: &Line) -> String {
        let spaces = line
            .pitch
            .map_or(0.0, |pitch| (line.left - self.left) / pitch);
        " ".repeat(spaces.round().clamp(0.0, MOST_INDENT) as usize)
    }

    /// Ends the paragraph and begins the sections.
    fn begin_sections(&mut self, sections: &mut Vec<&(u8, String)>) {
        self.end_paragraph(None);
        for (level, title) in sections.drain(..) {
            self.manuscript.begin_section(*level, title);
        }
    }

    fn end_paragraph(&mut self, heading: Option<u8>) {
        self.manuscript.end_block();
        let start = self.manuscript.len();

        for (page, at) in self.begun.drain(..) {
            self.starts[page].get_or_insert(start + at);
        }

        self.manuscript.push(&self.paragraph);
        self.paragraph.clear();

        match heading {
            Some(level) => self.manuscript.end_heading(level),
            None => self.manuscript.end_block(),
        }
    }

    fn finish(self) -> (Manuscript, Vec<usize>) {
        // A page without text begins where the next one does.
        let mut next = self.manuscript.len();
        let mut starts: Vec<usize> = self
            .starts
            .into_iter()
            .rev()
            .map(|start| {
                next = start.unwrap_or(next).min(next);
                next
            })
            .collect();
        starts.reverse();

        // Whatever comes before the first letter is on the first page too.
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }

        (self.manuscript, starts)
    }
}

/// Whether both sides of the end of a line are of a script that has no spaces.
fn joins_unspaced(before: &str, after: &str) -> bool {
    let is_of_it = |c: Option<char>| c.is_some_and(|c| is_unspaced(&c.to_string()));
    is_of_it(before.chars().next_back()) && is_of_it(after.chars().next())
}
