//! What stands between two numbers and is not shown as text: signs that are only read aloud, and
//! bars of fractions.
//!
//! In: such an element. Out: what parts the numbers. The decision that is not obvious: a sign that
//! nobody sees is read between two numbers, since without it they are another number: `5` and `1⁄2`
//! are not `51⁄2`.

use scraper::node::Element;

use super::{NodeRef, element};

/// Classes of what only programs that read aloud say.
const CLASSES: &[&str] = &[
    "a11y-hidden",
    "screen-reader-only",
    "screen-reader-text",
    "show-for-sr",
    "sr-only",
    "visualhide",
    "visually-hidden",
    "visuallyhidden",
];
/// Classes of the halves of fractions.
const ABOVE: &[&str] = &["num", "numerator"];
const BELOW: &[&str] = &["den", "denom", "denominator"];
/// Signs that are read as they are; whatever else there is, parts two numbers as a space does.
const SIGNS: &[&str] = &["/", "⁄", "∕", ".", ",", ":", "-", "−", "–", "×"];
/// Bars, which part letters, too.
const BARS: &[&str] = &["/", "⁄", "∕"];

/// Whether an element is said and not shown.
pub fn is_spoken(element: &Element) -> bool {
    has_any_class(element, CLASSES)
}

/// What an element that is left out stands for between two numbers.
pub fn find_hidden_sign(node: NodeRef, element: &Element) -> Option<&'static str> {
    if !is_spoken(element) && element.attr("aria-hidden") != Some("true") {
        return None;
    }
    let text = element::short_text(node).unwrap_or_default();
    let sign = SIGNS.iter().find(|sign| **sign == text.trim());
    Some(sign.copied().unwrap_or(" "))
}

/// The sign, if it parts what is `written` from what comes `next`.
pub fn sign_if_needed(written: &str, sign: &'static str, next: &str) -> Option<&'static str> {
    let is_met =
        |is_part: fn(char) -> bool| written.ends_with(is_part) && next.starts_with(is_part);
    let parts = is_met(char::is_numeric) || (BARS.contains(&sign) && is_met(char::is_alphanumeric));
    parts.then_some(sign)
}

/// What stands before the half of a fraction that has no sign of its own.
pub fn sign_before_half(node: NodeRef, element: &Element, written: &str) -> Option<&'static str> {
    let is_above = |node: NodeRef| {
        node.value()
            .as_element()
            .is_some_and(|e| has_any_class(e, ABOVE))
    };

    if has_any_class(element, ABOVE) && written.ends_with(char::is_numeric) {
        return Some(" ");
    }

    let is_below = has_any_class(element, BELOW) && node.prev_sibling().is_some_and(is_above);
    (is_below && written.ends_with(char::is_alphanumeric)).then_some("/")
}

fn has_any_class(element: &Element, classes: &[&str]) -> bool {
    element.classes().any(|class| classes.contains(&class))
}
