//! What is code in a Markdown text, where marks mean nothing.
//!
//! In: Markdown. Out: the places of code, or of line after line whether it is code. The decision
//! that is not obvious: places are those that the parser finds; line by line only what stands
//! between fences is seen.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// What opens and closes a block of code.
const FENCES: &[&str] = &["```", "~~~"];

/// Blocks and stretches of code, and formulas where the `options` know them, in order.
pub fn find_code(body: &str, options: Options) -> Vec<Range<usize>> {
    let mut code: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        let is_code = matches!(
            event,
            Event::Code(_)
                | Event::Start(Tag::CodeBlock(_))
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
        );

        let last = code.last().map_or(0, |last| last.end);
        if is_code && range.end > last {
            code.push(range.start.max(last)..range.end);
        }
    }

    code
}

/// The place of code that a byte is in.
pub fn find_code_at(code: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let next = code.partition_point(|code| code.end <= at);
    code.get(next).filter(|code| code.contains(&at))
}

/// The fence that is open while lines are read one by one.
#[derive(Debug, Default)]
pub struct Fence {
    open: Option<&'static str>,
}

impl Fence {
    /// Whether a line is a fence or stands between two.
    pub fn holds(&mut self, line: &str) -> bool {
        let line = line.trim();
        let mark = FENCES.iter().copied().find(|mark| line.starts_with(*mark));
        let was_open = self.open.is_some();

        match (self.open, mark) {
            (None, mark) => self.open = mark,
            (Some(open), Some(mark))
                if open == mark && line.trim_start_matches(&mark[..1]).is_empty() =>
            {
                self.open = None;
            }
            _ => {}
        }
        was_open || mark.is_some()
    }
}
