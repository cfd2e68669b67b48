//! Large first letters of a chapter, which stand beside two or more lines: they begin the word that
//! follows.
//!
//! Such a letter is drawn as a line of its own, or in one line with the rest of its word. It makes
//! neither a heading of that line nor a word of itself, and the lines beside it are not indented.

use std::collections::HashSet;

use super::page::{Line, Page};
use super::rows::{INITIAL, is_initial};
use crate::language::Language;
use crate::language::background::is_common_word;

/// How far to its right, in sizes of the text, the text goes on.
const NEAR: f64 = 1.5;
/// Height of a capital in sizes of its type, at most.
const CAPITAL: f64 = 0.75;
/// How far below its foot, in its own sizes, lines may keep clear of it.
const BELOW: f64 = 0.6;
/// How exactly, in sizes of the text, lines stand under each other, and how far apart they are at
/// most.
const IN_LINE: f64 = 0.2;
const NEXT_LINE: f64 = 2.2;
/// Words of one letter in the languages that we know; before others no space stands.
const ONE_LETTER: &str = "AIOEYUÀÈÉÓÅÖАВИКОСУЯ";

/// Joins each initial with the line that it begins, in pages of a language.
pub fn join_initials(pages: &mut [Page], language: Language) {
    if !pages.iter().any(has_initial) {
        return;
    }

    let words = Words::of(pages, language);
    for page in pages {
        let mut at = 0;
        while at < page.lines.len() {
            match find_line_beside(&page.lines, at) {
                Some(first) => {
                    let initial = page.lines[at].clone();
                    align_lines(&mut page.lines, &initial);

                    let is_apart = initial.spaces.1 || page.lines[first].spaces.0;
                    let line = &mut page.lines[first];
                    line.text = prepend_initial(&initial.text, &line.text, is_apart, &words);
                    page.lines.remove(at);
                }
                None => at += 1,
            }
        }
    }
}

fn has_initial(page: &Page) -> bool {
    page.lines.iter().any(|line| is_initial(&line.text))
}

/// The uppermost line that an initial, which line `at` may be, stands beside.
fn find_line_beside(lines: &[Line], at: usize) -> Option<usize> {
    let initial = &lines[at];
    if !is_initial(&initial.text) {
        return None;
    }

    // A heading just above it may reach down as far, in other type.
    let beside = || {
        lines
            .iter()
            .enumerate()
            .filter(|(_, line)| is_beside(line, initial))
    };
    let by_height = |a: &(usize, &Line), b: &(usize, &Line)| a.1.y.total_cmp(&b.1.y);
    let (_, lowest) = beside().max_by(by_height)?;
    beside()
        .filter(|(_, line)| (line.size - lowest.size).abs() < 0.1 * lowest.size)
        .min_by(by_height)
        .map(|(number, _)| number)
}

fn is_beside(line: &Line, initial: &Line) -> bool {
    let gap = line.left - initial.right;
    // A line above would have to stand in the letter.
    let top = initial.y - CAPITAL * initial.size;

    initial.size >= INITIAL * line.size
        && line.left >= initial.left - 0.5 * line.size
        && gap < NEAR * line.size
        && (top..initial.y + 0.5 * line.size).contains(&line.y)
}

/// Lines beside an initial begin where it does, and so do those below that stand in line with them:
/// the space that is kept free for the letter is higher than it.
fn align_lines(lines: &mut [Line], initial: &Line) {
    let is_lowest = |a: &&Line, b: &&Line| a.y.total_cmp(&b.y);
    let beside = lines.iter().filter(|line| is_beside(line, initial));
    let Some(lowest) = beside.max_by(is_lowest).cloned() else {
        return;
    };

    let mut last = lowest.y;
    let floor = initial.y + BELOW * initial.size;
    let is_below = |line: &&Line, last: f64| {
        let is_in_line = (line.left - lowest.left).abs() < IN_LINE * lowest.size;
        let is_next = line.y > last && line.y < last + NEXT_LINE * lowest.size;
        is_in_line && is_next && line.y < floor && (line.size - lowest.size).abs() < 0.1
    };
    while let Some(next) = lines.iter().find(|line| is_below(line, last)) {
        last = next.y;
    }

    for line in lines.iter_mut() {
        let is_in_line = (line.left - lowest.left).abs() < IN_LINE * lowest.size;
        let is_below = is_in_line && line.y > lowest.y && line.y <= last;
        if is_below || is_beside(line, initial) {
            line.left = initial.left;
        }
    }
}

/// The initial and the rest of its word, or the next one: `is_apart` where a space is drawn
/// between.
fn prepend_initial(initial: &str, rest: &str, is_apart: bool, words: &Words) -> String {
    let tail: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let letter = initial.trim_start_matches(|c: char| !c.is_alphabetic());

    let whole = format!("{letter}{tail}");
    let is_next = words.knows(&tail);
    let is_likely = is_next || (is_apart && tail.chars().nth(1).is_some());
    // Behind a space "live" is more likely a word than the rest of "alive", and "nna" is not.
    let is_whole = words.has(&whole) || (!(is_apart && is_next) && words.knows(&whole));
    if ONE_LETTER.contains(letter) && is_likely && !is_whole {
        format!("{initial} {rest}")
    } else {
        format!("{initial}{rest}")
    }
}

/// The words by which another is known.
struct Words {
    /// The words of the pages in lower case, without those that begin a line: they may lack their
    /// first letter.
    own: HashSet<String>,
    /// Whether the common words of English count, too.
    is_english: bool,
}

impl Words {
    fn of(pages: &[Page], language: Language) -> Words {
        let lines = pages.iter().flat_map(|page| &page.lines);
        let inner = lines.flat_map(|line| line.text.split(|c: char| !c.is_alphabetic()).skip(1));
        Words {
            own: inner.map(str::to_lowercase).collect(),
            is_english: language == Language::English,
        }
    }

    /// Whether the pages have a word.
    fn has(&self, word: &str) -> bool {
        self.own.contains(&word.to_lowercase())
    }

    /// Whether the pages have a word, or their language does.
    fn knows(&self, word: &str) -> bool {
        self.has(word) || (self.is_english && is_common_word(word))
    }
}
