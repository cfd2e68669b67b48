//! Fractions that are set as one number over another: without a stroke between them, a half would
//! read as twelve.
//!
//! The two indices of a variable and the two numbers before an isotope stand over each other, too,
//! but close to a letter.

use super::glyphs::Letter;
use super::spacing::{RAISED, SPACE};

/// Whether a letter is the first of the lower half of a fraction in a line at `y`, of type of that
/// size. The upper half stands before it.
pub fn begins_lower_half(letters: &[Letter], at: usize, y: f64, size: f64) -> bool {
    let is_digit = |letter: &Letter| letter.text.chars().all(|c| c.is_ascii_digit());
    let is_upper = |letter: &&Letter| y - letter.y > RAISED * size && is_digit(letter);
    let is_lower = |letter: &&Letter| letter.y - y > RAISED * size && is_digit(letter);

    let start = at - letters[..at].iter().rev().take_while(is_upper).count();
    let end = at + letters[at..].iter().take_while(is_lower).count();
    let upper = &letters[start..at];
    let lower = &letters[at..end];
    let ([first, ..], [.., last]) = (upper, lower) else {
        return false;
    };

    let left = first.left.min(lower[0].left);
    let right = last.right.max(upper[upper.len() - 1].right);
    let is_letter = |letter: &Letter| letter.text.chars().all(char::is_alphabetic);
    let is_index = letters[..start]
        .last()
        .is_some_and(|before| is_letter(before) && left - before.right < SPACE * size);
    let is_isotope = letters
        .get(end)
        .is_some_and(|after| is_letter(after) && after.left - right < SPACE * size);

    lower[0].left < upper[upper.len() - 1].right && !is_index && !is_isotope
}
