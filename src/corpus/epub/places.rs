//! What a page of a book is divided into: its headings and what the contents say, joined.
//!
//! The contents know how deep something stands and often its full title; the page knows where it
//! begins. A heading belongs to an entry of the contents when it is the first thing there, or says
//! the same. The other headings stand below, as far as their levels say. An entry without a heading
//! begins a section itself.

use std::collections::HashMap;

use super::contents::Mark;
use crate::corpus::html::{Heading, Page, Plan, Stop, StopKind};

/// The deepest level of a heading.
const DEEPEST: i16 = 9;
/// How far ahead a heading is looked for that says what an entry says.
const MOST_AHEAD: usize = 32;
/// How many characters of text, a motto perhaps, may stand between an entry and its heading.
const MOST_BETWEEN: usize = 400;

/// The contents of a book while it is written, page by page.
#[derive(Debug)]
pub struct Places {
    /// The words of the book's title.
    title: Vec<String>,
    /// What begins in each file.
    marks: HashMap<String, Vec<Mark>>,
    /// Whether the contents say nothing of how deep their entries stand.
    is_flat: bool,
    /// What is added to the level of a heading that the contents do not have.
    shift: i16,
    /// Headings of flat contents that the next ones may stand below.
    open: Vec<Open>,
    /// How many characters of text the pages before had.
    before: usize,
}

/// A heading that others may stand below.
#[derive(Debug)]
struct Open {
    /// Its level on the page.
    own: u8,
    /// Characters of text up to it.
    at: usize,
    /// Whether something stands below it.
    holds: bool,
}

impl Places {
    /// The places of a book with this title and these contents.
    pub fn new(title: &str, contents: Vec<Mark>) -> Places {
        let mut levels = contents.iter().map(|mark| mark.level);
        let first = levels.next();
        let is_flat = levels.all(|level| Some(level) == first);

        let mut marks: HashMap<String, Vec<Mark>> = HashMap::new();
        for mark in contents {
            marks.entry(mark.file.clone()).or_default().push(mark);
        }

        Places {
            title: split_words(title),
            marks,
            is_flat,
            shift: 0,
            open: Vec::new(),
            before: 0,
        }
    }

    /// What a page is divided into. Nothing stands below a heading of the `front` of the book.
    pub fn plan(&mut self, file: &str, page: &Page, is_front: bool) -> Plan {
        let (stops, length) = page.stops();
        let marks = pair_with_stops(self.marks.remove(file).unwrap_or_default(), &stops);

        let mut division = Division {
            places: self,
            stops: &stops,
            is_front,
            plan: Plan::default(),
            waiting: Vec::new(),
            completed: None,
            free: None,
        };
        division.divide(marks);

        let plan = division.plan;
        self.before += length;
        plan
    }

    /// How deep a heading of flat contents stands: below one of a part, which has no text of its
    /// own.
    fn level_below(&mut self, own: u8, at: usize, is_front: bool) -> u8 {
        while let Some(above) = self.open.last_mut() {
            if above.own < own && (above.holds || above.at == at) && !is_front {
                above.holds = true;
                break;
            }
            self.open.pop();
        }

        let level = self.open.len() as u8 + 1;
        if !is_front {
            let holds = false;
            self.open.push(Open { own, at, holds });
        }
        level
    }
}

/// The entries of a page in the order in which they begin, each with its stop; without one, it is
/// the page. An entry that points to nothing is that of the page if it is the first, and else none.
fn pair_with_stops(marks: Vec<Mark>, stops: &[Stop]) -> Vec<(Option<usize>, Mark)> {
    let mut anchors: HashMap<&str, usize> = HashMap::new();
    for (at, stop) in stops.iter().enumerate() {
        if let StopKind::Anchor(name) = &stop.kind {
            anchors.entry(name).or_insert(at);
        }
    }

    let mut placed = Vec::new();
    for mark in marks {
        let at = mark
            .fragment
            .as_deref()
            .map(|name| anchors.get(name).copied());
        match at {
            Some(None) if !placed.is_empty() => {}
            at => placed.push((at.flatten(), mark)),
        }
    }

    placed.sort_by_key(|(at, _)| *at);
    placed
}

/// The work on one page.
struct Division<'a> {
    places: &'a mut Places,
    stops: &'a [Stop],
    is_front: bool,
    plan: Plan,
    /// Entries that have begun and may still find their heading.
    waiting: Vec<Waiting>,
    /// The title that the last heading got from the contents, and the text before it.
    completed: Option<(String, usize)>,
    /// The stop of the last heading, if no entry has it.
    free: Option<usize>,
}

/// An entry that has begun.
struct Waiting {
    mark: Mark,
    /// The words of its label.
    words: Vec<String>,
    stop: Option<usize>,
    /// Characters of text up to it.
    at: usize,
}

impl Division<'_> {
    fn divide(&mut self, marks: Vec<(Option<usize>, Mark)>) {
        let mut marks = marks.into_iter().peekable();
        while let Some((stop, mark)) = marks.next_if(|(stop, _)| stop.is_none()) {
            self.arrive(mark, stop);
        }

        for (at, stop) in self.stops.iter().enumerate() {
            while let Some((stop, mark)) = marks.next_if(|(stop, _)| *stop == Some(at)) {
                self.arrive(mark, stop);
            }
            if let StopKind::Heading { level, .. } = stop.kind {
                let next = marks.peek().and_then(|(stop, _)| *stop);
                self.meet(at, level, next.unwrap_or(self.stops.len()));
            }
        }

        self.settle(self.waiting.len());
    }

    /// An entry begins. Those before it that have text by now have no heading.
    fn arrive(&mut self, mark: Mark, stop: Option<usize>) {
        let at = stop.map_or(0, |stop| self.stops[stop].before);
        if self.waiting.last().is_some_and(|last| last.at < at) {
            self.settle(self.waiting.len());
        }

        let words = split_words(&mark.label);
        // Some point behind the heading.
        let heading = self.free.filter(|free| {
            self.stops[*free].before == at
                && is_related(&words, &self::split_words(self.text(*free).0))
        });
        self.waiting.push(Waiting {
            mark,
            words,
            stop,
            at,
        });
        if let Some((heading, own)) = heading.and_then(|stop| Some((stop, self.level(stop)?))) {
            self.find(self.waiting.len() - 1, heading, own, false);
        }
    }

    /// The first entries that wait begin sections without a heading.
    fn settle(&mut self, count: usize) {
        for entry in self.waiting.drain(..count) {
            let sections = match entry.stop {
                None => &mut self.plan.first,
                Some(stop) => self.plan.before.entry(self.stops[stop].node).or_default(),
            };
            sections.push((entry.mark.level, entry.mark.label));
            self.places.open.clear();
        }
    }

    /// A heading; the next entry begins at the stop `next`.
    fn meet(&mut self, stop: usize, own: u8, next: usize) {
        let before = self.stops[stop].before;
        let run: Vec<usize> = (stop..next)
            .take(MOST_AHEAD)
            .take_while(|at| self.stops[*at].before == before)
            .filter(|at| self.level(*at).is_some())
            .collect();

        let same = |at: usize| {
            let words = split_words(self.text(at).0);
            let mut waiting = self.waiting.iter();
            waiting.position(|entry| match before - entry.at {
                0 => is_related(&entry.words, &words),
                between => between <= MOST_BETWEEN && holds_words(&words, &entry.words),
            })
        };
        let is_first_thing = self.waiting.last().is_some_and(|last| last.at == before);

        if let Some(entry) = same(stop) {
            return self.find(entry, stop, own, false);
        }
        // A line above the heading of an entry stands as much above it as its level says.
        if let Some((at, entry)) = run.iter().find_map(|at| Some((*at, same(*at)?))) {
            // A number above the title of the only chapter of a page begins the chapter.
            let is_only = self.waiting.len() == 1 && next == self.stops.len();
            if is_only && self.waiting[entry].mark.level > 1 && !self.places.is_flat {
                return self.find(entry, stop, own, true);
            }
            let shift = i16::from(self.waiting[entry].mark.level)
                - i16::from(self.level(at).unwrap_or(own));
            return self.begin(stop, own, shift);
        }
        if is_first_thing {
            let all = self.waiting.len();
            let entry = if run.len() < all { all - 1 } else { 0 };
            return self.find(entry, stop, own, false);
        }

        if let Some(last) = self.waiting.last() {
            let highest = (stop..next)
                .filter_map(|at| self.level(at))
                .min()
                .unwrap_or(own);
            self.places.shift = i16::from(last.mark.level) + 1 - i16::from(highest);
            self.settle(self.waiting.len());
        }
        self.begin(stop, own, self.places.shift);
    }

    /// A heading is that of an entry, or the number above it, and the entries before it have none.
    fn find(&mut self, entry: usize, stop: usize, own: u8, is_number: bool) {
        self.settle(entry);
        let mark = self.waiting.remove(0).mark;
        let at = self.stops[stop].before;

        let level = if self.places.is_flat {
            self.places
                .level_below(own, self.places.before + at, self.is_front)
        } else {
            mark.level
        };
        self.places.shift = i16::from(level) - i16::from(own);

        let (text, is_group) = self.text(stop);
        let title = if is_number || split_words(text) == self.places.title {
            Some(mark.label)
        } else {
            complete_heading(mark.label, text, is_group)
        };
        self.free = None;
        self.completed = title.as_ref().map(|title| (title.clone(), at));
        self.plan
            .headings
            .insert(self.stops[stop].node, Heading::Begins(level, title));
    }

    /// A heading that no entry has.
    fn begin(&mut self, stop: usize, own: u8, shift: i16) {
        let Stop { node, kind, before } = &self.stops[stop];
        let StopKind::Heading { text, pictures, .. } = kind else {
            return;
        };

        let line = split_words(text);
        let goes_on =
            |(title, at): &(String, usize)| at == before && holds_words(&split_words(title), &line);
        if !line.is_empty() && self.completed.as_ref().is_some_and(goes_on) {
            self.plan.headings.insert(*node, Heading::GoesOn);
            return;
        }

        self.free = Some(stop);
        let title = Some(pictures).filter(|pictures| text.is_empty() && !pictures.is_empty());
        let level = (i16::from(own) + shift).clamp(1, DEEPEST) as u8;
        self.plan
            .headings
            .insert(*node, Heading::Begins(level, title.cloned()));
    }

    fn level(&self, stop: usize) -> Option<u8> {
        match self.stops[stop].kind {
            StopKind::Heading { level, .. } => Some(level),
            StopKind::Anchor(_) => None,
        }
    }

    /// The text of a heading, and whether it has several lines.
    fn text(&self, stop: usize) -> (&str, bool) {
        match &self.stops[stop].kind {
            StopKind::Heading { text, is_group, .. } => (text, *is_group),
            StopKind::Anchor(_) => ("", false),
        }
    }
}

/// The title of a heading if the contents have more of it: "I. The Lamp" for "I", a word for a
/// picture.
fn complete_heading(label: String, text: &str, is_group: bool) -> Option<String> {
    let named = split_words(&label);
    let written = split_words(text);
    let says_more = holds_words(&named, &written) && (is_group || named != written);
    (written.is_empty() || says_more).then_some(label)
}

fn is_related(label: &[String], text: &[String]) -> bool {
    holds_words(label, text) || holds_words(text, label)
}

/// Whether these words stand in the others, one after the other.
fn holds_words(all: &[String], some: &[String]) -> bool {
    !some.is_empty() && all.windows(some.len()).any(|words| words == some)
}

fn split_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
