//! How high a message stands on a phone, as near as can be told without a font.
//!
//! In: a message. Out: points, at a width of 390. The numbers are those of the pictures that
//! `scripts/rendering` makes; a line is taken to hold a little less than it mostly does, so that
//! what is said to fit does.

use unicode_width::UnicodeWidthChar;

use super::markdown::unescape;
use super::message::{Component, Message, Row};

/// An answer is no higher, unless its sentence is too long for that with as little around it as can
/// be: a sentence is never cut.
pub const ANSWER: usize = 300;
/// Nor is a no.
pub const NO: usize = 650;

/// Name and time above the message, and what is left free around it.
const AROUND: usize = 35;
/// A row of buttons, with the space before it.
const BUTTONS: usize = 44;
/// What buttons in a row have together.
const ROOM: usize = 270;
/// A button beside its label, and beside the next one.
const PADDING: usize = 32;
const GAP: usize = 8;
/// The shortest label.
const LABEL: usize = 60;
/// Tenths of a letter in so many points of a label.
const TENTHS: usize = 4;
const POINTS: usize = 3;

/// How one kind of line is set: what it begins with, what it has in it, how much it holds in tenths of
/// a usual letter, and how high it is.
struct Style(&'static str, &'static str, usize, usize);

/// What bold text stands between.
const BOLD: &str = "**";
/// Each kind of line, the last of them any other.
const STYLES: [Style; 7] = [
    Style("> **", "", 284, 22),
    Style("> _[…]_ **", "", 284, 22),
    Style("> -# ", BOLD, 350, 18),
    Style("> -# ", "", 375, 18),
    Style("> ", "", 296, 22),
    Style("-# ", "", 400, 18),
    Style("", "", 320, 22),
];

/// How high a message without embeds stands.
pub fn estimate_height(message: &Message) -> usize {
    let lines = message.content.lines().map(estimate_line_height);
    let rows = message.components.iter().map(estimate_row_height);
    AROUND + lines.sum::<usize>() + rows.sum::<usize>()
}

fn estimate_line_height(line: &str) -> usize {
    let [.., plain] = &STYLES;
    let is_set = |Style(mark, held, ..): &&Style| line.starts_with(mark) && line.contains(held);
    let Style(.., width, height) = STYLES.iter().find(is_set).unwrap_or(plain);

    let text = line.trim_start_matches("> ").trim_start_matches("-# ");
    count_lines(&unescape(&text.replace(BOLD, "")), *width) * height
}

/// Lines that a text is broken into, as many words in each as fit.
fn count_lines(text: &str, most: usize) -> usize {
    let space = measure_letter(' ');
    let mut lines = 1;
    let mut used = 0;

    for word in text.split_whitespace() {
        let width = measure_width(word);
        if used > 0 && used + space + width <= most {
            used += space + width;
            continue;
        }

        // A word longer than a line, as a sentence without spaces, is broken anywhere.
        let last = width.saturating_sub(1);
        lines += usize::from(used > 0) + last / most;
        used = last % most + 1;
    }
    lines
}

fn measure_width(text: &str) -> usize {
    text.chars().map(measure_letter).sum()
}

/// How wide a letter is, in tenths of a usual one.
fn measure_letter(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ';' | ':' | '!' | '\'' | '’' | '‘' | '|' => 5,
        'f' | 'r' | 't' | 'I' | ' ' | '(' | ')' | '[' | ']' | '-' | '"' | '“' | '”' | '›' | '/' => {
            7
        }
        'm' | 'w' | 'M' | 'W' | '—' | '%' | '@' => 15,
        _ if letter.is_uppercase() => 13,
        _ => match letter.width() {
            Some(0) | None => 0,
            Some(1) => 10,
            // Chinese and its like.
            Some(_) => 18,
        },
    }
}

fn estimate_row_height(row: &Row) -> usize {
    let mut rows = 1;
    let mut used = 0;
    for component in &row.components {
        let Component::Button(button) = component else {
            continue;
        };
        let label = measure_width(&button.label) * POINTS / TENTHS;
        let width = PADDING + label.max(LABEL);

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
        let around = "> -# The ferryman, who was old,\n> **had lost the key**\n> -# of his box.";
        check(around, &[], 35 + 2 * 18 + 22);
        let small = "> -# ".to_owned() + &"anchor ".repeat(5);
        check(&format!("{small}oars"), &[], 35 + 18);
        check(&format!("{small}**oars**"), &[], 35 + 2 * 18);
        check(&format!("> {}", "灯".repeat(40)), &[], 35 + 3 * 22);
        check(&format!("> {}", "Wm ".repeat(16)), &[], 35 + 2 * 22);
        check(&format!("> {}", "il ".repeat(16)), &[], 35 + 22);
        let buttons = ["Show context", "Other passages (2)", "Delete"];
        check(asked, &buttons[..2], 35 + 18 + 2 * 44);
        check(asked, &buttons, 35 + 18 + 2 * 44);
        check(asked, &["Show context", "Delete"], 35 + 18 + 44);
    }
}
