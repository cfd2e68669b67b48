//! Between what a button remembers and the library: names to documents, fingerprints to sentences.

use std::ops::Range;

use anyhow::Result;

use crate::ids::{DocumentId, PassageId};
use crate::index::{PassageInfo, Scope};
use crate::render::discord::passage::Stretch;
use crate::render::discord::quote::Piece;
use crate::reply::memory::state::{Match, OnShow, Print, State, Within};
use crate::sentence::{Cut, Sentence};
use crate::servers::View;

/// From so many words on, a sentence tells one text from others.
const TELLING: usize = 4;
/// Most sentences that stand out.
const MOST: usize = 15;

/// How a button remembers what was asked; `None` for the whole library.
///
/// # Errors
/// When the scope is not of this library.
pub fn remember_scope(library: &View, scope: Scope) -> Result<Option<Within>> {
    Ok(match scope {
        Scope::Library => None,
        Scope::Folder(folder) => Some(Within::of(&library.folder(folder)?.name())),
        Scope::Document(document) => Some(Within::of(&library.document(document)?.path)),
    })
}

/// What a question was asked of; `None` when that is gone.
pub fn find_scope(library: &View, within: Option<Within>) -> Option<Scope> {
    let Some(within) = within else {
        return Some(Scope::Library);
    };

    if let Some(document) = find_documents(library, within).next() {
        return Some(Scope::Document(document));
    }
    let folder = library
        .folders()
        .iter()
        .position(|folder| Within::of(&folder.name()) == within);
    folder.map(|id| Scope::Folder(id as u32))
}

/// The documents of this name: as good as always one.
fn find_documents(library: &View, name: Within) -> impl Iterator<Item = DocumentId> {
    let all = library.documents_with_ids();
    all.filter(move |(_, info)| Within::of(&info.path) == name)
        .map(|(id, _)| id)
}

/// The same state with the names that documents have now which were renamed.
pub fn follow_renamed(library: &View, mut state: State) -> State {
    let on_show = (state.view.document, state.view.first, state.view.print);
    let matched = state.matches.iter();
    let places: Vec<_> = matched
        .map(|one| (one.document, one.passage, one.print))
        .chain([on_show])
        .collect();

    for (former, hint, print) in places {
        if let Some(now) = find_new_name(library, former, hint, print) {
            let names = state.matches.iter_mut().map(|one| &mut one.document);
            let names = names.chain([&mut state.view.document]);
            for name in names
                .chain(&mut state.within)
                .filter(|name| **name == former)
            {
                *name = now;
            }
        }
    }
    state
}

/// The name of the only document that has a sentence in the very passage where it stood in one
/// whose name nothing has any more. Short sentences, such as headings, are in many.
fn find_new_name(library: &View, former: Within, hint: u32, print: Print) -> Option<Within> {
    // Of a list nothing may be on show, and to look into all texts takes time.
    let is_there = || find_documents(library, former).next().is_some();
    if former == Within::default() || is_there() {
        return None;
    }

    let has_sentence = |document: DocumentId| {
        let (row, _) = find_in_same_passage(library, document, hint, print)?;
        let text = library.full_text(document).ok()?;
        let sentence = text.get(library.sentence(row).ok()?.range)?;
        (sentence.split_whitespace().count() >= TELLING).then_some(())
    };
    let all = library.documents_with_ids();
    let mut found = all.filter(|(document, _)| has_sentence(*document).is_some());
    let (_, only) = found.next()?;
    found.next().is_none().then(|| Within::of(&only.path))
}

/// Where a sentence stands now that stood in passage `hint` of a document: its row and its passage.
/// `None` when it is gone.
fn find_sentence_again(
    library: &View,
    name: Within,
    hint: u32,
    print: Print,
) -> Option<(u32, PassageId)> {
    find_documents(library, name).find_map(|document| {
        let info = library.document(document).ok()?;
        if let Some(found) = find_in_same_passage(library, document, hint, print) {
            return Some(found);
        }

        // The same words may stand in several places; the nearest is where they were.
        let text = library.full_text(document).ok()?;
        let is_it = |row: &u32| is_same_sentence(library, text, *row, print);
        let hinted = info.passages.start.saturating_add(hint);
        let all = info.sentences.clone().filter(is_it);
        let placed = all.filter_map(|row| {
            let passage = library.first_where(info.passages.clone(), |p| p.sentences.end > row);
            Some((row, passage.ok()??))
        });
        placed.min_by_key(|(_, passage)| passage.0.abs_diff(hinted.0))
    })
}

/// The same in the very passage where it stood.
fn find_in_same_passage(
    library: &View,
    document: DocumentId,
    hint: u32,
    print: Print,
) -> Option<(u32, PassageId)> {
    let info = library.document(document).ok()?;
    let text = library.full_text(document).ok()?;
    let hinted = info.passages.start.saturating_add(hint);
    if !info.passages.contains(&hinted) {
        return None;
    }

    let mut rows = library.passage(hinted).ok()?.sentences.clone();
    let row = rows.find(|row| is_same_sentence(library, text, *row, print))?;
    Some((row, hinted))
}

fn is_same_sentence(library: &View, text: &str, row: u32, print: Print) -> bool {
    let sentence = library.sentence(row).map(|sentence| sentence.range);
    sentence.is_ok_and(|range| text.get(range).is_some_and(|s| Print::of(s) == print))
}

/// Whether a sentence can only be the one that was meant: all of its document can be read, or it
/// stands in the very passage where it stood. The same words may be open elsewhere in a document
/// that ends early.
pub fn is_certain(library: &View, name: Within, hint: u32, print: Print) -> bool {
    find_documents(library, name).any(|document| {
        let info = library.document(document);
        let is_whole = info.is_ok_and(|info| info.behind.bytes == 0);
        is_whole || find_in_same_passage(library, document, hint, print).is_some()
    })
}

/// The passages of a view, if they are still there; those past the document's end are left out.
pub fn find_stretch(library: &View, view: OnShow) -> Option<Stretch> {
    let (_, first) = find_sentence_again(library, view.document, view.first, view.print)?;
    let document = library.passage(first).ok()?.span.document;
    let all = library.document(document).ok()?.passages.clone();

    let end = first.saturating_add(view.count.into()).min(all.end);
    (first < end).then(|| Stretch {
        document,
        passages: first..end,
        bold: Vec::new(),
    })
}

/// The view that shows a passage and nothing around it.
///
/// # Errors
/// When the passage is not of this library.
pub fn view_of(library: &View, passage: &PassageInfo) -> Result<OnShow> {
    let one = match_of(
        library,
        passage,
        passage.sentences.start..passage.sentences.start,
    )?;

    Ok(OnShow {
        document: one.document,
        first: one.passage,
        print: one.print,
        count: 1,
        ..OnShow::default()
    })
}

/// How some sentences of a passage, by their rows, are remembered.
///
/// # Errors
/// When they are not of this library.
pub fn match_of(library: &View, passage: &PassageInfo, rows: Range<u32>) -> Result<Match> {
    let info = library.document(passage.span.document)?;
    let text = library.full_text(passage.span.document)?;
    let first = library.sentence(rows.start)?.range;

    Ok(Match {
        document: Within::of(&info.path),
        passage: passage.id - info.passages.start,
        print: Print::of(text.get(first).unwrap_or_default()),
        sentences: rows.len().min(MOST) as u8,
    })
}

/// A match as it stands in the library now.
#[derive(Debug, Clone)]
pub struct Located {
    pub passage: PassageId,
    /// Rows of the sentences that stand out.
    pub rows: Range<u32>,
}

/// Finds a match again; `None` when its first sentence is gone.
pub fn locate_match(library: &View, one: &Match) -> Option<Located> {
    let (row, passage) = find_sentence_again(library, one.document, one.passage, one.print)?;
    let document = library.passage(passage).ok()?.span.document;
    let end = library.document(document).ok()?.sentences.end;
    Some(Located {
        passage,
        rows: row..row.saturating_add(one.sentences.into()).min(end),
    })
}

impl Located {
    /// Bytes of the sentences in their document, empty without any.
    ///
    /// # Errors
    /// When they are not of this library.
    pub fn range(&self, library: &View) -> Result<Range<usize>> {
        if self.rows.is_empty() {
            let start = library.passage(self.passage)?.span.start;
            return Ok(start..start);
        }
        let first = library.sentence(self.rows.start)?.range.start;
        Ok(first..library.sentence(self.rows.end - 1)?.range.end)
    }

    /// The sentences.
    ///
    /// # Errors
    /// When they are not of this library.
    pub fn sentences(&self, library: &View) -> Result<Vec<Sentence>> {
        let rows = self.rows.clone();
        rows.map(|row| library.sentence(row)).collect()
    }

    /// Bytes of the sentences that stand out in a stretch, if they are on show there.
    pub fn bold(&self, library: &View, stretch: &Stretch) -> Option<Range<usize>> {
        let on_show = stretch.passages.contains(&self.passage);
        self.range(library)
            .ok()
            .filter(|range| on_show && !range.is_empty())
    }
}

/// Rows of the sentences of a passage that `bytes` touch.
///
/// # Errors
/// When the passage is not of this library.
pub fn rows_of_bytes(
    library: &View,
    passage: &PassageInfo,
    bytes: Range<usize>,
) -> Result<Range<u32>> {
    let mut touched: Option<Range<u32>> = None;
    for row in passage.sentences.clone() {
        let sentence = library.sentence(row)?.range;
        if sentence.start < bytes.end && bytes.start < sentence.end {
            let first = touched.map_or(row, |touched| touched.start);
            touched = Some(first..row + 1);
        }
    }

    Ok(touched.unwrap_or(passage.sentences.start..passage.sentences.start))
}

/// The sentences in these rows, or the first of them alone, as a piece of their document.
///
/// # Errors
/// When they are not of this library.
pub fn piece_of_rows(library: &View, rows: &Range<u32>) -> Result<Piece> {
    let first = library.sentence(rows.start)?;
    let last = library.sentence(rows.end.max(rows.start + 1) - 1)?;
    Ok(Piece {
        range: first.range.start..last.range.end,
        cut: Cut {
            before: first.cut.before,
            after: last.cut.after,
        },
    })
}
