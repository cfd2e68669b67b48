//! Where a plan stands in a text, and how far its next words go.
//!
//! A plan stands behind a byte of a text, and remembers what was read last by a fingerprint: when
//! the text is edited, that sentence is found again. A portion ends with a sentence, and with a
//! section where one ends near enough.
//!
//! The functions here fail only when the index cannot be read.

use std::ops::Range;

use anyhow::Result;

use crate::fingerprint;
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Library};
use crate::sentence::Sentence;

/// A section may end so much before or behind the number of words that is wanted: one part in this
/// many.
const NEAR: usize = 4;
/// Bytes that are a word, whatever they are.
const LONG: usize = 32;

/// How far a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// Bytes of the text.
    pub byte: u64,
    /// Of the sentence that was read last, as far as it was.
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
    pub fn behind(library: &Library, document: DocumentId, row: u32, byte: usize) -> Result<Stand> {
        Ok(Stand {
            byte: byte as u64,
            print: fingerprint_range(library, document, library.sentence(row)?.range.start..byte)?,
        })
    }

    /// Where a text goes on; one past the last row that is open if nothing does.
    pub fn start(self, library: &Library, document: DocumentId) -> Result<Start> {
        let info = library.document(document)?;
        let rows = info.sentences.clone();
        let byte = usize::try_from(self.byte).unwrap_or(usize::MAX);
        let row = first_row_where(library, &rows, |sentence| sentence.range.end > byte)?;

        // A sentence that fits into no message is posted in pieces.
        if row < rows.end {
            let begun = library.sentence(row)?.range.start..byte;
            if begun.start < byte && fingerprint_range(library, document, begun)? == self.print {
                return Ok(Start { row, byte });
            }
        }

        let is_read = |row: u32| {
            let sentence = library.sentence(row)?.range;
            Ok::<_, anyhow::Error>(fingerprint_range(library, document, sentence)? == self.print)
        };
        if row > rows.start && is_read(row - 1)? {
            return start_of_row(library, &rows, row);
        }

        // What was read is closed again: its words may stand before that, too, but nothing goes on
        // there.
        if row == rows.end && info.behind.bytes > 0 {
            return start_of_row(library, &rows, row);
        }

        find_row_after_edit(library, info, row, byte, is_read)
            .and_then(|row| start_of_row(library, &rows, row))
    }
}

/// Where a text goes on that was edited around a row: behind the nearest sentence that was read
/// last, if it is still there.
fn find_row_after_edit(
    library: &Library,
    info: &DocumentInfo,
    row: u32,
    byte: usize,
    is_read: impl Fn(u32) -> Result<bool>,
) -> Result<u32> {
    let mut nearest: Option<u32> = None;
    for other in info.sentences.clone() {
        let is_nearer = nearest.is_none_or(|best| other.abs_diff(row) < best.abs_diff(row));
        if is_nearer && is_read(other)? {
            nearest = Some(other);
        }
    }
    if let Some(read) = nearest {
        return Ok(read + 1);
    }

    // Better some words twice than others never.
    let around = library.first_where(info.passages.clone(), |p| p.span.end >= byte)?;
    match around {
        Some(passage) => Ok(library.passage(passage)?.sentences.start),
        None => Ok(info.sentences.end),
    }
}

fn start_of_row(library: &Library, rows: &Range<u32>, row: u32) -> Result<Start> {
    let is_there = rows.contains(&row);
    let byte = if is_there {
        library.sentence(row)?.range.start
    } else {
        0
    };
    Ok(Start { row, byte })
}

/// The first of some rows whose sentence something is true of that is true of all behind it.
pub fn first_row_where(
    library: &Library,
    rows: &Range<u32>,
    is_true: impl Fn(&Sentence) -> bool,
) -> Result<u32> {
    let mut low = rows.start;
    let mut high = rows.end;
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

/// The fingerprint of some bytes of a text, whatever white space is between its words: at most 63
/// bits, as they are kept.
fn fingerprint_range(library: &Library, document: DocumentId, bytes: Range<usize>) -> Result<u64> {
    let text = library.full_text(document)?;
    let words = text.get(bytes).unwrap_or_default().split_whitespace();
    let words: Vec<&str> = words.collect();

    let hash = blake3::hash(words.join(" ").as_bytes());
    Ok(fingerprint::to_number(&hash) >> 1)
}

/// The end of the portion of about so many words that begins with a row: a row, or one past the
/// last.
pub fn find_portion_end(
    library: &Library,
    document: DocumentId,
    row: u32,
    words: usize,
) -> Result<u32> {
    let info = library.document(document)?;
    let most = words + words / NEAR;
    let from = library.first_where(info.passages.clone(), |p| p.sentences.end > row)?;

    // Words up to each place where one may stop: the first sentence that is enough, and ends of
    // sections.
    let mut enough = None;
    let mut sections = Vec::new();
    let mut count = 0;
    let mut section = None;
    let rest = from.unwrap_or(info.passages.end)..info.passages.end;
    for id in rest.ids() {
        let passage = library.passage(id)?;
        if section.is_some_and(|section| section != passage.section) {
            sections.push((count, passage.sentences.start));
        }
        section = Some(passage.section);

        for sentence in passage.sentences.start.max(row)..passage.sentences.end {
            count += count_words(library, sentence)?;
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

/// Words of a sentence. What is no word to the index, such as signs and endless strings, counts by
/// its bytes, or a portion might never be full.
fn count_words(library: &Library, sentence: u32) -> Result<usize> {
    let bytes = library.sentence(sentence)?.range.len();
    Ok(library.occurrences(sentence)?.count().max(bytes / LONG))
}

/// The sentences of a portion from where it begins.
pub fn collect_sentences(
    library: &Library,
    document: DocumentId,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::section_after_chapter;
    use crate::index::library_of;

    /// The only one of each library here.
    const TEXT: DocumentId = DocumentId(0);

    fn library(text: &str) -> Library {
        library_of(&[("text.md", text)])
    }

    /// Chapters of so many sentences of five words each.
    fn chapters(sentences: &[usize]) -> String {
        let chapter = |(n, count): (usize, &usize)| {
            let all = (0..*count).map(|k| format!("Word{n}x{k} stands here quite alone. "));
            format!("# Chapter {}\n\n{}\n\n", n + 1, all.collect::<String>())
        };
        sentences.iter().enumerate().map(chapter).collect()
    }

    #[test]
    fn a_portion_ends_with_a_sentence_and_with_a_section_where_one_is_near() {
        for (sentences, words, expected) in [
            (&[40, 40][..], 50, 10),
            (&[40, 40], 51, 11),
            // A section that ends a little before, or a little later.
            (&[9, 40], 50, 9),
            (&[12, 40], 50, 12),
            (&[8, 3, 40], 50, 11),
            (&[7, 40], 50, 10),
            (&[13, 40], 50, 10),
            (&[12], 50, 12),
            (&[3], 50, 3),
            (&[1, 1, 1, 1, 1], 20, 4),
        ] {
            let library = library(&chapters(sentences));
            let rows = library.documents()[0].sentences.clone();
            let end = find_portion_end(&library, TEXT, rows.start, words).unwrap();
            assert_eq!(end - rows.start, expected, "{sentences:?} {words}");
        }
    }

    #[test]
    fn a_text_goes_on_behind_the_sentence_that_was_read_last_also_when_it_is_edited() {
        let text = chapters(&[6, 6]);
        let before = library(&text);
        let rows = before.documents()[0].sentences.clone();
        let row = rows.start + 7;
        let end = before.sentence(row).unwrap().range.end;
        let stand = Stand::behind(&before, TEXT, row, end).unwrap();

        let next = |text: &str| {
            let library = library(text);
            let row = stand.start(&library, TEXT).unwrap().row;
            let range = library.sentence(row).unwrap().range;
            library.full_text(TEXT).unwrap()[range].to_owned()
        };
        let read = "Word1x1 stands here quite alone. ";
        let other = "Word0x5 stands here quite alone. ";
        for (edited, first) in [
            (text.clone(), "Word1x2"),
            (text.replace("Word0x2", "A longer word"), "Word1x2"),
            (format!("{read}\n\n{text}"), "Word1x2"),
            (text.replace(other, ""), "Word1x2"),
            (text.replace(read, ""), "Word1x0"),
            (text.replace("Word1x1", "Something else"), "Word1x0"),
        ] {
            assert!(next(&edited).starts_with(first), "{first}: {edited}");
        }
    }

    #[test]
    fn nothing_goes_on_before_what_was_read_where_that_is_closed_again() {
        // The sentence that was read last stands in the first chapter, too.
        let text = chapters(&[6, 6]).replace("Word1x2", "Word0x2");
        let whole = library(&text);
        let info = &whole.documents()[0];
        let row = info.sentences.start + 8;
        let end = whole.sentence(row).unwrap().range.end;
        let stand = Stand::behind(&whole, TEXT, row, end).unwrap();

        let gated = whole
            .ending_before(&[(TEXT, section_after_chapter(info, 1), 1)])
            .unwrap();
        let open = gated.documents()[0].sentences.end;
        assert_eq!(stand.start(&gated, TEXT).unwrap().row, open);
        assert_eq!(stand.start(&whole, TEXT).unwrap().row, row + 1);
    }

    #[test]
    fn a_sentence_that_was_begun_goes_on_where_it_was_cut() {
        let library = library("One long sentence stands here, and it goes on. Another one.");
        let row = library.documents()[0].sentences.start;
        let stand = Stand::behind(&library, TEXT, row, 30).unwrap();
        let start = stand.start(&library, TEXT).unwrap();
        assert_eq!(start, Start { row, byte: 30 });

        let rest = collect_sentences(&library, TEXT, start, row + 2).unwrap();
        let text = library.full_text(TEXT).unwrap();
        assert_eq!(&text[rest[0].range.clone()], "and it goes on.");
        assert!(rest[0].cut.before && !rest[1].cut.before);
    }
}
