//! Elements of HTML that say that they hold Markdown: `<figure markdown>`, `<div markdown="1">`.
//!
//! In: Markdown. Out: the same with blank lines around what such elements hold. The decision that
//! is not obvious: what they hold is moved out to where the tag begins, since elsewhere text that
//! is moved in is code.

use std::borrow::Cow;

use super::code::Fence;
use crate::corpus::html::tag_end;

/// What says so.
const ATTRIBUTE: &str = "markdown";

/// Markdown in which such elements are apart from what they hold; borrowed if there are none.
pub fn set_apart_elements(body: &str) -> Cow<'_, str> {
    if !body
        .lines()
        .any(|line| parse_opening_tag(line.trim_start()).is_some())
    {
        return Cow::Borrowed(body);
    }

    let mut inner = Inner::default();
    for line in body.lines() {
        inner.line(line);
    }
    Cow::Owned(inner.out)
}

/// An open element.
struct Open<'b> {
    name: &'b str,
    /// How many elements of the same name are open in it.
    depth: usize,
    /// How far what it holds is moved in.
    indent: Option<usize>,
}

/// The text that is written, and where it is.
#[derive(Default)]
struct Inner<'b> {
    out: String,
    /// The innermost last.
    open: Vec<Open<'b>>,
    fence: Fence,
}

impl<'b> Inner<'b> {
    fn line(&mut self, line: &'b str) {
        if self.fence.holds(line) {
            return self.write(line);
        }

        let mut rest = line;
        loop {
            let text = rest.trim_start();
            if let Some((name, end)) = parse_opening_tag(text) {
                self.tag(&text[..end]);
                self.open.push(Open {
                    name,
                    depth: 0,
                    indent: None,
                });
                rest = text[end..].trim();
            } else if let Some(close) = self.closed(text) {
                let end = tag_end(text, close).unwrap_or(text.len());
                self.write(&text[..close]);
                self.tag(&text[close..end]);
                self.open.pop();
                rest = text[end..].trim();
            } else {
                return self.write(rest);
            }

            if rest.is_empty() {
                return;
            }
        }
    }

    fn tag(&mut self, tag: &str) {
        self.out.extend(["\n", tag, "\n\n"]);
    }

    /// Where a line closes the innermost element.
    fn closed(&mut self, text: &str) -> Option<usize> {
        let open = self.open.last_mut()?;
        for (at, _) in text.match_indices('<') {
            let tag = &text[at + 1..];
            let name = tag.trim_start_matches('/');
            let is_same = name
                .strip_prefix(open.name)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'));

            match (is_same, tag.starts_with('/')) {
                (true, true) if open.depth == 0 => return Some(at),
                (true, true) => open.depth -= 1,
                (true, false) => open.depth += 1,
                _ => {}
            }
        }
        None
    }

    /// Writes a line, moved out as far as the first one of the element is moved in.
    fn write(&mut self, line: &str) {
        let length = line.len() - line.trim_start_matches(' ').len();
        let moved = self.open.last_mut().map_or(0, |open| {
            if !line.trim().is_empty() {
                open.indent.get_or_insert(length);
            }
            open.indent.unwrap_or_default().min(length)
        });
        self.out.extend([&line[moved..], "\n"]);
    }
}

/// The name of the element that a text opens, if it says that it holds Markdown, and where its tag
/// ends.
fn parse_opening_tag(text: &str) -> Option<(&str, usize)> {
    let tag = text.strip_prefix('<')?;
    let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric())?];
    if name.is_empty() || !tag.contains(ATTRIBUTE) {
        return None;
    }

    let end = tag_end(text, 0)?;
    let words = text[..end].trim_end_matches(['/', '>']).split_whitespace();
    let says = words.skip(1).any(|word| {
        let value = word.strip_prefix(ATTRIBUTE);
        value.is_some_and(|value| {
            value.is_empty() || (value.starts_with('=') && !value.contains('0'))
        })
    });
    says.then_some((name, end))
}
