//! Footnotes and endnotes, written where a reader looks for them: a footnote after the paragraph
//! that refers to it, endnotes after everything else.
//!
//! The mark in the sentence is left out, since it is no part of it. The note itself begins with its
//! number in brackets, which tells it apart from the text around it.

use std::collections::HashMap;

use super::paragraph::{Paragraph, Reference, Story};
use crate::corpus::list_numbers::render_number;
use crate::corpus::manuscript::Manuscript;
use crate::corpus::xml::{attribute, for_each_tag, number_attribute};

/// How the notes of a story are counted.
#[derive(Debug, Clone)]
struct Count {
    format: String,
    next: u32,
}

/// The notes of a document while it is written.
#[derive(Debug)]
pub struct Notes {
    feet: HashMap<String, Vec<Paragraph>>,
    ends: HashMap<String, Vec<Paragraph>>,
    counts: [Count; 2],
    /// Endnotes that have been referred to, with their numbers.
    waiting: Vec<(Option<String>, Vec<Paragraph>)>,
}

impl Notes {
    /// The notes of each story, and what the parts of the document say of their numbers.
    pub fn new(
        feet: HashMap<String, Vec<Paragraph>>,
        ends: HashMap<String, Vec<Paragraph>>,
        parts: &[&str],
    ) -> Notes {
        let usual = |format: &str| Count {
            format: format.to_owned(),
            next: 1,
        };
        let mut counts = [usual("decimal"), usual("lowerRoman")];
        for xml in parts {
            read_counts(xml, &mut counts);
        }

        Notes {
            feet,
            ends,
            counts,
            waiting: Vec::new(),
        }
    }

    /// Writes the footnotes that a paragraph refers to, and remembers its endnotes.
    pub fn write(&mut self, references: Vec<Reference>, manuscript: &mut Manuscript) {
        for reference in references {
            // A note is printed once, however often it is referred to.
            let notes = match reference.story {
                Story::Foot => self.feet.remove(&reference.id),
                Story::End => self.ends.remove(&reference.id),
            };
            let Some(note) = notes else { continue };

            let count = &mut self.counts[reference.story as usize];
            let number = (!reference.has_own_mark).then(|| count.take());
            match reference.story {
                Story::Foot => write_note(number, &note, manuscript),
                Story::End => self.waiting.push((number, note)),
            }
        }
    }

    /// Writes the endnotes; they stand under no heading but one of their own.
    pub fn finish(self, manuscript: &mut Manuscript) {
        if !self.waiting.is_empty() {
            manuscript.end_sections();
        }
        for (number, note) in self.waiting {
            write_note(number, &note, manuscript);
        }
    }
}

impl Count {
    fn take(&mut self) -> String {
        let number = render_number(self.next, &self.format);
        self.next = self.next.saturating_add(1);
        number
    }
}

fn write_note(number: Option<String>, note: &[Paragraph], manuscript: &mut Manuscript) {
    let mut number = number.map(|number| format!("[{number}] "));
    for paragraph in note.iter().filter(|p| !p.text.trim().is_empty()) {
        manuscript.end_block();
        manuscript.push(&number.take().unwrap_or_default());
        manuscript.push(&paragraph.mark);
        manuscript.push(paragraph.text.trim_start());
        manuscript.end_block();
    }
}

/// What `footnotePr` and `endnotePr` say; the settings say it for the whole, a section for itself.
fn read_counts(xml: &str, counts: &mut [Count; 2]) {
    let mut story = None;
    for_each_tag(xml, |name, tag| match (name, story) {
        ("footnotePr", _) => story = Some(Story::Foot),
        ("endnotePr", _) => story = Some(Story::End),
        ("numFmt", Some(story)) => {
            counts[story as usize].format = attribute(tag, "val").unwrap_or_default();
        }
        ("numStart", Some(story)) => {
            counts[story as usize].next = number_attribute(tag, "val").unwrap_or(1);
        }
        ("pos" | "numRestart", _) => {}
        _ => story = None,
    });
}
