//! Where a finished paragraph is put: after the one that its text box is anchored in, into a cell
//! of the open row, or below the last one.

use quick_xml::events::BytesStart;

use super::super::paragraph::{Draft, Kind, Paragraph};
use super::Scribe;
use crate::corpus::xml::attribute;

impl Scribe<'_> {
    pub fn keep(&mut self, mut draft: Draft) {
        let boxes = std::mem::take(&mut draft.boxes);
        let paragraph = draft.finished(self.styles, &mut self.counters);

        for paragraph in paragraph.into_iter().chain(boxes) {
            self.place(paragraph);
        }
    }

    /// Puts a paragraph where it is printed.
    fn place(&mut self, paragraph: Paragraph) {
        let outer = self.drafts.last_mut();
        let cell = self.row.as_mut().and_then(|row| row.last_mut());
        match (outer, cell) {
            (Some(outer), _) => outer.boxes.push(paragraph),
            (None, Some(cell)) => cell.push(paragraph),
            (None, None) => self.body.paragraphs.push(paragraph),
        }
    }

    /// A file in the archive whose text stands here.
    pub fn take_in(&mut self, tag: &BytesStart) {
        let chunk = |id| Paragraph {
            text: id,
            kind: Kind::Chunk,
            ..Paragraph::default()
        };
        if let Some(chunk) = attribute(tag, "id").map(chunk) {
            self.place(chunk);
        }
    }

    /// A row whose cells hold one paragraph each is one line, as in the other formats; but a
    /// heading stays one.
    pub fn end_row(&mut self) {
        let cells = self.row.take().unwrap_or_default();
        let row = self.table.next_row();
        let is_line = cells.len() > 1
            && cells.iter().all(|cell| cell.len() <= 1)
            && cells.iter().flatten().all(|p| p.kind == Kind::Text);

        let paragraphs: Vec<Paragraph> = cells.into_iter().flatten().collect();
        if is_line && !paragraphs.is_empty() {
            self.body.paragraphs.push(Paragraph::row(paragraphs, row));
        } else {
            self.body.paragraphs.extend(paragraphs);
        }
    }
}
