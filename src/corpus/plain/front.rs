//! The title of a text, as it stands at its top.
//!
//! In: the paragraphs of a text. Out: the line that names the whole. The decision that is not obvious: a line that may
//! as well be the first sentence names the text and stays a part of it, so that it can be quoted.

use std::ops::Range;

use super::byline;
use super::chapters::{Piece, Reader};
use super::contents::Listed;
use super::headings::{fold_letters, is_salutation, is_sentence, is_title};
use super::lines::Paragraph;
use crate::corpus::outline::trim_range;

impl Reader<'_> {
    /// A first line that looks like the title of the whole.
    pub fn own_title(&self, known: Option<&str>) -> Option<Range<usize>> {
        let first = self.paragraphs.first()?;
        if known.is_none() && byline::is_author_above_title(self.text, self.paragraphs) {
            return Some(self.paragraphs[1].range());
        }

        let line = self.line(0);
        let repeats = known.is_some_and(|known| fold_letters(known) == fold_letters(line));
        let names = known.is_none()
            && is_title(line)
            && !is_salutation(line)
            && !self.is_underlined_as_others();

        // A title above the first numbers of the first story is only that story's, if others have theirs.
        let is_story = self.first_story == Some(0);
        let is_page = || byline::find_author(self.text, &self.paragraphs[..1]).is_some();
        let fits = self.paragraphs.len() > 1
            && self.labels[0].is_none()
            && self.listed[0] == Listed::No
            && !is_story
            && (self.is_single(0) || is_page());
        (fits && (repeats || names)).then(|| first.lines[0].clone())
    }

    /// Writes what stands below the title in its paragraph; how many paragraphs have been read with it.
    pub fn read_title(&self, title: &Range<usize>, pieces: &mut Vec<Piece>) -> usize {
        if is_sentence(&self.text[title.clone()]) {
            return 0;
        }
        let before = |paragraph: &Paragraph| paragraph.range().start <= title.start;
        let read = self.paragraphs.partition_point(before);
        let end = self.paragraphs[read - 1].range().end;

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
