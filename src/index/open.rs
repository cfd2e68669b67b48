//! What is left of a library in which some documents end before their time.
//!
//! The decision that is not obvious: it is still the same library with the same numbers, so that
//! all that was kept of it, such as the ids of buttons, stays right. Its documents say that they
//! are shorter than they are stored; whoever asks for a passage or sentence behind their end gets
//! an error instead, and postings leave such passages out.

use std::ops::Range;

use crate::ids::{DocumentId, PassageId};
use crate::index::manifest::{Behind, DocumentInfo};

/// The documents as far as they can be read.
#[derive(Debug, Clone, Default)]
pub struct Open {
    pub documents: Vec<DocumentInfo>,
    /// Passages that cannot be read.
    pub hidden: Vec<Range<PassageId>>,
    /// Rows of their sentences.
    rows: Vec<Range<u32>>,
}

impl Open {
    /// All of the documents.
    pub fn all(documents: &[DocumentInfo]) -> Open {
        Open {
            documents: documents.to_vec(),
            ..Open::default()
        }
    }

    /// Whether a row of the sentence table can be read.
    pub fn has_row(&self, row: u32) -> bool {
        !self.rows.iter().any(|hidden| hidden.contains(&row))
    }

    /// Ends a document, unless it ends earlier already.
    pub fn end(&mut self, document: DocumentId, end: &End) {
        let Some(info) = self.documents.get_mut(document.index()) else {
            return;
        };
        if end.byte as u64 >= info.text.end - info.text.start {
            return;
        }
        self.hidden.push(end.passage..info.passages.end);
        self.rows.push(end.row..info.sentences.end);
        *info = cut_document_info(info, end);
    }
}

/// Where a document ends: the first of each that is behind its end.
#[derive(Debug, Clone, Copy)]
pub struct End {
    pub section: usize,
    pub passage: PassageId,
    pub row: u32,
    pub byte: usize,
    /// The number of the last chapter before it.
    pub after_chapter: u32,
}

fn cut_document_info(info: &DocumentInfo, end: &End) -> DocumentInfo {
    let text = info.text.start..info.text.start + end.byte as u64;
    let behind = Behind {
        passages: info.behind.passages + (info.passages.end - end.passage),
        bytes: info.behind.bytes + (info.text.end - text.end),
        after_chapter: end.after_chapter,
    };

    let pages = info.pages.iter().copied();
    let pages: Vec<usize> = pages.filter(|at| *at < end.byte).collect();
    let unread = info.unread.iter().copied();
    let tables = info.tables.iter().cloned();
    DocumentInfo {
        passages: info.passages.start..end.passage,
        sentences: info.sentences.start..end.row,
        sections: info.sections[..end.section].to_vec(),
        unread: unread
            .filter(|page| *page as usize <= pages.len())
            .collect(),
        pages,
        tables: tables.filter(|table| table.end <= end.byte).collect(),
        text,
        behind,
        ..info.clone()
    }
}
