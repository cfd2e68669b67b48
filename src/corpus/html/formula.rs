//! Formulas and raised numbers in one line: `1/2`, `(a+b)/c`, `mc²`, `x₁`, `√2`.
//!
//! In: an element of a formula (MathML). Out: what stands in its place, or before and after it. A formula
//! is set in two dimensions; written one after the other, its parts would be another number.

use scraper::node::Element;

use super::NodeRef;

/// Longest exponent or index that has characters of its own.
const SCRIPT_CHARS: usize = 8;
/// How many nodes of a part are looked at to tell whether it is more than one thing.
const PART_NODES: usize = 64;

const RAISED: &[(char, char)] = &[
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('n', 'ⁿ'),
    ('i', 'ⁱ'),
];

const LOWERED: &[(char, char)] = &[
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
];

/// What part of its parent an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Numerator,
    Denominator,
    Exponent,
    Index,
}

impl Part {
    fn of(node: NodeRef) -> Option<Part> {
        let parent = node.parent()?;
        let name = parent.value().as_element()?.name();
        if !matches!(
            name,
            "mfrac" | "msup" | "msub" | "msubsup" | "munder" | "mover" | "munderover"
        ) {
            return None;
        }

        // A hat or an arrow over a letter is no exponent.
        let is_accent = node.value().as_element().is_some_and(|e| e.name() == "mo");
        if is_accent && matches!(name, "munder" | "mover") {
            return None;
        }

        let before = node.prev_siblings().take(PART_NODES);
        let place = before.filter(is_element).count();
        match (name, place) {
            ("mfrac", 0) => Some(Part::Numerator),
            ("mfrac", 1) => Some(Part::Denominator),
            ("msup" | "mover", 1) | ("msubsup" | "munderover", 2) => Some(Part::Exponent),
            ("msub" | "msubsup" | "munder" | "munderover", 1) => Some(Part::Index),
            _ => None,
        }
    }
}

/// What an element is written as a whole, if there are characters for it.
pub fn replacement(node: NodeRef) -> Option<String> {
    match Part::of(node)? {
        Part::Exponent => script(node, RAISED),
        Part::Index => script(node, LOWERED),
        _ => None,
    }
}

/// A raised number after a number, as in ten to the sixth.
pub fn raised(node: NodeRef, element: &Element) -> Option<String> {
    (element.name() == "sup").then(|| script(node, RAISED))?
}

/// What is written before and after an element.
pub fn around(node: NodeRef, element: &Element) -> (String, String) {
    let (before, after) = around_part(node);
    match element.name() {
        "msqrt" if is_compound(node) => (format!("{before}√("), format!("){after}")),
        "msqrt" => (format!("{before}√"), after.to_owned()),
        _ => (before.to_owned(), after.to_owned()),
    }
}

fn around_part(node: NodeRef) -> (&'static str, &'static str) {
    let Some(part) = Part::of(node) else {
        return ("", "");
    };
    match (part, is_compound(node)) {
        (Part::Numerator, false) => ("", "/"),
        (Part::Numerator, true) => ("(", ")/"),
        (Part::Denominator, false) => ("", ""),
        (Part::Denominator, true) => ("(", ")"),
        (Part::Exponent, false) => ("^", ""),
        (Part::Exponent, true) => ("^(", ")"),
        (Part::Index, false) => ("_", ""),
        (Part::Index, true) => ("_(", ")"),
    }
}

/// Whether an element is a fraction: after a number it is one that is added to it.
pub fn is_fraction(element: &Element) -> bool {
    element.name() == "mfrac"
}

/// A text in characters of a table, if all of it is in the table.
fn script(node: NodeRef, table: &[(char, char)]) -> Option<String> {
    let pieces = node
        .descendants()
        .take(PART_NODES)
        .filter_map(|n| n.value().as_text());
    let text: String = pieces
        .flat_map(|text| text.chars())
        .filter(|c| !c.is_whitespace())
        .take(SCRIPT_CHARS + 1)
        .collect();

    let in_table = |c: char| Some(table.iter().find(|(plain, _)| *plain == c)?.1);
    let short = !text.is_empty() && text.chars().count() <= SCRIPT_CHARS;
    short.then(|| text.chars().map(in_table).collect())?
}

/// Whether a part is more than one number or letter.
fn is_compound(node: NodeRef) -> bool {
    let leaves = node
        .descendants()
        .take(PART_NODES)
        .filter(|n| is_element(n) && !n.children().any(|child| is_element(&child)));
    leaves.take(2).count() > 1
}

fn is_element(node: &NodeRef) -> bool {
    node.value().is_element()
}
