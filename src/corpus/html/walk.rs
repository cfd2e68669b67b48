//! The tree of a page -> its text. Not recursive: a page may be nested a million deep.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::{Element, Node};

use super::apart::{Apart, find_apart};
use super::initials::Initial;
use super::left_out::LeftOut;
use super::lists::List;
use super::styles::Styles;
use super::{Heading, NodeRef, Plan, asides, element, formula, lists, spoken, tables};
use crate::corpus::manuscript::{Headings, Manuscript, Row};
use crate::corpus::outline::comparable_letters;
use crate::language::is_unspaced;

/// Writes what a reader sees below `root`, in the styles of its page; of a book, divided as its
/// `plan` says.
pub fn write_content(
    root: NodeRef,
    styles: &Styles,
    manuscript: &mut Manuscript,
    plan: Option<&Plan>,
) {
    let is_book = plan.is_some();
    let undivided = Plan::default();
    let plan = plan.unwrap_or(&undivided);

    let mut walk = Walk {
        manuscript,
        is_book,
        styles,
        plan,
        sections: plan.first.clone(),
        announced: String::new(),
        lists: Vec::new(),
        preformatted: 0,
        boxes: Vec::new(),
        heading: None,
        line: None,
        row: None,
        initial: None,
        unseen: None,
    };
    let left_out = LeftOut::of(root, is_book);

    // The outermost element that is left out, and with it everything inside.
    let mut hidden = None;
    for edge in root.traverse() {
        if let Edge::Open(node) = edge {
            let sections = plan.before.get(&node.id()).into_iter().flatten();
            walk.sections.extend(sections.cloned());
        }

        match edge {
            Edge::Open(node) if hidden.is_none() => match node.value() {
                Node::Text(text) => {
                    walk.part_neighbours(node);
                    walk.text(walk.without_orphan_stop(node, text));
                }
                Node::Element(element) if left_out.has(node, element) => {
                    walk.unseen = spoken::find_hidden_sign(node, element).or(walk.unseen);
                    hidden = Some(node.id());
                }
                Node::Element(element) => match walk.replacement(node, element) {
                    Some(written) => {
                        walk.begin_text();
                        walk.part_numbers(&written);
                        walk.manuscript.push(&written);
                        hidden = Some(node.id());
                    }
                    None => walk.open(node, element),
                },
                _ => {}
            },
            Edge::Close(node) if hidden == Some(node.id()) => hidden = None,
            Edge::Close(node) if hidden.is_none() => {
                if let Some(element) = node.value().as_element() {
                    walk.close(node, element);
                }
            }
            _ => {}
        }
    }

    walk.end_block();
    // What begins on a page of pictures goes on in the next.
    walk.begin_sections();
}

struct Walk<'m> {
    manuscript: &'m mut Manuscript,
    is_book: bool,
    styles: &'m Styles,
    plan: &'m Plan,
    /// Sections that begin with the next paragraph.
    sections: Vec<(u8, String)>,
    /// The letters of the title of the section that has just begun, which the text may repeat.
    announced: String,
    /// The open lists, the innermost last.
    lists: Vec<List>,
    /// How many `pre` are open; inside them white space is kept.
    preformatted: usize,
    /// The open boxes beside the text, and the headings that were open where they began.
    boxes: Vec<(NodeId, Headings)>,
    /// The open heading and its level; elements inside it are only text.
    heading: Option<(NodeId, u8)>,
    /// The open row of a table, if it is one line.
    line: Option<NodeId>,
    /// What the open row of a table is, if its paragraphs are known as such.
    row: Option<Row>,
    /// A picture of the letter that the next paragraph begins with.
    initial: Option<Initial>,
    /// A sign that is not shown, which the next text may need before it.
    unseen: Option<&'static str>,
}

impl Walk<'_> {
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.begin_text();
            self.begin_with_initial(text);
            self.part_numbers(text);
        }

        if self.preformatted > 0 {
            self.manuscript.push(&text.replace('\r', ""));
        } else {
            self.manuscript.flow(text);
        }
    }

    /// A text without the stop behind the number of a note that is left out: `. It burns.`
    fn without_orphan_stop<'t>(&self, node: NodeRef, text: &'t str) -> &'t str {
        let is_first = self.preformatted == 0 && self.manuscript.is_at_begin();
        let is_behind = || node.prev_sibling().is_some_and(|n| n.value().is_element());
        let rest = text.strip_prefix(". ").filter(|_| is_first && is_behind());
        rest.filter(|rest| !rest.starts_with('.')).unwrap_or(text)
    }

    /// Text follows: the sections that wait for it begin.
    fn begin_text(&mut self) {
        if self.manuscript.paragraph().is_empty() {
            self.begin_sections();
        }
    }

    /// Writes the letter of a picture, if the text goes on from it.
    fn begin_with_initial(&mut self, text: &str) {
        let is_first = self.heading.is_none() && self.manuscript.is_at_begin();
        if let Some(initial) = self.initial.take().filter(|_| is_first) {
            self.manuscript.push(&initial.before(text));
        }
    }

    /// Writes the sign that is not shown, if two numbers would be one without it.
    fn part_numbers(&mut self, next: &str) {
        let sign = self.unseen.take();
        let between = |sign| spoken::sign_if_needed(self.manuscript.paragraph(), sign, next);
        self.part(sign.and_then(between));
    }

    fn part(&mut self, sign: Option<&str>) {
        match sign {
            Some(" ") => self.manuscript.space(),
            Some(sign) => self.manuscript.push(sign),
            None => {}
        }
    }

    /// What an element is written as a whole, instead of its content.
    fn replacement(&self, node: NodeRef, element: &Element) -> Option<String> {
        let written = self.manuscript.paragraph();
        if element.name() == "sup" {
            let is_first = self.manuscript.is_at_begin();
            return formula::render_superscript(node, if is_first { "" } else { written });
        }
        if let Some(mark) = lists::written_mark(node, element) {
            return Some(mark);
        }
        if !formula::is_formula(element) {
            return None;
        }

        // One and a half is not eleven halves.
        let is_digit = |c: char| c.is_ascii_digit();
        let line = formula::render_formula(node);
        let meets = written.ends_with(is_digit) && line.starts_with(is_digit);
        Some(if meets { format!(" {line}") } else { line })
    }

    fn line_break(&mut self) {
        let written = self.manuscript.paragraph().trim_end_matches('\u{a0}');
        let is_flow = self.heading.is_none() && self.line.is_none() && self.preformatted == 0;

        // Two in a row are how many pages part their paragraphs.
        if is_flow && written.ends_with('\n') {
            self.manuscript.end_block();
        } else {
            self.manuscript.line_break();
        }
    }

    fn open(&mut self, node: NodeRef, element: &Element) {
        if element.name() == "br" {
            return self.line_break();
        }
        if element.name() == "img" && self.manuscript.is_at_begin() && self.preformatted == 0 {
            self.initial = Initial::of(element.attr("alt").unwrap_or_default());
        }

        self.part_neighbours(node);
        let written = self.manuscript.paragraph();
        self.part(spoken::sign_before_half(node, element, written));

        if self.heading.is_some() || self.line.is_some() {
            // A block inside does not end the line, but neither do its words run together.
            if element::is_block(element) || element::heading_level(element).is_some() {
                self.manuscript.space();
            }
            return;
        }

        if let Some(level) = element::heading_or_group_level(node, element, self.is_book) {
            self.manuscript.end_block();
            self.begin_sections();
            // What a box is called is no chapter beside the one that it stands in.
            let around = self.boxes.last().and_then(|(_, headings)| headings.last());
            let level = around.map_or(level, |(around, _)| level.max(around.saturating_add(1)));
            self.heading = Some((node.id(), level));
            return;
        }

        match element.name() {
            "ol" | "ul" | "menu" => self.lists.push(List::new(node, element, self.styles)),
            "pre" => self.preformatted += 1,
            _ if asides::is_box(element) => {
                self.manuscript.end_block();
                self.boxes.push((node.id(), self.manuscript.headings()));
            }
            "table" => self.manuscript.end_table(),
            "tr" => self.begin_row(node, element),
            _ if element::is_line(node, element) => self.line = Some(node.id()),
            _ => {}
        }

        match element.name() {
            "li" => self.item(node, element),
            _ if element::is_block(element) => self.manuscript.begin_block(),
            _ => {}
        }
    }

    fn begin_row(&mut self, node: NodeRef, element: &Element) {
        let is_line = element::is_line(node, element);
        self.line = is_line.then(|| node.id());
        self.row = match tables::is_head(node) {
            true => Some(Row::Head),
            false => is_line.then_some(Row::Body),
        };
    }

    /// Parts words from those before it, if the page shows them apart.
    fn part_neighbours(&mut self, node: NodeRef) {
        let written = self.manuscript.paragraph();
        let is_line = self.heading.is_some() || self.line.is_some();
        let apart = Some(written).filter(|_| self.preformatted == 0);
        let apart = apart.and_then(|written| find_apart(node, self.styles, written));
        match apart {
            Some(Apart::Line) if !is_line => self.manuscript.line_break(),
            Some(_) if !written.ends_with(is_unspaced) => self.manuscript.space(),
            _ => {}
        }
    }

    fn item(&mut self, node: NodeRef, element: &Element) {
        self.manuscript.end_block();
        self.begin_sections();
        let list = self.lists.last_mut();
        let mut unlisted = List::none();
        let mark = list
            .unwrap_or(&mut unlisted)
            .mark(node, element, self.styles);
        if !mark.is_empty() {
            self.manuscript.begin_item(&mark);
        }
    }

    fn end_heading(&mut self, id: NodeId, level: u8) {
        match self.plan.headings.get(&id) {
            None => self.manuscript.end_heading(level),
            Some(Heading::Begins(level, None)) => self.manuscript.end_heading(*level),
            Some(Heading::Begins(level, Some(title))) => {
                self.manuscript.end_heading_as(*level, title.clone());
            }
            Some(Heading::GoesOn) => self.manuscript.end_line_of_heading(),
        }
    }

    /// Begins the sections that wait for a paragraph.
    fn begin_sections(&mut self) {
        for (level, title) in self.sections.drain(..) {
            self.manuscript.begin_section(level, &title);
            self.announced = comparable_letters(&title);
        }
    }

    /// Ends a block. One that only repeats the title of its section, or a part of it, is its
    /// heading.
    fn end_block(&mut self) {
        let written = match self.announced.as_str() {
            "" => String::new(),
            _ => comparable_letters(self.manuscript.paragraph()),
        };
        if written.is_empty() {
            return self.end_written();
        }

        if let Some(rest) = self.announced.strip_prefix(&written) {
            self.announced = rest.to_owned();
            self.manuscript.end_line_of_heading();
        } else {
            self.announced.clear();
            self.end_written();
        }
    }

    fn end_written(&mut self) {
        match self.row {
            Some(row) => self.manuscript.end_row(row),
            None => self.manuscript.end_block(),
        }
    }

    fn close(&mut self, node: NodeRef, element: &Element) {
        if let Some((_, level)) = self.heading.take_if(|(id, _)| *id == node.id()) {
            return self.end_heading(node.id(), level);
        }
        self.line.take_if(|id| *id == node.id());

        match element.name() {
            // `open` counted nothing inside a line, so nothing is taken back.
            _ if self.heading.is_some() || self.line.is_some() => {
                if matches!(element.name(), "td" | "th") {
                    self.manuscript.space();
                }
                return;
            }
            "ol" | "ul" | "menu" => drop(self.lists.pop()),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "td" | "th" => self.end_block(),
            _ => {}
        }

        if element::is_block(element) {
            self.end_block();
        }
        match element.name() {
            "tr" => self.row = None,
            "table" => self.manuscript.end_table(),
            _ => {}
        }
        // What follows a box stands under no heading of it.
        if let Some((_, headings)) = self.boxes.pop_if(|(id, _)| *id == node.id()) {
            self.manuscript.go_back_to(headings);
        }
    }
}
