//! `word/document.xml` -> paragraphs in reading order.

use std::collections::HashMap;

use anyhow::{Result, anyhow};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::styles::Styles;
use super::xml::{attribute, is_on, reference};
use crate::corpus::manuscript::SOFT_HYPHEN;

/// A paragraph as it is read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    pub kind: Kind,
    /// What stands before an item of a list.
    pub mark: Option<String>,
}

/// What a paragraph is to the outline of the document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Text,
    Title,
    /// A heading, with its level from 1 to 9.
    Heading(u8),
}

/// The main part as it is read: its paragraphs, and what they tell of their language.
pub struct Body {
    pub paragraphs: Vec<Paragraph>,
    /// The language of most of its letters.
    pub language: Option<String>,
}

/// Reads the main part of a document.
///
/// # Errors
/// When it is not well-formed.
pub fn read(xml: &str, styles: &Styles) -> Result<Body> {
    let mut reader = Reader::from_str(xml);
    let mut scribe = Scribe::new(styles);

    loop {
        let position = reader.buffer_position();
        let damaged =
            |e| anyhow!("is damaged at byte {position} of its text ({e}); save it anew as .docx");

        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) => scribe.open(&tag),
            Event::Empty(tag) => {
                scribe.open(&tag);
                scribe.close(tag.local_name().as_ref());
            }
            Event::End(tag) => scribe.close(tag.local_name().as_ref()),
            Event::Text(text) => scribe.text(&text.xml10_content()),
            Event::CData(text) => scribe.text(&text.xml10_content()),
            Event::GeneralRef(entity) => scribe.text(&reference(&entity).unwrap_or_default()),
            Event::Eof => break,
            _ => {}
        }
    }

    Ok(scribe.finish())
}

/// A paragraph that is being read, and what its properties say.
#[derive(Default)]
struct Draft {
    text: String,
    style: String,
    outline: Option<u8>,
    list: Option<String>,
    list_level: u8,
    /// Text boxes anchored in it; they are read after it.
    boxes: Vec<Paragraph>,
}

/// Where in a field a run stands.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Instruction,
    Result,
}

struct Scribe<'a> {
    styles: &'a Styles,
    paragraphs: Vec<Paragraph>,
    /// Open paragraphs: one in a text box stands inside another.
    drafts: Vec<Draft>,
    /// Cells of the open row of a table.
    row: Option<Vec<Vec<Paragraph>>>,
    /// How many tables are open; only the rows of the outermost are lines.
    tables: usize,
    /// How many elements are open since one that is left out.
    left_out: usize,
    in_text: bool,
    /// How many elements of properties are open; nothing in them is text.
    in_properties: usize,
    hidden_run: bool,
    /// The run's own languages: for Western, East Asian and right-to-left letters.
    languages: [Option<String>; 3],
    /// Open fields, the innermost last.
    fields: Vec<Field>,
    /// The last number given at each level of each list.
    numbers: HashMap<(String, u8), u32>,
    /// How many letters are marked as each language.
    letters: HashMap<String, usize>,
}

impl<'a> Scribe<'a> {
    fn new(styles: &'a Styles) -> Scribe<'a> {
        Scribe {
            styles,
            paragraphs: Vec::new(),
            drafts: Vec::new(),
            row: None,
            tables: 0,
            left_out: 0,
            in_text: false,
            in_properties: 0,
            hidden_run: false,
            languages: [const { None }; 3],
            fields: Vec::new(),
            numbers: HashMap::new(),
            letters: HashMap::new(),
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        let name = tag.local_name();
        let name = name.as_ref();

        // Fallbacks repeat what stands beside them; what was moved stands where it went.
        if self.left_out > 0
            || matches!(
                name,
                "Fallback" | "moveFrom" | "del" | "rt" | "pPrChange" | "rPrChange"
            )
        {
            self.left_out += 1;
            return;
        }

        match name {
            "p" => self.drafts.push(Draft::default()),
            "pPr" | "rPr" => self.in_properties += 1,
            // The properties of a paragraph's mark, which come before, say nothing of its runs.
            "r" => {
                self.hidden_run = false;
                self.languages = [const { None }; 3];
            }
            "t" => self.in_text = true,
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 && self.drafts.is_empty() => self.row = Some(Vec::new()),
            "tc" if self.tables == 1 => self.row.iter_mut().for_each(|row| row.push(Vec::new())),
            _ if self.in_properties > 0 => self.property(name, tag),
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "fldChar" => self.field(attribute(tag, "fldCharType").as_deref()),
            _ => {}
        }
    }

    fn property(&mut self, name: &str, tag: &BytesStart) {
        if name == "vanish" {
            self.hidden_run = is_on(tag);
        }
        if name == "lang" {
            self.languages = ["val", "eastAsia", "bidi"].map(|script| attribute(tag, script));
        }

        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        let Some(value) = attribute(tag, "val") else {
            return;
        };
        match name {
            "pStyle" => draft.style = value,
            "outlineLvl" => draft.outline = value.parse().ok(),
            "numId" => draft.list = Some(value),
            "ilvl" => draft.list_level = value.parse().unwrap_or(0),
            _ => {}
        }
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(Field::Instruction),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = Field::Result;
                }
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }

        match name {
            "p" => self.end_paragraph(),
            "pPr" | "rPr" => self.in_properties = self.in_properties.saturating_sub(1),
            "t" => self.in_text = false,
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "tr" if self.tables == 1 && self.drafts.is_empty() => self.end_row(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.left_out == 0 {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden_run || self.fields.contains(&Field::Instruction) {
            return;
        }
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };

        for c in text.chars().filter(|c| *c != SOFT_HYPHEN) {
            draft.text.push(c);

            let script = match c {
                '\u{590}'..='\u{8ff}' => 2,
                '\u{2e80}'.. => 1,
                _ => 0,
            };
            // The default language of the styles is that of the first script only.
            let default = self.styles.language.as_ref().filter(|_| script == 0);
            let language = self.languages[script].as_ref().or(default);

            if let Some(language) = language.filter(|_| c.is_alphabetic()) {
                // Not `entry`, which would copy the language for every letter.
                match self.letters.get_mut(language) {
                    Some(letters) => *letters += 1,
                    None => drop(self.letters.insert(language.clone(), 1)),
                }
            }
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut draft) = self.drafts.pop() else {
            return;
        };
        let boxes = std::mem::take(&mut draft.boxes);
        let paragraph = self.finished(draft);

        for paragraph in paragraph.into_iter().chain(boxes) {
            let outer = self.drafts.last_mut();
            let cell = self.row.as_mut().and_then(|row| row.last_mut());
            match (outer, cell) {
                (Some(outer), _) => outer.boxes.push(paragraph),
                (None, Some(cell)) => cell.push(paragraph),
                (None, None) => self.paragraphs.push(paragraph),
            }
        }
    }

    /// A paragraph with its kind and mark; `None` if there is nothing to read in it.
    fn finished(&mut self, draft: Draft) -> Option<Paragraph> {
        if draft.text.trim().is_empty() || self.styles.is_contents(&draft.style) {
            return None;
        }

        let level = match draft.outline {
            // Counted from 0; a level past the ninth is that of the body.
            Some(level) => Some(level.saturating_add(1)).filter(|level| *level <= 9),
            None => self.styles.heading(&draft.style),
        };
        let kind = match level {
            _ if self.styles.is_title(&draft.style) => Kind::Title,
            Some(level) => Kind::Heading(level),
            None => Kind::Text,
        };

        // A list may number headings too, but no mark is written before them.
        let list = draft
            .list
            .or_else(|| self.styles.list(&draft.style))
            .filter(|_| kind == Kind::Text);
        let mark = list.and_then(|list| self.mark(&list, draft.list_level));

        Some(Paragraph {
            text: draft.text,
            kind,
            mark,
        })
    }

    fn mark(&mut self, list: &str, level: u8) -> Option<String> {
        match self.styles.format(list, level)? {
            "none" => None,
            "bullet" => Some("•".to_owned()),
            _ => {
                let number = self
                    .numbers
                    .get(&(list.to_owned(), level))
                    .map_or(1, |last| last + 1);
                // An item begins the levels below it again at 1.
                self.numbers
                    .retain(|(other, deeper), _| other != list || *deeper <= level);
                self.numbers.insert((list.to_owned(), level), number);
                Some(format!("{number}."))
            }
        }
    }

    /// A row whose cells hold one paragraph each is one line, as in the other formats.
    fn end_row(&mut self) {
        let cells = self.row.take().unwrap_or_default();
        if cells.iter().any(|cell| cell.len() > 1) {
            return self.paragraphs.extend(cells.into_iter().flatten());
        }

        let texts: Vec<String> = cells
            .into_iter()
            .flatten()
            .map(|p| p.text.trim().to_owned())
            .collect();

        if !texts.is_empty() {
            self.paragraphs.push(Paragraph {
                text: texts.join(" "),
                ..Paragraph::default()
            });
        }
    }

    fn finish(mut self) -> Body {
        self.end_row();

        // By name where the numbers are equal, so that the same file is always read the same.
        let mut letters: Vec<(String, usize)> = self.letters.into_iter().collect();
        letters.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let language = letters.into_iter().next().map(|(language, _)| language);

        Body {
            paragraphs: self.paragraphs,
            language,
        }
    }
}
