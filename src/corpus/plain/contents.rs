//! Which paragraphs are a table of contents, and which only look like one.
//!
//! In: paragraphs and what their first lines look like. Out: what is a list of the chapters, which
//! is left out, and what is a list of something else, which is text. The decision that is not
//! obvious: a list is one of the chapters when it says so itself, or when several of these follow
//! and it stands where contents do: nothing announces it, no chapter is going on, and its entries
//! are no sentences; nothing else is left out.

mod runs;

use std::collections::{HashMap, HashSet};

use super::headings::{
    ends_in_pause, ends_sentence, fold_letters, is_contents_heading, is_title, is_title_case,
    is_upper,
};
use super::labels::{Kind, Label};
use super::lines::Paragraph;

/// So many numbers one behind the other, with nothing in between, are a list.
const LIST: usize = 3;

/// So many lines may stand above the entries of a table, below its name.
const HEADS: usize = 2;

/// So many of its entries must come again.
const RECURRING: usize = 2;

/// So far from the beginning may a list begin that is not called one, in paragraphs.
const TOP: usize = 8;

/// A chapter that began further above is not looked for.
const CHAPTER_PARAGRAPHS: usize = 1_000;

/// What a paragraph has to do with lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    No,
    /// A piece of the table of contents.
    Contents,
    /// A piece of another list: numbered, but no heading.
    Text,
}

/// What each paragraph has to do with lists; `labels` are those of their first lines.
pub fn mark_listed_paragraphs(
    text: &str,
    paragraphs: &[Paragraph],
    labels: &[Option<Label>],
) -> Vec<Listed> {
    let finder = Finder::new(text, paragraphs, labels);
    let mut listed = vec![Listed::No; paragraphs.len()];

    finder.find_titled(&mut listed);
    finder.find_titles(&mut listed);
    finder.find_packed(&mut listed);
    finder.find_runs(&mut listed);
    listed
}

/// A line of a table of contents without the page.
fn entry_name(line: &str) -> &str {
    let name = strip_page_number(line);
    let page = line[name.len()..].trim_start_matches('.');
    // `Chapter 4` has no page.
    if page.starts_with([' ', '\t']) && Label::of(line).is_none_or(|label| label.titled) {
        name
    } else {
        line.trim_end()
    }
}

/// A line without the number at its end and the dots before it.
fn strip_page_number(line: &str) -> &str {
    line.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.')
}

/// Whether a line ends with its name, or with a page that is set apart from it.
fn is_set_apart(line: &str, name: &str) -> bool {
    let page = &line[name.len()..];
    page.is_empty() || page.starts_with(['.', '\t']) || page.starts_with("  ")
}

struct Finder<'a> {
    text: &'a str,
    paragraphs: &'a [Paragraph],
    labels: &'a [Option<Label>],
    /// The last paragraph that consists of these letters in one line, and how many do.
    last_line: HashMap<String, (usize, usize)>,
    /// The last paragraph with such a number.
    last_label: HashMap<(&'a Kind, Option<u32>), usize>,
}

impl<'a> Finder<'a> {
    fn new(text: &'a str, paragraphs: &'a [Paragraph], labels: &'a [Option<Label>]) -> Finder<'a> {
        let single = |(at, paragraph): (usize, &Paragraph)| {
            let line = &text[paragraph.lines[0].clone()];
            (paragraph.lines.len() == 1 && is_title(line)).then(|| (fold_letters(line), at))
        };
        let numbered = |(at, label): (usize, &'a Option<Label>)| {
            let label = label.as_ref()?;
            Some(((&label.kind, label.number), at))
        };

        let mut last_line: HashMap<String, (usize, usize)> = HashMap::new();
        for (line, at) in paragraphs.iter().enumerate().filter_map(single) {
            let (last, times) = last_line.entry(line).or_default();
            (*last, *times) = (at, *times + 1);
        }

        Finder {
            text,
            paragraphs,
            labels,
            last_line,
            last_label: labels.iter().enumerate().filter_map(numbered).collect(),
        }
    }

    fn lines(&self, at: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.text;
        self.paragraphs[at]
            .lines
            .iter()
            .map(|line| &text[line.clone()])
    }

    /// Whether the chapter that a label numbers comes again after `at`.
    fn recurs(&self, label: &Label, at: usize) -> bool {
        let key = (&label.kind, label.number);
        self.last_label.get(&key).is_some_and(|last| *last > at)
    }

    /// Below "Contents": all lines that name something which comes later, or a page.
    fn find_titled(&self, listed: &mut [Listed]) {
        for at in 0..self.paragraphs.len() {
            if !self.lines(at).next().is_some_and(is_contents_heading) {
                continue;
            }
            // What stands in the contents and comes again is the chapter itself.
            let mut seen: HashSet<String> = HashSet::new();
            let mut next = self.first_entry(at + 1);
            listed[at..next].fill(Listed::Contents);
            while next < self.paragraphs.len() && self.is_entry(next) {
                let first = self.lines(next).next();
                if first.is_some_and(|line| seen.contains(&fold_letters(line))) {
                    break;
                }
                seen.extend(self.lines(next).map(|line| fold_letters(entry_name(line))));
                listed[next] = Listed::Contents;
                next += 1;
            }
        }
    }

    /// The first entry below the name of a table, behind what heads its columns or names a part:
    /// `CHAPTER`.
    fn first_entry(&self, below: usize) -> usize {
        let near = below..self.paragraphs.len().min(below + HEADS + 1);
        let is_head = |at: &usize| {
            let mut lines = self.lines(*at);
            self.paragraphs[*at].lines.len() == 1
                && lines.all(|line| is_upper(line) || Label::of(line).is_some())
        };
        let heads = near
            .take_while(|at| !self.is_entry(*at) && is_head(at))
            .count();
        let first = below + heads;
        let found = first < self.paragraphs.len() && self.is_entry(first);
        if found { first } else { below }
    }

    /// Whether most lines of a paragraph are entries of a table of contents.
    fn is_entry(&self, at: usize) -> bool {
        let lines = self.paragraphs[at].lines.len();
        let entries = self
            .lines(at)
            .filter(|line| self.names_later(line, at))
            .count();
        // The only label of a paragraph may be the first chapter itself, which comes but once.
        entries * 3 >= lines * 2 || (lines > 1 && self.is_packed(at))
    }

    fn names_later(&self, line: &str, at: usize) -> bool {
        let name = strip_page_number(line);
        let later = |name: &str| {
            let last = self.last_line.get(&fold_letters(name));
            last.is_some_and(|(last, _)| *last > at)
        };
        if let Some(label) = Label::of(line) {
            // `I. THE KEEPER  1`, where the chapter is called otherwise.
            let titled = || name.split_once(' ').filter(|_| label.titled);
            return self.recurs(&label, at)
                || titled().is_some_and(|(_, title)| later(title) && is_set_apart(line, name));
        }

        let has_page = name.len() < line.len() && line.ends_with(|c: char| c.is_ascii_digit());
        has_page || (is_title(line) && (later(line) || later(name)))
    }

    /// Titles at the top that come again in this order, each once: the stories of a collection.
    fn find_titles(&self, listed: &mut [Listed]) {
        let top = 0..self.paragraphs.len().min(TOP);
        let found = top
            .into_iter()
            .find_map(|at| Some((at, self.titles_end(at)?)));
        if let Some((first, end)) = found {
            listed[first..end].fill(Listed::Contents);
        }
    }

    /// Where such titles end that begin with a paragraph.
    fn titles_end(&self, first: usize) -> Option<usize> {
        let mut places: Vec<usize> = Vec::new();
        let mut at = first;
        while at < self.paragraphs.len() {
            let known = places.len();
            places.extend(self.lines(at).map_while(|line| self.comes_again(line, at)));
            if places.len() - known < self.paragraphs[at].lines.len() {
                places.truncate(known);
                break;
            }
            at += 1;
        }

        let is_list = places.len() >= LIST && places[0] >= at;
        (is_list && places.is_sorted()).then_some(at)
    }

    /// Where a line comes again as a title, if it does so once.
    fn comes_again(&self, line: &str, at: usize) -> Option<usize> {
        let is_own = self.paragraphs[at].lines.len() == 1 && is_title(line);
        let (last, times) = *self.last_line.get(&fold_letters(entry_name(line)))?;
        (last > at && times == 1 + usize::from(is_own)).then_some(last)
    }

    /// A paragraph of numbered lines: the contents if any of its chapters follows.
    fn find_packed(&self, listed: &mut [Listed]) {
        for at in 0..self.paragraphs.len() {
            if listed[at] != Listed::No || !self.is_packed(at) {
                continue;
            }

            let entries: Vec<&str> = self.lines(at).collect();
            if self.is_of_chapters(&entries, at, at) {
                listed[at..self.list_end(at)].fill(Listed::Contents);
            } else {
                listed[at] = Listed::Text;
            }
        }
    }

    fn is_packed(&self, at: usize) -> bool {
        let lines = self.paragraphs[at].lines.len();
        // Prose shows soon that it is none.
        if lines < LIST
            || self
                .lines(at)
                .take(LIST)
                .all(|line| Label::of(line).is_none())
        {
            return false;
        }

        let numbered = self
            .lines(at)
            .filter(|line| Label::of(line).is_some())
            .count();
        numbered >= LIST && numbered * 3 >= lines
    }

    /// Whether entries that stand from one paragraph to another are the contents of a text.
    fn is_of_chapters(&self, entries: &[&str], first: usize, last: usize) -> bool {
        let labels: Vec<Label> = entries.iter().copied().filter_map(Label::of).collect();
        let recurring = labels.iter().filter(|l| self.recurs(l, last)).count();

        recurring >= RECURRING
            && !self.is_within_chapter(first)
            && !self.says_something(entries, last)
    }

    /// Whether what stands above a paragraph leads to it, or is the text of a chapter.
    fn is_within_chapter(&self, at: usize) -> bool {
        let announces = at > 0 && self.lines(at - 1).last().is_some_and(ends_in_pause);
        let near = at.saturating_sub(CHAPTER_PARAGRAPHS)..at;
        let chapter = near.rev().find(|above| self.labels[*above].is_some());
        let goes_on = |chapter: usize| {
            let label = self.labels[chapter].as_ref();
            // Contents may stand behind a preface.
            label.is_some_and(|label| label.kind != Kind::Alone)
                && (chapter + 1..at).any(|above| self.is_prose(above))
        };
        announces || chapter.is_some_and(goes_on)
    }

    fn is_prose(&self, at: usize) -> bool {
        self.paragraphs[at].lines.len() > LIST || self.lines(at).last().is_some_and(ends_sentence)
    }

    /// Whether most entries are sentences, and no names of what follows.
    fn says_something(&self, entries: &[&str], last: usize) -> bool {
        let is_name = |entry: &str| is_title_case(entry) || is_upper(entry);
        let recurs = |entry: &str| {
            let later = self.last_line.get(&fold_letters(entry));
            later.is_some_and(|(later, _)| *later > last)
        };
        let is_sentence = |entry: &&&str| {
            let bare = entry.trim_end_matches(['.', ' ']);
            ends_sentence(entry) && !is_name(bare) && !recurs(entry)
        };
        let titled = entries
            .iter()
            .filter(|entry| Label::of(entry).is_some_and(|label| label.titled));
        titled.clone().filter(is_sentence).count() * 2 > titled.count()
    }
}
