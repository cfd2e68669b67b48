//! Accents and vowels that are drawn over, under or beside a letter -> part of that letter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::glyphs::Letter;
use super::order;

/// How far from the middle of a letter, in its widths, marks on it and vowels beside it stand.
const OVER: f64 = 0.55;
const BESIDE: f64 = 0.75;

/// Accents that stand by themselves, and what they are on a letter.
const ACCENTS: [(&str, char); 14] = [
    ("`", '\u{300}'),
    ("´", '\u{301}'),
    ("^", '\u{302}'),
    ("ˆ", '\u{302}'),
    ("~", '\u{303}'),
    ("˜", '\u{303}'),
    ("¯", '\u{304}'),
    ("˘", '\u{306}'),
    ("˙", '\u{307}'),
    ("¨", '\u{308}'),
    ("˚", '\u{30a}'),
    ("˝", '\u{30b}'),
    ("ˇ", '\u{30c}'),
    ("¸", '\u{327}'),
];

/// Puts marks that are drawn over or under a letter, before it or after it, into that letter.
pub fn join(letters: &mut Vec<Letter>) {
    // From the end, so that of several marks before a letter the last one is next to it.
    for at in (0..letters.len()).rev() {
        let Some(mark) = mark(&letters[at].text) else {
            continue;
        };

        let middle = f64::midpoint(letters[at].left, letters[at].right);
        let is_base = |near: &usize, reach: f64| {
            letters
                .get(*near)
                .is_some_and(|base| base.is_under(middle, reach))
        };
        // Where it is read from the right, a vowel is drawn before its letter, and may stand beside it.
        let owner = Some(at + 1).filter(|next| order::is_rtl(&mark) && is_base(next, BESIDE));
        let nearest = || {
            let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let distance = |near: &usize| letters[*near].distance(middle);
            neighbours
                .filter(|near| is_base(near, OVER))
                .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        };

        if let Some(base) = owner.or_else(nearest) {
            let whole = dotted(&letters[base].text).chars().chain(mark.chars());
            letters[base].text = whole.nfc().collect();
            letters.remove(at);
        }
    }
}

/// What a letter that is only a mark adds to the one that it stands on.
fn mark(text: &str) -> Option<String> {
    if !text.is_empty() && text.chars().all(is_combining_mark) {
        return Some(text.to_owned());
    }
    let accent = ACCENTS.iter().find(|(alone, _)| *alone == text)?;
    Some(accent.1.to_string())
}

/// A letter that lost its dot to an accent has it in the accented one.
fn dotted(text: &str) -> &str {
    match text {
        "ı" => "i",
        "ȷ" => "j",
        text => text,
    }
}

impl Letter {
    /// Whether a mark whose middle is there may stand on this letter, so many of its widths from its own middle.
    fn is_under(&self, middle: f64, reach: f64) -> bool {
        let width = self.right - self.left;
        mark(&self.text).is_none()
            && self.text.chars().any(char::is_alphabetic)
            && self.distance(middle) < reach * width
    }

    fn distance(&self, middle: f64) -> f64 {
        (f64::midpoint(self.left, self.right) - middle).abs()
    }
}
