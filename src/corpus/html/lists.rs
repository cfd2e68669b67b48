//! Lists of a page: what stands before each of their items.
//!
//! In: the element of a list, and those of its items. Out: nothing, a bullet, or the number as a
//! browser shows it, in the format that the list's `type`, its style or the style sheets ask for;
//! laws and rules are quoted by such numbers.

use scraper::node::Element;

use super::rules::COUNTER;
use super::styles::Styles;
use super::{NodeRef, element};
use crate::corpus::list_numbers::render_number;
use crate::corpus::manuscript::FIRST_WIDE;

const BULLET: &str = "•";
/// Signs that are characters of one font only.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';
/// What Word says of the mark of an item, which is text with spaces behind it.
const WORD_MARK: &str = "mso-list:ignore";
/// Formats of numbers: as `type` calls them, and as style sheets do; then as Word does.
const FORMATS: &[(&str, &str, &str)] = &[
    ("1", "decimal", "decimal"),
    ("a", "lower-alpha", "lower"),
    ("a", "lower-latin", "lower"),
    ("A", "upper-alpha", "upper"),
    ("A", "upper-latin", "upper"),
    ("i", "lower-roman", "lowerRoman"),
    ("I", "upper-roman", "upperRoman"),
    ("", "decimal-leading-zero", "decimalZero"),
    ("", "lower-greek", "greek"),
    ("", "hebrew", "hebrew1"),
    ("", "devanagari", "hindiNumbers"),
    ("", "thai", "thaiNumbers"),
    ("", "katakana", "aiueoFullWidth"),
    ("", "katakana-iroha", "irohaFullWidth"),
    ("", "cjk-decimal", "ideographDigital"),
    ("", "cjk-ideographic", "chineseCountingThousand"),
    ("", "simp-chinese-informal", "chineseCountingThousand"),
    ("", "trad-chinese-informal", "taiwaneseCountingThousand"),
    ("", "simp-chinese-formal", "chineseLegalSimplified"),
    ("", "trad-chinese-formal", "ideographLegalTraditional"),
    ("", "japanese-informal", "japaneseCounting"),
    ("", "japanese-formal", "japaneseLegal"),
    ("", "korean-hangul-formal", "koreanCounting"),
    ("", "cjk-heavenly-stem", "ideographTraditional"),
    ("", "cjk-earthly-branch", "ideographZodiac"),
];
/// Marks that are no numbers.
const BULLETS: &[&str] = &[
    "disc",
    "circle",
    "square",
    "disclosure-open",
    "disclosure-closed",
];
/// Properties that say what stands before an item.
const STYLE: &[&str] = &["list-style", "list-style-type"];
/// Items counted for a list whose numbers go down.
const MOST_ITEMS: usize = 10_000;

/// The mark of an item that stands in the text, as Word writes it.
pub fn written_mark(node: NodeRef, element: &Element) -> Option<String> {
    let style = element.attr("style")?.replace(' ', "").to_ascii_lowercase();
    if !style.starts_with(WORD_MARK) {
        return None;
    }
    let text = element::short_text(node)?.replace('\u{a0}', "");
    let is_number = text.contains(char::is_alphanumeric);
    Some(format!("{} ", if is_number { text.trim() } else { BULLET }))
}

/// What stands before an item.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Mark {
    Nothing,
    /// A bullet, or what the page has instead.
    Sign(String),
    /// A number in a format.
    Number(&'static str),
    /// The same, with what stands before and behind it.
    Counter(String, &'static str, String),
}

/// A list that is open, and where it is.
#[derive(Debug)]
pub struct List {
    /// The number of the next item.
    next: i64,
    /// What is added from item to item.
    step: i64,
    mark: Mark,
}

impl List {
    /// The list that an `ol` or `ul` opens.
    pub fn new(node: NodeRef, element: &Element, styles: &Styles) -> List {
        let is_item =
            |child: &NodeRef| child.value().as_element().is_some_and(|e| e.name() == "li");
        let count = || node.children().filter(is_item).take(MOST_ITEMS).count() as i64;
        let down = element.attr("reversed").is_some();
        let first = if down { count() } else { 1 };

        let usual = match element.name() {
            "ol" => Mark::Number("decimal"),
            _ => Mark::Sign(BULLET.to_owned()),
        };
        // Without a mark of the browser, a list may count by itself.
        let mark = declared_mark(node, element, styles).unwrap_or(usual);
        let counted = || parse_own_marker(&styles.value(node, &[COUNTER])?);
        let mark = match mark {
            Mark::Nothing => counted().unwrap_or(Mark::Nothing),
            mark => mark,
        };

        List {
            next: number_attribute(element, "start").unwrap_or(first),
            step: if down { -1 } else { 1 },
            mark,
        }
    }

    /// An item of no list.
    pub fn none() -> List {
        List {
            next: 1,
            step: 1,
            mark: Mark::Sign(BULLET.to_owned()),
        }
    }

    /// What stands before the next item; empty if nothing does.
    pub fn mark(&mut self, node: NodeRef, item: &Element, styles: &Styles) -> String {
        let own = number_attribute(item, "value").unwrap_or(self.next);
        self.next = own.saturating_add(self.step);

        match declared_mark(node, item, styles).unwrap_or_else(|| self.mark.clone()) {
            Mark::Nothing => String::new(),
            Mark::Sign(sign) => sign,
            Mark::Number(format) => {
                let number = render_in_format(own, format);
                // Chinese, Japanese and Korean have a comma of their own behind them.
                let is_wide = number.ends_with(|c: char| c >= FIRST_WIDE);
                number + if is_wide { "、" } else { "." }
            }
            Mark::Counter(before, format, after) => {
                before + &render_in_format(own, format) + &after
            }
        }
    }
}

/// What an element itself says of its mark. A style is stronger than an attribute.
fn declared_mark(node: NodeRef, element: &Element, styles: &Styles) -> Option<Mark> {
    let by_style = styles
        .value(node, STYLE)
        .and_then(|style| parse_list_style(&style));

    let kind = element.attr("type").unwrap_or_default().trim();
    let by_type = || match FORMATS
        .iter()
        .find(|(name, ..)| *name == kind && !kind.is_empty())
    {
        Some((.., format)) => Some(Mark::Number(format)),
        None => parse_style_word(&kind.to_lowercase()),
    };

    by_style.or_else(by_type)
}

/// The mark that a style sheet writes itself.
fn parse_own_marker(marker: &str) -> Option<Mark> {
    let mut parts = marker.split('\t').map(str::to_owned);
    let before = parts.next()?;
    let format = parts.next()?;
    let after = parts.next()?;
    if format.is_empty() {
        // Signs of a font of its own mean nothing elsewhere.
        let is_own = before.contains(|c: char| PRIVATE.contains(&c));
        return Some(Mark::Sign(if is_own { BULLET.to_owned() } else { before }));
    }

    let format = find_format(&format)?;
    Some(match (before.as_str(), after.as_str()) {
        ("", "" | "." | "、") => Mark::Number(format),
        _ => Mark::Counter(before, format, after),
    })
}

/// The mark that a value such as `none`, `lower-roman inside` or `"– "` asks for.
fn parse_list_style(style: &str) -> Option<Mark> {
    let quoted = style.split(['"', '\'']).nth(1);
    if let Some(sign) = quoted.filter(|_| !style.contains('(')) {
        let sign = sign.trim();
        let is_empty = sign.is_empty();
        return Some(if is_empty {
            Mark::Nothing
        } else {
            Mark::Sign(sign.to_owned())
        });
    }

    style.split_whitespace().find_map(parse_style_word)
}

fn parse_style_word(word: &str) -> Option<Mark> {
    match word {
        "none" => Some(Mark::Nothing),
        _ if BULLETS.contains(&word) => Some(Mark::Sign(BULLET.to_owned())),
        _ => find_format(word).map(Mark::Number),
    }
}

/// The format that style sheets call by this name.
fn find_format(word: &str) -> Option<&'static str> {
    let named = FORMATS.iter().find(|(_, name, _)| *name == word);
    named.map(|(.., format)| *format)
}

fn render_in_format(value: i64, format: &str) -> String {
    match (u32::try_from(value), format) {
        (Ok(value @ 1..), "lower") => to_letters(value, "abcdefghijklmnopqrstuvwxyz"),
        (Ok(value @ 1..), "upper") => to_letters(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        (Ok(value @ 1..), "greek") => to_letters(value, "αβγδεζηθικλμνξοπρστυφχψω"),
        (Ok(value @ 1..), format) => render_number(value, format),
        _ => value.to_string(),
    }
}

/// a to z, then aa, ab and so on, unlike Word's aa, bb.
fn to_letters(mut value: u32, signs: &str) -> String {
    let signs: Vec<char> = signs.chars().collect();
    let mut letters = Vec::new();
    while value > 0 {
        value -= 1;
        letters.push(signs[value as usize % signs.len()]);
        value /= signs.len() as u32;
    }
    letters.iter().rev().collect()
}

fn number_attribute(element: &Element, attribute: &str) -> Option<i64> {
    element.attr(attribute)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_browser_shows_them() {
        for (value, format, expected) in [
            (1, "lower", "a"),
            (26, "lower", "z"),
            (27, "upper", "AA"),
            (703, "lower", "aaa"),
            (14, "lowerRoman", "xiv"),
            (4, "upperRoman", "IV"),
            (7, "decimalZero", "07"),
            (12, "decimal", "12"),
            (25, "greek", "αα"),
            (0, "lower", "0"),
            (-3, "upperRoman", "-3"),
        ] {
            assert_eq!(
                render_in_format(value, format),
                expected,
                "{value} {format}"
            );
        }
    }
}
