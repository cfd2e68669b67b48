//! What Word prints before a paragraph of a list or a numbered heading: `1.`, `(b)`, `Article 2`,
//! `•`.
//!
//! `numbering.xml` has patterns of nine levels, and lists that follow a pattern and may change some
//! of it. All lists of one pattern go on counting from each other, unless a list says where it
//! starts: then it does so once, when it is met first.

use std::collections::{BTreeMap, HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::styles::Styles;
use crate::corpus::list_numbers::render_number;
use crate::corpus::xml::{attribute, for_each_tag, is_on, number_attribute};

/// Levels of a pattern.
const LEVELS: usize = 9;
/// Longest text of a level, in characters; Word allows no more.
const MOST_TEXT: usize = 255;
/// What is said of a level.
const SAID: &[&str] = &[
    "start",
    "numFmt",
    "lvlText",
    "lvlRestart",
    "isLgl",
    "suff",
    "pStyle",
    "vanish",
];
/// Formats that stay where all numbers are written in digits: nothing, and two digits.
const LEGAL: &[&str] = &["none", "decimalZero"];
/// Word's own fonts have their bullets where other fonts have no letters.
pub const PRIVATE: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';

/// The lists of a document, as they are defined.
#[derive(Debug, Default)]
pub struct Numbering {
    patterns: HashMap<String, Pattern>,
    lists: HashMap<String, List>,
}

#[derive(Debug, Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    /// The style that has the list whose pattern is meant.
    style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    pattern: String,
    /// Where it starts anew.
    starts: BTreeMap<usize, u32>,
    /// What replaces levels of the pattern.
    levels: BTreeMap<usize, Level>,
}

/// How the items of a level are counted and what is printed before them.
#[derive(Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// Digits that a number has at least.
    digits: usize,
    /// What is printed; `%1` is the number of the outermost level.
    text: String,
    /// After which level it begins again, from 1; 0 is never.
    restart: Option<usize>,
    /// Whether all numbers are written in digits.
    legal: bool,
    /// Whether the text follows without a space.
    glued: bool,
    /// The style of its paragraphs.
    style: Option<String>,
    /// Whether its numbers are hidden; they count nevertheless.
    hidden: bool,
}

/// Which definition a tag of `numbering.xml` belongs to.
enum Definition {
    Pattern(String),
    List(String),
}

impl Numbering {
    /// Reads `numbering.xml`, as far as it can be read.
    pub fn parse(xml: &str, styles: &Styles) -> Numbering {
        let mut numbering = Numbering::default();
        let mut place = None;
        let mut level = None;

        for_each_tag(xml, |name, tag| match name {
            "abstractNum" => {
                place = attribute(tag, "abstractNumId").map(Definition::Pattern);
                level = None;
            }
            "num" => {
                place = attribute(tag, "numId").map(Definition::List);
                level = None;
            }
            "lvl" | "lvlOverride" => level = number_attribute(tag, "ilvl"),
            _ => {
                if let Some(place) = &place {
                    numbering.define(place, level.filter(|level| *level < LEVELS), name, tag);
                }
            }
        });

        numbering.follow_styles(styles);
        numbering
    }

    fn define(&mut self, place: &Definition, level: Option<usize>, name: &str, tag: &BytesStart) {
        let value = || attribute(tag, "val");

        let levels = match place {
            Definition::Pattern(id) => {
                let pattern = self.patterns.entry(id.clone()).or_default();
                if name == "numStyleLink" {
                    pattern.style = value();
                }
                &mut pattern.levels
            }
            Definition::List(id) => {
                let list = self.lists.entry(id.clone()).or_default();
                match (name, level) {
                    ("abstractNumId", _) => list.pattern = value().unwrap_or_default(),
                    ("startOverride", Some(level)) => {
                        let start = number_attribute(tag, "val");
                        list.starts.extend(start.map(|start| (level, start)));
                    }
                    _ => {}
                }
                &mut list.levels
            }
        };

        if let Some(level) = level.filter(|_| SAID.contains(&name)) {
            levels.entry(level).or_default().define(name, tag);
        }
    }

    /// A pattern that names a style is that of the style's list.
    fn follow_styles(&mut self, styles: &Styles) {
        let patterns: HashMap<String, String> = self
            .lists
            .iter()
            .map(|(id, list)| (id.clone(), list.pattern.clone()))
            .collect();

        for list in self.lists.values_mut() {
            let style = self
                .patterns
                .get(&list.pattern)
                .and_then(|p| p.style.as_ref());
            let other =
                style.and_then(|style| styles.bases(style).find_map(|style| style.list.as_ref()));
            if let Some(pattern) = other.and_then(|other| patterns.get(other)) {
                list.pattern.clone_from(pattern);
            }
        }
    }
}

impl Level {
    fn define(&mut self, name: &str, tag: &BytesStart) {
        let value = attribute(tag, "val");

        match name {
            "start" => self.start = number_attribute(tag, "val").unwrap_or(0),
            "numFmt" if value.as_deref() == Some("custom") => self.digits = least_digits(tag),
            "numFmt" => self.format = value.unwrap_or_default(),
            "lvlText" => self.text = value.unwrap_or_default().chars().take(MOST_TEXT).collect(),
            "lvlRestart" => self.restart = number_attribute(tag, "val"),
            "isLgl" => self.legal = is_on(tag),
            "suff" => self.glued = value.as_deref() == Some("nothing"),
            "pStyle" => self.style = value,
            "vanish" => self.hidden = is_on(tag),
            _ => {}
        }
    }

    fn number(&self, number: u32, legal: bool) -> String {
        if legal && !LEGAL.contains(&self.format.as_str()) {
            return number.to_string();
        }
        match self.format.as_str() {
            "" | "decimal" => format!("{number:0width$}", width = self.digits),
            "bullet" => String::new(),
            format => render_number(number, format),
        }
    }

    /// What is printed before an item, given the numbers of its level and of those above.
    fn mark(&self, number: impl Fn(usize) -> Option<String>) -> Option<String> {
        let text = match self.format.as_str() {
            _ if self.hidden => return None,
            "bullet" => self.bullet(),
            _ => fill_in_numbers(&self.text, number),
        };

        let text = if self.glued { &text } else { text.trim_end() };
        let gap = if self.glued { "" } else { " " };
        Some(text.trim_start().to_owned() + gap).filter(|text| !text.trim().is_empty())
    }

    /// Bullets of Word's own fonts, and letters that stand for one, as the usual bullet.
    fn bullet(&self) -> String {
        let mut chars = self.text.chars();
        match (chars.next(), chars.next()) {
            (Some(bullet), None) if !PRIVATE.contains(&bullet) && !bullet.is_alphanumeric() => {
                bullet.to_string()
            }
            _ => "•".to_owned(),
        }
    }
}

/// How many digits the numbers of a format such as `001, 002, 003, ...` have at least.
fn least_digits(tag: &BytesStart) -> usize {
    let format = attribute(tag, "format").unwrap_or_default();
    let first = format.split(',').next().unwrap_or_default().trim();
    let is_padded = first.ends_with('1') && first.bytes().rev().skip(1).all(|byte| byte == b'0');
    if is_padded {
        first.len().min(LEVELS)
    } else {
        0
    }
}

/// A list together with the pattern that it follows.
#[derive(Clone, Copy)]
struct Followed<'a> {
    id: &'a str,
    list: &'a List,
    pattern: &'a Pattern,
}

impl<'a> Followed<'a> {
    fn level(self, at: usize) -> Option<&'a Level> {
        let changed = self.list.levels.get(&at);
        changed.or_else(|| self.pattern.levels.get(&at))
    }

    fn start(self, at: usize) -> Option<u32> {
        let anew = self.list.starts.get(&at).copied();
        anew.or_else(|| Some(self.level(at)?.start))
    }
}

/// The lists of a document while its paragraphs are counted, in reading order.
pub struct Counters<'a> {
    numbering: &'a Numbering,
    /// The last number at each level of each pattern.
    last: HashMap<&'a str, Numbers>,
    /// Lists that have started at a level where they start anew.
    started: HashSet<(&'a str, usize)>,
}

type Numbers = [Option<u32>; LEVELS];

impl<'a> Counters<'a> {
    /// Nothing is counted yet.
    pub fn new(numbering: &'a Numbering) -> Counters<'a> {
        Counters {
            numbering,
            last: HashMap::new(),
            started: HashSet::new(),
        }
    }

    /// The level of a list that is meant for paragraphs of a style.
    pub fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let list = self.numbering.lists.get(list)?;
        let pattern = self.numbering.patterns.get(&list.pattern)?;
        let mut levels = pattern.levels.iter();
        let found = levels.find(|(_, level)| level.style.as_deref() == Some(style));
        found.map(|(at, _)| *at)
    }

    /// Counts an item of a list, and says what is printed before it, up to where its text begins;
    /// `None` without such a list or when nothing is printed.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let (id, list) = self.numbering.lists.get_key_value(list)?;
        let pattern = self.numbering.patterns.get(&list.pattern)?;
        let list = Followed { id, list, pattern };
        let own = list.level(level)?;

        let numbers = self.count(list, level);
        let number = |at: usize| {
            let number = numbers.get(..=level)?.get(at).copied()??;
            Some(list.level(at)?.number(number, own.legal))
        };
        own.mark(number)
    }

    fn count(&mut self, list: Followed<'a>, level: usize) -> Numbers {
        let numbers = self.last.entry(&list.list.pattern).or_default();

        for (at, number) in numbers.iter_mut().enumerate() {
            if at > level {
                let restart = list.level(at).and_then(|level| level.restart);
                number.take_if(|_| restart.is_none_or(|after| level < after));
                continue;
            }

            let anew = list.list.starts.contains_key(&at) && self.started.insert((list.id, at));
            *number = match *number {
                Some(number) if !anew => Some(number.saturating_add(u32::from(at == level))),
                // A level without an item yet counts as begun.
                _ => list.start(at),
            };
        }

        *numbers
    }
}

/// The text of a level with its numbers; `%1` is that of level 0. Of a level without numbers what
/// separates it from the next is left out, too.
fn fill_in_numbers(text: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut pieces = text.split('%').peekable();
    let mut filled = pieces.next().unwrap_or_default().to_owned();

    while let Some(piece) = pieces.next() {
        let level = piece.chars().next().and_then(|c| c.to_digit(10));
        let Some(level) = level.and_then(|level| level.checked_sub(1)) else {
            filled.push('%');
            filled += piece;
            continue;
        };

        let number = number(level as usize).unwrap_or_default();
        if !number.is_empty() || pieces.peek().is_none() {
            filled += &number;
            filled += &piece[1..];
        }
    }

    filled
}
