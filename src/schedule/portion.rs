//! Where a plan stands in a text, and how far its next words go.
//!
//! A plan stands behind a byte of a text, and remembers what was read last by a fingerprint: when the text is edited, that
//! sentence is found again. A portion ends with a sentence, and with a section where one ends near enough.
//!
//! The functions here fail only when the index cannot be read.

use std::ops::Range;

use anyhow::Result;

use crate::index::Library;
use crate::sentence::Sentence;

/// A section may end so much before or behind the number of words that is wanted: one part in this many.
const NEAR: usize = 4;

/// How far a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// Bytes of the text.
    pub byte: u64,
    /// Of the sentence that was read last.
    pub print: u64,
}

/// Where a portion begins: a sentence by its row, and the byte in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    pub row: u32,
    pub byte: usize,
}

impl Stand {
    /// Behind a byte, which the sentence of a row reaches.
    pub fn behind(library: &Library, document: u32, row: u32, byte: usize) -> Result<Stand> {
        Ok(Stand {
            byte: byte as u64,
            print: print(library, document, row)?,
        })
    }

    /// Where a text goes on; one past the last row that is open if nothing does.
    pub fn start(self, library: &Library, document: u32) -> Result<Start> {
        let rows = library.document(document)?.sentences.clone();
        let byte = usize::try_from(self.byte).unwrap_or(usize::MAX);
        let row = first_row(library, &rows, |sentence| sentence.range.end > byte)?;

        let is_read =
            |row: u32| Ok::<_, anyhow::Error>(print(library, document, row)? == self.print);
        // A sentence that fits into no message is posted in pieces.
        if row < rows.end && library.sentence(row)?.range.start < byte && is_read(row)? {
            return Ok(Start { row, byte });
        }
        if row > rows.start && is_read(row - 1)? {
            return whole(library, &rows, row);
        }

        let mut nearest: Option<u32> = None;
        for other in rows.clone() {
            let is_nearer = nearest.is_none_or(|best| other.abs_diff(row) < best.abs_diff(row));
            if is_nearer && is_read(other)? {
                nearest = Some(other);
            }
        }
        whole(library, &rows, nearest.map_or(row, |read| read + 1))
    }
}

fn whole(library: &Library, rows: &Range<u32>, row: u32) -> Result<Start> {
    let is_there = rows.contains(&row);
    let byte = if is_there {
        library.sentence(row)?.range.start
    } else {
        0
    };
    Ok(Start { row, byte })
}

/// The first of some rows whose sentence something is true of that is true of all behind it.
pub fn first_row(
    library: &Library,
    rows: &Range<u32>,
    is_true: impl Fn(&Sentence) -> bool,
) -> Result<u32> {
    let (mut low, mut high) = (rows.start, rows.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_true(&library.sentence(middle)?) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

/// The fingerprint of a sentence, whatever white space is between its words: at most 63 bits, as they are kept.
fn print(library: &Library, document: u32, row: u32) -> Result<u64> {
    let sentence = library.sentence(row)?.range;
    let text = library.full_text(document)?;
    let words: Vec<&str> = text
        .get(sentence)
        .unwrap_or_default()
        .split_whitespace()
        .collect();

    let hash = blake3::hash(words.join(" ").as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    Ok(u64::from_le_bytes(first) >> 1)
}

/// The end of the portion of about so many words that begins with a row: a row, or one past the last.
pub fn end(library: &Library, document: u32, row: u32, words: usize) -> Result<u32> {
    let info = library.document(document)?;
    let most = words + words / NEAR;
    let from = library.first_where(info.passages.clone(), |p| p.sentences.end > row)?;

    // Words up to each place where one may stop: the first sentence that is enough, and ends of sections.
    let (mut enough, mut sections) = (None, Vec::new());
    let (mut count, mut section) = (0, None);
    for id in from.unwrap_or(info.passages.end)..info.passages.end {
        let passage = library.passage(id)?;
        if section.is_some_and(|section| section != passage.section) {
            sections.push((count, passage.sentences.start));
        }
        section = Some(passage.section);

        for sentence in passage.sentences.start.max(row)..passage.sentences.end {
            count += library.occurrences(sentence)?.count();
            if count >= words && enough.is_none() {
                enough = Some(sentence + 1);
            }
        }
        if count > most {
            break;
        }
    }
    if count <= most {
        sections.push((count, info.sentences.end));
    }

    let is_near = |(at, _): &&(usize, u32)| at.abs_diff(words) * NEAR <= words;
    let near = sections.iter().filter(is_near);
    let section = near
        .min_by_key(|(at, _)| at.abs_diff(words))
        .map(|(_, end)| *end);
    Ok(section.or(enough).unwrap_or(info.sentences.end))
}

/// The sentences of a portion from where it begins.
pub fn sentences(
    library: &Library,
    document: u32,
    start: Start,
    end: u32,
) -> Result<Vec<Sentence>> {
    let text = library.full_text(document)?;
    let sentences = (start.row..end).map(|row| library.sentence(row));
    let mut sentences = sentences.collect::<Result<Vec<_>>>()?;

    if let Some(first) = sentences.first_mut()
        && start.byte > first.range.start
    {
        // The white space at a cut is shown in neither piece.
        let rest = text.get(start.byte..first.range.end).unwrap_or_default();
        first.range.start = first.range.end - rest.trim_start().len();
        first.cut.before = true;
    }
    Ok(sentences)
}
