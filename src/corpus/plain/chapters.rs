//! Which paragraphs are headings, and of which level.
//!
//! In: the paragraphs of a text. Out: headings and text in reading order, every line in one of them
//! unless it is a table of contents. A line is judged by what stands around it: a number by its
//! neighbours, capitals by what comes before and after. The decision that is not obvious: in doubt
//! a line is text, as text can be quoted, and a heading that is missing spoils no place.

use std::collections::HashSet;
use std::ops::Range;

use super::contents::{Listed, mark_listed_paragraphs};
use super::headings::{
    count_columns, ends_in_pause, ends_sentence, is_cased, is_like_sentence, is_salutation,
    is_title, is_title_case, is_upper,
};
use super::labels::{Kind, Label};
use super::lines::Paragraph;

/// Levels, the outermost first. Parts have several, one for each word.
pub const PART: u8 = 10;
const MOST_PARTS: usize = 4;
pub const CHAPTER: u8 = 20;
pub const TITLED_NUMERAL: u8 = 30;
pub const NUMERAL: u8 = 40;
/// Those of sections have several, one for each number.
const SECTION: u8 = 41;
const MOST_SECTIONS: usize = 8;

/// A heading that runs over more lines is a paragraph.
const HEADING_LINES: usize = 3;
/// A line of fewer columns was not broken because it was full.
const BROKEN_LINE: usize = 50;

/// A piece of a text, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Heading { level: u8, range: Range<usize> },
    Text(Range<usize>),
}

/// A text taken apart.
#[derive(Debug, Default)]
pub struct Chapters {
    /// The line at the top that names the whole, if any; it is no piece.
    pub title: Option<Range<usize>>,
    pub pieces: Vec<Piece>,
}

/// Takes a text apart; a title that is `known` from elsewhere may stand at its top.
pub fn split_into_chapters(text: &str, paragraphs: &[Paragraph], known: Option<&str>) -> Chapters {
    let labels: Vec<Option<Label>> = paragraphs
        .iter()
        .map(|paragraph| parse_paragraph_label(text, paragraph))
        .collect();

    let mut reader = Reader {
        text,
        paragraphs,
        listed: mark_listed_paragraphs(text, paragraphs, &labels),
        labels,
        levels: Vec::new(),
        over: None,
        first_story: None,
        numbered: false,
        long_titles: false,
        speakers: HashSet::new(),
    };
    reader.drop_lists();
    reader.join_chapters();
    reader.drop_stray_numerals();
    reader.find_sections();
    reader.numbered = reader.labels.iter().flatten().nth(1).is_some();
    reader.find_levels();
    reader.speakers = reader.speakers();
    reader.find_titles();
    reader.long_titles = reader.has_long_titles();
    reader.read(known)
}

/// What the first line of a paragraph numbers.
fn parse_paragraph_label(text: &str, paragraph: &Paragraph) -> Option<Label> {
    let first = &text[paragraph.lines[0].clone()];
    // A full line of a long paragraph only happens to begin so.
    let is_full = paragraph.lines.len() > HEADING_LINES && first.chars().count() >= BROKEN_LINE;
    Label::of(first).filter(|label| !(label.titled && is_full))
}

pub struct Reader<'a> {
    pub text: &'a str,
    pub paragraphs: &'a [Paragraph],
    /// What the first line of each paragraph numbers.
    pub labels: Vec<Option<Label>>,
    pub listed: Vec<Listed>,
    /// The level of each paragraph that begins with a heading.
    pub levels: Vec<Option<u8>>,
    /// The level of titles, where these stand above numbers that begin anew under each.
    pub over: Option<u8>,
    /// The first of these titles.
    pub first_story: Option<usize>,
    /// Whether chapters are numbered.
    pub numbered: bool,
    /// Whether titles as long as sentences stand under the numbers of chapters.
    long_titles: bool,
    /// Who speaks, in a play.
    pub speakers: HashSet<String>,
}

impl Reader<'_> {
    pub fn line(&self, at: usize) -> &str {
        &self.text[self.paragraphs[at].lines[0].clone()]
    }

    pub fn last_line(&self, at: usize) -> &str {
        let lines = &self.paragraphs[at].lines;
        &self.text[lines[lines.len() - 1].clone()]
    }

    pub fn is_single(&self, at: usize) -> bool {
        self.paragraphs[at].lines.len() == 1
    }

    fn drop_lists(&mut self) {
        for (label, listed) in self.labels.iter_mut().zip(&self.listed) {
            label.take_if(|_| *listed != Listed::No);
        }
    }

    /// Some books go on without the word: `ADVENTURE VI. …`, `VII. THE …`.
    fn join_chapters(&mut self) {
        let mut chapter = 0;
        let mut section = 0;
        for label in self.labels.iter_mut().flatten() {
            let number = label.number.unwrap_or_default();
            match label.kind {
                Kind::Chapter => (chapter, section) = (number, 0),
                // Numbers that count on from a first one are those of sections.
                Kind::Numeral
                    if label.titled && number == chapter + 1 && chapter > 0 && section == 0 =>
                {
                    label.kind = Kind::Chapter;
                    chapter = number;
                }
                Kind::Numeral if label.titled => section = number,
                _ => {}
            }
        }
    }

    /// A number alone is a heading if the one before or after it is there, too; else it is a name,
    /// a page, a word.
    fn drop_stray_numerals(&mut self) {
        for titled in [false, true] {
            let numerals: Vec<(usize, u32, bool)> = self
                .labels
                .iter()
                .enumerate()
                .filter_map(|(at, label)| Some((at, label.as_ref()?)))
                .filter(|(_, label)| label.kind == Kind::Numeral && label.titled == titled)
                .filter_map(|(at, label)| Some((at, label.number?, label.sure)))
                .collect();

            let mut last = 0;
            for (place, (at, number, sure)) in numerals.iter().enumerate() {
                let next = numerals.get(place + 1).map(|next| next.1);
                let goes_on = next == Some(number + 1);
                let begins = *number == 1 && (goes_on || next == Some(1) || last > 0);
                let follows = last > 0 && (last + 1..=last + 2).contains(number);

                if (begins || follows || goes_on || *sure) && self.may_number(*at, *number) {
                    last = *number;
                } else {
                    self.labels[*at] = None;
                }
            }
        }
    }

    /// Digits alone may be the number of a page, which parts sentences. Above the first one there
    /// may be a dedication.
    fn may_number(&self, at: usize, number: u32) -> bool {
        let digits = self.line(at).contains(|c: char| c.is_ascii_digit());
        let is_short = |at: usize| {
            let mut lines = self.paragraphs[at].lines.iter();
            lines.all(|line| count_columns(&self.text[line.clone()]) < BROKEN_LINE)
        };

        !digits
            || at == 0
            || self.labels[at - 1].is_some()
            || ends_sentence(self.last_line(at - 1))
            || is_title(self.last_line(at - 1))
            || (number == 1 && is_short(at - 1) && !ends_in_pause(self.last_line(at - 1)))
    }

    fn find_levels(&mut self) {
        // A volume holds books in one text, a book volumes in another: the one that comes first is
        // outside.
        let mut parts: Vec<&str> = Vec::new();
        let alone = self.level_of_chapters();
        let mut levels = Vec::new();
        for label in &self.labels {
            levels.push(label.as_ref().map(|label| match &label.kind {
                Kind::Part(word) => {
                    let known = parts.iter().position(|part| part == word);
                    let place = known.unwrap_or_else(|| {
                        parts.push(word);
                        parts.len() - 1
                    });
                    PART + place.min(MOST_PARTS) as u8
                }
                Kind::Chapter => CHAPTER,
                Kind::Alone => alone,
                Kind::Numeral if label.titled => TITLED_NUMERAL,
                Kind::Numeral => NUMERAL,
                Kind::Section(before) => {
                    let depth = before.matches('.').count();
                    SECTION + depth.min(MOST_SECTIONS) as u8
                }
            }));
        }

        self.levels = levels;
    }

    /// The level that most chapters have, where each has a number.
    fn level_of_chapters(&self) -> u8 {
        let count = |is_such: fn(&Label) -> bool| {
            self.labels.iter().flatten().filter(|l| is_such(l)).count()
        };

        let levels = [
            (CHAPTER, count(|label| label.kind == Kind::Chapter)),
            (
                TITLED_NUMERAL,
                count(|label| label.kind == Kind::Numeral && label.titled),
            ),
            (
                NUMERAL,
                count(|label| label.kind == Kind::Numeral && !label.titled),
            ),
            (
                SECTION,
                count(|label| label.kind == Kind::Section(String::new())),
            ),
        ];
        // Of equals, the outermost; in a book of volumes without chapters, theirs.
        let most = levels.into_iter().rev().max_by_key(|(_, count)| *count);
        let is_any = |(_, count): &(u8, usize)| *count > 0;
        let none = if count(|label| label.kind.is_part()) > 0 {
            PART
        } else {
            CHAPTER
        };
        most.filter(is_any).map_or(none, |(level, _)| level)
    }

    fn read(&self, known: Option<&str>) -> Chapters {
        let title = self.own_title(known);
        let mut chapters = Chapters::default();
        let mut at = 0;
        if let Some(title) = &title {
            at = self.read_title(title, &mut chapters.pieces);
        }
        chapters.title = title;

        while at < self.paragraphs.len() {
            let paragraph = &self.paragraphs[at];
            if let Some(level) = self.levels[at] {
                at += self.read_heading(at, level, &mut chapters.pieces);
            } else {
                if self.listed[at] != Listed::Contents {
                    chapters.pieces.push(Piece::Text(paragraph.range()));
                }
                at += 1;
            }
        }
        chapters
    }

    /// Writes the heading that a paragraph begins with, and the text below it in the same
    /// paragraph. Returns how many paragraphs that were.
    fn read_heading(&self, at: usize, level: u8, pieces: &mut Vec<Piece>) -> usize {
        let paragraph = &self.paragraphs[at];
        let lines = self.heading_lines(at);
        let whole = lines == paragraph.lines.len();
        let mut range = paragraph.lines[0].start..paragraph.lines[lines - 1].end;
        let mut read = 1;

        // "CHAPTER IV." alone on its line: the title may be the next paragraph.
        let bare = self.labels[at].as_ref().is_some_and(|label| !label.titled);
        if bare && whole && lines == 1 && self.is_chapter_title(at + 1) {
            range.end = self.paragraphs[at + 1].range().end;
            read = 2;
        }

        pieces.push(Piece::Heading { level, range });
        if !whole {
            let rest = paragraph.lines[lines].start..paragraph.range().end;
            pieces.push(Piece::Text(rest));
        }
        read
    }

    /// A sentence may lack its stop by chance, but not under most chapters.
    fn has_long_titles(&self) -> bool {
        let is_bare = |label: &&Label| label.says_so() && !label.titled;
        let chapters = self.labels.iter().flatten().filter(is_bare).count();

        let long = |at: &usize| {
            let above = at.checked_sub(1).and_then(|at| self.labels[at].as_ref());
            above.is_some_and(|label| is_bare(&label))
                && is_like_sentence(self.line(*at))
                && self.may_be_chapter_title(*at)
        };
        let long = (0..self.paragraphs.len()).filter(long).count();

        long > 1 && long * 2 > chapters
    }

    /// Whether a paragraph is the title of the chapter numbered above it.
    fn is_chapter_title(&self, at: usize) -> bool {
        self.may_be_chapter_title(at) && (self.long_titles || !is_like_sentence(self.line(at)))
    }

    fn may_be_chapter_title(&self, at: usize) -> bool {
        let Some(paragraph) = self.paragraphs.get(at) else {
            return false;
        };

        let mut lines = paragraph.lines.iter().map(|line| &self.text[line.clone()]);
        let named = self.labels[at].is_some() || self.listed[at] != Listed::No;
        let fits = match paragraph.lines.len() {
            1 => is_title(self.line(at)),
            2..=HEADING_LINES => {
                let is_whole = lines.all(is_upper) || is_cased(&self.text[paragraph.range()]);
                is_whole && is_title(self.last_line(at))
            }
            _ => false,
        };

        fits && !named
            && at + 1 < self.paragraphs.len()
            && !is_salutation(self.line(at))
            && !self.speaks(at)
    }

    /// How many lines of a paragraph are its heading; what stands below is text.
    fn heading_lines(&self, at: usize) -> usize {
        let lines = &self.paragraphs[at].lines;
        let line = |n: usize| &self.text[lines[n].clone()];
        let titled = self.labels[at].as_ref().is_some_and(|label| label.titled);
        if self.is_heading_as_a_whole(at) {
            return lines.len();
        }

        let mut count = 1;
        while count < lines.len().min(HEADING_LINES) {
            let is_last = count + 1 == lines.len();
            // A title that was broken because its line was full goes on, whatever it ends with.
            let broken = titled && is_last && line(count - 1).chars().count() >= BROKEN_LINE;
            let short = line(count).chars().count() < BROKEN_LINE;
            let named = !titled
                && is_title(line(count))
                && (is_last || short && is_title_case(line(count)));

            if !(is_upper(line(count)) || broken || named) {
                break;
            }
            count += 1;
        }
        count
    }

    /// `Chapter 3. The Gull--A Storm--The` with `End of the Light` below, and nothing else.
    fn is_heading_as_a_whole(&self, at: usize) -> bool {
        let lines = &self.paragraphs[at].lines;
        let last = self.last_line(at);
        let is_titled = |label: &Label| label.titled && label.says_so();
        // `Date: 3 May 1911`
        let is_field = |line: &Range<usize>| {
            let key = self.text[line.clone()].split_once(": ");
            key.is_some_and(|(key, _)| key.chars().all(char::is_alphabetic))
        };

        (2..=HEADING_LINES).contains(&lines.len())
            && self.labels[at].as_ref().is_some_and(is_titled)
            && at + 1 < self.paragraphs.len()
            && !ends_sentence(last)
            && !ends_in_pause(last)
            && !lines[1..].iter().any(is_field)
            && is_cased(&self.text[lines[0].start..lines[lines.len() - 1].end])
    }
}
