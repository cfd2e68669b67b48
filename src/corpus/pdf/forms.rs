//! The words that are typed into a form -> the lines of the form, where there is room for them.
//!
//! They are drawn on top of a page, so after all of it. The signs that keep a place free for them
//! are not read.

use super::glyphs::Letter;
use super::rows::{Group, is_space};

/// How much higher or lower than a line, in sizes of type, words stand in it.
const LEVEL: f64 = 0.7;
/// How far behind a line, in the same, what is typed still belongs to it.
const REACH: f64 = 20.0;
/// What is printed where something is to be typed.
const BLANKS: [&str; 4] = ["_", ".", "…", "·"];

/// Puts each group of typed letters into the line in which it stands, or before the first that is
/// below it.
pub fn insert_typed(mut lines: Vec<Group>, typed: Vec<Group>) -> Vec<Group> {
    for words in typed {
        let is_in_line = |line: &&mut Group| {
            let size = line.size.max(words.size);
            (line.y - words.y).abs() < LEVEL * size
                && line.left <= words.left
                && words.left - line.right < REACH * size
        };
        let around = lines.iter_mut().filter(is_in_line);

        if let Some(line) = around.max_by(|a, b| a.left.total_cmp(&b.left)) {
            line.clear_for(&words);
            for letter in words.letters {
                // Or small ones would look raised, as marks of notes are.
                let y = line.y;
                line.add(Letter { y, ..letter });
            }
        } else {
            let below = lines.iter().position(|line| line.y > words.y);
            lines.insert(below.unwrap_or(lines.len()), words);
        }
    }

    lines
}

impl Group {
    /// Takes off the signs that keep the place of some words free.
    fn clear_for(&mut self, words: &Group) {
        let is_under = |letter: &&Letter| {
            BLANKS.contains(&&*letter.text)
                && letter.left < words.right
                && letter.right > words.left
        };
        let Some(blank) = self.letters.iter().find(is_under) else {
            return;
        };

        // They reach from what is printed before the words to what is printed behind them.
        let blank = blank.text.clone();
        let printed = || {
            self.letters
                .iter()
                .filter(|letter| letter.text != blank && !is_space(letter))
        };
        let before = printed()
            .map(|letter| letter.right)
            .filter(|right| *right <= words.left);
        let behind = printed()
            .map(|letter| letter.left)
            .filter(|left| *left >= words.right);
        let start = before.fold(f64::NEG_INFINITY, f64::max);
        let end = behind.fold(f64::INFINITY, f64::min);
        self.letters
            .retain(|letter| letter.text != blank || letter.right <= start || letter.left >= end);
    }
}
