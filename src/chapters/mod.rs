//! Places in a text by their names: headings, numbers of chapters and pages, percentages; and where a chapter ends.
//!
//! What is not obvious: a place that is called by a number and is not there is missing, and is not looked for as words.
//! The functions here fail only when the index cannot be read.

mod asked;
mod counted;
mod front;
mod heads;
mod numbering;
mod rules;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::fold;
use crate::corpus::numbers;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::{DocumentInfo, Library};
use crate::language::{Language, is_unspaced};
pub use asked::Missing;
use asked::{Led, find_by_numbers};
pub use counted::{
    chapter_name, chapters_by_number, collect_chapters, count_chapters, find_chapter,
    section_after_chapter,
};
use front::find_unheaded_opening;
pub use front::{find_beginning, is_front_matter};
use heads::SHORT;
pub use heads::walk_headings;
use numbering::{LAST, parse_place_numbers};
use words::{Word, parse_words, to_plain_words};

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

/// Lists of what has a name and no number.
const NAMED: [&str; 4] = ["epilogue", "prologue", "preface", "afterword"];

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

/// The passage of a document that a place in it names; `None` when it names none by number or heading.
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

    if let Some(percent) = parse_percent(place) {
        if !(0.0..=100.0).contains(&percent) {
            return Ok(Place::Missing(Missing::Place));
        }
        let share = percent / 100.0 * info.passages.len() as f64;
        // 100 % is the last passage, not one past it.
        return Ok(Place::At((info.passages.start + share as u32).min(last)));
    }
    let page = parse_page(&parse_words(place));
    if let Some(page) = page
        && let Some(found) = find_page_start(library, info, page)?
    {
        return Ok(Place::At(found));
    }

    let at = |section: usize| {
        let passage = find_first_passage(library, document, section)?;
        Ok(passage.map_or(Place::Words, Place::At))
    };
    let numbers = parse_place_numbers(place, info.language);
    let led = numbers
        .as_ref()
        .map_or(Led::Words, |typed| find_by_numbers(info, typed));
    let is_whole = numbers.is_some_and(|typed| typed.is_whole);

    // A number counts more than a heading that holds it among other words, unless the place says more, too.
    if let Led::To(section) = led
        && is_whole
    {
        return at(section);
    }

    let wanted = to_plain_words(place);
    let is_same = |there: &[String]| !wanted.is_empty() && *there == wanted;
    let is_like = |there: &[String]| is_translated(&wanted, there);
    if let Some(section) =
        find_section_by_heading(info, is_same).or_else(|| find_section_by_heading(info, is_like))
    {
        return at(section);
    }
    if page.is_some() {
        return Ok(Place::Missing(Missing::Place));
    }
    if let Led::Nowhere(missing) = led {
        return Ok(Place::Missing(missing));
    }
    if let Some(passage) = find_edge_passage(library, document, &wanted, last)? {
        return Ok(Place::At(passage));
    }

    match (find_section_with_words(info, place, &wanted), led) {
        (Some(section), _) | (None, Led::To(section)) => at(section),
        _ if is_preface(&wanted) => {
            Ok(find_unheaded_opening(library, document)?.map_or(Place::Words, Place::At))
        }
        _ => Ok(Place::Words),
    }
}

fn is_preface(wanted: &[String]) -> bool {
    matches!(wanted, [only] if words::is_listed("preface", only))
}

/// The first or the last passage, or that in the middle, by what people call it.
fn find_edge_passage(
    library: &Library,
    document: DocumentId,
    wanted: &[String],
    last: PassageId,
) -> Result<Option<PassageId>> {
    let name = wanted.join("_");
    Ok(if words::is_listed("begin", &name) {
        Some(find_beginning(library, document)?)
    } else if words::is_listed("half", &name) {
        let all = &library.document(document)?.passages;
        Some(all.start + all.len() as u32 / 2)
    } else {
        words::is_listed("end", &name).then_some(last)
    })
}

/// A share of a text: `40 %`, `12,5%`, `forty percent`.
fn parse_percent(place: &str) -> Option<f64> {
    let sign = ["%", "％"].into_iter();
    let mut signs = sign
        .map(str::to_owned)
        .chain(words::listed_phrases("percent"));
    let place = place.to_lowercase();
    let number = signs.find_map(|sign| place.strip_suffix(&sign))?.trim();

    // Without the article of "a hundred".
    let words = to_plain_words(number).join(" ");
    let written = || Language::all().find_map(|language| numbers::parse_number(&words, language));
    let parsed = number.replace(',', ".").parse().ok();
    parsed.or_else(|| written().map(f64::from))
}

/// The number of a page: `page 12`, `p. 12`, `p12`, `12ページ`, `page twenty-two`, `the last page`.
fn parse_page(words: &[Word]) -> Option<u32> {
    let articles = usize::from(words.first().is_some_and(words::is_article));
    let words = &words[articles..];
    let is_page = |word: &Word| words::is_listed("page", &word.text);
    let number = match words {
        [first, number @ ..] if is_page(first) => number,
        [number @ .., last] if is_page(last) => number,
        _ => return None,
    };

    let number: Vec<&str> = number.iter().map(|word| word.text.as_str()).collect();
    let number = number.join(" ");
    Language::all().find_map(|language| numbers::parse_number(&number, language))
}

fn find_page_start(library: &Library, info: &DocumentInfo, page: u32) -> Result<Option<PassageId>> {
    let start = info.pages.get(page.saturating_sub(1) as usize);
    let last = || info.pages.last().filter(|_| page == LAST);
    let Some(start) = start.or_else(last).filter(|_| page > 0) else {
        return Ok(None);
    };
    library.first_where(info.passages.clone(), |passage| passage.span.end > *start)
}

/// Whether a name without a number, such as that of an epilogue, says the same as the first word of a heading.
fn is_translated(wanted: &[String], there: &[String]) -> bool {
    let ([wanted], [there, ..]) = (wanted, there) else {
        return false;
    };
    NAMED
        .iter()
        .any(|list| words::is_listed(list, wanted) && words::is_listed(list, there))
}

/// The section with a heading whose words, without an article before them, are those that are sought; of several the first
/// that is no line of contents.
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

/// Whether something that is being typed is only what a chapter or a part is called: `chapter`, `kap.`
pub fn is_kind_word(typed: &str) -> bool {
    let words = parse_words(typed);
    matches!(words.as_slice(), [only] if words::find_kind_word(only).is_some())
}

/// Documents and sections whose innermost heading `fits`.
pub fn find_headings<'a>(
    library: &'a Library,
    documents: Range<DocumentId>,
    fits: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = (DocumentId, usize, &'a str)> {
    let known = |id| library.document(id).ok().map(|info| (id, info));
    let documents = documents.ids().filter_map(known);

    let all = documents.flat_map(|(id, info)| {
        let sections = info.sections.iter().enumerate();
        // The text before the first heading is a section without one.
        sections.filter_map(move |(number, section)| {
            let heading = section.path.last()?;
            Some((id, number, heading.as_str()))
        })
    });
    all.filter(move |(_, _, heading)| fits(heading))
}

/// The first passage of a document that stands in a section or after it.
pub fn find_first_passage(
    library: &Library,
    document: DocumentId,
    section: usize,
) -> Result<Option<PassageId>> {
    let all = library.document(document)?.passages.clone();
    library.first_where(all, |passage| passage.section >= section)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn percentages_and_pages_are_told_from_chapters() {
        assert_eq!(
            (parse_percent("40 %"), parse_percent("12,5%")),
            (Some(40.0), Some(12.5))
        );
        assert_eq!(
            (
                parse_percent("forty percent"),
                parse_percent("vierzig Prozent")
            ),
            (Some(40.0), Some(40.0))
        );
        for hundred in [
            "hundred percent",
            "a hundred percent",
            "A Hundred Per Cent",
            "one hundred percent",
            "one-hundred percent",
            "hundert Prozent",
            "cent pour cent",
            "cien por ciento",
        ] {
            assert_eq!(parse_percent(hundred), Some(100.0), "{hundred}");
        }
        for none in ["forty", "40", "a percent", "a hundred"] {
            assert_eq!(parse_percent(none), None, "{none}");
        }
        let page = |place| parse_page(&parse_words(place));
        assert_eq!((page("page 12"), page("p. 12")), (Some(12), Some(12)));
        assert_eq!((page("p3"), page("3ページ")), (Some(3), Some(3)));
        assert_eq!((page("page two"), page("Seite zwölf")), (Some(2), Some(12)));
        assert_eq!(
            (page("page twenty one"), page("the second page")),
            (Some(21), Some(2))
        );
        assert_eq!(
            (page("the last page"), page("page of the log")),
            (Some(LAST), None)
        );
        assert_eq!((page("12"), page("page")), (None, None));
    }
}
