//! Where a text begins to be read: behind its title page, its contents and its lists of pictures.
//!
//! What is not obvious: what stands before the first chapter is judged as a whole, as there are
//! whole sentences on title pages, too, and a preface or an opening without a heading is to be
//! read.

use anyhow::Result;

use super::counted::numbered_chapters;
use super::heads::collect_heads;
use super::{find_first_passage, is_around};
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::{DocumentInfo, Library, PassageInfo};

/// Of so many of the first passages it is asked whether they stand before the text.
const FRONT: u32 = 60;
/// A paragraph of prose has so many characters, and lines of so many on average.
const PROSE: usize = 80;
const PROSE_LINE: usize = 45;
/// Below a heading, a single sentence of so many words is prose, too.
const SENTENCE: usize = 4;
/// Ends of sentences, perhaps with what closes a quotation.
const ENDS: [char; 11] = ['.', '!', '?', '…', '”', '"', '’', '»', '。', '！', '？'];

/// The passage that a document is read from: the first that belongs to the text itself.
pub fn find_beginning(library: &Library, document: DocumentId) -> Result<PassageId> {
    let info = library.document(document)?;
    let chapter = find_first_chapter(info).unwrap_or(0);
    let text = library.full_text(document)?;
    // Of the passages of a section, all are judged by the whole of it, and once.
    let mut judged: Option<(usize, bool)> = None;
    let mut is_read = |section: usize| {
        let known = judged.filter(|(of, _)| *of == section);
        let judge = || !stands_around(info, section) && !is_front(info, text, section);
        let is_read = known.map_or_else(judge, |(_, is_read)| is_read);
        judged = Some((section, is_read));
        is_read
    };

    for id in info.passages.ids() {
        let passage = library.passage(id)?;
        let is_chapter = passage.section >= chapter && !stands_around(info, passage.section);
        let is_before = passage.section < chapter && is_read(passage.section);
        let is_headed = !info.sections[passage.section].path.is_empty();
        if is_chapter
            || is_before && (is_headed || count_prose_bytes(library.text(passage.span)?, false) > 0)
        {
            return Ok(id);
        }
    }

    let first = find_first_passage(library, document, chapter)?;
    Ok(first.unwrap_or(info.passages.start))
}

/// Where a text begins that has something to be read before its first chapter, with no heading
/// above it, as a preface is printed in many books.
pub fn find_unheaded_opening(library: &Library, document: DocumentId) -> Result<Option<PassageId>> {
    let info = library.document(document)?;
    let first = find_beginning(library, document)?;
    let section = library.passage(first)?.section;
    let is_bare = info.sections[section].path.is_empty();
    let is_before = find_first_chapter(info).is_some_and(|chapter| section < chapter);
    Ok((is_bare && is_before).then_some(first))
}

/// Whether a passage stands before the text itself.
pub fn is_front_matter(library: &Library, passage: &PassageInfo) -> Result<bool> {
    let document = passage.span.document;
    let first = library.document(document)?.passages.start;
    Ok(passage.id - first < FRONT && passage.id < find_beginning(library, document)?)
}

/// The section of the first chapter with a number, or else of the first heading below a text that
/// has none.
fn find_first_chapter(info: &DocumentInfo) -> Option<usize> {
    let numbered = numbered_chapters(info, &collect_heads(info));
    let first = numbered.iter().map(|head| head.section).min();
    let is_bare = info
        .sections
        .first()
        .is_some_and(|first| first.path.is_empty());
    first.or_else(|| (is_bare && info.chapters() > 1).then_some(1))
}

fn stands_around(info: &DocumentInfo, section: usize) -> bool {
    let path = info.sections.get(section).map(|section| &section.path);
    path.is_some_and(|path| path.iter().any(|heading| is_around(heading)))
}

/// Whether most of a section before the first chapter is no prose.
fn is_front(info: &DocumentInfo, text: &str, section: usize) -> bool {
    let own = &info.sections[section];
    let text = text.get(own.start..info.start_of(section + 1));
    let text = text.unwrap_or_default();

    let prose = count_prose_bytes(text, !own.path.is_empty());
    let all: usize = text.split_whitespace().map(str::len).sum();
    prose * 2 < all
}

/// Bytes of the words in the paragraphs of a text that are prose.
fn count_prose_bytes(text: &str, is_headed: bool) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty());
    let paragraphs = paragraphs.filter(|lines| is_prose(lines, is_headed));
    let words = paragraphs.flat_map(|lines| lines.iter().flat_map(|line| line.split_whitespace()));
    words.map(str::len).sum()
}

fn is_prose(lines: &[&str], is_headed: bool) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return false;
    };
    let ends = last.trim_end_matches(['_', '*', ')', ' ']).ends_with(ENDS);
    if !ends || first.starts_with('[') {
        return false;
    }

    let length: usize = lines.iter().map(|line| line.chars().count()).sum();
    // Without spaces, a letter is as wide as two.
    let width = if first.contains(' ') {
        length
    } else {
        length * 2
    };
    let is_long = width >= PROSE && width / lines.len() >= PROSE_LINE;
    let words = lines[0].split_whitespace().count();
    is_long || is_headed && lines.len() == 1 && (words >= SENTENCE || !first.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_pages_and_lists_are_no_prose() {
        for text in [
            "By Ada Quill",
            "Copyright 1931 by Ada Quill. All rights reserved.",
            "[Illustration: Three hens stood on the lid of the piano, and the vicar sang to them.]",
            "Sally sings.\nTom leaves.\nThe raft is found.\nThe end. Yours truly.\nOut of the well.\nA letter comes.",
            "WITH ONE HUNDRED AND SEVENTY-FOUR PICTURES BY THE AUTHOR'S SISTER AND HER TWO COUSINS",
        ] {
            assert_eq!(count_prose_bytes(text, false), 0, "{text}");
        }
        for text in [
            "The ferry went at eight, and whoever came late had to walk around the whole of the bay.",
            "The ferry went at eight, and whoever came late had to\nwalk around the whole of the bay, as the smith did.",
        ] {
            assert!(count_prose_bytes(text, false) > 0, "{text}");
        }
        assert!(count_prose_bytes("It rained on them all.", true) > 0);
    }
}
