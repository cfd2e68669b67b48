//! The title of a text, as it stands at its top.
//!
//! In: the paragraphs of a text. Out: the line that names the whole. The decision that is not
//! obvious: a line that may as well be the first sentence names the text and stays a part of it, so
//! that it can be quoted.

use std::ops::Range;

use super::byline;
use super::chapters::{Piece, Reader};
use super::contents::Listed;
use super::headings::{
    fold_letters, is_capitals, is_cased, is_like_sentence, is_salutation, is_sentence, is_title,
};
use super::lines::Paragraph;
use super::numerals::fold_accents;
use crate::document::trim_range;

/// What is between two columns.
const GAP: &str = "     ";
/// What a title is called before a colon, folded.
const LABELS: [&str; 8] = [
    "title",
    "titel",
    "titre",
    "titulo",
    "titolo",
    "tytul",
    "nazev",
    "название",
];
/// What stands on a title page, in so many lines at most.
const TITLE_LINES: usize = 4;

impl Reader<'_> {
    /// A first line that looks like the title of the whole.
    pub fn own_title(&self, known: Option<&str>) -> Option<Range<usize>> {
        let first = self.paragraphs.first()?;
        if known.is_none() && byline::is_author_above_title(self.text, self.paragraphs) {
            return Some(self.paragraphs[1].range());
        }
        if known.is_none() && self.is_centred_below_columns() {
            return Some(self.paragraphs[1].range());
        }

        let line = self.line(0);
        let repeats = known.is_some_and(|known| fold_letters(known) == fold_letters(line));
        let names = known.is_none()
            && is_title(line)
            && !is_salutation(line)
            && !self.is_underlined_as_others();

        // A title above the first numbers of the first story is only that story's, if others have
        // theirs.
        let is_story = self.first_story == Some(0);
        let is_page = || byline::find_author(self.text, &self.paragraphs[..1]).is_some();
        let fits = self.paragraphs.len() > 1
            && self.labels[0].is_none()
            && self.listed[0] == Listed::No
            && !is_story
            && (self.is_single(0) || is_page() || self.is_title_block());
        (fits && (repeats || names)).then(|| {
            // A title in capitals may run over two lines.
            let second = first.lines.get(1).filter(|_| is_capitals(line));
            let runs_on = second.filter(|second| is_capitals(&self.text[(*second).clone()]));
            let start = first.lines[0].start + label_length(line);
            start..runs_on.unwrap_or(&first.lines[0]).end
        })
    }

    /// Whether the second paragraph is a line in the middle, and the first one says who, what and
    /// when at two margins, as papers of the Internet do.
    fn is_centred_below_columns(&self) -> bool {
        let (Some(first), Some(second)) = (self.paragraphs.first(), self.paragraphs.get(1)) else {
            return false;
        };

        let is_wide = |line: &Range<usize>| self.text[line.clone()].contains(GAP);
        let is_moved_in = self.text[..second.range().start].ends_with(GAP);

        first.lines.len() > 1
            && first.lines.iter().all(is_wide)
            && self.is_single(1)
            && is_moved_in
            && is_title(self.line(1))
    }

    /// Whether what stands at the top are lines of a title page: the title, what it is of, when.
    fn is_title_block(&self) -> bool {
        let lines = &self.paragraphs[0].lines;
        let is_of_page =
            |line: &str| is_title(line) && !is_like_sentence(line) && !line.contains(GAP);

        let count =
            |is_such: fn(char) -> bool| self.line(0).chars().filter(|c| is_such(*c)).count();
        let in_capitals = count(char::is_uppercase) > count(char::is_lowercase);

        (2..=TITLE_LINES).contains(&lines.len())
            && self.numbered
            && (in_capitals || is_cased(self.line(0)))
            && lines
                .iter()
                .all(|line| is_of_page(&self.text[line.clone()]))
    }

    /// Writes what stands below the title in its paragraph; how many paragraphs have been read with
    /// it.
    pub fn read_title(&self, title: &Range<usize>, pieces: &mut Vec<Piece>) -> usize {
        if is_sentence(&self.text[title.clone()]) {
            return 0;
        }
        let before = |paragraph: &Paragraph| paragraph.range().start <= title.start;
        let read = self.paragraphs.partition_point(before);
        let end = self.paragraphs[read - 1].range().end;

        if self.is_centred_below_columns() {
            pieces.push(Piece::Text(self.paragraphs[0].range()));
        }
        let below = trim_range(self.text, title.end..end);
        if !below.is_empty() {
            pieces.push(Piece::Text(below));
        }
        read
    }

    /// Whether the first line is underlined as the headings below it are.
    fn is_underlined_as_others(&self) -> bool {
        let underline = self.paragraphs[0].underline;
        let mut others = self.paragraphs[1..].iter();
        underline.is_some() && others.any(|other| other.underline == underline)
    }
}

/// How long what calls a line a title is: `Title: The Lamp`.
fn label_length(line: &str) -> usize {
    let Some((label, title)) = line.split_once(':') else {
        return 0;
    };

    let is_label = LABELS.contains(&&*fold_accents(label.trim_end()));
    let title = title.trim_start();
    if is_label && !title.is_empty() {
        line.len() - title.len()
    } else {
        0
    }
}
