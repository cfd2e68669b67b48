//! The boxes of MkDocs, whose text is moved in: `!!! note "Title"`, `=== "Tab"`.
//!
//! In: Markdown. Out: the same with the title and the text of each box as paragraphs. The decision
//! that is not obvious: boxes are undone before anything asks what is code, since elsewhere text
//! that is moved in is code.

use std::borrow::Cow;

use super::code::Fence;

/// What opens a box; one that ends so is followed by its title.
const BOXES: &[&str] = &["!!! ", "???+ ", "??? ", "=== \"", "===! \"", "===+ \""];
/// How far the text of a box is moved in, one of these.
const INDENTS: &[&str] = &["    ", "\t"];
/// What may stand before what opens a box: it is in a list or a quotation.
const BEFORE: &[char] = &[' ', '\t', '>'];

/// An open box.
struct Open<'b> {
    /// What stands before its lines, besides their being moved in.
    before: &'b str,
    /// Whether it stands in an item of a list.
    in_list: bool,
}

/// Markdown without boxes; borrowed if there are none.
pub fn unwrap_boxes(body: &str) -> Cow<'_, str> {
    if !BOXES.iter().any(|open| body.contains(open)) {
        return Cow::Borrowed(body);
    }

    let mut boxes = Boxes::default();
    for line in body.lines() {
        boxes.line(line);
    }

    if boxes.found {
        Cow::Owned(boxes.out)
    } else {
        Cow::Borrowed(body)
    }
}

/// The text that is written, and where it is.
#[derive(Default)]
struct Boxes<'b> {
    out: String,
    /// The innermost last.
    open: Vec<Open<'b>>,
    fence: Fence,
    /// Whether the lines belong to an item of a list.
    in_list: bool,
    found: bool,
}

impl<'b> Boxes<'b> {
    fn line(&mut self, line: &'b str) {
        if line.trim_matches(BEFORE).is_empty() {
            let quote = if line.contains('>') {
                line.trim_end()
            } else {
                ""
            };
            return self.write("", quote);
        }

        let (depth, before, inner) = self.place(line);
        if depth < self.open.len() {
            self.leave(depth);
        }
        let is_code = self.fence.holds(inner);
        match parse_box_title(inner).filter(|_| !is_code) {
            Some((prefix, title)) if self.may_open(prefix) => self.enter(&before, prefix, title),
            _ => {
                self.note_list(inner);
                self.write(&before, inner);
            }
        }
    }

    /// In how many of the open boxes a line is, what stands before them, and the rest of the line.
    fn place(&self, line: &'b str) -> (usize, String, &'b str) {
        let mut before = String::new();
        let mut rest = line;

        for (depth, open) in self.open.iter().enumerate() {
            let inner = rest
                .strip_prefix(open.before)
                .and_then(|inner| INDENTS.iter().find_map(|indent| inner.strip_prefix(indent)));
            let Some(inner) = inner else {
                return (depth, before, rest);
            };
            before.push_str(open.before);
            rest = inner;
        }

        (self.open.len(), before, rest)
    }

    /// Whether a box may stand behind this; outside a list, what is moved in is code.
    fn may_open(&self, before: &str) -> bool {
        self.in_list || !INDENTS.iter().any(|indent| before.contains(indent))
    }

    fn enter(&mut self, before: &str, prefix: &'b str, title: &str) {
        let before = before.to_owned() + prefix;
        self.write(before.trim_end(), "");
        self.write(&before, title);
        self.write(before.trim_end(), "");

        self.open.push(Open {
            before: prefix,
            in_list: self.in_list,
        });
        self.in_list = false;
        self.fence = Fence::default();
        self.found = true;
    }

    fn leave(&mut self, depth: usize) {
        for open in self.open.drain(depth..).rev() {
            self.in_list = open.in_list;
        }
        self.fence = Fence::default();
    }

    /// An item goes on until a line begins further left.
    fn note_list(&mut self, inner: &str) {
        let text = inner.trim_start_matches(BEFORE);
        let is_left = text.len() == inner.len();
        self.in_list = begins_item(text) || (self.in_list && !is_left);
    }

    fn write(&mut self, before: &str, line: &str) {
        self.out.extend([before, line, "\n"]);
    }
}

/// Whether a line begins an item, a definition or a note, whose further paragraphs are moved in.
fn begins_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < line.len() && digits.starts_with(['.', ')']);
    let is_bullet = line.starts_with(['-', '*', '+', ':']);
    let mark = if is_number { digits } else { line };
    let is_note = line.starts_with("[^") && line.contains("]:");
    is_note || ((is_number || is_bullet) && mark[1..].starts_with([' ', '\t']))
}

/// What stands before the box that a line opens, and its title.
fn parse_box_title(line: &str) -> Option<(&str, &str)> {
    let text = line.trim_start_matches(BEFORE).trim_end();
    let prefix = &line[..line.len() - line.trim_start_matches(BEFORE).len()];
    let open = BOXES.iter().find(|open| text.starts_with(**open))?;
    let rest = &text[open.len()..];
    if open.ends_with('"') {
        return Some((prefix, rest.strip_suffix('"')?));
    }

    let (kind, title) = rest.split_once('"').unwrap_or((rest, ""));
    let is_kind = kind.split_whitespace().next().is_some()
        && kind
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '|'));
    is_kind.then(|| (prefix, title.trim_end_matches('"')))
}
