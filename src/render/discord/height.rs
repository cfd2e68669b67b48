//! How high a message stands on a phone, as near as can be told without its letters' shapes.
//!
//! In: a message. Out: points, at a width of 390. The numbers are those of the pictures that
//! `scripts/rendering` makes; a line is taken to hold a little less than it mostly does, so that
//! what is said to fit does.

use unicode_width::UnicodeWidthStr;

use super::markdown::unescape;
use super::message::{Component, Message, Row};

/// An answer is no higher, where something else than its quote does not make it so.
pub const ANSWER: usize = 300;

/// Name and time above the message, and what is left free around it.
const AROUND: usize = 35;
/// A row of buttons, with the space before it.
const BUTTONS: usize = 44;
/// What buttons in a row have together.
const ROOM: usize = 270;
/// A button beside its label, and beside the next one.
const PADDING: usize = 32;
const GAP: usize = 8;
/// The shortest label, and a column of one.
const LABEL: usize = 60;
const LETTER: usize = 7;

/// How one kind of line is set.
struct Style {
    mark: &'static str,
    columns: usize,
    height: usize,
}

const QUOTE: Style = Style {
    mark: "> ",
    columns: 31,
    height: 22,
};
const SMALL: Style = Style {
    mark: "-# ",
    columns: 42,
    height: 18,
};
const TEXT: Style = Style {
    mark: "",
    columns: 33,
    height: 22,
};

/// How high a message without embeds stands.
pub fn estimate_height(message: &Message) -> usize {
    let lines = message.content.lines().map(estimate_line_height);
    let rows = message.components.iter().map(estimate_row_height);
    AROUND + lines.sum::<usize>() + rows.sum::<usize>()
}

fn estimate_line_height(line: &str) -> usize {
    let styles = [QUOTE, SMALL, TEXT];
    let set = styles
        .into_iter()
        .find_map(|style| Some((line.strip_prefix(style.mark)?, style)));
    let (line, style) = set.unwrap_or((line, TEXT));
    count_lines(&unescape(&line.replace("**", "")), style.columns) * style.height
}

/// Lines that a text is broken into, as many words in each as fit.
fn count_lines(text: &str, columns: usize) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for word in text.split_whitespace() {
        let width = word.width();
        if used > 0 && used + 1 + width <= columns {
            used += 1 + width;
            continue;
        }

        // A word longer than a line, as a sentence without spaces, is broken anywhere.
        lines += usize::from(used > 0) + width.saturating_sub(1) / columns;
        used = width.saturating_sub(1) % columns + 1;
    }
    lines
}

fn estimate_row_height(row: &Row) -> usize {
    let mut rows = 1;
    let mut used = 0;
    for component in &row.components {
        let Component::Button(button) = component else {
            continue;
        };
        let width = PADDING + LABEL.max(LETTER * button.label.width());
        if used > 0 && used + GAP + width > ROOM {
            rows += 1;
            used = width;
        } else {
            used += GAP + width;
        }
    }
    rows * BUTTONS
}

#[cfg(test)]
mod tests {
    use super::super::message::Button;
    use super::*;

    #[test]
    fn a_message_is_as_high_as_its_lines_and_buttons() {
        let check = |content: &str, labels: &[&str], expected: usize| {
            let buttons = labels
                .iter()
                .map(|label| Button::new(*label, String::new()));
            let message = Message::text(content).with_buttons(buttons.collect());
            assert_eq!(estimate_height(&message), expected, "{content}");
        };

        let quote = "> **The ferryman had lost the key of his cash box.**";
        let asked = "-# Who had lost the key?";
        check(&format!("{asked}\n{quote}"), &[], 35 + 18 + 2 * 22);
        check("Perhaps:\n> \\*", &["Delete"], 35 + 2 * 22 + 44);
        check(&format!("> {}", "灯".repeat(40)), &[], 35 + 3 * 22);
        let buttons = ["Show context", "Other passages (2)", "Delete"];
        check(asked, &buttons[..2], 35 + 18 + 2 * 44);
        check(asked, &buttons, 35 + 18 + 2 * 44);
        check(asked, &["Show context", "Delete"], 35 + 18 + 44);
    }
}
