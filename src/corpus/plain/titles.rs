//! Titles without a number: of the stories of a collection, of sections; and who signs or speaks instead.
//!
//! In: paragraphs of which the numbered headings are known. Out: the level of each title. The decision that is
//! not obvious: a line is a title only where what stands above it is finished, so that what a letter, a list
//! or a colon announces stays text.

use std::collections::{HashMap, HashSet};

use super::chapters::{CHAPTER, NUMERAL, Reader, TITLED_NUMERAL};
use super::contents::Listed;
use super::headings::{
    ends_sentence, is_capitals, is_salutation, is_title, is_title_case, letters,
};

/// Levels of titles above chapters that begin anew under each, and of others.
const OVER_CHAPTERS: u8 = 15;
const OVER_TITLED_NUMERALS: u8 = 25;
const OVER_NUMERALS: u8 = 35;
const TITLE: u8 = 50;

/// A signature has at most so many words, and stands at most so many paragraphs below the greeting.
const SIGNATURE_WORDS: usize = 6;
const LETTER_PARAGRAPHS: usize = 20;
/// A speaker's name in a play has at most so many words.
const SPEAKER_WORDS: usize = 3;
/// A paragraph of fewer bytes is no prose, unless it ends a sentence.
const PROSE: usize = 40;

impl Reader<'_> {
    /// Titles without a number: of the stories of a collection, of sections.
    pub fn find_titles(&mut self) {
        self.over = self.level_over_numbers();
        let level = self.over.unwrap_or(TITLE);

        let mut letter_until = 0;
        for at in 0..self.paragraphs.len() {
            if self.levels[at].is_some() {
                letter_until = 0;
            }
            if self.is_single(at) && is_salutation(self.line(at)) {
                letter_until = at + LETTER_PARAGRAPHS;
            }
            if !self.is_standing_title(at) {
                continue;
            }

            let line = self.line(at);
            let words = line.split_whitespace().count();
            let signs = at < letter_until && words <= SIGNATURE_WORDS;
            if signs {
                letter_until = 0;
            } else if !self.speaks(at) {
                self.levels[at] = Some(level);
            }
        }
    }

    /// The level of titles, if numbers begin anew under them.
    fn level_over_numbers(&self) -> Option<u8> {
        let over = [
            (CHAPTER, OVER_CHAPTERS),
            (TITLED_NUMERAL, OVER_TITLED_NUMERALS),
            (NUMERAL, OVER_NUMERALS),
        ];
        over.into_iter().find_map(|(level, over)| {
            let firsts: Vec<usize> = (0..self.paragraphs.len())
                .filter(|at| self.levels[*at] == Some(level))
                .filter(|at| {
                    self.labels[*at]
                        .as_ref()
                        .is_some_and(|l| l.number == Some(1))
                })
                .collect();
            let titled = firsts.iter().filter(|at| self.title_above(**at).is_some());
            (firsts.len() > 1 && titled.count() > 1).then_some(over)
        })
    }

    /// The title right above a paragraph, or above a line below it that says who wrote it.
    fn title_above(&self, at: usize) -> Option<usize> {
        let is_title = |at: &usize| {
            self.is_single(*at) && self.levels[*at].is_none() && is_title(self.line(*at))
        };
        let above = at.checked_sub(1).filter(is_title)?;
        let higher = above.checked_sub(1).filter(is_title);
        Some(higher.unwrap_or(above))
    }

    /// Whether a paragraph is a title by how it looks and what stands around it.
    fn is_standing_title(&self, at: usize) -> bool {
        if !self.is_single(at) || self.levels[at].is_some() || self.listed[at] != Listed::No {
            return false;
        }
        let line = self.line(at);
        let is_first = |next: usize| {
            let label = self.labels.get(next).and_then(Option::as_ref);
            label.is_some_and(|label| label.number == Some(1))
        };
        // Right above the first number of a story.
        let heads = self.over.is_some()
            && is_title(line)
            && (is_first(at + 1) && self.title_above(at + 1) == Some(at)
                || is_first(at + 2) && self.title_above(at + 2) == Some(at));
        if heads {
            return true;
        }

        // Where chapters are numbered, a line with a point inside one is seldom a title.
        let in_capitals = is_capitals(line) && !(self.numbered && line.ends_with('.'));
        let in_title_case = is_title_case(line) && self.is_prose(at + 1) && !self.is_dateline(at);
        (in_capitals && self.has_text_below(at) || in_title_case) && self.is_free_above(at)
    }

    /// Whether a line below a heading says when, where or by whom, and names nothing.
    fn is_dateline(&self, at: usize) -> bool {
        let below_heading = at > 0 && self.labels[at - 1].is_some();
        let line = self.line(at).trim_start_matches(|c: char| c.is_numeric());
        let says_when = line.contains(|c: char| matches!(c, ',' | ':') || c.is_numeric());
        below_heading || (at < 2 && says_when)
    }

    /// Whether what stands above a paragraph is finished.
    fn is_free_above(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1) else {
            return true;
        };
        let line = self.last_line(above);
        let is_rule = !line.contains(char::is_alphanumeric);
        let is_heading = self.levels[above].is_some() || self.listed[above] == Listed::Contents;
        let is_front = above == 0 && self.is_single(0);
        is_heading || is_rule || is_front || (ends_sentence(line) && !is_salutation(line))
    }

    fn has_text_below(&self, at: usize) -> bool {
        at + 1 < self.paragraphs.len()
    }

    fn is_prose(&self, at: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(at) else {
            return false;
        };
        let line = self.line(at);
        self.levels[at].is_none()
            && (paragraph.lines.len() > 1 || ends_sentence(line) || line.len() > PROSE)
    }

    /// Whether a line is the name of somebody who speaks in a play.
    pub fn speaks(&self, at: usize) -> bool {
        let line = self.line(at);
        let is_short = line.split_whitespace().count() < SPEAKER_WORDS;
        self.speakers.contains(&letters(line))
            || (self.speakers.len() > 1 && is_short && is_capitals(line))
    }

    /// Names in capitals that come again and again: those who speak in a play.
    pub fn speakers(&self) -> HashSet<String> {
        // How often each comes, and how often right below a number, as the titles of chapters do.
        let mut names: HashMap<String, (usize, usize)> = HashMap::new();
        for at in (0..self.paragraphs.len()).filter(|at| self.is_single(*at)) {
            let line = self.line(at);
            let words = line.split_whitespace().count();
            if self.levels[at].is_none() && words <= SPEAKER_WORDS && is_capitals(line) {
                let (times, titles) = names.entry(letters(line)).or_default();
                *times += 1;
                *titles += usize::from(at > 0 && self.labels[at - 1].is_some());
            }
        }

        names.retain(|_, (times, titles)| *times > 1 && *titles * 2 <= *times);
        // One that comes twice may be the heading of notes.
        if names.len() == 1 {
            names.retain(|_, (times, _)| *times > 2);
        }
        names.into_keys().collect()
    }
}
