//! Lists of numbers, each a paragraph: the contents of a text, or numbered text.
//!
//! In: the labels of paragraphs. Out: which of them are a list, with what belongs to it and has no
//! number, as a preface above the first chapter and an epilogue below the last. The decision that
//! is not obvious: what has no number belongs to a list only if it comes again.

use super::super::headings::{fold_letters, is_contents_heading, is_title};
use super::super::labels::{Kind, Label};
use super::{Finder, LIST, Listed};

/// So many paragraphs without a number may stand between the name of a list and its first number.
const UNNUMBERED: usize = 6;

impl Finder<'_> {
    /// Numbers in a row, each a paragraph, with nothing between but their titles.
    pub fn find_runs(&self, listed: &mut [Listed]) {
        let mut at = 0;
        while at < self.paragraphs.len() {
            let run = self.run(at, listed);
            if let (Some(first), Some(last)) = (run.first(), run.last())
                && run.len() >= self.enough(*first)
            {
                self.judge(&run, listed);
                at = *last;
            }
            at += 1;
        }
    }

    /// How many numbers make a list: chapters may be empty, numbered sentences are none.
    fn enough(&self, first: usize) -> usize {
        match &self.labels[first] {
            Some(label) if label.kind == Kind::Numeral && label.titled => 2,
            _ => LIST,
        }
    }

    /// The labels from `at` on that count on, with nothing but titles in between.
    fn run(&self, at: usize, listed: &[Listed]) -> Vec<usize> {
        let mut run = Vec::new();
        let mut next = at;
        while next < self.paragraphs.len() && listed[next] == Listed::No {
            let Some(label) = &self.labels[next] else {
                break;
            };
            let follows = run.last().is_none_or(|last: &usize| {
                let before = self.labels[*last].as_ref();
                before.is_some_and(|b| {
                    b.kind == label.kind && b.number.map(|n| n + 1) == label.number
                })
            });
            if !follows || !self.is_whole(next, label) {
                break;
            }

            run.push(next);
            let has_title = !label.titled
                && self
                    .paragraphs
                    .get(next + 1)
                    .is_some_and(|p| p.lines.len() == 1)
                && self.labels[next + 1].is_none()
                && self.lines(next + 1).next().is_some_and(is_title);
            next += if has_title { 2 } else { 1 };
        }
        run
    }

    /// Whether a paragraph is a heading and nothing else.
    fn is_whole(&self, at: usize, label: &Label) -> bool {
        let lines = self.paragraphs[at].lines.len();
        lines == 1 || (label.titled && lines <= LIST)
    }

    fn judge(&self, run: &[usize], listed: &mut [Listed]) {
        let first = run[0];
        let last = run[run.len() - 1];
        let label = |at: usize| self.labels[at].as_ref();
        let entries: Vec<&str> = run.iter().filter_map(|at| self.lines(*at).next()).collect();
        if self.is_of_chapters(&entries, first, last) {
            listed[self.list_start(first, last)..self.list_end(last)].fill(Listed::Contents);
            return;
        }

        // Under the last one there may be text: then it is a chapter.
        let is_chapter = label(last).is_some_and(Label::says_so) && self.has_text(last);
        let end = if is_chapter { last } else { last + 1 };
        listed[first..end].fill(Listed::Text);
    }

    /// Where contents begin whose numbers begin with a paragraph: with the name of the list, if all
    /// between comes again, or with the part whose chapters are listed, perhaps with a line
    /// between, if it comes again.
    fn list_start(&self, first: usize, last: usize) -> usize {
        let is_name = |at: &usize| self.lines(*at).next().is_some_and(is_contents_heading);
        let come_again = |name: &usize| (*name + 1..first).all(|at| self.stands_below(at, last));
        let name = (first.saturating_sub(UNNUMBERED)..first).rfind(is_name);

        let is_part = |at: &usize| {
            let label = self.labels[*at].as_ref();
            let recurs = label.filter(|label| label.says_so() && self.recurs(label, last));
            recurs.is_some() && !(*at + 1..first).any(|between| self.is_prose(between))
        };
        let part = || (first.saturating_sub(2)..first).find(is_part);
        name.filter(come_again).or_else(part).unwrap_or(first)
    }

    /// Where contents end whose numbers end with a paragraph: behind what comes again without a
    /// number, `Epilogue`.
    pub fn list_end(&self, last: usize) -> usize {
        let comes_again = |at: &usize| {
            self.lines(*at)
                .all(|line| self.comes_again(line, *at).is_some())
        };
        let unnumbered = (last + 1..self.paragraphs.len()).take_while(comes_again);
        last + 1 + unnumbered.count()
    }

    /// Whether a paragraph of one line begins a paragraph below another, too, as a heading with a
    /// full stop does.
    fn stands_below(&self, at: usize, below: usize) -> bool {
        let line = |at: usize| self.lines(at).next().map(fold_letters);
        let is_single = self.paragraphs[at].lines.len() == 1;
        is_single && (below + 1..self.paragraphs.len()).any(|other| line(other) == line(at))
    }

    fn has_text(&self, at: usize) -> bool {
        self.labels.get(at + 1).is_some_and(Option::is_none)
    }
}
