//! Places in a text by their names: headings, numbers of chapters and pages, percentages; and where a chapter ends.
//!
//! The functions here fail only when the index cannot be read.

mod counted;
mod numbering;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::fold;
use crate::index::{DocumentInfo, Library};
use crate::language::Language;
pub use counted::{behind, by_number, chapter, heading};
use numbering::{CHAPTERS, number_of, words};

/// What a page is called.
const PAGES: [&str; 10] = [
    "page", "p", "pp", "pg", "seite", "s", "pagina", "pagine", "sida", "стр",
];
/// Headings of what stands around a text; folded.
const AROUND: [&str; 22] = [
    "contents",
    "table of contents",
    "content",
    "inhalt",
    "inhaltsverzeichnis",
    "sommaire",
    "table des matieres",
    "indice",
    "sumario",
    "inhoud",
    "inhoudsopgave",
    "содержание",
    "оглавление",
    "license",
    "licence",
    "copyright",
    "title page",
    "titelseite",
    "impressum",
    "list of illustrations",
    "illustrations",
    "transcriber's note",
];

/// Whether a heading is that of something that stands around a text.
pub fn is_around(heading: &str) -> bool {
    AROUND.contains(&fold(heading.trim()).as_str())
}

/// The passage of a document that a place in it names; `None` when it names none by number or heading.
pub fn named(library: &Library, document: u32, place: &str) -> Result<Option<u32>> {
    let info = library.document(document)?;
    let place = place.trim();
    if info.passages.is_empty() {
        return Ok(None);
    }

    if let Some(percent) = percent(place) {
        let share = (percent / 100.0).clamp(0.0, 1.0) * info.passages.len() as f64;
        // 100 % is the last passage, not one past it.
        let last = info.passages.len() as u32 - 1;
        return Ok(Some(info.passages.start + (share as u32).min(last)));
    }
    if let Some(page) = page(place, info.language).filter(|_| !info.pages.is_empty()) {
        return page_start(library, info, page);
    }

    let section = match called(info, place) {
        Some(section) => Some(section),
        None => numbered(info, place).or_else(|| holding(info, place)),
    };
    section.map_or(Ok(None), |section| {
        first_passage(library, document, section)
    })
}

/// The passage that a document is read from: the first that is neither its contents nor a licence.
pub fn beginning(library: &Library, document: u32) -> Result<u32> {
    let info = library.document(document)?;
    let stands_around = |section: &usize| {
        let path = info.sections.get(*section).map(|section| &section.path);
        path.is_some_and(|path| path.iter().any(|heading| is_around(heading)))
    };

    for id in info.passages.clone() {
        let passage = library.passage(id)?;
        let is_title = passage.section == 0 && is_title_page(library, info, id)?;
        if !stands_around(&passage.section) && !is_title {
            return Ok(id);
        }
    }
    Ok(info.passages.start)
}

/// Whether a passage before the first heading looks like a title page: short lines that end no sentence.
fn is_title_page(library: &Library, info: &DocumentInfo, id: u32) -> Result<bool> {
    let is_before_headings = info.chapters() > 1 && info.sections[0].path.is_empty();
    let text = library.text(library.passage(id)?.span)?;

    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let is_short = |line: &&&str| {
        line.chars().count() < 50 && !line.trim_end().ends_with(['.', '!', '?', '”', '"'])
    };
    let short = lines.iter().filter(is_short).count();
    Ok(is_before_headings && short * 2 > lines.len())
}

fn percent(place: &str) -> Option<f64> {
    let number = place
        .strip_suffix('%')
        .or_else(|| place.strip_suffix("percent"))
        .or_else(|| place.strip_suffix("per cent"))?;
    number.trim().replace(',', ".").parse().ok()
}

fn page(place: &str, language: Language) -> Option<u32> {
    let words = words(place, language);
    match words.as_slice() {
        [name, number] if PAGES.contains(&name.as_str()) => number.parse().ok(),
        _ => None,
    }
}

fn page_start(library: &Library, info: &DocumentInfo, page: u32) -> Result<Option<u32>> {
    let Some(start) = page.checked_sub(1).and_then(|n| info.pages.get(n as usize)) else {
        return Ok(None);
    };
    library.first_where(info.passages.clone(), |passage| passage.span.end > *start)
}

/// The section with this very heading; of several the longest, as contents name headings, too.
fn called(info: &DocumentInfo, place: &str) -> Option<usize> {
    let wanted = fold(place);
    let is_called = |section: &usize| {
        let heading = info.sections[*section].path.last();
        heading.is_some_and(|heading| fold(heading.trim()) == wanted)
    };
    longest(info, (0..info.sections.len()).filter(is_called))
}

/// The section whose heading holds these words.
fn holding(info: &DocumentInfo, place: &str) -> Option<usize> {
    let wanted = words(place, info.language);
    let holds = |section: &usize| {
        let heading = info.sections[*section].path.last();
        heading.is_some_and(|heading| {
            let there = words(heading, info.language);
            !wanted.is_empty() && there.windows(wanted.len()).any(|window| *window == *wanted)
        })
    };
    (0..info.sections.len()).find(holds)
}

/// The section with this number; where no heading has one, the chapter at this place.
fn numbered(info: &DocumentInfo, place: &str) -> Option<usize> {
    let (part, number) = number_of(place, info.language)?;
    let numbers = info
        .sections
        .iter()
        .enumerate()
        .filter_map(|(at, section)| {
            let (part, number) = number_of(section.path.last()?, info.language)?;
            Some((at, part, number))
        });
    let numbers: Vec<_> = numbers.collect();

    let chapter = |part: Option<usize>| part.is_none_or(|part| part < CHAPTERS);
    let fits = |own: Option<usize>| own == part || chapter(own) && chapter(part);
    let found = numbers
        .iter()
        .filter(|(_, own, n)| *n == number && fits(*own))
        .map(|(at, ..)| *at);
    if let Some(found) = longest(info, found) {
        return Some(found);
    }

    // Only of a text whose chapters are not numbered can a chapter be counted.
    let headed = (0..info.sections.len()).filter(|at| {
        let heading = info.sections[*at].path.last();
        heading.is_some_and(|heading| !is_around(heading))
    });
    let is_counted = numbers.is_empty() && part.is_some_and(|part| part < CHAPTERS);
    is_counted.then(|| headed.into_iter().nth(number.checked_sub(1)? as usize))?
}

/// Of some sections the one with most text.
fn longest(info: &DocumentInfo, sections: impl Iterator<Item = usize>) -> Option<usize> {
    let length = |at: &usize| {
        let start = info.sections[*at].start;
        let next = info.sections.get(at + 1).map_or(usize::MAX, |s| s.start);
        next - start.min(next)
    };
    let sections: Vec<usize> = sections.collect();
    sections.into_iter().rev().max_by_key(length)
}

/// Documents and sections whose innermost heading holds `wanted`, in lower case.
pub fn headings<'a>(
    library: &'a Library,
    documents: Range<u32>,
    wanted: &'a str,
) -> impl Iterator<Item = (u32, usize, &'a str)> {
    let documents = documents.filter_map(|id| library.document(id).ok().map(|info| (id, info)));

    let all = documents.flat_map(|(id, info)| {
        let sections = info.sections.iter().enumerate();
        // The text before the first heading is a section without one.
        sections.filter_map(move |(number, section)| {
            let heading = section.path.last()?;
            Some((id, number, heading.as_str()))
        })
    });
    all.filter(move |(_, _, heading)| heading.to_lowercase().contains(wanted))
}

/// The first passage of a document that stands in a section or after it.
pub fn first_passage(library: &Library, document: u32, section: usize) -> Result<Option<u32>> {
    let all = library.document(document)?.passages.clone();
    library.first_where(all, |passage| passage.section >= section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_and_pages_are_told_from_chapters() {
        assert_eq!(
            (percent("40 %"), percent("12,5%")),
            (Some(40.0), Some(12.5))
        );
        assert_eq!((percent("forty"), percent("40")), (None, None));
        let page = |place| page(place, Language::English);
        assert_eq!((page("page 12"), page("p. 12")), (Some(12), Some(12)));
        assert_eq!((page("12"), page("page")), (None, None));
    }
}
