//! Titles without a number: of the stories of a collection, of sections; and who signs or speaks
//! instead.
//!
//! In: paragraphs of which the numbered headings are known. Out: the level of each title. The
//! decision that is not obvious: a line is a title only where what stands above it is finished, so
//! that what a letter, a list or a colon announces stays text.

use std::collections::{HashMap, HashSet};

use super::chapters::{CHAPTER, NUMERAL, PART, Reader, TITLED_NUMERAL};
use super::contents::Listed;
use super::headings::{
    ends_sentence, fold_letters, is_capitals, is_salutation, is_title, is_title_case,
};
use super::labels::{WORDS, is_byline, is_play_label};
use super::numerals::fold_accents;

/// Levels of titles above chapters that begin anew under each, and of others.
const OVER_PARTS: u8 = 5;
const OVER_CHAPTERS: u8 = 15;
const OVER_TITLED_NUMERALS: u8 = 25;
const OVER_NUMERALS: u8 = 35;
const TITLE: u8 = 50;

/// A signature has at most so many words, and stands at most so many paragraphs below the greeting.
const SIGNATURE_WORDS: usize = 6;
const LETTER_PARAGRAPHS: usize = 20;
/// A speaker's name in a play has at most so many words.
const SPEAKER_WORDS: usize = 3;
/// So many names with what is said below them make a play.
const CUES: usize = 3;
/// What underlines titles that hold those underlined otherwise.
const DOUBLE: char = '=';
/// A paragraph of fewer bytes is no prose, unless it ends a sentence.
const PROSE: usize = 40;

impl Reader<'_> {
    /// Titles without a number: of the stories of a collection, of sections.
    pub fn find_titles(&mut self) {
        (self.over, self.first_story) = self.level_over_numbers().unzip();
        let level = self.over.unwrap_or(TITLE);
        let has_dates = self.has_stray_dates();

        let mut letter_until = 0;
        for at in 0..self.paragraphs.len() {
            if self.levels[at].is_some() {
                letter_until = 0;
            }
            if self.is_single(at) && is_salutation(self.line(at)) {
                letter_until = at + LETTER_PARAGRAPHS;
            }
            let is_stray = has_dates && self.is_dated(at) && !is_capitals(self.line(at));
            if !self.is_standing_title(at) || is_stray {
                continue;
            }

            let words = self.line(at).split_whitespace().count();
            let signs = at < letter_until && words <= SIGNATURE_WORDS;
            if signs {
                letter_until = 0;
            } else if !self.speaks(at) {
                let underline = self.paragraphs[at].underline;
                let is_inner = underline.is_some_and(|underline| underline != DOUBLE);
                self.levels[at] = Some(level + u8::from(is_inner));
            }
        }
    }

    /// Whether of the lines alone that are dated or numbered, most are no titles by how they look:
    /// then none is one.
    fn has_stray_dates(&self) -> bool {
        let dated: Vec<usize> = (0..self.paragraphs.len())
            .filter(|at| self.is_dated(*at) && self.has_text_below(*at))
            .collect();
        let standing = dated.iter().filter(|at| self.is_standing_title(**at));
        standing.count() * 2 < dated.len()
    }

    /// Whether a paragraph is a short line that is dated or numbered, and no heading for another
    /// reason.
    fn is_dated(&self, at: usize) -> bool {
        has_date(self.line(at))
            && self.is_single(at)
            && self.levels[at].is_none()
            && self.listed[at] == Listed::No
            && self.paragraphs[at].underline.is_none()
            && is_title(self.line(at))
    }

    /// The level of titles, if numbers begin anew under them, and the first of them.
    fn level_over_numbers(&self) -> Option<(u8, usize)> {
        let over = [
            (PART, OVER_PARTS),
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

            let title = |at: &usize| self.story_above(*at).or_else(|| self.title_before(*at));
            let titles: Vec<usize> = firsts.iter().filter_map(title).collect();
            (titles.len() > 1).then(|| (over, titles[0]))
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

    /// The title of the story that begins with a paragraph, right above it or above whoever wrote
    /// it.
    fn story_above(&self, at: usize) -> Option<usize> {
        let title = self.title_above(at)?;
        let nearest = at - 1;
        Some(if self.is_byline(nearest) {
            title
        } else {
            nearest
        })
    }

    /// The title before a paragraph with text between them, in which nothing is numbered.
    fn title_before(&self, at: usize) -> Option<usize> {
        let mut above = (0..at).rev().take_while(|at| self.levels[*at].is_none());
        above.find(|above| self.stands_alone(*above) && !self.speaks(*above))
    }

    /// Whether a line below a title says who wrote what follows.
    fn is_byline(&self, at: usize) -> bool {
        let is_title = |above: usize| self.is_single(above) && is_title(self.line(above));
        at.checked_sub(1).is_some_and(is_title) && self.is_single(at) && is_byline(self.line(at))
    }

    /// Whether a paragraph is a title by how it looks and what stands around it.
    fn is_standing_title(&self, at: usize) -> bool {
        if !self.is_single(at)
            || self.levels[at].is_some()
            || self.listed[at] != Listed::No
            || self.is_byline(at)
        {
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
        heads || self.stands_alone(at)
    }

    /// Whether a line looks like a title, and what is above it is finished.
    fn stands_alone(&self, at: usize) -> bool {
        if !self.is_single(at) || self.listed[at] != Listed::No || self.is_byline(at) {
            return false;
        }
        let line = self.line(at);
        let below = at + 1 + usize::from(self.is_byline_below(at));
        if self.paragraphs[at].underline.is_some() {
            return self.has_text_below(at);
        }

        // Where chapters are numbered, a line with a point inside one is seldom a title.
        let in_capitals = is_capitals(line) && !(self.numbered && line.ends_with('.'));
        let in_title_case = is_title_case(line) && self.is_prose(below) && !self.is_dateline(at);
        (in_capitals && self.has_text_below(at) || in_title_case) && self.is_free_above(at)
    }

    fn is_byline_below(&self, at: usize) -> bool {
        at + 1 < self.paragraphs.len() && self.is_byline(at + 1)
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
        let is_finished = ends_sentence(line) && !is_salutation(line);
        is_heading || is_rule || is_finished || self.is_title_page(above)
    }

    /// Whether a paragraph ends what a text has before its first words: its title, and perhaps who
    /// wrote it.
    fn is_title_page(&self, at: usize) -> bool {
        match at {
            0 => self.is_single(0) || is_byline(self.last_line(0)),
            1 => self.is_single(0) && self.is_byline(1),
            _ => false,
        }
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
        self.speakers.contains(&fold_letters(line))
            || (self.speakers.len() > 1 && is_short && is_capitals(line))
    }

    /// Names in capitals that come again and again: those who speak in a play. Where it says that
    /// it is one, or sets its speakers as plays do, once is enough.
    pub fn speakers(&self) -> HashSet<String> {
        let is_play = self.is_play();
        let has_cues = (0..self.paragraphs.len())
            .filter(|at| self.is_cue(*at))
            .count()
            >= CUES;

        let mut names: HashMap<String, Name> = HashMap::new();
        let is_alone = |at: &usize| self.is_single(*at) && self.listed[*at] != Listed::Contents;
        for at in (0..self.paragraphs.len()).filter(is_alone) {
            let line = self.line(at);
            let words = line.split_whitespace().count();
            if self.levels[at].is_none() && words <= SPEAKER_WORDS && is_capitals(line) {
                let name = names.entry(fold_letters(line)).or_default();
                name.times += 1;
                name.titles += usize::from(self.is_below_number(at));
                let below = at + 1 + usize::from(self.is_byline_below(at));
                name.speaks |=
                    (is_play && !self.is_numbered(below)) || (has_cues && line.ends_with('.'));
            }
        }

        names.retain(|_, name| (name.speaks || name.times > 1) && name.titles * 2 <= name.times);
        // One that comes twice may be the heading of notes.
        if names.len() == 1 {
            names.retain(|_, name| name.speaks || name.times > 2);
        }
        names.into_keys().collect()
    }

    /// Whether the words for its chapters are those of a play.
    fn is_play(&self) -> bool {
        (0..self.paragraphs.len()).any(|at| self.is_numbered(at) && is_play_label(self.line(at)))
    }

    /// Whether a paragraph may be the title of what is numbered above it. Acts and scenes have
    /// none.
    fn is_below_number(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1) else {
            return false;
        };
        let is_bare = self.labels[above].as_ref().is_some_and(|l| !l.titled);
        is_bare && !is_play_label(self.line(above))
    }

    fn is_numbered(&self, at: usize) -> bool {
        self.labels.get(at).is_some_and(Option::is_some)
    }

    /// Whether a paragraph is a name in capitals with what its bearer says below.
    fn is_cue(&self, at: usize) -> bool {
        let line = self.line(at);
        let name = line.trim_end_matches([':', '.']);
        self.levels[at].is_none()
            && !self.is_single(at)
            && name.len() < line.len()
            && name.split_whitespace().count() <= SPEAKER_WORDS
            && is_capitals(name)
    }
}

/// `3. The Gull`, `January 3, 1871`, `Tuesday, 5th`.
fn has_date(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric());
    let is_of_date = |word: &str| WORDS.dates.contains(&fold_accents(word));
    line.starts_with(char::is_numeric) || (line.contains(char::is_numeric) && words.any(is_of_date))
}

/// How often a line in capitals comes.
#[derive(Default)]
struct Name {
    times: usize,
    /// Right below a number, as the titles of chapters do.
    titles: usize,
    /// Where only somebody who speaks is named so.
    speaks: bool,
}
