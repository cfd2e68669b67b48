//! Sections of manuals, laws and papers, which are numbered with points: `2. Messages`, `2.1.
//! Hello`, `A.3 Tools`.
//!
//! In: the paragraphs of a text and what their first lines number. Out: which of these begin a
//! section. The decision that is not obvious: a number is that of a section if the one before or
//! after it is there, too, and if most paragraphs that are numbered so are titles; else a paragraph
//! only says which it is, as those of a law do.

use std::collections::HashSet;

use super::chapters::Reader;
use super::contents::Listed;
use super::headings::{
    HEADING_WIDTH, PAUSES, count_columns, ends_in_pause, is_like_sentence, is_sentence,
};
use super::labels::{Kind, Label};

/// What stands before the items of a list.
const BULLETS: &[char] = &['*', '-', '+', '•', '·'];
/// Most digits between two points.
const DIGITS: usize = 3;
/// So many titles that count from one are sections, where nothing is numbered below them.
const FEW: usize = 3;
/// Ends of sentences that no title has.
const STOPS: &[char] = &['.', '…', '。', '．', '।', '۔', '։', '።', '။', '។'];

/// `5.1. The Lamp`: a number of several parts, and a title behind it.
pub fn parse_section_label(words: &[&str]) -> Option<Label> {
    let (before, number) = split_section_number(words.first()?)?;
    is_section_title(&words[1..].join(" ")).then(|| section_label(before, number))
}

fn section_label(before: &str, number: u32) -> Label {
    Label {
        kind: Kind::Section(before.to_owned()),
        number: Some(number),
        titled: true,
        sure: false,
    }
}

/// What stands before the last part of a number such as `5.1.`, and that part.
fn split_section_number(word: &str) -> Option<(&str, u32)> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let at = word.rfind('.')? + 1;
    let (before, last) = word.split_at(at);

    let mut parts = before[..at - 1].split('.');
    let is_letter = |part: &str| part.len() < 3 && part.chars().all(char::is_uppercase);
    let first = parts.next()?;
    let begins = parse_plain_number(first).is_some() || (!first.is_empty() && is_letter(first));
    let goes_on = parts.all(|part| parse_plain_number(part).is_some());
    parse_plain_number(last)
        .filter(|_| begins && goes_on)
        .map(|number| (before, number))
}

/// A number without a zero before it.
fn parse_plain_number(part: &str) -> Option<u32> {
    let is_number = part.len() <= DIGITS && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse()
        .ok()
        .filter(|_| is_number && (part == "0" || !part.starts_with('0')))
}

/// The number of a line such as `2. Messages`, if a title follows, or of any such line.
pub fn parse_outermost_number(line: &str) -> Option<(u32, bool)> {
    let (number, title) = line.split_once(char::is_whitespace)?;
    let number = parse_plain_number(number.strip_suffix('.').unwrap_or(number))?;
    let begins = !title.trim_start().starts_with(char::is_lowercase);
    Some((
        number,
        begins && is_section_title(title) && !is_like_sentence(title),
    ))
}

/// Whether a line behind a number may be a title; file names and other small letters may begin it.
fn is_section_title(line: &str) -> bool {
    let line = line.trim();
    // `package.cron.*` is the name of a file, whose star is gone by now.
    let last = line.split_whitespace().next_back().unwrap_or_default();
    let is_file = last.trim_end_matches('.').contains('.');
    line.contains(char::is_alphabetic)
        && count_columns(line) <= HEADING_WIDTH
        && (is_file || !line.ends_with(STOPS))
        && !line.ends_with(PAUSES)
}

/// A numbered paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Section {
    at: usize,
    before: String,
    number: u32,
    /// The number of the chapter that it stands in.
    chapter: Option<u32>,
}

impl Section {
    /// Whether another one may be the next.
    fn leads_to(&self, next: &Section) -> bool {
        let is_next = next.before == self.before && next.number == self.number + 1;
        let is_inner =
            || next.number <= 1 && next.before == format!("{}{}.", self.before, self.number);
        let is_outer = || {
            let left = self.before.strip_prefix(next.before.as_str());
            let left = left.and_then(|left| left.split('.').next());
            next.number > 0 && left.and_then(parse_plain_number) == Some(next.number - 1)
        };

        // `1.0`, `2.0`
        let is_zero = || {
            let outer =
                |section: &Section| parse_plain_number(section.before.trim_end_matches('.'));
            let follows = outer(self).is_some_and(|number| outer(next) == Some(number + 1));
            self.number == 0 && next.number == 0 && follows
        };

        is_next || is_inner() || is_outer() || is_zero()
    }

    /// Whether it is the first, perhaps the only one, of its chapter.
    fn begins_chapter(&self) -> bool {
        let outer = parse_plain_number(self.before.trim_end_matches('.'));
        self.number <= 1 && outer.is_some() && outer == self.chapter
    }
}

impl Reader<'_> {
    /// Leaves the label of a section only to what is one.
    pub fn find_sections(&mut self) {
        for at in 0..self.paragraphs.len() {
            if self.is_clause(at) {
                self.labels[at] = None;
            }
        }
        let found = self.sections();
        let is_linked = |at: usize| {
            let section = &found[at];
            let before = at.checked_sub(1).map(|before| &found[before]);
            before.is_some_and(|before| before.leads_to(section))
                || found.get(at + 1).is_some_and(|next| section.leads_to(next))
                || section.begins_chapter()
        };
        let linked: Vec<bool> = (0..found.len()).map(is_linked).collect();

        let known = linked.iter().filter(|is_linked| **is_linked).count();
        let are_titles = known * 2 > self.numbered_like_sections();
        for (section, is_linked) in found.iter().zip(linked) {
            if !(are_titles && is_linked) || self.is_item(section.at) {
                self.labels[section.at] = None;
            }
        }
        self.find_outermost();
    }

    /// Whether a paragraph with the number of a section is one of a law or of minutes: it goes on
    /// below its first line, which may be set out, or that is a sentence.
    fn is_clause(&self, at: usize) -> bool {
        let is_section = |label: &Label| matches!(label.kind, Kind::Section(_));
        let title = self.line(at).split_once(char::is_whitespace);
        let title = title.map_or("", |(_, title)| title);
        let goes_on =
            || at + 1 < self.paragraphs.len() && self.line(at + 1).starts_with(char::is_lowercase);

        self.labels[at].as_ref().is_some_and(is_section)
            && (!self.is_single(at) || is_sentence(title) || (is_like_sentence(title) && goes_on()))
    }

    fn sections(&self) -> Vec<Section> {
        let mut chapter = None;
        let mut sections = Vec::new();

        for (at, label) in self.labels.iter().enumerate() {
            match label {
                Some(Label {
                    kind: Kind::Section(before),
                    number: Some(number),
                    ..
                }) => sections.push(Section {
                    at,
                    before: before.clone(),
                    number: *number,
                    chapter,
                }),
                Some(label) => chapter = label.number,
                None => chapter = self.outermost(at).or(chapter),
            }
        }

        sections
    }

    /// The number of a title such as `2. Messages`.
    fn outermost(&self, at: usize) -> Option<u32> {
        let is_free = self.is_single(at) && self.listed[at] == Listed::No;
        let (number, is_title) = parse_outermost_number(self.line(at)).filter(|_| is_free)?;
        is_title.then_some(number)
    }

    /// Whether a paragraph is an item of a list, such as printed contents are.
    fn is_item(&self, at: usize) -> bool {
        self.line(at).starts_with(BULLETS)
    }

    /// How many paragraphs begin with the number of a section, titles or not.
    fn numbered_like_sections(&self) -> usize {
        let is_numbered = |at: &usize| {
            let first = self.line(*at).split_whitespace().next();
            self.listed[*at] == Listed::No && first.and_then(split_section_number).is_some()
        };
        (0..self.paragraphs.len()).filter(is_numbered).count()
    }

    /// Whether the first paragraph that is numbered below a number stands right below it, as in rules
    /// of games: `100. Players` and `100.1. A player is …`
    fn is_above_first(&self, at: usize, number: u32) -> bool {
        let has_below = at + 1 < self.paragraphs.len();
        let first = has_below.then(|| self.line(at + 1).split_whitespace().next());
        let first = first.flatten().and_then(split_section_number);
        first.is_some_and(|(before, first)| first <= 1 && before == format!("{number}."))
    }

    /// Titles with one number, `2. Messages`: where there are sections below them, or where all
    /// that is numbered so counts from one and has text below.
    fn find_outermost(&mut self) {
        let numbers: Vec<(usize, u32, bool)> = (0..self.paragraphs.len())
            .filter(|at| self.labels[*at].is_none() && self.listed[*at] == Listed::No)
            .filter_map(|at| {
                let (number, is_title) = parse_outermost_number(self.line(at))?;
                Some((at, number, is_title && self.is_single(at)))
            })
            .collect();

        let has_text = |at: usize| {
            at + 1 < self.paragraphs.len() && parse_outermost_number(self.line(at + 1)).is_none()
        };
        let follows = |place: usize| {
            let before = place.checked_sub(1).map_or(0, |before| numbers[before].1);
            numbers[place].1 == 1 || numbers[place].1 == before + 1
        };
        // A line that announces a list stands above its first item.
        let is_list = |at: usize| at > 0 && ends_in_pause(self.last_line(at - 1));
        let are_chapters = numbers.len() >= FEW
            && !numbers.iter().any(|(at, ..)| is_list(*at))
            && numbers
                .iter()
                .all(|(at, _, is_title)| *is_title && has_text(*at))
            && (0..numbers.len()).all(follows);

        let outer = self.sections().into_iter().map(|section| section.before);
        let outer: HashSet<String> = outer.collect();
        let has_inner = |number: u32| outer.contains(&format!("{number}."));
        let holds_some = numbers.iter().any(|(_, number, _)| has_inner(*number));

        let mut last = 0;
        for (at, number, is_title) in numbers {
            let is_outer = self.is_above_first(at, number) || (holds_some && number == last + 1);
            if are_chapters || (is_title && is_outer) {
                self.labels[at] = Some(section_label("", number));
                last = number;
            }
        }
    }
}
