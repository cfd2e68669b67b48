//! Places in a text by their names: headings, numbers of chapters and pages, percentages; and where
//! a chapter ends.
//!
//! What is not obvious: a place that is called by a number and is not there is missing, and is not
//! looked for as words. The functions here fail only when the index cannot be read.

mod by_number;
mod counted;
mod front;
mod headings;
mod heads;
mod items;
mod numbering;
mod rules;
mod shares;
#[cfg(test)]
mod tests;
mod typed;
mod words;

use anyhow::Result;

use crate::analyze::fold;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::{DocumentInfo, Library};
use crate::language::{Language, is_unspaced};
pub use by_number::Missing;
use by_number::{Led, find_by_numbers, find_in_named_part};
pub use counted::{
    chapter_heading, chapter_name, chapters_by_number, collect_chapters, count_chapters,
    find_chapter, section_after_chapter,
};
use front::find_unheaded_opening;
pub use front::{find_beginning, is_front_matter};
pub use headings::{find_first_passage, find_headings};
pub use heads::walk_headings;
use heads::{Head, SHORT, collect_heads, section_after_heading};
use items::{find_item, is_item};
pub use numbering::has_called_number;
use numbering::{Kind, parse_place_numbers};
use shares::{find_edge_passage, find_page_start, parse_page, parse_percent};
use typed::{Edge, collect_readings, find_edge};
pub use words::item_words;
use words::{NAMED, parse_words, to_plain_words};

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

/// Where a place leads in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// To this passage.
    At(PassageId),
    /// To nothing that is there, though it names a place.
    Missing(Missing),
    /// It names none, and may be words of the text.
    Words,
}

/// The passage of a document that a place in it names; `None` when it names none by number or
/// heading.
pub fn find_place_passage(
    library: &Library,
    document: DocumentId,
    place: &str,
) -> Result<Option<PassageId>> {
    Ok(match find_place(library, document, place)? {
        Place::At(passage) => Some(passage),
        Place::Missing(_) | Place::Words => None,
    })
}

/// Where a place leads in a document, by number or heading.
pub fn find_place(library: &Library, document: DocumentId, place: &str) -> Result<Place> {
    let info = library.document(document)?;
    let place = place.trim();
    let Some(last) = info.passages.ids().next_back() else {
        return Ok(Place::Words);
    };

    let mut missing = None;
    let last_chapter = || collect_chapters(info).last().map(|(number, _)| *number);
    let finder = Finder {
        library,
        document,
        info,
        last,
    };
    for reading in collect_readings(place, info.language, last_chapter) {
        let found = match reading.edge {
            Some(edge) => finder.find_edge_of_part(edge, &reading.place)?,
            None => finder.find_exactly(&reading.place)?,
        };
        match found {
            Place::At(passage) => return Ok(Place::At(passage)),
            Place::Missing(what) => missing = missing.or(Some(what)),
            Place::Words => {}
        }
    }

    match missing {
        Some(missing) => Ok(Place::Missing(missing)),
        None => finder.find_loosely(place),
    }
}

/// Whether something typed names a place by what numbers or edges are called, and not by words of a
/// heading; a number alone does so where it may be `bare`.
pub fn names_place(typed: &str, bare: bool) -> bool {
    let language = Language::English;
    let is_numbered = |place: &str| {
        parse_place_numbers(place, language).is_some_and(|typed| {
            typed.is_whole && (bare || typed.numbers.iter().any(|one| one.kind != Kind::Alone))
        })
    };
    collect_readings(typed.trim(), language, || None)
        .iter()
        .any(|reading| {
            let place = reading.place.as_str();
            let is_edge = || find_edge(&to_plain_words(place).join("_")).is_some();
            parse_percent(place).is_some()
                || parse_page(&parse_words(place)).is_some()
                || is_numbered(place)
                || is_named(place)
                || is_item(place, language)
                || reading.edge.is_none() && is_edge()
        })
}

/// Whether something typed can hardly be anything but a place: a chapter or a page with its number,
/// a share, an epilogue.
pub fn is_clear_place(typed: &str) -> bool {
    let language = Language::English;
    let is_clear = |place: &str| {
        let is_share = || place.contains(char::is_numeric) && parse_percent(place).is_some();
        is_share() || parse_page(&parse_words(place)).is_some() || is_named(place)
    };
    has_called_number(typed, language)
        || collect_readings(typed.trim(), language, || None)
            .iter()
            .any(|reading| reading.edge.is_none() && is_clear(&reading.place))
}

/// Whether a place has a name of its own, as an epilogue has.
fn is_named(place: &str) -> bool {
    let words = to_plain_words(place);
    let mut lists = NAMED.iter();
    matches!(words.as_slice(), [only] if lists.any(|list| words::is_listed(list, only)))
}

/// What looks for places in a document.
struct Finder<'a> {
    library: &'a Library,
    document: DocumentId,
    info: &'a DocumentInfo,
    last: PassageId,
}

impl Finder<'_> {
    /// By a share, a page, numbers, or the whole of a heading.
    fn find_exactly(&self, place: &str) -> Result<Place> {
        let library = self.library;
        let info = self.info;
        if let Some(percent) = parse_percent(place) {
            if !(0.0..=100.0).contains(&percent) {
                return Ok(Place::Missing(Missing::Place));
            }
            let share = percent / 100.0 * info.passages.len() as f64;
            // 100 % is the last passage, not one past it.
            return Ok(Place::At(
                (info.passages.start + share as u32).min(self.last),
            ));
        }
        let page = parse_page(&parse_words(place));
        if let Some(page) = page
            && let Some(found) = find_page_start(library, info, page)?
        {
            return Ok(Place::At(found));
        }

        // A number counts more than a heading that holds it among other words, unless the place
        // says more, too.
        let (led, is_whole) = self.follow_numbers(place);
        if let Led::To(section) = led
            && is_whole
        {
            return self.at(section);
        }

        let wanted = to_plain_words(place);
        let is_same = |there: &[String]| !wanted.is_empty() && *there == wanted;
        let is_like = |there: &[String]| is_translated(&wanted, there);
        if let Some(section) = find_section_by_heading(info, is_same)
            .or_else(|| find_section_by_heading(info, is_like))
        {
            return self.at(section);
        }
        if let Some(passage) = find_edge_passage(library, self.document, &wanted, self.last)? {
            return Ok(Place::At(passage));
        }
        match find_item(info, place) {
            Some(Led::To(section)) => return self.at(section),
            Some(Led::Nowhere(missing)) => return Ok(Place::Missing(missing)),
            Some(Led::Words) | None => {}
        }
        if page.is_some() {
            return Ok(Place::Missing(Missing::Place));
        }
        if let Some(section) = find_in_named_part(info, place) {
            return self.at(section);
        }
        Ok(match led {
            Led::Nowhere(missing) => Place::Missing(missing),
            _ => Place::Words,
        })
    }

    /// By some words of a heading, or numbers among others.
    fn find_loosely(&self, place: &str) -> Result<Place> {
        let wanted = to_plain_words(place);
        match (
            find_section_with_words(self.info, place, &wanted),
            self.follow_numbers(place).0,
        ) {
            (Some(section), _) | (None, Led::To(section)) => self.at(section),
            _ if is_preface(&wanted) => {
                let opening = find_unheaded_opening(self.library, self.document)?;
                Ok(opening.map_or(Place::Words, Place::At))
            }
            _ => Ok(Place::Words),
        }
    }

    /// The beginning, the middle or the end of a chapter or a part.
    fn find_edge_of_part(&self, edge: Edge, place: &str) -> Result<Place> {
        let wanted = to_plain_words(place);
        let headed = find_section_by_heading(self.info, |there| *there == wanted);
        let section = match self.follow_numbers(place) {
            (Led::To(section), true) => section,
            (Led::Nowhere(missing), true) => return Ok(Place::Missing(missing)),
            _ => match headed {
                Some(section) => section,
                None => return Ok(Place::Words),
            },
        };

        let depth = find_depth(self.info, section, place);
        let next = section_after_heading(self.info, section, depth);
        let first = |section| find_first_passage(self.library, self.document, section);
        let Some(start) = first(section)? else {
            return Ok(Place::Words);
        };
        let end = first(next)?
            .map_or(self.last, |next| next.saturating_sub(1))
            .max(start);
        Ok(Place::At(match edge {
            Edge::Begin => start,
            Edge::Middle => start + (end - start) / 2,
            Edge::End => end,
        }))
    }

    /// Where the numbers lead, and whether the place says nothing else.
    fn follow_numbers(&self, place: &str) -> (Led, bool) {
        let numbers = parse_place_numbers(place, self.info.language);
        let led = |typed| find_by_numbers(self.info, typed);
        let is_whole = numbers.as_ref().is_some_and(|typed| typed.is_whole);
        (numbers.as_ref().map_or(Led::Words, led), is_whole)
    }

    fn at(&self, section: usize) -> Result<Place> {
        let passage = find_first_passage(self.library, self.document, section)?;
        Ok(passage.map_or(Place::Words, Place::At))
    }
}

/// The level of the heading that a place names of a section, which may begin with those of a part
/// and of its first chapter.
fn find_depth(info: &DocumentInfo, section: usize, place: &str) -> usize {
    let typed = parse_place_numbers(place, info.language);
    let named = |head: &Head| {
        let numbers = typed.iter().flat_map(|typed| &typed.numbers);
        head.section == section
            && numbers
                .into_iter()
                .any(|one| one.kind.is_same(&head.number.kind))
    };
    let depth = collect_heads(info)
        .iter()
        .rev()
        .find(|head| named(head))
        .map(|head| head.depth);
    match typed {
        Some(_) => depth.unwrap_or_else(|| counted::find_depth(info, section)),
        None => info.sections[section].path.len(),
    }
}

fn is_preface(wanted: &[String]) -> bool {
    matches!(wanted, [only] if words::is_listed("preface", only))
}

/// Whether a name without a number, such as that of an epilogue, says the same as the first word of
/// a heading.
fn is_translated(wanted: &[String], there: &[String]) -> bool {
    let ([wanted], [there, ..]) = (wanted, there) else {
        return false;
    };
    NAMED
        .iter()
        .any(|list| words::is_listed(list, wanted) && words::is_listed(list, there))
}

/// The section with a heading whose words, without an article before them, are those that are
/// sought; of several the first that is no line of contents.
fn find_section_by_heading(
    info: &DocumentInfo,
    is_sought: impl Fn(&[String]) -> bool,
) -> Option<usize> {
    let called: Vec<usize> = walk_headings(info)
        .filter_map(|(section, _, heading)| is_sought(&to_plain_words(heading)).then_some(section))
        .collect();

    let is_long = |section: &usize| section_length(info, *section) >= SHORT;
    let longest = || {
        called
            .iter()
            .rev()
            .max_by_key(|at| section_length(info, **at))
    };
    called
        .iter()
        .find(|at| is_long(at))
        .or_else(longest)
        .copied()
}

/// Bytes of a section alone.
fn section_length(info: &DocumentInfo, section: usize) -> usize {
    let start = info.sections[section].start;
    info.start_of(section + 1).saturating_sub(start)
}

/// The section whose heading holds these words.
fn find_section_with_words(info: &DocumentInfo, place: &str, wanted: &[String]) -> Option<usize> {
    // Without spaces between words, words are inside of others.
    let joined = fold(place);
    let is_joined = place.contains(is_unspaced);
    let holds = |heading: &str| {
        let there = to_plain_words(heading);
        !wanted.is_empty() && there.windows(wanted.len()).any(|window| window == wanted)
            || is_joined && fold(heading).contains(&joined)
    };
    let found = walk_headings(info).find(|(_, _, heading)| holds(heading));
    found.map(|(section, ..)| section)
}

/// Whether something that is being typed is only what a chapter or a part is called: `chapter`,
/// `kap.`
pub fn is_kind_word(typed: &str) -> bool {
    let words = parse_words(typed);
    matches!(words.as_slice(), [only] if words::find_kind_word(only).is_some())
}
