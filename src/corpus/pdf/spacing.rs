//! The letters of a line -> its text, with spaces where a reader sees them.
//!
//! Few programs can be trusted with spaces: they draw none and leave a gap, or draw one and leave a
//! gap beside it, or, in Chinese, draw one after each letter. What counts is how far apart the
//! letters stand.

use unicode_normalization::char::is_combining_mark;

use super::glyphs::Letter;
use super::rows::is_space;
use super::{fractions, notes, order};

/// A gap as wide as this part of the type size is a space. Kerning moves letters by up to a tenth.
pub const SPACE: f64 = 0.15;
/// Where words have no spaces between them, lines are spread to their full width by gaps between
/// letters.
const SPREAD: f64 = 0.8;
/// The narrowest and the widest gap between all letters of a line that is a way to set it; wider
/// ones are spaces.
const TRACKING: std::ops::Range<f64> = 0.1..0.28;
/// The same where no gap is much narrower than the others, as none is that the letters of a heading
/// are spread by.
const EVEN_TRACKING: std::ops::Range<f64> = 0.1..0.8;
/// Gaps are even that differ by so much, in sizes.
const EVEN: f64 = 0.1;
/// Letters are equally wide that differ by less, in sizes.
const EVEN_WIDTH: f64 = 0.01;
/// A gap this wide, in sizes, parts what stands at the two edges of a page.
const WIDE: f64 = 3.0;
/// A letter this much higher or lower, in sizes of the line, is raised or lowered.
pub const RAISED: f64 = 0.15;

/// Letters of a row that belong together, and the spaces between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    /// Smaller than the line and above it, or digits that look so.
    pub is_raised: bool,
}

/// The pieces of a line, from left to right.
pub fn collect_pieces(letters: &[Letter], y: f64, size: f64) -> Vec<Piece> {
    let tracking = measure_tracking(letters);
    let is_mixed = letters.iter().any(|letter| order::is_rtl(&letter.text));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<&Letter> = None;
    let mut is_drawn = false;

    for (at, letter) in letters.iter().enumerate() {
        if is_space(letter) {
            is_drawn = true;
            continue;
        }
        // A mark that found no letter makes no gap between the letters around it.
        if letter.text.chars().all(is_combining_mark) {
            push_piece(&mut pieces, &letter.text, false, is_mixed);
            continue;
        }

        if fractions::begins_lower_half(letters, at, y, size) {
            push_piece(&mut pieces, "/", false, is_mixed);
        } else if let Some(before) = before {
            let gap = letter.left - before.right;
            let is_apart = if is_unspaced(&before.text) && is_unspaced(&letter.text) {
                gap > tracking + SPREAD * letter.size
            } else {
                is_drawn || gap > tracking + SPACE * letter.size
            };
            if is_apart {
                push_piece(&mut pieces, " ", false, is_mixed);
            }
        }

        let is_small = y - letter.y > RAISED * size && letter.size < size;
        let is_raised = is_small || letter.text.chars().all(notes::is_raised_digit);
        push_piece(&mut pieces, &letter.text, is_raised, is_mixed);
        before = Some(letter);
        is_drawn = false;
    }

    pieces
}

/// Each letter by itself where their order is still to be found, or else as few pieces as there can
/// be.
fn push_piece(pieces: &mut Vec<Piece>, text: &str, is_raised: bool, is_apart: bool) {
    match pieces
        .last_mut()
        .filter(|last| !is_apart && last.is_raised == is_raised)
    {
        Some(last) => last.text.push_str(text),
        None => pieces.push(Piece {
            text: text.to_owned(),
            is_raised,
        }),
    }
}

/// The gap between all letters of a line that is set wide, as `C H A P T E R`.
fn measure_tracking(letters: &[Letter]) -> f64 {
    let is_word = |letter: &Letter| {
        letter.text.chars().all(char::is_alphabetic) && !is_unspaced(&letter.text)
    };
    let mut gaps: Vec<f64> = letters
        .windows(2)
        .filter(|pair| is_word(&pair[0]) && is_word(&pair[1]))
        .map(|pair| (pair[1].left - pair[0].right) / pair[1].size)
        .collect();
    if gaps.len() < 3 {
        return 0.0;
    }

    gaps.sort_by(f64::total_cmp);
    let usual = gaps[gaps.len() / 2];
    let size = letters.iter().map(|letter| letter.size).fold(0.0, f64::max);
    let is_even = usual - gaps[0] < EVEN;
    let is_set_wide = TRACKING.contains(&usual) || (is_even && EVEN_TRACKING.contains(&usual));
    if is_set_wide { usual * size } else { 0.0 }
}

/// How wide each letter is, spaces among them, if all are equally wide as those of a typewriter
/// are.
pub fn measure_pitch(letters: &[Letter]) -> Option<f64> {
    let width = |letter: &Letter| letter.right - letter.left;
    let first = width(letters.first()?);
    let is_even = |letter: &Letter| (width(letter) - first).abs() < EVEN_WIDTH * letter.size;
    letters.iter().all(is_even).then_some(first)
}

/// How many signs stand before the widest gap in letters from left to right, if that is wide.
pub fn find_wide_gap(letters: &[Letter]) -> Option<usize> {
    let mut widest = (0.0, 0);
    let mut count = 0;
    let mut before: Option<&Letter> = None;

    for letter in letters.iter().filter(|letter| !is_space(letter)) {
        let gap = before.map_or(0.0, |before| letter.left - before.right);
        if gap > widest.0 && gap > WIDE * letter.size {
            widest = (gap, count);
        }
        count += letter.text.chars().count();
        before = Some(letter);
    }
    Some(widest.1).filter(|count| *count > 0)
}

/// Whether a text is Chinese or Japanese, which are written without spaces.
pub fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff64}' | '\u{20000}'..='\u{3ffff}')
    })
}
