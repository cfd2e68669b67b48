//! Letters -> rows: what stands on one line of a page, from left to right.
//!
//! Letters come in the order in which they were drawn, which is nearly that in which they are read: a column, or a
//! cell of a table, comes as a whole. Within a line the place decides alone, since programs draw the spaces first, or
//! the words of another font last.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::glyphs::{Letter, Sheet};
use super::order;

/// A gap as wide as this part of the type size is a space. Kerning moves letters by up to a tenth.
const SPACE: f64 = 0.15;
/// Where words have no spaces between them, lines are spread to their full width by gaps between letters.
const SPREAD: f64 = 0.8;
/// Wider gaps between all letters of a line are spaces; narrower ones are a way to set a heading.
const WIDEST_TRACKING: f64 = 0.28;
/// A letter that stands higher or lower by this part of the size is on another line; an exponent is not.
const OTHER_LINE: f64 = 0.55;
/// Smaller letters beside much larger ones are no exponents but the lines beside an initial.
const EXPONENT: f64 = 0.5;
/// A letter this much higher or lower, in sizes of the line, is raised or lowered.
const RAISED: f64 = 0.15;
/// How much larger than the text beside it an initial is.
pub const INITIAL: f64 = 1.6;
/// How far from the middle of a letter, in its widths, marks on it and vowels beside it stand.
const OVER: f64 = 0.55;
const BESIDE: f64 = 0.75;
/// The same letter drawn again this near is bold print or a shadow.
const SAME_PLACE: f64 = 0.1;
/// Among how many equal letters it is looked for.
const LOOK_BACK: usize = 500;

/// Letters of a row that belong together, and the spaces between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    /// Smaller than the line, and above it.
    pub is_raised: bool,
}

/// What stands on one line.
#[derive(Debug)]
pub struct Row {
    /// From left to right, one for each letter where some are written from right to left.
    pub pieces: Vec<Piece>,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    /// Size of its type in points, of its largest letter.
    pub size: f64,
}

/// The rows of a page, in the order in which they were drawn.
pub fn rows(sheet: Sheet) -> Vec<Row> {
    let mut groups: Vec<Group> = Vec::new();
    let mut seen = Seen::default();

    for letter in sheet.letters {
        if seen.has(&letter) {
            continue;
        }
        match groups.last_mut().filter(|group| group.holds(&letter)) {
            Some(group) => group.add(letter),
            None => groups.push(Group::new(letter)),
        }
    }

    let mut joined: Vec<Group> = Vec::new();
    for group in groups {
        match joined.last_mut().filter(|last| last.goes_on_in(&group)) {
            Some(last) => group
                .letters
                .into_iter()
                .for_each(|letter| last.add(letter)),
            None => joined.push(group),
        }
    }

    joined
        .into_iter()
        .map(Group::row)
        .filter(|row| row.pieces.iter().any(|piece| !piece.text.trim().is_empty()))
        .collect()
}

/// Where each letter was drawn so far.
#[derive(Default)]
struct Seen(HashMap<String, Vec<(f64, f64)>>);

impl Seen {
    /// Whether the letter has been drawn here before, as bold print and shadows do.
    fn has(&mut self, letter: &Letter) -> bool {
        if is_space(letter) {
            return false;
        }

        // Two equal letters that are narrow stand closer than others.
        let width = letter.right - letter.left;
        let reach = SAME_PLACE * letter.size;
        let near = reach.min(0.5 * width).max(0.01 * letter.size);

        let places = self.0.entry(letter.text.clone()).or_default();
        let is_seen = places
            .iter()
            .rev()
            .take(LOOK_BACK)
            .any(|(left, y)| (left - letter.left).abs() < near && (y - letter.y).abs() < reach);
        places.push((letter.left, letter.y));
        is_seen
    }
}

/// The letters of a row while it is found.
struct Group {
    letters: Vec<Letter>,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

impl Group {
    fn new(letter: Letter) -> Group {
        Group {
            left: letter.left,
            right: letter.right,
            y: letter.y,
            size: letter.size,
            letters: vec![letter],
        }
    }

    fn holds(&self, letter: &Letter) -> bool {
        if self.is_initial_of(letter)
            || (is_initial(&letter.text)
                && letter.size >= INITIAL * self.size
                && letter.left < self.left)
        {
            return false;
        }

        let small = letter.size.min(self.size);
        let large = letter.size.max(self.size);

        let scale = if small >= EXPONENT * large {
            large
        } else {
            small
        };
        let is_level = (letter.y - self.y).abs() <= OTHER_LINE * scale;
        is_level && letter.right >= self.left - 2.0 * large
    }

    fn add(&mut self, letter: Letter) {
        self.left = self.left.min(letter.left);
        self.right = self.right.max(letter.right);

        // A small capital or an exponent may come first. Spaces tell nothing of the size of what is read.
        let is_first = self.letters.iter().all(is_space);
        if is_first || (letter.size > self.size && !is_space(&letter)) {
            self.size = letter.size;
            self.y = letter.y;
        }
        self.letters.push(letter);
    }

    /// Whether this is a large letter beside which others begin.
    fn is_initial_of(&self, letter: &Letter) -> bool {
        let text: String = self
            .letters
            .iter()
            .map(|letter| letter.text.trim())
            .collect();
        self.size >= INITIAL * letter.size && !is_space(letter) && is_initial(&text)
    }

    /// Whether the next group goes on in the same line: words that are read from the right may be drawn one by one,
    /// each from its left.
    fn goes_on_in(&self, next: &Group) -> bool {
        let has_rtl = |group: &Group| {
            group
                .letters
                .iter()
                .any(|letter| order::is_rtl(&letter.text))
        };
        let size = self.size.max(next.size);
        let gap = (next.left - self.right).max(self.left - next.right);

        (has_rtl(self) || has_rtl(next))
            && (self.y - next.y).abs() <= OTHER_LINE * size
            && gap <= 2.0 * size
    }

    fn row(mut self) -> Row {
        join_marks(&mut self.letters);
        self.settle();

        let visible = || self.letters.iter().filter(|letter| !is_space(letter));
        let left = visible()
            .map(|letter| letter.left)
            .fold(f64::INFINITY, f64::min);
        let right = visible().map(|letter| letter.right).fold(left, f64::max);

        Row {
            left,
            right,
            y: self.y,
            size: self.size,
            pieces: self.pieces(),
        }
    }

    /// Puts the letters in the order of their places. Raised letters and lowered ones stay together, since they may
    /// stand above each other; so does a letter without a width, which is part of the shape drawn next.
    fn settle(&mut self) {
        let is_level = |letter: &Letter| (letter.y - self.y).abs() <= RAISED * self.size;
        let mut blocks: Vec<Vec<Letter>> = Vec::new();
        for letter in self.letters.drain(..) {
            let belongs = |last: &Letter| {
                let is_beside = (last.y - letter.y).abs() < 0.01 * self.size;
                let is_inside = last.right - last.left < 0.01 * last.size
                    && (letter.left..letter.right).contains(&last.left);
                is_beside && (is_inside || !is_level(&letter))
            };

            match blocks.last_mut() {
                Some(block) if block.last().is_some_and(belongs) => block.push(letter),
                _ => blocks.push(vec![letter]),
            }
        }

        let left = |block: &[Letter]| {
            block
                .iter()
                .map(|letter| letter.left)
                .fold(f64::INFINITY, f64::min)
        };
        blocks.sort_by(|a, b| left(a).total_cmp(&left(b)));
        self.letters = blocks.into_iter().flatten().collect();
    }

    fn pieces(&self) -> Vec<Piece> {
        let tracking = tracking(&self.letters);
        let is_mixed = self
            .letters
            .iter()
            .any(|letter| order::is_rtl(&letter.text));
        let mut pieces: Vec<Piece> = Vec::new();
        let mut before: Option<&Letter> = None;

        for letter in &self.letters {
            let is_raised = self.y - letter.y > RAISED * self.size && letter.size < self.size;
            let gap = before.map_or(0.0, |before| letter.left - before.right);
            let least = match before {
                Some(before) if is_unspaced(before) && is_unspaced(letter) => SPREAD,
                _ => SPACE,
            };

            if is_space(letter) || gap > tracking + least * letter.size {
                let ends_in_space = pieces.last().is_none_or(|piece| piece.text.ends_with(' '));
                if !ends_in_space {
                    push(&mut pieces, " ", false, is_mixed);
                }
            }
            if !is_space(letter) {
                push(&mut pieces, &letter.text, is_raised, is_mixed);
            }
            before = Some(letter);
        }

        pieces
    }
}

/// A letter, perhaps with the quotation mark before it.
pub fn is_initial(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters == 1 && text.chars().count() <= 2
}

fn is_space(letter: &Letter) -> bool {
    letter.text.trim().is_empty()
}

/// Each letter by itself where their order is still to be found, or else as few pieces as there can be.
fn push(pieces: &mut Vec<Piece>, text: &str, is_raised: bool, is_apart: bool) {
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
fn tracking(letters: &[Letter]) -> f64 {
    let is_word =
        |letter: &Letter| letter.text.chars().all(char::is_alphabetic) && !is_unspaced(letter);
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
    if (SAME_PLACE..WIDEST_TRACKING).contains(&usual) {
        usual * size
    } else {
        0.0
    }
}

/// Chinese and Japanese, which are written without spaces.
fn is_unspaced(letter: &Letter) -> bool {
    letter.text.chars().any(|c| matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff64}' | '\u{20000}'..='\u{3ffff}'))
}

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
fn join_marks(letters: &mut Vec<Letter>) {
    // From the end, so that of several marks before a letter the last one is next to it.
    for at in (0..letters.len()).rev() {
        let Some(mark) = mark(&letters[at].text) else {
            continue;
        };

        let middle = (letters[at].left + letters[at].right) / 2.0;
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
        ((self.left + self.right) / 2.0 - middle).abs()
    }
}
