//! The headings that a question may be about: those of the texts in its language, collected once a
//! question, and only if something looks through them.

use std::cell::OnceCell;

use anyhow::Result;

use crate::analyze::fold;
use crate::chapters::find_first_passage;
use crate::ids::{DocumentId, PassageId};
use crate::index::Library;
use crate::language::Language;
use crate::rank::statistics::SearchSpace;
use crate::sentence::QUESTION_MARKS;

/// First letters that all forms of a word have.
const LETTERS: usize = 3;

/// The headings in a search space, in reading order.
pub struct Headings<'a> {
    pub library: &'a Library,
    pub space: &'a SearchSpace,
    language: Language,
    all: OnceCell<Vec<Heading<'a>>>,
}

/// The innermost heading over a section.
pub struct Heading<'a> {
    pub text: &'a str,
    /// Headings from the outermost inwards, this one the last.
    pub path: &'a [String],
    /// What the text is called that it is in.
    pub title: &'a str,
    document: DocumentId,
    section: usize,
}

impl<'a> Headings<'a> {
    /// Those of texts in a language.
    pub fn new(library: &'a Library, space: &'a SearchSpace, language: Language) -> Headings<'a> {
        Headings {
            library,
            space,
            language,
            all: OnceCell::new(),
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Heading<'a>] {
        self.all.get_or_init(|| self.collect_headings())
    }

    fn collect_headings(&self) -> Vec<Heading<'a>> {
        let asked = &self.space.passages;
        let documents = self.library.documents_with_ids().filter(|(_, info)| {
            let passages = &info.passages;
            let is_asked = passages.start < asked.end && asked.start < passages.end;
            is_asked && info.language == self.language
        });

        let all = documents.flat_map(|(document, info)| {
            let sections = info.sections.iter().enumerate();
            // The text before the first heading is a section without one.
            sections.filter_map(move |(section, it)| {
                Some(Heading {
                    text: it.path.last()?,
                    path: &it.path,
                    title: &info.title,
                    document,
                    section,
                })
            })
        });
        all.collect()
    }

    /// The passage that the first section begins with whose heading is wanted.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn find_opening(&self, is_wanted: impl Fn(&Heading) -> bool) -> Result<Option<PassageId>> {
        let wanted = self.all().iter().filter(|heading| is_wanted(heading));
        let mut openings = wanted.filter_map(|heading| self.opening_of(heading).transpose());
        openings.next().transpose()
    }

    /// The passage that a section begins with. A heading may have no text of its own, or what is
    /// below it may be closed.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn opening_of(&self, heading: &Heading) -> Result<Option<PassageId>> {
        let first = find_first_passage(self.library, heading.document, heading.section)?;
        let Some(first) = first.filter(|first| self.space.passages.contains(first)) else {
            return Ok(None);
        };

        let is_below = self.library.passage(first)?.section == heading.section;
        let mut open = self.library.open_passages(first..first + 1);
        Ok(open.next().filter(|_| is_below))
    }
}

/// First letters of the words of a question. Most headings are about something else, which is seen
/// sooner by them than by terms.
pub struct Begins {
    all: Vec<String>,
    /// Whether one of them begins with a byte, small or not.
    firsts: [bool; 256],
}

impl Begins {
    /// Of words, folded.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Begins {
        let first_letters = |word: &str| word.chars().take(LETTERS).collect();
        let all: Vec<String> = words.map(first_letters).collect();

        let mut firsts = [false; 256];
        for first in all.iter().filter_map(|begin| begin.bytes().next()) {
            firsts[usize::from(first)] = true;
            firsts[usize::from(first.to_ascii_uppercase())] = true;
        }
        Begins { all, firsts }
    }

    /// Whether a heading may have one of the words.
    pub fn may_be_in(&self, heading: &str) -> bool {
        // Folding takes longer than all else where there are thousands of headings.
        if heading.is_ascii() && !heading.contains('\'') {
            let bytes = heading.as_bytes();
            let is_start = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
            let has_begin = |at: usize| self.all.iter().any(|one| begins_with(&bytes[at..], one));
            let mut firsts = bytes.iter().enumerate();
            return firsts.any(|(at, first)| {
                self.firsts[usize::from(*first)] && is_start(at) && has_begin(at)
            });
        }

        let folded = fold(heading);
        self.all.iter().any(|begin| folded.contains(begin))
    }

    /// Whether a heading may have all of the words.
    pub fn may_all_be_in(&self, heading: &str) -> bool {
        self.may_be_in(heading) && {
            let folded = fold(heading);
            self.all.iter().all(|begin| folded.contains(begin))
        }
    }
}

/// Whether a word begins with some small letters.
fn begins_with(word: &[u8], begin: &str) -> bool {
    let first = word.get(..begin.len());
    first.is_some_and(|first| first.eq_ignore_ascii_case(begin.as_bytes()))
}

/// Whether a heading asks.
pub fn is_marked_question(heading: &str) -> bool {
    heading.trim_end().ends_with(QUESTION_MARKS)
}

/// A heading without its number, or the `Q` of a list of questions and answers.
pub fn strip_number(heading: &str) -> &str {
    let bare = heading.trim_start_matches(|c: char| c.is_ascii_digit() || ".)#¶ ".contains(c));
    let question = bare
        .strip_prefix(['Q', 'F', 'P'])
        .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    question
        .and_then(|rest| rest.strip_prefix(['.', ':']))
        .unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_about_something_else_are_told_by_first_letters() {
        let begins = Begins::of(["kettles", "oreilly", "2.3.0", "cafe"].into_iter());
        for about in [
            "The Kettle",
            "2.3.0 (May)",
            "Le Café",
            "Mr O'Reilly",
            "O’Reilly's",
        ] {
            assert!(begins.may_be_in(about), "{about}");
        }
        for other in ["", "Ke", "The pot", "Brackets", "Über"] {
            assert!(!begins.may_be_in(other), "{other}");
        }
    }

    #[test]
    fn a_heading_is_more_than_its_number() {
        for heading in ["Kettles", "3. Kettles", "Q: Kettles", "Q2. Kettles"] {
            assert_eq!(strip_number(heading).trim(), "Kettles", "{heading}");
        }
        assert_eq!(strip_number("Questions"), "Questions");
    }
}
