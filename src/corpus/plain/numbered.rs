//! Numbered headings with their text on the very next line, as minutes and rules have them: `2. The
//! Treasurer's Report`.
//!
//! In: the paragraphs of a text. Out: the same, such a line a paragraph of its own, as if a blank
//! line stood below it. The decision that is not obvious: items of a list look alike, so only a run
//! of such lines counts, most of which were broken before they were full.

use super::headings::{count_columns, ends_sentence, is_sentence};
use super::labels::{Kind, Label};
use super::lines::Paragraph;
use super::sections::parse_outermost_number;

/// So many such lines make a run.
const FEW: usize = 3;

/// A paragraph that may begin with a heading.
struct Candidate {
    at: usize,
    /// The number before the first point.
    number: u32,
    /// Whether the first word below had found room in the line.
    broken: bool,
}

/// Parts numbered headings from what stands right below them.
pub fn part_numbered_headings(text: &str, paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let found: Vec<Candidate> = (0..paragraphs.len())
        .filter_map(|at| find_candidate(text, &paragraphs[at], at))
        .collect();
    let broken = found.iter().filter(|candidate| candidate.broken).count();
    let counts_on = found.windows(2).all(|pair| {
        // Between them there may be one with a blank line below, or of another depth.
        pair[0].number <= pair[1].number && pair[1].number <= pair[0].number + 2
    });
    if found.len() < FEW || broken * 2 < found.len() || !counts_on {
        return paragraphs;
    }

    let mut heads = found.iter().map(|candidate| candidate.at).peekable();
    let mut parted = Vec::with_capacity(paragraphs.len() + found.len());
    for (at, mut paragraph) in paragraphs.into_iter().enumerate() {
        if heads.next_if_eq(&at).is_some() {
            let below = paragraph.lines.split_off(1);
            parted.push(paragraph);
            paragraph = Paragraph {
                lines: below,
                underline: None,
            };
        }
        parted.push(paragraph);
    }
    parted
}

fn find_candidate(text: &str, paragraph: &Paragraph, at: usize) -> Option<Candidate> {
    let line = |n: usize| &text[paragraph.lines[n].clone()];
    if paragraph.lines.len() < 2 || paragraph.underline.is_some() {
        return None;
    }

    let (number, title) = line(0).split_once(char::is_whitespace)?;
    let number = number.split('.').next()?.parse().ok()?;
    let is_heading = parse_outermost_number(line(0)).is_some_and(|(_, is_title)| is_title)
        || Label::of(line(0)).is_some_and(|label| matches!(label.kind, Kind::Section(_)));
    // A list of such lines has no text.
    let has_text = line(1).starts_with(|c: char| !c.is_lowercase())
        && parse_outermost_number(line(1)).is_none();

    let word = line(1).split_whitespace().next().unwrap_or_default();
    let widest = paragraph
        .lines
        .iter()
        .map(|line| count_columns(&text[line.clone()]));
    let is_title = is_heading && has_text && !ends_sentence(title) && !is_sentence(title);
    is_title.then(|| Candidate {
        at,
        number,
        broken: count_columns(line(0)) + 1 + count_columns(word)
            <= widest.max().unwrap_or_default(),
    })
}
