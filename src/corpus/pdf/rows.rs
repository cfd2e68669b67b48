//! Letters -> rows: what stands on one line of a page, from left to right.
//!
//! Letters come in the order in which they were drawn, which is nearly that in which they are read:
//! a column, or a cell of a table, comes as a whole. Within a line the place decides alone, since
//! programs draw the spaces first, or the words of another font last.

use std::collections::HashMap;

use super::collector::Sheet;
use super::glyphs::Letter;
use super::spacing::{self, Piece, RAISED, SPACE};
use super::{forms, markers, marks, order};

/// A letter that stands higher or lower by this part of the size is on another line; an exponent is
/// not.
const OTHER_LINE: f64 = 0.55;
/// Smaller letters beside much larger ones are no exponents but the lines beside an initial.
const EXPONENT: f64 = 0.5;
/// How much larger than the text beside it an initial is.
pub const INITIAL: f64 = 1.6;
/// So many characters are no initial any more.
const MOST_INITIAL: usize = 3;
/// Most letters and digits of a mark before a row, as a year has.
const LONGEST_MARK: usize = 4;
/// So many letters make words, which a mark may stand before.
const WORDS: usize = 3;
/// The same letter drawn again this near is bold print or a shadow.
const SAME_PLACE: f64 = 0.1;
/// Among how many equal letters it is looked for.
const LOOK_BACK: usize = 500;

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
    /// Whether a space is drawn before its first letter, and behind its last.
    pub spaces: (bool, bool),
    /// How wide each of its letters is, in points, if all are equally wide.
    pub pitch: Option<f64>,
    /// How many signs stand before its widest gap, if that is wide.
    pub gap: Option<usize>,
}

impl Row {
    /// Whether some of it is read from the right.
    pub fn is_mixed(&self) -> bool {
        self.pieces.iter().any(|piece| order::is_rtl(&piece.text))
    }
}

/// The rows of a page, in the order in which they were drawn.
pub fn collect_rows(sheet: Sheet) -> Vec<Row> {
    let lines = forms::insert_typed(group_letters(sheet.letters), group_letters(sheet.typed));
    let rows = lines
        .into_iter()
        .map(Group::row)
        .filter(|row| row.pieces.iter().any(|piece| !piece.text.trim().is_empty()));
    let mut rows = markers::join_markers(rows.collect());
    markers::add_drawn(&mut rows, &sheet.dots);
    rows
}

/// Letters that stand on one line and were drawn one after the other.
fn group_letters(letters: Vec<Letter>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut seen = Seen::default();

    for letter in letters {
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
}

/// Where each letter was drawn so far: those of one kind, size and height together.
#[derive(Default)]
struct Seen(HashMap<(String, u64, i64), Vec<(f64, f64)>>);

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
        let is_same = |(left, y): &(f64, f64)| {
            (left - letter.left).abs() < near && (y - letter.y).abs() < reach
        };

        let height = (letter.y / reach).floor() as i64;
        let key = |height: i64| (letter.text.clone(), letter.size.to_bits(), height);
        let is_seen = (height.saturating_sub(1)..=height.saturating_add(1)).any(|height| {
            let places = self.0.get(&key(height));
            places.is_some_and(|places| places.iter().rev().take(LOOK_BACK).any(is_same))
        });

        if !is_seen {
            let places = self.0.entry(key(height)).or_default();
            places.push((letter.left, letter.y));
        }
        is_seen
    }
}

/// The letters of a row while it is found, and around which place they stand.
pub struct Group {
    pub letters: Vec<Letter>,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
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

    /// Whether a letter stands on this line.
    fn holds(&self, letter: &Letter) -> bool {
        if self.is_initial_of(letter) || self.is_begun_by(letter) {
            return false;
        }

        let small = letter.size.min(self.size);
        let large = letter.size.max(self.size);
        let is_exponent = small >= EXPONENT * large;
        let reach = OTHER_LINE * if is_exponent { large } else { small };

        (letter.y - self.y).abs() <= reach && letter.right >= self.left - 2.0 * large
    }

    pub fn add(&mut self, letter: Letter) {
        self.left = self.left.min(letter.left);
        self.right = self.right.max(letter.right);

        // A small capital or an exponent may come first. Spaces tell nothing of the size of what is
        // read.
        let is_first = self.letters.iter().all(is_space);
        if is_first || (letter.size > self.size && !is_space(&letter)) {
            self.size = letter.size;
            self.y = letter.y;
        }
        self.letters.push(letter);
    }

    /// Whether this is a large letter beside which others begin.
    fn is_initial_of(&self, letter: &Letter) -> bool {
        let is_larger = self.size >= INITIAL * letter.size && !is_space(letter);

        let visible = self.letters.iter().filter(|letter| !is_space(letter));
        // A letter of the text may stand behind a large sign.
        let text = || {
            visible
                .take(MOST_INITIAL)
                .filter(|own| own.size >= INITIAL * letter.size)
                .map(|letter| letter.text.trim())
                .collect::<String>()
        };

        is_larger && is_initial(&text())
    }

    /// Whether a letter is large and stands before all this.
    fn is_begun_by(&self, letter: &Letter) -> bool {
        let is_larger = letter.size >= INITIAL * self.size && is_initial(&letter.text);
        is_larger && letter.left < self.left
    }

    /// Whether the next group goes on in the same line: words that are read from the right may be
    /// drawn one by one, each from its left.
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
        marks::join_marks(&mut self.letters);
        self.measure_behind_mark();
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
            spaces: (
                self.letters.first().is_some_and(is_space),
                self.letters.last().is_some_and(is_space),
            ),
            pitch: spacing::measure_pitch(&self.letters),
            gap: spacing::find_wide_gap(&self.letters),
            pieces: spacing::collect_pieces(&self.letters, self.y, self.size),
        }
    }

    /// A bullet or a number in larger type before the row tells neither how large the row is nor
    /// where its foot is.
    fn measure_behind_mark(&mut self) {
        let visible = self.letters.iter().filter(|letter| !is_space(letter));
        let (mark, rest): (Vec<&Letter>, Vec<&Letter>) =
            visible.partition(|letter| letter.size >= self.size);
        let Some(largest) = rest.iter().max_by(|a, b| a.size.total_cmp(&b.size)) else {
            return;
        };

        let count = |letters: &[&Letter], is_counted: fn(char) -> bool| {
            let chars = letters.iter().flat_map(|letter| letter.text.chars());
            chars.filter(|c| is_counted(*c)).count()
        };
        let is_mark = count(&mark, char::is_alphabetic) <= 1
            && count(&mark, char::is_alphanumeric) <= LONGEST_MARK;
        let has_words = count(&rest, char::is_alphabetic) >= WORDS;

        let lefts = |letters: &[&Letter]| letters.iter().map(|l| l.left).fold(f64::MAX, f64::min);
        let rights = |letters: &[&Letter]| letters.iter().map(|l| l.right).fold(f64::MIN, f64::max);
        let gap = (lefts(&rest) - rights(&mark)).max(lefts(&mark) - rights(&rest));
        if is_mark && has_words && gap > SPACE * largest.size {
            (self.y, self.size) = (largest.y, largest.size);
        }
    }

    /// Puts the letters in the order of their places. Raised letters and lowered ones stay
    /// together, since they may stand above each other, as the halves of a fraction do; so does a
    /// letter without a width, which is part of the shape drawn next.
    fn settle(&mut self) {
        let y = self.y;
        let size = self.size;
        let is_level = |letter: &Letter| (letter.y - y).abs() <= RAISED * size;
        let mut blocks: Vec<Vec<Letter>> = Vec::new();
        for letter in self.letters.drain(..) {
            let belongs = |last: &Letter| {
                let is_beside = (last.y - letter.y).abs() < 0.01 * size;
                let is_inside = last.right - last.left < 0.01 * last.size
                    && (letter.left..letter.right).contains(&last.left);
                let is_under = y - last.y > RAISED * size
                    && letter.y - y > RAISED * size
                    && letter.left < last.right;
                is_under || (is_beside && (is_inside || !is_level(&letter)))
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
}

/// A letter, perhaps with the quotation mark before it.
pub fn is_initial(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters == 1 && text.chars().count() < MOST_INITIAL
}

pub fn is_space(letter: &Letter) -> bool {
    letter.text.trim().is_empty()
}
