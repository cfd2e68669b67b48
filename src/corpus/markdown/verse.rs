//! Verse that is written as lines, and nothing else: elsewhere Markdown makes one line of it.
//!
//! In: the events of Markdown. Out: the same, with the ends of lines kept in paragraphs that look
//! like verse. The decision that is not obvious: lines that begin with capitals are verse only if
//! the first word of one would have fitted on the line above, since prose was broken where it did
//! not, and if most end no sentence, since some write a sentence a line.

use std::collections::VecDeque;

use pulldown_cmark::{Event, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

/// Fewer lines are none.
const FEW: usize = 3;
/// No line of verse has more columns, and no prose is broken at fewer.
const WIDEST: usize = 70;
const NARROWEST: usize = 40;
const SENTENCE_ENDS: &[char] = &['.', '!', '?', '…'];
/// What may stand behind them.
const CLOSING: &[char] = &['"', '”', '“', '»', '«', '’', ')'];

/// The events of a text, with the lines of its verses.
pub struct Verses<'e, I> {
    events: I,
    /// A paragraph that has been looked at.
    paragraph: VecDeque<Event<'e>>,
}

impl<'e, I: Iterator<Item = Event<'e>>> Verses<'e, I> {
    pub fn new(events: I) -> Verses<'e, I> {
        Verses {
            events,
            paragraph: VecDeque::new(),
        }
    }
}

impl<'e, I: Iterator<Item = Event<'e>>> Iterator for Verses<'e, I> {
    type Item = Event<'e>;

    fn next(&mut self) -> Option<Event<'e>> {
        if let Some(event) = self.paragraph.pop_front() {
            return Some(event);
        }
        let first = self.events.next()?;
        if !matches!(first, Event::Start(Tag::Paragraph)) {
            return Some(first);
        }

        for event in self.events.by_ref() {
            let ends = matches!(event, Event::End(TagEnd::Paragraph));
            self.paragraph.push_back(event);
            if ends {
                break;
            }
        }
        if is_verse(&paragraph_lines(&self.paragraph)) {
            for event in &mut self.paragraph {
                if matches!(event, Event::SoftBreak) {
                    *event = Event::HardBreak;
                }
            }
        }
        Some(first)
    }
}

/// What the lines of a paragraph say.
fn paragraph_lines(paragraph: &VecDeque<Event>) -> Vec<String> {
    let mut lines = vec![String::new()];
    for event in paragraph {
        match event {
            Event::SoftBreak | Event::HardBreak => lines.push(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(text);
                }
            }
            _ => {}
        }
    }

    lines
}

fn is_verse(lines: &[String]) -> bool {
    let first_letter = |line: &String| line.chars().find(|c| c.is_alphabetic());
    let is_begun = |line: &String| first_letter(line).is_some_and(char::is_uppercase);
    let ends_sentence = |line: &&String| line.trim_end_matches(CLOSING).ends_with(SENTENCE_ENDS);
    if lines.len() < FEW || !lines.iter().all(is_begun) {
        return false;
    }

    let widest = lines
        .iter()
        .map(|line| line.width())
        .max()
        .unwrap_or_default();
    let has_room = |pair: &[String]| {
        let word = pair[1].split_whitespace().next().unwrap_or_default();
        pair[0].width() + 1 + word.width() <= widest
    };
    let ended = lines.iter().filter(ends_sentence).count();
    let is_ragged = widest < NARROWEST || lines.windows(2).any(has_room);
    widest <= WIDEST && is_ragged && ended * 2 <= lines.len()
}
