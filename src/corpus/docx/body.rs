//! A part of the document with text, `word/document.xml` or its notes -> paragraphs in reading
//! order.

mod places;
mod tables;

use std::collections::HashMap;

use anyhow::{Result, anyhow};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use tables::Table;

use super::fields::{self, Fields};
use super::languages::Languages;
use super::maths::Formula;
use super::numbering::{Counters, Numbering, PRIVATE};
use super::paragraph::{Draft, Paragraph, Reference, Story};
use super::run::Run;
use super::styles::Styles;
use super::symbols;
use crate::corpus::xml::{attribute, is_on, number_attribute, resolve_reference};

/// What a content control is called that shows a table of contents.
const CONTENTS: &str = "Table of Contents";

/// A part as it is read.
#[derive(Debug, Default)]
pub struct Body {
    pub paragraphs: Vec<Paragraph>,
    /// The paragraphs of each note, by its number in the file.
    pub notes: HashMap<String, Vec<Paragraph>>,
    /// The language of most of its letters.
    pub language: Option<String>,
}

/// Reads a part of a document.
///
/// # Errors
/// When it is not well-formed.
pub fn read_docx_body(xml: &str, styles: &Styles, numbering: &Numbering) -> Result<Body> {
    let mut reader = Reader::from_str(xml);
    let mut scribe = Scribe::new(styles, numbering);

    loop {
        let position = reader.buffer_position();
        let damaged =
            |e| anyhow!("is damaged at byte {position} of its text ({e}); save it again as .docx");

        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) => scribe.open(&tag),
            Event::Empty(tag) => {
                scribe.open(&tag);
                scribe.close(tag.local_name().as_ref());
            }
            Event::End(tag) => scribe.close(tag.local_name().as_ref()),
            Event::Text(text) => scribe.text(&text.xml10_content()),
            Event::CData(text) => scribe.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                scribe.text(&resolve_reference(&entity).unwrap_or_default());
            }
            Event::Eof => break,
            _ => {}
        }
    }

    Ok(scribe.finish())
}

struct Scribe<'a> {
    styles: &'a Styles,
    counters: Counters<'a>,
    languages: Languages,
    body: Body,
    /// Open paragraphs: one in a text box stands inside another.
    drafts: Vec<Draft>,
    /// A paragraph that the next one goes on from.
    unended: Option<Draft>,
    /// Cells of the open row of a table.
    row: Option<Vec<Vec<Paragraph>>>,
    /// How many tables are open; only the rows of the outermost are lines.
    tables: usize,
    /// That one.
    table: Table,
    /// How many elements are open since one that is left out.
    left_out: usize,
    in_text: bool,
    /// How many elements of properties are open; nothing in them is text.
    in_properties: usize,
    run: Run,
    in_instruction: bool,
    fields: Fields,
    /// Open content controls, and whether what each shows is no text.
    controls: Vec<bool>,
    formula: Option<Formula>,
    /// The open note.
    note: Option<String>,
}

impl<'a> Scribe<'a> {
    fn new(styles: &'a Styles, numbering: &'a Numbering) -> Scribe<'a> {
        Scribe {
            styles,
            counters: Counters::new(numbering),
            languages: Languages::new(styles.language.clone()),
            body: Body::default(),
            drafts: Vec::new(),
            unended: None,
            row: None,
            tables: 0,
            table: Table::default(),
            left_out: 0,
            in_text: false,
            in_properties: 0,
            run: Run::default(),
            in_instruction: false,
            fields: Fields::default(),
            controls: Vec::new(),
            formula: None,
            note: None,
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        let name = tag.local_name();
        let name = name.as_ref();

        if self.left_out > 0 || self.is_left_out(name, tag) {
            self.left_out += 1;
            return;
        }
        if let Some(formula) = &mut self.formula {
            formula.open(tag);
        }

        match name {
            "p" => self.begin_paragraph(),
            "pPr" | "rPr" => self.in_properties += 1,
            // The properties of a paragraph's end, which come before, say nothing of its runs.
            "r" => {
                self.run = Run::default();
                self.languages.begin_run();
            }
            "t" => self.in_text = true,
            "instrText" => self.in_instruction = true,
            "tbl" => self.begin_table(),
            "tblStyle" | "tblLook" | "tblHeader" if self.tables == 1 => {
                self.table.property(name, tag, self.styles);
            }
            "tr" if self.tables == 1 && self.drafts.is_empty() => self.row = Some(Vec::new()),
            "tc" if self.tables == 1 => self.row.iter_mut().for_each(|row| row.push(Vec::new())),
            "sdt" => self.controls.push(false),
            "showingPlcHdr" => self.control(is_on(tag)),
            "docPartGallery" => self.control(attribute(tag, "val").as_deref() == Some(CONTENTS)),
            "footnote" | "endnote" if self.drafts.is_empty() => self.note = attribute(tag, "id"),
            "oMath" if self.formula.is_none() => {
                let mut formula = Formula::default();
                formula.open(tag);
                self.formula = Some(formula);
            }
            _ if self.in_properties > 0 => self.property(name, tag),
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "sym" => self.symbol(tag),
            "listEntry" | "checkBox" | "default" | "checked" | "result" => {
                self.fields.fill(name, tag);
            }
            "altChunk" => self.take_in(tag),
            "fldChar" => self.field(&attribute(tag, "fldCharType").unwrap_or_default()),
            "footnoteReference" => self.refer(Story::Foot, tag),
            "endnoteReference" => self.refer(Story::End, tag),
            _ => {}
        }
    }

    /// Whether nothing in an element is printed, or it is printed elsewhere.
    fn is_left_out(&self, name: &str, tag: &BytesStart) -> bool {
        match name {
            // Fallbacks repeat what stands beside them.
            "Fallback" | "rt" | "pPrChange" | "rPrChange" => true,
            // As a property it says so of the end of a paragraph or of a run.
            "moveFrom" | "del" => self.in_properties == 0,
            "sdtContent" => self.controls.last() == Some(&true),
            "fldSimple" => attribute(tag, "instr").is_some_and(|instr| fields::is_list(&instr)),
            _ => false,
        }
    }

    /// Whether the innermost content control shows only what to do with it, or a table of contents.
    fn control(&mut self, shows_no_text: bool) {
        if let Some(control) = self.controls.last_mut() {
            *control |= shows_no_text;
        }
    }

    fn property(&mut self, name: &str, tag: &BytesStart) {
        let of_end = self.in_properties > 1;

        if name == "lang" {
            return self.languages.mark(tag);
        }
        if !of_end {
            self.run.property(name, tag);
        }

        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        match name {
            "vanish" if of_end => draft.hidden_end = Some(is_on(tag)),
            "rStyle" if of_end && draft.hidden_end.is_none() => {
                let hides = attribute(tag, "val").is_some_and(|style| self.styles.hides(&style));
                draft.hidden_end = hides.then_some(true);
            }
            "del" | "moveFrom" if of_end => draft.goes_on = true,
            "framePr" => {
                draft.goes_on |= attribute(tag, "dropCap").is_some_and(|cap| cap != "none");
            }
            "pStyle" => draft.style = attribute(tag, "val").unwrap_or_default(),
            "outlineLvl" => draft.outline = number_attribute(tag, "val"),
            "numId" => draft.list = attribute(tag, "val"),
            "ilvl" => draft.list_level = number_attribute(tag, "val"),
            _ => {}
        }
    }

    fn field(&mut self, mark: &str) {
        let printed = self.fields.mark(mark);
        if !printed.is_empty() && !self.is_hidden() {
            self.fields.print();
            self.push_formula(&printed);
        }
    }

    /// A mark that refers to a note. Its own text, if it has some, follows in the same run and is
    /// no more part of the sentence than a number is.
    fn refer(&mut self, story: Story, tag: &BytesStart) {
        let has_own_mark = attribute(tag, "customMarkFollows").is_some_and(|on| on != "0");
        let is_hidden = self.is_hidden();
        self.run.unprinted |= has_own_mark;

        if let (Some(draft), Some(id), false) =
            (self.drafts.last_mut(), attribute(tag, "id"), is_hidden)
        {
            draft.notes.push(Reference {
                story,
                id,
                has_own_mark,
            });
        }
    }

    fn close(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        if let Some(line) = self.formula.as_mut().and_then(Formula::close) {
            self.formula = None;
            self.push_formula(&line);
        }

        match name {
            "p" => self.end_paragraph(),
            "pPr" | "rPr" => self.in_properties = self.in_properties.saturating_sub(1),
            "t" => self.in_text = false,
            "instrText" => self.in_instruction = false,
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "tr" if self.tables == 1 && self.drafts.is_empty() => self.end_row(),
            "tc" | "txbxContent" => self.end_unended(),
            "sdt" => drop(self.controls.pop()),
            "footnote" | "endnote" => self.end_note(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.left_out > 0 {
            return;
        }
        if self.in_instruction {
            self.fields.instruct(text);
        } else if self.in_text {
            self.push(&symbols::replace_symbols(text, &self.run.font));
        }
    }

    /// Whether nothing of the run is read where it stands.
    fn is_hidden(&self) -> bool {
        let style = self.drafts.last().map_or("", |draft| &draft.style);
        self.fields.hide() || self.run.is_hidden(style, self.styles)
    }

    fn push(&mut self, text: &str) {
        if self.is_hidden() {
            return;
        }
        self.fields.print();
        if let Some(formula) = &mut self.formula {
            return formula.text(text);
        }
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };

        let height = self.run.height(self.styles);
        draft.push(text, self.run.is_raised(self.styles), height);
        text.chars().for_each(|c| self.languages.count(c));
    }

    /// A sign by its number in a font; what is only there is no character.
    fn symbol(&mut self, tag: &BytesStart) {
        let code = attribute(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let font = attribute(tag, "font").unwrap_or_default();
        let plain = |code| char::from_u32(code).filter(|c| !PRIVATE.contains(c));
        if let Some(sign) =
            code.and_then(|code| symbols::find_symbol(&font, code).or_else(|| plain(code)))
        {
            self.push(sign.encode_utf8(&mut [0; 4]));
        }
    }

    /// A number right before a formula that begins with one is a number of its own.
    fn push_formula(&mut self, line: &str) {
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        let is_digit = |c: char| c.is_ascii_digit();
        if draft.text.ends_with(is_digit) && line.starts_with(is_digit) {
            draft.text.push(' ');
        }
        draft.text.push_str(line);
    }

    fn begin_paragraph(&mut self) {
        let before = self.unended.take();
        self.drafts
            .push(before.map_or_else(Draft::default, Draft::continued));
    }

    fn end_paragraph(&mut self) {
        let Some(draft) = self.drafts.pop() else {
            return;
        };

        if draft.goes_on {
            self.unended = Some(draft);
        } else {
            self.keep(draft);
        }
    }

    /// Nothing follows that a paragraph without an end could go on in.
    fn end_unended(&mut self) {
        if let Some(draft) = self.unended.take() {
            self.keep(draft);
        }
    }

    fn end_note(&mut self) {
        self.end_unended();
        let paragraphs = std::mem::take(&mut self.body.paragraphs);
        if let Some(note) = self.note.take() {
            self.body.notes.insert(note, paragraphs);
        }
    }

    fn finish(mut self) -> Body {
        self.end_unended();
        self.end_row();
        self.body.language = self.languages.most();
        self.body
    }
}
