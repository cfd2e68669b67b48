//! A message that quotes several things without marking them -> each by itself.
//!
//! In: a message, cleaned, and what is found of it as a whole. Out: its items or sentences, each
//! with its own verdict. The decision that is not obvious: sentences that follow one another in the
//! text are one quotation, so that a true one is shown as it stands there and only what is none of
//! it is told apart.

use std::ops::Range;

use anyhow::Result;

use super::checker::{Checker, FEWEST, MOST};
use super::parts::Part;
use super::regions::estimate_word_count;
use super::shapes::{ends_sentence, has_words, is_name};
use crate::language::{Language, is_unspaced};
use crate::sentence::sentences;

/// Begins an item of a list.
const BULLETS: [&str; 5] = ["- ", "* ", "• ", "‣ ", "· "];
/// Fewer letters without spaces between do not stand by themselves.
const LETTERS: usize = 10;
/// More words than this are not looked for in one message, whatever its readings: looking is what
/// takes time.
const WORDS: usize = 750;

impl Checker<'_> {
    /// The items of a list, if a message is one and some of them stand in the texts.
    pub(super) fn items(&mut self, text: &str) -> Result<Vec<Part>> {
        let parts = self.pieces(text, split_list_items(text))?;
        let is_list = parts.iter().any(Part::is_near);
        Ok(if is_list { parts } else { Vec::new() })
    }

    /// The sentences of a message or the sides of its ellipses, if more of them stands in the texts
    /// than of the whole.
    pub(super) fn each(&mut self, text: &str, whole: &Part) -> Result<Vec<Part>> {
        let least = if whole.has_wide_gap() {
            whole.same()
        } else {
            whole.same() + FEWEST
        };

        for pieces in [split_sentences(text), split_at_ellipses(text)] {
            let parts = self.pieces(text, pieces)?;
            let same: usize = parts.iter().map(Part::same).sum();
            if same >= least && parts.iter().any(Part::is_exact) {
                return Ok(parts);
            }
        }

        Ok(Vec::new())
    }

    /// Pieces of a message, each looked for; those that follow one another in a text are one.
    fn pieces(&mut self, text: &str, pieces: Vec<Range<usize>>) -> Result<Vec<Part>> {
        let is_too_much = self.spent + estimate_word_count(text) > WORDS;
        if !(2..=MOST).contains(&pieces.len()) || is_too_much {
            return Ok(Vec::new());
        }

        let mut found: Vec<(Range<usize>, Part)> = Vec::new();
        for piece in pieces {
            let Some(part) = self.part(&text[piece.clone()])? else {
                continue;
            };
            let joined = match found.last() {
                Some((last, before)) if self.are_one(before, &part)? => {
                    let range = last.start..piece.end;
                    let part = self.part(&text[range.clone()])?.filter(Part::is_exact);
                    part.map(|part| (range, part))
                }
                _ => None,
            };
            if joined.is_some() {
                found.pop();
            }
            found.push(joined.unwrap_or((piece, part)));
        }
        Ok(found.into_iter().map(|(_, part)| part).collect())
    }

    /// Whether two quotations stand in a text one right behind the other.
    fn are_one(&self, before: &Part, after: &Part) -> Result<bool> {
        let (Some(first), Some(second)) = (&before.found, &after.found) else {
            return Ok(false);
        };

        let a = first.comparison.span;
        let b = second.comparison.span;
        if first.library != second.library || a.document != b.document {
            return Ok(false);
        }

        let text = self.libraries[first.library].full_text(a.document)?;
        let gap = text.get(a.end..b.start);
        Ok(before.is_exact() && after.is_exact() && gap.is_some_and(|gap| !has_words(gap)))
    }
}

/// The items of a list, if a message is one.
fn split_list_items(text: &str) -> Vec<Range<usize>> {
    let lines = split_lines(text).filter(|line| has_words(&text[line.clone()]));
    let lines: Vec<Range<usize>> = lines.collect();
    let item = |line: &Range<usize>| {
        let bullet = bullet_length(&text[line.clone()])?;
        Some(line.start + bullet..line.end)
    };
    // What introduces a list is no item of it.
    let is_introduced = lines.first().is_some_and(|line| {
        let line = &text[line.clone()];
        bullet_length(line).is_none() && line.trim_end_matches(['*', '_']).ends_with([':', '：'])
    });
    let lines = &lines[usize::from(is_introduced)..];
    let items: Option<Vec<Range<usize>>> = lines.iter().map(item).collect();

    // A name behind a dash is whoever said it.
    let is_signed = |items: &Vec<Range<usize>>| {
        let last = items.last();
        last.is_some_and(|last| is_name(&text[last.clone()]))
    };
    items.filter(|items| !is_signed(items)).unwrap_or_default()
}

/// Bytes of what begins an item of a list: a bullet, or a number with a full stop or a bracket.
fn bullet_length(line: &str) -> Option<usize> {
    if let Some(bullet) = BULLETS.iter().find(|bullet| line.starts_with(**bullet)) {
        return Some(bullet.len());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    ((1..=2).contains(&digits) && rest.starts_with(' ')).then_some(digits + 2)
}

/// What stands on both sides of each ellipsis.
fn split_at_ellipses(text: &str) -> Vec<Range<usize>> {
    let sides = text.split('…').filter(|side| has_words(side));
    sides.map(|side| range_in_text(text, side)).collect()
}

/// The lines of some text, without white space around them; a stroke parts them, too.
fn split_lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = text.lines().flat_map(|line| line.split(" / "));
    lines.map(|line| range_in_text(text, line.trim()))
}

/// Where a piece of some text stands in it.
fn range_in_text(text: &str, piece: &str) -> Range<usize> {
    let at = piece.as_ptr() as usize - text.as_ptr() as usize;
    at..at + piece.len()
}

/// The sentences of some text; one that is too short to stand by itself goes with the one beside
/// it.
fn split_sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for block in join_wrapped_lines(text) {
        for sentence in sentences(text, block, Language::English) {
            let range = sentence.range;
            let is_short = |range: &Range<usize>| !is_long(&text[range.clone()]);
            match found.last_mut() {
                Some(last) if is_short(last) || is_short(&range) => last.end = range.end,
                _ => found.push(range),
            }
        }
    }

    found
}

/// The lines of some text; those that a line break only wraps are one.
fn join_wrapped_lines(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut is_wrapped = false;
    for line in split_lines(text) {
        let written = &text[line.clone()];
        let goes_on = written.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());

        match blocks.last_mut() {
            Some(last) if is_wrapped && goes_on => last.end = line.end,
            _ if !line.is_empty() => blocks.push(line.clone()),
            _ => {}
        }

        is_wrapped = !line.is_empty() && !ends_sentence(written);
    }

    blocks
}

fn is_long(text: &str) -> bool {
    let words = text
        .split_whitespace()
        .filter(|word| has_words(word))
        .count();
    let letters = text.chars().filter(|c| is_unspaced(*c)).count();
    words >= FEWEST || letters >= LETTERS
}
