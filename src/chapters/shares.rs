//! Places in a text that no heading names: its edges, a share of it, a page.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use super::front::find_beginning;
use super::numbering::LAST;
use super::typed::{Edge, find_edge};
use super::words::{self, Word, to_plain_words};
use crate::corpus::numbers;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::{DocumentInfo, Library};
use crate::language::Language;

/// Names of shares, by their lists, in percent.
const SHARES: [(&str, f64); 4] = [
    ("quarter", 25.0),
    ("third", 100.0 / 3.0),
    ("two_thirds", 200.0 / 3.0),
    ("three_quarters", 75.0),
];

/// The first or the last passage, or that in the middle, by what people call it.
pub fn find_edge_passage(
    library: &Library,
    document: DocumentId,
    wanted: &[String],
    last: PassageId,
) -> Result<Option<PassageId>> {
    let all = &library.document(document)?.passages;
    Ok(match find_edge(&wanted.join("_")) {
        Some(Edge::Begin) => Some(find_beginning(library, document)?),
        Some(Edge::Middle) => Some(all.start + all.len() as u32 / 2),
        Some(Edge::End) => Some(last),
        None => None,
    })
}

/// A share of a text: `40 %`, `12,5%`, `forty percent`.
pub fn parse_percent(place: &str) -> Option<f64> {
    let place = place.to_lowercase();
    let name = to_plain_words(&place).join("_");
    let mut shares = SHARES.iter();
    if let Some((_, share)) = shares.find(|(list, _)| words::is_listed(list, &name)) {
        return Some(*share);
    }

    let sign = ["%", "％"].into_iter();
    let mut signs = sign
        .map(str::to_owned)
        .chain(words::listed_phrases("percent"));
    let number = signs.find_map(|sign| place.strip_suffix(&sign))?.trim();

    // Without the article of "a hundred".
    let words = to_plain_words(number).join(" ");
    let written = || Language::all().find_map(|language| numbers::parse_number(&words, language));
    let parsed = number.replace(',', ".").parse().ok();
    parsed.or_else(|| written().map(f64::from))
}

/// The number of a page: `page 12`, `p. 12`, `p12`, `12ページ`, `page twenty-two`, `the last page`.
pub fn parse_page(words: &[Word]) -> Option<u32> {
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

pub fn find_page_start(
    library: &Library,
    info: &DocumentInfo,
    page: u32,
) -> Result<Option<PassageId>> {
    let start = info.pages.get(page.saturating_sub(1) as usize);
    let last = || info.pages.last().filter(|_| page == LAST);
    let Some(start) = start.or_else(last).filter(|_| page > 0) else {
        return Ok(None);
    };

    library.first_where(info.passages.clone(), |passage| passage.span.end > *start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::words::parse_words;

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
