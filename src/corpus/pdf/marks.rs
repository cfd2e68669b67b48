//! Accents and vowels that are drawn over, under or beside a letter -> part of that letter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::glyphs::Letter;
use super::order;

/// How far from the middle of a letter, in its widths, marks on it stand.
const OVER: f64 = 0.55;
/// How far beside a letter, in its sizes, its vowels stand.
const BESIDE: f64 = 0.35;

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
pub fn join_marks(letters: &mut Vec<Letter>) {
    // From the end, so that of several marks before a letter the last one is next to it.
    for at in (0..letters.len()).rev() {
        let Some(mark) = combining_mark(&letters[at].text) else {
            continue;
        };

        let middle = f64::midpoint(letters[at].left, letters[at].right);
        let is_base = |near: &usize| {
            let base = letters.get(*near);
            base.is_some_and(|base| base.is_under(middle))
        };
        let owner = order::is_rtl(&mark)
            .then(|| find_owner(letters, at, middle))
            .flatten();
        let nearest = || {
            let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let distance = |near: &usize| letters[*near].distance(middle);
            neighbours
                .filter(is_base)
                .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        };

        if let Some(base) = owner.or_else(nearest) {
            let whole = restore_dot(&letters[base].text).chars().chain(mark.chars());
            letters[base].text = whole.nfc().collect();
            letters.remove(at);
        }
    }
}

/// The letter that a mark at a place belongs to where it is read from the right. Where letters are
/// drawn from the left, a mark comes right before its own, and else right after; on narrow letters
/// it may stand beside them.
fn find_owner(letters: &[Letter], at: usize, middle: f64) -> Option<usize> {
    let before = letters[..at].iter().rposition(Letter::is_base);
    let after = Some(at + 1).filter(|next| letters.get(*next).is_some_and(Letter::is_base));
    let is_from_left = match (before, after) {
        (Some(before), Some(after)) => letters[before].left < letters[after].left,
        _ => true,
    };

    let order = if is_from_left {
        [after, before]
    } else {
        [before, after]
    };
    let is_near = |place: &usize| {
        let letter = &letters[*place];
        let reach = BESIDE * letter.size;
        (letter.left - reach..letter.right + reach).contains(&middle)
    };
    order.into_iter().flatten().find(is_near)
}

/// What a letter that is only a mark adds to the one that it stands on.
fn combining_mark(text: &str) -> Option<String> {
    if !text.is_empty() && text.chars().all(is_combining_mark) {
        return Some(text.to_owned());
    }
    let accent = ACCENTS.iter().find(|(alone, _)| *alone == text)?;
    Some(accent.1.to_string())
}

/// A letter that lost its dot to an accent has it in the accented one.
fn restore_dot(text: &str) -> &str {
    match text {
        "ı" => "i",
        "ȷ" => "j",
        text => text,
    }
}

impl Letter {
    /// Whether a mark may stand on it.
    fn is_base(&self) -> bool {
        combining_mark(&self.text).is_none() && self.text.chars().any(char::is_alphabetic)
    }

    /// Whether a mark whose middle is there may stand on this letter.
    fn is_under(&self, middle: f64) -> bool {
        self.is_base() && self.distance(middle) < OVER * (self.right - self.left)
    }

    fn distance(&self, middle: f64) -> f64 {
        (f64::midpoint(self.left, self.right) - middle).abs()
    }
}
