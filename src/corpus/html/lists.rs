//! Lists of a page: what stands before each of their items.
//!
//! In: the element of a list, and those of its items. Out: a bullet, or the number as a browser shows it, in the
//! format that the list's `type` or style asks for; laws and rules are quoted by such numbers.

use scraper::node::Element;

use super::NodeRef;
use crate::corpus::list_numbers::written;

const BULLET: &str = "•";
/// Formats of numbers: as `type` calls them, and as style sheets do; then as Word does.
const FORMATS: &[(&str, &str, &str)] = &[
    ("a", "lower-alpha", "lower"),
    ("a", "lower-latin", "lower"),
    ("A", "upper-alpha", "upper"),
    ("A", "upper-latin", "upper"),
    ("i", "lower-roman", "lowerRoman"),
    ("I", "upper-roman", "upperRoman"),
    ("", "decimal-leading-zero", "decimalZero"),
];
/// Items counted for a list whose numbers go down.
const MOST_ITEMS: usize = 10_000;

/// A list that is open, and where it is.
#[derive(Debug)]
pub enum List {
    /// Every item gets a bullet.
    Bullets,
    /// Every item gets a number.
    Numbers {
        /// That of the next item.
        next: i64,
        /// What is added from item to item.
        step: i64,
        /// How it is written.
        format: &'static str,
    },
}

impl List {
    /// The list that an `ol` opens.
    pub fn numbered(node: NodeRef, element: &Element) -> List {
        let is_item =
            |child: &NodeRef| child.value().as_element().is_some_and(|e| e.name() == "li");
        let count = || node.children().filter(is_item).take(MOST_ITEMS).count() as i64;
        let down = element.attr("reversed").is_some();
        let first = if down { count() } else { 1 };

        List::Numbers {
            next: number(element, "start").unwrap_or(first),
            step: if down { -1 } else { 1 },
            format: format(element),
        }
    }

    /// What stands before the next item.
    pub fn mark(&mut self, item: &Element) -> String {
        let List::Numbers { next, step, format } = self else {
            return BULLET.to_owned();
        };
        let own = number(item, "value").unwrap_or(*next);
        *next = own.saturating_add(*step);
        format!("{}.", in_format(own, format))
    }
}

fn format(element: &Element) -> &'static str {
    let style = element.attr("style").unwrap_or_default().to_lowercase();
    let kind = element.attr("type").unwrap_or_default().trim();

    // A style is stronger than an attribute.
    let styled = FORMATS.iter().find(|(_, name, _)| style.contains(name));
    let typed = || {
        FORMATS
            .iter()
            .find(|(name, ..)| *name == kind && !kind.is_empty())
    };
    styled.or_else(typed).map_or("decimal", |(.., word)| word)
}

fn in_format(value: i64, format: &str) -> String {
    match (u32::try_from(value), format) {
        (Ok(value @ 1..), "lower") => lettered(value, b'a'),
        (Ok(value @ 1..), "upper") => lettered(value, b'A'),
        (Ok(value @ 1..), format) => written(value, format),
        _ => value.to_string(),
    }
}

/// a to z, then aa, ab and so on, unlike Word's aa, bb.
fn lettered(mut value: u32, first: u8) -> String {
    let mut letters = Vec::new();
    while value > 0 {
        value -= 1;
        letters.push(char::from(first + (value % 26) as u8));
        value /= 26;
    }
    letters.iter().rev().collect()
}

fn number(element: &Element, attribute: &str) -> Option<i64> {
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
            (0, "lower", "0"),
            (-3, "upperRoman", "-3"),
        ] {
            assert_eq!(in_format(value, format), expected, "{value} {format}");
        }
    }
}
